import type { Transaction } from '../../db/connect.ts';
import { readPriceLines } from '../../db/queries/prices.ts';
import { insertQuote, readHalfDays, readQuoteLines } from '../../db/queries/quotes.ts';
import type { AskedLine } from '../../shared/contract/quotes.ts';
import { sayMoney } from '../../shared/kernel/money.ts';
import { refuseField } from '../../shared/kernel/problem.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { pricesOn } from '../../shared/quotes/prices.ts';
import {
  costOf,
  decideAnswer,
  decidePrice,
  decideQuote,
  decideSettle,
  decideWithdrawal,
  type QuoteLine,
  sayLine,
  totalFen,
} from '../../shared/quotes/quotes.ts';
import type { Decision } from '../../shared/tickets/decision.ts';
import type { Ctx } from '../context.ts';
import { Moved, type SaidWithIt } from '../ledger/record.ts';
import { command, type Outcome, type Reading, spoken } from '../tickets/command.ts';

/**
 * What was asked for, with today's prices of the estate's list.
 * @throws Problem `request/invalid` for an item that is not on it, or a line without a name
 */
async function pricedLines(reading: Reading, asked: readonly AskedLine[], tx: Transaction, ctx: Ctx): Promise<QuoteLine[]> {
  const prices = pricesOn(await readPriceLines(tx, ctx.viewer, [reading.file.officeId]), isoDay(reading.now));
  const standing = new Map(prices.map((line) => [line.item, line]));
  return asked.map(({ itemId, label, unit, kind, quantity, priceFen }) => {
    if (itemId === null) {
      if (label === '') throw refuseField('lines', '价目表上没有的，请写一下是什么');
      return { priceId: null, label, unit, kind, quantity, priceFen, warrantyMonths: null };
    }
    const item = standing.get(itemId);
    if (!item) throw refuseField('lines', '有一项已经不在价目表上，请重新选');
    return { ...item, priceId: item.id, label: item.name, quantity };
  });
}

/** The quote as the register keeps it: for residents once it has its price. */
function sayQuote(reading: Reading, lines: readonly QuoteLine[], isPriced: boolean): SaidWithIt {
  const said = lines.map((line) => `${sayLine(line)}${line.priceFen === null ? '' : ` ${sayMoney(line.priceFen * line.quantity)}`}`).join('；');
  const inside = { direction: 'internal' as const, audience: 'staff' as const, participants: [], outcome: '等主管定价' };
  const open = { direction: 'out' as const, outcome: `合计 ${sayMoney(totalFen(costOf(lines)))}` };
  return spoken(reading, `报价：${said}`, { kind: 'note', ...(isPriced ? open : inside) });
}

async function keep(
  reading: Reading,
  decision: Decision,
  lines: readonly QuoteLine[],
  halfDays: number,
  tx: Transaction,
  ctx: Ctx,
): Promise<Outcome> {
  const { officeId, id: ticketId } = reading.file;
  const { quote, version } = decision.facts as { quote: string; version: number };
  const made = { id: quote, officeId, ticketId, round: reading.state.round, version, halfDays, at: reading.now, lines };
  if (!(await insertQuote(tx, ctx.viewer, made))) throw new Moved();
  return { ...decision, said: [sayQuote(reading, lines, decision.did !== 'price_asked')] };
}

/** I7, R5: the whole price before work, from the list; what is not on it the supervisor prices. */
export const quote = command<{ id: string; lines: AskedLine[]; halfDays: number }>('quote', async (reading, input, tx, ctx) => {
  const lines = await pricedLines(reading, input.lines, tx, ctx);
  const byHead = reading.relations.includes('head') && !reading.relations.includes('assignee');
  const decision = decideQuote(reading, { id: ctx.newId(), lines, halfDays: input.halfDays, byHead });
  return keep(reading, decision, lines, input.halfDays, tx, ctx);
});

/** R5: the supervisor's prices; the next version is offered. */
export const price = command<{ id: string; quoteId: string; prices: { position: number; priceFen: number }[] }>(
  'price',
  async (reading, input, tx, ctx) => {
    const asked = await readQuoteLines(tx, ctx.viewer, reading.file, input.quoteId);
    const { decision, lines } = decidePrice(reading, { seen: input.quoteId, id: ctx.newId(), lines: asked, prices: input.prices });
    return keep(reading, decision, lines, await readHalfDays(tx, ctx.viewer, reading.file, input.quoteId), tx, ctx);
  },
);

const sumOf = (reading: Reading) => sayMoney(totalFen(reading.state.quote ?? { labourFen: 0, partsFen: 0 }));
const sayAnswer = (reading: Reading, accepts: boolean, goesOn: boolean) =>
  accepts ? `同意报价，${sumOf(reading)}` : goesOn ? '不同意报价，不收费的接着修' : '不同意报价，不修了';

/** I7: the resident's yes. */
export const acceptQuote = command<{ id: string; quoteId: string }>('acceptQuote', (reading, input) => ({
  ...decideAnswer(reading, { seen: input.quoteId, accepts: true, goesOn: true, byReporter: reading.relations.includes('author') }),
  said: [spoken(reading, sayAnswer(reading, true, true), { direction: 'in' })],
}));

/** I7: the resident's no, and whether the repair goes on without the paid part; the reporter alone ends it. */
export const refuseQuote = command<{ id: string; quoteId: string; goesOn: boolean; words: string }>(
  'refuseQuote',
  (reading, { goesOn, ...input }) => {
    const answer = sayAnswer(reading, false, goesOn);
    const byReporter = reading.relations.includes('author');
    return {
      ...decideAnswer(reading, { seen: input.quoteId, accepts: false, goesOn, byReporter }),
      said: [spoken(reading, input.words || answer, { direction: 'in', outcome: input.words ? answer : null })],
    };
  },
);

/** I7: what a resident answered by word of mouth, put on record by somebody who does none of the work. */
export const recordAnswer = command<{ id: string; quoteId: string; accepts: boolean; goesOn: boolean; channel: string; words: string }>(
  'recordAnswer',
  (reading, { quoteId: seen, accepts, goesOn, channel, words }) => ({
    ...decideAnswer(reading, { seen, accepts, goesOn, byReporter: true, facts: { channel } }),
    said: [spoken(reading, words, { channel, kind: 'call', direction: 'in', outcome: sayAnswer(reading, accepts, goesOn) })],
  }),
);

export const withdrawQuote = command<{ id: string; quoteId: string }>('withdrawQuote', (reading, input) => decideWithdrawal(reading, input.quoteId));

/** R14: the end of a paid repair. */
export const settle = command<{ id: string }>('settle', (reading) => decideSettle(reading));
