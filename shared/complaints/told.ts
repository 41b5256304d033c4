import { isoDay } from '../kernel/time.ts';
import { datesIn } from '../tickets/follow-dates.ts';
import type { TicketEvent, TicketState, Told } from '../tickets/ticket.ts';
import type { Complaint, PlanStep } from './complaint.ts';
import { handedUp, isAtOffice } from './escalation.ts';

const given = ({ facts }: TicketEvent) => facts.complaint as Complaint;

/** The office's own time runs as the event says, and no longer where it says nothing. */
function until(state: TicketState, { facts }: TicketEvent) {
  const { office: _, ...rest } = state.until;
  return { ...rest, ...datesIn(facts) };
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
  became_complaint: (state, event) => ({ ...routed(state, event), kind: 'complaint', onlyMine: true, until: datesIn(event.facts) }),
  walled: (state, event) => (state.complaint ? routed(state, event) : {}),
  escalated,
  reopened: notSolved,
  let_in: (state, { facts }) => amended(state, { letIn: [...(state.complaint?.letIn ?? []), String(facts.person)] }),
  plan_set: (state, { facts }) => amended(state, { plan: facts.plan as readonly PlanStep[] }),
  step_done: (state, { facts }) =>
    amended(state, { plan: (state.complaint?.plan ?? []).map((step) => (step.id === facts.step ? { ...step, done: true } : step)) }),
  called_major: (state) => amended(state, { saidMajor: true }),
  formally_replied: (state, event) => ({ until: until(state, event) }),
  concluded: (_, { facts }) => ({ until: datesIn(facts) }),
};
