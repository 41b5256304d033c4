import type { MergingDeeds } from '../deeds.ts';
import type { Teller } from './teller.ts';

export const mergingDeeds = ({ api }: Teller): MergingDeeds => ({
  merges: async ({ id }, other) => {
    await api.merge({ id, withId: other.id });
  },
  unmerges: async ({ id }) => {
    await api.unmerge({ id });
  },
  disputesMerge: async ({ id }, words = '') => {
    await api.disputeMerge({ id, words });
  },
  keepsMerged: async ({ id }, words) => {
    await api.keepMerged({ id, words });
  },
  seesAlike: async ({ id }) => (await api.duplicates({ id })).items.map((one) => [one.number, one.foresees]),
});
