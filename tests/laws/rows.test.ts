import { describe, expect, test } from '@jest/globals';
import { APPROVAL_PROMISES, APPROVALS } from '../../shared/approvals/approvals.ts';
import { ERRAND_PROMISES } from '../../shared/errands/promises.ts';
import { ERRAND_ROWS } from '../../shared/errands/rows.ts';
import { PROBLEMS } from '../../shared/kernel/problem.ts';
import { SETTINGS } from '../../shared/kernel/settings.ts';
import { LIMITS } from '../../shared/limits/limits.ts';
import { clauseWords } from '../../shared/manual/clauses.ts';
import { TEMPLATES } from '../../shared/messages/templates.ts';
import { categoriesFor, REPAIR_CATEGORIES } from '../../shared/repairs/categories.ts';
import { REPAIR_PROMISES } from '../../shared/repairs/promises.ts';
import { RETENTION } from '../../shared/retention/retention.ts';
import { ACTIONS } from '../../shared/tickets/actions.ts';
import { LIFECYCLE, staysInside } from '../../shared/tickets/lifecycle.ts';
import { NOTICES } from '../../shared/tickets/notices.ts';
import { TICKET_EVENTS } from '../../shared/tickets/ticket.ts';
import { filesOf, textOf } from './sources.ts';

const DAY = /^20\d\d-\d\d-\d\d$/;

/** What keeps a dated table from being one: a row without a date, or an older row below its successor. */
function disorder(rows: readonly { since: string; name: string }[]): string[] {
  return rows.flatMap((row, index) => {
    const earlier = rows.slice(0, index).findLast((other) => other.name === row.name);
    return [
      ...(DAY.test(row.since) ? [] : [`${row.name} has no date`]),
      ...(earlier && earlier.since >= row.since ? [`${row.name} stands below its successor, or beside its twin`] : []),
    ];
  });
}

/** Statuses nothing leads to, and statuses nothing leads out of. */
function deadEnds(rows: readonly { from: readonly string[]; to: string | null }[], last: readonly string[]): string[] {
  const reached = new Set(['received']);
  for (let grown = true; grown; ) {
    const next = rows.filter((row) => row.to && row.from.some((from) => reached.has(from)) && !reached.has(row.to)).map((row) => row.to as string);
    for (const status of next) reached.add(status);
    grown = next.length > 0;
  }
  const named = new Set(rows.flatMap((row) => [...row.from, ...(row.to ? [row.to] : [])]));
  const stuck = [...reached].filter(
    (status) => !last.includes(status) && !rows.some((row) => row.to && row.to !== status && row.from.includes(status)),
  );
  return [
    ...[...named].filter((status) => !reached.has(status)).map((status) => `${status} is never reached`),
    ...stuck.map((status) => `${status} leads nowhere`),
  ];
}

describe('rows', () => {
  test('are dated, and a successor stands below what it follows', () => {
    expect(disorder(REPAIR_PROMISES.map((row) => ({ since: row.since, name: row.rule })))).toEqual([]);
    expect(disorder(REPAIR_CATEGORIES.map((row) => ({ since: row.since, name: row.code })))).toEqual([]);
    expect(disorder(LIFECYCLE.map((row) => ({ since: row.since, name: row.name ?? row.action })))).toEqual([]);
    expect(disorder(NOTICES)).toEqual([]);
    expect(disorder(RETENTION.map((row) => ({ since: row.since, name: row.what })))).toEqual([]);
    expect(disorder(TEMPLATES)).toEqual([]);
    expect(disorder(APPROVALS.map((row) => ({ since: row.since, name: row.document })))).toEqual([]);
    expect(disorder(ERRAND_PROMISES.map((row) => ({ since: row.since, name: row.rule })))).toEqual([]);
    expect(disorder(ERRAND_ROWS.map((row) => ({ since: row.since, name: row.name ?? row.action })))).toEqual([]);
    expect(disorder(APPROVAL_PROMISES.map((row) => ({ since: row.since, name: row.rule })))).toEqual([]);
    expect(disorder(LIMITS.map((row) => ({ since: row.since, name: row.what })))).toEqual([]);
    expect(
      disorder([
        { since: '2026-06-01', name: 'a' },
        { since: '2026-01-01', name: 'a' },
      ]),
    ).toHaveLength(1);
    expect(disorder([{ since: '', name: 'a' }])).toHaveLength(1);
  });

  test('cite clauses that can be read in the app', () => {
    const cited = [
      ...REPAIR_PROMISES,
      ...LIFECYCLE,
      ...NOTICES,
      ...REPAIR_CATEGORIES,
      ...RETENTION,
      ...TEMPLATES,
      ...APPROVALS,
      ...APPROVAL_PROMISES,
      ...ERRAND_PROMISES,
      ...ERRAND_ROWS,
      ...Object.values(SETTINGS),
      ...LIMITS.filter((row) => row.clause !== '[ours]'),
    ].map((row) => row.clause);
    expect(cited.length).toBeGreaterThan(40);
    expect(cited.filter((clause) => clauseWords(clause, new Date(0)) === null)).toEqual([]);
  });

  test('promises are opened, kept and dropped by events that exist', () => {
    const named = REPAIR_PROMISES.flatMap((row) => [...Object.keys(row.opens), ...Object.values(row.opens), ...row.keeps, ...row.drops]);
    expect(named.filter((did) => !(TICKET_EVENTS as readonly string[]).includes(did as string))).toEqual([]);
    for (const row of REPAIR_PROMISES) expect(row.keeps.length).toBeGreaterThan(0);
  });

  test('every action leads to events that exist, and whatever leads to the same event leaves the ticket in the same place', () => {
    const apart = (rows: readonly { does: readonly string[]; to: string | null; clears?: readonly string[]; kinds: readonly string[] }[]) =>
      rows.filter((row) =>
        rows.some(
          (other) =>
            other.kinds.some((kind) => row.kinds.includes(kind)) &&
            other.does.some((did) => row.does.includes(did)) &&
            (other.to !== row.to || String(other.clears) !== String(row.clears)),
        ),
      );
    expect(LIFECYCLE.flatMap((row) => row.does).filter((did) => !TICKET_EVENTS.includes(did))).toEqual([]);
    // Looking at a number moves nothing; it is on record beside the history (A1). A rework is a ticket of its own (R6), and a work notice a publication of its own (R7).
    expect([...new Set(LIFECYCLE.filter((row) => row.does.length === 0).map((row) => row.action))].sort()).toEqual(['announce', 'reveal', 'rework']);
    expect(apart(LIFECYCLE)).toEqual([]);
    const arrives = { does: ['arrived'], to: 'on_site', kinds: ['repair'] };
    expect(apart([arrives, { ...arrives, to: null }])).toHaveLength(2);
  });

  test('every row says who reads what is written with it, and all rows of an action say the same', () => {
    const undecided = (rows: readonly { action: string; readBy?: string }[]) =>
      rows.filter(
        (row) =>
          (row.readBy !== 'everybody' && row.readBy !== 'colleagues') || rows.some((one) => one.action === row.action && one.readBy !== row.readBy),
      );
    expect(undecided(LIFECYCLE)).toEqual([]);
    // A slip, a note, why it came back, what was answered or seen among colleagues, what was used, and how it was sorted: residents read none of these.
    expect(ACTIONS.filter(staysInside)).toEqual([
      'handOver',
      'answerClaim',
      'confirmPublic',
      'reclassify',
      'note',
      'handBack',
      'flag',
      'spend',
      'sort',
      'becomeComplaint',
      'point',
      'escalate',
      'letIn',
      'setPlan',
      'stepDone',
      'recordCause',
      'review',
      'callMajor',
      'reportMajor',
      'issueBulletin',
      'tellCommittee',
      'answerUnnamed',
      'recordNoContact',
    ]);
    expect(undecided([{ action: 'note' }])).toHaveLength(1);
    const note = { action: 'note', readBy: 'colleagues' };
    expect(undecided([note, { ...note, readBy: 'everybody' }])).toHaveLength(2);
  });

  test('the lifecycle reaches every status and gets stuck in none', () => {
    expect(deadEnds(LIFECYCLE, ['closed', 'cancelled'])).toEqual([]);
    expect(deadEnds([{ from: ['received'], to: 'dispatched' }], ['closed'])).toEqual(['dispatched leads nowhere']);
    expect(
      deadEnds(
        [
          { from: ['nowhere'], to: 'closed' },
          { from: ['received'], to: 'closed' },
        ],
        ['closed'],
      ),
    ).toEqual(['nowhere is never reached']);
  });

  test('a report form shows nine tiles at most, and 其他 last', () => {
    for (const place of ['home', 'public'] as const) {
      const tiles = categoriesFor(place);
      expect(tiles.length).toBeLessThanOrEqual(9);
      expect(tiles.at(-1)?.code).toBe('other');
    }
  });

  test('every Problem has a Chinese title that says what to do, and every thrown code is one', () => {
    for (const { title, status } of Object.values(PROBLEMS)) {
      expect(title).toMatch(/[\u4e00-\u9fff]{4}/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
    const thrown = [...filesOf('shared'), ...filesOf('api'), ...filesOf('db')].flatMap((file) =>
      [...textOf(file).matchAll(/new Problem\(\s*'([^']+)'/g)].map((match) => match[1]!),
    );
    expect(thrown.length).toBeGreaterThan(20);
    expect(thrown.filter((code) => !(code in PROBLEMS))).toEqual([]);
  });
});
