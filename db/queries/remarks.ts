import { type SQL, sql } from 'drizzle-orm';
import type { Holder } from '../../shared/kernel/people.ts';
import type { Tx } from '../connect.ts';
import { hiddenWords } from './held.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';
import { keptFrom } from './visible.ts';

/**
 * Whether this viewer is praised in `tickets t` and still works there. It opens the one inbox line that says so, with the words and nothing of
 * the ticket; what a housemate keeps to themselves stays so.
 */
export const praises = (viewer: Viewer): SQL =>
  sql`(i.did = 'thanked' and t.kind = 'praise' and jsonb_exists(coalesce(t.facts->'praised', '[]'::jsonb), ${viewer.id})
    and t.office_id = any(${uuids(viewer.appointments.map((one) => one.officeId))}) ${keptFrom(viewer)})`;

/** What an inbox line says of the praise `t` behind it: whom it is for, and the words, where nobody held them; null for any other line. */
export const praiseOf = (viewer: Viewer): SQL => sql`
  case when i.did = 'thanked' then json_build_object(
    'me', jsonb_exists(coalesce(t.facts->'praised', '[]'::jsonb), ${viewer.id}),
    'mine', t.reporter_id = ${viewer.id},
    'names', (select coalesce(json_agg(p.name order by p.name), '[]'::json) from people p where p.id = any(array(select (jsonb_array_elements_text(coalesce(t.facts->'praised', '[]'::jsonb)))::uuid))),
    'words', (select case when ${hiddenWords(sql`c`)} then '' else c.body end from contacts c where c.office_id = t.office_id and c.id = t.first_contact_id)) end`;

export interface PraisedLine {
  me: boolean;
  mine: boolean;
  names: string[];
  words: string | null;
}

/** The names of these colleagues, for a viewer who may thank: one of the house's own. */
export async function readNames(tx: Tx, _viewer: Viewer, holders: readonly Holder[]): Promise<{ id: string; name: string }[]> {
  const rows = await tx.execute<{ id: string; name: string }>(
    sql`select p.id, p.name from people p where p.id = any(${uuids(holders.map((one) => one.person))}) order by p.name, p.id`,
  );
  return [...rows];
}
