import { isoDay, sayClock, shanghaiTime } from '../../shared/kernel/time.ts';

/** An instant as the scenarios write it: '2026-03-02 09:00'. */
export const wallClock = (at: Date) => `${isoDay(at)} ${sayClock(at)}`;

/** What the scenarios write, as the contract wants it: '2026-03-02T01:00:00.000Z'. */
export const instantAt = (text: string) => shanghaiTime(text).toISOString();
