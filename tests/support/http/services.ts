import { shanghaiTime } from '../../../shared/kernel/time.ts';
import type { Doer, ServiceDeeds } from '../service-deeds.ts';
import { SATISFIED } from '../story.ts';
import type { Teller } from './teller.ts';
import { claim } from './work.ts';

/** Special services over the real app. */
export function serviceDeeds({ api, homeId, personId }: Teller): ServiceDeeds {
  const itemOf = async (name: string) => {
    const { items, offices } = await api.services({});
    const found = items.find((one) => one.name === name);
    return { found, offices };
  };
  const who = async (doer: Doer) => ('technician' in doer ? { technicianId: await personId(doer.technician) } : { provider: doer.provider });
  const offer = (price: { labourFen: number; costFen: number }) => ({ ...price, why: '要多做一些' });
  const NOTHING = '00000000-0000-7000-8000-000000000000';
  const ordered = async (service: string, { quantity = 1, words = '', seen }: { quantity?: number; words?: string; seen?: string }) => {
    const { found } = await itemOf(service);
    return { itemId: found?.id ?? NOTHING, lineId: seen ?? found?.lineId ?? NOTHING, quantity, words };
  };
  return {
    offered: async () => {
      const { items, today } = await api.services({});
      return items
        .filter((one) => one.from <= today)
        .map(({ name, lineId, costFen, labourFen, priceFen, provider }) => ({ name, lineId, costFen, labourFen, priceFen, provider }));
    },
    publishes: async ({ service, unit = '次', kind = 'paid', costFen, labourFen, provider = '', from }) => {
      const { found, offices } = await itemOf(service);
      const officeId = offices[0]?.id ?? NOTHING;
      await api.saveService({ officeId, itemId: found?.id ?? null, name: service, unit, kind, costFen, labourFen, provider, from });
    },
    stopsOffering: async (service, from) => {
      const { found } = await itemOf(service);
      await api.withdrawService({ id: found?.id ?? NOTHING, from });
    },
    orders: async (service, { home, ...options } = {}) => {
      const { homes } = await api.session({});
      const own = home ? homes.find((one) => one.label === home) : homes[0];
      const { id, number } = await api.order({ homeId: own?.id ?? (await homeId('3栋2单元502')), ...(await ordered(service, options)) });
      return { id, number };
    },
    takesOrder: async (service, { home, who: caller, channel = 'hotline_service', ...options }) => {
      const [found] = (await api.intakeHomes({ q: home })).items.filter((one) => one.label === home);
      const person = found?.residents.find((one) => one.name === caller);
      const named = person ? { personId: person.id } : { name: caller };
      const { id, number } = await api.oralOrder({
        homeId: found?.id ?? (await homeId(home)),
        ...named,
        channel,
        ...(await ordered(service, options)),
      });
      return { id, number };
    },
    arranges: async ({ id }, doer, visitBy, price) => {
      const named = { visitBy: shanghaiTime(visitBy).toISOString(), content: '上门做，和住户核对过' };
      await api.arrange({ id, ...(await who(doer)), ...named, ...(price ? { offer: offer(price) } : {}) });
    },
    rearranges: async ({ id }, doer) => {
      await api.rearrange({ id, ...(await who(doer)), content: '换一位来做' });
    },
    offersPrice: async ({ id }, price) => {
      await api.offerPrice({ id, ...offer(price) });
    },
    completes: async ({ id }, result = '做好了，住户看过', claimedAt = undefined) => {
      await api.complete({ id, result, ...claim(claimedAt) });
    },
    asksAsProvider: async ({ id }, words = '问过做得怎么样', answers = SATISFIED) => {
      await api.providerVisit({ id, ...answers, words, channel: 'phone' });
    },
    asksAsQuality: async ({ id }, words = '问过做得怎么样', answers = SATISFIED) => {
      await api.qualityVisit({ id, ...answers, words, channel: 'phone' });
    },
  };
}
