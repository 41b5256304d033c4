import { DEPARTMENTS, type Holder, RELATION_HOLDERS } from '../kernel/people.ts';
import { refuseField } from '../kernel/problem.ts';
import { DAY } from '../kernel/time.ts';
import { inTheFuture } from '../tickets/decision.ts';
import type { ErrandEventName, ErrandKind, ErrandState, Unit } from './errand.ts';
import { COMPANY_DEPARTMENTS, ESTATE_DEPARTMENTS, headsOf, isOfCompany } from './relations.ts';

/** What follows from a decision about an errand: the event, its facts, and how the words that come with it are to be kept. */
export interface ErrandDecision {
  did: ErrandEventName;
  facts: Record<string, unknown>;
}

/** A department answers within so many days, and takes so long at most; longer is no promise any more [ours]. */
export const SLIP_WITHIN_DAYS = 90;

/** The kinds written by hand, and which departments each may go to: a referral is what the office itself cannot solve (D5, readings 47). */
export const SLIPS: Readonly<Record<'handover' | 'urgent' | 'referral' | 'work_letter', readonly string[]>> = {
  handover: [...ESTATE_DEPARTMENTS, ...COMPANY_DEPARTMENTS],
  urgent: [...ESTATE_DEPARTMENTS, ...COMPANY_DEPARTMENTS],
  referral: COMPANY_DEPARTMENTS,
  work_letter: COMPANY_DEPARTMENTS,
};

/** The unit of that name. @throws Problem `request/invalid` where slips of this kind do not go there */
export function unitOf(kind: keyof typeof SLIPS, department: string): Unit {
  if (!SLIPS[kind].includes(department)) throw refuseField('department', '这种单子交不到这个部门');
  return { department: department as Unit['department'], atHeadOffice: isOfCompany(department) };
}

export interface Giving {
  kind: ErrandKind & keyof typeof SLIPS;
  department: string;
  answerBy: Date;
  ticketId: string | null;
  /** It answers for a matter of several departments (I3). */
  lead: boolean;
  calledAt: Date | null;
  calledPerson: string | null;
  /** About what nobody put a name to. */
  unnamed: boolean;
}

/**
 * A slip to a department: whoever heads it owes it (D1); an emergency only after its head was called (I8).
 * @throws Problem `request/invalid` for a time that has passed, a department it cannot go to, or a call nobody made
 */
export function decideGiving(given: Giving, by: string, staff: readonly Holder[], now: Date): ErrandDecision {
  const { kind, ticketId, lead, calledAt, calledPerson, unnamed } = given;
  const unit = unitOf(kind, given.department);
  const heads = headsOf(
    unit,
    staff.filter((one) => one.person !== by),
  );
  const [holder] = heads;
  if (!holder) throw refuseField('department', `${DEPARTMENTS[unit.department]}现在没有别的负责人`);
  if (kind === 'urgent') {
    if (!calledAt || !calledPerson) throw refuseField('calledPerson', '先打电话给负责人，再写这张单');
    if (calledAt > now || now.getTime() - calledAt.getTime() > DAY) throw refuseField('calledAt', '打电话的时间要在一天以内，不能在现在之后');
    if (!heads.includes(calledPerson)) throw refuseField('calledPerson', '先打给这个部门的负责人');
  }
  const of = {
    ...(ticketId && kind === 'handover' ? { lead } : {}),
    ...(unnamed ? { unnamed } : {}),
    ...(kind === 'urgent' ? { calledAt: calledAt!.toISOString(), calledPerson } : {}),
  };
  const dueBy = inTheFuture('answerBy', given.answerBy, now, SLIP_WITHIN_DAYS);
  return { did: 'given', facts: { kind, holder, unit, ...(ticketId ? { ticketId } : {}), dueBy, of } };
}

/** D2: a firm time within the time asked for; later only where it says why, which is its words. @throws Problem `request/invalid` */
export function decideTaking(state: ErrandState, promisedBy: Date, words: string, now: Date): ErrandDecision {
  const dueBy = inTheFuture('promisedBy', promisedBy, now, SLIP_WITHIN_DAYS);
  if (state.answerBy && promisedBy > state.answerBy && words === '') throw refuseField('words', '比要求的时间晚，请写明为什么');
  return { did: 'taken', facts: { dueBy } };
}

/** What was promised stays beside it (D2). */
const expected = (expectedBy: string) => ({ expectedBy, of: { expectedBy } });

/** D3: how far it is, and when it is expected now. */
export const decideProgress = (expectedBy: Date | null, now: Date): ErrandDecision => ({
  did: 'progressed',
  facts: expectedBy ? expected(inTheFuture('expectedBy', expectedBy, now, SLIP_WITHIN_DAYS)) : {},
});

/** D4: back to whoever had it, with another time to answer by. */
export const decideSendingBack = (answerBy: Date, now: Date): ErrandDecision => ({
  did: 'sent_back',
  facts: { dueBy: inTheFuture('answerBy', answerBy, now, SLIP_WITHIN_DAYS), of: { written: false } },
});

export type SlipKind = keyof typeof SLIPS;
export const SLIP_NAMES = Object.keys(SLIPS) as SlipKind[];

const isOfficeDesk = (holder: Holder) =>
  !holder.atHeadOffice && (RELATION_HOLDERS.agent(holder) || RELATION_HOLDERS.head(holder) || RELATION_HOLDERS.director(holder));
const isAtCompany = (holder: Holder) => holder.atHeadOffice && (RELATION_HOLDERS.quality(holder) || RELATION_HOLDERS.leadership(holder));

/** Who may write each kind: an emergency anybody who works there (I8), the rest those who answer for the matter. */
const WRITES: Readonly<Record<SlipKind, (holder: Holder) => boolean>> = {
  handover: (holder) => isOfficeDesk(holder) || isAtCompany(holder),
  urgent: () => true,
  referral: isOfficeDesk,
  work_letter: (holder) => isOfficeDesk(holder) || isAtCompany(holder),
};

/** Whether somebody may write a slip of this kind in an office. @param staff who works there, and at the company */
export const mayGive = (kind: SlipKind, person: string, staff: readonly Holder[]): boolean =>
  staff.some((holder) => holder.person === person && WRITES[kind](holder));
