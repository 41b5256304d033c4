import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { readErrandFiles } from '../../db/queries/errands.ts';
import { readTicketFiles, type TicketFile } from '../../db/queries/ticket-files.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import type { ErrandEvent } from '../../shared/errands/errand.ts';
import { ERRAND_RULES, type ErrandStory } from '../../shared/errands/rules.ts';
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

/** The same of what colleagues owe each other. */
async function expectErrandsReplayed(world: World): Promise<void> {
  const errands = await world.house.db.execute<{
    id: string;
    office_id: string;
    version: number;
    next_due_by: string | null;
    next_look_at: string | null;
  }>(sql`select * from errands order by id`);
  for (const { id, office_id, version, next_due_by, next_look_at } of errands) {
    const [file] = await readErrandFiles(world.house.db, asSystem('sweep'), office_id, [id], world.now());
    const events = (await eventsOf(world, id)) as unknown as ErrandEvent[];
    const rebuilt = events.reduce<ErrandStory | null>(
      (story, event) =>
        unfold(ERRAND_RULES, story, event, (state) => ERRAND_RULES.bookFor(state, settingsAt(file!.settings, event.at), file!.openingHours)),
      null,
    );
    assert.deepEqual(byKey(rebuilt!.ledger), byKey(file!.ledger));
    assert.deepEqual(rebuilt!.state, file!.state);
    assert.deepEqual(next_due_by ? new Date(next_due_by) : null, nextDueBy(rebuilt!.ledger));
    assert.deepEqual(next_look_at ? new Date(next_look_at) : null, ERRAND_RULES.movesByItself!(rebuilt!.state)?.at ?? null);
    assert.equal(version, events.length);
  }
}

/** Law: the ledger and every ticket, dropped and rebuilt from the events, are the ones that stand. Returns how many tickets were held against their events. */
export async function expectReplayed(world: World): Promise<number> {
  await expectErrandsReplayed(world);
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
