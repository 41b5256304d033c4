import type { Channel } from '../../shared/intake/channels.ts';
import type { Answers } from '../../shared/visits/script.ts';
import type { Told } from './deeds.ts';

/** Who does it: a technician by name, or an outside provider. */
export type Doer = { technician: string } | { provider: string };

export interface OrderOptions {
  quantity?: number;
  words?: string;
  home?: string;
  /** The price that was looked at, where that is not today's: the line of an earlier look. */
  seen?: string;
}

export interface OralOrderOptions extends Omit<OrderOptions, 'home'> {
  home: string;
  who: string;
  channel?: Channel;
}

/** A service as it stands on the list. */
export interface Offered {
  name: string;
  lineId: string;
  costFen: number;
  labourFen: number;
  priceFen: number;
  provider: string;
}

export interface Published {
  service: string;
  unit?: string;
  kind?: 'paid' | 'convenience';
  costFen: number;
  labourFen: number;
  provider?: string;
  from: string;
}

/** What people do with special services. */
export interface ServiceDeeds {
  /** What is offered today where they live or work. */
  offered(): Promise<Offered[]>;
  publishes(line: Published): Promise<void>;
  stopsOffering(service: string, from: string): Promise<void>;
  orders(service: string, options?: OrderOptions): Promise<Told>;
  takesOrder(service: string, options: OralOrderOptions): Promise<Told>;
  arranges(ticket: Told, who: Doer, visitBy: string, price?: { labourFen: number; costFen: number }): Promise<void>;
  rearranges(ticket: Told, who: Doer): Promise<void>;
  offersPrice(ticket: Told, price: { labourFen: number; costFen: number }): Promise<void>;
  completes(ticket: Told, result?: string, claimedAt?: string): Promise<void>;
  /** V5: as, or for, whoever did it. */
  asksAsProvider(ticket: Told, words?: string, answers?: Answers): Promise<void>;
  asksAsQuality(ticket: Told, words?: string, answers?: Answers): Promise<void>;
}
