import type { Transaction } from '../../db/connect.ts';
import type { ErrandFile } from '../../db/queries/errands.ts';
import { countWords } from '../../db/queries/survey-contacts.ts';
import { WORDS_CODES } from '../../shared/surveys/questionnaires.ts';
import { LEAST_SHOWN } from '../../shared/surveys/statistics.ts';
import type { Ctx } from '../context.ts';
import type { SaidWithIt } from '../ledger/record.ts';
import { titleOf } from './edition.ts';

/** Z4: what was said without a name enters the register as one entry a campaign: how much there is, and where it is answered, if a letter is due; none where nobody wrote. @param isLettered whether an open letter answers it */
export async function anonymousWords(ctx: Ctx, tx: Transaction, { id, state }: ErrandFile, isLettered: boolean): Promise<SaidWithIt[]> {
  const count = await countWords(tx, ctx.viewer, id, WORDS_CODES);
  if (count === 0) return [];
  const some = count < LEAST_SHOWN ? '有几户' : `${count} 户`;
  const body = `${titleOf(state)}：${some}写了话，都不记名${isLettered ? '；由公开信一并答复' : ''}。`;
  return [{ channel: 'survey', kind: 'note', direction: 'in', audience: 'staff', place: '', participants: [], outcome: null, body }];
}
