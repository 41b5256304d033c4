import { readColleaguesAt, readHands } from '../../db/queries/complaints.ts';
import { readHomeContext } from '../../db/queries/ticket-files.ts';
import type { Against, Door } from '../../shared/complaints/complaint.ts';
import { decideComplain } from '../../shared/complaints/decide.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { Complained, TakenComplaint } from '../../shared/contract/complaints.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { checkWritten } from '../content/words.ts';
import type { Ctx } from '../context.ts';
import { type SaidByAnybody, takeDownOf } from '../intake/commands.ts';
import { type Arriving, beginSaid } from '../tickets/begin.ts';

interface Said {
  homeId?: string | undefined;
  words: string;
  door: Door;
  against: readonly Against[];
  compensation: boolean;
  danger: boolean;
  media: boolean;
}

/** C1–C3: it is on record, walled from whoever it is against, and with whoever handles it. @throws Problem `request/key-reused` */
async function receiveComplaint(
  ctx: Ctx,
  input: Said & { accused: readonly string[]; unnamed?: boolean },
  arriving: Arriving<'complain' | 'takeComplaint'>,
): Promise<Done> {
  const { office, taken, at, reporterId } = arriving;
  const atHome = await readColleaguesAt(ctx.db, ctx.viewer, { officeId: office.officeId, homeId: input.homeId }, office.staff, at);
  const circumstances = { ...input, author: reporterId, atHome, keyCustomer: office.keyCustomer, ...(taken ? { taken } : {}) };
  return beginSaid(ctx, 'complaint', input, decideComplain(circumstances, office.staff, settingsAt(office.settings, at), at), arriving);
}

/**
 * A resident complains. About a ticket of theirs, whoever was sent to it is meant by 师傅.
 * @throws Problem `home/not-yours`, `seen/not-found`, `request/key-reused`
 */
export async function complain(ctx: Ctx, { ticketId, ...input }: Said & { homeId: string; ticketId?: string | undefined }): Promise<Done> {
  const now = ctx.clock();
  const office = await readHomeContext(ctx.db, ctx.viewer, input.homeId, now);
  if (!office) throw new Problem('home/not-yours');
  const about = ticketId === undefined ? { ...office, hands: [] } : await readHands(ctx.db, ctx.viewer, ticketId);
  if (!about) throw new Problem('seen/not-found');
  if (about.officeId !== office.officeId) throw refuseField('ticketId', '这一件不在这个小区，请从那边的房屋说');
  const accused = input.against.includes('technician') ? about.hands : [];
  const held = heldBecause(await checkWritten(ctx, writtenIn(Complained, { ...input })), settingsAt(office.settings, now), false);
  const contact = { channel: 'mini_program', kind: 'message', participants: [] };
  return receiveComplaint(
    ctx,
    { ...input, accused },
    { route: 'complain', office, reporterId: ctx.viewer.id, newcomer: null, at: now, held, contact },
  );
}

/** A colleague takes down what somebody complained of (I1, I4); of what has left the office, or is against them, they keep its number. @throws Problem what `takeDown` refuses */
export async function takeComplaint(ctx: Ctx, input: Said & SaidByAnybody & { accused: string[] }): Promise<Done> {
  const taken = await takeDownOf(ctx, input, TakenComplaint);
  if (input.accused.some((person) => !taken.office.staff.some((holder) => holder.person === person)))
    throw refuseField('accused', '请选小区或公司的同事');
  return receiveComplaint(ctx, input, { route: 'takeComplaint', ...taken });
}
