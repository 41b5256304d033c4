import { SETTINGS } from '../kernel/settings.ts';
import { endOfDayAfter, isoDay } from '../kernel/time.ts';
import { AGAINST, type Against, type Door, LEVELS, type Level } from './complaint.ts';
import { escalationOf } from './escalation.ts';

/** What a complainant is told before they send it. */
export interface Foreseen {
  level: Level;
  who: string;
  why: string;
  clause: string;
  /** Whom it will be shut to; empty where nobody is meant. */
  shutTo: string;
  leavesOffice: boolean;
  /** By when at the latest it is answered in writing, by the company's figure (C5). */
  replyBy: Date;
}

/** Who will handle it and who will not see it, by the routing table, before anybody is named (C1–C3, C5). */
export function foresee(given: { door: Door; against: readonly Against[]; compensation: boolean }, now: Date): Foreseen {
  const row = escalationOf({ ...given, leadershipLeft: false, unsolved: false, handedUp: false }, isoDay(now));
  return {
    level: row.to,
    who: LEVELS[row.to].label,
    why: row.says,
    clause: row.clause,
    shutTo: given.against.map((one) => AGAINST[one].label).join('、'),
    leavesOffice: row.to === 'leadership' || row.to === 'managementRepresentative' || given.against.includes('leadership'),
    replyBy: endOfDayAfter(now, SETTINGS.formalReplyDays.fallback),
  };
}
