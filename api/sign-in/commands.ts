import type { Transaction } from '../../db/connect.ts';
import { isEmpty } from '../../db/queries/company.ts';
import { holdFamilyInvitation, readJoiner } from '../../db/queries/family.ts';
import { insertPerson } from '../../db/queries/households.ts';
import {
  askServiceCentre,
  bindStranger,
  holdHomesOf,
  holdInvitation,
  holdOpenid,
  personOfNumber,
  readAsked,
  readEstates,
  readNumberCase,
  type Stranger,
  signInStranger,
  spendInvitation,
} from '../../db/queries/sign-in.ts';
import { boundSince, unbindViewer } from '../../db/queries/wechat.ts';
import type { Asked, SignedIn } from '../../shared/contract/sign-in.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import type { Limited } from '../../shared/limits/limits.ts';
import { doubtsOf } from '../../shared/sign-in/doubts.ts';
import { readCode } from '../../shared/sign-in/invitations.ts';
import { type Ctx, type House, transact } from '../context.ts';
import { moveInBy } from '../family/joining.ts';
import { countRequest } from '../limits/limits.ts';
import type { WeChat } from '../wechat/wechat.ts';

/** What an invitation is known by in the table. */
export const hashOfCode = (house: Pick<House, 'numbers'>, code: string) => house.numbers.hide(`invitation ${code}`);

export function wechatOf(house: House): WeChat {
  if (!house.wechat) throw new Problem('wechat/absent');
  return house.wechat;
}

export async function strangerOf(house: House, pass: string, limit: Limited): Promise<Stranger> {
  const stranger = await house.passes.verify(pass);
  if (!stranger) throw new Problem('sign-in/pass-over');
  await countRequest(house, limit, { wechat: stranger.openid });
  return stranger;
}

async function askedOf(house: House, stranger: Stranger): Promise<Asked | null> {
  const asked = await readAsked(house.db, stranger, house.clock());
  if (!asked) return null;
  const { state, officeName, hotline, askedAt, words } = asked;
  return { state, officeName, hotline, askedAt: askedAt.toISOString(), reason: state === 'declined' ? words : null };
}

/**
 * Signs in whoever WeChat says holds the phone. Whom nobody knows gets a pass, and hears what became of their request.
 * @throws Problem `wechat/*`; `sign-in/required` where the phone asks by itself and all phones were signed out
 */
export async function wechatSignIn(house: House, input: { code: string; silently: boolean; person?: string | undefined }): Promise<SignedIn> {
  const { openid } = await wechatOf(house).signIn(input.code);
  const stranger: Stranger = { kind: 'stranger', openid };
  const known = await signInStranger(house.db, stranger, input.silently, house.clock());
  // A phone goes on by itself only as whoever it was: what waits on it was said by them.
  if (known === 'signed_out' || (input.silently && input.person && known?.personId !== input.person)) throw new Problem('sign-in/required');
  if (known) return { token: await house.tokens.sign(known.personId, known.signedInAt), pass: null, asked: null, isNew: false };
  return { token: null, pass: await house.passes.sign(stranger), asked: await askedOf(house, stranger), isNew: await isEmpty(house.db) };
}

interface Bound {
  token: string | null;
  pass: string | null;
}

const tokenFor = async (house: House, { personId, signedInAt }: { personId: string; signedInAt: Date }): Promise<Bound> => ({
  token: await house.tokens.sign(personId, signedInAt),
  pass: null,
});

/** Numbers are recycled: nothing is bound and nothing told, and the form that is filled in with this pass says that WeChat vouched for the number. */
const vouchedPass = async (house: House, { openid }: Stranger, vouched: string): Promise<Bound> => ({
  token: null,
  pass: await house.passes.sign({ kind: 'stranger', openid, vouched }),
});

/**
 * Binds by the number WeChat vouches for: the resident it is registered for, unless it may be somebody else's by now (`DOUBTS`). Colleagues come in by
 * invitation.
 * @throws Problem `sign-in/pass-over`, `wechat/*`, `binding/number-unknown`, `sign-in/invitation-needed`
 */
export async function bindByPhone(house: House, input: { pass: string; code: string }): Promise<Bound> {
  const wechat = wechatOf(house);
  const stranger = await strangerOf(house, input.pass, 'bindOne');
  const phoneIndex = house.numbers.hide(await wechat.phoneNumber(input.code));
  const bound = await transact(house, async (tx) => {
    const now = house.clock();
    await holdOpenid(tx, stranger);
    const person = await personOfNumber(tx, stranger, phoneIndex, now);
    if (!person) throw new Problem('binding/number-unknown');
    if (person.isColleague) throw new Problem('sign-in/invitation-needed');
    await holdHomesOf(tx, stranger, person.id, now);
    const found = await readNumberCase(tx, stranger, { id: person.id, phoneIndex }, now);
    if (!found) throw new Problem('binding/number-unknown');
    if (doubtsOf(found, now).length > 0) return null;
    const signedInAt = await bindStranger(tx, stranger, { id: house.newId(), personId: person.id, via: 'phone' }, now);
    if (!signedInAt) throw new Problem('binding/number-unknown');
    return { personId: person.id, signedInAt };
  });
  return bound ? tokenFor(house, bound) : vouchedPass(house, stranger, phoneIndex);
}

/**
 * A typed number never binds by itself: it goes to the service centre, which answers. Whether the number is registered is not told.
 * @throws Problem `sign-in/pass-over`, `request/invalid` for an estate that is none
 */
export async function askToBind(
  house: House,
  input: { pass: string; officeId: string; name: string; home: string; phone: string },
): Promise<{ asked: Asked }> {
  const stranger = await strangerOf(house, input.pass, 'askOne');
  const { officeId, name, home, phone } = input;
  const id = house.newId();
  const sealed = house.numbers.seal(phone, id);
  const request = { id, officeId, name, home, ...sealed, vouched: stranger.vouched === sealed.phoneIndex };
  await transact(house, async (tx) => {
    await holdOpenid(tx, stranger);
    if (!(await askServiceCentre(tx, stranger, request, house.clock()))) throw refuseField('officeId', '没有这个小区，请重新选');
  });
  const asked = await askedOf(house, stranger);
  // Answered between the two statements and bound: the next sign-in tells.
  if (!asked) throw new Problem('sign-in/pass-over');
  return { asked };
}

/**
 * Binds somebody of a family by the code they were given, once, for the number that WeChat vouches for: somebody nobody knew yet, or whom the number is registered
 * for under the same name, unless it may be somebody else's by now.
 * @returns null where the service centre is to look
 */
async function joinByCode(
  house: House,
  tx: Transaction,
  stranger: Stranger,
  { codeHash, phone, phoneIndex }: { codeHash: string; phone: string; phoneIndex: string },
  now: Date,
): Promise<{ personId: string; signedInAt: Date } | null> {
  const invitation = await holdFamilyInvitation(tx, stranger, codeHash, now);
  if (!invitation) throw new Problem('invitation/not-good');
  if (invitation.phoneIndex !== phoneIndex) throw new Problem('invitation/other-number');
  const made = house.newId();
  const isNew = await insertPerson(tx, null, { id: made, name: invitation.name, ...house.numbers.seal(phone, made) });
  const known = isNew ? null : await personOfNumber(tx, stranger, phoneIndex, now);
  if (known?.isColleague) throw new Problem('sign-in/invitation-needed');
  const personId = known?.id ?? made;
  if (known) {
    const found = await readNumberCase(tx, stranger, { id: personId, phoneIndex }, now);
    const registered = await readJoiner(tx, stranger, { id: invitation.homeId, officeId: invitation.officeId }, personId, now);
    if (!found || registered?.name !== invitation.name || doubtsOf(found, now).some((doubt) => doubt !== 'moved_out')) return null;
  }
  const signedInAt = await bindStranger(tx, stranger, { id: house.newId(), personId, via: 'family' }, now);
  if (!signedInAt) throw new Problem('invitation/not-good');
  await moveInBy(house, tx, stranger, invitation, personId, now);
  return { personId, signedInAt };
}

/**
 * Binds a colleague by an invitation, once, for the number that WeChat vouches for and that is theirs; somebody of a family by theirs.
 * @throws Problem `sign-in/pass-over`, `wechat/*`, `invitation/not-good`, `invitation/other-number`
 */
export async function redeemInvitation(house: House, input: { pass: string; invitation: string; code: string }): Promise<Bound> {
  const wechat = wechatOf(house);
  const stranger = await strangerOf(house, input.pass, 'inviteOne');
  const code = readCode(input.invitation);
  if (!code) throw new Problem('invitation/not-good');
  const phone = await wechat.phoneNumber(input.code);
  const phoneIndex = house.numbers.hide(phone);
  const bound = await transact(house, async (tx) => {
    const now = house.clock();
    await holdOpenid(tx, stranger);
    const invitation = await holdInvitation(tx, stranger, hashOfCode(house, code), now);
    if (!invitation) return joinByCode(house, tx, stranger, { codeHash: hashOfCode(house, code), phone, phoneIndex }, now);
    if (invitation.phoneIndex !== phoneIndex) throw new Problem('invitation/other-number');
    const { personId } = invitation;
    const signedInAt = await bindStranger(tx, stranger, { id: house.newId(), personId, via: 'invitation' }, now);
    if (!signedInAt) throw new Problem('invitation/not-good');
    await spendInvitation(tx, stranger, invitation, now);
    return { personId, signedInAt };
  });
  return bound ? tokenFor(house, bound) : vouchedPass(house, stranger, phoneIndex);
}

export const estates = async (house: House) => ({ items: await readEstates(house.db) });

export async function ownWechat(ctx: Ctx): Promise<{ boundAt: string | null }> {
  return { boundAt: (await boundSince(ctx.db, ctx.viewer))?.toISOString() ?? null };
}

/** Unbinds this person's WeChat and signs them out of every phone, this one too. */
export async function unbind(ctx: Ctx): Promise<{ unboundAt: string }> {
  const now = ctx.clock();
  await transact(ctx, async (tx) => unbindViewer(tx, ctx.viewer, now));
  return { unboundAt: now.toISOString() };
}
