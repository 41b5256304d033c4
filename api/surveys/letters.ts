import type { Transaction } from '../../db/connect.ts';
import type { ApprovalFile } from '../../db/queries/approvals.ts';
import { lookAtErrand, readErrand } from '../../db/queries/errands.ts';
import { insertLetterVersion, readLetterVersions } from '../../db/queries/open-letters.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { checkLetter, decidePosting, type PromisedDeed, sayLetter } from '../../shared/surveys/letter.ts';
import { orChanged } from '../approvals/changed.ts';
import { approvalOf, handInVersion } from '../approvals/hand-in.ts';
import { type Ctx, transact } from '../context.ts';
import { written } from '../errands/act.ts';
import { begins } from '../errands/begin.ts';
import { type Deed, deedOn, record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';

export const OPEN_LETTER = 'open_letter';

/** A survey a colleague may read, whose letter it is about. @throws Problem `seen/not-found` */
export async function surveyOfLetter(ctx: Ctx, tx: Transaction, id: string) {
  const file = await lookAtErrand(tx, ctx.viewer, id, ctx.clock());
  if (file?.state.kind !== 'survey') throw new Problem('seen/not-found');
  return file;
}

/**
 * S5: the answer to what was frequent or serious is written and handed in; nobody outside reads it before the management representative agreed.
 * @throws Problem `seen/not-found`, `surveys/not-yet`, `approval/not-yours`, `approval/decided` while one waits or once it is out, `request/invalid`
 */
export async function submitLetter(ctx: Ctx, input: { id: string; words: string; deeds: PromisedDeed[] }) {
  const answer = await orChanged(
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const file = await surveyOfLetter(ctx, tx, input.id);
      const before = await approvalOf(ctx, tx, file.officeId, { document: OPEN_LETTER, name: file.id });
      // Who may write it is told before what is wrong with it.
      const words = sayLetter(input.words, input.deeds);
      const { state } = await handInVersion(ctx, tx, file, before, { document: OPEN_LETTER, name: file.id, writtenOn: isoDay(now), words });
      checkLetter(file.state, input.deeds, file.staff, now);
      const { round, status } = state;
      await insertLetterVersion(tx, ctx.viewer, file, { round, words: input.words, deeds: input.deeds, at: now });
      return { id: file.id, status, round };
    }),
  );
  workLater(ctx);
  return answer;
}

/**
 * S5, S7: with the last yes the letter is out, and what it promised is owed from then on, in the same breath. Another document is left alone.
 * @throws Problem `letters/stale`
 */
export async function postApproved(ctx: Ctx, tx: Transaction, approval: ApprovalFile, now: Date): Promise<void> {
  if (approval.state.document !== OPEN_LETTER) return;
  const file = await readErrand(tx, ctx.viewer, approval.state.name, now);
  if (!file) throw new Problem('seen/not-found');
  const { round, author } = approval.state;
  const version = (await readLetterVersions(tx, ctx.viewer, file.id)).find((one) => one.round === round);
  if (!version) throw new Error(`no version ${round} of the letter of ${file.id}`);
  const { posted, begun } = decidePosting(file, { author, deeds: version.deeds, round }, file.staff, now);
  const made = begun.map((decision, index) => ({
    ...begins(ctx, ctx.newId(), file, [decision], [written({ ticket: null }, version.deeds[index]!.words)]),
    author,
  }));
  await record(ctx, tx, [deedOn('errand', file, ctx.viewer.id, [{ ...posted, by: ctx.viewer.id, byResident: false }]) as Deed, ...made]);
}
