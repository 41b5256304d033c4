import type { Transaction } from '../../db/connect.ts';
import { type ApprovalFile, readOfficeToWriteFor } from '../../db/queries/approvals.ts';
import {
  areasToTell,
  countAudience,
  insertIssue,
  insertPublication,
  insertPublicationVersion,
  type PublicationRow,
  readPublication,
} from '../../db/queries/publications.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { APPROVALS } from '../../shared/approvals/approvals.ts';
import type { publicationRoutes } from '../../shared/contract/publications.ts';
import { type ApprovalState, approvalRowOn } from '../../shared/kernel/approvals.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import type { z } from '../../shared/kernel/zod.ts';
import {
  type Area,
  checkNotice,
  type Issue,
  issueAfter,
  joinAreas,
  sayAreas,
  sayNotice,
  type WorkNotice,
} from '../../shared/publications/work-notices.ts';
import { orChanged } from '../approvals/changed.ts';
import { approvalOf, handInVersion } from '../approvals/hand-in.ts';
import { type Ctx, transact } from '../context.ts';
import { workLater } from '../outbox/worker.ts';
import { permitFile } from '../tickets/permit.ts';

const DOCUMENT = 'work_notice';

type NoticeInput = z.infer<typeof publicationRoutes.submitNotice.body>;

/** @throws Problem `seen/not-found` where this viewer does not work there, `approval/not-yours` where they do not write notices */
async function officeToWrite(ctx: Ctx, tx: Transaction, officeId: string, now: Date) {
  const office = await readOfficeToWriteFor(tx, ctx.viewer, officeId, now);
  if (!office) throw new Problem('seen/not-found');
  const row = approvalRowOn(APPROVALS, DOCUMENT, now);
  if (!row.drafts.some((addressee) => holdersOf(addressee, office.staff).includes(ctx.viewer.id)))
    throw new Problem('approval/not-yours', '工程通知由这个小区的工程主管来写');
  return office;
}

/** Hands a version in: the approval's next round holds its words, and the publication's version its parts. */
async function handIn(
  ctx: Ctx,
  tx: Transaction,
  given: { id: string; officeId: string; notice: WorkNotice; what: Issue; why: string; now: Date },
): Promise<{ id: string; status: ApprovalState['status']; round: number }> {
  const { id, officeId, notice, what, why, now } = given;
  const office = await officeToWrite(ctx, tx, officeId, now);
  const before = await approvalOf(ctx, tx, officeId, { document: DOCUMENT, name: id });
  const { state } = await handInVersion(ctx, tx, office, before, {
    document: DOCUMENT,
    name: id,
    writtenOn: isoDay(now),
    words: sayNotice(notice, what, why),
  });
  const { round, status } = state;
  await insertPublicationVersion(tx, ctx.viewer, { ...notice, publicationId: id, officeId, round, what, why, at: now });
  return { id, status, round };
}

/** The public repair a notice is about. @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused` */
async function checkTicket(ctx: Ctx, tx: Transaction, { ticketId, officeId }: NoticeInput, now: Date): Promise<void> {
  if (ticketId === undefined) return;
  const file = await readTicketFile(tx, ctx.viewer, ticketId, now);
  if (!file || file.officeId !== officeId) throw new Problem('seen/not-found');
  permitFile('announce', file, relationsToFile(ctx.viewer, file), now);
}

/** A publication to be put right, of an estate this viewer works for. @throws Problem `seen/not-found` */
async function publicationToChange(ctx: Ctx, tx: Transaction, id: string): Promise<PublicationRow> {
  const found = await readPublication(tx, ctx.viewer, id);
  if (!found) throw new Problem('seen/not-found');
  return found;
}

const issuedSoFar = (found: PublicationRow | null): Issue[] => (found?.issues ?? []).map((issue) => issue.what);

/**
 * R7, P2: the supervisor writes a work notice, or corrects one, and hands it to the director; nobody sees it before.
 * @throws Problem `seen/not-found`, `approval/not-yours`, `approval/decided` while one waits, `publication/withdrawn`, `request/invalid`
 */
export async function submitNotice(ctx: Ctx, input: NoticeInput) {
  const notice = { ...input, from: new Date(input.from), until: new Date(input.until) };
  const answer = await orChanged(
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      await officeToWrite(ctx, tx, input.officeId, now);
      checkNotice(notice, now);
      await checkTicket(ctx, tx, input, now);
      const found = input.publicationId === undefined ? null : await publicationToChange(ctx, tx, input.publicationId);
      if (found && found.officeId !== input.officeId) throw new Problem('seen/not-found');
      const what = issueAfter(issuedSoFar(found));
      if (what === 'correction' && input.why === '') throw refuseField('why', '请写一下为什么更正，住户看得到');
      const id = found?.id ?? ctx.newId();
      if (!found)
        await insertPublication(tx, ctx.viewer, { id, officeId: input.officeId, document: DOCUMENT, ticketId: input.ticketId ?? null, at: now });
      return handIn(ctx, tx, { id, officeId: input.officeId, notice, what, why: what === 'first' ? '' : input.why, now });
    }),
  );
  workLater(ctx);
  return answer;
}

/** P2, readings 32: takes a notice back; what is out holds until the director agrees. @throws Problem as `submitNotice`, `ticket/action-refused` for one that never went out */
export async function withdrawNotice(ctx: Ctx, input: { id: string; why: string }) {
  const answer = await orChanged(
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const found = await publicationToChange(ctx, tx, input.id);
      await officeToWrite(ctx, tx, found.officeId, now);
      const last = found.issues.at(-1);
      if (!last) throw new Problem('approval/decided', '这一张还没有发出去，不用撤回');
      issueAfter(issuedSoFar(found));
      return handIn(ctx, tx, { id: found.id, officeId: found.officeId, notice: last, what: 'withdrawal', why: input.why, now });
    }),
  );
  workLater(ctx);
  return answer;
}

/** P2: how many it would go to, before it goes; nothing is kept. Whoever writes and whoever agrees count the same. @throws Problem `seen/not-found` */
export async function previewNotice(ctx: Ctx, input: { officeId: string; publicationId?: string | undefined; areas: Area[] }) {
  return transact(ctx, async (tx) => {
    if (!(await readOfficeToWriteFor(tx, ctx.viewer, input.officeId, ctx.clock()))) throw new Problem('seen/not-found');
    const found = input.publicationId === undefined ? null : await publicationToChange(ctx, tx, input.publicationId);
    if (found && found.officeId !== input.officeId) throw new Problem('seen/not-found');
    const areas = joinAreas([input.areas, ...(found?.issues ?? []).map((issue) => issue.areas)]);
    return { audience: sayAreas(areas), ...(await countAudience(tx, ctx.viewer, input.officeId, areas)) };
  });
}

/** What goes to residents with this viewer's yes is on record with whom it went to (P2). A document that goes nowhere is left alone. */
export async function issueApproved(ctx: Ctx, tx: Transaction, file: ApprovalFile, now: Date): Promise<void> {
  if (file.state.document !== DOCUMENT) return;
  const found = await publicationToChange(ctx, tx, file.state.name);
  const audience = await countAudience(tx, ctx.viewer, file.officeId, areasToTell(found));
  await insertIssue(tx, ctx.viewer, { officeId: file.officeId, publicationId: found.id, round: found.newest.round, at: now, ...audience });
}
