import { Problem, refuseField } from '../kernel/problem.ts';
import { sayClock, sayMoment } from '../kernel/time.ts';

/** Whom a publication is for: a building, or one unit of it. */
export interface Area {
  building: number;
  unit: number | null;
}

/** What goes out, and what residents are told of it: a correction and a withdrawal are publications too (readings 32). */
export const ISSUES = {
  first: { label: '通知', did: 'published', news: '有一张小区通知，请看看' },
  correction: { label: '更正', did: 'corrected', news: '小区通知有更正，请看看' },
  withdrawal: { label: '撤回', did: 'withdrawn', news: '小区通知撤回了' },
} as const;

export type Issue = keyof typeof ISSUES;

/** 公共设施设备安装/维修工程通知单: work, place, date, contractor or team, and what residents will notice (R7). */
export interface WorkNotice {
  work: string;
  place: string;
  from: Date;
  until: Date;
  doneBy: string;
  effect: string;
  areas: readonly Area[];
}

/** Whom it is for in words; no area is the whole estate. */
export const sayAreas = (areas: readonly Area[]): string =>
  areas.length === 0 ? '全小区' : areas.map(({ building, unit }) => `${building}栋${unit === null ? '' : `${unit}单元`}`).join('、');

/** Everybody any of these was for. */
export const joinAreas = (all: readonly (readonly Area[])[]): Area[] => {
  if (all.some((areas) => areas.length === 0)) return [];
  const joined = all.flat();
  return joined.filter((one, index) => joined.findIndex((other) => other.building === one.building && other.unit === one.unit) === index);
};

/** From when to when, as people say it. */
export function saySpan(from: Date, until: Date, now: Date): string {
  const sameDay = sayMoment(from, now).replace(sayClock(from), '') === sayMoment(until, now).replace(sayClock(until), '');
  return `${sayMoment(from, now)} 到 ${sameDay ? sayClock(until) : sayMoment(until, now)}`;
}

/** The whole of a notice as it is handed in, word for word. */
export function sayNotice(notice: WorkNotice, issue: Issue, why: string): string {
  const parts = [
    `【工程${ISSUES[issue].label}】${notice.work}`,
    `地点：${notice.place}`,
    `时间：${notice.from.toISOString()} 至 ${notice.until.toISOString()}`,
    `施工：${notice.doneBy}`,
    `会遇到：${notice.effect}`,
    `发给：${sayAreas(notice.areas)}`,
    ...(why === '' ? [] : [`原因：${why}`]),
  ];
  return parts.join('\n');
}

/** @throws Problem `request/invalid` for work that ends before it begins, or is over */
export function checkNotice({ from, until }: Pick<WorkNotice, 'from' | 'until'>, now: Date): void {
  if (until <= from) throw refuseField('until', '结束的时间要在开始之后');
  if (until <= now) throw refuseField('until', '已经过去的不用再通知');
}

/** What a next version is, of one whose issues so far are these. @throws Problem `publication/withdrawn` */
export function issueAfter(issued: readonly Issue[]): Issue {
  if (issued[issued.length - 1] === 'withdrawal') throw new Problem('publication/withdrawn');
  return issued.length === 0 ? 'first' : 'correction';
}

/** One line of the inbox about a notice. */
export const newsOf = (did: string): string => Object.values(ISSUES).find((one) => one.did === did)?.news ?? '有一张小区通知';
