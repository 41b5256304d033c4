/** The generator's state is so many words of 32 bits. */
const WORDS = 4;

/** Sixteen bytes drawn by whoever may draw chance, as 32 hexadecimal digits. */
export type Seed = string;

/** What may be drawn, and the part of the estate it stands for; a draw without parts has one. */
export interface Framed {
  id: string;
  stratum: string;
}

/** One line of a draw: where it stands in the order of its part, and whether it was drawn at first. Those behind stand in, in this order. */
export interface Placed extends Framed {
  place: number;
  drawn: boolean;
}

/** Numbers below 2³² from a seed: xoshiro128**, which anybody can write down again. */
export function numbersFrom(seed: Seed): () => number {
  const words = Array.from({ length: WORDS }, (_, index) => Number.parseInt(seed.slice(index * 8, index * 8 + 8), 16) >>> 0);
  // All zeros would stay zeros for ever.
  if (!words.some(Boolean)) words[0] = 1;
  const turned = (word: number, by: number) => ((word << by) | (word >>> (32 - by))) >>> 0;
  return () => {
    const [first, second, third, fourth] = words as [number, number, number, number];
    const result = Math.imul(turned(Math.imul(second, 5) >>> 0, 7), 9) >>> 0;
    const shifted = (second << 9) >>> 0;
    const next = [first, second, third ^ first, fourth ^ second] as [number, number, number, number];
    words[1] = (next[1] ^ next[2]) >>> 0;
    words[0] = (next[0] ^ next[3]) >>> 0;
    words[2] = (next[2] ^ shifted) >>> 0;
    words[3] = turned(next[3] >>> 0, 11);
    return result;
  };
}

/** A number below `count`, each as likely: what would make some likelier is drawn again. */
function below(next: () => number, count: number): number {
  const most = 2 ** 32 - (2 ** 32 % count);
  for (;;) {
    const drawn = next();
    if (drawn < most) return drawn % count;
  }
}

/** Every order as likely as another (Fisher and Yates). */
function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = below(next, last + 1);
    [order[last], order[chosen]] = [order[chosen]!, order[last]!];
  }
  return order;
}

/** How many are asked of so many: rounded up, at least one if there is any (readings 38, 39). @param percent of a hundred */
export const shareOf = (count: number, percent: number): number => Math.min(count, Math.ceil((count * percent) / 100));

/**
 * How many of each part are drawn of a whole, in proportion, by the largest remainder; a tie goes to whichever stands first. No part gives more than it has.
 * @param sizes what each part has
 */
export function apportion(sizes: readonly number[], total: number): number[] {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (whole === 0) return sizes.map(() => 0);
  const exact = sizes.map((size) => (size * total) / whole);
  const given = exact.map(Math.floor);
  const left = total - given.reduce((sum, one) => sum + one, 0);
  const byRemainder = sizes.map((_, index) => index).sort((a, b) => exact[b]! - given[b]! - (exact[a]! - given[a]!) || a - b);
  for (const index of byRemainder.slice(0, left)) given[index]! += 1;
  return given;
}

/**
 * A draw: every line of the frame in the order it may be asked in, part by part. The same frame and seed give the same draw, whoever asks and however the frame is sorted.
 * @param size how many are drawn of the whole, in proportion to its parts
 */
export function drawFrom(frame: readonly Framed[], seed: Seed, size: number): Placed[] {
  const next = numbersFrom(seed);
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const strata = [...new Set(frame.map(({ stratum }) => stratum))].sort(byName);
  const parts = strata.map((stratum) => frame.filter((one) => one.stratum === stratum).sort((a, b) => byName(a.id, b.id)));
  const drawn = apportion(
    parts.map((part) => part.length),
    size,
  );
  return parts.flatMap((part, index) => shuffled(part, next).map((one, place) => ({ ...one, place, drawn: place < drawn[index]! })));
}
