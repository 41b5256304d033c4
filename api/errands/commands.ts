import type { Transaction } from '../../db/connect.ts';
import { readStaffFor } from '../../db/queries/errand-walls.ts';
import { type ErrandFile, readLeading, readOfficeToGiveFor } from '../../db/queries/errands.ts';
import { readTicketFile, relationsToFile, type TicketFile, waitForTicket } from '../../db/queries/ticket-files.ts';
import { decideHandingOn } from '../../shared/actions/action.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import {
  decideGiving,
  decideProgress,
  decideSendingBack,
  decideTaking,
  type ErrandDecision,
  mayGive,
  type SlipKind,
} from '../../shared/errands/decide.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import type { ErrandAction } from '../../shared/errands/rows.ts';
import { decideAnswer, type NoticeOutcome } from '../../shared/exchange/giving-out.ts';
import { isStaffTo } from '../../shared/kernel/people.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isUnnamed } from '../../shared/tickets/conditions.ts';
import { decideSay } from '../../shared/tickets/decide.ts';
import { checkWritten } from '../content/words.ts';
import { type Ctx, transact } from '../context.ts';
import { type Deed, deedOn, record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { retryMoved, spoken } from '../tickets/command.ts';
import { permitFile } from '../tickets/permit.ts';
import { actOn, doneOf, type Outcome, written } from './act.ts';
import { begins, givenBefore } from './begin.ts';

interface Giving {
  kind: SlipKind;
  officeId?: string | undefined;
  ticketId?: string | undefined;
  department: string;
  content: string;
  answerBy: string;
  lead: boolean;
  calledPerson?: string | undefined;
  calledAt?: string | undefined;
}

/** The ticket a slip is about, as a colleague of it. @throws Problem `seen/not-found`, `ticket/not-yours` */
async function ticketFor(ctx: Ctx, tx: Transaction, id: string): Promise<TicketFile> {
  const ticket = await readTicketFile(tx, ctx.viewer, id, ctx.clock());
  if (!ticket) throw new Problem('seen/not-found');
  if (!isStaffTo(relationsToFile(ctx.viewer, ticket))) throw new Problem('ticket/not-yours');
  return ticket;
}

/** Whoever leads a matter of several departments does so alone: what led it until now is told (I3). */
async function leadAlone(ctx: Ctx, tx: Transaction, ticket: { id: string; officeId: string }, except: string): Promise<Deed[]> {
  // Whoever makes another one lead at this moment waits.
  await waitForTicket(tx, ctx.viewer, ticket.id);
  const leading = (await readLeading(tx, ctx.viewer, ticket, ctx.clock())).filter((one) => one.id !== except);
  const event = { did: 'lead_changed', facts: { lead: false, of: { lead: false } }, by: ctx.viewer.id, byResident: false };
  return leading.map((one) => deedOn('errand', one, ctx.viewer.id, [event]) as Deed);
}

/** The office a slip is written in, and its ticket where it is about one. @throws Problem `seen/not-found`, `request/invalid` */
async function placeFor(ctx: Ctx, tx: Transaction, input: Giving) {
  const ticket = input.ticketId ? await ticketFor(ctx, tx, input.ticketId) : null;
  if (ticket && input.officeId && input.officeId !== ticket.officeId) throw refuseField('officeId', '这一件不在这个小区，请重新选');
  const officeId = ticket?.officeId ?? input.officeId;
  if (!officeId) throw refuseField('officeId', '请选哪个小区');
  const found = ticket ?? (await readOfficeToGiveFor(tx, ctx.viewer, officeId, ctx.clock()));
  if (!found) throw new Problem('seen/not-found');
  // Whom its matter is walled from, or whose own it is, neither writes nor gets it (C3).
  const office = ticket ? { ...found, staff: await readStaffFor(tx, ctx.viewer, ticket, ctx.clock()) } : found;
  if (!mayGive(input.kind, ctx.viewer.id, office.staff)) throw new Problem('ticket/not-yours', '这种单子由客服、工程主管、主任和公司来写');
  return { ticket, office };
}

/**
 * A slip to a department, with what it is about; an emergency with the call that went before it, in the same breath (D1, D5, I8).
 * A tap sent twice with the same key gives it once.
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `request/invalid`, `request/key-reused`
 */
export async function giveErrand(ctx: Ctx, input: Giving) {
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const { ticket, office } = await placeFor(ctx, tx, input);
      const id = ctx.newId();
      const before = await givenBefore(ctx, tx, { officeId: office.officeId, route: 'giveErrand', subject: id });
      if (before) return before;
      const calledAt = input.calledAt ? new Date(input.calledAt) : input.calledPerson ? now : null;
      const decision = decideGiving(
        {
          kind: input.kind,
          department: input.department,
          answerBy: new Date(input.answerBy),
          ticketId: ticket?.id ?? null,
          lead: input.lead,
          calledAt,
          calledPerson: input.calledPerson ?? null,
          unnamed: ticket !== null && isUnnamed(ticket.state),
        },
        ctx.viewer.id,
        office.staff,
        now,
      );
      const about = { ticket: ticket && { id: ticket.id, number: ticket.number, round: ticket.state.round, place: ticket.place } };
      const others = ticket && decision.facts.of && (decision.facts.of as { lead?: boolean }).lead ? await leadAlone(ctx, tx, ticket, id) : [];
      const [made] = await record(ctx, tx, [begins(ctx, id, office, [decision], [written(about, input.content)]), ...others]);
      return doneOf(id, made!.story.state as ErrandState, made!.version);
    }),
  );
  workLater(ctx);
  return done;
}

const act =
  <Input extends { id: string }>(
    action: ErrandAction,
    decide: (file: ErrandFile, input: Input, ctx: Ctx, tx: Transaction) => Outcome | Promise<Outcome>,
  ) =>
  (ctx: Ctx, input: Input) =>
    actOn(
      ctx,
      input.id,
      () => action,
      (file, tx) => decide(file, input, ctx, tx),
    );

type Words = { id: string; words: string };
const wordsOf = (file: ErrandFile, words: string) => (words === '' ? [] : [written(file, words)]);

/** Of a complaint that has left its office nobody there says a word to the resident: the quality department owes it (C3, D3). */
const bySomebodyLeft = (file: ErrandFile, { did, facts }: ErrandDecision): ErrandDecision =>
  file.ticket?.hasLeft ? { did, facts: { ...facts, of: { ...(facts.of as object | undefined), hasLeft: true } } } : { did, facts };

export const takeErrand = act<Words & { promisedBy: string }>('take', (file, input, ctx) => ({
  ...bySomebodyLeft(file, decideTaking(file.state, new Date(input.promisedBy), input.words, ctx.clock())),
  said: wordsOf(file, input.words),
}));

export const progressErrand = act<Words & { expectedBy?: string | undefined }>('progress', (file, input, ctx) => ({
  ...bySomebodyLeft(file, decideProgress(input.expectedBy ? new Date(input.expectedBy) : null, ctx.clock())),
  said: wordsOf(file, input.words),
}));

const plain = (action: ErrandAction, did: ErrandDecision['did'], of?: Record<string, unknown>) =>
  act<{ id: string; words?: string }>(action, (file, input) => ({ did, facts: of ? { of } : {}, said: wordsOf(file, input.words ?? '') }));

export const giveBackErrand = plain('giveBack', 'returned', { told: false });
export const receiveErrand = plain('receiveBack', 'received_back');
export const verifyErrand = plain('verify', 'verified');
export const withdrawErrand = plain('withdraw', 'withdrawn');
export const reachErrand = plain('reach', 'reached', { reached: true });
export const registerErrand = plain('registerUrgent', 'registered', { registered: true });
export const reportErrand = plain('report', 'reported', { reported: true });

export const sendBackErrand = act<Words & { answerBy: string }>('sendBack', (file, input, ctx) => ({
  ...decideSendingBack(new Date(input.answerBy), ctx.clock()),
  said: wordsOf(file, input.words),
}));

/** D8: what a unit did with what it was told. */
export const answerNotice = act<Words & { how: NoticeOutcome }>('answerNotice', (file, { how, words }) => ({
  ...decideAnswer(how),
  said: wordsOf(file, words),
}));

export const leadErrand = act<{ id: string }>('lead', async (file, _input, ctx, tx) => ({
  did: 'lead_changed',
  facts: { lead: true, of: { lead: true } },
  beside: file.ticket ? await leadAlone(ctx, tx, { id: file.ticket.id, officeId: file.officeId }, file.id) : [],
}));

export const handErrandOn = act<{ id: string; holder: string }>('handOn', (file, { holder }) => decideHandingOn(file.state, holder, file.staff));

/** I8: what happened, what was put right at once, and what keeps it from happening again. */
export const writeReport = act<{ id: string; cause: string; correction: string; prevention: string }>('writeReport', (file, input) => ({
  did: 'report_written',
  facts: { of: { written: true } },
  said: [`原因：${input.cause}`, `纠正：${input.correction}`, `预防：${input.prevention}`].map((body) => written(file, body)),
}));

/** D7: in the app they read it in their own thread, in the same breath; otherwise how they were told stands with the slip. */
export async function tellResident(ctx: Ctx, input: Words & { how: 'message' | 'phone' | 'face_to_face' | 'letter' }) {
  const checked = input.how === 'message' ? await checkWritten(ctx, input.words) : null;
  const tell = act<Words & { how: string }>('tellResident', async (file, { words, how }, inner, tx) => {
    const event = { did: 'resident_told' as const, facts: { how, of: { told: true } } };
    const ticket = await ticketFor(inner, tx, file.ticket!.id);
    // Said to them, and kept among colleagues as what was said outside (I2).
    if (how !== 'message') return { ...event, said: [{ ...written(file, words, how), direction: 'out', participants: [ticket.reporterId] }] };
    const now = inner.clock();
    const relations = relationsToFile(inner.viewer, ticket);
    permitFile('say', ticket, relations, now);
    const settings = settingsAt(ticket.settings, now);
    const held = heldBecause(checked, settings, true);
    const reading = { file: ticket, relations, asStaff: true, isHeld: held !== null, state: ticket.state, ledger: ticket.ledger, now, settings };
    const { did, facts } = decideSay(reading, { asStaff: true, upset: false, isReadable: held === null });
    const said = { ...spoken(reading, words), held };
    const beside = [deedOn('ticket', ticket, inner.viewer.id, [{ did, facts, by: inner.viewer.id, byResident: false }], [said]) as Deed];
    return { ...event, said: [written(file, words)], beside };
  });
  return tell(ctx, input);
}
