import { channelOf } from '../intake/channels.ts';
import { sayMoney } from '../kernel/money.ts';
import { type Clock, sayMoment } from '../kernel/time.ts';
import { DOOR_TRIES, type DoorTry } from '../quotes/door.ts';
import { CANCEL_REASONS, type CancelReason } from '../tickets/own.ts';
import type { Status, TicketEventName } from '../tickets/ticket.ts';

/** What of an event its words may speak of. */
interface Told {
  did: TicketEventName;
  by: string | null;
  facts: Record<string, unknown>;
}

type Say = (event: Told, who: string, forStaff: boolean, name: (id: string | null) => string, now: Clock) => string;

const yours = (forStaff: boolean) => (forStaff ? '住户' : '您家');
const sum = ({ facts }: Told) => sayMoney(Number(facts.labourFen ?? 0) + Number(facts.partsFen ?? 0));
const isTold = ({ facts }: Told) => facts.channel !== undefined;

/** What is said of a special service in other words than of a repair. */
const TELL: Partial<Record<TicketEventName, Say>> = {
  received: (event, who, forStaff) => {
    const channel = channelOf(String(event.facts.channel ?? ''));
    if (channel) return `${who}记下口头定单，${channel.label}${forStaff ? '（R12）' : ''}`;
    return forStaff ? `${who}订了特约服务（R12）` : '收到您订的服务';
  },
  dispatched: ({ facts }, who, _forStaff, name) =>
    facts.assignee ? `${who}安排${name(String(facts.assignee))}师傅来做` : `${who}约好了外面的单位来做`,
  visit_named: ({ facts }, _who, _forStaff, _name, now) => `约好 ${sayMoment(new Date(String(facts.dueBy)), now())} 前上门`,
  arrived: ({ facts: _ }, who) => `${who}登记：人到了`,
  nobody_home: ({ facts }, who) => `${who}登记：${DOOR_TRIES[facts.how as DoorTry] ?? '没找到人'}`,
  finished: (_event, who, forStaff) => (forStaff ? `${who}登记：做好了` : '做好了，请您验收'),
  confirmed: (event, who, forStaff) =>
    isTold(event) ? `${forStaff ? `${who}问过，住户` : '您家在电话里'}说做好了` : `${forStaff ? who : '您家'}验收了`,
  reopened: ({ facts }, who, forStaff) => {
    if (facts.after === 'visit') return forStaff ? '住户回访时说不满意，重新办' : '回访时您家说不满意，重新办';
    return forStaff ? `${who}说没做好，重新办` : '您家说没做好，重新办';
  },
  quoted: (event, who, forStaff) => `${who}改了价格：${sum(event)}，等${forStaff ? '住户' : '您'}回话`,
  quote_accepted: (event, who, forStaff) =>
    isTold(event) ? `${who}记下：${yours(forStaff)}同意价格 ${sum(event)}` : `${forStaff ? who : '您家'}同意价格 ${sum(event)}`,
  quote_refused: (event, who, forStaff) =>
    event.facts.wouldEnd === true
      ? `${forStaff ? `${who}（不是订的人）` : '家里人'}不同意新价格，说不做了；做不做下去，等订的人定`
      : `${isTold(event) ? `${who}记下：` : ''}${yours(forStaff)}不同意新价格，${event.facts.goesOn ? '按原来的价格做' : '不做了，不收费'}`,
  quote_withdrawn: (_event, who) => `${who}撤回了新价格`,
  handed_back: (_event, who, forStaff) => (forStaff ? `${who}师傅退回，要另外安排` : '在换一个人来做'),
  visit_ended: ({ facts }, who, forStaff, _name, now) => {
    if (facts.unheardBy === undefined) return forStaff ? `几次都没打通，${who}记为联系不上` : '给您打了几次电话都没打通，有事请找服务中心';
    const until = sayMoment(new Date(String(facts.unheardBy)), now());
    return forStaff
      ? `几次都没打通，${who}记为联系不上；${until} 前没有回话，先归档，不算验收`
      : `给您打了几次电话都没打通；${until} 前没有您的回话，先归档，不算您验收`;
  },
  provider_visited: (_event, who, forStaff) => (forStaff ? `${who}记下服务方的回访` : '服务方做了回访'),
  quality_visited: (_event, who, forStaff) => (forStaff ? `${who}做了品质回访` : '品质管理部做了回访'),
  cancelled: ({ facts, ...event }, who, forStaff) => {
    if (facts.why === 'quote_refused') return `${yours(forStaff)}不做了，这件事到这里`;
    const why = facts.why === undefined ? '' : `：${sayServiceCancel(facts.why as CancelReason)}`;
    return `${forStaff ? `${who}${isTold({ ...event, facts }) ? '按住户说的' : ''}取消了` : '取消了，不来了'}${why}`;
  },
};

/** Where an order stands, as a sheet of orders has it. */
export const ORDER_STANDS: Record<Status | 'unheard', string> = {
  received: '还没安排',
  dispatched: '约好了',
  on_site: '人到了',
  finished: '做好了，等验收',
  closed: '办完了',
  unheard: '没验收，先归档',
  cancelled: '取消了',
};

/** Why an order was taken back, in words that fit it. */
export const sayServiceCancel = (why: CancelReason): string =>
  ({ mended: '不用做了', by_mistake: '订错了', somebody_else: '找了别人做', other: CANCEL_REASONS.other })[why] ?? CANCEL_REASONS[why];

/** One line of a special service's history; undefined where it is told as of any ticket. */
export const tellService = (...told: Parameters<Say>): string | undefined => TELL[told[0].did]?.(...told);

/** One line of the inbox about a special service, where it is not that of any ticket. */
export const SERVICE_NEWS: Partial<Record<TicketEventName, string>> = {
  received: '有人订了特约服务，请安排',
  dispatched: '人和时间约好了',
  arrived: '来做的人到了',
  nobody_home: '上门做服务，家里没人',
  finished: '做好了，请验收',
  confirmed: '住户验收了',
  reopened: '住户说没做好，请马上安排',
  quoted: '价格改了，请您看看',
  quote_accepted: '同意了价格',
  quote_refused: '没有同意新价格',
  quote_withdrawn: '新价格撤回了',
  handed_back: '师傅退回了，请另外安排',
  accepted: '师傅接下了，准备过来',
  cancelled: '订的服务取消了',
};
