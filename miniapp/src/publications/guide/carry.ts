import { keep, kept } from '../../kernel/keep.ts';

/** Carries what was looked for to 有话想说, below what is being written there already. */
export function carryWords(typed: string): void {
  const words = typed.trim();
  const before = kept('draft.speak');
  if (words !== '' && !before.includes(words)) keep('draft.speak', before === '' ? words : `${before}\n${words}`);
  if (kept('draft.speak-kind') === '') keep('draft.speak-kind', JSON.stringify('enquiry'));
}
