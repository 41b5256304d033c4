import { sayMoney } from '../kernel/money.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import type { Settings } from '../kernel/settings.ts';
import { DAY, sayMoment } from '../kernel/time.ts';
import { priceMaxFen } from '../quotes/prices.ts';
import { type Cost, totalFen } from '../quotes/quotes.ts';
import { decideFinish } from '../tickets/decide.ts';
import type { Decision, Fact, Given } from '../tickets/decision.ts';
import { type Taken, wishIn } from '../tickets/receipt.ts';
import { costOfService, type ServiceLine, unitFen } from './services.ts';

/** What a resident orders, or says on the telephone. */
export interface Order {
  quantity: number;
  /** The line of the list that was looked at, whose price was seen. */
  seen: string;
  words: string;
  wishFrom?: string | undefined;
  wishUntil?: string | undefined;
}

/**
 * R12: an order is received at the price that was seen, which is frozen with it; what is paid is agreed on in the same breath (I7).
 * @param service the service as it stands on the list today; null where it is not offered any more
 * @param quoteId what the price is kept as, where there is one
 * @throws Problem `services/not-offered`, `services/price-changed` where the list changed since it was looked at, `request/invalid`
 */
export function decideOrder(
  input: Order & { keyCustomer: boolean; taken?: Taken },
  service: ServiceLine | null,
  quoteId: string,
  settings: Settings,
  now: Date,
): Decision {
  if (!service) throw new Problem('services/not-offered');
  if (service.id !== input.seen) throw new Problem('services/price-changed');
  const cost = costOfService(service, input.quantity);
  if (totalFen(cost) > priceMaxFen(settings)) throw refuseField('quantity', `一次最多订 ${sayMoney(priceMaxFen(settings))} 的，请分几次`);
  const facts = {
    kind: 'special_service',
    category: service.name,
    service: { item: service.item, line: service.id, quantity: input.quantity },
    urgency: 'general',
    clause: 'R12',
    place: 'home',
    ...wishIn(input, settings, now),
    keyCustomer: input.keyCustomer,
    ...input.taken,
  };
  const told = input.taken ? { channel: input.taken.channel } : {};
  const agreed: Fact[] = unitFen(service) > 0 ? [{ did: 'quote_accepted', facts: { quote: quoteId, version: 1, ...cost, ...told } }] : [];
  return { did: 'received', facts, also: agreed };
}

/** Who was asked: one of the estate's technicians, or an outside provider. */
export interface Asked {
  assignee: string | null;
  provider: string | null;
}

/** A later visit is no order any more. */
const VISIT_WITHIN_DAYS = 30;

/** Another price than the one ordered, offered before anything is begun at it (R12, I7). */
export interface Offer extends Cost {
  id: string;
}

/** @throws Problem `request/invalid` for the price that stands already, one beyond what a company ever asks, or any for what is done again (R11) */
function offered(given: Given, { id, labourFen, partsFen }: Offer): Fact {
  if (given.state.round > 1) throw refuseField('offer', '没做好再做一次，不收费，不用改价格');
  const now = given.state.agreedQuote ?? { labourFen: 0, partsFen: 0 };
  if (now.labourFen === labourFen && now.partsFen === partsFen) throw refuseField('labourFen', '和现在的价格一样，不用改');
  if (labourFen + partsFen > priceMaxFen(given.settings)) throw refuseField('labourFen', `价格不能超过 ${sayMoney(priceMaxFen(given.settings))}`);
  const version = Math.max(given.state.quote?.version ?? 0, given.state.agreedQuote?.version ?? 0) + 1;
  return { did: 'quoted', facts: { quote: id, version, labourFen, partsFen } };
}

/**
 * R12, R13: somebody is asked, and the time agreed with the resident is a promise; another price waits for their yes.
 * A time that stands already is only put off by agreeing on another (I7).
 * @throws Problem `request/invalid`
 */
export function decideArrange(given: Given, input: Asked & { visitBy: Date; offer: Offer | null }): Decision {
  const { now, ledger, state } = given;
  const { assignee, provider, visitBy, offer } = input;
  if (visitBy <= now) throw refuseField('visitBy', '时间要在现在之后');
  if (visitBy.getTime() - now.getTime() > VISIT_WITHIN_DAYS * DAY) throw refuseField('visitBy', `时间不能超过 ${VISIT_WITHIN_DAYS} 天`);
  const standing = ledger.find(
    (one) => one.what === 'named_visit' && one.round === state.round && !one.keptAt && !one.withdrawnAt && one.dueBy > now,
  );
  if (standing && standing.dueBy.getTime() !== visitBy.getTime())
    throw refuseField('visitBy', `已经和住户约好 ${sayMoment(standing.dueBy, now)} 前；要改请先用“和住户约时间”`);
  const named: Fact[] = standing ? [] : [{ did: 'visit_named', facts: { dueBy: visitBy.toISOString() } }];
  return { did: 'dispatched', facts: { assignee, provider }, also: [...named, ...(offer ? [offered(given, offer)] : [])] };
}

/** R12: somebody else instead; what was promised goes over with its clock. @throws Problem `ticket/action-refused` where it is the same */
export function decideRearrange({ state }: Given, { assignee, provider }: Asked): Decision {
  if (assignee === state.assignee && provider === state.provider) throw new Problem('ticket/action-refused', '就是现在这位，请选别人');
  return { did: 'dispatched', facts: { assignee, provider } };
}

/** I7: another price once somebody was asked; nothing goes on at it before the resident's yes. @throws Problem `request/invalid` */
export const decideOffer = (given: Given, offer: Offer): Decision => offered(given, offer);

/** R13: done, with what it cost; the visits of V5 and V8 begin now. */
export const decideComplete = (given: Given, calledAt: Date | null, { labourFen, partsFen }: Cost): Decision =>
  decideFinish(given, calledAt, { labourFen, partsFen, partsMonths: 0 });
