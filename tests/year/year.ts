import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import { lookAfter } from '../../api/caretaking.ts';
import type { House } from '../../api/context.ts';
import { nextLookOf } from '../../api/ledger/sweep.ts';
import { workOutbox } from '../../api/outbox/worker.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { DOORS } from '../../shared/contract/doors.ts';
import type { Api } from '../../shared/contract/index.ts';
import type { LetterCopy } from '../../shared/errands/letter.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { DAY, shanghaiTime } from '../../shared/kernel/time.ts';
import { ACTIONS, type Action } from '../../shared/tickets/actions.ts';
import { A_PHOTO } from '../support/http-story.ts';
import { openWorld, type World } from '../support/world.ts';
import { type Chance, chance } from './chance.ts';
import { mortal } from './mortal.ts';
import { turnsOf } from './turns.ts';

/** What somebody was told the house had taken: it must be found again, once. */
export interface Acknowledged {
  tickets: { id: string; number: string; by: string }[];
  words: { ticketId: string; text: string }[];
  /** Whatever else somebody wrote, into whichever field: it must stand somewhere, once. */
  typed: { ticketId: string; action: Action; text: string }[];
  /** Letters that were registered, and to whom they were to be copied. */
  letters: { id: string; copies: LetterCopy[] }[];
  /** Surveys and homes that were told they are counted, and what was counted first. */
  answered: Set<string>;
  answers: { surveyId: string; words: string }[];
  /** What was written down as worth knowing, how often, and what was written. */
  entries: { id: string; outside: boolean; versions: number; texts: string[] }[];
}

export interface Year {
  world: World;
  seed: number;
  acknowledged: Acknowledged;
  /** How often somebody's process was killed, and how often a request was sent again for it. */
  killed: number;
  repeated: number;
  /** How often each action of the lifecycle was done. */
  done: ReadonlyMap<Action, number>;
  /** How often each route was asked and answered. */
  asked: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

interface Turn {
  at: number;
  order: number;
  what: () => Promise<void>;
}

const TRIES = 200;

/**
 * Plays a year of one estate on a real Postgres through the real app: reports, work, laziness, quarrels, a timer that is dead for three days,
 * and processes killed between any two statements. The same seed plays the same year.
 * @param share of statements before or after which the process dies
 */
export async function playYear(options: {
  seed: number;
  days: number;
  reportsADay: number;
  complaintsADay: number;
  killedShare: number;
}): Promise<Year> {
  const world = await openWorld();
  const luck = chance(options.seed);
  const fate = chance(options.seed ^ 0x5eed);
  const begin = shanghaiTime('2026-01-05 08:00').getTime();
  const end = begin + options.days * DAY;
  let isSafe = false;
  let killed = 0;
  let repeated = 0;
  let lastReport = '';
  const house: House = {
    ...world.house,
    db: mortal(world.house.db, () => {
      const dies = !isSafe && fate.happens(options.killedShare);
      if (dies) killed += 1;
      return dies;
    }),
    report: (what, error) => {
      lastReport = `${what}: ${String((error as Error).stack ?? error)}`;
    },
    later: (work) => world.house.later(() => work().catch(() => {})),
  };
  const app = createApp(house);
  const acknowledged: Acknowledged = { tickets: [], words: [], typed: [], letters: [], entries: [], answered: new Set(), answers: [] };
  const done = new Map<Action, number>();
  const asked = new Map<string, number>();
  const people = new Map(
    (await world.house.db.execute<{ id: string; name: string }>(sql`select id, name from people`)).map((row) => [row.name, row.id]),
  );
  let taps = 0;

  /** Asks until somebody answers: a tap whose answer was lost is sent again with the same key. */
  async function insist<T>(work: () => Promise<T>, said = ''): Promise<T> {
    let refused: unknown;
    for (let left = TRIES; left > 0; left -= 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 503) throw error;
        repeated += 1;
        refused = error;
      }
    }
    throw new Error(`nobody ever answered: ${said}`, { cause: refused });
  }

  /** What was done, by the name of its action, also where its page sends something else. */
  function count(route: string, given: { ticketId?: string; reworkOf?: string } = {}): void {
    asked.set(route, (asked.get(route) ?? 0) + 1);
    const action = given.ticketId && route === 'submitNotice' ? 'announce' : given.reworkOf && route === 'report' ? 'rework' : (route as Action);
    if (ACTIONS.includes(action)) done.set(action, (done.get(action) ?? 0) + 1);
  }

  function clientOf(name: string): Client<Api> {
    const client = createClient<Api>(DOORS, async ({ method, url, body, key }) => {
      const token = await house.tokens.sign(people.get(name)!);
      const answer = await app.fetch(
        new Request(`http://house/api${url}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(key ? { 'idempotency-key': key } : {}),
            ...(body ? { 'content-type': 'application/json' } : {}),
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      );
      await world.settleLater();
      return { status: answer.status, body: await answer.json() };
    });
    return new Proxy(client, {
      get: (all, route: keyof Api) => (input: never) => {
        const key = `year-${options.seed}-${taps++}`;
        return insist(
          () => (all[route] as (input: never, options: { key: string }) => Promise<unknown>)(input, { key }),
          `${String(route)} ${JSON.stringify(input)}`,
        ).then((answer) => {
          count(route, input);
          return answer;
        });
      },
    });
  }

  const clients = new Map([...people.keys()].map((name) => [name, clientOf(name)]));
  const as = (name: string) => clients.get(name)!;
  /** Tries something that may be too late by now; a refusal is an answer too. */
  async function tries(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof Problem && [403, 404, 409, 422, 429].includes(error.status)) return false;
      throw error instanceof Problem ? new Error(`${String(error)}: ${lastReport}`, { cause: error }) : error;
    }
  }

  const agenda: Turn[] = [];
  let order = 0;
  const plan = (inMilliseconds: number, what: () => Promise<void>) => {
    agenda.push({ at: world.now().getTime() + Math.max(1, Math.round(inMilliseconds)), order: order++, what });
  };

  async function photo(name: string, ticketId: string, purpose: 'result' | 'message'): Promise<string> {
    const { photoId, upload } = await as(name).addPhoto({ id: ticketId, purpose, type: 'image/jpeg', bytes: A_PHOTO.length });
    await insist(async () => {
      const form = new FormData();
      for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
      form.set('file', new Blob([A_PHOTO], { type: 'image/jpeg' }), 'photo.jpg');
      const sent = await app.fetch(new Request(`http://house${upload.url}`, { method: 'POST', body: form }));
      if (sent.status !== 204) throw new Problem('server/unreachable');
    });
    await as(name).finalisePhoto({ id: photoId });
    return photoId;
  }

  const names = new Map([...people].map(([name, id]) => [id, name]));
  const apart = {
    errands: chance(options.seed ^ 0x511b),
    papers: chance(options.seed ^ 0x1e77),
    asides: chance(options.seed ^ 0xa51d),
    surveys: chance(options.seed ^ 0x5e1a),
    needs: chance(options.seed ^ 0x0eed),
    draws: chance(options.seed ^ 0xd4a3),
    sheets: chance(options.seed ^ 0x5bee),
    contacts: chance(options.seed ^ 0xca11),
  };
  // The timer is late by luck of its own: another promise moves nobody's turn.
  const lateness = chance(options.seed ^ 0x1a7e);
  const turns = turnsOf({
    luck,
    apart,
    now: () => world.now(),
    as,
    personId: (name) => people.get(name)!,
    nameOf: (id) => names.get(id)!,
    plan,
    tries,
    photo,
    isOver: () => isSafe,
    acknowledged,
    done,
  });

  /** The timer looks when something is due, a little late, unless it is dead. */
  const dead = { from: begin + Math.floor(options.days / 2) * DAY, until: begin + (Math.floor(options.days / 2) + 3) * DAY };
  const isDead = (at: number) => at >= dead.from && at < dead.until;
  async function looksAfter(): Promise<void> {
    try {
      await lookAfter(house);
    } catch (error) {
      if (!(error as { code?: string }).code && !(error as { cause?: { code?: string } }).cause?.code) throw error;
    }
  }

  async function goTo(at: number): Promise<void> {
    for (let look = await nextLookOf(world.house); look && look.getTime() <= at; look = await nextLookOf(world.house)) {
      const late = Math.max(look.getTime(), world.now().getTime()) + lateness.between(0, 60_000);
      if (late > at || isDead(late)) break;
      world.moveTo(new Date(late));
      await looksAfter();
    }
    world.moveTo(new Date(Math.max(at, world.now().getTime())));
  }

  async function live(until: number): Promise<void> {
    for (;;) {
      agenda.sort((a, b) => a.at - b.at || a.order - b.order);
      const turn = agenda[0];
      if (!turn || turn.at > until) break;
      agenda.shift();
      await goTo(turn.at);
      await turn.what();
    }
    await goTo(until);
  }

  world.moveTo(new Date(begin));
  await turns.looksUpPrices();
  await turns.namesKeepers();
  for (let day = 0; day < options.days; day += 1) {
    const on = (by: Chance) => (what: () => Promise<void>) => agenda.push({ at: begin + day * DAY + by.between(0, DAY - 1), order: order++, what });
    turns.begins(day, options.reportsADay, options.complaintsADay, on(luck), on(apart.errands));
  }
  await live(end);
  // The year is over: nobody is killed any more, the residents stop quarrelling, and whatever is open is worked off.
  isSafe = true;
  for (let month = 0; month < 3; month += 1) {
    const open = await world.house.db.execute<{ id: string }>(sql`select id from tickets where status not in ('closed', 'cancelled')`);
    for (const { id } of open) turns.worksOff(id);
    if (month === 0) turns.worksOffErrands();
    turns.asksTheDrawn(30);
    await live(world.now().getTime() + 30 * DAY);
  }
  await looksAfter();
  await workOutbox(world.house);
  return { world, seed: options.seed, acknowledged, killed, repeated, done, asked, close: () => world.close() };
}
