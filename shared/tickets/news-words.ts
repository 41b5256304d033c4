import { COMPLAINT_NEWS } from '../complaints/tellings.ts';
import { MERGING_NEWS } from '../merging/tellings.ts';
import { REMARK_NEWS } from '../remarks/tellings.ts';
import { REPAIR_NEWS } from '../repairs/tellings.ts';
import { SERVICE_NEWS } from '../services/tellings.ts';
import { type Answers, sayAnswers } from '../visits/script.ts';
import { labelOf } from './promise-words.ts';
import type { News } from './telling.ts';
import type { TicketEventName, TicketKind } from './ticket.ts';

const sayPromise = ({ what, clause }: Record<string, unknown>) => labelOf(String(what), String(clause ?? ''));
const isTold = ({ channel }: Record<string, unknown>) => channel !== undefined;

/** What the inbox says of whatever kind of ticket it is. */
const EVERY_NEWS: News = {
  accepted: '师傅接下了，准备过来',
  claimed: '师傅没信号时记的时间，请您确认',
  claim_upheld: '主管确认了师傅记的时间',
  claim_declined: '主管没确认师傅记的时间',
  said: '有新留言',
  reassured: '有新留言',
  asked: '住户留言，等您回复',
  answered: '有新回复',
  rated_low: '住户打了低分，请联系',
  director_called: '主任联系过了',
  agreed: '约了新的时间',
  rescheduled: '另约了时间',
  visit_rescheduled: '另约了时间',
  drawn: '抽样回访抽到了，请打电话',
  drawn_by_quality: '每月抽样回访抽到了，请打电话',
  unreached: '住户没看到消息，请打电话',
  visit_ended: '回访几次没打通，记为联系不上',
  date_proposed: '定了新的时间，请看看行不行',
  date_accepted: (facts) => (isTold(facts) ? '记下了：接受新的时间；不对请留言' : '住户接受了新的时间'),
  date_declined: (facts) => (isTold(facts) ? '记下了：要另约时间；不对请留言' : '住户要另约时间'),
  date_lapsed: '新的时间过了没有回话，要另约',
  changed: '报修的人补充了几句',
  urged: '住户催了，请看看',
  closed_unheard: '一直没有验收，先归档；随时可以验收，也可以说没做好',
  warned: (facts) => `${sayPromise(facts)}快到时间了`,
  missed: (facts) => `没按时做到：${sayPromise(facts)}`,
  told: (facts) => `过了时间还没做到：${sayPromise(facts)}，请您过问`,
};

/** What is said of a kind in words of its own. */
const OWN_NEWS: Readonly<Record<TicketKind, News>> = {
  repair: { ...REPAIR_NEWS, ...MERGING_NEWS },
  special_service: SERVICE_NEWS,
  suggestion: REMARK_NEWS,
  praise: REMARK_NEWS,
  enquiry: REMARK_NEWS,
  complaint: COMPLAINT_NEWS,
};

const VISITED: Partial<Record<TicketEventName, string>> = {
  visited: '回访',
  return_visited: '回访',
  weekly_visited: '抽样回访',
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
  if (VISITED[did]) return sayVisit(did, facts, kind);
  const news = OWN_NEWS[kind][did] ?? EVERY_NEWS[did] ?? '有新进展';
  return typeof news === 'string' ? news : news(facts);
}
