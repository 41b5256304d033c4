import { readOfficeToWriteFor } from '../../db/queries/approvals.ts';
import {
  type IssueRow,
  listPublications,
  type PublicationRow,
  readBuildings,
  readPublication,
  type VersionRow,
} from '../../db/queries/publications.ts';
import { APPROVALS } from '../../shared/approvals/approvals.ts';
import type { NoticeVersion, Publication } from '../../shared/contract/publications.ts';
import { approvalRowOn, deciders } from '../../shared/kernel/approvals.ts';
import { RELATION_HOLDERS, sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { ISSUES, sayAreas } from '../../shared/publications/work-notices.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';

const versionOf = (row: VersionRow): NoticeVersion => ({
  round: row.round,
  what: row.what,
  label: ISSUES[row.what].label,
  work: row.work,
  place: row.place,
  from: row.from.toISOString(),
  until: row.until.toISOString(),
  doneBy: row.doneBy,
  effect: row.effect,
  areas: row.areas.map(({ building, unit }) => ({ building, unit })),
  audience: sayAreas(row.areas),
  why: row.why,
});

const issueOf = (row: IssueRow, asStaff: boolean): Publication['issues'][number] => ({
  ...versionOf(row),
  issuedAt: row.issuedAt.toISOString(),
  byName: asStaff ? sayName(row.authorName) : null,
  approverName: asStaff ? sayName(row.approverName) : null,
  homes: row.homes,
  people: row.people,
});

function standOf({ approval, newest, issues }: PublicationRow, asStaff: boolean): Publication['stand'] {
  const isPending = !issues.some((issue) => issue.round === newest.round);
  if (asStaff && isPending) return approval.state.status === 'returned' ? 'returned' : 'waiting';
  return issues.at(-1)?.what === 'withdrawal' ? 'withdrawn' : 'out';
}

/** A publication as one viewer sees it: residents what went out, colleagues what waits too. */
function viewOf(ctx: Ctx, row: PublicationRow, asStaff: boolean): Publication {
  const { approval, newest, issues, staff } = row;
  const isPending = !issues.some((issue) => issue.round === newest.round);
  const last = issues.at(-1);
  const writes = approvalRowOn(APPROVALS, 'work_notice', ctx.clock()).drafts.some((one) => holdersOf(one, staff).includes(ctx.viewer.id));
  return {
    id: row.id,
    officeId: row.officeId,
    officeName: row.officeName,
    ticket: asStaff ? row.ticket : null,
    stand: standOf(row, asStaff),
    current: last ? versionOf(last) : asStaff ? versionOf(newest) : null,
    issues: issues.map((issue) => issueOf(issue, asStaff)),
    pending:
      asStaff && isPending
        ? {
            ...versionOf(newest),
            approvalId: approval.id,
            step: approval.state.step,
            authorName: sayName(newest.authorName),
            at: newest.at.toISOString(),
            dueBy: approval.dueBy?.toISOString() ?? null,
            reason: approval.state.status === 'returned' ? approval.reason : null,
          }
        : null,
    mayDecide: asStaff && deciders(approval.state, staff).includes(ctx.viewer.id),
    mayWrite: asStaff && writes && approval.state.status !== 'waiting' && last?.what !== 'withdrawal',
  };
}

const worksThere = (ctx: Ctx, officeId: string) =>
  ctx.viewer.appointments.some((one) => one.officeId === officeId || RELATION_HOLDERS.quality(one) || RELATION_HOLDERS.leadership(one));

/** Work notices, newest first: of one's homes, or of the estates one works for (R7, P2). @throws Problem `publications/staff-only` */
export async function publications(ctx: Ctx, input: { as: 'resident' | 'staff'; after?: string | undefined }) {
  if (input.as === 'staff' && ctx.viewer.appointments.length === 0) throw new Problem('publications/staff-only');
  const rows = await listPublications(ctx.db, ctx.viewer, input.as, idCursor(input.after));
  const heads = ctx.viewer.appointments.filter(RELATION_HOLDERS.head);
  const writes = heads.map(({ officeId: id, officeName: name }) => ({ id, name }));
  return {
    now: ctx.clock().toISOString(),
    writes: input.as === 'staff' ? writes.filter((one, index) => writes.findIndex((other) => other.id === one.id) === index) : [],
    ...pageOf(
      rows,
      (row) => row.id,
      (row) => viewOf(ctx, row, input.as === 'staff'),
    ),
  };
}

/** One work notice with its history. @throws Problem `seen/not-found` */
export async function publication(ctx: Ctx, input: { id: string }) {
  const row = await readPublication(ctx.db, ctx.viewer, input.id);
  if (!row) throw new Problem('seen/not-found');
  return { now: ctx.clock().toISOString(), ...viewOf(ctx, row, worksThere(ctx, row.officeId)) };
}

/** The buildings and units of an estate, for colleagues. @throws Problem `seen/not-found` */
export async function buildings(ctx: Ctx, input: { officeId: string }) {
  if (!(await readOfficeToWriteFor(ctx.db, ctx.viewer, input.officeId, ctx.clock()))) throw new Problem('seen/not-found');
  return { items: await readBuildings(ctx.db, ctx.viewer, input.officeId) };
}
