import { useState } from 'react';
import type { IntakeHome } from '../../../../shared/contract/intake.ts';
import { channelOf } from '../../../../shared/intake/channels.ts';
import { keep, kept } from '../../kernel/keep.ts';

/** A matter being taken down; what is chosen stays on the phone until it is sent. */
export interface Draft {
  home: IntakeHome | null;
  personId: string | null;
  /** Somebody else than who lives there. */
  other: boolean;
  name: string;
  /** Nobody said who they are; then at which estate. */
  unnamed: boolean;
  officeId: string | null;
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
  unnamed: false,
  officeId: null,
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

/** Whom it is from, as it is sent. */
export const fromWhom = ({ home, personId, name, unnamed, officeId }: Pick<Draft, 'home' | 'personId' | 'name' | 'unnamed' | 'officeId'>) =>
  unnamed ? { unnamed, ...(officeId ? { officeId } : {}) } : { ...(home ? { homeId: home.id } : {}), ...(personId ? { personId } : { name }) };

/** How a matter came, where the page was opened from there: out of the suggestion box, off the notice board (I13). */
export const cameBy = (channel: string | undefined): Partial<Draft> => (channel && channelOf(channel) ? { channel } : {});

/** @param first what is likely from the start @param channel how it came, where that is known */
export function useIntakeDraft(first: Partial<Draft>, channel?: string) {
  const [draft, setDraft] = useState(() => ({ ...before(first), ...cameBy(channel) }));
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
