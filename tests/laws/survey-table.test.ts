import { describe, expect, test } from '@jest/globals';
import { LEAST_SHOWN, shownGrades } from '../../shared/surveys/statistics.ts';

const counts = (five: number, four: number, three: number, two: number, one: number) =>
  shownGrades({ 5: five, 4: four, 3: three, 2: two, 1: one }, LEAST_SHOWN).map(({ count }) => count);

/** What whoever knows how many were satisfied, and how many were not, can reckon of what is hidden. */
function reckoned(told: readonly (number | null)[], true_: readonly number[]): number[] {
  return [
    [0, 1],
    [2, 3, 4],
  ].flatMap((half) => {
    const hidden = half.filter((at) => told[at] === null);
    if (hidden.length === 0) return [];
    const sum = hidden.reduce((total, at) => total + true_[at]!, 0);
    return hidden.length === 1 ? [sum] : [];
  });
}

describe('手册 S4 满意率表里每一档几户：认不出是谁', () => {
  test('five and more of a grade are shown, from the best to the worst', () => {
    expect(counts(20, 10, 9, 6, 5)).toEqual([20, 10, 9, 6, 5]);
    expect(counts(20, 0, 9, 0, 0)).toEqual([20, 0, 9, 0, 0]);
    expect(shownGrades({}, LEAST_SHOWN).map(({ label }) => label)).toEqual(['很满意', '满意', '一般', '不满意', '很不满意']);
  });

  test('fewer are not, nor what would tell them: the next smallest, and a nought beside them', () => {
    expect(counts(20, 3, 9, 6, 5)).toEqual([null, null, 9, 6, 5]);
    expect(counts(20, 10, 20, 6, 3)).toEqual([20, 10, 20, null, null]);
    expect(counts(20, 10, 3, 0, 0)).toEqual([20, 10, null, null, null]);
    expect(counts(20, 10, 20, 2, 2)).toEqual([20, 10, null, null, null]);
  });

  test('of all small tables none lets a hidden grade be reckoned', () => {
    const some = [0, 1, 4, 5, 6, 30];
    for (const five of some)
      for (const four of some)
        for (const three of some)
          for (const two of some)
            for (const one of some) {
              const all = [five, four, three, two, one];
              const told = counts(five, four, three, two, one);
              expect([all, reckoned(told, all)]).toEqual([all, []]);
              expect([all, told.filter((count) => count !== null && count > 0 && count < LEAST_SHOWN)]).toEqual([all, []]);
            }
    // One grade hidden alone is reckoned from the rest.
    expect(reckoned([20, null, 9, 6, 5], [20, 3, 9, 6, 5])).toEqual([3]);
  });
});
