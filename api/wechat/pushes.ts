import { judgePicture } from '../../db/queries/checks.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { z } from '../../shared/kernel/zod.ts';
import type { House } from '../context.ts';
import { subscribeChanged } from '../messages/consents.ts';
import type { PushEvent } from './pushed.ts';

const PictureVerdict = z.looseObject({
  trace_id: z.string().regex(/^[\w-]{1,200}$/),
  errcode: z.number().default(0),
  result: z.looseObject({ suggest: z.string() }).optional(),
});

/**
 * WeChat has looked at a picture (media_check_async). A verdict nobody knows yet comes back: WeChat may be faster than the note of what it was asked.
 * @throws Problem `request/malformed`, `push/unknown-picture`
 */
async function takePictureVerdict(house: House, event: PushEvent): Promise<void> {
  const found = PictureVerdict.safeParse(event);
  if (!found.success) throw new Problem('request/malformed');
  const { trace_id: traceId, errcode, result } = found.data;
  const said = errcode === 0 ? result?.suggest : undefined;
  const stand = said === 'pass' || said === 'review' || said === 'risky' ? said : 'unknown';
  if (!(await judgePicture(house.db, asSystem('push'), traceId, stand, house.clock()))) throw new Problem('push/unknown-picture');
}

/**
 * What is done with what WeChat's message server tells, by its event; what is not named here is taken and forgotten. Told twice, each does it once.
 */
export const PUSHES: Readonly<Record<string, (house: House, event: PushEvent) => Promise<void>>> = {
  wxa_media_check: takePictureVerdict,
  subscribe_msg_popup_event: subscribeChanged,
  subscribe_msg_change_event: subscribeChanged,
  subscribe_msg_sent_event: subscribeChanged,
};
