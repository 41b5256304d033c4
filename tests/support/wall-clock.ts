import { isoDay, sayClock } from '../../shared/kernel/time.ts';

/** An instant as the scenarios write it: '2026-03-02 09:00'. */
export const wallClock = (at: Date) => `${isoDay(at)} ${sayClock(at)}`;
