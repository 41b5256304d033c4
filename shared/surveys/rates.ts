import { type Questionnaire, type SurveyField, sayQuestion } from './questionnaires.ts';
import { type Grades, type Heard, LEAST_SHOWN, type Rate, satisfactionRate, shownCells, together } from './statistics.ts';

/** How often an answer was given to a question. */
export interface Given {
  code: string;
  value: string;
  count: number;
}

/** What an edition asks to be graded, each as it is called among the figures. */
export const gradedIn = ({ sections }: Questionnaire): { field: SurveyField; code: string; label: string }[] =>
  sections.flatMap(({ field, questions }) =>
    questions.filter(({ kind }) => kind === 'satisfaction').map((one) => ({ field, code: one.code, label: sayQuestion(field, one) })),
  );

/** How often each grade was given to a question. */
export const gradesOf = (given: readonly Given[], code: string): Grades =>
  Object.fromEntries(given.filter((one) => one.code === code).map(({ value, count }) => [value, count]));

const NOTHING_SHOWN: Rate = { valid: 0, satisfied: 0, percent: null, margin: null };

/** The rates of a survey as far as they tell of nobody: of each thing graded, and of all of them. */
export function ratesIn(edition: Questionnaire, given: readonly Given[], homes?: Heard): { whole: Rate; of: (code: string) => Rate } {
  const codes = gradedIn(edition).map(({ code }) => code);
  const cells = codes.map((code) => ({ name: code, count: satisfactionRate(gradesOf(given, code)).valid }));
  const shown = shownCells(cells, LEAST_SHOWN);
  return {
    whole: shown.length === 0 ? NOTHING_SHOWN : satisfactionRate(together(codes.map((code) => gradesOf(given, code))), homes),
    of: (code) => (shown.includes(code) ? satisfactionRate(gradesOf(given, code), homes) : NOTHING_SHOWN),
  };
}
