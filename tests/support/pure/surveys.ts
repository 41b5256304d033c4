import { PEOPLE } from '../../../db/seeds/company.ts';
import { beganKeeping } from '../../../shared/duties/keepers.ts';
import { relationsToErrand } from '../../../shared/errands/relations.ts';
import { ERRAND_ROWS, type ErrandAction } from '../../../shared/errands/rows.ts';
import { ERRAND_RULES, type ErrandStory } from '../../../shared/errands/rules.ts';
import { permit } from '../../../shared/kernel/lifecycle.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { outcomeOf } from '../../../shared/kernel/promises.ts';
import { holdersOf } from '../../../shared/kernel/routing.ts';
import type { Placed } from '../../../shared/kernel/sampling.ts';
import { dueByClock } from '../../../shared/kernel/subject.ts';
import { type Answers, readAnswers } from '../../../shared/surveys/answers.ts';
import { asksContact } from '../../../shared/surveys/contact.ts';
import { frequentIn } from '../../../shared/surveys/letter.ts';
import { surveyDue, surveyKey, usedWithin } from '../../../shared/surveys/periods.ts';
import { editionAt, type Questionnaire, questionsOf } from '../../../shared/surveys/questionnaires.ts';
import { ratesIn } from '../../../shared/surveys/rates.ts';
import { decideReminder } from '../../../shared/surveys/reminding.ts';
import { rowOfSurvey, type Survey, surveysAt } from '../../../shared/surveys/rows.ts';
import { type Grades, satisfactionRate, together } from '../../../shared/surveys/statistics.ts';
import {
  type Coverage,
  decideAnalysis,
  decideClosing,
  decideIssue,
  decideOpening,
  isTaking,
  mostOf,
  samplePercent,
  surveyFacts,
  withFrequent,
  withProviders,
  withRate,
} from '../../../shared/surveys/survey.ts';
import type { Decision } from '../../../shared/tickets/decision.ts';
import type { SurveyDeeds, SurveyQuestions } from '../survey-deeds.ts';
import { wallClock } from '../wall-clock.ts';
import { buildingOf, homeAt, homesOf, householdOf, staffOf } from './company.ts';
import { complaintFrom } from './complaints.ts';
import { ESTATE, happens, keepingOf, type Owed, seesErrand, takeSteps } from './duties.ts';
import { remarkFrom } from './remarks.ts';
import { surveyPaperDeeds, surveyPaperQuestions } from './survey-paper.ts';
import { type Case, casesOf, type Doer, settingsOf, type Town } from './town.ts';

/** One survey of 梧桐里: to which homes it went, and what each of them answered. */
export interface Asked extends Owed {
  key: string;
  homes: Set<string>;
  /** The whole frame in the order it was drawn in, and when nobody picked up, by home. */
  lines: readonly Placed[];
  tries: Map<string, Date[]>;
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

export const HOMES = [...new Set(PEOPLE.flatMap(({ homes }) => (homes ?? []).filter(([estate]) => estate === ESTATE).map(([, label]) => label)))];

/** Opens a survey. @throws Problem `surveys/opened-already` */
export function opensOne(town: Town, { did, facts }: ReturnType<typeof decideOpening>, at: Date, by: string | null): void {
  const { key } = facts;
  if (askedOf(town).some((other) => other.key === key)) throw new Problem('surveys/opened-already');
  const one: Asked = {
    ...{ id: key, key, events: [], story: null as unknown as ErrandStory, inbox: new Map() },
    ...{ homes: new Set<string>(), lines: [], tries: new Map<string, Date[]>(), answers: new Map<string, Answers>() },
  };
  happens(town, one, did, facts, by, at);
  askedOf(town).push(one);
}

/** The homes where a special service was done in a time, and the outside providers who did it; null for a survey of whoever lives there. */
function usersOf(town: Town, row: Parameters<typeof usedWithin>[0], month: string): { homes: string[]; providers: string[] } | null {
  const used = usedWithin(row, month);
  if (!used) return null;
  const done = casesOf(town).flatMap(({ estate, home, events, story }) =>
    estate !== ESTATE || story.state.kind !== 'special_service'
      ? []
      : events
          .filter(({ did, at }) => did === 'finished' && at >= used.from && at < used.until)
          .map(({ seq }) => ({
            home,
            provider: events.findLast((one) => one.did === 'dispatched' && one.seq < seq)?.facts.provider as string | null,
          })),
  );
  const homes = HOMES.filter((label) => done.some(({ home }) => home === homeAt(ESTATE, label)));
  return { homes, providers: [...new Set(done.flatMap(({ provider }) => (provider ? [provider] : [])))].sort() };
}

/** How satisfied those who answered are, as far as it may be shown (S10). */
function rateOf(one: Asked): number | null {
  const counts = new Map<string, number>();
  for (const answers of one.answers.values())
    for (const [code, answer] of Object.entries(answers)) counts.set(`${code} ${answer}`, (counts.get(`${code} ${answer}`) ?? 0) + 1);
  const given = [...counts].map(([name, count]) => ({ code: name.split(' ')[0]!, value: name.split(' ')[1]!, count }));
  return ratesIn(editionAt(rowOfSurvey(surveyFacts(one.story.state).survey).questionnaire, one.story.state.givenAt), given).whole.percent;
}

const tellsProviders = ({ story }: Asked) => rowOfSurvey(surveyFacts(story.state).survey).endsWith === 'telling';

function opens(town: Town): void {
  const staff = staffOf(ESTATE);
  for (const row of surveysAt(town.now)) {
    const time = surveyDue(row, beganKeeping(keepingOf(town).lines), town.now);
    if (!time || askedOf(town).some(({ key }) => key === surveyKey(row.survey, time))) continue;
    if (row.frame === 'service_users' && usersOf(town, row, time.month)!.homes.length === 0) continue;
    const edition = editionAt(row.questionnaire, town.now).since;
    opensOne(town, decideOpening(row, time, edition, holdersOf(row.heldBy, staff)[0]!), time.from, null);
  }
}

function frequent(town: Town, one: Asked): number {
  const counts = new Map<string, number>();
  for (const answers of one.answers.values())
    for (const [code, answer] of Object.entries(answers))
      if (Array.isArray(answer)) for (const value of answer as string[]) counts.set(`${code} ${value}`, (counts.get(`${code} ${value}`) ?? 0) + 1);
  const tallies = [...counts].map(([name, count]) => ({ code: name.split(' ')[0]!, value: name.split(' ')[1]!, count }));
  return frequentIn(editionAt('half_year', one.story.state.givenAt), tallies, settingsOf(town, ESTATE).letterHouseholds).length;
}

function closes(town: Town): void {
  for (const one of askedOf(town)) {
    const decided = decideClosing(one.story.state, one.answers.size, settingsOf(town, ESTATE), town.now);
    if (decided) {
      for (const { did, facts } of dueByClock(ERRAND_RULES, one.story, decided.at)) happens(town, one, did, facts, null, decided.at);
      const countedUp = (closing: typeof decided) =>
        tellsProviders(one) ? withRate(closing, rateOf(one)) : withFrequent(closing, frequent(town, one));
      const { did, facts } = decided.did === 'collected' ? countedUp(decided) : decided;
      happens(town, one, did, facts, null, decided.at);
    }
    takeSteps(town, one);
  }
}

/** The newest survey of a name of 梧桐里. */
export const newestSurvey = (town: Town, of: Survey = 'half_year'): Asked | undefined =>
  askedOf(town)
    .filter(({ story }) => surveyFacts(story.state).survey === of)
    .slice(-1)[0];
/** Whoever lives in a home it went to that has not answered hears. */
function tellsSilent(one: Asked, did: string): void {
  const silent = (label: string) => one.homes.has(label) && !one.answers.has(label);
  for (const { name, homes } of PEOPLE)
    if ((homes ?? []).some(([estate, label]) => estate === ESTATE && silent(label))) one.inbox!.set(name, [...(one.inbox!.get(name) ?? []), did]);
}

function reminds(town: Town): void {
  for (const one of askedOf(town)) {
    const decided = decideReminder(one.story.state, one.homes.size - one.answers.size, town.now);
    if (!decided) continue;
    happens(town, one, decided.did, decided.facts, null);
    tellsSilent(one, decided.did);
  }
}

export const surveyQuestions = (town: Town): SurveyQuestions => ({
  ...surveyPaperQuestions(town),
  looksAfterSurveys: async () => {
    opens(town);
    closes(town);
    reminds(town);
  },
  survey: async (of) => {
    const one = newestSurvey(town, of);
    if (!one) return null;
    const { month, homes, issued, returned, below, closesAt, reminded } = surveyFacts(one.story.state);
    return {
      month,
      status: one.story.state.status,
      homes: homes ?? 0,
      issued: issued ?? 0,
      returned: returned ?? one.answers.size,
      below: below === true,
      reminded: reminded ?? null,
      closesAt: closesAt ? wallClock(new Date(closesAt)) : null,
      promises: one.story.ledger.map((promise) => [promise.what, wallClock(promise.dueBy), outcomeOf(promise, town.now)]),
    };
  },
});

/** One act of somebody on a survey, as its rows permit it. */
export function actsOn(
  { town, name }: Doer,
  one: Asked,
  action: ErrandAction,
  decide: (one: Asked) => { did: string; facts: Record<string, unknown> },
): void {
  const { state } = one.story;
  permit(ERRAND_ROWS, action, state, relationsToErrand(name, state, staffOf(ESTATE)), town.now);
  takeSteps(town, one);
  const { did, facts } = decide(one);
  happens(town, one, did, facts, name);
}

/** Sends a survey to the homes drawn. */
export function issues(doer: Doer, one: Asked, coverage: Coverage): void {
  const { town } = doer;
  actsOn(doer, one, 'issueSurvey', () => {
    const settings = settingsOf(town, ESTATE);
    const { survey, month } = surveyFacts(one.story.state);
    const used = usersOf(town, rowOfSurvey(survey), month);
    const frame = (used?.homes ?? HOMES).map((home) => ({ id: home, stratum: String(buildingOf(home)) }));
    const percent = samplePercent(OCCUPIED_SINCE, settings, town.now);
    const { decision, lines } = decideIssue(coverage, frame, SEED, percent, settings, town.now, mostOf(one.story.state, settings));
    one.lines = lines;
    for (const { id, drawn } of lines) if (drawn) one.homes.add(id);
    return withProviders(decision, used?.providers ?? null);
  });
}

/** Somebody answers a survey for the home they live in. */
export function answersFor({ town, name }: Doer, one: Asked, edition: Questionnaire, given: Record<string, unknown>): { already: boolean } {
  const home = homesOf(name).find(([estate, label]) => estate === ESTATE && one.homes.has(label))?.[1];
  if (!home) throw new Problem('seen/not-found');
  const answers = readAnswers(edition, given);
  if (one.answers.has(home)) return { already: true };
  if (!isTaking(one.story.state, town.now)) throw new Problem('surveys/closed');
  one.answers.set(home, answers);
  return { already: false };
}

export const surveyDeeds = (doer: Doer): SurveyDeeds => {
  const { town, name } = doer;
  const asked = () => {
    const one = newestSurvey(town);
    if (!one) throw new Problem('seen/not-found');
    return one;
  };
  const does = (action: ErrandAction, decide: (one: Asked) => { did: string; facts: Record<string, unknown> }) =>
    actsOn(doer, asked(), action, decide);
  return {
    ...surveyPaperDeeds({ town, name }),
    issuesSurvey: async (coverage) => {
      issues(doer, asked(), coverage);
      tellsSilent(asked(), 'issued');
    },
    asksContact: async (kind, about = {}) => {
      const one = asked();
      const home = homesOf(name).find(([estate, label]) => estate === ESTATE && one.homes.has(label))?.[1];
      if (!home) throw new Problem('seen/not-found');
      if (!isTaking(one.story.state, town.now)) throw new Problem('surveys/closed');
      if (!one.answers.has(home)) throw new Problem('surveys/not-answered');
      const at = homeAt(ESTATE, home);
      const isFirst = (other: Case) => {
        const { fromSurvey, status } = other.story.state;
        const sees = other.reporter === name || householdOf(other).includes(name);
        return fromSurvey?.id === one.id && other.home === at && !['closed', 'cancelled'].includes(status) && sees;
      };
      if (casesOf(town).some(isFirst)) throw new Problem('surveys/contact-asked');
      const received = { by: name, reporter: name, estate: ESTATE, home: at };
      const marked = (decision: Decision) => asksContact(decision, one.id);
      return kind === 'complaint' ? complaintFrom(town, received, about, marked) : remarkFrom(town, received, kind, marked);
    },
    answersSurvey: async (given) => answersFor(doer, asked(), editionAt('half_year', asked().story.state.givenAt), given),
    analysesSurvey: async (_words, isSerious = false) =>
      does('analyseSurvey', (one) => decideAnalysis(one.story.state, { isSerious, frequent: frequent(town, one) }, settingsOf(town, ESTATE))),
    sendsSurveyUp: async () => does('sendSurveyUp', () => ({ did: 'sent_up', facts: { of: { sentUp: true } } })),
    reviewsSurvey: async () => does('reviewSurvey', () => ({ did: 'reviewed', facts: {} })),
    heardOfSurveys: async () => askedOf(town).flatMap(({ inbox }) => inbox?.get(name) ?? []),
    readsResults: async () => {
      const one = asked();
      const { happened, facts } = one.story.state;
      const isStaff = seesErrand(name, one.story.state);
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
