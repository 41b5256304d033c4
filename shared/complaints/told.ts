import { isoDay } from '../kernel/time.ts';
import { datesIn } from '../tickets/follow-dates.ts';
import type { TicketEvent, TicketEventName, TicketState, Told } from '../tickets/ticket.ts';
import type { CommitteeTold, Complaint, PlanStep } from './complaint.ts';
import { handedUp, isAtOffice } from './escalation.ts';

const given = ({ facts }: TicketEvent) => facts.complaint as Complaint;

/** The office's own time runs as the event says, and no longer where it says nothing. */
function until(state: TicketState, { facts }: TicketEvent) {
  const { office: _, ...rest } = state.until;
  return { ...rest, ...datesIn(facts) };
}

/** What was asked and said of an answer that no longer stands. */
const ANSWERED: readonly TicketEventName[] = ['formally_replied', 'confirmed', 'return_visited', 'quality_visited', 'visit_ended', 'no_contact'];

/** C3: who handles it now answers for themselves: an answer of whoever had it before no longer stands. */
function walled(state: TicketState, event: TicketEvent): Partial<TicketState> {
  if (!state.complaint) return {};
  const isTaken = state.status === 'finished' && given(event).level !== state.complaint.level;
  const happened = Object.fromEntries(Object.entries(state.happened).filter(([did]) => !ANSWERED.includes(did as TicketEventName)));
  return { complaint: given(event), until: until(state, event), ...(isTaken ? { status: 'received' as const, happened } : {}) };
}

const routed: Told[keyof Told] = (state, event) => ({ complaint: given(event), until: until(state, event) });

const amended = (state: TicketState, more: Partial<Complaint>) => (state.complaint ? { complaint: { ...state.complaint, ...more } } : {});

/** C2: said by whoever handled it, or by the clock: the office had its days. */
const escalated: Told[keyof Told] = (state, event) =>
  state.complaint ? { complaint: handedUp(state.complaint, isoDay(event.at)), until: until(state, event) } : {};

/** C8, C2: not solved; what the office did goes to the quality department, and whatever plan there was is made anew. */
function notSolved({ complaint }: TicketState, event: TicketEvent): Partial<TicketState> {
  if (!complaint) return {};
  return { complaint: { ...(isAtOffice(complaint) ? handedUp(complaint, isoDay(event.at)) : complaint), plan: [] } };
}

/** What a complaint is, who handles it, and how far it is. */
export const COMPLAINT_TOLD: Told = {
  became_complaint: (state, event) => ({
    ...routed(state, event),
    kind: 'complaint',
    onlyMine: true,
    until: datesIn(event.facts),
    happened: { became_complaint: event.at },
  }),
  walled,
  escalated,
  reopened: notSolved,
  let_in: (state, { facts }) => amended(state, { letIn: [...(state.complaint?.letIn ?? []), String(facts.person)] }),
  plan_set: (state, { facts }) => amended(state, { plan: facts.plan as readonly PlanStep[] }),
  step_done: (state, { facts }) =>
    amended(state, { plan: (state.complaint?.plan ?? []).map((step) => (step.id === facts.step ? { ...step, done: true } : step)) }),
  committee_told: (state, { facts }) => amended(state, { committee: facts.committee as CommitteeTold }),
  called_major: (state) => amended(state, { saidMajor: true }),
  formally_replied: (state, event) => ({ until: until(state, event) }),
  concluded: (_, { facts }) => ({ until: datesIn(facts) }),
};
