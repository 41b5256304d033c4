import type { Transaction } from '../../db/connect.ts';
import { lockRoundsOf, readReceivedIds, waitForDutyOffice } from '../../db/queries/duties.ts';
import { type ErrandFile, readErrand } from '../../db/queries/errands.ts';
import { insertKeeper, readKeepingOffices } from '../../db/queries/keepers.ts';
import { type KeptChannel, keptChannelOf } from '../../shared/duties/channels.ts';
import { type DutyAction, decideReview, decideRound, dutyFacts } from '../../shared/duties/duty.ts';
import { checkKeeper, mayNameKeepers } from '../../shared/duties/keepers.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { type Ctx, transact } from '../context.ts';
import { actOn, written } from '../errands/act.ts';
import { deedOn, record } from '../ledger/record.ts';
import { retryMoved } from '../tickets/command.ts';
import { asColleague, duty, foundIn } from './reading.ts';

/** One action on one duty, which is an errand nobody gave. @throws Problem as `actOn` */
async function act(ctx: Ctx, id: string, actionFor: (file: ErrandFile) => DutyAction, decide: Parameters<typeof actOn>[3]) {
  asColleague(ctx);
  const ofDuty = (file: ErrandFile) => {
    if (file.state.kind !== 'duty') throw new Problem('seen/not-found');
    return actionFor(file);
  };
  await actOn(ctx, id, ofDuty, decide);
  return duty(ctx, { id });
}

/** I13: the keeper opens the box; what is taken down by this way from now on is of this round. @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused` */
export const openRound = (ctx: Ctx, input: { id: string }) =>
  act(
    ctx,
    input.id,
    () => 'openRound',
    () => ({ did: 'opened', facts: {} }),
  );

/** What was done, by what the server itself finds of it. */
async function decideDone(ctx: Ctx, tx: Transaction, file: ErrandFile, items: number) {
  if (dutyFacts(file.state).duty !== 'unit_review') return decideRound(items, await foundIn(ctx, tx, file));
  return decideReview(await readReceivedIds(tx, ctx.viewer, file));
}

/**
 * I13, D9, D10, C9: a round, or what else comes round again, is put down; nothing in it is a result as well.
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused` where it is over (Z8) or somebody was faster
 */
export const recordRound = (ctx: Ctx, input: { id: string; items: number; words: string }) =>
  act(
    ctx,
    input.id,
    (file) => (dutyFacts(file.state).duty === 'round' ? 'recordRound' : 'recordDuty'),
    async (file, tx) => ({
      ...(await decideDone(ctx, tx, file, input.items)),
      said: [{ ...written(file, input.words), place: keptChannelOf(dutyFacts(file.state).part)?.label ?? '' }],
    }),
  );

/** What a round owes once its channel is somebody else's, or is no more. */
async function passRounds(ctx: Ctx, tx: Transaction, officeId: string, channel: KeptChannel, keeper: string | null): Promise<void> {
  for (const id of await lockRoundsOf(tx, ctx.viewer, officeId, channel)) {
    const file = await readErrand(tx, ctx.viewer, id, ctx.clock());
    if (!file || file.state.holder === keeper) continue;
    const { did, facts } = keeper === null ? { did: 'withdrawn', facts: {} } : { did: 'handed_on', facts: { holder: keeper } };
    await record(ctx, tx, [deedOn('errand', file, ctx.viewer.id, [{ did, facts, by: ctx.viewer.id, byResident: false }])]);
  }
}

/**
 * I13: names who keeps a channel from now on, or says that the estate has none; what stood before stays. What is owed of it goes to the new keeper.
 * @throws Problem `keepers/not-yours`, `request/invalid`, `duties/staff-only`
 */
export async function nameKeeper(ctx: Ctx, input: { officeId: string; channel: KeptChannel; keeperId: string | null }) {
  asColleague(ctx);
  await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const office = (await readKeepingOffices(tx, ctx.viewer, now)).find((one) => one.officeId === input.officeId);
      const isTheirs = office?.staff.some((post) => post.person === ctx.viewer.id && !post.atHeadOffice && mayNameKeepers(post));
      if (!office || !isTheirs) throw new Problem('keepers/not-yours');
      checkKeeper(input.keeperId, office.staff);
      // Whoever opens rounds at this moment is waited for: they read who keeps what before they write.
      await waitForDutyOffice(tx, ctx.viewer, input.officeId);
      await insertKeeper(tx, ctx.viewer, { id: ctx.newId(), officeId: input.officeId, channel: input.channel, keeper: input.keeperId, from: now });
      await passRounds(ctx, tx, input.officeId, input.channel, input.keeperId);
    }),
  );
  return { channel: input.channel };
}
