import type { Coverage } from '../../shared/surveys/survey.ts';

/** The newest survey of 梧桐里 as a scenario asks about it; times are wall clock in Shanghai. */
export interface SurveyTold {
  month: string;
  status: string;
  /** How many homes there are, to how many it went, how many came back. */
  homes: number;
  issued: number;
  returned: number;
  below: boolean;
  closesAt: string | null;
  promises: [what: string, dueBy: string, outcome: string][];
}

/** A survey of 梧桐里. */
export interface SurveyDeeds {
  issuesSurvey(coverage: Coverage): Promise<void>;
  /** Answers for the home this person lives in. @returns whether it had been counted before */
  answersSurvey(given: Record<string, unknown>): Promise<{ already: boolean }>;
  analysesSurvey(words: string): Promise<void>;
  sendsSurveyUp(): Promise<void>;
  reviewsSurvey(words: string): Promise<void>;
  /** How satisfied people are on the whole, in percent, as this person reads it. */
  readsResults(): Promise<number | null>;
  /** What this person was told of surveys, oldest first. */
  heardOfSurveys(): Promise<string[]>;
}

/** What a story may be asked about surveys. */
export interface SurveyQuestions {
  /** Lets the clock open, close and count. */
  looksAfterSurveys(): Promise<void>;
  survey(): Promise<SurveyTold | null>;
}
