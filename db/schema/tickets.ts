import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { homes, offices } from './offices.ts';
import { people } from './people.ts';

/** What is not over, as partial indexes and the queries that use them write it. */
const OPEN = sql`status in ('received', 'dispatched', 'on_site', 'finished')`;
/** Under way, and only a resident can go on with it. */
const WAITING = sql`waits_for is not null`;
/** What stands on workbenches: what is open, and what is closed but still owes somebody a call or a visit. */
const TO_DO = sql`${OPEN} or next_due_by is not null`;

export const tickets = pgTable(
  'tickets',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    number: text('number').notNull(),
    reporterId: uuid('reporter_id')
      .notNull()
      .references(() => people.id),
    /** None of what nobody put a name to. */
    homeId: uuid('home_id'),
    firstContactId: uuid('first_contact_id').notNull(),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    place: text('place').notNull(),
    /** What only tickets of its kind have. */
    facts: jsonb('facts').notNull(),
    round: integer('round').notNull(),
    assignee: uuid('assignee_id').references(() => people.id),
    formerAssignee: uuid('former_assignee_id').references(() => people.id),
    receivedAt: instant('received_at').notNull(),
    roundBeganAt: instant('round_began_at').notNull(),
    /** When each thing last happened in this round: event → instant. */
    happened: jsonb('happened').notNull(),
    /** When each thing first happened in this round. */
    firstHappened: jsonb('first_happened').notNull(),
    /** A copy for the workbench, written with the ledger. */
    nextDueBy: instant('next_due_by'),
    /** When the clock alone moves it: confirmed by silence (Z1). */
    nextLookAt: instant('next_look_at'),
    /** What only a resident can answer; a column, so that other facts move without touching an index. */
    waitsFor: text('waits_for', { enum: ['quote', 'date'] }),
    /** The ticket whose defect came back within its warranty (R6). */
    reworkOf: uuid('rework_of'),
    version: integer('version').notNull(),
  },
  (ticket) => [
    primaryKey({ columns: [ticket.id, ticket.officeId] }),
    foreignKey({ columns: [ticket.homeId, ticket.officeId], foreignColumns: [homes.id, homes.officeId] }),
    foreignKey({ name: 'tickets_rework_of', columns: [ticket.reworkOf, ticket.officeId], foreignColumns: [ticket.id, ticket.officeId] }),
    uniqueIndex('tickets_by_number').on(ticket.officeId, ticket.number),
    // A ticket at hand costs the same page however many there are.
    index('tickets_by_id').using('hash', ticket.id).with({ fillfactor: 50 }),
    index('tickets_by_office').on(ticket.officeId, ticket.id),
    index('tickets_by_home').on(ticket.officeId, ticket.homeId, ticket.id),
    index('tickets_by_reporter').on(ticket.reporterId, ticket.id),
    index('tickets_by_assignee').on(ticket.assignee, ticket.id),
    // Few are open at any time: what lists and workbenches read stays small however long the company has been at it.
    index('tickets_open').on(ticket.id).where(OPEN),
    // With the due time, so that counting reads this index alone, in the order the tickets lie in.
    index('tickets_open_by_office').on(ticket.officeId, ticket.id, ticket.nextDueBy).where(TO_DO),
    // Written as only the company's own list asks for it: one estate's is found in the next one, by its estate and in order.
    index('tickets_finished').on(ticket.id).where(sql`(status || '') = 'finished'`),
    index('tickets_finished_by_office').on(ticket.officeId, ticket.id).where(sql`status = 'finished'`),
    index('tickets_waiting').on(ticket.id).where(WAITING),
    index('tickets_waiting_by_office').on(ticket.officeId, ticket.id).where(WAITING),
    index('tickets_to_do').on(ticket.nextDueBy, ticket.id).where(TO_DO),
    index('tickets_to_do_by_office').on(ticket.officeId, ticket.nextDueBy, ticket.id).where(TO_DO),
    index('tickets_open_by_assignee').on(ticket.assignee, ticket.id).where(OPEN),
    index('tickets_to_do_by_assignee').on(ticket.assignee, ticket.nextDueBy, ticket.id).where(sql`(${TO_DO}) and status <> 'finished'`),
    index('tickets_to_look_at').on(ticket.officeId, ticket.nextLookAt).where(sql`next_look_at is not null`),
    index('tickets_by_rework').on(ticket.officeId, ticket.reworkOf).where(sql`rework_of is not null`),
    // Whom complaints are walled from, and which have left their office: asked of every colleague at every request (C3).
    index('tickets_accused').using('gin', sql`(facts #> '{complaint,accused}')`).where(sql`kind = 'complaint'`),
    // With the id, so that all that ever left is read from the index alone; whom leadership let into which is found by whom (C3).
    index('tickets_let_in').using('gin', sql`(facts #> '{complaint,letIn}')`).where(sql`kind = 'complaint'`),
    index('tickets_out_of_office').on(ticket.officeId, ticket.id).where(sql`kind = 'complaint' and (facts #>> '{complaint,custody}') = 'company'`),
    // How many of the building complained of the same within a month, and not of all that ever did (readings 17).
    index('tickets_complaints_received').on(ticket.officeId, ticket.receivedAt).where(sql`kind = 'complaint'`),
    // What the complaints officer has before them, soonest due first (C1).
    index('tickets_complaints_to_do').on(ticket.nextDueBy, ticket.id).where(sql`kind = 'complaint' and (${TO_DO})`),
    // Drawn by the company and not asked yet: what its caller sees (V1).
    index('tickets_drawn').on(ticket.id).where(sql`(facts->'drawnFor') ? 'weekly_visit'`),
    // What a home asked for after a survey (Z16).
    // Whose special services were done in a time: columns that never change, so that what happens to a ticket touches no index (S10).
    index('tickets_services').on(ticket.officeId, ticket.receivedAt).where(sql`kind = 'special_service'`),
    index('tickets_from_survey').on(ticket.homeId).where(sql`(facts #>> '{fromSurvey,id}') is not null`),
    index('tickets_complaints').on(ticket.id).where(sql`kind = 'complaint'`),
    index('tickets_by_former_assignee').on(ticket.formerAssignee, ticket.id).where(sql`assignee_id is null`),
  ],
);

export const followers = pgTable(
  'followers',
  {
    officeId: officeId(),
    ticketId: uuid('ticket_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    via: text('via', { enum: ['reported', 'merged', 'hint', 'first_contact'] }).notNull(),
    ownTicket: uuid('own_ticket').notNull(),
    fromAt: instant('from_at').notNull(),
    /** Since when they follow no more. */
    untilAt: instant('until_at'),
  },
  (follower) => [
    primaryKey({ columns: [follower.officeId, follower.ticketId, follower.personId] }),
    foreignKey({ columns: [follower.ticketId, follower.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    index('followers_by_person').on(follower.personId, follower.ticketId),
    index('followers_of_others').on(follower.personId, follower.ticketId).where(sql`via <> 'reported'`),
  ],
);

/** Who held a ticket when: a miss belongs to whoever held it at the due time. */
export const assignments = pgTable(
  'assignments',
  {
    officeId: officeId(),
    ticketId: uuid('ticket_id').notNull(),
    eventId: uuid('event_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
  },
  (assignment) => [
    primaryKey({ columns: [assignment.officeId, assignment.ticketId, assignment.eventId] }),
    foreignKey({ columns: [assignment.ticketId, assignment.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    index('assignments_by_person').on(assignment.personId, assignment.ticketId),
  ],
);

/** Every word in or out, append-only: a ticket's thread and the contact register are readings of it (I2). */
export const contacts = pgTable(
  'contacts',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    ticketId: uuid('ticket_id'),
    round: integer('round'),
    eventId: uuid('event_id'),
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    channel: text('channel').notNull(),
    kind: text('kind').notNull(),
    direction: text('direction', { enum: ['in', 'out', 'internal'] }).notNull(),
    audience: text('audience', { enum: ['followers', 'person', 'staff'] }).notNull(),
    place: text('place').notNull(),
    author: uuid('author_id')
      .notNull()
      .references(() => people.id),
    participants: uuid('participants').array().notNull(),
    body: text('body').notNull(),
    outcome: text('outcome'),
  },
  (contact) => [
    primaryKey({ columns: [contact.id, contact.officeId] }),
    foreignKey({ columns: [contact.ticketId, contact.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    // Hashes, so that a ticket's words cost the same page however many were ever said.
    index('contacts_by_ticket').using('hash', contact.ticketId),
    index('contacts_by_office').on(contact.officeId, contact.id),
    index('contacts_by_id').using('hash', contact.id).with({ fillfactor: 50 }),
    // What was written with an errand, whether or not it is about a ticket.
    index('contacts_of_errands').using('hash', contact.eventId).where(sql`kind = 'errand'`),
  ],
);
