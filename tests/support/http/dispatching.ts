import type { DispatchingDeeds } from '../deeds.ts';
import { instantAt } from '../wall-clock.ts';
import type { Teller } from './teller.ts';

export const dispatchingDeeds = ({ api, personId }: Teller): DispatchingDeeds => ({
  couldSend: async ({ id }) => (await api.technicians({ id })).items.map((one) => [one.name, one.why]),
  dispatches: async ({ id }, technician, content = '上门看看并修好', visitBy) => {
    const named = visitBy ? { visitBy: instantAt(visitBy) } : {};
    await api.dispatch({ id, technicianId: await personId(technician), content, ...named });
  },
  reassigns: async ({ id }, technician, insteadOf) => {
    await api.reassign({
      id,
      technicianId: await personId(technician),
      insteadOf: await personId(insteadOf),
      content: '换一位师傅',
    });
  },
  handsOver: async ({ id }, content, answerBy) => {
    await api.handOver({ id, content, ...(answerBy ? { answerBy: instantAt(answerBy) } : {}) });
  },
  takesOn: async ({ id }, completeBy) => {
    await api.takeOn({ id, completeBy: instantAt(completeBy) });
  },
  handsBack: async ({ id }, reason, words = '') => {
    await api.handBack({ id, reason, words });
  },
});
