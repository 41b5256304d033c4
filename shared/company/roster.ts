import { MINUTE, shanghaiTime } from '../kernel/time.ts';
import { words } from '../kernel/words.ts';
import { type Place, placeKey, sayPlace } from './homes.ts';

/** What a roster's sheet says of each column: its heading, and what stands below it. */
// biome-ignore format: a table reads best as one
export const ROSTER_COLUMNS = [
  { field: 'building', title: '楼栋',     width: 8,  needed: true,  note: '数字，比如 3' },
  { field: 'unit',     title: '单元',     width: 8,  needed: false, note: '数字，没有单元的空着' },
  { field: 'room',     title: '房号',     width: 10, needed: true,  note: '比如 502' },
  { field: 'name',     title: '姓名',     width: 14, needed: true,  note: '登记的姓名' },
  { field: 'phone',    title: '手机号',   width: 16, needed: false, note: '11 位，没有就空着' },
  { field: 'as',       title: '身份',     width: 10, needed: true,  note: '业主或者使用人' },
  { field: 'since',    title: '入住日期', width: 14, needed: false, note: '比如 2021-05-01，不写就从今天算' },
  { field: 'key',      title: '重要客户', width: 10, needed: false, note: '是，或者空着' },
] as const;

export type RosterField = (typeof ROSTER_COLUMNS)[number]['field'];

/** So many rows are read at a time. */
export const MOST_ROWS = 5_000;
/** So many of the rows that are wrong are shown. */
export const MOST_WRONG = 100;

/** A row as it stands in the sheet, in words; `at` is its number there. */
export type SheetRow = { at: number } & Record<RosterField, string>;

/** A row that was understood. */
export interface RosterRow extends Place {
  at: number;
  name: string;
  /** Null where no number is known. */
  phone: string | null;
  as: 'owner' | 'occupant';
  /** Null: from the moment it is read in. */
  since: Date | null;
  isKeyCustomer: boolean;
}

/** A row that cannot be taken, and why. */
export interface Wrong {
  row: number;
  column: string;
  message: string;
}

const AS: Readonly<Record<string, RosterRow['as']>> = { 业主: 'owner', 使用人: 'occupant', 租户: 'occupant', 住户: 'occupant', 家属: 'occupant' };
const NAME = words(20);
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const titleOf = (field: RosterField) => ROSTER_COLUMNS.find((column) => column.field === field)!.title;

function dayOf(text: string): Date | null {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = shanghaiTime(`${iso} 00:00`);
  // 31 June is no day.
  if (Number.isNaN(at.getTime()) || new Date(at.getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 10) !== iso) return null;
  return at;
}

/** Which column stands where; what is missing, or stands there twice, is named. */
export function readHeading(heading: readonly string[]): { places: Partial<Record<RosterField, number>>; wrong: Wrong[] } {
  const places: Partial<Record<RosterField, number>> = {};
  const wrong: Wrong[] = [];
  for (const { field, title, needed } of ROSTER_COLUMNS) {
    const found = heading.flatMap((one, nth) => (one.replace(/\s/g, '') === title ? [nth] : []));
    if (found.length > 1) wrong.push({ row: 1, column: title, message: '这一列有两个' });
    else if (found.length === 1) places[field] = found[0]!;
    else if (needed) wrong.push({ row: 1, column: title, message: '第一行没有这一列，请用下载的表格填' });
  }
  return { places, wrong };
}

/** Reads one row. @returns what is wrong with it, each by its column; nothing is wrong where it was understood */
export function readRow(row: SheetRow, now: Date): { row: RosterRow | null; wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const refuse = (field: RosterField, message: string) => wrong.push({ row: row.at, column: titleOf(field), message });
  const numberOf = (field: 'building' | 'unit', most: number, empty: number | null): number => {
    const text = row[field].replace(/[栋幢座单元号楼]/g, '');
    if (text === '' && empty !== null) return empty;
    const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(number) || number < (empty ?? 1) || number > most) refuse(field, `要写 ${empty ?? 1} 到 ${most} 的数字`);
    return number;
  };
  const building = numberOf('building', 999, null);
  const unit = numberOf('unit', 99, 0);
  const room = row.room.replace(/[室号房]$/, '');
  if (!/^\d{1,5}[A-Z]?$/i.test(room)) refuse('room', '要写房号，比如 502');
  const name = NAME.safeParse(row.name);
  if (!name.success) refuse('name', name.error.issues[0]!.message);
  const phone = row.phone.replace(/[\s-]/g, '');
  if (phone !== '' && !/^1\d{10}$/.test(phone)) refuse('phone', '要写 11 位手机号');
  const as = AS[row.as];
  if (!as) refuse('as', '要写业主或者使用人');
  const since = row.since === '' ? null : dayOf(row.since);
  if (row.since !== '' && (since === null || since.getUTCFullYear() < 1980)) refuse('since', '日期没看懂，比如 2021-05-01');
  else if (since && since > now) refuse('since', '还没到这一天，搬进来以后再登记');
  if (!['', '是', '否'].includes(row.key)) refuse('key', '写“是”，或者空着');
  if (wrong.length > 0) return { row: null, wrong };
  return {
    row: {
      at: row.at,
      building,
      unit,
      room: room.toUpperCase(),
      name: name.data!,
      phone: phone || null,
      as: as!,
      since,
      isKeyCustomer: row.key === '是',
    },
    wrong,
  };
}

/** Somebody of the estate's roster, or whoever has one of the numbers that stand in the sheet. */
export interface KnownPerson {
  id: string;
  name: string;
  /** As it is found again, never as it reads. */
  phoneIndex: string | null;
}

/** What the estate's books say before the sheet is read in. */
export interface Books {
  homes: readonly (Place & { id: string; isKeyCustomer: boolean })[];
  /** Who lives where now. */
  residences: readonly { homeId: string; personId: string; as: RosterRow['as'] }[];
  /** Whoever lives there, and whoever has one of the sheet's numbers. */
  people: readonly KnownPerson[];
}

/** What reading a sheet in would write; homes and people who are not there yet are named by what they are new for. */
export interface RosterPlan {
  homes: (Place & { key: string; label: string; isKeyCustomer: boolean })[];
  people: { key: string; name: string; phone: string | null }[];
  residences: { home: { id: string } | { key: string }; person: { id: string } | { key: string }; as: RosterRow['as']; since: Date | null }[];
  /** Homes that become a key customer's. */
  keyHomes: string[];
  /** Rows that say what stands there already. */
  unchanged: number;
  wrong: Wrong[];
}

/**
 * What is new in a roster (A2): homes, people and who lives where; nobody who is not in it is moved out. The same sheet once more writes nothing.
 * @param indexOf what a number is found again by
 */
export function planRoster(rows: readonly RosterRow[], books: Books, indexOf: (phone: string) => string): RosterPlan {
  const plan: RosterPlan = { homes: [], people: [], residences: [], keyHomes: [], unchanged: 0, wrong: [] };
  const homes = new Map(books.homes.map((home) => [placeKey(home), home]));
  const byPhone = new Map(books.people.flatMap((one) => (one.phoneIndex ? [[one.phoneIndex, one] as const] : [])));
  const byId = new Map(books.people.map((one) => [one.id, one]));
  const livesIn = new Map<string, typeof books.residences>();
  for (const one of books.residences) livesIn.set(one.homeId, [...(livesIn.get(one.homeId) ?? []), one]);
  const newHomes = new Map<string, RosterPlan['homes'][number]>();
  const newPeople = new Map<string, RosterPlan['people'][number]>();
  const seen = new Map<string, number>();
  const keyHomes = new Set<string>();
  const refuse = (row: number, field: RosterField, message: string) => plan.wrong.push({ row, column: titleOf(field), message });

  for (const row of rows) {
    const place = placeKey(row);
    const home = homes.get(place);
    const index = row.phone ? indexOf(row.phone) : null;
    const said = `${place} ${index ?? row.name}`;
    const before = seen.get(said);
    if (before !== undefined) {
      refuse(row.at, 'name', `和第 ${before} 行是同一户、同一个人`);
      continue;
    }
    seen.set(said, row.at);

    const atHome = home ? (livesIn.get(home.id) ?? []) : [];
    // Whoever has no number is known by the name at this home alone.
    const known = index ? byPhone.get(index) : atHome.map(({ personId }) => byId.get(personId)!).find((one) => one.name === row.name);
    if (known && known.name !== row.name) {
      refuse(row.at, 'phone', '这个号码登记的是另一个姓名，请核对；改了名的，先在住户页里改');
      continue;
    }
    const key = index ?? `${place} ${row.name}`;
    const made = newPeople.get(key);
    if (made && made.name !== row.name) {
      refuse(row.at, 'phone', '前面一行同一个号码写的是另一个姓名');
      continue;
    }
    const lives = known && atHome.find(({ personId }) => personId === known.id);
    if (lives && lives.as !== row.as) {
      refuse(row.at, 'as', `登记的是${lives.as === 'owner' ? '业主' : '使用人'}；要改，请在住户页里改`);
      continue;
    }
    if (!home && !newHomes.has(place))
      newHomes.set(place, { building: row.building, unit: row.unit, room: row.room, key: place, label: sayPlace(row), isKeyCustomer: false });
    if (row.isKeyCustomer && home && !home.isKeyCustomer) keyHomes.add(home.id);
    const fresh = newHomes.get(place);
    if (row.isKeyCustomer && fresh) fresh.isKeyCustomer = true;
    if (lives) {
      plan.unchanged += 1;
      continue;
    }
    if (!known && !made) newPeople.set(key, { key, name: row.name, phone: row.phone });
    plan.residences.push({
      home: home ? { id: home.id } : { key: place },
      person: known ? { id: known.id } : { key },
      as: row.as,
      since: row.since,
    });
  }
  plan.homes = [...newHomes.values()];
  plan.people = [...newPeople.values()];
  plan.keyHomes = [...keyHomes];
  return plan;
}
