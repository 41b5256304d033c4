import { readStaffFor } from '../../db/queries/errand-walls.ts';
import {
  countErrands,
  type ErrandFile,
  type ErrandsAsked,
  type ErrandWords,
  type ErrandLine as Line,
  listErrands,
  listErrandsOf,
  lookAtErrand,
  officesToGiveFor,
  readErrandHistory,
  readNames,
  readOfficeToGiveFor,
} from '../../db/queries/errands.ts';
import { readStandIns, type StandIns, wentTo } from '../../db/queries/owing.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { actionFacts } from '../../shared/actions/action.ts';
import { sayAbout } from '../../shared/analysis/say.ts';
import type { ErrandDetail, ErrandLine } from '../../shared/contract/errands.ts';
import { mayGive, SLIP_NAMES, SLIPS } from '../../shared/errands/decide.ts';
import { ERRAND_KINDS, type ErrandKind, type ErrandState } from '../../shared/errands/errand.ts';
import { LETTER_FROM, letterFacts, mayPhotograph, sayCopy } from '../../shared/errands/letter.ts';
import { ERRAND_PROMISES } from '../../shared/errands/promises.ts';
import { COMPANY_DEPARTMENTS, ESTATE_DEPARTMENTS, headsOf, relationsToErrand, sayWhere } from '../../shared/errands/relations.ts';
import { ERRAND_ROWS } from '../../shared/errands/rows.ts';
import { sayErrandEvent, sayErrandStanding } from '../../shared/errands/say.ts';
import { actionsFor } from '../../shared/kernel/lifecycle.ts';
import { DEPARTMENTS, isStaffTo, sayAddressee, sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import { deedFacts } from '../../shared/surveys/deeds.ts';
import { publicPlace } from '../../shared/tickets/followers.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { promiseView } from '../ledger/promise-view.ts';
import { papersOf } from '../photos/papers.ts';
import { titleOf } from '../surveys/edition.ts';
import { iso, isoOrNull } from '../tickets/card-view.ts';

/** What of its matter a reader is told: whoever opens it, and whoever it was handed to, who has to know where to go. What stays with its author is told nobody else (A1, C3). */
function tellMatter(matter: Line['matter'], receives: boolean): ErrandLine['matter'] {
  if (!matter || !(matter.opens || (receives && !matter.onlyMine))) return null;
  const { kind, category, where, isPublic, opens } = matter;
  return { title: sayTitle(kind, category), where: isPublic && !opens ? publicPlace(where) : where };
}

/** Which survey it is: it has no words of its own. */
const sayWhich = (state: Line['state']): string => (state.kind === 'survey' || state.kind === 'needs' ? titleOf(state) : '');

/** One errand in a list. @param reader who reads it, and whether it went to them */
export function lineOf(line: Line, now: Date, reader: { id: string; receives: boolean }): ErrandLine {
  const { state } = line;
  const holderName = sayName(line.holderName);
  const side = reader.receives ? 'receiver' : state.giver === reader.id ? 'giver' : null;
  return {
    id: line.id,
    kind: state.kind,
    label: ERRAND_KINDS[state.kind],
    status: state.status,
    standing: sayErrandStanding(state, now, side),
    officeName: line.officeName,
    to: [sayWhere(state, line.holderPost), holderName].filter(Boolean).join(' '),
    holderName,
    giverName: sayName(line.giverName),
    words: line.words || sayWhich(state),
    ticketNumber: line.matter?.number ?? null,
    matter: tellMatter(line.matter, reader.receives),
    lead: state.facts.lead === true,
    givenAt: iso(state.givenAt),
    answerBy: isoOrNull(state.answerBy),
    promisedBy: isoOrNull(state.promisedBy),
    dueBy: isoOrNull(line.dueBy),
  };
}

/** @throws Problem `errands/staff-only` */
function expectStaff({ viewer }: Ctx): void {
  if (viewer.appointments.length === 0) throw new Problem('errands/staff-only');
}

/** Errands: mine to do, those I gave, all that are open, and what is over. @throws Problem `errands/staff-only` */
export async function errands(ctx: Ctx, input: { which: ErrandsAsked; kind?: ErrandKind | undefined; after?: string | undefined }) {
  expectStaff(ctx);
  const now = ctx.clock();
  const standIns = await readStandIns(ctx.db, ctx.viewer);
  const lines = await listErrands(ctx.db, ctx.viewer, { which: input.which, kind: input.kind ?? null, after: idCursor(input.after), standIns });
  return {
    now: iso(now),
    owed: await countErrands(ctx.db, ctx.viewer, standIns),
    ...pageOf(
      lines,
      (line) => line.id,
      (line) => lineOf(line, now, { id: ctx.viewer.id, receives: wentTo(ctx.viewer, standIns, line) }),
    ),
  };
}

/** Where a ticket went among departments, newest first. @throws Problem `seen/not-found` */
export async function errandsOfTicket(ctx: Ctx, { id, after }: { id: string; after?: string | undefined }) {
  const now = ctx.clock();
  const ticket = await readTicketFile(ctx.db, ctx.viewer, id, now);
  if (!ticket || !isStaffTo(relationsToFile(ctx.viewer, ticket))) throw new Problem('seen/not-found');
  const lines = await listErrandsOf(ctx.db, ctx.viewer, ticket, idCursor(after));
  const standIns = await readStandIns(ctx.db, ctx.viewer);
  const staff = await readStaffFor(ctx.db, ctx.viewer, ticket, now);
  const mayWrite = SLIP_NAMES.some((kind) => mayGive(kind, ctx.viewer.id, staff));
  return {
    now: iso(now),
    mayWrite,
    ...pageOf(
      lines,
      (line) => line.id,
      (line) => lineOf(line, now, { id: ctx.viewer.id, receives: wentTo(ctx.viewer, standIns, line) }),
    ),
  };
}

/** Whom a slip can go to, for an office or a ticket. @throws Problem `errands/staff-only`, `seen/not-found` */
export async function errandUnits(ctx: Ctx, input: { officeId?: string | undefined; ticketId?: string | undefined }) {
  expectStaff(ctx);
  const now = ctx.clock();
  const ticket = input.ticketId ? await readTicketFile(ctx.db, ctx.viewer, input.ticketId, now) : null;
  if (input.ticketId && (!ticket || !isStaffTo(relationsToFile(ctx.viewer, ticket)))) throw new Problem('seen/not-found');
  const offices = [...(await officesToGiveFor(ctx.db, ctx.viewer))];
  const officeId = ticket?.officeId ?? input.officeId ?? offices[0]?.id;
  if (!officeId) return { now: iso(now), offices: [], units: [], mayWrite: [] };
  const office = ticket ?? (await readOfficeToGiveFor(ctx.db, ctx.viewer, officeId, now));
  if (!office) throw new Problem('seen/not-found');
  const staff = ticket ? await readStaffFor(ctx.db, ctx.viewer, ticket, now) : office.staff;
  const others = staff.filter((holder) => holder.person !== ctx.viewer.id);
  const departments = [...ESTATE_DEPARTMENTS, ...COMPANY_DEPARTMENTS].map((department) => ({
    department,
    atHeadOffice: (COMPANY_DEPARTMENTS as readonly string[]).includes(department),
    head: headsOf({ department, atHeadOffice: (COMPANY_DEPARTMENTS as readonly string[]).includes(department) }, others)[0],
  }));
  const names = await readNames(
    ctx.db,
    ctx.viewer,
    departments.flatMap(({ head }) => head ?? []),
  );
  const mayWrite = SLIP_NAMES.filter((kind) => mayGive(kind, ctx.viewer.id, staff));
  const units = departments.flatMap(({ department, atHeadOffice, head }) =>
    head
      ? [
          {
            department,
            label: DEPARTMENTS[department],
            headName: sayName(names[head] ?? ''),
            headId: head,
            atHeadOffice,
            kinds: mayWrite.filter((kind) => SLIPS[kind].includes(department)),
          },
        ]
      : [],
  );
  return { now: iso(now), offices, units, mayWrite };
}

const promiseOf = (promise: Promised, names: Record<string, string>, now: Date) =>
  promiseView(
    promise,
    {
      label: ERRAND_PROMISES.find((row) => row.rule === promise.rule)?.label ?? promise.what,
      owedBy: promise.owedBy ? sayName(names[promise.owedBy] ?? '') : sayAddressee(promise.owedByRole),
    },
    now,
  );

const UNTIL: Record<string, string> = { given: 'dueBy', taken: 'dueBy', sent_back: 'dueBy', progressed: 'expectedBy' };

/** What happened, a line an event with its words; two words of one event are two lines. */
const historyOf = (kind: ErrandKind, events: readonly ErrandWords[]): ErrandDetail['history'] =>
  events.map((event) => {
    const until = event.facts[UNTIL[event.did] ?? ''];
    return {
      did: event.did,
      text: sayErrandEvent(event.did, event.facts, kind),
      at: iso(event.at),
      byName: event.byName === null ? null : sayName(event.byName),
      byPost: event.by === null ? null : sayPost(event.byRole, event.byDepartment),
      words: event.words,
      until: until === undefined ? null : String(until),
    };
  });

/** A letter's own: who wrote it stands in the first words of its registration (I14). */
function letterIn(state: ErrandState, events: readonly ErrandWords[]): ErrandDetail['letter'] {
  const { from, receivedOn, important, copies } = letterFacts(state);
  return { from: LETTER_FROM[from], sender: events[0]?.words ?? '', receivedOn, important, copies: copies.map(sayCopy) };
}

/** What of a month's analysis a corrective action answers. */
function aboutOf({ state, officeId }: ErrandFile, now: Date): ErrandDetail['about'] {
  if (state.kind !== 'action') return null;
  const { month, about } = actionFacts(state);
  return { label: sayAbout(month, about, now), figure: { month, officeId, ...about } as never };
}

/** What one errand looks like to whoever may see it. */
function detailOf(
  ctx: Ctx,
  file: ErrandFile,
  {
    events,
    photos,
    names,
    standIns,
  }: { events: readonly ErrandWords[]; photos: ErrandDetail['photos']; names: Record<string, string>; standIns: StandIns },
  now: Date,
): ErrandDetail {
  const { state } = file;
  const relations = relationsToErrand(ctx.viewer.id, state, file.staff);
  const line: Line = {
    id: file.id,
    state,
    officeId: file.officeId,
    officeName: file.officeName,
    holderName: names[state.holder] ?? '',
    holderPost: file.staff.find((post) => post.person === state.holder) ?? null,
    giverName: names[state.giver] ?? '',
    matter: file.matter,
    words: events[0]?.words ?? '',
    dueBy: null,
    version: file.version,
  };
  const owed = file.ledger.filter((one) => !one.keptAt && !one.withdrawnAt).map((one) => one.dueBy.getTime());
  return {
    ...lineOf({ ...line, dueBy: owed.length > 0 ? new Date(Math.min(...owed)) : null }, now, {
      id: ctx.viewer.id,
      receives: wentTo(ctx.viewer, standIns, file),
    }),
    words: events.filter((event) => event.did === 'given').slice(-1)[0]?.words ?? '',
    letter: state.kind === 'letter' ? letterIn(state, events) : null,
    photos,
    mayPhotograph: mayPhotograph(state, relations),
    round: state.round,
    ticketId: file.matter?.opens ? file.matter.id : null,
    letterId: state.kind === 'deed' ? deedFacts(state).survey : null,
    exchangeId: (state.facts.entry as string | undefined) ?? null,
    promises: file.ledger.map((promise) => promiseOf(promise, names, now)),
    history: historyOf(state.kind, events),
    actions: actionsFor(ERRAND_ROWS, state, relations, now).map(({ action, label }) => ({ action, label })),
    about: aboutOf(file, now),
    version: file.version,
  };
}

/** One errand. @throws Problem `seen/not-found` */
export async function errand(ctx: Ctx, { id }: { id: string }) {
  const now = ctx.clock();
  const file = await lookAtErrand(ctx.db, ctx.viewer, id, now);
  if (!file) throw new Problem('seen/not-found');
  const events = await readErrandHistory(ctx.db, ctx.viewer, file);
  const people = [file.state.giver, file.state.holder, ...file.ledger.flatMap(({ owedBy }) => owedBy ?? [])];
  const names = await readNames(ctx.db, ctx.viewer, [...new Set(people)]);
  const photos = file.state.kind === 'letter' ? await papersOf(ctx, { of: 'errand', id }) : [];
  const standIns = await readStandIns(ctx.db, ctx.viewer);
  return { now: iso(now), ...detailOf(ctx, file, { events, photos, names, standIns }, now) };
}
