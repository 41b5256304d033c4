import type { Transaction } from '../../db/connect.ts';
import { type ErrandFile, readErrand } from '../../db/queries/errands.ts';
import { takeKey } from '../../db/queries/keys.ts';
import type { ErrandDecision } from '../../shared/errands/decide.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { relationsToErrand } from '../../shared/errands/relations.ts';
import { ERRAND_ROWS, type ErrandAction } from '../../shared/errands/rows.ts';
import { permit } from '../../shared/kernel/lifecycle.ts';
import { Problem, refuseReused } from '../../shared/kernel/problem.ts';
import { type Ctx, transact } from '../context.ts';
import { type Deed, deedOn, record, type SaidWithIt } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { retryMoved } from '../tickets/command.ts';

/** What is written with an errand: among colleagues, and beside its ticket behind the same wall. */
export function written(
  file: { ticket: Pick<NonNullable<ErrandFile['ticket']>, 'id' | 'round' | 'place'> | null },
  body: string,
  channel = 'mini_program',
  at?: Date,
): SaidWithIt {
  return {
    channel,
    kind: 'errand',
    direction: 'internal',
    audience: 'staff',
    place: file.ticket?.place ?? '',
    participants: [],
    body,
    outcome: null,
    ...(file.ticket ? { with: { id: file.ticket.id, round: file.ticket.round } } : {}),
    ...(at ? { at } : {}),
  };
}

export interface Outcome extends ErrandDecision {
  said?: SaidWithIt[];
  beside?: Deed[];
}

export const doneOf = (id: string, state: ErrandState, version: number) => ({ id, status: state.status, version });

/**
 * One action on one errand: read, permit, decide, record, in one transaction. A tap sent twice with the same key does it once.
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, `request/key-reused`
 */
export async function actOn(
  ctx: Ctx,
  id: string,
  actionFor: (file: ErrandFile) => ErrandAction,
  decide: (file: ErrandFile, tx: Transaction) => Outcome | Promise<Outcome>,
) {
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const file = await readErrand(tx, ctx.viewer, id, now);
      if (!file) throw new Problem('seen/not-found');
      const action = actionFor(file);
      if (ctx.key) {
        const line = { officeId: file.officeId, personId: ctx.viewer.id, route: `errand ${action}`, ...ctx.key, subject: file.id, at: now };
        const known = await takeKey(tx, line);
        if (known && (known.subject !== file.id || known.digest !== ctx.key.digest)) throw refuseReused();
        if (known) return doneOf(file.id, file.state, file.version);
      }
      const row = permit(ERRAND_ROWS, action, file.state, relationsToErrand(ctx.viewer.id, file.state, file.staff), now);
      const { did, facts, said = [], beside = [] } = await decide(file, tx);
      if (!row.does.includes(did)) throw new Error(`${action} does not lead to ${did}`);
      const [after] = await record(ctx, tx, [
        deedOn('errand', file, ctx.viewer.id, [{ did, facts, by: ctx.viewer.id, byResident: false }], said) as Deed,
        ...beside,
      ]);
      return doneOf(file.id, after!.story.state as ErrandState, after!.version);
    }),
  );
  workLater(ctx);
  return done;
}
