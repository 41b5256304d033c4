import { useState } from 'react';
import type { IntakeHome } from '../../../../shared/contract/intake.ts';
import { keep, kept } from '../../kernel/keep.ts';

/** A matter being taken down; what is chosen stays on the phone until it is sent. */
export interface Draft {
  home: IntakeHome | null;
  personId: string | null;
  /** Somebody else than who lives there. */
  other: boolean;
  name: string;
  channel: string;
  /** Minutes ago, or an instant chosen by the clock; null is just now. */
  saidAt: string | null;
  place: 'home' | 'public';
  where: string;
  category: string;
  worse: boolean;
  danger: boolean;
  words: string;
}

const NAME = 'draft.intake';
/** Nothing of a matter is known yet. */
export const EMPTY: Draft = {
  home: null,
  personId: null,
  other: false,
  name: '',
  channel: '',
  saidAt: null,
  place: 'home',
  where: '',
  category: '',
  worse: false,
  danger: false,
  words: '',
};

function before(first: Partial<Draft>): Draft {
  try {
    return { ...EMPTY, ...first, ...(JSON.parse(kept(NAME) || '{}') as Partial<Draft>) };
  } catch {
    return { ...EMPTY, ...first };
  }
}

/** @param first what is likely from the start */
export function useIntakeDraft(first: Partial<Draft>) {
  const [draft, setDraft] = useState(() => before(first));
  const write = (part: Partial<Draft>) =>
    setDraft((old) => {
      const next = { ...old, ...part };
      keep(NAME, JSON.stringify(next));
      return next;
    });
  return { draft, write, clear: () => keep(NAME, '') };
}

export interface PartProps {
  draft: Draft;
  wrong: (field: string) => boolean;
  onWrite: (part: Partial<Draft>) => void;
}
