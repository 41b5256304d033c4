import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { readTicketFiles, type TicketFile } from '../../db/queries/ticket-files.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { nextDueBy, unfold } from '../../shared/kernel/subject.ts';
import { bookFor } from '../../shared/tickets/kinds.ts';
import { movesByItself, type TicketEvent } from '../../shared/tickets/ticket.ts';
import { TICKET_RULES, type TicketStory } from '../../shared/tickets/unfold.ts';
import type { World } from './world.ts';

const byKey = (ledger: TicketStory['ledger']) => [...ledger].sort((a, b) => `${a.openedBy}${a.what}`.localeCompare(`${b.openedBy}${b.what}`));

async function eventsOf(world: World, id: string): Promise<TicketEvent[]> {
  const rows = await world.house.db.execute<Record<string, never>>(sql`select * from events where subject = ${id} order by seq`);
  return rows.map((row) => ({
    id: row.id!,
    subject: row.subject!,
    seq: Number(row.seq),
    did: row.did!,
    at: new Date(row.at!),
    recordedAt: new Date(row.recorded_at!),
    by: row.by_id ?? null,
    facts: row.facts!,
  }));
}

function replay(file: TicketFile, events: readonly TicketEvent[]): TicketStory | null {
  return events.reduce<TicketStory | null>(
    (story, event) => unfold(TICKET_RULES, story, event, (state) => bookFor(state.kind, settingsAt(file.settings, event.at), file.openingHours)),
    null,
  );
}

/** Law: the ledger and every ticket, dropped and rebuilt from the events, are the ones that stand. Returns how many tickets were held against their events. */
export async function expectReplayed(world: World): Promise<number> {
  const tickets = await world.house.db.execute<{
    id: string;
    office_id: string;
    next_due_by: string | null;
    next_look_at: string | null;
    version: number;
  }>(sql`select * from tickets order by id`);
  for (const ticket of tickets) {
    const [file] = await readTicketFiles(world.house.db, asSystem('sweep'), ticket.office_id, [ticket.id], world.now());
    const events = await eventsOf(world, ticket.id);
    const rebuilt = replay(file!, events);
    assert.deepEqual(byKey(rebuilt!.ledger), byKey(file!.ledger));
    assert.deepEqual(rebuilt!.state, file!.state);
    assert.deepEqual(ticket.next_due_by ? new Date(ticket.next_due_by) : null, nextDueBy(rebuilt!.ledger));
    assert.deepEqual(ticket.next_look_at ? new Date(ticket.next_look_at) : null, movesByItself(rebuilt!.state)?.at ?? null);
    assert.equal(ticket.version, events.length);
  }
  return tickets.length;
}
