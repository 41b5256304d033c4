import { useEffect, useRef, useState } from 'react';
import type { GuideEntry } from '../../../shared/contract/guide.ts';
import type { GuideSection } from '../../../shared/guide/sections.ts';
import { countWords } from '../../../shared/kernel/words.ts';
import { api } from './api.ts';
import { isAway } from './network.ts';
import { usePages } from './pages.ts';
import { useRested } from './rested.ts';

/** Fewer characters say too little of what is asked. */
const ENOUGH = 4;

/** The guide of one estate, found as one types; as a whole it is kept for when nothing answers. */
export function useGuide(firstOffice: string | undefined, show: 'current' | 'withdrawn' = 'current') {
  const [typed, write] = useState('');
  const [section, chooseSection] = useState<GuideSection | null>(null);
  const [officeId, chooseOffice] = useState(firstOffice);
  const q = useRested(typed.trim());
  const asked = { ...(officeId ? { officeId } : {}), ...(q ? { q } : {}), ...(section ? { section } : {}), show };
  const isWhole = q === '' && !section && show === 'current';
  const paged = usePages(
    (after) => api.guide(after ? { ...asked, after } : asked),
    JSON.stringify(asked),
    isWhole ? `guide.${officeId ?? ''}` : null,
  );
  return { typed, write, q, section, chooseSection, chooseOffice, paged };
}

/** What of the guide is near to words being written: asked once they rest, one question at a time, and silent where nothing answers. */
export function useNearGuide(officeId: string | undefined, words: string): GuideEntry[] {
  const [found, setFound] = useState<GuideEntry[]>([]);
  const rested = useRested(words.trim());
  const wanted = useRef('');
  const running = useRef(false);
  useEffect(() => {
    wanted.current = officeId && countWords(rested) >= ENOUGH ? rested : '';
    if (wanted.current === '') setFound([]);
    const ask = async () => {
      running.current = true;
      for (let asking = ''; officeId && wanted.current !== '' && wanted.current !== asking && !isAway(); ) {
        asking = wanted.current;
        const near = await api.nearGuide({ officeId, words: asking }).catch(() => null);
        if (near && wanted.current === asking) setFound(near.items);
      }
      running.current = false;
    };
    if (!running.current) void ask();
  }, [officeId, rested]);
  return found;
}
