import { type SQL, sql } from 'drizzle-orm';
import { isStaffTo } from '../../shared/kernel/people.ts';
import { isExact, isFound, type Reading } from '../../shared/tickets/search.ts';
import type { Tx } from '../connect.ts';
import { hiddenWords } from './held.ts';
import { PAGE } from './page.ts';
import { listTheseTickets, type TicketLine } from './ticket-lines.ts';
import { uuids } from './uuids.ts';
import { overseenOffices, overseesCompany, technicianOffices, type Viewer } from './viewer.ts';
import { beyondTheWall, ownTickets, visibleTickets } from './visible.ts';

/** How many rows one page may look at in each way of finding; past it the answer is what was found, and a cursor that goes on. */
export const MOST_CANDIDATES = 400;
/** How many candidates are looked at in the row, where their terms alone do not settle it. */
const MOST_CHECKED = 30;

/** Whether somebody's work includes looking for tickets. Residents have their own list. */
export function maySearch(viewer: Viewer): boolean {
  return overseesCompany(viewer) || overseenOffices(viewer).length > 0 || technicianOffices(viewer).length > 0;
}

/** Where candidates come from: all estates, the estates one oversees, or what one has been given to mend. */
type Scope = 'company' | 'offices' | 'mine';

function scopesOf(viewer: Viewer): Scope[] {
  if (overseesCompany(viewer)) return ['company'];
  return [
    ...(overseenOffices(viewer).length > 0 ? (['offices'] as const) : []),
    ...(technicianOffices(viewer).length > 0 ? (['mine'] as const) : []),
  ];
}

/** The estates one works for; null for all of them. */
const workOffices = (viewer: Viewer) => (overseesCompany(viewer) ? null : [...new Set([...overseenOffices(viewer), ...technicianOffices(viewer)])]);

const older = (column: SQL, after: string | null) => (after ? sql`and ${column} < ${after}` : sql``);

/**
 * Tickets that have all these terms, as one row: the newest of them, how many rows the walk looked at, and the last of those.
 * The first term is walked newest first; the others are looked up in one pass over what the walk found, never one by one.
 */
function withTerms(viewer: Viewer, scope: Scope, terms: readonly string[], walk: number, after: string | null): SQL {
  const offices = uuids(scope === 'mine' ? technicianOffices(viewer) : overseenOffices(viewer));
  const inScope = scope === 'company' ? sql`true` : sql`s.office_id = any(${offices})`;
  // What is walled takes nobody's place in a walk, and ends none.
  const apart = beyondTheWall(viewer, sql`s.ticket_id`);
  const walks: Record<Scope, SQL> = {
    company: sql`select s.ticket_id from search_terms s where s.term = ${terms[0]} ${apart} ${older(sql`s.ticket_id`, after)} order by s.ticket_id desc limit ${walk}`,
    offices: sql`select w.ticket_id from unnest(${offices}) office cross join lateral (
      select s.ticket_id from search_terms s where s.office_id = office and s.term = ${terms[0]} ${apart} ${older(sql`s.ticket_id`, after)} order by s.ticket_id desc limit ${walk}) w
      order by w.ticket_id desc limit ${walk}`,
    mine: sql`select distinct a.ticket_id from assignments a where a.person_id = ${viewer.id} ${older(sql`a.ticket_id`, after)} order by a.ticket_id desc limit ${MOST_CANDIDATES}`,
  };
  const others = scope === 'mine' ? terms : terms.slice(1);
  const steps = others.map(
    (term, index) => sql`, ${sql.raw(`step${index + 1}`)} as materialized (
      select s.ticket_id from search_terms s where ${inScope} and s.term = ${term} and s.ticket_id = any(array(select ticket_id from ${sql.raw(`step${index}`)})))`,
  );
  return sql`(with step0 as materialized (${walks[scope]})${sql.join(steps, sql``)}
    select array_to_json(array(select ticket_id from ${sql.raw(`step${others.length}`)} order by ticket_id desc limit ${MOST_CHECKED})) as ids,
      (select count(*)::int from step0) as looked, (select ticket_id from step0 order by ticket_id limit 1) as last_looked)`;
}

/** Tickets reported by the people of a name or of four last digits. */
function byReporter(viewer: Viewer, reading: Extract<Reading, { by: 'name' | 'last4' }>, after: string | null): SQL {
  const offices = workOffices(viewer);
  const here = offices ? sql`and t.office_id = any(${uuids(offices)})` : sql``;
  const who = reading.by === 'name' ? sql`p.name = ${reading.name}` : sql`p.phone_last4 = ${reading.last4}`;
  return sql`(with step0 as materialized (
      select t.id as ticket_id from (select p.id from people p where ${who} limit ${MOST_CANDIDATES}) reporter cross join lateral (
        select t.id from tickets t where t.reporter_id = reporter.id ${here} and ${visibleTickets(viewer, 'followed')} ${older(sql`t.id`, after)} order by t.id desc limit ${PAGE + 1}) t
      order by t.id desc limit ${PAGE + 1})
    select array_to_json(array(select ticket_id from step0 order by ticket_id desc)) as ids,
      (select count(*)::int from step0) as looked, (select ticket_id from step0 order by ticket_id limit 1) as last_looked)`;
}

interface Branch {
  reading: Reading;
  /** How many rows its walk takes at most; as many looked at means there may be more. */
  walk: number;
  /** How many ids it gives at most. */
  most: number;
  query: SQL;
}

function branchesOf(viewer: Viewer, readings: readonly Reading[], after: string | null): Branch[] {
  return readings.flatMap((reading): Branch[] => {
    if (reading.by === 'name' || reading.by === 'last4')
      return [{ reading, walk: PAGE + 1, most: PAGE + 1, query: byReporter(viewer, reading, after) }];
    return scopesOf(viewer).map((scope) => {
      const settled = isExact(reading) && reading.terms.length === 1 && scope !== 'mine';
      const walk = settled ? PAGE + 1 : MOST_CANDIDATES;
      return { reading, walk, most: MOST_CHECKED, query: withTerms(viewer, scope, reading.terms, walk, after) };
    });
  });
}

interface Found extends Record<string, unknown> {
  branch: number;
  ids: string[];
  looked: number;
  last_looked: string | null;
}

/**
 * Every word of `t` that a viewer may read, where the terms alone do not settle it; colleagues' own words, and what is held, are not their
 * reporter's or household's to find.
 */
function wordsToCheck(viewer: Viewer, readings: readonly Reading[], unsettled: readonly string[]): SQL {
  const colleague = overseesCompany(viewer) ? sql`true` : sql`t.office_id = any(${uuids(overseenOffices(viewer))})`;
  const home = readings.some((reading) => reading.by === 'home')
    ? sql`(select h.label from homes h where h.office_id = t.office_id and h.id = t.home_id)`
    : sql`''`;
  return sql`case when t.id = any(${uuids(unsettled)}) or not ${colleague} or ${ownTickets(viewer)} then jsonb_build_object(
    'home', ${home},
    'said', (select jsonb_agg(jsonb_build_array(x.audience, x.body, x.outcome, x.place, x.author_id <> ${viewer.id} and ${hiddenWords(sql`x`)})) from contacts x where x.office_id = t.office_id and x.ticket_id = t.id)) end`;
}

type Beside = { home: string; said: [audience: string, body: string, outcome: string | null, place: string, isHeld: boolean][] | null } | null;

function isHit(line: TicketLine, beside: Beside, readings: readonly Reading[]): boolean {
  if (!beside) return true;
  const said = (beside.said ?? []).filter(([audience, , , , isHeld]) => (audience !== 'staff' && !isHeld) || isStaffTo(line.relations));
  const texts = said.flatMap(([, body, outcome, place]) => [body, outcome ?? '', place]);
  return readings.some((reading) => isFound(reading, { number: line.number, homeLabel: beside.home, texts }));
}

const newestFirst = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

/**
 * A page of what a query finds among what this viewer may see, newest first, in two statements whatever the number of tickets.
 * @param after where the last page ended
 * @returns at most twenty tickets; fewer with a `next` where the bound of one page was reached first
 */
export async function searchTickets(
  tx: Tx,
  viewer: Viewer,
  readings: readonly Reading[],
  after: string | null,
): Promise<{ lines: TicketLine[]; next: string | null }> {
  // Searching is work: what one sees only for living there is not looked for.
  const branches = branchesOf({ ...viewer, residences: [] }, readings, after);
  const found = await tx.execute<Found>(
    sql.join(
      branches.map(({ query }, index) => sql`select ${index}::int as branch, f.* from ${query} f`),
      sql` union all `,
    ),
  );
  // A branch that stopped early knows nothing of what is older than where it stopped.
  let floor = '';
  const foundBy = new Map<string, Reading[]>();
  for (const { branch, ids, looked, last_looked } of found) {
    const { reading, walk, most } = branches[branch]!;
    const stoppedAt = ids.length >= most ? ids[ids.length - 1] : looked >= walk ? last_looked : null;
    if (stoppedAt && stoppedAt > floor) floor = stoppedAt;
    for (const id of ids) foundBy.set(id, [...(foundBy.get(id) ?? []), reading]);
  }
  const candidates = [...foundBy.keys()].filter((id) => id >= floor).sort(newestFirst);
  const isSettled = (id: string) => foundBy.get(id)!.some(isExact);
  const taken = candidates.slice(0, candidates.slice(0, PAGE).every(isSettled) ? PAGE : MOST_CHECKED);
  const unsettled = taken.filter((id) => !isSettled(id));
  const rows = taken.length > 0 ? await listTheseTickets(tx, viewer, taken, workOffices(viewer), wordsToCheck(viewer, readings, unsettled)) : [];
  const hits = rows.filter(({ line, beside }) => isHit(line, beside as Beside, foundBy.get(line.id)!)).map(({ line }) => line);
  const lines = hits.slice(0, PAGE);
  const lastTaken = candidates.length > taken.length ? taken[taken.length - 1]! : null;
  return { lines, next: hits.length > PAGE ? lines[PAGE - 1]!.id : (lastTaken ?? (floor || null)) };
}
