import { sql } from 'drizzle-orm';
import { KIND_FACTS, type TicketState, waitsFor } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import { uuids } from './uuids.ts';

const json = (rows: unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

const stateColumns = (state: TicketState, nextDueBy: Date | null, nextLookAt: Date | null) => ({
  kind: state.kind,
  status: state.status,
  place: state.place,
  facts: Object.fromEntries(KIND_FACTS[state.kind].map((name) => [name, state[name]])),
  round: state.round,
  assignee_id: state.assignee,
  former_assignee_id: state.formerAssignee,
  received_at: state.receivedAt,
  round_began_at: state.roundBeganAt,
  happened: state.happened,
  first_happened: state.first,
  next_due_by: nextDueBy,
  next_look_at: nextLookAt,
  waits_for: waitsFor(state),
});

/** A ticket that does not stand yet. */
export interface NewTicket {
  id: string;
  officeId: string;
  number: string;
  reporterId: string;
  /** None where nobody said who they are. */
  homeId: string | null;
  /** The home as people write it, to be found by. */
  homeLabel: string;
  firstContactId: string;
  /** The colleague who took it down for somebody, and follows it (I4). */
  takenBy: string | null;
}

/** Puts a new ticket where `record` has brought it. */
export async function insertTicket(
  tx: Tx,
  ticket: NewTicket,
  state: TicketState,
  version: number,
  looks: { nextDueBy: Date | null; nextLookAt: Date | null },
): Promise<void> {
  const row = {
    id: ticket.id,
    office_id: ticket.officeId,
    number: ticket.number,
    reporter_id: ticket.reporterId,
    home_id: ticket.homeId,
    first_contact_id: ticket.firstContactId,
    rework_of: state.reworkOf,
    ...stateColumns(state, looks.nextDueBy, looks.nextLookAt),
    version,
  };
  await tx.execute(sql`insert into tickets select * from jsonb_populate_recordset(null::tickets, ${json([row])})`);
}

/** Saves where tickets stand now, each only if nobody moved it since it was read. Returns the ids that were saved. */
export async function saveTickets(
  tx: Tx,
  moved: readonly {
    id: string;
    officeId: string;
    version: number;
    newVersion: number;
    state: TicketState;
    nextDueBy: Date | null;
    nextLookAt: Date | null;
  }[],
): Promise<string[]> {
  const rows = moved.map((one) => ({
    id: one.id,
    office_id: one.officeId,
    version: one.version,
    ...stateColumns(one.state, one.nextDueBy, one.nextLookAt),
  }));
  const versions = moved.map((one) => ({ id: one.id, version: one.newVersion }));
  const saved = await tx.execute<{ id: string }>(sql`
    update tickets t set
      kind = n.kind, status = n.status, facts = n.facts, round = n.round, assignee_id = n.assignee_id, former_assignee_id = n.former_assignee_id,
      round_began_at = n.round_began_at, happened = n.happened, first_happened = n.first_happened, next_due_by = n.next_due_by, next_look_at = n.next_look_at, waits_for = n.waits_for, version = v.version
    from jsonb_populate_recordset(null::tickets, ${json(rows)}) n
    join jsonb_to_recordset(${json(versions)}) as v(id uuid, version int) on v.id = n.id
    join unnest(${uuids(moved.map((one) => one.id))}) picked on picked = n.id
    where t.id = picked and t.version = n.version
    returning t.id`);
  return saved.map((row) => row.id);
}
