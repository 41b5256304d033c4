import { channelOf } from '../intake/channels.ts';
import { labelOfField } from '../tickets/fields.ts';
import type { News, Telling, Tellings } from '../tickets/telling.ts';
import { KIND_LABELS, type TicketKind } from '../tickets/ticket.ts';

const yours = (forStaff: boolean) => (forStaff ? '住户' : '您家');

function sayReceived({ facts, who, forStaff, kind }: Telling): string {
  const channel = channelOf(String(facts.channel ?? ''));
  if (channel) return `${who}记下${KIND_LABELS[kind]}，${channel.label}`;
  if (facts.fromSurvey !== undefined)
    return forStaff ? `收到${KIND_LABELS[kind]}，答完满意率调查请我们联系` : `收到您的${KIND_LABELS[kind]}，答完满意率调查请我们联系`;
  return forStaff ? `收到${KIND_LABELS[kind]}` : `收到您的${KIND_LABELS[kind]}`;
}

/** The lines of a remark's history. */
export const REMARK_TELLINGS: Tellings = {
  received: sayReceived,
  sorted: ({ facts, who, forStaff }) =>
    forStaff
      ? `${who}归到${KIND_LABELS[facts.kind as TicketKind]}，${labelOfField(String(facts.category)) ?? ''}`
      : `归到${KIND_LABELS[facts.kind as TicketKind]}，${labelOfField(String(facts.category)) ?? ''}`,
  replied: ({ who }) => `${who}答复了`,
  answer_promised: ({ who, until }) => `${who}答应 ${until()} 前答复`,
  studied: ({ who, until }) => `${who}：要研究，${until()} 前答复采不采纳`,
  adopted: ({ who, until }) => `${who}：采纳了，${until()} 前做成`,
  carried_out: ({ who }) => `${who}：做成了`,
  declined: ({ who }) => `${who}：这次不采纳，理由写在留言里`,
  objected: ({ forStaff }) => `${yours(forStaff)}不认同，请品质管理部看`,
  answered_above: ({ who, forStaff }) => (forStaff ? `品质管理部${who}答复了` : '品质管理部答复了'),
  thanked: ({ who, forStaff }) => (forStaff ? `${who}回谢，转告了本人和主管` : '谢谢您，转告了本人和主管'),
  confirmed: ({ who, forStaff }) => (forStaff ? `${who}知道了` : '您家说知道了'),
  confirmed_by_silence: ({ facts, forStaff }) =>
    facts.unnamed === true
      ? '没留姓名，没有人可问，按答复办完了'
      : forStaff
        ? '住户没有回话，办完了，没有打分'
        : '到时间没有收到您的回话，办完了，没有打分',
  reopened: ({ forStaff }) => `${yours(forStaff)}说还没说清楚，接着答复`,
  cancelled: ({ who, forStaff }) => (forStaff ? `${who}撤回了` : '这件事撤回了'),
};

/** What the inbox says of praise: to those it is for, to whoever gave it, and to whoever leads them. */
export function sayPraise({ me, mine, names }: { me: boolean; mine: boolean; names: readonly string[] }): string {
  if (mine) return '谢谢您的表扬，已经转告';
  if (me) return '住户表扬了您';
  return names.length > 0 ? `住户表扬了${names.join('、')}` : '有住户表扬';
}

/** What the inbox says of a remark. */
export const REMARK_NEWS: News = {
  received: ({ kind, channel }) => (channel ? `记下了一件${KIND_LABELS[kind as TicketKind]}` : `新${KIND_LABELS[kind as TicketKind]}`),
  sorted: '换了归类',
  replied: '答复了，请您看看',
  answer_promised: '说好了什么时候答复',
  studied: '要研究，说好了什么时候答复',
  adopted: '采纳了',
  carried_out: '做成了，请您看看',
  declined: '有答复了，请您看看',
  objected: '住户不认同，请品质管理部答复',
  answered_above: '品质管理部答复了，请您看看',
  thanked: '有住户表扬',
  confirmed: '住户说知道了',
  confirmed_by_silence: ({ unnamed }) => (unnamed === true ? '没留姓名，按答复办完了' : '没有回话，办完了'),
  reopened: '住户说还没说清楚，请接着答复',
  cancelled: '这件事撤回了',
};
