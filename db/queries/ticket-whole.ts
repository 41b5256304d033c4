import { sql } from 'drizzle-orm';
import { carriersOf } from '../../shared/complaints/wall.ts';
import type { Check } from '../../shared/content/checks.ts';
import { roundToWrite } from '../../shared/facilities/spending.ts';
import { UNNAMED } from '../../shared/intake/unnamed.ts';
import type { Holder } from '../../shared/kernel/people.ts';
import type { SettingEntry } from '../../shared/kernel/settings.ts';
import type { TicketEventName, TicketState } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import { checkFrom, checkOf, checkOfPhoto } from './held.ts';
import type { Json } from './json.ts';
import { type ChargeRow, chargeFrom, type QuoteRow, quoteFrom } from './quotes.ts';
import { serviceNumber } from './service-number.ts';
import { followsNow, ledgerOf, settingEntriesFrom, settingsOf, staffOf } from './ticket-files.ts';
import { FIRST_CONTACT, lineFrom, saidTo, type TicketLine } from './ticket-lines.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';
import { isShutTo, secretAtHome, secretsIn, visibleTickets } from './visible.ts';

export interface HistoryLine {
  id: string;
  did: TicketEventName;
  at: Date;
  recordedAt: Date;
  by: string | null;
  facts: Record<string, unknown>;
}

export interface ThreadLine {
  id: string;
  at: Date;
  channel: string;
  kind: string;
  direction: 'in' | 'out' | 'internal';
  audience: string;
  round: number | null;
  author: string;
  body: string;
  outcome: string | null;
  eventId: string | null;
  check: Check | null;
}

export interface PhotoLine {
  id: string;
  at: Date;
  purpose: 'report' | 'result' | 'message';
  round: number;
  storageKey: string;
  by: string;
  check: Check | null;
  contactId: string | null;
}

/** A voice note that was said with some words. */
export interface VoiceLine {
  id: string;
  contactId: string;
  seconds: number;
  storageKey: string;
}

export interface Who {
  id: string;
  name: string;
  phoneCipher: string | null;
  phoneLast4: string | null;
  role: string | null;
  department: string | null;
}

/** What a round of a public repair used, as it was written last. */
export interface SpendingRow {
  version: number;
  byName: string;
  at: Date;
  labourFen: number;
  partsFen: number;
  lines: { label: string; unit: string; quantity: number; priceFen: number }[];
}

const spendingFrom = (row: Json): SpendingRow => ({
  version: Number(row.version),
  byName: String(row.by_name),
  at: new Date(String(row.at)),
  labourFen: Number(row.labour_fen),
  partsFen: Number(row.parts_fen),
  lines: (row.lines as Json[]).map((line) => ({
    label: String(line.label),
    unit: String(line.unit),
    quantity: Number(line.quantity),
    priceFen: Number(line.price_fen),
  })),
});

const whoFrom = (who: Json): Who => ({
  id: String(who.id),
  name: String(who.name),
  phoneCipher: (who.cipher as string | null) ?? null,
  phoneLast4: (who.last4 as string | null) ?? null,
  role: (who.role as string | null) ?? null,
  department: (who.department as string | null) ?? null,
});

const historyFrom = (event: Json): HistoryLine => ({
  id: String(event.id),
  did: event.did as TicketEventName,
  at: new Date(String(event.at)),
  recordedAt: new Date(String(event.recorded_at)),
  by: (event.by_id as string | null) ?? null,
  facts: event.facts as Record<string, unknown>,
});

const photoFrom = (photo: Json): PhotoLine => ({
  id: String(photo.id),
  at: new Date(String(photo.finalised_at)),
  purpose: photo.purpose as PhotoLine['purpose'],
  round: Number(photo.round),
  storageKey: String(photo.storage_key),
  by: String(photo.uploaded_by),
  check: checkFrom(photo.held),
  contactId: (photo.contact_id as string | null) ?? null,
});

const voiceFrom = (voice: Json): VoiceLine => ({
  id: String(voice.id),
  contactId: String(voice.contact_id),
  seconds: Number(voice.seconds),
  storageKey: String(voice.storage_key),
});

/** Everything about one ticket; what of it is shown to whom is decided by the caller from `relations`. */
export interface TicketWhole extends TicketLine {
  version: number;
  officeHotline: string;
  /** The outside provider of a special service, by name. */
  providerName: string | null;
  /** The home it was reported from, as people name it. */
  homeLabel: string;
  /** How many households follow it beside whoever reported it. */
  followedBy: number;
  settings: SettingEntry[];
  reporterAs: string | null;
  history: HistoryLine[];
  thread: ThreadLine[];
  photos: PhotoLine[];
  voices: VoiceLine[];
  /** Every version, oldest first. */
  quotes: QuoteRow[];
  charges: ChargeRow[];
  facility: { id: string; name: string } | null;
  /** What this round of a public repair used, as it was written last. */
  spending: SpendingRow | null;
  /** What it came back from, and what it came back as, of what this viewer may see (R6). */
  linked: { id: string; number: string; status: TicketState['status'] }[];
  /** What a housemate of this viewer keeps to themselves, of all it was ever one matter with. */
  everSecret: Secret[];
  /** C4: who carries out what is left of a corrective plan. */
  carriers: readonly string[];
  people: Map<string, Who>;
}

interface Secret {
  id: string;
  reporterId: string;
}

/** Of what the events of `history` say it was merged with. */
function everSecretTo(viewer: Viewer, line: TicketLine) {
  const secret = line.reporterId === viewer.id ? null : secretAtHome(viewer, sql`k`);
  if (!secret) return sql`'[]'::json`;
  const named = (fact: string) =>
    sql`select (h.facts->>${fact})::uuid from history h where h.did in ('took_in', 'let_go', 'merged', 'carried_over', 'unmerged')`;
  return sql`(select coalesce(json_agg(json_build_object('id', k.id, 'reporterId', k.reporter_id)), '[]'::json) from tickets k
    where k.office_id = ${line.officeId} and ${secret} and k.id in (${named('ticket')} union ${named('into')} union ${named('from')} union select (along->>'ticket')::uuid
      from history h cross join lateral jsonb_array_elements(h.facts->'along') along where h.did = 'took_in' and jsonb_typeof(h.facts->'along') = 'array'))`;
}

/** How many households follow `t` because a neighbour had reported it. */
export const FOLLOWING_HOMES = sql`(select count(distinct coalesce((select r.home_id from residences r where r.office_id = f.office_id and r.person_id = f.person_id and r.until_at is null order by r.from_at limit 1), f.person_id))
  from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.via = 'hint' and f.until_at is null)`;

/** What hangs on a ticket, as its rows say it. */
interface BesideRow extends Json {
  history: Json[];
  thread: Json[];
  photos: Json[];
  quotes: Json[];
  charges: Json[];
  facility: TicketWhole['facility'];
  spending: Json | null;
  linked: TicketWhole['linked'];
  ever_secret: Secret[];
  people: Json[];
}

/** Whose costs this viewer would write down next. */
export const spendingRoundOf = ({ state, ledger, relations }: Pick<TicketLine, 'state' | 'ledger' | 'relations'>): number =>
  roundToWrite(state, ledger, relations.includes('assignee'));

/** What hangs on one ticket, in one statement. */
async function readBeside(tx: Tx, viewer: Viewer, line: TicketLine, carriers: readonly string[]): Promise<BesideRow> {
  const { id } = line;
  const { complaint } = line.state;
  const meant = complaint ? [...complaint.accused, ...complaint.letIn, ...carriers] : [];
  const known = [line.reporterId, line.state.assignee, line.state.firstContact, ...meant, ...line.ledger.map((promise) => promise.owedBy)].filter(
    (one) => one !== null,
  );
  const [beside] = await tx.execute<BesideRow>(sql`
    with history as materialized (select e.* from events e where e.office_id = ${line.officeId} and e.subject = ${id}),
      thread as materialized (select c.*, ${checkOf(sql`c`)} as held from contacts c where c.office_id = ${line.officeId} and c.ticket_id = ${id}),
      named as materialized (select h.by_id as id from history h union select (h.facts->>'assignee')::uuid from history h union select c.author_id from thread c
        union select unnest(${uuids([...new Set(known)])}))
    select
      (select coalesce(json_agg(h order by h.seq desc), '[]'::json) from history h) as history,
      (select coalesce(json_agg(c order by c.id), '[]'::json) from thread c) as thread,
      (select coalesce(json_agg(f order by f.round, f.purpose, f.position, f.id), '[]'::json) from (select f.*, ${checkOfPhoto(sql`f`)} as held from photos f where f.office_id = ${line.officeId} and f.ticket_id = ${id} and f.finalised_at is not null) f) as photos,
      (select coalesce(json_agg(q order by q.version), '[]'::json) from (select q.*, (select coalesce(json_agg(l order by l.position), '[]'::json) from quote_lines l where l.office_id = q.office_id and l.quote_id = q.id) as lines
        from quotes q where q.office_id = ${line.officeId} and q.ticket_id = ${id}) q) as quotes,
      (select coalesce(json_agg(g order by g.round), '[]'::json) from charges g where g.office_id = ${line.officeId} and g.ticket_id = ${id}) as charges,
      (select json_build_object('id', f.id, 'name', f.name) from facilities f where f.office_id = ${line.officeId} and f.id = ${line.state.facility}) as facility,
      (select to_jsonb(s) || jsonb_build_object('by_name', p.name, 'lines', (select coalesce(json_agg(l order by l.position), '[]'::json) from spending_lines l where l.office_id = s.office_id and l.spending_id = s.id))
        from spendings s join people p on p.id = s.by_id where s.office_id = ${line.officeId} and s.ticket_id = ${id} and s.round = ${spendingRoundOf(line)} order by s.version desc limit 1) as spending,
      (select coalesce(json_agg(json_build_object('id', t.id, 'number', t.number, 'status', t.status) order by t.id desc), '[]'::json)
        from tickets t where t.office_id = ${line.officeId} and (t.rework_of = ${id} or t.id = ${line.state.reworkOf}) and ${visibleTickets(viewer)}) as linked,
      ${everSecretTo(viewer, line)} as ever_secret,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'cipher', p.phone_cipher, 'last4', p.phone_last4, 'role', a.role, 'department', a.department)), '[]'::json)
        from named n cross join lateral (select p.* from people p where p.id = n.id offset 0) p left join lateral (
          select a.role, a.department from appointments a where a.person_id = p.id order by (a.office_id = ${line.officeId}) desc, a.from_at limit 1) a on true) as people`);
  return beside!;
}

/** One ticket this viewer may see, whole, in two statements; null where there is none for them. */
export async function readTicketWhole(tx: Tx, viewer: Viewer, id: string): Promise<TicketWhole | null> {
  const [row] = await tx.execute<Json>(sql`
    select t.*, o.name as office_name, c.*, (select pa.name from people pa where pa.id = t.assignee_id) as assignee_name,
      ${followsNow(viewer.id)}, ${FOLLOWING_HOMES} as followed_by, ${ledgerOf} as ledger, ${saidTo(viewer)} as said, ${secretsIn(viewer)} as secrets, ${staffOf(sql`t.office_id`, viewer.at.toISOString())} as staff, ${settingsOf(sql`t.office_id`)} as settings, ${serviceNumber(sql`o`, viewer.at.toISOString())} as hotline,
      (select v.name from providers v where v.office_id = t.office_id and v.id = (t.facts->>'provider')::uuid) as provider_name,
      (select h.label from homes h where h.office_id = t.office_id and h.id = t.home_id) as home_label,
      (select r."as" from residences r where r.office_id = t.office_id and r.home_id = t.home_id and r.person_id = t.reporter_id order by r.from_at desc limit 1) as reporter_as
    from tickets t join offices o on o.id = t.office_id ${FIRST_CONTACT} where t.id = ${id} and ${visibleTickets(viewer)}`);
  if (!row) return null;
  const line = lineFrom(row, viewer);
  if (isShutTo(viewer, line)) return null;
  const carriers = carriersOf(line.state, row.staff as Holder[]);
  const rest = await readBeside(tx, viewer, line, carriers);
  const people = rest.people.map(whoFrom);
  return {
    ...line,
    version: Number(row.version),
    officeHotline: String(row.hotline),
    providerName: (row.provider_name as string | null) ?? null,
    homeLabel: (row.home_label as string | null) ?? UNNAMED,
    followedBy: Number(row.followed_by),
    settings: settingEntriesFrom(row.settings),
    reporterAs: (row.reporter_as as string | null) ?? null,
    history: rest.history.map(historyFrom),
    thread: rest.thread.map(threadFrom),
    photos: rest.photos.filter((file) => file.purpose !== 'voice').map(photoFrom),
    voices: rest.photos.filter((file) => file.purpose === 'voice' && file.contact_id !== null).map(voiceFrom),
    quotes: rest.quotes.map(quoteFrom),
    charges: rest.charges.map(chargeFrom),
    facility: rest.facility,
    spending: rest.spending && spendingFrom(rest.spending),
    linked: rest.linked,
    everSecret: rest.ever_secret,
    carriers,
    people: new Map(people.map((who) => [who.id, who])),
  };
}

/** A contact's columns as a line of a thread. */
export function threadFrom(contact: Json): ThreadLine {
  return {
    id: String(contact.id),
    at: new Date(String(contact.at)),
    channel: String(contact.channel),
    kind: String(contact.kind),
    direction: contact.direction as ThreadLine['direction'],
    audience: String(contact.audience),
    round: (contact.round as number | null) ?? null,
    author: String(contact.author_id),
    body: String(contact.body),
    outcome: (contact.outcome as string | null) ?? null,
    eventId: (contact.event_id as string | null) ?? null,
    check: checkFrom(contact.held),
  };
}
