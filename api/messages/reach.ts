import type { Transaction } from '../../db/connect.ts';
import { unreachedOf } from '../../db/queries/messages.ts';
import type { Job } from '../../db/queries/outbox.ts';
import { readTicketFiles, type TicketFile } from '../../db/queries/ticket-files.ts';
import type { System } from '../../db/queries/viewer.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { unreachedAt } from '../../shared/messages/rhythm.ts';
import { isCallDue } from '../../shared/tickets/notices.ts';
import { type House, transact } from '../context.ts';
import { deedOn, Moved, type NewEvent, record } from '../ledger/record.ts';

/** Something a resident must know. */
export interface Reach {
  ticketId: string;
  eventId: string;
  at: string;
}

const SOON = 30_000;

/** The resident read it or did something: nothing more to call about. */
export const REACHED: NewEvent = { did: 'reached', facts: {}, by: null, byResident: true };

/** Puts on record that nothing had reached whoever had to know; a call is owed from now on. */
export async function recordUnreached(house: House, tx: Transaction, file: TicketFile, facts: { eventId?: string }): Promise<void> {
  await record(house, tx, [deedOn('ticket', file, null, [{ did: 'unreached', facts, by: null, byResident: false }])]);
}

/** Households whose own was merged there and whom nothing reached, each with their own ticket; not those who said how good it was (Z3). */
async function fellowsIn(tx: Transaction, system: System, file: TicketFile, unreached: readonly string[], now: Date): Promise<TicketFile[]> {
  const taken = file.state.tookIn.map((one) => one.ticket).filter((ticket) => unreached.includes(ticket));
  const files = taken.length === 0 ? [] : await readTicketFiles(tx, system, file.officeId, taken, now);
  return files.filter((own) => own.state.merged?.into === file.id && !file.state.ratedBy.includes(own.reporterId) && !isCallDue(own.ledger));
}

/**
 * After the set time: each household that had to know and neither read it nor could be told in WeChat is to be called (R8).
 * @returns when to look; null when it is decided
 */
export async function reach(house: House, job: Job, system: System): Promise<Date | null> {
  const { ticketId, eventId, at } = job.payload as unknown as Reach;
  const now = house.clock();
  try {
    return await transact(house, async (tx) => {
      const [file] = await readTicketFiles(tx, system, job.officeId, [ticketId], now);
      if (!file || file.state.status === 'cancelled') return null;
      const due = unreachedAt(new Date(at), file.state.urgency === 'urgent', settingsAt(file.settings, now));
      if (now < due) return due;
      const unreached = await unreachedOf(tx, system, { officeId: job.officeId, eventId });
      const isOpen = file.state.status !== 'closed' && unreached.includes(ticketId) && !isCallDue(file.ledger);
      const others = await fellowsIn(tx, system, file, unreached, now);
      for (const one of isOpen ? [file, ...others] : others) await recordUnreached(house, tx, one, { eventId });
      return null;
    });
  } catch (error) {
    if (error instanceof Moved) return new Date(now.getTime() + SOON);
    throw error;
  }
}
