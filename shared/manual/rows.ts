import { APPROVAL_PROMISES, APPROVALS } from '../approvals/approvals.ts';
import { type Due, sayAllowance } from '../kernel/due.ts';
import type { PromiseRow, Step } from '../kernel/promises.ts';
import { type Dated, inForce } from '../kernel/rules.ts';
import { entryAt, SETTINGS, type SettingEntry, type SettingKey, settingsAt } from '../kernel/settings.ts';
import { DAY, isoDay, shanghaiTime } from '../kernel/time.ts';
import { LIMITS } from '../limits/limits.ts';
import { TEMPLATES, type TemplateRow } from '../messages/templates.ts';
import { REPAIR_CATEGORIES, type RepairCategory } from '../repairs/categories.ts';
import { RETENTION, sayKeptFor } from '../retention/retention.ts';
import { SIGN_IN_TERMS } from '../sign-in/terms.ts';
import { KINDS } from '../tickets/kinds.ts';
import { LIFECYCLE, type TicketRow } from '../tickets/lifecycle.ts';
import { NOTICES } from '../tickets/notices.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';
import { conditionsOf, NOTICE_CASES, TICKET_CASES } from './conditions.ts';
import {
  LIMITED_WORDS,
  OWED_TO_WORDS,
  PLACE_WORDS,
  RELATION_WORDS,
  STATUS_WORDS,
  sayAddressee,
  sayCondition,
  sayHappened,
  sayOwedBy,
  URGENCY_WORDS,
} from './say.ts';

/** Every table of rows the manual is made of. A new one is a line here; a law finds those left out. */
export interface Tables {
  /** Tickets' and documents'; a condition asks only of its own. */
  promises: readonly PromiseRow<TicketState>[];
  actions: readonly TicketRow[];
  notices: typeof NOTICES;
  categories: readonly RepairCategory[];
  limits: typeof LIMITS;
  kept: typeof RETENTION;
  terms: typeof SIGN_IN_TERMS;
  approvals: typeof APPROVALS;
  messages: typeof TEMPLATES;
}

export const TABLES: Tables = {
  promises: [...Object.values(KINDS).flatMap((kind) => kind.promises), ...(APPROVAL_PROMISES as unknown as readonly PromiseRow<TicketState>[])],
  actions: LIFECYCLE,
  notices: NOTICES,
  categories: REPAIR_CATEGORIES,
  limits: LIMITS,
  kept: RETENTION,
  terms: SIGN_IN_TERMS,
  approvals: APPROVALS,
  messages: TEMPLATES,
};

/** Whose figure it is, since which day (none for the product's own), and the company's where the estate has another. */
export interface SetFigure {
  by: 'estate' | 'company' | 'product';
  since: string | null;
  company: string | null;
}

/** One row of the manual as people read it. */
export interface ManualRow {
  kind: 'promise' | 'action' | 'notice' | 'category' | 'limit' | 'kept' | 'setting' | 'approval' | 'message';
  text: string;
  who: string;
  when: string;
  figure: string | null;
  since: string | null;
  set: SetFigure | null;
  /** What takes over, and from which day. */
  next: { from: string; figure: string | null } | null;
}

/** Where and when the manual is read. */
export interface Reading {
  /** The day in Shanghai. */
  on: string;
  /** The instant settings are read at. */
  at: Date;
  entries: readonly SettingEntry[];
  tables: Tables;
}

/** The first day any row of the manual is in force. */
export const beginning = (tables: Tables): string =>
  [...tables.promises, ...tables.actions, ...tables.notices, ...tables.categories].map((row) => row.since).sort()[0]!;

/** When a day is read: today as of now, another day as it ends. */
export function readingAt(on: string, now: Date): Date {
  return on === isoDay(now) ? now : new Date(shanghaiTime(`${on} 00:00`).getTime() + DAY - 1);
}

const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('，');

function nextOf<Row extends Dated>(rows: readonly Row[], row: Row, day: string, nameOf: (row: Row) => string, say: (row: Row) => string | null) {
  const after = rows.filter((other) => nameOf(other) === nameOf(row) && other.since > day).sort((a, b) => a.since.localeCompare(b.since))[0];
  return after ? { from: after.since, figure: say(after) } : null;
}

function sayFigure(key: SettingKey, value: number | boolean): string {
  const { unit } = SETTINGS[key];
  if (typeof value === 'boolean') return value ? '是' : '否';
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}

function setFigure(key: SettingKey, { entries, at }: Reading): SetFigure {
  const entry = entryAt(entries, key, at);
  const fallback = SETTINGS[key].fallback;
  if (!entry) return { by: 'product', since: null, company: null };
  const since = isoDay(entry.from);
  if (entry.office === 'headOffice') return { by: 'company', since, company: null };
  const headOffice = entries.filter((one) => one.office === 'headOffice');
  const company = entryAt(headOffice, key, at)?.value ?? fallback;
  return { by: 'estate', since, company: company === entry.value ? null : sayFigure(key, company) };
}

const settingIn = (due: Due): SettingKey | null => {
  const value = due.runs === 'days' ? due.days : due.runs === 'named' ? null : due.minutes;
  return typeof value === 'string' ? value : null;
};

const ruleOf = (row: PromiseRow<TicketState>) => row.rule;

function promiseRow(row: PromiseRow<TicketState>, reading: Reading): ManualRow {
  const key = settingIn(row.due);
  const settings = settingsAt(reading.entries, reading.at);
  const conditions = conditionsOf(TICKET_CASES, ({ ticket }) => row.when?.(ticket) ?? true).map(sayCondition);
  const starts = [...new Set(Object.values(row.opens as Record<string, TicketEventName>))].map((did) => sayHappened(did));
  const keeps = row.keeps.map((did) => sayHappened(did as TicketEventName | Step));
  return {
    kind: 'promise',
    text: conditions.length > 0 ? `${join(...conditions)}：${row.label}` : row.label,
    who: `${sayOwedBy(row.owedBy)}答应${OWED_TO_WORDS[row.owedTo]}的`,
    when: `从${starts.join('或')}算起；${keeps.join('或')}，就算做到`,
    figure: sayAllowance(row.due, settings),
    since: row.since,
    set: key && setFigure(key, reading),
    next: nextOf(reading.tables.promises, row, reading.on, ruleOf, (after) => sayAllowance(after.due, settings)),
  };
}

/** Before it ends or after, a ticket is in one of these. */
const sayStatuses = (from: TicketRow['from']) =>
  from.length >= Object.keys(STATUS_WORDS).length - 1 ? '任何时候' : from.map((status) => STATUS_WORDS[status]).join('、');

const actionName = (row: TicketRow) => row.name ?? row.action;

function actionRow(row: TicketRow, { tables, on }: Reading): ManualRow {
  const conditions = conditionsOf(TICKET_CASES, ({ ticket }) => (row.needs?.(ticket) ?? true) && !(row.unless?.(ticket) ?? false)).map(sayCondition);
  const notBy = (row.notBy ?? []).map((relation) => RELATION_WORDS[relation]);
  return {
    kind: 'action',
    text: row.label,
    who: `${row.by.map((relation) => RELATION_WORDS[relation]).join('、')}可以${notBy.length > 0 ? `；${notBy.join('、')}不可以` : ''}`,
    when: join(sayStatuses(row.from), ...conditions),
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.actions, row, on, actionName, () => null),
  };
}

const noticeName = (row: Tables['notices'][number]) => row.name;

/** The row that answers each case: the first that fits, as routing has it. */
function winnersOf({ tables, on }: Reading) {
  const standing = inForce(tables.notices, on, noticeName);
  return NOTICE_CASES.map((cases) => cases.map((one) => ({ ...one, winner: standing.find((row) => row.when(one.given)) })));
}

function noticeRow(row: Tables['notices'][number], winners: ReturnType<typeof winnersOf>, { tables, on }: Reading): ManualRow {
  const found = winners.flatMap((cases) => conditionsOf(cases, (one) => one.winner === row));
  const what = found.find((condition) => condition.fact === 'what')?.values ?? [];
  return {
    kind: 'notice',
    text: [...new Set(what.map((did) => sayHappened(did as TicketEventName | Step)))].join('、'),
    who: `告诉${row.to.map(sayAddressee).join('、')}${row.mustKnow ? '；住户没看到、微信也通知不到，打电话' : ''}`,
    when: join(...found.filter((condition) => condition.fact !== 'what').map(sayCondition)),
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.notices, row, on, noticeName, () => null),
  };
}

const codeOf = (category: RepairCategory) => category.code;

/** A category's own line, and the line of R1 that makes its worse case urgent. */
function categoryRows(category: RepairCategory, clause: string, { tables, on }: Reading): ManualRow[] {
  const line = (text: string, urgency: RepairCategory['urgency'], item: string): ManualRow => ({
    kind: 'category',
    text,
    who: category.places.map((place) => PLACE_WORDS[place]).join('、'),
    when: `第${item}类`,
    figure: URGENCY_WORDS[urgency],
    since: category.since,
    set: null,
    next: nextOf(tables.categories, category, on, codeOf, (after) => URGENCY_WORDS[after.urgency]),
  });
  return [
    ...(category.clause === clause ? [line(category.label, category.urgency, category.item)] : []),
    ...(category.worse && clause === 'R1' ? [line(`${category.label}：${category.worse.question}是的`, 'urgent', category.worse.item)] : []),
  ];
}

const limitName = (row: Tables['limits'][number]) => row.what;
const sayLimit = (row: Tables['limits'][number]) => `${row.minutes} 分钟 ${row.count} 次`;

const COUNTED_BY = { person: '每个人', address: '每个网络', wechat: '每个微信' } as const;

function limitRow(row: Tables['limits'][number], { tables, on }: Reading): ManualRow {
  return {
    kind: 'limit',
    text: `${LIMITED_WORDS[row.what]}最多`,
    who: COUNTED_BY[row.per],
    when: '',
    figure: sayLimit(row),
    since: row.since,
    set: null,
    next: nextOf(tables.limits, row, on, limitName, sayLimit),
  };
}

const termName = (row: Tables['terms'][number]) => row.what;
const sayTerm = ({ lasts }: Tables['terms'][number]) => ('days' in lasts ? `${lasts.days} 天` : `${lasts.minutes} 分钟`);
const TERM_WORDS = { pass: '第一次用微信登录，绑定要做完，限', invitation: '给同事的邀请码，只能用一次，有效' } as const;

function termRow(row: Tables['terms'][number], { tables, on }: Reading): ManualRow {
  return {
    kind: 'limit',
    text: TERM_WORDS[row.what],
    who: '',
    when: '',
    figure: sayTerm(row),
    since: row.since,
    set: null,
    next: nextOf(tables.terms, row, on, termName, sayTerm),
  };
}

const documentName = (row: Tables['approvals'][number]) => row.document;
const saySteps = (row: Tables['approvals'][number]) => row.steps.map(sayAddressee).join('，再');

function approvalRow(row: Tables['approvals'][number], { tables, on }: Reading): ManualRow {
  return {
    kind: 'approval',
    text: row.label,
    who: `${row.drafts.map(sayAddressee).join('、')}送审，${saySteps(row)}审`,
    when: '审过才发；退回的改了重新审',
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.approvals, row, on, documentName, saySteps),
  };
}

const templateName = (row: TemplateRow) => row.name;

function messageRow(row: TemplateRow, { tables, on }: Reading): ManualRow {
  return {
    kind: 'message',
    text: row.label,
    who: `发给${row.readers}`,
    when: `只写${row.fields.map(({ label }) => label).join('、')}；“${row.fields[1]!.label}”只会是：${[...new Set(Object.values(row.phrases))].join('、')}`,
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.messages, row, on, templateName, () => null),
  };
}

const keptName = (row: Tables['kept'][number]) => row.what;

function keptRow(row: Tables['kept'][number], reading: Reading): ManualRow {
  const settings = settingsAt(reading.entries, reading.at);
  const { keptFor } = row;
  return {
    kind: 'kept',
    text: row.label,
    who: '',
    when: `从${row.from}算起，到期清除${row.isRecorded ? '，清除本身有记录' : ''}`,
    figure: sayKeptFor(row, settings),
    since: row.since,
    set: 'years' in keptFor ? setFigure(keptFor.years, reading) : null,
    next: nextOf(reading.tables.kept, row, reading.on, keptName, (after) => sayKeptFor(after, settings)),
  };
}

function settingRow(key: SettingKey, reading: Reading): ManualRow {
  const set = setFigure(key, reading);
  const isSetHere = reading.entries.some((entry) => entry.key === key && entry.office === 'estate' && entry.from <= reading.at);
  const ahead = reading.entries
    .filter((entry) => entry.key === key && entry.from > reading.at && (entry.office === 'estate' || !isSetHere))
    .sort((a, b) => a.from.getTime() - b.from.getTime())[0];
  return {
    kind: 'setting',
    text: SETTINGS[key].label,
    who: '',
    when: '',
    figure: sayFigure(key, settingsAt(reading.entries, reading.at)[key]),
    since: set.since,
    set,
    next: ahead ? { from: isoDay(ahead.from), figure: sayFigure(key, ahead.value) } : null,
  };
}

/** The rows that run a clause on a day, read live from their tables: promises, actions, notices, categories, settings. */
export function rowsOf(clause: string, reading: Reading): ManualRow[] {
  const { tables, on } = reading;
  const here = <Row extends Dated & { clause: string }>(rows: readonly Row[], nameOf: (row: Row) => string) =>
    inForce(rows, on, nameOf).filter((row) => row.clause === clause);
  const notices = here(tables.notices, noticeName);
  const winners = notices.length > 0 ? winnersOf(reading) : [];
  return [
    ...here(tables.promises, ruleOf).map((row) => promiseRow(row, reading)),
    ...here(tables.actions, actionName).map((row) => actionRow(row, reading)),
    ...notices.map((row) => noticeRow(row, winners, reading)),
    ...inForce(tables.categories, on, codeOf).flatMap((category) => categoryRows(category, clause, reading)),
    ...here(tables.approvals, documentName).map((row) => approvalRow(row, reading)),
    ...here(tables.messages, templateName).map((row) => messageRow(row, reading)),
    ...here(tables.kept, keptName).map((row) => keptRow(row, reading)),
    ...here(tables.limits, limitName).map((row) => limitRow(row, reading)),
    ...here(tables.terms, termName).map((row) => termRow(row, reading)),
    ...(Object.keys(SETTINGS) as SettingKey[]).filter((key) => SETTINGS[key].clause === clause).map((key) => settingRow(key, reading)),
  ];
}
