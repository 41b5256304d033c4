import type { Department } from '../kernel/people.ts';
import type { Subject } from '../kernel/promises.ts';
import type { SubjectEvent } from '../kernel/subject.ts';

/** What colleagues owe each other by a date, beside the residents' own matters. A new kind is a name here and its rows. */
export const ERRAND_KINDS = {
  handover: '信息传递单',
  urgent: '紧急信息处理单',
  referral: '故障转呈单',
  work_letter: '工作联系函',
  action: '纠正措施',
  letter: '来信',
  duty: '定期要做的事',
  outside: '外来信息',
  notice: '外部信息传达',
  survey: '满意率调查',
  deed: '公开信承诺',
  needs: '员工需求普查',
  mailbox: '总裁信箱',
} as const;

export type ErrandKind = keyof typeof ERRAND_KINDS;

/** `given` waits for its receiver, `taken` has a firm date, `returned` waits to be received back. */
export type ErrandStatus = 'given' | 'taken' | 'returned' | 'closed' | 'withdrawn';

export const ERRAND_EVENTS = [
  'given',
  'taken',
  'progressed',
  'returned',
  'sent_back',
  'received_back',
  'verified',
  'withdrawn',
  'lead_changed',
  'resident_told',
  'reached',
  'registered',
  'reported',
  'report_written',
  'opened',
  'done',
  'lapsed',
  'counted',
  'handed_on',
  'distributed',
  'set_aside',
  'answered',
  'filed',
  'copied',
  'issued',
  'extended',
  'reminded',
  'collected',
  'analysed',
  'lettered',
  'sent_up',
  'reviewed',
  'concluded',
  'provider_told',
  'all_told',
  'talk_named',
  'talk_moved',
  'confirmed_by_silence',
  'warned',
  'missed',
  'told',
] as const;
export type ErrandEventName = (typeof ERRAND_EVENTS)[number];
export type ErrandEvent = SubjectEvent<ErrandEventName>;

/** The department it went to: one of its own estate, or one of the company. */
export interface Unit {
  department: Department;
  atHeadOffice: boolean;
}

/** Where an errand stands: the sum of its events. Its words are contacts of the same events. */
export interface ErrandState {
  kind: ErrandKind;
  status: ErrandStatus;
  /** Sent back, it begins again. */
  round: number;
  givenAt: Date;
  roundBeganAt: Date;
  giver: string;
  /** Who owes it now. */
  holder: string;
  unit: Unit | null;
  ticketId: string | null;
  /** By when whoever gave it wants an answer (D1). */
  answerBy: Date | null;
  /** By when its receiver has said it will be done (D2). */
  promisedBy: Date | null;
  /** What makes it the only one of its kind in its office. */
  key: string | null;
  /** Ids and figures only kinds of its own have. */
  facts: Record<string, unknown>;
  /** When each thing first happened in this round. */
  happened: Partial<Record<ErrandEventName, Date>>;
}

const LEADS_TO: Partial<Record<ErrandEventName, ErrandStatus>> = {
  given: 'given',
  taken: 'taken',
  returned: 'returned',
  sent_back: 'given',
  received_back: 'closed',
  verified: 'closed',
  withdrawn: 'withdrawn',
  opened: 'taken',
  filed: 'closed',
  done: 'closed',
  lapsed: 'withdrawn',
  distributed: 'closed',
  set_aside: 'closed',
  answered: 'closed',
  issued: 'taken',
  collected: 'returned',
  reviewed: 'closed',
  concluded: 'closed',
  all_told: 'closed',
  talk_named: 'taken',
  confirmed_by_silence: 'closed',
};

const dateIn = (facts: Record<string, unknown>, name: string): Date | null => (facts[name] === undefined ? null : new Date(String(facts[name])));

function begun({ facts, at, by }: ErrandEvent): ErrandState {
  const { unit, ticketId, key, of, giver } = facts as Record<string, undefined>;
  return {
    kind: facts.kind as ErrandKind,
    status: 'given',
    round: 1,
    givenAt: at,
    roundBeganAt: at,
    giver: giver ?? by!,
    holder: String(facts.holder),
    unit: unit ?? null,
    ticketId: ticketId ?? null,
    answerBy: dateIn(facts, 'dueBy'),
    promisedBy: null,
    key: key ?? null,
    facts: of ?? {},
    happened: { given: at },
  };
}

/**
 * How often a department said how a resident's matter goes, or took longer than it was asked to, since the resident was told (D3): what came back is told as what came
 * of it (D7).
 */
function toTell(state: ErrandState, { did, facts }: ErrandEvent): number | undefined {
  const before = state.facts.toTell as number | undefined;
  if (state.ticketId === null) return before;
  const isLater = did === 'taken' && state.answerBy !== null && new Date(String(facts.dueBy)) > state.answerBy;
  if (did === 'progressed' || isLater) return (before ?? 0) + 1;
  return before !== undefined && (did === 'resident_told' || did === 'returned' || did === 'sent_back') ? 0 : before;
}

/** The state after an event. An errand begins when it is given. @throws Error where it has not begun */
export function followErrand(state: ErrandState | null, event: ErrandEvent): ErrandState {
  const { did, at, facts, by } = event;
  if (did === 'given') return begun(event);
  if (state === null) throw new Error(`an errand begins with given, not ${did}`);
  const told = toTell(state, event);
  const next: ErrandState = {
    ...state,
    status: LEADS_TO[did] ?? state.status,
    happened: { ...state.happened, [did]: state.happened[did] ?? at },
    facts: { ...state.facts, ...(facts.of as object | undefined), ...(told === undefined ? {} : { toTell: told }) },
  };
  if (did === 'taken') return { ...next, holder: by ?? state.holder, promisedBy: dateIn(facts, 'dueBy') };
  if (did === 'handed_on') return { ...next, holder: String(facts.holder) };
  if (did === 'sent_back')
    return {
      ...next,
      round: state.round + 1,
      roundBeganAt: at,
      answerBy: dateIn(facts, 'dueBy'),
      promisedBy: null,
      facts: { ...next.facts, expectedBy: null },
      happened: { sent_back: at },
    };
  return next;
}

/** An errand as the ledger knows it. */
export const errandSubject = (state: ErrandState): Subject => ({
  round: state.round,
  roundBeganAt: state.roundBeganAt,
  assignee: state.holder,
  happened: state.happened,
});
