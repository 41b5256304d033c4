import { PEOPLE } from '../../../db/seeds/company.ts';
import type { Channel } from '../../../shared/intake/channels.ts';
import { UNNAMED } from '../../../shared/intake/unnamed.ts';
import type { Role } from '../../../shared/kernel/people.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { isoDay, shanghaiTime } from '../../../shared/kernel/time.ts';
import { sentByRule } from '../../../shared/repairs/dispatching.ts';
import type { Decision } from '../../../shared/tickets/decision.ts';
import { RANDOM_NUMBERS, seriesOf, ticketNumber } from '../../../shared/tickets/kinds.ts';
import { permitTicket } from '../../../shared/tickets/lifecycle.ts';
import { decideReport, decideRework, decideSaidAt } from '../../../shared/tickets/receipt.ts';
import type { TicketKind } from '../../../shared/tickets/ticket.ts';
import type { IntakeDeeds, IntakeOptions, ReportOptions, Told } from '../deeds.ts';
import { homeAt, homesOf, livesIn, relationsOf, rolesOf } from './company.ts';
import { handsOf, matterOf } from './dispatching.ts';
import { type Case, caseOf, casesOf, type Doer, happens, settingsOf, type Town } from './town.ts';

export interface Received {
  by: string;
  reporter: string;
  estate: string;
  home: string;
  /** By a colleague: by what way, and when it was said. */
  taken?: { channel: Channel; at: Date };
}

/** R6: what a report says came back, if it may be said. */
function cameBack(town: Town, name: string, ticket: Told, input: Parameters<typeof decideRework>[1]) {
  const one = caseOf(town, ticket);
  const { state } = one.story;
  const relations = relationsOf(name, one);
  if (relations.length === 0) throw new Problem('seen/not-found');
  const former = { id: one.id, state, homeId: one.home, where: one.where };
  const taken = relations.includes('resident') ? decideRework(former, input, town.now) : input;
  permitTicket('rework', state, relations, town.now);
  const isOpen = ({ story }: Case) => story.state.reworkOf === one.id && !['closed', 'cancelled'].includes(story.state.status);
  if (casesOf(town).some(isOpen)) throw new Problem('ticket/action-refused');
  return { id: one.id, state, taken };
}

/** What the rules make of a report, and the words of the place. */
function decided(town: Town, { by, estate, home, taken }: Received, options: Omit<ReportOptions, 'home'>): { decision: Decision; where: string } {
  const input = {
    worse: false,
    danger: false,
    ...options,
    place: options.place ?? ('home' as const),
    words: options.words ?? '',
    where: options.where ?? (options.place === 'public' && !options.dangerKind ? '楼下' : ''),
    keyCustomer: PEOPLE.some((person) => person.keyCustomer && livesIn(person.name, home)),
    ...(taken ? { taken: { channel: taken.channel, firstContact: by } } : {}),
  };
  const wish = options.wish?.map((time) => shanghaiTime(time).toISOString());
  const before = options.reworkOf ? cameBack(town, by, options.reworkOf, { ...input, homeId: home }) : null;
  const told = { ...input, ...before?.taken, wishFrom: wish?.[0], wishUntil: wish?.[1] };
  const decision = decideReport(told, settingsOf(town, estate), taken?.at ?? town.now, before && { id: before.id, state: before.state });
  return { decision, where: told.where };
}

function nextNumber(town: Town, estate: string, kind: TicketKind, at: Date): string {
  const series = seriesOf(estate, kind, at);
  const count = (town.counters.get(series) ?? 0) + 1;
  town.counters.set(series, count);
  return RANDOM_NUMBERS.includes(kind) ? ticketNumber(series, (count * 7919) % 10_000, 4) : ticketNumber(series, count);
}

/** A ticket of any kind begins: its number, and what happened first. */
export function begins(town: Town, received: Received, kind: TicketKind, { did, facts, also = [] }: Decision, where: string): Case {
  const { by, reporter, estate, home, taken } = received;
  const at = taken?.at ?? town.now;
  const number = nextNumber(town, estate, kind, at);
  const nothingYet = { events: [], story: null as never, quotes: new Map(), inbox: new Map(), followers: new Set<string>(), fellows: new Map() };
  const one: Case = { id: number, number, estate, reporter, home, where, ...nothingYet };
  town.cases.set(one.id, one);
  for (const event of [{ did, facts }, ...also]) happens(town, one, event.did, event.facts, by, !taken, at);
  return one;
}

function receive(town: Town, received: Received, options: Omit<ReportOptions, 'home'>): Told {
  const { estate } = received;
  const { decision, where } = decided(town, received, options);
  const hands = handsOf(town, estate);
  const one = begins(town, received, 'repair', decision, where);
  const { dispatchesItself, supervisorDispatches } = settingsOf(town, estate);
  const sent = dispatchesItself && !supervisorDispatches ? sentByRule(hands, matterOf(one), isoDay(town.now)) : null;
  if (sent) happens(town, one, 'dispatched', { assignee: sent.id }, null, false);
  return { id: one.id, number: one.number };
}

/** A home of somebody's own. @throws Problem `home/not-yours` */
export function homeNamed(name: string, wanted: string | undefined): { estate: string; home: string } {
  const homes = homesOf(name);
  const home = wanted ? homes.find(([, label]) => label === wanted) : homes[0];
  if (!home) throw new Problem('home/not-yours');
  return { estate: home[0], home: homeAt(home[0], home[1]) };
}

const report = async (town: Town, name: string, options: ReportOptions): Promise<Told> =>
  receive(town, { by: name, reporter: name, ...homeNamed(name, options.home) }, options);

/** Whoever is of the company takes down a matter of any estate. */
const COMPANY_WIDE: readonly Role[] = ['quality', 'complaintsOfficer', 'leadership', 'generalManager', 'managementRepresentative'];

/** The home somebody takes a matter down for. @throws Problem `intake/staff-only`, `home/unknown`, `intake/own-home` */
export function takenDownAt(name: string, label: string): { estate: string; home: string } {
  const posts = rolesOf(name).map(([letters]) => letters);
  if (posts.length === 0) throw new Problem('intake/staff-only');
  const isCompany = rolesOf(name).some((post) => COMPANY_WIDE.includes(post[1]));
  const places = isCompany ? ['WT', 'HT'] : posts;
  const estate = places.find((letters) => letters !== 'ZB' && PEOPLE.some((one) => livesIn(one.name, homeAt(letters, label))));
  if (!estate) throw new Problem('home/unknown');
  const home = homeAt(estate, label);
  if (livesIn(name, home)) throw new Problem('intake/own-home');
  return { estate, home };
}

/** Where somebody takes down what nobody put a name to: an estate they work at, or any for the company. @throws Problem `intake/staff-only`, `request/invalid` */
export function takenDownUnnamed(name: string, estate: string): { estate: string; home: string; reporter: string } {
  const posts = rolesOf(name);
  if (posts.length === 0) throw new Problem('intake/staff-only');
  if (!posts.some(([letters, role]) => letters === estate || COMPANY_WIDE.includes(role))) throw new Problem('request/invalid');
  return { estate, home: '', reporter: UNNAMED };
}

async function takeDown(town: Town, name: string, options: IntakeOptions): Promise<Told> {
  const { home: label, who, channel = 'hotline_service', saidAt, ...told } = options;
  const where = takenDownAt(name, label);
  const at = decideSaidAt(saidAt === undefined ? undefined : shanghaiTime(saidAt), settingsOf(town, where.estate), town.now);
  return receive(town, { by: name, reporter: who, ...where, taken: { channel, at } }, told);
}

export const intakeDeeds = ({ town, name }: Doer): IntakeDeeds => ({
  reports: (options) => report(town, name, options),
  takesDown: (options) => takeDown(town, name, options),
});
