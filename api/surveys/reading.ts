import { lookAtErrand, readErrandHistory } from '../../db/queries/errands.ts';
import { readSurveyOfColleague } from '../../db/queries/needs.ts';
import { readOpenContacts } from '../../db/queries/survey-contacts.ts';
import { readSurveyBuildings } from '../../db/queries/survey-paper.ts';
import { readTallies, type Tallies as SurveyTallies, type Tally } from '../../db/queries/survey-tallies.ts';
import {
  countAnswers,
  countByBuilding,
  countReturned,
  listSurveysOfHomes,
  listWords,
  readSurveyByKey,
  readSurveyOfHomes,
  type SurveyOfHome,
} from '../../db/queries/surveys.ts';
import type { QuestionView, SurveyLine, SurveyResults } from '../../shared/contract/surveys.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { shareOf } from '../../shared/kernel/sampling.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { sayMoment } from '../../shared/kernel/time.ts';
import { sayNeedsStanding } from '../../shared/surveys/needs.ts';
import { tooLateOf } from '../../shared/surveys/paper.ts';
import { monthBefore, sayMonth, sayUsedWithin, surveyKey } from '../../shared/surveys/periods.ts';
import { type Question, type Questionnaire, questionsOf, SATISFACTION, sayField, wordsCodesOf } from '../../shared/surveys/questionnaires.ts';
import { gradedIn, gradesOf, ratesIn } from '../../shared/surveys/rates.ts';
import { goesUp, rowOfSurvey } from '../../shared/surveys/rows.ts';
import { type Heard, LEAST_SHOWN, satisfactionRate, shownCells, shownGrades, together } from '../../shared/surveys/statistics.ts';
import { isTaking, mostOf, samplePercent, saySurveyStanding, surveyFacts } from '../../shared/surveys/survey.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { iso } from '../tickets/card-view.ts';
import { choicesIn } from './choices.ts';
import { editionFor, mayCall, titleOf } from './edition.ts';
import { frameOf, usersOf } from './frame.ts';

function standOf({ state, answered }: Pick<SurveyOfHome, 'state' | 'answered'>, now: Date): SurveyLine['stand'] {
  if (surveyFacts(state).analysed) return 'published';
  if (answered) return 'answered';
  return isTaking(state, now) ? 'open' : 'over';
}

const SAYS: Record<SurveyLine['stand'], (closes: string) => string> = {
  open: (closes) => `${closes} 截止，一户答一份`,
  answered: () => '这一户答过了，谢谢您',
  over: () => '已经截止，结果出来以后在这里看',
  published: () => '结果公布了',
};

type Contacts = Awaited<ReturnType<typeof readOpenContacts>>;

/** What these homes have asked for after these surveys, as far as the viewer may see it. */
const contactsOf = (ctx: Ctx, found: readonly SurveyOfHome[]): Promise<Contacts> =>
  readOpenContacts(
    ctx.db,
    ctx.viewer,
    found.filter(({ answered }) => answered).map(({ id, homeId }) => ({ surveyId: id, homeId })),
  );

const contactIn = (contacts: Contacts, { id, homeId }: Pick<SurveyOfHome, 'id' | 'homeId'>): string | null =>
  contacts.find((one) => one.surveyId === id && one.homeId === homeId)?.ticketId ?? null;

function lineOf(found: SurveyOfHome, contacts: Contacts, now: Date): SurveyLine {
  const { closesAt } = surveyFacts(found.state);
  const stand = standOf(found, now);
  const contact = contactIn(contacts, found);
  return {
    id: found.id,
    title: titleOf(found.state),
    officeName: found.officeName,
    homeId: found.homeId,
    homeLabel: found.homeLabel,
    stand,
    says: SAYS[stand](closesAt ? sayMoment(new Date(closesAt), now) : ''),
    closesAt: closesAt ?? null,
    contact,
    mayAsk: stand === 'answered' && contact === null && isTaking(found.state, now),
  };
}

/** The surveys that went to the homes one lives in, newest first (S1). */
export async function surveys(ctx: Ctx, { after }: { after?: string | undefined }) {
  const now = ctx.clock();
  const found = await listSurveysOfHomes(ctx.db, ctx.viewer, idCursor(after));
  const contacts = await contactsOf(ctx, found);
  return {
    now: iso(now),
    ...pageOf(
      found,
      (one) => one.id,
      (one) => lineOf(one, contacts, now),
    ),
  };
}

const optionsIn = (options: Readonly<Record<string, string>>) => Object.entries(options).map(([code, label]) => ({ code, label }));

const questionOf = (question: Question): QuestionView => ({
  code: question.code,
  kind: question.kind,
  text: question.text,
  options:
    question.kind === 'single' || question.kind === 'multiple'
      ? optionsIn(question.options)
      : question.kind === 'matrix'
        ? optionsIn(question.lines)
        : [],
  most: question.kind === 'words' ? question.most : null,
  showIf: question.showIf ? { code: question.showIf.code, among: [...question.showIf.among] } : null,
  folded: question.folded === true,
});

/** What an edition asks, and the grades to choose from. */
export const askedOf = (edition: Questionnaire) => ({
  grades: Object.entries(SATISFACTION)
    .map(([code, label]) => ({ code, label }))
    .sort((a, b) => Number(b.code) - Number(a.code)),
  sections: edition.sections.map(({ field, questions }) => ({ field, label: sayField(field), questions: questions.map(questionOf) })),
});

/** One survey as it is answered. @throws Problem `seen/not-found` where it went to none of one's homes */
export async function survey(ctx: Ctx, { id }: { id: string }) {
  const now = ctx.clock();
  const homes = await readSurveyOfHomes(ctx.db, ctx.viewer, id);
  const [first] = homes;
  if (!first) throw new Problem('seen/not-found');
  const { edition, closesAt } = surveyFacts(first.state);
  const contacts = await contactsOf(ctx, homes);
  return {
    now: iso(now),
    id,
    title: titleOf(first.state),
    officeName: first.officeName,
    edition,
    closesAt: closesAt ?? null,
    homes: homes.map(({ homeId, homeLabel, answered }) => ({ id: homeId, label: homeLabel, answered, contact: contactIn(contacts, { id, homeId }) })),
    open: isTaking(first.state, now),
    ...askedOf(await editionFor(ctx, ctx.db, ctx.viewer, first.state)),
  };
}

/** A survey to whoever may read its results: a colleague of it once it is closed, a household it went to, or a colleague it asked, once it is published. */
export async function readable(ctx: Ctx, id: string): Promise<{ state: ErrandState; officeId: string; officeName: string; asStaff: boolean }> {
  const now = ctx.clock();
  const file = await lookAtErrand(ctx.db, ctx.viewer, id, now);
  if (file && (file.state.kind === 'survey' || file.state.kind === 'needs')) {
    if (file.state.happened.collected === undefined) throw new Problem('surveys/not-yet');
    return { ...file, asStaff: true };
  }
  const asked = (await readSurveyOfHomes(ctx.db, ctx.viewer, id))[0] ?? (await readSurveyOfColleague(ctx.db, ctx.viewer, id));
  if (!asked) throw new Problem('seen/not-found');
  if (!surveyFacts(asked.state).analysed) throw new Problem('surveys/not-yet');
  return { ...asked, asStaff: false };
}

type Tallies = readonly Tally[];

/** What the unsatisfied named, most named first, null where they were not asked; what hardly anybody named is left out, so that nobody is told by it. */
function whyOf(edition: Questionnaire, tallies: Tallies, code: string): { label: string; count: number }[] | null {
  const question = questionsOf(edition).find((one) => one.showIf?.code === code && one.kind === 'multiple');
  if (question?.kind !== 'multiple') return null;
  return tallies
    .filter((one) => one.code === question.code && one.count >= LEAST_SHOWN)
    .sort((a, b) => b.count - a.count)
    .map(({ value, count }) => ({ label: question.options[value] ?? value, count }));
}

/** How satisfied each building is, as far as it can be shown without telling who answered. */
async function buildingsOf(
  ctx: Ctx,
  survey: { id: string; officeId: string },
  edition: Questionnaire,
  counted: SurveyTallies,
): Promise<Pick<SurveyResults, 'buildings' | 'hidden'>> {
  const codes = gradedIn(edition).map(({ code }) => code);
  if (codes.length === 0) return { buildings: [], hidden: 0 };
  const counts = await countByBuilding(ctx.db, ctx.viewer, survey.id, codes);
  const heard = (await readSurveyBuildings(ctx.db, ctx.viewer, survey)).filter(({ homes, left }) => left < homes);
  const cells = counts.map(({ building, count }) => ({ name: building === null ? '' : String(building), count }));
  const shown = shownCells(cells, LEAST_SHOWN).filter((name) => name !== '');
  const buildings = [];
  for (const name of shown) {
    const tallies = counted.ofBuilding(Number(name));
    const { valid, percent } = satisfactionRate(together(codes.map((code) => gradesOf(tallies, code))));
    buildings.push({ name: `${name}栋`, valid, percent });
  }
  return { buildings, hidden: heard.length - shown.length };
}

/** What a survey's own edition came to: what was published of it then. */
async function ratesOf(ctx: Ctx, { id, state }: Pick<SurveyOfHome, 'id' | 'state'>) {
  const edition = await editionFor(ctx, ctx.db, ctx.viewer, state);
  return ratesIn(edition, (await readTallies(ctx.db, ctx.viewer, { id, words: wordsCodesOf(edition) })).whole);
}

/** How satisfied people are with each field, and on the whole, beside the survey before: the same code is the same question, whichever edition asked it. */
function fieldsIn(
  edition: Questionnaire,
  { tallies, before, homes }: { tallies: Tallies; before: ReturnType<typeof ratesIn> | null; homes: Heard },
): Pick<SurveyResults, 'whole' | 'fields'> {
  const rates = ratesIn(edition, tallies, homes);
  return {
    whole: { ...rates.whole, before: before?.whole.percent ?? null },
    fields: gradedIn(edition).map(({ code, label }) => ({
      code,
      label,
      ...rates.of(code),
      before: before?.of(code).percent ?? null,
      grades: rates.of(code).percent === null ? [] : shownGrades(gradesOf(tallies, code), LEAST_SHOWN).map(({ label, count }) => ({ label, count })),
      why: whyOf(edition, tallies, code),
    })),
  };
}

const sayStanding = (state: ErrandState, now: Date): string =>
  (state.kind === 'needs' ? sayNeedsStanding : saySurveyStanding)(state, (at) => sayMoment(at, now));

/** What a survey came to, beside the one before it. @throws Problem `seen/not-found`, `surveys/not-yet` */
export async function surveyResults(ctx: Ctx, { id }: { id: string }) {
  const now = ctx.clock();
  const found = await readable(ctx, id);
  const facts = surveyFacts(found.state);
  const edition = await editionFor(ctx, ctx.db, ctx.viewer, found.state);
  const issued = facts.issued ?? 0;
  const counted = await readTallies(ctx.db, ctx.viewer, { id, words: wordsCodesOf(edition) });
  const row = rowOfSurvey(facts.survey);
  const earlierMonth = monthBefore(row, facts.month);
  const earlier = earlierMonth && (await readSurveyByKey(ctx.db, ctx.viewer, found.officeId, surveyKey(facts.survey, { month: earlierMonth })));
  const before = earlier ? await ratesOf(ctx, earlier) : null;
  const homes = { of: facts.homes ?? issued, asked: facts.returned ?? 0 };
  const analysis = await analysisOf(ctx, { id, officeId: found.officeId });
  return {
    now: iso(now),
    id,
    title: titleOf(found.state),
    officeName: found.officeName,
    says: found.asStaff ? sayStanding(found.state, now) : '结果公布了',
    unit: found.state.kind === 'needs' ? ('人' as const) : ('户' as const),
    issued,
    returned: facts.returned ?? 0,
    least: facts.least ?? 0,
    tooLate: tooLateOf(found.state),
    below: facts.below === true,
    ...fieldsIn(edition, { tallies: counted.whole, before, homes }),
    ...(await buildingsOf(ctx, { id, officeId: found.officeId }, edition, counted)),
    choices: choicesIn(edition, counted.whole),
    leastShown: LEAST_SHOWN,
    analysis,
    lettered: facts.lettered === true,
    beforeLabel: earlier ? sayMonth(row, earlierMonth!) : null,
  };
}

/** The analysis as it stands written; null where nobody has written it yet. */
async function analysisOf(ctx: Ctx, errand: { id: string; officeId: string }): Promise<string | null> {
  const history = await readErrandHistory(ctx.db, ctx.viewer, errand);
  return history.find(({ did }) => did === 'analysed' || did === 'concluded')?.words ?? null;
}

const sayTooFew = (unit: string) => `答的不到 ${LEAST_SHOWN} ${unit}，写的话不给看，免得认出是谁`;

/**
 * What households said in words, in no order; none of it where so few answered that one could tell who wrote it (Z4).
 * @throws Problem `seen/not-found`, `surveys/not-yet`, `surveys/staff-only`
 */
export async function surveyWords(ctx: Ctx, { id, after }: { id: string; after?: string | undefined }) {
  const found = await readable(ctx, id);
  if (!found.asStaff) throw new Problem('surveys/staff-only');
  const now = iso(ctx.clock());
  if ((await countAnswers(ctx.db, ctx.viewer, id)) < LEAST_SHOWN)
    return { now, items: [], next: null, withheld: sayTooFew(found.state.kind === 'needs' ? '人' : '户') };
  const lines = await listWords(ctx.db, ctx.viewer, {
    id,
    codes: wordsCodesOf(await editionFor(ctx, ctx.db, ctx.viewer, found.state)),
    after: idCursor(after),
  });
  return {
    now,
    withheld: null,
    ...pageOf(
      lines,
      (line) => line.id,
      ({ words }) => ({ words }),
    ),
  };
}

/** How a survey goes, for colleagues: to whom it went, how many came back; never what they said (S3). @throws Problem `seen/not-found` */
export async function surveyProgress(ctx: Ctx, { id }: { id: string }) {
  const now = ctx.clock();
  const file = await lookAtErrand(ctx.db, ctx.viewer, id, now);
  if (file?.state.kind !== 'survey') throw new Problem('seen/not-found');
  const facts = surveyFacts(file.state);
  const settings = settingsAt(file.settings, now);
  // Once it went out the frame stands in its facts.
  const frame = facts.homes === undefined ? await frameOf(ctx.db, ctx.viewer, file) : null;
  const used = usersOf(file.state);
  const homes = facts.homes ?? frame?.homes.length ?? 0;
  const percent = facts.percent ?? samplePercent(frame?.occupiedSince ?? null, settings, now);
  const most = facts.most ?? mostOf(file.state, settings);
  return {
    now: iso(now),
    title: titleOf(file.state),
    homes,
    issued: facts.issued ?? null,
    returned: facts.issued === undefined ? null : (facts.returned ?? (await countReturned(ctx.db, ctx.viewer, id))),
    least: facts.least ?? settings.surveyReturnPercent,
    samplePercent: percent,
    byPhone: rowOfSurvey(facts.survey).heldBy === 'quality',
    usedWhen: used && sayUsedWithin(used),
    tells: rowOfSurvey(facts.survey).endsWith === 'telling',
    goesUp: goesUp(file.state),
    mayCall: mayCall(ctx.viewer.id, file),
    most: most ?? null,
    sampleSize: most === undefined ? shareOf(homes, percent) : Math.min(homes, most),
    seed: facts.seed ?? null,
    coverage: facts.coverage ?? null,
    closesAt: facts.closesAt ?? null,
    reminded: facts.reminded ?? null,
  };
}
