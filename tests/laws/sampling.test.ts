import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DRAW_TOLD } from '../../shared/draws/told.ts';
import { apportion, drawFrom, type Framed, numbersFrom, shareOf } from '../../shared/kernel/sampling.ts';
import type { TicketState } from '../../shared/tickets/ticket.ts';

const seedOf = (n: number) => createHash('sha256').update(`seed ${n}`).digest('hex').slice(0, 32);
const frameOf = (...sizes: number[]): Framed[] =>
  sizes.flatMap((size, part) => Array.from({ length: size }, (_, index) => ({ id: `${part}-${index}`, stratum: `栋${part}` })));
const drawnOf = (frame: readonly Framed[], seed: string, size: number) => drawFrom(frame, seed, size).filter(({ drawn }) => drawn);

test('chance is the generator everybody knows: its first numbers from 1, 2, 3, 4', () => {
  const next = numbersFrom('00000001000000020000000300000004');
  expect(Array.from({ length: 7 }, next)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034]);
});

test('a share is rounded up, one at least where there is any, never more than there are', () => {
  expect([shareOf(0, 20), shareOf(1, 20), shareOf(5, 20), shareOf(6, 20), shareOf(300, 30), shareOf(3, 100)]).toEqual([0, 1, 1, 2, 90, 3]);
});

test('parts get their share by the largest remainder: the sum is exact, nobody is a whole one away from their proportion', () => {
  expect(apportion([53, 24, 23], 10)).toEqual([5, 3, 2]);
  expect(apportion([1, 1, 1], 2)).toEqual([1, 1, 0]);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 30 }), fc.nat({ max: 100 }), (sizes, percent) => {
      const whole = sizes.reduce((sum, one) => sum + one, 0);
      const total = shareOf(whole, percent);
      const given = apportion(sizes, total);
      expect(given.reduce((sum, one) => sum + one, 0)).toBe(total);
      given.forEach((one, index) => {
        expect(one).toBeLessThanOrEqual(sizes[index]!);
        if (whole > 0) expect(Math.abs(one - (sizes[index]! * total) / whole)).toBeLessThan(1);
      });
    }),
  );
});

test('a draw takes so many of each part, is the same for the same seed however the frame is sorted, and another for another', () => {
  const frame = frameOf(40, 60, 100);
  const draw = drawFrom(frame, seedOf(1), 60);
  expect(['栋0', '栋1', '栋2'].map((part) => draw.filter(({ stratum, drawn }) => stratum === part && drawn).length)).toEqual([12, 18, 30]);
  expect(draw.map(({ id }) => id).sort()).toEqual(frame.map(({ id }) => id).sort());
  expect(drawFrom([...frame].reverse(), seedOf(1), 60)).toEqual(draw);
  expect(drawFrom(frame, seedOf(2), 60)).not.toEqual(draw);
});

test('every home is as likely as another, and every pair: within five standard errors over two thousand seeds', () => {
  const frame = frameOf(10, 20, 30);
  const rounds = 2_000;
  const size = 18;
  const seen = new Map<string, number>();
  let together = 0;
  for (let n = 0; n < rounds; n += 1) {
    const ids = drawnOf(frame, seedOf(n), size).map(({ id }) => id);
    for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1);
    if (ids.includes('2-0') && ids.includes('2-1')) together += 1;
  }
  const share = size / frame.length;
  const error = Math.sqrt(rounds * share * (1 - share));
  const off = frame.map(({ id }) => Math.abs((seen.get(id) ?? 0) - rounds * share) / error);
  expect(Math.max(...off)).toBeLessThan(5);
  const pair = (9 * 8) / (30 * 29);
  expect(Math.abs(together - rounds * pair) / Math.sqrt(rounds * pair * (1 - pair))).toBeLessThan(5);
  // The measure sees a home that is favoured: were it drawn in every second round, it would lie far outside.
  expect(Math.abs(rounds * 0.5 - rounds * share) / error).toBeGreaterThan(5);
});

test('a call that was ended leaves what another draw of the same order owes; whoever was asked was asked for both', () => {
  const twice = { drawnFor: ['weekly_visit', 'quality_visit', 'weekly_visit'] } as unknown as TicketState;
  const after = (did: 'visit_ended' | 'weekly_visited') => DRAW_TOLD[did]!(twice, { facts: { what: 'weekly_visit' } } as never).drawnFor;
  expect(after('visit_ended')).toEqual(['quality_visit', 'weekly_visit']);
  expect(after('weekly_visited')).toEqual(['quality_visit']);
});
