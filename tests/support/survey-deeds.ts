import type { Against } from '../../shared/complaints/complaint.ts';
import type { ContactKind } from '../../shared/surveys/contact.ts';
import type { Survey } from '../../shared/surveys/rows.ts';
import type { Coverage } from '../../shared/surveys/survey.ts';
import type { Told } from './deeds.ts';
import type { SurveyPaperDeeds, SurveyPaperQuestions } from './survey-paper-deeds.ts';

/** The newest survey of a name of 梧桐里 as a scenario asks about it; times are wall clock in Shanghai. */
export interface SurveyTold {
  month: string;
  status: string;
  /** How many homes there are, to how many it went, how many came back. */
  homes: number;
  issued: number;
  returned: number;
  below: boolean;
  closesAt: string | null;
  /** How many homes were reminded the last time. */
  reminded: number | null;
  promises: [what: string, dueBy: string, outcome: string][];
}

/** A survey of 梧桐里. */
export interface SurveyDeeds extends SurveyPaperDeeds {
  issuesSurvey(coverage: Coverage): Promise<void>;
  /** Answers for the home this person lives in. @returns whether it had been counted before */
  answersSurvey(given: Record<string, unknown>): Promise<{ already: boolean }>;
  /** @param isSerious something is, though hardly anybody named it */
  analysesSurvey(words: string, isSerious?: boolean): Promise<void>;
  /** Asks to be contacted, after the answer and apart from it. */
  asksContact(kind: ContactKind, about?: { against?: readonly Against[] }): Promise<Told>;
  sendsSurveyUp(): Promise<void>;
  reviewsSurvey(words: string): Promise<void>;
  /** How satisfied people are on the whole, in percent, as this person reads it. */
  readsResults(): Promise<number | null>;
  /** What this person was told of surveys, oldest first. */
  heardOfSurveys(): Promise<string[]>;
}

/** What a story may be asked about surveys. */
export interface SurveyQuestions extends SurveyPaperQuestions {
  /** Lets the clock open, close and count. */
  looksAfterSurveys(): Promise<void>;
  /** @param of which of the surveys; without it the half-yearly one */
  survey(of?: Survey): Promise<SurveyTold | null>;
}
