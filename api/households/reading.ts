import { bindingOffices } from '../../db/queries/bindings.ts';
import { findHouseholds, readChanges, readHouseholdHead, readStays, type StayRow } from '../../db/queries/households.ts';
import type { Household, HouseholdLine, StayLine } from '../../shared/contract/households.ts';
import { HOUSEHOLD_CHANGES } from '../../shared/households/households.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { PROOFS, type Proof } from '../../shared/sign-in/bindings.ts';
import type { Ctx } from '../context.ts';
import { maskNumber } from '../identity/numbers.ts';

/** Homes by how people write them, who lives there, or the last four digits. @throws Problem `household/not-yours` */
export async function households(ctx: Ctx, input: { q: string }): Promise<{ items: HouseholdLine[] }> {
  if (bindingOffices(ctx.viewer).length === 0) throw new Problem('household/not-yours');
  const found = await findHouseholds(ctx.db, ctx.viewer, input.q);
  return {
    items: found.map(({ id, officeName, label, keyCustomer, organisation, residents }) => ({
      id,
      officeName,
      label,
      keyCustomer,
      organisation,
      residents,
    })),
  };
}

const lineOf = (stay: StayRow): StayLine => ({
  id: stay.id,
  personId: stay.personId,
  name: sayName(stay.name),
  as: stay.as,
  phone: maskNumber(stay.last4),
  hasNumber: stay.last4 !== null,
  isBound: stay.isBound,
  isColleague: stay.isColleague,
  isInvited: stay.invitedBy !== null,
  from: stay.from.toISOString(),
  until: stay.until?.toISOString() ?? null,
  open: stay.open,
});

/** One home: who lives there, who did, and what changed when by whom (A3). @throws Problem `household/not-yours`, `seen/not-found` */
export async function household(ctx: Ctx, input: { id: string }): Promise<Household> {
  if (bindingOffices(ctx.viewer).length === 0) throw new Problem('household/not-yours');
  const home = await readHouseholdHead(ctx.db, ctx.viewer, input.id);
  if (!home) throw new Problem('seen/not-found');
  const [stays, changes] = [await readStays(ctx.db, ctx.viewer, home), await readChanges(ctx.db, ctx.viewer, home)];
  const { id, officeName, label, keyCustomer, organisation } = home;
  const isNow = (stay: StayRow) => stay.until === null || stay.until > ctx.viewer.at;
  return {
    id,
    officeName,
    label,
    keyCustomer,
    organisation,
    now: stays.filter(isNow).map(lineOf),
    before: stays
      .filter((stay) => !isNow(stay))
      .reverse()
      .map(lineOf),
    changes: changes.map((change) => ({
      id: change.id,
      at: change.at.toISOString(),
      byName: sayName(change.byName),
      what: HOUSEHOLD_CHANGES[change.did],
      whose: change.whose === null ? null : sayName(change.whose),
      as: change.as,
      on: change.on?.toISOString() ?? null,
      proof: change.proof === null ? null : (PROOFS[change.proof as Proof] ?? null),
      words: change.words,
    })),
    mayEnter: home.enters && !home.isOwn,
    mayKey: home.directs && !home.isOwn,
  };
}
