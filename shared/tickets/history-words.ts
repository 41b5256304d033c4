import { COMPLAINT_TELLINGS } from '../complaints/tellings.ts';
import { sayAddressee } from '../kernel/people.ts';
import { routeOf } from '../kernel/routing.ts';
import { type Clock, sayMoment } from '../kernel/time.ts';
import { MERGING_TELLINGS } from '../merging/tellings.ts';
import { REMARK_TELLINGS } from '../remarks/tellings.ts';
import { REPAIR_TELLINGS } from '../repairs/tellings.ts';
import { SERVICE_TELLINGS } from '../services/tellings.ts';
import { type Answers, sayAnswers } from '../visits/script.ts';
import { MISS_CAUSES, type MissCause } from './agreements.ts';
import { sayChannel } from './contacts.ts';
import { NOTICES, type NoticeCase } from './notices.ts';
import { labelOf, promiseRowOf } from './promise-words.ts';
import { type Happened, type Telling, type Tellings, tellingOf } from './telling.ts';
import type { TicketKind } from './ticket.ts';

const NEWEST = '9999-12-31';

/** Who hears first when a promise to residents is missed, by the newest rows: 工程主管, 服务中心负责人. */
function whoHearsOfMiss(what: string, clause: string): string {
  const row = promiseRowOf(what, clause);
  const given = { step: 'missed', owedByRole: row?.owedBy ?? null, owedTo: 'residents' } as NoticeCase;
  const heard = routeOf(NOTICES, given, NEWEST);
  const colleague = heard?.to.find((addressee) => addressee !== 'owner' && addressee !== 'residents');
  return colleague ? sayAddressee(colleague) : '主管';
}

/** What a technician claims a time for. */
export const sayClaimed = (did: string): string => ({ accepted: '接下', arrived: '到场', finished: '修好' })[did] ?? '';

/** Who heard of an urge, and by when what they owe is promised: 赵建国师傅、客服、工程主管都收到了，今天 11:00 前上门. */
function sayUrged({ facts, at, who, forStaff, name, now }: Telling): string {
  const { assignee, promise, clause, dueBy } = facts;
  const row = NOTICES.find((one) => one.name === 'urged');
  const heard = (row?.to ?? []).flatMap((to) => (to === 'assignee' ? (assignee ? [`${name(String(assignee))}师傅`] : []) : [sayAddressee(to)]));
  const by = dueBy === undefined ? null : new Date(String(dueBy));
  const label = labelOf(String(promise), String(clause));
  const when = by === null ? '' : by < at ? `；${label}已经迟了，催着办` : `；${sayMoment(by, now)} 前${label}`;
  return forStaff ? `${who}催了一次` : `您家催了一次，${heard.join('、')}都收到了${when}`;
}

/** Who put on record what was answered by word of mouth, and how it was said. */
const sayTold = ({ facts, who }: Telling): string => (facts.channel === undefined ? '' : `${who}记下（${sayChannel(String(facts.channel))}）：`);

/** What a visit put on record as the resident's answer. */
function sayRecorded({ facts, kind }: Telling): string {
  const answers = sayAnswers(facts as Answers, kind);
  return answers === '' ? '' : `，记的是：${answers}`;
}

/** The lines of whatever kind of ticket it is. */
const EVERY_TELLINGS: Tellings = {
  accepted: ({ who, late }) => `${who}师傅接下了，准备过来${late()}`,
  director_called: ({ who }) => `主任${who}又联系了一次`,
  claimed: ({ facts, forStaff }) => (forStaff ? `${sayClaimed(String(facts.claimed))}的时间等工程主管确认` : null),
  claim_upheld: ({ facts, who, forStaff, claimed }) => `${forStaff ? who : '工程主管'}确认了：${claimed()} ${sayClaimed(String(facts.claimed))}`,
  claim_declined: ({ facts, who, forStaff }) => `${forStaff ? who : '工程主管'}没有确认${sayClaimed(String(facts.claimed))}的时间，按收到时算`,
  called: ({ who }) => `${who}打过电话`,
  visited: (told) => `${told.who}做了${told.kind === 'repair' ? '特殊回访' : '调查后的回访'}${sayRecorded(told)}`,
  noted: ({ who, forStaff }) => (forStaff ? `${who}给同事记了一条` : null),
  rated_low: ({ facts, forStaff }) => (forStaff ? `住户打了 ${facts.score} 分，服务中心负责人来联系` : '您打了低分，服务中心会联系您'),
  return_visited: (told) => `${told.who}做了回访${sayRecorded(told)}`,
  weekly_visited: (told) => `${told.forStaff ? told.who : '公司'}做了抽样回访${sayRecorded(told)}`,
  drawn: ({ forStaff }) => (forStaff ? '每周抽样回访抽到了这一件，由公司的回访专人来问' : null),
  drawn_by_quality: ({ forStaff }) => (forStaff ? '品质管理部每月抽样回访抽到了这一件' : null),
  visit_tried: ({ who, forStaff }) => (forStaff ? `${who}打电话回访，没打通` : `${who}给您打过电话，没打通`),
  visit_ended: ({ who, forStaff, what }) => (forStaff ? `${what()}：几次都没打通，${who}记为联系不上` : '给您打了几次电话都没打通，有事请找服务中心'),
  call_spared: ({ facts, forStaff, now }) =>
    forStaff
      ? facts.calledAt === undefined
        ? '公司抽样回访来问，原来要打的回访电话不用打了'
        : `${sayMoment(new Date(String(facts.calledAt)), now)} 给这户打过电话，一周内不再打`
      : null,
  agreed: ({ what, until }) => `${what()}约到 ${until()}`,
  rescheduled: ({ until }) => `另约到 ${until()}，原来的超时照记`,
  visit_rescheduled: ({ until }) => `另约到 ${until()}，原来的超时照记`,
  explained: ({ facts, what }) => `${what()}超时的原因：${MISS_CAUSES[facts.cause as MissCause] ?? ''}`,
  warned: ({ forStaff, what }) => (forStaff ? `提醒：${what()}快到时间` : null),
  missed: ({ facts, forStaff, what }) =>
    `${what()}超时，${forStaff ? '已上报' : `已报给${whoHearsOfMiss(String(facts.what), String(facts.clause ?? ''))}`}`,
  told: ({ facts, forStaff, what }) =>
    forStaff
      ? `${what()}仍未做到，已报${sayAddressee(String(facts.step).replace('told_', ''))}`
      : `已报给${sayAddressee(String(facts.step).replace('told_', ''))}`,
  unreached: ({ forStaff }) => (forStaff ? '住户还没看到消息，微信也通知不到' : null),
  reached: ({ forStaff }) => (forStaff ? '住户看到消息了' : null),
  followed: ({ forStaff }) => (forStaff ? '又有 1 户跟着这一件' : null),
  settled: ({ who, forStaff, sum }) => (forStaff ? `${who}结算完，${sum()}` : `费用结算完，${sum()}`),
  date_proposed: ({ facts, who, forStaff, now }) =>
    `${who}定了新的时间：${sayMoment(new Date(String(facts.proposed)), now)} 前，等${forStaff ? '住户' : '您'}回话`,
  date_accepted: (told) => `${sayTold(told)}${told.forStaff ? '住户' : '您家'}接受新的时间：${told.until()} 前上门`,
  date_declined: (told) => `${sayTold(told)}${told.forStaff ? '住户' : '您家'}要另约时间，原来的时间不变`,
  date_lapsed: ({ forStaff }) => (forStaff ? '新的时间过了，住户没有回话，要另约' : '新的时间过了，没有收到您的回话，我们再和您约'),
  changed: ({ who, forStaff }) => (forStaff ? `${who}补充了几句` : '您家补充了几句'),
  urged: sayUrged,
  closed_unheard: ({ forStaff }) =>
    forStaff ? '住户一直没有验收，先归档，不算验收' : '您家一直没有验收，先归档，不算您验收；随时可以验收，也可以说没做好',
};

/** What is told of a kind in words of its own. */
const OWN_TELLINGS: Readonly<Record<TicketKind, Tellings>> = {
  repair: { ...REPAIR_TELLINGS, ...MERGING_TELLINGS },
  special_service: SERVICE_TELLINGS,
  suggestion: REMARK_TELLINGS,
  praise: REMARK_TELLINGS,
  enquiry: REMARK_TELLINGS,
  complaint: COMPLAINT_TELLINGS,
};

/**
 * One line of the history in plain words.
 * @param name finds the name of a person's id
 * @param forStaff colleagues also read steps and handovers
 * @param kind what it is the history of
 * @returns null for what is not told
 */
export function tell(event: Happened, name: (id: string | null) => string, forStaff: boolean, now: Clock, kind: TicketKind): string | null {
  const say = OWN_TELLINGS[kind][event.did] ?? EVERY_TELLINGS[event.did];
  return say?.(tellingOf(event, { kind, forStaff, now: now(), name })) ?? null;
}
