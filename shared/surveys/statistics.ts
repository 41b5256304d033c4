import { SATISFACTION, type Satisfaction } from './questionnaires.ts';

/** How often each grade was given. */
export type Grades = Readonly<Partial<Record<Satisfaction, number>>>;

/** From this grade on somebody is satisfied (readings 33). */
const SATISFIED_FROM = 4;

/** A share of those who answered a question. */
export interface Rate {
  /** How many answered it. */
  valid: number;
  satisfied: number;
  /** In percent, to one decimal; null where nobody answered. */
  percent: number | null;
  /** Half the width of its 95 % interval, in points, rounded up; null where too few answered to say. */
  margin: number | null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const DECIMALS = 10;
const NORMAL_95 = 1.96;
/** Below this the interval says nothing anybody could use. */
const LEAST_FOR_MARGIN = 5;

/** Half the 95 % interval of a share, in points, for `n` drawn from `of` without putting back: whoever asked all has none. */
function marginOf(share: number, n: number, of: number): number | null {
  if (n < LEAST_FOR_MARGIN) return null;
  if (n >= of) return 0;
  const spread = Math.sqrt(((share * (1 - share)) / n) * ((of - n) / (of - 1)));
  return Math.ceil(NORMAL_95 * spread * 100);
}

/** How many homes a rate speaks for, and how many of them were heard; several answers of one home are one voice. */
export interface Heard {
  of: number;
  asked: number;
}

/** Readings 33: satisfied answers of those that were given; whoever left it out is not counted. @param homes without them it has no interval */
export function satisfactionRate(grades: Grades, homes?: Heard): Rate {
  const counts = Object.entries(grades).map(([grade, count]) => ({ grade: Number(grade), count: count ?? 0 }));
  const satisfied = sum(counts.filter(({ grade }) => grade >= SATISFIED_FROM).map(({ count }) => count));
  const valid = sum(counts.map(({ count }) => count));
  if (valid === 0) return { valid, satisfied, percent: null, margin: null };
  return {
    valid,
    satisfied,
    percent: Math.round((satisfied / valid) * 100 * DECIMALS) / DECIMALS,
    margin: homes ? marginOf(satisfied / valid, Math.min(valid, homes.asked), homes.of) : null,
  };
}

/** The grades of several questions together: how satisfied people are on the whole. */
export function together(all: readonly Grades[]): Grades {
  const grades: Partial<Record<Satisfaction, number>> = {};
  for (const one of all)
    for (const [grade, count] of Object.entries(one)) grades[Number(grade) as Satisfaction] = (grades[Number(grade) as Satisfaction] ?? 0) + count;
  return grades;
}

/** Fewer behind a cell than this could be told from it: it is shown to nobody, and of a building so few are not kept apart. */
export const LEAST_SHOWN = 5;

/** A cell of a table: how many stand behind it. */
export interface Cell {
  name: string;
  count: number;
}

/**
 * Which cells are shown: none under `least`, and where what is hidden could be told from the rest and their sum, the smallest of the others neither.
 * @returns the names of those shown, in the order given
 */
export function shownCells(cells: readonly Cell[], least: number): string[] {
  const small = cells.filter(({ count }) => count > 0 && count < least);
  const rest = cells.filter(({ count }) => count >= least).sort((a, b) => a.count - b.count);
  const hidden = [...small];
  // One hidden cell is the sum less the others; several that hold fewer than `least` together say as much.
  while (hidden.length > 0 && rest.length > 0 && (hidden.length === 1 || sum(hidden.map(({ count }) => count)) < least)) hidden.push(rest.shift()!);
  return cells.filter((cell) => cell.count > 0 && !hidden.includes(cell)).map(({ name }) => name);
}

/** How often a grade was given; null where it could be told who gave it. */
export interface GradeShown {
  grade: Satisfaction;
  label: string;
  count: number | null;
}

/** The grades of a field from the best to the worst. How many are satisfied is known, and how many are not: in neither of the two may one be told from the rest. */
export function shownGrades(grades: Grades, least: number): GradeShown[] {
  const all = Object.keys(SATISFACTION).map((code) => Number(code) as Satisfaction);
  const ofHalf = (half: readonly Satisfaction[]) => {
    const cells = half.map((grade) => ({ name: String(grade), count: grades[grade] ?? 0 }));
    const shown = shownCells(cells, least);
    const hidesOne = cells.some(({ name, count }) => count > 0 && !shown.includes(name));
    return cells.map(({ name, count }) => ({ name, count: shown.includes(name) || (count === 0 && !hidesOne) ? count : null }));
  };
  const counted = [...ofHalf(all.filter((grade) => grade >= SATISFIED_FROM)), ...ofHalf(all.filter((grade) => grade < SATISFIED_FROM))];
  return all
    .sort((a, b) => b - a)
    .map((grade) => ({ grade, label: SATISFACTION[grade], count: counted.find(({ name }) => name === String(grade))?.count ?? null }));
}

/** Whether what came back speaks for all (S3, Z5). */
export const isReturned = (returned: number, issued: number, percent: number): boolean => returned * 100 >= issued * percent;
