import { PEOPLE } from '../../../db/seeds/company.ts';
import { beganKeeping } from '../../../shared/duties/keepers.ts';
import type { ErrandEvent, ErrandEventName } from '../../../shared/errands/errand.ts';
import { headsOf, relationsToErrand } from '../../../shared/errands/relations.ts';
import { ERRAND_ROWS, type ErrandAction } from '../../../shared/errands/rows.ts';
import { ERRAND_RULES, type ErrandStory } from '../../../shared/errands/rules.ts';
import { permit } from '../../../shared/kernel/lifecycle.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { outcomeOf } from '../../../shared/kernel/promises.ts';
import type { Settings } from '../../../shared/kernel/settings.ts';
import { dueByClock, unfold } from '../../../shared/kernel/subject.ts';
import { decideDenial, decideHeld, decideMoving, decideTalk, decideWriting, readersOf, sayMailboxStanding } from '../../../shared/mailbox/mailbox.ts';
import { type Answers, readAnswers } from '../../../shared/surveys/answers.ts';
import { frequentIn } from '../../../shared/surveys/letter.ts';
import { decideAsking, decideDocument, isCommon } from '../../../shared/surveys/needs.ts';
import { surveyDue, surveyKey } from '../../../shared/surveys/periods.ts';
import { editionAt } from '../../../shared/surveys/questionnaires.ts';
import { decideReminder } from '../../../shared/surveys/reminding.ts';
import { rowOfSurvey } from '../../../shared/surveys/rows.ts';
import { decideClosing, decideOpening, isTaking, surveyFacts, unitOfSurvey, withFrequent } from '../../../shared/surveys/survey.ts';
import type { NeedsDeeds, NeedsQuestions } from '../needs-deeds.ts';
import { wallClock } from '../wall-clock.ts';
import { rolesOf, staffOf } from './company.ts';
import { keepingOf, type Owed } from './duties.ts';
import { type Doer, settingsOf, type Town } from './town.ts';

const COMPANY = 'ZB';
const HOURS = { opens: 480, closes: 1080 };
const COLLEAGUES = PEOPLE.filter(({ roles }) => (roles ?? []).length > 0).map(({ name }) => name);

interface Asked extends Owed {
  key: string;
  answers: Map<string, Answers>;
  told: Map<string, string[]>;
}

/** What the company of a town asks, answers and is written. */
interface Company {
  asked: Asked[];
  letters: Owed[];
  documents: string[];
}

const COMPANIES = new WeakMap<Town, Company>();
function companyOf(town: Town): Company {
  const known = COMPANIES.get(town) ?? { asked: [], letters: [], documents: [] };
  COMPANIES.set(town, known);
  return known;
}

const settings = (town: Town): Settings => settingsOf(town, COMPANY);
const heard = (inbox: Map<string, string[]>, people: readonly string[], did: string) => {
  for (const person of people) inbox.set(person, [...(inbox.get(person) ?? []), did]);
};

function happens(town: Town, one: Owed, did: string, facts: Record<string, unknown>, by: string | null, at = town.now): void {
  const seq = one.events.length + 1;
  const event: ErrandEvent = { id: `${one.id}-${seq}`, subject: one.id, seq, did: did as ErrandEventName, at, recordedAt: town.now, by, facts };
  one.story = unfold(ERRAND_RULES, seq === 1 ? null : one.story, event, (state) => ERRAND_RULES.bookFor(state, settings(town), HOURS));
  one.events.push(event);
  heard(one.inbox!, ERRAND_RULES.hearersOf(event, one.story, staffOf(COMPANY), false).people, did);
}

const takeSteps = (town: Town, one: Owed, at = town.now) => {
  for (const { did, facts } of dueByClock(ERRAND_RULES, one.story, at)) happens(town, one, did, facts, null, at);
};

const newestOf = <One>(all: readonly One[]): One => {
  const [one] = all.slice(-1);
  if (!one) throw new Problem('seen/not-found');
  return one;
};

function commonIn(town: Town, one: Asked) {
  const counts = new Map<string, number>();
  for (const answers of one.answers.values())
    for (const [code, answer] of Object.entries(answers))
      if (Array.isArray(answer)) for (const value of answer as string[]) counts.set(`${code} ${value}`, (counts.get(`${code} ${value}`) ?? 0) + 1);
  const tallies = [...counts].map(([name, count]) => ({ code: name.split(' ')[0]!, value: name.split(' ')[1]!, count }));
  return frequentIn(editionAt('colleagues', one.story.state.givenAt), tallies, settings(town).staffNeedPeople);
}

function opens(town: Town): void {
  const row = rowOfSurvey('colleagues');
  const time = surveyDue(row, beganKeeping(keepingOf(town).lines), town.now);
  const company = companyOf(town);
  if (!time || company.asked.some(({ key }) => key === surveyKey(row.survey, time))) return;
  const { did, facts } = decideOpening(row, time, editionAt(row.questionnaire, town.now).since, headsOf(unitOfSurvey(row), staffOf(COMPANY))[0]!);
  const one: Asked = {
    ...{ id: facts.key, key: facts.key, events: [], story: null as unknown as ErrandStory, inbox: new Map() },
    ...{ answers: new Map<string, Answers>(), told: new Map<string, string[]>() },
  };
  happens(town, one, did, facts, null, time.from);
  company.asked.push(one);
}

const silent = (one: Asked) => COLLEAGUES.filter((name) => !one.answers.has(name));

function looksAfter(town: Town): void {
  for (const one of companyOf(town).asked) {
    const closing = decideClosing(one.story.state, one.answers.size, settings(town), town.now);
    if (closing?.did === 'collected') {
      takeSteps(town, one, closing.at);
      const { did, facts, at } = withFrequent(closing, commonIn(town, one).length);
      happens(town, one, did, facts, null, at);
    }
    takeSteps(town, one);
    const reminder = decideReminder(one.story.state, silent(one).length, town.now);
    if (!reminder) continue;
    happens(town, one, reminder.did, reminder.facts, null);
    heard(one.told, silent(one), reminder.did);
  }
  for (const one of companyOf(town).letters) takeSteps(town, one);
}

const owedOf = (town: Town, { story }: Owed): [string, string, string][] =>
  story.ledger.map((promise) => [promise.what, wallClock(promise.dueBy), outcomeOf(promise, town.now)]);

export const needsQuestions = (town: Town): NeedsQuestions => ({
  looksAfterNeeds: async () => {
    opens(town);
    looksAfter(town);
  },
  needs: async () => {
    const [one] = companyOf(town).asked.slice(-1);
    if (!one) return null;
    const { month, issued, returned, closesAt, reminded } = surveyFacts(one.story.state);
    return {
      ...{ month, status: one.story.state.status, issued: issued ?? 0, returned: returned ?? one.answers.size },
      ...{ closesAt: closesAt ? wallClock(new Date(closesAt)) : null, reminded: reminded ?? null, promises: owedOf(town, one) },
    };
  },
  mailboxOwed: async () => owedOf(town, newestOf(companyOf(town).letters)),
});

export const needsDeeds = ({ town, name }: Doer): NeedsDeeds => {
  const company = companyOf(town);
  const isColleague = rolesOf(name).length > 0;
  const atCompany = rolesOf(name).some(
    ([letters, role]) => letters === COMPANY && ['hr', 'quality', 'leadership', 'managementRepresentative', 'generalManager'].includes(role),
  );
  const acts = (one: Owed, action: ErrandAction, decide: () => { did: string; facts: Record<string, unknown> }) => {
    permit(ERRAND_ROWS, action, one.story.state, relationsToErrand(name, one.story.state, staffOf(COMPANY)), town.now);
    takeSteps(town, one);
    const { did, facts } = decide();
    happens(town, one, did, facts, name);
  };
  const asked = () => {
    const one = newestOf(company.asked);
    if (!atCompany) throw new Problem('seen/not-found');
    return one;
  };
  const letter = () => {
    const one = newestOf(company.letters);
    if (!readersOf(one.story.state, staffOf(COMPANY)).includes(name)) throw new Problem('seen/not-found');
    return one;
  };
  return {
    issuesNeeds: async () => {
      const one = asked();
      acts(one, 'issueNeeds', () => decideAsking(COLLEAGUES.length, settings(town), town.now));
      heard(one.told, COLLEAGUES, 'issued');
    },
    answersNeeds: async (given) => {
      const one = newestOf(company.asked);
      if (!isColleague || one.story.state.status === 'given') throw new Problem('seen/not-found');
      const answers = readAnswers(editionAt('colleagues', one.story.state.givenAt), given);
      if (one.answers.has(name)) return { already: true };
      if (!isTaking(one.story.state, town.now)) throw new Problem('surveys/closed');
      one.answers.set(name, answers);
      return { already: false };
    },
    readsCommon: async () => (asked().story.state.happened.collected ? commonIn(town, asked()).map(({ label, count }) => [label, count]) : []),
    analysesNeeds: async () => {
      const one = asked();
      const common = isCommon(one.story.state);
      const did = common ? 'analysed' : 'concluded';
      acts(one, common ? 'analyseNeeds' : 'concludeNeeds', () => ({ did, facts: { of: { analysed: true } } }));
      heard(one.told, COLLEAGUES, did);
    },
    publishesDocument: async (gets) => {
      const one = asked();
      acts(one, 'answerNeeds', () =>
        decideDocument(
          commonIn(town, one),
          gets.map(([need, what]) => ({ need, gets: what })),
        ),
      );
      heard(one.told, COLLEAGUES, 'answered');
      company.documents.unshift('关于需求普查的答复');
    },
    readsDocuments: async () => {
      if (!isColleague) throw new Problem('errands/staff-only');
      return [...company.documents];
    },
    writesToGeneralManager: async (isSigned) => {
      if (!isColleague) throw new Problem('errands/staff-only');
      const { did, facts } = decideWriting({ need: 'work', writer: isSigned ? name : null }, staffOf(COMPANY));
      const one: Owed = { id: `letter-${company.letters.length}`, events: [], story: null as unknown as ErrandStory, inbox: new Map() };
      happens(town, one, did, facts, isSigned ? name : null);
      company.letters.push(one);
    },
    readsMailboxLetter: async () => sayMailboxStanding(letter().story.state, letter().story.state.giver === name),
    countsOwnLetters: async () => company.letters.filter(({ story: { state } }) => state.facts.signed === true && state.giver === name).length,
    arrangesTalk: async (talkOn) => acts(letter(), 'arrangeTalk', () => decideTalk(talkOn, settings(town), town.now)),
    movesTalk: async (talkOn) => {
      const one = letter();
      acts(one, 'moveTalk', () => decideMoving(one.story.state, talkOn, settings(town), town.now));
    },
    recordsTalk: async () => acts(letter(), 'recordTalk', () => decideHeld(settings(town), town.now)),
    answersByDocument: async () => {
      acts(letter(), 'answerByDocument', () => ({ did: 'answered', facts: { of: { document: 'one' } } }));
      company.documents.unshift('关于排班的答复');
    },
    saysTheySpoke: async (didSpeak) =>
      didSpeak
        ? acts(letter(), 'confirmTalk', () => ({ did: 'verified', facts: {} }))
        : acts(letter(), 'denyTalk', () => decideDenial(settings(town), town.now)),
    takesBackLetter: async () => acts(letter(), 'takeBackLetter', () => ({ did: 'withdrawn', facts: {} })),
    heardOfMailbox: async () => newestOf(company.letters).inbox!.get(name) ?? [],
    heardOfNeeds: async () => company.asked.flatMap(({ told }) => told.get(name) ?? []),
  };
};
