import type { SeenBefore } from '../../db/queries/complaints.ts';
import type { ReportLine } from '../../db/queries/merging.ts';
import type { TicketLine } from '../../db/queries/ticket-lines.ts';
import { type HistoryLine, type PhotoLine, spendingRoundOf, type TicketWhole } from '../../db/queries/ticket-whole.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import { isAtOffice } from '../../shared/complaints/escalation.ts';
import type { Photo, TicketDetail } from '../../shared/contract/ticket-views.ts';
import { HOTLINE } from '../../shared/kernel/hotline.ts';
import { type Relation, sayName } from '../../shared/kernel/people.ts';
import { type Settings, settingsAt } from '../../shared/kernel/settings.ts';
import { dangerOf } from '../../shared/repairs/dangers.ts';
import { sayWish } from '../../shared/repairs/wishes.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { isUnconfirmed } from '../../shared/tickets/conditions.ts';
import { handOverMinutes } from '../../shared/tickets/decide.ts';
import { publicPlace, speaksOfSomebody, tellFollower } from '../../shared/tickets/followers.ts';
import { sayHandBack } from '../../shared/tickets/hand-back.ts';
import { sayClaimed, tell } from '../../shared/tickets/history-words.ts';
import { urgeAgainAt } from '../../shared/tickets/own.ts';
import { labelOf } from '../../shared/tickets/promise-words.ts';
import { type RatingTag, type Score, sayRating } from '../../shared/tickets/ratings.ts';
import { stepsOf } from '../../shared/tickets/steps.ts';
import type { TicketState } from '../../shared/tickets/ticket.ts';
import { complaintIn } from '../complaints/view.ts';
import type { House } from '../context.ts';
import { maskNumber } from '../identity/numbers.ts';
import { costView, quoteView, spendingView } from '../quotes/views.ts';
import { actionsOf, cardOf, excerpt, iso, isoOrNull } from './card-view.ts';
import { colleague, contactView, photoView, ticketPromiseView, titleOf, voiceView } from './part-views.ts';
import { type Seen, seenBy, VISITED } from './seen.ts';

/** Whoever only took it down heard a name, and reads no digit of a number for it (A1). */
const tookItDownOnly = (relations: readonly Relation[]) =>
  relations.includes('firstContact') && !relations.some((one) => one !== 'firstContact' && one !== 'follower');

/** The danger it was reported with, as long as it counts as one. */
function dangerIn(whole: TicketWhole): string | null {
  if (!whole.state.danger) return null;
  const received = whole.history.find((event) => event.did === 'received');
  return dangerOf(received?.facts.dangerKind)?.label ?? '有人有危险';
}

/** When somebody would be welcome, as it was said; beside it, what it lies after and never erases (I9). */
function wishIn(whole: TicketWhole, now: Date): TicketDetail['wish'] {
  const { wishFrom, wishUntil } = whole.history.find((event) => event.did === 'received')?.facts ?? {};
  if (typeof wishFrom !== 'string' || typeof wishUntil !== 'string') return null;
  const wish = { from: new Date(wishFrom), until: new Date(wishUntil) };
  const earlier = whole.ledger.filter(
    (one) => ['on_site', 'repaired'].includes(one.what) && one.round === 1 && !one.withdrawnAt && one.firstDueBy < wish.until,
  );
  const first = earlier.sort((a, b) => a.firstDueBy.getTime() - b.firstDueBy.getTime())[0];
  return {
    from: wishFrom,
    until: wishUntil,
    text: sayWish(wish, now),
    past: wish.until <= now,
    after: first ? labelOf(first.what, first.clause) : null,
  };
}

/** What will be done, to be said back before work (I9): what it is, their words, the time they named. */
const suggested = (title: string, words: string, wish: TicketDetail['wish']): string =>
  excerpt(`${title}${words ? `：${words}` : ''}${wish && !wish.past ? `（希望${wish.text}上门）` : ''}`, 500);

/** What a ticket was merged into, and what was merged into it, as far as this viewer may know (Z3). */
export interface Together {
  survivor: TicketLine | null;
  /** The same for whoever only lives with the reporter: how far it is, and no way there. */
  progress: TicketLine | null;
  merged: readonly ReportLine[];
  /** What of it this viewer may not settle, whatever they are to the one at hand. */
  barred: readonly Action[];
}

const NOTHING_BESIDE: Together = { survivor: null, progress: null, merged: [], barred: [] };

const forFollower = (steps: TicketDetail['steps']) => steps.map((step) => ({ ...step, label: step.label.replace('您', '住户') }));

function survivorView(line: TicketLine, now: Date): NonNullable<TicketDetail['survivor']> {
  const { id, number, status, next, following } = cardOf(line, now);
  const steps = stepsOf(line.state, now);
  return {
    id,
    number,
    status,
    next,
    steps: following ? forFollower(steps) : steps,
    actions: actionsOf(line, now).map((row) => ({ action: row.action, label: row.label })),
  };
}

function survivorIn({ survivor, progress }: Together, now: Date): TicketDetail['survivor'] {
  if (survivor) return survivorView(survivor, now);
  return progress && { ...survivorView(progress, now), id: null, actions: [] };
}

const mergedView = (line: ReportLine): TicketDetail['merged'][number] => ({
  id: line.isVisible ? line.id : null,
  number: line.number,
  reporterName: sayName(line.reporterName),
  where: line.where,
  words: excerpt(line.words, 60),
  receivedAt: iso(line.receivedAt),
});

/** The photos of these that may be shown, with their links. */
const shotsIn = ({ house, viewer, now, mayRead }: Seen, some: readonly PhotoLine[]): Photo[] =>
  some
    .filter((photo) => mayRead(photo, photo.by))
    .map((photo) => photoView(house, photo, photo.by === viewer.id, now))
    .filter((photo): photo is Photo => photo !== null);

const REPORTED_AS: Readonly<Record<string, string>> = { owner: '业主', occupant: '使用人', nobody: '不是这户的住户' };

/** Whom one turns to, and who asked. */
function peopleIn({ house, whole, asStaff, follows, mayRing, person }: Seen) {
  const { state, relations } = whole;
  const reporter = person(whole.reporterId);
  const first = asStaff ? person(state.firstContact) : undefined;
  const centre = { id: whole.officeId, name: `${whole.officeName}服务中心`, title: HOTLINE.hours, phone: whole.officeHotline };
  return {
    homeId: relations.includes('resident') ? whole.homeId : null,
    // What has gone above the office is not asked of its service centre.
    responsible: state.complaint && !isAtOffice(state.complaint) ? null : ((mayRing ? colleague(house, person(state.assignee)) : null) ?? centre),
    reporter:
      reporter && !follows
        ? {
            name: sayName(reporter.name),
            phone: tookItDownOnly(relations) || state.unnamed ? '' : maskNumber(reporter.phoneLast4),
            as: state.unnamed ? '没留姓名' : REPORTED_AS[whole.reporterAs ?? 'nobody']!,
          }
        : null,
    firstContact: first ? { id: first.id, name: sayName(first.name), title: titleOf(first) } : null,
    followedBy: asStaff ? whole.followedBy : 0,
  };
}

/** What was promised, what happened, and what may be done next. */
function courseIn({ house, whole, asStaff, follows, now, promises, history, name }: Seen, { barred }: Together) {
  const { state } = whole;
  const steps = stepsOf(state, now);
  const textOf = (event: HistoryLine) => {
    // One of several was asked: what they answered is no other household's to read (Z3).
    const isOneOfSeveral = !asStaff && state.tookIn.length > 0 && VISITED.includes(event.did);
    const text = tell(isOneOfSeveral ? { ...event, facts: {} } : event, name, asStaff, house.clock, state.kind);
    return follows ? tellFollower(event.did, text) : text;
  };
  return {
    steps: follows ? forFollower(steps) : steps,
    actions: actionsOf(whole, now)
      .filter((row) => !barred.includes(row.action))
      .map((row) => ({ action: row.action, label: row.label })),
    promises: promises.map((promise) => ticketPromiseView(promise, whole, now)),
    history: history
      .map((event) => ({ id: event.id, did: event.did, at: iso(event.at), text: textOf(event) }))
      .filter((line): line is TicketDetail['history'][number] => line.text !== null),
    claims: asStaff ? state.claims.map((one) => ({ label: sayClaimed(one.claimed), claimedAt: one.claimedAt, registeredAt: one.registeredAt })) : [],
  };
}

/** What was said and shown. */
function talkIn(seen: Seen) {
  const { house, viewer, whole, now, follows, thread, name, person } = seen;
  const voiceWith = (contactId: string) => {
    const voice = whole.voices.find((one) => one.contactId === contactId);
    return voice ? voiceView(house, voice, now) : null;
  };
  // What was done in a neighbour's home is told, not shown.
  const isShown = (photo: PhotoLine) =>
    seen.inTheirTime(photo) && photo.purpose !== 'message' && (!follows || (photo.purpose === 'result' && whole.state.place === 'public'));
  return {
    thread: thread.map((contact) =>
      contactView(
        contact,
        viewer,
        { name: name(contact.author), title: titleOf(person(contact.author)) },
        voiceWith(contact.id),
        shotsIn(
          seen,
          whole.photos.filter((photo) => photo.contactId === contact.id),
        ),
      ),
    ),
    photos: shotsIn(seen, whole.photos.filter(isShown)),
  };
}

/** What was done, in words; to a follower of a public matter only where it speaks of nobody. */
function resultIn({ whole, follows, thread, mayRead, person, last }: Seen): string | null {
  const { state } = whole;
  const finished = state.happened.finished ? last('finished') : undefined;
  if (!finished || (follows && state.place === 'home')) return null;
  const readable = follows ? whole.thread.filter((said) => said.audience !== 'staff' && mayRead(said, said.author)) : thread;
  const body = readable.find((said) => said.eventId === finished.id)?.body ?? null;
  return body !== null && follows && speaksOfSomebody(body, person(whole.reporterId)?.name ?? '', whole.homeLabel) ? null : body;
}

/** What was confirmed with the resident; whoever the rule sent was sent for what was reported, and nobody confirmed it in their own words (I16). */
function confirmedIn({ whole, thread, last }: Seen, toConfirm: string): string | null {
  const { state } = whole;
  const confirmation = thread.findLast((said) => said.kind === 'confirmation' && said.round === state.round);
  const isSentByRule = state.assignee !== null && last('dispatched')?.by === null;
  return confirmation?.body ?? (isSentByRule ? toConfirm : null);
}

/** Why a technician gave it back, while somebody is to send another. */
function handedBackIn({ whole, asStaff, thread, name, last }: Seen): TicketDetail['handedBack'] {
  const back = asStaff && whole.state.happened.handed_back ? last('handed_back') : undefined;
  if (!back) return null;
  const words = thread.find((said) => said.eventId === back.id)?.body ?? '';
  return { byName: name(back.by), reason: sayHandBack(back.facts.reason), words, at: iso(back.at) };
}

/** The score of the reporter, or of whoever's own was merged here, in this round. */
function ratingIn({ whole, viewer, thread, last }: Seen): TicketDetail['rating'] {
  const confirmed = whole.state.happened.confirmed ? last('confirmed') : undefined;
  const opinion = confirmed && thread.find((said) => said.eventId === confirmed.id);
  if (opinion && typeof confirmed.facts.score === 'number') return { score: confirmed.facts.score, text: opinion.outcome ?? '', words: opinion.body };
  const rated = whole.history.find((event) => event.did === 'co_rated' && event.by === viewer.id && event.at >= whole.state.roundBeganAt);
  if (!rated) return null;
  const score = rated.facts.score as Score;
  return { score, text: sayRating(score, rated.facts.tags as RatingTag[]), words: '' };
}

/** What it costs, whom. */
function moneyIn({ whole, asStaff, seesMoney, name }: Seen, where: string) {
  const { state } = whole;
  const shown = (quote: TicketState['quote']) =>
    seesMoney && quote && (asStaff || quote.stand !== 'pricing') ? quoteView(quote, whole, name) : null;
  return {
    quote: shown(state.quote),
    refusalEnds: whole.relations.includes('author'),
    agreedQuote: shown(state.agreedQuote),
    cost: seesMoney ? costView(whole) : null,
    proposal: seesMoney && state.proposal ? { dueBy: state.proposal } : null,
    service: seesMoney && state.service ? { itemId: state.service.item, quantity: state.service.quantity, provider: whole.providerName } : null,
    facility: asStaff ? whole.facility : null,
    suggestedFacility: asStaff && state.place === 'public' ? publicPlace(where) : '',
    spending: asStaff ? spendingView(whole) : null,
    spendingRound: asStaff ? spendingRoundOf(whole) : state.round,
  };
}

/** Until when what lasts. */
const untilIn = ({ whole: { state }, follows, now }: Seen, settings: Settings) => ({
  urgeAgainAt: follows ? null : isoOrNull(urgeAgainAt({ state, now, settings })),
  silentAt: isoOrNull(state.status === 'finished' ? (state.until.silence ?? null) : null),
  reopenUntil: isoOrNull(state.until.reopen ?? null),
  warrantyUntil: isoOrNull(state.until.warranty ?? null),
});

/** What it came back from, came back as, was merged into, and took in. */
function linksIn({ whole, asStaff, follows, now }: Seen, together: Together) {
  const linked = (follows ? [] : whole.linked).map(({ id, number, status }) => ({ id, number, status }));
  return {
    reworkOf: linked.find((one) => one.id === whole.state.reworkOf) ?? null,
    reworks: linked.filter((one) => one.id !== whole.state.reworkOf),
    survivor: survivorIn(together, now),
    merged: asStaff ? together.merged.map(mergedView) : [],
  };
}

/** What the forms of this ticket need to know of the estate's figures. */
const figuresOf = (state: TicketState, settings: Settings): TicketDetail['figures'] => ({
  doorTries: settings.doorTries,
  newDateHours: settings.newDateHours,
  supervisorQuoteAboveManDays: settings.supervisorQuoteAboveManDays,
  lowScoreAtMost: settings.lowScoreAtMost,
  followUpMinutes: settings.followUpMinutes,
  handOverMinutes: handOverMinutes({ state, settings }),
  mergeAnswerMinutes: settings.mergeAnswerMinutes,
});

/** Everything about one ticket as one viewer sees it. */
export function detailOf(
  house: House,
  whole: TicketWhole,
  viewer: Viewer,
  together: Together = NOTHING_BESIDE,
  seenBefore: readonly SeenBefore[] = [],
  households: number | null = null,
): TicketDetail {
  const seen = seenBy(house, whole, viewer);
  const { now, asStaff, follows } = seen;
  const settings = settingsAt(whole.settings, now);
  const card = cardOf(whole, now);
  const wish = follows ? null : wishIn(whole, now);
  const toConfirm = follows ? '' : suggested(card.title, whole.words, wish);
  return {
    ...card,
    now: iso(now),
    version: whole.version,
    asStaff,
    isLargeDefect: asStaff && whole.state.largeDefect,
    isUnconfirmed: asStaff && isUnconfirmed(whole.state),
    onlyMine: whole.state.onlyMine === true,
    danger: follows ? null : dangerIn(whole),
    wish,
    ...peopleIn(seen),
    ...courseIn(seen, together),
    ...talkIn(seen),
    result: resultIn(seen),
    handedBack: handedBackIn(seen),
    confirmedContent: confirmedIn(seen, toConfirm),
    suggestedContent: toConfirm,
    rating: ratingIn(seen),
    ...moneyIn(seen, card.where),
    ...untilIn(seen, settings),
    ...linksIn(seen, together),
    complaint: complaintIn(seen, seenBefore, households),
    figures: figuresOf(whole.state, settings),
  };
}
