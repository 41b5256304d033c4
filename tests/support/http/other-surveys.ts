import { sql } from 'drizzle-orm';
import type { ByPhone, OtherSurveyDeeds } from '../other-survey-deeds.ts';
import { newestSurvey } from './surveys.ts';
import type { Teller } from './teller.ts';

export const otherSurveyDeeds = ({ world, api }: Teller): OtherSurveyDeeds => {
  const id = async (of: ByPhone = 'spot') => {
    const found = await newestSurvey(world, of);
    if (!found) throw Object.assign(new Error('no survey'), { code: 'seen/not-found' });
    return found.id;
  };
  const officeId = async () => (await world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`))[0]!.id;
  const written = async () => {
    const [row] = await world.house.db.execute<{ id: string; round: number; step: number }>(
      sql`select id, round, step from approvals where document = 'questionnaire' order by submitted_at desc limit 1`,
    );
    return row;
  };
  const homeOf = async (resident: string) => {
    const [row] = await world.house.db.execute<{ id: string }>(
      sql`select r.home_id as id from residences r join people p on p.id = r.person_id join offices o on o.id = r.office_id and o.letters = 'WT' where p.name = ${resident} order by r.id limit 1`,
    );
    return row!.id;
  };
  return {
    issuesSpot: async (of) => void (await api.issueSurvey({ id: await id(of), coverage: 'sample' })),
    phones: async (resident, given, of) => {
      const asked = await api.surveyCalls({ id: await id(of) });
      return api.answerByPhone({ id: await id(of), homeId: await homeOf(resident), edition: asked.edition, answers: given as never });
    },
    callsInVain: async (resident) => (await api.trySurveyCall({ id: await id(), homeId: await homeOf(resident) })).missing,
    homesToCall: async (of) =>
      (await api.surveyCalls({ id: await id(of) })).homes.filter(({ stand }) => stand === 'waiting').map(({ label }) => label),
    concludesSpot: async (words, of) => void (await api.analyseSurvey({ id: await id(of), words })),
    providersToTell: async () => (await api.surveyTelling({ id: await id('special') })).providers.map(({ name, told }) => [name, told?.how ?? null]),
    tellsProvider: async (provider, how, words) => {
      const { providers } = await api.surveyTelling({ id: await id('special') });
      await api.tellProvider({
        id: await id('special'),
        providerId: providers.find(({ name }) => name === provider)?.id ?? (await officeId()),
        how,
        words,
      });
    },
    writesQuestionnaire: async (draft) => {
      const before = (await written())?.id;
      const given = { title: draft.title, chosen: [...draft.chosen], own: draft.own.map((one) => ({ ...one, options: [...one.options] })) };
      return (await api.submitQuestionnaire({ officeId: await officeId(), ...given, ...(before ? { questionnaireId: before } : {}) })).round;
    },
    decidesQuestionnaire: async (verdict, words = '') => {
      const { id: paper, round, step } = (await written())!;
      return (await api.decideApproval({ id: paper, round, step, verdict, words })).status;
    },
    opensSurvey: async (survey) => {
      const paper = survey === 'own' ? (await written())?.id : undefined;
      await api.openSurvey({ officeId: await officeId(), survey, ...(paper ? { questionnaireId: paper } : {}) });
    },
    issues: async (survey, coverage) => void (await api.issueSurvey({ id: (await newestSurvey(world, survey))!.id, coverage })),
    answers: async (survey, given) => {
      const asked = await api.survey({ id: (await newestSurvey(world, survey))!.id });
      return api.answerSurvey({ id: asked.id, homeId: asked.homes[0]!.id, edition: asked.edition, answers: given as never });
    },
  };
};
