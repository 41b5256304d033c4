import { beginningAfter, type DatedLine, standingOn } from '../kernel/dated-lines.ts';
import { sayMoney } from '../kernel/money.ts';
import { headsServiceCentre, RELATION_HOLDERS } from '../kernel/people.ts';
import { refuseField } from '../kernel/problem.ts';
import type { Settings } from '../kernel/settings.ts';
import { priceMaxFen } from '../quotes/prices.ts';
import type { Cost, QuoteLine } from '../quotes/quotes.ts';

/** What an estate offers beside its duty (R12): for a price of cost and labour, or free. */
export const SERVICE_KINDS = { paid: '有偿服务', convenience: '便民服务' } as const;
export type ServiceKind = keyof typeof SERVICE_KINDS;
export const SERVICE_KIND_NAMES = Object.keys(SERVICE_KINDS) as [ServiceKind, ...ServiceKind[]];

/** One dated line of an estate's published services, append-only like its prices: what, by what unit, cost and labour of one, who provides it. */
export interface ServiceLine extends DatedLine {
  officeId: string;
  name: string;
  unit: string;
  kind: ServiceKind;
  /** R12: price = cost + labour, of one unit, in fen; nothing where it is free. */
  costFen: number;
  labourFen: number;
  /** What is done, as residents read it; may be empty. */
  about: string;
  /** The outside provider, by name; null where the estate's own people do it. */
  providerName: string | null;
  byName: string;
}

/** A service as it stands on a day, and what is announced for it. */
export interface StandingService extends ServiceLine {
  next: { from: string; priceFen: number | null } | null;
}

/** Who publishes the services of an estate. */
const SERVICE_WRITERS = { by: ['director', 'serviceCentreHead'], clause: 'R12', since: '2026-01-01' } as const;

const WRITERS = { director: RELATION_HOLDERS.director, serviceCentreHead: headsServiceCentre };

/** Whether a post may publish the services of its office. */
export const mayWriteServices = (post: { role: string; department: string | null }): boolean =>
  SERVICE_WRITERS.by.some((name) => WRITERS[name](post));

/** R12: the price of one unit, in fen. */
export const unitFen = ({ costFen, labourFen }: Pick<ServiceLine, 'costFen' | 'labourFen'>): number => costFen + labourFen;

/** The list as it stands on a day, and what begins later. */
export const servicesOn = (lines: readonly ServiceLine[], day: string): StandingService[] =>
  standingOn(lines, day).map(({ line, next }) => ({ ...line, next: next && { from: next.from, priceFen: next.withdrawn ? null : unitFen(next) } }));

/** Services that begin later and are not offered yet. */
export const servicesAhead = (lines: readonly ServiceLine[], day: string): ServiceLine[] => beginningAfter(lines, day);

/**
 * R12: a service begins today or later; one that is paid costs something, a convenience nothing.
 * @throws Problem `request/invalid` naming the field
 */
export function checkService(given: Pick<ServiceLine, 'kind' | 'costFen' | 'labourFen' | 'from'>, today: string, settings: Settings): void {
  if (given.from < today) throw refuseField('from', '从今天或以后起，过去的改不了');
  if (given.kind === 'convenience' && unitFen(given) > 0) throw refuseField('kind', '便民服务不收费；要收费的请选有偿服务');
  if (given.kind === 'paid' && unitFen(given) === 0) throw refuseField('labourFen', '有偿服务请写成本和人工；不收费的请选便民服务');
  if (unitFen(given) > priceMaxFen(settings)) throw refuseField('labourFen', `单价不能超过 ${sayMoney(priceMaxFen(settings))}`);
}

/** What so many units come to, cost and labour apart. */
export const costOfService = ({ costFen, labourFen }: Pick<ServiceLine, 'costFen' | 'labourFen'>, quantity: number): Cost => ({
  labourFen: labourFen * quantity,
  partsFen: costFen * quantity,
});

/** The two parts of a service's price as lines of a quote; a part that costs nothing has no line. */
export function linesOfService(service: Pick<ServiceLine, 'name' | 'unit' | 'costFen' | 'labourFen'>, quantity: number): QuoteLine[] {
  const part = (kind: QuoteLine['kind'], label: string, priceFen: number): QuoteLine[] =>
    priceFen > 0 ? [{ priceId: null, label: `${service.name}（${label}）`, unit: service.unit, kind, quantity, priceFen, warrantyMonths: null }] : [];
  return [...part('labour', '人工', service.labourFen), ...part('material', '成本', service.costFen)];
}

/** A service's price as people read it: 成本 40 元 + 人工 80 元. */
export const sayServiceParts = ({ costFen, labourFen }: Pick<ServiceLine, 'costFen' | 'labourFen'>): string =>
  `成本 ${sayMoney(costFen)} + 人工 ${sayMoney(labourFen)}`;

/** What was ordered: 家电清洗 × 2 台. */
export const sayOrdered = (name: string, quantity: number, unit: string): string => `${name} × ${quantity} ${unit}`.trim();

/** Who provides it, as people read it; a convenience is the service centre's. */
export const sayProvider = (kind: ServiceKind, providerName: string | null): string =>
  providerName ?? (kind === 'convenience' ? '服务中心' : '本小区的师傅');
