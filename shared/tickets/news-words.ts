import { SERVICE_NEWS } from '../services/words.ts';
import { type Answers, sayAnswers } from '../visits/script.ts';
import { labelOf } from './promise-words.ts';
import type { TicketEventName, TicketKind } from './ticket.ts';

const NEWS: Partial<Record<TicketEventName, string>> = {
  received: '新报修',
  handed_over: '转来一件，请接下并答应时间',
  taken_on: '工程主管接下了',
  dispatched: '已派师傅',
  accepted: '师傅接下了，准备过来',
  arrived: '师傅到了',
  finished: '师傅说修好了',
  claimed: '师傅没信号时记的时间，请您确认',
  claim_upheld: '主管确认了师傅记的时间',
  claim_declined: '主管没确认师傅记的时间',
  confirmed: '住户确认修好',
  reopened: '住户说没修好，马上返工',
  said: '有新留言',
  reassured: '有新留言',
  asked: '住户留言，等您回复',
  answered: '有新回复',
  rated_low: '住户打了低分，请联系',
  handed_back: '师傅退回了，请另派',
  director_called: '主任联系过了',
  agreed: '约了新的时间',
  rescheduled: '另约了时间',
  visit_rescheduled: '另约了时间',
  reclassified: '改了急修或一般',
  unreached: '住户没看到消息，请打电话',
  visit_ended: '回访几次没打通，记为联系不上',
  flagged: '主管标为大缺陷',
  price_asked: '有一份报价等您定价',
  quoted: '师傅报了价，请您看看',
  priced: '价格定好了，请看看',
  quote_accepted: '同意了报价',
  quote_refused: '没有同意报价',
  quote_withdrawn: '报价撤回了',
  nobody_home: '师傅上门，家里没人',
  date_proposed: '定了新的时间，请看看行不行',
  date_accepted: '住户接受了新的时间',
  date_declined: '住户要另约时间',
  date_lapsed: '新的时间过了没有回话，要另约',
  cancelled: '这件事撤回了，不用办了',
  changed: '报修的人补充了几句',
  recategorised: '报修的人改了类别',
  urged: '住户催了，请看看',
  confirmed_by_silence: '没有回话，视为修好',
  confirmed_by_head: '工程主管看过，修好了；没修好可以说',
  closed_unheard: '一直没有验收，先归档；随时可以验收，也可以说没做好',
  merged: '和别人报的是同一件，一起办',
  unmerged: '拆出来单独办了',
  merge_disputed: '住户说不是同一件，请看看',
  merge_upheld: '看过了，是同一件，为什么写在留言里',
  took_in: '又并进来一件',
  let_go: '并进来的一件拆出去了',
  co_rated_low: '住户打了低分，请联系',
};

const VISITED: Partial<Record<TicketEventName, string>> = {
  visited: '回访',
  return_visited: '回访',
  provider_visited: '服务方回访',
  quality_visited: '品质回访',
};

/** V8: what is on record as their answer, never the caller's own words. */
function sayVisit(did: TicketEventName, facts: Record<string, unknown>, kind: TicketKind): string {
  const answers = sayAnswers(facts as Answers, kind);
  return answers === '' ? `做了${VISITED[did]}` : `做了${VISITED[did]}，记的是：${answers}；不对请留言`;
}

/** One line of the inbox, from the event's facts alone. */
export function sayNews(did: TicketEventName, facts: Record<string, unknown>, kind: TicketKind): string {
  const what = () => labelOf(String(facts.what), String(facts.clause ?? ''));
  if (did === 'warned') return `${what()}快到时间了`;
  if (did === 'missed') return `没按时做到：${what()}`;
  if (VISITED[did]) return sayVisit(did, facts, kind);
  if (did === 'confirmed' && facts.channel) return `回访时说${kind === 'special_service' ? '做' : '修'}好了，这件事办完了；不对请留言`;
  if (did === 'date_accepted' && facts.channel) return '记下了：接受新的时间；不对请留言';
  if (did === 'date_declined' && facts.channel) return '记下了：要另约时间；不对请留言';
  if (did === 'quote_refused' && facts.wouldEnd === true)
    return `没有同意${kind === 'special_service' ? '新价格' : '报价'}，家里人说不要了，等${kind === 'special_service' ? '订的' : '报修的'}人定`;
  if (did === 'quote_refused' && facts.goesOn === false)
    return kind === 'special_service' ? '没有同意新价格，不做了，这件事到这里' : '没有同意报价，不修了，这件事到这里';
  if (kind === 'special_service' && SERVICE_NEWS[did]) return SERVICE_NEWS[did];
  if (did === 'received' && facts.channel) return '记下了一件报修';
  if (did === 'told') return `过了时间还没做到：${what()}，请您过问`;
  return NEWS[did] ?? '有新进展';
}
