import { LEVELS } from '../complaints/complaint.ts';
import type { EscalationRow } from '../complaints/escalation.ts';
import { once } from '../kernel/once.ts';
import { follow } from '../tickets/follow.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';
import { casesOf, happened, TRIED_AT } from './conditions.ts';
import { nextOf } from './line.ts';
import type { ManualRow, Reading } from './tables.ts';

export const escalationName = (row: EscalationRow) => row.name;

/** Where a complaint goes, and why; the rows stand in their order. */
export function escalationRow(row: EscalationRow, { tables, on }: Reading): ManualRow {
  return {
    kind: 'formula',
    text: `到${LEVELS[row.to].label}`,
    who: '',
    when: row.says,
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.escalation, row, on, escalationName, () => null),
  };
}

/** No rule of a complaint asks for more facts at once. */
const MOST_APART = 5;

const facts = () =>
  casesOf(
    {
      level: ['office', 'director', 'quality', 'managementRepresentative', 'leadership'],
      left: [false, true],
      answered: [false, true],
      satisfied: [false, true],
      unreached: [false, true],
      filed: [false, true],
      cause: [false, true],
      steps: [false, true],
      major: [false, true],
      reported: [false, true],
      called: [false, true],
      qualityCalled: [false, true],
      unnamed: [false, true],
      nobodyToCall: [false, true],
      meant: ['others', 'leadership'],
      committee: [false, true],
      contact: [false, true],
      keyCustomer: [false, true],
    },
    MOST_APART,
  );

export type ComplaintFacts = ReturnType<typeof facts>[number];

/** A complaint of this case, as its events would have left it. */
function complaintOf(one: ComplaintFacts): TicketState {
  const complaint = {
    door: 'office',
    author: '',
    level: one.level,
    why: '',
    custody: one.left ? 'company' : 'office',
    against: one.meant === 'leadership' ? ['leadership'] : [],
    accused: [],
    letIn: [],
    compensation: false,
    danger: one.major,
    media: false,
    saidMajor: false,
    unsolved: false,
    handedUp: false,
    plan: one.steps ? [{ id: '', dueBy: TRIED_AT.toISOString(), done: false }] : [],
  };
  const marks: [boolean, TicketEventName, Record<string, unknown>?][] = [
    [one.answered, 'formally_replied'],
    [one.satisfied, 'confirmed'],
    [one.unreached, 'visit_ended'],
    [one.cause, 'cause_recorded'],
    [one.reported, 'major_reported'],
    [one.called, 'return_visited'],
    [one.qualityCalled, 'quality_visited'],
    [one.committee, 'committee_told', { committee: { at: TRIED_AT.toISOString(), channel: 'front_desk', whom: 'chair' } }],
    [one.nobodyToCall, 'no_contact'],
    [one.filed, 'closed_unheard'],
  ];
  const received = follow(
    null,
    happened('received', {
      kind: 'complaint',
      place: 'home',
      complaint,
      unnamed: one.unnamed,
      keyCustomer: one.keyCustomer,
      ...(one.contact ? { fromSurvey: 'a survey' } : {}),
    }),
  );
  const state = marks.filter(([is]) => is).reduce((so, [, did, told]) => follow(so, happened(did, told)), received);
  // It may be opened again for some days, where it was closed at all.
  return { ...state, until: one.filed ? {} : { reopen: TRIED_AT } };
}

/** What rows of complaints may ask, and how each case stands. */
export const complaintCases = once(() => facts().map((one) => ({ facts: { kind: 'complaint', ...one }, ticket: complaintOf(one) })));
