import { decideSpend, roundToWrite } from '../../../shared/facilities/spending.ts';
import { refuseField } from '../../../shared/kernel/problem.ts';
import type { FacilityDeeds } from '../deeds.ts';
import type { Doer } from './town.ts';

export const facilityDeeds = ({ does, name }: Doer): FacilityDeeds => ({
  namesFacility: (ticket, name) =>
    does('nameFacility', ticket, () => {
      if (name === '') throw refuseField('name', '请选一处，或者写个名字');
      return { did: 'facility_named', facts: { facility: name } };
    }),
  spends: (ticket, lines) =>
    does('spend', ticket, (given, one) => {
      const round = roundToWrite(given.state, given.ledger, given.state.assignee === name);
      const version = one.events.filter((event) => event.did === 'spent' && event.facts.round === round).length + 1;
      return decideSpend(
        given,
        lines.map((line) => ({ priceId: null, unit: '个', quantity: 1, ...line })),
        version,
        round,
      );
    }),
});
