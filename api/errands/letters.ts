import type { Transaction } from '../../db/connect.ts';
import { readStaffFor } from '../../db/queries/errand-walls.ts';
import { readOfficeToGiveFor } from '../../db/queries/errands.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { decideCopy, decideRegister, type LetterCopy, type LetterFrom, mayRegister } from '../../shared/errands/letter.ts';
import type { ErrandAction } from '../../shared/errands/rows.ts';
import { isStaffTo } from '../../shared/kernel/people.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { type Ctx, transact } from '../context.ts';
import { record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { retryMoved } from '../tickets/command.ts';
import { actOn, doneOf, written } from './act.ts';
import { begins, givenBefore } from './begin.ts';

interface Letter {
  officeId?: string | undefined;
  ticketId?: string | undefined;
  from: LetterFrom;
  sender: string;
  receivedOn: string;
  subject: string;
  holder: string;
  answerBy?: string | undefined;
  important: boolean;
  copies: LetterCopy[];
}

/** The office a letter is registered at, its matter where it is about one, and who may know of it (C3). @throws Problem `seen/not-found`, `ticket/not-yours`, `request/invalid` */
async function placeFor(ctx: Ctx, tx: Transaction, { officeId, ticketId }: Letter) {
  const now = ctx.clock();
  const ticket = ticketId ? await readTicketFile(tx, ctx.viewer, ticketId, now) : null;
  if (ticketId && !ticket) throw new Problem('seen/not-found');
  if (ticket && !isStaffTo(relationsToFile(ctx.viewer, ticket))) throw new Problem('ticket/not-yours');
  if (ticket && officeId && officeId !== ticket.officeId) throw refuseField('officeId', '这一件不在这个小区，请重新选');
  if (!ticket && !officeId) throw refuseField('officeId', '请选哪个小区');
  const office = ticket ?? (await readOfficeToGiveFor(tx, ctx.viewer, officeId!, now));
  if (!office) throw new Problem('seen/not-found');
  const staff = ticket ? await readStaffFor(tx, ctx.viewer, ticket, now) : office.staff;
  if (!mayRegister(ctx.viewer.id, staff)) throw new Problem('ticket/not-yours', '来信由客服、主管、主任和公司来登记');
  return { ticket, office: { ...office, staff } };
}

/**
 * I14: a letter is registered and given to whoever answers for it, an important one copied, in one deed. Who wrote it stands in words, never in an event.
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `request/invalid`, `request/key-reused`
 */
export async function registerLetter(ctx: Ctx, input: Letter) {
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const { ticket, office } = await placeFor(ctx, tx, input);
      const id = ctx.newId();
      const before = await givenBefore(ctx, tx, { officeId: office.officeId, route: 'registerLetter', subject: id });
      if (before) return before;
      const given = { ...input, answerBy: input.answerBy ? new Date(input.answerBy) : null, ticketId: ticket?.id ?? null };
      const events = decideRegister(given, office.staff, settingsAt(office.settings, now), now);
      const about = { ticket: ticket && { id: ticket.id, number: ticket.number, round: ticket.state.round, place: ticket.place } };
      const [made] = await record(ctx, tx, [
        begins(ctx, id, office, events, [
          { ...written(about, input.sender, 'letter'), direction: 'in', outcome: '来信人' },
          { ...written(about, input.subject, 'letter'), direction: 'in' },
        ]),
      ]);
      return doneOf(id, made!.story.state as ErrandState, made!.version);
    }),
  );
  workLater(ctx);
  return done;
}

type Words = { id: string; words: string };

const close =
  (action: ErrandAction, did: 'answered' | 'filed') =>
  (ctx: Ctx, { id, words }: Words) =>
    actOn(
      ctx,
      id,
      () => action,
      (file) => ({ did, facts: {}, said: [written(file, words)] }),
    );

/** I14: how it was answered. */
export const answerLetter = close('answerLetter', 'answered');
/** I14: it asks for no answer; why stands in words. */
export const fileLetter = close('fileLetter', 'filed');

/** I14: copied to others too. */
export const copyLetter = (ctx: Ctx, { id, copies }: { id: string; copies: LetterCopy[] }) =>
  actOn(
    ctx,
    id,
    () => 'copyLetter',
    (file) => decideCopy(file.state, copies),
  );
