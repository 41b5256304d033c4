import { type Holder, sayAddressee } from './people.ts';
import { Problem } from './problem.ts';
import type { Subject } from './promises.ts';
import { type Addressee, holdersOf } from './routing.ts';
import { type Dated, inForce } from './rules.ts';
import type { SubjectEvent } from './subject.ts';
import { isoDay } from './time.ts';

/** Who may be asked to agree to a document. */
export type Approver = 'director' | 'quality' | 'managementRepresentative' | 'leadership' | 'generalManager';

/** Who hands a kind of document in, and who agrees to it, one after another. */
export interface ApprovalRow<Document extends string = string> extends Dated {
  document: Document;
  label: string;
  drafts: readonly Addressee[];
  steps: readonly Approver[];
  /** Written by its author each time, not taken from a row: what was agreed to may be followed by another version. */
  isOwnWords?: true;
  /** Goes to residents once the last step has agreed. */
  goesOut?: true;
  clause: string;
}

/** `submitted` begins a version; `passed` is a yes with another step to come, `approved` the last one; `returned` asks for a new version. */
export const APPROVAL_EVENTS = ['submitted', 'passed', 'approved', 'returned', 'warned', 'missed', 'told'] as const;
export type ApprovalEventName = (typeof APPROVAL_EVENTS)[number];
export type ApprovalEvent = SubjectEvent<ApprovalEventName>;

export type Verdict = 'approved' | 'returned';

/** Where a document stands: the sum of its events. A version is a round of the ledger. */
export interface ApprovalState {
  document: string;
  name: string;
  /** The day of the row the version was written from: a successor is another text, and needs another yes. */
  writtenOn: string;
  status: 'waiting' | Verdict;
  round: number;
  step: number;
  /** Whom each step asks, as it was when the version was handed in. */
  steps: readonly Approver[];
  author: string;
  submittedAt: Date;
  decidedAt: Date | null;
}

/** The row of a kind of document on a day. No row in force is a mistake of ours. */
export function approvalRowOn<Document extends string>(rows: readonly ApprovalRow<Document>[], document: Document, now: Date): ApprovalRow<Document> {
  const row = inForce(rows, isoDay(now), (one) => one.document).find((one) => one.document === document);
  if (!row) throw new Error(`nobody says who agrees to a ${document}`);
  return row;
}

/** What an author's own post asks instead: nobody agrees to what they wrote (Z7, readings 28). */
const ABOVE_AUTHOR: Partial<Record<Approver, Approver>> = {
  director: 'managementRepresentative',
  quality: 'managementRepresentative',
  managementRepresentative: 'leadership',
  leadership: 'generalManager',
};

/** Neither the author, nor whoever holds the author's own post while they are away (Z15). */
const othersThan = (author: string, staff: readonly Holder[]) => staff.filter((holder) => holder.person !== author && holder.deputyFor !== author);

/** Whom a step asks when this author hands the document in: the post, or the one above where only the author holds it. */
export function stepFor(step: Approver, author: string, staff: readonly Holder[]): Approver {
  const holds = staff.some((holder) => holder.role === step && (holder.person === author || holder.deputyFor === author));
  const isHeldByOthers = othersThan(author, staff).some((holder) => holder.role === step);
  const above = ABOVE_AUTHOR[step];
  return holds && !isHeldByOthers && above ? stepFor(above, author, staff) : step;
}

/** Who may decide now: whoever holds the post of this step, one level up where nobody does, and never the author. */
export function deciders(state: ApprovalState, staff: readonly Holder[]): string[] {
  const step = state.steps[state.step];
  return state.status === 'waiting' && step ? holdersOf(step, othersThan(state.author, staff)) : [];
}

/** What follows from a decision: the event's name and its facts. */
interface Decision {
  did: ApprovalEventName;
  facts: Record<string, unknown>;
}

/**
 * Hands in a document's first or next version.
 * @throws Problem `approval/not-yours` for somebody who does not write these, `approval/decided` while one waits, or for a text already agreed to
 */
export function decideSubmission(
  row: ApprovalRow,
  before: ApprovalState | null,
  given: { name: string; writtenOn: string; author: string; staff: readonly Holder[] },
): Decision {
  const { name, writtenOn, author, staff } = given;
  if (!row.drafts.some((addressee) => holdersOf(addressee, staff).includes(author)))
    throw new Problem('approval/not-yours', `这个小区的${row.drafts.map(sayAddressee).join('、')}才能送审`);
  if (before?.status === 'waiting') throw new Problem('approval/decided', '已经送审了，等审核');
  if (!row.isOwnWords && before?.status === 'approved' && before.writtenOn === writtenOn) throw new Problem('approval/decided', '已经通过，不用再送');
  const steps = row.steps.map((step) => stepFor(step, author, staff));
  return { did: 'submitted', facts: { document: row.document, name, writtenOn, steps, author } };
}

/**
 * One step's word on the version that waits.
 * @param given.round the version that was read
 * @throws Problem `approval/decided` where it is another version by now, or none waits; `approval/not-yours`; `request/invalid` for a return without
 * a reason
 */
export function decideVerdict(
  state: ApprovalState,
  given: { by: string; staff: readonly Holder[]; round: number; step: number; verdict: Verdict; words: string },
): Decision {
  const { by, staff, round, step, verdict, words } = given;
  if (state.author === by) throw new Problem('approval/not-yours', '自己送审的，要由别人来审');
  if (state.status !== 'waiting' || state.round !== round || state.step !== step) throw new Problem('approval/decided');
  if (!deciders(state, staff).includes(by)) throw new Problem('approval/not-yours');
  if (verdict === 'returned' && words === '') throw new Problem('request/invalid', '退回要写明原因', [{ field: 'words', message: '退回要写明原因' }]);
  const did = verdict === 'returned' ? 'returned' : state.step + 1 < state.steps.length ? 'passed' : 'approved';
  return { did, facts: { step: state.step, round: state.round } };
}

/** The state after an event. A document begins when it is handed in. */
export function followApproval(state: ApprovalState | null, event: ApprovalEvent): ApprovalState {
  if (event.did === 'submitted')
    return {
      document: String(event.facts.document),
      name: String(event.facts.name),
      writtenOn: String(event.facts.writtenOn),
      status: 'waiting',
      round: (state?.round ?? 0) + 1,
      step: 0,
      steps: event.facts.steps as Approver[],
      author: String(event.facts.author),
      submittedAt: event.at,
      decidedAt: null,
    };
  if (state === null) throw new Error(`a document begins with submitted, not ${event.did}`);
  switch (event.did) {
    case 'passed':
      return { ...state, step: state.step + 1 };
    case 'approved':
    case 'returned':
      return { ...state, status: event.did, decidedAt: event.at };
    default:
      return state;
  }
}

/** What the ledger asks of a document. */
export const approvalSubject = (state: ApprovalState): Subject => ({
  round: state.round,
  roundBeganAt: state.submittedAt,
  assignee: null,
  happened: {},
});
