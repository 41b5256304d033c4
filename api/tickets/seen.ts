import type { HistoryLine, ThreadLine, TicketWhole, Who } from '../../db/queries/ticket-whole.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import { type Check, isHidden } from '../../shared/content/checks.ts';
import { isOnlyFollowing, isStaffTo, sayName } from '../../shared/kernel/people.ts';
import { type Promised, pointsAt } from '../../shared/kernel/promises.ts';
import { isAboutMoney } from '../../shared/quotes/told.ts';
import { tellsFollowers } from '../../shared/tickets/followers.ts';
import { ANOTHER_TICKET, SOME_RESIDENT } from '../../shared/tickets/telling.ts';
import type { TicketEventName } from '../../shared/tickets/ticket.ts';
import type { House } from '../context.ts';
import { mayKnow } from './card-view.ts';

/** What one viewer may read of one ticket, decided once for every part of its page. */
export interface Seen {
  house: House;
  viewer: Viewer;
  whole: TicketWhole;
  now: Date;
  asStaff: boolean;
  /** Nothing else to it than that: a neighbour's words, name and home are not theirs to read. */
  follows: boolean;
  /** Prices are the home's own business: colleagues', and whoever reported or lives there. */
  seesMoney: boolean;
  /** A technician's own number is for whoever waits for them, and only as long. */
  mayRing: boolean;
  promises: Promised[];
  history: HistoryLine[];
  thread: ThreadLine[];
  /** Until when they lived there, if they moved out. */
  inTheirTime(one: { at: Date }): boolean;
  mayRead(one: { check: Check | null }, by: string): boolean;
  name(id: string | null): string;
  person(id: string | null): Who | undefined;
  /** The last event of this kind, among all of them. */
  last(did: TicketEventName): HistoryLine | undefined;
}

/** Who did what this viewer reads, and must not learn who. */
const UNNAMED = 'unnamed';

/** Events in which somebody of a household was asked how it was. */
export const VISITED: readonly string[] = ['visited', 'return_visited', 'weekly_visited', 'quality_visited'];

/** Rated by somebody whose own was merged: of a secret one, its author's business. */
const CO_RATED: readonly string[] = ['co_rated', 'co_rated_low'];

/** The history without what a housemate of this viewer keeps to themselves: neither that it was merged or taken apart, nor that its author rated; who said 没修好, unnamed. */
function withoutSecrets({ history, everSecret }: TicketWhole): HistoryLine[] {
  if (everSecret.length === 0) return history;
  const isSecret = (id: unknown) => everSecret.some((one) => one.id === id);
  const isTheirs = ({ by }: HistoryLine) => everSecret.some((one) => one.reporterId === by);
  return history.flatMap((event) => {
    const { did, facts } = event;
    if ((did === 'took_in' || did === 'let_go') && isSecret(facts.ticket)) return [];
    if (isSecret(facts.into) || isSecret(facts.from)) return [{ ...event, facts: { ...facts, number: ANOTHER_TICKET } }];
    if (!isTheirs(event)) return [event];
    if (CO_RATED.includes(did)) return [];
    return facts.fellow === true ? [{ ...event, by: UNNAMED, facts: { ...facts, fellow: false } }] : [event];
  });
}

/** When somebody who moved out saw a ticket of their home last; null for whoever lives there, or follows it for another reason. */
function lastSeenAt(whole: TicketWhole, viewer: Viewer): Date | null {
  if (whole.relations.some((relation) => relation === 'resident' || relation === 'assignee')) return null;
  const left = viewer.residences.filter((home) => home.homeId === whole.homeId).map((home) => home.untilAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...left);
  return Number.isFinite(last) ? new Date(last) : null;
}

/** Residents see what was promised to them and every word meant for them; whoever moved out, what was there when they left. */
export function seenBy(house: House, whole: TicketWhole, viewer: Viewer): Seen {
  const { state, relations, people } = whole;
  const [asStaff, follows, until] = [isStaffTo(relations), isOnlyFollowing(relations), lastSeenAt(whole, viewer)];
  const inTheirTime = (one: { at: Date }) => asStaff || until === null || one.at < until;
  const mayRead = (one: { check: Check | null }, by: string) => asStaff || by === viewer.id || !isHidden(one.check);
  const last = (did: TicketEventName) => whole.history.find((event) => event.did === did);
  const person = (id: string | null) => (id ? people.get(id) : undefined);
  const promises = whole.ledger.filter(mayKnow(relations));
  const isHere = asStaff || until === null;
  const seesMoney = asStaff || (isHere && relations.some((relation) => relation === 'reporter' || relation === 'resident'));
  const priced = new Set<string | null>(seesMoney ? [] : whole.history.filter((event) => isAboutMoney(event.did)).map((event) => event.id));
  // What one of several households said in a return visit is no other's to read (Z3).
  const asked = asStaff || state.tookIn.length === 0 ? [] : whole.history.filter((event) => VISITED.includes(event.did));
  const theirs = new Set<string | null>(asked.map((event) => event.id));
  return {
    house,
    viewer,
    whole,
    now: house.clock(),
    asStaff,
    follows,
    seesMoney,
    mayRing: asStaff || (isHere && !follows && state.status !== 'closed' && state.status !== 'cancelled'),
    promises,
    history: withoutSecrets(whole).filter(
      (event) =>
        inTheirTime(event) &&
        (seesMoney || !isAboutMoney(event.did)) &&
        (event.did !== 'followed' || event === last('followed')) &&
        (!follows || tellsFollowers(event.did, event.facts)) &&
        (asStaff || !('openedBy' in event.facts) || promises.some((promise) => pointsAt(event, promise))),
    ),
    thread: whole.thread.filter(
      (said) =>
        !follows &&
        inTheirTime(said) &&
        (asStaff || said.audience !== 'staff') &&
        mayRead(said, said.author) &&
        !priced.has(said.eventId) &&
        !theirs.has(said.eventId),
    ),
    inTheirTime,
    mayRead,
    name: (id) => (id === UNNAMED ? SOME_RESIDENT : id ? sayName(person(id)?.name ?? '') : '系统'),
    person,
    last,
  };
}
