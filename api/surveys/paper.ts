import type { Transaction } from '../../db/connect.ts';
import { type ErrandFile, lookAtErrand, readErrand } from '../../db/queries/errands.ts';
import { takeKey } from '../../db/queries/keys.ts';
import {
  holdAnswers,
  insertReplacement,
  insertSheet,
  insertTick,
  ownTickOf,
  readAskedHomes,
  readReplacements,
  readSheets,
  readStanding,
  readSurveyBuildings,
  takeTickBack,
  wasAsked,
} from '../../db/queries/survey-paper.ts';
import { queueStandInNews } from '../../db/queries/survey-telling.ts';
import type { SurveyHomeLine } from '../../shared/contract/survey-paper.ts';
import { relationsToErrand } from '../../shared/errands/relations.ts';
import { actionsFor, permit } from '../../shared/kernel/lifecycle.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem, refuseField, refuseReused } from '../../shared/kernel/problem.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { readAnswers } from '../../shared/surveys/answers.ts';
import {
  leftToTick,
  mayTakeBack,
  mayTick,
  mayType,
  nextInstead,
  type Sheets,
  SURVEY_PAPER_ROWS,
  type SurveyPaperAction,
} from '../../shared/surveys/paper.ts';
import { REPLACED_BECAUSE, type ReplacedBecause } from '../../shared/surveys/replaced.ts';
import { isEstates } from '../../shared/surveys/rows.ts';
import { isTaking, surveyFacts } from '../../shared/surveys/survey.ts';
import { type Ctx, transact } from '../context.ts';
import { workLater } from '../outbox/worker.ts';
import { iso } from '../tickets/card-view.ts';
import { editionFor, mayCall, titleOf } from './edition.ts';
import { askedOf } from './reading.ts';

const sheetsView = ({ state }: Pick<ErrandFile, 'state'>, { ticked, typed }: Pick<Sheets, 'ticked' | 'typed'>) => ({
  ticked,
  typed,
  missing: Math.max(0, ticked - typed),
  toTick: leftToTick(state, { ticked, typed }),
});

/** S12: of the company's own nobody of the estate it is about learns who was asked. @throws Problem `surveys/company-only` */
function refuseCompanys(ctx: Ctx, file: ErrandFile): void {
  if (!isEstates(file.state) && !mayCall(ctx.viewer.id, file)) throw new Problem('surveys/company-only');
}

/** A survey at hand for whoever may see it as a colleague. @throws Problem `seen/not-found`, `surveys/company-only` */
export async function lookAtSheets(ctx: Ctx, id: string): Promise<ErrandFile> {
  const file = await lookAtErrand(ctx.db, ctx.viewer, id, ctx.clock());
  if (file?.state.kind !== 'survey') throw new Problem('seen/not-found');
  refuseCompanys(ctx, file);
  return file;
}

/** One act with a survey's sheets: held, permitted, done; nobody else does anything of the kind with this survey meanwhile. */
const withSheets = <T>(ctx: Ctx, id: string, action: SurveyPaperAction, act: (tx: Transaction, file: ErrandFile) => Promise<T>): Promise<T> =>
  transact(ctx, async (tx) => {
    const now = ctx.clock();
    const file = await readErrand(tx, ctx.viewer, id, now);
    if (file?.state.kind !== 'survey') throw new Problem('seen/not-found');
    refuseCompanys(ctx, file);
    permit(SURVEY_PAPER_ROWS, action, file.state, relationsToErrand(ctx.viewer.id, file.state, file.staff), now);
    return act(tx, file);
  });

/** How a home stands, to this colleague: which of the others have a sheet on paper, only whoever ticked them knows (S3). */
const standOf = (me: string, home: { answered: boolean; tickedBy: string | null; tickedAt: Date | null }, now: Date): SurveyHomeLine['stand'] => {
  if (home.tickedBy === me && home.tickedAt) return isoDay(home.tickedAt) === isoDay(now) ? 'yours' : 'ticked';
  return home.answered ? 'answered' : 'open';
};

/** How far the sheets on paper are, and which homes stand in for which (S3, Z5). @throws Problem `seen/not-found`, `surveys/company-only` */
export async function surveyPaper(ctx: Ctx, { id }: { id: string }) {
  const now = ctx.clock();
  const file = await lookAtSheets(ctx, id);
  const sheets = await readSheets(ctx.db, ctx.viewer, file);
  const actions = actionsFor(SURVEY_PAPER_ROWS, file.state, relationsToErrand(ctx.viewer.id, file.state, file.staff), now).map(
    ({ action }) => action,
  );
  const replaced = await readReplacements(ctx.db, ctx.viewer, file);
  return {
    now: iso(now),
    title: titleOf(file.state),
    officeName: file.officeName,
    closesAt: surveyFacts(file.state).closesAt ?? null,
    ...sheetsView(file, sheets),
    actions: isTaking(file.state, now) ? actions : actions.filter((action) => action === 'typeSheet'),
    part: sheets.iTicked ? ('ticks' as const) : sheets.iTyped > 0 ? ('types' as const) : null,
    buildings: await readSurveyBuildings(ctx.db, ctx.viewer, file),
    replaced: replaced.map((one) => ({ ...one, reason: REPLACED_BECAUSE[one.reason], at: iso(one.at), byName: sayName(one.byName) })),
  };
}

/** The homes of a building a survey went to, door by door, and which of them are counted (S3). @throws Problem as `surveyPaper` */
export async function surveyHomes(ctx: Ctx, { id, building }: { id: string; building: number }) {
  const now = ctx.clock();
  const homes = await readAskedHomes(ctx.db, ctx.viewer, await lookAtSheets(ctx, id), building);
  return { now: iso(now), items: homes.map((home) => ({ id: home.id, label: home.label, stand: standOf(ctx.viewer.id, home, now) })) };
}

/** What a sheet asks, to be typed or printed. @throws Problem as `surveyPaper` */
export async function surveySheet(ctx: Ctx, { id }: { id: string }) {
  const file = await lookAtSheets(ctx, id);
  const { edition, closesAt, coverage } = surveyFacts(file.state);
  const buildings = await readSurveyBuildings(ctx.db, ctx.viewer, file);
  return {
    now: iso(ctx.clock()),
    id,
    title: titleOf(file.state),
    officeName: file.officeName,
    hotline: ctx.viewer.hotline ?? '',
    edition,
    closesAt: closesAt ?? null,
    sampled: coverage === 'sample',
    buildings: buildings.map(({ building }) => building),
    ...askedOf(await editionFor(ctx, ctx.db, ctx.viewer, file.state)),
  };
}

/**
 * S3: a home's sheet came back, and the home is counted: once, whichever way it answered.
 * @throws Problem `seen/not-found` also for a home it did not go to, `surveys/company-only`, `ticket/not-yours`, `ticket/action-refused`, `surveys/closed`, `surveys/two-people`
 */
export const tickSheet = (ctx: Ctx, { id, homeId }: { id: string; homeId: string }) =>
  withSheets(ctx, id, 'tickSheet', async (tx, file) => {
    const now = ctx.clock();
    mayTick(file.state, await readSheets(tx, ctx.viewer, file), now);
    if (!(await wasAsked(tx, ctx.viewer, file, homeId))) throw new Problem('seen/not-found');
    const isNew = await insertTick(tx, ctx.viewer, file, { id: ctx.newId(), homeId, at: now, day: isoDay(now) });
    return { ...sheetsView(file, await readSheets(tx, ctx.viewer, file)), already: !isNew };
  });

/** S3: it was the wrong home. @throws Problem as `tickSheet`, `surveys/not-your-tick`, `surveys/tick-stays` */
export const takeBackTick = (ctx: Ctx, { id, homeId }: { id: string; homeId: string }) =>
  withSheets(ctx, id, 'takeBackTick', async (tx, file) => {
    const now = ctx.clock();
    const tickedAt = await ownTickOf(tx, ctx.viewer, file, homeId);
    mayTakeBack(file.state, tickedAt, await readSheets(tx, ctx.viewer, file), now);
    await takeTickBack(tx, ctx.viewer, file, homeId, now);
    return sheetsView(file, await readSheets(tx, ctx.viewer, file));
  });

/**
 * Whether this tap was counted already. The key says nothing of what was typed: a digest of a sheet would find it again among the answers.
 * @throws Problem `request/key-reused`
 */
async function isTypedAlready(ctx: Ctx, tx: Transaction, file: ErrandFile): Promise<boolean> {
  if (!ctx.key) return false;
  const known = await takeKey(tx, {
    officeId: file.officeId,
    personId: ctx.viewer.id,
    route: 'errand typeSheet',
    key: ctx.key.key,
    digest: '',
    subject: file.id,
    at: ctx.clock(),
  });
  if (known && known.subject !== file.id) throw refuseReused();
  return known !== null;
}

/**
 * S3: a sheet is typed by somebody who ticked none, without its home; it lies among all the others' answers.
 * @throws Problem `seen/not-found`, `surveys/company-only`, `ticket/not-yours`, `ticket/action-refused`, `surveys/two-people`, `surveys/none-left`, `surveys/too-few-ticked`,
 * `surveys/other-edition`, `request/invalid` naming the question
 */
export const typeSheet = (
  ctx: Ctx,
  { id, edition, building, answers }: { id: string; edition: string; building: number | null; answers: Record<string, unknown> },
) =>
  withSheets(ctx, id, 'typeSheet', async (tx, file) => {
    if (await isTypedAlready(ctx, tx, file)) return sheetsView(file, await readSheets(tx, ctx.viewer, file));
    const facts = surveyFacts(file.state);
    const asked = await editionFor(ctx, tx, ctx.viewer, file.state);
    if (edition !== facts.edition) throw new Problem('surveys/other-edition');
    const given = readAnswers(asked, answers);
    const buildings = building === null ? [] : await readSurveyBuildings(tx, ctx.viewer, file);
    if (building !== null && !buildings.some((one) => one.building === building))
      throw refuseField('building', '这一栋没有发过，请看看纸表上写的楼栋');
    mayType(file.state, await readSheets(tx, ctx.viewer, file));
    await insertSheet(tx, ctx.viewer, file, { answers: given, building, day: isoDay(ctx.clock()) });
    return sheetsView(file, await readSheets(tx, ctx.viewer, file));
  });

/**
 * Z5: a home of the sample that is vacant or moved out is replaced by the next that was drawn; whoever lives there is told as the first were.
 * @throws Problem as `tickSheet`, `surveys/counted` where it has answered, `surveys/nobody-left`
 */
export async function replaceHome(ctx: Ctx, { id, homeId, reason }: { id: string; homeId: string; reason: ReplacedBecause }) {
  const done = await withSheets(ctx, id, 'replaceHome', async (tx, file) => {
    const now = ctx.clock();
    if (!isTaking(file.state, now)) throw new Problem('surveys/closed');
    await holdAnswers(tx, ctx.viewer, id);
    const homes = await readStanding(tx, ctx.viewer, file);
    const gone = homes.find((home) => home.homeId === homeId && home.drawn);
    if (!gone) throw new Problem('seen/not-found');
    if (gone.answered) throw new Problem('surveys/counted');
    const next = nextInstead(homes, gone.building);
    if (!next) throw new Problem('surveys/nobody-left');
    await insertReplacement(tx, ctx.viewer, file, { homeId, insteadId: next.homeId, reason, at: now });
    await queueStandInNews(tx, ctx.viewer, { id, officeId: file.officeId, homeId: next.homeId, at: now, jobId: ctx.newId() });
    return { label: homes.find((home) => home.homeId === next.homeId)!.label };
  });
  workLater(ctx);
  return done;
}
