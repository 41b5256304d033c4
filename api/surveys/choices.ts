import type { Tally } from '../../db/queries/survey-tallies.ts';
import type { Question, Questionnaire } from '../../shared/surveys/questionnaires.ts';
import { LEAST_SHOWN, shownCells } from '../../shared/surveys/statistics.ts';

const SCALE = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [String(at), `${at} 分`]));

const optionsOf = (question: Question): Readonly<Record<string, string>> | null => {
  if (question.kind === 'single' || question.kind === 'multiple') return question.options;
  return question.kind === 'scale' ? SCALE : null;
};

/** How often each answer was chosen of what an estate asks besides, and of what is one among a few, as far as it tells of nobody: an answer hardly anybody chose is left out with the next smallest. */
export const choicesIn = ({ sections }: Questionnaire, tallies: readonly Tally[]) =>
  sections
    .flatMap(({ field, questions }) => questions.filter(({ kind }) => field === 'own' || kind === 'single'))
    .flatMap((question) => {
      const options = optionsOf(question);
      if (!options) return [];
      const given = tallies.filter(({ code }) => code === question.code);
      const cells = Object.keys(options).map((name) => ({ name, count: given.find(({ value }) => value === name)?.count ?? 0 }));
      const shown = shownCells(cells, LEAST_SHOWN);
      return [
        {
          code: question.code,
          text: question.text,
          valid: shown.length === 0 ? 0 : (given[0]?.valid ?? 0),
          options: cells.filter(({ name }) => shown.includes(name)).map(({ name, count }) => ({ label: options[name]!, count })),
        },
      ];
    });
