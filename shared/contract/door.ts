import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { DOOR_TRIES, type DoorTry } from '../quotes/door.ts';
import { channel, command, optionalWords } from './command.ts';
import { MAX_MESSAGE_PHOTOS } from './photos.ts';
import { id, instant } from './route.ts';

const tries = Object.keys(DOOR_TRIES) as [DoorTry, ...DoorTry[]];
const seen = instant.describe('看到的那个时间，改过了就不算');

/** Nobody home (Z14): the try, the one new date, and what the resident says of it. */
export const doorCommands = {
  nobodyHome: command(
    'nobody-home',
    '师傅上门没人，留了卡片或打了电话（Z14）',
    z.strictObject({
      how: z.enum(tries, { error: '请选留了卡片还是打了电话' }),
      words: optionalWords(200),
      photoIds: z.array(id).max(MAX_MESSAGE_PHOTOS, `最多 ${MAX_MESSAGE_PHOTOS} 张照片`).default([]),
    }),
  ),
  proposeDate: command('propose-date', '家里没人以后，定一个新的时间，等住户回话（Z14）', z.strictObject({ dueBy: instant, words: words(200) })),
  acceptDate: command('accept-date', '住户接受新的时间（Z14）', z.strictObject({ dueBy: seen })),
  declineDate: command('decline-date', '住户说什么时候在家，另约（Z14）', z.strictObject({ dueBy: seen, words: words(200) })),
  recordDate: command(
    'record-date',
    '住户在电话里、当面答复新的时间，同事记下（Z14）',
    z.strictObject({ dueBy: seen, accepts: z.boolean({ error: '请选可以还是要另约' }), channel, words: words(200) }),
  ),
};
