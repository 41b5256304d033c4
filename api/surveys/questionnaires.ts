import { listDocuments, readOfficeToWriteFor } from '../../db/queries/approvals.ts';
import { insertQuestionnaire, readNewestQuestionnaires } from '../../db/queries/questionnaires.ts';
import { APPROVALS } from '../../shared/approvals/approvals.ts';
import type { OwnQuestionnaire } from '../../shared/contract/questionnaires.ts';
import { approvalRowOn, deciders } from '../../shared/kernel/approvals.ts';
import { type Holder, sayAddressee, sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { bankAt, composeOwn, type OwnDraft, sayQuestionnaire } from '../../shared/surveys/own.ts';
import { orChanged } from '../approvals/changed.ts';
import { approvalOf, handInVersion } from '../approvals/hand-in.ts';
import { type Ctx, transact } from '../context.ts';
import { madeBefore } from '../errands/begin.ts';
import { workLater } from '../outbox/worker.ts';
import { askedOf } from './reading.ts';

const DOCUMENT = 'questionnaire';

/** Whether somebody writes an estate's own questionnaires, and opens a survey with one. */
export const writesOwn = (person: string, staff: readonly Holder[], now: Date): boolean =>
  approvalRowOn(APPROVALS, DOCUMENT, now).drafts.some((addressee) => holdersOf(addressee, staff).includes(person));

/** The questionnaires of the estates somebody works for, where each stands, and the bank to choose from (S8). @throws Problem `templates/staff-only` */
export async function questionnaires(ctx: Ctx) {
  if (ctx.viewer.appointments.length === 0) throw new Problem('templates/staff-only');
  const now = ctx.clock();
  const me = ctx.viewer.id;
  const offices = await listDocuments(ctx.db, ctx.viewer, DOCUMENT, now);
  const bodies = await readNewestQuestionnaires(
    ctx.db,
    ctx.viewer,
    offices.flatMap(({ approvals }) => approvals.map(({ id }) => id)),
  );
  const items = offices.flatMap((office) => {
    const writes = writesOwn(me, office.staff, now);
    return office.approvals.flatMap((one): OwnQuestionnaire[] => {
      const body = bodies.get(one.id);
      if (!body) return [];
      const { status, round, step, steps } = one.state;
      return [
        {
          id: one.state.name,
          officeId: office.officeId,
          officeName: office.officeName,
          title: body.title,
          sections: askedOf(body).sections,
          status,
          round,
          step,
          waitsFor: status === 'waiting' ? sayAddressee(steps[step]!) : null,
          authorName: sayName(one.authorName),
          submittedAt: one.state.submittedAt.toISOString(),
          dueBy: one.dueBy?.toISOString() ?? null,
          decidedByName: one.decidedByName ? sayName(one.decidedByName) : null,
          reason: status === 'returned' ? one.words : null,
          maySubmit: writes && status !== 'waiting',
          mayDecide: deciders(one.state, office.staff).includes(me),
          mayOpen: writes && status === 'approved',
        },
      ];
    });
  });
  return {
    now: now.toISOString(),
    items,
    offices: offices.map(({ officeId, officeName, staff }) => ({
      id: officeId,
      name: officeName,
      mayWrite: writesOwn(me, staff, now),
      mayOpenCompanys: holdersOf('quality', staff).includes(me),
    })),
    bank: bankAt(now, ctx.questionnaires),
  };
}

/**
 * S8: the service centre hands in a questionnaire of its own, or its next version; nobody is asked by it before both have agreed.
 * @throws Problem `seen/not-found`, `approval/not-yours`, `approval/decided` while one waits, `request/invalid` naming the question, `request/key-reused`
 */
export async function submitQuestionnaire(ctx: Ctx, input: OwnDraft & { officeId: string; questionnaireId?: string | undefined }) {
  const answer = await orChanged(
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const { officeId } = input;
      const office = await readOfficeToWriteFor(tx, ctx.viewer, officeId, now);
      if (!office) throw new Problem('seen/not-found');
      const fresh = input.questionnaireId ?? ctx.newId();
      const known = await madeBefore(ctx, tx, { officeId, route: 'submitQuestionnaire', subject: fresh });
      const name = known ?? fresh;
      const before = await approvalOf(ctx, tx, officeId, { document: DOCUMENT, name });
      if (before && known !== null) return { id: name, status: before.state.status, round: before.state.round };
      if (!before && input.questionnaireId !== undefined) throw new Problem('seen/not-found');
      const body = composeOwn(input, now, ctx.questionnaires);
      const version = { document: DOCUMENT, name, writtenOn: isoDay(now), words: sayQuestionnaire(body), approvalId: name } as const;
      const { approvalId, state } = await handInVersion(ctx, tx, office, before, version);
      const { round, status } = state;
      await insertQuestionnaire(tx, ctx.viewer, { officeId, approvalId, round, body });
      return { id: name, status, round };
    }),
  );
  workLater(ctx);
  return answer;
}
