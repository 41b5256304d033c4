import { readIntakeHome } from '../../db/queries/intake.ts';
import { homesNow } from '../../db/queries/viewer.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { Intake } from '../../shared/contract/intake.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import { type Channel, channelOf } from '../../shared/intake/channels.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { decideSaidAt } from '../../shared/tickets/receipt.ts';
import { checkWritten } from '../content/words.ts';
import type { Ctx } from '../context.ts';
import { type ReportInput, receive } from '../tickets/receive.ts';

interface Said {
  homeId: string;
  personId?: string | undefined;
  name: string;
  channel: Channel;
  saidAt?: string | undefined;
}

interface IntakeInput extends ReportInput, Said {}

/**
 * What a colleague was told: whose home, since when, by what way; of anybody unknown only what they are called is kept. Nobody takes down a matter of their own home.
 * @param schema what of the input is words
 * @throws Problem `intake/staff-only`, `home/unknown`, `intake/own-home`, `request/invalid`
 */
export async function takeDown(ctx: Ctx, input: Said, schema: Parameters<typeof writtenIn>[0]) {
  const now = ctx.clock();
  if (ctx.viewer.appointments.length === 0) throw new Problem('intake/staff-only');
  const office = await readIntakeHome(ctx.db, ctx.viewer, input.homeId, { personId: input.personId, name: input.name }, now);
  if (!office) throw new Problem('home/unknown');
  const isOwn = homesNow(ctx.viewer, now).some((home) => home.homeId === input.homeId) || office.residentId === ctx.viewer.id;
  if (isOwn) throw new Problem('intake/own-home');
  if (input.personId !== undefined && office.residentId === null) throw refuseField('personId', '这位现在不住这一户，请重新选');
  const settings = settingsAt(office.settings, now);
  const at = decideSaidAt(input.saidAt === undefined ? undefined : new Date(input.saidAt), settings, now);
  const channel = channelOf(input.channel, isoDay(now));
  if (!channel) throw refuseField('channel', '请点一下从哪里来的');
  const held = heldBecause(await checkWritten(ctx, writtenIn(schema, { ...input })), settings, true);
  const reporterId = office.residentId ?? ctx.newId();
  return {
    office,
    reporterId,
    newcomer: office.residentId === null ? input.name : null,
    at,
    held,
    contact: { channel: channel.code, kind: channel.kind, participants: [reporterId] },
    taken: { channel: channel.code, firstContact: ctx.viewer.id },
  };
}

/**
 * A colleague takes down what somebody told them (I1, I2), and is its first contact (I4).
 * Whoever lives there is the reporter, and reads it in their own app.
 * @throws Problem `intake/staff-only`, `home/unknown`, `intake/own-home`, `request/invalid`, `request/key-reused`
 */
export async function intake(ctx: Ctx, input: IntakeInput): Promise<Done> {
  return receive(ctx, { route: 'intake', input, ...(await takeDown(ctx, input, Intake)) });
}
