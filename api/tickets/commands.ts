import type { Transaction } from '../../db/connect.ts';
import { everLivedAt } from '../../db/queries/dispatching.ts';
import { countFollowing } from '../../db/queries/followers.ts';
import { reportedOne } from '../../db/queries/merging.ts';
import { countResultPhotos, sayVoice } from '../../db/queries/photos.ts';
import { insertCharge, readQuoteLines } from '../../db/queries/quotes.ts';
import { attachPhotos, insertRating, lastCallTo } from '../../db/queries/thread.ts';
import { readTicketFile, type TicketFile } from '../../db/queries/ticket-files.ts';
import type { SpentAsked } from '../../shared/contract/facilities.ts';
import { ONLY_VOICE } from '../../shared/contract/voices.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { DAY, sayMoment } from '../../shared/kernel/time.ts';
import { decideCoRating } from '../../shared/merging/decide.ts';
import { type Charge, chargeOf } from '../../shared/quotes/quotes.ts';
import { decideSurveyVisit } from '../../shared/surveys/contact.ts';
import { type Agreeable, decideAgreement, decideExplanation, type MissCause } from '../../shared/tickets/agreements.ts';
import { CALLED_ONCE_IN_DAYS, CALLS } from '../../shared/tickets/calls.ts';
import { answerClaims, type Claimable, judgeClaim } from '../../shared/tickets/claims.ts';
import {
  decideConfirm,
  decideDispatch,
  decideFinish,
  decideHandBack,
  decideHandOver,
  decideReclassify,
  decideSay,
  decideTakeOn,
} from '../../shared/tickets/decide.ts';
import type { Fact } from '../../shared/tickets/decision.ts';
import type { HandBackReason } from '../../shared/tickets/hand-back.ts';
import { isCallDue } from '../../shared/tickets/notices.ts';
import { CANCEL_REASONS, type CancelReason, decideCancel, decideChange, decideUrge } from '../../shared/tickets/own.ts';
import { type RatingTag, SCORES, type Score, sayRating } from '../../shared/tickets/ratings.ts';
import { unfilled } from '../../shared/tickets/replies.ts';
import { decideFellowVisit, decideReturnVisit, decideVisit, isDrawnCall } from '../../shared/visits/decide.ts';
import { type Answers, sayAnswers } from '../../shared/visits/script.ts';
import type { Ctx } from '../context.ts';
import { keepSpending } from '../facilities/commands.ts';
import { Moved, type SaidWithIt } from '../ledger/record.ts';
import { type Beside, calledBefore, command, type Outcome, type Reading, spoken } from './command.ts';
import { survivorOf } from './merging.ts';

/** D1: the slip names its content, the department and when an answer is due; it stands in the register for colleagues. */
export const handOver = command<{ id: string; content: string; answerBy?: string | undefined }>('handOver', (reading, input) => {
  const answerBy = input.answerBy === undefined ? undefined : new Date(input.answerBy);
  const slip = spoken(reading, input.content, { kind: 'handover', direction: 'internal', audience: 'staff', participants: [] });
  return { ...decideHandOver(reading, { answerBy }), said: [slip] };
});

export const takeOn = command<{ id: string; completeBy: string }>('takeOn', (reading, input) =>
  decideTakeOn(reading, { completeBy: new Date(input.completeBy) }),
);

interface Sent {
  technicianId: string;
  content: string;
  visitBy?: string | undefined;
}

/** Who is sent: a technician of this office, never into a report of their own, nor into what a housemate keeps to themselves. @throws Problem `staff/not-suitable` */
async function sentTo(reading: Reading, { technicianId, content, ...input }: Sent, tx: Transaction, ctx: Ctx): Promise<Outcome> {
  const isTechnicianHere = reading.file.staff.some((holder) => holder.role === 'technician' && holder.person === technicianId);
  const merged = reading.state.tookIn.map((one) => one.ticket);
  const isTheirs = technicianId === reading.file.reporterId || (await reportedOne(tx, ctx.viewer, reading.file.officeId, merged, technicianId));
  if (!isTechnicianHere || isTheirs) throw refuseField('technicianId', '请选本小区的师傅，不能是报修的人自己', 'staff/not-suitable');
  if (reading.state.onlyMine && (await everLivedAt(tx, ctx.viewer, reading.file)).includes(technicianId))
    throw refuseField('technicianId', '报修的人不想让同住的人看到，请派别的师傅', 'staff/not-suitable');
  const visitBy = input.visitBy === undefined ? undefined : new Date(input.visitBy);
  const confirmation = spoken(reading, content, { kind: 'confirmation', direction: 'out', participants: [reading.file.reporterId, technicianId] });
  return { ...decideDispatch(reading, { assignee: technicianId, visitBy }), said: [confirmation] };
}

/** R8, I16; the content goes back to the resident before work begins (I9). */
export const dispatch = command<Sent & { id: string }>('dispatch', sentTo);

/** Lets the household see what only its author saw. */
export const share = command<{ id: string }>('share', () => ({ did: 'shared', facts: {} }));

/** Somebody else instead, for whoever saw who holds it now; the promises go over with their clocks. */
export const reassign = command<{ id: string; technicianId: string; insteadOf: string; content: string }>('reassign', (reading, input, tx, ctx) => {
  if (input.insteadOf !== reading.state.assignee) throw new Problem('ticket/action-refused', '刚才已经改派过了');
  if (input.technicianId === reading.state.assignee) throw refuseField('technicianId', '就是现在这位，请选别的师傅');
  return sentTo(reading, input, tx, ctx);
});

/** Whoever was sent hands it back with a reason; colleagues read what they add. The clocks run on. */
export const handBack = command<{ id: string; reason: HandBackReason; words: string }>('handBack', (reading, input) => {
  const note = spoken(reading, input.words, { kind: 'note', direction: 'internal', audience: 'staff', participants: [] });
  return { ...decideHandBack(reading, input), said: input.words === '' ? [] : [note] };
});

/** I4: the director speaks with a key customer once more. */
export const directorCall = command<{ id: string; words: string; outcome: string; channel: string }>('directorCall', (reading, input) => ({
  did: 'director_called',
  facts: {},
  said: [spoken(reading, input.words, { channel: input.channel, kind: 'visit', direction: 'out', outcome: input.outcome || null })],
}));

/** R3: what a technician does counts when they say they did it, where that may be believed. */
export function asClaimed(reading: Reading, did: Claimable, claimedAt: string | undefined): Outcome {
  // Only whoever was there can have had no signal: what the service centre registers for others is of now.
  const isOwn = reading.relations.includes('assignee');
  return { did, ...judgeClaim(reading, did, claimedAt === undefined || !isOwn ? null : new Date(claimedAt)) };
}

export const accept = command<{ id: string; claimedAt?: string | undefined }>('accept', (reading, input) =>
  asClaimed(reading, 'accepted', input.claimedAt),
);

export const arrive = command<{ id: string; claimedAt?: string | undefined }>('arrive', (reading, input) =>
  asClaimed(reading, 'arrived', input.claimedAt),
);

/** R3: the supervisor says whether times named without a signal are believed. */
export const answerClaim = command<{ id: string; upheld: boolean; words: string }>('answerClaim', (reading, input) => {
  const note = spoken(reading, input.words, { kind: 'note', direction: 'internal', audience: 'staff', participants: [] });
  return { ...answerClaims(reading.state.claims, input.upheld), said: input.words === '' ? [] : [note] };
});

/**
 * R14: what this round cost is on record, nought for what was free; never more than was accepted.
 * @throws Problem `quote/not-accepted`, `request/invalid`
 */
export async function keepCharge(reading: Reading, used: readonly number[] | undefined, tx: Transaction, ctx: Ctx): Promise<Charge> {
  const { officeId, id: ticketId } = reading.file;
  const quoteId = reading.state.agreedQuote?.id ?? null;
  const lines = await readQuoteLines(tx, ctx.viewer, reading.file, quoteId);
  const charge = chargeOf(reading.state, lines, used);
  const line = { ...charge, officeId, ticketId, round: reading.state.round, quoteId, at: reading.now };
  if (!(await insertCharge(tx, ctx.viewer, line))) throw new Moved();
  return charge;
}

/** R3: done, shown by a picture taken in this round by the one who did it. */
export const finish = command<{
  id: string;
  result: string;
  photoIds: string[];
  used?: number[] | undefined;
  spent?: SpentAsked[] | undefined;
  claimedAt?: string | undefined;
}>('finish', async (reading, input, tx, ctx) => {
  const ids = [...new Set(input.photoIds)];
  const found = await countResultPhotos(tx, ctx.viewer, reading.file.id, reading.state.round, ids);
  if (found !== ids.length) throw refuseField('photoIds', '照片还没传好，请等传完再提交');
  const claim = asClaimed(reading, 'finished', input.claimedAt);
  const at = claim.at ?? reading.now;
  const calledAt = await lastCallTo(tx, ctx.viewer, reading.file, CALLS, new Date(reading.now.getTime() - CALLED_ONCE_IN_DAYS * DAY));
  const charge = await keepCharge(reading, input.used, tx, ctx);
  const spent = input.spent ? await keepSpending(reading, input.spent, reading.state.round, tx, ctx) : null;
  const decision = decideFinish({ ...reading, now: at }, calledAt, charge);
  return {
    ...claim,
    facts: { ...claim.facts, ...decision.facts, photos: ids },
    also: [...(claim.also ?? []), ...(decision.also ?? []), ...(spent ? [spent.fact] : [])],
    said: [spoken(reading, input.result, { kind: 'note', direction: 'out' })],
  };
});

/** The ticket of somebody whose own was merged into this one: their words stay in their own thread (Z3). */
async function ownMerged(reading: Reading, tx: Transaction, ctx: Ctx): Promise<TicketFile> {
  const own = reading.file.own && (await readTicketFile(tx, ctx.viewer, reading.file.own.id, reading.now));
  if (!own) throw new Problem('ticket/not-yours');
  return own;
}

/** What they said stands in their own, and what is owed to them for it; whoever speaks has heard (R8). */
const inTheirOwn = (own: TicketFile, said: SaidWithIt, owed: readonly Fact[] = []): Beside => ({
  file: own,
  events: [{ did: 'said', facts: {} }, ...owed, ...(isCallDue(own.ledger) ? [{ did: 'reached' as const, facts: {} }] : [])],
  said: [{ ...said, place: own.place, participants: [own.reporterId] }],
});

/** R9, S9: the customer confirms and says how good it was, once. */
export const confirm = command<{ id: string; score: Score; tags: RatingTag[]; words: string }>('confirm', async (reading, input, tx, ctx) => {
  const own = reading.relations.includes('resident') ? null : await ownMerged(reading, tx, ctx);
  const rated = own && decideCoRating(reading, ctx.viewer.id, input);
  const decision = rated ?? decideConfirm(reading, input);
  const { officeId, id: ticketId } = reading.file;
  const tags = decision.facts.tags as RatingTag[];
  await insertRating(tx, ctx.viewer, { officeId, ticketId, round: reading.state.round, score: input.score, tags, at: reading.now });
  const outcome = sayRating(input.score, tags);
  const said = spoken(reading, input.words || SCORES[input.score], { kind: 'opinion', direction: 'in', outcome });
  return own ? { ...decision, beside: [inTheirOwn(own, said, rated?.inTheirOwn)] } : { ...decision, said: [said] };
});

/** R11: not fixed; the next round begins. */
export const reopen = command<{ id: string; words: string }>('reopen', async (reading, input, tx, ctx) => {
  const own = reading.relations.includes('resident') ? null : await ownMerged(reading, tx, ctx);
  const said = spoken(reading, input.words, { direction: 'in' });
  return own ? { did: 'reopened', facts: { fellow: true }, beside: [inTheirOwn(own, said)] } : { did: 'reopened', facts: {}, said: [said] };
});

/** Words, photos, a voice note, or several of them; what is no words is hung on the message. */
export async function withFiles(
  reading: Reading,
  input: { words: string; photoIds: string[]; voiceId?: string | undefined },
  tx: Transaction,
  ctx: Ctx,
): Promise<{ id: string }> {
  const ids = [...new Set(input.photoIds)];
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

export interface Visited extends Answers {
  id: string;
  words: string;
  outcome: string;
  channel: string;
}

/** What residents answered to the three questions, and what they said. */
export const answered = (reading: Reading, { quality, attitude, result, words, outcome, channel }: Visited) => {
  const answers = { quality, attitude, result };
  const summary = [sayAnswers(answers, reading.state.kind), outcome].filter(Boolean).join('；');
  return { answers, words, said: [spoken(reading, words || summary, { channel, kind: 'visit', direction: 'out', outcome: summary || null })] };
};

/** V8, S9, V7: what a resident says of the result, asked by somebody who did none of the work; R9: who says so in the call has it closed. */
export const returnVisit = command<Visited & { fixed?: boolean | undefined }>('returnVisit', async (reading, input, tx, ctx) => {
  const { said, ...heard } = answered(reading, input);
  if (reading.state.merged) {
    const file = await survivorOf(tx, ctx.viewer, reading.file, reading.now);
    const { own, onSurvivor } = decideFellowVisit(reading, { ...reading, state: file.state, ledger: file.ledger }, ctx.viewer.id, heard);
    return { ...own, said, beside: onSurvivor.length > 0 ? [{ file, events: onSurvivor }] : [] };
  }
  const calledAt = await calledBefore(reading, tx, ctx);
  const isDrawn = isDrawnCall(reading, reading.relations);
  return { ...decideReturnVisit(reading, ctx.viewer.id, { ...heard, fixed: input.fixed, channel: input.channel }, calledAt, isDrawn), said };
});

export const call = command<{ id: string; words: string; outcome: string }>('call', (reading, input) => ({
  did: 'called',
  facts: {},
  said: [spoken(reading, input.words, { channel: 'phone', kind: 'call', direction: 'out', outcome: input.outcome || null })],
}));

/** R11, V7: the special return visit, by somebody who did none of the work; V6: the visit of whoever asked for contact after a survey. */
export const visit = command<Visited>('visit', (reading, input, _tx, ctx) => {
  if (reading.state.fromSurvey) {
    const { words, channel, outcome } = input;
    return {
      ...decideSurveyVisit(reading, input),
      said: [spoken(reading, words, { channel, kind: 'visit', direction: 'out', outcome: outcome || null })],
    };
  }
  const { said, ...heard } = answered(reading, input);
  return { ...decideVisit(reading, ctx.viewer.id, heard), said };
});

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

/** R4: taken back before work begins; who said so, how and why stands in the register (I2). */
export const cancel = command<{ id: string; why?: CancelReason | undefined; words: string; channel?: string | undefined }>(
  'cancel',
  async (reading, input, tx, ctx) => {
    const why = input.why ? CANCEL_REASONS[input.why] : '';
    // Their word, whoever wrote it down.
    const said = spoken(reading, input.words || why || '撤回', {
      direction: 'in',
      outcome: why ? `撤回：${why}` : '撤回',
      channel: (reading.asStaff && input.channel) || 'mini_program',
    });
    const followedBy = reading.state.place === 'public' ? await countFollowing(tx, ctx.viewer, reading.file) : 0;
    const { asStaff } = reading;
    return { ...decideCancel({ why: input.why, asStaff, words: input.words, channel: input.channel, followedBy }), said: [said] };
  },
);

/** I9: said better before work begins; the words stand in the thread. */
export const change = command<Message & { category?: string | undefined; worse: boolean; danger: boolean }>(
  'change',
  async (reading, input, tx, ctx) => {
    const says = input.words !== '' || input.photoIds.length > 0;
    const decision = decideChange(reading, { category: input.category, worse: input.worse, danger: input.danger, says });
    return { ...decision, said: says ? [spoken(reading, input.words, { ...(await withFiles(reading, input, tx, ctx)), outcome: '补充' })] : [] };
  },
);

/** I7: who works on it hears; what was promised stays. */
export const urge = command<{ id: string }>('urge', (reading) => decideUrge(reading));
