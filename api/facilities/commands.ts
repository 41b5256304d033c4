import type { Transaction } from '../../db/connect.ts';
import { insertFacility, insertSpending, readFacility, readSpendingBefore } from '../../db/queries/facilities.ts';
import { readPriceLines } from '../../db/queries/prices.ts';
import type { SpentAsked } from '../../shared/contract/facilities.ts';
import { decideSpend, roundToWrite, type SpentLine, spentOn } from '../../shared/facilities/spending.ts';
import { sayMoney } from '../../shared/kernel/money.ts';
import { refuseField } from '../../shared/kernel/problem.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { pricesOn } from '../../shared/quotes/prices.ts';
import { sayLine, totalFen } from '../../shared/quotes/quotes.ts';
import type { Fact } from '../../shared/tickets/decision.ts';
import type { Ctx } from '../context.ts';
import { Moved } from '../ledger/record.ts';
import { command, type Reading, spoken } from '../tickets/command.ts';

/** R7: which facility it is: one that has its name, or a new one that is named now and used again. @throws Problem `request/invalid` */
export const nameFacility = command<{ id: string; facilityId?: string | undefined; name: string }>(
  'nameFacility',
  async (reading, input, tx, ctx) => {
    const { officeId } = reading.file;
    const known = await readFacility(tx, ctx.viewer, officeId, { id: input.facilityId, name: input.name });
    if (!known && input.facilityId !== undefined) throw refuseField('facilityId', '没有这一处，请重新选');
    if (!known && input.name === '') throw refuseField('name', '请选一处，或者写个名字');
    const facility = known ?? (await insertFacility(tx, ctx.viewer, { id: ctx.newId(), officeId, name: input.name, at: reading.now }));
    return { did: 'facility_named', facts: { facility: facility.id } };
  },
);

/** What was used, with the price of the day for what is on the list. @throws Problem `request/invalid` */
async function spentLinesOf(reading: Reading, asked: readonly SpentAsked[], tx: Transaction, ctx: Ctx): Promise<SpentLine[]> {
  const prices = pricesOn(await readPriceLines(tx, ctx.viewer, [reading.file.officeId]), isoDay(reading.now));
  const standing = new Map(prices.map((line) => [line.item, line]));
  return asked.map(({ itemId, label, unit, kind, quantity, priceFen }) => {
    if (itemId === null) {
      if (label === '') throw refuseField('lines', '价目表上没有的，请写一下是什么');
      if (priceFen === null) throw refuseField('lines', `“${label}”请写一下单价，没花钱就写 0`);
      return { priceId: null, label, unit, kind, quantity, priceFen };
    }
    const item = standing.get(itemId);
    if (!item) throw refuseField('lines', '有一项已经不在价目表上，请重新选');
    return { priceId: item.id, label: item.name, unit: item.unit, kind: item.kind, quantity, priceFen: item.priceFen };
  });
}

/** What was used, as colleagues read it in the register. */
const sayUsed = (lines: readonly SpentLine[]): string => (lines.length === 0 ? '没有用料，没有另算工' : lines.map(sayLine).join('；'));

/** R7, R14: puts what a round of a public repair used on record, once more where it was written before. @throws Problem `request/invalid` */
export async function keepSpending(
  reading: Reading,
  asked: readonly SpentAsked[],
  round: number,
  tx: Transaction,
  ctx: Ctx,
): Promise<{ fact: Fact; text: string; sum: string }> {
  const { officeId, id: ticketId } = reading.file;
  if (reading.state.place !== 'public') throw refuseField('spent', '家里的按报价收，不在这里记');
  const lines = await spentLinesOf(reading, asked, tx, ctx);
  const before = await readSpendingBefore(tx, ctx.viewer, reading.file, round);
  const version = before.version + 1;
  const fact = decideSpend(reading, lines, version, round);
  const cost = spentOn(lines);
  const kept = { id: ctx.newId(), officeId, ticketId, round, version, ...cost, at: reading.now, spentAt: before.spentAt ?? reading.now, lines };
  if (!(await insertSpending(tx, ctx.viewer, kept))) throw new Moved();
  return { fact, text: sayUsed(lines), sum: sayMoney(totalFen(cost)) };
}

/** R7: what a public repair used, written by whoever did it or by the supervisor. */
export const spend = command<{ id: string; lines: SpentAsked[]; why: string }>('spend', async (reading, input, tx, ctx) => {
  const round = roundToWrite(reading.state, reading.ledger, reading.relations.includes('assignee'));
  const { fact, text, sum } = await keepSpending(reading, input.lines, round, tx, ctx);
  const which = round < reading.state.round ? `第 ${round} 次修的` : '';
  const note = spoken(reading, `${which}用工用料：${text}${input.why ? `（${input.why}）` : ''}`, {
    kind: 'note',
    direction: 'internal',
    audience: 'staff',
    participants: [],
    outcome: `合计 ${sum}`,
  });
  return { ...fact, said: [note] };
});
