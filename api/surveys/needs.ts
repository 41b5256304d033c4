import type { Tx } from '../../db/connect.ts';
import { insertDocument, listDocuments, readDocumentOf } from '../../db/queries/company-documents.ts';
import { lookAtErrand } from '../../db/queries/errands.ts';
import {
  countColleagues,
  insertColleagueAnswers,
  insertSurveyColleagues,
  listSurveysOfColleague,
  readSurveyOfColleague,
  type SurveyOfColleague,
} from '../../db/queries/needs.ts';
import { readTallies } from '../../db/queries/survey-tallies.ts';
import { countReturned, keepSurveyOpen } from '../../db/queries/surveys.ts';
import type { CompanyDocument, NeedsSurveyLine } from '../../shared/contract/needs.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { type Settings, settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay, sayMoment } from '../../shared/kernel/time.ts';
import { readAnswers } from '../../shared/surveys/answers.ts';
import { frequentIn, type Named } from '../../shared/surveys/letter.ts';
import { decideAsking, decideDocument, type Got, isCommon } from '../../shared/surveys/needs.ts';
import { wordsCodesOf } from '../../shared/surveys/questionnaires.ts';
import { isTaking, surveyFacts } from '../../shared/surveys/survey.ts';
import { type Ctx, transact } from '../context.ts';
import { actOn, written } from '../errands/act.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { iso } from '../tickets/card-view.ts';
import { editionFor, titleOf } from './edition.ts';
import { leastNamed } from './frequent.ts';
import { askedOf } from './reading.ts';

/** @throws Problem `errands/staff-only` */
export function expectColleague({ viewer }: Ctx): void {
  if (viewer.appointments.length === 0) throw new Problem('errands/staff-only');
}

function standOf({ state, answered }: Pick<SurveyOfColleague, 'state' | 'answered'>, now: Date): NeedsSurveyLine['stand'] {
  if (surveyFacts(state).analysed) return 'published';
  if (answered) return 'answered';
  return isTaking(state, now) ? 'open' : 'over';
}

const SAYS: Record<NeedsSurveyLine['stand'], (closes: string) => string> = {
  open: (closes) => `${closes} 截止，一人答一份，不记名`,
  answered: () => '您答过了，谢谢',
  over: () => '已经截止，结果出来以后在这里看',
  published: () => '结果公布了',
};

/** The surveys of colleagues' needs that ask this one, newest first (S11). @throws Problem `errands/staff-only` */
export async function needsSurveys(ctx: Ctx, { after }: { after?: string | undefined }) {
  expectColleague(ctx);
  const now = ctx.clock();
  const found = await listSurveysOfColleague(ctx.db, ctx.viewer, idCursor(after));
  return {
    now: iso(now),
    ...pageOf(
      found,
      ({ id }) => id,
      (one): NeedsSurveyLine => {
        const { closesAt } = surveyFacts(one.state);
        const stand = standOf(one, now);
        return {
          id: one.id,
          title: titleOf(one.state),
          stand,
          says: SAYS[stand](closesAt ? sayMoment(new Date(closesAt), now) : ''),
          closesAt: closesAt ?? null,
        };
      },
    ),
  };
}

/** One of them as it is answered. @throws Problem `seen/not-found` where it does not ask them */
export async function needsSurvey(ctx: Ctx, { id }: { id: string }) {
  const now = ctx.clock();
  const found = await readSurveyOfColleague(ctx.db, ctx.viewer, id);
  if (!found) throw new Problem('seen/not-found');
  const { edition, closesAt } = surveyFacts(found.state);
  return {
    now: iso(now),
    id,
    title: titleOf(found.state),
    officeName: found.officeName,
    edition,
    closesAt: closesAt ?? null,
    answered: found.answered,
    open: isTaking(found.state, now),
    published: standOf(found, now) === 'published',
    ...askedOf(await editionFor(ctx, ctx.db, ctx.viewer, found.state)),
  };
}

/**
 * S11: a colleague's answers, once. Its transaction writes that they took part, and beside it what they answered, and nothing else, as a household's (S1).
 * @throws Problem `seen/not-found` for a survey that does not ask them, `surveys/closed`, `surveys/other-edition`, `request/invalid` naming the question
 */
export async function answerNeedsSurvey(ctx: Ctx, { id, edition, answers }: { id: string; edition: string; answers: Record<string, unknown> }) {
  const already = await transact(ctx, async (tx) => {
    await keepSurveyOpen(tx, ctx.viewer, id);
    const now = ctx.clock();
    const found = await readSurveyOfColleague(tx, ctx.viewer, id);
    if (!found) throw new Problem('seen/not-found');
    if (edition !== surveyFacts(found.state).edition) throw new Problem('surveys/other-edition');
    const given = readAnswers(await editionFor(ctx, tx, ctx.viewer, found.state), answers);
    if (found.answered) return true;
    if (!isTaking(found.state, now)) throw new Problem('surveys/closed');
    return !(await insertColleagueAnswers(tx, ctx.viewer, found, { answers: given, day: isoDay(now) }));
  });
  return { counted: true as const, already };
}

/** What so many colleagues named, most named first; of fewer than are shown anywhere nothing. */
async function commonIn(ctx: Ctx, tx: Tx, { id, state }: { id: string; state: ErrandState }, settings: Settings): Promise<Named[]> {
  const edition = await editionFor(ctx, tx, ctx.viewer, state);
  const { whole } = await readTallies(tx, ctx.viewer, { id, words: wordsCodesOf(edition) });
  return frequentIn(edition, whole, leastNamed(state, settings));
}

/** The figures as they stood when it was closed: what was common then is answered, whatever is set since. */
const settingsThen = (state: ErrandState, entries: Parameters<typeof settingsAt>[0], now: Date): Settings =>
  settingsAt(entries, state.happened.collected ?? now);

export const documentView = ({ id, title, words, gets, at, ofSurvey }: NonNullable<Awaited<ReturnType<typeof readDocumentOf>>>): CompanyDocument => ({
  id,
  title,
  words,
  gets,
  at: iso(at),
  answers: ofSurvey ? '员工需求普查' : '总裁信箱',
});

/** How it goes, to whoever keeps it and the company: how many came back, and once it is closed what many need (S11). @throws Problem `seen/not-found` */
export async function needsProgress(ctx: Ctx, { id }: { id: string }) {
  const now = ctx.clock();
  const file = await lookAtErrand(ctx.db, ctx.viewer, id, now);
  if (file?.state.kind !== 'needs') throw new Problem('seen/not-found');
  const facts = surveyFacts(file.state);
  const settings = settingsThen(file.state, file.settings, now);
  const isOver = file.state.happened.collected !== undefined;
  const document = await readDocumentOf(ctx.db, ctx.viewer, id);
  return {
    now: iso(now),
    title: titleOf(file.state),
    people: facts.homes ?? (await countColleagues(ctx.db, ctx.viewer, now)),
    issued: facts.issued ?? null,
    returned: facts.issued === undefined ? null : (facts.returned ?? (await countReturned(ctx.db, ctx.viewer, id))),
    closesAt: facts.closesAt ?? null,
    reminded: facts.reminded ?? null,
    least: settings.staffNeedPeople,
    common: isOver ? await commonIn(ctx, ctx.db, file, settings) : [],
    document: document && documentView(document),
  };
}

/** S11: to everybody who works in the company. @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused` */
export const issueNeeds = (ctx: Ctx, { id }: { id: string }) =>
  actOn(
    ctx,
    id,
    () => 'issueNeeds',
    async (file, tx) => {
      const now = ctx.clock();
      return decideAsking(await insertSurveyColleagues(tx, ctx.viewer, file, now), settingsAt(file.settings, now), now);
    },
  );

/** S11: what came out; whoever was asked reads it from here on. What is not common is over with it. @throws Problem as `issueNeeds` */
export const analyseNeeds = (ctx: Ctx, { id, words }: { id: string; words: string }) =>
  actOn(
    ctx,
    id,
    ({ state }) => (isCommon(state) ? 'analyseNeeds' : 'concludeNeeds'),
    (file) => ({ did: isCommon(file.state) ? 'analysed' : 'concluded', facts: { of: { analysed: true } }, said: [written(file, words)] }),
  );

/** S11: what is common is answered by a company document, which every colleague reads. @throws Problem as `issueNeeds`, `request/invalid` for a need left out */
export const answerNeeds = (ctx: Ctx, { id, title, words, gets }: { id: string; title: string; words: string; gets: Got[] }) =>
  actOn(
    ctx,
    id,
    () => 'answerNeeds',
    async (file, tx) => {
      const now = ctx.clock();
      const decided = decideDocument(await commonIn(ctx, tx, file, settingsThen(file.state, file.settings, now)), gets);
      await insertDocument(tx, ctx.viewer, file, { id: ctx.newId(), title, words, gets, at: now });
      return decided;
    },
  );

/** The documents the company answered needs by, newest first, to every colleague (S11). @throws Problem `errands/staff-only` */
export async function companyDocuments(ctx: Ctx, { after }: { after?: string | undefined }) {
  expectColleague(ctx);
  const found = await listDocuments(ctx.db, ctx.viewer, idCursor(after));
  return { now: iso(ctx.clock()), ...pageOf(found, ({ id }) => id, documentView) };
}
