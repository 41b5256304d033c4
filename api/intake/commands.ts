import { readIntakeHome, readIntakeOffice } from '../../db/queries/intake.ts';
import type { HomeContext } from '../../db/queries/ticket-files.ts';
import { homesNow } from '../../db/queries/viewer.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { Intake } from '../../shared/contract/intake.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import { type Channel, channelOf } from '../../shared/intake/channels.ts';
import { UNNAMED } from '../../shared/intake/unnamed.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { decideSaidAt } from '../../shared/tickets/receipt.ts';
import { checkWritten } from '../content/words.ts';
import type { Ctx } from '../context.ts';
import { type ReportInput, receive } from '../tickets/receive.ts';

interface Heard {
  channel: Channel;
  saidAt?: string | undefined;
}

interface Said extends Heard {
  homeId: string;
  personId?: string | undefined;
  name: string;
}

/** What is taken down where somebody need not say who they are. */
export interface SaidByAnybody extends Heard {
  homeId?: string | undefined;
  personId?: string | undefined;
  name: string;
  unnamed: boolean;
  officeId?: string | undefined;
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
  const reporterId = office.residentId ?? ctx.newId();
  return {
    office,
    reporterId,
    newcomer: office.residentId === null ? input.name : null,
    ...(await howItCame(ctx, office, { ...input }, schema, reporterId)),
  };
}

/** By what way and when something was said, and whether its words wait to be looked at. @throws Problem `request/invalid` */
async function howItCame(
  ctx: Ctx,
  office: HomeContext,
  input: Heard & Readonly<Record<string, unknown>>,
  schema: Parameters<typeof writtenIn>[0],
  reporterId: string,
) {
  const now = ctx.clock();
  const settings = settingsAt(office.settings, now);
  const at = decideSaidAt(input.saidAt === undefined ? undefined : new Date(input.saidAt), settings, now);
  const channel = channelOf(input.channel, isoDay(now));
  if (!channel) throw refuseField('channel', '请点一下从哪里来的');
  const held = heldBecause(await checkWritten(ctx, writtenIn(schema, input)), settings, true);
  return {
    at,
    held,
    contact: { channel: channel.code, kind: channel.kind, participants: [reporterId] },
    taken: { channel: channel.code, firstContact: ctx.viewer.id },
  };
}

/**
 * What a colleague was told, or found, of somebody who need not have said who they are: then no home, no number and nobody to be asked is kept (readings 21).
 * @throws Problem what `takeDown` refuses
 */
export async function takeDownOf(ctx: Ctx, { unnamed, officeId, homeId, ...input }: SaidByAnybody, schema: Parameters<typeof writtenIn>[0]) {
  if (!unnamed) {
    const taken = await takeDown(ctx, { ...input, homeId: homeId ?? '' }, schema);
    if (officeId !== undefined && officeId !== taken.office.officeId) throw refuseField('officeId', '这一户不在这个小区，请重新选');
    return taken;
  }
  if (ctx.viewer.appointments.length === 0) throw new Problem('intake/staff-only');
  const office = await readIntakeOffice(ctx.db, ctx.viewer, officeId ?? '', channelOf(input.channel)?.label ?? '', ctx.clock());
  if (!office) throw refuseField('officeId', '请选您上班的小区');
  const reporterId = ctx.newId();
  return { office, reporterId, newcomer: UNNAMED, ...(await howItCame(ctx, office, { ...input }, schema, reporterId)) };
}

/**
 * A colleague takes down what somebody told them (I1, I2), and is its first contact (I4).
 * Whoever lives there is the reporter, and reads it in their own app.
 * @throws Problem `intake/staff-only`, `home/unknown`, `intake/own-home`, `request/invalid`, `request/key-reused`
 */
export async function intake(ctx: Ctx, input: IntakeInput): Promise<Done> {
  return receive(ctx, { route: 'intake', input, ...(await takeDown(ctx, input, Intake)) });
}
