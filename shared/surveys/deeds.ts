import type { ErrandDecision } from '../errands/decide.ts';
import type { ErrandEventName, ErrandState } from '../errands/errand.ts';
import type { ErrandRow } from '../errands/rows.ts';
import { days, named } from '../kernel/due.ts';
import { refuseField } from '../kernel/problem.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import { CLIMB, CLIMB_FROM_QUALITY } from '../repairs/promises.ts';
import { inTheFuture } from '../tickets/decision.ts';

/** What an open letter promised, one thing each: of which survey it is, and its place in the letter. */
export interface DeedFacts extends Record<string, unknown> {
  survey: string;
  nth: number;
  /** How the quality department looked last, how many households it asked, and how many of them are not satisfied yet (S7). */
  how?: CheckedHow;
  asked?: number;
  unhappy?: number;
}

export const deedFacts = (state: Pick<ErrandState, 'facts'>): DeedFacts => state.facts as DeedFacts;

/** What makes the deed of a letter the only one. */
export const deedKey = ({ survey, nth }: Pick<DeedFacts, 'survey' | 'nth'>): string => `${survey}/${nth}`;

/** How the quality department looks whether a promise was kept (S7). */
export const CHECKED_HOW = { phone: '打电话问住户', visit: '上门看' } as const;
export type CheckedHow = keyof typeof CHECKED_HOW;
export const CHECKED_HOWS = Object.keys(CHECKED_HOW) as [CheckedHow, ...CheckedHow[]];

/** A letter promises within so many days; what takes longer is several promises [ours]. */
export const DEED_WITHIN_DAYS = 180;
/** So many households are asked about one at most. */
export const MOST_ASKED = 100;

export type DeedAction = 'deedHolds' | 'deedFails';

const DEED = ['deed'] as const;
const ABOVE = ['giver', 'director', 'quality'] as const;

// A person does what the letter promised; the quality department asks the residents until they are satisfied. Nobody takes it back: it was promised in public.
// biome-ignore format: a table reads best as one
export const DEED_ROWS: readonly ErrandRow[] = [
  { action: 'giveBack',  name: 'do what was promised',     label: '做好了',                 kinds: DEED, from: ['given'],    to: 'returned', does: ['returned'],   by: ['holder'],                     clause: 'S5', since: '2026-01-01' },
  { action: 'progress',  name: 'say how a promise goes',   label: '说一声进展',             kinds: DEED, from: ['given'],    to: null,       does: ['progressed'], by: ['holder'],                     clause: 'S5', since: '2026-01-01' },
  { action: 'handOn',    name: 'hand a promise on',        label: '换个人做',               kinds: DEED, from: ['given'],    to: null,       does: ['handed_on'],  by: ABOVE,                          clause: 'S5', since: '2026-01-01' },
  { action: 'deedHolds',                                   label: '问过了，住户满意',       kinds: DEED, from: ['returned'], to: 'closed',   does: ['verified'],   by: ['quality'], notBy: ['holder', 'worksHere'], clause: 'S7', since: '2026-01-01' },
  { action: 'deedFails',                                   label: '住户不满意，请再做',     kinds: DEED, from: ['returned'], to: 'given',    does: ['sent_back'],  by: ['quality'], notBy: ['holder', 'worksHere'], clause: 'S7', since: '2026-01-01' },
];

const isDeed = ({ kind }: ErrandState) => kind === 'deed';

// A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const DEED_PROMISES: readonly PromiseRow<ErrandState, 'deed_done' | 'deed_verified', ErrandEventName>[] = [
  { rule: 'deed_done',     what: 'deed_done',     label: '做好公开信里答应的', clause: 'S5', since: '2026-01-01', opens: { given: 'given', sent_back: 'sent_back' }, when: isDeed, due: named,                  keeps: ['returned'],              drops: [], owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'deed_verified', what: 'deed_verified', label: '问住户满不满意',     clause: 'S7', since: '2026-01-01', opens: { returned: 'returned' },                   when: isDeed, due: days('deedVerifyDays'), keeps: ['verified', 'sent_back'], drops: [], owedBy: 'quality',  owedTo: 'residents', ladder: CLIMB_FROM_QUALITY },
];

interface Check {
  how: CheckedHow;
  asked: number;
}

/** S7: those who were asked are satisfied; it is over. */
export const decideHolds = ({ how, asked }: Check): ErrandDecision => ({
  did: 'verified',
  facts: { how, asked, of: { how, asked, unhappy: 0 } },
});

/** S7, Z11: some are not, so it is to be done again by another day. @throws Problem `request/invalid` for more who are not satisfied than were asked, or a time that has passed */
export function decideFails({ how, asked, unhappy, answerBy }: Check & { unhappy: number; answerBy: Date }, now: Date): ErrandDecision {
  if (unhappy > asked) throw refuseField('unhappy', '不满意的比问过的还多');
  const dueBy = inTheFuture('answerBy', answerBy, now, DEED_WITHIN_DAYS);
  return { did: 'sent_back', facts: { how, asked, unhappy, dueBy, of: { how, asked, unhappy } } };
}

type Standing = Pick<ErrandState, 'status' | 'answerBy' | 'facts'>;

const expectedIn = ({ facts }: Standing, moment: (at: Date) => string) =>
  typeof facts.expectedBy === 'string' ? `，现在看${moment(new Date(facts.expectedBy))} 能好` : '';

/** What is to be said of a promise of a letter beside how far it is: by when, or who was asked. */
export function sayDeedMore(standing: Standing, moment: (at: Date) => string): string {
  const { status, answerBy } = standing;
  const { how, asked, unhappy } = deedFacts(standing);
  if (status === 'closed') return `品质管理部${how === undefined ? '问过' : CHECKED_HOW[how]}，${asked ?? 0} 户都满意`;
  if (status === 'returned') return '等品质管理部问住户满不满意';
  const again = unhappy ? `问了 ${asked ?? 0} 户，${unhappy} 户还不满意，在再做；` : '';
  return `${again}${answerBy ? `答应${moment(answerBy)} 前` : ''}${expectedIn(standing, moment)}`;
}

const HOW_FAR: Partial<Record<ErrandState['status'], string>> = { closed: '做到了', returned: '做好了' };

/** Where a promise of a letter stands, as anybody reads it. */
export const sayDeedStanding = (standing: Standing, moment: (at: Date) => string): string =>
  `${HOW_FAR[standing.status] ?? '在做'}，${sayDeedMore(standing, moment)}`;
