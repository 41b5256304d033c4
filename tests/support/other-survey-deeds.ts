import type { Verdict } from '../../shared/kernel/approvals.ts';
import type { OwnDraft } from '../../shared/surveys/own.ts';
import type { OpenedByHand } from '../../shared/surveys/rows.ts';
import type { Coverage } from '../../shared/surveys/survey.ts';

/** The company's own surveys of 梧桐里, and those the estate writes itself. */
export interface OtherSurveyDeeds {
  issuesSpot(): Promise<void>;
  /** Types what somebody's household answers on the phone. @returns whether it had been counted before */
  phones(resident: string, given: Record<string, unknown>): Promise<{ already: boolean }>;
  /** Calls somebody's household, and nobody picks up. @returns what is missing before it counts as out of reach */
  callsInVain(resident: string): Promise<string | null>;
  /** The homes to be called now, by their labels, in their order. */
  homesToCall(): Promise<string[]>;
  concludesSpot(words: string): Promise<void>;
  /** Hands in 梧桐里's own questionnaire, or its next version. @returns which version it is */
  writesQuestionnaire(draft: OwnDraft): Promise<number>;
  /** A word on the version that waits. @returns where it stands then */
  decidesQuestionnaire(verdict: Verdict, words?: string): Promise<string>;
  /** Opens a survey by hand; an estate's own with the questionnaire that was written. */
  opensSurvey(survey: OpenedByHand): Promise<void>;
  issues(survey: OpenedByHand, coverage: Coverage): Promise<void>;
  answers(survey: OpenedByHand, given: Record<string, unknown>): Promise<{ already: boolean }>;
}
