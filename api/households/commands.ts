import type { Transaction } from '../../db/connect.ts';
import {
  changeNumber,
  endStays,
  type HouseholdHead,
  holdResident,
  insertChange,
  insertPerson,
  insertStay,
  ownerOfNumber,
  readHouseholdHead,
  readStays,
  type StayRow,
  saveHolder,
  saveKey,
} from '../../db/queries/households.ts';
import { insertReveal } from '../../db/queries/reveals.ts';
import { movedInAt, movedOutAt, type ResidesAs } from '../../shared/households/households.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { minutesAfter } from '../../shared/kernel/time.ts';
import type { Proof } from '../../shared/sign-in/bindings.ts';
import { decideReveal, ONE_LOOK_MINUTES, type RevealReason } from '../../shared/tickets/reveals.ts';
import { type Ctx, transact } from '../context.ts';

type Done = { id: string };

/** A home of this agent's estate, held; never their own. @throws Problem `seen/not-found`, `household/not-yours`, `household/own-home` */
async function holdToEnter(ctx: Ctx, tx: Transaction, id: string): Promise<HouseholdHead> {
  const home = await readHouseholdHead(tx, ctx.viewer, id, true);
  if (!home) throw new Problem('seen/not-found');
  if (!home.enters) throw new Problem('household/not-yours');
  if (home.isOwn) throw new Problem('household/own-home');
  return home;
}

/** These stays, and those whom their people asked in. */
const withFamily = (chosen: readonly StayRow[], all: readonly StayRow[]): StayRow[] =>
  all.filter((stay) => stay.until === null && (chosen.includes(stay) || chosen.some((one) => one.personId === stay.invitedBy)));

/** Ends stays at an instant and writes each on the home's page. */
async function leave(ctx: Ctx, tx: Transaction, home: HouseholdHead, leaving: readonly StayRow[], until: Date, words: string): Promise<void> {
  const now = ctx.clock();
  const ids = leaving.map((stay) => stay.id);
  const gone = await endStays(tx, ctx.viewer, home, ids, until, now);
  for (const stay of leaving.filter((one) => gone.includes(one.personId)))
    await insertChange(tx, ctx.viewer, home, ctx.viewer.id, {
      id: ctx.newId(),
      did: 'moved_out',
      personId: stay.personId,
      as: stay.as,
      on: until,
      words,
      at: now,
    });
}

/** Whoever has this number and name, or somebody new. @throws Problem `household/number-taken` where the number is registered for another name */
async function personFor(ctx: Ctx, tx: Transaction, { name, phone }: { name: string; phone: string }): Promise<string> {
  const id = ctx.newId();
  if (phone === '') {
    await insertPerson(tx, ctx.viewer, { id, name, phoneCipher: null, phoneIndex: null, phoneLast4: null });
    return id;
  }
  const sealed = ctx.numbers.seal(phone, id);
  if (await insertPerson(tx, ctx.viewer, { id, name, ...sealed })) return id;
  const known = await ownerOfNumber(tx, ctx.viewer, sealed.phoneIndex);
  if (known?.name !== name) throw refuseField('phone', '这个号码登记的是另一位，请核对号码和姓名', 'household/number-taken');
  return known.id;
}

/**
 * Enters who lives in a home from a day on; those in whose place they come leave at that moment (A1, A3).
 * @throws Problem `seen/not-found`, `household/not-yours`, `household/own-home`, `household/changed`, `household/lives-there`, `household/number-taken`,
 * `request/invalid`
 */
export async function addResident(
  ctx: Ctx,
  input: { id: string; name: string; phone: string; as: ResidesAs; from: string; insteadOf: string[] },
): Promise<Done> {
  return transact(ctx, async (tx) => {
    const now = ctx.clock();
    const home = await holdToEnter(ctx, tx, input.id);
    const all = await readStays(tx, ctx.viewer, home);
    const chosen = all.filter((stay) => input.insteadOf.includes(stay.id) && stay.until === null);
    // Somebody else has let one of them go meanwhile.
    if (chosen.length < new Set(input.insteadOf).size) throw new Problem('household/changed');
    const left = all.flatMap((stay) => (stay.until ? [stay.until.getTime()] : []));
    const from = movedInAt(input.from, left.length > 0 ? new Date(Math.max(...left)) : null, now);
    const leaving = withFamily(chosen, all);
    if (leaving.some((stay) => stay.from > from)) throw refuseField('from', '不能早于原来的人住进来的日子');
    await leave(ctx, tx, home, leaving, from, '');
    const personId = await personFor(ctx, tx, input);
    if (personId === ctx.viewer.id) throw new Problem('household/own-home');
    if (all.some((stay) => stay.personId === personId && stay.until === null && !leaving.includes(stay))) throw new Problem('household/lives-there');
    const stay = { id: ctx.newId(), personId, as: input.as, from, invitedBy: null };
    await insertStay(tx, ctx.viewer, home, stay);
    await insertChange(tx, ctx.viewer, home, ctx.viewer.id, { id: ctx.newId(), did: 'moved_in', personId, as: input.as, on: from, at: now });
    return { id: stay.id };
  });
}

/**
 * Ends somebody's stay: what was reported until then stays theirs to see, what comes after they see nothing of (A1).
 * @throws Problem `seen/not-found`, `household/not-yours`, `household/own-home`, `household/changed`, `request/invalid`
 */
export async function moveOut(ctx: Ctx, input: { id: string; stayId: string; on: string; words: string }): Promise<Done> {
  return transact(ctx, async (tx) => {
    const home = await holdToEnter(ctx, tx, input.id);
    const all = await readStays(tx, ctx.viewer, home);
    const stay = all.find((one) => one.id === input.stayId);
    if (!stay) throw new Problem('seen/not-found');
    const until = movedOutAt(input.on, stay, ctx.clock());
    await leave(ctx, tx, home, withFamily([stay], all), until, input.words);
    return { id: stay.id };
  });
}

/**
 * Another number for somebody who lives there, on record with how it was checked; the old number's WeChat is unbound and signed out (A1).
 * @throws Problem `seen/not-found`, `household/not-yours`, `household/own-home`, `binding/colleague`, `household/number-taken`
 */
export async function correctNumber(ctx: Ctx, input: { id: string; personId: string; phone: string; proof: Proof; words: string }): Promise<Done> {
  return transact(ctx, async (tx) => {
    const now = ctx.clock();
    const home = await holdToEnter(ctx, tx, input.id);
    const person = await holdResident(tx, ctx.viewer, home, input.personId);
    if (!person) throw new Problem('seen/not-found');
    if (person.isOwnHome) throw new Problem('household/own-home');
    if (person.isColleague) throw new Problem('binding/colleague');
    if (person.cipher && ctx.numbers.open(person.cipher, person.id) === input.phone) return { id: person.id };
    if (!(await changeNumber(tx, ctx.viewer, { id: person.id, ...ctx.numbers.seal(input.phone, person.id) }, now)))
      throw refuseField('phone', '这个号码登记的是另一位，请核对号码和姓名', 'household/number-taken');
    const { proof, words } = input;
    await insertChange(tx, ctx.viewer, home, ctx.viewer.id, {
      id: ctx.newId(),
      did: 'number_corrected',
      personId: person.id,
      proof,
      words,
      at: now,
    });
    return { id: person.id };
  });
}

/** The director says whether a home is a key customer's (I4). @throws Problem `seen/not-found`, `household/director-only`, `household/changed` */
export async function setKey(ctx: Ctx, input: { id: string; key: boolean; words: string }): Promise<Done> {
  return transact(ctx, async (tx) => {
    const home = await readHouseholdHead(tx, ctx.viewer, input.id, true);
    if (!home) throw new Problem('seen/not-found');
    if (!home.directs) throw new Problem('household/director-only');
    if (home.isOwn) throw new Problem('household/own-home');
    if (home.keyCustomer === input.key) throw new Problem('household/changed');
    await saveKey(tx, ctx.viewer, home, input.key);
    const did = input.key ? ('key_set' as const) : ('key_unset' as const);
    await insertChange(tx, ctx.viewer, home, ctx.viewer.id, { id: ctx.newId(), did, words: input.words, at: ctx.clock() });
    return { id: home.id };
  });
}

/** Which organisation holds a home; none where people do. @throws Problem `seen/not-found`, `household/not-yours`, `household/own-home` */
export async function setHolder(ctx: Ctx, input: { id: string; organisation: string }): Promise<Done> {
  return transact(ctx, async (tx) => {
    const home = await holdToEnter(ctx, tx, input.id);
    const organisation = input.organisation || null;
    if (home.organisation === organisation) return { id: home.id };
    await saveHolder(tx, ctx.viewer, home, organisation);
    const words = organisation ?? '不属于单位了';
    await insertChange(tx, ctx.viewer, home, ctx.viewer.id, { id: ctx.newId(), did: 'held_by', words, at: ctx.clock() });
    return { id: home.id };
  });
}

/**
 * A1: the number of somebody who lives there, to whoever keeps the register and says why. The look is on the list before the number is told.
 * @throws Problem `seen/not-found`, `household/own-home`, `number/not-known`, `request/invalid` for 其他 without words
 */
export async function revealResident(
  ctx: Ctx,
  input: { id: string; personId: string; reason: RevealReason; words: string },
): Promise<{ name: string; phone: string }> {
  const why = decideReveal(input);
  return transact(ctx, async (tx) => {
    const now = ctx.clock();
    const home = await readHouseholdHead(tx, ctx.viewer, input.id);
    const whose = home && (await holdResident(tx, ctx.viewer, home, input.personId));
    if (!home || !whose) throw new Problem('seen/not-found');
    if (home.isOwn || whose.isOwnHome) throw new Problem('household/own-home');
    const phone = whose.cipher ? ctx.numbers.open(whose.cipher, whose.id) : null;
    if (phone === null) throw new Problem('number/not-known');
    const look = { id: ctx.newId(), officeId: home.officeId, of: { homeId: home.id }, whose: whose.id, ...why, at: now };
    await insertReveal(tx, ctx.viewer, look, minutesAfter(now, -ONE_LOOK_MINUTES));
    return { name: whose.name, phone };
  });
}
