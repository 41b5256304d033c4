import type { ApprovalEventName } from '../kernel/approvals.ts';
import { type Relation, ROLES } from '../kernel/people.ts';
import type { OwedBy, Step } from '../kernel/promises.ts';
import type { Addressee } from '../kernel/routing.ts';
import type { Limited } from '../limits/limits.ts';
import { OPINIONS } from '../tickets/decide.ts';
import type { RepairPlace, Status, TicketEventName, Urgency } from '../tickets/ticket.ts';
import type { TicketFacts } from './conditions.ts';

/** What happened, as the manual's rows name it. */
const HAPPENED: Record<TicketEventName | Exclude<ApprovalEventName, TicketEventName>, string> = {
  submitted: '送审',
  passed: '通过了一步，交给下一步',
  approved: '审核通过',
  returned: '退回',
  unreached: '住户没看到消息，微信也通知不到',
  reached: '住户看到了',
  received: '收到报修',
  said: '有人留言',
  handed_over: '转给工程主管',
  taken_on: '主管接下并答应时间',
  dispatched: '派了师傅',
  accepted: '师傅接下',
  arrived: '师傅到了',
  finished: '师傅说修好了',
  confirmed: '住户确认修好',
  reopened: '住户说没修好',
  reassured: '答复着急的住户',
  called: '打过电话',
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
  call_spared: '一周内打过电话，不再打',
  cancelled: '撤回',
  merged: '并到另一件',
  walled: '换人办',
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
  household: '同住的人',
  resident: '报修的人和同住的人',
  follower: '关注的人',
  assignee: '派到的师傅',
  agent: '客服',
  head: '工程主管',
  director: '主任',
  quality: '品质管理部',
  leadership: '公司领导',
};

export const LIMITED_WORDS: Record<Limited, string> = {
  report: '报修',
  say: '留言',
  photo: '传照片',
  voice: '传语音',
  reveal: '看号码',
  signOut: '退出所有设备',
  consent: '记下微信消息怎么选',
  roster: '核对绑定时查住户',
  answerBinding: '答复绑定',
  issue: '发邀请码',
  signIn: '用微信登录',
  bind: '用手机号绑定',
  ask: '请服务中心核对',
  invite: '用邀请码',
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
  residents: '报修的住户',
};

/** Who owes it, as people say it. */
export const sayOwedBy = (owedBy: OwedBy): string => sayAddressee(owedBy);

/** Whom a notice goes to, as people say it. */
export const sayAddressee = (to: Addressee): string => OTHER_ADDRESSEES[to] ?? ROLES[to as keyof typeof ROLES]?.label ?? to;

type Fact = keyof TicketFacts | 'byResident' | 'opinion' | 'owedByRole' | 'owedTo';

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
  returned: { true: '已回访', false: '还没回访' },
  byResident: { true: '住户说的', false: '同事说的' },
  opinion: OPINIONS,
  owedByRole: { assignee: '师傅答应的', agent: '客服答应的', head: '工程主管答应的', serviceCentreHead: '服务中心负责人答应的' },
  owedTo: { residents: '答应住户的', company: '答应公司的' },
};

/** One condition in plain words: 急修; 住户说的; 满意或基本满意. */
export const sayCondition = ({ fact, values }: { fact: string; values: readonly string[] }): string =>
  values.map((value) => CONDITIONS[fact as Fact]?.[value] ?? value).join('或');
