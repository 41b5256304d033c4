import { createHash } from 'node:crypto';
import type { Transaction } from '../../db/connect.ts';
import { insertDocument } from '../../db/queries/company-documents.ts';
import { holdLetterKey, insertMailboxWords, readCompanyToWriteTo } from '../../db/queries/mailbox.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import type { ErrandAction } from '../../shared/errands/rows.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import type { MailboxNeed } from '../../shared/mailbox/kinds.ts';
import { decideDenial, decideHeld, decideMoving, decideTalk, decideWriting } from '../../shared/mailbox/mailbox.ts';
import { type Ctx, transact } from '../context.ts';
import { actOn, doneOf, type Outcome } from '../errands/act.ts';
import { begins, givenBefore } from '../errands/begin.ts';
import { record } from '../ledger/record.ts';
import { countRequest } from '../limits/limits.ts';
import { workLater } from '../outbox/worker.ts';
import { retryMoved } from '../tickets/command.ts';

interface Letter {
  need: MailboxNeed;
  words: string;
}

/** The company as whoever works in it writes to. @throws Problem `errands/staff-only` */
async function companyFor(ctx: Ctx, tx: Transaction) {
  const office = await readCompanyToWriteTo(tx, ctx.viewer, ctx.clock());
  if (!office) throw new Problem('errands/staff-only');
  return office;
}

/**
 * S11: signed, to the general manager. Its words stand apart from everything colleagues write: no register, search or export holds them.
 * @throws Problem `errands/staff-only`, `mailbox/nobody`, `request/key-reused`
 */
export async function writeToMailbox(ctx: Ctx, { need, words }: Letter) {
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const office = await companyFor(ctx, tx);
      const id = ctx.newId();
      const before = await givenBefore(ctx, tx, { officeId: office.officeId, route: 'writeToMailbox', subject: id });
      if (before) return before;
      const decided = decideWriting({ need, writer: ctx.viewer.id }, office.staff);
      const [made] = await record(ctx, tx, [begins(ctx, id, office, [decided], [])]);
      await insertMailboxWords(tx, ctx.viewer, { id, officeId: office.officeId }, words);
      return doneOf(id, made!.story.state as ErrandState, made!.version);
    }),
  );
  workLater(ctx);
  return done;
}

/**
 * S11: without a name. No row says whose it is: no event, no key, no limit of theirs; sent twice it lies there once, by a number only the phone drew and what was written, and how many come in is counted for all together.
 * @throws Problem `errands/staff-only`, `mailbox/nobody`, `request/too-many`
 */
export async function writeUnsigned(ctx: Ctx, { need, words }: Letter) {
  if (ctx.viewer.appointments.length === 0) throw new Problem('errands/staff-only');
  await countRequest(ctx, 'unsigned', { company: true });
  await retryMoved(() =>
    transact(ctx, async (tx) => {
      const office = await companyFor(ctx, tx);
      const key = ctx.key && `unsigned/${createHash('sha256').update(`${ctx.key.key} ${ctx.key.digest}`).digest('hex')}`;
      if (key && (await holdLetterKey(tx, ctx.viewer, office.officeId, key))) return;
      const id = ctx.newId();
      const decided = decideWriting({ need, writer: null, ...(key ? { key } : {}) }, office.staff);
      const begun = begins(ctx, id, office, [], []);
      await record(ctx, tx, [{ ...begun, events: [{ ...decided, by: null, byResident: false }], author: null }]);
      await insertMailboxWords(tx, ctx.viewer, { id, officeId: office.officeId }, words);
    }),
  );
  workLater(ctx);
  return { sent: true as const };
}

const act =
  <Input extends { id: string }>(
    action: ErrandAction,
    decide: (ctx: Ctx, input: Input, file: Parameters<Parameters<typeof actOn>[3]>[0], tx: Transaction) => Outcome | Promise<Outcome>,
  ) =>
  (ctx: Ctx, input: Input) =>
    actOn(
      ctx,
      input.id,
      () => action,
      (file, tx) => decide(ctx, input, file, tx),
    );

const plain = (action: ErrandAction, did: Outcome['did']) => act<{ id: string }>(action, () => ({ did, facts: {} }));

/** S11: a day is named on which they speak. @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, `request/invalid` */
export const arrangeTalk = act<{ id: string; talkOn: string }>('arrangeTalk', (ctx, { talkOn }, file) =>
  decideTalk(talkOn, settingsAt(file.settings, ctx.clock()), ctx.clock()),
);

/** S11: they spoke, and this was agreed; its writer says whether it is so, or lets the days go by. @throws Problem as `arrangeTalk` */
export const recordTalk = act<{ id: string; agreed: string }>('recordTalk', async (ctx, { agreed }, file, tx) => {
  await insertMailboxWords(tx, ctx.viewer, file, agreed);
  return decideHeld(settingsAt(file.settings, ctx.clock()), ctx.clock());
});

/** S11: they speak on another day, and whoever wrote reads why. @throws Problem as `arrangeTalk` */
export const moveTalk = act<{ id: string; talkOn: string; why: string }>('moveTalk', async (ctx, { talkOn, why }, file, tx) => {
  const decided = decideMoving(file.state, talkOn, settingsAt(file.settings, ctx.clock()), ctx.clock());
  await insertMailboxWords(tx, ctx.viewer, file, why, talkOn);
  return decided;
});

/** S11: answered by a document every colleague reads, which says neither who wrote nor what. @throws Problem as `arrangeTalk` */
export const answerByDocument = act<{ id: string; title: string; words: string }>('answerByDocument', async (ctx, { title, words }, file, tx) => {
  const id = ctx.newId();
  await insertDocument(tx, ctx.viewer, file, { id, title, words, gets: [], at: ctx.clock() });
  return { did: 'answered', facts: { of: { document: id } } };
});

export const confirmTalk = plain('confirmTalk', 'verified');
export const takeBackLetter = plain('takeBackLetter', 'withdrawn');

/** S11: they did not speak, so it is owed again. @throws Problem as `arrangeTalk` */
export const denyTalk = act<{ id: string }>('denyTalk', (ctx, _input, file) => decideDenial(settingsAt(file.settings, ctx.clock()), ctx.clock()));
