import { sayMoney } from '../kernel/money.ts';
import { sayMoment } from '../kernel/time.ts';
import { labelOf } from './promise-words.ts';
import type { TicketEventName, TicketKind } from './ticket.ts';

/** Whoever it was that a reader must not learn of, and what. */
export const SOME_RESIDENT = '住户';
export const ANOTHER_TICKET = '别的一件';

/** What an event is called in the history people read. */
export interface Happened {
  did: TicketEventName;
  at: Date;
  by: string | null;
  facts: Record<string, unknown>;
  recordedAt: Date;
}

/** An event on its way into the history people read, and what its line may speak of. */
export interface Telling extends Happened {
  kind: TicketKind;
  /** Whoever did it, by name. */
  who: string;
  /** Colleagues also read steps and handovers. */
  forStaff: boolean;
  now: Date;
  /** Finds the name of a person's id. */
  name: (id: string | null) => string;
  /** The promise it is about, in words. */
  what: () => string;
  /** The date it names. */
  until: () => string;
  /** The time a technician claims. */
  claimed: () => string;
  /** In brackets: that it was registered later than it happened. */
  late: () => string;
  /** The money it is about. */
  sum: () => string;
}

/** The lines of a room: null for what is not told. */
export type Tellings = Readonly<Partial<Record<TicketEventName, (told: Telling) => string | null>>>;

/** Everything a line may speak of; dates and names are put into words only where one does. */
export function tellingOf(event: Happened, given: Pick<Telling, 'kind' | 'forStaff' | 'now' | 'name'>): Telling {
  const { facts } = event;
  const moment = (at: unknown) => sayMoment(at instanceof Date ? at : new Date(String(at)), given.now);
  const claimed = () => moment(facts.claimedAt);
  return {
    ...event,
    ...given,
    who: given.name(event.by),
    what: () => labelOf(String(facts.what), String(facts.clause ?? '')),
    until: () => moment(facts.dueBy),
    claimed,
    late: () => (facts.claimedAt === undefined ? '' : `（师傅说是 ${claimed()}，信号回来 ${moment(event.recordedAt)} 才登记）`),
    sum: () => sayMoney(Number(facts.labourFen ?? 0) + Number(facts.partsFen ?? 0)),
  };
}

/** What the inbox says of an event, from its facts alone. */
export type News = Readonly<Partial<Record<TicketEventName, string | ((facts: Record<string, unknown>) => string)>>>;
