import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { readViewer } from '../db/queries/viewer.ts';
import { MAX_PHOTO_BYTES } from '../shared/contract/photos.ts';
import { id as anId, type Route } from '../shared/contract/route.ts';
import { Problem, refuseField } from '../shared/kernel/problem.ts';
import type { Ctx, House } from './context.ts';
import { answerRefusal } from './http/answer.ts';
import { parseKey, parseRequest, parseUpload } from './http/parse.ts';
import { countRequest } from './limits/limits.ts';
import { PARTS } from './parts/index.ts';
import { type FolderStorage, isFolder } from './storage/folder.ts';
import { typeOfBytes } from './storage/storage.ts';
import { typeOfVoice } from './storage/voice.ts';

/** Who is asking, from the token, with the roles of this moment. @throws Problem `sign-in/required` */
async function readCaller(house: House, request: Request): Promise<Pick<Ctx, 'viewer' | 'signedInAt'>> {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const claim = token ? await house.tokens.verify(token) : null;
  const viewer = claim ? await readViewer(house.db, claim.personId, claim.signedInAt, house.clock()) : null;
  if (!claim || !viewer) throw new Problem('sign-in/required');
  return { viewer, signedInAt: claim.signedInAt };
}

const digestOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('base64');

type AnyHandler = (asker: House | Ctx, input: Record<string, unknown>) => Promise<unknown>;

const addressOf = ({ path }: Route) => `/api${path.replace(/\{(\w+)\}/g, ':$1')}`;

/** Mounts routes of a contract with what answers them. The host mounts the demo's the same way. */
export function mount<A extends Record<string, Route>>(app: Hono, house: House, api: A, handlers: { [K in keyof A]: unknown }): void {
  for (const [name, route] of Object.entries(api)) {
    const handler = handlers[name] as AnyHandler;
    const { limit } = route;
    if (limit && route.open && !house.addressOf) throw new Error(`${name} is open and limited, and nobody says from which address a request came`);
    const answer = async (c: Context) => {
      const request = c.req.raw;
      const caller = route.open ? null : await readCaller(house, request);
      const key = parseKey(route, request);
      const input = await parseRequest(route, request, c.req.param() as Record<string, string>);
      if (limit) await countRequest(house, limit, caller ? { person: caller.viewer.id } : { address: house.addressOf!(request) });
      const asker = caller ? { ...house, ...caller, key: key === null ? null : { key, digest: digestOf(input) } } : house;
      return c.json((await handler(asker, input)) as object, 200, { 'cache-control': 'no-store' });
    };
    app.on(route.method, addressOf(route), answer);
  }
}

/** Takes and gives files where a folder keeps them. */
export function mountFolder(app: Hono, house: Pick<House, 'clock'>, folder: FolderStorage): void {
  app.post('/api/files', async (c) => {
    const { fields, bytes } = await parseUpload(c.req.raw, MAX_PHOTO_BYTES);
    if (!(await folder.receive(fields, bytes, house.clock()))) throw refuseField('file', '这张照片用不了，请换一张 JPG 或 PNG', 'photo/not-accepted');
    return c.body(null, 204);
  });
  app.get('/api/files/:ticket/:photo', async (c) => {
    const { ticket, photo } = c.req.param();
    const bytes = await folder.serve(`${ticket}/${photo}`, c.req.query('expires') ?? '', c.req.query('signature') ?? '', house.clock());
    if (!bytes) throw new Problem('seen/not-found');
    const type = typeOfBytes(bytes) ?? typeOfVoice(bytes) ?? 'application/octet-stream';
    return c.body(bytes as unknown as ArrayBuffer, 200, {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
    });
  });
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type AsFile = (ctx: Ctx, id: string) => Promise<{ bytes: Uint8Array; fileName: string }>;

/** Gives an Excel file by an id. */
function mountFile(app: Hono, house: House, path: string, load: () => Promise<AsFile>): void {
  app.get(path, async (c) => {
    const caller = await readCaller(house, c.req.raw);
    const id = c.req.param('id') ?? '';
    const fileOf = await load();
    if (!anId.safeParse(id).success) throw new Problem('seen/not-found');
    const { bytes, fileName } = await fileOf({ ...house, ...caller, key: null }, id);
    return c.body(bytes as unknown as ArrayBuffer, 200, {
      'content-type': EXCEL,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });
}

/** A register's file to whoever put its export on record; a survey's table to its colleagues; a roster's empty sheet to whoever fills it in; somebody's own file to themselves. */
function mountFiles(app: Hono, house: House): void {
  mountFile(app, house, '/api/exports/:id/file', async () => (await import('./registers/registers.ts')).exportedFile);
  mountFile(app, house, '/api/company/offices/:id/roster-template', async () => (await import('./company/roster.ts')).rosterTemplate);
  mountFile(app, house, '/api/own-record/:id/file', async () => (await import('./own-record/reading.ts')).ownFile);
  mountFile(app, house, '/api/surveys/:id/table', async () => (await import('./surveys/table.ts')).surveyTable);
}

/** A part as an app of its own: its routes, and a refusal for a known path asked in another way. */
function openPart(house: House, { routes, handlers }: { routes: Record<string, Route>; handlers: Record<string, unknown> }): Hono {
  const app = new Hono();
  app.onError((error) => answerRefusal(house, error));
  app.notFound(() => answerRefusal(house, new Problem('request/unknown-route')));
  mount(app, house, routes, handlers);
  for (const path of new Set(Object.values(routes).map(addressOf)))
    app.all(path, () => {
      throw new Problem('request/wrong-method');
    });
  return app;
}

/** Answers with the part behind the first word of the path, loaded when it is first asked for. */
function mountParts(app: Hono, house: House): void {
  const opened = new Map<unknown, Promise<Hono>>();
  for (const [first, load] of Object.entries(PARTS)) {
    const answer = async (c: Context) => {
      if (!opened.has(load))
        opened.set(
          load,
          load().then(({ part }) => openPart(house, part)),
        );
      return (await opened.get(load)!).fetch(c.req.raw);
    };
    app.all(`/api/${first}`, answer);
    app.all(`/api/${first}/*`, answer);
  }
}

/**
 * The whole API as one web-standard app: what the door serves, what the host serves, what tests ask.
 * @throws Error where nobody says from which address a request came: who has not signed in is counted by it, and no part may find that out late
 */
export function createApp(house: House): Hono {
  if (!house.addressOf) throw new Error('nobody says from which address a request came');
  const app = new Hono();
  app.onError((error) => answerRefusal(house, error));
  app.notFound(() => answerRefusal(house, new Problem('request/unknown-route')));
  app.get('/api/openapi.json', async (c) => c.json((await (await import('./http/openapi.ts')).openApiDocument()) as object));
  mountFiles(app, house);
  if (isFolder(house.storage)) mountFolder(app, house, house.storage);
  mountParts(app, house);
  return app;
}
