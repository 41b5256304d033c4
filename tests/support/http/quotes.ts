import { sql } from 'drizzle-orm';
import type { QuoteDeeds } from '../deeds.ts';
import { openPrices } from '../story.ts';
import type { World } from '../world.ts';
import type { Teller } from './teller.ts';

/** The newest quote’s id, whoever may see it; one that is nobody’s where there is none. */
async function newestQuote(world: World, ticketId: string): Promise<string> {
  const [row] = await world.house.db.execute<{ id: string }>(sql`select id from quotes where ticket_id = ${ticketId} order by version desc limit 1`);
  return row?.id ?? '00000000-0000-7000-8000-000000000000';
}

export const quoteDeeds = ({ api, world }: Teller): QuoteDeeds => ({
  quotes: async ({ id }, asked, manDays = 0.5) => {
    const { items } = await api.prices({});
    const lines = asked.map((line) => {
      if ('label' in line) return { quantity: 1, unit: '个', kind: 'material' as const, ...line };
      const item = items.find((one) => one.name === line.item);
      if (!item) throw new Error(`there is no ${line.item} on the price list`);
      return { itemId: item.id, quantity: line.quantity ?? 1 };
    });
    await api.quote({ id, lines, halfDays: manDays * 2 });
  },
  prices: async ({ id }, pricesFen = [], seen) => {
    const { quote } = await api.ticket({ id });
    await api.price({ id, quoteId: seen ?? quote!.id, prices: openPrices(quote!.lines, pricesFen) });
  },
  acceptsQuote: async ({ id }, seen) => {
    await api.acceptQuote({ id, quoteId: seen ?? (await newestQuote(world, id)) });
  },
  refusesQuote: async ({ id }, goesOn) => {
    await api.refuseQuote({ id, quoteId: await newestQuote(world, id), goesOn });
  },
  recordsAnswer: async ({ id }, accepts, words = '电话里问过住户') => {
    await api.recordAnswer({ id, quoteId: await newestQuote(world, id), accepts, channel: 'phone', words });
  },
  withdrawsQuote: async ({ id }) => {
    await api.withdrawQuote({ id, quoteId: await newestQuote(world, id) });
  },
  settles: async ({ id }) => {
    await api.settle({ id });
  },
});
