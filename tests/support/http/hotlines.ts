import { Problem } from '../../../shared/kernel/problem.ts';
import type { HotlineDeeds } from '../hotline-deeds.ts';
import type { Teller } from './teller.ts';

export const hotlineDeeds = ({ api, officeId }: Teller): HotlineDeeds => ({
  proposesNumber: async (office, purpose, number, from) =>
    (await api.proposeHotline({ officeId: await officeId(office), purpose, number, from, reason: '换了总机' })).round,
  decidesNumber: async (office, purpose, verdict, words = '') => {
    const of = await officeId(office);
    const one = (await api.hotlines({})).proposals.find((proposal) => proposal.officeId === of && proposal.purpose === purpose);
    if (!one) throw new Problem('seen/not-found');
    return (await api.decideApproval({ id: one.approvalId, round: one.round, step: one.step, verdict, words })).status;
  },
  readsNumber: async (office, purpose) => {
    const of = await officeId(office);
    const found = (await api.hotlines({})).offices.find(({ id }) => id === of);
    if (!found) throw new Problem('seen/not-found');
    const { number, since, before } = found.hotlines.find((one) => one.purpose === purpose)!;
    return [number, since, before.map((one) => one.number)];
  },
});
