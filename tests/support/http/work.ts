import type { WorkDeeds } from '../deeds.ts';
import { instantAt } from '../wall-clock.ts';
import type { Teller } from './teller.ts';

export const claim = (claimedAt: string | undefined) => (claimedAt ? { claimedAt: instantAt(claimedAt) } : {});

export const workDeeds = ({ api, photo }: Teller): WorkDeeds => ({
  accepts: async ({ id }, claimedAt) => {
    await api.accept({ id, ...claim(claimedAt) });
  },
  arrives: async ({ id }, claimedAt) => {
    await api.arrive({ id, ...claim(claimedAt) });
  },
  finishes: async (ticket, result = '修好了，试过没问题', claimedAt = undefined) => {
    const photoId = await photo(ticket, 'result');
    await api.finish({ id: ticket.id, result, photoIds: [photoId], ...claim(claimedAt) });
  },
  finishesWith: async (ticket, used) => {
    const photoId = await photo(ticket, 'result');
    await api.finish({ id: ticket.id, result: '修好了', photoIds: [photoId], used });
  },
  answersClaim: async ({ id }, upheld) => {
    await api.answerClaim({ id, upheld });
  },
});
