import { type SQL, sql } from 'drizzle-orm';
import { FIELD_OF_CATEGORY } from '../../shared/analysis/fields.ts';
import type { WeekOfMonth } from '../../shared/analysis/months.ts';
import { REPEATS, type RepeatedBy } from '../../shared/analysis/repeats.ts';
import type { AnalysisScope } from '../../shared/analysis/sight.ts';
import { FIELD_NAMES } from '../../shared/tickets/fields.ts';
import type { Tx } from '../connect.ts';
import { isMissed } from './boards.ts';
import { type Behind, matterOf } from './errand-walls.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { lineFrom, linesOf, type TicketLine } from './ticket-lines.ts';
import { lowestId, uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** So many matters that come again are listed, the most frequent first. */
const REPEATS_SHOWN = 30;

/** The month, the estate and the eyes it is reckoned with. */
export interface MonthAsked {
  scope: AnalysisScope;
  /** One estate, or all of them. */
  officeId: string | null;
  from: Date;
  until: Date;
  weeks: readonly WeekOfMonth[];
  now: Date;
}

/** Which of a month's tickets are behind a figure; what is left out does not matter. */
export interface FigureOf {
  kind?: string | undefined;
  field?: string | undefined;
  category?: string | undefined;
  cause?: string | undefined;
  level?: string | undefined;
  building?: string | undefined;
  week?: string | undefined;
  homeId?: string | undefined;
  facilityId?: string | undefined;
}

function inScope({ offices, complaints }: AnalysisScope): SQL {
  if (offices === 'all') return sql`true`;
  return sql`(t.office_id = any(${uuids(offices)}) ${complaints ? sql`or t.kind = 'complaint'` : sql``})`;
}

/** What was received in the month, as far as this viewer may count it: what is walled from them is in no figure (C3). */
const received = (viewer: Viewer, { scope, officeId, from, until }: MonthAsked): SQL => sql`
  t.id >= ${lowestId(from)} and t.received_at >= ${from.toISOString()} and t.received_at < ${until.toISOString()}
  ${officeId === null ? sql`` : sql`and t.office_id = ${officeId}`} and ${inScope(scope)} and ${visibleTickets(viewer)}`;

// What a ticket counts under; the counts and the lists behind them are made of the same.
const CATEGORY = sql`(t.facts->>'category')`;
/** As `fieldOf` has it; a test holds the two together. */
const FIELD = sql`(case t.kind when 'special_service' then 'special' when 'repair' then coalesce(${JSON.stringify(FIELD_OF_CATEGORY)}::jsonb ->> ${CATEGORY}, 'unsorted')
  else case when ${CATEGORY} = any(${`{${FIELD_NAMES.join(',')}}`}::text[]) then ${CATEGORY} else 'unsorted' end end)`;
const FACILITY = sql`(t.facts->>'facility')`;
/** The building of the home, of the facility, or the one the place was described by. */
const BUILDING = sql`(coalesce(case when t.place = 'home' then (select h.building::text from homes h where h.office_id = t.office_id and h.id = t.home_id)
  else coalesce((select f.building::text from facilities f where f.office_id = t.office_id and f.id::text = ${FACILITY}),
    (select ltrim(substring(c.place from '([0-9]{1,3}) ?栋'), '0') from contacts c where c.office_id = t.office_id and c.id = t.first_contact_id)) end, 'none'))`;
const LEVEL = sql`(t.facts #>> '{complaint,level}')`;
const CAUSE = sql`coalesce(p.miss_cause, 'not_said')`;
const weekOf = (weeks: readonly WeekOfMonth[]) =>
  sql`width_bucket(t.received_at, ${`{${weeks.map(({ from }) => `"${from.toISOString()}"`).join(',')}}`}::timestamptz[])`;
const late = (now: Date) => sql`p.office_id = t.office_id and p.subject = t.id and p.subject_kind = 'ticket' and ${isMissed(now.toISOString())}`;

/** The conditions of one figure. */
function behind({ weeks, now }: MonthAsked, figure: FigureOf): SQL {
  const same = (column: SQL, value: string | undefined) => (value === undefined ? sql`` : sql`and ${column} = ${value}`);
  return sql`${same(sql`t.kind`, figure.kind)} ${same(FIELD, figure.field)} ${same(CATEGORY, figure.category)} ${same(LEVEL, figure.level)} ${same(BUILDING, figure.building)}
    ${same(FACILITY, figure.facilityId)} ${figure.week === undefined ? sql`` : sql`and ${weekOf(weeks)} = ${Number(figure.week)}`}
    ${figure.homeId === undefined ? sql`` : sql`and t.place = 'home' and t.home_id = ${figure.homeId}`}
    ${figure.cause === undefined ? sql`` : sql`and exists (select 1 from promises p where ${late(now)} and ${CAUSE} = ${figure.cause})`}`;
}

export interface Tally {
  name: string;
  count: number;
}

export interface RepeatRead {
  by: RepeatedBy;
  officeId: string;
  officeName: string;
  count: number;
  households: number;
  homeId: string | null;
  facilityId: string | null;
  category: string | null;
  building: string | null;
  /** What the home or the facility is called. */
  name: string | null;
}

export interface MonthRead {
  offices: { id: string; name: string }[];
  total: number;
  kinds: Tally[];
  fields: Tally[];
  categories: Tally[];
  causes: Tally[];
  levels: Tally[];
  /** How many of each week of each building of each estate. */
  cells: { officeId: string; building: string; week: number; count: number }[];
  repeats: RepeatRead[];
}

const tally = (by: SQL, where = sql`true`) =>
  sql`(select coalesce(json_agg(json_build_object('name', g.name, 'count', g.n)), '[]'::json) from (select ${by} as name, count(*)::int as n from those where ${where} group by 1) g)`;

const { times } = REPEATS;

/** What comes again: at one home, at one facility, or of one category in one building by several homes. */
const REPEATED = sql`
  select 'home' as by, office_id, home_id, null as facility, null as category, null as building, count(*)::int as n, 1 as homes
    from those where place = 'home' group by office_id, home_id having count(*) >= ${times}
  union all select 'facility', office_id, null, facility, null, null, count(*)::int, count(distinct home_id)::int
    from those where facility is not null group by office_id, facility having count(*) >= ${times}
  union all select 'category', office_id, null, null, category, building, count(*)::int, count(distinct home_id)::int
    from those where category <> 'unsorted' and building <> 'none' group by office_id, category, building having count(*) >= ${times} and count(distinct home_id) > 1`;

/** A month's figures in one statement, every one of what this viewer may see. */
export async function readMonth(tx: Tx, viewer: Viewer, asked: MonthAsked): Promise<MonthRead> {
  const { offices, complaints } = asked.scope;
  const [row] = await tx.execute<{ read: MonthRead }>(sql`
    with those as materialized (
      select t.id, t.office_id, t.kind, t.place, t.home_id, ${CATEGORY} as category, ${FIELD} as field, ${BUILDING} as building, ${FACILITY} as facility, ${LEVEL} as level,
        ${weekOf(asked.weeks)} as week
      from tickets t where ${received(viewer, asked)})
    select json_build_object(
      'offices', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.letters), '[]'::json) from offices o
        where o.kind = 'estate' ${offices === 'all' || complaints ? sql`` : sql`and o.id = any(${uuids(offices)})`}),
      'total', (select count(*)::int from those), 'kinds', ${tally(sql`kind`)}, 'fields', ${tally(sql`field`)},
      'categories', ${tally(sql`category`, sql`kind = 'repair'`)}, 'levels', ${tally(sql`level`, sql`level is not null`)},
      'causes', (select coalesce(json_agg(json_build_object('name', g.name, 'count', g.n)), '[]'::json) from (
        select ${CAUSE} as name, count(distinct t.id)::int as n from those t join promises p on ${late(asked.now)} group by 1) g),
      'cells', (select coalesce(json_agg(json_build_object('officeId', g.office_id, 'building', g.building, 'week', g.week, 'count', g.n)), '[]'::json) from (
        select office_id, building, week, count(*)::int as n from those group by 1, 2, 3) g),
      'repeats', (select coalesce(json_agg(json_build_object('by', r.by, 'officeId', r.office_id, 'officeName', o.name, 'count', r.n, 'households', r.homes, 'homeId', r.home_id,
          'facilityId', r.facility, 'category', r.category, 'building', r.building, 'name', coalesce(h.label, f.name)) order by r.n desc, r.homes desc, o.letters, r.by, coalesce(h.label, f.name, r.category), r.building), '[]'::json)
        from (select * from (${REPEATED}) every_one order by n desc, homes desc, office_id, by, home_id, facility, category, building limit ${REPEATS_SHOWN}) r
          join offices o on o.id = r.office_id left join homes h on h.office_id = r.office_id and h.id = r.home_id
          left join facilities f on f.office_id = r.office_id and f.id::text = r.facility)) as read`);
  return row!.read;
}

/** A measure holds what its figure was made of up to so many matters; a figure of more is about the many [ours]. */
const BEHIND_KEPT = 100;

/** Those a corrective measure is given for, as its giver counts them, and what of them a wall can stand before (C3). */
export interface Given extends Behind {
  /** None of a figure of more than a measure holds. */
  ids: string[];
}

/** The tickets behind one figure as a corrective measure keeps them. */
export async function readBehind(tx: Tx, viewer: Viewer, asked: MonthAsked, figure: FigureOf): Promise<Given> {
  const rows = await tx.execute<{ id: string; household: string; matter: Behind['matters'][number] }>(sql`
    select m.id, coalesce(m.home_id, m.reporter_id) as household, ${matterOf(asked.now)} as matter
    from (select t.* from tickets t where ${received(viewer, asked)} ${behind(asked, figure)} order by t.id desc limit ${BEHIND_KEPT + 1}) m order by m.id`);
  const those = rows.length > BEHIND_KEPT ? [] : rows;
  return {
    ids: those.map(({ id }) => id),
    matters: those.map(({ matter }) => matter),
    oneHousehold: new Set(those.map(({ household }) => household)).size === 1,
  };
}

/** Whether a home or a facility is one of this office's. */
export async function isOfOffice(tx: Tx, _viewer: Viewer, officeId: string, one: { homeId: string } | { facilityId: string }): Promise<boolean> {
  const [row] = await tx.execute(
    'homeId' in one
      ? sql`select 1 from homes h where h.office_id = ${officeId} and h.id = ${one.homeId}`
      : sql`select 1 from facilities f where f.office_id = ${officeId} and f.id = ${one.facilityId}`,
  );
  return row !== undefined;
}

/** The tickets behind one figure, the newest first, one more than a page. */
export async function listMonth(tx: Tx, viewer: Viewer, asked: MonthAsked, figure: FigureOf, after: string | null): Promise<TicketLine[]> {
  const page = sql`
    select t.* from tickets t where ${received(viewer, asked)} ${behind(asked, figure)} ${after ? sql`and t.id < ${after}` : sql``} order by t.id desc limit ${PAGE + 1}`;
  const rows = await tx.execute<Json>(sql`${linesOf(viewer, page)} order by t.id desc`);
  return rows.map((row) => lineFrom(row, viewer));
}
