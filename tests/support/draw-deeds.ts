import type { Draw } from '../../shared/draws/rows.ts';
import type { DrawStanding } from '../../shared/draws/standing.ts';

/** The seed of every draw in a story. */
export const STORY_SEED = '00000001000000020000000300000004';

/** One draw of 梧桐里 as a scenario asks for it. */
export interface DrawTold {
  draw: Draw;
  /** The day its period begins. */
  from: string;
  finished: number;
  leftOut: number;
  size: number;
  /** The whole order, each by its number. */
  lines: { number: string; drawn: boolean; standing: DrawStanding }[];
}

/** What a story may be asked about draws. */
export interface DrawQuestions {
  /** Lets the clock draw what is over, and have the next stand in. */
  looksAfterDraws(): Promise<void>;
  /** Every draw of a kind so far, oldest first. */
  draws(draw: Draw): Promise<DrawTold[]>;
}
