import type { Holder } from '../kernel/people.ts';
import { inForce } from '../kernel/rules.ts';
import type { Against, Complaint, Door, Level } from './complaint.ts';
import { LEVELS } from './complaint.ts';

/** What decides who handles a complaint. */
export interface EscalationCase {
  door: Door;
  against: readonly Against[];
  compensation: boolean;
  /** Somebody of leadership is left who is not complained about. */
  leadershipLeft: boolean;
  /** The office did not solve it in time, or said so, or the household is not content with what it did. */
  unsolved: boolean;
  /** The quality department, or the management representative, handed it up. */
  handedUp: boolean;
}

/** A row of the routing table: the first that matches wins, and says why. */
export interface EscalationRow {
  name: string;
  when: (given: EscalationCase) => boolean;
  to: Level;
  /** Why, in words that follow 到公司领导：. */
  says: string;
  clause: string;
  since: string;
}

const against = (one: Against) => (given: EscalationCase) => given.against.includes(one);

// Who handles a complaint, in order of precedence. A row that has been in force is never edited: add its successor below it.
// biome-ignore format: a table reads best as one
export const ESCALATION: readonly EscalationRow[] = [
  { name: 'against leadership',             when: (given) => against('leadership')(given) && given.leadershipLeft,  to: 'leadership',               says: '投诉公司领导，由另一位领导处理',     clause: 'Z9', since: '2026-01-01' },
  { name: 'against all of leadership',      when: against('leadership'),                                            to: 'quality',                  says: '投诉公司领导，没有别的领导可以处理', clause: 'Z9', since: '2026-01-01' },
  { name: 'compensation',                   when: (given) => given.compensation,                                    to: 'leadership',               says: '涉及赔偿',                           clause: 'C3', since: '2026-01-01' },
  { name: 'against the director',           when: against('director'),                                              to: 'leadership',               says: '投诉主任',                           clause: 'C3', since: '2026-01-01' },
  { name: 'against the management representative', when: against('managementRepresentative'),                       to: 'leadership',               says: '投诉管理者代表',                     clause: 'C3', since: '2026-01-01' },
  { name: 'handed up',                     when: (given) => given.handedUp,                                        to: 'leadership',               says: '下面解决不了，上报',                 clause: 'C2', since: '2026-01-01' },
  { name: 'against quality',                when: against('quality'),                                               to: 'managementRepresentative', says: '投诉品质管理部',                     clause: 'C3', since: '2026-01-01' },
  { name: 'unsolved at the office',         when: (given) => given.unsolved,                                        to: 'quality',                  says: '小区没有解决',                       clause: 'C2', since: '2026-01-01' },
  { name: 'against another department',     when: against('company'),                                               to: 'quality',                  says: '投诉公司别的部门',                   clause: 'C1', since: '2026-01-01' },
  { name: 'the company’s door',             when: (given) => given.door === 'company',                              to: 'quality',                  says: '直接投诉到公司',                     clause: 'C1', since: '2026-01-01' },
  { name: 'against staff of the office',    when: (given) => given.against.some((one) => ['technician', 'agent', 'head'].includes(one)), to: 'director', says: '投诉小区的员工',                 clause: 'C3', since: '2026-01-01' },
  { name: 'the office’s door',              when: () => true,                                                       to: 'office',                   says: '小区先处理',                         clause: 'C2', since: '2026-01-01' },
];

/** The row that decides, as the table stands on a day. */
export function escalationOf(given: EscalationCase, day: string): EscalationRow {
  return inForce(ESCALATION, day, (row) => row.name).find((row) => row.when(given))!;
}

/** Whether somebody of leadership is left to handle it. */
export const leadershipLeft = (accused: readonly string[], staff: readonly Holder[]): boolean =>
  staff.some((holder) => (holder.role === 'leadership' || holder.role === 'generalManager') && !accused.includes(holder.person));

/** Whether the office handles it itself: its service centre, or its director. */
export const isAtOffice = ({ level }: Pick<Complaint, 'level'>): boolean => level === 'office' || level === 'director';

/** What a complaint is once whoever handled it did not solve it (C2): one level up, as the table stands on a day; at the top it stays. */
export function handedUp(complaint: Complaint, day: string): Complaint {
  const next = isAtOffice(complaint) ? { ...complaint, unsolved: true } : { ...complaint, handedUp: true };
  const row = escalationOf({ ...next, leadershipLeft: complaint.why !== 'against all of leadership' }, day);
  if (row.to === complaint.level) return complaint;
  return { ...next, level: row.to, why: row.name, custody: row.to === 'leadership' ? 'company' : complaint.custody };
}

/** Why it is where it is: 到公司领导：涉及赔偿，C3. */
export function explainLevel({ level, why }: Pick<Complaint, 'level' | 'why'>): string {
  const row = ESCALATION.find((one) => one.name === why);
  return `到${LEVELS[level].label}：${row?.says ?? ''}，${row?.clause ?? ''}`;
}
