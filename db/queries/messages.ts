import { sql } from 'drizzle-orm';
import type { ErrandKind } from '../../shared/errands/errand.ts';
import type { SettingEntry } from '../../shared/kernel/settings.ts';
import type { ConsentLine } from '../../shared/messages/consents.ts';
import type { TemplateName } from '../../shared/messages/templates.ts';
import type { Tx } from '../connect.ts';
import { visibleErrands } from './errands.ts';
import type { Json } from './json.ts';
import { settingEntriesFrom, settingsOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { homesNow, type System, type Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** A line of the inbox that is still to be told: not read, and of a ticket or an errand its reader may still see. */
export interface LineToTell {
  officeId: string;
  eventId: string;
  /** What it is about: a ticket, or what colleagues owe each other, by its kind. */
  about: { id: string; errand: ErrandKind | null };
  did: string;
  at: Date;
  number: string;
  urgent: boolean;
  status: string;
  /** Whether a quote, and a new date, still waits for an answer. */
  isOffered: boolean;
  isDateNamed: boolean;
  /** What happened to the same ticket since, and is not read either. */
  newer: string[];
  settings: SettingEntry[];
}

const NEWER = sql`array(select n.did from inbox n where n.person_id = i.person_id and n.id > i.id and n.subject = i.subject and n.read_at is null) as newer`;

const ofErrand = (viewer: Viewer, lineId: string) => sql`
    select i.office_id, i.event_id, i.did, i.at, t.id, t.status, t.kind as errand, case t.kind when 'urgent' then 'urgent' end as urgency, ${settingsOf(sql`i.office_id`)} as settings,
      coalesce((select m.number from tickets m where m.office_id = t.office_id and m.id = t.ticket_id), to_char(t.given_at at time zone 'Asia/Shanghai', 'YYMMDD') || '-000') as number,
      ${NEWER}
    from inbox i join errands t on t.office_id = i.office_id and t.id = i.subject
    where i.person_id = ${viewer.id} and i.id = ${lineId} and i.read_at is null and ${visibleErrands(viewer)}`;

const ofTicket = (viewer: Viewer, lineId: string) => sql`
    select i.office_id, i.event_id, i.did, i.at, t.id, t.number, t.status, t.facts->>'urgency' as urgency, ${settingsOf(sql`i.office_id`)} as settings,
      t.facts #>> '{quote,stand}' = 'offered' as is_offered, t.facts->>'proposal' is not null as is_date_named,
      ${NEWER}
    from inbox i join tickets t on t.office_id = i.office_id and t.id = i.subject
    where i.person_id = ${viewer.id} and i.id = ${lineId} and i.read_at is null and ${visibleTickets(viewer)}`;

/** A survey of a home this viewer lives in, that is out and not answered there. */
const ofSurvey = (viewer: Viewer, lineId: string) => sql`
    select i.office_id, i.event_id, i.did, i.at, t.id, t.status, t.kind as errand, ${settingsOf(sql`i.office_id`)} as settings, to_char(t.given_at at time zone 'Asia/Shanghai', 'YYMMDD') || '-000' as number,
      ${NEWER}
    from inbox i join errands t on t.office_id = i.office_id and t.id = i.subject
    where i.person_id = ${viewer.id} and i.id = ${lineId} and i.subject_kind = 'survey' and i.read_at is null and t.status = 'taken' and ((${viewer.appointments.length > 0} and exists (select 1 from survey_colleagues c where c.survey_id = t.id and c.person_id = ${viewer.id}
        and not exists (select 1 from colleague_participations p where p.survey_id = c.survey_id and p.person_id = c.person_id))) or exists (select 1 from survey_homes l
      where l.survey_id = t.id and l.drawn and l.home_id = any(${uuids(homesNow(viewer, viewer.at).map(({ homeId }) => homeId))})
        and not exists (select 1 from participations p where p.survey_id = l.survey_id and p.home_id = l.home_id)))`;

const LINES = { ticket: ofTicket, errand: ofErrand, survey: ofSurvey };

/** The line as its reader would see it now; null where it was read, or is theirs no longer. @param of what it is about */
export async function readLineToTell(tx: Tx, viewer: Viewer, lineId: string, of: keyof typeof LINES): Promise<LineToTell | null> {
  const [row] = await tx.execute<Json>(LINES[of](viewer, lineId));
  if (!row) return null;
  return {
    officeId: String(row.office_id),
    eventId: String(row.event_id),
    about: { id: String(row.id), errand: (row.errand as ErrandKind | undefined) ?? null },
    did: String(row.did),
    at: new Date(String(row.at)),
    number: String(row.number),
    urgent: row.urgency === 'urgent',
    status: String(row.status),
    isOffered: row.is_offered === true,
    isDateNamed: row.is_date_named === true,
    newer: row.newer as string[],
    settings: settingEntriesFrom(row.settings),
  };
}

/** Whether an estate's own director has agreed to a document as it was written on this day (P3). */
export async function isApproved(
  tx: Tx,
  _system: System,
  given: { officeId: string; document: string; name: string; writtenOn: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from approvals where office_id = ${given.officeId} and document = ${given.document} and name = ${given.name}
      and status = 'approved' and written_on = ${given.writtenOn}`);
  return rows.length > 0;
}

/** Somebody's WeChat, held to the end of the transaction: whatever is reckoned of their consents is reckoned by one at a time. */
export async function holdAccount(tx: Tx, _system: System, personId: string): Promise<{ openid: string; boundAt: Date } | null> {
  const [row] = await tx.execute<{ openid: string; bound_at: string }>(
    sql`select openid, bound_at from wechat_accounts where person_id = ${personId} and unbound_at is null for update`,
  );
  return row ? { openid: row.openid, boundAt: new Date(row.bound_at) } : null;
}

/** What this viewer allowed of each template since their WeChat was bound, in order; null where none is bound. */
export async function readConsents(tx: Tx, viewer: Viewer): Promise<StoredConsent[] | null> {
  const rows = await tx.execute<Json>(sql`
    select a.id as account, c.template, c.what, c.change, c.always, c.via, c.event_id, c.at from wechat_accounts a
    left join consents c on c.person_id = a.person_id and c.at >= a.bound_at where a.person_id = ${viewer.id} and a.unbound_at is null order by c.id`);
  return rows.length === 0 ? null : rows.filter((row) => row.template !== null).map(consentFrom);
}

export interface StoredConsent extends ConsentLine {
  template: TemplateName;
  always: boolean;
  via: 'phone' | 'push' | 'house';
  /** Of which event or push it is; none for what the phone told. */
  eventId: string | null;
  at: Date;
}

const consentFrom = (row: Json): StoredConsent => ({
  template: row.template as TemplateName,
  what: row.what as StoredConsent['what'],
  change: Number(row.change),
  always: row.always === true,
  via: row.via as StoredConsent['via'],
  eventId: (row.event_id as string | null) ?? null,
  at: new Date(String(row.at)),
});

/** The same of one template, for whoever sends. */
export async function readConsentLines(tx: Tx, _system: System, personId: string, template: TemplateName, boundAt: Date): Promise<StoredConsent[]> {
  const rows = await tx.execute<Json>(sql`
    select template, what, change, always, via, event_id, at from consents
    where person_id = ${personId} and template = ${template} and at >= ${boundAt.toISOString()} order by id`);
  return rows.map(consentFrom);
}

export interface NewConsent extends ConsentLine {
  id: string;
  template: TemplateName;
  always: boolean;
  via: StoredConsent['via'];
  eventId: string | null;
  at: Date;
}

const insertLines = (personId: string, lines: readonly NewConsent[]) => sql`
  insert into consents select * from jsonb_populate_recordset(null::consents, ${JSON.stringify(
    lines.map((line) => ({
      id: line.id,
      person_id: personId,
      template: line.template,
      what: line.what,
      change: line.change,
      always: line.always,
      via: line.via,
      event_id: line.eventId,
      at: line.at,
    })),
  )}::jsonb)`;

/** Keeps what this viewer answered. */
export async function addConsents(tx: Tx, viewer: Viewer, lines: readonly NewConsent[]): Promise<void> {
  if (lines.length > 0) await tx.execute(insertLines(viewer.id, lines));
}

/** Keeps what became of somebody's consent. */
export async function noteConsent(tx: Tx, _system: System, personId: string, line: NewConsent): Promise<void> {
  await tx.execute(insertLines(personId, [line]));
}

/** Waits for whoever reckons this viewer's consents at this moment. */
export async function holdOwnAccount(tx: Tx, viewer: Viewer): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from wechat_accounts where person_id = ${viewer.id} and unbound_at is null for update`);
  return rows.length > 0;
}

/** Whose WeChat this is. */
export async function personOfOpenid(tx: Tx, openid: string): Promise<string | null> {
  const [row] = await tx.execute<{ person_id: string }>(sql`select person_id from wechat_accounts where openid = ${openid} and unbound_at is null`);
  return row?.person_id ?? null;
}

export type Outcome = 'sending' | 'sent' | 'unknown' | 'later' | 'no_consent' | 'capped' | 'dropped';

/** What came of telling somebody of an event so far. */
export async function readDelivery(
  tx: Tx,
  _system: System,
  key: { officeId: string; eventId: string; personId: string },
): Promise<{ outcome: Outcome; tries: number } | null> {
  const [row] = await tx.execute<{ outcome: Outcome; tries: number }>(
    sql`select outcome, tries from deliveries where office_id = ${key.officeId} and event_id = ${key.eventId} and person_id = ${key.personId} for update`,
  );
  return row ? { outcome: row.outcome, tries: Number(row.tries) } : null;
}

/** How many messages somebody was sent since, or may have been. */
export async function countDeliveries(tx: Tx, _system: System, personId: string, since: Date): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from deliveries where person_id = ${personId} and tried_at >= ${since.toISOString()} and outcome in ('sending', 'sent', 'unknown')`);
  return row?.n ?? 0;
}

/** Writes what is being done, or what came of it. */
export async function noteDelivery(
  tx: Tx,
  _system: System,
  delivery: {
    id: string;
    officeId: string;
    personId: string;
    eventId: string;
    template: TemplateName;
    outcome: Outcome;
    at: Date;
    triedAt: Date;
  },
): Promise<void> {
  await tx.execute(sql`
    insert into deliveries as d (id, office_id, person_id, event_id, template, outcome, tries, at, tried_at)
    values (${delivery.id}, ${delivery.officeId}, ${delivery.personId}, ${delivery.eventId}, ${delivery.template}, ${delivery.outcome},
      ${delivery.outcome === 'sending' ? 1 : 0}, ${delivery.at.toISOString()}, ${delivery.triedAt.toISOString()})
    on conflict (office_id, event_id, person_id) do update set outcome = excluded.outcome, tried_at = excluded.tried_at, tries = d.tries + excluded.tries
    where d.outcome in ('sending', 'later', 'unknown')`);
}

/**
 * Of whom one event was told, the tickets of whose own people nobody was reached by it: nobody who answers for that home read it, or anything since, or was sent a
 * message of it. What was merged is its own household's ticket (Z3).
 */
export async function unreachedOf(tx: Tx, _system: System, given: { officeId: string; eventId: string }): Promise<string[]> {
  const rows = await tx.execute<{ subject: string }>(sql`
    select i.subject from (
    select i.subject, count(*) filter (where exists (
      select 1 from inbox n where n.person_id = i.person_id and n.office_id = i.office_id and n.subject = i.subject and n.id >= i.id and (n.read_at is not null
        or exists (select 1 from deliveries d where d.office_id = n.office_id and d.event_id = n.event_id and d.person_id = n.person_id and d.outcome = 'sent'))))::int as reached
    from inbox i join tickets t on t.office_id = i.office_id and t.id = i.subject
    where i.office_id = ${given.officeId} and i.event_id = ${given.eventId}
      and (i.person_id = t.reporter_id or (t.place = 'home' and exists (
        select 1 from residences r where r.office_id = t.office_id and r.home_id = t.home_id and r.person_id = i.person_id)))
    group by i.subject) i where i.reached = 0`);
  return rows.map((row) => row.subject);
}

/** Tickets of this viewer's own of which a call is due because nothing had reached them: they have read it now. */
export async function readCallsDue(tx: Tx, viewer: Viewer, upTo: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct t.id from inbox i join tickets t on t.office_id = i.office_id and t.id = i.subject
    join promises p on p.office_id = t.office_id and p.subject = t.id and p.what = 'phone_call' and p.kept_at is null and p.withdrawn_at is null
    where i.person_id = ${viewer.id} and i.id <= ${upTo} and i.read_at is null and ${visibleTickets(viewer)}`);
  return rows.map((row) => row.id);
}
