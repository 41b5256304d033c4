import { sql } from 'drizzle-orm';
import { type Department, RELATION_HOLDERS, type Role } from '../../shared/kernel/people.ts';
import type { Tx } from '../connect.ts';
import { dutyNumber, serviceNumber } from './service-number.ts';

export interface Appointment {
  officeId: string;
  officeName: string;
  role: Role;
  department: Department | null;
  /** A post of the company, not of an estate. */
  atHeadOffice: boolean;
  /** Held in the place of somebody on leave (Z15): who that is, and their name. */
  deputyFor?: string;
  deputyForName?: string;
}

export interface Residence {
  officeId: string;
  officeName: string;
  homeId: string;
  label: string;
  as: 'owner' | 'occupant' | 'contact';
  /** Of the estate's service centre. */
  hotline: string;
  /** Whom to ring there in a danger. */
  duty: string;
  fromAt: Date;
  untilAt: Date | null;
}

/** Who is asking, with the roles and homes of this very moment. Every query on residents' data takes one. */
export interface Viewer {
  kind: 'person';
  /** The instant these roles and homes were read for. */
  at: Date;
  id: string;
  name: string;
  appointments: Appointment[];
  residences: Residence[];
  hotline: string | null;
  /** Whom to ring in a danger. */
  duty: string | null;
  /** Complaints that are walled from them, or have left the office they work at (C3): no post opens these. */
  walled: readonly string[];
}

/** The house itself: sweep, outbox, retention and what WeChat pushes. Nobody else may ask for one (a law). */
export interface System {
  kind: 'system';
  reason: 'sweep' | 'outbox' | 'retention' | 'push';
}

export const asSystem = (reason: System['reason']): System => ({ kind: 'system', reason });

interface ViewerRow extends Record<string, unknown> {
  id: string;
  name: string;
  appointments: (Appointment & { deputyFor: string | null; deputyForName: string | null })[] | null;
  residences: (Omit<Residence, 'fromAt' | 'untilAt'> & { fromAt: string; untilAt: string | null })[] | null;
  hotline: string | null;
  duty: string | null;
  walled: string[] | null;
}

/**
 * The viewer behind a token, in one statement.
 * @param signedInAt when this person signed in; not after their `signed_out_before` finds nobody, however fresh the token
 */
export async function readViewer(tx: Tx, personId: string, signedInAt: Date, now: Date): Promise<Viewer | null> {
  const at = now.toISOString();
  const rows = await tx.execute<ViewerRow>(sql`
    select p.id, p.name,
      (select json_agg(json_build_object('officeId', a.office_id, 'officeName', o.name, 'role', a.role, 'department', a.department, 'atHeadOffice', o.kind = 'head_office', 'deputyFor', a.deputy_for_id, 'deputyForName', f.name) order by a.from_at, a.id)
         from appointments a join offices o on o.id = a.office_id left join people f on f.id = a.deputy_for_id
        where a.person_id = p.id and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at})) as appointments,
      (select json_agg(json_build_object('officeId', r.office_id, 'officeName', o.name, 'homeId', r.home_id, 'label', h.label, 'as', r."as", 'hotline', ${serviceNumber(sql`o`, at)}, 'duty', ${dutyNumber(sql`o`, at)}, 'fromAt', r.from_at, 'untilAt', r.until_at) order by r.from_at, r.id)
         from residences r join homes h on h.office_id = r.office_id and h.id = r.home_id join offices o on o.id = r.office_id
        where r.person_id = p.id and r.from_at <= ${at}) as residences,
      (select ${serviceNumber(sql`o`, at)} from offices o
        where o.id in (select r.office_id from residences r where r.person_id = p.id union select a.office_id from appointments a where a.person_id = p.id)
        order by o.kind, o.letters limit 1) as hotline,
      (select ${dutyNumber(sql`o`, at)} from offices o
        where o.id in (select r.office_id from residences r where r.person_id = p.id union select a.office_id from appointments a where a.person_id = p.id)
        order by o.kind, o.letters limit 1) as duty,
      (select json_agg(shut.id) from appointments a cross join lateral (
          select t.id from tickets t where t.kind = 'complaint' and (t.facts #> '{complaint,accused}') ? p.id::text
          union all select t.id from tickets t where a.deputy_for_id is not null and a.from_at <= ${at} and a.until_at > ${at} and t.kind = 'complaint' and (t.facts #> '{complaint,accused}') ? a.deputy_for_id::text
            and not exists (select 1 from appointments own where own.person_id = p.id and own.deputy_for_id is null and own.role in ('director', 'quality', 'complaintsOfficer', 'managementRepresentative', 'leadership', 'generalManager')
              and own.from_at <= ${at} and (own.until_at is null or own.until_at > ${at}))
          union all select t.id from tickets t where t.office_id = a.office_id and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at}) and t.kind = 'complaint' and (t.facts #>> '{complaint,custody}') = 'company'
            and t.id <> all(array(select l.id from tickets l where l.kind = 'complaint' and (l.facts #> '{complaint,letIn}') ? p.id::text))) shut where a.person_id = p.id) as walled
    from people p
    where p.id = ${personId} and (p.signed_out_before is null or p.signed_out_before < ${signedInAt.toISOString()})`);
  const row = rows[0];
  if (!row) return null;
  return {
    kind: 'person',
    at: now,
    id: row.id,
    name: row.name,
    appointments: (row.appointments ?? []).map(({ deputyFor, deputyForName, ...post }) => ({
      ...post,
      ...(deputyFor ? { deputyFor, deputyForName: deputyForName ?? '' } : {}),
    })),
    residences: (row.residences ?? []).map((home) => ({
      ...home,
      fromAt: new Date(home.fromAt),
      untilAt: home.untilAt === null ? null : new Date(home.untilAt),
    })),
    hotline: row.hotline,
    duty: row.duty,
    walled: [...new Set(row.walled ?? [])],
  };
}

/** Ends every session of this viewer begun until now, their present one too. */
export async function endSessions(tx: Tx, viewer: Viewer, now: Date): Promise<void> {
  await tx.execute(sql`update people set signed_out_before = greatest(signed_out_before, ${now.toISOString()}) where id = ${viewer.id}`);
}

/** The homes somebody lives in now; past ones only open what was reported in their time. */
export function homesNow(viewer: Viewer, now: Date): Residence[] {
  return viewer.residences.filter((home) => home.untilAt === null || home.untilAt > now);
}

/** Estates whose every repair somebody oversees. */
export function overseenOffices(viewer: Viewer): string[] {
  const overseeing = viewer.appointments.filter((one) => RELATION_HOLDERS.agent(one) || RELATION_HOLDERS.head(one) || RELATION_HOLDERS.director(one));
  return [...new Set(overseeing.map((one) => one.officeId))];
}

/** Estates somebody directs. */
export function directedOffices(viewer: Viewer): string[] {
  return [...new Set(viewer.appointments.filter(RELATION_HOLDERS.director).map((one) => one.officeId))];
}

/** Estates where somebody mends things. */
export function technicianOffices(viewer: Viewer): string[] {
  return viewer.appointments.filter((one) => one.role === 'technician').map((one) => one.officeId);
}

/** Whoever is general manager: the only one letters are for (S11). */
export const isGeneralManager = ({ appointments }: Viewer): boolean =>
  appointments.some((post) => post.atHeadOffice && post.role === 'generalManager');

/** Company roles see every estate. */
export function overseesCompany(viewer: Viewer): boolean {
  return viewer.appointments.some((one) => RELATION_HOLDERS.quality(one) || RELATION_HOLDERS.leadership(one));
}
