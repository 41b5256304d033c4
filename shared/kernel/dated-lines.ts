/** One dated line of something an office publishes, append-only: a change is a new line of the same item, and so is its end. */
export interface DatedLine {
  id: string;
  item: string;
  withdrawn: boolean;
  /** The first day it holds, in Shanghai. */
  from: string;
}

/** The later of two lines of an item: by its day, then by when it was written (ids stand in that order). */
const laterOf = <Line extends DatedLine>(a: Line, b: Line): Line => (b.from > a.from || (b.from === a.from && b.id > a.id) ? b : a);

/** Of an item: the last line that has begun, and the first that begins next. */
interface Item<Line> {
  begun: Line | null;
  next: Line | null;
}

const later = <Line extends DatedLine>(a: Line | null, b: Line): Line => (a ? laterOf(a, b) : b);
/** The soonest to begin; of one day's, the last that was written. */
const sooner = <Line extends DatedLine>(a: Line | null, b: Line): Line => (a === null || b.from < a.from ? b : b.from === a.from ? laterOf(a, b) : a);

/** A list as it stands on a day: of each item the last line that has begun, unless that ends it; and what begins next. Each line is looked at once. */
export function standingOn<Line extends DatedLine>(lines: readonly Line[], day: string): { line: Line; next: Line | null }[] {
  const items = new Map<string, Item<Line>>();
  for (const line of lines) {
    const { begun, next } = items.get(line.item) ?? { begun: null, next: null };
    items.set(line.item, line.from <= day ? { begun: later(begun, line), next } : { begun, next: sooner(next, line) });
  }
  return [...items.values()].flatMap(({ begun, next }) => (!begun || begun.withdrawn ? [] : [{ line: begun, next }]));
}

/** Items that begin later and do not stand yet. */
export function beginningAfter<Line extends DatedLine>(lines: readonly Line[], day: string): Line[] {
  const standing = new Set(standingOn(lines, day).map(({ line }) => line.item));
  return lines.filter((line) => line.from > day && !line.withdrawn && !standing.has(line.item));
}
