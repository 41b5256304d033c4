import type { Tx } from '../../db/connect.ts';
import type { ErrandFile } from '../../db/queries/errands.ts';
import { readQuestionnaire } from '../../db/queries/questionnaires.ts';
import type { System, Viewer } from '../../db/queries/viewer.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { relationsToErrand } from '../../shared/errands/relations.ts';
import { surveyTitle } from '../../shared/surveys/periods.ts';
import { editionOf, type Questionnaire } from '../../shared/surveys/questionnaires.ts';
import { rowOfSurvey } from '../../shared/surveys/rows.ts';
import { surveyFacts } from '../../shared/surveys/survey.ts';
import type { House } from '../context.ts';

/** A survey as people call it. */
export const titleOf = ({ facts }: Pick<ErrandState, 'facts'>): string => {
  const { survey, month } = surveyFacts({ facts });
  return surveyTitle(rowOfSurvey(survey), month);
};

/** Whether somebody asks a survey by phone: of the company's own the quality department, but nobody who works at the estate it is about (S12). */
export function mayCall(person: string, { state, staff }: Pick<ErrandFile, 'state' | 'staff'>): boolean {
  const worksThere = staff.some((holder) => holder.person === person && !holder.atHeadOffice);
  return rowOfSurvey(surveyFacts(state).survey).heldBy === 'quality' && !worksThere && relationsToErrand(person, state, staff).includes('quality');
}

/** The questions a survey was opened with. @throws Error where there are none: a mistake of ours */
export async function editionFor(
  { questionnaires }: Pick<House, 'questionnaires'>,
  tx: Tx,
  viewer: Viewer | System,
  state: Pick<ErrandState, 'facts'>,
): Promise<Questionnaire> {
  const { survey, edition, paper } = surveyFacts(state);
  const { questionnaire } = rowOfSurvey(survey);
  const found = paper ? await readQuestionnaire(tx, viewer, paper.id, paper.round) : editionOf(questionnaire, edition, questionnaires);
  if (!found) throw new Error(`${questionnaire} has no edition of ${edition}`);
  return found;
}
