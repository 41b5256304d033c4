import type { Transaction } from '../../db/connect.ts';
import { decide, readCheck } from '../../db/queries/checks.ts';
import { readPaperCheck } from '../../db/queries/paper-checks.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { type Decision, permitDecision, permitPaperDecision, type WithholdReason } from '../../shared/content/checks.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { decideSay } from '../../shared/tickets/decide.ts';
import { type Ctx, transact } from '../context.ts';
import { deedOn, record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { retryMoved } from '../tickets/command.ts';

interface Deciding {
  id: string;
  decision: Decision;
  reason: WithholdReason | null;
}

/** The same of a picture that belongs to no ticket. @throws Problem `seen/not-found`, and as `permitPaperDecision` */
async function decidePaper(ctx: Ctx, tx: Transaction, { id, decision, reason }: Deciding) {
  const check = await readPaperCheck(tx, ctx.viewer, id);
  if (!check) throw new Problem('seen/not-found');
  permitPaperDecision(check, check.isLookedAfter, check.author === ctx.viewer.id);
  if (!(await decide(tx, ctx.viewer, id, decision, reason, ctx.clock()))) throw new Problem('check/decided');
  return { id, decision };
}

/**
 * A colleague shows held words or a held picture to everybody who may see the ticket, or leaves them with their author and says why. Once: it stands.
 * A colleague's answer that residents can read from now on keeps the first reply, as its author's (I15).
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `check/own-words`, `check/decided`, `request/invalid` for 不展示 without a reason
 */
export async function decideCheck(ctx: Ctx, input: { id: string; decision: Decision; reason?: WithholdReason | undefined }) {
  if (input.decision === 'withheld' && !input.reason) throw refuseField('reason', '请选为什么不展示');
  const reason = input.decision === 'withheld' ? (input.reason ?? null) : null;
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const check = await readCheck(tx, ctx.viewer, input.id);
      if (!check) return decidePaper(ctx, tx, { id: input.id, decision: input.decision, reason });
      const file = await readTicketFile(tx, ctx.viewer, check.ticketId, now);
      if (!file) throw new Problem('seen/not-found');
      permitDecision(check, relationsToFile(ctx.viewer, file), check.author === ctx.viewer.id);
      if (!(await decide(tx, ctx.viewer, input.id, input.decision, reason, now))) throw new Problem('check/decided');
      const ledger = file.ledger.filter((one) => one.startedAt <= check.at);
      const { did, facts } = decideSay(
        { state: file.state, ledger, now, settings: settingsAt(file.settings, now) },
        { asStaff: true, upset: false, isReadable: input.decision === 'released' },
      );
      if (check.isReply && did === 'answered')
        await record(ctx, tx, [deedOn('ticket', file, null, [{ did, facts, by: check.author, byResident: false }])]);
      return { id: input.id, decision: input.decision };
    }),
  );
  workLater(ctx);
  return done;
}
