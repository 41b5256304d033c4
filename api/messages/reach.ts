import type { Transaction } from '../../db/connect.ts';
import { wasReached } from '../../db/queries/messages.ts';
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

/**
 * After the set time: whoever had to know and neither read it nor could be told in WeChat is to be called (R8).
 * @returns when to look; null when it is decided
 */
export async function reach(house: House, job: Job, system: System): Promise<Date | null> {
  const { ticketId, eventId, at } = job.payload as unknown as Reach;
  const now = house.clock();
  try {
    return await transact(house, async (tx) => {
      const [file] = await readTicketFiles(tx, system, job.officeId, [ticketId], now);
      if (!file || file.state.status === 'closed' || file.state.status === 'cancelled') return null;
      const due = unreachedAt(new Date(at), file.state.urgency === 'urgent', settingsAt(file.settings, now));
      if (now < due) return due;
      const reached = await wasReached(tx, system, { officeId: job.officeId, ticketId, eventId });
      if (reached !== false || isCallDue(file.ledger)) return null;
      await recordUnreached(house, tx, file, { eventId });
      return null;
    });
  } catch (error) {
    if (error instanceof Moved) return new Date(now.getTime() + SOON);
    throw error;
  }
}
