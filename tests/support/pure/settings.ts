import { APPROVALS } from '../../../shared/approvals/approvals.ts';
import {
  type ApprovalEvent,
  type ApprovalEventName,
  type ApprovalState,
  approvalRowOn,
  decideSubmission,
  decideVerdict,
  followApproval,
} from '../../../shared/kernel/approvals.ts';
import { Problem, refuseField } from '../../../shared/kernel/problem.ts';
import { entryAt, type SettingEntry } from '../../../shared/kernel/settings.ts';
import { isoDay } from '../../../shared/kernel/time.ts';
import {
  beginningOf,
  type Change,
  checkCompanys,
  checkFrom,
  checkOwn,
  holdsFrom,
  overtaken,
  setsForCompany,
} from '../../../shared/settings/changing.ts';
import type { Letters, SettingDeeds, SettingQuestions } from '../setting-deeds.ts';
import { rolesOf, staffOf } from './company.ts';
import { type Doer, linesOf, settingsOf, type Town } from './town.ts';

interface Proposal {
  state: ApprovalState;
  change: Change;
}
const PROPOSED = new WeakMap<Town, Map<string, Proposal>>();
const proposedIn = (town: Town): Map<string, Proposal> => {
  if (!PROPOSED.has(town)) PROPOSED.set(town, new Map());
  return PROPOSED.get(town)!;
};

const ESTATES = ['WT', 'HT'] as const;
const estateIn = (town: Town, letters: Letters) => ({ id: letters, singleClient: town.singleClient.has(letters), entries: linesOf(town, letters) });
const write = (town: Town, estate: Letters | null, { key, value }: Change, from: Date) =>
  town.written.push({ key, value, from, office: estate ? 'estate' : 'headOffice', estate });

export const settingDeeds = ({ town, name }: Doer): SettingDeeds => {
  const follow = (state: ApprovalState | null, decided: { did: ApprovalEventName; facts: Record<string, unknown> }) =>
    followApproval(state, { ...decided, id: '', subject: 'own', seq: 0, by: name, at: town.now, recordedAt: town.now } as ApprovalEvent);
  const worksAt = (letters: string) => rolesOf(name).some(([at]) => at === letters || at === 'ZB');
  return {
    setsForCompany: async (key, value, from) => {
      const posts = rolesOf(name).map(([letters, role, department]) => ({ role, department: department ?? null, atHeadOffice: letters === 'ZB' }));
      if (!posts.some(setsForCompany)) throw new Problem('setting/not-yours');
      const change = { key, value, from };
      checkFrom(from, town.now);
      const estates = ESTATES.map((letters) => estateIn(town, letters));
      checkCompanys(
        change,
        linesOf(town, 'ZB').filter((line) => line.office === 'headOffice'),
        estates,
      );
      const given = estates.flatMap((estate) => overtaken(change, estate).map((at) => [estate.id, at] as const));
      write(town, null, change, beginningOf(from));
      for (const [letters, at] of given) write(town, letters as Letters, { ...change, value: null }, at);
    },
    proposesSetting: async (estate, key, value, from) => {
      if (!worksAt(estate)) throw new Problem('seen/not-found');
      const staff = staffOf(estate);
      const before = proposedIn(town).get(`${estate} ${key}`)?.state ?? null;
      const given = { name: key, writtenOn: isoDay(town.now), author: name, staff };
      const state = follow(before, decideSubmission(approvalRowOn(APPROVALS, 'estate_setting', town.now), before, given));
      const change = { key, value, from };
      checkFrom(from, town.now);
      checkOwn(change, estateIn(town, estate));
      proposedIn(town).set(`${estate} ${key}`, { state, change });
      return state.round;
    },
    recordsSetting: async (estate, key, verdict, words) => {
      const proposal = proposedIn(town).get(`${estate} ${key}`);
      if (!proposal) throw new Problem('seen/not-found');
      const { round, step } = proposal.state;
      const state = follow(proposal.state, decideVerdict(proposal.state, { by: name, staff: staffOf(estate), round, step, verdict, words }));
      if (state.status === 'approved') {
        if (words === '') throw refuseField('words', '写一句怎么看的，这是记录');
        const change = { ...proposal.change, from: holdsFrom(proposal.change.from, town.now) };
        checkOwn(change, estateIn(town, estate));
        write(town, estate, change, beginningOf(change.from));
      }
      proposal.state = state;
      return state.status;
    },
  };
};

const WHOSE: Record<SettingEntry['office'], 'estate' | 'company'> = { estate: 'estate', headOffice: 'company' };

export const settingQuestions = (town: Town): SettingQuestions => ({
  figure: async (estate, key) => {
    const held = entryAt(linesOf(town, estate), key, town.now);
    return [settingsOf(town, estate)[key], held ? WHOSE[held.office] : 'manual', held ? isoDay(held.from) : null];
  },
  servesOneClient: async (estate) => void town.singleClient.add(estate),
});
