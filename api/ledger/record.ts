import type { Transaction } from '../../db/connect.ts';
import { type Consequences, insertTicket, type NewContact, type NewTicket, saveTickets, writeConsequences } from '../../db/queries/ledger.ts';
import type { OfficeContext, TicketFile } from '../../db/queries/ticket-files.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { bookFor } from '../../shared/tickets/kinds.ts';
import type { TicketEvent, TicketEventName, TicketKind } from '../../shared/tickets/ticket.ts';
import { hearersOf, nextDueBy, stepsDue, type TicketStory, unfold } from '../../shared/tickets/unfold.ts';
import type { House } from '../context.ts';

/** One thing that happened to a ticket, before it has an id and a place in the history. */
export interface NewEvent {
  did: TicketEventName;
  facts: Record<string, unknown>;
  by: string | null;
  byResident: boolean;
}

/** What was said with it; ids, instants and place are filled in here. */
export type SaidWithIt = Pick<NewContact, 'channel' | 'kind' | 'direction' | 'audience' | 'place' | 'body' | 'outcome' | 'participants'> & {
  id?: string;
};

/** Events of one ticket, and the words that came with them. */
export interface Deed {
  ticket: { id: string; officeId: string; version: number };
  office: OfficeContext;
  /** null for a ticket that begins now. */
  before: TicketStory | null;
  create?: NewTicket;
  events: NewEvent[];
  said: SaidWithIt[];
  author: string | null;
}

/** A deed on a ticket that stands. */
export function deedOn(file: TicketFile, author: string | null, events: NewEvent[], said: SaidWithIt[] = []): Deed {
  return { ticket: file, office: file, before: { state: file.state, ledger: file.ledger }, events, said, author };
}

/** Thrown inside the transaction when somebody else moved the ticket first; the command reads again. */
export class Moved extends Error {}

const emptyConsequences = (): Consequences => ({
  events: [],
  promises: [],
  terms: [],
  steps: [],
  assignments: [],
  contacts: [],
  inbox: [],
  jobs: [],
  followers: [],
});

function foldEvent(house: House, deed: Deed, story: TicketStory | null, given: NewEvent, seq: number, at: Date, all: Consequences): TicketStory {
  const { officeId, id } = deed.ticket;
  const event: TicketEvent = { id: house.newId(), subject: id, seq, did: given.did, at, recordedAt: at, by: given.by, facts: given.facts };
  const kind = story?.state.kind ?? (given.facts.kind as TicketKind);
  const book = bookFor(kind, settingsAt(deed.office.settings, at), deed.office.openingHours);
  const next = unfold(story, event, book);
  all.events.push({ ...event, officeId, subjectKind: 'ticket' });

  const before = new Map((story?.ledger ?? []).map((promise) => [`${promise.what}/${promise.round}/${promise.openedBy}`, promise]));
  for (const promise of next.ledger) {
    const old = before.get(`${promise.what}/${promise.round}/${promise.openedBy}`);
    if (old && promise.terms.length > old.terms.length) all.terms.push({ promise: { ...promise, officeId }, eventId: event.id });
    if (old && promise.steps.length > old.steps.length) all.steps.push({ promise: { ...promise, officeId }, eventId: event.id });
  }
  if (story && next.state.assignee !== story.state.assignee)
    all.assignments.push({ officeId, ticketId: id, eventId: event.id, personId: next.state.assignee, at });

  const hearers = hearersOf(event, next, deed.office.staff, given.byResident);
  const { did, facts } = event;
  for (const personId of hearers.people) all.inbox.push({ id: house.newId(), officeId, personId, subject: id, eventId: event.id, did, facts, at });
  if (hearers.residents)
    all.jobs.push({
      id: house.newId(),
      officeId,
      job: 'fan_out',
      payload: { ticketId: id, eventId: event.id, did, facts, at: at.toISOString(), by: given.by },
      createdAt: at,
    });
  return next;
}

function fold(house: House, deed: Deed, at: Date, all: Consequences): { story: TicketStory; version: number } {
  let story = deed.before;
  let version = deed.ticket.version;
  const isSweep = deed.events.every((given) => given.by === null);
  const overdue =
    isSweep || !story ? [] : stepsDue(story.ledger, at).map(({ did, facts }): NewEvent => ({ did, facts, by: null, byResident: false }));
  for (const given of [...overdue, ...deed.events]) {
    version += 1;
    story = foldEvent(house, deed, story, given, version, at, all);
  }
  if (!story) throw new Error('a deed needs an event');
  const old = new Set(deed.before?.ledger ?? []);
  const changed = story.ledger.filter((promise) => !old.has(promise));
  all.promises.push(...changed.map((promise) => ({ ...promise, officeId: deed.ticket.officeId, subjectKind: 'ticket' })));
  const event = all.events[all.events.length - 1];
  for (const said of deed.said)
    all.contacts.push({
      ...said,
      id: said.id ?? house.newId(),
      officeId: deed.ticket.officeId,
      ticketId: deed.ticket.id,
      round: story.state.round,
      eventId: event?.id ?? null,
      at,
      recordedAt: at,
      author: deed.author ?? '',
    });
  return { story, version };
}

/**
 * The only writer of events, and the only mover of the ledger: state, promises, terms, steps, assignments, words, inbox and outbox follow from the events.
 * @returns where each ticket stands now, in the order given
 * @throws Moved where somebody else saved a ticket first
 */
export async function record(house: House, tx: Transaction, deeds: readonly Deed[]): Promise<{ story: TicketStory; version: number }[]> {
  const at = house.clock();
  const all = emptyConsequences();
  const moved = deeds.map((deed) => ({ deed, ...fold(house, deed, at, all) }));

  const standing = moved.filter(({ deed }) => !deed.create);
  if (standing.length > 0) {
    const saved = await saveTickets(
      tx,
      standing.map(({ deed, story, version }) => ({
        id: deed.ticket.id,
        officeId: deed.ticket.officeId,
        version: deed.ticket.version,
        newVersion: version,
        state: story.state,
        nextDueBy: nextDueBy(story.ledger),
      })),
    );
    if (saved.length !== standing.length) throw new Moved();
  }
  for (const { deed, story } of moved) {
    if (!deed.create) continue;
    await insertTicket(tx, deed.create, story.state, nextDueBy(story.ledger));
    const { id, officeId } = deed.ticket;
    all.followers.push({ officeId, ticketId: id, personId: deed.create.reporterId, via: 'reported', ownTicket: id, fromAt: at });
  }
  await writeConsequences(tx, all);
  return moved.map(({ story, version }) => ({ story, version }));
}
