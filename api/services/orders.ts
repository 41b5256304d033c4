import { insertQuote } from '../../db/queries/quotes.ts';
import { readServiceLines } from '../../db/queries/services.ts';
import { readHomeContext } from '../../db/queries/ticket-files.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { OralOrder, Order } from '../../shared/contract/services.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import type { Channel } from '../../shared/intake/channels.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { decideOrder } from '../../shared/services/decide.ts';
import { linesOfService, sayOrdered, servicesOn } from '../../shared/services/services.ts';
import { checkWritten } from '../content/words.ts';
import type { Ctx } from '../context.ts';
import { takeDown } from '../intake/commands.ts';
import { Moved } from '../ledger/record.ts';
import { type Arriving, begin } from '../tickets/begin.ts';

interface OrderInput {
  homeId: string;
  itemId: string;
  lineId: string;
  quantity: number;
  words: string;
  wishFrom?: string | undefined;
  wishUntil?: string | undefined;
}

type Incoming = Arriving<'order' | 'oralOrder'>;

/**
 * R12: an order, oral or written, is on record, with the price as it was seen kept as its first quote.
 * @throws Problem `services/not-offered`, `services/price-changed`, `request/invalid`, `request/key-reused`
 */
async function receiveOrder(ctx: Ctx, input: OrderInput, { office, contact, held, taken, ...incoming }: Incoming): Promise<Done> {
  const { at } = incoming;
  const { officeId } = office;
  const now = ctx.clock();
  const offered = servicesOn(await readServiceLines(ctx.db, ctx.viewer, [officeId]), isoDay(now));
  const service = offered.find((line) => line.item === input.itemId) ?? null;
  const quoteId = ctx.newId();
  const order = { ...input, seen: input.lineId, keyCustomer: office.keyCustomer, ...(taken ? { taken } : {}) };
  const { also = [], ...received } = decideOrder(order, service, quoteId, settingsAt(office.settings, at), now);
  const events = [received, ...also].map((one) => ({ ...one, by: ctx.viewer.id, byResident: !taken, at }));
  const ordered = sayOrdered(service!.name, input.quantity, service!.unit);
  const said = {
    ...contact,
    direction: 'in' as const,
    audience: 'followers' as const,
    place: office.homeLabel,
    body: input.words || ordered,
    outcome: ordered,
    held,
    at,
  };
  const lines = linesOfService(service!, input.quantity);
  const beginning = {
    ...incoming,
    kind: 'special_service' as const,
    office,
    homeId: input.homeId,
    events,
    said,
    takenBy: taken?.firstContact ?? null,
  };
  return begin(ctx, beginning, {
    after: async (tx, ticketId) => {
      if (also.length === 0) return;
      const made = { id: quoteId, officeId, ticketId, round: 1, version: 1, halfDays: 1, at, lines };
      if (!(await insertQuote(tx, ctx.viewer, made))) throw new Moved();
    },
  });
}

/** A resident orders a service for a home of theirs. @throws Problem `home/not-yours`, and what `receiveOrder` refuses */
export async function order(ctx: Ctx, input: OrderInput): Promise<Done> {
  const now = ctx.clock();
  const office = await readHomeContext(ctx.db, ctx.viewer, input.homeId, now);
  if (!office) throw new Problem('home/not-yours');
  const held = heldBecause(await checkWritten(ctx, writtenIn(Order, { ...input })), settingsAt(office.settings, now), false);
  const contact = { channel: 'mini_program', kind: 'message', participants: [] };
  return receiveOrder(ctx, input, { route: 'order', office, reporterId: ctx.viewer.id, newcomer: null, at: now, held, contact });
}

/** R12, I4: an oral order, taken down by a colleague who said the price. @throws Problem what `takeDown` and `receiveOrder` refuse */
export async function oralOrder(
  ctx: Ctx,
  input: OrderInput & { personId?: string | undefined; name: string; channel: Channel; saidAt?: string | undefined },
): Promise<Done> {
  return receiveOrder(ctx, input, { route: 'oralOrder', ...(await takeDown(ctx, input, OralOrder)) });
}
