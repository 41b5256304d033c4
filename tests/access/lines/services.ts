import { SATISFIED } from '../../support/story.ts';
import { askAndUndo } from '../asking.ts';
import { type Line, officeOf, onEachTicket, serviceOf, single, stored, TOMORROW } from '../line-kinds.ts';

export const serviceLines = {
  services: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/services'),
      // Of how many estates, whether this asker may change one, and whether they read who comes from outside.
      ({ body }) =>
        `${body.offices.length}${body.offices.some((one: { mayWrite: boolean }) => one.mayWrite) ? 'w' : ''}${body.providers.length > 0 ? 'p' : ''}`,
    ),
  ],
  saveService: ['WT', 'HT'].map((letters) =>
    single(
      letters,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/services', {
          officeId: await officeOf(cast, letters),
          name: '洗地毯',
          unit: '平方米',
          kind: 'paid',
          costFen: 500,
          labourFen: 1_000,
          from: '2026-03-06',
        }),
      stored,
    ),
  ),
  withdrawService: [
    single(
      'one of WT',
      async (cast, name) => askAndUndo(cast, name, 'POST', `/services/${(await serviceOf(cast)).itemId}/withdraw`, { from: '2026-03-06' }),
      stored,
    ),
  ],
  order: ['3栋2单元502', '6栋1单元902'].map((label) =>
    single(
      `for ${label}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/service-orders', { homeId: await cast.story.homeId(label), ...(await serviceOf(cast, label)) }),
      stored,
    ),
  ),
  oralOrder: ['3栋2单元502', '6栋1单元902'].map((label) =>
    single(
      `for ${label}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/service-orders/oral', {
          homeId: await cast.story.homeId(label),
          name: '来电的人',
          channel: 'hotline_service',
          ...(await serviceOf(cast, label)),
        }),
      stored,
    ),
  ),
  arrange: onEachTicket('arrange', () => ({ provider: '邻家保洁', visitBy: TOMORROW, content: '明天来做' }), ['T']),
  rearrange: onEachTicket('rearrange', () => ({ provider: '邻家保洁', content: '换一家来做' }), ['U']),
  offerPrice: onEachTicket('offerPrice', () => ({ labourFen: 5_000, costFen: 1_000, why: '要多做一些' }), ['U', 'V']),
  complete: onEachTicket('complete', () => ({ result: '做好了' }), ['U', 'V']),
  providerVisit: onEachTicket('providerVisit', () => ({ ...SATISFIED, words: '问过做得怎么样', channel: 'phone' }), ['V']),
  qualityVisit: onEachTicket('qualityVisit', () => ({ ...SATISFIED, words: '问过做得怎么样', channel: 'phone' }), ['V']),
} satisfies Record<string, Line[]>;
