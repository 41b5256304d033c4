import { sayAddressee } from '../kernel/people.ts';
import { isMissed, type Promised } from '../kernel/promises.ts';
import { routeOf } from '../kernel/routing.ts';
import { type Clock, sayClock, sayDay, sayLength, sayMoment } from '../kernel/time.ts';
import { MISS_CAUSES, type MissCause } from './decide.ts';
import { KINDS } from './kinds.ts';
import { NOTICES, type NoticeCase } from './notices.ts';
import type { TicketEventName, TicketState } from './ticket.ts';

/** The word people use for a promise: 上门, 修好 … */
export function labelOf(what: string, clause: string): string {
  return promiseRowOf(what, clause)?.label ?? what;
}

function promiseRowOf(what: string, clause: string) {
  const rows = Object.values(KINDS).flatMap((kind) => kind.promises);
  return rows.find((row) => row.what === what && row.clause === clause) ?? rows.find((row) => row.what === what);
}

const WITHDRAWN: Record<string, string> = {
  reclassified: '改了类别，按新的算',
  cancelled: '这件事撤回了',
  merged: '并到另一件里了',
  walled: '换了人办',
  reached: '住户看到消息了',
  confirmed: '住户已经确认',
  reopened: '住户说没修好',
  call_spared: '一周内给这户打过电话，不再打一次',
};

/**
 * Why a promise stands as it does, as one would say it aloud:
 * "R3（2026-01-01 起）：24 小时，从今天 09:00 算，到明天 09:00；今天 14:00 约到明天 20:00；…".
 */
export function explain(promise: Promised, now: Date): string {
  const parts = [
    `${promise.clause}（${promise.ruleSince} 起）：${promise.allowance}，从${sayDay(promise.startedAt, now)} ${sayClock(promise.startedAt)} 算，到${sayMoment(promise.firstDueBy, now)}`,
    ...promise.terms.map((term) => `${sayMoment(term.agreedAt, now)} 约到${sayMoment(term.dueBy, now)}`),
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

export type Badge = { state: 'due' | 'soon' | 'kept' | 'miss' | 'late' | 'off'; text: string; usedPercent: number };

const DONE: Record<string, [early: string, late: string]> = {
  on_site: ['已到场', '才到'],
  repaired: ['已修好', '才修好'],
  dispatched: ['已派人', '才派人'],
};

/** The one badge of a promise: its glyph's state and its words. A promise is `soon` from its warning on. */
export function badgeOf(promise: Pick<Promised, 'what' | 'startedAt' | 'dueBy' | 'keptAt' | 'withdrawnAt' | 'ladder'>, now: Date): Badge {
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
  const warning = promise.ladder.find((rung) => rung.step === 'warned');
  return {
    state: warning && usedPercent >= warning.percent ? 'soon' : 'due',
    text: `剩 ${sayLength(promise.dueBy.getTime() - now.getTime())}`,
    usedPercent,
  };
}

const NEWEST = '9999-12-31';

/** Who hears first when a promise to residents is missed, by the newest rows: 工程主管, 服务中心负责人. */
function whoHearsOfMiss(what: string, clause: string): string {
  const row = promiseRowOf(what, clause);
  const given = { step: 'missed', owedByRole: row?.owedBy ?? null, owedTo: 'residents' } as NoticeCase;
  const heard = routeOf(NOTICES, given, NEWEST);
  const colleague = heard?.to.find((addressee) => addressee !== 'owner' && addressee !== 'residents');
  return colleague ? sayAddressee(colleague) : '主管';
}

/** What an event is called in the history people read. */
export interface Happened {
  did: TicketEventName;
  at: Date;
  by: string | null;
  facts: Record<string, unknown>;
}

/**
 * One line of the history in plain words.
 * @param name finds the name of a person's id
 * @param forStaff colleagues also read steps and handovers
 * @returns null for what is not told
 */
export function tell(event: Happened, name: (id: string | null) => string, forStaff: boolean, now: Clock): string | null {
  const who = name(event.by);
  const what = () => labelOf(String(event.facts.what), String(event.facts.clause ?? ''));
  const until = () => sayMoment(new Date(String(event.facts.dueBy)), now());
  switch (event.did) {
    case 'received':
      return `收到报修${forStaff ? `（${event.facts.clause}）` : ''}`;
    case 'handed_over':
      return forStaff ? `${who}转给工程部，${until()} 前答复` : '客服已转给工程部';
    case 'taken_on':
      return `${who}接下，答应 ${until()} 前修好`;
    case 'dispatched':
      return `${who}派${name(String(event.facts.assignee))}师傅上门`;
    case 'accepted':
      return `${who}师傅接下了，准备过来`;
    case 'arrived':
      return `${who}师傅到了`;
    case 'finished':
      return `${who}师傅说修好了`;
    case 'confirmed':
      return forStaff ? `${who}确认修好` : '您家确认修好了';
    case 'reopened':
      return forStaff ? `${who}说没修好，重新办` : '您家说没修好，重新办';
    case 'called':
      return `${who}打过电话`;
    case 'visited':
      return `${who}做了特殊回访`;
    case 'noted':
      return forStaff ? `${who}给同事记了一条` : null;
    case 'rated_low':
      return forStaff ? `住户打了 ${event.facts.score} 分，服务中心负责人来联系` : '您打了低分，服务中心会联系您';
    case 'return_visited':
      return `${who}做了回访`;
    case 'call_spared':
      return forStaff ? `${sayMoment(new Date(String(event.facts.calledAt)), now())} 给这户打过电话，一周内不再打` : null;
    case 'agreed':
      return `${what()}约到 ${until()}`;
    case 'rescheduled':
    case 'visit_rescheduled':
      return `另约到 ${until()}，原来的超时照记`;
    case 'explained':
      return `${what()}超时的原因：${MISS_CAUSES[event.facts.cause as MissCause] ?? ''}`;
    case 'reclassified':
      return event.facts.urgency === 'urgent' ? '改成急修，从收到时算起' : '改成一般维修，从收到时算起';
    case 'recategorised':
      return forStaff ? `${who}改了类别` : null;
    case 'warned':
      return forStaff ? `提醒：${what()}快到时间` : null;
    case 'missed':
      return `${what()}超时，${forStaff ? '已上报' : `已报给${whoHearsOfMiss(String(event.facts.what), String(event.facts.clause ?? ''))}`}`;
    case 'told':
      return forStaff
        ? `${what()}仍未做到，已报${sayAddressee(String(event.facts.step).replace('told_', ''))}`
        : `已报给${sayAddressee(String(event.facts.step).replace('told_', ''))}`;
    case 'unreached':
      return forStaff ? '住户还没看到消息，微信也通知不到' : null;
    case 'reached':
      return forStaff ? '住户看到消息了' : null;
    case 'cancelled':
      return '这件事撤回了';
    default:
      return null;
  }
}

/** The step bar of a resident: the last one reached is now. */
export function stepsOf(state: Pick<TicketState, 'kind' | 'receivedAt' | 'happened'>) {
  const steps = KINDS[state.kind].steps.map(({ label, did }) => ({ label, at: did === 'received' ? state.receivedAt : state.happened[did] }));
  const reached = steps.reduce((last, step, index) => (step.at ? index : last), 0);
  return steps.map((step, index) => ({
    label: step.label,
    at: step.at ? sayClock(step.at) : '',
    state: index < reached ? ('done' as const) : index === reached ? ('now' as const) : ('ahead' as const),
  }));
}

const NEWS: Partial<Record<TicketEventName, string>> = {
  received: '新报修',
  handed_over: '转来一件，请接下并答应时间',
  taken_on: '工程主管接下了',
  dispatched: '已派师傅',
  accepted: '师傅接下了，准备过来',
  arrived: '师傅到了',
  finished: '师傅说修好了',
  confirmed: '住户确认修好',
  reopened: '住户说没修好，请马上返工',
  said: '有新留言',
  reassured: '有新留言',
  asked: '住户留言，等您回复',
  answered: '有新回复',
  rated_low: '住户打了低分，请联系',
  agreed: '约了新的时间',
  rescheduled: '另约了时间',
  visit_rescheduled: '另约了时间',
  reclassified: '改了急修或一般',
  unreached: '住户没看到消息，请打电话',
};

/** One line of the inbox, from the event's facts alone. */
export function sayNews(did: TicketEventName, facts: Record<string, unknown>): string {
  const what = () => labelOf(String(facts.what), String(facts.clause ?? ''));
  if (did === 'warned') return `${what()}快到时间了`;
  if (did === 'missed') return `${what()}超时了`;
  if (did === 'told') return `${what()}超时还没做到，请您过问`;
  return NEWS[did] ?? '有新进展';
}
