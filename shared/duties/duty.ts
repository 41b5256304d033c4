import type { ErrandEvent, ErrandEventName, ErrandState } from '../errands/errand.ts';
import { isOfCompany } from '../errands/relations.ts';
import type { ErrandRow } from '../errands/rows.ts';
import { dueOf, mayStillBeDone, type Period } from '../kernel/cadences.ts';
import { named } from '../kernel/due.ts';
import type { Holder } from '../kernel/people.ts';
import type { Ladder, PromiseRow } from '../kernel/promises.ts';
import { holdersOf } from '../kernel/routing.ts';
import type { Settings } from '../kernel/settings.ts';
import { isoDay } from '../kernel/time.ts';
import { keptChannelOf } from './channels.ts';
import { sayPart } from './keepers.ts';
import { DUTIES, type Duty, type DutyRow, type MissedBy, toldOf } from './rows.ts';

export type DutyAction = 'openRound' | 'recordRound' | 'recordDuty';

/** What an errand of this kind holds beside what every errand holds: ids, days and figures. */
export interface DutyFacts extends Record<string, unknown> {
  duty: Duty;
  /** The channel, the department, or the estate. */
  part: string;
  from: string;
  until: string;
  catchUp: DutyRow['catchUp'];
  by: MissedBy;
  /** Opened after it was over, because the clock stood still: nobody is warned of it (Z17). */
  caughtUp?: true;
  /** So many in a row were missed, this one included; counted once it was missed (Z8). */
  inARow?: number;
  /** How many notes there were, and the tickets they became. */
  items?: number;
  tickets?: readonly string[];
  /** What a unit had got and looked through at its meeting (D9). */
  reviewed?: readonly string[];
}

export const dutyFacts = (state: Pick<ErrandState, 'facts'>): DutyFacts => state.facts as DutyFacts;

/** What makes the errand of a period the only one: two who open at once open one. @param turn which of those a period owes, from 1 */
export const dutyKey = (duty: Duty, part: string, period: Period, turn = 1): string => `${duty}/${part}/${period.key}${turn > 1 ? `/${turn}` : ''}`;

const isRound = ({ facts }: ErrandState) => facts.duty === 'round';
const isOther = (state: ErrandState) => !isRound(state);
const isInTime = (state: ErrandState, now: Date) => mayStillBeDone(dutyFacts(state), state.answerBy ?? now, now);
const mayLookThrough = (state: ErrandState, now: Date) => isRound(state) && isInTime(state, now);
const mayBeWritten = (state: ErrandState, now: Date) => isOther(state) && isInTime(state, now);

const DUTY = ['duty'] as const;
const OWES = ['holder', 'receiver'] as const;

// A round is opened, looked through, and put down; the others are only put down.
// biome-ignore format: a table reads best as one
export const DUTY_ROWS: readonly (ErrandRow & { action: DutyAction })[] = [
  { action: 'openRound',                        label: '现在打开',     kinds: DUTY, from: ['given'], to: 'taken',  does: ['opened'], by: OWES, needs: mayLookThrough, clause: 'I13', since: '2026-01-01' },
  { action: 'recordRound',                      label: '记下这一轮',   kinds: DUTY, from: ['taken'], to: 'closed', does: ['done'],   by: OWES, needs: mayLookThrough, clause: 'I13', since: '2026-01-01' },
  { action: 'recordDuty',                       label: '写下来',       kinds: DUTY, from: ['given'], to: 'closed', does: ['done'],   by: OWES, needs: mayBeWritten,   clause: 'D10', since: '2026-01-01' },
];

/** Warned and missed alone: who else hears is a matter of how many in a row (Z8). */
const SPOKEN: Ladder = [
  { step: 'warned', after: 'start', percent: 'warnAtPercent' },
  { step: 'missed', after: 'due', percent: 0 },
];

const owes = (duty: Duty) => (state: ErrandState) => state.kind === 'duty' && state.facts.duty === duty;
const ENDS = ['withdrawn', 'lapsed'] as const;

// A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const DUTY_PROMISES: readonly PromiseRow<ErrandState, 'duty_done', ErrandEventName>[] = [
  { rule: 'round done',   what: 'duty_done', label: '看一轮并记下来',   clause: 'I13', since: '2026-01-01', opens: { given: 'given' }, when: owes('round'),        due: named, keeps: ['done'], drops: ENDS, owedBy: 'assignee', owedTo: 'company', ladder: SPOKEN },
  { rule: 'agents asked', what: 'duty_done', label: '向客服征求意见',   clause: 'D10', since: '2026-01-01', opens: { given: 'given' }, when: owes('ask_agents'),   due: named, keeps: ['done'], drops: ENDS, owedBy: 'assignee', owedTo: 'company', ladder: SPOKEN },
  { rule: 'summed up',    what: 'duty_done', label: '汇总并提出建议',   clause: 'D10', since: '2026-01-01', opens: { given: 'given' }, when: owes('sum_up'),       due: named, keeps: ['done'], drops: ENDS, owedBy: 'assignee', owedTo: 'company', ladder: SPOKEN },
  { rule: 'unit reviewed', what: 'duty_done', label: '例会上看过并记下来', clause: 'D9', since: '2026-01-01', opens: { given: 'given' }, when: owes('unit_review'),  due: named, keeps: ['done'], drops: ENDS, owedBy: 'assignee', owedTo: 'company', ladder: SPOKEN },
  { rule: 'looked through', what: 'duty_done', label: '看当月分析',     clause: 'C9',  since: '2026-01-01', opens: { given: 'given' }, when: owes('look_through'), due: named, keeps: ['done'], drops: ENDS, owedBy: 'assignee', owedTo: 'company', ladder: SPOKEN },
];

/** The unit whose head stands in for whoever owes it; the director's own has none. */
const unitOf = (row: DutyRow, part: string) => {
  if (row.by === 'director') return {};
  return { unit: { department: row.by === 'departmentHead' ? part : 'serviceCentre', atHeadOffice: isOfCompany(part) } };
};

/** A period of a duty begins to be owed. @param givenBy who is said to have given it: whoever named the keeper, else the holder */
export function decideDuty(
  row: DutyRow,
  { part, period, holder, givenBy, turn }: { part: string; period: Period; holder: string; givenBy: string; turn: number },
  now: Date,
  settings: Settings,
) {
  const dueBy = dueOf(row, period, settings);
  const of: DutyFacts = {
    duty: row.duty,
    part,
    from: period.from.toISOString(),
    until: period.until.toISOString(),
    catchUp: row.catchUp,
    by: row.per === 'unit' && isOfCompany(part) ? 'companyHead' : row.by,
    ...(dueBy < now ? { caughtUp: true as const } : {}),
  };
  const key = dutyKey(row.duty, part, period, turn);
  return { did: 'given' as const, facts: { kind: 'duty', holder, giver: givenBy, ...unitOf(row, part), key, dueBy: dueBy.toISOString(), of } };
}

/** What was found, and what became of it. "Nothing in it" is a result as well. */
export const decideRound = (items: number, tickets: readonly string[]) => ({ did: 'done' as const, facts: { of: { items, tickets } } });

/** What a unit had got, each of it looked through at its meeting; nothing is a result as well (D9). */
export const decideReview = (reviewed: readonly string[]) => ({ did: 'done' as const, facts: { of: { items: reviewed.length, reviewed } } });

/** What a miss comes to: where only the latest is done it is over (Z8), else it is still to be made up; with how many in a row. */
export function decideMiss(state: ErrandState, before: number) {
  const did = dutyFacts(state).catchUp === 'latest' ? ('lapsed' as const) : ('counted' as const);
  return { did, facts: { of: { inARow: before + 1 } } };
}

/** Whom a row of misses tells on `day`. */
function tellsOf({ by, inARow }: DutyFacts, staff: readonly Holder[], day: string): string[] {
  const level = toldOf(by, inARow ?? 1, day);
  return level ? holdersOf(level, staff) : [];
}

/** Who hears of what happens to a duty. */
export function hearersOfDuty(event: ErrandEvent, state: ErrandState, staff: readonly Holder[]): readonly string[] {
  const facts = dutyFacts(state);
  switch (event.did) {
    case 'given':
    case 'warned':
    case 'missed':
      return facts.caughtUp ? [] : [state.holder];
    case 'handed_on':
      return [state.holder];
    case 'lapsed':
    case 'counted':
      return tellsOf(facts, staff, isoDay(event.at));
    case 'done':
      return facts.duty === 'round' ? [] : holdersOf('director', staff);
    default:
      return [];
  }
}

/** `off`: the estate said meanwhile that it has no such channel. */
export type DutyStanding = 'owed' | 'opened' | 'done' | 'done_late' | 'missed' | 'off';

/** How a period of a duty stands for whoever looks. */
export function dutyStanding(state: ErrandState, now: Date): DutyStanding {
  const { done, opened, withdrawn } = state.happened;
  const dueBy = state.answerBy ?? now;
  if (done) return done > dueBy ? 'done_late' : 'done';
  if (withdrawn && withdrawn <= dueBy) return 'off';
  if (state.status === 'withdrawn' || now > dueBy) return 'missed';
  return opened ? 'opened' : 'owed';
}

/** What a duty is called, with its channel or department: 开意见箱, 向客服征求意见（环境部）. */
export function dutyTitle({ duty, part }: Pick<DutyFacts, 'duty' | 'part'>): string {
  if (duty === 'round') return keptChannelOf(part)?.round ?? '查看渠道';
  const label = DUTIES.find((row) => row.duty === duty)?.label ?? '定期要做的事';
  return part === 'estate' ? label : `${label}（${sayPart(part)}）`;
}

const NEWS: Partial<Record<ErrandEventName, string>> = {
  given: '这一轮该做了',
  handed_on: '交给您了',
  warned: '快到时间了',
  missed: '到时间没有做',
  done: '写好了，请看',
};

/** One line of the inbox about a duty: which, and of a row of misses how many it are (Z8). */
export function sayDutyNews(did: string, facts: Record<string, unknown>): string {
  const of = facts.of as Partial<DutyFacts> | undefined;
  if (did === 'lapsed' || did === 'counted') return (of?.inARow ?? 1) > 1 ? `连着第 ${of?.inARow} 次没有做` : '到时间没有做';
  return NEWS[did as ErrandEventName] ?? '有新进展';
}
