import type { TicketLine, TicketWhole, Who } from '../../db/queries/tickets.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import { type Check, isHidden, sayHeld } from '../../shared/content/checks.ts';
import type { Colleague, ContactView, Photo, PromiseView, TicketCard, TicketDetail } from '../../shared/contract/tickets.ts';
import type { Voice } from '../../shared/contract/voices.ts';
import { isStaffTo, sayAddressee, sayName, sayPost } from '../../shared/kernel/people.ts';
import { isMissed, type Promised, pointsAt } from '../../shared/kernel/promises.ts';
import { countWords } from '../../shared/kernel/words.ts';
import { categoryOf } from '../../shared/repairs/categories.ts';
import { MISS_CAUSES, type MissCause } from '../../shared/tickets/decide.ts';
import { ticketActions } from '../../shared/tickets/lifecycle.ts';
import { explain, labelOf, stepsOf, tell } from '../../shared/tickets/words.ts';
import type { House } from '../context.ts';
import { maskNumber } from '../identity/numbers.ts';

const iso = (at: Date) => at.toISOString();
const isoOrNull = (at: Date | null) => (at ? at.toISOString() : null);

function excerpt(text: string, max: number): string {
  return countWords(text) <= max ? text : `${[...text].slice(0, max).join('')}…`;
}

const warnAt = (promise: Promised) => promise.ladder.find((rung) => rung.step === 'warned')?.percent ?? 100;

const pressing = (ledger: readonly Promised[], asStaff: boolean) =>
  ledger
    .filter((promise) => !promise.keptAt && !promise.withdrawnAt && (asStaff || promise.owedTo === 'residents'))
    .sort((a, b) => a.dueBy.getTime() - b.dueBy.getTime())[0];

/** Whether others said something this viewer may read and has not; ids stand in the order things were said. */
function isUnread({ said, relations }: TicketLine): boolean {
  const last = isStaffTo(relations) ? said.all : relations.includes('resident') || relations.includes('follower') ? said.shown : null;
  return last !== null && last > said.readTo;
}

/** A ticket as one viewer sees it in a list: residents are shown what was promised to them, colleagues everything owed. */
export function cardOf(line: TicketLine, now: Date): TicketCard {
  const { state, relations } = line;
  const next = pressing(line.ledger, isStaffTo(relations));
  const mayConfirm = ticketActions(state, relations, now).some((row) => row.action === 'confirm');
  return {
    id: line.id,
    number: line.number,
    officeId: line.officeId,
    officeName: line.officeName,
    kind: 'repair',
    title: categoryOf(state.category)?.label ?? state.category,
    words: excerpt(line.words, 60),
    category: state.category,
    urgency: state.urgency,
    place: state.place,
    where: line.where,
    status: state.status,
    round: state.round,
    receivedAt: iso(state.receivedAt),
    finishedAt: isoOrNull(state.happened.finished ?? null),
    assigneeName: line.assigneeName === null ? null : sayName(line.assigneeName),
    next: next
      ? {
          what: next.what,
          label: labelOf(next.what, next.clause),
          startedAt: iso(next.startedAt),
          dueBy: iso(next.dueBy),
          warnAtPercent: warnAt(next),
        }
      : null,
    yourTurn: mayConfirm,
    unread: isUnread(line),
  };
}

const titleOf = (who: Who | undefined) => sayPost(who?.role ?? null, who?.department ?? null);

function promiseView(promise: Promised, whole: TicketWhole, now: Date): PromiseView {
  const owner = promise.owedBy ? whole.people.get(promise.owedBy)?.name : undefined;
  const role = promise.owedByRole === 'assignee' ? '待派师傅（客服负责）' : sayAddressee(promise.owedByRole);
  return {
    what: promise.what,
    label: labelOf(promise.what, promise.clause),
    round: promise.round,
    openedBy: promise.openedBy,
    clause: promise.clause,
    ruleSince: promise.ruleSince,
    allowance: promise.allowance,
    warnAtPercent: warnAt(promise),
    owedBy: owner === undefined ? role : sayName(owner),
    owedTo: promise.owedTo,
    startedAt: iso(promise.startedAt),
    firstDueBy: iso(promise.firstDueBy),
    dueBy: iso(promise.dueBy),
    keptAt: isoOrNull(promise.keptAt),
    withdrawnAt: isoOrNull(promise.withdrawnAt),
    missed: isMissed(promise, now),
    missCause: promise.missCause ? (MISS_CAUSES[promise.missCause as MissCause] ?? promise.missCause) : null,
    explain: explain(promise, now),
  };
}

function colleague(house: House, who: Who | undefined): Colleague | null {
  if (!who) return null;
  return { id: who.id, name: sayName(who.name), title: titleOf(who), phone: who.phoneCipher ? house.numbers.open(who.phoneCipher, who.id) : null };
}

/** A photo with a link good for five minutes; null where there is nowhere to keep photos. */
export function photoView(
  house: House,
  photo: { id: string; purpose: Photo['purpose']; round: number; storageKey: string; check: Check | null },
  mine: boolean,
  now: Date,
): Photo | null {
  const { id, purpose, round } = photo;
  const held = sayHeld(photo.check, mine, '这张照片');
  return house.storage ? { id, purpose, round, url: house.storage.link(photo.storageKey, now), held } : null;
}

/** A voice note with a link good for five minutes. */
export function voiceView(house: House, voice: { id: string; storageKey: string; seconds: number }, now: Date): Voice | null {
  return house.storage ? { id: voice.id, url: house.storage.link(voice.storageKey, now), seconds: voice.seconds } : null;
}

const KINDS = ['message', 'call', 'visit', 'letter', 'note', 'confirmation', 'handover', 'opinion'] as const;
type Kind = (typeof KINDS)[number];

/** A contact as one viewer sees it. */
export function contactView(
  contact: {
    id: string;
    at: Date;
    channel: string;
    kind: string;
    direction: ContactView['direction'];
    author: string;
    body: string;
    outcome: string | null;
    check: Check | null;
  },
  viewer: Viewer,
  author: { name: string; title: string | null },
  voice: Voice | null = null,
  photos: Photo[] = [],
): ContactView {
  const mine = contact.author === viewer.id;
  return {
    id: contact.id,
    at: iso(contact.at),
    channel: contact.channel,
    kind: KINDS.includes(contact.kind as Kind) ? (contact.kind as Kind) : 'note',
    direction: contact.direction,
    byName: sayName(author.name),
    byTitle: author.title,
    mine,
    body: contact.body,
    voice,
    outcome: contact.outcome,
    held: sayHeld(contact.check, mine),
    photos,
  };
}

/** When somebody who moved out saw a ticket of their home last; null for whoever lives there, or follows it for another reason. */
function lastSeenAt(whole: TicketWhole, viewer: Viewer): Date | null {
  if (whole.relations.some((relation) => relation === 'resident' || relation === 'assignee')) return null;
  const left = viewer.residences.filter((home) => home.homeId === whole.homeId).map((home) => home.untilAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...left);
  return Number.isFinite(last) ? new Date(last) : null;
}

/** Everything about one ticket as one viewer sees it. Residents see what was promised to them and every word meant for them. */
export function detailOf(house: House, whole: TicketWhole, viewer: Viewer): TicketDetail {
  const now = house.clock();
  const { state, relations, people } = whole;
  const asStaff = isStaffTo(relations);
  const name = (id: string | null) => (id ? sayName(people.get(id)?.name ?? '') : '系统');
  const until = asStaff ? null : lastSeenAt(whole, viewer);
  const inTheirTime = (one: { at: Date }) => until === null || one.at < until;
  const mayRead = (one: { check: Check | null }, by: string) => asStaff || by === viewer.id || !isHidden(one.check);
  const words = whole.thread.filter(
    (contact) => inTheirTime(contact) && (asStaff || contact.audience !== 'staff') && mayRead(contact, contact.author),
  );
  const promises = whole.ledger.filter((promise) => asStaff || promise.owedTo === 'residents');
  const happened = (event: TicketWhole['history'][number]) =>
    inTheirTime(event) && (asStaff || !('openedBy' in event.facts) || promises.some((promise) => pointsAt(event, promise)));
  const confirmation = words.findLast((contact) => contact.kind === 'confirmation' && contact.round === state.round);
  const finished = state.happened.finished ? whole.history.find((event) => event.did === 'finished') : undefined;
  const result = finished ? words.find((contact) => contact.eventId === finished.id) : undefined;
  const reporter = people.get(whole.reporterId);
  // A technician's own number is for whoever waits for them, and only as long.
  const mayRing = asStaff || (until === null && state.status !== 'closed' && state.status !== 'cancelled');
  const voiceWith = (contactId: string) => {
    const voice = whole.voices.find((one) => one.contactId === contactId);
    return voice ? voiceView(house, voice, now) : null;
  };
  const card = cardOf(whole, now);
  const shots = (some: TicketWhole['photos']) =>
    some
      .filter((photo) => mayRead(photo, photo.by))
      .map((photo) => photoView(house, photo, photo.by === viewer.id, now))
      .filter((photo): photo is Photo => photo !== null);
  const confirmed = state.status === 'closed' ? whole.history.find((event) => event.did === 'confirmed') : undefined;
  const opinion = confirmed && words.find((contact) => contact.eventId === confirmed.id);
  return {
    ...card,
    now: iso(now),
    version: whole.version,
    asStaff,
    responsible: (mayRing ? colleague(house, state.assignee ? people.get(state.assignee) : undefined) : null) ?? {
      id: whole.officeId,
      name: `${whole.officeName}服务中心`,
      title: '24 小时有人',
      phone: whole.officeHotline,
    },
    reporter: reporter
      ? { name: sayName(reporter.name), phone: maskNumber(reporter.phoneLast4), as: whole.reporterAs === 'owner' ? '业主' : '使用人' }
      : null,
    steps: stepsOf(state),
    actions: ticketActions(state, relations, now).map((row) => ({ action: row.action, label: row.label })),
    promises: promises.map((promise) => promiseView(promise, whole, now)),
    history: whole.history
      .filter(happened)
      .map((event) => ({ id: event.id, did: event.did, at: iso(event.at), text: tell(event, name, asStaff, house.clock) }))
      .filter((line): line is TicketDetail['history'][number] => line.text !== null),
    thread: words.map((contact) =>
      contactView(
        contact,
        viewer,
        { name: name(contact.author), title: titleOf(people.get(contact.author)) },
        voiceWith(contact.id),
        shots(whole.photos.filter((photo) => photo.contactId === contact.id)),
      ),
    ),
    photos: shots(whole.photos.filter((photo) => inTheirTime(photo) && photo.purpose !== 'message')),
    result: result?.body ?? null,
    confirmedContent: confirmation?.body ?? null,
    rating:
      opinion && typeof confirmed?.facts.score === 'number'
        ? { score: confirmed.facts.score, text: opinion.outcome ?? '', words: opinion.body }
        : null,
    suggestedContent: excerpt(whole.words ? `${card.title}：${whole.words}` : card.title, 500),
  };
}
