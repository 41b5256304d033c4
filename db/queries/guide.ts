import { type SQL, sql } from 'drizzle-orm';
import type { GuideStand, GuideText } from '../../shared/guide/guide.ts';
import { GUIDE_SECTION_NAMES, type GuideSection } from '../../shared/guide/sections.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { uuids } from './uuids.ts';
import { homesNow, overseesCompany, type Viewer } from './viewer.ts';

/** A version of an entry as it is kept. */
export interface GuideLine extends GuideStand {
  id: string;
  officeId: string;
  at: Date;
  byName: string;
}

/** Where a page of the guide begins: after this entry of this section. */
export interface GuideCursor {
  section: GuideSection;
  id: string;
}

/** How many entries are looked at for one page, or for what is near. */
export const MOST_LOOKED_AT = 100;

const list = (terms: readonly string[]): SQL =>
  sql`(select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb))`;

/** Estates one lives in now or works at; for the company, all. */
function near(viewer: Viewer, column: SQL): SQL {
  if (overseesCompany(viewer)) return sql`true`;
  return sql`${column} = any(${uuids([...new Set([...homesNow(viewer, viewer.at), ...viewer.appointments].map((one) => one.officeId))])})`;
}

const isLast = sql`not exists (select 1 from guide_versions n where n.office_id = g.office_id and n.entry_id = g.entry_id and n.version > g.version)`;
const place = sql`array_position(${`{${GUIDE_SECTION_NAMES.join(',')}}`}::text[], g.section)`;

const lineFrom = (row: Json): GuideLine => ({
  id: String(row.entry_id),
  officeId: String(row.office_id),
  section: row.section as GuideSection,
  title: String(row.title),
  words: String(row.words),
  phone: String(row.phone),
  version: Number(row.version),
  withdrawn: row.withdrawn === true,
  at: new Date(String(row.at)),
  by: String(row.by_id),
  byName: String(row.by_name),
});

/**
 * Entries of an estate as they stand, by section, the older first, from a place on.
 * @param asked.terms what each has; none for all
 * @returns at most `MOST_LOOKED_AT`
 */
export async function readGuide(
  tx: Tx,
  viewer: Viewer,
  asked: { officeId: string; withdrawn: boolean; section: GuideSection | null; terms: readonly string[]; after: GuideCursor | null },
): Promise<GuideLine[]> {
  const { officeId, withdrawn, section, terms, after } = asked;
  const rows = await tx.execute<Json>(sql`
    select g.*, p.name as by_name from guide_versions g join people p on p.id = g.by_id
    where g.office_id = ${officeId} and ${near(viewer, sql`g.office_id`)} and g.withdrawn = ${withdrawn} and ${isLast}
      ${section ? sql`and g.section = ${section}` : sql``}
      ${terms.length > 0 ? sql`and g.terms @> ${list(terms)}` : sql``}
      ${after ? sql`and (${place}, g.entry_id) > (${GUIDE_SECTION_NAMES.indexOf(after.section) + 1}, ${after.id}::uuid)` : sql``}
    order by ${place}, g.entry_id limit ${MOST_LOOKED_AT}`);
  return rows.map(lineFrom);
}

/** Entries of an estate that share the most with these terms. */
export async function readNearGuide(tx: Tx, viewer: Viewer, officeId: string, terms: readonly string[]): Promise<GuideLine[]> {
  const rows = await tx.execute<Json>(sql`
    select g.*, p.name as by_name from guide_versions g join people p on p.id = g.by_id
    where g.office_id = ${officeId} and ${near(viewer, sql`g.office_id`)} and not g.withdrawn and ${isLast} and g.terms && ${list(terms)}
    order by (select count(*) from unnest(g.terms) term where term = any(${list(terms)}::text[])) desc, g.entry_id limit ${MOST_LOOKED_AT}`);
  return rows.map(lineFrom);
}

/** Every version of one entry, the oldest first, of where this viewer lives or works. */
export async function readGuideVersions(tx: Tx, viewer: Viewer, entry: string): Promise<GuideLine[]> {
  const rows = await tx.execute<Json>(sql`
    select g.*, p.name as by_name from guide_versions g join people p on p.id = g.by_id
    where g.entry_id = ${entry} and ${near(viewer, sql`g.office_id`)} order by g.version`);
  return rows.map(lineFrom);
}

/**
 * Adds a version to an entry; those before it stay.
 * @returns false where another one took its place first
 */
export async function insertGuideVersion(
  tx: Tx,
  viewer: Viewer,
  line: GuideText & { id: string; officeId: string; entry: string; version: number; withdrawn: boolean; terms: readonly string[]; at: Date },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into guide_versions (id, office_id, entry_id, version, section, title, words, phone, withdrawn, terms, at, by_id)
    values (${line.id}, ${line.officeId}, ${line.entry}, ${line.version}, ${line.section}, ${line.title}, ${line.words}, ${line.phone},
      ${line.withdrawn}, ${list(line.terms)}, ${line.at.toISOString()}, ${viewer.id})
    on conflict (office_id, entry_id, version) do nothing returning id`);
  return rows.length > 0;
}
