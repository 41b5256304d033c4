import type { Transaction } from '../../db/connect.ts';
import { type ApprovalFile, insertApprovalVersion, readApprovalByName } from '../../db/queries/approvals.ts';
import type { OfficeContext } from '../../db/queries/ticket-files.ts';
import { APPROVALS, type Document } from '../../shared/approvals/approvals.ts';
import { type ApprovalState, approvalRowOn, decideSubmission } from '../../shared/kernel/approvals.ts';
import type { Ctx } from '../context.ts';
import { deedOn, record } from '../ledger/record.ts';

interface Version {
  document: Document;
  /** What its approval is known by in its office. */
  name: string;
  /** The day of the row it was written from, or that it was written. */
  writtenOn: string;
  /** The whole of it, word for word. */
  words: string;
  /** The id of its approval, where none stands yet; a new one without. */
  approvalId?: string;
}

/** The approval of a document, where one was ever handed in. */
export const approvalOf = (ctx: Ctx, tx: Transaction, officeId: string, { document, name }: Pick<Version, 'document' | 'name'>) =>
  readApprovalByName(tx, ctx.viewer, { officeId, document, name }, ctx.clock());

/**
 * Hands a document's first or next version in to whoever agrees to it (Z7), and keeps its words.
 * @param before its approval as it was read in this transaction; null where there is none yet
 * @returns where it stands now, and which round it is
 * @throws Problem `approval/not-yours`, `approval/decided` while one waits
 */
export async function handInVersion(ctx: Ctx, tx: Transaction, office: OfficeContext, before: ApprovalFile | null, version: Version) {
  const now = ctx.clock();
  const { document, name, writtenOn, words } = version;
  const { officeId, staff } = office;
  const row = approvalRowOn(APPROVALS, document, now);
  const event = {
    ...decideSubmission(row, before?.state ?? null, { name, writtenOn, author: ctx.viewer.id, staff }),
    by: ctx.viewer.id,
    byResident: false,
  };
  const approvalId = before?.id ?? version.approvalId ?? ctx.newId();
  const [made] = await record<ApprovalState>(ctx, tx, [
    before
      ? deedOn('approval', before, ctx.viewer.id, [event])
      : {
          subject: { kind: 'approval', id: approvalId, officeId, version: 0 },
          office,
          before: null,
          create: { id: approvalId, officeId },
          events: [event],
          said: [],
          author: ctx.viewer.id,
        },
  ]);
  const { state } = made!.story;
  await insertApprovalVersion(tx, ctx.viewer, { officeId, approvalId, round: state.round, words, at: now });
  return { approvalId, state };
}
