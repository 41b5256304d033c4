import type { Transaction } from '../../db/connect.ts';
import { countResultPhotos, sayVoice } from '../../db/queries/photos.ts';
import { attachPhotos, insertRating, lastCallTo } from '../../db/queries/thread.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { DAY, sayMoment } from '../../shared/kernel/time.ts';
import {
  type Agreeable,
  CALLED_ONCE_IN_DAYS,
  CALLS,
  decideAgreement,
  decideConfirm,
  decideExplanation,
  decideFinish,
  decideHandOver,
  decideReclassify,
  decideReturnVisit,
  decideSay,
  decideTakeOn,
  decideVisit,
  type MissCause,
} from '../../shared/tickets/decide.ts';
import { type RatingTag, SCORES, type Score, sayRating } from '../../shared/tickets/ratings.ts';
import { unfilled } from '../../shared/tickets/replies.ts';
import type { Ctx } from '../context.ts';
import { command, type Outcome, type Reading, spoken } from './command.ts';

/** D1: the slip names its content, the department and when an answer is due; it stands in the register for colleagues. */
export const handOver = command<{ id: string; content: string; answerBy?: string | undefined }>('handOver', (reading, input) => {
  const answerBy = input.answerBy === undefined ? undefined : new Date(input.answerBy);
  const slip = spoken(reading, input.content, { kind: 'handover', direction: 'internal', audience: 'staff', participants: [] });
  return { ...decideHandOver(reading, { answerBy }), said: [slip] };
});

export const takeOn = command<{ id: string; completeBy: string }>('takeOn', (reading, input) =>
  decideTakeOn(reading, { completeBy: new Date(input.completeBy) }),
);

/** Who is sent: a technician of this office, never into a report of their own. @throws Problem `staff/not-suitable` */
function sentTo(reading: Reading, technicianId: string, content: string): Outcome {
  const isTechnicianHere = reading.file.staff.some((holder) => holder.role === 'technician' && holder.person === technicianId);
  if (!isTechnicianHere || technicianId === reading.file.reporterId)
    throw refuseField('technicianId', '请选本小区的师傅，不能是报修的人自己', 'staff/not-suitable');
  const confirmation = spoken(reading, content, { kind: 'confirmation', direction: 'out', participants: [reading.file.reporterId, technicianId] });
  return { did: 'dispatched', facts: { assignee: technicianId }, said: [confirmation] };
}

/** R8, I16; the content goes back to the resident before work begins (I9). */
export const dispatch = command<{ id: string; technicianId: string; content: string }>('dispatch', (reading, input) =>
  sentTo(reading, input.technicianId, input.content),
);

/** Somebody else instead, for whoever saw who holds it now; the promises go over with their clocks. */
export const reassign = command<{ id: string; technicianId: string; insteadOf: string; content: string }>('reassign', (reading, input) => {
  if (input.insteadOf !== reading.state.assignee) throw new Problem('ticket/action-refused', '刚才已经改派过了');
  if (input.technicianId === reading.state.assignee) throw refuseField('technicianId', '就是现在这位，请选别的师傅');
  return sentTo(reading, input.technicianId, input.content);
});

export const accept = command<{ id: string }>('accept', () => ({ did: 'accepted', facts: {} }));

export const arrive = command<{ id: string }>('arrive', () => ({ did: 'arrived', facts: {} }));

/** R3: done, shown by a picture taken in this round by the one who did it. */
export const finish = command<{ id: string; result: string; photoIds: string[] }>('finish', async (reading, input, tx, ctx) => {
  const ids = [...new Set(input.photoIds)];
  const found = await countResultPhotos(tx, ctx.viewer, reading.file.id, reading.state.round, ids);
  if (found !== ids.length) throw refuseField('photoIds', '照片还没传好，请等传完再提交');
  const calledAt = await lastCallTo(tx, ctx.viewer, reading.file, CALLS, new Date(reading.now.getTime() - CALLED_ONCE_IN_DAYS * DAY));
  const decision = decideFinish(reading, calledAt);
  return { ...decision, facts: { photos: ids }, said: [spoken(reading, input.result, { kind: 'note', direction: 'out' })] };
});

/** R9, S9: the customer confirms and says how good it was, once. */
export const confirm = command<{ id: string; score: Score; tags: RatingTag[]; words: string }>('confirm', async (reading, input, tx, ctx) => {
  const decision = decideConfirm(reading, input);
  const { officeId, id: ticketId } = reading.file;
  const tags = decision.facts.tags as RatingTag[];
  await insertRating(tx, ctx.viewer, { officeId, ticketId, round: reading.state.round, score: input.score, tags, at: reading.now });
  const outcome = sayRating(input.score, tags);
  return { ...decision, said: [spoken(reading, input.words || SCORES[input.score], { kind: 'opinion', direction: 'in', outcome })] };
});

/** R11: not fixed; the next round begins. */
export const reopen = command<{ id: string; words: string }>('reopen', (reading, input) => ({
  did: 'reopened',
  facts: {},
  said: [spoken(reading, input.words, { direction: 'in' })],
}));

/** What stands where a voice note was said without words. */
const ONLY_VOICE = '语音留言';

/** Words, photos, a voice note, or several of them; what is no words is hung on the message. */
async function withFiles(
  reading: Reading,
  input: { words: string; photoIds: string[]; voiceId?: string | undefined },
  tx: Transaction,
  ctx: Ctx,
): Promise<{ id: string }> {
  const ids = [...new Set(input.photoIds)];
  if (input.words === '' && ids.length === 0 && input.voiceId === undefined) throw refuseField('words', '请写几个字，或者放一张照片');
  const id = ctx.newId();
  const { officeId, id: ticketId } = reading.file;
  if (input.voiceId !== undefined && !(await sayVoice(tx, ctx.viewer, { id: input.voiceId, officeId, ticketId }, id)))
    throw refuseField('voiceId', '语音还没传好，请再录一次');
  if (ids.length > 0 && (await attachPhotos(tx, ctx.viewer, reading.file.id, id, ids)) !== ids.length)
    throw refuseField('photoIds', '照片还没传好，请等传完再发');
  return { id };
}

interface Message {
  id: string;
  words: string;
  photoIds: string[];
}

/** A word in the thread (I15); to an upset resident it promises one more call today (R8). */
export const say = command<Message & { upset: boolean; voiceId?: string | undefined }>('say', async (reading, input, tx, ctx) => {
  const isAgent = reading.asStaff && reading.relations.includes('agent');
  if (input.upset && !isAgent) throw refuseField('upset', '只有客服可以记“住户着急”');
  const left = reading.asStaff ? unfilled(input.words) : [];
  if (left.length > 0) throw refuseField('words', `“{${left[0]}}”还没填上，请改好再发`);
  const said = spoken(reading, input.words || (input.voiceId === undefined ? '' : ONLY_VOICE), await withFiles(reading, input, tx, ctx));
  return { ...decideSay(reading, { asStaff: reading.asStaff, upset: input.upset, isReadable: input.words !== '' && !reading.isHeld }), said: [said] };
});

/** A word among colleagues; residents never learn of it. */
export const note = command<Message>('note', async (reading, input, tx, ctx) => {
  const hung = await withFiles(reading, input, tx, ctx);
  const said = spoken(reading, input.words, { ...hung, kind: 'note', direction: 'internal', audience: 'staff', participants: [] });
  return { did: 'noted', facts: {}, said: [said] };
});

/** V8, S9: what a resident says of the result, asked by somebody who did none of the work. */
export const returnVisit = command<{ id: string; words: string; outcome: string; channel: string }>('returnVisit', (reading, input, _tx, ctx) => ({
  ...decideReturnVisit(reading, ctx.viewer.id),
  said: [spoken(reading, input.words, { channel: input.channel, kind: 'visit', direction: 'out', outcome: input.outcome })],
}));

export const call = command<{ id: string; words: string; outcome: string }>('call', (reading, input) => ({
  did: 'called',
  facts: {},
  said: [spoken(reading, input.words, { channel: 'phone', kind: 'call', direction: 'out', outcome: input.outcome || null })],
}));

/** R11: the special return visit, by somebody who did none of the work. */
export const visit = command<{ id: string; words: string; outcome: string; channel: string }>('visit', (reading, input, _tx, ctx) => ({
  ...decideVisit(reading, ctx.viewer.id),
  said: [spoken(reading, input.words, { channel: input.channel, kind: 'visit', direction: 'out', outcome: input.outcome })],
}));

/** I7: a later date agreed in time, or a new one after a miss. */
export const agree = command<{ id: string; what: Agreeable; dueBy: string; channel: string; why: string }>('agree', (reading, input) => {
  const decision = decideAgreement(reading, { what: input.what, dueBy: new Date(input.dueBy), channel: input.channel });
  const until = sayMoment(new Date(input.dueBy), reading.now);
  const facts = { ...decision.facts, agreedWith: reading.file.reporterId };
  return {
    did: decision.did,
    facts,
    said: [spoken(reading, input.why, { channel: input.channel, kind: 'note', direction: 'out', outcome: `约到 ${until}` })],
  };
});

/** R3: each breach is on record with its cause. */
export const explainMiss = command<{ id: string; what: string; round: number; cause: MissCause }>('explainMiss', (reading, input) =>
  decideExplanation(reading, input),
);

export const reclassify = command<{ id: string; category: string; worse: boolean; danger: boolean; why: string }>('reclassify', (reading, input) => {
  const decision = decideReclassify(reading, input);
  const note = spoken(reading, input.why, { kind: 'note', direction: 'internal', audience: 'staff', participants: [] });
  return { ...decision, said: input.why === '' ? [] : [note] };
});
