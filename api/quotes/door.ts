import { attachPhotos } from '../../db/queries/thread.ts';
import { refuseField } from '../../shared/kernel/problem.ts';
import { sayMoment } from '../../shared/kernel/time.ts';
import {
  DOOR_TRIES,
  type DoorTry,
  decideDateAccepted,
  decideDateDeclined,
  decideDateTold,
  decideNobodyHome,
  decideProposal,
} from '../../shared/quotes/door.ts';
import { command, spoken } from '../tickets/command.ts';

/** Z14: nobody home; the card's words and its picture are in the thread at once, where the resident can answer. */
export const nobodyHome = command<{ id: string; how: DoorTry; words: string; photoIds: string[] }>('nobodyHome', async (reading, input, tx, ctx) => {
  const decision = decideNobodyHome(reading, input.how);
  const id = ctx.newId();
  const photos = [...new Set(input.photoIds)];
  if (photos.length > 0 && (await attachPhotos(tx, ctx.viewer, reading.file.id, id, photos)) !== photos.length)
    throw refuseField('photoIds', '照片还没传好，请等传完再提交');
  const isCard = input.how === 'card';
  const said = spoken(reading, input.words || DOOR_TRIES[input.how], {
    id,
    channel: isCard ? 'face_to_face' : 'phone',
    kind: isCard ? 'visit' : 'call',
    direction: 'out',
    outcome: input.words ? DOOR_TRIES[input.how] : null,
  });
  return { ...decision, said: [said] };
});

/** Z14: one new date; it counts once the resident says yes. */
export const proposeDate = command<{ id: string; dueBy: string; words: string }>('proposeDate', (reading, input) => {
  const dueBy = new Date(input.dueBy);
  const outcome = `新的时间：${sayMoment(dueBy, reading.now)} 前`;
  return { ...decideProposal(reading, dueBy), said: [spoken(reading, input.words, { kind: 'message', direction: 'out', outcome })] };
});

export const acceptDate = command<{ id: string; dueBy: string }>('acceptDate', (reading, input, _tx, ctx) => {
  const seen = new Date(input.dueBy);
  return {
    ...decideDateAccepted(reading, seen, ctx.viewer.id),
    said: [spoken(reading, `可以，${sayMoment(seen, reading.now)} 前来`, { direction: 'in' })],
  };
});

export const declineDate = command<{ id: string; dueBy: string; words: string }>('declineDate', (reading, input) => ({
  ...decideDateDeclined(reading, new Date(input.dueBy)),
  said: [spoken(reading, input.words, { direction: 'in' })],
}));

/** Z14: what a resident answered by word of mouth, put on record by somebody who does none of the work. */
export const recordDate = command<{ id: string; dueBy: string; accepts: boolean; channel: string; words: string }>('recordDate', (reading, input) => {
  const { accepts, channel, words } = input;
  const seen = new Date(input.dueBy);
  const outcome = accepts ? `接受新的时间：${sayMoment(seen, reading.now)} 前` : '要另约时间';
  return {
    ...decideDateTold(reading, { seen, accepts, channel, answeredBy: reading.file.reporterId }),
    said: [spoken(reading, words, { channel, kind: 'call', direction: 'in', outcome })],
  };
});
