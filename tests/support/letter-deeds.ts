import type { Verdict } from '../../shared/kernel/approvals.ts';

/** The open letter of the newest survey of 梧桐里, as somebody reads it. */
export interface LetterTold {
  stand: string;
  /** How many of what it promised was kept. */
  kept: number;
  deeds: [words: string, stand: string][];
}

/** What a letter promises: what, by whom, by which day. */
export type DeedTold = [words: string, holder: string, dueOn: string];

/** An open letter of 梧桐里. */
export interface LetterDeeds {
  writesLetter(deeds: readonly DeedTold[]): Promise<void>;
  decidesLetter(verdict: Verdict, words?: string): Promise<void>;
  readsLetter(): Promise<LetterTold>;
  /** Does what the letter promised, by its place from one. */
  doesDeed(nth: number): Promise<void>;
  /** The quality department asks residents about it; with anybody unhappy it is to be done again by another day. */
  asksAboutDeed(nth: number, given: { asked: number; unhappy?: number; answerBy?: string }): Promise<void>;
  handsDeedOn(nth: number, holder: string): Promise<void>;
}

/** What a story may be asked about a letter. */
export interface LetterQuestions {
  /** What is owed of the letter that waits, and of what one promised. */
  letterOwed(): Promise<[what: string, dueBy: string, outcome: string][]>;
}
