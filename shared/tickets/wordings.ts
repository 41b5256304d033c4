import { KIND_LABELS, type Status, type TicketKind } from './ticket.ts';

/** How a kind of ticket is spoken of wherever people read it; a new kind is an entry here and its rows. */
export interface Wording {
  /** What is done about it, as one character: 修, 做. */
  verb: string;
  /** What stands before its title; null where that says how urgent it is. */
  tag: string | null;
  /** Where it stands, as whoever was too late reads it after 这一件. */
  holds: Readonly<Record<Status, string>>;
  /** Where it stands, in a list. */
  stands: Readonly<Record<Status, { resident: string; colleague: string }>>;
  /** It waits for the one who brought it to say that it is done. */
  yourTurn: { stands: string; button: string };
  /** The clause all of its promises stand under, and the one that says what holds once it is done. */
  clause: string;
  afterClause: string;
  /** What is asked in a visit by phone. */
  asks: { quality: string; attitude: string; result: string };
  /** How the service centre's return visit is explained to the caller, and begun. */
  returnVisit: { why: string; says: (title: string) => string };
  /** The same of the quality department's own (V4, V5). */
  qualityVisit: { why: string; says: (title: string) => string };
  /** Stands before what was written down as done. */
  doneBy: string;
}

const alike = (words: string) => ({ resident: words, colleague: words });

const SERVICE_QUALITY = {
  why: '特约服务做完了，品质管理部问一次',
  says: (title: string) => `您订过${title}，想问问做得怎么样、价钱和说好的一样不一样。`,
};

const OVER_HOLDS = { closed: '已经办完了', cancelled: '已经撤回了' };
const OVER_STANDS = { closed: alike('办完了'), cancelled: alike('撤回了') };

const REMARK: Wording = {
  verb: '答复',
  tag: null,
  holds: {
    received: '还在办',
    dispatched: '还在办',
    on_site: '还在办',
    finished: '已经答复',
    ...OVER_HOLDS,
  },
  stands: {
    received: { resident: '收到了，正在看', colleague: '等答复' },
    dispatched: alike('正在办'),
    on_site: alike('正在办'),
    finished: { resident: '答复了，请看看', colleague: '等住户看' },
    ...OVER_STANDS,
  },
  yourTurn: { stands: '等您看看', button: '去看看' },
  clause: 'I15',
  afterClause: 'Z1',
  asks: { quality: '说清楚了吗', attitude: '答复的人态度', result: '现在清楚了吗' },
  returnVisit: { why: '答复了，住户还没回音', says: () => '您问的事我们答复了，想问问说清楚了没有。' },
  qualityVisit: SERVICE_QUALITY,
  doneBy: '答复',
};

const COMPLAINT_WORDING: Wording = {
  ...REMARK,
  tag: KIND_LABELS.complaint,
  holds: { ...REMARK.holds, received: '还在办', finished: '已经书面答复' },
  stands: {
    ...REMARK.stands,
    received: { resident: '收到了，正在处理', colleague: '等书面答复' },
    finished: { resident: '书面答复了，请看看', colleague: '答复了，等结案' },
    closed: alike('结案了'),
  },
  yourTurn: { stands: '等您说满不满意', button: '去看答复' },
  clause: 'C5',
  afterClause: 'C8',
  asks: { quality: '答复说清楚了吗', attitude: '处理的人态度', result: '解决了吗' },
  returnVisit: { why: '投诉书面答复了', says: () => '您投诉的事我们书面答复了，想问问解决了没有。' },
  qualityVisit: { why: '投诉书面答复了，品质管理部回访', says: () => '您投诉的事书面答复了，想问问解决了没有，您满不满意。' },
  doneBy: '答复',
};

export const WORDINGS: Readonly<Record<TicketKind, Wording>> = {
  repair: {
    verb: '修',
    tag: null,
    holds: {
      received: '还没派人',
      dispatched: '已派人',
      on_site: '师傅已经到了',
      finished: '已经修好，等住户确认',
      ...OVER_HOLDS,
    },
    stands: {
      received: alike('收到了，正在安排'),
      dispatched: alike('已派人'),
      on_site: alike('师傅到了'),
      finished: { resident: '修好了，等确认', colleague: '等住户确认' },
      ...OVER_STANDS,
    },
    yourTurn: { stands: '等您确认', button: '去确认' },
    clause: 'R3',
    afterClause: 'Z1',
    asks: { quality: '修得怎么样', attitude: '师傅态度', result: '现在满意吗' },
    returnVisit: { why: '修好了，住户还没回音', says: (title) => `前几天给您家修了${title}，想问问现在好不好用。` },
    qualityVisit: {
      why: '品质管理部每月抽样抽到的',
      says: (title) => `我们每月随机抽几户问问修得怎么样，这个月抽到了您家：${title}修得好不好，师傅态度怎么样？`,
    },
    doneBy: '师傅做了',
  },
  special_service: {
    verb: '做',
    tag: '特约',
    holds: {
      received: '还没安排',
      dispatched: '已经约好人',
      on_site: '人已经到了',
      finished: '已经做好，等住户验收',
      ...OVER_HOLDS,
    },
    stands: {
      received: alike('收到了，正在安排'),
      dispatched: alike('约好了'),
      on_site: alike('人到了'),
      finished: alike('做好了，等验收'),
      ...OVER_STANDS,
    },
    yourTurn: { stands: '等您验收', button: '去验收' },
    clause: 'R12',
    afterClause: 'R13',
    asks: { quality: '做得怎么样', attitude: '来的人态度', result: '现在满意吗' },
    returnVisit: { why: '做好了，住户还没验收', says: (title) => `您订的${title}做完了，想问问做得好不好。` },
    qualityVisit: SERVICE_QUALITY,
    doneBy: '做了',
  },
  suggestion: {
    ...REMARK,
    tag: KIND_LABELS.suggestion,
    stands: { ...REMARK.stands, finished: { resident: '有结果了，请看看', colleague: '有结果了' } },
    clause: 'I10',
    returnVisit: { why: '建议有了结果，住户还没回音', says: () => '您提的建议有了结果，想问问您觉得怎么样。' },
  },
  complaint: COMPLAINT_WORDING,
  praise: { ...REMARK, tag: KIND_LABELS.praise, clause: 'I15' },
  enquiry: { ...REMARK, tag: KIND_LABELS.enquiry, clause: 'I12' },
};
