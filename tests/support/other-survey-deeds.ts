import type { Verdict } from '../../shared/kernel/approvals.ts';
import type { OwnDraft } from '../../shared/surveys/own.ts';
import type { OpenedByHand } from '../../shared/surveys/rows.ts';
import type { Coverage } from '../../shared/surveys/survey.ts';
import type { ToldBy } from '../../shared/surveys/telling.ts';

/** What the company draws homes for and asks on the phone. */
export type ByPhone = 'spot' | 'special';

/** The company's own surveys of 梧桐里, and those the estate writes itself. */
export interface OtherSurveyDeeds {
  issuesSpot(of?: ByPhone): Promise<void>;
  /** Types what somebody's household answers on the phone. @returns whether it had been counted before */
  phones(resident: string, given: Record<string, unknown>, of?: ByPhone): Promise<{ already: boolean }>;
  /** Calls somebody's household, and nobody picks up. @returns what is missing before it counts as out of reach */
  callsInVain(resident: string): Promise<string | null>;
  /** The homes to be called now, by their labels, in their order. */
  homesToCall(of?: ByPhone): Promise<string[]>;
  concludesSpot(words: string, of?: ByPhone): Promise<void>;
  /** Which outside providers are to be told of the newest survey of special services, and by what way those were who have been. */
  providersToTell(): Promise<[provider: string, how: ToldBy | null][]>;
  /** One of them was told; the words are what was said. */
  tellsProvider(provider: string, how: ToldBy, words: string): Promise<void>;
  /** Hands in 梧桐里's own questionnaire, or its next version. @returns which version it is */
  writesQuestionnaire(draft: OwnDraft): Promise<number>;
  /** A word on the version that waits. @returns where it stands then */
  decidesQuestionnaire(verdict: Verdict, words?: string): Promise<string>;
  /** Opens a survey by hand; an estate's own with the questionnaire that was written. */
  opensSurvey(survey: OpenedByHand): Promise<void>;
  issues(survey: OpenedByHand, coverage: Coverage): Promise<void>;
  answers(survey: OpenedByHand | ByPhone, given: Record<string, unknown>): Promise<{ already: boolean }>;
}
