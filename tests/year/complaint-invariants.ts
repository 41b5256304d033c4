import { sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';
import { follow } from '../../shared/tickets/follow.ts';
import type { TicketEvent, TicketState } from '../../shared/tickets/ticket.ts';
import { rowsOf, type Wrong } from './wrong.ts';

interface Step {
  event: TicketEvent;
  seq: number;
  after: TicketState;
}

/** Every complaint, event by event, from what came as something else onwards. */
async function complaintsOf(db: Database): Promise<Map<string, Step[]>> {
  const rows = await rowsOf(
    db,
    sql`select e.* from events e join tickets t on t.id = e.subject and t.office_id = e.office_id where t.kind = 'complaint' order by e.subject, e.seq`,
  );
  const told = new Map<string, Step[]>();
  for (const row of rows) {
    const event = { ...row, at: new Date(String(row.at)), recordedAt: new Date(String(row.recorded_at)), by: row.by_id } as unknown as TicketEvent;
    const steps = told.get(String(row.subject)) ?? [];
    told.set(String(row.subject), [...steps, { event, seq: Number(row.seq), after: follow(steps.at(-1)?.after ?? null, event) }]);
  }
  return told;
}

/**
 * C3: nobody complained about, and once it has left the office nobody of that office but whom leadership let in, has a line of it from the naming on. An event's own line
 * is read as the event left it, a promise's as it stood before that instant.
 */
export async function wallBroken(_: unknown, db: Database): Promise<Wrong[]> {
  const told = await complaintsOf(db);
  const lines = await rowsOf(
    db,
    sql`select i.subject, i.event_id, i.did, i.at, i.person_id, p.name,
      exists (select 1 from appointments a where a.person_id = i.person_id and a.office_id = i.office_id) as of_office,
      exists (select 1 from appointments a where a.person_id = i.person_id and a.office_id <> i.office_id) as of_company
      from inbox i join people p on p.id = i.person_id join tickets t on t.id = i.subject and t.office_id = i.office_id
      where t.kind = 'complaint' and i.person_id <> t.reporter_id`,
  );
  return lines.flatMap((line) => {
    const steps = told.get(String(line.subject)) ?? [];
    const own = steps.find(({ event }) => event.id === line.event_id);
    const at = new Date(String(line.at));
    const { complaint } = (own ?? steps.filter(({ event }) => event.recordedAt < at).at(-1))?.after ?? { complaint: null };
    if (!complaint) return [];
    const person = String(line.person_id);
    const isOfOffice = line.of_office === true && line.of_company === false;
    const isShut = complaint.accused.includes(person) || (complaint.custody === 'company' && isOfOffice && !complaint.letIn.includes(person));
    return isShut ? [{ ticketId: String(line.subject), what: `${line.name} heard of what is shut to them: ${line.did}` }] : [];
  });
}

/** C8: no complaint is over but with a word of the complainant that they are content, given after the last answer, or put on file as unheard. */
export async function closedUnsolved(_: unknown, db: Database): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  for (const [ticketId, steps] of await complaintsOf(db)) {
    // Nobody can say so of what nobody put a name to (readings 21).
    if (steps[0]?.event.facts.unnamed === true) continue;
    let isContent = false;
    for (const [index, { event, after }] of steps.entries()) {
      if (!after.complaint) continue;
      if (event.did === 'confirmed') isContent = true;
      if (event.did === 'reopened' || event.did === 'formally_replied') isContent = false;
      const ends = after.status === 'closed' && steps[index - 1]?.after.status !== 'closed';
      if (ends && event.did !== 'closed_unheard' && !isContent) wrong.push({ ticketId, what: `was closed by ${event.did} and nobody was content` });
    }
  }
  return wrong;
}
