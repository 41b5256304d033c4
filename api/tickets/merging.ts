import type { Tx } from '../../db/connect.ts';
import { carryFollowers, readIntoWhich, readReports, readTakenIn, takeBackFollowers } from '../../db/queries/merging.ts';
import { readOthersUnderWay, readTicketFile, relationsToFile, type TicketFile } from '../../db/queries/ticket-files.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import type { Duplicate } from '../../shared/contract/merging.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { HOUR } from '../../shared/kernel/time.ts';
import { type Likeness, likenessOf, rankAlike } from '../../shared/merging/alike.ts';
import { decideMerge, decideUnmerge, type Matter, type Together } from '../../shared/merging/decide.ts';
import { NOT_THE_SAME } from '../../shared/merging/dispute.ts';
import { foresee } from '../../shared/merging/words.ts';
import { HANDS_AND_OWN } from '../../shared/tickets/groups.ts';
import { bookFor } from '../../shared/tickets/kinds.ts';
import { ticketActions } from '../../shared/tickets/lifecycle.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import type { Ctx } from '../context.ts';
import { excerpt } from './card-view.ts';
import { type Beside, command, type Outcome, spoken } from './command.ts';
import { permitFile } from './permit.ts';

/** So many are offered at most, of so many looked at. */
const SHOWN = 8;
const LOOKED_AT = 40;

const matterOf = (file: TicketFile, now: Date): Matter => ({
  id: file.id,
  number: file.number,
  officeId: file.officeId,
  state: file.state,
  ledger: file.ledger,
  now,
  settings: settingsAt(file.settings, now),
  bookFor: (state) => bookFor(state.kind, settingsAt(file.settings, now), file.openingHours),
});

const likeness = (file: TicketFile): Likeness & { file: TicketFile } => ({
  id: file.id,
  state: file.state,
  homeId: file.homeId,
  where: file.place,
  file,
});

/** @throws Problem as `permitFile` does, naming the other ticket */
function permitOther(action: 'merge', viewer: Viewer, other: TicketFile, now: Date): void {
  try {
    permitFile(action, other, relationsToFile(viewer, other), now);
  } catch (refused) {
    throw refused instanceof Problem ? new Problem(refused.code, `${other.number}：${refused.detail}`) : refused;
  }
}

/** Nobody settles from its other side what is theirs, or what they work on. @throws Problem `ticket/not-yours` */
function refuseOwn(viewer: Viewer, file: TicketFile): void {
  if (relationsToFile(viewer, file).some((one) => HANDS_AND_OWN.includes(one)))
    throw new Problem('ticket/not-yours', `${file.number} 和您有关，请别的同事来办`);
}

/** What one was merged into. @throws Problem `seen/not-found` where this viewer may not see it, `ticket/not-yours` where it is theirs */
export async function survivorOf(tx: Tx, viewer: Viewer, merged: TicketFile, now: Date): Promise<TicketFile> {
  const survivor = await readTicketFile(tx, viewer, merged.state.merged!.into, now);
  if (!survivor) throw new Problem('seen/not-found');
  refuseOwn(viewer, survivor);
  return survivor;
}

/** What goes along, or comes back: each with its file. @throws Problem `ticket/action-refused` where this viewer may not see one of them */
function carriedFiles(tx: Tx, viewer: Viewer, { carried }: Together, now: Date): Promise<Beside[]> {
  return Promise.all(
    carried.map(async ({ ticket, event }) => {
      const file = await readTicketFile(tx, viewer, ticket, now);
      if (!file) throw new Problem('ticket/action-refused', '里面有一件您看不了，请别的同事来办');
      refuseOwn(viewer, file);
      return { file, events: [event] };
    }),
  );
}

/** What follows for the ticket at hand, and beside it for the others. */
function outcomeFor(file: TicketFile, other: TicketFile, { survivor, onSurvivor, onMerged }: Together, carried: readonly Beside[]): Outcome {
  const [own, theirs] = survivor.id === file.id ? [onSurvivor, [onMerged]] : [[onMerged], onSurvivor];
  const [first, ...also] = own;
  return { ...first!, also, beside: [{ file: other, events: theirs }, ...carried] };
}

const idsOf = (all: readonly { ticket: string }[]) => all.map((one) => one.ticket);

/**
 * Z3: two tickets are one matter from now on. Whoever reported either hears of every step, once; so does whoever's own was merged into the one that goes.
 * @throws Problem `seen/not-found` for the other one, `request/invalid`, `ticket/action-refused`
 */
export const merge = command<{ id: string; withId: string }>(
  'merge',
  async ({ file, now }, input, tx, ctx) => {
    const { viewer } = ctx;
    const other = await readTicketFile(tx, viewer, input.withId, now);
    if (!other) throw new Problem('seen/not-found');
    permitOther('merge', viewer, other, now);
    const together = decideMerge(matterOf(file, now), matterOf(other, now));
    const { survivor, merged } = together;
    const carried = await carriedFiles(tx, viewer, together, now);
    const along = idsOf(together.carried);
    const { officeId } = file;
    await takeBackFollowers(tx, viewer, { officeId, from: along, to: merged.id }, [], now);
    await carryFollowers(tx, viewer, { officeId, from: [merged.id, ...along], to: survivor.id }, now);
    return outcomeFor(file, other, together, carried);
  },
  async (tx, ctx, input) => [input.id, input.withId, ...(await readTakenIn(tx, ctx.viewer, [input.id, input.withId]))],
);

/** Z3: a merged ticket stands by itself again, with what had been merged into it. @throws Problem `ticket/action-refused` once the other one is mended */
export const unmerge = command<{ id: string }>(
  'unmerge',
  async ({ file, now }, _input, tx, ctx) => {
    const { viewer } = ctx;
    const survivor = await survivorOf(tx, viewer, file, now);
    const together = decideUnmerge(matterOf(file, now), matterOf(survivor, now));
    const carried = await carriedFiles(tx, viewer, together, now);
    const along = idsOf(together.carried);
    const gone = [file.id, ...along];
    const rest = idsOf(survivor.state.tookIn).filter((ticket) => !gone.includes(ticket));
    const { officeId } = file;
    await takeBackFollowers(tx, viewer, { officeId, from: gone, to: survivor.id }, rest, now);
    if (along.length > 0) await carryFollowers(tx, viewer, { officeId, from: along, to: file.id }, now);
    return outcomeFor(file, survivor, together, carried);
  },
  async (tx, ctx, input) => {
    const into = [await readIntoWhich(tx, ctx.viewer, input.id)].filter((id) => id !== null);
    return [input.id, ...into, ...(await readTakenIn(tx, ctx.viewer, into))];
  },
);

/** Z3: whoever’s own was merged says it is another matter. Nothing comes apart by that; whoever may take it apart owes an answer. */
export const disputeMerge = command<{ id: string; words: string }>('disputeMerge', (reading, { words }) => ({
  did: 'merge_disputed',
  facts: {},
  said: [spoken(reading, words === '' ? NOT_THE_SAME : `${NOT_THE_SAME}：${words}`, { direction: 'in' })],
}));

/** Z3: it is the same matter, and why. */
export const keepMerged = command<{ id: string; words: string }>('keepMerged', async (reading, { words }, tx, { viewer }) => {
  await survivorOf(tx, viewer, reading.file, reading.now);
  return { did: 'merge_upheld', facts: {}, said: [spoken(reading, words)] };
});

/** What merging with another would come to, or why it may not be. */
async function foreseen({ db, viewer }: Ctx, file: TicketFile, other: TicketFile, now: Date): Promise<Pick<Duplicate, 'foresees' | 'mayMerge'>> {
  try {
    permitOther('merge', viewer, other, now);
    const together = decideMerge(matterOf(file, now), matterOf(other, now));
    await carriedFiles(db, viewer, together, now);
    return { mayMerge: true, foresees: foresee(together) };
  } catch (refused) {
    if (!(refused instanceof Problem)) throw refused;
    return { mayMerge: false, foresees: refused.detail ?? '' };
  }
}

/**
 * Z3: what may be the same matter, the likeliest first, each with what merging would come to.
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused` where this one is not to be merged now
 */
export async function duplicates(ctx: Ctx, input: { id: string }) {
  const now = ctx.clock();
  const file = await readTicketFile(ctx.db, ctx.viewer, input.id, now);
  if (!file) throw new Problem('seen/not-found');
  permitFile('merge', file, relationsToFile(ctx.viewer, file), now);
  const since = new Date(file.state.receivedAt.getTime() - settingsAt(file.settings, now).duplicateWithinHours * HOUR);
  const others = await readOthersUnderWay(ctx.db, ctx.viewer, file, since, LOOKED_AT, now);
  const here = likeness(file);
  const until = file.state.receivedAt.getTime() * 2 - since.getTime();
  const near = others.filter((other) => other.state.receivedAt.getTime() <= until).map(likeness);
  const ranked = rankAlike(here, near).slice(0, SHOWN);
  const reports = await readReports(
    ctx.db,
    ctx.viewer,
    file.officeId,
    ranked.map((one) => one.id),
  );
  const foresights = await Promise.all(ranked.map((one) => foreseen(ctx, file, one.file, now)));
  return {
    now: now.toISOString(),
    items: ranked.flatMap((one, index): Duplicate[] => {
      const report = reports.find((line) => line.id === one.id);
      if (!report || !ticketActions(one.file.state, relationsToFile(ctx.viewer, one.file), now).some((row) => row.action === 'merge')) return [];
      return [
        {
          id: one.id,
          number: report.number,
          title: sayTitle('repair', one.state.category),
          where: report.where,
          words: excerpt(report.words, 60),
          reporterName: sayName(report.reporterName),
          receivedAt: report.receivedAt.toISOString(),
          status: one.file.state.status as Duplicate['status'],
          isLikely: likenessOf(here, one) === 2,
          ...foresights[index]!,
        },
      ];
    }),
  };
}
