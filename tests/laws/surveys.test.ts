import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { isAsked, readAnswers } from '../../shared/surveys/answers.ts';
import { monthBefore, sayMonth, sayUsedWithin, surveyDue, surveyTitle, usedWithin } from '../../shared/surveys/periods.ts';
import { editionAt, editionOf, QUESTIONNAIRES, type Question, type Questionnaire, questionsOf } from '../../shared/surveys/questionnaires.ts';
import { isToldProviders, providersLeft, rowOfSurvey, SURVEYS } from '../../shared/surveys/rows.ts';
import { isReturned, satisfactionRate, shownCells, together } from '../../shared/surveys/statistics.ts';
import { decideIssue, mostOf, samplePercent } from '../../shared/surveys/survey.ts';
import { decideTelling, sayForProviders } from '../../shared/surveys/telling.ts';
import { SORTED_FIELDS } from '../../shared/tickets/fields.ts';
import { secondEdition, withSecond } from '../support/editions.ts';

const [HALF_YEAR] = QUESTIONNAIRES as [Questionnaire];
const NOW = shanghaiTime('2026-06-01 09:00');
const SETTINGS = settingsAt([], NOW);

/** One question of every kind. */
const EVERY: Questionnaire = {
  questionnaire: 'half_year',
  title: '样样都有',
  since: '2026-01-01',
  clause: 'S1',
  sections: [
    {
      field: 'whole',
      questions: [
        { code: 'grade', kind: 'satisfaction', text: '?' },
        { code: 'one', kind: 'single', text: '?', options: { a: '甲', b: '乙' } },
        { code: 'several', kind: 'multiple', text: '?', options: { a: '甲', b: '乙', c: '丙' }, showIf: { code: 'grade', among: [1, 2] } },
        { code: 'lines', kind: 'matrix', text: '?', lines: { x: '一', y: '二' } },
        { code: 'scale', kind: 'scale', text: '?' },
        { code: 'said', kind: 'words', text: '?', most: 5, showIf: { code: 'several', among: ['c'] } },
      ],
    },
  ],
};

/** Each edition that was used, as it was used: a line here is never changed, an edition beside it has a line of its own. */
const AS_USED: Record<string, string> = {
  'half_year 2026-01-01': '53c95a48e19cb3b9',
  'spot 2026-01-01': '651c2eec76c8d0ab',
  'special 2026-01-01': '18f36b0e58c74b06',
  'colleagues 2026-01-01': '307f17bb73b2a937',
};

const optionsOf = (question: Question): Readonly<Record<string, string>> => ('options' in question ? question.options : {});

/** The codes that mean something else in another edition of the same questionnaire: another field or kind, or an option of the same code in other words. */
function estranged(editions: readonly Questionnaire[]): string[] {
  const known = new Map<string, { field: string; question: Question }>();
  const found: string[] = [];
  for (const { questionnaire, sections } of editions)
    for (const { field, questions } of sections)
      for (const question of questions) {
        const key = `${questionnaire} ${question.code}`;
        const first = known.get(key);
        known.set(key, first ?? { field, question });
        if (!first) continue;
        const options = optionsOf(first.question);
        const isOther = Object.entries(optionsOf(question)).some(([code, label]) => options[code] !== undefined && options[code] !== label);
        if (first.field !== field || first.question.kind !== question.kind || isOther) found.push(question.code);
      }
  return found;
}

const refused = (given: Record<string, unknown>): string[] => {
  try {
    readAnswers(EVERY, given);
    return [];
  } catch (error) {
    return (error as Problem).errors!.map(({ field }) => field);
  }
};

describe('一份答卷', () => {
  test('每种题都认得自己的答案，别的都点名退回', () => {
    const given = { grade: 2, one: 'a', several: ['c', 'a'], lines: { x: 5 }, scale: 0, said: ' 好 ' };
    expect(readAnswers(EVERY, given)).toEqual({ grade: 2, one: 'a', several: ['a', 'c'], lines: { x: 5 }, scale: 0, said: '好' });
    expect(refused({ grade: 0, one: 'z', lines: { z: 1 }, scale: 11 })).toEqual(['answers.grade', 'answers.one', 'answers.lines', 'answers.scale']);
    for (const wrong of [{ several: [] }, { several: ['a', 'a'] }, { several: 'a' }, { several: ['__proto__'] }])
      expect(refused({ grade: 1, ...wrong })).toEqual(['answers.several']);
    for (const wrong of [{ one: 'toString' }, { one: ['a'] }, { lines: {} }, { lines: ['x'] }, { lines: { x: 6 } }, { scale: 1.5 }, { grade: '5' }])
      expect(refused(wrong)).toHaveLength(1);
    expect(refused({ grade: 1, several: ['c'], said: '一二三四五六' })).toEqual(['answers.said']);
    expect(refused({ other: 1 })).toEqual(['answers.other']);
    expect(refused({})).toEqual(['answers']);
  });

  test('不该问的题，答了也不留；一题一题往下看', () => {
    expect(readAnswers(EVERY, { grade: 5, several: ['c'], said: '好' })).toEqual({ grade: 5 });
    expect(readAnswers(EVERY, { grade: 1, several: ['a'], said: '好' })).toEqual({ grade: 1, several: ['a'] });
    expect(isAsked({ showIf: { code: 'grade', among: [1] } }, {})).toBe(false);
  });
});

describe('问卷', () => {
  test('每一块服务和沟通都问到，一块一下（I18）；编号不重；追问都指着前面的题', () => {
    const first = HALF_YEAR.sections.map(({ field, questions }) => [field, questions[0]!.kind]);
    expect(first.filter(([, kind]) => kind === 'satisfaction').map(([field]) => field)).toEqual([...SORTED_FIELDS, 'communication']);
    for (const edition of QUESTIONNAIRES) {
      const codes = questionsOf(edition).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { code, showIf } of questionsOf(edition)) if (showIf) expect(codes.indexOf(showIf.code)).toBeLessThan(codes.indexOf(code));
    }
  });

  test('用过的一版一个字也不改，新的一版写在下面：每一版都和第一次用的时候一样', () => {
    const digest = (edition: Questionnaire) => createHash('sha256').update(JSON.stringify(edition)).digest('hex').slice(0, 16);
    expect(Object.fromEntries(QUESTIONNAIRES.map((one) => [`${one.questionnaire} ${one.since}`, digest(one)]))).toEqual(AS_USED);
  });

  test('哪一天问哪一版；到了日子才换，旧的找得到', () => {
    const editions = withSecond('2026-08-01');
    const on = (day: string) => editionAt('half_year', shanghaiTime(`${day} 00:00`), editions);
    expect(['2026-07-31', '2026-08-01', '2027-06-01'].map((day) => on(day).since)).toEqual(['2026-01-01', '2026-08-01', '2026-08-01']);
    expect(editionOf('half_year', '2026-01-01', editions)).toBe(HALF_YEAR);
    expect(editionOf('half_year', '2026-07-31', editions)).toBeUndefined();
    expect(editionAt('spot', shanghaiTime('2026-09-01 00:00'), editions).since).toBe('2026-01-01');
  });

  test('同一个编号在每一版里是同一题、同一块、同一种，选项的编号也不改意思，半年和半年才比得了', () => {
    expect(estranged(withSecond('2026-08-01'))).toEqual([]);
    expect(estranged(QUESTIONNAIRES)).toEqual([]);
    const second = secondEdition('2026-08-01');
    const changed = (change: (sections: Questionnaire['sections']) => Questionnaire['sections']) =>
      estranged([...QUESTIONNAIRES, { ...second, sections: change(second.sections) }]);
    expect(changed(([first, next, ...others]) => [{ ...next!, questions: first!.questions }, ...others])).toEqual(['buildings', 'buildings_why']);
    expect(
      changed((sections) => [
        ...sections,
        { field: 'greening', questions: [{ code: 'greening', kind: 'single', text: '?', options: { a: '甲', b: '乙' } }] },
      ]),
    ).toEqual(['greening']);
    expect(
      changed((sections) => [
        ...sections,
        { field: 'greening', questions: [{ code: 'greening_why', kind: 'multiple', text: '?', options: { trim: '浇水' } }] },
      ]),
    ).toEqual(['greening_why']);
  });
});

describe('统计', () => {
  test('满意率是满意的除以答了的；误差和教科书一样，全问到了就没有误差，太少了不说', () => {
    expect(satisfactionRate({ 5: 60, 4: 20, 3: 10, 2: 10 }, { of: 1_000, asked: 100 })).toEqual({
      valid: 100,
      satisfied: 80,
      percent: 80,
      margin: 8,
    });
    expect(satisfactionRate({ 5: 100 }, { of: 100, asked: 100 }).margin).toBe(0);
    expect(satisfactionRate({ 5: 2, 1: 2 }, { of: 100, asked: 4 }).margin).toBeNull();
    expect(satisfactionRate({})).toEqual({ valid: 0, satisfied: 0, percent: null, margin: null });
    // Ten answers of one home are one voice.
    expect(
      satisfactionRate(
        together([
          { 5: 50, 1: 50 },
          { 5: 50, 1: 50 },
        ]),
        { of: 10_000, asked: 100 },
      ).margin,
    ).toBe(10);
  });

  test('不到五户的格子不显示，从别的格子和总数也推不出来', () => {
    expect(
      shownCells(
        [
          { name: 'a', count: 9 },
          { name: 'b', count: 3 },
          { name: 'c', count: 20 },
        ],
        5,
      ),
    ).toEqual(['c']);
    expect(
      shownCells(
        [
          { name: 'a', count: 5 },
          { name: 'b', count: 20 },
        ],
        5,
      ),
    ).toEqual(['a', 'b']);
    const cells = fc
      .array(fc.nat(30), { minLength: 1, maxLength: 8 })
      .map((counts) => counts.map((count, index) => ({ name: String(index), count })));
    fc.assert(
      fc.property(cells, (given) => {
        const shown = shownCells(given, 5);
        const hidden = given.filter(({ name, count }) => count > 0 && !shown.includes(name));
        expect(given.filter(({ name, count }) => shown.includes(name) && count < 5)).toEqual([]);
        // What is hidden adds up to five at least, of two cells at least; unless everything is hidden.
        if (hidden.length > 0 && shown.length > 0) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});

describe('发给谁', () => {
  const frame = Array.from({ length: 301 }, (_, index) => ({ id: `home-${String(index).padStart(3, '0')}`, stratum: String(1 + (index % 6)) }));
  const seed = '0123456789abcdef0123456789abcdef';

  test('抽样按楼栋比例，往上取整；同一个种子同样的名单；三成，住了五年以上的小区一成五', () => {
    const { decision, lines } = decideIssue('sample', frame, seed, 30, SETTINGS, NOW);
    expect(decision.facts.of).toMatchObject({ homes: 301, issued: 91, percent: 30, seed, least: 75, closesAt: '2026-06-11T16:00:00.000Z' });
    const drawn = lines.filter((line) => line.drawn);
    expect(drawn).toHaveLength(91);
    for (const building of ['1', '2', '3', '4', '5', '6']) {
      const count = drawn.filter(({ stratum }) => stratum === building).length;
      expect([15, 16]).toContain(count);
    }
    expect(decideIssue('sample', [...frame].reverse(), seed, 30, SETTINGS, NOW).lines).toEqual(lines);
    expect(samplePercent('2021-06-01', SETTINGS, NOW)).toBe(15);
    expect(samplePercent('2021-06-02', SETTINGS, NOW)).toBe(30);
    expect(samplePercent(null, SETTINGS, NOW)).toBe(30);
  });

  test('每个数挪一，结果就不一样', () => {
    const at = (change: Partial<typeof SETTINGS>, occupied: string | null) => {
      const settings = { ...SETTINGS, ...change };
      const percent = samplePercent(occupied, settings, NOW);
      return [percent, decideIssue('sample', frame, seed, percent, settings, NOW).decision.facts.of];
    };
    const outcomes = [
      at({ surveySamplePercent: 29 }, null),
      at({ surveySamplePercent: 31 }, null),
      at({ surveyOldPercent: 14 }, '2020-01-01'),
      at({ surveyOldPercent: 16 }, '2020-01-01'),
      at({}, null),
      at({}, '2020-01-01'),
    ].map(([percent, of]) => [percent, (of as { issued: number }).issued]);
    expect(outcomes).toEqual([
      [29, 88],
      [31, 94],
      [14, 43],
      [16, 49],
      [30, 91],
      [15, 46],
    ]);
    expect([4, 5, 6].map((surveyOldYears) => samplePercent('2021-05-01', { ...SETTINGS, surveyOldYears }, NOW))).toEqual([15, 15, 30]);
    expect([4, 5, 6].map((surveyOldYears) => samplePercent('2022-05-01', { ...SETTINGS, surveyOldYears }, NOW))).toEqual([15, 30, 30]);
    expect([74, 75, 76].map((least) => isReturned(75, 100, least))).toEqual([true, true, false]);
    const spot = { facts: { survey: 'spot' } };
    expect(
      [9, 10, 11].map(
        (spotHomes) => decideIssue('sample', frame, seed, 30, SETTINGS, NOW, mostOf(spot, { ...SETTINGS, spotHomes })).decision.facts.of.issued,
      ),
    ).toEqual([9, 10, 11]);
    expect(mostOf(spot, SETTINGS)).toBe(10);
    const special = { facts: { survey: 'special' } };
    expect([9, 10, 11].map((serviceHomes) => mostOf(special, { ...SETTINGS, serviceHomes }))).toEqual([9, 10, 11]);
    expect(mostOf(special, SETTINGS)).toBe(10);
    expect(mostOf({ facts: { survey: 'half_year' } }, SETTINGS)).toBeUndefined();
    expect(() => decideIssue('census', frame, seed, 30, SETTINGS, NOW, 10)).toThrow(Problem);
    expect(at({ surveyReturnPercent: 80 }, null)[1]).toMatchObject({ least: 80 });
  });

  test('全部住户就是每一户；一户也没有，说清楚', () => {
    const { decision, lines } = decideIssue('census', frame, seed, 30, SETTINGS, NOW);
    expect(lines.every(({ drawn }) => drawn)).toBe(true);
    expect(decision.facts.of).toMatchObject({ issued: 301 });
    expect(decision.facts.of).not.toHaveProperty('seed');
    expect(() => decideIssue('census', [], seed, 30, SETTINGS, NOW)).toThrow(Problem);
  });
});

describe('叫什么', () => {
  test('半年、季度、月、年，各有各的叫法；一样的题同一次和上一次比，自己开的没有上一次', () => {
    const spans = ['half_year', 'quarter', 'month', 'year'] as const;
    expect(spans.map((span) => surveyTitle({ span, label: '调查' }, '2026-06'))).toEqual([
      '2026 年上半年调查',
      '2026 年第二季度调查',
      '2026 年 6 月调查',
      '2026 年度调查',
    ]);
    expect(['2026-01', '2026-09', '2026-12'].map((month) => sayMonth({ span: 'quarter' }, month))).toEqual([
      '2026 年第一季度',
      '2026 年第三季度',
      '2026 年第四季度',
    ]);
    expect(monthBefore({ months: [] }, '2026-06')).toBeNull();
    expect(() => rowOfSurvey('nothing')).toThrow();
  });
});

describe('给服务方的结果', () => {
  const rate = { valid: 8, percent: 87.5, margin: 12 };
  const found = {
    ...{
      title: '2026 年第二季度特约服务客户调查',
      officeName: '梧桐里',
      issued: 10,
      returned: 8,
      below: false,
      leastShown: 5,
      analysis: '请上门前先打电话',
    },
    ...{
      whole: rate,
      fields: [
        { label: '准时', ...rate },
        { label: '价格公道', valid: 0, percent: null, margin: null },
      ],
    },
    choices: [{ text: '下次还会用吗？', options: [{ label: '会', count: 7 }] }],
  };

  test('满意率、误差、我们的意见；答的太少的不说是多少', () => {
    expect(sayForProviders(found, '3 月到 5 月').split('\n')).toEqual([
      '梧桐里 2026 年第二季度特约服务客户调查',
      '问的是 3 月到 5 月用过特约服务的住户：问了 10 户，8 户答了。不分是谁来做的，合在一起算。',
      '总的：满意 87.5%，误差约上下 12 个百分点',
      '准时：8 户答，满意 87.5%，误差约上下 12 个百分点',
      '价格公道：答的不到 5 户，不单独说',
      '下次还会用吗？会 7 户',
      '我们的意见：请上门前先打电话',
    ]);
    expect(sayForProviders({ ...found, below: true }, '')).toContain('8 户答了，不能代表全部');
  });

  test('要告诉的、告诉过的、最后一家；不在里面的、告诉过的都退回', () => {
    const state = { facts: { survey: 'special', providers: ['a', 'b'], rate: 80 } };
    const first = decideTelling(state, 'a', 'phone', NOW);
    expect(first).toMatchObject({ did: 'provider_told', facts: { provider: 'a', how: 'phone' } });
    const then = { facts: { ...state.facts, ...first.facts.of } };
    expect(providersLeft(then)).toEqual(['b']);
    expect(decideTelling(then, 'b', 'letter', NOW)).toMatchObject({
      did: 'all_told',
      facts: { of: { told: { a: { how: 'phone' }, b: { how: 'letter' } } } },
    });
    expect(() => decideTelling(then, 'a', 'phone', NOW)).toThrow('这一家已经告诉过了');
    expect(() => decideTelling(then, 'toString', 'phone', NOW)).toThrow(Problem);
    for (const facts of [
      { ...state.facts, rate: null },
      { ...state.facts, providers: [] },
      { ...state.facts, survey: 'spot' },
    ])
      expect(isToldProviders({ facts })).toBe(false);
    expect(isToldProviders(state)).toBe(true);
  });
});

describe('什么时候', () => {
  const [row] = SURVEYS as [(typeof SURVEYS)[number]];
  const began = shanghaiTime('2026-03-01 00:00');

  test('问特约服务的，问来问以前整三个月里做好的：一季接一季，不漏也不重', () => {
    const special = rowOfSurvey('special');
    expect(usedWithin(row, '2026-06')).toBeNull();
    expect(usedWithin(special, '2026-06')).toEqual({ from: shanghaiTime('2026-03-01 00:00'), until: shanghaiTime('2026-06-01 00:00') });
    const stretches = ['2026-03', '2026-06', '2026-09', '2026-12', '2027-03'].map((month) => usedWithin(special, month)!);
    for (const [index, { from }] of stretches.slice(1).entries()) expect(from).toEqual(stretches[index]!.until);
    expect(stretches.map(sayUsedWithin)).toEqual(['12 月到 2 月', '3 月到 5 月', '6 月到 8 月', '9 月到 11 月', '12 月到 2 月']);
  });

  test('六月和十一月；月中才开始的小区从下一次起；过了月就算了（Z8、Z17）', () => {
    expect(surveyDue(row, began, shanghaiTime('2026-05-31 23:59'))).toBeNull();
    expect(surveyDue(row, began, shanghaiTime('2026-06-01 00:00'))).toEqual({ month: '2026-06', from: shanghaiTime('2026-06-01 00:00') });
    expect(surveyDue(row, began, shanghaiTime('2026-06-30 23:59'))?.month).toBe('2026-06');
    expect(surveyDue(row, began, shanghaiTime('2026-07-01 00:00'))).toBeNull();
    expect(surveyDue(row, shanghaiTime('2026-06-02 00:00'), shanghaiTime('2026-06-03 00:00'))).toBeNull();
    expect(surveyDue(row, null, shanghaiTime('2026-11-03 00:00'))).toBeNull();
    expect(monthBefore(row, '2026-11')).toBe('2026-06');
    expect(monthBefore(row, '2026-06')).toBe('2025-11');
  });
});
