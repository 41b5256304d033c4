import type { Transaction } from '../../db/connect.ts';
import { readColleaguesAt } from '../../db/queries/complaints.ts';
import { holdContact, readOpenContacts } from '../../db/queries/survey-contacts.ts';
import { readSurveyOfHomes } from '../../db/queries/surveys.ts';
import { readHomeContext } from '../../db/queries/ticket-files.ts';
import type { Against, Door } from '../../shared/complaints/complaint.ts';
import { decideComplain } from '../../shared/complaints/decide.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { AskContact } from '../../shared/contract/surveys.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { decideRemark } from '../../shared/remarks/decide.ts';
import { asksContact, type ContactKind } from '../../shared/surveys/contact.ts';
import { isTaking } from '../../shared/surveys/survey.ts';
import { checkWritten } from '../content/words.ts';
import type { Ctx } from '../context.ts';
import { beginSaid } from '../tickets/begin.ts';

interface Asked {
  id: string;
  homeId: string;
  kind: ContactKind;
  words: string;
  door: Door;
  against: readonly Against[];
  compensation: boolean;
  danger: boolean;
}

/** One at a time of a home: whoever taps twice, or asks while a housemate does, finds the first. @throws Problem `surveys/contact-asked` */
async function refuseSecond(ctx: Ctx, tx: Transaction, asked: { surveyId: string; homeId: string }): Promise<void> {
  await holdContact(tx, ctx.viewer, asked);
  if ((await readOpenContacts(tx, ctx.viewer, [asked])).length > 0) throw new Problem('surveys/contact-asked');
}

/**
 * Z16, V6: after it has answered a household asks, by name and in its own words, to be contacted. It is a ticket as any of its kind, which knows the survey and nothing
 * of what was answered; it is written later and apart, by a transaction of its own.
 * @throws Problem `seen/not-found` for a survey that did not go to this home, `surveys/closed`, `surveys/not-answered`, `surveys/contact-asked`, `request/key-reused`
 */
export async function askContact(ctx: Ctx, input: Asked): Promise<Done> {
  const now = ctx.clock();
  const found = (await readSurveyOfHomes(ctx.db, ctx.viewer, input.id)).find((one) => one.homeId === input.homeId);
  const office = found && (await readHomeContext(ctx.db, ctx.viewer, input.homeId, now));
  if (!found || !office) throw new Problem('seen/not-found');
  if (!isTaking(found.state, now)) throw new Problem('surveys/closed');
  if (!found.answered) throw new Problem('surveys/not-answered');
  const settings = settingsAt(office.settings, now);
  const held = heldBecause(await checkWritten(ctx, writtenIn(AskContact, { ...input })), settings, false);
  const { kind, homeId, words, keyCustomer } = { ...input, keyCustomer: office.keyCustomer };
  const atHome = kind === 'complaint' ? await readColleaguesAt(ctx.db, ctx.viewer, { officeId: office.officeId, homeId }, office.staff, now) : [];
  const decision =
    kind === 'complaint'
      ? decideComplain({ ...input, media: false, accused: [], author: ctx.viewer.id, atHome, keyCustomer }, office.staff, settings, now)
      : decideRemark({ kind, onlyMine: false, keyCustomer });
  const contact = { channel: 'survey', kind: 'message', participants: [] };
  const arriving = { route: 'askContact' as const, office, reporterId: ctx.viewer.id, newcomer: null, at: now, held, contact };
  return beginSaid(ctx, kind, { homeId, words }, asksContact(decision, input.id), arriving, {
    before: (tx) => refuseSecond(ctx, tx, { surveyId: input.id, homeId }),
  });
}
