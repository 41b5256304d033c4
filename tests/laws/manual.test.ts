import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { GENERATED, type Generated } from '../../api/manual/generated.ts';
import { SCREENS } from '../../miniapp/src/screens.ts';
import { citedIn, collect, pageOf, pagesOf, scenariosIn } from '../../scripts/manual.ts';
import { type Due, hours, minutes } from '../../shared/kernel/due.ts';
import type { SettingEntry } from '../../shared/kernel/settings.ts';
import { SETTINGS, type SettingKey } from '../../shared/kernel/settings.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { CHAPTERS, inOrder } from '../../shared/manual/chapters.ts';
import { CLAUSES_TOLD, clauseWords } from '../../shared/manual/clauses.ts';
import { conditionsOf } from '../../shared/manual/conditions.ts';
import { RUN_WITHOUT_ROWS, RUN_WITHOUT_SCREEN } from '../../shared/manual/exceptions.ts';
import { rowsOf } from '../../shared/manual/rows.ts';
import { SOURCES, sourceOf } from '../../shared/manual/sources.ts';
import { type ManualRow, type Reading, readingAt, TABLES, type Tables } from '../../shared/manual/tables.ts';
import { CLAUSES_RUN } from './clauses.ts';
import { filesOf, ROOT, textOf } from './sources.ts';

const NOW = shanghaiTime('2026-03-02 09:00');
const reading = (on = '2026-03-02', tables: Tables = TABLES, entries: SettingEntry[] = []): Reading => ({
  on,
  at: readingAt(on, NOW),
  entries,
  tables,
});
const rows = (clause: string, ...asked: Parameters<typeof reading>) => rowsOf(clause, reading(...asked));

/** What is written and no longer true. */
function stale(generated: Generated, page: string, now = collect()): string[] {
  return [
    ...Object.keys({ ...now.asks, ...generated.asks }).filter((row) => JSON.stringify(generated.asks[row]) !== JSON.stringify(now.asks[row])),
    ...Object.keys({ ...now.scenarios, ...generated.scenarios }).filter(
      (clause) => JSON.stringify(generated.scenarios[clause]) !== JSON.stringify(now.scenarios[clause]),
    ),
    ...Object.keys({ ...now.screens, ...generated.screens }).filter(
      (clause) => JSON.stringify(generated.screens[clause]) !== JSON.stringify(now.screens[clause]),
    ),
    ...(page === pageOf(now) ? [] : ['docs/manual.md']),
  ];
}

describe('what is generated', () => {
  test('is up to date: else run `npm run manual`', () => {
    const page = textOf('docs/manual.md');
    expect(stale(GENERATED, page)).toEqual([]);
    const now = collect();
    const withOneMore = { ...now, scenarios: { ...now.scenarios, R3: [...(now.scenarios.R3 ?? []), '又一个'] } };
    expect(stale(GENERATED, page, withOneMore)).toEqual(['R3', 'docs/manual.md']);
    expect(stale({ ...GENERATED, screens: {} }, page)).toHaveLength(CLAUSES_TOLD.length);
    expect(stale(GENERATED, `${page} `)).toEqual(['docs/manual.md']);
    const row = Object.keys(now.asks).find((one) => now.asks[one]!.length > 0);
    expect(stale({ ...GENERATED, asks: { ...GENERATED.asks, [row!]: [] } }, page)).toEqual([row]);
  });

  test('a scenario is a test or an entry of a manual, under the titles around it', () => {
    expect(citedIn('手册 I5、I9 一处办理')).toEqual(['I5', 'I9']);
    const text = `
      manual('手册 R3 急修', { '一、到场': async () => {}, 二: async () => {} });
      describe('手册 I5、I9 一处', () => { test('看到步骤', () => {}); });
      describe('别的', () => { test('手册 D1 写明', () => {}); test('谁也没引', () => {}); });
      test.each(CASES)('%s（第 %i 次）：手册 R4 都一样', () => {});`;
    expect(scenariosIn('a.ts', text)).toEqual([
      { title: '急修 › 一、到场', clauses: ['R3'] },
      { title: '急修 › 二', clauses: ['R3'] },
      { title: '一处 › 看到步骤', clauses: ['I5', 'I9'] },
      { title: '别的 › 写明', clauses: ['D1'] },
      { title: '手册 R4 都一样', clauses: ['R4'] },
    ]);
  });
});

describe('every clause the product runs', () => {
  test('can be read, and nothing else is', () => {
    expect([...CLAUSES_TOLD].sort()).toEqual([...CLAUSES_RUN].sort());
    expect(inOrder(['R11', 'Z18', 'R3', 'I2'])).toEqual(['I2', 'R3', 'R11', 'Z18']);
    expect(CLAUSES_TOLD.filter((clause) => !CHAPTERS.some((chapter) => clause.startsWith(chapter.letter)))).toEqual([]);
  });

  test('has a source in the company’s words, or says why it is our own', () => {
    expect(CLAUSES_RUN.filter((clause) => !sourceOf(clause))).toEqual([]);
    for (const source of SOURCES) {
      const said = source.document === null ? source.reason : source.words;
      expect([source.clause, said]).toEqual([source.clause, expect.stringMatching(/[\u4e00-\u9fff]{6}/)]);
      expect(said).not.toMatch(/[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔù]+[）)]|[旳與應務]/);
    }
    expect(new Set(SOURCES.map((source) => source.clause)).size).toBe(SOURCES.length);
  });

  test('has rows, or says what runs it instead', () => {
    expect(CLAUSES_RUN.filter((clause) => rows(clause).length === 0).sort()).toEqual(Object.keys(RUN_WITHOUT_ROWS).sort());
  });

  test('has a scenario, and a screen or a reason why not', () => {
    expect(CLAUSES_RUN.filter((clause) => !GENERATED.scenarios[clause]?.length)).toEqual([]);
    expect(CLAUSES_RUN.filter((clause) => !GENERATED.screens[clause]?.length)).toEqual(Object.keys(RUN_WITHOUT_SCREEN));
  });
});

describe('screens', () => {
  test('every page of the app is listed, and cites only clauses that are run', () => {
    expect(SCREENS.map((row) => row.page).sort()).toEqual([...pagesOf()].sort());
    expect(SCREENS.flatMap((row) => row.clauses).filter((clause) => !(CLAUSES_RUN as readonly string[]).includes(clause))).toEqual([]);
    expect(pagesOf({ pages: ['a'], subPackages: [{ root: 'b', pages: ['c', 'd'] }] })).toEqual(['a', 'b/c', 'b/d']);
  });
});

/** A due with its figure moved by one of its own unit; null where it has none of its own. */
function moved(due: Due): Due | null {
  if (due.runs === 'exactly' && typeof due.minutes === 'number')
    return due.minutes % 60 === 0 ? hours(due.minutes / 60 + 1) : minutes(due.minutes + 1);
  if (due.runs === 'days' && typeof due.days === 'number') return { runs: 'days', days: due.days + 1 };
  if (due.runs === 'serviceMinutes' && typeof due.minutes === 'number') return { runs: 'serviceMinutes', minutes: due.minutes + 1 };
  return null;
}

describe('rows are read live', () => {
  test('every table of rows in shared is one the manual reads', async () => {
    const read = new Set<unknown>([
      ...TABLES.promises,
      ...TABLES.actions,
      ...TABLES.errandPromises,
      ...TABLES.errandActions,
      ...TABLES.notices,
      ...TABLES.categories,
      ...TABLES.dangers,
      ...TABLES.suggestions,
      ...TABLES.hints,
      ...TABLES.escalation,
      ...TABLES.wishes,
      ...TABLES.limits,
      ...TABLES.kept,
      ...TABLES.terms,
      ...TABLES.doubts,
      ...TABLES.approvals,
      ...TABLES.messages,
      ...TABLES.channels,
      ...TABLES.reasons,
      ...TABLES.skills,
      ...TABLES.weights,
      ...TABLES.duties,
      ...TABLES.keptChannels,
      ...TABLES.misses,
      ...TABLES.exchangeKinds,
      ...TABLES.surveys,
      ...TABLES.questionnaires,
      ...TABLES.draws,
      ...TABLES.levels,
    ]);
    const isTable = (value: unknown): value is { clause: string; since: string }[] =>
      Array.isArray(value) && value.length > 0 && value.every((row) => typeof row?.clause === 'string' && typeof row?.since === 'string');
    const found: string[] = [];
    for (const file of filesOf('shared')) {
      const exported = (await import(path.join(ROOT, file))) as Record<string, unknown>;
      for (const [name, value] of Object.entries(exported))
        if (isTable(value)) found.push(value.every((row) => read.has(row)) ? name : `${name} is left out`);
    }
    expect(found.sort()).toEqual([
      'ACTION_PROMISES',
      'ACTION_ROWS',
      'APPROVALS',
      'APPROVAL_PROMISES',
      'CHANNELS',
      'COMPLAINT_CONTACT_PROMISES',
      'COMPLAINT_HINTS',
      'COMPLAINT_PROMISES',
      'COMPLAINT_ROWS',
      'CONTACT_ROWS',
      'DANGERS',
      'DEED_PROMISES',
      'DEED_ROWS',
      'DISPATCH_SKILLS',
      'DISPATCH_WEIGHTS',
      'DOUBTS',
      'DRAWS',
      'DUTIES',
      'DUTY_PROMISES',
      'DUTY_ROWS',
      'ERRAND_PROMISES',
      'ERRAND_ROWS',
      'ESCALATION',
      'EVERY_PROMISE',
      'EXCHANGE_KINDS',
      'EXCHANGE_PROMISES',
      'EXCHANGE_ROWS',
      'FACILITY_ROWS',
      'HAND_BACK_REASONS',
      'KEPT_CHANNELS',
      'LETTER_ROWS',
      'LEVELS',
      'LIFECYCLE',
      'LIMITS',
      'MAILBOX_PROMISES',
      'MAILBOX_ROWS',
      'MERGING_ROWS',
      'MISSES',
      'NEEDS_PROMISES',
      'NEEDS_ROWS',
      'NOTICES',
      'QUESTIONNAIRES',
      'QUOTE_ROWS',
      'REMARK_CONTACT_PROMISES',
      'REMARK_HINTS',
      'REMARK_PROMISES',
      'REMARK_ROWS',
      'REPAIR_CATEGORIES',
      'REPAIR_PROMISES',
      'REPAIR_ROWS',
      'RETENTION',
      'SERVICE_PROMISES',
      'SERVICE_ROWS',
      'SIGN_IN_TERMS',
      'SUGGESTIONS',
      'SURVEYS',
      'SURVEY_PAPER_ROWS',
      'SURVEY_PROMISES',
      'SURVEY_ROWS',
      'TEMPLATES',
      'TICKET_ROWS',
      'VISIT_ROWS',
      'WISH_PARTS',
    ]);
    expect(isTable([{ clause: 'R3', since: '2026-01-01' }])).toBe(true);
  });

  test('no row is lost on the way: each row in force is shown under its clause', () => {
    const all = CLAUSES_TOLD.flatMap((clause) => rows(clause));
    const count = (kind: ManualRow['kind']) => all.filter((row) => row.kind === kind).length;
    expect([count('promise'), count('action'), count('notice'), count('setting')]).toEqual([
      TABLES.promises.length + TABLES.errandPromises.length,
      TABLES.actions.length + TABLES.errandActions.length,
      TABLES.notices.length,
      Object.keys(SETTINGS).length,
    ]);
    expect(count('category')).toBe(TABLES.categories.length + TABLES.categories.filter((category) => category.worse).length);
    expect(
      all.filter((row) => row.text === '' || /[a-z_]{3}|undefined|\[object/.test(`${row.text}${row.who}${row.when}${row.figure ?? ''}`)),
    ).toEqual([]);
  });

  test('a changed figure of any promise changes its page, and the page of the repository', () => {
    const before = pageOf(GENERATED);
    const kept: string[] = [];
    let changed = 0;
    TABLES.promises.forEach((row, index) => {
      const due = moved(row.due);
      if (!due) return;
      const tables = { ...TABLES, promises: TABLES.promises.with(index, { ...row, due }) };
      if (JSON.stringify(rows(row.clause, '2026-03-02', tables)) === JSON.stringify(rows(row.clause))) kept.push(row.rule);
      if (pageOf(GENERATED, tables) === before) kept.push(`${row.rule} in docs`);
      changed += 1;
    });
    expect(changed).toBeGreaterThan(5);
    expect(kept).toEqual([]);
  });

  test('a setting of the estate shows with its date, and the company’s where it differs; words follow', () => {
    const entry = (key: SettingKey, value: number, office: SettingEntry['office'], from: string): SettingEntry => ({
      key,
      value,
      office,
      from: shanghaiTime(from),
    });
    const entries = [
      entry('urgentDispatchMinutes', 12, 'headOffice', '2026-01-05 00:00'),
      entry('urgentDispatchMinutes', 10, 'estate', '2026-02-01 08:00'),
    ];
    const shown = (on: string) => rows('R8', on, TABLES, entries).find((row) => row.text.endsWith('：派人'));
    expect(shown('2026-01-04')).toMatchObject({ figure: '15 分钟', set: { by: 'product', since: null, company: null } });
    expect(shown('2026-01-31')).toMatchObject({ figure: '12 分钟', set: { by: 'company', since: '2026-01-05', company: null } });
    expect(shown('2026-02-01')).toMatchObject({ figure: '10 分钟', set: { by: 'estate', since: '2026-02-01', company: '12 分钟' } });
    const setting = (on: string) => rows('Z18', on, TABLES, entries).find((row) => row.text === SETTINGS.urgentDispatchMinutes.label);
    expect(setting('2026-01-04')?.next).toEqual({ from: '2026-01-05', figure: '12 分钟' });
    expect(setting('2026-01-31')?.next).toEqual({ from: '2026-02-01', figure: '10 分钟' });
  });

  test('a successor is announced before its day and takes over on it', () => {
    const index = TABLES.promises.findIndex((row) => row.rule === 'on_site urgent');
    const successor = { ...TABLES.promises[index]!, since: '2026-06-01', due: hours(1) };
    const tables = { ...TABLES, promises: [...TABLES.promises, successor] };
    const shown = (on: string) => rows('R3', on, tables).filter((row) => row.text === '急修：上门');
    expect(shown('2026-05-31')).toMatchObject([{ figure: '2 小时', since: '2026-01-01', next: { from: '2026-06-01', figure: '1 小时' } }]);
    expect(shown('2026-06-01')).toMatchObject([{ figure: '1 小时', since: '2026-06-01', next: null }]);
    expect(rows('R3', '2025-12-31', tables).filter((row) => row.kind !== 'setting')).toEqual([]);
  });

  test('what a rule asks for is read off the rule itself', () => {
    const cases = [1, 2, 3].map((n) => ({ facts: { n, even: n % 2 === 0 } }));
    expect(conditionsOf(cases, ({ facts }) => facts.n > 1)).toEqual([{ fact: 'n', values: ['2', '3'] }]);
    expect(conditionsOf(cases, () => true)).toEqual([]);
    const texts = (clause: string) => rows(clause).map((row) => `${row.text}｜${row.who}｜${row.when}`);
    expect(texts('R8')).toContain('收到｜告诉客服｜一般维修，住户说的');
    expect(texts('D2')).toContain('接下并答应时间｜工程主管可以｜收到了，已转给主管，主管还没接下');
    expect(texts('R1').some((text) => text.startsWith('水龙头：漏得厉害'))).toBe(true);
  });

  test('plain words of a clause take the figures they are given', () => {
    const figures = Object.fromEntries(Object.entries(SETTINGS).map(([key, row]) => [key, row.fallback])) as never as Record<string, number>;
    expect(clauseWords('Z18', NOW, { ...figures, urgentDispatchMinutes: 7 } as never)).toContain('急修 7 分钟内派人');
    expect(clauseWords('toString', NOW)).toBeNull();
  });
});
