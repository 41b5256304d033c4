import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import { lookAfter } from '../../api/caretaking.ts';
import type { House } from '../../api/context.ts';
import { nextLookOf } from '../../api/ledger/sweep.ts';
import { workOutbox } from '../../api/outbox/worker.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { API, type Api } from '../../shared/contract/index.ts';
import type { TicketDetail } from '../../shared/contract/tickets.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { DAY, HOUR, MINUTE, shanghaiTime } from '../../shared/kernel/time.ts';
import { categoriesFor } from '../../shared/repairs/categories.ts';
import { A_PHOTO } from '../support/http-story.ts';
import { openWorld, type World } from '../support/world.ts';
import { chance } from './chance.ts';
import { mortal } from './mortal.ts';

/** Who lives and works in the estate, and how they are. */
interface Cast {
  agents: readonly string[];
  technicians: readonly string[];
  /** Takes days where others take hours. */
  lazy: string;
  residents: readonly string[];
  /** Two who say 没修好 whenever they can. */
  badTempered: readonly string[];
}

const WUTONGLI: Cast = {
  agents: ['林晓芸', '何静'],
  technicians: ['赵建国', '孙磊', '钱大勇'],
  lazy: '钱大勇',
  residents: ['王秀兰', '李德明', '吴晓雯', '方国栋', '周文静', '马建军'],
  badTempered: ['马建军', '周文静'],
};

/** What somebody was told the house had taken: it must be found again, once. */
export interface Acknowledged {
  tickets: { id: string; number: string; by: string }[];
  words: { ticketId: string; text: string }[];
}

export interface Year {
  world: World;
  seed: number;
  acknowledged: Acknowledged;
  /** How often somebody's process was killed, and how often a request was sent again for it. */
  killed: number;
  repeated: number;
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
export async function playYear(options: { seed: number; days: number; reportsADay: number; killedShare: number }): Promise<Year> {
  const world = await openWorld();
  const luck = chance(options.seed);
  const fate = chance(options.seed ^ 0x5eed);
  const begin = shanghaiTime('2026-01-05 08:00').getTime();
  const end = begin + options.days * DAY;
  let isSafe = false;
  let killed = 0;
  let repeated = 0;
  const house: House = {
    ...world.house,
    db: mortal(world.house.db, () => {
      const dies = !isSafe && fate.happens(options.killedShare);
      if (dies) killed += 1;
      return dies;
    }),
    report: () => {},
    later: (work) => world.house.later(() => work().catch(() => {})),
  };
  const app = createApp(house);
  const acknowledged: Acknowledged = { tickets: [], words: [] };
  const people = new Map(
    (await world.house.db.execute<{ id: string; name: string }>(sql`select id, name from people`)).map((row) => [row.name, row.id]),
  );
  let taps = 0;

  /** Asks until somebody answers: a tap whose answer was lost is sent again with the same key. */
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (let left = TRIES; left > 0; left -= 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 503) throw error;
        repeated += 1;
      }
    }
    throw new Error('nobody ever answered');
  }

  function clientOf(name: string): Client<Api> {
    const client = createClient(API, async ({ method, url, body, key }) => {
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
        return insist(() => (all[route] as (input: never, options: { key: string }) => Promise<unknown>)(input, { key }));
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
      if (error instanceof Problem && [403, 404, 409, 422].includes(error.status)) return false;
      throw error;
    }
  }

  const agenda: Turn[] = [];
  let order = 0;
  const plan = (inMilliseconds: number, what: () => Promise<void>) => {
    agenda.push({ at: world.now().getTime() + Math.max(1, Math.round(inMilliseconds)), order: order++, what });
  };

  let spokenWords = 0;
  const words = (text: string) => `${text}（第 ${spokenWords++} 句）`;
  const said = (ticketId: string, text: string) => acknowledged.words.push({ ticketId, text });
  const look = (name: string, id: string): Promise<TicketDetail> => as(name).ticket({ id });

  async function photo(name: string, ticketId: string): Promise<string> {
    const { photoId, upload } = await as(name).addPhoto({ id: ticketId, purpose: 'result', type: 'image/jpeg', bytes: A_PHOTO.length });
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

  function pace(name: string): number {
    if (name !== WUTONGLI.lazy) return luck.between(10, 100) * MINUTE;
    return luck.happens(0.5) ? luck.between(1, 4) * DAY : luck.between(1, 20) * HOUR;
  }

  async function reports(name: string): Promise<void> {
    const place = luck.happens(0.15) ? ('public' as const) : ('home' as const);
    const category = luck.pick(categoriesFor(place, '2026-01-05')).code;
    const text = words(luck.pick(['漏水了，快来看看', '坏了好几天', '晚上有响声', '关不上', '一直滴水']));
    const { homes } = await as(name).session({});
    const done = await as(name).report({
      place,
      homeId: homes[0]!.id,
      where: place === 'public' ? '楼下' : '',
      category,
      words: text,
      worse: luck.happens(0.3),
      danger: luck.happens(0.05),
    });
    acknowledged.tickets.push({ id: done.id, number: done.number, by: name });
    said(done.id, text);
    plan(luck.happens(0.9) ? luck.between(1, 14) * MINUTE : luck.between(1, 12) * HOUR, () => agentActs(done.id, name));
    if (luck.happens(0.2)) plan(luck.between(1, 30) * HOUR, () => quarrels(name, done.id));
  }

  /** An agent looks at a ticket and does whatever is next, until it is closed. */
  async function agentActs(id: string, reporter: string): Promise<void> {
    const agent = luck.pick(WUTONGLI.agents);
    const now = await look(agent, id);
    const may = (action: string) => now.actions.some((one) => one.action === action);
    if (may('returnVisit') && luck.happens(0.5)) {
      const text = words('问过修得怎么样');
      if (await tries(() => as(agent).returnVisit({ id, words: text, outcome: '说还行', channel: 'phone' }))) said(id, text);
    }
    if (now.status === 'closed') return;
    if (may('dispatch')) {
      const technician = luck.pick(WUTONGLI.technicians);
      const text = words('请带工具上门');
      if (await tries(() => as(agent).dispatch({ id, technicianId: people.get(technician)!, content: text }))) {
        said(id, text);
        plan(pace(technician), () => technicianActs(technician, id, reporter));
      }
    } else if (luck.happens(0.2)) {
      const text = words('给同事记一条：总阀也旧了');
      if (await tries(() => as(agent).note({ id, words: text }))) said(id, text);
    } else if (now.promises.some((promise) => promise.missed && !promise.keptAt && !promise.withdrawnAt)) {
      await agentWorries(agent, now);
    }
    if (now.round > 1 && may('visit')) {
      const text = words('回访过，住户说知道了');
      if (await tries(() => as(agent).visit({ id, words: text, outcome: '知道了', channel: 'phone' }))) said(id, text);
    }
    plan(luck.between(4, 30) * HOUR, () => agentActs(id, reporter));
  }

  async function agentWorries(agent: string, now: TicketDetail): Promise<void> {
    const { id } = now;
    const missed = now.promises.find((promise) => promise.missed && promise.missCause === null);
    if (missed) await tries(() => as(agent).explainMiss({ id, what: missed.what, round: missed.round, cause: 'hands' }));
    const holder = now.responsible?.name;
    if (holder && WUTONGLI.technicians.includes(holder) && luck.happens(0.4)) {
      const other = luck.pick(WUTONGLI.technicians.filter((name) => name !== holder));
      const text = words('换一位师傅来');
      const done = await tries(() => as(agent).reassign({ id, technicianId: people.get(other)!, insteadOf: people.get(holder)!, content: text }));
      if (done) {
        said(id, text);
        plan(pace(other), () => technicianActs(other, id, ''));
      }
    } else if (luck.happens(0.3)) {
      const text = words('和住户重新约过');
      const dueBy = new Date(world.now().getTime() + luck.between(1, 3) * DAY).toISOString();
      if (await tries(() => as(agent).agree({ id, what: 'repaired', dueBy, channel: 'phone', why: text }))) said(id, text);
    }
  }

  async function technicianActs(name: string, id: string, reporter: string): Promise<void> {
    let now: TicketDetail;
    try {
      now = await look(name, id);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return;
      throw error;
    }
    const may = (action: string) => now.actions.some((one) => one.action === action);
    if (may('accept') && luck.happens(0.6)) await tries(() => as(name).accept({ id }));
    if (may('arrive')) {
      await tries(() => as(name).arrive({ id }));
      plan(pace(name), () => technicianActs(name, id, reporter));
    } else if (may('finish')) {
      const text = words('换了配件，试过没问题');
      if (await tries(async () => as(name).finish({ id, result: text, photoIds: [await photo(name, id)] }))) {
        said(id, text);
        const by = acknowledged.tickets.find((one) => one.id === id)!.by;
        plan(luck.between(1, 40) * HOUR, () => residentJudges(by, id));
      }
    }
  }

  async function residentJudges(name: string, id: string): Promise<void> {
    const isCross = WUTONGLI.badTempered.includes(name);
    const now = await look(name, id);
    if (now.status !== 'finished') return;
    if (!isSafe && luck.happens(isCross ? 0.5 : 0.08)) {
      const text = words('没修好，还是老样子');
      if (await tries(() => as(name).reopen({ id, words: text }))) said(id, text);
    } else {
      const text = words(isCross ? '凑合吧' : '修得不错');
      const score = isCross ? luck.pick([1, 2, 3] as const) : luck.pick([3, 4, 5] as const);
      if (await tries(() => as(name).confirm({ id, score, tags: [score > 3 ? 'lasting' : 'slow'], words: text }))) said(id, text);
    }
  }

  async function quarrels(name: string, id: string): Promise<void> {
    const text = words('怎么还没人来？');
    if (await tries(() => as(name).say({ id, words: text }))) said(id, text);
    if (WUTONGLI.badTempered.includes(name) && luck.happens(0.5)) {
      const answer = words('别着急，我马上催');
      const agent = luck.pick(WUTONGLI.agents);
      if (await tries(() => as(agent).say({ id, words: answer, upset: true }))) said(id, answer);
      if (luck.happens(0.7))
        plan(luck.between(1, 6) * HOUR, async () => {
          const call = words('打过电话了');
          if (await tries(() => as(agent).call({ id, words: call }))) said(id, call);
        });
    }
  }

  function planDay(day: number): void {
    const midnight = begin + day * DAY;
    for (let one = 0; one < Math.floor(options.reportsADay) + (luck.happens(options.reportsADay % 1) ? 1 : 0); one += 1) {
      const name = luck.happens(0.3) ? luck.pick(WUTONGLI.badTempered) : luck.pick(WUTONGLI.residents);
      agenda.push({ at: midnight + luck.between(0, DAY - 1), order: order++, what: () => reports(name) });
    }
  }

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
      const late = Math.max(look.getTime(), world.now().getTime()) + luck.between(0, 60_000);
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

  for (let day = 0; day < options.days; day += 1) planDay(day);
  await live(end);
  // The year is over: nobody is killed any more, the residents stop quarrelling, and whatever is open is worked off.
  isSafe = true;
  for (let month = 0; month < 3; month += 1) {
    const open = await world.house.db.execute<{ id: string; status: string }>(sql`select id, status from tickets where status <> 'closed'`);
    for (const { id, status } of open) {
      const by = acknowledged.tickets.find((one) => one.id === id)!.by;
      if (status === 'finished') plan(HOUR, () => residentJudges(by, id));
      else {
        plan(HOUR, () => agentActs(id, by));
        for (const technician of WUTONGLI.technicians)
          for (const hours of [2, 200, 400]) plan(hours * HOUR, () => technicianActs(technician, id, by));
      }
    }
    await live(world.now().getTime() + 30 * DAY);
  }
  await looksAfter();
  await workOutbox(world.house);
  return { world, seed: options.seed, acknowledged, killed, repeated, close: () => world.close() };
}
