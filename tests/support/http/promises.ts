import type { PromiseDeeds } from '../deeds.ts';
import { instantAt } from '../wall-clock.ts';
import type { Teller } from './teller.ts';

export const promiseDeeds = ({ api }: Teller): PromiseDeeds => ({
  agrees: async ({ id }, what, dueBy, why = '缺配件') => {
    await api.agree({ id, what, dueBy: instantAt(dueBy), channel: 'phone', why });
  },
  explainsMiss: async ({ id }, what, cause, round = 1) => {
    await api.explainMiss({ id, what, round, cause });
  },
  reclassifies: async ({ id }, change) => {
    await api.reclassify({ id, ...change });
  },
});
