import type { Tx } from '../../db/connect.ts';
import { lookAtErrand } from '../../db/queries/errands.ts';
import { holdNumbersOfHome, insertReveal } from '../../db/queries/reveals.ts';
import { insertSurveyTry, readCallLines } from '../../db/queries/survey-calls.ts';
import { insertAnswers, keepSurveyOpen } from '../../db/queries/surveys.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay, minutesAfter } from '../../shared/kernel/time.ts';
import { readAnswers } from '../../shared/surveys/answers.ts';
import { type CallLine, homesToCall, isOutOfReach } from '../../shared/surveys/calls.ts';
import { isTaking, surveyFacts } from '../../shared/surveys/survey.ts';
import { ONE_LOOK_MINUTES } from '../../shared/tickets/reveals.ts';
import { missingTries } from '../../shared/visits/decide.ts';
import { type Ctx, transact } from '../context.ts';
import { iso } from '../tickets/card-view.ts';
import { editionFor, mayCall, titleOf } from './edition.ts';
import { askedOf } from './reading.ts';

/** So many homes are listed at once; of those who wait, the first. */
const MOST_LISTED = 100;

/**
 * A survey of the company's and the homes it is asked of by phone, to the quality department; never to whoever works at the estate it is about.
 * @throws Problem `seen/not-found`, `surveys/company-only`
 */
async function calling(ctx: Ctx, tx: Tx, id: string) {
  const now = ctx.clock();
  const file = await lookAtErrand(tx, ctx.viewer, id, now);
  if (file?.state.kind !== 'survey') throw new Problem('seen/not-found');
  if (!mayCall(ctx.viewer.id, file)) throw new Problem('surveys/company-only');
  const settings = settingsAt(file.settings, now);
  const lines = homesToCall(await readCallLines(tx, ctx.viewer, id), settings);
  return { file, settings, lines, now };
}

const lineOf = (lines: readonly CallLine[], homeId: string): CallLine => {
  const line = lines.find((one) => one.homeId === homeId);
  if (!line) throw new Problem('seen/not-found');
  return line;
};

/** S12: whom the quality department calls, and what it asks. @throws Problem as `calling` */
export async function surveyCalls(ctx: Ctx, { id }: { id: string }) {
  const { file, settings, lines, now } = await calling(ctx, ctx.db, id);
  const { edition, closesAt } = surveyFacts(file.state);
  const standOf = (line: CallLine) => (line.answered ? 'answered' : isOutOfReach(line, settings) ? 'out_of_reach' : 'waiting');
  const homes = lines.map((line) => ({
    homeId: line.homeId,
    label: line.label,
    stand: standOf(line) as 'answered' | 'out_of_reach' | 'waiting',
    standsIn: !line.drawn,
    tries: line.tries.length,
  }));
  const count = (stand: string) => homes.filter((one) => one.stand === stand).length;
  const waitsFirst = [...homes.filter(({ stand }) => stand === 'waiting'), ...homes.filter(({ stand }) => stand !== 'waiting')];
  return {
    now: iso(now),
    title: titleOf(file.state),
    officeName: file.officeName,
    edition,
    open: isTaking(file.state, now),
    closesAt: closesAt ?? null,
    waiting: count('waiting'),
    answered: count('answered'),
    outOfReach: count('out_of_reach'),
    homes: waitsFirst.slice(0, MOST_LISTED),
    ...askedOf(await editionFor(ctx, ctx.db, ctx.viewer, file.state)),
  };
}

/**
 * S12: what a household answered on the phone. Written as if it had answered itself: that the home took part, and beside it what it answered; nothing of who asked.
 * @throws Problem as `calling`, `surveys/other-edition`, `surveys/closed`, `request/invalid` naming the question
 */
export async function answerByPhone(
  ctx: Ctx,
  { id, homeId, edition, answers }: { id: string; homeId: string; edition: string; answers: Record<string, unknown> },
) {
  const already = await transact(ctx, async (tx) => {
    await keepSurveyOpen(tx, ctx.viewer, id);
    const { file, lines, now } = await calling(ctx, tx, id);
    const line = lineOf(lines, homeId);
    if (edition !== surveyFacts(file.state).edition) throw new Problem('surveys/other-edition');
    const given = readAnswers(await editionFor(ctx, tx, ctx.viewer, file.state), answers);
    if (line.answered) return true;
    if (!isTaking(file.state, now)) throw new Problem('surveys/closed');
    const home = { id, officeId: file.officeId, homeId, building: line.building };
    return !(await insertAnswers(tx, ctx.viewer, home, { answers: given, day: isoDay(now) }));
  });
  return { counted: true as const, already };
}

/**
 * S12, A1: the number of somebody of a home that waits to be asked, one at a time, to whoever calls it. The look is on the list before the number is told.
 * @throws Problem as `calling`, `surveys/closed`, `surveys/out-of-reach`, `number/not-known`
 */
export async function surveyCallNumber(ctx: Ctx, { id, homeId, nth }: { id: string; homeId: string; nth: number }) {
  return transact(ctx, async (tx) => {
    const { file, settings, lines, now } = await calling(ctx, tx, id);
    const line = lineOf(lines, homeId);
    if (line.answered || !isTaking(file.state, now)) throw new Problem('surveys/closed');
    if (isOutOfReach(line, settings)) throw new Problem('surveys/out-of-reach');
    const people = await holdNumbersOfHome(tx, ctx.viewer, { surveyId: id, homeId }, now);
    const whose = people[nth];
    const phone = whose?.cipher ? ctx.numbers.open(whose.cipher, whose.personId) : null;
    if (!whose || phone === null) throw new Problem('number/not-known', '这一户没有登记号码，记一次“没人接”，再打下一户');
    const look = {
      id: ctx.newId(),
      officeId: file.officeId,
      of: { surveyId: id, homeId },
      whose: whose.personId,
      reason: 'survey' as const,
      words: null,
      at: now,
    };
    await insertReveal(tx, ctx.viewer, look, minutesAfter(now, -ONE_LOOK_MINUTES));
    return { name: whose.name, phone, more: nth + 1 < people.length };
  });
}

/** Z13: nobody picked up; the server's clock says when. @throws Problem as `calling`, `surveys/closed` */
export async function trySurveyCall(ctx: Ctx, { id, homeId }: { id: string; homeId: string }) {
  return transact(ctx, async (tx) => {
    const { file, settings, lines, now } = await calling(ctx, tx, id);
    const line = lineOf(lines, homeId);
    if (line.answered || !isTaking(file.state, now)) throw new Problem('surveys/closed');
    await insertSurveyTry(tx, ctx.viewer, { officeId: file.officeId, surveyId: id, homeId, at: now });
    return { missing: missingTries([...line.tries, now], settings) };
  });
}
