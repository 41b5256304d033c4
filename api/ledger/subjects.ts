import type { Transaction } from '../../db/connect.ts';
import { insertApproval, type NewApproval, readApprovalFiles, saveApprovals } from '../../db/queries/approvals.ts';
import { insertErrand, type NewErrand, readErrandFiles, saveErrands } from '../../db/queries/errands.ts';
import type { Consequences, NewContact } from '../../db/queries/ledger.ts';
import { insertRemoval, type NewRemoval } from '../../db/queries/retention.ts';
import { lockSubjects, type Owing } from '../../db/queries/sweep.ts';
import { type OfficeContext, readTicketFiles } from '../../db/queries/ticket-files.ts';
import { insertTicket, type NewTicket, saveTickets } from '../../db/queries/ticket-saves.ts';
import type { System } from '../../db/queries/viewer.ts';
import { APPROVAL_RULES } from '../../shared/approvals/approvals.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { ERRAND_RULES } from '../../shared/errands/rules.ts';
import type { ApprovalState } from '../../shared/kernel/approvals.ts';
import type { Story, SubjectRules } from '../../shared/kernel/subject.ts';
import type { RemovalState } from '../../shared/retention/retention.ts';
import { REMOVAL_RULES } from '../../shared/retention/rules.ts';
import { closingAt } from '../../shared/surveys/survey.ts';
import { termsOfDeed } from '../../shared/tickets/search.ts';
import type { TicketState } from '../../shared/tickets/ticket.ts';
import { TICKET_RULES } from '../../shared/tickets/unfold.ts';

/** A subject as the ledger names it. */
export interface SubjectKey {
  kind: SubjectKind;
  id: string;
  officeId: string;
  version: number;
}

/** A subject as the sweep reads it: where it stands, and the office around it. */
export interface SubjectFile<State = unknown> extends OfficeContext {
  id: string;
  /** What people call it. */
  number: string;
  version: number;
  state: State;
  ledger: Story['ledger'];
}

/** Where a subject has been brought, to be saved if nobody moved it since it was read. */
export interface MovedSubject<State = unknown> {
  id: string;
  officeId: string;
  version: number;
  newVersion: number;
  state: State;
  nextDueBy: Date | null;
  /** When the clock alone moves it. */
  nextLookAt: Date | null;
  at: Date;
}

/** How a kind of subject is kept: its rules, its table, and how the sweep finds it. */
export interface SubjectShelf<State, New> {
  rules: SubjectRules<State, never>;
  insert(tx: Transaction, made: New, at: MovedSubject<State>): Promise<void>;
  /** Saves each only if nobody moved it; returns the ids that were saved. */
  save(tx: Transaction, moved: readonly MovedSubject<State>[]): Promise<string[]>;
  /** What a new one brings with it beside its events. */
  begins?(made: New, at: Date, all: Consequences, newId: () => string): void;
  /** What it is found by, of what was begun and said. */
  termsOf?(made: New | null, said: readonly Pick<NewContact, 'body' | 'outcome' | 'place'>[]): readonly string[];
  /** The job that tells residents of it, where they do not follow it one by one. */
  tells?: string;
  /** How the sweep finds and reads those that owe something; a kind without it never does. */
  owing?: {
    /** Locks those behind the next looks of an office; what another sweep holds is left to it. */
    lock(tx: Transaction, system: System, officeId: string, now: Date, limit: number, except: readonly string[]): Promise<Owing>;
    read(tx: Transaction, system: System, officeId: string, ids: readonly string[], now: Date): Promise<SubjectFile<State>[]>;
    /** As of when its steps are taken, where something else decides what became of it at an instant; now, for a kind without it. */
    asOf?(state: State, now: Date): Date;
  };
}

const tickets: SubjectShelf<TicketState, NewTicket> = {
  rules: TICKET_RULES,
  insert: (tx, made, at) => insertTicket(tx, made, at.state, at.newVersion, at),
  save: saveTickets,
  begins: (made, at, all) => {
    const follows = { officeId: made.officeId, ticketId: made.id, ownTicket: made.id, fromAt: at };
    all.followers.push({ ...follows, personId: made.reporterId, via: 'reported' });
    if (made.takenBy) all.followers.push({ ...follows, personId: made.takenBy, via: 'first_contact' });
  },
  termsOf: termsOfDeed,
  owing: {
    lock: (tx, system, officeId, now, limit, except) => lockSubjects(tx, system, 'ticket', officeId, now, limit, except),
    read: readTicketFiles,
  },
};

/** A removal by rule is one event: it is begun, and never moves or owes anything. */
const removals: SubjectShelf<RemovalState, NewRemoval> = {
  rules: REMOVAL_RULES,
  insert: (tx, made, at) => insertRemoval(tx, made, at.state, at.newVersion, at.at),
  save: async () => [],
  begins: (made, at, all, newId) => {
    if (made.files.length > 0)
      all.jobs.push({ id: newId(), officeId: made.officeId, job: 'remove_files', payload: { files: made.files }, createdAt: at });
  },
};

/** A document and the yes it waits for. */
const approvals: SubjectShelf<ApprovalState, NewApproval> = {
  rules: APPROVAL_RULES,
  insert: (tx, made, at) => insertApproval(tx, made, at.state, at.newVersion),
  save: saveApprovals,
  tells: 'publish',
  owing: {
    lock: (tx, system, officeId, now, limit, except) => lockSubjects(tx, system, 'approval', officeId, now, limit, except),
    read: readApprovalFiles,
  },
};

/** What colleagues owe each other by a date. */
const errands: SubjectShelf<ErrandState, NewErrand> = {
  rules: ERRAND_RULES,
  insert: insertErrand,
  save: saveErrands,
  // The homes of a survey: nobody follows it one by one.
  tells: 'tell_survey',
  owing: {
    lock: (tx, system, officeId, now, limit, except) => lockSubjects(tx, system, 'errand', officeId, now, limit, except),
    read: readErrandFiles,
    // Whether enough came back is known with its closing, which takes the steps that come before it: a sweep that is faster says of nothing that it was missed (S3).
    asOf: (state, now) => (state.status === 'taken' ? closingAt(state, now) : now),
  },
};

/** Everything that has a history, and may owe something by a date. A new kind is an entry here, its rules in `shared` and its table. */
export const SUBJECTS = { ticket: tickets, removal: removals, approval: approvals, errand: errands };

export type SubjectKind = keyof typeof SUBJECTS;
