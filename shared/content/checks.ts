import { isStaffTo, type Relation } from '../kernel/people.ts';
import { Problem } from '../kernel/problem.ts';
import type { Settings } from '../kernel/settings.ts';

/**
 * Why words or a picture wait for a colleague: WeChat would look again, thinks them risky, or did not say. `waiting`: a picture WeChat is still
 * looking at;
 * `pass`: one it had nothing against.
 */
export const CHECK_STANDS = {
  waiting: '微信还在看',
  pass: '微信看过，没有问题',
  review: '微信拿不准，请看一看',
  risky: '微信认为不合适，请看一看',
  unknown: '微信没有回话，请看一看',
} as const;
export type CheckStand = keyof typeof CHECK_STANDS;
/** What has words held. */
export type HeldWhy = 'review' | 'risky' | 'unknown';

/** What a colleague decides. */
export const DECISIONS = { released: '放行', withheld: '不展示' } as const;
export type Decision = keyof typeof DECISIONS;

/** Why something is not shown, as its author reads it. */
export const WITHHOLD_REASONS = {
  private: '有别人的姓名、号码或其他私人信息',
  insult: '有骂人或伤人的话',
  unlawful: '有法律不允许的内容',
  advert: '是广告，和这件事没有关系',
} as const;
export type WithholdReason = keyof typeof WITHHOLD_REASONS;

/** What stands beside held words or a held picture. */
export interface Check {
  stand: CheckStand;
  decision: Decision | null;
  reason: WithholdReason | null;
}

/** Whether others than its author and colleagues do without it for now, or for good. */
export const isHidden = (check: Check | null): boolean => check !== null && check.decision !== 'released';

/** Whether others than whoever took it read a picture only colleagues are shown: until a colleague says no. */
export const isReadable = (check: Check | null, mine: boolean): boolean => mine || check?.decision !== 'withheld';

/** The word for a public place whose own words are held. */
export const HELD_PLACE = '公共地方';

/**
 * What WeChat said of words, as this estate takes it: null where everybody may read them at once. Where it said nothing, a colleague's answer
 * reaches the
 * resident all the same: a service centre falls silent for no outage of WeChat's, nor for working at a desk.
 */
export function heldBecause(said: 'pass' | HeldWhy | null, settings: Settings, asStaff: boolean): HeldWhy | null {
  if (said === null || said === 'pass') return null;
  return said === 'unknown' && (asStaff || !settings.holdUnchecked) ? null : said;
}

/** What its author and colleagues read beside it; null where there is nothing to say. */
export function sayHeld(check: Check | null, mine: boolean, what: '这段话' | '这张照片' = '这段话'): string | null {
  if (!isHidden(check)) return null;
  if (check!.decision === 'withheld') return `${what}不给别的住户看：${WITHHOLD_REASONS[check!.reason!]}`;
  return mine ? `${what}正在核对，同事已经能看到` : `${what}正在核对，别的住户还看不到`;
}

/** The same of a picture only colleagues are shown. */
export function sayHeldPaper(check: Check | null): string | null {
  if (!isHidden(check)) return null;
  return check!.decision === 'withheld' ? `这张照片别人看不到了：${WITHHOLD_REASONS[check!.reason!]}` : '这张照片正在核对，同事已经能看到';
}

/** What a viewer is to a ticket that lets them decide on its words. */
const DECIDERS: readonly Relation[] = ['agent', 'director'];

/** Whether somebody may decide: an agent or the director of the ticket, never of their own matter, never on what they wrote. */
export const mayDecide = (relations: readonly Relation[], isAuthor: boolean): boolean =>
  !isAuthor && isStaffTo(relations) && relations.some((relation) => DECIDERS.includes(relation));

/**
 * Lets one decide who may.
 * @throws Problem `seen/not-found`, `check/own-words`, `ticket/not-yours`, `check/decided`
 */
export function permitDecision(check: Check, relations: readonly Relation[], isAuthor: boolean): void {
  if (isAuthor) throw new Problem('check/own-words');
  if (!isStaffTo(relations)) throw new Problem('seen/not-found');
  if (!mayDecide(relations, isAuthor)) throw new Problem('ticket/not-yours');
  if (check.decision !== null) throw new Problem('check/decided');
}

/**
 * The same for a picture that belongs to no ticket: whoever looks after its office, never on their own.
 * @throws Problem `check/own-words`, `ticket/not-yours`, `check/decided`
 */
export function permitPaperDecision(check: Check, isLookedAfter: boolean, isAuthor: boolean): void {
  if (isAuthor) throw new Problem('check/own-words');
  if (!isLookedAfter) throw new Problem('ticket/not-yours');
  if (check.decision !== null) throw new Problem('check/decided');
}
