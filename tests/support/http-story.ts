import { sql } from 'drizzle-orm';
import { sweep } from '../../api/ledger/sweep.ts';
import { recordUnreached } from '../../api/messages/reach.ts';
import { readTicketFiles } from '../../db/queries/ticket-files.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { API, type Api } from '../../shared/contract/index.ts';
import { outcomeOf, type Step } from '../../shared/kernel/promises.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import type { TicketEventName } from '../../shared/tickets/ticket.ts';
import { explain } from '../../shared/tickets/words.ts';
import { type Actor, type Story, scoreFor, type Told } from './story.ts';
import { wallClock } from './wall-clock.ts';
import { openWorld, type World } from './world.ts';

/** The smallest JPEG there is: a start, an empty scan, an end. */
export const A_PHOTO = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9,
]);

/** The shortest MP3 a recorder could make: two frames of silence, 36 bytes each (MPEG-2 layer III, 8 kbit/s, 16 kHz). */
export const A_VOICE = Uint8Array.from([1, 2].flatMap(() => [0xff, 0xf3, 0x18, 0xc4, ...new Array<number>(32).fill(0)]));

export interface HttpStory extends Story {
  world: World;
  /** The typed client of somebody, over the real app. */
  client(name: string): Promise<Client<Api>>;
  /** A raw request as somebody, or as nobody. */
  fetch(name: string | null, path: string, init?: RequestInit): Promise<Response>;
  personId(name: string): Promise<string>;
  homeId(label: string): Promise<string>;
  /** One finished result photo of this person. */
  photo(name: string, ticket: Told, purpose: 'report' | 'result'): Promise<string>;
  /** Sends bytes by a form. */
  sends(upload: { url: string; fields: Record<string, string> }, bytes?: Uint8Array): Promise<void>;
}

/** A story told over the real app on a real Postgres. Every answer is held against the contract. */
export async function httpStory(): Promise<HttpStory> {
  const world = await openWorld();
  const { house } = world;
  const tokens = new Map<string, string>();
  let taps = 0;

  async function personId(name: string): Promise<string> {
    const [row] = await house.db.execute<{ id: string }>(sql`select id from people where name = ${name}`);
    if (!row) throw new Error(`nobody is called ${name}`);
    return row.id;
  }

  async function homeId(label: string): Promise<string> {
    const [row] = await house.db.execute<{ id: string }>(sql`select id from homes where label = ${label}`);
    if (!row) throw new Error(`there is no home ${label}`);
    return row.id;
  }

  async function fetchAs(name: string | null, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (name) {
      // Time jumps in a story, and a token lives two hours: sign in afresh.
      tokens.set(name, await house.tokens.sign(await personId(name)));
      headers.set('authorization', `Bearer ${tokens.get(name)}`);
    }
    const answer = await world.app.fetch(new Request(`http://house/api${path}`, { ...init, headers }));
    await world.settleLater();
    return answer;
  }

  async function client(name: string): Promise<Client<Api>> {
    return createClient(API, async ({ method, url, body, key }) => {
      taps += 1;
      const answer = await fetchAs(name, url, {
        method,
        headers: { 'idempotency-key': key ?? `tap-${taps}-${process.pid}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const answered = await answer.json();
      const route = Object.values(API).find(
        (one) => one.method === method && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(url.split('?')[0]!),
      );
      if (answer.status === 200) route?.response.parse(answered);
      return { status: answer.status, body: answered };
    });
  }

  async function sends(upload: { url: string; fields: Record<string, string> }, bytes: Uint8Array = A_PHOTO): Promise<void> {
    const form = new FormData();
    for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
    form.set('file', new Blob([bytes as unknown as ArrayBuffer]), 'file');
    const sent = await fetchAs(null, upload.url.replace(/^\/api/, ''), { method: 'POST', body: form });
    if (sent.status !== 204) throw new Error(`upload answered ${sent.status} ${await sent.text()}`);
  }

  async function photo(name: string, ticket: Told, purpose: 'report' | 'result'): Promise<string> {
    const api = await client(name);
    const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose, type: 'image/jpeg', bytes: A_PHOTO.length });
    await sends(upload);
    await api.finalisePhoto({ id: photoId });
    return photoId;
  }

  const actor = (name: string): Actor => ({
    reports: async (options) => {
      const api = await client(name);
      const { homes } = await api.session({});
      const home = options.home ? homes.find((one) => one.label === options.home) : homes[0];
      const done = await api.report({
        place: options.place ?? 'home',
        homeId: home?.id ?? (await homeId('3栋2单元502')),
        category: options.category,
        words: options.words ?? '',
        where: options.where ?? (options.place === 'public' ? '楼下' : ''),
        worse: options.worse ?? false,
        danger: options.danger ?? false,
      });
      return { id: done.id, number: done.number };
    },
    dispatches: async ({ id }, technician, content = '上门看看并修好') => {
      await (await client(name)).dispatch({ id, technicianId: await personId(technician), content });
    },
    reassigns: async ({ id }, technician, insteadOf) => {
      await (await client(name)).reassign({
        id,
        technicianId: await personId(technician),
        insteadOf: await personId(insteadOf),
        content: '换一位师傅',
      });
    },
    handsOver: async ({ id }, content, answerBy) => {
      await (await client(name)).handOver({ id, content, ...(answerBy ? { answerBy: shanghaiTime(answerBy).toISOString() } : {}) });
    },
    takesOn: async ({ id }, completeBy) => {
      await (await client(name)).takeOn({ id, completeBy: shanghaiTime(completeBy).toISOString() });
    },
    accepts: async ({ id }) => {
      await (await client(name)).accept({ id });
    },
    arrives: async ({ id }) => {
      await (await client(name)).arrive({ id });
    },
    finishes: async (ticket, result = '修好了，试过没问题') => {
      const photoId = await photo(name, ticket, 'result');
      await (await client(name)).finish({ id: ticket.id, result, photoIds: [photoId] });
    },
    confirms: async ({ id }, opinion = 'satisfied', words = '', tags = []) => {
      await (await client(name)).confirm({ id, score: scoreFor(opinion), tags, words });
    },
    notes: async ({ id }, words) => {
      await (await client(name)).note({ id, words });
    },
    returns: async ({ id }, words, outcome) => {
      await (await client(name)).returnVisit({ id, words, outcome, channel: 'phone' });
    },
    saysNotFixed: async ({ id }, words = '还是老样子') => {
      await (await client(name)).reopen({ id, words });
    },
    says: async ({ id }, words, options) => {
      await (await client(name)).say({ id, words, upset: options?.upset ?? false });
    },
    calls: async ({ id }, words) => {
      await (await client(name)).call({ id, words });
    },
    visits: async ({ id }, words, outcome) => {
      await (await client(name)).visit({ id, words, outcome, channel: 'phone' });
    },
    agrees: async ({ id }, what, dueBy, why = '缺配件') => {
      await (await client(name)).agree({ id, what, dueBy: shanghaiTime(dueBy).toISOString(), channel: 'phone', why });
    },
    explainsMiss: async ({ id }, what, cause, round = 1) => {
      await (await client(name)).explainMiss({ id, what, round, cause });
    },
    reclassifies: async ({ id }, change) => {
      await (await client(name)).reclassify({ id, ...change });
    },
    reads: async () => {
      const api = await client(name);
      const { items } = await api.inbox({});
      if (items[0]) await api.readInbox({ upTo: items[0].id });
    },
    may: async ({ id }) => (await (await client(name)).ticket({ id })).actions.map((one) => one.action),
    heard: async ({ id }) => {
      const rows = await house.db.execute<{ did: string; facts: { step?: string } }>(
        sql`select did, facts from inbox where person_id = ${await personId(name)} and subject = ${id} order by id`,
      );
      return rows.map((row) => row.facts.step ?? row.did);
    },
  });

  const fileOf = async ({ id }: Told) => {
    const [row] = await house.db.execute<{ office_id: string }>(sql`select office_id from tickets where id = ${id}`);
    const [file] = await readTicketFiles(house.db, asSystem('sweep'), row!.office_id, [id], world.now());
    return file!;
  };

  const looksAfter = async (): Promise<[string, string, string][]> => {
    const taken = await sweep(house);
    const { workOutbox } = await import('../../api/outbox/worker.ts');
    await workOutbox(house);
    return taken.map(({ number, what, step }) => [number, what, step]);
  };
  const only = async (step: Step) =>
    (await looksAfter()).filter(([, , took]) => took === step).map(([number, what]): [string, string] => [number, what]);

  return {
    world,
    client,
    fetch: fetchAs,
    personId,
    homeId,
    photo,
    sends,
    at: world.setClock,
    person: actor,
    resident: actor,
    agent: actor,
    technician: actor,
    head: actor,
    looksAfter,
    nothingReached: async (ticket) => {
      const file = await fileOf(ticket);
      await house.db.transaction((tx) => recordUnreached(house, tx, file, {}));
    },
    newlyWarned: () => only('warned'),
    newlyMissed: () => only('missed'),
    promises: async (ticket) => {
      const { ledger } = await fileOf(ticket);
      const names = new Map(
        (await house.db.execute<{ id: string; name: string }>(sql`select id, name from people`)).map((row) => [row.id, row.name]),
      );
      return ledger.map((promise) => ({
        what: promise.what,
        clause: promise.clause,
        round: promise.round,
        owedBy: promise.owedBy ? (names.get(promise.owedBy) ?? null) : null,
        firstDueBy: wallClock(promise.firstDueBy),
        dueBy: wallClock(promise.dueBy),
        keptAt: promise.keptAt ? wallClock(promise.keptAt) : null,
        outcome: outcomeOf(promise, world.now()),
        explain: explain(promise, world.now()),
      }));
    },
    status: async (ticket) => (await fileOf(ticket)).state.status,
    urgency: async (ticket) => {
      const rows = await house.db.execute<{ facts: { urgency: 'urgent' | 'general'; clause: string } }>(
        sql`select facts from events where subject = ${ticket.id} and facts ? 'urgency' order by seq desc limit 1`,
      );
      return { urgency: (await fileOf(ticket)).state.urgency, clause: rows[0]!.facts.clause };
    },
    history: async ({ id }) => {
      const rows = await house.db.execute<{ did: TicketEventName }>(sql`select did from events where subject = ${id} order by seq`);
      return rows.map((row) => row.did);
    },
    close: async () => {
      await world.settleLater();
      await world.close();
    },
  };
}
