import { insertSurveyCode, readSurveyCode } from '../../db/queries/survey-codes.ts';
import { ANSWER_PAGE, sceneOf } from '../../shared/surveys/scene.ts';
import type { Ctx } from '../context.ts';
import { typeOfBytes } from '../storage/storage.ts';
import { iso } from '../tickets/card-view.ts';
import { lookAtSheets } from './paper.ts';

/** A picture as a page shows it without asking again. */
const shownAs = (bytes: Uint8Array): string => `data:${typeOfBytes(bytes)};base64,${Buffer.from(bytes).toString('base64')}`;

/**
 * S3: the code of a survey's sheet, which opens the page it is answered on. WeChat draws it once a survey, outside any transaction; where it does not, the sheet goes without.
 * @throws Problem `seen/not-found`, `surveys/company-only`
 */
export async function surveyCode(ctx: Ctx, { id }: { id: string }) {
  const { officeId, state } = await lookAtSheets(ctx, id);
  const scene = sceneOf(id);
  const answer = (way: 'wechat' | 'address' | 'away' | 'over', picture: string | null = null) => ({ now: iso(ctx.clock()), scene, way, picture });
  if (state.happened.collected !== undefined || state.status === 'withdrawn') return answer('over');
  const known = await readSurveyCode(ctx.db, ctx.viewer, { id, officeId });
  if (known) return answer('wechat', known);
  if (!ctx.wechat) return answer('address');
  const bytes = await ctx.wechat.pageCode({ page: ANSWER_PAGE, scene });
  if (!bytes) return answer('away');
  const picture = shownAs(bytes);
  await insertSurveyCode(ctx.db, ctx.viewer, { id, officeId, picture, at: ctx.clock() });
  return answer('wechat', picture);
}
