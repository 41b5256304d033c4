import { randomBytes } from 'node:crypto';
import { answerBindingRequest, answeredOffices, readBindingRequest, readOnRoster } from '../../db/queries/bindings.ts';
import { insertInvitation, readColleagues, readHeadOffices } from '../../db/queries/invitations.ts';
import { bindStranger, holdHomesOf, holdOpenid, type Stranger } from '../../db/queries/sign-in.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { decideAccept, type Proof } from '../../shared/sign-in/bindings.ts';
import { invitesAt, sayCode } from '../../shared/sign-in/invitations.ts';
import { goodUntil } from '../../shared/sign-in/terms.ts';
import { type Ctx, transact } from '../context.ts';
import { hashOfCode } from '../sign-in/commands.ts';
import { askerOf } from '../staff-posts/reading.ts';

type Answered = { id: string; answeredAt: string };

/**
 * Binds a stranger's WeChat to a resident of the estate it asked at (A1): by the agent who checked, on record with how.
 * @throws Problem `seen/not-found`, `binding/not-yours`, `binding/answered`, `binding/own-home`, `binding/colleague`, `request/invalid`
 */
export async function acceptBinding(ctx: Ctx, input: { id: string; personId: string; proof?: Proof | undefined; words: string }): Promise<Answered> {
  const asked = await readBindingRequest(ctx.db, ctx.viewer, input.id);
  if (!asked) throw new Problem('seen/not-found');
  if (!answeredOffices(ctx.viewer).includes(asked.officeId)) throw new Problem('binding/not-yours');
  const stranger: Stranger = { kind: 'stranger', openid: asked.openid };
  const now = ctx.clock();
  await transact(ctx, async (tx) => {
    await holdOpenid(tx, stranger);
    const request = await readBindingRequest(tx, ctx.viewer, input.id, true);
    if (!request || request.answeredAt) throw new Problem('binding/answered');
    await holdHomesOf(tx, stranger, input.personId, now);
    const person = await readOnRoster(tx, ctx.viewer, request, input.personId);
    if (!person) throw new Problem('seen/not-found');
    const { isColleague, isOwnHome, doubts } = person;
    const isRegisteredNumber = person.phoneIndex === request.phoneIndex;
    const { proof, words } = decideAccept(
      { isRegisteredNumber, isColleague, isOwnHome: isOwnHome || request.isOwn, doubts },
      { proof: input.proof ?? null, words: input.words },
    );
    await answerBindingRequest(tx, ctx.viewer, request, { answer: 'accepted', personId: person.id, proof, words }, now);
    if (!(await bindStranger(tx, stranger, { id: ctx.newId(), personId: person.id, via: 'request' }, now))) throw new Problem('seen/not-found');
  });
  return { id: input.id, answeredAt: now.toISOString() };
}

/**
 * Declines a request with a reason the asker reads.
 * @throws Problem `seen/not-found`, `binding/not-yours`, `binding/own-home`, `binding/answered`
 */
export async function declineBinding(ctx: Ctx, input: { id: string; words: string }): Promise<Answered> {
  const now = ctx.clock();
  await transact(ctx, async (tx) => {
    const request = await readBindingRequest(tx, ctx.viewer, input.id, true);
    if (!request) throw new Problem('seen/not-found');
    if (!answeredOffices(ctx.viewer).includes(request.officeId)) throw new Problem('binding/not-yours');
    if (request.isOwn) throw new Problem('binding/own-home');
    const said = { answer: 'declined' as const, personId: null, proof: null, words: input.words };
    if (!(await answerBindingRequest(tx, ctx.viewer, request, said, now))) throw new Problem('binding/answered');
  });
  return { id: input.id, answeredAt: now.toISOString() };
}

/**
 * Issues a code for a colleague, good once; only its hash is kept, and an earlier one is good no longer.
 * @throws Problem `invitation/not-yours`, `seen/not-found`
 */
export async function invite(ctx: Ctx, input: { id: string }): Promise<{ code: string; name: string; goodUntil: string }> {
  const code = sayCode(randomBytes(16));
  const now = ctx.clock();
  const until = goodUntil('invitation', now);
  const name = await transact(ctx, async (tx) => {
    const [colleague] = await readColleagues(tx, ctx.viewer, input.id);
    const headOffices = await readHeadOffices(tx, ctx.viewer);
    const officeId = colleague && invitesAt(askerOf(ctx), colleague, headOffices);
    if (!colleague || !officeId) throw new Problem('invitation/not-yours');
    const invitation = { id: ctx.newId(), officeId, personId: colleague.id, codeHash: hashOfCode(ctx, code), expiresAt: until };
    await insertInvitation(tx, ctx.viewer, invitation, now);
    return colleague.name;
  });
  return { code, name, goodUntil: until.toISOString() };
}
