import { isMissed, type Promised } from '../kernel/promises.ts';
import { sayClock, sayDay, sayLength, sayMoment } from '../kernel/time.ts';
import { MISS_CAUSES, type MissCause } from './agreements.ts';
import { KINDS } from './kinds.ts';

/** The word people use for a promise: 上门, 修好 … */
export function labelOf(what: string, clause: string): string {
  return promiseRowOf(what, clause)?.label ?? what;
}

export function promiseRowOf(what: string, clause: string) {
  const rows = Object.values(KINDS).flatMap((kind) => kind.promises);
  return rows.find((row) => row.what === what && row.clause === clause) ?? rows.find((row) => row.what === what);
}

const WITHDRAWN: Record<string, string> = {
  reclassified: '改了类别，按新的算',
  sorted: '换了归类，按新的算',
  answer_promised: '约好了什么时候答复',
  studied: '要研究，约好了什么时候答复',
  declined: '后来没采纳',
  cancelled: '这件事撤回了',
  merged: '并到另一件里了',
  let_go: '是并错了才有的，拆开就不算',
  walled: '换了人办',
  escalated: '换了人办',
  became_complaint: '转成投诉，按投诉的算',
  reached: '住户看到消息了',
  confirmed: '住户已经确认',
  reopened: '住户说没修好',
  call_spared: '一周内给这户打过电话、或者公司抽到了来问，不再打一次',
  visit_ended: '打了几次都没打通，联系不上',
  unflagged: '主管说不是大缺陷',
  talk_moved: '改约了一天',
};

/** How else than by agreement another due time came to hold (Z3). */
const TERMS: Record<string, string> = {
  merged: '和并进来的一起算，到',
  unmerged: '拆开，剩下的时间接着算，到',
  reclassified: '拆开，剩下的时间接着算，到',
};

/**
 * Why a promise stands as it does, as one would say it aloud:
 * "R3（2026-01-01 起）：24 小时，从今天 09:00 算，到明天 09:00；今天 14:00 约到明天 20:00；…".
 */
export function explain(promise: Promised, now: Date): string {
  const parts = [
    `${promise.clause}（${promise.ruleSince} 起）：${promise.allowance}，从${sayDay(promise.startedAt, now)} ${sayClock(promise.startedAt)} 算，到${sayMoment(promise.firstDueBy, now)}`,
    ...promise.terms.map((term) => `${sayMoment(term.agreedAt, now)} ${TERMS[term.channel] ?? '约到'}${sayMoment(term.dueBy, now)}`),
  ];
  const end = promise.keptAt ?? promise.withdrawnAt;
  if (promise.keptAt)
    parts.push(
      `${sayMoment(promise.keptAt, now)} 做到，${isMissed(promise, now) ? '迟了' : '早了'} ${sayLength(promise.keptAt.getTime() - promise.dueBy.getTime())}`,
    );
  else if (promise.withdrawnAt)
    parts.push(
      `${isMissed(promise, now) ? '已经超时；' : ''}${sayMoment(promise.withdrawnAt, now)} 不用办了：${WITHDRAWN[promise.withdrawnWhy ?? ''] ?? ''}`,
    );
  if (promise.missCause) parts.push(`原因：${MISS_CAUSES[promise.missCause as MissCause] ?? promise.missCause}`);
  if (!end)
    parts.push(
      isMissed(promise, now)
        ? `已超时 ${sayLength(now.getTime() - promise.dueBy.getTime())}`
        : `还剩 ${sayLength(promise.dueBy.getTime() - now.getTime())}`,
    );
  return parts.join('；');
}

export type Badge = { state: 'due' | 'soon' | 'held' | 'kept' | 'miss' | 'late' | 'off'; text: string; usedPercent: number };

const DONE: Record<string, [early: string, late: string]> = {
  on_site: ['已到场', '才到'],
  named_visit: ['已到场', '才到'],
  repaired: ['已修好', '才修好'],
  dispatched: ['已派人', '才派人'],
  arranged: ['已安排', '才安排'],
  service_done: ['已做完', '才做完'],
};

/** What only the resident can go on with holds these up; their clocks run on (I7). */
const HELD_UP: readonly string[] = ['repaired', 'new_date', 'finished_as_promised', 'service_done'];

/**
 * The one badge of a promise: its glyph's state and its words. A promise is `soon` from its warning on.
 * @param waits whose word it waits for, as its reader calls them; null where it waits for nobody
 */
export function badgeOf(
  promise: Pick<Promised, 'what' | 'startedAt' | 'dueBy' | 'keptAt' | 'withdrawnAt' | 'ladder'>,
  now: Date,
  waits: '您' | '住户' | null = null,
): Badge {
  const span = promise.dueBy.getTime() - promise.startedAt.getTime();
  const usedPercent = span <= 0 ? 100 : Math.min(100, Math.max(0, Math.round(((now.getTime() - promise.startedAt.getTime()) / span) * 100)));
  const [early, late] = DONE[promise.what] ?? ['已做到', '才做到'];
  if (promise.keptAt) {
    const length = sayLength(promise.keptAt.getTime() - promise.dueBy.getTime());
    return isMissed(promise, now)
      ? { state: 'late', text: `迟了 ${length}${late}`, usedPercent: 100 }
      : { state: 'kept', text: `${early}，早 ${length}`, usedPercent };
  }
  if (promise.withdrawnAt && isMissed(promise, now)) return { state: 'late', text: '超时后不用办了', usedPercent: 100 };
  if (promise.withdrawnAt) return { state: 'off', text: '不用办了', usedPercent };
  if (isMissed(promise, now)) return { state: 'miss', text: `已超时 ${sayLength(now.getTime() - promise.dueBy.getTime())}`, usedPercent: 100 };
  if (waits && HELD_UP.includes(promise.what)) return { state: 'held', text: `等${waits}回话`, usedPercent };
  const warning = promise.ladder.find((rung) => rung.step === 'warned');
  return {
    state: warning && usedPercent >= warning.percent ? 'soon' : 'due',
    text: `剩 ${sayLength(promise.dueBy.getTime() - now.getTime())}`,
    usedPercent,
  };
}
