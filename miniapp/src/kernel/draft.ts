import { useState } from 'react';
import { keep, kept } from './keep.ts';

/** Words being written, kept on the phone until they are sent; `forget` is for a page about to close. */
export function useDraft(name: string): [words: string, write: (words: string) => void, forget: () => void] {
  const [words, setWords] = useState(() => kept(`draft.${name}`));
  return [
    words,
    (next) => {
      setWords(next);
      keep(`draft.${name}`, next);
    },
    () => keep(`draft.${name}`, ''),
  ];
}
