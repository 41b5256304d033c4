import type { Quoted, TicketEventName, Told } from '../tickets/ticket.ts';

type Facts = Readonly<Record<string, unknown>>;

const fenOf = (facts: Facts) => ({ labourFen: Number(facts.labourFen ?? 0), partsFen: Number(facts.partsFen ?? 0) });

const quoted = (facts: Facts, stand: Quoted['stand']): Quoted => ({
  id: String(facts.quote),
  version: Number(facts.version),
  ...fenOf(facts),
  stand,
});

const NO_QUOTE = { quote: null, agreedQuote: null } as const;

/** Quotes and what was charged, as events leave them: what was accepted stays so until something else is; a round begins without (R5, R14). */
export const MONEY_TOLD: Told = {
  price_asked: (_, { facts }) => ({ quote: quoted(facts, 'pricing') }),
  quoted: (_, { facts }) => ({ quote: quoted(facts, 'offered') }),
  priced: (_, { facts }) => ({ quote: quoted(facts, 'offered') }),
  quote_accepted: (_, { facts }) => ({ quote: quoted(facts, 'accepted'), agreedQuote: quoted(facts, 'accepted') }),
  quote_refused: ({ quote }, { facts }) => ({
    quote: quote && { ...quote, stand: 'refused', ...(facts.wouldEnd === true ? { wouldEnd: true as const } : {}) },
  }),
  quote_withdrawn: ({ quote }) => ({ quote: quote && { ...quote, stand: 'withdrawn' } }),
  finished: ({ charged, partsMonths }, { facts }) => {
    const { labourFen, partsFen } = fenOf(facts);
    return {
      // A part mended again is answered for no shorter than before.
      partsMonths: Math.max(partsMonths, Number(facts.partsMonths ?? 0)),
      charged: {
        labourFen: (charged?.labourFen ?? 0) + labourFen,
        partsFen: (charged?.partsFen ?? 0) + partsFen,
        isSettled: charged?.isSettled ?? false,
      },
    };
  },
  settled: ({ charged }) => ({ charged: charged && { ...charged, isSettled: true } }),
  reopened: () => NO_QUOTE,
};

/** What tells of prices; what a finished round came to is told beside its event. */
const ABOUT_MONEY: readonly TicketEventName[] = ['price_asked', 'quoted', 'priced', 'quote_accepted', 'quote_refused', 'quote_withdrawn', 'settled'];

/** Whether an event is read by those alone who see a ticket's prices (I7). */
export const isAboutMoney = (did: TicketEventName): boolean => ABOUT_MONEY.includes(did);

const answered = () => ({ proposal: null });
const NOBODY_TRIED = { tries: 0, card: false } as const;

/**
 * Tries at a closed door, and the new date that waits: whatever settles another date or brings somebody there answers it (Z14). Handed back, it waits on: the
 * company named it, whoever comes.
 */
export const DOOR_TOLD: Told = {
  nobody_home: ({ door }, { facts }) => ({ door: { tries: door.tries + 1, card: door.card || facts.how === 'card' } }),
  date_proposed: (_, { facts }) => ({ door: NOBODY_TRIED, proposal: String(facts.proposed) }),
  arrived: answered,
  agreed: answered,
  rescheduled: answered,
  visit_rescheduled: answered,
  date_accepted: answered,
  date_declined: answered,
  date_lapsed: ({ happened }, { did, at }) => ({ proposal: null, happened: { ...happened, [did]: at } }),
  finished: answered,
  reopened: () => ({ door: NOBODY_TRIED, proposal: null }),
};
