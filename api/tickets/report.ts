import { drawNumber } from '../../db/queries/counters.ts';
import { takeKey } from '../../db/queries/keys.ts';
import { readHomeContext, readTicketFile } from '../../db/queries/ticket-files.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { type Done, ticketRoutes } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { categoryOf } from '../../shared/repairs/categories.ts';
import { decideReport } from '../../shared/tickets/decide.ts';
import { seriesOf, ticketNumber } from '../../shared/tickets/kinds.ts';
import type { RepairPlace, TicketState } from '../../shared/tickets/ticket.ts';
import { checkWritten } from '../content/words.ts';
import { type Ctx, transact } from '../context.ts';
import { record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';

interface ReportInput {
  place: RepairPlace;
  homeId: string;
  where: string;
  category: string;
  worse: boolean;
  danger: boolean;
  words: string;
}

/**
 * A resident reports a repair (R1–R3, R8). The number is drawn before the transaction; the words are stored before any photo.
 * @throws Problem `home/not-yours`, `request/invalid`, `request/key-reused`
 */
export async function report(ctx: Ctx, input: ReportInput): Promise<Done> {
  const now = ctx.clock();
  const office = await readHomeContext(ctx.db, ctx.viewer, input.homeId, now);
  if (!office) throw new Problem('home/not-yours');
  const { officeId } = office;
  const decision = decideReport(input, settingsAt(office.settings, now), now);
  const series = seriesOf(office.letters, 'repair', now);
  const number = ticketNumber(series, await drawNumber(ctx.db, officeId, series));
  const id = ctx.newId();
  const held = heldBecause(await checkWritten(ctx, writtenIn(ticketRoutes.report.body, { ...input })), settingsAt(office.settings, now), false);

  const done = await transact(ctx, async (tx) => {
    if (ctx.key) {
      const known = await takeKey(tx, { officeId, personId: ctx.viewer.id, route: 'report', ...ctx.key, subject: id, at: now });
      if (known) {
        const file = known.digest === ctx.key.digest ? await readTicketFile(tx, ctx.viewer, known.subject, now) : null;
        if (!file) throw refuseField('Idempotency-Key', '这次提交和之前的不是同一件，请重新填写', 'request/key-reused');
        return { id: file.id, number: file.number, status: file.state.status, version: file.version };
      }
    }
    const firstContactId = ctx.newId();
    const [made] = await record<TicketState>(ctx, tx, [
      {
        subject: { kind: 'ticket', id, officeId, version: 0 },
        office,
        before: null,
        create: { id, officeId, number, reporterId: ctx.viewer.id, homeId: input.homeId, homeLabel: office.homeLabel, firstContactId },
        events: [{ ...decision, by: ctx.viewer.id, byResident: true }],
        said: [
          {
            id: firstContactId,
            channel: 'mini_program',
            kind: 'message',
            direction: 'in',
            audience: 'followers',
            place: input.place === 'public' ? input.where : office.homeLabel,
            participants: [],
            body: input.words || (categoryOf(input.category)?.label ?? ''),
            outcome: null,
            held,
          },
        ],
        author: ctx.viewer.id,
      },
    ]);
    return { id, number, status: made!.story.state.status, version: made!.version };
  });
  workLater(ctx);
  return done;
}
