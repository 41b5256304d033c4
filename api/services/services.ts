import type { Transaction } from '../../db/connect.ts';
import { readOfficeSettings } from '../../db/queries/manual.ts';
import { readPricedOffices } from '../../db/queries/prices.ts';
import { insertService, type KeptService, keepProvider, readProviders, readServiceLines } from '../../db/queries/services.ts';
import type { Service } from '../../shared/contract/services.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import {
  checkService,
  mayWriteServices,
  type ServiceKind,
  type StandingService,
  servicesAhead,
  servicesOn,
  unitFen,
} from '../../shared/services/services.ts';
import { type Ctx, transact } from '../context.ts';

const mayWriteAt = (ctx: Ctx, officeId: string) => ctx.viewer.appointments.some((one) => one.officeId === officeId && mayWriteServices(one));

const view = (line: StandingService): Service => {
  const { id: lineId, item: id, officeId, name, unit, kind, costFen, labourFen, about, from, next } = line;
  const priceFen = unitFen(line);
  return {
    id,
    lineId,
    officeId,
    name,
    unit,
    kind,
    costFen,
    labourFen,
    priceFen,
    about,
    provider: line.providerName ?? '',
    from,
    byName: sayName(line.byName),
    next,
  };
};

const idsOf = (offices: readonly { id: string }[]) => offices.map((one) => one.id);

/** R12: what is offered where this viewer lives and works, as it stands today; who publishes it also reads what begins later. */
export async function services(ctx: Ctx) {
  const today = isoDay(ctx.clock());
  const offices = (await readPricedOffices(ctx.db, ctx.viewer)).map((one) => ({ ...one, mayWrite: mayWriteAt(ctx, one.id) }));
  const lines = await readServiceLines(ctx.db, ctx.viewer, idsOf(offices));
  const ahead = servicesAhead(lines, today).filter((line) => mayWriteAt(ctx, line.officeId));
  const items = [...servicesOn(lines, today), ...ahead.map((line) => ({ ...line, next: null }))].map(view);
  const worksAt = offices.filter((one) => ctx.viewer.appointments.some((post) => post.officeId === one.id));
  const providers = (await readProviders(ctx.db, ctx.viewer, idsOf(worksAt))).map(({ officeId, name }) => ({ officeId, name }));
  return { today, offices, items, providers };
}

interface Written {
  officeId: string;
  itemId: string | null;
  name: string;
  unit: string;
  kind: ServiceKind;
  costFen: number;
  labourFen: number;
  about: string;
  provider: string;
  from: string;
}

/** The last line of an item that this viewer may change. @throws Problem `seen/not-found`, `services/not-yours` */
async function lineOf(ctx: Ctx, tx: Transaction, item: string): Promise<KeptService> {
  const lines = await readServiceLines(tx, ctx.viewer, idsOf(await readPricedOffices(tx, ctx.viewer)));
  const found = lines.findLast((line) => line.item === item);
  if (!found) throw new Problem('seen/not-found');
  if (!mayWriteAt(ctx, found.officeId)) throw new Problem('services/not-yours');
  return found;
}

type NewLine = Omit<KeptService, 'id' | 'item' | 'byName' | 'providerName'> & { item: string | null };

async function add(ctx: Ctx, tx: Transaction, line: NewLine): Promise<{ id: string }> {
  const office = await readOfficeSettings(tx, ctx.viewer, line.officeId);
  if (!office) throw new Problem('services/not-yours');
  const now = ctx.clock();
  checkService(line, isoDay(now), settingsAt(office.settings, now));
  const id = ctx.newId();
  const item = line.item ?? id;
  await insertService(tx, ctx.viewer, { ...line, id, item, at: now });
  return { id: item };
}

/** R12: another service, or another price or provider from a day on; what stood before stays. @throws Problem `services/not-yours`, `seen/not-found`, `request/invalid` */
export async function saveService(ctx: Ctx, { itemId, provider, ...input }: Written) {
  if (!mayWriteAt(ctx, input.officeId)) throw new Problem('services/not-yours');
  return transact(ctx, async (tx) => {
    if (itemId !== null && (await lineOf(ctx, tx, itemId)).officeId !== input.officeId) throw new Problem('seen/not-found');
    const kept = { id: ctx.newId(), officeId: input.officeId, name: provider, at: ctx.clock() };
    const providerId = provider === '' ? null : await keepProvider(tx, ctx.viewer, kept);
    return add(ctx, tx, { ...input, providerId, item: itemId, withdrawn: false });
  });
}

/** Ends a service from a day on. @throws Problem `seen/not-found`, `services/not-yours`, `request/invalid` */
export async function withdrawService(ctx: Ctx, input: { id: string; from: string }) {
  return transact(ctx, async (tx) => {
    const { byName: _, id: __, providerName: ___, ...line } = await lineOf(ctx, tx, input.id);
    return add(ctx, tx, { ...line, from: input.from, withdrawn: true });
  });
}
