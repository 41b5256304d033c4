import type { TicketWhole, Who } from '../../db/queries/ticket-whole.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import { type Check, sayHeld, sayHeldPaper } from '../../shared/content/checks.ts';
import type { Colleague, ContactView, Photo, PromiseView } from '../../shared/contract/ticket-views.ts';
import type { Voice } from '../../shared/contract/voices.ts';
import { sayAddressee, sayName, sayPost } from '../../shared/kernel/people.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import { labelOf } from '../../shared/tickets/promise-words.ts';
import type { House } from '../context.ts';
import { promiseView } from '../ledger/promise-view.ts';
import { iso } from './card-view.ts';

export const titleOf = (who: Who | undefined) => sayPost(who?.role ?? null, who?.department ?? null);

/** A promise of a ticket: what nobody has been sent for is with the service centre. */
export function ticketPromiseView(promise: Promised, whole: TicketWhole, now: Date): PromiseView {
  const owner = promise.owedBy ? whole.people.get(promise.owedBy)?.name : undefined;
  const role =
    promise.owedByRole === 'assignee' && !whole.state.merged
      ? '待派师傅（客服负责）'
      : sayAddressee(promise.owedByRole === 'assignee' ? 'agent' : promise.owedByRole);
  return promiseView(promise, { label: labelOf(promise.what, promise.clause), owedBy: owner === undefined ? role : sayName(owner) }, now);
}

export function colleague(house: House, who: Who | undefined): Colleague | null {
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
  const held = purpose === 'paper' ? sayHeldPaper(photo.check) : sayHeld(photo.check, mine, '这张照片');
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
