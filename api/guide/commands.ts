import type { Transaction } from '../../db/connect.ts';
import { insertGuideVersion, readGuideVersions } from '../../db/queries/guide.ts';
import { takeKey } from '../../db/queries/keys.ts';
import { readPricedOffices } from '../../db/queries/prices.ts';
import { checkGuide, decideGuide, type GuideText, guideTerms } from '../../shared/guide/guide.ts';
import { Problem, refuseReused } from '../../shared/kernel/problem.ts';
import { type Ctx, transact } from '../context.ts';
import { mayWriteAt } from './reading.ts';

type Kept = { id: string; version: number };

const lineOf = (ctx: Ctx, text: GuideText) => ({ ...text, id: ctx.newId(), terms: guideTerms(text), at: ctx.clock() });

/** What a tap sent before has made already. @throws Problem `request/key-reused` for another entry with the same key */
async function madeBefore(ctx: Ctx, tx: Transaction, officeId: string, entry: string): Promise<Kept | null> {
  if (!ctx.key) return null;
  const known = await takeKey(tx, { officeId, personId: ctx.viewer.id, route: 'addGuide', ...ctx.key, subject: entry, at: ctx.clock() });
  if (!known) return null;
  if (known.digest !== ctx.key.digest) throw refuseReused();
  return { id: known.subject, version: 1 };
}

/** I12: another entry, read by everybody of the estate from now on. @throws Problem `seen/not-found`, `guide/not-yours`, `request/invalid`, `request/key-reused` */
export async function addGuide(ctx: Ctx, { officeId, ...input }: GuideText & { officeId: string }): Promise<Kept> {
  const near = await readPricedOffices(ctx.db, ctx.viewer);
  if (!near.some((one) => one.id === officeId)) throw new Problem('seen/not-found');
  if (!mayWriteAt(ctx, officeId)) throw new Problem('guide/not-yours');
  const text = checkGuide(input);
  const entry = ctx.newId();
  return transact(ctx, async (tx) => {
    const known = await madeBefore(ctx, tx, officeId, entry);
    if (known) return known;
    await insertGuideVersion(tx, ctx.viewer, { ...lineOf(ctx, text), officeId, entry, version: 1, withdrawn: false });
    return { id: entry, version: 1 };
  });
}

/** The next version of an entry, from the one that was read; a withdrawal carries the words it withdraws. */
async function goOn(ctx: Ctx, input: { id: string; version: number }, written: GuideText | null): Promise<Kept> {
  return transact(ctx, async (tx) => {
    const stand = (await readGuideVersions(tx, ctx.viewer, input.id)).at(-1);
    if (!stand) throw new Problem('seen/not-found');
    if (!mayWriteAt(ctx, stand.officeId)) throw new Problem('guide/not-yours');
    // Whoever may not write it learns nothing of what is wrong with it.
    const text = written && checkGuide(written);
    const { version, isNew } = decideGuide(stand, { version: input.version, by: ctx.viewer.id, text });
    const { section, title, words, phone, officeId } = stand;
    const line = { ...lineOf(ctx, text ?? { section, title, words, phone }), officeId, entry: input.id, version, withdrawn: text === null };
    if (isNew && !(await insertGuideVersion(tx, ctx.viewer, line))) throw new Problem('guide/changed');
    return { id: input.id, version };
  });
}

/** I12: says an entry anew; what was written before stays. @throws Problem `seen/not-found`, `guide/not-yours`, `guide/changed`, `guide/withdrawn`, `request/invalid` */
export const changeGuide = (ctx: Ctx, { id, version, ...text }: GuideText & { id: string; version: number }): Promise<Kept> =>
  goOn(ctx, { id, version }, text);

/** Takes an entry out of use. @throws Problem `seen/not-found`, `guide/not-yours`, `guide/changed`, `guide/withdrawn` */
export const withdrawGuide = (ctx: Ctx, input: { id: string; version: number }): Promise<Kept> => goOn(ctx, input, null);
