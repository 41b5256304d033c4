import type { Tx } from '../../db/connect.ts';
import type { ErrandFile } from '../../db/queries/errands.ts';
import { readServiceUsers, readSurveyFrame } from '../../db/queries/surveys.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import type { Framed } from '../../shared/kernel/sampling.ts';
import { type Stretch, usedWithin } from '../../shared/surveys/periods.ts';
import { rowOfSurvey } from '../../shared/surveys/rows.ts';
import { surveyFacts } from '../../shared/surveys/survey.ts';

interface Frame {
  homes: Framed[];
  occupiedSince: string | null;
  /** The outside providers who served these homes; null where the survey is not about that. */
  providers: string[] | null;
}

/** When services were done whose users a survey asks; null for one that is asked of whoever lives there (S10). */
export function usersOf({ facts }: Pick<ErrandState, 'facts'>): Stretch | null {
  const { survey, month } = surveyFacts({ facts });
  return usedWithin(rowOfSurvey(survey), month);
}

/** The homes a survey may be asked of, and for a sample since when the estate is lived in (S2); of special services those that had one done, with who did it (S10). */
export async function frameOf(tx: Tx, viewer: Viewer, { officeId, state }: Pick<ErrandFile, 'officeId' | 'state'>): Promise<Frame> {
  const used = usersOf(state);
  if (used) return { occupiedSince: null, ...(await readServiceUsers(tx, viewer, officeId, used)) };
  return { providers: null, ...(await readSurveyFrame(tx, viewer, officeId)) };
}
