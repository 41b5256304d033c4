import type { ErrandState } from '../errands/errand.ts';
import type { Settings } from '../kernel/settings.ts';
import { DAY } from '../kernel/time.ts';
import type { SurveyFacts } from './survey.ts';

/** When homes that have not answered are reminded, before a deadline; none where it would be as soon as they are asked. */
export function reminderAt(closesAt: string, from: Date, { surveyRemindDays }: Pick<Settings, 'surveyRemindDays'>): { remindAt: string | null } {
  const at = new Date(new Date(closesAt).getTime() - surveyRemindDays * DAY);
  return { remindAt: at > from ? at.toISOString() : null };
}

/**
 * S3: whoever has not answered is reminded once before the deadline, and once more where it was put off. It happens when the clock looks, so that nobody is told of what
 * is over.
 * @param silent how many homes it went to have not answered
 * @returns null where it is not its time, or everybody has answered
 */
export function decideReminder(state: ErrandState, silent: number, now: Date) {
  const { remindAt, closesAt } = state.facts as SurveyFacts;
  if (silent === 0 || state.status !== 'taken' || !remindAt || !closesAt || now < new Date(remindAt) || now >= new Date(closesAt)) return null;
  return { did: 'reminded' as const, facts: { of: { remindAt: null, reminded: silent } } };
}

/** What residents of a home hear of a survey, in the inbox. */
export const SURVEY_NEWS: Readonly<Record<string, string>> = {
  issued: '满意率调查发到您家了，一户答一份',
  reminded: '满意率调查快截止了，您家还没有答',
  lettered: '小区贴出了公开信：您说了，我们怎么做',
};
