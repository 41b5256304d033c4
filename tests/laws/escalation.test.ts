import { expect, test } from '@jest/globals';
import { AGAINST_NAMES, type Against, type Complaint, DOOR_NAMES, LEVELS, type Level } from '../../shared/complaints/complaint.ts';
import { decideComplain, decidePoint } from '../../shared/complaints/decide.ts';
import { ESCALATION, type EscalationCase, escalationOf, explainLevel } from '../../shared/complaints/escalation.ts';
import { handlersOf, staffBefore } from '../../shared/complaints/wall.ts';
import type { Holder, Role } from '../../shared/kernel/people.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import type { Given } from '../../shared/tickets/decision.ts';

const DAY = '2026-03-02';
const NOW = new Date('2026-03-02T01:00:00Z');
const SETTINGS_NOW = settingsAt([], NOW);
const holder = (person: string, role: Role): Holder => ({ person, role, department: null, atHeadOffice: role !== 'director' && role !== 'agent' });
const STAFF = [holder('D1', 'director'), holder('A1', 'agent'), holder('Q1', 'quality'), holder('L1', 'leadership'), holder('G1', 'generalManager')];
const ABOUT = {
  author: 'R1',
  atHome: [],
  door: 'office',
  against: [],
  accused: [],
  compensation: false,
  danger: false,
  media: false,
  keyCustomer: false,
} as const;
const complained = (about: object, staff = STAFF) => decideComplain({ ...ABOUT, ...about }, staff, SETTINGS_NOW, NOW).facts.complaint as Complaint;

test('手册 C3 接任的人不算被投诉：what is added later names whoever held the post when it was named', () => {
  const complaint = complained({ against: ['director'] });
  expect(complaint.accused).toEqual(['D1']);
  const next = [holder('D2', 'director'), ...STAFF.slice(1)];
  const given = { state: { complaint, roundBeganAt: NOW }, ledger: [], now: NOW, settings: SETTINGS_NOW } as unknown as Given;
  const point = (against: Against[]) =>
    decidePoint(given, { ...ABOUT, against, accused: ['D1'], media: true }, next, ['handler']).facts.complaint as Complaint;
  expect(point(['director']).accused).toEqual(['D1']);
  expect(point(['director', 'agent']).accused).toEqual(['D1', 'A1']);
});

test('手册 C3 自己投诉的自己不处理，说不清是谁的总留一位处理：nobody handles their own, and somebody is always left', () => {
  const own = complained({ author: 'D1', accused: ['A1'] });
  expect(own.level).toBe('director');
  expect(handlersOf(own, staffBefore({ complaint: own }, STAFF))).toEqual(['Q1']);
  const all = complained({ against: ['quality', 'managementRepresentative', 'leadership'] });
  expect(all.accused).toEqual(['Q1', 'L1']);
  expect(() => complained({ accused: ['Q1', 'L1', 'G1'] })).toThrow();
});
const bool = [false, true];

/** Every combination of what the table may ask: 8,192 of them. */
const CASES: EscalationCase[] = DOOR_NAMES.flatMap((door) =>
  Array.from({ length: 2 ** AGAINST_NAMES.length }, (_, bits) => AGAINST_NAMES.filter((_, at) => bits & (1 << at))).flatMap((against) =>
    bool.flatMap((compensation) =>
      bool.flatMap((leadershipLeft) =>
        bool.flatMap((unsolved) => bool.map((handedUp) => ({ door, against, compensation, leadershipLeft, unsolved, handedUp }))),
      ),
    ),
  ),
);

/** The manual and its readings, said once more in another way. */
function expected({ door, against, compensation, leadershipLeft, unsolved, handedUp }: EscalationCase): Level {
  const is = (one: Against) => against.includes(one);
  if (is('leadership')) return leadershipLeft ? 'leadership' : 'quality';
  if (compensation || is('director') || is('managementRepresentative') || handedUp) return 'leadership';
  if (is('quality')) return 'managementRepresentative';
  if (unsolved || is('company') || door === 'company') return 'quality';
  return is('technician') || is('agent') || is('head') ? 'director' : 'office';
}

/** Whom a level means among those a complaint may be against. */
const MEANS: Record<Level, Against> = {
  office: 'agent',
  director: 'director',
  quality: 'quality',
  managementRepresentative: 'managementRepresentative',
  leadership: 'leadership',
};

test('手册 C3 谁来处理：each of all combinations goes where the manual says', () => {
  expect(CASES).toHaveLength(8_192);
  const wrong = CASES.filter((given) => escalationOf(given, DAY).to !== expected(given));
  expect(wrong).toEqual([]);
  // Seen to find something: a table without its second row sends a complaint of compensation elsewhere.
  const other = CASES.filter((given) => escalationOf({ ...given, compensation: false }, DAY).to !== expected(given));
  expect(other.length).toBeGreaterThan(100);
});

test('手册 C3 被投诉的人不处理：no complaint goes to those it is against, but to another of leadership, or where nobody else is left', () => {
  const own = CASES.filter((given) => given.against.includes(MEANS[escalationOf(given, DAY).to]));
  expect(own.filter(({ against, leadershipLeft }) => !(against.includes('leadership') && (leadershipLeft || against.includes('quality'))))).toEqual(
    [],
  );
  expect(own.length).toBeGreaterThan(0);
});

test('every row of the table decides something, and says why', () => {
  const used = new Set(CASES.map((given) => escalationOf(given, DAY).name));
  expect(ESCALATION.map((row) => row.name).filter((name) => !used.has(name))).toEqual([]);
  for (const row of ESCALATION) expect(explainLevel({ level: row.to, why: row.name })).toBe(`到${LEVELS[row.to].label}：${row.says}，${row.clause}`);
});

test('手册 C3 自己家里的事：a colleague who lives where it comes from neither handles it nor hears of it; it climbs', () => {
  const complaint = complained({ against: ['agent'], atHome: ['D1'] });
  expect(complaint.level).toBe('director');
  const left = staffBefore({ complaint }, STAFF);
  expect(left.map(({ person }) => person)).not.toContain('D1');
  expect(handlersOf(complaint, left)).toEqual(['Q1']);
  const elsewhere = complained({ against: ['agent'] });
  expect(handlersOf(elsewhere, staffBefore({ complaint: elsewhere }, STAFF))).toEqual(['D1']);
});
