import type { ProblemCode } from '../../shared/kernel/problem.ts';
import type { Step } from '../../shared/kernel/promises.ts';
import type { SettingKey } from '../../shared/kernel/settings.ts';
import type { Opinion, Score } from '../../shared/tickets/ratings.ts';
import type { Status, TicketEventName } from '../../shared/tickets/ticket.ts';
import type { Answers } from '../../shared/visits/script.ts';
import type { Actor, Told } from './deeds.ts';
import type { DrawQuestions } from './draw-deeds.ts';
import type { DutyQuestions } from './duty-deeds.ts';
import type { LetterQuestions } from './letter-deeds.ts';
import type { NeedsQuestions } from './needs-deeds.ts';
import type { PromiseLine } from './promise-line.ts';
import type { SettingQuestions } from './setting-deeds.ts';
import type { SurveyQuestions } from './survey-deeds.ts';

export type { Told };

/** One story, told at one of three speeds: pure, over HTTP, in the browser. */
export interface Story extends DutyQuestions, DrawQuestions, LetterQuestions, SurveyQuestions, NeedsQuestions, SettingQuestions {
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
  /** An estate sets one of its figures, from now on. */
  sets(estate: 'WT' | 'HT', key: SettingKey, value: number | boolean): Promise<void>;
  /** The newest quote: which version, where it stands, what it comes to. */
  quote(ticket: Told): Promise<{ id: string; version: number; stand: string; labourFen: number; partsFen: number } | null>;
  /** What the finished rounds came to. */
  charged(ticket: Told): Promise<{ labourFen: number; partsFen: number; isSettled: boolean } | null>;
  /** Whose word it waits for. */
  waitsFor(ticket: Told): Promise<'quote' | 'date' | null>;
  close(): Promise<void>;
}

export type Play = (story: Story) => Promise<void>;

export interface Scenario {
  title: string;
  play: Play;
}

/** Satisfied with everything. */
export const SATISFIED: Answers = { quality: 'satisfied', attitude: 'satisfied', result: 'satisfied' };

const told: Scenario[] = [];

const SCORE_OF: Record<Opinion, Score> = { satisfied: 4, acceptable: 3, dissatisfied: 2 };

/** Prices for the lines that have none, in their order. */
export const openPrices = (lines: readonly { priceFen: number | null }[], pricesFen: readonly number[]) =>
  lines
    .flatMap((line, position) => (line.priceFen === null ? [position] : []))
    .map((position, index) => ({ position, priceFen: pricesFen[index] ?? 0 }))
    .slice(0, pricesFen.length);

/** The same somebody, whatever they are called in a scenario. */
export const asEverybody = (actor: (name: string) => Actor) => ({ person: actor, resident: actor, agent: actor, technician: actor, head: actor });

/** What a look of the clock is asked for. */
export function byClock(looksAfter: Story['looksAfter']): Pick<Story, 'looksAfter' | 'newlyWarned' | 'newlyMissed'> {
  const only = async (step: Step) =>
    (await looksAfter()).filter(([, , took]) => took === step).map(([number, what]): [string, string] => [number, what]);
  return { looksAfter, newlyWarned: () => only('warned'), newlyMissed: () => only('missed') };
}

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
