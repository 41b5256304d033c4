import { type FieldError, Problem } from '../kernel/problem.ts';
import { words } from '../kernel/words.ts';
import { type Question, type Questionnaire, questionsOf, SATISFACTION, type ShowIf } from './questionnaires.ts';

/** One answer: a grade, a choice, several, a grade for each line of a matrix, or words. */
export type Answer = number | string | readonly string[] | Readonly<Record<string, number>>;
/** A household's answers by the code of the question; what was left out is absent. */
export type Answers = Readonly<Record<string, Answer>>;

const MOST_OF_SCALE = 10;
const isGrade = (value: unknown): value is number => typeof value === 'number' && value in SATISFACTION;
const isIn = (options: Readonly<Record<string, string>>, value: unknown) => typeof value === 'string' && Object.keys(options).includes(value);

/** Whether a question is asked of whoever answered so far like this. */
export function isAsked({ showIf }: Pick<Question, 'showIf'>, answers: Answers): boolean {
  if (!showIf) return true;
  const given = answers[showIf.code];
  const among = (one: unknown) => showIf.among.includes(one as ShowIf['among'][number]);
  return Array.isArray(given) ? given.some(among) : given !== undefined && among(given);
}

const isSeveral = (options: Readonly<Record<string, string>>, value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isIn(options, one)) && new Set(value).size === value.length;

const isLines = (lines: Readonly<Record<string, string>>, value: unknown): value is Readonly<Record<string, number>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([line, grade]) => Object.keys(lines).includes(line) && isGrade(grade));

/** An answer as it is kept; null where it is none to this question. */
function read(question: Question, value: unknown): Answer | null {
  switch (question.kind) {
    case 'satisfaction':
      return isGrade(value) ? value : null;
    case 'single':
      return isIn(question.options, value) ? (value as string) : null;
    case 'multiple':
      return isSeveral(question.options, value) ? [...value].sort() : null;
    case 'matrix':
      return isLines(question.lines, value) ? value : null;
    case 'scale':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_OF_SCALE ? value : null;
    case 'words': {
      const said = words(question.most, 0).safeParse(value);
      return said.success ? said.data : null;
    }
  }
}

const REFUSAL: Record<Question['kind'], string> = {
  satisfaction: '请在五档里选一个',
  single: '请选一个有的答案',
  multiple: '请从有的答案里选',
  matrix: '请每一行选一档',
  scale: '请选 0 到 10',
  words: '写得太长，或有认不出的字符',
};

/**
 * What a household answered, as an edition asks it: washed, in the order of the questions, and without what is not asked of whoever answers so. Every question may be
 * left out, but not all of them.
 * @throws Problem `request/invalid` naming each question that has no such answer, or where nothing is answered
 */
export function readAnswers(edition: Questionnaire, given: Readonly<Record<string, unknown>>): Answers {
  const questions = questionsOf(edition);
  const unknown = Object.keys(given).filter((code) => !questions.some((one) => one.code === code));
  const errors: FieldError[] = unknown.map((code) => ({ field: `answers.${code.slice(0, 40)}`, message: '没有这一题' }));
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    const value = given[question.code];
    if (value === undefined || !isAsked(question, answers)) continue;
    const answer = read(question, value);
    if (answer === null) errors.push({ field: `answers.${question.code}`, message: REFUSAL[question.kind] });
    else if (answer !== '') answers[question.code] = answer;
  }
  if (errors.length > 0) throw new Problem('request/invalid', errors[0]!.message, errors);
  if (Object.keys(answers).length === 0) throw new Problem('request/invalid', '请至少答一题', [{ field: 'answers', message: '请至少答一题' }]);
  return answers;
}
