import { pointsAt } from '../../../shared/kernel/promises.ts';
import { decideSurveyVisit } from '../../../shared/surveys/contact.ts';
import { decideConfirmPublic } from '../../../shared/tickets/decide.ts';
import type { Fact } from '../../../shared/tickets/decision.ts';
import {
  decideCheckDefect,
  decideEndVisit,
  decideFellowVisit,
  decideFlag,
  decideReturnVisit,
  decideTry,
  decideVisit,
  isDrawnCall,
} from '../../../shared/visits/decide.ts';
import type { VisitDeeds } from '../deeds.ts';
import { SATISFIED } from '../story.ts';
import { relationsOf } from './company.ts';
import { caseOf, type Doer, happens } from './town.ts';
import { lastCallTo } from './work.ts';

export const visitDeeds = ({ town, name, does }: Doer): VisitDeeds => ({
  returns: async (ticket, words, _outcome, { fixed, ...answers } = SATISFIED) => {
    const survivor = town.cases.get(caseOf(town, ticket).story.state.merged?.into ?? '');
    let beside: readonly Fact[] = [];
    await does('returnVisit', ticket, (given, one) => {
      const isDrawn = isDrawnCall(given, relationsOf(name, one));
      if (!survivor) return decideReturnVisit(given, name, { answers, words, fixed, channel: 'phone' }, lastCallTo(town, one.home), isDrawn);
      const { own, onSurvivor } = decideFellowVisit(given, { ...given, ...survivor.story }, name, { answers, words });
      beside = onSurvivor;
      return own;
    });
    for (const next of beside) happens(town, survivor!, next.did, next.facts, name, false);
  },
  visits: (ticket, words, _outcome, answers = SATISFIED, channel = 'phone') =>
    does('visit', ticket, (given) =>
      given.state.fromSurvey ? decideSurveyVisit(given, { words, channel }) : decideVisit(given, name, { answers, words }),
    ),
  tries: (ticket, what) => does('tryVisit', ticket, (given, one) => decideTry(given, name, what, relationsOf(name, one), lastCallTo(town, one.home))),
  endsVisit: (ticket, what) =>
    does('endVisit', ticket, (given, one) =>
      decideEndVisit(given, name, what, relationsOf(name, one), (promise) =>
        one.events.filter((event) => event.did === 'visit_tried' && pointsAt(event, promise)).map((event) => event.at),
      ),
    ),
  confirmsPublic: (ticket) => does('confirmPublic', ticket, decideConfirmPublic),
  flags: (ticket, isLarge) => does('flag', ticket, (given) => decideFlag(given, isLarge)),
  checks: (ticket, finding) => does('checkDefect', ticket, (given) => decideCheckDefect(given, name, finding)),
  callsAsDirector: (ticket) => does('directorCall', ticket, () => ({ did: 'director_called', facts: {} })),
});
