import { OPINIONS, type Opinion } from '../tickets/ratings.ts';
import type { TicketKind } from '../tickets/ticket.ts';
import { WORDINGS } from '../tickets/wordings.ts';

/** What is asked of every visit by phone (回访记录: quality, attitude, result), and which answer sends the ticket back to work (V7). */
export const QUESTIONS = {
  quality: { reopens: false },
  attitude: { reopens: false },
  result: { reopens: true },
} as const;

export type Question = keyof typeof QUESTIONS;
export type Answers = Partial<Record<Question, Opinion | undefined>>;

export const CALL_VISITS = ['special_visit', 'return_visit', 'follow_up', 'provider_visit', 'quality_visit', 'weekly_visit', 'survey_visit'] as const;
export type CallVisit = (typeof CALL_VISITS)[number];

/** A large defect is looked at on the spot, on a schedule (R10). */
export const DEFECT_CHECKS = ['defect_check_first', 'defect_check_second', 'defect_check_third'] as const;
export type DefectCheck = (typeof DEFECT_CHECKS)[number];

/** Every promise that is a visit: what the queue is made of. */
export const VISITS = [...CALL_VISITS, ...DEFECT_CHECKS] as const;
export type Visit = (typeof VISITS)[number];

export const isCallVisit = (what: string): what is CallVisit => (CALL_VISITS as readonly string[]).includes(what);

/** A question as it is put for a kind of ticket. */
export const labelOfQuestion = (question: Question, kind: TicketKind): string => WORDINGS[kind].asks[question];

export const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];

/** The answers as people read them: 修得怎么样：满意；师傅态度：基本满意. */
export const sayAnswers = (answers: Answers, kind: TicketKind): string =>
  QUESTION_NAMES.flatMap((name) => (answers[name] ? [`${labelOfQuestion(name, kind)}：${OPINIONS[answers[name]]}`] : [])).join('；');

/** What may be said of a visit's matter. */
export interface Spoken {
  kind: TicketKind;
  /** The caller's name. */
  caller: string;
  office: string;
  /** What was repaired, in the category's words. */
  title: string;
}

interface Script {
  /** Why this visit is made, for the caller. */
  why: (kind: TicketKind) => string;
  clause: string;
  /** The sentences to begin with. */
  says: (given: Spoken) => string;
}

const begin = ({ office, caller }: Spoken) => `您好，我是${office}服务中心的${caller}。`;

/** How each kind of visit begins, and why it is made. */
export const SCRIPTS: Readonly<Record<CallVisit, Script>> = {
  special_visit: {
    why: () => '住户说没修好',
    clause: 'R11',
    says: (given) => `${begin(given)}您说${given.title}没修好，我们在返工。想问问现在怎么样，还有哪里不对。`,
  },
  return_visit: {
    why: (kind) => WORDINGS[kind].returnVisit.why,
    clause: 'V8',
    says: (given) => `${begin(given)}${WORDINGS[given.kind].returnVisit.says(given.title)}`,
  },
  follow_up: {
    why: () => '住户打了低分',
    clause: 'S9',
    says: (given) => `${begin(given)}您给${given.title}这次维修打了低分，我们想听您说说，哪里没做好。`,
  },
  weekly_visit: {
    why: () => '每周抽样抽到的',
    clause: 'V1',
    says: ({ caller, office, title }) =>
      `您好，我是物业公司的回访专人${caller}，不是${office}的人。公司每周随机抽几户问问修得怎么样，这周抽到了您家：${title}修得好不好，师傅态度怎么样？`,
  },
  survey_visit: {
    why: () => '答完满意率调查，请我们联系',
    clause: 'V6',
    says: (given) => `您好，我是物业公司的${given.caller}。您答完满意率调查以后，请我们联系您，想听您细说。`,
  },
  provider_visit: {
    why: () => '特约服务做完了，服务方自己问一次',
    clause: 'V5',
    says: (given) => `${begin(given)}您订的${given.title}做完了，想替做的人问一句：做得好不好，还有什么要改的。`,
  },
  quality_visit: {
    why: (kind) => WORDINGS[kind].qualityVisit.why,
    clause: 'V5',
    says: (given) => `您好，我是品质管理部的${given.caller}。${WORDINGS[given.kind].qualityVisit.says(given.title)}`,
  },
};

/** What a check of a large defect finds, and whether it sends the ticket back to work (R10, R11). */
export const FINDINGS = {
  sound: { label: '完好', isBroken: false },
  damp: { label: '有潮痕，没渗水', isBroken: false },
  leaking: { label: '有渗水', isBroken: true },
  cracked: { label: '又开裂', isBroken: true },
  other: { label: '别的不好', isBroken: true },
} as const;

export type Finding = keyof typeof FINDINGS;

/** Why a visit is made, in a few words. */
export const whyOf = (what: Visit, kind: TicketKind): string => (isCallVisit(what) ? SCRIPTS[what].why(kind) : '到现场看修得牢不牢');
