import { channelOf } from '../intake/channels.ts';
import { DOOR_TRIES, type DoorTry } from '../quotes/door.ts';
import { isTakenBack, sayHandBack } from '../tickets/hand-back.ts';
import { CANCEL_REASONS, type CancelReason } from '../tickets/own.ts';
import type { News, Telling, Tellings } from '../tickets/telling.ts';
import { FINDINGS, type Finding } from '../visits/script.ts';

/** Reported by a resident themselves, or taken down for them. */
function sayReceived({ facts, who, forStaff }: Telling): string {
  const channel = channelOf(String(facts.channel ?? ''));
  const clause = forStaff ? `（${facts.clause}）` : '';
  return channel ? `${who}记下报修，${channel.label}${clause}` : `收到报修${clause}`;
}

/** The lines of a repair's history. */
export const REPAIR_TELLINGS: Tellings = {
  received: sayReceived,
  handed_over: ({ who, forStaff, until }) => (forStaff ? `${who}转给工程部，${until()} 前答复` : '客服已转给工程部'),
  taken_on: ({ who, until }) => `${who}接下，答应 ${until()} 前修好`,
  dispatched: ({ facts, by, who, name }) => `${by === null ? '按派人规则' : who}派${name(String(facts.assignee))}师傅上门`,
  handed_back: ({ facts, who, forStaff }) => {
    if (!forStaff) return '在换一位师傅';
    return isTakenBack(facts.reason) ? `${sayHandBack(facts.reason)}，退回另派` : `${who}师傅退回：${sayHandBack(facts.reason)}`;
  },
  arrived: ({ who, late }) => `${who}师傅到了${late()}`,
  finished: ({ who, late }) => `${who}师傅说修好了${late()}`,
  confirmed: ({ facts, who, forStaff }) => {
    if (facts.channel) return forStaff ? `${who}问过，住户说修好了` : '您家在电话里说修好了';
    return forStaff ? `${who}确认修好` : '您家确认修好了';
  },
  reopened: ({ facts, who, forStaff }) => {
    if (facts.fellow === true && facts.after === 'visit')
      return forStaff ? '并进来的住户回访时说不满意，重新办' : '一起报的住户回访时说不满意，重新办';
    if (facts.after === 'visit') return forStaff ? '住户回访时说不满意，重新办' : '回访时您家说不满意，重新办';
    if (facts.fellow === true) return forStaff ? `${who}（并进来的）说没修好，重新办` : '一起报的住户说没修好，重新办';
    if (facts.after === 'check') return '检查发现又坏了，重新办';
    return forStaff ? `${who}说没修好，重新办` : '您家说没修好，重新办';
  },
  flagged: ({ who, forStaff }) => (forStaff ? `${who}标为大缺陷，修好后到现场检查` : null),
  unflagged: ({ who, forStaff }) => (forStaff ? `${who}取消了大缺陷` : null),
  defect_checked: ({ facts, who }) => `${who}到现场检查：${FINDINGS[facts.finding as Finding]?.label ?? ''}`,
  reclassified: ({ facts }) => (facts.urgency === 'urgent' ? '改成急修，从收到时算起' : '改成一般维修，从收到时算起'),
  recategorised: ({ who, forStaff }) => (forStaff ? `${who}改了类别` : '类别改了'),
  visit_named: ({ forStaff, until }) => `约好 ${until()} 前上门，是${forStaff ? '住户' : '您'}说的时间`,
  visit_brought: ({ until }) => `约定 ${until()} 前上门`,
  shared: ({ forStaff }) => (forStaff ? '报修的人让家里人也看得到' : '让家里人也看得到了'),
  price_asked: ({ who, forStaff }) => (forStaff ? `${who}请工程主管定价` : '有一项价目表上没有，工程主管正在定价'),
  quoted: ({ who, forStaff, sum }) => `${who}报价 ${sum()}，等${forStaff ? '住户' : '您'}回话`,
  priced: ({ who, forStaff, sum }) => `${who}定好了价，一共 ${sum()}，等${forStaff ? '住户' : '您'}回话`,
  quote_accepted: ({ facts, who, forStaff, sum }) =>
    facts.channel ? `${who}记下：${forStaff ? '住户' : '您家'}同意报价 ${sum()}` : `${forStaff ? who : '您家'}同意报价 ${sum()}`,
  quote_refused: ({ facts, who, forStaff }) => {
    if (facts.wouldEnd === true) return `${forStaff ? `${who}（不是报修的人）` : '家里人'}不同意报价，说不修了；修不修下去，等报修的人定`;
    return `${facts.channel ? `${who}记下：` : ''}${forStaff ? '住户' : '您家'}不同意报价，${facts.goesOn ? '不收费的接着修' : '不修了，不收费'}`;
  },
  quote_withdrawn: ({ who }) => `${who}撤回了报价`,
  facility_named: ({ who, forStaff }) => (forStaff ? `${who}记下了是哪一处设施` : null),
  spent: ({ who, forStaff, sum }) => (forStaff ? `${who}记下用工用料，${sum()}` : null),
  nobody_home: ({ facts, who }) => `${who}师傅${DOOR_TRIES[facts.how as DoorTry] ?? '没找到人'}`,
  cancelled: ({ facts, who, forStaff }) => {
    if (facts.why === 'quote_refused') return `${forStaff ? '住户' : '您家'}不修了，这件事到这里`;
    const why = CANCEL_REASONS[facts.why as CancelReason];
    const said = forStaff ? `${who}${facts.channel ? '按住户说的' : ''}撤回了` : '这件事撤回了，不用办了';
    return why ? `${said}：${why}` : said;
  },
  confirmed_by_silence: ({ forStaff }) => (forStaff ? '住户没有回话，视为修好，没有打分' : '到时间没有收到您的回话，视为修好，没有打分'),
  confirmed_by_head: ({ who, forStaff }) => (forStaff ? `${who}到现场看过，修好了` : '工程主管到现场看过，修好了；没修好可以说'),
};

/** What the inbox says of a repair. */
export const REPAIR_NEWS: News = {
  received: ({ channel }) => (channel ? '记下了一件报修' : '新报修'),
  confirmed: ({ channel }) => (channel ? '回访时说修好了，这件事办完了；不对请留言' : '住户确认修好'),
  quote_refused: ({ wouldEnd, goesOn }) => {
    if (wouldEnd === true) return '没有同意报价，家里人说不要了，等报修的人定';
    return goesOn === false ? '没有同意报价，不修了，这件事到这里' : '没有同意报价';
  },
  handed_over: '转来一件，请接下并答应时间',
  taken_on: '工程主管接下了',
  dispatched: '已派师傅',
  arrived: '师傅到了',
  finished: '师傅说修好了',
  reopened: '住户说没修好，马上返工',
  handed_back: '师傅退回了，请另派',
  reclassified: '改了急修或一般',
  flagged: '主管标为大缺陷',
  price_asked: '有一份报价等您定价',
  quoted: '师傅报了价，请您看看',
  priced: '价格定好了，请看看',
  quote_accepted: '同意了报价',
  quote_withdrawn: '报价撤回了',
  nobody_home: '师傅上门，家里没人',
  cancelled: '这件事撤回了，不用办了',
  recategorised: '报修的人改了类别',
  confirmed_by_silence: '没有回话，视为修好',
  confirmed_by_head: '工程主管看过，修好了；没修好可以说',
};
