import type { ErrandDecision } from '../errands/decide.ts';
import type { ErrandEventName, ErrandState } from '../errands/errand.ts';
import type { ErrandRow } from '../errands/rows.ts';
import { days, named } from '../kernel/due.ts';
import { type Holder, RELATION_HOLDERS } from '../kernel/people.ts';
import { refuseField } from '../kernel/problem.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import { holdersOf } from '../kernel/routing.ts';
import { CLIMB } from '../repairs/promises.ts';
import { inTheFuture } from '../tickets/decision.ts';

/** The figure of a month's analysis an action answers: whatever of these it counts. */
export interface About extends Record<string, string | undefined> {
  kind?: string | undefined;
  field?: string | undefined;
  category?: string | undefined;
  cause?: string | undefined;
  building?: string | undefined;
  homeId?: string | undefined;
  facilityId?: string | undefined;
}

/** What a corrective action holds beside what every errand holds. */
export interface ActionFacts {
  month: string;
  about: About;
  /** Who looks whether it worked: never whoever carries it out. */
  checkedBy: 'director' | 'quality';
  /** The tickets its figure was made of when it was given; the wall before them is its own (C3). */
  behind?: readonly string[];
  /** They are one household's: what any of them is shut to, it is shut to. */
  oneHousehold?: boolean;
}

export const actionFacts = (state: Pick<ErrandState, 'facts'>): ActionFacts => state.facts as unknown as ActionFacts;

/** A cause is put right within so many days; what takes longer is several actions [ours]. */
export const ACTION_WITHIN_DAYS = 180;

const ACTION = ['action'] as const;
const ABOVE = ['giver', 'director', 'quality'] as const;

// A person carries it out; somebody else looks whether it worked; where it did not, it is to be done again.
// biome-ignore format: a table reads best as one
export const ACTION_ROWS: readonly ErrandRow[] = [
  { action: 'giveBack', name: 'carry out an action', label: '做好了',           kinds: ACTION, from: ['given'],    to: 'returned',  does: ['returned'],   by: ['holder'],                    clause: 'C9', since: '2026-01-01' },
  { action: 'progress', name: 'say how an action is', label: '说一声进展',      kinds: ACTION, from: ['given'],    to: null,        does: ['progressed'], by: ['holder'],                    clause: 'C9', since: '2026-01-01' },
  { action: 'verify',   name: 'look at an action',   label: '看过了，有用',     kinds: ACTION, from: ['returned'], to: 'closed',    does: ['verified'],   by: ABOVE, notBy: ['holder'],      clause: 'C9', since: '2026-01-01' },
  { action: 'sendBack', name: 'ask more of an action', label: '没有用，再想办法', kinds: ACTION, from: ['returned'], to: 'given',   does: ['sent_back'],  by: ABOVE, notBy: ['holder'],      clause: 'C9', since: '2026-01-01' },
  { action: 'handOn',                                label: '换个人做',         kinds: ACTION, from: ['given'],    to: null,        does: ['handed_on'],  by: ABOVE,                         clause: 'C9', since: '2026-01-01' },
  { action: 'withdraw', name: 'withdraw an action',  label: '撤回',             kinds: ACTION, from: ['given'],    to: 'withdrawn', does: ['withdrawn'],  by: ABOVE, notBy: ['holder'],      clause: 'C9', since: '2026-01-01' },
];

const isAction = ({ kind }: ErrandState) => kind === 'action';
const checkedBy = (who: ActionFacts['checkedBy']) => (state: ErrandState) => isAction(state) && actionFacts(state).checkedBy === who;
const GONE = ['withdrawn'] as const;
const ENDS = ['withdrawn', 'sent_back'] as const;

// A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const ACTION_PROMISES: readonly PromiseRow<ErrandState, 'action_done' | 'action_checked', ErrandEventName>[] = [
  { rule: 'action_done',                what: 'action_done',    label: '做好纠正措施',     clause: 'C9', since: '2026-01-01', opens: { given: 'given', sent_back: 'sent_back' }, when: isAction,              due: named,                   keeps: ['returned'], drops: GONE, owedBy: 'assignee', owedTo: 'company', ladder: CLIMB },
  { rule: 'action_checked by director', what: 'action_checked', label: '看措施有没有用',   clause: 'C9', since: '2026-01-01', opens: { returned: 'returned' },                   when: checkedBy('director'), due: days('actionCheckDays'), keeps: ['verified'], drops: ENDS, owedBy: 'director', owedTo: 'company', ladder: CLIMB },
  { rule: 'action_checked by quality',  what: 'action_checked', label: '看措施有没有用',   clause: 'C9', since: '2026-01-01', opens: { returned: 'returned' },                   when: checkedBy('quality'),  due: days('actionCheckDays'), keeps: ['verified'], drops: ENDS, owedBy: 'quality',  owedTo: 'company', ladder: CLIMB },
];

const directs = (person: string, staff: readonly Holder[]) =>
  staff.some((post) => post.person === person && !post.atHeadOffice && RELATION_HOLDERS.director(post));

interface Giving {
  holder: string;
  month: string;
  about: About;
  dueBy: Date;
  behind: readonly string[];
  oneHousehold: boolean;
  /** Who works there, and may not know of what is behind the figure. */
  shut: readonly string[];
}

/** Who carries it out never looks whether it helped: where nobody else of the quality department is left to, it is somebody else's. @throws Problem `request/invalid` */
function checkable(holder: string, by: ActionFacts['checkedBy'], staff: readonly Holder[]): ActionFacts['checkedBy'] {
  const lookers = holdersOf(by, staff);
  if (lookers.length > 0 && lookers.every((person) => person === holder))
    throw refuseField('holder', '做完要由别人来看有没有用，品质管理部没有别的人了，请选别的同事');
  return by;
}

/**
 * C9: what a main cause gets: somebody who puts it right by a date, and somebody else who looks whether it helped.
 * @throws Problem `request/invalid` for somebody who does not work there or may not know of it (C3), or a time that has passed
 * @param staff who may know of it
 */
export function decideAction(
  { holder, month, about, dueBy, behind, oneHousehold, shut }: Giving,
  by: string,
  staff: readonly Holder[],
  now: Date,
): ErrandDecision {
  if (shut.includes(holder)) throw refuseField('holder', '这个数里有这位同事不能看的事，请选别人来做');
  if (!staff.some((post) => post.person === holder)) throw refuseField('holder', '请选一位同事');
  const isCompanys = staff.some((post) => post.person === by && post.atHeadOffice);
  const of: ActionFacts = {
    month,
    about,
    checkedBy: checkable(holder, isCompanys || directs(holder, staff) ? 'quality' : 'director', staff),
    ...(behind.length > 0 ? { behind, oneHousehold } : {}),
  };
  return { did: 'given', facts: { kind: 'action', holder, dueBy: inTheFuture('dueBy', dueBy, now, ACTION_WITHIN_DAYS), of } };
}

/** It is somebody else's from now on; by when stays. @throws Problem `request/invalid` */
export function decideHandingOn(state: ErrandState, holder: string, staff: readonly Holder[]): ErrandDecision {
  if (holder === state.holder || !staff.some((post) => post.person === holder)) throw refuseField('holder', '请选另一位同事');
  if (state.kind === 'deed' && staff.every((post) => post.person !== holder || post.atHeadOffice)) throw refuseField('holder', '请选小区的同事来做');
  if (state.kind !== 'action') return { did: 'handed_on', facts: { holder } };
  const by = checkable(holder, directs(holder, staff) ? 'quality' : actionFacts(state).checkedBy, staff);
  return { did: 'handed_on', facts: { holder, ...(by === actionFacts(state).checkedBy ? {} : { of: { checkedBy: by } }) } };
}
