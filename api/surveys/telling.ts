import { lookAtErrand, readErrandHistory } from '../../db/queries/errands.ts';
import { readProviders } from '../../db/queries/services.ts';
import type { SurveyTelling } from '../../shared/contract/surveys.ts';
import { relationsToErrand } from '../../shared/errands/relations.ts';
import { ERRAND_ROWS } from '../../shared/errands/rows.ts';
import { actionsFor } from '../../shared/kernel/lifecycle.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { sayUsedWithin } from '../../shared/surveys/periods.ts';
import { isToldProviders, rowOfSurvey } from '../../shared/surveys/rows.ts';
import { LEAST_SHOWN } from '../../shared/surveys/statistics.ts';
import { surveyFacts } from '../../shared/surveys/survey.ts';
import { sayForProviders } from '../../shared/surveys/telling.ts';
import type { Ctx } from '../context.ts';
import { iso } from '../tickets/card-view.ts';
import { usersOf } from './frame.ts';
import { surveyResults } from './reading.ts';

/**
 * S10: which outside providers are to be told what a survey came to, what they may be given, and who of them was told when; to colleagues. Nothing in it is of a home.
 * @throws Problem `seen/not-found`, also for a survey that tells nobody
 */
export async function surveyTelling(ctx: Ctx, { id }: { id: string }): Promise<SurveyTelling & { now: string }> {
  const now = ctx.clock();
  const file = await lookAtErrand(ctx.db, ctx.viewer, id, now);
  if (file?.state.kind !== 'survey') throw new Problem('seen/not-found');
  const { state } = file;
  const { survey, providers = [], rate, told = {}, analysed } = surveyFacts(state);
  if (rowOfSurvey(survey).endsWith !== 'telling') throw new Problem('seen/not-found', '这种调查不用告诉服务方');
  const isDue = analysed === true && isToldProviders(state);
  const names = await readProviders(ctx.db, ctx.viewer, [file.officeId]);
  const said = (await readErrandHistory(ctx.db, ctx.viewer, file)).filter(({ did }) => did === 'provider_told' || did === 'all_told');
  const toldOf = (provider: string) => {
    const [one, beside] = [told[provider], said.find(({ facts }) => facts.provider === provider)];
    return one ? { ...one, byName: sayName(beside?.byName ?? ''), words: beside?.words ?? '' } : null;
  };
  const relations = relationsToErrand(ctx.viewer.id, state, file.staff);
  return {
    now: iso(now),
    text: isDue ? sayForProviders(await surveyResults(ctx, { id }), sayUsedWithin(usersOf(state)!)) : null,
    why: state.happened.issued && providers.length === 0 ? 'nobody' : rate === null ? 'few' : null,
    leastShown: LEAST_SHOWN,
    mayTell: actionsFor(ERRAND_ROWS, state, relations, now).some(({ action }) => action === 'tellProvider'),
    providers: providers.map((provider) => ({
      id: provider,
      name: names.find((one) => one.id === provider)?.name ?? '',
      told: toldOf(provider),
    })),
  };
}
