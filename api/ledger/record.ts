import type { Transaction } from '../../db/connect.ts';
import { type Consequences, type NewContact, writeConsequences } from '../../db/queries/ledger.ts';
import type { OfficeContext } from '../../db/queries/ticket-files.ts';
import type { HeldWhy } from '../../shared/content/checks.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { dueByClock, nextDueBy, type Story, type SubjectEvent, unfold } from '../../shared/kernel/subject.ts';
import type { House } from '../context.ts';
import { SUBJECTS, type SubjectFile, type SubjectKey, type SubjectKind, type SubjectShelf } from './subjects.ts';

/** One thing that happened to a subject, before it has an id and a place in the history. */
export interface NewEvent<Did extends string = string> {
  did: Did;
  facts: Record<string, unknown>;
  by: string | null;
  byResident: boolean;
  /** When it happened, where that was before it is recorded: said earlier (readings 1), or done without a signal (R3). */
  at?: Date;
}

/** What was said with it; ids, instants and place are filled in here. */
export type SaidWithIt = Pick<NewContact, 'channel' | 'kind' | 'direction' | 'audience' | 'place' | 'body' | 'outcome' | 'participants'> & {
  id?: string;
  /** Why others do not read it yet; nothing waits for that, and no clock stops. */
  held?: HeldWhy | null;
  /** When it was said, where that was earlier. */
  at?: Date;
  /** The ticket it stands with too, where the subject is none itself. */
  with?: { id: string; round: number };
};

/** Events of one subject, and the words that came with them. */
export interface Deed<State = unknown> {
  subject: SubjectKey;
  office: OfficeContext;
  /** null for a subject that begins now. */
  before: Story<State> | null;
  /** What its table needs of a subject that begins now. */
  create?: unknown;
  events: NewEvent[];
  said: SaidWithIt[];
  author: string | null;
}

/** A deed on a subject that stands. */
export function deedOn<State>(
  kind: SubjectKind,
  file: SubjectFile<State>,
  author: string | null,
  events: NewEvent[],
  said: SaidWithIt[] = [],
): Deed<State> {
  const subject = { kind, id: file.id, officeId: file.officeId, version: file.version };
  return { subject, office: file, before: { state: file.state, ledger: file.ledger }, events, said, author };
}

/** What `record` needs of the house; with WeChat, colleagues are told there too. */
type Recorder = Pick<House, 'clock' | 'newId'> & Partial<Pick<House, 'wechat'>>;

/** Thrown inside the transaction when somebody else moved the subject first; the command reads again. */
export class Moved extends Error {}

type AnyShelf = SubjectShelf<unknown, unknown>;
const shelfOf = (kind: SubjectKind) => SUBJECTS[kind] as unknown as AnyShelf;

const emptyConsequences = (): Consequences => ({
  events: [],
  promises: [],
  moved: [],
  terms: [],
  steps: [],
  assignments: [],
  contacts: [],
  checks: [],
  inbox: [],
  jobs: [],
  followers: [],
  searchTerms: [],
});

/** What a promise is known by within its subject. */
const nameOf = ({ what, round, openedBy }: Promised) => `${what}/${round}/${openedBy}`;

function foldEvent(house: Recorder, deed: Deed, story: Story | null, given: NewEvent, seq: number, recordedAt: Date, all: Consequences): Story {
  const at = given.at ?? recordedAt;
  const { officeId, id, kind: subjectKind } = deed.subject;
  const { rules } = shelfOf(subjectKind);
  const event: SubjectEvent<never> = {
    id: house.newId(),
    subject: id,
    seq,
    did: given.did as never,
    at,
    recordedAt,
    by: given.by,
    facts: given.facts,
  };
  const settings = settingsAt(deed.office.settings, event.at);
  const next = unfold(rules, story, event, (state) => rules.bookFor(state, settings, deed.office.openingHours));
  all.events.push({ ...event, officeId, subjectKind });

  const before = new Map((story?.ledger ?? []).map((promise) => [nameOf(promise), promise]));
  for (const promise of next.ledger) {
    const old = before.get(nameOf(promise));
    if (old && promise.terms.length > old.terms.length) all.terms.push({ promise: { ...promise, officeId }, eventId: event.id });
    if (old && promise.steps.length > old.steps.length) all.steps.push({ promise: { ...promise, officeId }, eventId: event.id });
  }
  const holder = rules.subjectOf(next.state).assignee;
  if (story && subjectKind === 'ticket' && holder !== rules.subjectOf(story.state).assignee)
    all.assignments.push({ officeId, ticketId: id, eventId: event.id, personId: holder, at });

  const hearers = rules.hearersOf(event, next, deed.office.staff, given.byResident);
  const { did, facts } = event;
  for (const personId of hearers.people) {
    const line = house.newId();
    all.inbox.push({ id: line, officeId, personId, subject: id, subjectKind, eventId: event.id, did, facts, at: recordedAt });
    if (house.wechat && (subjectKind === 'ticket' || subjectKind === 'errand')) {
      const payload = { line, person: personId, to: 'colleague', ...(subjectKind === 'errand' ? { of: 'errand' } : {}) };
      all.jobs.push({ id: house.newId(), officeId, job: 'tell', payload, createdAt: recordedAt });
    }
  }
  const { tells } = shelfOf(subjectKind);
  if (hearers.residents && tells)
    all.jobs.push({
      id: house.newId(),
      officeId,
      job: tells,
      payload: { subject: id, eventId: event.id, at: at.toISOString() },
      createdAt: recordedAt,
    });
  else if (hearers.residents)
    all.jobs.push({
      id: house.newId(),
      officeId,
      job: 'fan_out',
      payload: { ticketId: id, eventId: event.id, did, facts, at: at.toISOString(), by: given.by, ...(hearers.mustKnow ? { mustKnow: true } : {}) },
      createdAt: recordedAt,
    });
  return next;
}

function fold(house: Recorder, deed: Deed, at: Date, all: Consequences): { story: Story; version: number } {
  let story = deed.before;
  let { version } = deed.subject;
  const first = all.events.length;
  // What lay behind when it happened comes before it; what has passed since is the sweep's to say.
  const happenedAt = deed.events.reduce((soonest, given) => (given.at && given.at < soonest ? given.at : soonest), at);
  const isSweep = deed.events.every((given) => given.by === null);
  const overdue =
    isSweep || !story
      ? []
      : dueByClock(shelfOf(deed.subject.kind).rules, story, happenedAt).map(
          ({ did, facts }): NewEvent => ({ did, facts, by: null, byResident: false }),
        );
  for (const given of [...overdue, ...deed.events]) {
    version += 1;
    story = foldEvent(house, deed, story, given, version, at, all);
  }
  if (!story) throw new Error('a deed needs an event');
  const { id, kind, officeId } = deed.subject;
  const old = new Set(deed.before?.ledger ?? []);
  const wasOwed = new Set([...old].filter((promise) => !promise.keptAt && !promise.withdrawnAt).map(nameOf));
  for (const promise of story.ledger.filter((one) => !old.has(one)))
    (wasOwed.has(nameOf(promise)) ? all.moved : all.promises).push({ ...promise, officeId, subjectKind: kind });
  // What was said belongs to the deed itself, not to what goes before it by itself or follows from it.
  const own = Math.max(
    0,
    deed.events.findIndex((given) => given.by !== null),
  );
  const event = all.events[first + overdue.length + own];
  const { round } = shelfOf(kind).rules.subjectOf(story.state);
  const author = deed.author ?? '';
  for (const { held, with: beside, ...said } of deed.said) {
    const contactId = said.id ?? house.newId();
    if (held && kind === 'ticket') all.checks.push({ id: house.newId(), officeId, ticketId: id, contactId, author, stand: held, at });
    all.contacts.push({
      ...said,
      id: contactId,
      officeId,
      ticketId: kind === 'ticket' ? id : (beside?.id ?? null),
      round: beside?.round ?? round,
      eventId: event?.id ?? null,
      at: said.at ?? event?.at ?? at,
      recordedAt: at,
      author,
    });
  }
  all.searchTerms.push({ officeId, ticketId: id, terms: shelfOf(kind).termsOf?.(deed.create ?? null, deed.said) ?? [] });
  return { story, version };
}

/**
 * The only writer of events, and the only mover of the ledger: state, promises, terms, steps, assignments, words, inbox and outbox follow from the
 * events.
 * @returns where each subject stands now, in the order given
 * @throws Moved where somebody else saved a subject first
 */
export async function record<State>(
  house: Recorder,
  tx: Transaction,
  deeds: readonly Deed<State>[],
): Promise<{ story: Story<State>; version: number }[]> {
  const at = house.clock();
  const all = emptyConsequences();
  const folded = deeds.map((deed) => {
    const { story, version } = fold(house, deed as Deed, at, all);
    const { id, officeId } = deed.subject;
    const moved = {
      id,
      officeId,
      version: deed.subject.version,
      newVersion: version,
      state: story.state,
      nextDueBy: nextDueBy(story.ledger),
      nextLookAt: shelfOf(deed.subject.kind).rules.movesByItself?.(story.state)?.at ?? null,
      at,
    };
    return { deed, story, version, moved };
  });
  for (const kind of Object.keys(SUBJECTS) as SubjectKind[]) {
    const shelf = shelfOf(kind);
    const ofKind = folded.filter(({ deed }) => deed.subject.kind === kind);
    const standing = ofKind.filter(({ deed }) => deed.create === undefined).map(({ moved }) => moved);
    if (standing.length > 0 && (await shelf.save(tx, standing)).length !== standing.length) throw new Moved();
    for (const { deed, moved } of ofKind) {
      if (deed.create === undefined) continue;
      await shelf.insert(tx, deed.create, moved);
      shelf.begins?.(deed.create, at, all, house.newId);
    }
  }
  await writeConsequences(tx, all);
  return folded.map(({ story, version }) => ({ story: story as Story<State>, version }));
}
