import { describe, expect, test } from '@jest/globals';
import { SLIP_NAMES } from '../../shared/errands/decide.ts';
import type { ErrandEvent, ErrandEventName, ErrandKind, ErrandState } from '../../shared/errands/errand.ts';
import { decideRegister } from '../../shared/errands/letter.ts';
import { relationsToErrand } from '../../shared/errands/relations.ts';
import { ERRAND_ROWS } from '../../shared/errands/rows.ts';
import { ERRAND_RULES, type ErrandStory } from '../../shared/errands/rules.ts';
import { actionsFor } from '../../shared/kernel/lifecycle.ts';
import type { Holder, Role } from '../../shared/kernel/people.ts';
import { SETTINGS, type SettingKey, type Settings, settingsAt } from '../../shared/kernel/settings.ts';
import { dueByClock, unfold } from '../../shared/kernel/subject.ts';
import { HOUR, shanghaiTime } from '../../shared/kernel/time.ts';
import { chance } from '../year/chance.ts';

const holder = (person: string, role: Role, department: Holder['department'] = null, atHeadOffice = false): Holder => ({
  person,
  role,
  department,
  atHeadOffice,
});
const STAFF: readonly Holder[] = [
  holder('客服', 'agent', 'serviceCentre'),
  holder('环境', 'departmentHead', 'environment'),
  holder('主任', 'director'),
  holder('财务', 'finance', 'finance', true),
  holder('品质', 'quality', 'quality', true),
  holder('管代', 'managementRepresentative', 'office', true),
];
const HOURS = { opens: 480, closes: 1_080 };
const BEGAN = '2026-03-02 09:00';

type Fact = { did: ErrandEventName; by: string | null; at: Date; facts?: Record<string, unknown> };

const then = (story: ErrandStory | null, { did, by, at, facts = {} }: Fact, settings: Settings): ErrandStory =>
  unfold(
    ERRAND_RULES,
    story,
    { id: `${did} ${at.toISOString()} ${String(facts.what ?? '')}`, subject: 's', seq: 1, did, at, recordedAt: at, by, facts } as ErrandEvent,
    (state) => ERRAND_RULES.bookFor(state, settings, HOURS),
  );

const action = (at: Date): Fact => ({
  did: 'given',
  by: '主任',
  at,
  facts: {
    kind: 'action',
    holder: '环境',
    dueBy: new Date(at.getTime() + 8 * HOUR).toISOString(),
    of: { month: '2026-02', about: { field: 'greening' }, checkedBy: 'director' },
  },
});

const slip = (kind: ErrandKind, at: Date): Fact => ({
  did: 'given',
  by: '客服',
  at,
  facts: {
    kind,
    holder: kind === 'referral' || kind === 'work_letter' ? '财务' : '环境',
    unit:
      kind === 'referral' || kind === 'work_letter'
        ? { department: 'finance', atHeadOffice: true }
        : { department: 'environment', atHeadOffice: false },
    ticketId: 't',
    dueBy: new Date(at.getTime() + 8 * HOUR).toISOString(),
    of: {},
  },
});

const given = (kind: ErrandKind, at: Date): Fact => (kind === 'action' ? action(at) : slip(kind, at));

/** Every due time of a slip that was given, taken, spoken of and given back, in the order they stand. */
function dues(kind: ErrandKind, settings: Settings): string[] {
  const began = shanghaiTime(BEGAN);
  const facts: Fact[] = [
    given(kind, began),
    { did: 'taken', by: '环境', at: new Date(began.getTime() + HOUR), facts: { dueBy: shanghaiTime('2026-03-09 18:00').toISOString() } },
    { did: 'progressed', by: '环境', at: new Date(began.getTime() + 1.5 * HOUR) },
    { did: 'returned', by: '环境', at: new Date(began.getTime() + 2 * HOUR) },
  ];
  const story = facts.reduce<ErrandStory | null>((so, fact) => then(so, fact, settings), null);
  return story!.ledger.map((one) => `${one.what} ${one.dueBy.toISOString()}`);
}

const FIGURES: Partial<Record<SettingKey, { kind: ErrandKind; what: string; due: string }>> = {
  slipProgressDays: { kind: 'handover', what: 'slip_progress', due: '2026-03-06 00:00' },
  slipReceiveDays: { kind: 'handover', what: 'slip_received_back', due: '2026-03-05 00:00' },
  slipVerifyDays: { kind: 'referral', what: 'slip_verified', due: '2026-03-06 00:00' },
  slipTellProgressDays: { kind: 'handover', what: 'progress_told', due: '2026-03-04 00:00' },
  slipTellDays: { kind: 'handover', what: 'resident_told', due: '2026-03-04 00:00' },
  urgentReachMinutes: { kind: 'urgent', what: 'people_reached', due: '2026-03-02 09:15' },
  urgentRegisterMinutes: { kind: 'urgent', what: 'urgent_registered', due: '2026-03-02 10:00' },
  urgentReportDays: { kind: 'urgent', what: 'urgent_reported', due: '2026-03-04 00:00' },
  actionCheckDays: { kind: 'action', what: 'action_checked', due: '2026-04-02 00:00' },
  distributeDays: { kind: 'outside', what: 'outside_distributed', due: '2026-03-06 00:00' },
  correctiveReportDays: { kind: 'urgent', what: 'corrective_report', due: '2026-03-10 00:00' },
};

describe('figures of slips', () => {
  const manual = settingsAt([], new Date(0));

  test('each is due as its row says, and one more or less is another due time', () => {
    for (const [key, { kind, what, due }] of Object.entries(FIGURES) as [SettingKey, { kind: ErrandKind; what: string; due: string }][]) {
      const stands = `${what} ${shanghaiTime(due).toISOString()}`;
      expect([key, dues(kind, manual)]).toEqual([key, expect.arrayContaining([stands])]);
      for (const by of [1, -1])
        expect([key, dues(kind, { ...manual, [key]: (manual[key] as number) + by })]).not.toEqual([key, expect.arrayContaining([stands])]);
    }
  });

  test('a letter without a date of its own is due as its figure says (I14)', () => {
    const now = shanghaiTime(BEGAN);
    const letter = {
      from: 'authority',
      receivedOn: '2026-03-02',
      holder: '环境',
      answerBy: null,
      ticketId: null,
      important: false,
      copies: [],
    } as const;
    const dueBy = (days: number) => (decideRegister(letter, STAFF, { ...manual, letterAnswerDays: days }, now)[0]!.facts as { dueBy: string }).dueBy;
    expect([manual.letterAnswerDays, dueBy(manual.letterAnswerDays)]).toEqual([7, shanghaiTime('2026-03-10 00:00').toISOString()]);
    for (const by of [1, -1]) expect(dueBy(manual.letterAnswerDays + by)).not.toBe(dueBy(manual.letterAnswerDays));
  });

  test('no setting of a slip is left out', () => {
    const named = (Object.keys(SETTINGS) as SettingKey[]).filter((key) => /^(slip|urgentR|corrective|distribute|action)/.test(key));
    expect(named.sort()).toEqual(Object.keys(FIGURES).sort());
  });
});

const EVENT_OF: Record<string, Record<string, unknown>> = {
  take: { dueBy: '' },
  giveBack: { of: { told: false } },
  tellResident: { of: { told: true } },
  reach: { of: { reached: true } },
  registerUrgent: { of: { registered: true } },
  report: { of: { reported: true } },
  writeReport: { of: { written: true } },
  sendBack: { dueBy: '', of: { written: false } },
  lead: { of: { lead: true } },
  handOn: { holder: '客服' },
};

const OVER: readonly ErrandState['status'][] = ['closed', 'withdrawn'];

describe('a thousand random slips', () => {
  /** Everything anybody may do now, as who. */
  const open = (state: ErrandState, now: Date) =>
    STAFF.flatMap(({ person }) => actionsFor(ERRAND_ROWS, state, relationsToErrand(person, state, STAFF), now).map((row) => ({ row, person })));

  test('end, and nothing is owed of them that nobody could do', () => {
    const settings = settingsAt([], new Date(0));
    const seen = new Set<string>();
    const kinds = [...SLIP_NAMES, 'action'] as const;
    for (let seed = 0; seed < 1_000; seed += 1) {
      const draw = chance(seed);
      let now = shanghaiTime(BEGAN);
      let story = then(null, given(kinds[seed % kinds.length]!, now), settings);
      const endless = draw.between(3, 40);
      for (let step = 0; !OVER.includes(story.state.status); step += 1) {
        expect([seed, step < 400]).toEqual([seed, true]);
        now = new Date(now.getTime() + draw.between(1, 30) * HOUR);
        for (const due of dueByClock(ERRAND_RULES, story, now))
          story = then(story, { did: due.did as ErrandEventName, by: null, at: now, facts: due.facts }, settings);
        const may = open(story.state, now);
        expect([seed, story.state.status, may.length > 0]).toEqual([seed, story.state.status, true]);
        // After a while nobody begins anew what could be ended.
        const left = step < endless ? may : may.filter(({ row }) => !['sendBack', 'progress', 'tellResident', 'lead'].includes(row.action));
        const { row, person } = draw.pick(left.length > 0 ? left : may);
        const dueBy = new Date(now.getTime() + 24 * HOUR).toISOString();
        const facts = EVENT_OF[row.action] ?? {};
        story = then(story, { did: row.does[0]!, by: person, at: now, facts: 'dueBy' in facts ? { ...facts, dueBy } : facts }, settings);
        seen.add(row.action);
      }
      const owed = story.ledger.filter((one) => !one.keptAt && !one.withdrawnAt).map((one) => one.what);
      const may = open(story.state, now).map(({ row }) => row.action as string);
      expect([seed, owed.filter((what) => what !== 'resident_told')]).toEqual([seed, []]);
      if (owed.includes('resident_told')) expect([seed, may]).toEqual([seed, expect.arrayContaining(['tellResident'])]);
    }
    expect([...seen].sort()).toEqual(
      [
        ...new Set(ERRAND_ROWS.filter((row) => row.kinds.some((kind) => (kinds as readonly string[]).includes(kind))).map((row) => row.action)),
      ].sort(),
    );
  });
});
