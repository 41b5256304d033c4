import type { Transaction } from '../../db/connect.ts';
import { holdPicture, notePictureAsked } from '../../db/queries/checks.ts';
import type { PhotoRow } from '../../db/queries/photos.ts';
import { openidOfViewer } from '../../db/queries/wechat.ts';
import type { Check } from '../../shared/content/checks.ts';
import type { Settings } from '../../shared/kernel/settings.ts';
import { minutesAfter } from '../../shared/kernel/time.ts';
import type { Ctx } from '../context.ts';

/**
 * Holds a picture from the moment it is in, so that nothing has to happen afterwards for it to stay so; null without WeChat, and where it is held
 * already.
 */
export async function holdUntilSeen(ctx: Ctx, tx: Transaction, photo: PhotoRow, settings: Settings): Promise<{ id: string; check: Check } | null> {
  if (!ctx.wechat) return null;
  const { id: photoId, officeId, subject } = photo;
  const ticketId = subject.of === 'ticket' ? subject.id : null;
  const [id, at] = [ctx.newId(), ctx.clock()];
  const held = await holdPicture(tx, ctx.viewer, { id, officeId, ticketId, photoId, at, queuedAt: minutesAfter(at, settings.pictureVerdictMinutes) });
  return held ? { id, check: { stand: 'waiting', decision: null, reason: null } } : null;
}

/** Asks WeChat, after the answer, to look at a picture held under this id. Where it cannot be asked, colleagues look. */
export function askAboutPicture(ctx: Ctx, checkId: string, storageKey: string): void {
  const { wechat, storage } = ctx;
  if (!wechat || !storage) return;
  ctx.later(async () => {
    const openid = await openidOfViewer(ctx.db, ctx.viewer);
    const url = addressFor(ctx, storage.link(storageKey, ctx.clock()));
    const traceId = openid !== null && url !== null ? await wechat.checkPicture({ openid, url }) : null;
    await notePictureAsked(ctx.db, ctx.viewer, checkId, traceId, ctx.clock());
  });
}

/** A link as WeChat can follow it; null where nobody told where this house stands. */
function addressFor({ publicAddress }: Pick<Ctx, 'publicAddress'>, link: string): string | null {
  if (/^https?:/.test(link)) return link;
  return publicAddress === null ? null : `${publicAddress}${link}`;
}
