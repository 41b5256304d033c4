import type { Transaction } from '../../db/connect.ts';
import type { ErrandFile } from '../../db/queries/errands.ts';
import { readTallies } from '../../db/queries/survey-tallies.ts';
import type { System } from '../../db/queries/viewer.ts';
import { wordsCodesOf } from '../../shared/surveys/questionnaires.ts';
import { ratesIn } from '../../shared/surveys/rates.ts';
import type { House } from '../context.ts';
import { editionFor } from './edition.ts';

/** How satisfied those who answered are on the whole, in percent, as far as it tells of nobody; null where too few answered (S10). */
export async function shownRate(
  house: House,
  tx: Transaction,
  system: System,
  { id, state }: Pick<ErrandFile, 'id' | 'state'>,
): Promise<number | null> {
  const edition = await editionFor(house, tx, system, state);
  const { whole } = await readTallies(tx, system, { id, words: wordsCodesOf(edition) });
  return ratesIn(edition, whole).whole.percent;
}
