import { PEOPLE } from '../../../db/seeds/company.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { isoDay, shanghaiTime } from '../../../shared/kernel/time.ts';
import { rankHands } from '../../../shared/repairs/dispatching.ts';
import { decideDispatch, decideHandBack, decideHandOver, decideTakeOn } from '../../../shared/tickets/decide.ts';
import type { DispatchingDeeds } from '../deeds.ts';
import { buildingOf, staffOf } from './company.ts';
import { type Case, caseOf, casesOf, type Doer, type Town } from './town.ts';

const arrivedAt = (one: Case) => one.story.state.happened.arrived?.getTime() ?? 0;
const buildingWorkedIn = (one: Case) => (one.story.state.place === 'home' ? buildingOf(one.home) : null);

/** The technicians of an estate with what they have in hand, and where they last arrived today. */
export const handsOf = (town: Town, estate: string) =>
  PEOPLE.filter((person) => (person.roles ?? []).some(([letters, role]) => letters === estate && role === 'technician'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, trades = [] }) => {
      const held = casesOf(town).filter((one) => one.story.state.assignee === name);
      const last = held
        .filter((one) => arrivedAt(one) > 0 && isoDay(new Date(arrivedAt(one))) === isoDay(town.now))
        .sort((a, b) => arrivedAt(b) - arrivedAt(a))[0];
      return {
        id: name,
        name,
        trades,
        onDuty: null,
        openTickets: held.filter((one) => ['dispatched', 'on_site'].includes(one.story.state.status)).length,
        building: last ? buildingWorkedIn(last) : null,
      };
    });

/** What the formula looks at. */
export const matterOf = (one: Case) => {
  const { state } = one.story;
  return {
    category: state.category,
    danger: state.danger,
    building: buildingWorkedIn(one),
    lastTime: state.formerAssignee,
    handedBackBy: state.happened.handed_back ? state.formerAssignee : null,
  };
};

const isTechnicianOf = (estate: string, name: string) => staffOf(estate).some((holder) => holder.person === name && holder.role === 'technician');

export const dispatchingDeeds = ({ town, does }: Doer): DispatchingDeeds => ({
  couldSend: async (ticket) => {
    const one = caseOf(town, ticket);
    return rankHands(handsOf(town, one.estate), matterOf(one), isoDay(town.now)).map((hand) => [hand.name, hand.why]);
  },
  dispatches: (ticket, technician, _content, visitBy) =>
    does('dispatch', ticket, (given, one) => {
      if (!isTechnicianOf(one.estate, technician)) throw new Problem('staff/not-suitable');
      return decideDispatch(given, { assignee: technician, visitBy: visitBy ? shanghaiTime(visitBy) : undefined });
    }),
  reassigns: (ticket, technician, insteadOf) =>
    does('reassign', ticket, (given) => {
      if (given.state.assignee !== insteadOf) throw new Problem('ticket/action-refused');
      return { did: 'dispatched', facts: { assignee: technician } };
    }),
  handsOver: (ticket, _content, answerBy) =>
    does('handOver', ticket, (given) => decideHandOver(given, { answerBy: answerBy === undefined ? undefined : shanghaiTime(answerBy) })),
  takesOn: (ticket, completeBy) => does('takeOn', ticket, (given) => decideTakeOn(given, { completeBy: shanghaiTime(completeBy) })),
  handsBack: (ticket, reason) => does('handBack', ticket, (given) => decideHandBack(given, { reason })),
});
