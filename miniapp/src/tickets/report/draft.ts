import { useState } from 'react';
import { keepDraftShots, useDraftShots } from '../../kernel/draft.ts';
import type { Held } from '../../kernel/held.ts';
import { keep, kept } from '../../kernel/keep.ts';

export interface Draft {
  place: 'home' | 'public';
  homeId: string;
  where: string;
  category: string;
  worse: boolean;
  danger: boolean;
  /** Which danger was chosen; empty where none was. */
  dangerKind: string;
  words: string;
  onlyMine: boolean;
  /** When somebody would be welcome; empty for any time. */
  wishFrom: string;
  wishUntil: string;
  /** The repair that came back within its warranty (R6). */
  reworkOf: string;
}

type DraftName = `draft.${string}`;
const NAME: DraftName = 'draft.report';
const EMPTY: Draft = {
  place: 'home',
  homeId: '',
  where: '',
  category: '',
  worse: false,
  danger: false,
  dangerKind: '',
  words: '',
  onlyMine: false,
  wishFrom: '',
  wishUntil: '',
  reworkOf: '',
};

function before(name: DraftName = NAME): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(kept(name) || '{}') as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

/**
 * A report being written, kept on the phone until it is sent.
 * @param rework the repair that came back: it is written apart from any other
 */
export function useReportDraft(rework = '') {
  const name: DraftName = rework ? `draft.rework.${rework}` : NAME;
  const [draft, setDraft] = useState(() => (rework ? { ...before(name), reworkOf: rework } : before()));
  const photos = useDraftShots(rework ? `rework.${rework}` : 'report');
  const write = (part: Partial<Draft>) =>
    setDraft((old) => {
      const next = { ...old, ...part };
      keep(name, JSON.stringify(next));
      return next;
    });
  const clear = () => {
    keep(name, '');
    photos.forget();
  };
  return { draft, write, photos, clear };
}

/** Whether another report stands half-written in the form. */
export const isReportBegun = (): boolean => {
  const { category, words, where } = before();
  return category !== '' || words !== '' || where !== '';
};

/** Puts a report that waited back into the form. */
export function unsendReport(held: Held): void {
  const {
    place,
    homeId,
    where,
    category,
    worse,
    danger,
    dangerKind,
    words,
    onlyMine,
    wishFrom,
    wishUntil,
    reworkOf = '',
  } = held.body as Partial<Draft>;
  keep(NAME, JSON.stringify({ ...EMPTY, place, homeId, where, category, worse, danger, dangerKind, words, onlyMine, wishFrom, wishUntil, reworkOf }));
  keepDraftShots('report', held.shots);
}
