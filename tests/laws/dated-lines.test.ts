import { expect, test } from '@jest/globals';
import { beginningAfter, type DatedLine, standingOn } from '../../shared/kernel/dated-lines.ts';

/** Lines that count how often anybody looks which item they are of. */
function counted(size: number): { lines: DatedLine[]; looks: () => number } {
  let looks = 0;
  const lines = Array.from({ length: size }, (_, index) => ({
    id: String(index).padStart(6, '0'),
    get item() {
      looks += 1;
      return `item-${Math.floor(index / 3)}`;
    },
    withdrawn: index % 3 === 1 && index % 2 === 0,
    from: ['2026-01-01', '2026-02-01', '2026-04-01'][index % 3]!,
  }));
  return { lines, looks: () => looks };
}

test('twice the price list is twice the work, not four times', () => {
  const [small, large] = [counted(300), counted(600)];
  standingOn(small.lines, '2026-03-01');
  standingOn(large.lines, '2026-03-01');
  expect(large.looks()).toBeLessThanOrEqual(2 * small.looks());
});

test('of each item the last line that has begun stands, with what begins next; of one day the last that was written', () => {
  const line = (id: string, item: string, from: string, withdrawn = false): DatedLine => ({ id, item, from, withdrawn });
  const lines = [
    line('1', 'tap', '2026-01-01'),
    line('5', 'tap', '2026-05-01'),
    line('2', 'tap', '2026-02-01'),
    line('3', 'tap', '2026-02-01'),
    line('4', 'tap', '2026-04-01'),
    line('6', 'tap', '2026-04-01'),
    line('7', 'hose', '2026-01-01'),
    line('8', 'hose', '2026-02-01', true),
    line('9', 'lamp', '2026-04-01'),
  ];
  expect(standingOn(lines, '2026-03-01').map((one) => [one.line.id, one.next?.id])).toEqual([['3', '6']]);
  expect(beginningAfter(lines, '2026-03-01').map((one) => one.id)).toEqual(['9']);
});
