import type { VisitDeeds } from '../deeds.ts';
import { SATISFIED } from '../story.ts';
import type { Teller } from './teller.ts';

export const visitDeeds = ({ api, photo }: Teller): VisitDeeds => ({
  returns: async ({ id }, words, outcome, answers = SATISFIED) => {
    await api.returnVisit({ id, ...answers, words, outcome, channel: 'phone' });
  },
  visits: async ({ id }, words, outcome, answers = SATISFIED, channel = 'phone') => {
    await api.visit({ id, ...answers, words, outcome, channel });
  },
  tries: async ({ id }, what) => {
    await api.tryVisit({ id, what });
  },
  endsVisit: async ({ id }, what) => {
    await api.endVisit({ id, what });
  },
  confirmsPublic: async ({ id }, words = '到现场试过，好了') => {
    await api.confirmPublic({ id, words });
  },
  flags: async ({ id }, isLarge, words = '看过，要多看几次') => {
    await api.flag({ id, isLarge, words });
  },
  checks: async (ticket, finding, words = '到现场看过') => {
    const photoId = await photo(ticket, 'message');
    await api.checkDefect({ id: ticket.id, finding, words, photoIds: [photoId] });
  },
  callsAsDirector: async ({ id }, words) => {
    await api.directorCall({ id, words, channel: 'phone' });
  },
});
