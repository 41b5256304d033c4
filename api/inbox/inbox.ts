import { countUnread, type InboxRow, markInboxRead, readInbox } from '../../db/queries/inbox.ts';
import { readCallsDue } from '../../db/queries/messages.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { sayApprovalNews, sayDocument } from '../../shared/approvals/approvals.ts';
import { BULLETIN, BULLETIN_NEWS } from '../../shared/complaints/bulletin.ts';
import { dutyTitle, sayDutyNews } from '../../shared/duties/duty.ts';
import type { Duty } from '../../shared/duties/rows.ts';
import { sayErrandKind, sayErrandNews } from '../../shared/errands/say.ts';
import { isOwnTo, sayName } from '../../shared/kernel/people.ts';
import { type TemplateName, templateOn } from '../../shared/messages/templates.ts';
import { newsOf } from '../../shared/publications/work-notices.ts';
import { sayPraise } from '../../shared/remarks/tellings.ts';
import { NEEDS_NEWS } from '../../shared/surveys/needs.ts';
import { SURVEY_NEWS } from '../../shared/surveys/reminding.ts';
import { sayNews } from '../../shared/tickets/news-words.ts';
import { isCallDue } from '../../shared/tickets/notices.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import { type Ctx, transact } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { deedOn, Moved, record } from '../ledger/record.ts';
import { REACHED } from '../messages/reach.ts';

const textOf = (row: InboxRow): string => {
  if (row.praised) return sayPraise({ ...row.praised, names: row.praised.names.map(sayName) });
  if (row.bulletinId !== null) return BULLETIN_NEWS;
  if (row.surveyId !== null) return (row.document === 'needs' ? NEEDS_NEWS : SURVEY_NEWS)[row.did] ?? '';
  if (row.publicationId !== null) return newsOf(row.did);
  if (row.document === 'duty') return sayDutyNews(row.did, row.facts);
  if (row.errandId !== null) return sayErrandNews(row.did, row.facts, row.document ?? '');
  return row.approval === null ? sayNews(row.did, row.facts, row.ticketKind) : sayApprovalNews(row.did);
};

/** Whether a line is about the open letter of a survey, and not about the survey itself (S5). */
const isLetter = ({ did }: { did: string }): boolean => did === 'lettered';

/** A duty by what the line says it is about: which, and of which part. */
function titleOfDuty(about: string): string {
  const [duty = '', part = ''] = about.split('/');
  return dutyTitle({ duty: duty as Duty, part });
}

function titleOf(row: InboxRow, now: Date): string {
  if (row.bulletinId !== null) return BULLETIN;
  if (row.document === 'duty') return titleOfDuty(row.category ?? '');
  if (row.surveyId !== null && isLetter(row)) return sayDocument('open_letter') ?? '';
  if (row.errandId !== null || row.surveyId !== null) return sayErrandKind(row.document ?? '');
  if (row.document !== null && row.document !== 'message_template') return sayDocument(row.document) ?? '';
  return row.approval === null ? sayTitle(row.ticketKind, row.category ?? '') : (templateOn(row.approval as TemplateName, now)?.label ?? '');
}

/** What this person was told, newest first. */
export async function inbox(ctx: Ctx, input: { after?: string | undefined }) {
  const rows = await readInbox(ctx.db, ctx.viewer, idCursor(input.after));
  const page = pageOf(
    rows,
    (row) => row.id,
    (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      text: textOf(row),
      ticketId: row.ticketId,
      ticketNumber: row.ticketNumber,
      errandId: row.document === 'duty' || row.document === 'mailbox' ? null : row.document === 'open_letter' ? row.approval : row.errandId,
      dutyId: row.document === 'duty' ? row.errandId : null,
      surveyId: isLetter(row) || row.document === 'needs' ? null : row.surveyId,
      needsId: row.document === 'needs' ? row.surveyId : null,
      mailboxId: row.document === 'mailbox' ? row.errandId : null,
      questionnaire: row.document === 'questionnaire',
      hotline: row.document === 'hotline' || row.document === 'company_hotline',
      setting: row.document === 'estate_setting',
      letterId: isLetter(row) ? row.surveyId : null,
      praise: row.praised?.me ? row.praised.words || null : null,
      title: titleOf(row, ctx.clock()),
      publicationId: row.publicationId ?? (row.document === 'work_notice' ? row.approval : null),
      bulletinId: row.bulletinId,
      where: row.where,
      urgent: row.urgent,
      read: row.read,
    }),
  );
  return { now: ctx.clock().toISOString(), ...page };
}

/**
 * Where a call was due because nothing had reached them, it is not any more (R8). Somebody else at the same ticket this very moment: the call stays,
 * and does no harm.
 */
export async function noteReached(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      await transact(ctx, async (tx) => {
        const file = await readTicketFile(tx, ctx.viewer, id, ctx.clock());
        if (file && isCallDue(file.ledger) && isOwnTo(relationsToFile(ctx.viewer, file)))
          await record(ctx, tx, [deedOn('ticket', file, ctx.viewer.id, [REACHED])]);
      });
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
}

/** Everything up to this line is read. */
export async function readUpTo(ctx: Ctx, input: { upTo: string }) {
  await noteReached(ctx, await readCallsDue(ctx.db, ctx.viewer, input.upTo));
  await markInboxRead(ctx.db, ctx.viewer, input.upTo, ctx.clock());
  return { unread: await countUnread(ctx.db, ctx.viewer) };
}
