import { type SQL, sql } from 'drizzle-orm';
import type { ApprovalState } from '../../shared/kernel/approvals.ts';
import type { Holder } from '../../shared/kernel/people.ts';
import { type Area, ISSUES, type Issue, joinAreas, type WorkNotice } from '../../shared/publications/work-notices.ts';
import type { Tx } from '../connect.ts';
import { stateFrom } from './approvals.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { homesNow, overseesCompany, type System, type Viewer } from './viewer.ts';

/** One version of a publication as it was handed in. */
export interface VersionRow extends WorkNotice {
  round: number;
  what: Issue;
  why: string;
  authorName: string;
  at: Date;
}

/** One time it went out. */
export interface IssueRow extends VersionRow {
  issuedAt: Date;
  approverName: string;
  homes: number;
  people: number;
}

/** A publication: where its approval stands, what was handed in last, and every time it went out, oldest first. */
export interface PublicationRow {
  id: string;
  officeId: string;
  officeName: string;
  ticket: { id: string; number: string } | null;
  approval: { id: string; state: ApprovalState; dueBy: Date | null; reason: string | null };
  staff: Holder[];
  newest: VersionRow;
  issues: IssueRow[];
}

/** Whether a `homes h` lies in these areas; none is the whole estate. */
const covers = (areas: SQL) => sql`(jsonb_array_length(${areas}) = 0 or exists (
  select 1 from jsonb_to_recordset(${areas}) as a(building int, unit int) where a.building = h.building and (a.unit is null or a.unit = h.unit)))`;
const livesThere = (at: string) => sql`r.from_at <= ${at} and (r.until_at is null or r.until_at > ${at})`;

/** How many homes lie in these areas of an estate this viewer works for, and how many people live in them by our books. */
export async function countAudience(tx: Tx, viewer: Viewer, officeId: string, areas: readonly Area[]): Promise<{ homes: number; people: number }> {
  const [row] = await tx.execute<{ homes: number; people: number }>(sql`
    select count(distinct h.id)::int as homes, count(distinct r.person_id)::int as people
    from homes h left join residences r on r.office_id = h.office_id and r.home_id = h.id and ${livesThere(viewer.at.toISOString())}
    where h.office_id = ${officeId} and ${covers(sql`${JSON.stringify(areas)}::jsonb`)}`);
  return { homes: Number(row?.homes ?? 0), people: Number(row?.people ?? 0) };
}

/** The buildings and units of an estate this viewer works for, to choose from. */
export async function readBuildings(tx: Tx, _viewer: Viewer, officeId: string): Promise<{ building: number; units: number[] }[]> {
  const rows = await tx.execute<{ building: number; units: number[] }>(sql`
    select h.building, array_agg(distinct h.unit order by h.unit) as units from homes h where h.office_id = ${officeId} group by h.building order by h.building`);
  return rows.map((row) => ({ building: Number(row.building), units: row.units.map(Number) }));
}

const isColleague = (viewer: Viewer): SQL =>
  overseesCompany(viewer) ? sql`true` : sql`p.office_id = any(${uuids(viewer.appointments.map((one) => one.officeId))})`;

/** Whether a `publications p` went out to a home this viewer lives in now. */
const reached = (viewer: Viewer): SQL => {
  const homes = homesNow(viewer, viewer.at).map((home) => home.homeId);
  return sql`exists (select 1 from publication_issues i join publication_versions v on v.office_id = i.office_id and v.publication_id = i.publication_id and v.round = i.round
    join homes h on h.office_id = p.office_id and h.id = any(${uuids(homes)}) where i.office_id = p.office_id and i.publication_id = p.id and ${covers(sql`v.areas`)})`;
};

/** Whose words were removed by rule is a line of the ledger only. */
const STILL_READS = sql`exists (select 1 from publication_versions w where w.office_id = p.office_id and w.publication_id = p.id and w.work <> '')`;

/** What a viewer may see of `publications p`: colleagues those of their estates, residents what went out to their home; nobody what was removed by rule. */
export const visiblePublications = (viewer: Viewer, as: 'resident' | 'staff' | null = null): SQL =>
  sql`${as === 'resident' ? reached(viewer) : as === 'staff' ? isColleague(viewer) : sql`(${isColleague(viewer)} or ${reached(viewer)})`} and ${STILL_READS}`;

const versionFrom = (row: Json): VersionRow => ({
  round: Number(row.round),
  what: row.what as Issue,
  work: String(row.work),
  place: String(row.place),
  from: new Date(String(row.from_at)),
  until: new Date(String(row.until_at)),
  doneBy: String(row.done_by),
  effect: String(row.effect),
  areas: row.areas as Area[],
  why: String(row.why),
  authorName: String(row.author_name),
  at: new Date(String(row.at)),
});

async function readPublications(tx: Tx, viewer: Viewer, where: SQL, limit: number): Promise<PublicationRow[]> {
  const version = sql`to_jsonb(v) || jsonb_build_object('author_name', (select w.name from people w where w.id = v.author_id))`;
  const rows = await tx.execute<Json>(sql`
    select p.id, p.office_id, o.name as office_name, to_jsonb(a) || jsonb_build_object('written_on', a.written_on::text) as approval, ${staffOf(sql`p.office_id`, viewer.at.toISOString())} as staff,
      (select json_build_object('id', t.id, 'number', t.number) from tickets t where t.office_id = p.office_id and t.id = p.ticket_id) as ticket,
      (select min(m.due_by) from promises m where m.office_id = p.office_id and m.subject = a.id and m.kept_at is null and m.withdrawn_at is null) as due_by,
      (select n.words from approval_decisions n where n.office_id = p.office_id and n.approval_id = a.id and n.round = a.round order by n.id desc limit 1) as reason,
      (select ${version} from publication_versions v where v.office_id = p.office_id and v.publication_id = p.id order by v.round desc limit 1) as newest,
      (select coalesce(json_agg(${version} || jsonb_build_object('issued_at', i.at, 'homes', i.homes, 'people', i.people, 'approver', (select w.name from people w where w.id = i.by_id)) order by i.round), '[]'::json)
        from publication_issues i join publication_versions v on v.office_id = i.office_id and v.publication_id = i.publication_id and v.round = i.round
        where i.office_id = p.office_id and i.publication_id = p.id) as issues
    from publications p join offices o on o.id = p.office_id join approvals a on a.office_id = p.office_id and a.document = p.document and a.name = p.id::text
    where ${where} order by p.id desc limit ${limit}`);
  return rows.map((row) => ({
    id: String(row.id),
    officeId: String(row.office_id),
    officeName: String(row.office_name),
    ticket: (row.ticket as PublicationRow['ticket']) ?? null,
    approval: {
      id: String((row.approval as Json).id),
      state: stateFrom(row.approval as Json),
      dueBy: row.due_by ? new Date(String(row.due_by)) : null,
      reason: (row.reason as string | null) ?? null,
    },
    staff: row.staff as Holder[],
    newest: versionFrom(row.newest as Json),
    issues: (row.issues as Json[]).map((issue) => ({
      ...versionFrom(issue),
      issuedAt: new Date(String(issue.issued_at)),
      approverName: String(issue.approver),
      homes: Number(issue.homes),
      people: Number(issue.people),
    })),
  }));
}

/** What this viewer may see, newest first, a page and one more. @param as what of them looks */
export const listPublications = (tx: Tx, viewer: Viewer, as: 'resident' | 'staff', after: string | null): Promise<PublicationRow[]> =>
  readPublications(tx, viewer, sql`${visiblePublications(viewer, as)} ${after ? sql`and p.id < ${after}` : sql``}`, PAGE + 1);

/** One publication this viewer may see; null where there is none for them. */
export async function readPublication(tx: Tx, viewer: Viewer, id: string): Promise<PublicationRow | null> {
  const [row] = await readPublications(tx, viewer, sql`p.id = ${id} and ${visiblePublications(viewer)}`, 1);
  return row ?? null;
}

/** Begins a publication, before any version of it. */
export async function insertPublication(
  tx: Tx,
  viewer: Viewer,
  made: { id: string; officeId: string; document: string; ticketId: string | null; at: Date },
): Promise<void> {
  await tx.execute(sql`insert into publications (id, office_id, document, ticket_id, by_id, at)
    values (${made.id}, ${made.officeId}, ${made.document}, ${made.ticketId}, ${viewer.id}, ${made.at.toISOString()})`);
}

/** Keeps a version as it was handed in. */
export async function insertPublicationVersion(
  tx: Tx,
  viewer: Viewer,
  version: WorkNotice & { publicationId: string; officeId: string; round: number; what: Issue; why: string; at: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into publication_versions (office_id, publication_id, round, what, work, place, from_at, until_at, done_by, effect, why, areas, author_id, at)
    values (${version.officeId}, ${version.publicationId}, ${version.round}, ${version.what}, ${version.work}, ${version.place}, ${version.from.toISOString()},
      ${version.until.toISOString()}, ${version.doneBy}, ${version.effect}, ${version.why}, ${JSON.stringify(version.areas)}::jsonb, ${viewer.id}, ${version.at.toISOString()})`);
}

/** Whom a version goes to: everybody it is for, and everybody an earlier one went to. */
export const areasToTell = ({ newest, issues }: Pick<PublicationRow, 'newest' | 'issues'>): Area[] =>
  joinAreas([newest.areas, ...issues.map((issue) => issue.areas)]);

/** Puts on record that a version goes out, with this viewer's yes, and to how many. */
export async function insertIssue(
  tx: Tx,
  viewer: Viewer,
  issue: { officeId: string; publicationId: string; round: number; at: Date; homes: number; people: number },
): Promise<void> {
  await tx.execute(sql`insert into publication_issues (office_id, publication_id, round, by_id, at, homes, people)
    values (${issue.officeId}, ${issue.publicationId}, ${issue.round}, ${viewer.id}, ${issue.at.toISOString()}, ${issue.homes}, ${issue.people})`);
}

/** Tells everybody a version that went out is for, and everybody an earlier one went to, who lives there at that moment; each once. */
export async function tellAudience(
  tx: Tx,
  _system: System,
  job: { officeId: string; approvalId: string; eventId: string; at: Date },
  newId: () => string,
): Promise<number> {
  const at = job.at.toISOString();
  const people = await tx.execute<{ person_id: string; publication_id: string; what: Issue }>(sql`
    with gone as (select i.publication_id, i.round, v.what, v.areas from approvals a join publication_issues i on i.office_id = a.office_id and i.publication_id::text = a.name and i.at <= ${at}
      join publication_versions v on v.office_id = i.office_id and v.publication_id = i.publication_id and v.round = i.round
      where a.office_id = ${job.officeId} and a.id = ${job.approvalId})
    select distinct r.person_id, g.publication_id, (select l.what from gone l order by l.round desc limit 1) as what
    from gone g join homes h on h.office_id = ${job.officeId} and ${covers(sql`g.areas`)}
      join residences r on r.office_id = h.office_id and r.home_id = h.id and ${livesThere(at)}`);
  if (people.length === 0) return 0;
  const rows = people.map((one) => ({
    id: newId(),
    office_id: job.officeId,
    person_id: one.person_id,
    subject: one.publication_id,
    subject_kind: 'publication',
    event_id: job.eventId,
    did: ISSUES[one.what].did,
    facts: {},
    at: job.at,
    read_at: null,
  }));
  await tx.execute(sql`insert into inbox select * from jsonb_populate_recordset(null::inbox, ${JSON.stringify(rows)}::jsonb) on conflict do nothing`);
  return rows.length;
}
