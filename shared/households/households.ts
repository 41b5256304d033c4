import { Problem, refuseField } from '../kernel/problem.ts';
import { DAY, isoDay, shanghaiTime } from '../kernel/time.ts';

/** What somebody is to a home. A contact acts for the organisation that holds it. */
export const RESIDES_AS = { owner: '业主', occupant: '住户', contact: '联系人' } as const;
export type ResidesAs = keyof typeof RESIDES_AS;

/** What changed in a home's register, as its page says it. */
export const HOUSEHOLD_CHANGES = {
  moved_in: '登记住进来',
  joined: '凭邀请码进来',
  moved_out: '登记搬走',
  sent_off: '家里人请出去了',
  number_corrected: '更正号码，微信解绑',
  key_set: '设为重要客户',
  key_unset: '不再是重要客户',
  held_by: '改了所属单位',
  forgotten: '本人要求清除了资料',
} as const;
export type HouseholdChange = keyof typeof HOUSEHOLD_CHANGES;

/** One stay in a home. */
export interface Stay {
  personId: string;
  as: ResidesAs;
  from: Date;
  until: Date | null;
  invitedBy: string | null;
}

/** Who of a home may ask family in: an owner; where no owner is bound to a WeChat, whoever else lives there (A1). */
export const mayInviteFamily = (as: ResidesAs, isAnOwnerBound: boolean): boolean => as === 'owner' || !isAnOwnerBound;

/** Who may end the stay of somebody who was asked in: whoever asked them, an owner, and they themselves. */
export const maySendOff = (viewer: { id: string; as: ResidesAs }, stay: Pick<Stay, 'personId' | 'invitedBy'>): boolean =>
  stay.invitedBy !== null && (stay.invitedBy === viewer.id || stay.personId === viewer.id || viewer.as === 'owner');

const startOf = (day: string) => shanghaiTime(`${day} 00:00`);

function pastDay(field: string, day: string, now: Date): void {
  if (day > isoDay(now)) throw refuseField(field, '还没到这一天，请到那天再登记');
}

/**
 * From when somebody lives there: the beginning of the day, today from this moment; never before the last one left, so that nobody sees what those before them
 * reported (A1).
 * @throws Problem `request/invalid` for a day to come
 */
export function movedInAt(day: string, lastLeft: Date | null, now: Date): Date {
  pastDay('from', day, now);
  const from = day === isoDay(now) ? now : startOf(day);
  return lastLeft && lastLeft > from ? lastLeft : from;
}

/**
 * Until when somebody lived there: the end of the day, today until this moment, so that what comes after is not theirs to see.
 * @throws Problem `request/invalid` for a day to come, or before they came; `household/changed` where they have left already
 */
export function movedOutAt(day: string, stay: Pick<Stay, 'from' | 'until'>, now: Date): Date {
  if (stay.until !== null) throw new Problem('household/changed');
  pastDay('on', day, now);
  const until = day === isoDay(now) ? now : new Date(startOf(day).getTime() + DAY);
  if (until < stay.from) throw refuseField('on', '不能早于住进来的日子');
  return until;
}
