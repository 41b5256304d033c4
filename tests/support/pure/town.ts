import { isOwnTo, isStaffTo } from '../../../shared/kernel/people.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import type { PromiseRow } from '../../../shared/kernel/promises.ts';
import { entryAt, SETTINGS, type SettingEntry, type SettingKey, type Settings } from '../../../shared/kernel/settings.ts';
import { dueByClock, unfold } from '../../../shared/kernel/subject.ts';
import { followsForOwn } from '../../../shared/merging/fellows.ts';
import type { QuoteLine } from '../../../shared/quotes/quotes.ts';
import type { Action } from '../../../shared/tickets/actions.ts';
import { CALLS, owedCallBy, spared } from '../../../shared/tickets/calls.ts';
import type { Decision, Given } from '../../../shared/tickets/decision.ts';
import { tellsFollowers } from '../../../shared/tickets/followers.ts';
import { EVERY_PROMISE, KINDS } from '../../../shared/tickets/kinds.ts';
import { permitTicket } from '../../../shared/tickets/lifecycle.ts';
import { isCallDue } from '../../../shared/tickets/notices.ts';
import type { TicketEvent, TicketEventName, TicketKind, TicketState } from '../../../shared/tickets/ticket.ts';
import { hearersOf, TICKET_RULES, type TicketStory } from '../../../shared/tickets/unfold.ts';
import type { Told } from '../deeds.ts';
import { ESTATE_SETTINGS, householdOf, relationsOf, staffOf } from './company.ts';

/** The rules a pure story runs under; mutants change one figure of them. */
export interface Rulebook {
  rows: readonly PromiseRow<TicketState>[];
  settings: Settings;
}

/** The manual as it stands. */
export const theManual = (): Rulebook => ({
  rows: EVERY_PROMISE,
  settings: Object.fromEntries(Object.entries(SETTINGS).map(([key, row]) => [key, row.fallback])) as unknown as Settings,
});

/** A ticket without a database: people and homes by name. */
export interface Case extends Told {
  estate: string;
  reporter: string;
  /** As `homeAt` says it. */
  home: string;
  events: TicketEvent[];
  story: TicketStory;
  quotes: Map<string, QuoteLine[]>;
  inbox: Map<string, string[]>;
  where: string;
  followers: Set<string>;
  /** Whoever reported what was merged into it, each with their own ticket. */
  fellows: Map<string, Case>;
}

/** Where a pure story takes place: the clock, the rules and every ticket so far. */
export interface Town {
  book: Rulebook;
  now: Date;
  cases: Map<string, Case>;
  counters: Map<string, number>;
  setHere: Record<string, Partial<Settings>>;
  /** What the company and its estates set, line by line; null stands for the company. */
  written: (SettingEntry & { estate: string | null })[];
  singleClient: Set<string>;
}

export const openTown = (book: Rulebook): Town => ({
  book,
  now: new Date(0),
  cases: new Map(),
  counters: new Map(),
  setHere: {},
  written: [],
  singleClient: new Set(),
});

export const casesOf = (town: Town): Case[] => [...town.cases.values()];

/** What the company and an estate set, as it was written. */
export const linesOf = (town: Town, estate: string): SettingEntry[] => town.written.filter((line) => line.estate === null || line.estate === estate);

const writtenAt = (town: Town, estate: string): Partial<Settings> =>
  Object.fromEntries(
    (Object.keys(SETTINGS) as SettingKey[]).flatMap((key) => {
      const held = entryAt(linesOf(town, estate), key, town.now);
      return held ? [[key, held.value]] : [];
    }),
  );

export const settingsOf = (town: Town, estate: string): Settings => ({
  ...town.book.settings,
  ...ESTATE_SETTINGS[estate],
  ...town.setHere[estate],
  ...(town.written.length > 0 ? writtenAt(town, estate) : {}),
});

export const bookOf = (town: Town, estate: string, kind: TicketKind) => ({
  rows: town.book.rows.filter((_, index) => KINDS[kind].promises.includes(EVERY_PROMISE[index]!)),
  settings: settingsOf(town, estate),
  openingHours: { opens: 480, closes: 1080 },
});

export function caseOf(town: Town, ticket: Told): Case {
  const one = town.cases.get(ticket.id);
  if (!one) throw new Problem('seen/not-found');
  return one;
}

/** An event, and whoever hears of it. */
export function happens(
  town: Town,
  one: Case,
  did: TicketEventName,
  facts: Record<string, unknown>,
  by: string | null,
  byResident: boolean,
  at = town.now,
): void {
  const seq = one.events.length + 1;
  const event: TicketEvent = { id: `${one.id}-${String(seq).padStart(4, '0')}`, subject: one.id, seq, did, at, recordedAt: town.now, by, facts };
  one.story = unfold(TICKET_RULES, seq === 1 ? null : one.story, event, ({ kind }) => bookOf(town, one.estate, kind));
  one.events.push(event);
  const hearers = hearersOf(event, one.story, staffOf(one.estate), byResident);
  const followers = tellsFollowers(did, facts) ? one.followers : [];
  const residents = hearers.residents ? [...householdOf(one), one.reporter, ...followers] : [];
  const told = new Set([...hearers.people, ...residents]);
  const line = String(facts.step ?? did);
  for (const person of told) if (person !== by) hear(one, person, line);
  if (!hearers.residents || !tellsFollowers(did, facts)) return;
  // Whoever reported what was merged into it hears it under their own number, once.
  for (const own of one.story.state.tookIn.map((taken) => town.cases.get(taken.ticket)!))
    for (const person of [...householdOf(own), own.reporter].filter((other) => !told.has(other))) {
      told.add(person);
      if (person !== by) hear(own, person, line);
    }
}

const hear = (one: Case, person: string, line: string) => one.inbox.set(person, [...(one.inbox.get(person) ?? []), line]);

/** What the clock alone owes a ticket until then; the steps it took. */
export function takeSteps(town: Town, one: Case, until = town.now): [string, string, string][] {
  const due = dueByClock(TICKET_RULES, one.story, until);
  for (const { did, facts } of due) happens(town, one, did as TicketEventName, facts, null, false);
  return due.map(({ what, step }) => [one.number, what, step]);
}

type Decide = (given: Given, one: Case, asStaff: boolean) => Decision;

/** One command: permitted, decided, recorded. */
async function does(town: Town, name: string, action: Action, ticket: Told, decide: Decide): Promise<void> {
  const one = caseOf(town, ticket);
  const { now } = town;
  const relations = relationsOf(name, one);
  if (relations.length === 0) throw new Problem('seen/not-found');
  permitTicket(action, one.story.state, relations, now);
  const asStaff = isStaffTo(relations);
  const given = { state: one.story.state, ledger: one.story.ledger, now, settings: settingsOf(town, one.estate) };
  const { did, facts, at = now, also = [] } = decide(given, one, asStaff);
  takeSteps(town, one, at);
  if (isOwnTo(relations) && isCallDue(one.story.ledger)) happens(town, one, 'reached', {}, name, true);
  const { tookIn } = one.story.state;
  happens(town, one, did, facts, name, !asStaff, at);
  for (const next of also) happens(town, one, next.did, next.facts, name, !asStaff);
  for (const own of tookIn.map((taken) => town.cases.get(taken.ticket)!)) {
    const theirs = followsForOwn({ tookIn }, { id: own.id, ledger: own.story.ledger }, [{ did, facts, at }, ...also], now);
    if (theirs.length > 0) takeSteps(town, own, at);
    for (const next of theirs) happens(town, own, next.did, next.facts, name, false, next.at ?? now);
  }
  if (CALLS.includes(did)) spareHome(town, one, name);
}

/** Nobody of this home is called twice within seven days (Z12). */
function spareHome(town: Town, one: Case, by: string): void {
  for (const other of casesOf(town))
    if (other.home === one.home && other.story.state.status === 'finished')
      for (const next of spared(owedCallBy(other.story.ledger), town.now)) happens(town, other, next.did, next.facts, by, false);
}

/** Somebody in a town. */
export interface Doer {
  town: Town;
  name: string;
  does(action: Action, ticket: Told, decide: Decide): Promise<void>;
}

export const doer = (town: Town, name: string): Doer => ({
  town,
  name,
  does: (action, ticket, decide) => does(town, name, action, ticket, decide),
});
