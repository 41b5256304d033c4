import type { Transaction } from '../../db/connect.ts';
import { countResultPhotos } from '../../db/queries/photos.ts';
import { insertQuote } from '../../db/queries/quotes.ts';
import { keepProvider } from '../../db/queries/services.ts';
import { lastCallTo } from '../../db/queries/thread.ts';
import { sayMoney } from '../../shared/kernel/money.ts';
import { refuseField } from '../../shared/kernel/problem.ts';
import { DAY, sayMoment } from '../../shared/kernel/time.ts';
import { type Asked, decideArrange, decideComplete, decideOffer, decideRearrange, type Offer } from '../../shared/services/decide.ts';
import { linesOfService } from '../../shared/services/services.ts';
import { CALLED_ONCE_IN_DAYS, CALLS } from '../../shared/tickets/calls.ts';
import type { Fact } from '../../shared/tickets/decision.ts';
import { decideServiceVisit, refuseTooSoon } from '../../shared/visits/decide.ts';
import type { Ctx } from '../context.ts';
import { Moved, type SaidWithIt } from '../ledger/record.ts';
import { calledBefore, command, type Reading, spoken } from '../tickets/command.ts';
import { answered, asClaimed, keepCharge, type Visited } from '../tickets/commands.ts';

interface Who {
  id: string;
  technicianId: string | null;
  provider: string;
}

interface Price {
  labourFen: number;
  costFen: number;
  why: string;
}

/** Who is asked: a technician of this office, never for an order of their own, or an outside provider by name. @throws Problem `staff/not-suitable` */
async function askedFor(reading: Reading, { technicianId, provider }: Who, tx: Transaction, ctx: Ctx): Promise<Asked> {
  const { officeId, staff, reporterId } = reading.file;
  if (technicianId === null)
    return { assignee: null, provider: await keepProvider(tx, ctx.viewer, { id: ctx.newId(), officeId, name: provider, at: reading.now }) };
  const isHere = staff.some((holder) => holder.role === 'technician' && holder.person === technicianId);
  if (!isHere || technicianId === reporterId) throw refuseField('technicianId', '请选本小区的师傅，不能是订的人自己', 'staff/not-suitable');
  return { assignee: technicianId, provider: null };
}

const confirmation = (reading: Reading, content: string, { assignee }: Asked, outcome: string | null): SaidWithIt =>
  spoken(reading, content, {
    kind: 'confirmation',
    direction: 'out',
    outcome,
    participants: [reading.file.reporterId, ...(assignee ? [assignee] : [])],
  });

/** Keeps an offered price as the next version of the quote, its two parts as lines. */
async function keepOffer(reading: Reading, quoted: Fact, { labourFen, costFen }: Price, tx: Transaction, ctx: Ctx): Promise<void> {
  const { officeId, id: ticketId } = reading.file;
  const { quote: id, version } = quoted.facts as { quote: string; version: number };
  const lines = linesOfService({ name: reading.state.category, unit: '', labourFen, costFen }, 1);
  const made = { id, officeId, ticketId, round: reading.state.round, version, halfDays: 1, at: reading.now, lines };
  if (!(await insertQuote(tx, ctx.viewer, made))) throw new Moved();
}

const offerOf = ({ labourFen, costFen }: Price, ctx: Ctx): Offer => ({ id: ctx.newId(), labourFen, partsFen: costFen });
const sayOffer = (reading: Reading, { labourFen, costFen, why }: Price) =>
  spoken(reading, why, { kind: 'note', direction: 'out', outcome: `新价格 ${sayMoney(labourFen + costFen)}` });

/** R12, R13: somebody is asked, the time and the content are said back (I9), and another price waits for a yes (I7). */
export const arrange = command<Who & { visitBy: string; content: string; offer?: Price | undefined }>('arrange', async (reading, input, tx, ctx) => {
  const asked = await askedFor(reading, input, tx, ctx);
  const visitBy = new Date(input.visitBy);
  const decision = decideArrange(reading, { ...asked, visitBy, offer: input.offer ? offerOf(input.offer, ctx) : null });
  const quoted = decision.also?.find((one) => one.did === 'quoted');
  if (quoted && input.offer) await keepOffer(reading, quoted, input.offer, tx, ctx);
  const said = [confirmation(reading, input.content, asked, `约好 ${sayMoment(visitBy, reading.now)} 前上门`)];
  return { ...decision, said: input.offer ? [...said, sayOffer(reading, input.offer)] : said };
});

/** R12: somebody else instead. */
export const rearrange = command<Who & { content: string }>('rearrange', async (reading, input, tx, ctx) => {
  const asked = await askedFor(reading, input, tx, ctx);
  return { ...decideRearrange(reading, asked), said: [confirmation(reading, input.content, asked, null)] };
});

/** I7: another price, which counts once the resident says yes. */
export const offerPrice = command<Price & { id: string }>('offerPrice', async (reading, input, tx, ctx) => {
  const decision = decideOffer(reading, offerOf(input, ctx));
  await keepOffer(reading, decision, input, tx, ctx);
  return { ...decision, said: [sayOffer(reading, input)] };
});

/** R13: done, by whoever was asked; the service centre registers it for an outside provider. @throws Problem `quote/not-accepted` while another price waits */
export const complete = command<{ id: string; result: string; photoIds: string[]; used?: number[] | undefined; claimedAt?: string | undefined }>(
  'complete',
  async (reading, input, tx, ctx) => {
    const ids = [...new Set(input.photoIds)];
    if (ids.length > 0 && (await countResultPhotos(tx, ctx.viewer, reading.file.id, reading.state.round, ids)) !== ids.length)
      throw refuseField('photoIds', '照片还没传好，请等传完再提交');
    const claim = asClaimed(reading, 'finished', input.claimedAt);
    const calledAt = await lastCallTo(tx, ctx.viewer, reading.file, CALLS, new Date(reading.now.getTime() - CALLED_ONCE_IN_DAYS * DAY));
    const charge = await keepCharge(reading, input.used, tx, ctx);
    const decision = decideComplete({ ...reading, now: claim.at ?? reading.now }, calledAt, charge);
    return {
      ...claim,
      facts: { ...claim.facts, ...decision.facts, photos: ids },
      also: [...(claim.also ?? []), ...(decision.also ?? [])],
      said: [spoken(reading, input.result, { kind: 'note', direction: 'out' })],
    };
  },
);

/** V5: the provider asks for themselves; for one from outside the service centre does. */
export const providerVisit = command<Visited>('providerVisit', (reading, input, _tx, ctx) => {
  const { said, ...heard } = answered(reading, input);
  return { ...decideServiceVisit(reading, ctx.viewer.id, 'provider_visited', heard), said };
});

/** V2, V4, V5: the quality department asks; whoever is not satisfied has it done again. */
export const qualityVisit = command<Visited>('qualityVisit', async (reading, input, tx, ctx) => {
  const { said, ...heard } = answered(reading, input);
  refuseTooSoon(reading, await calledBefore(reading, tx, ctx));
  return { ...decideServiceVisit(reading, ctx.viewer.id, 'quality_visited', { ...heard, channel: input.channel }), said };
});
