import type { Transaction } from '../../db/connect.ts';
import { type ApprovalFile, readOfficeToWriteFor } from '../../db/queries/approvals.ts';
import { insertNumber, insertNumberProposal, type ProposedNumber, readNewestNumbers, readNumberedOffices } from '../../db/queries/hotlines.ts';
import { checkNumber, documentFor, numbersOn, PURPOSES } from '../../shared/hotlines/hotlines.ts';
import type { ApprovalState } from '../../shared/kernel/approvals.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { checkFrom, holdsFrom } from '../../shared/settings/changing.ts';
import { orChanged } from '../approvals/changed.ts';
import { approvalOf, handInVersion } from '../approvals/hand-in.ts';
import { type Ctx, transact } from '../context.ts';
import { workLater } from '../outbox/worker.ts';

const isSame = (a: ProposedNumber, b: ProposedNumber) =>
  a.purpose === b.purpose && a.number === b.number && a.from === b.from && a.reason === b.reason;

const sayWanted = ({ purpose, number, from, reason }: ProposedNumber) => `${PURPOSES[purpose].label}\n${number ?? '不再用'}，${from} 起\n${reason}`;

const done = (id: string, { status, round }: ApprovalState) => ({ id, status, round });

/**
 * P5: the director proposes a number of the estate, the quality department one of the company; it holds once the management representative agreed.
 * @throws Problem `seen/not-found`, `approval/not-yours`, `approval/decided` while one waits, `request/invalid` naming the field
 */
export async function proposeHotline(ctx: Ctx, input: ProposedNumber & { officeId: string }) {
  const answer = await orChanged(
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const { officeId, purpose } = input;
      const found = (await readNumberedOffices(tx, ctx.viewer)).find((one) => one.id === officeId);
      const office = found && (await readOfficeToWriteFor(tx, ctx.viewer, officeId, now, found.isCompany));
      if (!found || !office) throw new Problem('seen/not-found');
      const document = documentFor(found.isCompany);
      const before = await approvalOf(ctx, tx, officeId, { document, name: purpose });
      if (before?.state.status === 'waiting' && before.state.author === ctx.viewer.id) {
        const waiting = (await readNewestNumbers(tx, ctx.viewer, [before.id])).get(before.id);
        if (waiting && isSame(input, waiting)) return done(before.id, before.state);
      }
      const { approvalId, state } = await handInVersion(ctx, tx, office, before, {
        document,
        name: purpose,
        writtenOn: isoDay(now),
        words: sayWanted(input),
      });
      checkFrom(input.from, now);
      checkNumber(input, numbersOn(found.lines, isoDay(now), found.first).find((one) => one.purpose === purpose)?.number ?? null);
      await insertNumberProposal(tx, ctx.viewer, { ...input, approvalId, round: state.round });
      return done(approvalId, state);
    }),
  );
  workLater(ctx);
  return answer;
}

/** P5: an approved number holds from the day it names, or from the next one where that has come. */
export async function numberApproved(ctx: Ctx, tx: Transaction, file: ApprovalFile, now: Date): Promise<void> {
  const { document, round, author } = file.state;
  if (document !== documentFor(true) && document !== documentFor(false)) return;
  const wanted = (await readNewestNumbers(tx, ctx.viewer, [file.id])).get(file.id);
  if (!wanted) throw new Error('a number was approved that nobody proposed');
  const { purpose, number, from } = wanted;
  const approval = { id: file.id, round };
  await insertNumber(tx, ctx.viewer, {
    id: ctx.newId(),
    officeId: file.officeId,
    purpose,
    number,
    from: holdsFrom(from, now),
    by: author,
    at: now,
    approval,
  });
}
