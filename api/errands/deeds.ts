import { type CheckedHow, decideFails, decideHolds } from '../../shared/surveys/deeds.ts';
import type { Ctx } from '../context.ts';
import { actOn, written } from './act.ts';

interface Check {
  id: string;
  how: CheckedHow;
  asked: number;
  words: string;
}

/** S7: the residents who were asked are satisfied. @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused` */
export const deedHolds = (ctx: Ctx, input: Check) =>
  actOn(
    ctx,
    input.id,
    () => 'deedHolds',
    (file) => ({ ...decideHolds(input), said: [written(file, input.words)] }),
  );

/** S7: some are not, and it is done again. @throws Problem as `deedHolds`, `request/invalid` */
export const deedFails = (ctx: Ctx, input: Check & { unhappy: number; answerBy: string }) =>
  actOn(
    ctx,
    input.id,
    () => 'deedFails',
    (file) => ({ ...decideFails({ ...input, answerBy: new Date(input.answerBy) }, ctx.clock()), said: [written(file, input.words)] }),
  );
