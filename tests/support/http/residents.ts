import type { ResidentDeeds } from '../deeds.ts';
import { scoreFor } from '../story.ts';
import type { Teller } from './teller.ts';

export const residentDeeds = ({ api }: Teller): ResidentDeeds => ({
  confirms: async ({ id }, opinion = 'satisfied', words = '', tags = []) => {
    await api.confirm({ id, score: scoreFor(opinion), tags, words });
  },
  saysNotFixed: async ({ id }, words = '还是老样子') => {
    await api.reopen({ id, words });
  },
  cancels: async ({ id }, why, onTheirWord) => {
    await api.cancel({ id, ...(why ? { why } : {}), ...onTheirWord });
  },
  changes: async ({ id }, change) => {
    await api.change({ id, ...change });
  },
  urges: async ({ id }) => {
    await api.urge({ id });
  },
});
