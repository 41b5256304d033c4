import { sayMoney } from '../kernel/money.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import type { Decision, Given } from '../tickets/decision.ts';
import type { Quoted, TicketState } from '../tickets/ticket.ts';
import { type CostKind, priceMaxFen } from './prices.ts';

/** A line of a quote with the price of its day; null while the supervisor has not set one (R5). */
export interface QuoteLine {
  priceId: string | null;
  label: string;
  unit: string;
  kind: CostKind;
  quantity: number;
  priceFen: number | null;
  warrantyMonths: number | null;
}

/** Labour and parts, never in one sum until it is shown. */
export interface Cost {
  labourFen: number;
  partsFen: number;
}

/** What a finished round cost, and how long what was fitted is answered for, in months. */
export interface Charge extends Cost {
  quantities: number[];
  partsMonths: number;
}

export const FREE: Cost = { labourFen: 0, partsFen: 0 };

export const totalFen = ({ labourFen, partsFen }: Cost): number => labourFen + partsFen;

/** What these quantities of these lines cost; a line without a price costs nothing yet. */
export function costOf(lines: readonly QuoteLine[], quantities: readonly number[] = lines.map((line) => line.quantity)): Cost {
  const of = (kind: CostKind) =>
    lines.reduce((sum, line, index) => sum + (line.kind === kind ? (line.priceFen ?? 0) * (quantities[index] ?? 0) : 0), 0);
  return { labourFen: of('labour'), partsFen: of('material') };
}

/** R5: a company's man-days in halves, so that half a day can be said. */
const halfDaysOf = (manDays: number) => manDays * 2;

/** @throws Problem `request/invalid` for a price beyond the limit */
export function checkLines(given: Given, lines: readonly QuoteLine[]): void {
  const limit = priceMaxFen(given.settings);
  const high = lines.findIndex((line) => (line.priceFen ?? 0) > limit);
  if (high >= 0 || totalFen(costOf(lines)) > limit) throw refuseField('lines', `价格不能超过 ${sayMoney(limit)}`);
}

const nextVersion = (state: TicketState) => (state.quote?.version ?? 0) + 1;

/**
 * I7, R5: the whole price before work. What is not on the list, and work of more man-days than the setting says, goes to the supervisor first.
 * @param input.byHead the supervisor quotes, and prices what is not on the list in the same breath
 * @throws Problem `request/invalid` for a price a technician made up, one left open by the supervisor, or one beyond the limit
 */
export function decideQuote(given: Given, input: { id: string; lines: readonly QuoteLine[]; halfDays: number; byHead: boolean }): Decision {
  const { id, lines, byHead } = input;
  const isOpen = (line: QuoteLine) => line.priceFen === null;
  if (!byHead && lines.some((line) => line.priceId === null && !isOpen(line))) throw refuseField('lines', '价目表上没有的，由工程主管定价');
  if (byHead && lines.some(isOpen)) throw refuseField('lines', '每一项都要有价格');
  checkLines(given, lines);
  const isLarge = input.halfDays > halfDaysOf(given.settings.supervisorQuoteAboveManDays);
  const asks = !byHead && (isLarge || lines.some(isOpen));
  const facts = { quote: id, version: nextVersion(given.state) };
  return asks ? { did: 'price_asked', facts } : { did: 'quoted', facts: { ...facts, ...costOf(lines) } };
}

/** The version people look at; whoever saw another is told so. @throws Problem `ticket/action-refused` */
function permitVersion(state: TicketState, seen: string): Quoted {
  if (state.quote?.id !== seen) throw new Problem('ticket/action-refused', '报价刚才改了，请看新的那一份');
  return state.quote;
}

/**
 * R5: the supervisor prices what is not on the list; the priced lines are the next version, and it is offered.
 * @throws Problem `request/invalid` for a line left without a price, or one that has its price from the list
 */
export function decidePrice(
  given: Given,
  input: { seen: string; id: string; lines: readonly QuoteLine[]; prices: readonly { position: number; priceFen: number }[] },
): { decision: Decision; lines: QuoteLine[] } {
  permitVersion(given.state, input.seen);
  const named = new Map(input.prices.map((one) => [one.position, one.priceFen]));
  const foreign = [...named.keys()].find((position) => input.lines[position]?.priceFen !== null);
  if (foreign !== undefined) throw refuseField('prices', '价目表上的项目按价目表收');
  const lines = input.lines.map((line, position) => ({ ...line, priceFen: line.priceFen ?? named.get(position) ?? null }));
  if (lines.some((line) => line.priceFen === null)) throw refuseField('prices', '每一项都要有价格');
  checkLines(given, lines);
  return { decision: { did: 'priced', facts: { quote: input.id, version: nextVersion(given.state), ...costOf(lines) } }, lines };
}

interface Answer {
  seen: string;
  accepts: boolean;
  goesOn: boolean;
  byReporter: boolean;
  facts?: Record<string, unknown>;
}

/**
 * I7: accepted, or refused: then nothing is charged, and the repair goes on without the paid part or ends. Only whoever reported it ends it; a
 * housemate who would is on record so, it goes on without the paid part, and the reporter decides.
 * @param input.seen the version that was looked at
 * @param input.byReporter whether it is the reporter's own answer, or a colleague's record of it
 * @throws Problem `ticket/action-refused` for another version, `request/invalid` for ending what was accepted before
 */
export function decideAnswer(given: Given, input: Answer): Decision {
  const { id, version, labourFen, partsFen } = permitVersion(given.state, input.seen);
  const facts = { quote: id, version, ...input.facts };
  if (input.accepts) return { did: 'quote_accepted', facts: { ...facts, labourFen, partsFen } };
  if (input.goesOn) return { did: 'quote_refused', facts: { ...facts, goesOn: true } };
  // What was ordered at a price may still be given up at another, as long as nobody came (R12).
  const isOrderUntouched = given.state.kind === 'special_service' && given.state.status === 'dispatched';
  if (given.state.agreedQuote && !isOrderUntouched) throw refuseField('goesOn', '前一份报价已经同意了，按那一份接着办');
  if (given.state.tookIn.length > 0) throw refuseField('goesOn', '别的住户也在等这一件，请选“不收费的接着修”');
  if (!input.byReporter) return { did: 'quote_refused', facts: { ...facts, goesOn: true, wouldEnd: true } };
  return { did: 'quote_refused', facts: { ...facts, goesOn: false }, also: [{ did: 'cancelled', facts: { why: 'quote_refused' } }] };
}

/** The technician or the supervisor takes a quote back before it is answered. @throws Problem `ticket/action-refused` */
export function decideWithdrawal(given: Given, seen: string): Decision {
  const { id, version } = permitVersion(given.state, seen);
  return { did: 'quote_withdrawn', facts: { quote: id, version } };
}

/** Whether a quote still waits for somebody. */
export const isQuoteOpen = (state: TicketState): boolean => state.quote?.stand === 'offered' || state.quote?.stand === 'pricing';

/**
 * I7, R14: what a finished repair costs: what was used of what was accepted, never more, and nothing where nothing was.
 * @param lines of the accepted quote
 * @param used how much of each line; left out: all of it
 * @returns the sums, the quantities, and the longest that anything fitted is answered for, in months (R6)
 * @throws Problem `quote/not-accepted` where a quote still waits or nothing was accepted, `request/invalid` for more than was accepted
 */
export function chargeOf(state: TicketState, lines: readonly QuoteLine[], used: readonly number[] | undefined): Charge {
  if (isQuoteOpen(state)) throw new Problem('quote/not-accepted', '报价还没有回话：请等住户回话，或者撤回报价');
  if (!state.agreedQuote) {
    if (used?.some((quantity) => quantity > 0)) throw new Problem('quote/not-accepted', '住户没有同意过报价，不能收费');
    return { ...FREE, quantities: [], partsMonths: 0 };
  }
  const quantities = used ? [...used] : lines.map((line) => line.quantity);
  if (quantities.length !== lines.length || quantities.some((quantity, index) => quantity > lines[index]!.quantity))
    throw refuseField('used', '不能比住户同意的多；要多用，请重新报价');
  const months = lines.map((line, index) => (quantities[index]! > 0 ? (line.warrantyMonths ?? 0) : 0));
  return { ...costOf(lines, quantities), quantities, partsMonths: Math.max(0, ...months) };
}

/** R14: booked, once; the sum is what the rounds came to. */
export function decideSettle({ state }: Given): Decision {
  const { labourFen, partsFen } = state.charged ?? FREE;
  return { did: 'settled', facts: { labourFen, partsFen } };
}

/** One line as people read it: 不锈钢软管 × 2 根. */
export const sayLine = ({ label, quantity, unit }: Pick<QuoteLine, 'label' | 'quantity' | 'unit'>): string => `${label} × ${quantity} ${unit}`.trim();
