import { type Department, type Holder, type Role, sayPost } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import { type Addressee, holdersOf } from '../kernel/routing.ts';
import { DAY, isoDay, shanghaiTime } from '../kernel/time.ts';
import { fillsAny } from './fillers.ts';
import { fills, isCompanys, levelOf, type Post } from './levels.ts';

export const SCOPES = { all: '全公司', line: '一条线', estate: '几个小区' } as const;
export type Scope = keyof typeof SCOPES;

/** Who asks, with the posts they hold now. */
export interface Asker {
  id: string;
  posts: readonly Post[];
}

interface Offices {
  headOffices: readonly string[];
  /** Every office there is. */
  all: readonly string[];
}

/** A post is set up, or ends, at most so far ahead [ours]. */
const AHEAD_DAYS = 366;

/** From when a day counts: today from now on, another from its first minute. @throws Problem `request/invalid` */
export function fromDay(field: string, day: string, now: Date): Date {
  const today = isoDay(now);
  if (day < today) throw refuseField(field, '日子过了，请从今天起');
  const at = day === today ? now : shanghaiTime(`${day} 00:00`);
  if (Number.isNaN(at.getTime()) || at.getTime() - now.getTime() > AHEAD_DAYS * DAY) throw refuseField(field, '日子太远了');
  return at;
}

/** The end of a last day. */
export const endOfDay = (day: string): Date => new Date(shanghaiTime(`${day} 00:00`).getTime() + DAY);

/** What somebody is to hold. */
export interface Filling {
  officeId: string;
  role: Role;
  department?: Department | undefined;
  trades: readonly string[];
  scope?: Scope | undefined;
}

/** A post as it is written down. */
export interface Filled {
  officeId: string;
  role: Role;
  department: Department | null;
  trades: readonly string[];
  scope: Scope | null;
}

/**
 * Whether somebody may fill a post, and how it is written down (A1): nobody one as high as their own, or higher, and nobody their own.
 * @param person whom; null while they are not on the roster
 * @throws Problem `request/invalid`, `staff-posts/not-yours`, `staff-posts/own`, `staff-posts/held`
 */
export function decideFilling(by: Asker, filling: Filling, person: { id: string; posts: readonly Post[] } | null, offices: Offices): Filled {
  const { officeId, role } = filling;
  if (!fillsAny(by.posts)) throw new Problem('staff-posts/not-yours');
  const row = levelOf(filling, offices.headOffices);
  if (!offices.all.includes(officeId)) throw refuseField('officeId', '没有这个小区，请重新选');
  if (!row) throw refuseField('role', '这里没有这个岗位，请重新选');
  if (!fills(by.posts, filling, offices.headOffices)) throw new Problem('staff-posts/not-yours');
  if (person?.id === by.id) throw new Problem('staff-posts/own');
  const [only] = row.departments;
  const department = row.departments.length > 1 ? filling.department : only;
  if (row.departments.length > 0 && (!department || !row.departments.includes(department))) throw refuseField('department', '请选是哪个部门的');
  const isTechnician = role === 'technician';
  if (isTechnician && filling.trades.length === 0) throw refuseField('trades', '请选会做哪些活，派单看这个');
  if (role === 'managementRepresentative' && !filling.scope) throw refuseField('scope', '请选管哪些');
  const filled: Filled = {
    officeId,
    role,
    department: department ?? null,
    trades: isTechnician ? [...new Set(filling.trades)] : [],
    scope: row.at === 'headOffice' ? (role === 'managementRepresentative' ? filling.scope! : 'all') : null,
  };
  if (person?.posts.some((post) => post.officeId === officeId && post.role === role && post.department === filled.department))
    throw new Problem('staff-posts/held');
  return filled;
}

/**
 * Whether somebody may end this post of a colleague. Whoever fills the higher one they are moved to at the same office may, too: a promotion.
 * @throws Problem `staff-posts/own`, `staff-posts/not-yours`
 */
export function permitEnding(by: Asker, post: Post & { personId: string }, headOffices: readonly string[], movesTo: Filled | null = null): void {
  if (post.personId === by.id) throw new Problem('staff-posts/own');
  const rises =
    movesTo !== null &&
    movesTo.officeId === post.officeId &&
    fills(by.posts, movesTo, headOffices) &&
    (levelOf(movesTo, headOffices)?.level ?? 0) > (levelOf(post, headOffices)?.level ?? 0);
  if (!fills(by.posts, post, headOffices) && !rises) throw new Problem('staff-posts/not-yours');
}

/** Whether somebody books the leave of whoever holds these posts of an office: who fills them all; of posts of the company's filling, their holder too. */
export const books = (by: Asker, personId: string, posts: readonly Post[], headOffices: readonly string[]): boolean =>
  posts.length > 0 && posts.every((post) => (by.id === personId ? isCompanys(post, headOffices) : fills(by.posts, post, headOffices)));

/** A leave lasts at most so long; whoever is away longer holds no post [ours]. */
export const LEAVE_DAYS = 183;

/**
 * From when until when somebody is away, both days with them.
 * @throws Problem `request/invalid`
 */
export function decideLeave(
  asked: { personId: string; from: string; until: string; deputyId: string | null },
  staff: readonly Holder[],
  others: readonly { from: Date; until: Date }[],
  now: Date,
): { from: Date; until: Date } {
  const from = fromDay('from', asked.from, now);
  if (asked.until < asked.from) throw refuseField('until', '最后一天不能在第一天前面');
  const until = endOfDay(asked.until);
  if (until.getTime() - from.getTime() > LEAVE_DAYS * DAY) throw refuseField('until', `一次请假最多 ${LEAVE_DAYS} 天，再久的请办离任`);
  if (others.some((one) => one.from < until && one.until > from)) throw refuseField('from', '这几天已经请过假了');
  if (asked.deputyId === asked.personId) throw refuseField('deputyId', '代理要另一位同事');
  if (asked.deputyId !== null && !staff.some((holder) => holder.person === asked.deputyId)) throw refuseField('deputyId', '请选同一处现在在岗的同事');
  return { from, until };
}

const ADDRESSEE: Partial<Record<Role, Addressee>> = { engineeringSupervisor: 'head' };

/** What a post is called where people climb from it. */
function addresseeOf({ role, department }: Pick<Holder, 'role' | 'department'>): Addressee {
  if (role === 'departmentHead' && department === 'serviceCentre') return 'serviceCentreHead';
  if (role === 'departmentHead' && department === 'engineering') return 'head';
  return ADDRESSEE[role] ?? (role as Addressee);
}

/**
 * Who stands in once a post is nobody's (Z15): as people say it, with who that is; null while somebody else holds it, nobody at all where the whole line is empty.
 * @param staff who is left
 */
export function climbsTo(post: Pick<Holder, 'role' | 'department' | 'atHeadOffice'>, staff: readonly Holder[]): string[] | null {
  const isSame = (one: Holder) => one.role === post.role && one.department === post.department && one.atHeadOffice === post.atHeadOffice;
  if (staff.some(isSame)) return null;
  const addressee = addresseeOf(post);
  const people = holdersOf(addressee, staff);
  const names = people.flatMap((person) => {
    const found = staff.find((one) => one.person === person && holdersOf(addresseeOf(one), staff).includes(person));
    return found ? [sayPost(found.role, found.department)] : [];
  });
  return [...new Set(names)];
}
