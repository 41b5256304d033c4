import type { KeptChannel } from '../../shared/duties/channels.ts';
import type { DutyStanding } from '../../shared/duties/duty.ts';

/** One period of a duty as a scenario asks for it. */
export interface DutyTold {
  title: string;
  /** The day it begins, and the wall clock by which it is due. */
  from: string;
  dueBy: string;
  holder: string;
  standing: DutyStanding;
  inARow: number | null;
}

/** What comes round again, at 梧桐里. */
export interface DutyDeeds {
  /** Names who looks through a channel; nobody: the estate has none. */
  names(channel: KeptChannel, keeper: string | null): Promise<void>;
  /** Opens what is owed of that name. */
  opens(title: string): Promise<void>;
  /** Puts down the one that is owed, or open, of that name. */
  putsDown(title: string, words: string, items?: number): Promise<void>;
  /** What this person was told of duties, oldest first. */
  heardOfDuties(): Promise<string[]>;
}

/** What a story may be asked about duties. */
export interface DutyQuestions {
  /** Lets the clock look after what comes round: steps, periods, misses. */
  looksAfterDuties(): Promise<void>;
  /** Every period so far, by its first day and its name. */
  duties(): Promise<DutyTold[]>;
}
