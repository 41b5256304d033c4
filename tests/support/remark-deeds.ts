import type { Channel } from '../../shared/intake/channels.ts';
import type { RemarkKind } from '../../shared/remarks/decide.ts';
import type { Field } from '../../shared/tickets/fields.ts';
import type { Told } from './deeds.ts';

export interface TakenRemarkOptions {
  home: string;
  who: string;
  channel?: Channel;
  saidAt?: string;
}

/** What people do with suggestions, praise and enquiries; a time reads 2026-03-02 14:00. */
export interface RemarkDeeds {
  speaks(kind: RemarkKind, words?: string, options?: { home?: string; onlyMine?: boolean }): Promise<Told>;
  takesRemark(kind: RemarkKind, options: TakenRemarkOptions): Promise<Told>;
  /** Found in the suggestion box, with no name under it. */
  takesUnnamedSuggestion(estate?: string): Promise<Told>;
  sorts(ticket: Told, kind: RemarkKind, field: Field): Promise<void>;
  replies(ticket: Told, words?: string): Promise<void>;
  promisesAnswer(ticket: Told, dueBy: string): Promise<void>;
  studies(ticket: Told, dueBy: string): Promise<void>;
  adopts(ticket: Told, dueBy: string): Promise<void>;
  carriesOut(ticket: Told, words?: string): Promise<void>;
  declines(ticket: Told, words?: string): Promise<void>;
  objects(ticket: Told, words?: string): Promise<void>;
  answersAbove(ticket: Told, words?: string): Promise<void>;
  /** Praise for colleagues, by name. */
  thanks(ticket: Told, praised?: readonly string[]): Promise<void>;
}
