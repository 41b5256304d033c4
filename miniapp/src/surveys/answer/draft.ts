import type { Input, Output } from '../../../../shared/contract/client.ts';
import type { QuestionView, surveyRoutes } from '../../../../shared/contract/surveys.ts';
import { type Answer, isAsked } from '../../../../shared/surveys/answers.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { keep } from '../../kernel/keep.ts';

export type Asking = Output<(typeof surveyRoutes)['survey']>;
/** What is asked, whoever fills it in. */
export type Asks = Pick<Asking, 'id' | 'grades' | 'sections'>;
export type Options = Asking['grades'];

/** What is handed in: an answer each of what was asked. */
export type Given = Input<(typeof surveyRoutes)['answerSurvey']>['answers'];

interface Draft {
  answers: Record<string, Answer>;
  /** What nobody noticed: left out of what is sent, but dealt with. */
  skipped: string[];
}

const nameOf = (id: string, homeId: string) => `survey.${id}.${homeId}`;

/** Forgets what a household had filled in: it is counted, or nobody takes it any more. */
export const forgetAnswersOf = (id: string, homeId: string) => keep(`draft.${nameOf(id, homeId)}`, '');

/** Whether a question is asked of whoever has answered so. */
export const isAskedNow = ({ showIf }: QuestionView, answers: Draft['answers']) => isAsked(showIf ? { showIf } : {}, answers);

const without = <T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([one]) => one !== name));

const isNothing = (answer: Answer | null) => answer === null || answer === '' || (typeof answer === 'object' && Object.keys(answer).length === 0);

/** What a household has filled in, on this phone alone until it is handed in. */
export function useAnswers(survey: Asks, homeId: string) {
  const [draft, setDraft] = useDraftChoice<Draft>(nameOf(survey.id, homeId), { answers: {}, skipped: [] });
  const { answers, skipped } = draft;
  const questions = survey.sections.flatMap((section) => section.questions).filter((one) => isAskedNow(one, answers));
  const first = questions.filter((one) => !one.folded);
  return {
    answers,
    skipped,
    /** Null takes the answer back. */
    give: (code: string, answer: Answer | null) =>
      setDraft({
        answers: isNothing(answer) ? without(answers, code) : { ...answers, [code]: answer! },
        skipped: skipped.filter((one) => one !== code),
      }),
    skip: (code: string) => setDraft({ answers: without(answers, code), skipped: [...skipped.filter((one) => one !== code), code] }),
    /** How many of the questions that stand open were answered. */
    done: first.filter((one) => answers[one.code] !== undefined).length,
    of: first.length,
    /** As it is handed in: what is not asked any more goes nowhere. */
    given: Object.fromEntries(questions.flatMap(({ code }) => (answers[code] === undefined ? [] : [[code, answers[code]]]))) as Given,
  };
}

export type Filled = ReturnType<typeof useAnswers>;
