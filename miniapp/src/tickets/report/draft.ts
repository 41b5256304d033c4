import { useState } from 'react';
import { keep, kept } from '../../kernel/keep.ts';
import type { Shot } from '../../kernel/photos.ts';
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
  const [shots, setShots] = useState<Shot[]>([]);
  const [note, setNote] = useState<Note | null>(null);
  const write = (part: Partial<Draft>) =>
    setDraft((old) => {
      const next = { ...old, ...part };
      keep(NAME, JSON.stringify(next));
      return next;
    });
  return { draft, write, shots, setShots, note, setNote, clear: () => keep(NAME, '') };
}
