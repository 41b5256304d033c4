import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../db/connect.ts';
import { insertInvitation } from '../../db/queries/invitations.ts';
import {
  endDeputies,
  endLeave as endLeaveRow,
  endPost as endPostRow,
  holdLeave,
  holdPerson,
  holdPersonOfNumber,
  holdPost,
  insertLeave,
  insertPerson,
  insertPost,
  type KnownPerson,
  type OfficeRow,
  type PostRow,
  readLeavesOf,
  readOffices,
  readPostsOf,
  readPostsOfPerson,
  readRolesAt,
} from '../../db/queries/staff-posts.ts';
import { unbindPerson } from '../../db/queries/wechat.ts';
import type { Department, Role } from '../../shared/kernel/people.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { invitesAt, sayCode } from '../../shared/sign-in/invitations.ts';
import { goodUntil } from '../../shared/sign-in/terms.ts';
import { books, decideFilling, decideLeave, endOfDay, type Filled, fromDay, permitEnding, type Scope } from '../../shared/staff/posts.ts';
import { type Ctx, transact } from '../context.ts';
import { workLater } from '../outbox/worker.ts';
import { hashOfCode } from '../sign-in/commands.ts';
import { retryMoved } from '../tickets/command.ts';
import { goesOn, handOver } from './hand-over.ts';
import { askerOf, headOfficesOf } from './reading.ts';

interface Filling {
  officeId: string;
  role: Role;
  department?: Department | undefined;
  trades: readonly string[];
  scope?: Scope | undefined;
}

interface Handing {
  handTo: string | null;
  hands: readonly { id: string; to: string | null }[];
}

const rulesOf = (offices: readonly OfficeRow[]) => ({ headOffices: headOfficesOf(offices), all: offices.map((one) => one.id) });

/** Whose number this is, or a new person on the roster. @throws Problem `staff-posts/not-the-same` where the number is somebody else's, which says no more */
async function personFor(ctx: Ctx, tx: Transaction, { name, phone }: { name: string; phone: string }): Promise<KnownPerson> {
  const id = ctx.newId();
  const sealed = ctx.numbers.seal(phone, id);
  const known = await holdPersonOfNumber(tx, ctx.viewer, sealed.phoneIndex);
  if (!known && (await insertPerson(tx, ctx.viewer, { id, name, ...sealed }))) return { id, name, via: null };
  const person = known ?? (await holdPersonOfNumber(tx, ctx.viewer, sealed.phoneIndex));
  if (!person || person.name !== name) throw new Problem('staff-posts/not-the-same');
  return person;
}

/** A code for whoever has none of the ways in that a colleague needs: WeChat has to have vouched for the number (A1). */
async function codeFor(ctx: Ctx, tx: Transaction, person: KnownPerson, headOffices: string[]): Promise<{ code: string; goodUntil: string } | null> {
  if (person.via === 'phone' || person.via === 'invitation') return null;
  const now = ctx.clock();
  // Bound by the service centre as a resident: as a colleague they come in by their own number.
  if (person.via !== null) await unbindPerson(tx, ctx.viewer, person.id, now);
  const posts = await readPostsOfPerson(tx, ctx.viewer, person.id);
  const officeId = invitesAt(askerOf(ctx), { id: person.id, posts }, headOffices);
  if (!officeId) return null;
  const code = sayCode(randomBytes(16));
  const expiresAt = goodUntil('invitation', now);
  await insertInvitation(tx, ctx.viewer, { id: ctx.newId(), officeId, personId: person.id, codeHash: hashOfCode(ctx, code), expiresAt }, now);
  return { code, goodUntil: expiresAt.toISOString() };
}

/** The general manager hands the post on: theirs ends where the next one's begins. */
async function handOnOwn(ctx: Ctx, tx: Transaction, filled: Filled, from: Date, now: Date): Promise<void> {
  if (filled.role !== 'generalManager') return;
  for (const own of await readPostsOfPerson(tx, ctx.viewer, ctx.viewer.id))
    if (own.role === 'generalManager' && own.officeId === filled.officeId)
      await endPostRow(tx, ctx.viewer, { id: own.id, officeId: own.officeId, until: from, handTo: null }, now);
}

/**
 * Appoints somebody (A1): who is typed in with their number, which opens nothing until WeChat vouches for it. The code is shown once and names nobody.
 * @throws Problem `request/invalid`, `staff-posts/not-yours`, `staff-posts/own`, `staff-posts/held`, `staff-posts/not-the-same`
 */
export async function appoint(ctx: Ctx, input: Filling & { name: string; phone: string; from: string }) {
  const now = ctx.clock();
  return transact(ctx, async (tx) => {
    const offices = rulesOf(await readOffices(tx, ctx.viewer));
    // Whoever may not fill it learns nothing of the number.
    decideFilling(askerOf(ctx), input, null, offices);
    const from = fromDay('from', input.from, now);
    const person = await personFor(ctx, tx, input);
    const posts = (await readPostsOfPerson(tx, ctx.viewer, person.id)).filter((post) => !post.deputyForId);
    const filled = decideFilling(askerOf(ctx), input, { id: person.id, posts }, offices);
    const id = ctx.newId();
    await handOnOwn(ctx, tx, filled, from, now);
    await insertPost(tx, ctx.viewer, { ...filled, id, personId: person.id, from }, now);
    const invitation = await codeFor(ctx, tx, person, offices.headOffices);
    return { id, personId: person.id, name: person.name, code: invitation?.code ?? null, goodUntil: invitation?.goodUntil ?? null };
  });
}

/** Ends a post now, and hands on what is left with nobody to do it. @returns how many things went on */
async function leavePost(ctx: Ctx, tx: Transaction, post: PostRow, isHeadOffice: boolean, { handTo, hands }: Handing, now: Date): Promise<number> {
  if (!(await endPostRow(tx, ctx.viewer, { id: post.id, officeId: post.officeId, until: now, handTo }, now))) throw new Problem('staff-posts/ended');
  await endDeputies(tx, ctx.viewer, post, now);
  const whose = { personId: post.personId, officeId: post.officeId, isHeadOffice };
  const named = new Map(hands.map((one) => [one.id, one.to]));
  const to = (id: string) => (named.has(id) ? named.get(id)! : handTo);
  const left = await readRolesAt(tx, ctx.viewer, whose, now);
  const went = await handOver(ctx, tx, { ...whose, why: 'left', to, viewer: ctx.viewer }, goesOn(left));
  return went.tickets + went.errands + went.channels;
}

/** A post somebody ends or moves, held. @throws Problem `seen/not-found`, `staff-posts/ended` */
async function postToEnd(ctx: Ctx, tx: Transaction, id: string): Promise<PostRow> {
  const post = await holdPost(tx, ctx.viewer, id);
  if (!post || post.deputyForId) throw new Problem('seen/not-found');
  await holdPerson(tx, ctx.viewer, post.personId);
  return post;
}

/** To whom things go: colleagues of the same office and role. @throws Problem `request/invalid` */
async function checkTakers(ctx: Ctx, tx: Transaction, post: PostRow, { handTo, hands }: Handing): Promise<void> {
  const asked = [handTo, ...hands.map((one) => one.to)].filter((one) => one !== null);
  if (asked.length === 0) return;
  const now = ctx.clock();
  const posts = await readPostsOf(tx, ctx.viewer, [post.officeId]);
  const takers = posts.filter((one) => one.role === post.role && one.personId !== post.personId && one.from <= now).map((one) => one.personId);
  if (!asked.every((one) => takers.includes(one))) throw refuseField('handTo', '请选同一处同一岗位的同事');
}

/**
 * Ends a post, now or with a last day (A3). What they hold by name is another's at once, or on that day; nothing stays with them.
 * @throws Problem `seen/not-found`, `staff-posts/not-yours`, `staff-posts/own`, `staff-posts/ended`, `request/invalid`
 */
export async function endPost(ctx: Ctx, input: { id: string; lastDay: string | null } & Handing) {
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const { headOffices } = rulesOf(await readOffices(tx, ctx.viewer));
      const post = await postToEnd(ctx, tx, input.id);
      permitEnding(askerOf(ctx), post, headOffices);
      if (post.endedAt || (post.until && post.until <= now)) throw new Problem('staff-posts/ended');
      await checkTakers(ctx, tx, post, input);
      if (input.lastDay === null) {
        const handedOn = await leavePost(ctx, tx, post, headOffices.includes(post.officeId), input, now);
        return { id: post.id, until: now.toISOString(), handedOn };
      }
      if (input.lastDay < isoDay(post.from)) throw refuseField('lastDay', '还没有到任的，请选“现在就离任”');
      fromDay('lastDay', input.lastDay, now);
      const until = endOfDay(input.lastDay);
      if (!(await endPostRow(tx, ctx.viewer, { id: post.id, officeId: post.officeId, until, handTo: input.handTo }, now)))
        throw new Problem('staff-posts/ended');
      await endDeputies(tx, ctx.viewer, post, until);
      return { id: post.id, until: until.toISOString(), handedOn: 0 };
    }),
  );
  workLater(ctx);
  return done;
}

/**
 * Moves somebody to another office or post: the old one ends where the new one begins, in one go (A3).
 * @throws Problem `seen/not-found`, `staff-posts/not-yours`, `staff-posts/own`, `staff-posts/held`, `staff-posts/ended`, `request/invalid`
 */
export async function movePost(ctx: Ctx, input: { id: string } & Filling & Handing) {
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const offices = rulesOf(await readOffices(tx, ctx.viewer));
      const post = await postToEnd(ctx, tx, input.id);
      const posts = (await readPostsOfPerson(tx, ctx.viewer, post.personId)).filter((one) => !one.deputyForId);
      const filled = decideFilling(askerOf(ctx), input, { id: post.personId, posts }, offices);
      permitEnding(askerOf(ctx), post, offices.headOffices, filled);
      if (post.endedAt || (post.until && post.until <= now)) throw new Problem('staff-posts/ended');
      await checkTakers(ctx, tx, post, input);
      const id = ctx.newId();
      await insertPost(tx, ctx.viewer, { ...filled, id, personId: post.personId, from: now }, now);
      const handedOn = await leavePost(ctx, tx, post, offices.headOffices.includes(post.officeId), input, now);
      return { id, until: now.toISOString(), handedOn };
    }),
  );
  workLater(ctx);
  return done;
}

/**
 * Books a leave (Z15): whoever is named holds the posts meanwhile; nobody, and things climb. What is theirs by name stays, or goes on when it begins.
 * @throws Problem `seen/not-found`, `staff-posts/not-yours`, `request/invalid`
 */
export async function bookLeave(
  ctx: Ctx,
  input: { officeId: string; personId: string; from: string; until: string; deputyId: string | null; handsOn: boolean; handTo: string | null },
) {
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const { headOffices } = rulesOf(await readOffices(tx, ctx.viewer));
      await holdPerson(tx, ctx.viewer, input.personId);
      const here = await readPostsOf(tx, ctx.viewer, [input.officeId]);
      const own = here.filter((one) => one.personId === input.personId && !one.deputyForId);
      const [post] = own;
      if (!post) throw new Problem('seen/not-found');
      if (!books(askerOf(ctx), input.personId, own, headOffices)) throw new Problem('staff-posts/not-yours');
      const isHeadOffice = headOffices.includes(input.officeId);
      const staff = here
        .filter((one) => one.from <= now && !one.deputyForId)
        .map((one) => ({ person: one.personId, role: one.role, department: one.department, atHeadOffice: isHeadOffice }));
      const all = await readLeavesOf(tx, ctx.viewer, [input.officeId]);
      const others = all.filter((one) => one.personId === input.personId);
      const { from, until } = decideLeave(input, staff, others, now);
      if (all.some((one) => one.personId === input.deputyId && one.from < until && one.until > from))
        throw refuseField('deputyId', '这位同事那几天也请假，请另选一位');
      const takers = [...staff.filter((one) => one.role === post.role).map((one) => one.person), input.deputyId];
      if (input.handTo !== null && (input.handTo === input.personId || !takers.includes(input.handTo)))
        throw refuseField('handTo', '请选代理，或者同一岗位的同事');
      const id = ctx.newId();
      const { officeId, personId, deputyId, handsOn } = input;
      const handTo = handsOn ? input.handTo : null;
      await insertLeave(tx, ctx.viewer, { id, officeId, personId, deputyId, from, until, handsOn, handTo }, ctx.newId, now);
      if (!handsOn || from > now) return { id, handedOn: 0 };
      const handing = { personId, officeId, isHeadOffice, why: 'away' as const, to: () => handTo, viewer: ctx.viewer };
      const went = await handOver(ctx, tx, handing, { tickets: true, errands: true, channels: false });
      return { id, handedOn: went.tickets + went.errands };
    }),
  );
  workLater(ctx);
  return done;
}

/** Ends a leave early, or calls it off. @throws Problem `seen/not-found`, `staff-posts/not-yours`, `staff-posts/ended` */
export async function endLeave(ctx: Ctx, input: { id: string }) {
  const now = ctx.clock();
  await transact(ctx, async (tx) => {
    const { headOffices } = rulesOf(await readOffices(tx, ctx.viewer));
    const leave = await holdLeave(tx, ctx.viewer, input.id);
    if (!leave) throw new Problem('seen/not-found');
    const own = (await readPostsOf(tx, ctx.viewer, [leave.officeId])).filter((one) => one.personId === leave.personId && !one.deputyForId);
    if (!books(askerOf(ctx), leave.personId, own, headOffices)) throw new Problem('staff-posts/not-yours');
    if (!(await endLeaveRow(tx, ctx.viewer, leave, now))) throw new Problem('staff-posts/ended');
  });
  workLater(ctx);
  return { id: input.id, endedAt: now.toISOString() };
}
