import { PEOPLE } from '../../db/seeds/company.ts';
import { type Holder, isStaffTo, RELATION_HOLDERS, type Relation } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { outcomeOf, type PromiseRow, type Step } from '../../shared/kernel/promises.ts';
import { SETTINGS, type Settings } from '../../shared/kernel/settings.ts';
import { stepsDue, unfold } from '../../shared/kernel/subject.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import {
  CALLS,
  type Decision,
  decideAgreement,
  decideConfirm,
  decideExplanation,
  decideFinish,
  decideHandOver,
  decideReclassify,
  decideReport,
  decideReturnVisit,
  decideSay,
  decideTakeOn,
  decideVisit,
  type Given,
  owedCallBy,
  spared,
} from '../../shared/tickets/decide.ts';
import { KINDS, seriesOf, ticketNumber } from '../../shared/tickets/kinds.ts';
import { type Action, permitTicket, ticketActions } from '../../shared/tickets/lifecycle.ts';
import { isCallDue } from '../../shared/tickets/notices.ts';
import type { TicketEvent, TicketEventName, TicketState } from '../../shared/tickets/ticket.ts';
import { hearersOf, TICKET_RULES, type TicketStory } from '../../shared/tickets/unfold.ts';
import { explain } from '../../shared/tickets/words.ts';
import { type Actor, type ReportOptions, type Story, scoreFor, type Told } from './story.ts';
import { wallClock } from './wall-clock.ts';

/** The rules a pure story runs under; mutants change one figure of them. */
export interface Rulebook {
  rows: readonly PromiseRow<TicketState>[];
  settings: Settings;
}

const ESTATE_SETTINGS: Record<string, Partial<Settings>> = { HT: { supervisorDispatches: true } };

/** The manual as it stands. */
export const theManual = (): Rulebook => ({
  rows: KINDS.repair.promises,
  settings: Object.fromEntries(Object.entries(SETTINGS).map(([key, row]) => [key, row.fallback])) as unknown as Settings,
});

interface Case extends Told {
  estate: string;
  reporter: string;
  home: string;
  events: TicketEvent[];
  story: TicketStory;
  inbox: Map<string, string[]>;
}

const rolesOf = (name: string) => PEOPLE.find((person) => person.name === name)?.roles ?? [];
const homesOf = (name: string) => PEOPLE.find((person) => person.name === name)?.homes ?? [];
const staffOf = (estate: string): Holder[] =>
  PEOPLE.flatMap((person) =>
    (person.roles ?? [])
      .filter(([letters]) => letters === estate || letters === 'ZB')
      .map(([letters, role, department]) => ({ person: person.name, role, department: department ?? null, atHeadOffice: letters === 'ZB' })),
  );

/** A story told without a database: the same rules, people for ids. */
export function pureStory(book: Rulebook = theManual()): Story {
  let now = new Date(0);
  const cases = new Map<string, Case>();
  const counters = new Map<string, number>();
  const settingsOf = (estate: string): Settings => ({ ...book.settings, ...ESTATE_SETTINGS[estate] });

  function relationsOf(name: string, one: Case): Relation[] {
    const roles = rolesOf(name).map(([letters, role, department]) => ({ letters, role, department: department ?? null }));
    const here = roles.filter(({ letters }) => letters === one.estate);
    const lives = homesOf(name).some(([letters, label]) => `${letters} ${label}` === one.home) && one.story.state.place === 'home';
    const all: [Relation, boolean][] = [
      ['reporter', one.reporter === name],
      ['household', lives],
      ['resident', lives || one.reporter === name],
      ['assignee', one.story.state.assignee === name && here.some(({ role }) => role === 'technician')],
      ['agent', here.some(RELATION_HOLDERS.agent)],
      ['head', here.some(RELATION_HOLDERS.head)],
      ['director', here.some(RELATION_HOLDERS.director)],
      ['quality', roles.some(RELATION_HOLDERS.quality)],
      ['leadership', roles.some(RELATION_HOLDERS.leadership)],
    ];
    return all.filter(([, holds]) => holds).map(([relation]) => relation);
  }

  function happens(one: Case, did: TicketEventName, facts: Record<string, unknown>, by: string | null, byResident: boolean): void {
    const seq = one.events.length + 1;
    const event: TicketEvent = { id: `${one.id}-${String(seq).padStart(4, '0')}`, subject: one.id, seq, did, at: now, recordedAt: now, by, facts };
    one.story = unfold(TICKET_RULES, seq === 1 ? null : one.story, event, () => ({
      rows: book.rows,
      settings: settingsOf(one.estate),
      openingHours: { opens: 480, closes: 1080 },
    }));
    one.events.push(event);
    const hearers = hearersOf(event, one.story, staffOf(one.estate), byResident);
    const household = PEOPLE.filter(
      (person) => one.story.state.place === 'home' && homesOf(person.name).some(([l, label]) => `${l} ${label}` === one.home),
    );
    const residents = hearers.residents ? [...household.map((person) => person.name), one.reporter] : [];
    for (const person of new Set([...hearers.people, ...residents]))
      if (person !== by) one.inbox.set(person, [...(one.inbox.get(person) ?? []), String(facts.step ?? did)]);
  }

  function takeSteps(one: Case): [string, string, string][] {
    const due = stepsDue(one.story.ledger, now);
    for (const { did, facts } of due) happens(one, did, facts, null, false);
    return due.map(({ what, step }) => [one.number, what, step]);
  }

  const caseOf = (ticket: Told): Case => {
    const one = cases.get(ticket.id);
    if (!one) throw new Problem('seen/not-found');
    return one;
  };

  async function does(name: string, action: Action, ticket: Told, decide: (given: Given, one: Case, asStaff: boolean) => Decision): Promise<void> {
    const one = caseOf(ticket);
    const relations = relationsOf(name, one);
    if (relations.length === 0) throw new Problem('seen/not-found');
    permitTicket(action, one.story.state, relations, now);
    const asStaff = isStaffTo(relations);
    const {
      did,
      facts,
      also = [],
    } = decide({ state: one.story.state, ledger: one.story.ledger, now, settings: settingsOf(one.estate) }, one, asStaff);
    takeSteps(one);
    if (!asStaff && isCallDue(one.story.ledger)) happens(one, 'reached', {}, name, true);
    happens(one, did, facts, name, !asStaff);
    for (const next of also) happens(one, next.did, next.facts, name, !asStaff);
    // Nobody of this home is called twice within seven days (Z12).
    if (!CALLS.includes(did)) return;
    for (const other of cases.values())
      if (other.home === one.home && other.story.state.status === 'finished')
        for (const next of spared(owedCallBy(other.story.ledger), now)) happens(other, next.did, next.facts, name, false);
  }

  /** When this home was last called, on whatever ticket. */
  const lastCallTo = (home: string): Date | null =>
    [...cases.values()]
      .filter((one) => one.home === home)
      .flatMap((one) => one.events.filter((event) => CALLS.includes(event.did)).map((event) => event.at))
      .reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);

  async function report(name: string, options: ReportOptions): Promise<Told> {
    const homes = homesOf(name);
    const home = options.home ? homes.find(([, label]) => label === options.home) : homes[0];
    if (!home) throw new Problem('home/not-yours');
    const [estate, label] = home;
    const input = {
      worse: false,
      danger: false,
      ...options,
      place: options.place ?? ('home' as const),
      words: options.words ?? '',
      where: options.where ?? (options.place === 'public' ? '楼下' : ''),
    };
    const decision = decideReport(input, settingsOf(estate), now);
    const series = seriesOf(estate, 'repair', now);
    counters.set(series, (counters.get(series) ?? 0) + 1);
    const number = ticketNumber(series, counters.get(series)!);
    const one: Case = { id: number, number, estate, reporter: name, home: `${estate} ${label}`, events: [], story: null as never, inbox: new Map() };
    cases.set(one.id, one);
    happens(one, decision.did, decision.facts, name, true);
    return { id: one.id, number };
  }

  const actor = (name: string): Actor => ({
    reports: (options) => report(name, options),
    dispatches: (ticket, technician) =>
      does(name, 'dispatch', ticket, (_, one) => {
        if (!staffOf(one.estate).some((holder) => holder.person === technician && holder.role === 'technician'))
          throw new Problem('staff/not-suitable');
        return { did: 'dispatched', facts: { assignee: technician } };
      }),
    reassigns: (ticket, technician, insteadOf) =>
      does(name, 'reassign', ticket, (given) => {
        if (given.state.assignee !== insteadOf) throw new Problem('ticket/action-refused');
        return { did: 'dispatched', facts: { assignee: technician } };
      }),
    handsOver: (ticket, _content, answerBy) =>
      does(name, 'handOver', ticket, (given) => decideHandOver(given, { answerBy: answerBy === undefined ? undefined : shanghaiTime(answerBy) })),
    takesOn: (ticket, completeBy) => does(name, 'takeOn', ticket, (given) => decideTakeOn(given, { completeBy: shanghaiTime(completeBy) })),
    accepts: (ticket) => does(name, 'accept', ticket, () => ({ did: 'accepted', facts: {} })),
    arrives: (ticket) => does(name, 'arrive', ticket, () => ({ did: 'arrived', facts: {} })),
    finishes: (ticket) => does(name, 'finish', ticket, (given, one) => decideFinish(given, lastCallTo(one.home))),
    confirms: (ticket, opinion = 'satisfied', _words = '', tags = []) =>
      does(name, 'confirm', ticket, (given) => decideConfirm(given, { score: scoreFor(opinion), tags })),
    notes: (ticket) => does(name, 'note', ticket, () => ({ did: 'noted', facts: {} })),
    returns: (ticket) => does(name, 'returnVisit', ticket, (given) => decideReturnVisit(given, name)),
    saysNotFixed: (ticket) => does(name, 'reopen', ticket, () => ({ did: 'reopened', facts: {} })),
    says: (ticket, _words, options) =>
      does(name, 'say', ticket, (given, _one, asStaff) => decideSay(given, { asStaff, upset: options?.upset ?? false, isReadable: true })),
    calls: (ticket) => does(name, 'call', ticket, () => ({ did: 'called', facts: {} })),
    visits: (ticket) => does(name, 'visit', ticket, (given) => decideVisit(given, name)),
    agrees: (ticket, what, dueBy) =>
      does(name, 'agree', ticket, (given) => decideAgreement(given, { what, dueBy: shanghaiTime(dueBy), channel: 'phone' })),
    explainsMiss: (ticket, what, cause, round = 1) => does(name, 'explainMiss', ticket, (given) => decideExplanation(given, { what, round, cause })),
    reclassifies: (ticket, change) =>
      does(name, 'reclassify', ticket, (given) => decideReclassify(given, { worse: false, danger: false, why: '', ...change })),
    reads: async () => {
      for (const one of cases.values()) if (one.inbox.has(name) && isCallDue(one.story.ledger)) happens(one, 'reached', {}, name, true);
    },
    may: async (ticket) => {
      const one = caseOf(ticket);
      return ticketActions(one.story.state, relationsOf(name, one), now).map((row) => row.action);
    },
    heard: async (ticket) => caseOf(ticket).inbox.get(name) ?? [],
  });

  const looksAfter = async (): Promise<[string, string, string][]> => [...cases.values()].flatMap(takeSteps);
  const only = async (step: Step) =>
    (await looksAfter()).filter(([, , took]) => took === step).map(([number, what]): [string, string] => [number, what]);

  return {
    at: (time) => {
      now = shanghaiTime(time);
    },
    person: actor,
    resident: actor,
    agent: actor,
    technician: actor,
    head: actor,
    looksAfter,
    nothingReached: async (ticket) => happens(caseOf(ticket), 'unreached', {}, null, false),
    newlyWarned: () => only('warned'),
    newlyMissed: () => only('missed'),
    promises: async (ticket) =>
      caseOf(ticket).story.ledger.map((promise) => ({
        what: promise.what,
        clause: promise.clause,
        round: promise.round,
        owedBy: promise.owedBy,
        firstDueBy: wallClock(promise.firstDueBy),
        dueBy: wallClock(promise.dueBy),
        keptAt: promise.keptAt ? wallClock(promise.keptAt) : null,
        outcome: outcomeOf(promise, now),
        explain: explain(promise, now),
      })),
    status: async (ticket) => caseOf(ticket).story.state.status,
    urgency: async (ticket) => {
      const one = caseOf(ticket);
      const last = one.events.findLast((event) => 'clause' in event.facts && 'urgency' in event.facts);
      return { urgency: one.story.state.urgency, clause: String(last?.facts.clause) };
    },
    history: async (ticket) => caseOf(ticket).events.map((event) => event.did),
    close: async () => {},
  };
}
