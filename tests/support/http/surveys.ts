import { sql } from 'drizzle-orm';
import { sweep } from '../../../api/ledger/sweep.ts';
import { workOutbox } from '../../../api/outbox/worker.ts';
import { lookAfterSurveys } from '../../../api/surveys/caretaking.ts';
import { readErrandFiles } from '../../../db/queries/errands.ts';
import { countReturned } from '../../../db/queries/surveys.ts';
import { asSystem } from '../../../db/queries/viewer.ts';
import { outcomeOf } from '../../../shared/kernel/promises.ts';
import type { Survey } from '../../../shared/surveys/rows.ts';
import { surveyFacts } from '../../../shared/surveys/survey.ts';
import type { SurveyDeeds, SurveyQuestions } from '../survey-deeds.ts';
import { wallClock } from '../wall-clock.ts';
import type { World } from '../world.ts';
import { surveyPaperDeeds, surveyPaperQuestions } from './survey-paper.ts';
import type { Teller } from './teller.ts';

/** The newest survey of a name of 梧桐里, by its id and that of its office. */
export async function newestSurvey({ house }: World, of: Survey = 'half_year'): Promise<{ id: string; officeId: string } | null> {
  const [row] = await house.db.execute<{ id: string; office: string }>(
    sql`select t.id, t.office_id as office from errands t join offices o on o.id = t.office_id and o.letters = 'WT' where t.kind = 'survey' and t.facts->>'survey' = ${of} order by t.given_at desc limit 1`,
  );
  return row ? { id: row.id, officeId: row.office } : null;
}

export const surveyQuestions = (world: World): SurveyQuestions => ({
  ...surveyPaperQuestions(world),
  looksAfterSurveys: async () => {
    await lookAfterSurveys(world.house);
    await sweep(world.house);
    await workOutbox(world.house);
  },
  survey: async (of) => {
    const found = await newestSurvey(world, of);
    if (!found) return null;
    const [file] = await readErrandFiles(world.house.db, asSystem('sweep'), found.officeId, [found.id], world.now());
    const { month, homes, issued, returned, below, closesAt, reminded } = surveyFacts(file!.state);
    return {
      month,
      status: file!.state.status,
      homes: homes ?? 0,
      issued: issued ?? 0,
      returned: returned ?? (await countReturned(world.house.db, asSystem('sweep'), found.id)),
      below: below === true,
      reminded: reminded ?? null,
      closesAt: closesAt ? wallClock(new Date(closesAt)) : null,
      promises: file!.ledger.map((promise) => [promise.what, wallClock(promise.dueBy), outcomeOf(promise, world.now())]),
    };
  },
});

export const surveyDeeds = (teller: Teller): SurveyDeeds => {
  const { world, api, name } = teller;
  const id = async () => {
    const found = await newestSurvey(world);
    if (!found) throw Object.assign(new Error('no survey'), { code: 'seen/not-found' });
    return found.id;
  };
  return {
    ...surveyPaperDeeds(teller),
    issuesSurvey: async (coverage) => {
      await api.issueSurvey({ id: await id(), coverage });
      await workOutbox(world.house);
    },
    asksContact: async (kind, { against = [] } = {}) => {
      const asked = await api.survey({ id: await id() });
      const found = await api.askContact({ id: asked.id, homeId: asked.homes[0]!.id, kind, words: '想和你们说说楼道的灯', against: [...against] });
      return { id: found.id, number: found.number };
    },
    answersSurvey: async (given) => {
      const asked = await api.survey({ id: await id() });
      return api.answerSurvey({ id: asked.id, homeId: asked.homes[0]!.id, edition: asked.edition, answers: given as never });
    },
    analysesSurvey: async (words, serious = false) => void (await api.analyseSurvey({ id: await id(), words, serious })),
    sendsSurveyUp: async () => void (await api.sendSurveyUp({ id: await id() })),
    reviewsSurvey: async (words) => void (await api.reviewSurvey({ id: await id(), words })),
    heardOfSurveys: async () => {
      const rows = await world.house.db.execute<{ did: string }>(sql`
        select i.did from inbox i join errands e on e.id = i.subject join people p on p.id = i.person_id where e.kind = 'survey' and p.name = ${name} order by i.id`);
      return rows.map((row) => row.did);
    },
    readsResults: async () => (await api.surveyResults({ id: await id() })).whole.percent,
  };
};
