import type { Transaction } from '../../db/connect.ts';
import { everLivedAt, readHandsAt } from '../../db/queries/dispatching.ts';
import { readFacility } from '../../db/queries/facilities.ts';
import { type HomeContext, readOpenRework, readTicketFile, type TicketFile, waitForTicket } from '../../db/queries/ticket-files.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { categoryOf } from '../../shared/repairs/categories.ts';
import { dangerOf } from '../../shared/repairs/dangers.ts';
import { sentByRule } from '../../shared/repairs/dispatching.ts';
import type { Decision } from '../../shared/tickets/decision.ts';
import { decideReport, type Repaired, type Report } from '../../shared/tickets/receipt.ts';
import type { Ctx } from '../context.ts';
import type { NewEvent, SaidWithIt } from '../ledger/record.ts';
import { type Arriving, begin } from './begin.ts';

/** What breaks, where and how, whoever says it. */
export interface ReportInput extends Report {
  homeId: string;
  /** A public facility that has its name. */
  facilityId?: string | undefined;
}

/** A repair that reaches the company: who reports it, by what way, since when, and who took it down. */
export interface Incoming extends Arriving<'report' | 'intake'> {
  input: ReportInput;
  /** The repair that came back (R6). */
  back?: { before: Repaired; file: TicketFile } | null;
}

/** I16: where the estate lets the rule send somebody, whoever fits goes at once, in the same deed and in nobody's name. */
async function automatic(ctx: Ctx, { office, input, reporterId, at }: Incoming, decision: Decision, now: Date): Promise<NewEvent[]> {
  const settings = settingsAt(office.settings, at);
  if (!settings.dispatchesItself || settings.supervisorDispatches) return [];
  const hands = await readHandsAt(ctx.db, ctx.viewer, office.officeId, now);
  // Nobody is sent into their own report, nor into what a housemate keeps to themselves.
  const home = { officeId: office.officeId, homeId: input.homeId };
  const barred = decision.facts.onlyMine === true ? await everLivedAt(ctx.db, ctx.viewer, home) : [];
  const others = hands.filter((hand) => hand.id !== reporterId && !barred.includes(hand.id));
  const building = input.place === 'home' ? office.building : null;
  const matter = { category: String(decision.facts.category), danger: decision.facts.danger === true, building, lastTime: null, handedBackBy: null };
  const sent = sentByRule(others, matter, isoDay(now));
  return sent ? [{ did: 'dispatched', facts: { assignee: sent.id }, by: null, byResident: false }] : [];
}

/** R7: the facility a report names, by tapping it or by writing its name; the report as it is taken for it. @throws Problem `request/invalid` */
async function atFacility<Given extends ReportInput>(ctx: Ctx, officeId: string, input: Given): Promise<Given> {
  if (input.place !== 'public' || (input.facilityId === undefined && (input.where === '' || input.facility))) return input;
  const facility = await readFacility(ctx.db, ctx.viewer, officeId, { id: input.facilityId, name: input.where });
  if (!facility && input.facilityId !== undefined) throw refuseField('facilityId', '没有这一处，请重新选');
  return facility ? { ...input, facility: facility.id, where: input.where || facility.name } : input;
}

/** Where it is, as it stands in the register: whoever named a danger and no place is looked for around their own unit. */
const placeOf = (input: ReportInput, home: HomeContext): string =>
  input.place === 'public' ? input.where || `${home.unitLabel}附近` : home.homeLabel;

/** What was said, or what was tapped. */
const wordsOf = (input: ReportInput): string => input.words || (dangerOf(input.dangerKind)?.label ?? categoryOf(input.category)?.label ?? '');

const saidOf = ({ input, office, contact, held, at }: Incoming): Omit<SaidWithIt, 'id'> => ({
  ...contact,
  direction: 'in',
  audience: 'followers',
  place: placeOf(input, office),
  body: wordsOf(input),
  outcome: null,
  held,
  at,
});

/** R6: one at a time: whoever says so too waits, and is told. @throws Problem `ticket/action-refused` while it is being mended again */
async function holdForRework(ctx: Ctx, tx: Transaction, file: TicketFile, now: Date): Promise<void> {
  await waitForTicket(tx, ctx.viewer, file.id);
  const again = await readOpenRework(tx, ctx.viewer, file);
  if (again) throw new Problem('ticket/action-refused', `这一处正在返修：${again}`);
  const before = await readTicketFile(tx, ctx.viewer, file.id, now);
  if (before?.state.status !== 'closed') throw new Problem('ticket/action-refused', '这一件刚才重新办了，请看原来那一件');
}

/**
 * A repair is received (R1–R3, R8), from a resident or through a colleague.
 * @throws Problem `request/invalid`, `request/key-reused`, `ticket/action-refused` while it is being mended again
 */
export async function receive(ctx: Ctx, given: Incoming): Promise<Done> {
  const { route, office, reporterId, newcomer, at, taken } = given;
  const back = given.back ?? null;
  const input = await atFacility(ctx, office.officeId, given.input);
  const incoming = { ...given, input };
  const decision = decideReport(
    { ...input, keyCustomer: office.keyCustomer, ...(taken ? { taken } : {}) },
    settingsAt(office.settings, at),
    at,
    back?.before,
  );
  const sent = await automatic(ctx, incoming, decision, ctx.clock());
  const events = [{ ...decision, by: ctx.viewer.id, byResident: !taken, at }, ...sent];
  const takenBy = taken?.firstContact ?? null;
  const before = async (tx: Transaction) => {
    if (back) await holdForRework(ctx, tx, back.file, ctx.clock());
  };
  const { homeId } = input;
  return begin(ctx, { route, kind: 'repair', office, homeId, reporterId, newcomer, at, events, said: saidOf(incoming), takenBy }, { before });
}
