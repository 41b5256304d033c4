import {
  type ApprovalEventName,
  type ApprovalRow,
  type ApprovalState,
  type Approver,
  approvalSubject,
  deciders,
  followApproval,
} from '../kernel/approvals.ts';
import { days } from '../kernel/due.ts';
import type { Ladder, PromiseRow } from '../kernel/promises.ts';
import { pointsAt } from '../kernel/promises.ts';
import { holdersOf } from '../kernel/routing.ts';
import type { SubjectRules } from '../kernel/subject.ts';

/** Every kind of document that needs a yes before it goes out. */
export type Document = 'message_template' | 'work_notice' | 'open_letter' | 'questionnaire' | 'estate_setting' | 'hotline' | 'company_hotline';

// Who agrees to what. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const APPROVALS: readonly ApprovalRow<Document>[] = [
  { document: 'message_template', label: '微信消息模板',   drafts: ['agent', 'serviceCentreHead'], steps: ['director'], clause: 'P3', since: '2026-01-01' },
  { document: 'work_notice',      label: '工程通知单',     drafts: ['head'],                       steps: ['director'], isOwnWords: true, goesOut: true, clause: 'P2', since: '2026-01-01' },
  { document: 'open_letter',      label: '公开信',         drafts: ['agent', 'serviceCentreHead', 'director'], steps: ['managementRepresentative'], isOwnWords: true, clause: 'S5', since: '2026-01-01' },
  { document: 'questionnaire',    label: '调查问卷',       drafts: ['agent', 'serviceCentreHead'], steps: ['quality', 'managementRepresentative'], isOwnWords: true, clause: 'S8', since: '2026-01-01' },
  { document: 'estate_setting',   label: '小区自己的规矩', drafts: ['director'],                   steps: ['quality'], isOwnWords: true, clause: 'A4', since: '2026-01-01' },
  { document: 'hotline',          label: '小区电话',       drafts: ['director'],                   steps: ['managementRepresentative'], isOwnWords: true, clause: 'P5', since: '2026-01-01' },
  { document: 'company_hotline',  label: '公司电话',       drafts: ['quality'],                    steps: ['managementRepresentative'], isOwnWords: true, clause: 'P5', since: '2026-01-01' },
];

const CLIMB: Ladder = [
  { step: 'warned', after: 'start', percent: 'warnAtPercent' },
  { step: 'missed', after: 'due', percent: 0 },
];

const asks = (step: Approver) => (approval: ApprovalState) => approval.steps?.[approval.step] === step;
const OPENS = { submitted: 'submitted', passed: 'passed' } as const;
const DECIDES = ['passed', 'approved', 'returned'] as const;
const WITHIN = days(2);

// Each step owes a decision, to whoever wrote it.
// biome-ignore format: a table reads best as one
export const APPROVAL_PROMISES: readonly PromiseRow<ApprovalState, 'decided', ApprovalEventName>[] = [
  { rule: 'decided by director',                  what: 'decided', label: '主任审核',           clause: 'Z7', since: '2026-01-01', opens: OPENS, when: asks('director'),                 due: WITHIN, keeps: DECIDES, drops: [], owedBy: 'director',                 owedTo: 'company', ladder: CLIMB },
  { rule: 'decided by management representative', what: 'decided', label: '管理者代表审核',     clause: 'Z7', since: '2026-01-01', opens: OPENS, when: asks('managementRepresentative'), due: WITHIN, keeps: DECIDES, drops: [], owedBy: 'managementRepresentative', owedTo: 'company', ladder: CLIMB },
  { rule: 'decided by leadership',                what: 'decided', label: '公司领导审核',       clause: 'Z7', since: '2026-01-01', opens: OPENS, when: asks('leadership'),               due: WITHIN, keeps: DECIDES, drops: [], owedBy: 'leadership',               owedTo: 'company', ladder: CLIMB },
  { rule: 'decided by general manager',           what: 'decided', label: '总经理审核',         clause: 'Z7', since: '2026-01-01', opens: OPENS, when: asks('generalManager'),           due: WITHIN, keeps: DECIDES, drops: [], owedBy: 'generalManager',           owedTo: 'company', ladder: CLIMB },
  { rule: 'decided by quality',                   what: 'decided', label: '品质管理部审核',     clause: 'Z7', since: '2026-01-01', opens: OPENS, when: asks('quality'),                  due: WITHIN, keeps: DECIDES, drops: [], owedBy: 'quality',                  owedTo: 'company', ladder: CLIMB },
];

/** Whether a kind of document goes to residents once it is agreed to. */
const goesOut = (document: string) => APPROVALS.some((row) => row.document === document && row.goesOut);

/** A document as the ledger knows it. Whoever is asked hears of it, and whoever wrote it hears what became of it. */
export const APPROVAL_RULES: SubjectRules<ApprovalState, ApprovalEventName> = {
  follow: followApproval,
  subjectOf: approvalSubject,
  bookFor: (_, settings, openingHours) => ({ rows: APPROVAL_PROMISES, settings, openingHours }),
  hearersOf(event, { state, ledger }, staff) {
    const stillHere = (person: string) => staff.some((holder) => holder.person === person);
    const asked = () => deciders(state, staff);
    const people = {
      submitted: asked,
      passed: asked,
      warned: asked,
      missed: () => [...asked(), ...(ledger.some((one) => pointsAt(event, one)) ? holdersOf('quality', staff) : []), state.author],
      told: () => [],
      approved: () => [state.author],
      returned: () => [state.author],
    }[event.did]();
    return {
      people: [...new Set(people)].filter((person) => person !== event.by && stillHere(person)),
      residents: event.did === 'approved' && goesOut(state.document),
      mustKnow: false,
    };
  },
};

const NEWS: Record<ApprovalEventName, string> = {
  submitted: '有一份文字等您审核',
  passed: '有一份文字等您审核',
  approved: '送审的文字通过了',
  returned: '送审的文字被退回，请看原因',
  warned: '审核快到时间了',
  missed: '审核超时了',
  told: '审核超时了',
};

/** A kind of document as people call it; null where there is none of that name. */
export const sayDocument = (document: string): string | null => APPROVALS.find((one) => one.document === document)?.label ?? null;

/** One line of the inbox about a document. */
export const sayApprovalNews = (did: string): string => NEWS[did as ApprovalEventName] ?? '有新进展';
