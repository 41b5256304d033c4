import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { API } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import { minutesAfter } from '../../shared/kernel/time.ts';
import { z } from '../../shared/kernel/zod.ts';
import { storyOfEach } from '../support/api-story.ts';
import type { Told } from '../support/story.ts';

const s = storyOfEach();

interface Json {
  type?: string;
  enum?: unknown[];
  anyOf?: Json[];
  format?: string;
  minimum?: number;
  items?: Json;
  properties?: Record<string, Json>;
  required?: string[];
}

/** What is more than words, a number or a choice. */
const WRITTEN_SO: Record<string, string> = { month: '2026-03', phone: '13911112222', letters: 'YX', hotline: '0571-0000 0130', file: 'UEsDAAAA' };

/** Something a field would take, so that a request gets past its reading and has to be refused for who asks. */
function somethingFor(field: Json, name: string, known: Record<string, unknown>): unknown {
  if (name in known) return field.type === 'array' ? [known[name]] : known[name];
  if (field.anyOf) return somethingFor(field.anyOf[0]!, name, known);
  if (field.enum) return field.enum[0];
  if (field.format === 'date-time') return minutesAfter(s.world.now(), 30).toISOString();
  if (field.format === 'date') return '2026-03-02';
  if (name in WRITTEN_SO) return WRITTEN_SO[name];
  if (name === 'building' && field.type === 'string') return '3';
  if (field.format === 'uuid') return crypto.randomUUID();
  if (field.type === 'array') return [somethingFor(field.items ?? {}, '', known)];
  if (field.type === 'integer' || field.type === 'number') return Math.max(field.minimum ?? 1, 1);
  if (field.type === 'boolean') return false;
  if (field.type === 'object') return bodyFor(field, known);
  return '问一下';
}

const bodyFor = (schema: Json, known: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, somethingFor(field, name, known)]));

/** After these nothing is anybody's any more, and nothing could be found. */
const ENDS_THE_SESSION = ['signOutEverywhere', 'unbind', 'forgetMe'];
/** Asked by whoever holds a code, whatever else they are. */
const BY_A_CODE = ['joinHome'];

/**
 * Asks every route of the contract that is not open, with what a colleague would send about this ticket.
 * @param unasked routes that would take the ticket from whoever asks next
 */
async function asksEverything(
  token: string,
  ticket: Told,
  known: Record<string, unknown>,
  unasked: readonly string[] = [],
): Promise<Map<string, { status: number; text: string }>> {
  const answers = new Map<string, { status: number; text: string }>();
  for (const [name, route] of Object.entries(API as Record<string, Route>)) {
    if (route.open || ENDS_THE_SESSION.includes(name) || BY_A_CODE.includes(name) || unasked.includes(name)) continue;
    const query = route.query && (z.toJSONSchema(route.query, { io: 'input', unrepresentable: 'any' }) as Json);
    const asked = (query?.required ?? []).map(
      (field) => `${field}=${encodeURIComponent(String(somethingFor(query!.properties![field]!, field, known)))}`,
    );
    const path = `${route.path.replace('{id}', ticket.id).replace('{clause}', 'R3').replace('{register}', 'contacts')}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
    // Somebody of the estate or an outside provider, never both (R12).
    const one = { provider: undefined, ...known };
    const body = route.body && JSON.stringify(bodyFor(z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as Json, one));
    const answer = await s.fetch(null, path, {
      method: route.method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      ...(body ? { body } : {}),
    });
    answers.set(name, { status: answer.status, text: await answer.text() });
  }
  return answers;
}

/** Routes that let somebody see or do something about this ticket. */
const letIn = (answers: Map<string, { status: number; text: string }>, traces: readonly string[]) =>
  [...answers]
    .filter(([, { status, text }]) => (status < 400 ? traces.some((trace) => text.includes(trace)) : ![401, 403, 404].includes(status)))
    .map(([name]) => name)
    .sort();

const dismiss = (name: string, letters?: string) =>
  s.world.house.db.execute(sql`
    update appointments set until_at = ${s.world.now().toISOString()} where person_id = (select id from people where name = ${name})
      and (${letters ?? null}::text is null or office_id = (select id from offices where letters = ${letters ?? null}))`);

const COLLEAGUES = ['林晓芸', '周敏', '陈立', '赵建国', '郑涛', '吴桐', '曾勇', '蔡建华'];

test('whoever is dismissed is out of every route at the next request, with the token they had', async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '厨房水管爆了' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await (await s.client('林晓芸')).reveal({ id: ticket.id, reason: 'appointment' });
  const known = { technicianId: await s.personId('赵建国'), insteadOf: await s.personId('赵建国'), homeId: await s.homeId('3栋2单元502') };
  const traces = [ticket.id, ticket.number, '王秀兰', '3栋2单元502', '厨房水管爆了', '1380000', await s.personId('孙磊')];
  const tokens = new Map<string, string>();
  for (const name of COLLEAGUES) tokens.set(name, await s.world.house.tokens.sign(await s.personId(name)));

  // Each could still do something a moment ago: this is what the search has to find.
  const before = new Map<string, string[]>();
  for (const name of COLLEAGUES) before.set(name, letIn(await asksEverything(tokens.get(name)!, ticket, known, ['cancel']), traces));
  for (const name of COLLEAGUES) expect([name, before.get(name)!.includes('ticket')]).toEqual([name, true]);
  expect(before.get('林晓芸')).toEqual(
    expect.arrayContaining(['ticket', 'workbench', 'register', 'say', 'call', 'reveal', 'reassign', 'technicians']),
  );
  expect(before.get('郑涛')).toEqual(expect.arrayContaining(['ticket', 'workbench', 'register', 'say', 'reveals']));

  for (const name of COLLEAGUES) await dismiss(name);
  const count = async () =>
    await s.world.house.db.execute(
      sql`select (select count(*) from events) as events, (select count(*) from contacts) as contacts, (select count(*) from reveals) as reveals`,
    );
  const written = await count();
  const after: [string, string[]][] = [];
  for (const name of COLLEAGUES) after.push([name, letIn(await asksEverything(tokens.get(name)!, ticket, known), traces)]);
  expect(after).toEqual(COLLEAGUES.map((name) => [name, []]));
  expect(await count()).toEqual(written);
}, 120_000);

test('dismissed from one of two estates: out there at once, still in at the other; never in at one they did not have', async () => {
  const here = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  const there = await s.resident('许若琳').reports({ category: 'doors', words: '门坏了' });
  await s.world.house.db.execute(
    sql`insert into appointments (id, office_id, person_id, role, department, from_at) select ${s.world.house.newId()}, id, ${await s.personId('林晓芸')}, 'agent', 'serviceCentre', '2026-01-03T00:00:00Z' from offices where letters = 'HT'`,
  );
  const token = await s.world.house.tokens.sign(await s.personId('林晓芸'));
  // Who works anywhere may write down what is worth knowing; it is about no ticket.
  const opens = async (ticket: Told) => letIn(await asksEverything(token, ticket, {}, ['noteExchange']), [ticket.number]).length > 0;
  expect([await opens(here), await opens(there)]).toEqual([true, true]);
  await dismiss('林晓芸', 'WT');
  expect([await opens(here), await opens(there)]).toEqual([false, true]);
  // Whoever asks everything so often is told to wait, which says nothing of who may.
  s.world.moveTo(minutesAfter(s.world.now(), 61));
  await dismiss('林晓芸', 'HT');
  expect([await opens(here), await opens(there)]).toEqual([false, false]);
  const stranger = await s.world.house.tokens.sign(await s.personId('宋雨'));
  expect(letIn(await asksEverything(stranger, here, {}, ['noteExchange']), [here.number])).toEqual([]);
}, 120_000);

test('who works and lives here and is dismissed keeps what is theirs at home, and nothing else', async () => {
  const own = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
  const other = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  const token = await s.world.house.tokens.sign(await s.personId('何静'));
  await dismiss('何静');
  expect(letIn(await asksEverything(token, other, {}), [other.number])).toEqual([]);
  expect(letIn(await asksEverything(token, own, {}), [own.number])).toEqual(expect.arrayContaining(['ticket', 'tickets']));
}, 120_000);
