import { DEPARTMENTS, type Holder, RELATION_HOLDERS } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import { holdersOf } from '../kernel/routing.ts';
import type { Settings } from '../kernel/settings.ts';
import { DAY, endOfDayAfter, isoDay } from '../kernel/time.ts';
import { inTheFuture } from '../tickets/decision.ts';
import type { ErrandState } from './errand.ts';
import { DESK } from './letter-rows.ts';
import { COMPANY_DEPARTMENTS, type ErrandRelation, ESTATE_DEPARTMENTS, headsOf } from './relations.ts';

/** Who writes to the company (I14, I17). */
export const LETTER_FROM = {
  resident: '住户',
  committee: '业委会',
  authority: '街道、居委会、政府部门',
  counterpart: '供方、开发商等相关方',
  other: '别的',
} as const;
export type LetterFrom = keyof typeof LETTER_FROM;
export const LETTER_FROM_NAMES = Object.keys(LETTER_FROM) as [LetterFrom, ...LetterFrom[]];

/** Who gets a copy of an important one: departments of the estate and of the company, and leadership. */
export const LETTER_COPIES = [...ESTATE_DEPARTMENTS, ...COMPANY_DEPARTMENTS, 'leadership'] as const;
export type LetterCopy = (typeof LETTER_COPIES)[number];

/** A copy's receiver as people say it. */
export const sayCopy = (to: LetterCopy): string => (to === 'leadership' ? '公司领导' : DEPARTMENTS[to]);

/** What a letter holds beside what every errand holds; its words and who wrote it are contacts. */
export interface LetterFacts extends Record<string, unknown> {
  from: LetterFrom;
  /** The day it was received, in Shanghai. */
  receivedOn: string;
  important: boolean;
  copies: readonly LetterCopy[];
}

export const letterFacts = (state: Pick<ErrandState, 'facts'>): LetterFacts => state.facts as LetterFacts;

/** A letter is answered within so many days at most, and was received so many days ago at most [ours]. */
const LONGEST_DAYS = 90;
const BACK_DAYS = 30;

/** Who registers a letter: the office's desk, or the company's (I14). */
const REGISTERS = (holder: Holder): boolean =>
  holder.atHeadOffice
    ? RELATION_HOLDERS.quality(holder) || RELATION_HOLDERS.leadership(holder)
    : RELATION_HOLDERS.agent(holder) || RELATION_HOLDERS.head(holder) || RELATION_HOLDERS.director(holder);

/** Whether somebody may register a letter for an office. @param staff who works there, and at the company */
export const mayRegister = (person: string, staff: readonly Holder[]): boolean =>
  staff.some((holder) => holder.person === person && REGISTERS(holder));

/** Who hears of copies: whoever heads each department, and leadership. */
export const copiedTo = (copies: readonly LetterCopy[], staff: readonly Holder[]): string[] => [
  ...new Set(
    copies.flatMap((to) =>
      to === 'leadership'
        ? holdersOf('leadership', staff)
        : headsOf({ department: to, atHeadOffice: (COMPANY_DEPARTMENTS as readonly string[]).includes(to) }, staff),
    ),
  ),
];

/** @throws Problem `request/invalid` for somebody who works neither here nor at the company, or may not know of its matter */
export function checkHolder(holder: string, staff: readonly Holder[]): string {
  if (!staff.some((one) => one.person === holder)) throw refuseField('holder', '请选小区或公司的同事来负责');
  return holder;
}

export interface Registering {
  from: LetterFrom;
  receivedOn: string;
  holder: string;
  /** Left out: by the company's figure. */
  answerBy: Date | null;
  ticketId: string | null;
  important: boolean;
  copies: readonly LetterCopy[];
}

/**
 * I14: a letter is on record, with whoever answers for it and by when; an important one goes to departments and leadership in the same deed.
 * @throws Problem `request/invalid` for a day to come or long past, nobody to answer for it, or an important one without a copy
 */
export function decideRegister(given: Registering, staff: readonly Holder[], settings: Settings, now: Date) {
  const { from, receivedOn, important, ticketId } = given;
  if (receivedOn > isoDay(now)) throw refuseField('receivedOn', '还没到这一天');
  if (receivedOn < isoDay(new Date(now.getTime() - BACK_DAYS * DAY))) throw refuseField('receivedOn', `最多补登记 ${BACK_DAYS} 天以内收到的`);
  if (important && given.copies.length === 0) throw refuseField('copies', '重要的来信要抄送，请选给谁');
  const holder = checkHolder(given.holder, staff);
  const dueBy = given.answerBy
    ? inTheFuture('answerBy', given.answerBy, now, LONGEST_DAYS)
    : endOfDayAfter(now, settings.letterAnswerDays).toISOString();
  const copies = important ? [...new Set(given.copies)] : [];
  const of: LetterFacts = { from, receivedOn, important, copies };
  const registered = { did: 'given' as const, facts: { kind: 'letter', holder, ...(ticketId ? { ticketId } : {}), dueBy, of } };
  return copies.length === 0 ? [registered] : [registered, { did: 'copied' as const, facts: { copies, of: { copies } } }];
}

/** I14: copied to others too. @throws Problem `request/invalid` where all of them have it */
export function decideCopy(state: ErrandState, copies: readonly LetterCopy[]) {
  const before = letterFacts(state).copies;
  const fresh = copies.filter((to) => !before.includes(to));
  if (fresh.length === 0) throw refuseField('copies', '都抄送过了');
  return { did: 'copied' as const, facts: { copies: fresh, of: { important: true, copies: [...before, ...fresh] } } };
}

const PHOTOGRAPHERS: readonly ErrandRelation[] = ['holder', ...DESK];

/** Whether somebody may photograph a letter that came on paper, and the answer that went out (I14): not once it is no letter any more. */
export const mayPhotograph = ({ kind, status }: Pick<ErrandState, 'kind' | 'status'>, relations: readonly ErrandRelation[]): boolean =>
  kind === 'letter' && status !== 'withdrawn' && relations.some((relation) => PHOTOGRAPHERS.includes(relation));

/** Lets whoever may. @throws Problem `ticket/not-yours`, `ticket/action-refused` for a letter that was taken back */
export function permitPhotos(state: Pick<ErrandState, 'kind' | 'status'>, relations: readonly ErrandRelation[]): void {
  if (mayPhotograph(state, relations)) return;
  if (mayPhotograph({ ...state, status: 'given' }, relations)) throw new Problem('ticket/action-refused', '来信撤回了，不再加照片');
  throw new Problem('ticket/not-yours', state.kind === 'letter' ? '由登记的人、负责答复的人、客服、主任或品质管理部来加照片' : '只有来信放照片');
}

/** Where a letter stands, as one would say it. */
export function sayLetterStanding(
  { status, answerBy, happened }: Pick<ErrandState, 'status' | 'answerBy' | 'happened'>,
  moment: (at: Date) => string,
): string {
  if (status === 'withdrawn') return '登记错了，撤回了';
  if (status === 'closed') return happened.filed ? '不用答复，存档了' : '答复了';
  return answerBy ? `等答复，${moment(answerBy)} 前` : '等答复';
}
