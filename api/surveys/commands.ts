import { insertAnswers, insertSurveyHomes, keepSurveyOpen, moveAnswers, readSurveyOfHomes } from '../../db/queries/surveys.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { readAnswers } from '../../shared/surveys/answers.ts';
import { goesOn, goesUp } from '../../shared/surveys/rows.ts';
import {
  type Coverage,
  decideAnalysis,
  decideIssue,
  isTaking,
  mostOf,
  samplePercent,
  surveyFacts,
  withProviders,
} from '../../shared/surveys/survey.ts';
import { decideTelling, type ToldBy } from '../../shared/surveys/telling.ts';
import { type Ctx, drawSeed, transact } from '../context.ts';
import { actOn, written } from '../errands/act.ts';
import { editionFor } from './edition.ts';
import { frameOf } from './frame.ts';
import { countFrequent } from './frequent.ts';
import { anonymousWords } from './words.ts';

/**
 * S1, S8: a household's answers, once. Its transaction writes that the home took part, and beside it what it answered, and nothing else: no event, no key, no message, no
 * limit, so that nothing tells who answered what. A retry is told that it is counted.
 * @throws Problem `seen/not-found` for a survey that did not go to this home, `surveys/closed`, `surveys/other-edition`, `request/invalid` naming the question
 */
export async function answerSurvey(
  ctx: Ctx,
  { id, homeId, edition, answers }: { id: string; homeId: string; edition: string; answers: Record<string, unknown> },
) {
  const already = await transact(ctx, async (tx) => {
    await keepSurveyOpen(tx, ctx.viewer, id);
    const now = ctx.clock();
    const found = (await readSurveyOfHomes(tx, ctx.viewer, id)).find((one) => one.homeId === homeId);
    if (!found) throw new Problem('seen/not-found');
    const facts = surveyFacts(found.state);
    const asked = await editionFor(ctx, tx, ctx.viewer, found.state);
    if (edition !== facts.edition) throw new Problem('surveys/other-edition');
    const given = readAnswers(asked, answers);
    if (found.answered) return true;
    if (!isTaking(found.state, now)) throw new Problem('surveys/closed');
    return !(await insertAnswers(tx, ctx.viewer, found, { answers: given, day: isoDay(now) }));
  });
  return { counted: true as const, already };
}

/** S2: to all homes of the estate, or to a part drawn at random; of special services drawn from those who used one (S10). @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, `request/invalid` for an estate without homes */
export const issueSurvey = (ctx: Ctx, { id, coverage }: { id: string; coverage: Coverage }) =>
  actOn(
    ctx,
    id,
    () => 'issueSurvey',
    async (file, tx) => {
      const now = ctx.clock();
      const settings = settingsAt(file.settings, now);
      const { homes, occupiedSince, providers } = await frameOf(tx, ctx.viewer, file);
      const { decision, lines } = decideIssue(
        coverage,
        homes,
        drawSeed(ctx),
        samplePercent(occupiedSince, settings, now),
        settings,
        now,
        mostOf(file.state, settings),
      );
      await insertSurveyHomes(tx, ctx.viewer, file, lines);
      return withProviders(decision, providers);
    },
  );

/** S4, S12, S10: what came out and what follows from it; from here on the households read it. @throws Problem as `issueSurvey` */
export const analyseSurvey = (ctx: Ctx, { id, words, serious }: { id: string; words: string; serious: boolean }) =>
  actOn(
    ctx,
    id,
    ({ state }) => (goesOn(state) ? 'analyseSurvey' : 'concludeSurvey'),
    async (file, tx) => {
      // What was typed since it closed counts too, as far as it tells of nobody; from here on nothing is typed.
      const tooLate = await moveAnswers(tx, ctx.viewer, [file.id]);
      const late = tooLate > 0 ? { tooLate } : {};
      const settings = settingsAt(file.settings, ctx.clock());
      const frequent = goesUp(file.state) ? await countFrequent(ctx, tx, ctx.viewer, file, settings) : 0;
      const said = [written(file, words), ...(await anonymousWords(ctx, tx, file, goesUp(file.state) && (serious || frequent > 0)))];
      if (!goesUp(file.state)) return { did: goesOn(file.state) ? 'analysed' : 'concluded', facts: { of: { analysed: true, ...late } }, said };
      const { did, facts } = decideAnalysis(file.state, { isSerious: serious, frequent }, settings);
      return { did, facts: { ...facts, of: { ...facts.of, ...late } }, said };
    },
  );

/** S6: the table and the analysis go to the quality department. @throws Problem as `issueSurvey` */
export const sendSurveyUp = (ctx: Ctx, { id }: { id: string }) =>
  actOn(
    ctx,
    id,
    () => 'sendSurveyUp',
    () => ({ did: 'sent_up', facts: { of: { sentUp: true } } }),
  );

/** S6: the management representative has reviewed it. @throws Problem as `issueSurvey` */
export const reviewSurvey = (ctx: Ctx, { id, words }: { id: string; words: string }) =>
  actOn(
    ctx,
    id,
    () => 'reviewSurvey',
    (file) => ({ did: 'reviewed', facts: {}, said: [written(file, words)] }),
  );

/** S10: one of the outside providers was told what came out; what was said and agreed on is kept. @throws Problem as `issueSurvey`, `request/invalid` for one who did not serve its homes */
export const tellProvider = (ctx: Ctx, { id, providerId, how, words }: { id: string; providerId: string; how: ToldBy; words: string }) =>
  actOn(
    ctx,
    id,
    () => 'tellProvider',
    (file) => ({ ...decideTelling(file.state, providerId, how, ctx.clock()), said: [written(file, words)] }),
  );
