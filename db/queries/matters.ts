import { type SQL, sql } from 'drizzle-orm';
import type { TicketKind } from '../../shared/tickets/ticket.ts';
import type { Json } from './json.ts';
import type { Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** The ticket an errand is about: what, where, and whether whoever looks may open it. */
export interface Matter {
  id: string;
  number: string;
  kind: TicketKind;
  category: string;
  /** Where, as it was said when it was received. */
  where: string;
  isPublic: boolean;
  /** It stays with its author among residents, as a complaint does: nobody it is handed to learns whose it is. */
  onlyMine: boolean;
  opens: boolean;
}

/** The matter of `errands t` and whether this viewer opens it, as one JSON object. */
export const matterOf = (
  viewer: Viewer,
): SQL => sql`(select json_build_object('id', m.id, 'number', m.number, 'kind', m.kind, 'category', m.facts->>'category',
    'where', c.place, 'isPublic', m.place = 'public', 'onlyMine', m.facts->>'onlyMine' = 'true',
    'opens', exists (select 1 from tickets t where t.office_id = m.office_id and t.id = m.id and ${visibleTickets(viewer)}))
  from tickets m join contacts c on c.office_id = m.office_id and c.id = m.first_contact_id where m.office_id = t.office_id and m.id = t.ticket_id)`;

/** The same as `matterOf` gave it; null where an errand is about none. */
export function matterFrom(row: Json | null): Matter | null {
  if (!row) return null;
  return {
    id: String(row.id),
    number: String(row.number),
    kind: row.kind as TicketKind,
    category: String(row.category),
    where: String(row.where),
    isPublic: row.isPublic === true,
    onlyMine: row.onlyMine === true,
    opens: row.opens === true,
  };
}
