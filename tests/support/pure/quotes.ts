import { PRICES } from '../../../db/seeds/prices.ts';
import { decideAnswer, decidePrice, decideQuote, decideSettle, decideWithdrawal, type QuoteLine } from '../../../shared/quotes/quotes.ts';
import type { QuoteDeeds, QuotedLine } from '../deeds.ts';
import { openPrices } from '../story.ts';
import { relationsOf } from './company.ts';
import type { Case, Doer } from './town.ts';

/** A line of a quote with today's price of the list. */
function pricedLine(asked: QuotedLine): QuoteLine {
  if ('label' in asked) {
    const { label, kind = 'material', quantity = 1, priceFen = null } = asked;
    return { priceId: null, label, unit: '个', kind, quantity, priceFen, warrantyMonths: null };
  }
  const found = PRICES.find(([item]) => item === asked.item);
  if (!found) throw new Error(`there is no ${asked.item} on the price list`);
  const [label, unit, priceFen, kind, warrantyMonths] = found;
  return { priceId: label, label, unit, kind, quantity: asked.quantity ?? 1, priceFen, warrantyMonths };
}

const nextQuoteId = (one: Case) => `${one.id}-quote-${one.quotes.size + 1}`;

export const quoteDeeds = ({ name, does }: Doer): QuoteDeeds => ({
  quotes: (ticket, asked, manDays = 0.5) =>
    does('quote', ticket, (given, one) => {
      const lines = asked.map(pricedLine);
      const relations = relationsOf(name, one);
      const id = nextQuoteId(one);
      const byHead = relations.includes('head') && !relations.includes('assignee');
      const decision = decideQuote(given, { id, lines, halfDays: manDays * 2, byHead });
      one.quotes.set(id, lines);
      return decision;
    }),
  prices: (ticket, pricesFen = [], seen) =>
    does('price', ticket, (given, one) => {
      const asked = seen ?? given.state.quote!.id;
      const lines = one.quotes.get(asked)!;
      const id = nextQuoteId(one);
      const made = decidePrice(given, { seen: asked, id, lines, prices: openPrices(lines, pricesFen) });
      one.quotes.set(id, made.lines);
      return made.decision;
    }),
  acceptsQuote: (ticket, seen) =>
    does('acceptQuote', ticket, (given) =>
      decideAnswer(given, { seen: seen ?? given.state.quote!.id, accepts: true, goesOn: true, byReporter: false }),
    ),
  refusesQuote: (ticket, goesOn) =>
    does('refuseQuote', ticket, (given, one) =>
      decideAnswer(given, { seen: given.state.quote!.id, accepts: false, goesOn, byReporter: relationsOf(name, one).includes('author') }),
    ),
  recordsAnswer: (ticket, accepts) =>
    does('recordAnswer', ticket, (given) =>
      decideAnswer(given, { seen: given.state.quote!.id, accepts, goesOn: true, byReporter: true, facts: { channel: 'phone' } }),
    ),
  withdrawsQuote: (ticket) => does('withdrawQuote', ticket, (given) => decideWithdrawal(given, given.state.quote!.id)),
  settles: (ticket) => does('settle', ticket, decideSettle),
});
