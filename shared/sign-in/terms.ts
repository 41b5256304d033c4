import { type Dated, inForce } from '../kernel/rules.ts';
import { DAY, isoDay, MINUTE } from '../kernel/time.ts';

/** What a stranger, a colleague, somebody of a family, or whoever sets a company up, is given for a while. */
export interface SignInTerm extends Dated {
  what: 'pass' | 'invitation' | 'family' | 'setUp';
  lasts: { minutes: number } | { days: number };
  clause: string;
}

// How long what leads to a binding is good for. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const SIGN_IN_TERMS: readonly SignInTerm[] = [
  { what: 'pass',       lasts: { minutes: 10 }, clause: 'A1', since: '2026-01-01' },
  { what: 'invitation', lasts: { days: 7 },     clause: 'A1', since: '2026-01-01' },
  { what: 'family',     lasts: { days: 3 },     clause: 'A1', since: '2026-01-01' },
  { what: 'setUp',      lasts: { days: 7 },     clause: 'A1', since: '2026-01-01' },
];

/** How long one given today is good, in words. */
export function sayTerm(what: SignInTerm['what']): string {
  const { lasts } = SIGN_IN_TERMS.filter((row) => row.what === what).reverse()[0]!;
  return 'minutes' in lasts ? `${lasts.minutes} 分钟` : `${lasts.days} 天`;
}

/** Until when a pass or an invitation given at `now` is good. */
export function goodUntil(what: SignInTerm['what'], now: Date): Date {
  const row = inForce(SIGN_IN_TERMS, isoDay(now), (one) => one.what).find((one) => one.what === what);
  if (!row) throw new Error(`no term of ${what} is in force`);
  const { lasts } = row;
  return new Date(now.getTime() + ('minutes' in lasts ? lasts.minutes * MINUTE : lasts.days * DAY));
}
