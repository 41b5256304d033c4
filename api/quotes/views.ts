import type { TicketWhole } from '../../db/queries/ticket-whole.ts';
import type { QuoteView, TicketDetail } from '../../shared/contract/ticket-views.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { sayLine, totalFen } from '../../shared/quotes/quotes.ts';
import type { Quoted } from '../../shared/tickets/ticket.ts';

/** A version of a quote as people see it: where it stands from the events, its lines from the table. */
export function quoteView(quoted: Quoted, whole: Pick<TicketWhole, 'quotes'>, name: (id: string) => string): QuoteView | null {
  const row = whole.quotes.find((one) => one.id === quoted.id);
  if (!row) return null;
  const { id, version, stand, labourFen, partsFen } = quoted;
  return {
    id,
    version,
    stand,
    halfDays: row.halfDays,
    madeByName: name(row.madeBy),
    madeAt: row.madeAt.toISOString(),
    lines: row.lines.map(({ priceId, ...line }) => ({ ...line, isOnList: priceId !== null })),
    labourFen,
    partsFen,
    totalFen: totalFen(quoted),
  };
}

/** What this round of a public repair used, line by line; null before it was written. */
export function spendingView({ spending }: TicketWhole): TicketDetail['spending'] {
  if (!spending) return null;
  const { version, byName, at, labourFen, partsFen } = spending;
  const lines = spending.lines.map((line) => ({ text: sayLine(line), sumFen: line.priceFen * line.quantity }));
  return { version, byName: sayName(byName), at: at.toISOString(), labourFen, partsFen, totalFen: totalFen(spending), lines };
}

/** What a ticket's finished rounds came to, line by line; null before one is finished. */
export function costView({ state, charges, quotes }: TicketWhole): TicketDetail['cost'] {
  if (!state.charged) return null;
  const lines = charges.flatMap((charge) =>
    (quotes.find((one) => one.id === charge.quoteId)?.lines ?? []).flatMap((line, index) => {
      const quantity = charge.quantities[index] ?? 0;
      return quantity > 0 ? [{ text: sayLine({ ...line, quantity }), sumFen: (line.priceFen ?? 0) * quantity }] : [];
    }),
  );
  const { labourFen, partsFen, isSettled } = state.charged;
  return { labourFen, partsFen, totalFen: totalFen(state.charged), isSettled, lines };
}
