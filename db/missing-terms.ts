import { sql } from 'drizzle-orm';
import { termsOfDeed } from '../shared/tickets/search.ts';
import type { Database } from './connect.ts';

const BATCH = 500;

interface Unwritten extends Record<string, unknown> {
  id: string;
  office_id: string;
  number: string;
  label: string;
  said: { body: string; outcome: string | null; place: string }[];
}

/**
 * Makes tickets from before the search findable. Part of bringing a database up to date, because what a term is stands in `shared` and nowhere else;
 * may be stopped and run again. A ticket without its number among the terms has none yet.
 */
export async function writeMissingTerms(db: Database): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const tickets: Unwritten[] = await db.execute<Unwritten>(sql`
      select t.id, t.office_id, t.number, h.label,
        (select coalesce(json_agg(json_build_object('body', c.body, 'outcome', c.outcome, 'place', case when c.id = t.first_contact_id then c.place else h.label end) order by c.id), '[]'::json)
          from contacts c where c.office_id = t.office_id and c.ticket_id = t.id) as said
      from tickets t join homes h on h.office_id = t.office_id and h.id = t.home_id
      where t.id > ${after} and not exists (
        select 1 from search_terms s where s.office_id = t.office_id and s.term = '#' || t.number and s.ticket_id = t.id)
      order by t.id limit ${BATCH}`);
    const last = tickets[tickets.length - 1];
    if (!last) return;
    after = last.id;
    const rows = tickets.flatMap((ticket) =>
      termsOfDeed({ number: ticket.number, homeLabel: ticket.label }, ticket.said).map((term) => ({
        office_id: ticket.office_id,
        term,
        ticket_id: ticket.id,
      })),
    );
    await db.execute(
      sql`insert into search_terms select * from jsonb_populate_recordset(null::search_terms, ${JSON.stringify(rows)}::jsonb) on conflict do nothing`,
    );
  }
}
