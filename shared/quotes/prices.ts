import { beginningAfter, type DatedLine, standingOn } from '../kernel/dated-lines.ts';
import { sayMoney } from '../kernel/money.ts';
import { RELATION_HOLDERS } from '../kernel/people.ts';
import { refuseField } from '../kernel/problem.ts';
import type { Settings } from '../kernel/settings.ts';

/** What a price pays for; kept apart from quote to settlement. */
export const COST_KINDS = { labour: '人工', material: '材料' } as const;
export type CostKind = keyof typeof COST_KINDS;
export const COST_KIND_NAMES = Object.keys(COST_KINDS) as [CostKind, ...CostKind[]];

/** A price has one item, one unit; whole units are counted. */
export interface Priced {
  name: string;
  unit: string;
  kind: CostKind;
  priceFen: number;
  /** How long what was fitted is answered for; null where the company sets nothing of its own. */
  warrantyMonths: number | null;
}

/** One dated line of an office's price list, append-only: a new price is a new line, and so is its end. */
export interface PriceLine extends Priced, DatedLine {
  officeId: string;
  byName: string;
}

/** An item of the price list as it stands on a day, and what is announced for it. */
export interface StandingPrice extends PriceLine {
  next: { from: string; priceFen: number | null } | null;
}

/** Who keeps an office's price list. */
export const PRICE_WRITERS = { by: ['head', 'director'], clause: 'P1', since: '2026-01-01' } as const;

/** Whether a post may write the price list of its office. */
export const mayWritePrices = (post: { role: string; department: string | null }): boolean =>
  PRICE_WRITERS.by.some((by) => RELATION_HOLDERS[by](post));

/** The highest price there may be, in fen. */
export const priceMaxFen = (settings: Settings): number => settings.priceMaxYuan * 100;

/** The price list as it stands on a day: of each item the last line that has begun, unless that ends it; and what begins later. */
export const pricesOn = (lines: readonly PriceLine[], day: string): StandingPrice[] =>
  standingOn(lines, day).map(({ line, next }) => ({ ...line, next: next && { from: next.from, priceFen: next.withdrawn ? null : next.priceFen } }));

/** Items that begin later and have no price yet. */
export const pricesAhead = (lines: readonly PriceLine[], day: string): PriceLine[] => beginningAfter(lines, day);

/**
 * P1: a price begins today or later, is not negative and not beyond what a company ever asks; nobody changes what was asked before.
 * @throws Problem `request/invalid` naming the field
 */
export function checkPrice(given: { priceFen: number; from: string }, today: string, settings: Settings): void {
  if (given.from < today) throw refuseField('from', '从今天或以后起，过去的价格改不了');
  if (given.priceFen > priceMaxFen(settings)) throw refuseField('priceFen', `单价不能超过 ${sayMoney(priceMaxFen(settings))}`);
}
