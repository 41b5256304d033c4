import { sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';
import { readTicketFiles } from '../../db/queries/ticket-files.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { isMissed } from '../../shared/kernel/promises.ts';
import { DAY } from '../../shared/kernel/time.ts';
import { follow } from '../../shared/tickets/follow.ts';
import { LIFECYCLE } from '../../shared/tickets/lifecycle.ts';
import { explain } from '../../shared/tickets/promise-words.ts';
import { movesByItself, type TicketEvent, type TicketState } from '../../shared/tickets/ticket.ts';
import { expectReplayed } from '../support/replay.ts';
import { wallClock } from '../support/wall-clock.ts';
import type { World } from '../support/world.ts';
import { closedUnsolved, wallBroken } from './complaint-invariants.ts';
import { drawnUnasked, drawsLeftOut, drawsWrong } from './draw-invariants.ts';
import { committeeUntold, informationLost, lettersLost, unnamedKnown, wordsAstray } from './paper-invariants.ts';
import { answersLost } from './survey-invariants.ts';
import { type Row, rowsOf, type Wrong } from './wrong.ts';
import type { Year } from './year.ts';

type Facts = Row;
const ONE = [1, 1] as const;
const TWO = [2, 2] as const;
const PERHAPS = [0, 1] as const;

/** How many lines of the register an event has, least and most; what is not named here has none. What follows from another deed has its words there. */
const LINES: Record<string, readonly [number, number] | ((facts: Facts, byId: unknown) => readonly [number, number])> = {
  ...Object.fromEntries(
    [
      ...['received', 'said', 'asked', 'answered', 'noted', 'reassured', 'called', 'handed_over', 'finished', 'nobody_home'],
      ...[
        'return_visited',
        'weekly_visited',
        'visited',
        'provider_visited',
        'quality_visited',
        'director_called',
        'defect_checked',
        'confirmed_by_head',
      ],
      ...['replied', 'answer_promised', 'studied', 'adopted', 'carried_out', 'declined', 'objected', 'answered_above', 'thanked'],
      ...['interim_replied', 'formally_replied', 'step_done', 'reviewed', 'called_major', 'no_contact', 'committee_told'],
      ...['flagged', 'unflagged', 'price_asked', 'priced', 'quote_refused', 'date_proposed', 'date_declined', 'merge_disputed', 'merge_upheld'],
    ].map((did) => [did, ONE]),
  ),
  ...Object.fromEntries(
    [
      ...['agreed', 'rescheduled', 'visit_rescheduled', 'date_accepted', 'quoted', 'quote_accepted', 'spent', 'handed_back'],
      ...['claim_upheld', 'claim_declined', 'reclassified', 'recategorised', 'changed'],
    ].map((did) => [did, PERHAPS]),
  ),
  // Whoever arranges may offer another price in the same breath.
  dispatched: [1, 2],
  // C6, C7: what colleagues read, and what keeps it from happening again, or what everybody reads.
  cause_recorded: TWO,
  major_reported: TWO,
  plan_set: ({ plan }) => [(plan as unknown[]).length, (plan as unknown[]).length],
  // C2: the clock has no words.
  escalated: (_, byId) => (byId === null ? [0, 0] : ONE),
  confirmed: ({ channel }) => (channel ? [0, 0] : ONE),
  reopened: ({ after, fellow }) => (after || fellow ? [0, 0] : ONE),
  cancelled: ({ why }) => (why === 'quote_refused' ? [0, 0] : ONE),
};

function hasItsLines({ did, facts, lines, declines, by_id }: Row): boolean {
  // Whoever declines a date asks in the same breath (I15); their words stand with the date.
  if (declines && (did === 'asked' || did === 'said')) return Number(lines) === 0;
  const rule = LINES[String(did)] ?? [0, 0];
  const [least, most] = typeof rule === 'function' ? rule(facts as Facts, by_id) : rule;
  return Number(lines) >= least && Number(lines) <= most;
}

/** What residents were promised, reckoned here by hand and not by the rows: R3 from the category as it was received. */
const R3_HOURS: Record<string, Record<string, number>> = { urgent: { on_site: 2, repaired: 24 }, general: { repaired: 72 } };
/** R12: what is ordered is arranged within four hours. */
const R12_HOURS: Record<string, number> = { arranged: 4 };
/** I10, I12, C5: an answer is owed by the end of a day, counted from the day it was said. */
const ANSWER_DAYS: Record<string, Record<string, number>> = {
  suggestion: { decided: 7 },
  enquiry: { enquiry_answered: 1 },
  praise: {},
  complaint: { formal_reply: 3 },
};

/** What each kind is promised at its receipt, and by when. */
function promisedAt(at: Date, { urgency, kind }: { urgency: string; kind: string }): [what: string, within: string, dueBy: number][] {
  const inDays = ANSWER_DAYS[kind];
  const midnight = Math.floor((at.getTime() + 8 * 3_600_000) / DAY) * DAY - 8 * 3_600_000;
  if (inDays) return Object.entries(inDays).map(([what, days]) => [what, `${days} days`, midnight + (days + 1) * DAY]);
  const inHours = kind === 'special_service' ? R12_HOURS : R3_HOURS[urgency]!;
  return Object.entries(inHours).map(([what, hours]) => [what, `${hours} h`, at.getTime() + hours * 3_600_000]);
}

/** No promise lost: everything the house said it had taken is there, with the promises R3 makes of it, and whatever is late is on record. */
async function promisesLost({ world, acknowledged }: Year, db: Database): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  const received = new Map(
    (await rowsOf(db, sql`select id, subject, at, facts from events where did = 'received'`)).map((row) => [String(row.subject), row]),
  );
  const promises = await rowsOf(
    db,
    sql`select subject, what, started_at, first_due_by, due_by, kept_at, withdrawn_at, withdrawn_why, opened_by, round from promises`,
  );
  const reclassified = new Set(
    (await rowsOf(db, sql`select distinct subject from events where did in ('reclassified', 'sorted')`)).map((row) => String(row.subject)),
  );
  for (const { id, number } of acknowledged.tickets) {
    const event = received.get(id);
    if (!event) {
      wrong.push({ ticketId: id, what: `${number} was acknowledged and is not there` });
      continue;
    }
    for (const [what, within, dueBy] of promisedAt(new Date(String(event.at)), event.facts as { urgency: string; kind: string })) {
      const found = promises.filter(
        (row) => row.subject === id && row.what === what && Number(row.round) === 1 && new Date(String(row.first_due_by)).getTime() === dueBy,
      );
      // C2: whoever has it next owes it as long, and on the same day by the same hour.
      const own = what === 'formal_reply' ? found.filter((row) => row.opened_by === event.id) : found;
      // Whoever changed the category back was promised the same once more, and the first time no longer counts.
      const most = reclassified.has(id) ? found.filter((row) => row.withdrawn_at !== null).length + 1 : 1;
      if (own.length < 1 || own.length > most)
        wrong.push({ ticketId: id, what: `${number}: ${what} within ${within} of receipt stands ${found.length} times in the ledger` });
    }
  }
  if (received.size !== acknowledged.tickets.length)
    wrong.push({ ticketId: null, what: `${received.size} tickets were begun, ${acknowledged.tickets.length} acknowledged` });
  const missed = new Set(
    (await rowsOf(db, sql`select subject, what, round, opened_by from promise_steps where step = 'missed'`)).map(
      (row) => `${row.subject}/${row.what}/${row.round}/${row.opened_by}`,
    ),
  );
  // What a technician did without a signal is known later than the miss it undoes (R3).
  const backdated = new Set(
    (await rowsOf(db, sql`select distinct subject from events where did = 'claim_upheld' or (facts ? 'claimedAt' and recorded_at > at)`)).map(
      (row) => row.subject,
    ),
  );
  const openedAt = new Map(
    (await rowsOf(db, sql`select id, recorded_at from events where did in ('reclassified', 'sorted')`)).map((row) => [
      String(row.id),
      new Date(String(row.recorded_at)),
    ]),
  );
  for (const row of promises) {
    const at = (name: string) => (row[name] === null ? null : new Date(String(row[name])));
    const isLate = isMissed({ dueBy: at('due_by')!, keptAt: at('kept_at'), withdrawnAt: at('withdrawn_at') }, world.now());
    const isKnown = missed.has(`${row.subject}/${row.what}/${row.round}/${row.opened_by}`);
    // What was born after its time (a report made urgent late) and kept before anybody looked has nobody to warn.
    const isBornDone = at('kept_at') !== null && at('kept_at')! <= (openedAt.get(String(row.opened_by)) ?? at('started_at')!);
    if (isLate && !isKnown && !isBornDone && at('withdrawn_at') === null)
      wrong.push({ ticketId: String(row.subject), what: `${row.what} is late and nobody recorded it` });
    // What was owed only by a mistake, and was recorded as missed before it was taken apart, is not (Z3).
    if (!isLate && isKnown && !backdated.has(row.subject) && row.withdrawn_why !== 'let_go')
      wrong.push({ ticketId: String(row.subject), what: `${row.what} was recorded as missed and is not` });
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

const SURVEY_RUNS_DAYS = 25;

/** What colleagues owe each other comes to its end too, and nothing is owed of it any more. */
async function errandsStuck({ world }: Year, db: Database): Promise<Wrong[]> {
  // A survey that has only just come round runs on: it is answered for so many days, and may run on once.
  const since = new Date(world.now().getTime() - SURVEY_RUNS_DAYS * DAY).toISOString();
  const isPlayed = sql`e.kind <> 'duty' and not (e.kind in ('survey', 'needs') and e.given_at > ${since})`;
  const open = await rowsOf(db, sql`select e.id, e.kind, e.status from errands e where ${isPlayed} and e.status not in ('closed', 'withdrawn')`);
  const owed = await rowsOf(
    db,
    sql`select e.id, e.kind, string_agg(p.what, '、') as owed from errands e join promises p on p.subject = e.id
      where ${isPlayed} and p.kept_at is null and p.withdrawn_at is null group by e.id, e.kind`,
  );
  return [
    ...open.map((row) => ({ ticketId: null, what: `a ${row.kind} is still ${row.status}: ${row.id}` })),
    ...owed.map((row) => ({ ticketId: null, what: `a ${row.kind} still owes ${row.owed}: ${row.id}` })),
  ];
}

/** Whatever is done, but for a complaint, has an end of its own, whether or not anybody ever answers: at every instant of its history the clock would have ended it (Z1, C8). */
async function ticketsEndless(_: Year, db: Database): Promise<Wrong[]> {
  const rows = await rowsOf(db, sql`select * from events where subject_kind = 'ticket' order by subject, seq`);
  const standing = new Map<unknown, TicketState>();
  const wrong: Wrong[] = [];
  for (const row of rows) {
    const event = { ...row, at: new Date(String(row.at)), recordedAt: new Date(String(row.recorded_at)), by: row.by_id } as unknown as TicketEvent;
    const state = follow(standing.get(row.subject) ?? null, event);
    standing.set(row.subject, state);
    // C8: a complaint waits for its complainant as long as it takes.
    if (state.kind !== 'complaint' && state.status === 'finished' && movesByItself(state) === null)
      wrong.push({ ticketId: String(row.subject), what: `after ${row.did} it is done and would wait for ever` });
  }
  return wrong;
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
    sql`select e.id, e.subject, e.subject_kind, e.did, e.facts, e.by_id, (select count(*)::int from contacts c where c.event_id = e.id and c.ticket_id = e.subject) as lines,
      exists (select 1 from events d where d.office_id = e.office_id and d.subject = e.subject and d.seq = e.seq - 1 and d.did = 'date_declined' and d.recorded_at = e.recorded_at) as declines
      from events e`,
  );
  const strays = await rowsOf(
    db,
    sql`select c.ticket_id, c.body from contacts c where not exists (select 1 from events e where e.id = c.event_id and e.office_id = c.office_id and (e.subject = c.ticket_id or e.subject_kind = 'errand'))`,
  );
  const bodies = new Map<string, number>();
  for (const row of await rowsOf(db, sql`select ticket_id, body from contacts`)) {
    const key = `${row.ticket_id}/${row.body}`;
    bodies.set(key, (bodies.get(key) ?? 0) + 1);
  }
  const kept = (
    await rowsOf(
      db,
      sql`select body || coalesce(outcome, '') as text from contacts union all select coalesce(words, '') from reveals union all select words from bulletins`,
    )
  ).map((row) => String(row.text));
  const linesWith = (text: string) => kept.filter((line) => line.includes(text)).length;
  return [
    ...events
      .filter((row) => row.subject_kind === 'ticket' && !hasItsLines(row))
      .map((row) => ({ ticketId: String(row.subject), what: `${row.did} has ${row.lines} lines in the register` })),
    ...strays.map((row) => ({ ticketId: String(row.ticket_id), what: 'a line of the register belongs to no event' })),
    ...acknowledged.typed
      .filter(({ text }) => linesWith(text) !== 1)
      .map(({ ticketId, action, text }) => ({ ticketId, what: `“${text}” was taken by ${action} and stands ${linesWith(text)} times` })),
    ...acknowledged.words
      .filter(({ ticketId, text }) => bodies.get(`${ticketId}/${text}`) !== 1)
      .map(({ ticketId, text }) => ({ ticketId, what: `“${text}” stands ${bodies.get(`${ticketId}/${text}`) ?? 0} times in the register` })),
  ];
}

/**
 * Z3: what was merged is dealt with where it went: its own promises about the work are over, but for those its household is owed by itself, of which an event says so,
 * and which are over once the work is; and whatever was sooner there is as soon here. What it is to be called about is its own.
 */
async function mergedLost(_: Year, db: Database): Promise<Wrong[]> {
  const merged = await rowsOf(
    db,
    sql`select t.id, t.number, t.status, s.id as into, s.status as stands, s.facts->'merged' as further, s.facts->'tookIn' as took_in,
      (t.facts #>> '{charged,labourFen}')::int + (t.facts #>> '{charged,partsFen}')::int as charged, t.facts #>> '{charged,isSettled}' as settled,
      (select string_agg(p.what, '、') from promises p where p.subject = t.id and p.kept_at is null and p.withdrawn_at is null and p.what not in ('first_reply', 'called_again', 'merge_answer', 'follow_up', 'phone_call')
          and not (s.status in ('received', 'dispatched', 'on_site') and exists (select 1 from events e, jsonb_array_elements(coalesce(e.facts->'stays', e.facts->'only')) one
            where e.subject = t.id and e.did in ('merged', 'owed_apart') and one->>'what' = p.what and one->>'openedBy' = p.opened_by::text))) as owed
      from tickets t left join tickets s on s.id = (t.facts #>> '{merged,into}')::uuid where t.facts->'merged' <> 'null'::jsonb`,
  );
  const sooner = await rowsOf(
    db,
    sql`select e.subject, due.key as what, due.value as due_by from events e, jsonb_each_text(e.facts->'dues') due where e.did = 'took_in'
      and not exists (select 1 from promise_terms m where m.subject = e.subject and m.what = due.key and m.due_by = due.value::timestamptz)`,
  );
  const about = ({ id, number, status, into, stands, further, took_in, charged, settled, owed }: Row): [boolean, string][] => [
    [status !== 'cancelled' || into === null, `${number} was merged and is ${status}, into ${into}`],
    [stands !== 'closed' || further !== null, `${number} was merged into what ended ${stands}`],
    [!(took_in as Row[]).some((one) => one.ticket === id), `${number} was merged into what knows nothing of it`],
    [Number(charged ?? 0) > 0 && settled !== 'true', `${number} was merged and still owes ${charged} fen`],
    [owed !== null, `${number} was merged and still owes ${owed}`],
  ];
  return [
    ...merged.flatMap((row) => about(row).flatMap(([isWrong, what]) => (isWrong ? [{ ticketId: String(row.id), what }] : []))),
    ...sooner.map((row) => ({ ticketId: String(row.subject), what: `${row.what} was sooner in what was merged: ${row.due_by} holds nowhere` })),
  ];
}

/** Z3, I5: whoever follows, by a report of theirs that went there or by a wish of their own, hears of each step once. */
async function followersUntold(_: Year, db: Database): Promise<Wrong[]> {
  const rows = await rowsOf(
    db,
    sql`select e.subject, e.did, p.name, (select count(*)::int from inbox i where i.person_id = f.person_id and i.event_id = e.id) as n
      from followers f join people p on p.id = f.person_id join events e on e.subject = f.ticket_id and e.at > f.from_at and e.recorded_at > f.from_at
      where f.via in ('merged', 'hint') and f.until_at is null and e.did in ('dispatched', 'accepted', 'arrived', 'finished', 'confirmed_by_silence')
        and e.by_id is distinct from f.person_id`,
  );
  return rows
    .filter((row) => row.n !== 1)
    .map((row) => ({ ticketId: String(row.subject), what: `${row.name} follows it and was told ${row.n} times: ${row.did}` }));
}

/** I7, R5, R14: nothing is charged that was not agreed to before, and what is booked is what was charged. */
async function moneyWrong(_: Year, db: Database): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  const rows = await rowsOf(
    db,
    sql`select subject, did, facts from events where did in ('quote_accepted', 'reopened', 'finished', 'settled') order by subject, seq`,
  );
  const sumOf = ({ labourFen, partsFen }: Row) => [Number(labourFen ?? 0), Number(partsFen ?? 0)] as const;
  const books = new Map<unknown, { agreed: readonly [number, number]; charged: number }>();
  for (const { subject, did, facts } of rows) {
    const book = books.get(subject) ?? { agreed: [0, 0], charged: 0 };
    books.set(subject, book);
    const [labour, parts] = sumOf(facts as Row);
    const say = (what: string) => wrong.push({ ticketId: String(subject), what: `${what}: ${labour} + ${parts} fen` });
    if (did === 'reopened') book.agreed = [0, 0];
    if (did === 'quote_accepted') book.agreed = [labour, parts];
    if (did === 'finished' && (labour > book.agreed[0] || parts > book.agreed[1])) say('was charged more than was agreed');
    if (did === 'finished') book.charged += labour + parts;
    if (did === 'settled' && labour + parts !== book.charged) say('was booked otherwise than charged');
    if (did === 'settled') book.charged = 0;
  }
  const unsettled = await rowsOf(
    db,
    sql`select subject from promises where what = 'settled' and kept_at is not null and not exists (select 1 from events e where e.subject = promises.subject and e.did = 'settled')`,
  );
  return [...wrong, ...unsettled.map((row) => ({ ticketId: String(row.subject), what: 'counts as settled and nobody booked it' }))];
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

export const INVARIANTS = {
  promisesLost,
  ticketsStuck,
  ticketsEndless,
  errandsStuck,
  toldTwice,
  registerDiffers,
  mergedLost,
  followersUntold,
  moneyWrong,
  wallBroken,
  closedUnsolved,
  lettersLost,
  answersLost,
  informationLost,
  unnamedKnown,
  committeeUntold,
  wordsAstray,
  drawsWrong,
  drawsLeftOut,
  drawnUnasked,
  replayDiffers,
};

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
      ...wrong.slice(0, 40).map((one) => `- ${one.what}`),
      ...(about ? ['', await witness(year.world, about)] : []),
      ...(process.env.YEAR_TELL
        ? await Promise.all(
            [...new Set(wrong.map((one) => one.ticketId))]
              .filter((id) => id !== null && id !== about)
              .slice(0, 6)
              .map((id) => witness(year.world, id!)),
          )
        : []),
    ].join('\n'),
  );
}
