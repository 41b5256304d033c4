import { type SQL, sql } from 'drizzle-orm';
import { UNNAMED } from '../../shared/intake/unnamed.ts';
import type { Holder } from '../../shared/kernel/people.ts';
import type { OwedBy, Promised } from '../../shared/kernel/promises.ts';
import type { SettingEntry } from '../../shared/kernel/settings.ts';
import type { OpeningHours } from '../../shared/kernel/time.ts';
import { type KIND_FACTS, NOTHING_YET, type TicketState } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { isHeld } from './posts-held.ts';
import { serviceNumber } from './service-number.ts';
import { uuids } from './uuids.ts';
import type { System, Viewer } from './viewer.ts';
import { isShutTo, relationsTo, secretsIn, tookDownLately, visibleTickets } from './visible.ts';

/** The office around a ticket: who holds which role now, its figures, its hours. */
export interface OfficeContext {
  officeId: string;
  letters: string;
  staff: Holder[];
  settings: SettingEntry[];
  openingHours: OpeningHours;
}

/** One ticket as a command reads it: where it stands, its whole ledger, and the office around it. */
export interface TicketFile extends OfficeContext {
  id: string;
  number: string;
  version: number;
  reporterId: string;
  /** None of what nobody put a name to. */
  homeId: string | null;
  /** Where it is: the home, or the public place as it was reported. */
  place: string;
  state: TicketState;
  ledger: Promised[];
  follows: boolean;
  /** This viewer took it down lately. */
  tookDown: boolean;
  /** This viewer's own report that was merged into it. */
  own: { id: string; number: string } | null;
  /** What it is one matter with that a housemate keeps from this viewer. */
  secrets: readonly string[];
  /** What a canned reply may say of it. */
  homeLabel: string;
  reporterName: string;
  assigneeName: string | null;
  officeName: string;
  hotline: string;
}

const date = (value: unknown) => new Date(String(value));
const dateOrNull = (value: unknown) => (value === null || value === undefined ? null : date(value));

/** A line of the ledger as JSON columns came back, with its terms and steps. */
export function promisedFrom(row: Json): Promised {
  return {
    subject: String(row.subject),
    what: String(row.what),
    round: Number(row.round),
    openedBy: String(row.opened_by),
    rule: String(row.rule),
    clause: String(row.clause),
    ruleSince: String(row.rule_since),
    allowance: String(row.allowance),
    ladder: row.ladder as Promised['ladder'],
    owedByRole: row.owed_by_role as OwedBy,
    owedBy: (row.owed_by as string | null) ?? null,
    owedTo: row.owed_to as Promised['owedTo'],
    startedAt: date(row.started_at),
    madeAt: date(row.made_at),
    firstDueBy: date(row.first_due_by),
    dueBy: date(row.due_by),
    keptAt: dateOrNull(row.kept_at),
    keptBy: (row.kept_by as string | null) ?? null,
    withdrawnAt: dateOrNull(row.withdrawn_at),
    withdrawnWhy: (row.withdrawn_why as string | null) ?? null,
    missCause: (row.miss_cause as string | null) ?? null,
    nextLookAt: dateOrNull(row.next_look_at),
    terms: ((row.terms as Json[] | null) ?? []).map((term) => ({
      dueBy: date(term.due_by),
      agreedAt: date(term.agreed_at),
      agreedWith: (term.agreed_with as string | null) ?? null,
      channel: String(term.channel),
    })),
    steps: ((row.steps as Json[] | null) ?? []).map((step) => ({ step: step.step as Promised['steps'][number]['step'], at: date(step.at) })),
  };
}

/** What hangs on promises of `t`, read once a ticket and matched by the promise's key. */
const hanging = (table: SQL, order: SQL) => sql`
  select h.what, h.round, h.opened_by, json_agg(h order by ${order}) as rows from ${table} h where h.office_id = t.office_id and h.subject = t.id
  group by h.what, h.round, h.opened_by`;

/** The ledger of `t` as one JSON array, oldest first. */
export const ledgerOf = sql`(
  with agreed as materialized (${hanging(sql`promise_terms`, sql`h.agreed_at, h.event_id`)}),
    taken as materialized (${hanging(sql`promise_steps`, sql`h.at, h.step`)})
  select coalesce(json_agg(to_jsonb(p) || jsonb_build_object('terms', m.rows, 'steps', s.rows) order by p.made_at, p.opened_by, p.what), '[]'::json)
  from promises p
  left join agreed m on m.what = p.what and m.round = p.round and m.opened_by = p.opened_by
  left join taken s on s.what = p.what and s.round = p.round and s.opened_by = p.opened_by
  where p.office_id = t.office_id and p.subject = t.id)`;

/** Who holds which role in an office and at the head office now, as one JSON array: nobody on leave, and whoever stands in for them (Z15). */
export const staffOf = (office: SQL, at: string) => sql`(
  select coalesce(json_agg(jsonb_build_object('person', a.person_id, 'role', a.role, 'department', a.department, 'atHeadOffice', a.office_id = any(array(select h.id from offices h where h.kind = 'head_office')))
    || case when a.deputy_for_id is null then '{}'::jsonb else jsonb_build_object('deputyFor', a.deputy_for_id) end order by a.from_at, a.id), '[]'::json)
  from appointments a where a.office_id = any(array(select ${office} union select h.id from offices h where h.kind = 'head_office')) and ${isHeld(at)})`;

/** What an office and the head office set, with the instants from which it holds, as one JSON array. */
export const settingsOf = (office: SQL) => sql`(
  select coalesce(json_agg(json_build_object('key', s.key, 'value', s.value, 'from', s.from_at, 'office', case o2.kind when 'estate' then 'estate' else 'headOffice' end) order by s.id), '[]'::json)
  from settings s join offices o2 on o2.id = s.office_id where s.office_id = any(array(select ${office} union select h.id from offices h where h.kind = 'head_office')))`;

/** The lines of `settingsOf` as the rules read them. */
export const settingEntriesFrom = (json: unknown): SettingEntry[] =>
  (json as (Omit<SettingEntry, 'from'> & { from: string })[]).map((entry) => ({ ...entry, from: date(entry.from) }));

/** The office around a row, from its columns. */
export function contextFrom(row: Json): OfficeContext {
  return {
    officeId: String(row.office_id),
    letters: String(row.letters),
    staff: row.staff as Holder[],
    settings: settingEntriesFrom(row.settings),
    openingHours: { opens: Number(row.opens_at_minute), closes: Number(row.closes_at_minute) },
  };
}

const instantsFrom = (marks: unknown) => Object.fromEntries(Object.entries(marks as Json).map(([did, at]) => [did, date(at)]));

type Facts = Pick<TicketState, (typeof KIND_FACTS)[TicketState['kind']][number]>;

/** What only tickets of a kind have; a fact younger than the ticket is as if nothing had happened yet. */
function factsFrom(facts: Json): Facts {
  const rest = { ...NOTHING_YET, ...facts } as unknown as Omit<Facts, 'until' | 'urges'>;
  return { ...rest, until: instantsFrom(facts.until ?? {}), urges: ((facts.urges as unknown[] | undefined) ?? []).map(date) };
}

/** Where a ticket stands, from its columns. */
export function stateFrom(row: Json): TicketState {
  return {
    kind: row.kind as TicketState['kind'],
    status: row.status as TicketState['status'],
    place: row.place as TicketState['place'],
    ...factsFrom(row.facts as Json),
    round: Number(row.round),
    assignee: (row.assignee_id as string | null) ?? null,
    formerAssignee: (row.former_assignee_id as string | null) ?? null,
    receivedAt: date(row.received_at),
    roundBeganAt: date(row.round_began_at),
    happened: instantsFrom(row.happened),
    first: instantsFrom(row.first_happened),
    reworkOf: (row.rework_of as string | null) ?? null,
  };
}

/** Whether somebody follows `t`, and which report of theirs was merged into it. */
export const followsNow = (person: string | null) => sql`
  exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${person} and f.via <> 'first_contact' and f.until_at is null) as follows,
  (select json_build_object('id', m.id, 'number', m.number) from followers f join tickets m on m.office_id = f.office_id and m.id = f.own_ticket
    where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${person} and f.via = 'merged' and f.until_at is null) as own`;

async function readFiles(tx: Tx, from: SQL, where: SQL, viewer: Viewer | null, now: Date): Promise<TicketFile[]> {
  const rows = await tx.execute<Json>(sql`
    select t.*, o.letters, o.opens_at_minute, o.closes_at_minute, c.place as said_place, o.name as office_name, ${serviceNumber(sql`o`, now.toISOString())} as hotline,
      (select h.label from homes h where h.office_id = t.office_id and h.id = t.home_id) as home_label,
      (select p.name from people p where p.id = t.reporter_id) as reporter_name, (select p.name from people p where p.id = t.assignee_id) as assignee_name,
      ${ledgerOf} as ledger, ${staffOf(sql`t.office_id`, now.toISOString())} as staff, ${settingsOf(sql`t.office_id`)} as settings,
      ${followsNow(viewer?.id ?? null)}, ${viewer ? tookDownLately(viewer) : sql`false`} as took_down, ${viewer ? secretsIn(viewer) : sql`'[]'::json`} as secrets
    from ${from} join offices o on o.id = t.office_id join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id
    where ${where}`);
  return rows.map((row) => ({
    ...contextFrom(row),
    id: String(row.id),
    number: String(row.number),
    version: Number(row.version),
    reporterId: String(row.reporter_id),
    homeId: (row.home_id as string | null) ?? null,
    place: String(row.said_place),
    state: stateFrom(row),
    ledger: (row.ledger as Json[]).map(promisedFrom),
    follows: row.follows === true,
    tookDown: row.took_down === true,
    own: (row.own as TicketFile['own']) ?? null,
    secrets: row.secrets as string[],
    homeLabel: (row.home_label as string | null) ?? UNNAMED,
    reporterName: String(row.reporter_name),
    assigneeName: (row.assignee_name as string | null) ?? null,
    officeName: String(row.office_name),
    hotline: String(row.hotline),
  }));
}

/** One ticket this viewer may see, ready for a command; null where there is none for them. */
export async function readTicketFile(tx: Tx, viewer: Viewer, id: string, now: Date): Promise<TicketFile | null> {
  const [file] = await readFiles(tx, sql`tickets t`, sql`t.id = ${id} and ${visibleTickets(viewer)}`, viewer, now);
  return file && !isShutTo(viewer, file) ? file : null;
}

/** One that this viewer took down lately, even if by now they may not see it: to hand in what came with it, and for nothing else. */
export async function readTakenFile(tx: Tx, viewer: Viewer, id: string, now: Date): Promise<TicketFile | null> {
  const [file] = await readFiles(tx, sql`tickets t`, sql`t.id = ${id} and ${tookDownLately(viewer)}`, viewer, now);
  return file ?? null;
}

/** Waits until nobody else is saving a ticket this viewer may see, and holds it to the end of the transaction. */
export async function waitForTicket(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  await tx.execute(sql`select 1 from tickets t where t.id = ${id} and ${visibleTickets(viewer)} for update of t`);
}

/** Waits for these tickets, of those this viewer may see, always in one order, so that two who want the same never wait for each other. */
export async function waitForTickets(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<void> {
  await tx.execute(
    sql`select 1 from tickets t where t.id = any(${uuids([...new Set(ids)])}) and ${visibleTickets(viewer)} order by t.id for update of t`,
  );
}

/** What this viewer is to the ticket of a file. */
export function relationsToFile(viewer: Viewer, file: TicketFile) {
  const row = {
    officeId: file.officeId,
    reporterId: file.reporterId,
    homeId: file.homeId,
    place: file.state.place,
    receivedAt: file.state.receivedAt,
    assignee: file.state.assignee,
    firstContact: file.state.firstContact,
    follows: file.follows,
    fellow: file.own !== null,
    onlyMine: file.state.onlyMine === true,
    kind: file.state.kind,
    complaint: file.state.complaint,
    drawnFor: file.state.drawnFor,
  };
  return relationsTo(viewer, row, file.staff);
}

/** Tickets for the sweep, by id: the id alone, so that each costs one page of a hash however many there are. */
export function readTicketFiles(tx: Tx, _system: System, _officeId: string, ids: readonly string[], now: Date): Promise<TicketFile[]> {
  return readFiles(tx, sql`unnest(${uuids(ids)}) picked join tickets t on t.id = picked`, sql`true`, null, now);
}

/** Other tickets of this one's home that still owe a call of V8, of those this viewer may see (Z12). */
export function readOwingCalls(tx: Tx, viewer: Viewer, file: TicketFile, now: Date): Promise<TicketFile[]> {
  return readFiles(
    tx,
    sql`tickets t`,
    sql`t.office_id = ${file.officeId} and t.home_id = ${file.homeId} and t.id <> ${file.id} and t.status = 'finished' and t.kind <> 'complaint' and ${visibleTickets(viewer)}
      and exists (select 1 from promises p where p.office_id = t.office_id and p.subject = t.id and p.what = 'return_visit' and p.kept_at is null and p.withdrawn_at is null)`,
    viewer,
    now,
  );
}

/** What was merged into a ticket that this viewer may see: whatever is done there is done for those too, whoever may read them (Z3). */
export function readFellowFiles(tx: Tx, viewer: Viewer, file: TicketFile, now: Date): Promise<TicketFile[]> {
  const ids = file.state.tookIn.map((one) => one.ticket);
  if (ids.length === 0) return Promise.resolve([]);
  return readFiles(
    tx,
    sql`unnest(${uuids(ids)}) picked join tickets t on t.id = picked`,
    sql`t.office_id = ${file.officeId} and t.facts #>> '{merged,into}' = ${file.id} and exists (select 1 from tickets t where t.id = ${file.id} and ${visibleTickets(viewer)})`,
    viewer,
    now,
  );
}

/** Other tickets of this one's office that are still to be mended, of its category, its home or any public place like it, received since; newest first. */
export function readOthersUnderWay(tx: Tx, viewer: Viewer, file: TicketFile, since: Date, limit: number, now: Date): Promise<TicketFile[]> {
  const { place, category } = file.state;
  const here = place === 'home' ? sql`t.place = 'home' and t.home_id = ${file.homeId}` : sql`t.place = 'public'`;
  const picked = sql`(select t.* from tickets t where t.office_id = ${file.officeId} and t.kind = 'repair' and t.status in ('received', 'dispatched', 'on_site') and t.id <> ${file.id}
    and t.received_at >= ${since.toISOString()} and (t.facts->>'category' = ${category} or (${here})) and ${visibleTickets(viewer)} order by t.id desc limit ${limit}) t`;
  return readFiles(tx, picked, sql`true`, viewer, now);
}

/** The number of a ticket under way that mends this one again (R6), of those this viewer may see; null where there is none. */
export async function readOpenRework(tx: Tx, viewer: Viewer, file: Pick<TicketFile, 'officeId' | 'id'>): Promise<string | null> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select t.number from tickets t where t.office_id = ${file.officeId} and t.rework_of = ${file.id}
      and t.status in ('received', 'dispatched', 'on_site', 'finished') and ${visibleTickets(viewer)} limit 1`);
  return row?.number ?? null;
}

/** The office around a home, and what a report there needs of it. */
export interface HomeContext extends OfficeContext {
  homeLabel: string;
  /** Its building and unit, without the home: 3栋2单元. */
  unitLabel: string;
  building: number;
  keyCustomer: boolean;
}

/** A row of `offices o` and `homes h` with the columns `HOME_COLUMNS`. */
export const homeContextFrom = (row: Json): HomeContext => ({
  ...contextFrom(row),
  homeLabel: String(row.home_label),
  unitLabel: `${row.building}栋${row.unit}单元`,
  building: Number(row.building),
  keyCustomer: row.key_customer === true,
});

/** What `homeContextFrom` reads, beside the staff and the settings. */
export const HOME_COLUMNS = sql`o.id as office_id, o.letters, o.opens_at_minute, o.closes_at_minute, h.label as home_label, h.building, h.unit, h.key_customer`;

/** The office around a home this viewer lives in now, to report from; null where they do not. */
export async function readHomeContext(tx: Tx, viewer: Viewer, homeId: string, now: Date): Promise<HomeContext | null> {
  const at = now.toISOString();
  const rows = await tx.execute<Json>(sql`
    select ${HOME_COLUMNS},
      ${staffOf(sql`o.id`, at)} as staff, ${settingsOf(sql`o.id`)} as settings
    from homes h join offices o on o.id = h.office_id
    where h.id = ${homeId} and exists (select 1 from residences r where r.office_id = h.office_id and r.home_id = h.id and r.person_id = ${viewer.id}
      and r.from_at <= ${at} and (r.until_at is null or r.until_at > ${at}))`);
  const row = rows[0];
  return row ? homeContextFrom(row) : null;
}
