import { APPROVALS } from '../../../shared/approvals/approvals.ts';
import { relationsToErrand } from '../../../shared/errands/relations.ts';
import {
  type ApprovalEvent,
  type ApprovalEventName,
  type ApprovalState,
  approvalRowOn,
  decideSubmission,
  decideVerdict,
  followApproval,
} from '../../../shared/kernel/approvals.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { holdersOf } from '../../../shared/kernel/routing.ts';
import { isoDay } from '../../../shared/kernel/time.ts';
import { readAnswers } from '../../../shared/surveys/answers.ts';
import { type CallLine, homesToCall, isOutOfReach } from '../../../shared/surveys/calls.ts';
import { composeOwn } from '../../../shared/surveys/own.ts';
import { timeByHand } from '../../../shared/surveys/periods.ts';
import { editionAt, type Questionnaire } from '../../../shared/surveys/questionnaires.ts';
import { goesOn, rowOfSurvey } from '../../../shared/surveys/rows.ts';
import { decideOpening, isTaking, surveyFacts } from '../../../shared/surveys/survey.ts';
import { decideTelling } from '../../../shared/surveys/telling.ts';
import { missingTries } from '../../../shared/visits/decide.ts';
import type { ByPhone, OtherSurveyDeeds } from '../other-survey-deeds.ts';
import { homesOf, staffOf } from './company.ts';
import { ESTATE, seesErrand } from './duties.ts';
import { type Asked, actsOn, answersFor, issues, newestSurvey, opensOne } from './surveys.ts';
import { type Doer, settingsOf, type Town } from './town.ts';

/** 梧桐里's own questionnaire: where it stands, and what each of its versions asks. */
interface Written {
  state: ApprovalState;
  asks: Questionnaire[];
}
const WRITTEN = new WeakMap<Town, Written>();

/** An estate's own questionnaire, and the surveys that are opened by hand (S8). */
function byHand(doer: Doer): Pick<OtherSurveyDeeds, 'writesQuestionnaire' | 'decidesQuestionnaire' | 'opensSurvey' | 'issues' | 'answers'> {
  const { town, name } = doer;
  const staff = staffOf(ESTATE);
  const row = approvalRowOn(APPROVALS, 'questionnaire', town.now);
  const follow = (state: ApprovalState | null, decided: { did: ApprovalEventName; facts: Record<string, unknown> }) =>
    followApproval(state, { ...decided, id: '', subject: 'own', seq: 0, by: name, at: town.now, recordedAt: town.now } as ApprovalEvent);
  const mayOpen = (heldBy: string) =>
    heldBy === 'quality' ? holdersOf('quality', staff).includes(name) : row.drafts.some((one) => holdersOf(one, staff).includes(name));
  return {
    writesQuestionnaire: async (draft) => {
      const before = WRITTEN.get(town);
      const asks = composeOwn(draft, town.now);
      const decided = decideSubmission(row, before?.state ?? null, { name: 'own', writtenOn: isoDay(town.now), author: name, staff });
      const state = follow(before?.state ?? null, decided);
      WRITTEN.set(town, { state, asks: [...(before?.asks ?? []), asks] });
      return state.round;
    },
    decidesQuestionnaire: async (verdict, words = '') => {
      const written = WRITTEN.get(town)!;
      const { round, step } = written.state;
      written.state = follow(written.state, decideVerdict(written.state, { by: name, staff, round, step, verdict, words }));
      return written.state.status;
    },
    opensSurvey: async (survey) => {
      const asked = rowOfSurvey(survey);
      if (!mayOpen(asked.heldBy)) throw new Problem('ticket/not-yours');
      const written = WRITTEN.get(town);
      if (survey === 'own' && written?.state.status !== 'approved') throw new Problem('surveys/not-approved');
      const paper = survey === 'own' ? { id: 'own', round: written!.state.round } : undefined;
      const edition = survey === 'own' ? written!.state.writtenOn : editionAt('half_year', town.now).since;
      const holder = asked.heldBy === 'quality' ? name : holdersOf('serviceCentreHead', staff)[0]!;
      opensOne(town, decideOpening(asked, timeByHand(asked, town.now), edition, holder, paper), town.now, name);
    },
    issues: async (survey, coverage) => issues(doer, newestSurvey(town, survey)!, coverage),
    answers: async (survey, given) => {
      const one = newestSurvey(town, survey)!;
      const { paper } = surveyFacts(one.story.state);
      const { questionnaire } = rowOfSurvey(survey);
      return answersFor(doer, one, paper ? WRITTEN.get(town)!.asks[paper.round - 1]! : editionAt(questionnaire, one.story.state.givenAt), given);
    },
  };
}

export const otherSurveyDeeds = (doer: Doer): OtherSurveyDeeds => {
  const { town, name } = doer;
  const asking = (of: ByPhone = 'spot'): Asked => {
    const one = newestSurvey(town, of);
    if (!one) throw new Problem('seen/not-found');
    return one;
  };
  const linesOf = (one: Asked): CallLine[] =>
    one.lines.map(({ id, stratum, place, drawn }) => ({
      homeId: id,
      label: id,
      building: Number(stratum),
      place,
      drawn,
      answered: one.answers.has(id),
      tries: one.tries.get(id) ?? [],
    }));
  const calling = (of?: ByPhone) => {
    const one = asking(of);
    const relations = relationsToErrand(name, one.story.state, staffOf(ESTATE));
    if (!seesErrand(name, one.story.state)) throw new Problem('seen/not-found');
    if (!relations.includes('quality')) throw new Problem('surveys/company-only');
    return { one, asked: homesToCall(linesOf(one), settingsOf(town, ESTATE)) };
  };
  const lineOf = (asked: readonly CallLine[], resident: string): CallLine => {
    const [, home] = homesOf(resident).find(([estate]) => estate === ESTATE)!;
    const line = asked.find(({ homeId }) => homeId === home);
    if (!line) throw new Problem('seen/not-found');
    return line;
  };
  return {
    ...byHand(doer),
    issuesSpot: async (of) => issues(doer, asking(of), 'sample'),
    phones: async (resident, given, of = 'spot') => {
      const { one, asked } = calling(of);
      const line = lineOf(asked, resident);
      const answers = readAnswers(editionAt(of, one.story.state.givenAt), given);
      if (line.answered) return { already: true };
      if (!isTaking(one.story.state, town.now)) throw new Problem('surveys/closed');
      one.answers.set(line.homeId, answers);
      return { already: false };
    },
    callsInVain: async (resident) => {
      const { one, asked } = calling();
      const line = lineOf(asked, resident);
      if (line.answered || !isTaking(one.story.state, town.now)) throw new Problem('surveys/closed');
      const tries = [...line.tries, town.now];
      one.tries.set(line.homeId, tries);
      return missingTries(tries, settingsOf(town, ESTATE));
    },
    homesToCall: async (of) => {
      const { asked } = calling(of);
      return asked.filter((line) => !line.answered && !isOutOfReach(line, settingsOf(town, ESTATE))).map(({ label }) => label);
    },
    concludesSpot: async (_words, of) => {
      const one = asking(of);
      const told = goesOn(one.story.state);
      actsOn(doer, one, told ? 'analyseSurvey' : 'concludeSurvey', () => ({
        did: told ? 'analysed' : 'concluded',
        facts: { of: { analysed: true } },
      }));
    },
    providersToTell: async () => {
      const { state } = asking('special').story;
      if (!seesErrand(name, state)) throw new Problem('seen/not-found');
      const { providers = [], told = {} } = surveyFacts(state);
      return providers.map((provider) => [provider.slice('provider '.length), told[provider]?.how ?? null]);
    },
    tellsProvider: async (provider, how) =>
      actsOn(doer, asking('special'), 'tellProvider', (one) => decideTelling(one.story.state, `provider ${provider}`, how, town.now)),
  };
};
