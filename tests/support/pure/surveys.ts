import { PEOPLE } from '../../../db/seeds/company.ts';
import { beganKeeping } from '../../../shared/duties/keepers.ts';
import { relationsToErrand } from '../../../shared/errands/relations.ts';
import { ERRAND_ROWS, type ErrandAction } from '../../../shared/errands/rows.ts';
import { ERRAND_RULES, type ErrandStory } from '../../../shared/errands/rules.ts';
import { permit } from '../../../shared/kernel/lifecycle.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { outcomeOf } from '../../../shared/kernel/promises.ts';
import { holdersOf } from '../../../shared/kernel/routing.ts';
import { dueByClock } from '../../../shared/kernel/subject.ts';
import { type Answers, readAnswers } from '../../../shared/surveys/answers.ts';
import { surveyDue, surveyKey } from '../../../shared/surveys/periods.ts';
import { editionAt, questionsOf } from '../../../shared/surveys/questionnaires.ts';
import { surveysAt } from '../../../shared/surveys/rows.ts';
import { type Grades, satisfactionRate, together } from '../../../shared/surveys/statistics.ts';
import { decideClosing, decideIssue, decideOpening, isTaking, samplePercent, surveyFacts } from '../../../shared/surveys/survey.ts';
import type { SurveyDeeds, SurveyQuestions } from '../survey-deeds.ts';
import { wallClock } from '../wall-clock.ts';
import { buildingOf, homesOf, staffOf } from './company.ts';
import { ESTATE, happens, keepingOf, type Owed, takeSteps } from './duties.ts';
import { type Doer, settingsOf, type Town } from './town.ts';

/** One survey of 梧桐里: to which homes it went, and what each of them answered. */
interface Asked extends Owed {
  key: string;
  homes: Set<string>;
  answers: Map<string, Answers>;
}

const ASKED = new WeakMap<Town, Asked[]>();
const SEED = '000102030405060708090a0b0c0d0e0f';
const OCCUPIED_SINCE = '2020-01-02';

function askedOf(town: Town): Asked[] {
  const known = ASKED.get(town) ?? [];
  ASKED.set(town, known);
  return known;
}

const HOMES = [...new Set(PEOPLE.flatMap(({ homes }) => (homes ?? []).filter(([estate]) => estate === ESTATE).map(([, label]) => label)))];

function opens(town: Town): void {
  const staff = staffOf(ESTATE);
  for (const row of surveysAt(town.now)) {
    const time = surveyDue(row, beganKeeping(keepingOf(town).lines), town.now);
    if (!time || askedOf(town).some(({ key }) => key === surveyKey(row.survey, time))) continue;
    const key = surveyKey(row.survey, time);
    const one: Asked = { id: key, key, events: [], story: null as unknown as ErrandStory, inbox: new Map(), homes: new Set(), answers: new Map() };
    const { did, facts } = decideOpening(row, time, editionAt(row.questionnaire, town.now).since, holdersOf('serviceCentreHead', staff)[0]!);
    happens(town, one, did, facts, null, time.from);
    askedOf(town).push(one);
  }
}

function closes(town: Town): void {
  for (const one of askedOf(town)) {
    const decided = decideClosing(one.story.state, one.answers.size, settingsOf(town, ESTATE), town.now);
    if (decided) {
      for (const { did, facts } of dueByClock(ERRAND_RULES, one.story, decided.at)) happens(town, one, did, facts, null, decided.at);
      happens(town, one, decided.did, decided.facts, null, decided.at);
    }
    takeSteps(town, one);
  }
}

const newest = (town: Town): Asked | undefined => askedOf(town).slice(-1)[0];

export const surveyQuestions = (town: Town): SurveyQuestions => ({
  looksAfterSurveys: async () => {
    opens(town);
    closes(town);
  },
  survey: async () => {
    const one = newest(town);
    if (!one) return null;
    const { month, homes, issued, returned, below, closesAt } = surveyFacts(one.story.state);
    return {
      month,
      status: one.story.state.status,
      homes: homes ?? 0,
      issued: issued ?? 0,
      returned: returned ?? one.answers.size,
      below: below === true,
      closesAt: closesAt ? wallClock(new Date(closesAt)) : null,
      promises: one.story.ledger.map((promise) => [promise.what, wallClock(promise.dueBy), outcomeOf(promise, town.now)]),
    };
  },
});

export const surveyDeeds = ({ town, name }: Doer): SurveyDeeds => {
  const asked = () => {
    const one = newest(town);
    if (!one) throw new Problem('seen/not-found');
    return one;
  };
  const does = (action: ErrandAction, decide: (one: Asked) => { did: string; facts: Record<string, unknown> }) => {
    const one = asked();
    const { state } = one.story;
    permit(ERRAND_ROWS, action, state, relationsToErrand(name, state, staffOf(ESTATE)), town.now);
    takeSteps(town, one);
    const { did, facts } = decide(one);
    happens(town, one, did, facts, name);
  };
  return {
    issuesSurvey: async (coverage) =>
      does('issueSurvey', (one) => {
        const settings = settingsOf(town, ESTATE);
        const frame = HOMES.map((home) => ({ id: home, stratum: String(buildingOf(home)) }));
        const { decision, lines } = decideIssue(coverage, frame, SEED, samplePercent(OCCUPIED_SINCE, settings, town.now), settings, town.now);
        for (const { id, drawn } of lines) if (drawn) one.homes.add(id);
        return decision;
      }),
    answersSurvey: async (given) => {
      const one = asked();
      const home = homesOf(name).find(([estate, label]) => estate === ESTATE && one.homes.has(label))?.[1];
      if (!home) throw new Problem('seen/not-found');
      const answers = readAnswers(editionAt('half_year', one.story.state.givenAt), given);
      if (one.answers.has(home)) return { already: true };
      if (!isTaking(one.story.state, town.now)) throw new Problem('surveys/closed');
      one.answers.set(home, answers);
      return { already: false };
    },
    analysesSurvey: async () => does('analyseSurvey', () => ({ did: 'analysed', facts: { of: { analysed: true } } })),
    sendsSurveyUp: async () => does('sendSurveyUp', () => ({ did: 'sent_up', facts: { of: { sentUp: true } } })),
    reviewsSurvey: async () => does('reviewSurvey', () => ({ did: 'reviewed', facts: {} })),
    heardOfSurveys: async () => askedOf(town).flatMap(({ inbox }) => inbox?.get(name) ?? []),
    readsResults: async () => {
      const one = asked();
      const { happened, facts } = one.story.state;
      const isStaff = relationsToErrand(name, one.story.state, staffOf(ESTATE)).length > 0;
      if (!isStaff && !homesOf(name).some(([estate, label]) => estate === ESTATE && one.homes.has(label))) throw new Problem('seen/not-found');
      if (isStaff ? happened.collected === undefined : facts.analysed !== true) throw new Problem('surveys/not-yet');
      const graded = questionsOf(editionAt('half_year', town.now)).filter(({ kind }) => kind === 'satisfaction');
      const grades = [...one.answers.values()].flatMap((answers) =>
        graded.flatMap(({ code }) => (answers[code] === undefined ? [] : [{ [Number(answers[code])]: 1 } as Grades])),
      );
      return satisfactionRate(together(grades)).percent;
    },
  };
};
