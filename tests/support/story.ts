import type { ProblemCode } from '../../shared/kernel/problem.ts';
import type { Agreeable, MissCause, Opinion } from '../../shared/tickets/decide.ts';
import type { Action } from '../../shared/tickets/lifecycle.ts';
import type { RatingTag, Score } from '../../shared/tickets/ratings.ts';
import type { Status, TicketEventName } from '../../shared/tickets/ticket.ts';

/** A ticket in a scenario: what people would call it by. */
export interface Told {
  id: string;
  number: string;
}

export interface ReportOptions {
  category: string;
  words?: string;
  place?: 'home' | 'public';
  where?: string;
  worse?: boolean;
  danger?: boolean;
  /** Which home, where somebody has several. */
  home?: string;
}

/** One line of the ledger as a scenario asks about it; times are wall clock in Shanghai. */
export interface PromiseLine {
  what: string;
  clause: string;
  round: number;
  owedBy: string | null;
  firstDueBy: string;
  dueBy: string;
  keptAt: string | null;
  outcome: 'kept' | 'kept_as_agreed' | 'missed' | 'open' | 'withdrawn';
  explain: string;
}

/** Somebody in the story, and what they can do. Every deed throws the Problem it is refused with. */
export interface Actor {
  reports(report: ReportOptions): Promise<Told>;
  dispatches(ticket: Told, technician: string, content?: string): Promise<void>;
  reassigns(ticket: Told, technician: string, insteadOf: string): Promise<void>;
  handsOver(ticket: Told, content: string, answerBy?: string): Promise<void>;
  takesOn(ticket: Told, completeBy: string): Promise<void>;
  accepts(ticket: Told): Promise<void>;
  arrives(ticket: Told): Promise<void>;
  finishes(ticket: Told, result?: string): Promise<void>;
  /** With an opinion, or the score that says it. */
  confirms(ticket: Told, opinion?: Opinion | Score, words?: string, tags?: RatingTag[]): Promise<void>;
  notes(ticket: Told, words: string): Promise<void>;
  returns(ticket: Told, words: string, outcome: string): Promise<void>;
  saysNotFixed(ticket: Told, words?: string): Promise<void>;
  says(ticket: Told, words: string, options?: { upset?: boolean }): Promise<void>;
  calls(ticket: Told, words: string): Promise<void>;
  visits(ticket: Told, words: string, outcome: string): Promise<void>;
  agrees(ticket: Told, what: Agreeable, dueBy: string, why?: string): Promise<void>;
  explainsMiss(ticket: Told, what: string, cause: MissCause, round?: number): Promise<void>;
  reclassifies(ticket: Told, change: { category: string; worse?: boolean; danger?: boolean; why?: string }): Promise<void>;
  /** Opens the messages and reads them all. */
  reads(): Promise<void>;
  /** What this person's buttons are. */
  may(ticket: Told): Promise<Action[]>;
  /** What this person was told of a ticket, oldest first; a step stands for its event. */
  heard(ticket: Told): Promise<string[]>;
}

/** One story, told at one of three speeds: pure, over HTTP, in the browser. */
export interface Story {
  at(time: string): void;
  person(name: string): Actor;
  resident(name: string): Actor;
  agent(name: string): Actor;
  technician(name: string): Actor;
  head(name: string): Actor;
  /** Lets the clock look after promises once; the steps it took, as [number, what, step]. */
  looksAfter(): Promise<[string, string, string][]>;
  /** The set time has passed, and nothing has reached whoever had to know of this ticket. */
  nothingReached(ticket: Told): Promise<void>;
  newlyWarned(): Promise<[string, string][]>;
  newlyMissed(): Promise<[string, string][]>;
  promises(ticket: Told): Promise<PromiseLine[]>;
  status(ticket: Told): Promise<Status>;
  /** The urgency and the line of R1 or R2 that says so. */
  urgency(ticket: Told): Promise<{ urgency: 'urgent' | 'general'; clause: string }>;
  history(ticket: Told): Promise<TicketEventName[]>;
  close(): Promise<void>;
}

export type Play = (story: Story) => Promise<void>;

export interface Scenario {
  title: string;
  play: Play;
}

const told: Scenario[] = [];

const SCORE_OF: Record<Opinion, Score> = { satisfied: 4, acceptable: 3, dissatisfied: 2 };

/** The score an actor taps to say this. */
export const scoreFor = (opinion: Opinion | Score): Score => (typeof opinion === 'number' ? opinion : SCORE_OF[opinion]);

/** Registers scenarios of one clause: `manual('手册 R3 …', { '…': async (s) => { … } })`. */
export function manual(clause: string, scenarios: Record<string, Play>): void {
  for (const [title, play] of Object.entries(scenarios)) told.push({ title: `${clause} › ${title}`, play });
}

/** Every scenario registered so far. */
export function scenarios(): readonly Scenario[] {
  return told;
}

/** The code a deed was refused with; fails where it was not refused. */
export async function refusal(deed: Promise<unknown>): Promise<ProblemCode> {
  try {
    await deed;
  } catch (error) {
    const code = (error as { code?: ProblemCode }).code;
    if (typeof code === 'string') return code;
    throw error;
  }
  throw new Error('was not refused');
}
