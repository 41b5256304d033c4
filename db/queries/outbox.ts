import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import type { System } from './viewer.ts';
import { IS_SHARED } from './visible.ts';

export interface Job {
  id: string;
  officeId: string;
  job: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/** Takes up to `limit` jobs for `leaseSeconds`, as they fell due and were put in; what another worker holds is left to it. */
export async function leaseJobs(tx: Tx, _system: System, now: Date, limit: number, leaseSeconds: number): Promise<Job[]> {
  const at = now.toISOString();
  const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  const rows = await tx.execute<Record<string, unknown>>(sql`
    with taken as (update outbox b set lease_until = ${until}, attempts = b.attempts + 1
    from (select id, office_id from outbox where done_at is null and due_at <= ${at} and (lease_until is null or lease_until < ${at}) order by due_at, id limit ${limit} for update skip locked) d
    where b.office_id = d.office_id and b.id = d.id
    returning b.id, b.office_id, b.job, b.payload, b.attempts, b.due_at)
    select * from taken order by due_at, id`);
  return rows.map((row) => ({
    id: String(row.id),
    officeId: String(row.office_id),
    job: String(row.job),
    payload: row.payload as Record<string, unknown>,
    attempts: Number(row.attempts),
  }));
}

export async function finishJob(tx: Tx, _system: System, job: Job, now: Date): Promise<void> {
  await tx.execute(sql`update outbox set done_at = ${now.toISOString()}, lease_until = null where office_id = ${job.officeId} and id = ${job.id}`);
}

/** Puts a failed job back, later each time. */
export async function postponeJob(tx: Tx, _system: System, job: Job, dueAt: Date): Promise<void> {
  await tx.execute(sql`update outbox set due_at = ${dueAt.toISOString()}, lease_until = null where office_id = ${job.officeId} and id = ${job.id}`);
}

const job = (id: string | undefined, officeId: string, name: string, payload: object, now: Date) => ({
  id,
  office_id: officeId,
  job: name,
  payload,
  created_at: now,
  due_at: now,
  attempts: 0,
  lease_until: null,
  done_at: null,
});

/** Whoever reported what was merged into `line.ticketId`, and lives with them, each with their own ticket (Z3). */
const withTheMerged = (line: { officeId: string; ticketId: string; at: Date; forFollowers: boolean }) => sql`
  select who.person_id, 'merged', t.id from tickets s cross join lateral jsonb_array_elements(s.facts->'tookIn') taken
    join tickets t on t.office_id = s.office_id and t.id = (taken->>'ticket')::uuid
    cross join lateral (
      select t.reporter_id as person_id where t.place = 'public' or exists (
        select 1 from residences r where r.office_id = t.office_id and r.home_id = t.home_id and r.person_id = t.reporter_id and (r.until_at is null or r.until_at > ${line.at.toISOString()}))
      union select r.person_id from residences r where r.office_id = t.office_id and r.home_id = t.home_id and t.place = 'home' and ${IS_SHARED} and r.from_at <= t.received_at
        and (r.until_at is null or r.until_at > ${line.at.toISOString()})) who
  where ${line.forFollowers} and s.office_id = ${line.officeId} and s.id = ${line.ticketId} and jsonb_typeof(s.facts->'tookIn') = 'array'`;

/**
 * Tells everybody who follows a ticket, and lives with who reported it, of one event; each once, whoever did it never, whoever moved out no more.
 * @param line.forFollowers whether those hear it too who only follow
 * @param messages where WeChat is there: whether residents must know, and now; null where the inbox alone tells
 */
export async function fanOut(
  tx: Tx,
  _system: System,
  line: {
    officeId: string;
    ticketId: string;
    eventId: string;
    did: string;
    facts: Record<string, unknown>;
    at: Date;
    by: string | null;
    forFollowers: boolean;
  },
  newIds: (count: number) => string[],
  messages: { mustKnow: boolean; now: Date } | null,
): Promise<number> {
  const people = await tx.execute<{ person_id: string; via: string; subject: string }>(sql`
    select f.person_id, f.via, t.id as subject from followers f join tickets t on t.office_id = f.office_id and t.id = f.ticket_id
      where f.office_id = ${line.officeId} and f.ticket_id = ${line.ticketId} and f.via not in ('first_contact', 'merged') and f.until_at is null and (f.via <> 'hint' or ${line.forFollowers}) and (f.via <> 'reported' or t.place = 'public' or exists (
        select 1 from residences r where r.office_id = t.office_id and r.home_id = t.home_id and r.person_id = f.person_id
          and (r.until_at is null or r.until_at > ${line.at.toISOString()})))
    union
    select r.person_id, 'household', t.id from tickets t join residences r on r.office_id = t.office_id and r.home_id = t.home_id
      where t.office_id = ${line.officeId} and t.id = ${line.ticketId} and t.place = 'home' and ${IS_SHARED} and r.from_at <= t.received_at and (r.until_at is null or r.until_at > t.received_at)
        and exists (select 1 from residences n where n.office_id = r.office_id and n.home_id = r.home_id and n.person_id = r.person_id
          and n.from_at <= ${line.at.toISOString()} and (n.until_at is null or n.until_at > ${line.at.toISOString()}))
    union ${withTheMerged(line)}`);
  const told = [...new Set(people.map((row) => row.person_id))].filter((person) => person !== line.by);
  const onlyFollows = (person: string) => people.every((row) => row.person_id !== person || row.via === 'hint' || row.via === 'merged');
  // Whoever has both reads it at the ticket itself; whoever has only a merged one, under their own number.
  const subjectFor = (person: string) =>
    people.some((row) => row.person_id === person && row.subject === line.ticketId)
      ? line.ticketId
      : people.find((row) => row.person_id === person)!.subject;
  if (told.length === 0) return 0;
  const ids = newIds(told.length);
  const rows = told.map((person, index) => ({
    id: ids[index],
    office_id: line.officeId,
    person_id: person,
    subject: subjectFor(person),
    subject_kind: 'ticket',
    event_id: line.eventId,
    did: line.did,
    facts: line.facts,
    at: line.at,
    read_at: null,
  }));
  const newLines = sql`insert into inbox select * from jsonb_populate_recordset(null::inbox, ${JSON.stringify(rows)}::jsonb) on conflict do nothing returning id, person_id`;
  if (!messages) {
    await tx.execute(newLines);
    return told.length;
  }
  // In one statement with the lines: a job each for whoever has WeChat, so that nobody is told twice and nobody forgotten.
  const jobIds = newIds(told.length + 1);
  const jobs = told.map((person, index) =>
    job(jobIds[index], line.officeId, 'tell', { line: ids[index], person, to: onlyFollows(person) ? 'follower' : 'resident' }, messages.now),
  );
  const reach = job(jobIds[told.length], line.officeId, 'reach', { ticketId: line.ticketId, eventId: line.eventId, at: line.at }, messages.now);
  await tx.execute(sql`
    with told as (${newLines})
    insert into outbox select j.* from jsonb_populate_recordset(null::outbox, ${JSON.stringify(messages.mustKnow ? [...jobs, reach] : jobs)}::jsonb) j
    where case j.job when 'reach' then exists (select 1 from told)
      else exists (select 1 from told n join wechat_accounts a on a.person_id = n.person_id and a.unbound_at is null where n.id = (j.payload->>'line')::uuid) end`);
  return told.length;
}
