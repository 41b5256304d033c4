import { sql } from 'drizzle-orm';
import type { Promised } from '../../shared/kernel/promises.ts';
import type { TicketEvent, TicketState } from '../../shared/tickets/ticket.ts';
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

/** Everything that follows from one or more events, written in one statement. */
export interface Consequences {
  events: (TicketEvent & { officeId: string; subjectKind: string })[];
  promises: (Promised & { officeId: string; subjectKind: string })[];
  terms: { promise: Promised & { officeId: string }; eventId: string }[];
  steps: { promise: Promised & { officeId: string }; eventId: string }[];
  assignments: { officeId: string; ticketId: string; eventId: string; personId: string | null; at: Date }[];
  contacts: NewContact[];
  inbox: NewInboxLine[];
  jobs: NewJob[];
  followers: { officeId: string; ticketId: string; personId: string; via: string; ownTicket: string; fromAt: Date }[];
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
  const inbox = all.inbox.map((line) => ({
    id: line.id,
    office_id: line.officeId,
    person_id: line.personId,
    subject: line.subject,
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
  const followers = all.followers.map((one) => ({
    office_id: one.officeId,
    ticket_id: one.ticketId,
    person_id: one.personId,
    via: one.via,
    own_ticket: one.ownTicket,
    from_at: one.fromAt,
  }));
  await tx.execute(sql`
    with happened as (insert into events select * from jsonb_populate_recordset(null::events, ${json(events)})),
    said as (insert into contacts select * from jsonb_populate_recordset(null::contacts, ${json(contacts)})),
    promised as (
      insert into promises select * from jsonb_populate_recordset(null::promises, ${json(all.promises.map(promiseRow))})
      on conflict (office_id, subject, what, round, opened_by) do update set
        owed_by = excluded.owed_by, due_by = excluded.due_by, kept_at = excluded.kept_at, kept_by = excluded.kept_by,
        withdrawn_at = excluded.withdrawn_at, withdrawn_why = excluded.withdrawn_why, miss_cause = excluded.miss_cause, next_look_at = excluded.next_look_at),
    agreed as (insert into promise_terms select * from jsonb_populate_recordset(null::promise_terms, ${json(terms)})),
    stepped as (insert into promise_steps select * from jsonb_populate_recordset(null::promise_steps, ${json(steps)})),
    released as (
      update assignments a set until_at = n.from_at from jsonb_populate_recordset(null::assignments, ${json(assigned)}) n
      where a.office_id = n.office_id and a.ticket_id = n.ticket_id and a.until_at is null),
    assigned as (insert into assignments select * from jsonb_populate_recordset(null::assignments, ${json(assigned)}) n where n.person_id is not null),
    told as (insert into inbox select * from jsonb_populate_recordset(null::inbox, ${json(inbox)}) on conflict do nothing),
    queued as (insert into outbox select * from jsonb_populate_recordset(null::outbox, ${json(jobs)})),
    following as (insert into followers select * from jsonb_populate_recordset(null::followers, ${json(followers)}) on conflict do nothing)
    select 1`);
}

const stateColumns = (state: TicketState, nextDueBy: Date | null) => ({
  status: state.status,
  urgency: state.urgency,
  category: state.category,
  place: state.place,
  danger: state.danger,
  supervised: state.supervised,
  round: state.round,
  assignee_id: state.assignee,
  former_assignee_id: state.formerAssignee,
  received_at: state.receivedAt,
  round_began_at: state.roundBeganAt,
  handed_over_at: state.handedOverAt,
  taken_on_at: state.takenOnAt,
  dispatched_at: state.dispatchedAt,
  accepted_at: state.acceptedAt,
  arrived_at: state.arrivedAt,
  finished_at: state.finishedAt,
  visited_at: state.visitedAt,
  closed_at: state.closedAt,
  next_due_by: nextDueBy,
});

/** A ticket that does not stand yet. */
export interface NewTicket {
  id: string;
  officeId: string;
  number: string;
  reporterId: string;
  homeId: string;
  firstContactId: string;
}

export async function insertTicket(tx: Tx, ticket: NewTicket, state: TicketState, nextDueBy: Date | null): Promise<void> {
  const row = {
    id: ticket.id,
    office_id: ticket.officeId,
    number: ticket.number,
    reporter_id: ticket.reporterId,
    home_id: ticket.homeId,
    first_contact_id: ticket.firstContactId,
    kind: state.kind,
    ...stateColumns(state, nextDueBy),
    version: 1,
  };
  await tx.execute(sql`insert into tickets select * from jsonb_populate_recordset(null::tickets, ${json([row])})`);
}

/** Saves where tickets stand now, each only if nobody moved it since it was read. Returns the ids that were saved. */
export async function saveTickets(
  tx: Tx,
  moved: readonly { id: string; officeId: string; version: number; newVersion: number; state: TicketState; nextDueBy: Date | null }[],
): Promise<string[]> {
  const rows = moved.map((one) => ({ id: one.id, office_id: one.officeId, version: one.version, ...stateColumns(one.state, one.nextDueBy) }));
  const versions = moved.map((one) => ({ id: one.id, version: one.newVersion }));
  const saved = await tx.execute<{ id: string }>(sql`
    update tickets t set
      status = n.status, urgency = n.urgency, category = n.category, danger = n.danger, round = n.round, assignee_id = n.assignee_id, former_assignee_id = n.former_assignee_id,
      round_began_at = n.round_began_at, handed_over_at = n.handed_over_at, taken_on_at = n.taken_on_at, dispatched_at = n.dispatched_at, accepted_at = n.accepted_at,
      arrived_at = n.arrived_at, finished_at = n.finished_at, visited_at = n.visited_at, closed_at = n.closed_at, next_due_by = n.next_due_by, version = v.version
    from jsonb_populate_recordset(null::tickets, ${json(rows)}) n
    join jsonb_to_recordset(${json(versions)}) as v(id uuid, version int) on v.id = n.id
    where t.office_id = n.office_id and t.id = n.id and t.version = n.version
    returning t.id`);
  return saved.map((row) => row.id);
}
