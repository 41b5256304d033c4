import { type FieldError, Problem } from '../kernel/problem.ts';
import { isoDay } from '../kernel/time.ts';
import { isChosenFrom, type OwnKind } from './own-kinds.ts';
import { editionAt, OWN_WORDS_CODES, type Question, type Questionnaire, type Section, sayField } from './questionnaires.ts';

/** A question an estate asks beside those of the bank. */
export interface OwnQuestion {
  kind: OwnKind;
  text: string;
  /** What may be chosen, where something is. */
  options: readonly string[];
}

/** What an estate's service centre writes: questions of the bank by their codes, and its own. */
export interface OwnDraft {
  title: string;
  chosen: readonly string[];
  own: readonly OwnQuestion[];
}

const LEAST_OPTIONS = 2;
const MOST_SAID = 300;

/** The questions an estate may choose from: those of the half-yearly edition in force, so that figures compare. What is asked because of another comes with it. */
export const bankAt = (now: Date, editions?: readonly Questionnaire[]): { code: string; label: string; text: string }[] =>
  editionAt('half_year', now, editions).sections.flatMap(({ field, questions }) =>
    questions.filter(({ showIf }) => showIf === undefined).map(({ code, text }) => ({ code, label: sayField(field), text })),
  );

const bankSections = (chosen: readonly string[], now: Date, editions?: readonly Questionnaire[]): Section[] =>
  editionAt('half_year', now, editions).sections.flatMap(({ field, questions }) => {
    const taken = questions.filter(({ code, showIf }) => chosen.includes(showIf?.code ?? code));
    return taken.length === 0 ? [] : [{ field, questions: taken }];
  });

function ownQuestion({ kind, text, options }: OwnQuestion, index: number): Question {
  const asked = { code: kind === 'words' ? OWN_WORDS_CODES[index]! : `own_${index + 1}`, text };
  if (isChosenFrom(kind)) return { ...asked, kind: kind as 'single', options: Object.fromEntries(options.map((label, at) => [`o${at + 1}`, label])) };
  return kind === 'words' ? { ...asked, kind, most: MOST_SAID } : { ...asked, kind: kind as 'scale' };
}

function wrongWith({ kind, options }: OwnQuestion, index: number): FieldError[] {
  const field = `own.${index}`;
  if (!isChosenFrom(kind)) return options.length > 0 ? [{ field, message: '这一种题没有可选的答案' }] : [];
  if (options.length < LEAST_OPTIONS) return [{ field, message: `至少写 ${LEAST_OPTIONS} 个可选的答案` }];
  return new Set(options).size < options.length ? [{ field, message: '可选的答案有重复的' }] : [];
}

/**
 * S8: what an estate asks of its homes: those of the bank in the order of the bank, with their codes, then its own.
 * @throws Problem `request/invalid` naming a question the bank has not, one of its own that cannot be answered, or an empty questionnaire
 */
export function composeOwn({ title, chosen, own }: OwnDraft, now: Date, editions?: readonly Questionnaire[]): Questionnaire {
  const codes = bankAt(now, editions).map(({ code }) => code);
  const errors: FieldError[] = [
    ...(chosen.some((code) => !codes.includes(code)) ? [{ field: 'chosen', message: '题库里没有这一题' }] : []),
    ...(chosen.length + own.length === 0 ? [{ field: 'chosen', message: '请至少选一题，或者写一题' }] : []),
    ...own.flatMap(wrongWith),
  ];
  if (errors.length > 0) throw new Problem('request/invalid', errors[0]!.message, errors);
  const sections = [...bankSections(chosen, now, editions), ...(own.length > 0 ? [{ field: 'own' as const, questions: own.map(ownQuestion) }] : [])];
  return { questionnaire: 'own', title, sections, clause: 'S8', since: isoDay(now) };
}

const sayQuestion = (question: Question, nth: number): string => {
  const options = question.kind === 'single' || question.kind === 'multiple' ? `（${Object.values(question.options).join('／')}）` : '';
  return `${nth}. ${question.text}${options}`;
};

/** A questionnaire as whoever checks it reads it, word for word. */
export function sayQuestionnaire({ title, sections }: Questionnaire): string {
  const asked = sections.flatMap(({ questions }) => questions).filter(({ showIf }) => showIf === undefined);
  return [title, ...asked.map((question, index) => sayQuestion(question, index + 1))].join('\n');
}
