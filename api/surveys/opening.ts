import type { Transaction } from '../../db/connect.ts';
import { readApproval, readOfficeToWriteFor } from '../../db/queries/approvals.ts';
import { holdSurveyKey } from '../../db/queries/questionnaires.ts';
import type { OfficeContext } from '../../db/queries/ticket-files.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { timeByHand } from '../../shared/surveys/periods.ts';
import { editionAt } from '../../shared/surveys/questionnaires.ts';
import { type OpenedByHand, rowOfSurvey } from '../../shared/surveys/rows.ts';
import { decideOpening } from '../../shared/surveys/survey.ts';
import { type Ctx, transact } from '../context.ts';
import { doneOf } from '../errands/act.ts';
import { begins, givenBefore } from '../errands/begin.ts';
import { record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { retryMoved } from '../tickets/command.ts';
import { writesOwn } from './questionnaires.ts';

interface Opening {
  officeId: string;
  survey: OpenedByHand;
  questionnaireId?: string | undefined;
}

/** What an estate's own survey asks: the version both have agreed to. @throws Problem `request/invalid`, `seen/not-found`, `surveys/not-approved` */
async function agreedTo(ctx: Ctx, tx: Transaction, { officeId, questionnaireId }: Opening) {
  if (questionnaireId === undefined) throw refuseField('questionnaireId', '请选用哪一份问卷');
  const file = await readApproval(tx, ctx.viewer, questionnaireId, ctx.clock());
  if (!file || file.officeId !== officeId || file.state.document !== 'questionnaire') throw new Problem('seen/not-found');
  if (file.state.status !== 'approved') throw new Problem('surveys/not-approved');
  return { edition: file.state.writtenOn, paper: { id: file.id, round: file.state.round } };
}

/** Who opens it, and whose it is from then on. @throws Problem `ticket/not-yours` */
function holderFor(ctx: Ctx, { survey }: Opening, { staff }: OfficeContext): string {
  const { heldBy } = rowOfSurvey(survey);
  const mayOpen = heldBy === 'quality' ? holdersOf('quality', staff).includes(ctx.viewer.id) : writesOwn(ctx.viewer.id, staff, ctx.clock());
  if (!mayOpen) throw new Problem('ticket/not-yours', heldBy === 'quality' ? '公司的调查由品质管理部来开' : '小区自己的调查由服务中心来开');
  const holder = heldBy === 'quality' ? ctx.viewer.id : holdersOf(heldBy, staff)[0];
  if (holder === undefined) throw new Problem('ticket/not-yours', '没有人可以负责这次调查');
  return holder;
}

/**
 * S8: opens a survey that does not come round by itself: the company's of a quarter or a year, or an estate's own with a questionnaire that was agreed to. It goes on like any other.
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `surveys/not-approved`, `surveys/opened-already`, `request/invalid`, `request/key-reused`
 */
export async function openSurvey(ctx: Ctx, input: Opening) {
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const office = await readOfficeToWriteFor(tx, ctx.viewer, input.officeId, now);
      if (!office) throw new Problem('seen/not-found');
      const id = ctx.newId();
      const before = await givenBefore(ctx, tx, { officeId: office.officeId, route: 'openSurvey', subject: id });
      if (before) return before;
      const row = rowOfSurvey(input.survey);
      const holder = holderFor(ctx, input, office);
      const asked =
        row.questionnaire === 'own' ? await agreedTo(ctx, tx, input) : { edition: editionAt(row.questionnaire, now, ctx.questionnaires).since };
      const decision = decideOpening(row, timeByHand(row, now), asked.edition, holder, 'paper' in asked ? asked.paper : undefined);
      if (await holdSurveyKey(tx, ctx.viewer, office.officeId, decision.facts.key)) throw new Problem('surveys/opened-already');
      const [made] = await record(ctx, tx, [begins(ctx, id, office, [decision], [])]);
      return doneOf(id, made!.story.state as ErrandState, made!.version);
    }),
  );
  workLater(ctx);
  return done;
}
