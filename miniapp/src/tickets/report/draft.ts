import { useState } from 'react';
import { keepDraftShots, useDraftShots } from '../../kernel/draft.ts';
import { keep, kept } from '../../kernel/keep.ts';
import type { Held } from '../../kernel/queue.ts';
import type { Note } from '../../kernel/voice.ts';

export interface Draft {
  place: 'home' | 'public';
  homeId: string;
  where: string;
  category: string;
  worse: boolean;
  danger: boolean;
  words: string;
}

const NAME = 'draft.report';
const EMPTY: Draft = { place: 'home', homeId: '', where: '', category: '', worse: false, danger: false, words: '' };

function before(): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(kept(NAME) || '{}') as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

/** A report being written, kept on the phone until it is sent. */
export function useReportDraft() {
  const [draft, setDraft] = useState(before);
  const [note, setNote] = useState<Note | null>(null);
  const photos = useDraftShots('report');
  const write = (part: Partial<Draft>) =>
    setDraft((old) => {
      const next = { ...old, ...part };
      keep(NAME, JSON.stringify(next));
      return next;
    });
  const clear = () => {
    keep(NAME, '');
    photos.forget();
  };
  return { draft, write, photos, note, setNote, clear };
}

/** Whether another report stands half-written in the form. */
export const isReportBegun = (): boolean => {
  const { category, words, where } = before();
  return category !== '' || words !== '' || where !== '';
};

/** Puts a report that waited back into the form. */
export function unsendReport(held: Held): void {
  const { place, homeId, where, category, worse, danger, words } = held.body as Partial<Draft>;
  keep(NAME, JSON.stringify({ ...EMPTY, place, homeId, where, category, worse, danger, words }));
  keepDraftShots(
    'report',
    held.shots.filter(({ type }) => type !== 'audio/mpeg'),
  );
}
