import fc from 'fast-check';
import { complaintRoutes } from '../../shared/contract/complaints.ts';
import { API, type Api } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import type { z } from '../../shared/kernel/zod.ts';
import { QUESTIONNAIRES, questionsOf } from '../../shared/surveys/questionnaires.ts';

/** What there is in the world that is shot at: real ids by kind, and cursors that some list gave somebody. */
export interface Pool {
  tickets: readonly string[];
  /** Complaints, and a suggestion that may become one. */
  complaints: readonly string[];
  /** What colleagues owe each other. */
  errands: readonly string[];
  /** What comes round again, which are errands too. */
  duties: readonly string[];
  /** Surveys that are out, and over. */
  surveys: readonly string[];
  /** Surveys of colleagues' needs. */
  needs: readonly string[];
  /** Letters to the general manager. */
  letters: readonly string[];
  /** What is worth knowing. */
  exchanges: readonly string[];
  /** Draws of finished repairs. */
  draws: readonly string[];
  homes: readonly string[];
  technicians: readonly string[];
  photos: readonly string[];
  checks: readonly string[];
  news: readonly string[];
  cursors: readonly string[];
  people: readonly string[];
}

/** What a survey's answers are named by. */
const SURVEY_CODES = questionsOf(QUESTIONNAIRES[0]!).map(({ code }) => code);

const OF_COMPLAINTS: ReadonlySet<Route> = new Set<Route>(Object.values(complaintRoutes));

/** What an id in the path of a route names. */
function idsFor(route: Route, pool: Pool): readonly string[] {
  if (route.path.startsWith('/photos')) return pool.photos;
  if (/^\/(households|own-homes)\//.test(route.path)) return pool.homes;
  if (route.path.startsWith('/checks')) return pool.checks;
  if (route.path.startsWith('/errands')) return pool.errands;
  if (route.path.startsWith('/exchanges/')) return pool.exchanges;
  if (route.path.startsWith('/surveys/')) return [...pool.surveys, pool.errands[0]!];
  if (route.path.startsWith('/needs-surveys/')) return pool.needs;
  if (route.path.startsWith('/mailbox/')) return pool.letters;
  if (route.path.startsWith('/draws/')) return pool.draws;
  if (route.path.startsWith('/duties/')) return [...pool.duties, pool.errands[0]!];
  return OF_COMPLAINTS.has(route) ? [...pool.complaints, pool.tickets[0]!] : pool.tickets;
}

/** One request as it is thrown at the door. */
export interface Shot {
  /** The route it means, or none. */
  route: keyof Api | null;
  who: string | null;
  method: string;
  /** Path and query after /api, as they stand on the wire. */
  target: string;
  headers: [name: string, value: string][];
  body: string | Uint8Array | null;
}

const HAN = [...'漏水电梯门坏了请快来看看今天上午不在家谢谢师傅修好啦没有楼道灯急𠮷龘'];
// biome-ignore format: a list of oddities
const ODD = ['\u200b', '\u200d', '\ufeff', '\u202e', '\u0301', '\u0307', 'e', '\u212b', '\ufb2c', '👩‍👩‍👧‍👦', '👍🏽', ' ', '\u3000', '\n', '\t', '\u0001', '\uffff', '<b>', '"', '\\', "'; --", '%', '$\u007b}', '٣', 'ﷺ'];

/** Text as people type it, and as nobody does; always whole characters, never U+0000. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...HAN), { minLength: 1, maxLength: 30 }).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...HAN, ...ODD), { minLength: 1, maxLength: 30 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...HAN, ...ODD), fc.integer({ min: 1, max: 600 })).map(([part, times]) => part.repeat(times)) },
);

/** Written into JSON as it stands, where JSON.stringify would make something tamer of it. */
const raw = (json: string) => `@raw:${json}@`;
/** JSON of a value in which `raw` parts stand as they are. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value).replace(/"@raw:(.*?)@"/g, (_, json: string) => json.replaceAll('\\"', '"').replaceAll('\\\\', '\\'));

const deep = (levels: number, open: string, close: string) => raw(`${open.repeat(levels)}1${close.repeat(levels)}`);

// biome-ignore format: a list of oddities
/** Values no form sends. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null, true, false, '', ' ', 0, -1, 1.5, 2 ** 31, 2 ** 53, 2 ** 53 + 2, -(2 ** 63), [], {}, [[]], [null], ['x'], { length: 1 },
    raw('1e400'), raw('-1e400'), raw('-0'), raw('1e-400'), raw('00'), raw('NaN'), raw('123456789012345678901234567890'),
    raw('"\\u0000"'), raw('"\\ud800"'), raw('"坏\\udc00了"'), raw('"\\ud83d\\ude00\\ude00"'), raw('{"__proto__":{"isAdmin":true}}'), raw('{"constructor":{"prototype":{}}}'), raw('{"a":1,"a":2}'),
    deep(50, '[', ']'), deep(10_000, '[', ']'), deep(5_000, '{"a":', '}'),
    '\u200b\u2060', '__proto__', 'constructor', 'toString', 'undefined', 'null', 'NaN', 'x'.repeat(10_001), '漏'.repeat(501), '漏\u200d'.repeat(501), '\u0301'.repeat(600),
    '275760-09-13T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '2026-02-30T10:00:00Z', '2026-03-02T24:00:00Z', '2026-03-02T10:00:60Z',
    '2026-03-06T10:00:00+08:00', '2026-03-06T10:00:00', '1999-12-31T23:59:59Z', '2100-12-31T23:59:59.999999999Z', '2026-W10', '1772420400000',
    '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF', '{0190b2c4-0000-7000-8000-000000000000}', '../../etc/passwd', "' or 1=1 --",
  ),
  fc.jsonValue({ maxDepth: 3 }),
  text,
);

const someId = (pool: Pool, field: string): fc.Arbitrary<string> => {
  const fitting: Record<string, readonly string[]> = {
    id: pool.tickets,
    homeId: pool.homes,
    technicianId: pool.technicians,
    insteadOf: pool.technicians,
    accused: pool.technicians,
    person: pool.technicians,
    personId: pool.technicians,
    photoIds: pool.photos,
    upTo: pool.news,
  };
  const any = [...pool.tickets, ...pool.homes, ...pool.technicians, ...pool.photos, ...pool.news];
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(fitting[field] ?? any)) },
    { weight: 2, arbitrary: fc.constantFrom(...any) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom(...any).map((id) => id.toUpperCase()) },
  );
};

/** What somebody who knows the world writes into a field; undefined leaves it to chance. */
export type Filler = (field: string, leaf: { type: string; format: string | null; options: readonly string[] }) => unknown;

/** What a schema of the contract takes, from its definition; ids from the world, and what a filler knows better from there. */
export function valid(schema: z.ZodType, pool: Pool, field = '', filler?: Filler): fc.Arbitrary<unknown> {
  // biome-ignore lint/suspicious/noExplicitAny: zod's definitions are read, not relied on: an unknown one throws
  const one = schema as any;
  const filled = filler?.(field, { type: one.def.type, format: one.format ?? null, options: one.options ?? [] });
  if (filled !== undefined) return fc.constant(filled);
  switch (one.def.type) {
    case 'object': {
      const shape = one.shape as Record<string, z.ZodType>;
      const optional = Object.keys(shape).filter((key) =>
        ['optional', 'default'].includes((shape[key] as unknown as { def: { type: string } }).def.type),
      );
      return fc.record(Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, valid(part, pool, key, filler)])), {
        requiredKeys: Object.keys(shape).filter((key) => !optional.includes(key)),
      });
    }
    case 'optional':
    case 'default':
      return valid(one.def.innerType, pool, field, filler);
    case 'enum':
      return fc.constantFrom(...(one.options as string[]));
    case 'union':
      return fc.oneof(...(one.options as z.ZodType[]).map((option) => valid(option, pool, field, filler)));
    case 'nullable':
      return fc.option(valid(one.def.innerType, pool, field, filler), { nil: null });
    case 'literal':
      return fc.constantFrom(...(one.values as Set<unknown>));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: Math.max(one.minValue ?? 0, -1_000), max: Math.min(one.maxValue ?? 1_000, 1_000) });
    case 'record':
      return fc.dictionary(
        fc.oneof(fc.constantFrom(...SURVEY_CODES), valid(one.keyType, pool, field, filler) as fc.Arbitrary<string>),
        valid(one.valueType, pool, field, filler),
        {
          minKeys: 1,
          maxKeys: 4,
        },
      );
    case 'array':
      return fc.array(valid(one.element, pool, field, filler), { minLength: 1, maxLength: 3 });
    case 'string':
      if (one.format === 'uuid') return someId(pool, field);
      if (one.format === 'datetime')
        return fc.integer({ min: -60, max: 60 * 24 * 5 }).map((minutes) => new Date(Date.UTC(2026, 2, 2, 3) + minutes * 60_000).toISOString());
      if (one.format === 'date') return fc.constantFrom('2026-03-02', '2026-03-06', '2026-12-31');
      return field === 'after' ? fc.constantFrom(...pool.cursors) : text;
    default:
      throw new Error(`the fuzz knows no ${one.def.type} yet: teach valid() in tests/support/arbitraries.ts`);
  }
}

/** A valid object with one thing wrong: a field changed, missing, strange or twice. */
function almost(schema: z.ZodObject, pool: Pool): fc.Arbitrary<string> {
  const keys = Object.keys(schema.shape);
  const strange = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'id',
    'ID',
    ' ',
    '',
    '\u0000',
    '\ud800',
    'office_id',
    'x'.repeat(200),
    ...keys.map((key) => `${key} `),
  );
  return fc
    .tuple(
      valid(schema, pool) as fc.Arbitrary<Record<string, unknown>>,
      fc.constantFrom(...keys, '?'),
      hostile,
      strange,
      fc.integer({ min: 0, max: 5 }),
    )
    .map(([object, key, value, odd, how]) => {
      const { [key]: _, ...rest } = object;
      if (how === 0) return jsonOf(rest);
      if (how === 1) return jsonOf([object]);
      if (how === 2) return `{${JSON.stringify(odd)}:${jsonOf(value)},${jsonOf(object).slice(1)}`.replace(/,}$/, '}');
      if (how === 3 && key in object) return `{${JSON.stringify(key)}:${jsonOf(value)},${jsonOf(object).slice(1)}`;
      return jsonOf({ ...object, [key === '?' ? (keys[0] ?? 'x') : key]: value });
    });
}

const BIG = Buffer.alloc(10 * 1024 * 1024, 0x61);
// biome-ignore format: a list of oddities
const rawBody: fc.Arbitrary<string | Uint8Array | null> = fc.oneof(
  fc.constantFrom<string | Uint8Array | null>(
    null, '', ' ', '{', '{"a":', '[]', 'null', '1', '"x"', 'undefined', '{}{}', '{"a":1,}', "{'a':1}", '\ufeff{}', '{"a":1e999999}', '[1e400]',
    Uint8Array.from([0xff, 0xfe, 0x7b]), Uint8Array.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), Uint8Array.from([0]), '['.repeat(60_000), '{"a":'.repeat(10_000), `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'x'.repeat(65_537),
    '--b\r\nContent-Disposition: form-data; name="words"\r\n\r\nx\r\n--b--\r\n', 'words=x&upset=true',
  ),
  hostile.map(jsonOf),
  fc.uint8Array({ maxLength: 200 }),
);

const pieces = [
  '%',
  '%ff',
  '%00',
  '%2e%2e%2f',
  '..%2f..%2f',
  '%E4%BD',
  '%C0%AF',
  'abc',
  '%20',
  "'",
  'x'.repeat(3_000),
  '漏水',
  '__proto__',
  'constructor',
  '{id}',
  ':id',
  '%0d%0a',
];
// biome-ignore format: a list of oddities
const hostileQuery = fc.constantFrom(
  'after=%', 'after=%ff', 'after=%00', 'after=', 'after=-_x', 'after=2026-03-02T01:00:00.000Z_x', 'after=%2B275760-09-13T00:00:00.000Z_00000000-0000-7000-8000-000000000000',
  'after=2026-02-31T00:00:00.000Z_00000000-0000-7000-8000-000000000000', 'after=a&after=b', 'show=open&show=open', '__proto__=1', '__proto__[x]=1', 'constructor=1', 'toString=1', 'hasOwnProperty=', 'show=OPEN', 'as=admin', 'unknown=1', '&&&', '=', '=1', `after=${'x'.repeat(201)}`, `after=${'x'.repeat(20_000)}`, '%', '%00=1', '%ff=%ff', 'show=open;as=staff', '?',
);

const keyHeader: fc.Arbitrary<[string, string][]> = fc.oneof(
  { weight: 8, arbitrary: fc.uuid().map((key): [string, string][] => [['idempotency-key', key]]) },
  { weight: 2, arbitrary: fc.constantFrom('once-and-again-1', 'once-and-again-2').map((key): [string, string][] => [['idempotency-key', key]]) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('', 'short', '!', 'x'.repeat(65), '漏'.normalize().replace('漏', '\u00e9'.repeat(10)), 'a b c d e f g')
      .map((key): [string, string][] => [['idempotency-key', key]]),
  },
  {
    weight: 1,
    arbitrary: fc.constant<[string, string][]>([
      ['idempotency-key', 'once-and-again-1'],
      ['idempotency-key', 'once-and-again-2'],
    ]),
  },
  { weight: 2, arbitrary: fc.constant<[string, string][]>([]) },
);
const typeHeader = fc.oneof(
  { weight: 20, arbitrary: fc.constant<string | null>('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<string | null>(
      null,
      '',
      'text/plain',
      'application/json; charset=gbk',
      'APPLICATION/JSON',
      'application/jsonx',
      'multipart/form-data; boundary=b',
      'application/x-www-form-urlencoded',
      'application/json, text/plain',
      'multipart/form-data',
    ),
  },
);
// biome-ignore format: a list of oddities
const oddHeader = fc.oneof(
  { weight: 12, arbitrary: fc.constant<[string, string][]>([]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<[string, string][]>(
      [['x-huge', 'x'.repeat(60_000)]], [['content-length', '1e9']], [['content-length', '-1']], [['content-length', 'x']], [['content-length', '99999999']], [['accept', 'text/html']], [['accept-encoding', 'br']], [['range', 'bytes=0-1']], [['x-http-method-override', 'DELETE']],
      [['authorization', 'Bearer']], [['authorization', 'Basic eDp4']], [['authorization', `Bearer ${'x'.repeat(20_000)}`]], [['authorization', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.']], [['authorization', 'Bearer a.b.c, Bearer d.e.f']], [['cookie', 'token=x']], [['origin', 'null']], [['if-none-match', '*']],
    ),
  },
);

const querystring = (query: Record<string, unknown>) =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');

function targetOf(route: Route, pool: Pool): fc.Arbitrary<string> {
  const param = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...idsFor(route, pool)) },
    { weight: 2, arbitrary: someId(pool, '') },
    { weight: 2, arbitrary: fc.constantFrom(...pieces) },
  );
  const query = route.query
    ? fc.oneof(
        { weight: 3, arbitrary: (valid(route.query, pool) as fc.Arbitrary<Record<string, unknown>>).map(querystring) },
        { weight: 1, arbitrary: hostileQuery },
      )
    : fc.oneof({ weight: 20, arbitrary: fc.constant('') }, { weight: 1, arbitrary: hostileQuery });
  return fc.tuple(param, query).map(([id, search]) => `${route.path.replace('{id}', id)}${search ? `?${search}` : ''}`);
}

function bodyOf(route: Route, pool: Pool): fc.Arbitrary<string | Uint8Array | null> {
  if (!route.body) return fc.constant(null);
  return fc.oneof(
    { weight: 10, arbitrary: valid(route.body, pool).map(jsonOf) },
    { weight: 8, arbitrary: almost(route.body, pool) },
    { weight: 2, arbitrary: hostile.map(jsonOf) },
    { weight: 2, arbitrary: rawBody },
  );
}

/** A request somebody might really send: valid throughout, though not always theirs to send, nor now. */
function honest(name: keyof Api, pool: Pool): fc.Arbitrary<Shot> {
  const route: Route = API[name];
  const id = fc.constantFrom(...idsFor(route, pool));
  const query = route.query ? (valid(route.query, pool) as fc.Arbitrary<Record<string, unknown>>).map(querystring) : fc.constant('');
  const body = route.body ? valid(route.body, pool).map(jsonOf) : fc.constant(null);
  return fc.tuple(fc.constantFrom<string | null>(...pool.people), id, query, fc.uuid(), body).map(([who, subject, search, key, json]) => ({
    route: name,
    who,
    method: route.method,
    target: `${route.path.replace('{id}', subject)}${search ? `?${search}` : ''}`,
    headers: [
      ['content-type', 'application/json'],
      ['idempotency-key', key],
    ],
    body: json,
  }));
}

/** A request meant for one route of the contract: valid, almost valid, or hostile. */
export function shotAt(name: keyof Api, pool: Pool): fc.Arbitrary<Shot> {
  const route: Route = API[name];
  const method = fc.oneof(
    { weight: 30, arbitrary: fc.constant<string>(route.method) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'BREW', 'get') },
  );
  const who = fc.oneof({ weight: 20, arbitrary: fc.constantFrom<string | null>(...pool.people) }, { weight: 1, arbitrary: fc.constant(null) });
  return fc
    .tuple(who, method, targetOf(route, pool), typeHeader, keyHeader, oddHeader, bodyOf(route, pool))
    .map(([asker, verb, target, type, key, odd, body]) => ({
      route: name,
      who: asker,
      method: verb,
      target,
      headers: [...(type === null ? [] : [['content-type', type] as [string, string]]), ...key, ...odd],
      body,
    }));
}

// biome-ignore format: a list of oddities
const uploads = fc.constantFrom(
  '', '--b', '--b--', '--b\r\n\r\n', '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n\u00ff\u00d8\u00ff\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="../../x"\r\n\r\nx\r\n--b--\r\n', '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\n../../etc/passwd\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nx\r\n--b--\r\n',
  `--b\r\n${'X: y\r\n'.repeat(5_000)}\r\nx\r\n--b--`, '{"file":"x"}',
);

/** Requests that mean nothing: no such place, forged files, ten megabytes. */
export function stray(pool: Pool): fc.Arbitrary<Shot> {
  const who = fc.constantFrom<string | null>(null, ...pool.people);
  const at = (target: string, method: string, headers: Shot['headers'], body: Shot['body']) =>
    who.map((asker) => ({ route: null, who: asker, method, target, headers, body }));
  return fc.oneof(
    fc
      .tuple(
        fc.array(fc.constantFrom(...pieces, 'tickets', 'photos', 'files', 'inbox', ...pool.tickets), { maxLength: 6 }),
        fc.constantFrom('GET', 'POST', 'BREW', 'HEAD'),
      )
      .chain(([path, method]) => at(`/${path.join('/')}`, method, [], null)),
    uploads.chain((body) => at('/files', 'POST', [['content-type', 'multipart/form-data; boundary=b']], body)),
    fc
      .constantFrom(
        'multipart/form-data; boundary=',
        'multipart/form-data; boundary="',
        'multipart/form-data',
        'application/json',
        'multipart/form-data;boundary=\u00e9',
      )
      .chain((type) => at('/files', 'POST', [['content-type', type]], '--b--')),
    fc
      .constantFrom(...pool.photos)
      .chain((photo) => at(`/files/${pool.tickets[0]}/${photo}?expires=9999999999&signature=${'0'.repeat(64)}`, 'GET', [], null)),
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('/tickets', '/files', `/tickets/${pool.tickets[0]}/say`)
        .chain((target) => at(target, 'POST', [['content-type', target === '/files' ? 'multipart/form-data; boundary=b' : 'application/json']], BIG)),
    },
  );
}

/** Any request at all. */
export function shots(pool: Pool): fc.Arbitrary<Shot> {
  const names = Object.keys(API) as (keyof Api)[];
  return fc.oneof(
    { weight: 15, arbitrary: fc.oneof(...names.map((name) => honest(name, pool))) },
    { weight: 15, arbitrary: fc.oneof(...names.map((name) => shotAt(name, pool))) },
    { weight: 1, arbitrary: stray(pool) },
  );
}
