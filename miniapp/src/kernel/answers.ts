import { serverNow } from './clock.ts';
import { forgetAll, keep, kept, namesKept } from './keep.ts';

/** So many answers stay on the phone, the newest. */
const KEPT_ANSWERS = 16;

interface KeptAnswer<T> {
  at: string;
  value: T;
  /** The contract it came by: after an update a page could not read what an older one had. */
  by: string;
}

/** An answer the phone still has, and when it came. */
export function keptAnswer<T>(name: string): KeptAnswer<T> | null {
  try {
    const found = JSON.parse(kept(`answer.${name}`) || 'null') as KeptAnswer<T> | null;
    return found && typeof found.at === 'string' && found.by === CONTRACT && found.value ? found : null;
  } catch {
    return null;
  }
}

/** Keeps an answer for when nothing answers; the oldest makes room. */
export function keepAnswer(name: string, value: unknown): void {
  keep(`answer.${name}`, JSON.stringify({ at: serverNow().toISOString(), value, by: CONTRACT } satisfies KeptAnswer<unknown>));
  const names = namesKept('answer.');
  if (names.length <= KEPT_ANSWERS) return;
  const byAge = names.map((one) => ({ one, at: keptAnswer(one.slice('answer.'.length))?.at ?? '' })).sort((a, b) => a.at.localeCompare(b.at));
  for (const { one } of byAge.slice(0, names.length - KEPT_ANSWERS)) keep(one, '');
}

export const forgetAnswer = (name: string) => keep(`answer.${name}`, '');
export const forgetAnswers = () => forgetAll('answer.');
