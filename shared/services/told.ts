import type { Told } from '../tickets/ticket.ts';

const nobody = () => ({ provider: null });

/** Which outside provider was asked, where it is nobody of the estate (R12). */
export const SERVICE_TOLD: Told = {
  dispatched: (_, { facts }) => ({ provider: (facts.provider as string | null | undefined) ?? null }),
  handed_back: nobody,
  reopened: nobody,
};
