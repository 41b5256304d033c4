import { shanghaiTime } from '../../shared/kernel/time.ts';
import { waitsFor } from '../../shared/tickets/ticket.ts';
import type { Actor, Told } from './deeds.ts';
import { promiseLine } from './promise-line.ts';
import { complaintDeeds } from './pure/complaints.ts';
import { dispatchingDeeds } from './pure/dispatching.ts';
import { doorDeeds } from './pure/door.ts';
import { drawQuestions } from './pure/draws.ts';
import { dutyDeeds, dutyQuestions } from './pure/duties.ts';
import { facilityDeeds } from './pure/facilities.ts';
import { followerDeeds } from './pure/followers.ts';
import { guideDeeds } from './pure/guide.ts';
import { hotlineDeeds } from './pure/hotlines.ts';
import { intakeDeeds } from './pure/intake.ts';
import { letterDeeds, letterQuestions } from './pure/letters.ts';
import { mergingDeeds } from './pure/merging.ts';
import { needsDeeds, needsQuestions } from './pure/needs.ts';
import { otherSurveyDeeds } from './pure/other-surveys.ts';
import { promiseDeeds } from './pure/promises.ts';
import { quoteDeeds } from './pure/quotes.ts';
import { remarkDeeds } from './pure/remarks.ts';
import { residentDeeds } from './pure/residents.ts';
import { serviceDeeds } from './pure/services.ts';
import { settingDeeds, settingQuestions } from './pure/settings.ts';
import { surveyDeeds, surveyQuestions } from './pure/surveys.ts';
import { threadDeeds } from './pure/thread.ts';
import { caseOf, casesOf, doer, happens, openTown, type Rulebook, type Town, takeSteps, theManual } from './pure/town.ts';
import { visitDeeds } from './pure/visits.ts';
import { workDeeds } from './pure/work.ts';
import { asEverybody, byClock, type Story } from './story.ts';

export { type Rulebook, theManual };

const actorIn =
  (town: Town) =>
  (name: string): Actor => {
    const one = doer(town, name);
    return {
      ...intakeDeeds(one),
      ...followerDeeds(one),
      ...facilityDeeds(one),
      ...mergingDeeds(one),
      ...dispatchingDeeds(one),
      ...workDeeds(one),
      ...quoteDeeds(one),
      ...doorDeeds(one),
      ...residentDeeds(one),
      ...serviceDeeds(one),
      ...remarkDeeds(one),
      ...guideDeeds(one),
      ...complaintDeeds(one),
      ...visitDeeds(one),
      ...promiseDeeds(one),
      ...threadDeeds(one),
      ...dutyDeeds(one),
      ...surveyDeeds(one),
      ...letterDeeds(one),
      ...otherSurveyDeeds(one),
      ...needsDeeds(one),
      ...settingDeeds(one),
      ...hotlineDeeds(one),
    };
  };

/** A story told without a database: the same rules, people for ids. */
export function pureStory(book: Rulebook = theManual()): Story {
  const town = openTown(book);
  const stateOf = (ticket: Told) => caseOf(town, ticket).story.state;
  return {
    ...asEverybody(actorIn(town)),
    ...dutyQuestions(town),
    ...letterQuestions(town),
    ...surveyQuestions(town),
    ...needsQuestions(town),
    ...drawQuestions(town),
    ...settingQuestions(town),
    ...byClock(async () => casesOf(town).flatMap((one) => takeSteps(town, one))),
    at: (time) => {
      town.now = shanghaiTime(time);
    },
    nothingReached: async (ticket) => happens(town, caseOf(town, ticket), 'unreached', {}, null, false),
    promises: async (ticket) => caseOf(town, ticket).story.ledger.map((promise) => promiseLine(promise, promise.owedBy, town.now)),
    status: async (ticket) => stateOf(ticket).status,
    urgency: async (ticket) => {
      const last = caseOf(town, ticket).events.findLast((event) => 'clause' in event.facts && 'urgency' in event.facts);
      return { urgency: stateOf(ticket).urgency, clause: String(last?.facts.clause) };
    },
    history: async (ticket) => caseOf(town, ticket).events.map((event) => event.did),
    sets: async (estate, key, value) => {
      town.setHere[estate] = { ...town.setHere[estate], [key]: value };
    },
    quote: async (ticket) => stateOf(ticket).quote,
    charged: async (ticket) => stateOf(ticket).charged,
    waitsFor: async (ticket) => waitsFor(stateOf(ticket), town.now),
    close: async () => {},
  };
}
