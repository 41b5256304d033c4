import { sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';
import { readTicketFiles } from '../../db/queries/ticket-files.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { isMissed } from '../../shared/kernel/promises.ts';
import { LIFECYCLE } from '../../shared/tickets/lifecycle.ts';
import { explain } from '../../shared/tickets/words.ts';
import { expectReplayed } from '../support/replay.ts';
import { wallClock } from '../support/wall-clock.ts';
import type { World } from '../support/world.ts';
import type { Year } from './year.ts';

/** What is wrong, and on which ticket. */
export interface Wrong {
  ticketId: string | null;
  what: string;
}

type Row = Record<string, unknown>;
const rowsOf = (db: Database, statement: ReturnType<typeof sql>): Promise<Row[]> => db.execute<Row>(statement) as unknown as Promise<Row[]>;

/** Events whose deed carries words: each has its one line in the register. */
const SPOKEN = [
  'received',
  'said',
  'asked',
  'answered',
  'noted',
  'return_visited',
  'reassured',
  'dispatched',
  'finished',
  'confirmed',
  'reopened',
  'called',
  'visited',
  'agreed',
  'rescheduled',
  'visit_rescheduled',
  'handed_over',
];

/** What residents were promised, reckoned here by hand and not by the rows: R3 from the category as it was received. */
const R3_HOURS: Record<string, Record<string, number>> = { urgent: { on_site: 2, repaired: 24 }, general: { repaired: 72 } };

/** No promise lost: everything the house said it had taken is there, with the promises R3 makes of it, and whatever is late is on record. */
async function promisesLost({ world, acknowledged }: Year, db: Database): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  const received = new Map(
    (await rowsOf(db, sql`select subject, at, facts from events where did = 'received'`)).map((row) => [String(row.subject), row]),
  );
  const promises = await rowsOf(
    db,
    sql`select subject, what, started_at, first_due_by, due_by, kept_at, withdrawn_at, opened_by, round from promises`,
  );
  for (const { id, number } of acknowledged.tickets) {
    const event = received.get(id);
    if (!event) {
      wrong.push({ ticketId: id, what: `${number} was acknowledged and is not there` });
      continue;
    }
    const { urgency } = event.facts as { urgency: string };
    for (const [what, hours] of Object.entries(R3_HOURS[urgency]!)) {
      const dueBy = new Date(String(event.at)).getTime() + hours * 3_600_000;
      const found = promises.filter((row) => row.subject === id && row.what === what && new Date(String(row.first_due_by)).getTime() === dueBy);
      if (found.length !== 1)
        wrong.push({ ticketId: id, what: `${number}: ${what} within ${hours} h of receipt stands ${found.length} times in the ledger` });
    }
  }
  if (received.size !== acknowledged.tickets.length)
    wrong.push({ ticketId: null, what: `${received.size} tickets were begun, ${acknowledged.tickets.length} acknowledged` });
  const missed = new Set(
    (await rowsOf(db, sql`select subject, what, round, opened_by from promise_steps where step = 'missed'`)).map(
      (row) => `${row.subject}/${row.what}/${row.round}/${row.opened_by}`,
    ),
  );
  for (const row of promises) {
    const at = (name: string) => (row[name] === null ? null : new Date(String(row[name])));
    const isLate = isMissed({ dueBy: at('due_by')!, keptAt: at('kept_at'), withdrawnAt: at('withdrawn_at') }, world.now());
    const isKnown = missed.has(`${row.subject}/${row.what}/${row.round}/${row.opened_by}`);
    // What was born after its time (a report made urgent late) and kept before anybody looked has nobody to warn.
    const isBornDone = at('kept_at') !== null && at('kept_at')! <= at('started_at')!;
    if (isLate && !isKnown && !isBornDone && at('withdrawn_at') === null)
      wrong.push({ ticketId: String(row.subject), what: `${row.what} is late and nobody recorded it` });
    if (!isLate && isKnown) wrong.push({ ticketId: String(row.subject), what: `${row.what} was recorded as missed and is not` });
  }
  return wrong;
}

/** No ticket stuck: with everybody willing, everything came to its end. */
async function ticketsStuck(_: Year, db: Database): Promise<Wrong[]> {
  const ends = ['closed', 'cancelled'];
  const open = await rowsOf(db, sql`select id, number, status from tickets`);
  return open
    .filter((row) => !ends.includes(String(row.status)))
    .map((row) => ({ ticketId: String(row.id), what: `${row.number} is still ${row.status}; ${LIFECYCLE.length} rows and nobody moved it` }));
}

/** Nobody told twice: one line a person and step or event, whatever was killed, retried or swept again. */
async function toldTwice(_: Year, db: Database): Promise<Wrong[]> {
  const twice = await rowsOf(
    db,
    sql`select i.subject, p.name, i.did, count(*)::int as n from inbox i join people p on p.id = i.person_id
      group by i.subject, p.name, i.did, case when i.did in ('warned', 'missed', 'told') then (i.facts->>'what') || (i.facts->>'round') || (i.facts->>'openedBy') || (i.facts->>'step') else i.event_id::text end
      having count(*) > 1`,
  );
  const unsent = await rowsOf(db, sql`select payload from outbox where done_at is null`);
  return [
    ...twice.map((row) => ({ ticketId: String(row.subject), what: `${row.name} was told ${row.n} times: ${row.did}` })),
    ...unsent.map((row) => ({ ticketId: String((row.payload as Row).ticketId), what: 'a message was never sent' })),
  ];
}

/** The register tells the story of the events: each spoken event has its line, each line its event, and nobody's words are lost or doubled. */
async function registerDiffers({ acknowledged }: Year, db: Database): Promise<Wrong[]> {
  const events = await rowsOf(
    db,
    sql`select e.id, e.subject, e.did, (select count(*)::int from contacts c where c.event_id = e.id and c.ticket_id = e.subject) as lines from events e`,
  );
  const strays = await rowsOf(
    db,
    sql`select c.ticket_id, c.body from contacts c where not exists (select 1 from events e where e.id = c.event_id and e.office_id = c.office_id and e.subject = c.ticket_id)`,
  );
  const bodies = new Map<string, number>();
  for (const row of await rowsOf(db, sql`select ticket_id, body from contacts`)) {
    const key = `${row.ticket_id}/${row.body}`;
    bodies.set(key, (bodies.get(key) ?? 0) + 1);
  }
  return [
    ...events
      .filter((row) => SPOKEN.includes(String(row.did)) !== (row.lines === 1))
      .map((row) => ({ ticketId: String(row.subject), what: `${row.did} has ${row.lines} lines in the register` })),
    ...strays.map((row) => ({ ticketId: String(row.ticket_id), what: 'a line of the register belongs to no event' })),
    ...acknowledged.words
      .filter(({ ticketId, text }) => bodies.get(`${ticketId}/${text}`) !== 1)
      .map(({ ticketId, text }) => ({ ticketId, what: `“${text}” stands ${bodies.get(`${ticketId}/${text}`) ?? 0} times in the register` })),
  ];
}

/** The ledger and every ticket are what the events make of them. */
async function replayDiffers(year: Year, db: Database): Promise<Wrong[]> {
  try {
    await expectReplayed({ ...year.world, house: { ...year.world.house, db } });
    return [];
  } catch (error) {
    return [{ ticketId: null, what: `the ledger is not what the events make of it: ${String((error as Error).message).slice(0, 600)}` }];
  }
}

export const INVARIANTS = { promisesLost, ticketsStuck, toldTwice, registerDiffers, replayDiffers };

/** Everything that is wrong with a year. */
export async function wrongsOf(year: Year, db: Database = year.world.house.db): Promise<Wrong[]> {
  const found: Wrong[] = [];
  for (const look of Object.values(INVARIANTS)) found.push(...(await look(year, db)));
  return found;
}

/** What a witness would say of one ticket: what happened, what was promised and why, who heard. */
async function witness(world: World, ticketId: string): Promise<string> {
  const { db } = world.house;
  const names = new Map((await rowsOf(db, sql`select id, name from people`)).map((row) => [String(row.id), String(row.name)]));
  const events = await rowsOf(db, sql`select * from events where subject = ${ticketId} order by seq`);
  const told = await rowsOf(db, sql`select * from inbox where subject = ${ticketId} order by id`);
  const [ticket] = await rowsOf(db, sql`select * from tickets where id = ${ticketId}`);
  if (!ticket) return '  (no such ticket)';
  const [file] = await readTicketFiles(db, asSystem('sweep'), String(ticket.office_id), [ticketId], world.now());
  return [
    `  ${ticket.number}, ${ticket.status}`,
    ...events.map(
      (row) => `  ${wallClock(new Date(String(row.at)))}  ${names.get(String(row.by_id)) ?? '系统'} ${row.did} ${JSON.stringify(row.facts)}`,
    ),
    '  ledger:',
    ...(file?.ledger ?? []).map((promise) => `    ${promise.what} (${promise.round}): ${explain(promise, world.now())}`),
    '  told:',
    ...told.map((row) => `    ${wallClock(new Date(String(row.at)))}  ${names.get(String(row.person_id))}: ${row.did}`),
  ].join('\n');
}

/** @throws Error that reads like a witness: the seed, what is wrong, and the whole story of the first ticket it is about */
export async function expectSound(year: Year): Promise<void> {
  const wrong = await wrongsOf(year);
  if (wrong.length === 0) return;
  const about = wrong.find((one) => one.ticketId !== null)?.ticketId;
  throw new Error(
    [
      `seed ${year.seed}, killed ${year.killed} times, asked again ${year.repeated} times; ${wrong.length} wrong:`,
      ...wrong.slice(0, 10).map((one) => `- ${one.what}`),
      ...(about ? ['', await witness(year.world, about)] : []),
    ].join('\n'),
  );
}
