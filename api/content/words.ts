import { openidOfViewer } from '../../db/queries/wechat.ts';
import type { HeldWhy } from '../../shared/content/checks.ts';
import type { Ctx } from '../context.ts';

const PATIENCE_MILLISECONDS = 2_000;

/**
 * What WeChat says of what somebody wrote, asked inside their own request: it only speaks of whoever was here in the last two hours.
 * @returns null where nothing was written or there is no WeChat; `unknown` where it did not say within two seconds, whatever the reason
 */
export async function checkWritten(ctx: Ctx, words: string): Promise<'pass' | HeldWhy | null> {
  const { wechat } = ctx;
  if (!wechat || words === '') return null;
  const openid = await openidOfViewer(ctx.db, ctx.viewer);
  if (openid === null) return 'unknown';
  const said = wechat.checkWords({ openid, words }).catch((error) => {
    ctx.report('a check of words failed', error);
    return null;
  });
  return (await within(PATIENCE_MILLISECONDS, said)) ?? 'unknown';
}

/** What comes in time; null where nothing does. */
async function within<T>(milliseconds: number, coming: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  return Promise.race([coming, tooLate]).finally(() => clearTimeout(timer));
}
