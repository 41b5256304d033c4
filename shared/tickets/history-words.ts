import { channelOf } from '../intake/channels.ts';
import { sayMoney } from '../kernel/money.ts';
import { sayAddressee } from '../kernel/people.ts';
import { routeOf } from '../kernel/routing.ts';
import { type Clock, sayMoment } from '../kernel/time.ts';
import { DOOR_TRIES, type DoorTry } from '../quotes/door.ts';
import { tellService } from '../services/words.ts';
import { type Answers, FINDINGS, type Finding, sayAnswers } from '../visits/script.ts';
import { MISS_CAUSES, type MissCause } from './agreements.ts';
import { sayChannel } from './contacts.ts';
import { sayHandBack } from './hand-back.ts';
import { NOTICES, type NoticeCase } from './notices.ts';
import { CANCEL_REASONS, type CancelReason } from './own.ts';
import { labelOf, promiseRowOf } from './promise-words.ts';
import type { TicketEventName, TicketKind } from './ticket.ts';

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
  recordedAt: Date;
}

/** Whoever it was that a reader must not learn of, and what. */
export const SOME_RESIDENT = '住户';
export const ANOTHER_TICKET = '别的一件';

/** What a technician claims a time for. */
export const sayClaimed = (did: string): string => ({ accepted: '接下', arrived: '到场', finished: '修好' })[did] ?? '';

/** Who heard of an urge, and by when what they owe is promised: 赵建国师傅、客服、工程主管都收到了，今天 11:00 前上门. */
function sayUrged(event: Happened, name: (id: string | null) => string, forStaff: boolean, now: Date): string {
  const { assignee, promise, clause, dueBy } = event.facts;
  const row = NOTICES.find((one) => one.name === 'urged');
  const heard = (row?.to ?? []).flatMap((to) => (to === 'assignee' ? (assignee ? [`${name(String(assignee))}师傅`] : []) : [sayAddressee(to)]));
  const by = dueBy === undefined ? null : new Date(String(dueBy));
  const label = labelOf(String(promise), String(clause));
  const when = by === null ? '' : by < event.at ? `；${label}已经迟了，催着办` : `；${sayMoment(by, now)} 前${label}`;
  return forStaff ? `${name(event.by)}催了一次` : `您家催了一次，${heard.join('、')}都收到了${when}`;
}

/** Reported by a resident themselves, or taken down for them. */
function sayReceived(event: Happened, who: string, forStaff: boolean): string {
  const channel = channelOf(String(event.facts.channel ?? ''));
  const clause = forStaff ? `（${event.facts.clause}）` : '';
  return channel ? `${who}记下报修，${channel.label}${clause}` : `收到报修${clause}`;
}

/** Who put on record what was answered by word of mouth, and how it was said. */
const sayTold = ({ facts }: Happened, who: string): string =>
  facts.channel === undefined ? '' : `${who}记下（${sayChannel(String(facts.channel))}）：`;

/** What a visit put on record as the resident's answer. */
function sayRecorded({ facts }: Happened, kind: TicketKind): string {
  const answers = sayAnswers(facts as Answers, kind);
  return answers === '' ? '' : `，记的是：${answers}`;
}

/**
 * One line of the history in plain words.
 * @param name finds the name of a person's id
 * @param forStaff colleagues also read steps and handovers
 * @param kind what it is the history of
 * @returns null for what is not told
 */
export function tell(event: Happened, name: (id: string | null) => string, forStaff: boolean, now: Clock, kind: TicketKind): string | null {
  const who = name(event.by);
  const own = kind === 'special_service' ? tellService(event, who, forStaff, name, now) : undefined;
  if (own !== undefined) return own;
  const what = () => labelOf(String(event.facts.what), String(event.facts.clause ?? ''));
  const until = () => sayMoment(new Date(String(event.facts.dueBy)), now());
  const claimed = () => sayMoment(new Date(String(event.facts.claimedAt)), now());
  const late = () => (event.facts.claimedAt === undefined ? '' : `（师傅说是 ${claimed()}，信号回来 ${sayMoment(event.recordedAt, now())} 才登记）`);
  const sum = () => sayMoney(Number(event.facts.labourFen ?? 0) + Number(event.facts.partsFen ?? 0));
  switch (event.did) {
    case 'received':
      return sayReceived(event, who, forStaff);
    case 'handed_over':
      return forStaff ? `${who}转给工程部，${until()} 前答复` : '客服已转给工程部';
    case 'taken_on':
      return `${who}接下，答应 ${until()} 前修好`;
    case 'dispatched':
      return `${event.by === null ? '按派人规则' : who}派${name(String(event.facts.assignee))}师傅上门`;
    case 'accepted':
      return `${who}师傅接下了，准备过来${late()}`;
    case 'handed_back':
      return forStaff ? `${who}师傅退回：${sayHandBack(event.facts.reason)}` : '在换一位师傅';
    case 'director_called':
      return `主任${who}又联系了一次`;
    case 'arrived':
      return `${who}师傅到了${late()}`;
    case 'finished':
      return `${who}师傅说修好了${late()}`;
    case 'claimed':
      return forStaff ? `${sayClaimed(String(event.facts.claimed))}的时间等工程主管确认` : null;
    case 'claim_upheld':
      return `${forStaff ? who : '工程主管'}确认了：${claimed()} ${sayClaimed(String(event.facts.claimed))}`;
    case 'claim_declined':
      return `${forStaff ? who : '工程主管'}没有确认${sayClaimed(String(event.facts.claimed))}的时间，按收到时算`;
    case 'confirmed':
      if (event.facts.channel) return forStaff ? `${who}问过，住户说修好了` : '您家在电话里说修好了';
      return forStaff ? `${who}确认修好` : '您家确认修好了';
    case 'reopened':
      if (event.facts.fellow === true && event.facts.after === 'visit')
        return forStaff ? '并进来的住户回访时说不满意，重新办' : '一起报的住户回访时说不满意，重新办';
      if (event.facts.after === 'visit') return forStaff ? '住户回访时说不满意，重新办' : '回访时您家说不满意，重新办';
      if (event.facts.fellow === true) return forStaff ? `${who}（并进来的）说没修好，重新办` : '一起报的住户说没修好，重新办';
      if (event.facts.after === 'check') return '检查发现又坏了，重新办';
      return forStaff ? `${who}说没修好，重新办` : '您家说没修好，重新办';
    case 'called':
      return `${who}打过电话`;
    case 'visited':
      return `${who}做了特殊回访${sayRecorded(event, kind)}`;
    case 'noted':
      return forStaff ? `${who}给同事记了一条` : null;
    case 'rated_low':
      return forStaff ? `住户打了 ${event.facts.score} 分，服务中心负责人来联系` : '您打了低分，服务中心会联系您';
    case 'return_visited':
      return `${who}做了回访${sayRecorded(event, kind)}`;
    case 'visit_tried':
      return forStaff ? `${who}打电话回访，没打通` : `${who}给您打过电话，没打通`;
    case 'visit_ended':
      return forStaff ? `${what()}：几次都没打通，${who}记为联系不上` : '给您打了几次电话都没打通，有事请找服务中心';
    case 'flagged':
      return forStaff ? `${who}标为大缺陷，修好后到现场检查` : null;
    case 'unflagged':
      return forStaff ? `${who}取消了大缺陷` : null;
    case 'defect_checked':
      return `${who}到现场检查：${FINDINGS[event.facts.finding as Finding]?.label ?? ''}`;
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
      return forStaff ? `${who}改了类别` : '类别改了';
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
    case 'visit_named':
      return `约好 ${until()} 前上门，是${forStaff ? '住户' : '您'}说的时间`;
    case 'visit_brought':
      return `约定 ${until()} 前上门`;
    case 'shared':
      return forStaff ? '报修的人让家里人也看得到' : '让家里人也看得到了';
    case 'followed':
      return forStaff ? '又有 1 户跟着这一件' : null;
    case 'price_asked':
      return forStaff ? `${who}请工程主管定价` : '有一项价目表上没有，工程主管正在定价';
    case 'quoted':
      return `${who}报价 ${sum()}，等${forStaff ? '住户' : '您'}回话`;
    case 'priced':
      return `${who}定好了价，一共 ${sum()}，等${forStaff ? '住户' : '您'}回话`;
    case 'quote_accepted':
      return event.facts.channel ? `${who}记下：${forStaff ? '住户' : '您家'}同意报价 ${sum()}` : `${forStaff ? who : '您家'}同意报价 ${sum()}`;
    case 'quote_refused':
      if (event.facts.wouldEnd === true) return `${forStaff ? `${who}（不是报修的人）` : '家里人'}不同意报价，说不修了；修不修下去，等报修的人定`;
      return `${event.facts.channel ? `${who}记下：` : ''}${forStaff ? '住户' : '您家'}不同意报价，${event.facts.goesOn ? '不收费的接着修' : '不修了，不收费'}`;
    case 'quote_withdrawn':
      return `${who}撤回了报价`;
    case 'settled':
      return forStaff ? `${who}结算完，${sum()}` : `费用结算完，${sum()}`;
    case 'facility_named':
      return forStaff ? `${who}记下了是哪一处设施` : null;
    case 'spent':
      return forStaff ? `${who}记下用工用料，${sum()}` : null;
    case 'nobody_home':
      return `${who}师傅${DOOR_TRIES[event.facts.how as DoorTry] ?? '没找到人'}`;
    case 'date_proposed':
      return `${who}定了新的时间：${sayMoment(new Date(String(event.facts.proposed)), now())} 前，等${forStaff ? '住户' : '您'}回话`;
    case 'date_accepted':
      return `${sayTold(event, who)}${forStaff ? '住户' : '您家'}接受新的时间：${until()} 前上门`;
    case 'date_declined':
      return `${sayTold(event, who)}${forStaff ? '住户' : '您家'}要另约时间，原来的时间不变`;
    case 'date_lapsed':
      return forStaff ? '新的时间过了，住户没有回话，要另约' : '新的时间过了，没有收到您的回话，我们再和您约';
    case 'cancelled': {
      if (event.facts.why === 'quote_refused') return `${forStaff ? '住户' : '您家'}不修了，这件事到这里`;
      const why = CANCEL_REASONS[event.facts.why as CancelReason];
      const said = forStaff ? `${who}${event.facts.channel ? '按住户说的' : ''}撤回了` : '这件事撤回了，不用办了';
      return why ? `${said}：${why}` : said;
    }
    case 'merged':
      return `并到 ${event.facts.number} 一起办，编号和留言都还在`;
    case 'carried_over':
      return `跟着并到 ${event.facts.number} 一起办，编号和留言都还在`;
    case 'unmerged':
      return `从 ${event.facts.number} 拆出来，单独办`;
    case 'merge_disputed':
      return forStaff ? `${who}说这不是同一件，等答复` : '您家说这不是同一件，等我们答复';
    case 'merge_upheld':
      return `${who}看过，是同一件，还一起办`;
    case 'took_in':
      return forStaff ? `${who}把 ${event.facts.number} 并了进来` : '别的住户也报了同一件，一起办';
    case 'let_go':
      return forStaff ? `${who}把 ${event.facts.number} 拆了出去` : null;
    case 'co_rated':
      return forStaff ? `${who}（并进来的）打了 ${event.facts.score} 分` : null;
    case 'co_rated_low':
      return forStaff ? `住户打了 ${event.facts.score} 分，服务中心负责人来联系` : '您打了低分，服务中心会联系您';
    case 'owed_apart':
      return forStaff ? `${what()}和别的住户另约了时间；答应这一户的照样算` : `别的住户另约了${what()}的时间；答应您家的照样算`;
    case 'changed':
      return forStaff ? `${who}补充了几句` : '您家补充了几句';
    case 'urged':
      return sayUrged(event, name, forStaff, now());
    case 'confirmed_by_silence':
      return forStaff ? '住户没有回话，视为修好，没有打分' : '到时间没有收到您的回话，视为修好，没有打分';
    case 'confirmed_by_head':
      return forStaff ? `${who}到现场看过，修好了` : '工程主管到现场看过，修好了；没修好可以说';
    case 'closed_unheard':
      return forStaff ? '住户一直没有验收，先归档，不算验收' : '您家一直没有验收，先归档，不算您验收；随时可以验收，也可以说没做好';
    default:
      return null;
  }
}
