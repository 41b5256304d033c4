import { readDocumentOf } from '../../db/queries/company-documents.ts';
import { lookAtErrand, readNames } from '../../db/queries/errands.ts';
import { countLetters, listLetters, listNeeds, readCompanyToWriteTo, readMailboxWords } from '../../db/queries/mailbox.ts';
import { isGeneralManager } from '../../db/queries/viewer.ts';
import type { MailboxLine } from '../../shared/contract/mailbox.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { ERRAND_ROWS } from '../../shared/errands/rows.ts';
import { sayErrandStanding } from '../../shared/errands/say.ts';
import { actionsFor } from '../../shared/kernel/lifecycle.ts';
import { sayAddressee, sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { DAY, isoDay } from '../../shared/kernel/time.ts';
import { MAILBOX_NEEDS } from '../../shared/mailbox/kinds.ts';
import { lettersMove, MAILBOX_PROMISES, mailboxFacts, relationsToLetter, sayMailboxStanding } from '../../shared/mailbox/mailbox.ts';
import { surveyFacts } from '../../shared/surveys/survey.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { promiseView } from '../ledger/promise-view.ts';
import { titleOf } from '../surveys/edition.ts';
import { documentView, expectColleague } from '../surveys/needs.ts';
import { iso, isoOrNull } from '../tickets/card-view.ts';

const headOf = (ctx: Ctx, id: string, state: ErrandState, writerName: string | null, dueBy: Date | null): Omit<MailboxLine, 'words' | 'answer'> => {
  const { need, signed } = mailboxFacts(state);
  const isMine = signed && state.giver === ctx.viewer.id;
  return {
    id,
    need: MAILBOX_NEEDS[need],
    signed,
    writerName: signed && writerName !== null ? sayName(writerName) : null,
    standing: sayMailboxStanding(state, isMine),
    status: state.status,
    at: iso(state.givenAt),
    dueBy: isoOrNull(dueBy),
  };
};

/** 总裁信箱: what somebody wrote under their name; to the general manager all there is (S11). @throws Problem `errands/staff-only`, `mailbox/not-yours` */
export async function mailbox(ctx: Ctx, { which, after }: { which: 'mine' | 'all'; after?: string | undefined }) {
  expectColleague(ctx);
  if (which === 'all' && !isGeneralManager(ctx.viewer)) throw new Problem('mailbox/not-yours');
  const now = ctx.clock();
  const company = await readCompanyToWriteTo(ctx.db, ctx.viewer, now);
  const lines = await listLetters(ctx.db, ctx.viewer, { which, after: idCursor(after) });
  return {
    now: iso(now),
    waiting: await countLetters(ctx.db, ctx.viewer, isGeneralManager(ctx.viewer)),
    isGeneralManager: isGeneralManager(ctx.viewer),
    answerDays: settingsAt(company?.settings ?? [], now).mailboxDays,
    ...pageOf(
      lines,
      ({ id }) => id,
      ({ id, state, writerName, words, answer, dueBy }) => ({ ...headOf(ctx, id, state, writerName, dueBy), words, answer }),
    ),
  };
}

/** One letter, to whoever wrote it and the general manager. @throws Problem `seen/not-found` */
export async function mailboxLetter(ctx: Ctx, { id }: { id: string }) {
  const now = ctx.clock();
  const file = await lookAtErrand(ctx.db, ctx.viewer, id, now);
  if (file?.state.kind !== 'mailbox') throw new Problem('seen/not-found');
  const { state } = file;
  const relations = relationsToLetter(ctx.viewer.id, state, file.staff);
  const written = await readMailboxWords(ctx.db, ctx.viewer, id);
  const names = await readNames(ctx.db, ctx.viewer, [state.giver]);
  const document = await readDocumentOf(ctx.db, ctx.viewer, id);
  const owed = file.ledger.filter((one) => !one.keptAt && !one.withdrawnAt).map((one) => one.dueBy.getTime());
  const labelOf = (what: string) => MAILBOX_PROMISES.find((row) => row.what === what)?.label ?? what;
  return {
    now: iso(now),
    ...headOf(ctx, id, state, names[state.giver] ?? '', owed.length > 0 ? new Date(Math.min(...owed)) : null),
    ...written,
    talkOn: mailboxFacts(state).talkOn ?? null,
    silentAt: isoOrNull(lettersMove(state)?.at ?? null),
    document: document && documentView(document),
    mine: relations.includes('giver'),
    promises: file.ledger.map((promise) => promiseView(promise, { label: labelOf(promise.what), owedBy: sayAddressee(promise.owedByRole) }, now)),
    actions: actionsFor(ERRAND_ROWS, state, relations, now).map(({ action, label }) => ({ action, label })),
    latestTalkOn: isoDay(new Date(now.getTime() + settingsAt(file.settings, now).mailboxDays * DAY)),
    version: file.version,
  };
}

/** 员工需求普查登记, to the general manager (S11). @throws Problem `mailbox/not-yours` */
export async function needsRegister(ctx: Ctx) {
  if (!isGeneralManager(ctx.viewer)) throw new Problem('mailbox/not-yours');
  const now = ctx.clock();
  const found = await listNeeds(ctx.db, ctx.viewer);
  return {
    now: iso(now),
    items: found.map(({ id, state, document }) => {
      const { issued, returned, frequent } = surveyFacts(state);
      return {
        id,
        title: titleOf(state),
        standing: sayErrandStanding(state, now),
        issued: issued ?? 0,
        returned: returned ?? 0,
        common: frequent ?? 0,
        answer: document,
      };
    }),
  };
}
