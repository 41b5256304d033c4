import { useState } from 'react';
import { keep, kept } from '../../kernel/keep.ts';

const REMEMBERED = 5;
const read = (): string[] => kept('searches').split('\n').filter(Boolean);

/** The last five searches, on this phone only, until somebody signs out or clears them. */
export function useRecent(): { recent: string[]; remember: (query: string) => void; forget: () => void } {
  const [recent, setRecent] = useState(read);
  const write = (next: string[]) => {
    keep('searches', next.join('\n'));
    setRecent(next);
  };
  const remember = (query: string) => write([query, ...read().filter((one) => one !== query)].slice(0, REMEMBERED));
  return { recent, remember, forget: () => write([]) };
}
