import { readFileSync, writeFileSync } from 'node:fs';

/** The demo's clock: the machine's, moved forward by hand; it stays moved over a restart. */
export interface DemoClock {
  now(): Date;
  /** Sets the clock to an instant; never back. */
  moveTo(at: Date): void;
}

/** @param file keeps how far the clock was moved, in milliseconds */
export function openDemoClock(file: string): DemoClock {
  let ahead = 0;
  try {
    ahead = Number(JSON.parse(readFileSync(file, 'utf8')).aheadMilliseconds) || 0;
  } catch {
    ahead = 0;
  }
  const now = () => new Date(Date.now() + ahead);
  return {
    now,
    moveTo(at) {
      ahead = Math.max(ahead, at.getTime() - Date.now());
      writeFileSync(file, JSON.stringify({ aheadMilliseconds: ahead }));
    },
  };
}
