import type { Transaction } from '../../db/connect.ts';
import { readOfficeSettings } from '../../db/queries/manual.ts';
import { insertPrice, readPricedOffices, readPriceLines } from '../../db/queries/prices.ts';
import type { Price } from '../../shared/contract/prices.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { type CostKind, checkPrice, mayWritePrices, type PriceLine, pricesAhead, pricesOn, type StandingPrice } from '../../shared/quotes/prices.ts';
import { type Ctx, transact } from '../context.ts';

const mayWriteAt = (ctx: Ctx, officeId: string) => ctx.viewer.appointments.some((one) => one.officeId === officeId && mayWritePrices(one));

const view = ({ item, officeId, name, unit, kind, priceFen, warrantyMonths, from, byName, next }: StandingPrice): Price => ({
  id: item,
  officeId,
  name,
  unit,
  kind,
  priceFen,
  warrantyMonths,
  from,
  byName: sayName(byName),
  next,
});

/** P1: the price lists of where this viewer lives and works, as they stand today; who keeps one also reads what begins later. */
export async function prices(ctx: Ctx) {
  const today = isoDay(ctx.clock());
  const offices = (await readPricedOffices(ctx.db, ctx.viewer)).map((one) => ({ ...one, mayWrite: mayWriteAt(ctx, one.id) }));
  const lines = await readPriceLines(
    ctx.db,
    ctx.viewer,
    offices.map((one) => one.id),
  );
  const ahead = pricesAhead(lines, today).filter((line) => mayWriteAt(ctx, line.officeId));
  const items = [...pricesOn(lines, today), ...ahead.map((line) => ({ ...line, next: null }))];
  return { today, offices, items: items.map(view) };
}

interface Written {
  officeId: string;
  itemId: string | null;
  name: string;
  unit: string;
  kind: CostKind;
  priceFen: number;
  warrantyMonths: number | null;
  from: string;
}

/** The last line of an item that this viewer may change. @throws Problem `seen/not-found`, `prices/not-yours` */
async function lineOf(ctx: Ctx, tx: Transaction, item: string): Promise<PriceLine> {
  const offices = await readPricedOffices(tx, ctx.viewer);
  const lines = await readPriceLines(
    tx,
    ctx.viewer,
    offices.map((one) => one.id),
  );
  const found = lines.findLast((line) => line.item === item);
  if (!found) throw new Problem('seen/not-found');
  if (!mayWriteAt(ctx, found.officeId)) throw new Problem('prices/not-yours');
  return found;
}

async function add(ctx: Ctx, tx: Transaction, line: Omit<PriceLine, 'id' | 'byName' | 'item'> & { item: string | null }): Promise<{ id: string }> {
  const office = await readOfficeSettings(tx, ctx.viewer, line.officeId);
  if (!office) throw new Problem('prices/not-yours');
  const now = ctx.clock();
  checkPrice(line, isoDay(now), settingsAt(office.settings, now));
  const id = ctx.newId();
  const item = line.item ?? id;
  await insertPrice(tx, ctx.viewer, { ...line, id, item, at: now });
  return { id: item };
}

/**
 * P1: another item, or another price from a day on; what stood before stays.
 * @throws Problem `prices/not-yours`, `seen/not-found`, `request/invalid`
 */
export async function savePrice(ctx: Ctx, { itemId, ...input }: Written) {
  if (!mayWriteAt(ctx, input.officeId)) throw new Problem('prices/not-yours');
  return transact(ctx, async (tx) => {
    if (itemId !== null && (await lineOf(ctx, tx, itemId)).officeId !== input.officeId) throw new Problem('seen/not-found');
    return add(ctx, tx, { ...input, item: itemId, withdrawn: false });
  });
}

/** Ends an item from a day on. @throws Problem `seen/not-found`, `prices/not-yours`, `request/invalid` */
export async function withdrawPrice(ctx: Ctx, input: { id: string; from: string }) {
  return transact(ctx, async (tx) => {
    const { byName: _, id: __, ...line } = await lineOf(ctx, tx, input.id);
    return add(ctx, tx, { ...line, from: input.from, withdrawn: true });
  });
}
