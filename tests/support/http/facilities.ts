import type { FacilityDeeds } from '../deeds.ts';
import type { Teller } from './teller.ts';

export const facilityDeeds = ({ api }: Teller): FacilityDeeds => ({
  namesFacility: async ({ id }, name) => {
    await api.nameFacility({ id, name });
  },
  spends: async ({ id }, lines) => {
    await api.spend({ id, lines: lines.map((line) => ({ itemId: null, unit: '个', quantity: 1, ...line })) });
  },
});
