import type { Settings } from '../kernel/settings.ts';
import { endOfDayAfter } from '../kernel/time.ts';

/**
 * C8: silence accepts no service. What nobody accepted is waited for so many days from when it was done, or from when the household was heard of or
 * found out of reach; then it is closed as not accepted, and they may accept it or say 没做好 whenever they like.
 * @param waited until when it is waited for already; never cut short
 */
export function waitingForAcceptance(at: Date, settings: Settings, waited?: Date): { unheardBy: string } {
  const until = endOfDayAfter(at, settings.serviceUnheardDays);
  return { unheardBy: (waited && waited > until ? waited : until).toISOString() };
}

/** What finishing a special service sets going: until when 没做好 goes on in this ticket, and until when it waits to be accepted (C8). Nothing is warranted by R6. */
export const afterService = (finishedAt: Date, settings: Settings): Record<string, string> => ({
  reopenBy: endOfDayAfter(finishedAt, settings.reopenDays).toISOString(),
  ...waitingForAcceptance(finishedAt, settings),
});
