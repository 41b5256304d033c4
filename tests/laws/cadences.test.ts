import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dueOf,
  type Every,
  mayStillBeDone,
  nextFullPeriod,
  type Period,
  periodAfter,
  periodAround,
  periodsToOpen,
} from '../../shared/kernel/cadences.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { DAY, isoDay, shanghaiTime, yearsBefore } from '../../shared/kernel/time.ts';

const at = shanghaiTime;
const NOTHING_SET = settingsAt([], at('2026-01-01 00:00'));
const EVERY: readonly Every[] = ['day', 'week', 'month', 'twoMonths', 'quarter', 'halfYear', 'year', { days: 7 }, { days: 5 }, { days: 1 }];
const CALENDAR = EVERY.filter((every) => typeof every === 'string');

/** Any instant of eight years, to the millisecond; New York changes its clocks sixteen times in them. */
const instants = fc.integer({ min: at('2024-01-01 00:00').getTime(), max: at('2032-01-01 00:00').getTime() }).map((ms) => new Date(ms));
const lengths = fc.constantFrom(...EVERY);

const days = ({ from, until }: Pick<Period, 'from' | 'until'>) => (until.getTime() - from.getTime()) / DAY;
const LONGEST: Record<string, [number, number]> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  twoMonths: [59, 62],
  quarter: [90, 92],
  halfYear: [181, 184],
  year: [365, 366],
};

describe('periods tile the calendar', () => {
  test('around any instant of eight years there is one, and it contains it', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...CALENDAR), (now, every) => {
        const around = periodAround(every, now, NOTHING_SET);
        expect(around.from <= now && now < around.until).toBe(true);
        expect(isoDay(around.from)).toBe(around.key);
        expect(days(around)).toBeGreaterThanOrEqual(LONGEST[every as string]![0]);
        expect(days(around)).toBeLessThanOrEqual(LONGEST[every as string]![1]);
      }),
    );
  });

  test('each begins the very instant the one before it ends, for years, and where the calendar says', () => {
    for (const every of EVERY) {
      let period = nextFullPeriod(every, at('2024-01-02 13:00'), NOTHING_SET);
      const keys = new Set<string>();
      while (period.from < at('2029-01-01 00:00')) {
        const next = periodAfter(every, period, NOTHING_SET);
        const isCalendars = typeof every === 'object' || periodAround(every, period.from, NOTHING_SET).until.getTime() === period.until.getTime();
        if (next.from.getTime() !== period.until.getTime() || !Number.isInteger(days(period)) || !isCalendars)
          throw new Error(`${period.key} of ${every}`);
        keys.add(period.key);
        period = next;
      }
      expect([...keys].sort()).toEqual([...keys]);
    }
  });

  test('a week is Monday to Sunday, the forum’s months are pairs, the half-years end in June and December (readings 6)', () => {
    const around = (every: Every, now: string) => {
      const { from, until } = periodAround(every, at(now), NOTHING_SET);
      return [isoDay(from), isoDay(new Date(until.getTime() - 1))];
    };
    expect(around('week', '2026-03-02 00:00')).toEqual(['2026-03-02', '2026-03-08']);
    expect(around('week', '2026-03-08 23:59')).toEqual(['2026-03-02', '2026-03-08']);
    expect(around('twoMonths', '2026-04-30 12:00')).toEqual(['2026-03-01', '2026-04-30']);
    expect(around('quarter', '2026-05-15 12:00')).toEqual(['2026-04-01', '2026-06-30']);
    expect(around('halfYear', '2026-12-31 23:59')).toEqual(['2026-07-01', '2026-12-31']);
    expect(around('year', '2026-01-01 00:00')).toEqual(['2026-01-01', '2026-12-31']);
  });
});

describe('what is to be opened', () => {
  const fresh = (beganAt: Date, last: Period | null = null) => ({ last, beganAt, keptFrom: at('2000-01-01 00:00') });
  const weekly = { every: { days: 'roundEveryDays' } } as const;

  test('a new office begins with the next full period, not the one it was born in (Z17)', () => {
    const opened = (beganAt: string, now: string) =>
      periodsToOpen({ every: 'month' }, fresh(at(beganAt)), at(now), NOTHING_SET).map(({ key }) => key);
    expect(opened('2026-03-02 10:00', '2026-03-31 23:59')).toEqual([]);
    expect(opened('2026-03-02 10:00', '2026-04-01 00:01')).toEqual(['2026-04-01']);
    expect(opened('2026-04-01 00:00', '2026-04-01 00:01')).toEqual(['2026-04-01']);
    expect(periodsToOpen(weekly, fresh(at('2026-03-04 10:00')), at('2026-03-09 00:01'), NOTHING_SET).map(({ key }) => key)).toEqual(['2026-03-09']);
  });

  test('at the very beginning the one before may still be kept, so that the next opens the instant after', () => {
    expect(periodsToOpen({ every: 'day' }, fresh(at('2026-03-02 00:00')), at('2026-03-02 00:00'), NOTHING_SET)).toEqual([]);
  });

  test('after standing still for months every period from the last on is opened, once, in order, bounded by what is kept (Z17)', () => {
    fc.assert(
      fc.property(lengths, instants, fc.integer({ min: 0, max: 1_200 }), fc.integer({ min: 0, max: 4 }), (every, began, stoodDays, years) => {
        const now = new Date(began.getTime() + stoodDays * DAY);
        const keptFrom = yearsBefore(now, years);
        const row = { every };
        const opened = periodsToOpen(row, { last: null, beganAt: began, keptFrom }, now, NOTHING_SET, 100_000);
        const fits = ({ from, until }: Period, index: number) =>
          from >= began && from < now && until > keptFrom && (index === 0 || from.getTime() === opened[index - 1]!.until.getTime());
        expect(opened.filter((period, index) => !fits(period, index))).toEqual([]);
        const last = opened.length > 0 ? opened[opened.length - 1]! : null;
        if (last) {
          expect(last.until >= now).toBe(true);
          expect(periodsToOpen(row, { last, beganAt: began, keptFrom }, now, NOTHING_SET)).toEqual([]);
        }
        // However often somebody looked meanwhile, and however little was opened each time: the same periods.
        const piecemeal: Period[] = [];
        for (let turn = 0; turn <= opened.length; turn += 1) {
          const most = 1 + (turn % 3);
          piecemeal.push(...periodsToOpen(row, { last: piecemeal[piecemeal.length - 1] ?? null, beganAt: began, keptFrom }, now, NOTHING_SET, most));
        }
        expect(piecemeal).toEqual(opened);
      }),
    );
  });

  test('a stricter figure of an estate holds from the next period on, with no gap and no overlap', () => {
    const [first] = periodsToOpen(weekly, fresh(at('2026-03-02 00:00')), at('2026-03-05 00:00'), NOTHING_SET);
    const stricter = { ...NOTHING_SET, roundEveryDays: 3 };
    expect(periodsToOpen(weekly, fresh(at('2026-03-02 00:00'), first), at('2026-03-13 00:00'), stricter).map(({ key }) => key)).toEqual([
      '2026-03-09',
      '2026-03-12',
    ]);
  });

  test('a rule that becomes monthly begins with the first month after what was opened', () => {
    const last = periodAround('week', at('2026-03-18 12:00'), NOTHING_SET);
    expect(periodAfter('month', last, NOTHING_SET).key).toBe('2026-04-01');
  });
});

describe('what a period owes', () => {
  test('is due at 24:00 of its last day, and so many days later with grace', () => {
    const week = periodAround('week', at('2026-03-04 12:00'), NOTHING_SET);
    expect(dueOf({ grace: 0 }, week, NOTHING_SET)).toEqual(week.until);
    expect(dueOf({ grace: 3 }, week, NOTHING_SET)).toEqual(at('2026-03-12 00:00'));
  });

  test('stays missed where only the latest is done, and may be made up late where each is (Z8)', () => {
    const dueBy = at('2026-03-09 00:00');
    const late = new Date(dueBy.getTime() + 1);
    expect([mayStillBeDone({ catchUp: 'latest' }, dueBy, dueBy), mayStillBeDone({ catchUp: 'latest' }, dueBy, late)]).toEqual([true, false]);
    expect(mayStillBeDone({ catchUp: 'each' }, dueBy, late)).toBe(true);
  });
});
