import type { Transaction } from '../../db/connect.ts';
import type { ErrandFile } from '../../db/queries/errands.ts';
import { readTallies } from '../../db/queries/survey-tallies.ts';
import type { System, Viewer } from '../../db/queries/viewer.ts';
import type { Settings } from '../../shared/kernel/settings.ts';
import { frequentIn } from '../../shared/surveys/letter.ts';
import { wordsCodesOf } from '../../shared/surveys/questionnaires.ts';
import { editionFor } from './edition.ts';

/** How many things so many households named that they are answered in public (S5). */
export async function countFrequent(
  tx: Transaction,
  viewer: Viewer | System,
  { id, state }: Pick<ErrandFile, 'id' | 'state'>,
  settings: Settings,
): Promise<number> {
  const edition = await editionFor(tx, viewer, state);
  const { whole } = await readTallies(tx, viewer, { id, words: wordsCodesOf(edition) });
  return frequentIn(edition, whole, settings.letterHouseholds).length;
}
