import { type SQL, sql } from 'drizzle-orm';
import { type DutyFacts, dutyFacts } from '../../shared/duties/duty.ts';
import type { KeeperLine } from '../../shared/duties/keepers.ts';
import type { Duty } from '../../shared/duties/rows.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import { MINUTE } from '../../shared/kernel/time.ts';
import type { Tx } from '../connect.ts';
import { errandStateFrom, firstErrands, visibleErrands } from './errands.ts';
import type { Json } from './json.ts';
import { keeperLinesFrom, keeperLinesOf } from './keepers.ts';
import { PAGE } from './page.ts';
import { contextFrom, ledgerOf, type OfficeContext, promisedFrom, settingsOf, staffOf } from './ticket-files.ts';
import { lowestId, uuids } from './uuids.ts';
import type { System, Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

const OPEN = sql`t.status in ('given', 'taken', 'returned')`;
const OVER = sql`t.status in ('closed', 'withdrawn')`;

/** The estates that have begun to keep their channels, and the head office with the first of them; no other owes a duty. */
export async function officesWithDuties(tx: Tx, _system: System): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select o.id from offices o where exists (select 1 from channel_keepers k where k.office_id = o.id or o.kind = 'head_office') order by o.id`,
  );
  return rows.map((row) => row.id);
}

/** An office as its duties are opened: who works there, who keeps what, who wrote the first line. */
export interface DutyOffice extends OfficeContext {
  /** Of the head office every estate's. */
  lines: KeeperLine[];
  isHeadOffice: boolean;
}

/** The estate, held so that nobody else opens its duties meanwhile; null where somebody does at this moment. */
export async function holdDutyOffice(tx: Tx, _system: System, officeId: string, now: Date): Promise<DutyOffice | null> {
  const [held] = await tx.execute<{ id: string }>(sql`select id from offices where id = ${officeId} for no key update skip locked`);
  if (!held) return null;
  const [row] = await tx.execute<Json>(sql`
    select o.id as office_id, o.kind, o.letters, o.opens_at_minute, o.closes_at_minute, ${staffOf(sql`o.id`, now.toISOString())} as staff, ${settingsOf(sql`o.id`)} as settings,
      ${keeperLinesOf} as lines
    from offices o where o.id = ${officeId}`);
  return row ? { ...contextFrom(row), lines: keeperLinesFrom(row.lines), isHeadOffice: row.kind === 'head_office' } : null;
}

/** The estate, held against whoever opens its duties; waits for whoever does. */
export async function waitForDutyOffice(tx: Tx, _viewer: Viewer, officeId: string): Promise<void> {
  await tx.execute(sql`select id from offices where id = ${officeId} for no key update`);
}

/** What of an estate owes a duty. */
export interface Part {
  duty: Duty;
  part: string;
}

/** Where the last period opened of each part ends, in the order asked; none where there was never one. */
export async function readLastPeriods(tx: Tx, _system: System, officeId: string, parts: readonly Part[]): Promise<(Date | null)[]> {
  const rows = await tx.execute<{ until: string | null }>(sql`
    select last.until from jsonb_array_elements(${JSON.stringify(parts)}::jsonb) with ordinality as n(one, nth)
    left join lateral (select t.facts->>'until' as until from errands t
      where t.office_id = ${officeId} and t.kind = 'duty' and t.facts->>'duty' = n.one->>'duty' and t.facts->>'part' = n.one->>'part' order by t.answer_by desc limit 1) last on true
    order by n.nth`);
  return rows.map(({ until }) => (until === null ? null : new Date(until)));
}

/** Duties of an estate that were missed and not counted yet, oldest first (Z8). Held; what somebody moves at this moment is left for the next time. */
export async function lockMissedDuties(tx: Tx, _system: System, officeId: string, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.id from errands t where t.office_id = ${officeId} and t.kind = 'duty' and ${OPEN} and t.next_due_by < ${now.toISOString()} and t.answer_by < ${now.toISOString()}
      and not t.facts ? 'inARow' order by t.next_due_by, t.id limit ${limit} for update skip locked`);
  return rows.map((row) => row.id);
}

/** How many in a row were missed before each of these, by what was counted of the one right before it. */
export async function readMissedBefore(tx: Tx, _system: System, officeId: string, ids: readonly string[]): Promise<Record<string, number>> {
  const rows = await tx.execute<{ id: string; before: number }>(sql`
    select t.id, coalesce(last.in_a_row, 0) as before from errands t
    left join lateral (select (p.facts->>'inARow')::int as in_a_row from errands p
      where p.office_id = t.office_id and p.kind = 'duty' and p.facts->>'duty' = t.facts->>'duty' and p.facts->>'part' = t.facts->>'part'
        and p.answer_by < t.answer_by order by p.answer_by desc limit 1) last on true
    where t.office_id = ${officeId} and t.id = any(${uuids(ids)})`);
  return Object.fromEntries(rows.map(({ id, before }) => [id, Number(before)]));
}

/** Open duties of an estate whose holder does not work there any more. */
export async function lockOrphanedDuties(tx: Tx, _system: System, officeId: string, here: readonly string[], limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.id from errands t where t.office_id = ${officeId} and t.kind = 'duty' and ${OPEN} and not (t.holder_id = any(${uuids(here)})) order by t.id limit ${limit} for update skip locked`);
  return rows.map((row) => row.id);
}

/** Open rounds of a channel, for whoever keeps it from now on. Waits for whoever moves one at this moment. */
export async function lockRoundsOf(tx: Tx, _viewer: Viewer, officeId: string, channel: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.id from errands t where t.office_id = ${officeId} and t.kind = 'duty' and ${OPEN} and t.facts->>'duty' = 'round' and t.facts->>'part' = ${channel} order by t.id for update`);
  return rows.map((row) => row.id);
}

/** One period of a duty in a list, with its promise. */
export interface DutyRead extends OfficeContext {
  id: string;
  officeName: string;
  state: ErrandState;
  facts: DutyFacts;
  holderName: string;
  ledger: Promised[];
}

const READ = (now: Date) => sql`
  t.*, o.name as office_name, o.letters, o.opens_at_minute, o.closes_at_minute, h.name as holder_name, ${ledgerOf} as ledger, ${staffOf(sql`t.office_id`, now.toISOString())} as staff, '[]'::json as settings`;

function readFrom(row: Json): DutyRead {
  const state = errandStateFrom(row);
  return {
    ...contextFrom(row),
    id: String(row.id),
    officeName: String(row.office_name),
    state,
    facts: dutyFacts(state),
    holderName: String(row.holder_name),
    ledger: (row.ledger as Json[]).map(promisedFrom),
  };
}

/** A page of duties this viewer may see: those still owed, soonest due first, or those that are over, the last first. */
export async function listDuties(
  tx: Tx,
  viewer: Viewer,
  show: 'owed' | 'past',
  after: { at: Date; id: string } | null,
  now: Date,
): Promise<DutyRead[]> {
  const past = show === 'past';
  const direction = past ? sql`desc` : sql``;
  const order = { inside: sql`t.answer_by ${direction}, t.id ${direction}`, together: sql`page.answer_by ${direction}, page.id ${direction}` };
  const from = after ? sql`and (t.answer_by, t.id) ${past ? sql`<` : sql`>`} (${after.at.toISOString()}, ${after.id})` : sql``;
  const which = sql`t.kind = 'duty' and ${past ? OVER : OPEN} ${from}`;
  const rows = await tx.execute<Json>(sql`
    select ${READ(now)} from ${firstErrands(viewer, [which], PAGE + 1, order)} t join offices o on o.id = t.office_id join people h on h.id = t.holder_id
    order by t.answer_by ${direction}, t.id ${direction}`);
  return rows.map(readFrom);
}

/** How many open duties are this viewer's own to do. */
export async function countOwnDuties(tx: Tx, viewer: Viewer): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from errands t where t.kind = 'duty' and t.holder_id = ${viewer.id} and ${OPEN} and ${visibleErrands(viewer)} limit 100) one`,
  );
  return row?.n ?? 0;
}

/** One duty this viewer may see, with what was written and what its notes became; null where there is none for them. */
export async function readDuty(
  tx: Tx,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<(DutyRead & { openedByName: string | null; doneByName: string | null; words: string | null }) | null> {
  const doer = (did: string) =>
    sql`(select p.name from events e join people p on p.id = e.by_id where e.office_id = t.office_id and e.subject = t.id and e.did = ${did} order by e.seq desc limit 1)`;
  const [row] = await tx.execute<Json>(sql`
    select ${READ(now)}, ${doer('opened')} as opened_by_name, ${doer('done')} as done_by_name,
      (select c.body from events e join contacts c on c.event_id = e.id and c.kind = 'errand' and c.office_id = e.office_id
        where e.office_id = t.office_id and e.subject = t.id and e.did = 'done' order by e.seq desc limit 1) as words
    from errands t join offices o on o.id = t.office_id join people h on h.id = t.holder_id where t.kind = 'duty' and t.id = ${id} and ${visibleErrands(viewer)}`);
  if (!row) return null;
  const text = (value: unknown) => (value as string | null) ?? null;
  return { ...readFrom(row), openedByName: text(row.opened_by_name), doneByName: text(row.done_by_name), words: text(row.words) };
}

/** What was recorded by then was begun not long before. */
const BEGUN_BEFORE = MINUTE;

/**
 * The tickets taken down by a way since an instant that no other round has claimed: what was found in it while somebody looked through it (I13).
 * Every one of them, whoever may read which: a round's record counts what was in the box.
 */
export async function readTakenDown(tx: Tx, _viewer: Viewer, officeId: string, takenAs: string, since: Date, until: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.id from tickets t join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id
    where t.office_id = ${officeId} and t.id >= ${lowestId(new Date(since.getTime() - BEGUN_BEFORE))} and t.id <= ${lowestId(new Date(until.getTime() + BEGUN_BEFORE))}
      and c.channel = ${takenAs} and c.recorded_at >= ${since.toISOString()} and c.recorded_at <= ${until.toISOString()} order by t.id`);
  return rows.map((row) => row.id);
}

/** What a round's notes became, as far as this viewer may see them. */
export async function readRoundTickets(
  tx: Tx,
  viewer: Viewer,
  officeId: string,
  ids: readonly string[],
): Promise<{ id: string; number: string; kind: string; status: string }[]> {
  const rows = await tx.execute<{ id: string; number: string; kind: string; status: string }>(sql`
    select t.id, t.number, t.kind, t.status from tickets t where t.office_id = ${officeId} and t.id = any(${uuids(ids)}) and ${visibleTickets(viewer)} order by t.id`);
  return [...rows];
}

/** What a unit was handed or told: the slips that went to it, and what was given out to it. */
export interface Received {
  id: string;
  state: ErrandState;
  giverName: string;
  words: string;
}

/** A duty that looks through what a unit got. */
type Review = Pick<DutyRead, 'officeId' | 'id' | 'state'>;

/**
 * Which `errands t` a unit got since its last meeting that looked through it, as far as this viewer may see them; once it was put down, which it put down (D9).
 * What is older and not done yet is among it.
 */
function receivedIn(viewer: Viewer, { officeId, state }: Review): SQL {
  const { part, from, until, reviewed } = dutyFacts(state);
  const toIt = state.unit?.atHeadOffice
    ? sql`t.at_head_office and t.department = ${part}`
    : sql`t.office_id = ${officeId} and not t.at_head_office and t.department = ${part}`;
  const before = sql`coalesce((select (d.happened->>'done')::timestamptz from errands d where d.office_id = ${officeId} and d.kind = 'duty' and d.facts->>'duty' = 'unit_review'
    and d.facts->>'part' = ${part} and d.happened ? 'done' and d.answer_by < ${state.answerBy!.toISOString()} order by d.answer_by desc limit 1), ${from}::timestamptz)`;
  const which = reviewed
    ? sql`t.id = any(${uuids(reviewed)})`
    : sql`${toIt} and t.given_at < ${until}::timestamptz and (t.given_at >= least(${from}::timestamptz, ${before}) or ${OPEN})`;
  return sql`t.kind in ('handover', 'urgent', 'referral', 'work_letter', 'notice') and ${which} and ${visibleErrands(viewer)}`;
}

/** A page of what a unit got, the oldest first. */
export async function listReceived(tx: Tx, viewer: Viewer, duty: Review, after: { at: Date; id: string } | null): Promise<Received[]> {
  const rows = await tx.execute<Json>(sql`
    select t.*, g.name as giver_name, (select c.body from events e join contacts c on c.event_id = e.id and c.kind = 'errand'
      where e.office_id = t.office_id and e.subject = t.id and e.seq = 1 order by c.id limit 1) as words
    from errands t join people g on g.id = t.giver_id
    where ${receivedIn(viewer, duty)} ${after ? sql`and (t.given_at, t.id) > (${after.at.toISOString()}, ${after.id})` : sql``} order by t.given_at, t.id limit ${PAGE + 1}`);
  return rows.map((row) => ({ id: String(row.id), state: errandStateFrom(row), giverName: String(row.giver_name), words: String(row.words ?? '') }));
}

/** All a unit got, the oldest first, by id. */
export async function readReceivedIds(tx: Tx, viewer: Viewer, duty: Review): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select t.id from errands t where ${receivedIn(viewer, duty)} order by t.given_at, t.id`);
  return rows.map((row) => row.id);
}
