import { type Due, sayAllowance } from '../kernel/due.ts';
import type { PromiseRow, Step } from '../kernel/promises.ts';
import { inForce } from '../kernel/rules.ts';
import { type SettingKey, settingsAt } from '../kernel/settings.ts';
import type { TicketRow } from '../tickets/actions.ts';
import { COMPLAINT, REMARKS } from '../tickets/groups.ts';
import { KINDS } from '../tickets/kinds.ts';
import { KIND_LABELS, KIND_NAMES, type TicketEventName, type TicketKind, type TicketState } from '../tickets/ticket.ts';
import { complaintCases } from './complaint-lines.ts';
import { type Condition, conditionsOf, noticeCases, TRIED_AT, ticketCasesOf } from './conditions.ts';
import { join, nextOf, setFigure } from './line.ts';
import { OWED_TO_WORDS, RELATION_WORDS, STATUS_WORDS, sayAddressee, sayCondition, sayHappened, sayOwedBy } from './say.ts';
import type { Asks, ManualRow, Reading, Tables } from './tables.ts';

const settingIn = (due: Due): SettingKey | null => {
  const value = due.runs === 'days' ? due.days : due.runs === 'named' ? null : due.minutes;
  return typeof value === 'string' ? value : null;
};

/** What each row's functions ask for, found once: they say the same every day. */
const asksOf = new WeakMap<object, readonly Condition[]>();

function asks(row: object, find: () => readonly Condition[]): readonly Condition[] {
  const found = asksOf.get(row) ?? find();
  asksOf.set(row, found);
  return found;
}

interface Tried {
  facts: object;
  ticket: TicketState;
}

/** What a row of these kinds is tried on: a complaint has facts of its own. */
const casesFor = (kinds: readonly TicketKind[]) => (kinds.every((kind) => kind === 'complaint') ? complaintCases() : ticketCasesOf(kinds));

/** The kinds that are promised this; a document's is tried as any ticket's. */
function kindsOf(row: PromiseRow<TicketState>): readonly TicketKind[] {
  const kinds = KIND_NAMES.filter((kind) => KINDS[kind].promises.includes(row));
  return kinds.length > 0 ? kinds : KIND_NAMES;
}

const ANSWERED: readonly string[] = [...REMARKS, ...COMPLAINT];
const isOfRemarks = ({ kinds }: Pick<TicketRow, 'kinds'>) => kinds.every((kind) => ANSWERED.includes(kind));

/** What nobody repairs is answered. */
const sayStands = (row: TicketRow) =>
  isOfRemarks(row) && row.from.includes('finished')
    ? row.from.map((status) => (status === 'finished' ? '答复了' : STATUS_WORDS[status])).join('、')
    : sayStatuses(row.from);

export const ruleOf = (row: PromiseRow<TicketState>) => row.rule;

const promiseKey = (row: PromiseRow<TicketState>) => ['promise', row.rule, row.since, ...kindsOf(row)].join(' ');
const actionKey = (row: TicketRow) => ['action', actionName(row), row.since, ...row.kinds, row.from.join('+')].join(' ');
const noticeKey = (standing: readonly NoticeRow[], row: NoticeRow) => ['notice', noticeName(row), row.since, beganLast(standing)].join(' ');
/** The day from which on these stand together: what comes first changes what those behind it answer. */
const beganLast = (standing: readonly NoticeRow[]) => standing.map(({ since }) => since).sort()[standing.length - 1] ?? '';

const promiseAsks = (row: PromiseRow<TicketState>) =>
  asks(row, () => conditionsOf<Tried>(casesFor(kindsOf(row)), ({ ticket }) => row.when?.(ticket) ?? true));

function actionAsks(row: TicketRow) {
  const fits = (ticket: TicketState) => (row.needs?.(ticket, TRIED_AT) ?? true) && !(row.unless?.(ticket, TRIED_AT) ?? false);
  return asks(row, () => conditionsOf<Tried>(casesFor(row.kinds as readonly TicketKind[]), ({ ticket }) => fits(ticket)));
}

/**
 * What every row of these tables asks for, by its name.
 * @throws Error where two rows go by one name: a mistake of ours
 */
export function everyAsk(tables: Tables): Asks {
  const days = [...new Set(tables.notices.map(({ since }) => since))];
  const standings = days.map((day) => inForce(tables.notices, day, noticeName));
  const found: (readonly [string, readonly Condition[]])[] = [
    ...tables.promises.map((row) => [promiseKey(row), promiseAsks(row)] as const),
    ...tables.actions.map((row) => [actionKey(row), actionAsks(row)] as const),
    ...standings.flatMap((standing) => [...asksAmong(standing)].map(([row, asked]) => [noticeKey(standing, row), asked] as const)),
  ];
  const names = found.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two rows are called ${twice}`);
  return Object.fromEntries(found);
}

export function promiseRow(row: PromiseRow<TicketState>, reading: Reading): ManualRow {
  const key = settingIn(row.due);
  const settings = settingsAt(reading.entries, reading.at);
  const conditions = (reading.asks?.[promiseKey(row)] ?? promiseAsks(row)).map(sayCondition);
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
export const sayStatuses = (from: TicketRow['from']) =>
  from.length >= Object.keys(STATUS_WORDS).length - 1 ? '任何时候' : from.map((status) => STATUS_WORDS[status]).join('、');

export const actionName = (row: TicketRow) => row.name ?? row.action;

export function actionRow(row: TicketRow, { tables, on, asks: known }: Reading): ManualRow {
  const conditions = (known?.[actionKey(row)] ?? actionAsks(row)).map(sayCondition);
  const notBy = (row.notBy ?? []).map((relation) => RELATION_WORDS[relation]);
  return {
    kind: 'action',
    text: row.label,
    who: `${row.by.map((relation) => RELATION_WORDS[relation]).join('、')}可以${notBy.length > 0 ? `；${notBy.join('、')}不可以` : ''}`,
    when: join(isOfRemarks(row) ? row.kinds.map((kind) => KIND_LABELS[kind as TicketKind]).join('、') : '', sayStands(row), ...conditions),
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.actions, row, on, actionName, () => null),
  };
}

export const noticeName = (row: Tables['notices'][number]) => row.name;

type NoticeRow = Tables['notices'][number];

/** For each of these rows what it asks for, beside those that come before it: the first that fits answers a case, as routing has it. */
function asksAmong(standing: readonly NoticeRow[]): Map<NoticeRow, Condition[]> {
  const winners = noticeCases().map((cases) => cases.map((one) => ({ ...one, winner: standing.find((row) => row.when(one.given)) })));
  return new Map(standing.map((row) => [row, winners.flatMap((cases) => conditionsOf(cases, (one) => one.winner === row))]));
}

let tried: { standing: readonly NoticeRow[]; asks: Map<NoticeRow, Condition[]> } = { standing: [], asks: new Map() };

/** What the notices of a day ask for; found once as long as the same rows stand. */
function noticesAsk(standing: readonly NoticeRow[]): Map<NoticeRow, Condition[]> {
  const isSame = standing.length === tried.standing.length && standing.every((row, at) => row === tried.standing[at]);
  if (!isSame) tried = { standing, asks: asksAmong(standing) };
  return tried.asks;
}

export function noticeRow(row: NoticeRow, reading: Reading): ManualRow {
  const { tables, on } = reading;
  const standing = inForce(tables.notices, on, noticeName);
  const found = reading.asks?.[noticeKey(standing, row)] ?? noticesAsk(standing).get(row) ?? [];
  const what = found.find((condition) => condition.fact === 'what')?.values ?? [];
  return {
    kind: 'notice',
    text: [...new Set(what.map((did) => sayHappened(did as TicketEventName | Step)))].join('、'),
    who: `${row.to.length === 0 ? '不另外告诉' : `告诉${row.to.map(sayAddressee).join('、')}`}${row.mustKnow ? '；住户没看到、微信也通知不到，打电话' : ''}`,
    when: join(...found.filter((condition) => condition.fact !== 'what').map(sayCondition)),
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.notices, row, on, noticeName, () => null),
  };
}
