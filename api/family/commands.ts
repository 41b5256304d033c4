import { randomBytes } from 'node:crypto';
import type { Tx } from '../../db/connect.ts';
import {
  holdFamilyInvitation,
  insertFamilyInvitation,
  livesThere,
  readJoiner,
  readOpenInvitations,
  readOwnHome,
  withdrawInvitations,
} from '../../db/queries/family.ts';
import { endStays, insertChange, readHousemates } from '../../db/queries/households.ts';
import { readOfficeSettings } from '../../db/queries/registers.ts';
import type { OwnHome } from '../../shared/contract/family.ts';
import { mayInviteFamily, maySendOff } from '../../shared/households/households.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { readCode, sayCode } from '../../shared/sign-in/invitations.ts';
import { goodUntil } from '../../shared/sign-in/terms.ts';
import { type Ctx, transact } from '../context.ts';
import { maskNumber } from '../identity/numbers.ts';
import { hashOfCode } from '../sign-in/commands.ts';
import { moveInBy } from './joining.ts';

/** A home of this viewer's, who lives there, what was given out, and whether they may ask more in. @throws Problem `seen/not-found` */
async function stand(ctx: Ctx, tx: Tx, id: string, hold: boolean) {
  const now = ctx.clock();
  const home = await readOwnHome(tx, ctx.viewer, id, hold);
  if (!home) throw new Problem('seen/not-found');
  const residents = (await readHousemates(tx, ctx.viewer, home)).filter((one) => one.from <= now && (one.until === null || one.until > now));
  // Whoever was let go while this waited its turn decides nothing any more.
  if (!residents.some((one) => one.personId === ctx.viewer.id)) throw new Problem('seen/not-found');
  const invitations = await readOpenInvitations(tx, ctx.viewer, home, now);
  const { familyPeople } = settingsAt(await readOfficeSettings(tx, ctx.viewer, home.officeId), now);
  const isAnOwnerBound = residents.some((one) => one.as === 'owner' && one.isBound && one.personId !== ctx.viewer.id);
  const mayInvite = mayInviteFamily(home.as, isAnOwnerBound);
  const asked = residents.filter((one) => one.invitedBy !== null).length;
  return { home, residents, invitations, mayInvite, asked, most: familyPeople, now };
}

/** Who lives in one's own home, for whoever may ask family in; everybody else reads of themselves and of those they asked. @throws Problem `seen/not-found` */
export async function ownHome(ctx: Ctx, input: { id: string }): Promise<OwnHome> {
  const { home, residents, invitations, mayInvite, asked, most } = await stand(ctx, ctx.db, input.id, false);
  const { id, officeName, label, organisation, as } = home;
  const shown = residents.filter((one) => mayInvite || one.personId === ctx.viewer.id || one.invitedBy === ctx.viewer.id);
  return {
    id,
    officeName,
    label,
    organisation,
    residents: shown.map((one) => ({
      id: one.id,
      name: sayName(one.name),
      as: one.as,
      since: one.from.toISOString(),
      isMe: one.personId === ctx.viewer.id,
      isInvited: one.invitedBy !== null,
      maySendOff: maySendOff({ id: ctx.viewer.id, as }, one),
    })),
    invitations: invitations
      .filter((one) => mayInvite || one.issuedBy === ctx.viewer.id)
      .map((one) => ({ id: one.id, name: one.name, phone: maskNumber(one.last4), goodUntil: one.expiresAt.toISOString() })),
    mayInvite,
    left: mayInvite ? Math.max(0, most - asked - invitations.length) : 0,
  };
}

/**
 * Issues a code into one's home for one number, good once; only its hash is kept (A1).
 * @throws Problem `seen/not-found`, `family/not-yours`, `family/full`, `household/lives-there`
 */
export async function inviteFamily(
  ctx: Ctx,
  input: { id: string; name: string; phone: string },
): Promise<{ code: string; name: string; goodUntil: string }> {
  const code = sayCode(randomBytes(16));
  const until = goodUntil('family', ctx.clock());
  await transact(ctx, async (tx) => {
    const { home, invitations, mayInvite, asked, most, now } = await stand(ctx, tx, input.id, true);
    if (!mayInvite) throw new Problem('family/not-yours');
    const id = ctx.newId();
    const { phoneIndex, phoneLast4 } = ctx.numbers.seal(input.phone, id);
    if (await livesThere(tx, ctx.viewer, home, phoneIndex, now)) throw new Problem('household/lives-there');
    if (asked + invitations.filter((one) => one.phoneIndex !== phoneIndex).length >= most) throw new Problem('family/full');
    const invitation = { id, name: input.name, phoneIndex, phoneLast4, codeHash: hashOfCode(ctx, code), expiresAt: until };
    await insertFamilyInvitation(tx, ctx.viewer, home, invitation, now);
  });
  return { code, name: input.name, goodUntil: until.toISOString() };
}

/** Takes a code back that nobody has used. @throws Problem `seen/not-found`, `family/not-yours`, `household/changed` */
export async function withdrawFamily(ctx: Ctx, input: { id: string; invitationId: string }): Promise<{ id: string }> {
  return transact(ctx, async (tx) => {
    const { home, invitations, mayInvite, now } = await stand(ctx, tx, input.id, true);
    const one = invitations.find((invitation) => invitation.id === input.invitationId);
    if (one && !mayInvite && one.issuedBy !== ctx.viewer.id) throw new Problem('family/not-yours');
    if (!one || (await withdrawInvitations(tx, ctx.viewer, home, [one.id], now)) === 0) throw new Problem('household/changed');
    return { id: one.id };
  });
}

/** Ends the stay of somebody who was asked in, as of now. @throws Problem `seen/not-found`, `family/not-yours` */
export async function sendOff(ctx: Ctx, input: { id: string; stayId: string }): Promise<{ id: string }> {
  return transact(ctx, async (tx) => {
    const { home, residents, mayInvite, now } = await stand(ctx, tx, input.id, true);
    const stay = residents.find((one) => one.id === input.stayId);
    const isShown = stay && (mayInvite || stay.personId === ctx.viewer.id || stay.invitedBy === ctx.viewer.id);
    if (!stay || !isShown) throw new Problem('seen/not-found');
    if (!maySendOff({ id: ctx.viewer.id, as: home.as }, stay)) throw new Problem('family/not-yours');
    await endStays(tx, ctx.viewer, home, [stay.id], now, now);
    const change = { id: ctx.newId(), did: 'sent_off' as const, personId: stay.personId, as: stay.as, on: now, at: now };
    await insertChange(tx, ctx.viewer, home, ctx.viewer.id, change);
    return { id: stay.id };
  });
}

/** Somebody who is signed in moves in by a code for the number they are registered with. @throws Problem `invitation/not-good`, `invitation/other-number` */
export async function joinHome(ctx: Ctx, input: { invitation: string }): Promise<{ homeId: string; label: string }> {
  const code = readCode(input.invitation);
  if (!code) throw new Problem('invitation/not-good');
  return transact(ctx, async (tx) => {
    const now = ctx.clock();
    const invitation = await holdFamilyInvitation(tx, ctx.viewer, hashOfCode(ctx, code), now);
    if (!invitation) throw new Problem('invitation/not-good');
    const me = await readJoiner(tx, ctx.viewer, { id: invitation.homeId, officeId: invitation.officeId }, ctx.viewer.id, now);
    if (me?.phoneIndex !== invitation.phoneIndex) throw new Problem('invitation/other-number');
    await moveInBy(ctx, tx, ctx.viewer, invitation, ctx.viewer.id, now);
    return { homeId: invitation.homeId, label: invitation.label };
  });
}
