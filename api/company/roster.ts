import { holdRoster, insertImport, keepsRosterOf, type RosterLines, readBooks, readOffices, writeRoster } from '../../db/queries/company.ts';
import {
  MOST_ROWS,
  MOST_WRONG,
  planRoster,
  ROSTER_COLUMNS,
  type RosterPlan,
  type RosterRow,
  readHeading,
  readRow,
  type SheetRow,
  type Wrong,
} from '../../shared/company/roster.ts';
import type { RosterRead } from '../../shared/contract/company.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { type Ctx, transact } from '../context.ts';
import { sheetOf } from '../registers/sheet.ts';
import { readSheet } from './sheet.ts';

/** Rows as they stand, each column found by its heading; empty ones are left out. @throws Problem `request/invalid` for more than `MOST_ROWS` */
function rowsOf(sheet: readonly string[][]): { rows: SheetRow[]; wrong: Wrong[] } {
  const { places, wrong } = readHeading(sheet[0] ?? []);
  if (wrong.length > 0) return { rows: [], wrong };
  const rows = sheet.flatMap((cells, nth) => {
    if (nth === 0) return [];
    const row = Object.fromEntries(
      ROSTER_COLUMNS.map(({ field }) => [field, places[field] === undefined ? '' : (cells[places[field]] ?? '').trim()]),
    ) as Omit<SheetRow, 'at'>;
    return Object.values(row).every((text) => text === '') ? [] : [{ ...row, at: nth + 1 }];
  });
  if (rows.length === 0) throw refuseField('file', '表格里没有一户，从第二行起一行写一个人');
  if (rows.length > MOST_ROWS) throw refuseField('file', `一次最多 ${MOST_ROWS} 行，这一份有 ${rows.length} 行，请分成几份`);
  return { rows, wrong: [] };
}

/** The lines a plan writes: an id for whatever is new, and numbers sealed for their owner. */
function linesOf(ctx: Ctx, officeId: string, plan: RosterPlan, now: Date): RosterLines {
  const ids = new Map<string, string>();
  const idOf = (one: { id: string } | { key: string }) => ('id' in one ? one.id : ids.get(one.key)!);
  const homes = plan.homes.map(({ key, ...home }) => {
    const id = ctx.newId();
    ids.set(key, id);
    return { ...home, id };
  });
  const people = plan.people.map(({ key, name, phone }) => {
    const id = ctx.newId();
    ids.set(key, id);
    const sealed = phone ? ctx.numbers.seal(phone, id) : { phoneCipher: null, phoneIndex: null, phoneLast4: null };
    return { id, name, ...sealed };
  });
  const residences = plan.residences.map((one) => ({
    id: ctx.newId(),
    homeId: idOf(one.home),
    personId: idOf(one.person),
    as: one.as,
    fromAt: one.since ?? now,
  }));
  return { officeId, homes, people, residences, keyHomes: plan.keyHomes };
}

const NOTHING = { homes: 0, people: 0, residences: 0, keyCustomers: 0, unchanged: 0 };

function refused(rows: number, wrong: readonly Wrong[]): RosterRead {
  const sorted = [...wrong].sort((one, other) => one.row - other.row);
  return { rows, ...NOTHING, wrong: sorted.slice(0, MOST_WRONG), wrongRows: new Set(wrong.map((one) => one.row)).size, isWritten: false };
}

/**
 * Reads an estate's roster from a sheet (A2): first what it would write, then that, all or nothing. The same sheet once more writes nothing.
 * @throws Problem `seen/not-found`, `company/not-yours`, `request/invalid` for what is no sheet, is empty or has too many rows
 */
export async function readRoster(ctx: Ctx, { id, file, isPreview }: { id: string; file: string; isPreview: boolean }): Promise<RosterRead> {
  const [office] = await readOffices(ctx.db, ctx.viewer, id);
  if (office?.kind !== 'estate') throw new Problem('seen/not-found');
  if (!keepsRosterOf(ctx.viewer, id)) throw new Problem('company/not-yours');
  const { rows: sheet, wrong } = rowsOf(await readSheet(Buffer.from(file, 'base64')));
  if (wrong.length > 0) return refused(0, wrong);
  const now = ctx.clock();
  const read = sheet.map((row) => readRow(row, now));
  const unread = read.flatMap((one) => one.wrong);
  if (unread.length > 0) return refused(sheet.length, unread);
  const rows = read.map((one) => one.row as RosterRow);
  const indexes = [...new Set(rows.flatMap(({ phone }) => (phone ? [phone] : [])))].map((phone) => [phone, ctx.numbers.hide(phone)] as const);
  const known = new Map(indexes);
  const work = transact(ctx, async (tx) => {
    if (!isPreview) await holdRoster(tx, ctx.viewer, id);
    const books = await readBooks(tx, ctx.viewer, id, [...known.values()]);
    const plan = planRoster(rows, books, (phone) => known.get(phone)!);
    if (plan.wrong.length > 0) return refused(rows.length, plan.wrong);
    const count = { rows: rows.length, homes: plan.homes.length, people: plan.people.length, residences: plan.residences.length };
    if (!isPreview && plan.homes.length + plan.residences.length + plan.keyHomes.length > 0) {
      await writeRoster(tx, ctx.viewer, linesOf(ctx, id, plan, now));
      await insertImport(tx, ctx.viewer, { id: ctx.newId(), officeId: id, ...count }, now);
    }
    return { ...count, keyCustomers: plan.keyHomes.length, unchanged: plan.unchanged, wrong: [], wrongRows: 0, isWritten: !isPreview };
  });
  return orChanged(work);
}

/** Somebody registered one of these numbers at this very moment: nothing was written, and once more will do. */
async function orChanged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, constraint_name } = (error as { cause?: { code?: string; constraint_name?: string } }).cause ?? {};
    if (code === '23505' && constraint_name === 'people_by_phone') throw new Problem('company/changed');
    throw error;
  }
}

/** The empty sheet to fill in: its headings alone, so that nobody reads an example in. @throws Problem `seen/not-found`, `company/not-yours` */
export async function rosterTemplate(ctx: Ctx, id: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  const [office] = await readOffices(ctx.db, ctx.viewer, id);
  if (office?.kind !== 'estate') throw new Problem('seen/not-found');
  if (!keepsRosterOf(ctx.viewer, id)) throw new Problem('company/not-yours');
  return { bytes: await sheetOf('住户名单', ROSTER_COLUMNS, []), fileName: `${office.name}住户名单.xlsx` };
}
