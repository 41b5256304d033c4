import type { Promised } from '../kernel/promises.ts';
import type { CostKind } from '../quotes/prices.ts';
import { checkLines, costOf, FREE, type QuoteLine } from '../quotes/quotes.ts';
import type { Fact, Given } from '../tickets/decision.ts';
import type { TicketState } from '../tickets/ticket.ts';

/** What a public repair used, one line: an item of the price list, or something else with what it cost. */
export interface SpentLine {
  priceId: string | null;
  label: string;
  unit: string;
  kind: CostKind;
  quantity: number;
  priceFen: number;
}

/** What lines come to, labour and material apart, in fen. */
export const spentOn = (lines: readonly SpentLine[]) => (lines.length === 0 ? FREE : costOf(lines.map(asQuoted)));

const asQuoted = (line: SpentLine): QuoteLine => ({ ...line, warrantyMonths: null });

/**
 * R7: the round that is written down next. Whoever works on it writes their own; the supervisor the first whose cost is still owed, else the one being
 * worked on or mended last.
 */
export function roundToWrite({ status, round }: Pick<TicketState, 'status' | 'round'>, ledger: readonly Promised[], worksOnIt: boolean): number {
  if (worksOnIt) return round;
  const owed = ledger.filter((one) => one.what === 'cost_recorded' && !one.keptAt && !one.withdrawnAt).map((one) => one.round);
  const isBeforeWork = status === 'received' || status === 'dispatched';
  return Math.min(isBeforeWork && round > 1 ? round - 1 : round, ...owed);
}

/**
 * R7, R14: what a round of a public repair used is on record, nought too; written again, the newest counts and the earlier ones stay. No resident pays it.
 * @param version which writing of this round it is, from 1
 * @param round whose costs they are
 * @throws Problem `request/invalid` for a sum beyond what the company ever pays
 */
export function decideSpend(given: Given, lines: readonly SpentLine[], version: number, round: number): Fact {
  checkLines(given, lines.map(asQuoted));
  return { did: 'spent', facts: { round, version, ...spentOn(lines) } };
}
