import type { NoticeVersion } from '../../../../shared/contract/publications.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { type FieldError, Problem } from '../../../../shared/kernel/problem.ts';
import { DAY, HOUR, isoDay, sayMoment, shanghaiTime } from '../../../../shared/kernel/time.ts';
import type { Area } from '../../../../shared/publications/work-notices.ts';
import type { Moment } from '../../kernel/moments.ts';

/** A notice while it is being written. */
export interface NoticeDraft {
  work: string;
  place: string;
  from: string;
  until: string;
  doneBy: string;
  effect: string;
  areas: Area[];
  why: string;
}

export const EMPTY: NoticeDraft = { work: '', place: '', from: '', until: '', doneBy: '', effect: '', areas: [], why: '' };

/** What residents usually notice. */
export const EFFECTS = ['停水', '停电', '电梯停用', '有噪音', '要绕行'] as const;

/** What a notice of a public repair begins with. */
export const draftOf = (ticket: TicketDetail): NoticeDraft => ({
  ...EMPTY,
  work: ticket.facility ? `修${ticket.facility.name}` : ticket.title,
  place: ticket.facility?.name ?? ticket.where,
});

/** A version to be put right. */
export const draftFrom = ({ work, place, from, until, doneBy, effect, areas }: NoticeVersion): NoticeDraft => ({
  work,
  place,
  from,
  until,
  doneBy,
  effect,
  areas,
  why: '',
});

const isSame = (one: Area, other: Area) => one.building === other.building && one.unit === other.unit;

/** Adds an area, or takes it away; a whole building takes in its units. */
export function toggleArea(areas: readonly Area[], area: Area): Area[] {
  if (areas.some((one) => isSame(one, area))) return areas.filter((one) => !isSame(one, area));
  const rest = areas.filter((one) => one.building !== area.building || (area.unit !== null && one.unit !== null));
  return [...rest, area].sort((a, b) => a.building - b.building || (a.unit ?? 0) - (b.unit ?? 0));
}

const onDay = (day: Date, clock: string) => shanghaiTime(`${isoDay(day)} ${clock}`);

/** When work usually begins: the next three mornings. */
export const usualStarts = (now: Date): Moment[] =>
  [1, 2, 3].map((days) => {
    const at = onDay(new Date(now.getTime() + days * DAY), '09:00');
    return { at, label: sayMoment(at, now).replace(/ 周./, '') };
  });

/** When what begins then usually ends. */
export function usualEnds(from: Date): Moment[] {
  const hours = [1, 3].map((many) => ({ at: new Date(from.getTime() + many * HOUR), label: `${many} 小时` }));
  const evening = onDay(from, '17:00');
  return [
    ...hours,
    ...(evening > from ? [{ at: evening, label: '当天 17:00' }] : []),
    { at: onDay(new Date(from.getTime() + DAY), '17:00'), label: '第二天 17:00' },
  ];
}

const ASKED = {
  work: '请写做什么',
  place: '请写在哪里',
  from: '请选从什么时候',
  until: '请选到什么时候',
  doneBy: '请写谁来做',
  effect: '请写住户会遇到什么',
};

/** Names what is still empty, each once. @throws Problem `request/invalid` */
export function checkWhole(draft: NoticeDraft): void {
  const errors = Object.entries(ASKED).flatMap(([field, message]): FieldError[] =>
    draft[field as keyof typeof ASKED].trim() === '' ? [{ field, message }] : [],
  );
  if (errors.length > 0) throw new Problem('request/invalid', undefined, errors);
}
