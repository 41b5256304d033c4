import { insertChange } from '../../db/queries/households.ts';
import { forget, holdOneself, readCompanyToForgetFor, readOwnRecord } from '../../db/queries/own-record.ts';
import type { NewRemoval } from '../../db/queries/retention.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { type Ctx, transact } from '../context.ts';
import { record } from '../ledger/record.ts';

/**
 * Empties the name and number of whoever asks, as retention does, and signs them out everywhere; what happened stays, without their name (A3, Z10).
 * @throws Problem `own-record/colleague`, `own-record/open` with what is not done yet
 */
export async function forgetMe(ctx: Ctx): Promise<{ forgottenAt: string }> {
  const now = ctx.clock();
  if (ctx.viewer.appointments.length > 0) throw new Problem('own-record/colleague');
  await transact(ctx, async (tx) => {
    if (!(await holdOneself(tx, ctx.viewer))) throw new Problem('sign-in/required');
    const { open } = await readOwnRecord(tx, ctx.viewer);
    if (open.length > 0) throw new Problem('own-record/open', `还没办完：${open.map((one) => one.number).join('、')}`);
    const company = await readCompanyToForgetFor(tx, ctx.viewer);
    for (const home of await forget(tx, ctx.viewer, now))
      await insertChange(tx, ctx.viewer, home, ctx.viewer.id, { id: ctx.newId(), did: 'forgotten', personId: ctx.viewer.id, on: now, at: now });
    const id = ctx.newId();
    const made: NewRemoval = { id, officeId: company.officeId, keptUntil: now, files: [] };
    const facts = { what: 'people', rows: 1, keptUntil: now.toISOString() };
    await record(ctx, tx, [
      {
        subject: { kind: 'removal', id, officeId: company.officeId, version: 0 },
        office: company,
        before: null,
        create: made,
        events: [{ did: 'removed', facts, by: ctx.viewer.id, byResident: true }],
        said: [],
        author: null,
      },
    ]);
  });
  return { forgottenAt: now.toISOString() };
}
