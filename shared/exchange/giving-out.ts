import type { ErrandEventName, ErrandState, Unit } from '../errands/errand.ts';
import { COMPANY_DEPARTMENTS, ESTATE_DEPARTMENTS, headsOf } from '../errands/relations.ts';
import type { ErrandRow } from '../errands/rows.ts';
import { days, named } from '../kernel/due.ts';
import { DEPARTMENTS, type Department, type Holder } from '../kernel/people.ts';
import { refuseField } from '../kernel/problem.ts';
import type { Ladder, PromiseRow } from '../kernel/promises.ts';
import { holdersOf } from '../kernel/routing.ts';
import { CLIMB } from '../repairs/promises.ts';
import { inTheFuture } from '../tickets/decision.ts';

export type ExchangeAction = 'distribute' | 'setAside' | 'answerNotice';

/** What a unit did with what it was told. */
export const NOTICE_OUTCOMES = { told: '已传达到人', acted: '已经照着办了', not_ours: '看过了，与我们无关' } as const;
export type NoticeOutcome = keyof typeof NOTICE_OUTCOMES;

/** A unit has so many days to answer at most [ours]. */
export const ANSWER_WITHIN_DAYS = 90;

const OUTSIDE = ['outside'] as const;
const NOTICE = ['notice'] as const;
const isOutside = ({ kind }: ErrandState) => kind === 'outside';
const isNotice = ({ kind }: ErrandState) => kind === 'notice';

// biome-ignore format: a table reads best as one
export const EXCHANGE_ROWS: readonly (ErrandRow & { action: ExchangeAction | 'withdraw' })[] = [
  { action: 'distribute',                                    label: '传达给各部门',   kinds: OUTSIDE, from: ['given', 'closed'], to: 'closed',    does: ['distributed'], by: ['quality'],                      clause: 'D8', since: '2026-01-01' },
  { action: 'setAside',                                      label: '不用传达',       kinds: OUTSIDE, from: ['given'],           to: 'closed',    does: ['set_aside'],   by: ['quality'],                      clause: 'D8', since: '2026-01-01' },
  { action: 'answerNotice',                                  label: '说说怎么处理的', kinds: NOTICE,  from: ['given'],           to: 'closed',    does: ['answered'],    by: ['receiver', 'holder'],           clause: 'D8', since: '2026-01-01' },
  { action: 'withdraw', name: 'withdraw what was given out', label: '撤回',           kinds: NOTICE,  from: ['given'],           to: 'withdrawn', does: ['withdrawn'],   by: ['giver', 'quality'],             clause: 'D8', since: '2026-01-01' },
];

/** What the quality department owes climbs past it. */
const PAST_QUALITY: Ladder = [
  ...CLIMB.filter((rung) => rung.step === 'warned' || rung.step === 'missed'),
  { step: 'told_managementRepresentative', after: 'due', percent: 'qualityAfterPercent' },
];
const PAST_A_HEAD: Ladder = CLIMB.filter((rung) => rung.step !== 'told_quality');

// A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const EXCHANGE_PROMISES: readonly PromiseRow<ErrandState, 'outside_distributed' | 'notice_answered', ErrandEventName>[] = [
  { rule: 'outside_distributed', what: 'outside_distributed', label: '传达给各部门',     clause: 'D8', since: '2026-01-01', opens: { given: 'given' }, when: isOutside, due: days('distributeDays'), keeps: ['distributed', 'set_aside'], drops: ['withdrawn'], owedBy: 'quality',  owedTo: 'company', ladder: PAST_QUALITY },
  { rule: 'notice_answered',     what: 'notice_answered',     label: '传达到人并回话',   clause: 'D8', since: '2026-01-01', opens: { given: 'given' }, when: isNotice,  due: named,                  keeps: ['answered'],                 drops: ['withdrawn'], owedBy: 'assignee', owedTo: 'company', ladder: PAST_A_HEAD },
];

/** What came from outside goes to the quality department, whoever noticed it (D8). @throws Problem `request/invalid` where nobody at the company takes it */
export function decideHandingOn(entry: string, by: string, staff: readonly Holder[]) {
  const quality = holdersOf('quality', staff);
  const holder = quality.includes(by) ? by : quality[0];
  if (!holder) throw refuseField('kind', '公司现在没有人收外来信息');
  return { did: 'given' as const, facts: { kind: 'outside', holder, key: entry, of: { entry } } };
}

/** The departments of an office that somebody answers for. @param but whoever gives it out: nobody answers themselves */
export function unitsIn(atHeadOffice: boolean, staff: readonly Holder[], but: string): (Unit & { head: string })[] {
  const departments: readonly Department[] = atHeadOffice ? COMPANY_DEPARTMENTS : ESTATE_DEPARTMENTS;
  const others = staff.filter((one) => one.person !== but);
  return departments.flatMap((department) => {
    const [head] = headsOf({ department, atHeadOffice }, others);
    return head ? [{ department, atHeadOffice, head }] : [];
  });
}

/** What makes a notice the only one of a piece at a unit that stands. @param withdrawn how many were taken back there */
export const noticeKey = (entry: string, department: string, withdrawn: number): string =>
  `${entry}/${department}${withdrawn > 0 ? `/${withdrawn + 1}` : ''}`;

/**
 * One unit is told, and answers by then (D8).
 * @throws Problem `request/invalid` where nobody answers for it, or for a time that has passed
 */
export function decideTelling(
  given: { entry: string; department: Department; atHeadOffice: boolean; answerBy: Date; withdrawn: number },
  by: string,
  staff: readonly Holder[],
  now: Date,
) {
  const { entry, department, atHeadOffice, answerBy, withdrawn } = given;
  const dueBy = inTheFuture('answerBy', answerBy, now, ANSWER_WITHIN_DAYS);
  const unit = unitsIn(atHeadOffice, staff, by).find((one) => one.department === department);
  if (!unit) throw refuseField('units', `${DEPARTMENTS[department]}现在没有别的负责人`);
  const key = noticeKey(entry, department, withdrawn);
  return { did: 'given' as const, facts: { kind: 'notice', holder: unit.head, unit: { department, atHeadOffice }, key, dueBy, of: { entry } } };
}

/** What a unit answers. */
export const decideAnswer = (how: NoticeOutcome) => ({ did: 'answered' as const, facts: { of: { how } } });

/** Where such an errand stands, as one would say it; nothing for the others. */
export function sayGivenOut({ kind, status, facts, happened }: Pick<ErrandState, 'kind' | 'status' | 'facts' | 'happened'>): string | null {
  if (kind === 'outside') {
    if (status === 'given') return '等品质管理部传达';
    return happened.distributed ? '传达了' : '看过，不用传达';
  }
  if (kind !== 'notice') return null;
  if (status === 'given') return '等回话';
  return status === 'withdrawn' ? '撤回了' : (NOTICE_OUTCOMES[facts.how as NoticeOutcome] ?? '回话了');
}

/** How many units a piece went to, and how many have answered, in words. */
export function sayReach(notices: readonly Pick<ErrandState, 'status'>[]): string {
  const open = notices.filter((one) => one.status !== 'withdrawn');
  if (open.length === 0) return '';
  const answered = open.filter((one) => one.status === 'closed').length;
  return answered === open.length ? `传达给 ${open.length} 个部门，都回话了` : `传达给 ${open.length} 个部门，${answered} 个回话了`;
}
