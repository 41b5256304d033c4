import { OFFICES } from '../../../db/seeds/company.ts';
import { APPROVALS } from '../../../shared/approvals/approvals.ts';
import { checkNumber, documentFor, type NumberChange, type NumberLine, numbersOn, type Purpose } from '../../../shared/hotlines/hotlines.ts';
import {
  type ApprovalEvent,
  type ApprovalEventName,
  type ApprovalState,
  approvalRowOn,
  decideSubmission,
  decideVerdict,
  followApproval,
} from '../../../shared/kernel/approvals.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { isoDay } from '../../../shared/kernel/time.ts';
import { checkFrom, holdsFrom } from '../../../shared/settings/changing.ts';
import type { HotlineDeeds, NumberedLetters } from '../hotline-deeds.ts';
import { homesOf, rolesOf, staffOf } from './company.ts';
import type { Doer, Town } from './town.ts';

interface Numbers {
  lines: Map<string, NumberLine[]>;
  proposed: Map<string, { state: ApprovalState; change: NumberChange }>;
}
const NUMBERS = new WeakMap<Town, Numbers>();
const numbersIn = (town: Town): Numbers => {
  if (!NUMBERS.has(town)) NUMBERS.set(town, { lines: new Map(), proposed: new Map() });
  return NUMBERS.get(town)!;
};

export const hotlineDeeds = ({ town, name }: Doer): HotlineDeeds => {
  const { lines, proposed } = numbersIn(town);
  const follow = (state: ApprovalState | null, decided: { did: ApprovalEventName; facts: Record<string, unknown> }) =>
    followApproval(state, { ...decided, id: '', subject: 'number', seq: 0, by: name, at: town.now, recordedAt: town.now } as ApprovalEvent);
  const standing = (office: NumberedLetters, purpose: Purpose) => {
    const first = OFFICES.find((one) => one.letters === office)!.hotline;
    return numbersOn(lines.get(office) ?? [], isoDay(town.now), first).find((one) => one.purpose === purpose)!;
  };
  const isNear = (office: NumberedLetters) =>
    office === 'ZB' || [...rolesOf(name), ...homesOf(name)].some(([at]) => at === office || (at === 'ZB' && rolesOf(name).length > 0));
  return {
    proposesNumber: async (office, purpose, number, from) => {
      const works = rolesOf(name).some(([at]) => at === office || at === 'ZB');
      if (!works) throw new Problem('seen/not-found');
      const before = proposed.get(`${office} ${purpose}`)?.state ?? null;
      const row = approvalRowOn(APPROVALS, documentFor(office === 'ZB'), town.now);
      const given = { name: purpose, writtenOn: isoDay(town.now), author: name, staff: staffOf(office) };
      const state = follow(before, decideSubmission(row, before, given));
      const change = { purpose, number, from };
      checkFrom(from, town.now);
      checkNumber(change, standing(office, purpose).number);
      proposed.set(`${office} ${purpose}`, { state, change });
      return state.round;
    },
    decidesNumber: async (office, purpose, verdict, words = '') => {
      const one = proposed.get(`${office} ${purpose}`);
      if (!one) throw new Problem('seen/not-found');
      const { round, step } = one.state;
      one.state = follow(one.state, decideVerdict(one.state, { by: name, staff: staffOf(office), round, step, verdict, words }));
      if (one.state.status === 'approved') {
        const all = lines.get(office) ?? [];
        const { number, from } = one.change;
        all.push({ id: String(all.length).padStart(4, '0'), item: purpose, number, withdrawn: number === null, from: holdsFrom(from, town.now) });
        lines.set(office, all);
      }
      return one.state.status;
    },
    readsNumber: async (office, purpose) => {
      if (!isNear(office)) throw new Problem('seen/not-found');
      const { number, since, before } = standing(office, purpose);
      return [number, since, before.map((one) => one.number)];
    },
  };
};
