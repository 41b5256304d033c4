import { ACTION_ROWS } from '../actions/action.ts';
import { DUTY_ROWS, type DutyAction } from '../duties/duty.ts';
import { EXCHANGE_ROWS, type ExchangeAction } from '../exchange/giving-out.ts';
import type { LifecycleRow } from '../kernel/lifecycle.ts';
import { MAILBOX_ROWS, type MailboxAction } from '../mailbox/mailbox.ts';
import { DEED_ROWS, type DeedAction } from '../surveys/deeds.ts';
import { NEEDS_ROWS, type NeedsAction } from '../surveys/needs.ts';
import { SURVEY_PAPER_ROWS, type SurveyPaperAction } from '../surveys/paper.ts';
import { SURVEY_ROWS, type SurveyAction } from '../surveys/rows.ts';
import type { ErrandEventName, ErrandKind, ErrandState, ErrandStatus } from './errand.ts';
import { LETTER_ROWS, type LetterAction } from './letter-rows.ts';
import type { ErrandRelation } from './relations.ts';

export type ErrandAction =
  | 'take'
  | 'progress'
  | 'giveBack'
  | 'sendBack'
  | 'receiveBack'
  | 'verify'
  | 'withdraw'
  | 'lead'
  | 'tellResident'
  | 'reach'
  | 'registerUrgent'
  | 'report'
  | 'writeReport'
  | LetterAction
  | 'handOn'
  | DutyAction
  | SurveyAction
  | DeedAction
  | SurveyPaperAction
  | NeedsAction
  | MailboxAction
  | ExchangeAction;

export type ErrandRow = LifecycleRow<ErrandState, ErrandAction, ErrandStatus, ErrandEventName, ErrandRelation> & { kinds: readonly ErrandKind[] };

const SLIPS: readonly ErrandKind[] = ['handover', 'urgent', 'referral', 'work_letter'];
const CALM: readonly ErrandKind[] = ['handover', 'referral', 'work_letter'];
const INSIDE: readonly ErrandKind[] = ['handover', 'urgent', 'work_letter'];
const OPEN: readonly ErrandStatus[] = ['given', 'taken', 'returned'];
const TOLD: readonly ErrandStatus[] = [...OPEN, 'closed'];
const WITH_THEM: readonly ErrandStatus[] = ['given', 'taken'];
const THEIRS: readonly ErrandRelation[] = ['receiver', 'holder'];
const OURS: readonly ErrandRelation[] = ['giver', 'agent'];

const isOfTicket = ({ ticketId }: ErrandState) => ticketId !== null;
const leads = ({ facts }: ErrandState) => facts.lead === true;
const isReached = ({ facts }: ErrandState) => facts.reached === true;
const isRegistered = ({ facts }: ErrandState) => facts.registered === true;
const isReported = ({ facts }: ErrandState) => facts.reported === true;
const isRegisteredOnly = (errand: ErrandState) => isRegistered(errand) && !isReported(errand);
const isWritten = ({ facts }: ErrandState) => facts.written === true;
const isReturned = ({ status }: ErrandState) => status === 'returned';
/** I8: an emergency is over when everybody was reached, it was reported, and its corrective and preventive report is written. */
const mayBeClosed = (errand: ErrandState) => errand.kind !== 'urgent' || (isReached(errand) && isReported(errand) && isWritten(errand));
/** What came back is told, however late: closing it takes nothing from whoever waits to hear. */
const mayBeTold = (errand: ErrandState) =>
  isOfTicket(errand) && errand.facts.unnamed !== true && (errand.status !== 'closed' || errand.facts.told !== true);

/** Who may do what next with a slip. */
// biome-ignore format: a table reads best as one
export const ERRAND_ROWS: readonly ErrandRow[] = [
  { action: 'take',                                     label: '接下并答应时间',     kinds: SLIPS,        from: ['given'],   to: 'taken',     does: ['taken'],          by: THEIRS,                                                               clause: 'D2', since: '2026-01-01' },
  { action: 'giveBack',                                 label: '办好了，交回结果',   kinds: SLIPS,        from: WITH_THEM,   to: 'returned',  does: ['returned'],       by: THEIRS,                                                               clause: 'D3', since: '2026-01-01' },
  { action: 'progress',                                 label: '说一声进展',         kinds: SLIPS,        from: ['taken'],   to: null,        does: ['progressed'],     by: THEIRS,                                                               clause: 'D3', since: '2026-01-01' },
  { action: 'receiveBack',                              label: '收下结果',           kinds: INSIDE,       from: ['returned'], to: 'closed',   does: ['received_back'],  by: OURS, notBy: THEIRS,                                needs: mayBeClosed,              clause: 'D4', since: '2026-01-01' },
  { action: 'verify',                                   label: '验证过了',           kinds: ['referral'], from: ['returned'], to: 'closed',   does: ['verified'],       by: ['giver', 'agent', 'director'], notBy: THEIRS,                                       clause: 'D5', since: '2026-01-01' },
  { action: 'sendBack',                                 label: '没办好，请再办',     kinds: SLIPS,        from: ['returned'], to: 'given',    does: ['sent_back'],      by: ['giver', 'agent', 'director'], notBy: THEIRS,                                       clause: 'D4', since: '2026-01-01' },
  { action: 'tellResident',                             label: '告诉住户',           kinds: SLIPS,        from: TOLD,        to: null,        does: ['resident_told'],  by: OURS,                                needs: mayBeTold,                clause: 'D7', since: '2026-01-01' },
  { action: 'reach',                                    label: '都联系上了',         kinds: ['urgent'],   from: OPEN,        to: null,        does: ['reached'],        by: ['giver', 'agent', 'receiver', 'holder', 'director'], unless: isReached, clause: 'I8', since: '2026-01-01' },
  { action: 'registerUrgent',                           label: '登记',               kinds: ['urgent'],   from: OPEN,        to: null,        does: ['registered'],     by: ['quality'],                         unless: isRegistered,            clause: 'I8', since: '2026-01-01' },
  { action: 'report',                                   label: '报给管理者代表',     kinds: ['urgent'],   from: OPEN,        to: null,        does: ['reported'],       by: ['quality'],                         needs: isRegisteredOnly,         clause: 'I8', since: '2026-01-01' },
  { action: 'writeReport',                              label: '写纠正和预防措施报告', kinds: ['urgent'], from: ['returned'], to: null,       does: ['report_written'], by: THEIRS,                              needs: isReturned, unless: isWritten, clause: 'I8', since: '2026-01-01' },
  { action: 'lead',                                     label: '由它牵头',           kinds: ['handover'], from: WITH_THEM,   to: null,        does: ['lead_changed'],   by: OURS, notBy: THEIRS,                                needs: isOfTicket, unless: leads, clause: 'I3', since: '2026-01-01' },
  { action: 'withdraw',                                 label: '撤回',               kinds: CALM,        from: WITH_THEM,   to: 'withdrawn', does: ['withdrawn'],      by: OURS, notBy: THEIRS,                                                                 clause: 'D4', since: '2026-01-01' },
  { action: 'withdraw', name: 'withdraw an emergency',                                 label: '撤回',               kinds: ['urgent'],        from: WITH_THEM,   to: 'withdrawn', does: ['withdrawn'],      by: ['giver'], unless: isRegistered,                                                                 clause: 'D4', since: '2026-01-01' },
  ...ACTION_ROWS,
  ...LETTER_ROWS,
  ...DUTY_ROWS,
  ...EXCHANGE_ROWS,
  ...SURVEY_ROWS,
  ...DEED_ROWS,
  ...SURVEY_PAPER_ROWS,
  ...NEEDS_ROWS,
  ...MAILBOX_ROWS,
];
