import { type SQL, sql } from 'drizzle-orm';
import type { Check, CheckStand, Decision, WithholdReason } from '../../shared/content/checks.ts';
import type { Json } from './json.ts';

/** What stands beside words or a picture, from JSON or from columns; null where nothing does. */
export function checkFrom(row: unknown): Check | null {
  if (row === null || row === undefined) return null;
  const { stand, decision, reason } = row as Json;
  return { stand: stand as CheckStand, decision: (decision as Decision | null) ?? null, reason: (reason as WithholdReason | null) ?? null };
}

/** What stands beside the words of a contact at hand, as JSON; null where nothing does. */
export const checkOf = (contact: SQL): SQL =>
  sql`(select json_build_object('stand', k.stand, 'decision', k.decision, 'reason', k.reason) from checks k where k.office_id = ${contact}.office_id and k.contact_id = ${contact}.id)`;

/** What stands beside a photo at hand, as JSON. */
export const checkOfPhoto = (photo: SQL): SQL =>
  sql`(select json_build_object('stand', k.stand, 'decision', k.decision, 'reason', k.reason) from checks k where k.office_id = ${photo}.office_id and k.photo_id = ${photo}.id)`;

/** Whether others do without the words of a contact at hand; `isHidden` says the same of a check. */
export const hiddenWords = (contact: SQL): SQL =>
  sql`exists (select 1 from checks k where k.office_id = ${contact}.office_id and k.contact_id = ${contact}.id and k.decision is distinct from 'released')`;
