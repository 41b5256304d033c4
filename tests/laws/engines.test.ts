import { describe, expect, test } from '@jest/globals';
import { named } from '../../shared/kernel/due.ts';
import { nextLookAt, nextSteps, type Promised, settle } from '../../shared/kernel/promises.ts';
import { holdersOf, routeOf } from '../../shared/kernel/routing.ts';
import { inForce } from '../../shared/kernel/rules.ts';
import { checkSetting, SETTINGS, settingsAt } from '../../shared/kernel/settings.ts';
import { atHour, DAY, endOfDayAfter, HOUR, MINUTE, sayLength, sayMoment, serviceMinutesAfter, shanghaiTime } from '../../shared/kernel/time.ts';
import { categoriesFor } from '../../shared/repairs/categories.ts';
import { ticketActions } from '../../shared/tickets/lifecycle.ts';
import { NOTICES } from '../../shared/tickets/notices.ts';

const at = shanghaiTime;

describe('time', () => {
  test('a day deadline ends at 24:00 of the n-th day after, the day itself not counted', () => {
    expect(endOfDayAfter(at('2026-03-02 23:59'), 3)).toEqual(at('2026-03-06 00:00'));
    expect(endOfDayAfter(at('2026-03-02 00:00'), 0)).toEqual(at('2026-03-03 00:00'));
  });
  test('every day of a year is 24 hours long, wherever the machine stands', () => {
    const noon = shanghaiTime('2026-01-01 12:00').getTime();
    for (let day = 0; day < 365; day += 1) {
      const at = new Date(noon + day * DAY);
      expect(endOfDayAfter(at, 2).getTime() - at.getTime()).toBe(2 * DAY + DAY / 2);
      expect(atHour(at, 9).getTime() - at.getTime()).toBe(-3 * HOUR);
      expect(serviceMinutesAfter(at, 15, { opens: 13 * 60, closes: 18 * 60 }).getTime() - at.getTime()).toBe(75 * MINUTE);
    }
  });

  test('service minutes count in opening hours only', () => {
    const hours = { opens: 8 * 60, closes: 18 * 60 };
    expect(serviceMinutesAfter(at('2026-03-02 09:00'), 15, hours)).toEqual(at('2026-03-02 09:15'));
    expect(serviceMinutesAfter(at('2026-03-02 17:50'), 15, hours)).toEqual(at('2026-03-03 08:05'));
    expect(serviceMinutesAfter(at('2026-03-02 22:00'), 15, hours)).toEqual(at('2026-03-03 08:15'));
    expect(serviceMinutesAfter(at('2026-03-02 05:00'), 15, hours)).toEqual(at('2026-03-02 08:15'));
  });
  test('is said as people say it', () => {
    const now = at('2026-03-02 09:00');
    expect(sayMoment(at('2026-03-02 12:20'), now)).toBe('今天 12:20');
    expect(sayMoment(at('2026-03-03 10:20'), now)).toBe('明天 10:20');
    expect(sayMoment(at('2026-03-03 00:00'), now)).toBe('今天 24:00');
    expect(sayMoment(at('2026-03-09 10:20'), now)).toBe('3月9日 周一 10:20');
    expect([sayLength(12 * 60_000), sayLength(80 * 60_000), sayLength(2 * 3_600_000), sayLength(72 * 3_600_000)]).toEqual([
      '12 分',
      '1 小时 20 分',
      '2 小时',
      '3 天',
    ]);
  });
});

describe('routing', () => {
  const rows = [
    { name: 'x', when: (n: number) => n > 10, to: ['director'] as const, clause: 'a', since: '2026-01-01' },
    { name: 'y', when: (n: number) => n > 5, to: ['agent'] as const, clause: 'b', since: '2026-06-01' },
    { name: 'z', when: () => true, to: ['quality'] as const, clause: 'c', since: '2026-01-01' },
  ];
  test('the first row in force that matches wins', () => {
    expect(routeOf(rows, 11, '2026-07-01')?.clause).toBe('a');
    expect(routeOf(rows, 7, '2026-07-01')?.clause).toBe('b');
    expect(routeOf(rows, 7, '2026-05-31')?.clause).toBe('c');
  });
  test('a role nobody holds climbs one level, until somebody does', () => {
    const staff = [
      { person: '郑涛', role: 'director' as const, department: null, atHeadOffice: false },
      { person: '吴桐', role: 'quality' as const, department: null, atHeadOffice: true },
    ];
    expect(holdersOf('technician', staff)).toEqual(['郑涛']);
    expect(holdersOf('agent', staff)).toEqual(['郑涛']);
    expect(holdersOf('director', staff.slice(1))).toEqual(['吴桐']);
    expect(holdersOf('agent', [])).toEqual([]);
  });
});

describe('settings', () => {
  test('are dated: the latest in force, the estate’s before the head office’s', () => {
    const entry = (value: number, office: 'estate' | 'headOffice', from: string) => ({
      key: 'warnAtPercent' as const,
      value,
      office,
      from: at(from),
    });
    const entries = [entry(60, 'headOffice', '2026-01-01 00:00'), entry(50, 'estate', '2026-02-01 00:00'), entry(40, 'estate', '2026-03-01 00:00')];
    expect(settingsAt(entries, at('2025-12-31 00:00')).warnAtPercent).toBe(SETTINGS.warnAtPercent.fallback);
    expect(settingsAt(entries, at('2026-01-15 00:00')).warnAtPercent).toBe(60);
    expect(settingsAt(entries, at('2026-02-15 00:00')).warnAtPercent).toBe(50);
    expect(settingsAt(entries, at('2026-03-01 00:00')).warnAtPercent).toBe(40);
  });
  test('keep their kind and limits', () => {
    expect(checkSetting('urgentDispatchMinutes', 30)).toBe(30);
    for (const value of [0, 61, 1.5, '15', true, null]) expect(() => checkSetting('urgentDispatchMinutes', value)).toThrow('setting/refused');
    expect(checkSetting('supervisorDispatches', true)).toBe(true);
    expect(() => checkSetting('supervisorDispatches', 1)).toThrow('setting/refused');
  });
});

describe('promises', () => {
  const row = {
    rule: 'w',
    what: 'w',
    label: 'w',
    clause: 'R3',
    opens: { began: 'began' },
    due: named,
    keeps: ['done'],
    drops: ['gone'],
    owedBy: 'agent' as const,
    owedTo: 'company' as const,
    ladder: [
      { step: 'warned' as const, after: 'start' as const, percent: 50 },
      { step: 'missed' as const, after: 'due' as const, percent: 0 },
    ],
  };
  const book = {
    rows: [
      { ...row, since: '2026-01-01' },
      { ...row, since: '2026-04-01', owedTo: 'residents' as const },
    ],
    settings: settingsAt([], at('2026-01-01 00:00')),
    openingHours: { opens: 0, closes: 1440 },
  };
  const subject = (when: string) => ({ round: 1, roundBeganAt: at(when), assignee: null, happened: {} });
  const event = (did: string, when: string, facts: Record<string, unknown> = {}) => ({
    id: `${did} ${when}`,
    subject: 's',
    did,
    at: at(when),
    by: null,
    facts,
  });
  const begin = (when: string, dueBy: string) =>
    settle([], event('began', when, { dueBy: at(dueBy).toISOString() }), subject(when), null, book as never);

  test('the newest dated row in force makes the promise; the old one stays with what it made', () => {
    expect(begin('2026-03-31 09:00', '2026-03-31 10:00')).toMatchObject([{ ruleSince: '2026-01-01', owedTo: 'company' }]);
    expect(begin('2026-04-01 09:00', '2026-04-01 10:00')).toMatchObject([{ ruleSince: '2026-04-01', owedTo: 'residents' }]);
    expect(begin('2025-12-31 09:00', '2025-12-31 10:00')).toEqual([]);
  });
  test('a superseded rule opens nothing any more, not even on an event its successor leaves out', () => {
    const rows = [
      { ...row, since: '2026-01-01', opens: { began: 'began', again: 'again' } },
      { ...row, since: '2026-04-01' },
    ];
    const opened = (when: string) =>
      settle([], event('again', when, { dueBy: at('2026-12-31 09:00').toISOString() }), subject(when), null, { ...book, rows } as never);
    expect(opened('2026-03-31 09:00')).toHaveLength(1);
    expect(opened('2026-04-01 09:00')).toEqual([]);
  });
  test('what an event does not touch comes back as the same object', () => {
    const ledger = begin('2026-03-02 09:00', '2026-03-02 10:00');
    expect(settle(ledger, event('other', '2026-03-02 09:10'), subject('2026-03-02 09:00'), null, book as never)[0]).toBe(ledger[0]);
  });
  test('withdrawn before its due time it fell away; after, it was missed all the same', () => {
    const ledger = begin('2026-03-02 09:00', '2026-03-02 10:00');
    const gone = (when: string) => settle(ledger, event('gone', when), subject('2026-03-02 09:00'), null, book as never)[0] as Promised;
    expect([gone('2026-03-02 09:30').withdrawnWhy, gone('2026-03-02 09:30').nextLookAt]).toEqual(['gone', null]);
    expect(gone('2026-03-02 10:01').dueBy < gone('2026-03-02 10:01').withdrawnAt!).toBe(true);
  });
  test('next look and next steps agree: nothing is due before the look, something is at it', () => {
    const [promise] = begin('2026-03-02 09:00', '2026-03-02 10:00') as [Promised];
    const look = nextLookAt(promise)!;
    expect(look).toEqual(at('2026-03-02 09:30'));
    expect(nextSteps(promise, new Date(look.getTime() - 1))).toEqual([]);
    expect(nextSteps(promise, look)).toEqual(['warned']);
    expect(nextSteps(promise, at('2026-03-02 11:00'))).toEqual(['missed']);
  });
});

describe('dated rows', () => {
  const rows = [
    { name: 'a', since: '2026-01-01', n: 1 },
    { name: 'b', since: '2026-01-01', n: 2 },
    { name: 'a', since: '2026-06-01', n: 3 },
  ];
  const on = (day: string) => inForce(rows, day, (row) => row.name).map((row) => row.n);
  test('a successor takes over on its day, one of the future waits', () => {
    expect(on('2025-12-31')).toEqual([]);
    expect(on('2026-05-31')).toEqual([1, 2]);
    expect(on('2026-06-01')).toEqual([2, 3]);
  });
  test('lifecycle, notices and categories ask the same: nothing of them is in force before its date', () => {
    const ticket = { kind: 'repair', status: 'received' } as never;
    expect(ticketActions(ticket, ['resident'], at('2025-12-31 09:00'))).toEqual([]);
    expect(ticketActions(ticket, ['resident'], at('2026-01-01 09:00')).map((row) => row.action)).toEqual(['say', 'urge']);
    expect(categoriesFor('home', '2025-12-31')).toEqual([]);
    expect(routeOf(NOTICES, { did: 'arrived' } as never, '2025-12-31')).toBeUndefined();
  });
});
