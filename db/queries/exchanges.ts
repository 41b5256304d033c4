import { type SQL, sql } from 'drizzle-orm';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { type ExchangeStand, mayRegister } from '../../shared/exchange/entry.ts';
import type { ExchangeKind } from '../../shared/exchange/kinds.ts';
import type { Department } from '../../shared/kernel/people.ts';
import type { SettingEntry } from '../../shared/kernel/settings.ts';
import type { Tx } from '../connect.ts';
import { errandStateFrom, newestErrands, visibleErrands } from './errands.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { contextFrom, type OfficeContext, settingEntriesFrom, settingsOf, staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { overseesCompany, type Viewer } from './viewer.ts';

/** A version of an entry as it is kept. */
export interface ExchangeLine extends ExchangeStand {
  /** The entry's. */
  id: string;
  /** This version's own. */
  lineId: string;
  officeId: string;
  officeName: string;
  outside: boolean;
  receivedAt: Date;
  at: Date;
  /** Who wrote this version. */
  byName: string;
  authorName: string;
}

/** An entry in the register, with how far it was given out. */
export interface ExchangeRead extends ExchangeLine {
  /** Where it stands at the quality department, of what came from outside. */
  handling: ErrandState | null;
  /** Of every unit it was given to, whether it has answered. */
  notices: Pick<ErrandState, 'status'>[];
}

/** Of an entry's versions `exchanges x` the one that holds. */
export const isLastExchange = sql`not exists (select 1 from exchanges n where n.office_id = x.office_id and n.entry_id = x.entry_id and n.version > x.version)`;
const FIRST = sql`(select f.by_id from exchanges f where f.office_id = x.office_id and f.entry_id = x.entry_id and f.version = 1)`;
const OF_IT = sql`t.facts->>'entry' = x.entry_id::text`;

/**
 * Which entries `exchanges x` a viewer may see: the company's roles all; of the inside whoever keeps the book of that office; their own; what came from outside, once a
 * unit whose slips they see was told of it.
 */
export function visibleExchanges(viewer: Viewer): SQL {
  return sql`(${sql.join(exchangeSights(viewer), sql` or `)})`;
}

/** The same, sight by sight. */
function exchangeSights(viewer: Viewer): SQL[] {
  if (viewer.appointments.length === 0) return [sql`false`];
  if (overseesCompany(viewer)) return [sql`true`];
  const books = [...new Set(viewer.appointments.filter(mayRegister).map((one) => one.officeId))];
  return [
    ...books.map((office) => sql`(not x.outside and x.office_id = ${office})`),
    // Found by whoever wrote it, and not looked for in everything there is.
    sql`(x.office_id, x.entry_id) in (select f.office_id, f.entry_id from exchanges f where f.by_id = ${viewer.id} and f.version = 1
      and (f.outside or f.office_id = any(${uuids([...new Set(viewer.appointments.map((post) => post.officeId))])})))`,
    sql`(x.outside and x.entry_id::text in (select t.facts->>'entry' from errands t where t.kind in ('outside', 'notice') and t.kind = 'notice' and ${visibleErrands(viewer)}))`,
  ];
}

const LINE = sql`x.*, o.name as office_name, p.name as by_name, ${FIRST} as author_id, (select a.name from people a where a.id = ${FIRST}) as author_name`;
const FROM = sql`exchanges x join offices o on o.id = x.office_id join people p on p.id = x.by_id`;

const lineFrom = (row: Json): ExchangeLine => ({
  id: String(row.entry_id),
  lineId: String(row.id),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  kind: row.kind as ExchangeKind,
  outside: row.outside === true,
  receivedAt: new Date(String(row.received_at)),
  version: Number(row.version),
  source: String(row.source),
  title: String(row.title),
  words: String(row.words),
  outcome: String(row.outcome),
  department: (row.department as Department | null) ?? null,
  holdsFrom: (row.holds_from as string | null) ?? null,
  author: String(row.author_id),
  authorName: String(row.author_name),
  by: String(row.by_id),
  byName: String(row.by_name),
  at: new Date(String(row.at)),
});

export type ExchangesShown = 'all' | 'outside' | 'inside';

/** A page of entries this viewer may see, as they stand, the last registered first. */
export async function listExchanges(
  tx: Tx,
  viewer: Viewer,
  { show, after }: { show: ExchangesShown; after: string | null },
): Promise<ExchangeRead[]> {
  const which = show === 'all' ? sql`` : sql`and x.outside = ${show === 'outside'}`;
  const branches = sql.join(
    exchangeSights(viewer).map(
      (sight) =>
        sql`(select x.* from exchanges x where ${sight} and ${isLastExchange} ${which} ${after ? sql`and x.entry_id < ${after}` : sql``} order by x.entry_id desc limit ${PAGE + 1})`,
    ),
    sql` union `,
  );
  const rows = await tx.execute<Json>(sql`
    select ${LINE}, (select to_jsonb(t) from errands t where t.kind = 'outside' and ${OF_IT} limit 1) as handling,
      (select coalesce(json_agg(json_build_object('status', t.status)), '[]'::json) from errands t where t.kind = 'notice' and ${OF_IT}) as notices
    from (select * from (${branches}) page order by page.entry_id desc limit ${PAGE + 1}) x join offices o on o.id = x.office_id join people p on p.id = x.by_id order by x.entry_id desc`);
  return rows.map((row) => ({
    ...lineFrom(row),
    handling: row.handling ? errandStateFrom(row.handling as Json) : null,
    notices: row.notices as ExchangeRead['notices'],
  }));
}

/** A slip among colleagues as the register has it: the book of what goes between departments is made of them too (D6). */
export interface SlipRead {
  id: string;
  state: ErrandState;
  officeName: string;
  giverName: string;
  words: string;
}

/** A page of slips this viewer may see, the newest first. */
export async function listSlips(tx: Tx, viewer: Viewer, after: string | null): Promise<SlipRead[]> {
  // One kind at a time, each by its own stretch of the index.
  const slips = ['handover', 'urgent', 'referral', 'work_letter'].map((kind) => sql`t.kind = ${kind} ${after ? sql`and t.id < ${after}` : sql``}`);
  const rows = await tx.execute<Json>(sql`
    select t.*, o.name as office_name, g.name as giver_name, (select c.body from events e join contacts c on c.event_id = e.id and c.kind = 'errand'
      where e.office_id = t.office_id and e.subject = t.id and e.seq = 1 order by c.id limit 1) as words
    from ${newestErrands(viewer, slips, PAGE + 1)} t join offices o on o.id = t.office_id join people g on g.id = t.giver_id order by t.id desc`);
  return rows.map((row) => ({
    id: String(row.id),
    state: errandStateFrom(row),
    officeName: String(row.office_name),
    giverName: String(row.giver_name),
    words: String(row.words ?? ''),
  }));
}

/** Every version of one entry this viewer may see, the oldest first; none where there is none for them. */
export async function readExchangeVersions(tx: Tx, viewer: Viewer, entry: string): Promise<ExchangeLine[]> {
  const rows = await tx.execute<Json>(
    sql`select ${LINE} from ${FROM} where x.entry_id = ${entry} and ${visibleExchanges(viewer)} order by x.version`,
  );
  return rows.map(lineFrom);
}

/** An entry as a photo is added to it: by its first line, which stays. */
export interface EntryFile extends Pick<ExchangeLine, 'id' | 'officeId' | 'author' | 'outside'> {
  settings: SettingEntry[];
  state: { round: number };
}

/** An entry this viewer may see, by its own id or its first line's; null where there is none for them. */
export async function readEntryFile(tx: Tx, viewer: Viewer, id: string): Promise<EntryFile | null> {
  const [row] = await tx.execute<Json>(sql`
    select x.id, x.office_id, x.by_id, x.outside, ${settingsOf(sql`x.office_id`)} as settings from exchanges x
    where x.version = 1 and (x.entry_id = ${id} or x.id = ${id}) and ${visibleExchanges(viewer)}`);
  return row
    ? {
        id: String(row.id),
        officeId: String(row.office_id),
        author: String(row.by_id),
        outside: row.outside === true,
        settings: settingEntriesFrom(row.settings),
        state: { round: 1 },
      }
    : null;
}

/** Adds a version to an entry; those before it stay. @returns false where another one took its place first */
export async function insertExchange(
  tx: Tx,
  viewer: Viewer,
  line: Omit<ExchangeLine, 'officeName' | 'byName' | 'authorName' | 'author' | 'by'>,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into exchanges (id, office_id, entry_id, version, kind, outside, received_at, source, title, words, outcome, department, holds_from, at, by_id)
    values (${line.lineId}, ${line.officeId}, ${line.id}, ${line.version}, ${line.kind}, ${line.outside}, ${line.receivedAt.toISOString()}, ${line.source}, ${line.title},
      ${line.words}, ${line.outcome}, ${line.department}, ${line.holdsFrom}, ${line.at.toISOString()}, ${viewer.id})
    on conflict (office_id, entry_id, version) do nothing returning id`);
  return rows.length > 0;
}

/** An errand about an entry: at the quality department, or at a unit, with what was answered. */
export interface GivenOut {
  id: string;
  officeId: string;
  officeName: string;
  state: ErrandState;
  holderName: string;
  answeredAt: Date | null;
  words: string | null;
}

/** Where an entry went, as far as this viewer may see it, unit by unit. */
export async function readGivenOut(tx: Tx, viewer: Viewer, entry: string): Promise<GivenOut[]> {
  const rows = await tx.execute<Json>(sql`
    select t.*, o.name as office_name, h.name as holder_name, e.at as answered_at,
      (select c.body from contacts c where c.event_id = e.id and c.kind = 'errand' and c.office_id = e.office_id order by c.id limit 1) as words
    from errands t join offices o on o.id = t.office_id join people h on h.id = t.holder_id
    left join lateral (select e.id, e.office_id, e.at from events e where e.office_id = t.office_id and e.subject = t.id and e.did in ('answered', 'set_aside') order by e.seq desc limit 1) e on true
    where t.kind in ('outside', 'notice') and t.facts->>'entry' = ${entry} and ${visibleErrands(viewer)} order by o.kind, o.letters, t.id`);
  return rows.map((row) => ({
    id: String(row.id),
    officeId: String(row.office_id),
    officeName: String(row.office_name),
    state: errandStateFrom(row),
    holderName: String(row.holder_name),
    answeredAt: row.answered_at === null ? null : new Date(String(row.answered_at)),
    words: (row.words as string | null) ?? null,
  }));
}

/** How many pieces wait for the quality department. Counted as far as a badge shows. */
export async function countUndistributed(tx: Tx, viewer: Viewer): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from errands t where t.kind = 'outside' and t.status = 'given' and ${visibleErrands(viewer)} limit 100) one`,
  );
  return row?.n ?? 0;
}

/** An office as something is given out in it. */
export interface InformedOffice extends OfficeContext {
  name: string;
  isHeadOffice: boolean;
}

const OFFICE = (now: Date) => sql`o.id as office_id, o.name, o.kind, o.letters, o.opens_at_minute, o.closes_at_minute,
  ${staffOf(sql`o.id`, now.toISOString())} as staff, ${settingsOf(sql`o.id`)} as settings`;
const officeFrom = (row: Json): InformedOffice => ({ ...contextFrom(row), name: String(row.name), isHeadOffice: row.kind === 'head_office' });

/** Where what came from outside is collected: anybody who works here may hand it there (D8); null where there is no head office. */
export async function readHeadOffice(tx: Tx, viewer: Viewer, now: Date): Promise<InformedOffice | null> {
  if (viewer.appointments.length === 0) return null;
  const [row] = await tx.execute<Json>(sql`select ${OFFICE(now)} from offices o where o.kind = 'head_office' order by o.letters limit 1`);
  return row ? officeFrom(row) : null;
}

/** Every office, for whoever at the company gives something out, the head office first; none for others. */
export async function readOfficesToInform(tx: Tx, viewer: Viewer, now: Date): Promise<InformedOffice[]> {
  if (!overseesCompany(viewer)) return [];
  const rows = await tx.execute<Json>(sql`select ${OFFICE(now)} from offices o order by o.kind desc, o.letters`);
  return rows.map(officeFrom);
}
