import { PEOPLE } from '../../../db/seeds/company.ts';
import { SERVICES } from '../../../db/seeds/services.ts';
import type { Channel } from '../../../shared/intake/channels.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { isoDay, shanghaiTime } from '../../../shared/kernel/time.ts';
import { chargeOf } from '../../../shared/quotes/quotes.ts';
import { type Asked, decideArrange, decideComplete, decideOffer, decideOrder, decideRearrange } from '../../../shared/services/decide.ts';
import { checkService, linesOfService, mayWriteServices, type ServiceLine, servicesOn, unitFen } from '../../../shared/services/services.ts';
import { decideServiceVisit, refuseTooSoon } from '../../../shared/visits/decide.ts';
import type { Told } from '../deeds.ts';
import type { Doer as Asker, OralOrderOptions, OrderOptions, Published, ServiceDeeds } from '../service-deeds.ts';
import { SATISFIED } from '../story.ts';
import { homesOf, livesIn, rolesOf } from './company.ts';
import { begins, homeNamed, type Received, takenDownAt } from './intake.ts';
import { type Case, type Doer, settingsOf, type Town } from './town.ts';
import { claimed, lastCallTo } from './work.ts';

const seeded = (): ServiceLine[] =>
  SERVICES.map(({ provider, ...service }) => ({
    ...service,
    id: service.name,
    item: service.name,
    officeId: '',
    providerName: provider,
    withdrawn: false,
    from: '2000-01-01',
    byName: '',
  }));

const lists = new WeakMap<Town, Map<string, ServiceLine[]>>();

/** Every line an estate of this town ever published. */
function linesOf(town: Town, estate: string): ServiceLine[] {
  const byEstate = lists.get(town) ?? new Map<string, ServiceLine[]>();
  lists.set(town, byEstate);
  const lines = byEstate.get(estate) ?? seeded();
  byEstate.set(estate, lines);
  return lines;
}

const offeredIn = (town: Town, estate: string) => servicesOn(linesOf(town, estate), isoDay(town.now));
const estateOf = (name: string): string => rolesOf(name)[0]?.[0] ?? homesOf(name)[0]![0];

/** The estate whose services somebody publishes. @throws Problem `services/not-yours` */
function writes(name: string): string {
  const [letters, role, department] = rolesOf(name)[0] ?? [];
  if (!letters || !mayWriteServices({ role: role!, department: department ?? null })) throw new Problem('services/not-yours');
  return letters;
}

function keep(town: Town, estate: string, line: Omit<ServiceLine, 'id' | 'officeId' | 'byName'>): void {
  checkService(line, isoDay(town.now), settingsOf(town, estate));
  const lines = linesOf(town, estate);
  lines.push({ ...line, id: `${line.item} ${lines.length}`, officeId: estate, byName: '' });
}

function publish(town: Town, name: string, { service, unit = '次', kind = 'paid', provider = '', ...line }: Published): void {
  keep(town, writes(name), { ...line, item: service, name: service, unit, kind, about: '', providerName: provider || null, withdrawn: false });
}

function order(town: Town, received: Received, service: string, options: OrderOptions, channel?: Channel): Told {
  const { by, estate, home } = received;
  const standing = offeredIn(town, estate).find((line) => line.item === service) ?? null;
  const { quantity = 1, words = '', seen = standing?.id ?? '' } = options;
  const keyCustomer = PEOPLE.some((person) => person.keyCustomer && livesIn(person.name, home));
  const taken = channel ? { taken: { channel, firstContact: by } } : {};
  const quoteId = `${service} ${town.now.getTime()} ${home}`;
  const decision = decideOrder({ quantity, seen, words, keyCustomer, ...taken }, standing, quoteId, settingsOf(town, estate), town.now);
  const one = begins(town, received, 'special_service', decision, '');
  one.quotes.set(quoteId, linesOfService(standing!, quantity));
  return { id: one.id, number: one.number };
}

function takeOrder(town: Town, name: string, service: string, { home, who, channel = 'hotline_service', ...options }: OralOrderOptions): Told {
  const where = takenDownAt(name, home);
  return order(town, { by: name, reporter: who, ...where, taken: { channel, at: town.now } }, service, options, channel);
}

/** @throws Problem `staff/not-suitable` */
function asked(doer: Asker, estate: string): Asked {
  if ('provider' in doer) return { assignee: null, provider: `provider ${doer.provider}` };
  const isHere = rolesOf(doer.technician).some(([at, role]) => at === estate && role === 'technician');
  if (!isHere) throw new Problem('staff/not-suitable');
  return { assignee: doer.technician, provider: null };
}

function offer(price: { labourFen: number; costFen: number }, one: Case) {
  const id = `${one.id} offer ${one.quotes.size}`;
  one.quotes.set(id, linesOfService({ name: '新价格', unit: '', ...price }, 1));
  return { id, labourFen: price.labourFen, partsFen: price.costFen };
}

export const serviceDeeds = ({ town, name, does }: Doer): ServiceDeeds => ({
  offered: async () =>
    offeredIn(town, estateOf(name)).map((line) => ({
      name: line.name,
      lineId: line.id,
      costFen: line.costFen,
      labourFen: line.labourFen,
      priceFen: unitFen(line),
      provider: line.providerName ?? '',
    })),
  publishes: async (line) => publish(town, name, line),
  stopsOffering: async (service, from) => {
    const estate = writes(name);
    keep(town, estate, { ...linesOf(town, estate).findLast((one) => one.item === service)!, from, withdrawn: true });
  },
  orders: async (service, options = {}) => order(town, { by: name, reporter: name, ...homeNamed(name, options.home) }, service, options),
  takesOrder: async (service, options) => takeOrder(town, name, service, options),
  arranges: (ticket, who, visitBy, price) =>
    does('arrange', ticket, (given, one) =>
      decideArrange(given, { ...asked(who, one.estate), visitBy: shanghaiTime(visitBy), offer: price ? offer(price, one) : null }),
    ),
  rearranges: (ticket, who) => does('rearrange', ticket, (given, one) => decideRearrange(given, asked(who, one.estate))),
  offersPrice: (ticket, price) => does('offerPrice', ticket, (given, one) => decideOffer(given, offer(price, one))),
  completes: (ticket, _result, claimedAt) =>
    does('complete', ticket, (given, one) => {
      const claim = claimed(given, 'finished', claimedAt);
      const lines = one.quotes.get(given.state.agreedQuote?.id ?? '') ?? [];
      const at = { ...given, now: claim.at ?? given.now };
      const decision = decideComplete(at, lastCallTo(town, one.home), chargeOf(given.state, lines, undefined));
      return { ...claim, facts: { ...claim.facts, ...decision.facts }, also: [...(claim.also ?? []), ...(decision.also ?? [])] };
    }),
  asksAsProvider: (ticket, words = '问过做得怎么样', answers = SATISFIED) =>
    does('providerVisit', ticket, (given) => decideServiceVisit(given, name, 'provider_visited', { answers, words })),
  asksAsQuality: (ticket, words = '问过做得怎么样', answers = SATISFIED) =>
    does('qualityVisit', ticket, (given, one) => {
      refuseTooSoon(given, lastCallTo(town, one.home));
      return decideServiceVisit(given, name, 'quality_visited', { answers, words });
    }),
});
