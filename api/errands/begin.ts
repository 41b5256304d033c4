import type { Transaction } from '../../db/connect.ts';
import { readErrand } from '../../db/queries/errands.ts';
import { takeKey } from '../../db/queries/keys.ts';
import type { OfficeContext } from '../../db/queries/ticket-files.ts';
import type { ErrandDecision } from '../../shared/errands/decide.ts';
import { Problem, refuseReused } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import type { Deed, SaidWithIt } from '../ledger/record.ts';
import { doneOf } from './act.ts';

/** What a tap with the same key has made already, by its id; null the first time, and for a tap without a key. @throws Problem `request/key-reused` for something else with the same key */
export async function madeBefore(ctx: Ctx, tx: Transaction, line: { officeId: string; route: string; subject: string }): Promise<string | null> {
  if (!ctx.key) return null;
  const known = await takeKey(tx, { personId: ctx.viewer.id, ...line, ...ctx.key, at: ctx.clock() });
  if (known && known.digest !== ctx.key.digest) throw refuseReused();
  return known?.subject ?? null;
}

/** The same of an errand, as it stands now. @throws Problem `request/key-reused`, `seen/not-found` where it is theirs no longer */
export async function givenBefore(ctx: Ctx, tx: Transaction, line: { officeId: string; route: string; subject: string }) {
  const known = await madeBefore(ctx, tx, line);
  if (known === null) return null;
  const made = await readErrand(tx, ctx.viewer, known, ctx.clock());
  if (!made) throw new Problem('seen/not-found');
  return doneOf(made.id, made.state, made.version);
}

/** A new errand of an office, begun by whoever asks, with what is written with it. */
export const begins = (ctx: Ctx, id: string, office: OfficeContext, decided: readonly ErrandDecision[], said: readonly SaidWithIt[]): Deed => ({
  subject: { kind: 'errand', id, officeId: office.officeId, version: 0 },
  office,
  before: null,
  create: { id, officeId: office.officeId },
  events: decided.map((one) => ({ ...one, by: ctx.viewer.id, byResident: false })),
  said: [...said],
  author: ctx.viewer.id,
});
