import type { OwnQuestionnaire } from '../../../../shared/contract/questionnaires.ts';
import { isChosenFrom, type OwnKind } from '../../../../shared/surveys/own-kinds.ts';

/** A question as it is being written; its options stand a line each. */
export interface OwnDraft {
  kind: OwnKind;
  text: string;
  options: string;
}

export interface PaperDraft {
  title: string;
  chosen: string[];
  own: OwnDraft[];
}

export const EMPTY: PaperDraft = { title: '', chosen: [], own: [] };

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As it is handed in. */
export const givenOf = ({ title, chosen, own }: PaperDraft) => ({
  title,
  chosen,
  own: own.map(({ kind, text, options }) => ({ kind, text, options: isChosenFrom(kind) ? linesOf(options) : [] })),
});

/** What a questionnaire asked before, to begin the next version with. */
export const draftFrom = ({ title, sections }: OwnQuestionnaire): PaperDraft => ({
  title,
  chosen: sections
    .filter(({ field }) => field !== 'own')
    .flatMap(({ questions }) => questions.filter(({ showIf }) => showIf === null).map(({ code }) => code)),
  own: sections
    .filter(({ field }) => field === 'own')
    .flatMap(({ questions }) => questions)
    .map(({ kind, text, options }) => ({ kind: kind as OwnKind, text, options: options.map(({ label }) => label).join('\n') })),
});

/** As whoever answers will find it: those of the bank in its order, then its own. */
export const previewOf = (draft: PaperDraft, bank: readonly { code: string; label: string; text: string }[]): OwnQuestionnaire['sections'] => {
  const question = (code: string, kind: OwnKind, text: string, options: readonly string[]) => ({
    code,
    kind,
    text,
    options: options.map((label, at) => ({ code: `o${at}`, label })),
    most: null,
    showIf: null,
    folded: false,
  });
  const kindOf = (code: string): OwnKind => (code === 'words' ? 'words' : code === 'recommend' ? 'scale' : 'satisfaction');
  return [
    {
      field: 'bank',
      label: '',
      questions: bank.filter(({ code }) => draft.chosen.includes(code)).map(({ code, text }) => question(code, kindOf(code), text, [])),
    },
    { field: 'own', label: '', questions: givenOf(draft).own.map(({ kind, text, options }, at) => question(`own_${at}`, kind, text, options)) },
  ];
};
