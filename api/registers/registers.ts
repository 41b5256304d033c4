import {
  type ExportRow,
  exportableCompany,
  exportableOffices,
  insertExport,
  type LinesOf,
  listExports,
  readOfficeSettings,
  readOwnExport,
  readRegisterRows,
} from '../../db/queries/registers.ts';
import type { ExportLine } from '../../shared/contract/registers.ts';
import { keptChannelOf } from '../../shared/duties/channels.ts';
import { ERRAND_KINDS, type ErrandKind, type ErrandState } from '../../shared/errands/errand.ts';
import { LETTER_FROM, type LetterCopy, type LetterFrom, sayCopy } from '../../shared/errands/letter.ts';
import { sayDepartment } from '../../shared/exchange/entry.ts';
import { EXCHANGE_BOOKS, EXCHANGE_KINDS } from '../../shared/exchange/kinds.ts';
import { DEPARTMENTS, sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay, minutesAfter } from '../../shared/kernel/time.ts';
import { MAILBOX_NEEDS, type MailboxNeed } from '../../shared/mailbox/kinds.ts';
import { sayMailboxStanding } from '../../shared/mailbox/mailbox.ts';
import { STATUS_WORDS, URGENCY_WORDS } from '../../shared/manual/say.ts';
import { ISSUES, sayAreas } from '../../shared/publications/work-notices.ts';
import { COST_KINDS, type CostKind } from '../../shared/quotes/prices.ts';
import { type Column, daysOf, EXPORT, REGISTERS, type Register, type RegisterName } from '../../shared/registers/registers.ts';
import { ORDER_STANDS } from '../../shared/services/words.ts';
import { sayNeedsStanding } from '../../shared/surveys/needs.ts';
import { sayMonth } from '../../shared/surveys/periods.ts';
import { TOLD_BY, type ToldBy } from '../../shared/surveys/telling.ts';
import { sayChannel, sayKind } from '../../shared/tickets/contacts.ts';
import { OPINIONS, type Opinion } from '../../shared/tickets/ratings.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import { FINDINGS, type Finding } from '../../shared/visits/script.ts';
import { type Ctx, transact } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { maskNumber } from '../identity/numbers.ts';
import { sheetOf } from './sheet.ts';

const tableOf = (name: RegisterName): Register => REGISTERS[name];
const isOfCompany = (name: RegisterName) => tableOf(name).ofCompany === true;

/** What can be taken out, and of which estates. @throws Problem `registers/not-yours` */
export async function registers(ctx: Ctx) {
  const offices = await exportableOffices(ctx.db, ctx.viewer);
  if (offices.length === 0) throw new Problem('registers/not-yours');
  const company = await exportableCompany(ctx.db, ctx.viewer);
  const theirs = (Object.keys(REGISTERS) as RegisterName[]).filter((name) => company !== null || !isOfCompany(name));
  const items = theirs.map((name) => {
    const { label, note, clause, columns } = tableOf(name);
    return { name, label, note, clause, columns: columns.map((column) => column.title), ofCompany: isOfCompany(name) };
  });
  return { now: ctx.clock().toISOString(), offices: offices.map(({ id, name }) => ({ id, name })), company, items };
}

const VISIT_WORDS: Record<string, string> = {
  visited: '特殊回访',
  survey_visited: '调查后的回访',
  return_visited: '回访',
  weekly_visited: '抽样回访',
  quality_visited: '品质管理部回访',
  visit_ended: '联系不上',
};

const ROUND_WORDS: Record<string, string> = { owed: '还没打开', opened: '打开了，还没记', done: '看过了', missed: '没有做', off: '渠道关了' };

const LETTER_WORDS: Record<string, string> = { open: '等答复', answered: '答复了', filed: '存档，不用答复', withdrawn: '登记错了' };

const TELLING_WORDS: Record<string, string> = {
  told: '告诉了',
  owed: '还没告诉',
  early: '还没公布',
  few: '答的太少，没有可告诉的',
  own: '本小区的人做的，不用另外告诉',
};

const ANSWERED_BY: Record<string, string> = { document: '公司文件', talk: '当面谈' };

/** Where a letter to the general manager, or the year's needs, stands, from what it was read as. */
function sayMailboxLine(value: string): string {
  const state = JSON.parse(value) as Pick<ErrandState, 'kind' | 'status' | 'facts' | 'happened'>;
  return state.kind === 'needs' ? sayNeedsStanding(state, isoDay) : sayMailboxStanding(state, false);
}

const sayOpinion = (value: string) => OPINIONS[value as Opinion] ?? value;
/** Fen as a sheet of costs writes them: 38.00. */
const sayYuan = (fen: string) => (fen === '' ? '' : (Number(fen) / 100).toFixed(2));

/** How a field's value is written. */
const WRITTEN: Record<string, (value: string) => string> = {
  phone: (value) => maskNumber(value === '' ? null : value),
  category: (value) => sayTitle('repair', value),
  urgency: (value) => URGENCY_WORDS[value as keyof typeof URGENCY_WORDS] ?? value,
  standing: (value) => STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value,
  order_standing: (value) => ORDER_STANDS[value as keyof typeof ORDER_STANDS] ?? value,
  channel: sayChannel,
  kind: (kind) => sayKind(kind, true),
  department: (value) => DEPARTMENTS[value as keyof typeof DEPARTMENTS] ?? value,
  visit: (value) => VISIT_WORDS[value] ?? value,
  quality: sayOpinion,
  attitude: sayOpinion,
  satisfied: sayOpinion,
  finding: (value) => FINDINGS[value as Finding]?.label ?? value,
  labour: sayYuan,
  parts: sayYuan,
  sum: sayYuan,
  price: sayYuan,
  cost_kind: (value) => COST_KINDS[value as CostKind] ?? value,
  what: (value) => ISSUES[value as keyof typeof ISSUES]?.label ?? value,
  kept: (value) => keptChannelOf(value)?.label ?? value,
  letter_from: (value) => LETTER_FROM[value as LetterFrom] ?? value,
  letter_standing: (value) => LETTER_WORDS[value] ?? value,
  copies: (value) => (JSON.parse(value || '[]') as LetterCopy[]).map(sayCopy).join('、'),
  round_standing: (value) => ROUND_WORDS[value] ?? value,
  forwarder: sayDepartment,
  exchange_kind: (value) => EXCHANGE_KINDS.find((row) => row.code === value)?.label ?? ERRAND_KINDS[value as keyof typeof ERRAND_KINDS] ?? value,
  book: (value) => EXCHANGE_BOOKS[EXCHANGE_KINDS.find((row) => row.code === value)?.book ?? 'log'],
  quarter: (value) => sayMonth({ span: 'quarter' }, value),
  told_standing: (value) => TELLING_WORDS[value] ?? value,
  told_how: (value) => TOLD_BY[value as ToldBy] ?? value,
  mailbox_kind: (value) => ERRAND_KINDS[value as ErrandKind] ?? value,
  mailbox_need: (value) => MAILBOX_NEEDS[value as MailboxNeed] ?? value,
  answered_by: (value) => ANSWERED_BY[value] ?? value,
  mailbox_standing: sayMailboxLine,
  areas: (value) => sayAreas(JSON.parse(value || '[]')),
};

const cellOf = (row: Record<string, unknown>, { field }: Column): string => {
  const value = row[field] === null || row[field] === undefined ? '' : String(row[field]);
  return WRITTEN[field]?.(value) ?? value;
};

type Span = { register: RegisterName; officeId: string; from: Date; until: Date };

/** The rows of a register as far as the office lets them out, and whether there are more. */
async function rowsOf(ctx: Ctx, { register, ...span }: Span, now: Date) {
  const { exportRows } = settingsAt(await readOfficeSettings(ctx.db, ctx.viewer, span.officeId), now);
  const found = await readRegisterRows(ctx.db, ctx.viewer, register, { ...span, limit: exportRows });
  return { rows: found.slice(0, exportRows), cut: found.length > exportRows };
}

/** How many of these rows are of each ticket that is a complaint, or may become one. */
function linesOf(rows: readonly Record<string, unknown>[]): LinesOf {
  const counted: Record<string, number> = {};
  for (const { said } of rows) if (typeof said === 'string') counted[said] = (counted[said] ?? 0) + 1;
  return counted;
}

/** @throws Problem `registers/not-yours` where it is not this viewer's office, or not of this register's */
async function officeFor(ctx: Ctx, register: RegisterName, officeId: string) {
  const offices = isOfCompany(register) ? [await exportableCompany(ctx.db, ctx.viewer)] : await exportableOffices(ctx.db, ctx.viewer);
  const office = offices.find((one) => one?.id === officeId);
  if (!office) throw new Problem('registers/not-yours');
  return office;
}

const fileNameOf = ({ register, from, until }: Span, office: string) =>
  `${tableOf(register).label.replaceAll('/', '、')}_${office}_${isoDay(from)}_${isoDay(new Date(until.getTime() - 1))}.xlsx`;

/**
 * Takes a register out: on record first, then whoever asked fetches the file within minutes (A1).
 * @throws Problem `registers/not-yours`, `request/invalid` for a period that is none or too long
 */
export async function exportRegister(ctx: Ctx, input: { register: RegisterName; officeId: string; from: string; until: string }) {
  const office = await officeFor(ctx, input.register, input.officeId);
  const now = ctx.clock();
  const span: Span = { register: input.register, officeId: input.officeId, from: new Date(input.from), until: new Date(input.until) };
  if (span.until <= span.from) throw refuseField('until', '结束的日子要在开始之后');
  if (daysOf(span.from, span.until) > EXPORT.longestDays) throw refuseField('until', `一次最多 ${EXPORT.longestDays} 天，请分几次`);
  const { rows, cut } = await rowsOf(ctx, span, now);
  const id = ctx.newId();
  await transact(ctx, (tx) => insertExport(tx, ctx.viewer, { id, ...span, rows: rows.length, cut, linesOf: linesOf(rows), at: now }));
  const openUntil = minutesAfter(now, EXPORT.goodForMinutes).toISOString();
  return { id, file: `/exports/${id}/file`, fileName: fileNameOf(span, office.name), rows: rows.length, cut, openUntil };
}

/**
 * The file of an export, made anew from what stands now, for whoever put it on record and may still see it.
 * @throws Problem `seen/not-found` where it is another's or too long ago, `registers/not-yours` where it is no longer theirs
 */
export async function exportedFile(ctx: Ctx, id: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  const now = ctx.clock();
  const one = await readOwnExport(ctx.db, ctx.viewer, id);
  if (!one || minutesAfter(one.at, EXPORT.goodForMinutes) < now) throw new Problem('seen/not-found', '这个文件已经过期，请再导出一次');
  const office = await officeFor(ctx, one.register, one.officeId);
  const { rows } = await rowsOf(ctx, one, now);
  const { label, columns } = tableOf(one.register);
  const cells = rows.map((row) => columns.map((column) => cellOf(row, column)));
  return { bytes: await sheetOf(label, columns, cells), fileName: fileNameOf(one, office.name) };
}

const lineOf = (row: ExportRow): ExportLine => ({
  id: row.id,
  at: row.at.toISOString(),
  byName: sayName(row.byName),
  byPost: sayPost(row.byRole, row.byDepartment),
  label: tableOf(row.register)?.label ?? row.register,
  officeName: row.officeName,
  from: row.from.toISOString(),
  until: row.until.toISOString(),
  rows: row.rows,
  cut: row.cut,
});

/** What was taken out by whom (A1). */
export async function exports(ctx: Ctx, input: { after?: string | undefined }) {
  return pageOf(await listExports(ctx.db, ctx.viewer, idCursor(input.after)), (row) => row.id, lineOf);
}
