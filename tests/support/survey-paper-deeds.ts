import type { ReplacedBecause } from '../../shared/surveys/replaced.ts';

/** What colleagues of 梧桐里 do with sheets on paper; homes are named by their doors, as 3栋2单元502. */
export interface SurveyPaperDeeds {
  /** @returns whether the home had been counted before */
  ticksSheetOf(home: string): Promise<{ already: boolean }>;
  takesTickBackOf(home: string): Promise<void>;
  typesSheet(given: Record<string, unknown>): Promise<void>;
  /** @returns which home stands in */
  replacesHome(home: string, because: ReplacedBecause): Promise<string>;
}

/** What a story may be asked about sheets on paper. */
export interface SurveyPaperQuestions {
  surveySheets(): Promise<{ ticked: number; typed: number }>;
  /** The doors the newest survey asks, in no order. */
  askedHomes(): Promise<string[]>;
}
