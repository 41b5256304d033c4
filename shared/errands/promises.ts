import { ACTION_PROMISES } from '../actions/action.ts';
import { DUTY_PROMISES } from '../duties/duty.ts';
import { EXCHANGE_PROMISES } from '../exchange/giving-out.ts';
import { days, minutes, named } from '../kernel/due.ts';
import type { Ladder, PromiseRow } from '../kernel/promises.ts';
import { MAILBOX_PROMISES, type MailboxPromise } from '../mailbox/mailbox.ts';
import { CLIMB } from '../repairs/promises.ts';
import { DEED_PROMISES } from '../surveys/deeds.ts';
import { NEEDS_PROMISES, type NeedsPromise } from '../surveys/needs.ts';
import { SURVEY_PROMISES, type SurveyPromise } from '../surveys/survey.ts';
import type { ErrandEventName, ErrandState } from './errand.ts';
import { letterPromises } from './letter-rows.ts';

const BESIDE: readonly string[] = ['duty', 'action', 'outside', 'notice', 'letter', 'survey', 'deed', 'needs', 'mailbox'];
const isSlip = ({ kind }: ErrandState) => !BESIDE.includes(kind);
const isUrgent = ({ kind }: ErrandState) => kind === 'urgent';
const isReferral = ({ kind }: ErrandState) => kind === 'referral';
const isInside = ({ kind }: ErrandState) => kind === 'handover' || kind === 'work_letter';
/** About what somebody said who can be told; what nobody put a name to has nobody (readings 21). */
const isOfTicket = ({ ticketId, facts }: ErrandState) => ticketId !== null && facts.unnamed !== true;

/** How a matter of theirs goes, or that it takes longer, and nobody has told them yet (D3). */
const isToTell = (errand: ErrandState) => isOfTicket(errand) && errand.facts.toTell === 1;
/** Of a complaint that has left its office nobody there says a word to the resident (C3). */
const isCompanyToTell = (errand: ErrandState) => isToTell(errand) && errand.facts.hasLeft === true;
const isOfficeToTell = (errand: ErrandState) => isToTell(errand) && errand.facts.hasLeft !== true;

/** What ends whatever is owed of a slip. */
const GONE = ['withdrawn'] as const;
const ENDS = ['withdrawn', 'sent_back'] as const;
/** Whoever gave it, and whoever stands above both. */
const UP: Ladder = CLIMB.filter((rung) => rung.step !== 'told_quality');

export type ErrandPromise =
  | 'slip_answered'
  | 'slip_done'
  | 'slip_progress'
  | 'progress_told'
  | 'slip_received_back'
  | 'slip_verified'
  | 'resident_told'
  | 'people_reached'
  | 'urgent_registered'
  | 'urgent_reported'
  | 'corrective_report'
  | 'letter_answered'
  | 'action_done'
  | 'action_checked'
  | 'duty_done'
  | 'outside_distributed'
  | 'notice_answered'
  | 'deed_done'
  | 'deed_verified'
  | SurveyPromise
  | NeedsPromise
  | MailboxPromise;

// A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const ERRAND_PROMISES: readonly PromiseRow<ErrandState, ErrandPromise, ErrandEventName>[] = [
  { rule: 'slip_answered',      what: 'slip_answered',      label: '接下并答应时间',     clause: 'D1', since: '2026-01-01', opens: { given: 'given', sent_back: 'sent_back' }, when: isSlip,          due: named,                            keeps: ['taken', 'returned'],                  drops: GONE, owedBy: 'assignee', owedTo: 'company', ladder: UP },
  { rule: 'slip_done',          what: 'slip_done',          label: '按答应的时间办好',   clause: 'D2', since: '2026-01-01', opens: { taken: 'taken' },                                                due: named,                            keeps: ['returned'],                           drops: GONE, owedBy: 'assignee', owedTo: 'company', ladder: UP },
  { rule: 'slip_progress',      what: 'slip_progress',      label: '说一声进展',         clause: 'D3', since: '2026-01-01', opens: { taken: 'taken', progressed: 'progressed' },                      due: days('slipProgressDays'),         keeps: ['progressed', 'returned'],             drops: GONE, owedBy: 'assignee', owedTo: 'company', ladder: UP },
  { rule: 'progress_told', what: 'progress_told', label: '把进展告诉住户',     clause: 'D3', since: '2026-01-01', opens: { taken: 'taken', progressed: 'progressed' }, when: isOfficeToTell, due: days('slipTellProgressDays'),     keeps: ['resident_told'],                      drops: [...ENDS, 'returned'], owedBy: 'agent', owedTo: 'company', ladder: UP },
  { rule: 'progress_told by quality', what: 'progress_told', label: '把进展告诉住户',     clause: 'D3', since: '2026-01-01', opens: { taken: 'taken', progressed: 'progressed' }, when: isCompanyToTell, due: days('slipTellProgressDays'),     keeps: ['resident_told'],                      drops: [...ENDS, 'returned'], owedBy: 'quality', owedTo: 'company', ladder: UP },
  { rule: 'slip_received_back', what: 'slip_received_back', label: '收下结果',           clause: 'D4', since: '2026-01-01', opens: { returned: 'returned' },            when: isInside,               due: days('slipReceiveDays'),          keeps: ['received_back'],                      drops: ENDS, owedBy: 'agent',    owedTo: 'company', ladder: UP },
  { rule: 'urgent_received_back', what: 'slip_received_back', label: '收下结果',           clause: 'D4', since: '2026-01-01', opens: { report_written: 'report_written' }, when: isUrgent,               due: days('slipReceiveDays'),          keeps: ['received_back'],                      drops: ENDS, owedBy: 'agent',    owedTo: 'company', ladder: UP },
  { rule: 'slip_verified',      what: 'slip_verified',      label: '验证转呈的结果',     clause: 'D5', since: '2026-01-01', opens: { returned: 'returned' },            when: isReferral,             due: days('slipVerifyDays'),           keeps: ['verified'],                           drops: ENDS, owedBy: 'agent',    owedTo: 'company', ladder: UP },
  { rule: 'resident_told',      what: 'resident_told',      label: '把结果告诉住户',     clause: 'D7', since: '2026-01-01', opens: { returned: 'returned' },            when: isOfTicket,             due: days('slipTellDays'),             keeps: ['resident_told'],                      drops: ENDS, owedBy: 'agent',    owedTo: 'company', ladder: UP },
  { rule: 'people_reached',     what: 'people_reached',     label: '联系上相关的人',     clause: 'I8', since: '2026-01-01', opens: { given: 'given' },                  when: isUrgent,               due: minutes('urgentReachMinutes'),    keeps: ['reached'],                            drops: GONE, owedBy: 'agent',    owedTo: 'company', ladder: CLIMB },
  { rule: 'urgent_registered',  what: 'urgent_registered',  label: '品质管理部登记',     clause: 'I8', since: '2026-01-01', opens: { given: 'given' },                  when: isUrgent,               due: minutes('urgentRegisterMinutes'), keeps: ['registered'],                         drops: GONE, owedBy: 'quality',  owedTo: 'company', ladder: CLIMB.filter((rung) => rung.step === 'warned' || rung.step === 'missed') },
  { rule: 'urgent_reported',    what: 'urgent_reported',    label: '报给管理者代表',     clause: 'I8', since: '2026-01-01', opens: { given: 'given' },                  when: isUrgent,               due: days('urgentReportDays'),         keeps: ['reported'],                           drops: GONE, owedBy: 'quality',  owedTo: 'company', ladder: CLIMB.filter((rung) => rung.step === 'warned' || rung.step === 'missed') },
  { rule: 'corrective_report',  what: 'corrective_report',  label: '纠正和预防措施报告', clause: 'I8', since: '2026-01-01', opens: { returned: 'returned' },            when: isUrgent,               due: days('correctiveReportDays'),     keeps: ['report_written'],                     drops: ENDS, owedBy: 'assignee', owedTo: 'company', ladder: CLIMB },
  ...ACTION_PROMISES,
  ...letterPromises(UP),
  ...DUTY_PROMISES,
  ...EXCHANGE_PROMISES,
  ...SURVEY_PROMISES,
  ...DEED_PROMISES,
  ...NEEDS_PROMISES,
  ...MAILBOX_PROMISES,
];
