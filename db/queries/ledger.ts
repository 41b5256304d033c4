import { type SQL, sql } from 'drizzle-orm';
import type { HeldWhy } from '../../shared/content/checks.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import type { SubjectEvent } from '../../shared/kernel/subject.ts';
import type { Tx } from '../connect.ts';

/** A word in or out, as it will stand in the register (I2). */
export interface NewContact {
  id: string;
  officeId: string;
  ticketId: string | null;
  round: number | null;
  eventId: string | null;
  at: Date;
  recordedAt: Date;
  channel: string;
  kind: string;
  direction: 'in' | 'out' | 'internal';
  audience: 'followers' | 'person' | 'staff';
  place: string;
  author: string;
  participants: string[];
  body: string;
  outcome: string | null;
}

export interface NewInboxLine {
  id: string;
  officeId: string;
  personId: string;
  subject: string;
  subjectKind: string;
  eventId: string;
  did: string;
  facts: Record<string, unknown>;
  at: Date;
}

export interface NewJob {
  id: string;
  officeId: string;
  job: string;
  payload: Record<string, unknown>;
  createdAt: Date;
}

/** Words that others may not read yet. */
export interface NewCheck {
  id: string;
  officeId: string;
  ticketId: string;
  contactId: string;
  author: string;
  stand: HeldWhy;
  at: Date;
}

/** Everything that follows from one or more events, written in one statement. */
export interface Consequences {
  events: (SubjectEvent & { officeId: string; subjectKind: string })[];
  promises: (Promised & { officeId: string; subjectKind: string })[];
  /** Promises that were owed until now, as they stand after it. */
  moved: (Promised & { officeId: string; subjectKind: string })[];
  terms: { promise: Promised & { officeId: string }; eventId: string }[];
  steps: { promise: Promised & { officeId: string }; eventId: string }[];
  assignments: { officeId: string; ticketId: string; eventId: string; personId: string | null; at: Date }[];
  contacts: NewContact[];
  checks: NewCheck[];
  inbox: NewInboxLine[];
  jobs: NewJob[];
  followers: { officeId: string; ticketId: string; personId: string; via: string; ownTicket: string; fromAt: Date }[];
  /** What the tickets are found by. */
  searchTerms: { officeId: string; ticketId: string; terms: readonly string[] }[];
}

const json = (rows: unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

const keyOf = (promise: Promised & { officeId: string }) => ({
  office_id: promise.officeId,
  subject: promise.subject,
  what: promise.what,
  round: promise.round,
  opened_by: promise.openedBy,
});

const promiseRow = (promise: Promised & { officeId: string; subjectKind: string }) => ({
  ...keyOf(promise),
  subject_kind: promise.subjectKind,
  rule: promise.rule,
  clause: promise.clause,
  rule_since: promise.ruleSince,
  allowance: promise.allowance,
  ladder: promise.ladder,
  owed_by_role: promise.owedByRole,
  owed_by: promise.owedBy,
  owed_to: promise.owedTo,
  started_at: promise.startedAt,
  made_at: promise.madeAt,
  first_due_by: promise.firstDueBy,
  due_by: promise.dueBy,
  kept_at: promise.keptAt,
  kept_by: promise.keptBy,
  withdrawn_at: promise.withdrawnAt,
  withdrawn_why: promise.withdrawnWhy,
  miss_cause: promise.missCause,
  next_look_at: promise.nextLookAt,
});

/** Writes what `record` decided. One statement whatever happened; nobody but `record` calls it (a law). */
export async function writeConsequences(tx: Tx, all: Consequences): Promise<void> {
  const events = all.events.map((event) => ({
    id: event.id,
    office_id: event.officeId,
    subject: event.subject,
    subject_kind: event.subjectKind,
    seq: event.seq,
    did: event.did,
    at: event.at,
    recorded_at: event.recordedAt,
    by_id: event.by,
    facts: event.facts,
  }));
  const terms = all.terms.map(({ promise, eventId }) => {
    const term = promise.terms[promise.terms.length - 1];
    return {
      ...keyOf(promise),
      event_id: eventId,
      due_by: term?.dueBy,
      agreed_at: term?.agreedAt,
      agreed_with: term?.agreedWith,
      channel: term?.channel,
    };
  });
  const steps = all.steps.map(({ promise, eventId }) => {
    const step = promise.steps[promise.steps.length - 1];
    return { ...keyOf(promise), event_id: eventId, step: step?.step, at: step?.at };
  });
  const contacts = all.contacts.map((contact) => ({
    id: contact.id,
    office_id: contact.officeId,
    ticket_id: contact.ticketId,
    round: contact.round,
    event_id: contact.eventId,
    at: contact.at,
    recorded_at: contact.recordedAt,
    channel: contact.channel,
    kind: contact.kind,
    direction: contact.direction,
    audience: contact.audience,
    place: contact.place,
    author_id: contact.author,
    participants: contact.participants,
    body: contact.body,
    outcome: contact.outcome,
  }));
  const checks = all.checks.map((check) => ({
    id: check.id,
    office_id: check.officeId,
    ticket_id: check.ticketId,
    contact_id: check.contactId,
    author_id: check.author,
    stand: check.stand,
    at: check.at,
    queued_at: check.at,
    judged_at: check.at,
  }));
  const inbox = all.inbox.map((line) => ({
    id: line.id,
    office_id: line.officeId,
    person_id: line.personId,
    subject: line.subject,
    subject_kind: line.subjectKind,
    event_id: line.eventId,
    did: line.did,
    facts: line.facts,
    at: line.at,
    read_at: null,
  }));
  const jobs = all.jobs.map((job) => ({
    id: job.id,
    office_id: job.officeId,
    job: job.job,
    payload: job.payload,
    created_at: job.createdAt,
    due_at: job.createdAt,
    attempts: 0,
    lease_until: null,
    done_at: null,
  }));
  const assigned = all.assignments.map((one) => ({
    office_id: one.officeId,
    ticket_id: one.ticketId,
    event_id: one.eventId,
    person_id: one.personId,
    from_at: one.at,
    until_at: null,
  }));
  const taken = assigned.filter((one) => one.person_id !== null);
  const followers = all.followers.map((one) => ({
    office_id: one.officeId,
    ticket_id: one.ticketId,
    person_id: one.personId,
    via: one.via,
    own_ticket: one.ownTicket,
    from_at: one.fromAt,
  }));
  const findable = all.searchTerms.flatMap((one) => one.terms.map((term) => ({ office_id: one.officeId, term, ticket_id: one.ticketId })));
  /** Columns are named, so that a table may gain one while older doors still write. */
  const into = (table: string, rows: readonly object[], once = false): SQL => {
    const columns = sql.join(
      Object.keys(rows[0] ?? {}).map((name) => sql.identifier(name)),
      sql`, `,
    );
    const from = sql`jsonb_populate_recordset(null::${sql.identifier(table)}, ${json([...rows])})`;
    return sql`insert into ${sql.identifier(table)} (${columns}) select ${columns} from ${from}${once ? sql` on conflict do nothing` : sql``}`;
  };
  const parts: [part: SQL, rows: readonly object[]][] = [
    [into('events', events), events],
    [into('contacts', contacts), contacts],
    [into('checks', checks), checks],
    [
      sql`${into('promises', all.promises.map(promiseRow))} on conflict (office_id, subject, what, round, opened_by) do update set
        owed_by = excluded.owed_by, due_by = excluded.due_by, kept_at = excluded.kept_at, kept_by = excluded.kept_by,
        withdrawn_at = excluded.withdrawn_at, withdrawn_why = excluded.withdrawn_why, miss_cause = excluded.miss_cause, next_look_at = excluded.next_look_at`,
      all.promises,
    ],
    // By the hash of what is owed, whatever the planner makes of the key: a page the same however many promises were ever made.
    [
      sql`update promises p set owed_by = n.owed_by, owed_by_role = n.owed_by_role, due_by = n.due_by, kept_at = n.kept_at, kept_by = n.kept_by,
          withdrawn_at = n.withdrawn_at, withdrawn_why = n.withdrawn_why, miss_cause = n.miss_cause, next_look_at = n.next_look_at
        from jsonb_populate_recordset(null::promises, ${json(all.moved.map(promiseRow))}) n
        where p.subject = n.subject and p.kept_at is null and p.withdrawn_at is null
          and array_position(array[n.office_id], p.office_id) is not null and (p.what, p.round, p.opened_by) = (n.what, n.round, n.opened_by)`,
      all.moved,
    ],
    [into('promise_terms', terms), terms],
    [into('promise_steps', steps), steps],
    [
      sql`update assignments a set until_at = n.from_at from jsonb_populate_recordset(null::assignments, ${json(assigned)}) n
        where a.office_id = n.office_id and a.ticket_id = n.ticket_id and a.until_at is null`,
      assigned,
    ],
    [into('assignments', taken), taken],
    [into('inbox', inbox, true), inbox],
    [into('outbox', jobs), jobs],
    [into('followers', followers, true), followers],
    [into('search_terms', findable, true), findable],
  ];
  const needed = parts.filter(([, rows]) => rows.length > 0).map(([part], index) => sql`${sql.identifier(`part_${index}`)} as (${part})`);
  await tx.execute(sql`with ${sql.join(needed, sql`, `)} select 1`);
}
