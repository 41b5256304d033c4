import { NOTICE_OUTCOMES, type NoticeOutcome, sayGivenOut } from '../exchange/giving-out.ts';
import { sayMoment } from '../kernel/time.ts';
import { sayMailboxStanding } from '../mailbox/mailbox.ts';
import { sayDeedStanding } from '../surveys/deeds.ts';
import { sayNeedsStanding } from '../surveys/needs.ts';
import { saySurveyStanding } from '../surveys/survey.ts';
import { ERRAND_KINDS, type ErrandEventName, type ErrandKind, type ErrandState } from './errand.ts';
import { type LetterCopy, sayCopy, sayLetterStanding } from './letter.ts';
import { ERRAND_PROMISES } from './promises.ts';

type Standing = Pick<ErrandState, 'kind' | 'status' | 'promisedBy' | 'answerBy' | 'facts' | 'happened'>;

/** Whose turn it may be of those who read where it stands: who it went to, who it comes back to, or neither. */
export type Side = 'receiver' | 'giver' | null;

/** How an errand is spoken of: where it stands, what happened to it in its history, and as a line of somebody's inbox. */
interface Speech {
  standing: (standing: Standing, moment: (at: Date) => string, side: Side) => string;
  history: Record<ErrandEventName, string>;
  news: Record<ErrandEventName, string>;
}

const expectedIn = ({ facts }: Standing, moment: (at: Date) => string) =>
  typeof facts.expectedBy === 'string' ? `，现在看${moment(new Date(facts.expectedBy))} 能好` : '';

const SLIP: Speech = {
  standing: (errand, moment, side) => {
    const { status, answerBy, promisedBy } = errand;
    const asked = answerBy ? `，要求${moment(answerBy)} 前` : '';
    const promised = promisedBy ? `，答应${moment(promisedBy)} 前办好${expectedIn(errand, moment)}` : '';
    const given = `${side === 'receiver' ? '等您接下' : '等对方接下'}${asked}`;
    const returned = side === 'giver' ? '办好了，等您收下' : '办好了，等收下';
    return { given, taken: `在办${promised}`, returned, closed: '办完了', withdrawn: '撤回了' }[status];
  },
  history: {
    given: '写单交出',
    taken: '接下，答应了时间',
    progressed: '说了进展',
    returned: '交回结果',
    sent_back: '没办好，请再办',
    received_back: '收下结果',
    verified: '验证过了',
    withdrawn: '撤回',
    lead_changed: '改牵头部门',
    resident_told: '告诉住户',
    reached: '相关的人都联系上了',
    registered: '品质管理部登记',
    reported: '报给管理者代表',
    report_written: '写好纠正和预防措施报告',
    warned: '快到时间了',
    missed: '超时了',
    told: '报给上一级',
    opened: '打开',
    done: '记下',
    lapsed: '过了时间，没有做',
    counted: '过了时间，没有按时做',
    handed_on: '换了人做',
    distributed: '传达给各部门',
    filed: '不用答复，存档',
    copied: '抄送',
    set_aside: '看过，不用传达',
    answered: '回话',
    issued: '发给住户',
    extended: '交回的不够，延一次',
    reminded: '提醒还没答的住户',
    collected: '截止，收回来了',
    analysed: '写好分析，公布结果',
    lettered: '公开信贴出去了',
    sent_up: '交品质管理部',
    reviewed: '管理者代表看过',
    concluded: '写好分析，公布结果，办完了',
    provider_told: '把结果告诉一家服务方',
    all_told: '服务方都告诉了，办完了',
    talk_named: '约了当面谈',
    talk_moved: '改约了一天',
    confirmed_by_silence: '没有回话，办完了',
  },
  news: {
    given: '有一张单子交给您',
    taken: '对方接下了，答应了时间',
    progressed: '对方说了进展',
    returned: '办好了，等您收下',
    sent_back: '没办好，请再办',
    received_back: '结果已经收下',
    verified: '结果验证过了',
    withdrawn: '撤回了，不用办了',
    lead_changed: '牵头的部门变了',
    resident_told: '告诉住户了',
    reached: '相关的人都联系上了',
    registered: '品质管理部登记了',
    reported: '有一件紧急的事报给您',
    report_written: '纠正和预防措施报告写好了',
    warned: '快到时间了',
    missed: '超时了',
    told: '超时了，请看看',
    opened: '打开了',
    done: '做好了',
    lapsed: '这一轮没有做',
    counted: '到时间没有做',
    handed_on: '交给您了',
    distributed: '传达给各部门了',
    filed: '存档了，不用答复',
    copied: '有一封重要的来信抄送给您',
    set_aside: '看过了，不用传达',
    answered: '回话了',
    issued: '发给住户了',
    extended: '交回的不够，延一次，请再提醒没答的',
    reminded: '提醒了还没答的住户',
    collected: '截止了，请写分析',
    analysed: '结果公布了',
    lettered: '公开信批准了，已经贴出去',
    sent_up: '满意率调查的统计和分析交来了',
    reviewed: '管理者代表看过了',
    concluded: '结果公布了',
    provider_told: '结果告诉了一家服务方',
    all_told: '结果都告诉服务方了',
    talk_named: '约了一天当面谈',
    talk_moved: '改约了一天',
    confirmed_by_silence: '没有回话，办完了',
  },
};

const ACTION: Speech = {
  standing: (errand, moment) => {
    const by = errand.answerBy ? `，${moment(errand.answerBy)} 前做好` : '';
    const doing = `在做${by}${expectedIn(errand, moment)}`;
    return { given: doing, taken: doing, returned: '做好了，等看有没有用', closed: '有用，办完了', withdrawn: '撤回了' }[errand.status];
  },
  history: { ...SLIP.history, given: '定下措施', returned: '做好了', sent_back: '没有用，再想办法', verified: '看过了，有用' },
  news: {
    ...SLIP.news,
    given: '有一条纠正措施请您做',
    returned: '措施做好了，请看看有没有用',
    sent_back: '没有用，请再想办法',
    verified: '看过了，措施有用',
  },
};

const GIVEN_OUT: Speech = {
  standing: (errand, moment) => {
    const asked = errand.status === 'given' && errand.answerBy ? `，要求${moment(errand.answerBy)} 前` : '';
    return `${sayGivenOut(errand)}${asked}`;
  },
  history: { ...SLIP.history, given: '传达' },
  news: { ...SLIP.news, given: '有一件外来信息传达给您，请传到人并回话' },
};
const OUTSIDE: Speech = {
  ...GIVEN_OUT,
  history: { ...SLIP.history, given: '登记，交给品质管理部' },
  news: { ...SLIP.news, given: '有一件外来信息，请传达给各部门' },
};

const LETTER: Speech = {
  standing: sayLetterStanding,
  history: { ...SLIP.history, given: '登记来信', handed_on: '换了人负责', answered: '记下怎么答复的' },
  news: { ...SLIP.news, given: '有一封来信请您负责', handed_on: '有一封来信改由您负责', answered: '答复了' },
};

const SURVEY: Speech = {
  standing: saySurveyStanding,
  history: { ...SLIP.history, given: '到时间了' },
  news: { ...SLIP.news, given: '满意率调查到时间了，请发给住户' },
};

const DEED: Speech = {
  standing: sayDeedStanding,
  history: { ...SLIP.history, given: '公开信里答应了', returned: '做好了', sent_back: '住户还不满意，请再做', verified: '问过住户，都满意' },
  news: {
    ...SLIP.news,
    given: '公开信里有一件事答应由您来做',
    returned: '公开信里答应的做好了，请问问住户',
    sent_back: '住户还不满意，请再做',
    verified: '住户满意了',
  },
};

const NEEDS: Speech = {
  standing: sayNeedsStanding,
  history: { ...SLIP.history, given: '到时间了', issued: '发给全体同事', reminded: '提醒还没答的同事', answered: '公司用文件答复了' },
  news: { ...SLIP.news, given: '员工需求普查到时间了，请发给全体同事', answered: '公司用文件答复了' },
};

const MAILBOX: Speech = {
  standing: (errand, _moment, side) => sayMailboxStanding(errand, side === 'giver'),
  history: {
    ...SLIP.history,
    given: '写给总经理',
    returned: '记下谈过了',
    verified: '写信的人说谈过了',
    sent_back: '写信的人说没有谈过',
    talk_moved: '总经理改约了一天',
    confirmed_by_silence: '写信的人没有回话，当作谈过了',
    answered: '公司用文件答复了',
  },
  news: {
    ...SLIP.news,
    given: '总裁信箱有一封信',
    talk_named: '您写给总经理的信，定了哪天当面谈，请看',
    talk_moved: '您写给总经理的信，当面谈改了一天，写了为什么',
    confirmed_by_silence: '记下谈过了，到时间没有回话，当作谈过了，办完了',
    returned: '总经理记下和您谈过了，请说一声是不是',
    verified: '写信的人说谈过了',
    sent_back: '写信的人说没有谈过，请再答复',
    answered: '您写给总经理的信，公司用文件答复了',
    withdrawn: '写信的人撤回了',
  },
};

/** Kinds that are not spoken of like a slip. */
const SPEECH: Partial<Record<ErrandKind, Speech>> = {
  action: ACTION,
  outside: OUTSIDE,
  notice: GIVEN_OUT,
  letter: LETTER,
  survey: SURVEY,
  deed: DEED,
  needs: NEEDS,
  mailbox: MAILBOX,
};
const speechOf = (kind: string): Speech => SPEECH[kind as ErrandKind] ?? SLIP;

/** Where an errand stands, as one would say it to whoever reads. */
export const sayErrandStanding = (errand: Standing, now: Date, side: Side = null): string =>
  speechOf(errand.kind).standing(errand, (at) => sayMoment(at, now), side);

const HOW: Record<string, string> = { message: '发消息', phone: '电话', face_to_face: '当面', letter: '书面' };

const promisedIn = (facts: Record<string, unknown>) => ERRAND_PROMISES.find((row) => row.what === facts.what);

/** One event of an errand as its history tells it; a promise by its name. @param kind of errand; without one as of a slip */
export function sayErrandEvent(did: string, facts: Record<string, unknown>, kind: string = ''): string {
  const promised = promisedIn(facts);
  const text = speechOf(kind).history[did as ErrandEventName] ?? did;
  if (promised) return `${promised.label}：${text}`;
  if (did === 'resident_told') return `${text}（${HOW[String(facts.how)] ?? ''}）`;
  if (did === 'reminded') return `${text}，${(facts.of as { reminded?: number } | undefined)?.reminded ?? 0} ${kind === 'needs' ? '人' : '户'}`;
  if (did === 'lead_changed') return facts.lead === false ? '改由别的部门牵头' : '由它牵头';
  if (did === 'copied' && facts.copies !== undefined) return `${text}${(facts.copies as LetterCopy[]).map(sayCopy).join('、')}`;
  if (did === 'answered') {
    const how = (facts.of as { how?: NoticeOutcome } | undefined)?.how;
    return how === undefined ? text : `${text}：${NOTICE_OUTCOMES[how]}`;
  }
  if (did === 'given' && facts.kind !== undefined && !SPEECH[kind as ErrandKind]) return `${text}：${ERRAND_KINDS[facts.kind as ErrandKind] ?? ''}`;
  return text;
}

/** One line of the inbox about an errand, with what it was about where a promise is meant. */
export function sayErrandNews(did: string, facts: Record<string, unknown>, kind: string): string {
  const promised = promisedIn(facts);
  const words = speechOf(kind).news[did as ErrandEventName] ?? '有新进展';
  return promised ? `${promised.label}：${words}` : words;
}

export const sayErrandKind = (kind: string): string => ERRAND_KINDS[kind as ErrandKind] ?? kind;
