import type { ApprovalEventName } from '../kernel/approvals.ts';
import { type Relation, ROLES } from '../kernel/people.ts';
import type { OwedBy, Step } from '../kernel/promises.ts';
import type { Addressee } from '../kernel/routing.ts';
import type { Limited } from '../limits/limits.ts';
import { OPINIONS } from '../tickets/ratings.ts';
import { KIND_LABELS, type RepairPlace, type Status, type TicketEventName, type Urgency } from '../tickets/ticket.ts';
import type { ComplaintFacts } from './complaint-lines.ts';
import type { TicketFacts } from './conditions.ts';

/** What happened, as the manual's rows name it. */
const HAPPENED: Record<TicketEventName | Exclude<ApprovalEventName, TicketEventName>, string> = {
  submitted: '送审',
  passed: '通过了一步，交给下一步',
  approved: '审核通过',
  returned: '退回',
  unreached: '住户没看到消息，微信也通知不到',
  reached: '住户看到了',
  received: '收到',
  facility_named: '记下是哪一处设施',
  spent: '记下用工用料',
  said: '有人留言',
  handed_over: '转给工程主管',
  taken_on: '主管接下并答应时间',
  dispatched: '派了师傅',
  accepted: '师傅接下',
  arrived: '师傅到了',
  finished: '师傅说修好了',
  claimed: '师傅记的时间等确认',
  claim_upheld: '主管确认了师傅记的时间',
  claim_declined: '主管没确认师傅记的时间',
  confirmed: '住户确认修好',
  reopened: '住户说没修好',
  reassured: '答复着急的住户',
  called: '打过电话',
  provider_visited: '服务方做了回访',
  quality_visited: '品质管理部做了回访',
  visited: '做了特殊回访',
  agreed: '约好新时间',
  rescheduled: '另约修好的时间',
  visit_rescheduled: '另约上门的时间',
  explained: '记下超时原因',
  reclassified: '改成急修或一般',
  recategorised: '改了类别',
  asked: '住户留言',
  answered: '回了住户的留言',
  noted: '同事之间记了一条',
  rated_low: '住户打了低分',
  return_visited: '做了回访',
  weekly_visited: '公司的回访专人做了抽样回访',
  call_spared: '一周内打过电话，不再打',
  handed_back: '师傅退回',
  director_called: '主任联系过住户',
  visit_named: '派师傅时写了住户说的时间',
  visit_brought: '并进来的住户说过上门的时间',
  shared: '报修的人让家里人也看得到',
  followed: '又有一户跟着',
  unfollowed: '有一户不再跟着',
  drawn: '每周抽样抽到',
  drawn_by_quality: '品质管理部每月抽样抽到',
  visit_tried: '回访没打通',
  visit_ended: '回访几次没打通，记为联系不上',
  flagged: '标为大缺陷',
  unflagged: '取消大缺陷',
  defect_checked: '检查了大缺陷',
  price_asked: '请主管定价',
  quoted: '给住户报了价',
  priced: '主管定了价',
  quote_accepted: '住户同意报价',
  quote_refused: '住户不同意报价',
  quote_withdrawn: '撤回报价',
  settled: '结算完',
  nobody_home: '上门没人',
  date_proposed: '定了新的时间，等住户回话',
  date_accepted: '住户接受新的时间',
  date_declined: '住户要另约时间',
  date_lapsed: '新的时间过了，住户没有回话',
  confirmed_by_silence: '住户没有回话，视为修好',
  confirmed_by_head: '主管到现场看过，修好了',
  closed_unheard: '一直没有住户的话，先归档，不算办好',
  changed: '报修的人补充了',
  urged: '住户催了',
  sorted: '归了类',
  replied: '答复了咨询',
  answer_promised: '约好什么时候答复',
  studied: '建议要研究',
  adopted: '采纳了建议',
  carried_out: '采纳的做成了',
  declined: '没采纳建议',
  objected: '住户不认同没采纳',
  answered_above: '品质管理部答复了',
  thanked: '回谢了表扬',
  became_complaint: '转为投诉',
  escalated: '转到上一级',
  let_in: '请小区的同事看',
  interim_replied: '先书面回了一封',
  formally_replied: '书面答复了投诉',
  plan_set: '定了纠正方案',
  step_done: '纠正方案做完一步',
  cause_recorded: '记下根本原因和预防措施',
  reviewed: '会审',
  called_major: '定为重大投诉',
  major_reported: '写了纠正措施报告和通报稿',
  bulletin_issued: '发了通报',
  committee_told: '告诉了业委会有这件投诉',
  no_contact: '记下没留姓名、没法回访',
  concluded: '投诉结案',
  cancelled: '撤回',
  merged: '并到另一件',
  unmerged: '从另一件里拆出来',
  merge_disputed: '住户说并错了，不是同一件',
  merge_upheld: '答复住户，是同一件',
  took_in: '别的一件并了进来',
  carried_over: '跟着并到更早的一件，或者跟着拆回来',
  owed_apart: '和别的住户另约了时间，答应这一户的照样算',
  done_there: '并到的那一件到了场、修好了',
  let_go: '并进来的一件拆了出去',
  co_rated: '一起报的住户打了分',
  co_rated_low: '一起报的住户打了低分',
  walled: '写明了投诉谁、什么情形',
  warned: '快到时间了',
  missed: '超时了',
  told: '超时还没做到',
};

/** What happened, or which rung of the ladder was reached, in words. */
export const sayHappened = (did: TicketEventName | Step): string =>
  did.startsWith('told_') ? `${HAPPENED.told}，报${sayAddressee(did.slice('told_'.length) as Addressee)}` : HAPPENED[did as TicketEventName];

export const STATUS_WORDS: Record<Status, string> = {
  received: '收到了',
  dispatched: '已派人',
  on_site: '师傅在现场',
  finished: '修好了',
  closed: '办完了',
  cancelled: '撤回了',
};

export const RELATION_WORDS: Record<Relation, string> = {
  reporter: '报修的人',
  author: '报修的人自己',
  household: '同住的人',
  resident: '报修的人和同住的人',
  follower: '关注的人',
  fellow: '并进来的那一件的报修人',
  assignee: '派到的师傅',
  firstContact: '首问的同事',
  agent: '客服',
  agentInstead: '客服（师傅不在这里了）',
  head: '工程主管',
  director: '主任',
  quality: '品质管理部',
  leadership: '公司领导',
  handler: '处理这件投诉的人',
  caller: '公司的回访专人',
};

export const LIMITED_WORDS: Record<Limited, string> = {
  report: '报修',
  intake: '替住户记一件',
  homes: '记一件时找房屋',
  follow: '跟着别人报的',
  say: '留言',
  photo: '传照片',
  voice: '传语音',
  reveal: '看号码',
  signOut: '退出所有设备',
  consent: '记下微信消息怎么选',
  roster: '查住户',
  answerBinding: '答复绑定',
  issue: '发邀请码',
  export: '导出登记表',
  unsigned: '不署名写给总经理',
  company: '建小区、排房号',
  import: '导入住户名单',
  household: '登记住户',
  family: '请家人进来',
  joinHome: '凭邀请码进家',
  ownFile: '导出自己的资料',
  signIn: '用微信登录',
  bind: '用手机号绑定',
  ask: '请服务中心核对',
  invite: '用邀请码',
  setUp: '用码建公司',
  bindOne: '用手机号绑定',
  askOne: '请服务中心核对',
  inviteOne: '用邀请码',
};
export const OWED_TO_WORDS = { residents: '住户', company: '公司' } as const;
export const URGENCY_WORDS: Record<Urgency, string> = { urgent: '急修', general: '一般维修' };
export const PLACE_WORDS: Record<RepairPlace, string> = { home: '家里', public: '公共地方' };

const OTHER_ADDRESSEES: Partial<Record<Addressee, string>> = {
  head: '工程主管',
  serviceCentreHead: '服务中心负责人',
  owner: '答应的人',
  assignee: '派到的师傅',
  formerAssignee: '上一位师傅',
  firstContact: '首问的同事',
  residents: '报修的住户',
  praised: '受表扬的同事',
  handler: '处理投诉的人',
  letIn: '请来看的同事',
};

/** Who owes it, as people say it. */
export const sayOwedBy = (owedBy: OwedBy | 'handler'): string => sayAddressee(owedBy);

/** Whom a notice goes to, as people say it. */
export const sayAddressee = (to: Addressee): string => OTHER_ADDRESSEES[to] ?? ROLES[to as keyof typeof ROLES]?.label ?? to;

type Fact =
  | keyof TicketFacts
  | keyof ComplaintFacts
  | 'byResident'
  | 'isComplaint'
  | 'together'
  | 'opinion'
  | 'confirms'
  | 'why'
  | 'owedByRole'
  | 'owedTo';

/** What a rule asks for, by fact and value. */
const CONDITIONS: Record<Fact, Record<string, string>> = {
  urgency: URGENCY_WORDS,
  supervised: { true: '由工程主管派人的小区', false: '由客服派人的小区' },
  reopened: { true: '住户说过没修好', false: '第一次修' },
  handedOver: { true: '已转给主管', false: '还没转给主管' },
  takenOn: { true: '主管已接下', false: '主管还没接下' },
  accepted: { true: '师傅已接下', false: '师傅还没接下' },
  visited: { true: '已做特殊回访', false: '还没做特殊回访' },
  ratedLow: { true: '打了低分', false: '没打低分' },
  kind: KIND_LABELS,
  takenDown: { true: '同事替住户记下的', false: '住户自己在小程序里说的' },
  unnamed: { true: '没说自己是谁的', false: '说了是谁的' },
  adopted: { true: '采纳了的', false: '还没采纳的' },
  declined: { true: '答复过不采纳的', false: '没有答复过不采纳的' },
  objected: { true: '住户不认同不采纳的', false: '住户没有不认同的' },
  contact: { true: '答完调查请我们联系的', false: '没有在调查后请我们联系的' },
  keyCustomer: { true: '重要客户', false: '不是重要客户' },
  claimed: { true: '有时间等确认', false: '没有时间等确认' },
  largeDefect: { true: '大缺陷', false: '不是大缺陷' },
  returned: { true: '已回访', false: '还没回访' },
  drawnWeekly: { true: '每周抽样抽到、还没问的', false: '没抽到的' },
  drawnMonthly: { true: '品质管理部抽样抽到、还没问的', false: '品质管理部没抽到的' },
  place: PLACE_WORDS,
  quote: {
    none: '没有报价',
    pricing: '报价等主管定价',
    offered: '报价等住户回话',
    accepted: '报价同意了',
    refused: '报价不同意',
    endAsked: '家里别的人不同意报价、说不修了',
  },
  charged: { true: '收费的', false: '不收费的' },
  settled: { true: '结算过', false: '还没结算' },
  begun: { true: '有人上门动过手的', false: '还没动手的' },
  triedAtDoor: { true: '上门或打电话没找到人', false: '没有白跑过' },
  outside: { true: '外面的单位来做', false: '本小区的师傅来做' },
  providerVisited: { true: '服务方回访过', false: '服务方还没回访' },
  qualityVisited: { true: '品质管理部回访过', false: '品质管理部还没回访' },
  newDate: { true: '有新的时间等住户回话', false: '没有新的时间在等' },
  merged: { true: '并到另一件的', false: '单独办的' },
  disputed: { true: '住户说不是同一件、还没答复的', false: '没有这样说的' },
  tookIn: { true: '并进来了别的', false: '没有并进来别的' },
  spent: { true: '记过用工用料的', false: '没记过用工用料的' },
  cameBack: { true: '保修期内又坏了的', false: '第一次坏的' },
  still: {
    reopenable: '修好后还能说没修好的那几天',
    unanswered: '还在等住户回话',
    warranted: '过了那几天、还在保修期里',
    over: '过了保修期',
    silent: '没有回话、视为修好的',
    unheard: '没有验收、先归档的',
    seen: '主管看过、算修好的',
  },
  level: {
    office: '小区服务中心处理的',
    director: '主任处理的',
    quality: '品质管理部处理的',
    managementRepresentative: '管理者代表处理的',
    leadership: '公司领导处理的',
  },
  left: { true: '已经离开小区的', false: '还在小区的' },
  answered: { true: '答复过的', false: '还没答复的' },
  satisfied: { true: '住户满意了', false: '住户还没说满意' },
  unreached: { true: '几次联系不上', false: '没有记过联系不上' },
  filed: { true: '联系不上、先归档的', false: '结了案、还在几天之内的' },
  cause: { true: '记了原因的', false: '还没记原因的' },
  steps: { true: '方案还有没做的', false: '方案没有没做的' },
  major: { true: '重大投诉', false: '不是重大投诉' },
  reported: { true: '写了报告的', false: '还没写报告的' },
  called: { true: '客服回访过', false: '客服还没回访' },
  qualityCalled: { true: '品质管理部回访过', false: '品质管理部还没回访' },
  meant: { leadership: '投诉公司领导的', others: '投诉别人的' },
  committee: { true: '告诉过业委会的', false: '还没告诉业委会的' },
  nobodyToCall: { true: '记过没法回访', false: '没有记过没法回访' },
  isComplaint: { true: '投诉', false: '' },
  together: { true: '几户一起的', false: '只有一户的' },
  byResident: { true: '住户说的', false: '同事说的' },
  opinion: OPINIONS,
  confirms: { true: '住户在电话里说修好了', false: '没有当场确认' },
  why: { null: '没说原因或别的原因', quote_refused: '因为不同意报价', date_accepted: '因为接受了新的时间' },
  owedByRole: {
    assignee: '师傅答应的',
    agent: '客服答应的',
    head: '工程主管答应的',
    serviceCentreHead: '服务中心负责人答应的',
    quality: '品质管理部答应的',
    director: '主任答应的',
    complaintsOfficer: '客诉专员答应的',
    managementRepresentative: '管理者代表答应的',
    leadership: '公司领导答应的',
  },
  owedTo: { residents: '答应住户的', company: '答应公司的' },
};

/** One condition in plain words: 急修; 住户说的; 满意或基本满意. */
export const sayCondition = ({ fact, values }: { fact: string; values: readonly string[] }): string =>
  values.map((value) => CONDITIONS[fact as Fact]?.[value] ?? value).join('或');

/** Who fills a post. */
export const FILLERS = { director: '由本小区主任定', company: '由品质管理部、人事行政部、公司领导定', generalManager: '由总经理定' } as const;
