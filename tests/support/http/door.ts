import type { DoorDeeds } from '../deeds.ts';
import { instantAt } from '../wall-clock.ts';
import type { Teller } from './teller.ts';

export const doorDeeds = ({ api }: Teller): DoorDeeds => ({
  findsNobody: async ({ id }, how, words = '') => {
    await api.nobodyHome({ id, how, words });
  },
  proposes: async ({ id }, dueBy, words = '我们定了新的时间，您看行不行') => {
    await api.proposeDate({ id, dueBy: instantAt(dueBy), words });
  },
  acceptsDate: async ({ id }, dueBy) => {
    await api.acceptDate({ id, dueBy: instantAt(dueBy) });
  },
  declinesDate: async ({ id }, dueBy, words = '那天不在家，周末可以') => {
    await api.declineDate({ id, dueBy: instantAt(dueBy), words });
  },
  recordsDate: async ({ id }, dueBy, accepts, words = '电话里问过住户') => {
    await api.recordDate({ id, dueBy: instantAt(dueBy), accepts, channel: 'phone', words });
  },
});
