import type { Transaction } from '../../db/connect.ts';
import type { ErrandFile } from '../../db/queries/errands.ts';
import { readTallies } from '../../db/queries/survey-tallies.ts';
import type { System, Viewer } from '../../db/queries/viewer.ts';
import type { Settings } from '../../shared/kernel/settings.ts';
import { frequentIn } from '../../shared/surveys/letter.ts';
import { wordsCodesOf } from '../../shared/surveys/questionnaires.ts';
import type { House } from '../context.ts';
import { editionFor } from './edition.ts';

/** How many have to name the same, so that it is answered in public: households (S5), or colleagues (S11). */
export const leastNamed = ({ kind }: Pick<ErrandFile['state'], 'kind'>, settings: Settings): number =>
  kind === 'needs' ? settings.staffNeedPeople : settings.letterHouseholds;

/** How many things so many households named that they are answered in public (S5). */
export async function countFrequent(
  house: Pick<House, 'questionnaires'>,
  tx: Transaction,
  viewer: Viewer | System,
  { id, state }: Pick<ErrandFile, 'id' | 'state'>,
  settings: Settings,
): Promise<number> {
  const edition = await editionFor(house, tx, viewer, state);
  const { whole } = await readTallies(tx, viewer, { id, words: wordsCodesOf(edition) });
  return frequentIn(edition, whole, leastNamed(state, settings)).length;
}
