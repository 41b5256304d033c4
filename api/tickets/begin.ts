import { randomInt } from 'node:crypto';
import type { Transaction } from '../../db/connect.ts';
import { readTakenNumber } from '../../db/queries/complaints.ts';
import { drawAtRandom, drawNumber } from '../../db/queries/counters.ts';
import { insertCaller } from '../../db/queries/intake.ts';
import { takeKey } from '../../db/queries/keys.ts';
import { type HomeContext, readTicketFile } from '../../db/queries/ticket-files.ts';
import type { HeldWhy } from '../../shared/content/checks.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { ONLY_VOICE } from '../../shared/contract/voices.ts';
import { refuseReused } from '../../shared/kernel/problem.ts';
import type { Decision } from '../../shared/tickets/decision.ts';
import { RANDOM_NUMBERS, seriesOf, ticketNumber } from '../../shared/tickets/kinds.ts';
import type { Taken } from '../../shared/tickets/receipt.ts';
import type { TicketKind, TicketState } from '../../shared/tickets/ticket.ts';
import { type Ctx, transact } from '../context.ts';
import { type NewEvent, record, type SaidWithIt } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';

/** What somebody reports or orders, before it is a ticket: from a resident, or through a colleague. */
export interface Arriving<Route extends string> {
  route: Route;
  office: HomeContext;
  reporterId: string;
  /** What the reporter is called, where the company does not know them yet. */
  newcomer: string | null;
  at: Date;
  held: HeldWhy | null;
  contact: Pick<SaidWithIt, 'channel' | 'kind' | 'participants'>;
  taken?: Taken;
}

/** A ticket of any kind that reaches the company: whose, since when, what happened and what was said with it. */
export interface Beginning {
  route: string;
  kind: TicketKind;
  office: HomeContext;
  /** None where nobody said who they are. */
  homeId: string | null;
  reporterId: string;
  /** What the reporter is called, where the company does not know them yet. */
  newcomer: string | null;
  at: Date;
  /** The first is `received`. */
  events: NewEvent[];
  said: Omit<SaidWithIt, 'id'>;
  /** The colleague who took it down for somebody (I4). */
  takenBy: string | null;
}

/** What else a kind asks or keeps in the same transaction: before the ticket stands, and once it does. */
export interface Beside {
  before?: (tx: Transaction) => Promise<void>;
  after?: (tx: Transaction, id: string) => Promise<void>;
}

/** What a tap sent before has made already. @throws Problem `request/key-reused` for another matter with the same key */
async function madeBefore(ctx: Ctx, tx: Transaction, { office, route }: Beginning, id: string): Promise<Done | null> {
  if (!ctx.key) return null;
  const now = ctx.clock();
  const known = await takeKey(tx, { officeId: office.officeId, personId: ctx.viewer.id, route, ...ctx.key, subject: id, at: now });
  if (!known) return null;
  if (known.digest !== ctx.key.digest) throw refuseReused();
  const file = await readTicketFile(tx, ctx.viewer, known.subject, now);
  // Whoever took down what is walled from them keeps its number, and learns no more (C3).
  const number = file ? null : await readTakenNumber(tx, ctx.viewer, known.subject);
  if (number) return { id: known.subject, number, status: 'received', version: 1 };
  if (!file) throw refuseReused();
  return { id: file.id, number: file.number, status: file.state.status, version: file.version };
}

/**
 * A ticket begins. Its number is drawn before the transaction; its words are stored before any photo.
 * @throws Problem `request/key-reused`, and whatever its kind refuses
 */
export async function begin(ctx: Ctx, given: Beginning, { before, after }: Beside = {}): Promise<Done> {
  const { office, kind, at, events, said, takenBy, homeId, reporterId, newcomer } = given;
  const { officeId } = office;
  const series = seriesOf(office.letters, kind, at);
  const number = RANDOM_NUMBERS.includes(kind)
    ? ticketNumber(series, await drawAtRandom(ctx.db, officeId, series, () => randomInt(10_000)), 4)
    : ticketNumber(series, await drawNumber(ctx.db, officeId, series));
  const [id, firstContactId] = [ctx.newId(), ctx.newId()];
  const done = await transact(ctx, async (tx) => {
    const known = await madeBefore(ctx, tx, given, id);
    if (known) return known;
    await before?.(tx);
    if (newcomer !== null) await insertCaller(tx, ctx.viewer, { id: reporterId, name: newcomer });
    const create = { id, officeId, number, reporterId, homeId, homeLabel: office.homeLabel, firstContactId, takenBy };
    const subject = { kind: 'ticket' as const, id, officeId, version: 0 };
    const [made] = await record<TicketState>(ctx, tx, [
      { subject, office, before: null, create, events, said: [{ ...said, id: firstContactId }], author: ctx.viewer.id },
    ]);
    await after?.(tx, id);
    return { id, number, status: made!.story.state.status, version: made!.version };
  });
  workLater(ctx);
  return done;
}

/** What somebody said with nothing to mend, as it arrived: its words, and what was decided of it. @throws Problem `request/key-reused` */
export function beginSaid<Route extends string>(
  ctx: Ctx,
  kind: TicketKind,
  { homeId = null, words }: { homeId?: string | null | undefined; words: string },
  decision: Decision,
  { office, contact, held, taken, ...incoming }: Arriving<Route>,
  beside: Beside = {},
): Promise<Done> {
  const { at } = incoming;
  const said = {
    ...contact,
    direction: 'in' as const,
    audience: 'followers' as const,
    place: office.homeLabel,
    body: words || ONLY_VOICE,
    outcome: null,
    held,
    at,
  };
  const events = [{ ...decision, by: ctx.viewer.id, byResident: !taken, at }];
  return begin(ctx, { ...incoming, kind, office, homeId, events, said, takenBy: taken?.firstContact ?? null }, beside);
}
