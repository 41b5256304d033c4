import { sql } from 'drizzle-orm';
import type { SettingDeeds, SettingQuestions } from '../setting-deeds.ts';
import type { Line, Teller } from './teller.ts';

export const settingDeeds = ({ api, officeId }: Teller): SettingDeeds => ({
  setsForCompany: async (key, value, from) => {
    const { clauses } = await api.settings({ officeId: await officeId('ZB') });
    const { seen } = clauses.flatMap(({ figures }) => figures).find((one) => one.key === key)!;
    await api.setSetting({ key, value, from, reason: '领导定的', seen });
  },
  proposesSetting: async (estate, key, value, from) =>
    (await api.proposeSetting({ officeId: await officeId(estate), key, value, from, reason: '业主大会说的' })).round,
  recordsSetting: async (estate, key, verdict, words) => {
    const { proposals } = await api.settings({ officeId: await officeId(estate) });
    const one = proposals.find((proposal) => proposal.key === key);
    if (!one) throw Object.assign(new Error('nothing was proposed'), { code: 'seen/not-found' });
    return (await api.decideApproval({ id: one.approvalId, round: one.round, step: one.step, verdict, words })).status;
  },
});

/** Asked by whoever reads every office's. */
export const settingQuestions = ({ world, client, officeId }: Line): SettingQuestions => ({
  figure: async (estate, key) => {
    const { clauses } = await client('吴桐').settings({ officeId: await officeId(estate) });
    const { value, whose, since } = clauses.flatMap(({ figures }) => figures).find((one) => one.key === key)!;
    return [value, whose, since];
  },
  servesOneClient: async (estate) => void (await world.house.db.execute(sql`update offices set single_client = true where letters = ${estate}`)),
});
