import { channelOf } from '../intake/channels.ts';
import { sayMoment } from '../kernel/time.ts';
import { DOOR_TRIES, type DoorTry } from '../quotes/door.ts';
import { isTakenBack, sayHandBack } from '../tickets/hand-back.ts';
import type { CancelReason } from '../tickets/own.ts';
import type { News, Telling, Tellings } from '../tickets/telling.ts';
import { sayServiceCancel } from './words.ts';

const yours = (forStaff: boolean) => (forStaff ? '住户' : '您家');
const isTold = ({ facts }: Telling) => facts.channel !== undefined;

/** What is said of a special service in other words than of any ticket. */
export const SERVICE_TELLINGS: Tellings = {
  received: ({ facts, who, forStaff }) => {
    const channel = channelOf(String(facts.channel ?? ''));
    if (channel) return `${who}记下口头定单，${channel.label}${forStaff ? '（R12）' : ''}`;
    return forStaff ? `${who}订了特约服务（R12）` : '收到您订的服务';
  },
  dispatched: ({ facts, who, name }) => (facts.assignee ? `${who}安排${name(String(facts.assignee))}师傅来做` : `${who}约好了外面的单位来做`),
  visit_named: ({ until }) => `约好 ${until()} 前上门`,
  arrived: ({ who }) => `${who}登记：人到了`,
  nobody_home: ({ facts, who }) => `${who}登记：${DOOR_TRIES[facts.how as DoorTry] ?? '没找到人'}`,
  finished: ({ who, forStaff }) => (forStaff ? `${who}登记：做好了` : '做好了，请您验收'),
  confirmed: (told) =>
    isTold(told) ? `${told.forStaff ? `${told.who}问过，住户` : '您家在电话里'}说做好了` : `${told.forStaff ? told.who : '您家'}验收了`,
  reopened: ({ facts, who, forStaff }) => {
    if (facts.after === 'visit') return forStaff ? '住户回访时说不满意，重新办' : '回访时您家说不满意，重新办';
    return forStaff ? `${who}说没做好，重新办` : '您家说没做好，重新办';
  },
  quoted: ({ who, forStaff, sum }) => `${who}改了价格：${sum()}，等${forStaff ? '住户' : '您'}回话`,
  quote_accepted: (told) =>
    isTold(told) ? `${told.who}记下：${yours(told.forStaff)}同意价格 ${told.sum()}` : `${told.forStaff ? told.who : '您家'}同意价格 ${told.sum()}`,
  quote_refused: (told) =>
    told.facts.wouldEnd === true
      ? `${told.forStaff ? `${told.who}（不是订的人）` : '家里人'}不同意新价格，说不做了；做不做下去，等订的人定`
      : `${isTold(told) ? `${told.who}记下：` : ''}${yours(told.forStaff)}不同意新价格，${told.facts.goesOn ? '按原来的价格做' : '不做了，不收费'}`,
  quote_withdrawn: ({ who }) => `${who}撤回了新价格`,
  handed_back: ({ facts, who, forStaff }) => {
    if (!forStaff) return '在换一个人来做';
    return isTakenBack(facts.reason) ? `${sayHandBack(facts.reason)}，要另外安排` : `${who}师傅退回，要另外安排`;
  },
  visit_ended: ({ facts, who, forStaff, now }) => {
    if (facts.unheardBy === undefined) return forStaff ? `几次都没打通，${who}记为联系不上` : '给您打了几次电话都没打通，有事请找服务中心';
    const until = sayMoment(new Date(String(facts.unheardBy)), now);
    return forStaff
      ? `几次都没打通，${who}记为联系不上；${until} 前没有回话，先归档，不算验收`
      : `给您打了几次电话都没打通；${until} 前没有您的回话，先归档，不算您验收`;
  },
  provider_visited: ({ who, forStaff }) => (forStaff ? `${who}记下服务方的回访` : '服务方做了回访'),
  quality_visited: ({ who, forStaff }) => (forStaff ? `${who}做了品质回访` : '品质管理部做了回访'),
  cancelled: (told) => {
    const { facts, who, forStaff } = told;
    if (facts.why === 'quote_refused') return `${yours(forStaff)}不做了，这件事到这里`;
    const why = facts.why === undefined ? '' : `：${sayServiceCancel(facts.why as CancelReason)}`;
    return `${forStaff ? `${who}${isTold(told) ? '按住户说的' : ''}取消了` : '取消了，不来了'}${why}`;
  },
};

/** What the inbox says of a special service. */
export const SERVICE_NEWS: News = {
  received: '有人订了特约服务，请安排',
  confirmed: ({ channel }) => (channel ? '回访时说做好了，这件事办完了；不对请留言' : '住户验收了'),
  quote_refused: ({ wouldEnd, goesOn }) => {
    if (wouldEnd === true) return '没有同意新价格，家里人说不要了，等订的人定';
    return goesOn === false ? '没有同意新价格，不做了，这件事到这里' : '没有同意新价格';
  },
  dispatched: '人和时间约好了',
  arrived: '来做的人到了',
  nobody_home: '上门做服务，家里没人',
  finished: '做好了，请验收',
  reopened: '住户说没做好，请马上安排',
  quoted: '价格改了，请您看看',
  quote_accepted: '同意了价格',
  quote_withdrawn: '新价格撤回了',
  handed_back: '师傅退回了，请另外安排',
  accepted: '师傅接下了，准备过来',
  cancelled: '订的服务取消了',
};
