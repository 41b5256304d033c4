import type { Purpose } from '../../shared/hotlines/hotlines.ts';
import type { Verdict } from '../../shared/kernel/approvals.ts';

export type NumberedLetters = 'WT' | 'HT' | 'ZB';

/** The numbers an office is rung by, and who agrees to another (P5). */
export interface HotlineDeeds {
  /** Proposes a number from a day on; null ends it. @returns which version it is */
  proposesNumber(office: NumberedLetters, purpose: Purpose, number: string | null, from: string): Promise<number>;
  /** A word on what was proposed last. @returns where it stands then */
  decidesNumber(office: NumberedLetters, purpose: Purpose, verdict: Verdict, words?: string): Promise<string>;
  /** An office's number as this person reads it: what it is, since when, and those before it, newest first. */
  readsNumber(office: NumberedLetters, purpose: Purpose): Promise<[number: string | null, since: string | null, before: (string | null)[]]>;
}
