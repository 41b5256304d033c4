import { listDocuments } from '../../db/queries/approvals.ts';
import { readNewestNumbers, readNumberedOffices } from '../../db/queries/hotlines.ts';
import { APPROVALS } from '../../shared/approvals/approvals.ts';
import type { HotlineProposal } from '../../shared/contract/hotlines.ts';
import { documentFor, numbersOn, PURPOSES } from '../../shared/hotlines/hotlines.ts';
import { approvalRowOn, deciders } from '../../shared/kernel/approvals.ts';
import { HOTLINE } from '../../shared/kernel/hotline.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { firstDay } from '../../shared/settings/changing.ts';
import type { Ctx } from '../context.ts';

/** Changes that wait or came back, of the offices a colleague sees, and where they may hand one in. */
async function documentsOf(ctx: Ctx, now: Date) {
  if (ctx.viewer.appointments.length === 0) return [];
  const ofEach = await Promise.all([false, true].map((isCompany) => listDocuments(ctx.db, ctx.viewer, documentFor(isCompany), now, isCompany)));
  return ofEach.flatMap((documents, index) =>
    documents.map((one) => {
      const row = approvalRowOn(APPROVALS, documentFor(index === 1), now);
      return { ...one, mayPropose: row.drafts.some((addressee) => holdersOf(addressee, one.staff).includes(ctx.viewer.id)) };
    }),
  );
}

/** Every number of where this viewer lives and works, and the company's (P5); to colleagues what is proposed. */
export async function hotlines(ctx: Ctx) {
  const now = ctx.clock();
  const today = isoDay(now);
  const offices = (await readNumberedOffices(ctx.db, ctx.viewer)).map((one) => ({ ...one, numbers: numbersOn(one.lines, today, one.first) }));
  const documents = await documentsOf(ctx, now);
  const open = documents.flatMap((document) =>
    document.approvals.filter(({ state }) => state.status !== 'approved').map((one) => ({ document, one })),
  );
  const wants = await readNewestNumbers(
    ctx.db,
    ctx.viewer,
    open.map(({ one }) => one.id),
  );
  const proposals = open.flatMap(({ document, one }): HotlineProposal[] => {
    const wanted = wants.get(one.id);
    const { status, round, step, submittedAt } = one.state;
    if (!wanted || status === 'approved') return [];
    const current = offices.find(({ id }) => id === document.officeId)?.numbers.find(({ purpose }) => purpose === wanted.purpose);
    return [
      {
        approvalId: one.id,
        officeId: document.officeId,
        officeName: document.officeName,
        ...wanted,
        label: PURPOSES[wanted.purpose].label,
        now: current?.number ?? null,
        status,
        round,
        step,
        authorName: sayName(one.authorName),
        at: submittedAt.toISOString(),
        dueBy: one.dueBy?.toISOString() ?? null,
        decidedByName: one.decidedByName ? sayName(one.decidedByName) : null,
        words: one.words,
        mayDecide: deciders(one.state, document.staff).includes(ctx.viewer.id),
      },
    ];
  });
  const waits = (officeId: string, purpose: string) =>
    proposals.some((one) => one.officeId === officeId && one.purpose === purpose && one.status === 'waiting');
  return {
    now: now.toISOString(),
    firstDay: firstDay(now),
    hours: HOTLINE.hours,
    offices: offices.map(({ id, name, isCompany, numbers }) => ({
      id,
      name,
      isCompany,
      mayPropose: documents.find((one) => one.officeId === id)?.mayPropose === true,
      hotlines: numbers.map((one) => ({ ...one, ...PURPOSES[one.purpose], waiting: waits(id, one.purpose) })),
    })),
    proposals,
  };
}
