import { refuseField } from '../kernel/problem.ts';
import type { Promised } from '../kernel/promises.ts';
import type { Settings } from '../kernel/settings.ts';
import { DAY } from '../kernel/time.ts';
import type { TicketEventName, TicketState } from './ticket.ts';

/** What a decision may look at: the ticket, its ledger, the instant and the office's figures. Never a clock or a table. */
export interface Given {
  state: TicketState;
  ledger: readonly Promised[];
  now: Date;
  settings: Settings;
}

/** Something that happens: the event's name and its facts (ids, dates and codes only). */
export interface Fact {
  did: TicketEventName;
  facts: Record<string, unknown>;
}

/** What follows. */
export interface Decision extends Fact {
  /** What follows from it at once, in the same breath. */
  also?: readonly Fact[];
  /** When it happened, where that was before it reached the server. */
  at?: Date;
}

/** A longer delay is no agreement on a date any more. */
export const AGREE_WITHIN_DAYS = 30;
/** What is studied, carried out or put right for good may take longer than a repair. */
export const CARRY_OUT_WITHIN_DAYS = 180;

export const inTheFuture = (field: string, at: Date, now: Date, withinDays: number): string => {
  if (at <= now) throw refuseField(field, '时间要在现在之后');
  if (at.getTime() - now.getTime() > withinDays * DAY) throw refuseField(field, `时间不能超过 ${withinDays} 天`);
  return at.toISOString();
};
