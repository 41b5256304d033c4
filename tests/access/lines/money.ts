import { shanghaiTime } from '../../../shared/kernel/time.ts';
import { askAndUndo } from '../asking.ts';
import { PROPOSED } from '../cast.ts';
import { type Line, officeOf, onEachTicket, priceOf, quoteOf, single, stored, TOMORROW } from '../line-kinds.ts';

const THE_DATE = shanghaiTime(PROPOSED).toISOString();

export const moneyLines = {
  prices: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/prices'),
      // Of how many estates, and whether this asker may change one.
      ({ body }) => `${body.offices.length}${body.offices.some((one: { mayWrite: boolean }) => one.mayWrite) ? 'w' : ''}`,
    ),
  ],
  savePrice: ['WT', 'HT'].map((letters) =>
    single(
      letters,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/prices', {
          officeId: await officeOf(cast, letters),
          name: '换纱窗',
          unit: '扇',
          kind: 'labour',
          priceFen: 5_000,
          from: '2026-03-06',
        }),
      stored,
    ),
  ),
  withdrawPrice: [
    single(
      'one of WT',
      async (cast, name) => askAndUndo(cast, name, 'POST', `/prices/${await priceOf(cast)}/withdraw`, { from: '2026-03-06' }),
      stored,
    ),
  ],
  // From the price list, which whoever quotes need not price.
  quote: onEachTicket('quote', async (cast) => ({ lines: [{ itemId: await priceOf(cast), quantity: 1 }], halfDays: 1 })),
  price: onEachTicket(
    'price',
    (cast, letter) => ({ quoteId: quoteOf(cast, letter), prices: letter === 'P' ? [{ position: 0, priceFen: 12_000 }] : [] }),
    ['P'],
  ),
  acceptQuote: onEachTicket('acceptQuote', (cast, letter) => ({ quoteId: quoteOf(cast, letter) }), ['N', 'P']),
  refuseQuote: onEachTicket('refuseQuote', (cast, letter) => ({ quoteId: quoteOf(cast, letter), goesOn: true }), ['N', 'P']),
  recordAnswer: onEachTicket(
    'recordAnswer',
    (cast, letter) => ({ quoteId: quoteOf(cast, letter), accepts: true, channel: 'phone', words: '电话里同意了' }),
    ['N', 'P'],
  ),
  withdrawQuote: onEachTicket('withdrawQuote', (cast, letter) => ({ quoteId: quoteOf(cast, letter) }), ['N', 'P']),
  settle: onEachTicket('settle', () => ({}), ['S']),
  nobodyHome: onEachTicket('nobodyHome', () => ({ how: 'called' })),
  proposeDate: onEachTicket('proposeDate', () => ({ dueBy: TOMORROW, words: '明天再来' }), ['N', 'P']),
  acceptDate: onEachTicket('acceptDate', () => ({ dueBy: THE_DATE }), ['N']),
  declineDate: onEachTicket('declineDate', () => ({ dueBy: THE_DATE, words: '周末在家' }), ['N']),
  recordDate: onEachTicket('recordDate', () => ({ dueBy: THE_DATE, accepts: true, channel: 'phone', words: '电话里说可以' }), ['N']),
} satisfies Record<string, Line[]>;
