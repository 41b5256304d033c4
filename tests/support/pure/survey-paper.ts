import { relationsToErrand } from '../../../shared/errands/relations.ts';
import { permit } from '../../../shared/kernel/lifecycle.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { drawFrom } from '../../../shared/kernel/sampling.ts';
import { readAnswers } from '../../../shared/surveys/answers.ts';
import { mayTakeBack, mayTick, mayType, nextInstead, type Sheets, SURVEY_PAPER_ROWS, type SurveyPaperAction } from '../../../shared/surveys/paper.ts';
import { editionAt } from '../../../shared/surveys/questionnaires.ts';
import { isTaking, surveyFacts } from '../../../shared/surveys/survey.ts';
import type { SurveyPaperDeeds, SurveyPaperQuestions } from '../survey-paper-deeds.ts';
import { buildingOf, staffOf } from './company.ts';
import { ESTATE } from './duties.ts';
import { type Asked, HOMES, newestSurvey } from './surveys.ts';
import type { Doer, Town } from './town.ts';

/** The paper of one survey: which homes were ticked by whom, who ever did, who typed, and which homes were replaced. */
interface Pile {
  ticks: Map<string, { by: string; at: Date }>;
  ticked: Set<string>;
  typists: string[];
  replaced: Set<string>;
}

const PILES = new WeakMap<Asked, Pile>();

function pileOf(one: Asked): Pile {
  const pile = PILES.get(one) ?? { ticks: new Map(), ticked: new Set(), typists: [], replaced: new Set() };
  PILES.set(one, pile);
  return pile;
}

const sheetsOf = ({ ticks, ticked, typists }: Pile, name: string): Sheets => ({
  ticked: ticks.size,
  typed: typists.length,
  iTicked: ticked.has(name),
  iTyped: typists.filter((one) => one === name).length,
});

function asked(town: Town): Asked {
  const one = newestSurvey(town);
  if (!one) throw new Problem('seen/not-found');
  return one;
}

export const surveyPaperDeeds = ({ town, name }: Pick<Doer, 'town' | 'name'>): SurveyPaperDeeds => {
  const may = (action: SurveyPaperAction) => {
    const one = asked(town);
    const { state } = one.story;
    permit(SURVEY_PAPER_ROWS, action, state, relationsToErrand(name, state, staffOf(ESTATE)), town.now);
    return { one, state, pile: pileOf(one) };
  };
  return {
    ticksSheetOf: async (home) => {
      const { one, state, pile } = may('tickSheet');
      mayTick(state, sheetsOf(pile, name), town.now);
      if (!one.homes.has(home)) throw new Problem('seen/not-found');
      if (one.answers.has(home)) return { already: true };
      one.answers.set(home, {});
      pile.ticks.set(home, { by: name, at: town.now });
      pile.ticked.add(name);
      return { already: false };
    },
    takesTickBackOf: async (home) => {
      const { one, state, pile } = may('takeBackTick');
      const tick = pile.ticks.get(home);
      mayTakeBack(state, tick?.by === name ? tick.at : null, sheetsOf(pile, name), town.now);
      pile.ticks.delete(home);
      one.answers.delete(home);
    },
    typesSheet: async (given) => {
      const { state, pile } = may('typeSheet');
      readAnswers(editionAt('half_year', state.givenAt), given);
      mayType(state, sheetsOf(pile, name));
      pile.typists.push(name);
    },
    replacesHome: async (home) => {
      const { one, state, pile } = may('replaceHome');
      if (!isTaking(state, town.now)) throw new Problem('surveys/closed');
      if (!one.homes.has(home)) throw new Problem('seen/not-found');
      if (one.answers.has(home)) throw new Problem('surveys/counted');
      const { seed, issued } = surveyFacts(state);
      const frame = HOMES.map((id) => ({ id, stratum: String(buildingOf(id)) }));
      const standing = drawFrom(frame, seed!, issued!).map(({ id, stratum, place }) => ({
        homeId: id,
        building: Number(stratum),
        place,
        drawn: one.homes.has(id),
        replaced: pile.replaced.has(id),
      }));
      const next = nextInstead(standing, buildingOf(home));
      if (!next) throw new Problem('surveys/nobody-left');
      one.homes.delete(home);
      one.homes.add(next.homeId);
      pile.replaced.add(home);
      return next.homeId;
    },
  };
};

export const surveyPaperQuestions = (town: Town): SurveyPaperQuestions => ({
  surveySheets: async () => {
    const { ticks, typists } = pileOf(asked(town));
    return { ticked: ticks.size, typed: typists.length };
  },
  askedHomes: async () => [...asked(town).homes],
});
