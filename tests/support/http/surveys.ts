import { sql } from 'drizzle-orm';
import { sweep } from '../../../api/ledger/sweep.ts';
import { lookAfterSurveys } from '../../../api/surveys/caretaking.ts';
import { readErrandFiles } from '../../../db/queries/errands.ts';
import { countReturned } from '../../../db/queries/surveys.ts';
import { asSystem } from '../../../db/queries/viewer.ts';
import { outcomeOf } from '../../../shared/kernel/promises.ts';
import { surveyFacts } from '../../../shared/surveys/survey.ts';
import type { SurveyDeeds, SurveyQuestions } from '../survey-deeds.ts';
import { wallClock } from '../wall-clock.ts';
import type { World } from '../world.ts';
import type { Teller } from './teller.ts';

/** The newest survey of 梧桐里, by its id and that of its office. */
async function newest({ house }: World): Promise<{ id: string; officeId: string } | null> {
  const [row] = await house.db.execute<{ id: string; office: string }>(
    sql`select t.id, t.office_id as office from errands t join offices o on o.id = t.office_id and o.letters = 'WT' where t.kind = 'survey' order by t.given_at desc limit 1`,
  );
  return row ? { id: row.id, officeId: row.office } : null;
}

export const surveyQuestions = (world: World): SurveyQuestions => ({
  looksAfterSurveys: async () => {
    await lookAfterSurveys(world.house);
    await sweep(world.house);
  },
  survey: async () => {
    const found = await newest(world);
    if (!found) return null;
    const [file] = await readErrandFiles(world.house.db, asSystem('sweep'), found.officeId, [found.id], world.now());
    const { month, homes, issued, returned, below, closesAt } = surveyFacts(file!.state);
    return {
      month,
      status: file!.state.status,
      homes: homes ?? 0,
      issued: issued ?? 0,
      returned: returned ?? (await countReturned(world.house.db, asSystem('sweep'), found.id)),
      below: below === true,
      closesAt: closesAt ? wallClock(new Date(closesAt)) : null,
      promises: file!.ledger.map((promise) => [promise.what, wallClock(promise.dueBy), outcomeOf(promise, world.now())]),
    };
  },
});

export const surveyDeeds = ({ world, api, name }: Teller): SurveyDeeds => {
  const id = async () => {
    const found = await newest(world);
    if (!found) throw Object.assign(new Error('no survey'), { code: 'seen/not-found' });
    return found.id;
  };
  return {
    issuesSurvey: async (coverage) => void (await api.issueSurvey({ id: await id(), coverage })),
    answersSurvey: async (given) => {
      const asked = await api.survey({ id: await id() });
      return api.answerSurvey({ id: asked.id, homeId: asked.homes[0]!.id, edition: asked.edition, answers: given as never });
    },
    analysesSurvey: async (words) => void (await api.analyseSurvey({ id: await id(), words })),
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
