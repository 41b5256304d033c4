import type { Against, Door, UnnamedAnswer } from '../../shared/complaints/complaint.ts';
import type { Channel } from '../../shared/intake/channels.ts';
import type { Told } from './deeds.ts';

/** Whom a complaint is against, posts or people by name, and what it is about. */
export interface AboutComplaint {
  door?: Door;
  against?: readonly Against[];
  accused?: readonly string[];
  compensation?: boolean;
  danger?: boolean;
  media?: boolean;
}

/** What people do with complaints; a time reads 2026-03-02 14:00. */
export interface ComplaintDeeds {
  complains(about?: AboutComplaint & { home?: string; ticket?: Told }, words?: string): Promise<Told>;
  takesComplaint(about: AboutComplaint & { home: string; who: string; channel?: Channel; saidAt?: string }): Promise<Told>;
  /** Somebody did not say who they are: at an estate, by its letters. */
  takesUnnamedComplaint(about?: AboutComplaint & { estate?: string; channel?: Channel }): Promise<Told>;
  /** The owners' committee was told, at a time. */
  tellsCommittee(ticket: Told, at: string): Promise<void>;
  answersUnnamed(ticket: Told, how: UnnamedAnswer): Promise<void>;
  recordsNoContact(ticket: Told): Promise<void>;
  turnsIntoComplaint(ticket: Told, about?: AboutComplaint): Promise<void>;
  points(ticket: Told, about: AboutComplaint): Promise<void>;
  escalates(ticket: Told): Promise<void>;
  letsIn(ticket: Told, name: string): Promise<void>;
  interims(ticket: Told, dueBy: string): Promise<void>;
  formallyReplies(ticket: Told, words?: string): Promise<void>;
  plans(ticket: Told, dues: readonly string[]): Promise<void>;
  doesStep(ticket: Told): Promise<void>;
  recordsCause(ticket: Told): Promise<void>;
  reviews(ticket: Told): Promise<void>;
  callsMajor(ticket: Told): Promise<void>;
  reportsMajor(ticket: Told): Promise<void>;
  issuesBulletin(ticket: Told, words?: string): Promise<void>;
  concludes(ticket: Told): Promise<void>;
  filesUnheard(ticket: Told): Promise<void>;
  /** Who handles it now, and by which row of the table. */
  handledBy(ticket: Told): Promise<string>;
}
