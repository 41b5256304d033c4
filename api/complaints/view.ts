import type { SeenBefore } from '../../db/queries/complaints.ts';
import { AGAINST, COMMITTEE, type CommitteeTold, type Complaint, LEVELS, sayToldBy } from '../../shared/complaints/complaint.ts';
import { owesCommittee } from '../../shared/complaints/conditions.ts';
import { explainLevel } from '../../shared/complaints/escalation.ts';
import { isMajor } from '../../shared/complaints/major.ts';
import { sayShut } from '../../shared/complaints/shut.ts';
import type { ComplaintView } from '../../shared/contract/complaint-view.ts';
import { sayAddressee, sayName } from '../../shared/kernel/people.ts';
import { titleOf } from '../tickets/part-views.ts';
import type { Seen } from '../tickets/seen.ts';

const HOW: Record<SeenBefore['how'], string> = { opened: '打开过，看到那时为止', revealed: '看过号码', exported: '导出过登记' };

/** C6: what was put on record last, in two notes of one event. */
function causeIn({ whole, last, name }: Seen): ComplaintView['cause'] {
  const recorded = last('cause_recorded');
  if (!recorded) return null;
  const said = (outcome: string) => whole.thread.find((line) => line.eventId === recorded.id && line.outcome === outcome)?.body ?? '';
  return { cause: said('根本原因'), prevention: said('预防措施'), byName: name(recorded.by), at: recorded.at.toISOString() };
}

const nameOf = ({ person }: Seen, id: string): string => {
  const who = person(id);
  return who ? `${titleOf(who)} ${sayName(who.name)}` : '';
};

/** C4: the plan's steps, each with whoever carries it out, as the ledger has it, or carried it out. */
function planIn(seen: Seen, complaint: Complaint): ComplaintView['plan'] {
  const { whole } = seen;
  const owner = whole.carriers.map((id) => nameOf(seen, id)).join('、') || sayAddressee('director');
  return complaint.plan.map(({ id, dueBy, done }) => {
    const words = whole.thread.find((line) => line.id === id)?.body ?? '';
    const event = done ? whole.history.find((one) => one.did === 'step_done' && one.facts.step === id) : undefined;
    return { id, words, dueBy, done, who: (event?.by && nameOf(seen, event.by)) || owner, doneAt: event?.at.toISOString() ?? null };
  });
}

/** Whom of the owners' committee was told, as colleagues read it (Z9). */
const committeeIn = ({ at, channel, whom }: CommitteeTold) => ({ at, how: sayToldBy(channel), whom: COMMITTEE[whom] });

/** What a complaint has, as this viewer may read it: its author, who handles it and why; colleagues, whom it is against and what is done about it. */
export function complaintIn(seen: Seen, seenBefore: readonly SeenBefore[], households: number | null = null): ComplaintView | null {
  const { whole, asStaff, name } = seen;
  const { complaint } = whole.state;
  if (!complaint) return null;
  const named = (ids: readonly string[]) => (asStaff ? ids.map((id) => ({ id, name: name(id) })) : []);
  return {
    level: complaint.level,
    levelText: LEVELS[complaint.level].label,
    explain: explainLevel(complaint),
    door: complaint.door,
    against: [...complaint.against],
    againstText: complaint.against.map((one) => AGAINST[one].label).join('、'),
    accused: named(complaint.accused),
    compensation: complaint.compensation,
    danger: complaint.danger,
    media: complaint.media,
    isMajor: asStaff && isMajor(whole.state),
    households,
    hasLeftOffice: complaint.custody === 'company',
    letIn: named(complaint.letIn),
    plan: asStaff ? planIn(seen, complaint) : [],
    shutText: whole.relations.includes('author') ? sayShut(complaint) : '',
    cause: asStaff ? causeIn(seen) : null,
    committee: asStaff && complaint.committee ? committeeIn(complaint.committee) : null,
    owesCommittee: asStaff && owesCommittee(whole.state),
    seenBy: seenBefore.map((one) => ({ name: one.name, how: HOW[one.how], at: one.at.toISOString() })),
  };
}
