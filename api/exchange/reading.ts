import { lookAtErrand, readNames } from '../../db/queries/errands.ts';
import {
  countUndistributed,
  type ExchangeRead,
  type ExchangesShown,
  type GivenOut,
  listExchanges,
  listSlips,
  readExchangeVersions,
  readGivenOut,
  readOfficesToInform,
  type SlipRead,
} from '../../db/queries/exchanges.ts';
import type { ExchangeDetail, ExchangeLine, NoticeView } from '../../shared/contract/exchanges.ts';
import { ERRAND_KINDS, type ErrandState } from '../../shared/errands/errand.ts';
import { relationsToErrand } from '../../shared/errands/relations.ts';
import { ERRAND_ROWS } from '../../shared/errands/rows.ts';
import { sayErrandStanding } from '../../shared/errands/say.ts';
import { mayAmend, mayRegister, sayDepartment } from '../../shared/exchange/entry.ts';
import { sayGivenOut, sayReach, unitsIn } from '../../shared/exchange/giving-out.ts';
import { EXCHANGE_BOOKS, exchangeKindOf } from '../../shared/exchange/kinds.ts';
import { actionsFor } from '../../shared/kernel/lifecycle.ts';
import { DEPARTMENTS, sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { papersOf } from '../photos/papers.ts';
import { iso, isoOrNull } from '../tickets/card-view.ts';

/** @throws Problem `exchange/staff-only` for whoever works nowhere */
export function asColleague(ctx: Ctx): void {
  if (ctx.viewer.appointments.length === 0) throw new Problem('exchange/staff-only');
}

const isLate = ({ status, answerBy }: Pick<ErrandState, 'status' | 'answerBy'>, now: Date) =>
  status === 'given' && answerBy !== null && answerBy < now;

/** What became of an entry: of the inside what was written, of what came from outside how far it was given out. */
const outcomeOf = ({ outside, outcome, handling, notices }: ExchangeRead): string =>
  outside ? sayReach(notices) || (handling && sayGivenOut(handling)) || '' : outcome;

const lineOfEntry = (entry: ExchangeRead): ExchangeLine => ({
  id: entry.id,
  what: 'entry',
  label: exchangeKindOf(entry.kind).label,
  outside: entry.outside,
  at: iso(entry.receivedAt),
  source: entry.source,
  title: entry.title,
  department: sayDepartment(entry.department),
  officeName: entry.officeName,
  outcome: outcomeOf(entry),
  late: false,
});

const lineOfSlip = ({ id, state, officeName, giverName, words }: SlipRead, now: Date): ExchangeLine => ({
  id,
  what: 'slip',
  label: ERRAND_KINDS[state.kind],
  outside: false,
  at: iso(state.givenAt),
  source: sayName(giverName),
  title: words,
  department: sayDepartment(state.unit?.department ?? null),
  officeName,
  outcome: sayErrandStanding(state, now),
  late: isLate(state, now),
});

/** The register of information, newest first: what was registered, and the slips among colleagues (D6). @throws Problem `exchange/staff-only` */
export async function exchanges(ctx: Ctx, input: { show: ExchangesShown; after?: string | undefined }) {
  asColleague(ctx);
  const now = ctx.clock();
  const after = idCursor(input.after);
  const entries = await listExchanges(ctx.db, ctx.viewer, { show: input.show, after });
  const slips = input.show === 'outside' ? [] : await listSlips(ctx.db, ctx.viewer, after);
  const lines = [...entries.map(lineOfEntry), ...slips.map((slip) => lineOfSlip(slip, now))].sort((a, b) => (a.id < b.id ? 1 : -1));
  const books = ctx.viewer.appointments.filter(mayRegister);
  return {
    now: iso(now),
    books: books
      .filter((one, index) => books.findIndex((other) => other.officeId === one.officeId) === index)
      .map(({ officeId, officeName }) => ({ id: officeId, name: officeName })),
    waiting: await countUndistributed(ctx.db, ctx.viewer),
    ...pageOf(
      lines,
      (line) => line.id,
      (line) => line,
    ),
  };
}

const noticeOf = (one: GivenOut, now: Date): NoticeView => ({
  errandId: one.id,
  officeName: one.officeName,
  department: sayDepartment(one.state.unit?.department ?? null),
  holderName: sayName(one.holderName),
  standing: sayErrandStanding(one.state, now),
  answerBy: isoOrNull(one.state.answerBy),
  late: isLate(one.state, now),
  answeredAt: isoOrNull(one.answeredAt),
  words: one.words,
});

/** Where it stands at the quality department, and what this viewer may do about it. */
async function handlingOf(ctx: Ctx, given: readonly GivenOut[], now: Date): Promise<ExchangeDetail['handling']> {
  const outside = given.find((one) => one.state.kind === 'outside');
  const file = outside && (await lookAtErrand(ctx.db, ctx.viewer, outside.id, now));
  if (!file) return null;
  const owed = file.ledger.find((one) => one.what === 'outside_distributed');
  const open = owed && !owed.keptAt && !owed.withdrawnAt ? owed : null;
  const actions = actionsFor(ERRAND_ROWS, file.state, relationsToErrand(ctx.viewer.id, file.state, file.staff), now);
  return {
    standing: sayGivenOut(file.state) ?? '',
    dueBy: isoOrNull(open?.dueBy ?? null),
    late: open !== null && open.dueBy < now,
    words: outside.words,
    actions: actions.map(({ action }) => action).filter((action) => action === 'distribute' || action === 'setAside'),
  };
}

/** One entry: what it says, where it went and what became of it. @throws Problem `seen/not-found`, `exchange/staff-only` */
export async function exchange(ctx: Ctx, { id }: { id: string }) {
  asColleague(ctx);
  const now = ctx.clock();
  const versions = await readExchangeVersions(ctx.db, ctx.viewer, id);
  const entry = versions[versions.length - 1];
  if (!entry) throw new Problem('seen/not-found');
  const given = entry.outside ? await readGivenOut(ctx.db, ctx.viewer, id) : [];
  const { label, book } = exchangeKindOf(entry.kind);
  const { kind, outside, source, title, words, outcome, department, holdsFrom, officeName, version } = entry;
  return {
    now: iso(now),
    ...{ id, kind, label, outside, source, title, words, outcome, department, holdsFrom, officeName, version },
    book: EXCHANGE_BOOKS[book],
    receivedAt: iso(entry.receivedAt),
    departmentLabel: sayDepartment(department),
    authorName: sayName(entry.authorName),
    versions: versions.map((one) => ({
      version: one.version,
      at: iso(one.at),
      byName: sayName(one.byName),
      title: one.title,
      words: one.words,
      outcome: one.outcome,
    })),
    photos: await papersOf(ctx, { of: 'exchange', id: versions[0]!.lineId }),
    mayAmend: mayAmend(ctx.viewer, entry),
    handling: await handlingOf(ctx, given, now),
    notices: given.filter((one) => one.state.kind === 'notice').map((one) => noticeOf(one, now)),
  };
}

/** The unit an errand about an entry is at, by its office and department. */
export const unitOf = ({ officeId, state }: Pick<GivenOut, 'officeId' | 'state'>): string => `${officeId}/${state.unit?.department}`;

/** The units that were told; what was taken back was not. */
export const toldUnits = (given: readonly GivenOut[]): string[] => given.filter(({ state }) => state.status !== 'withdrawn').map(unitOf);

/** Whom a piece can be given out to, for the company. @throws Problem `seen/not-found`, `exchange/not-yours`, `exchange/staff-only` */
export async function exchangeUnits(ctx: Ctx, { id }: { id: string }) {
  asColleague(ctx);
  const now = ctx.clock();
  const [entry] = await readExchangeVersions(ctx.db, ctx.viewer, id);
  if (!entry?.outside) throw new Problem('seen/not-found');
  const offices = await readOfficesToInform(ctx.db, ctx.viewer, now);
  if (offices.length === 0) throw new Problem('exchange/not-yours', '由品质管理部来传达');
  const told = toldUnits(await readGivenOut(ctx.db, ctx.viewer, id));
  const found = offices.map((office) => ({ office, units: unitsIn(office.isHeadOffice, office.staff, ctx.viewer.id) }));
  const heads = found.flatMap(({ units }) => units.map(({ head }) => head));
  const names = await readNames(ctx.db, ctx.viewer, [...new Set(heads)]);
  return {
    now: iso(now),
    offices: found.map(({ office, units }) => ({
      id: office.officeId,
      name: office.name,
      units: units.map(({ department, head }) => ({
        department,
        label: DEPARTMENTS[department],
        headName: sayName(names[head] ?? ''),
        told: told.includes(`${office.officeId}/${department}`),
      })),
    })),
  };
}
