import type { TicketLine } from '../../db/queries/ticket-lines.ts';
import type { TicketCard } from '../../shared/contract/ticket-views.ts';
import { isOnlyFollowing, isStaffTo, type Relation, sayName } from '../../shared/kernel/people.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import { countWords } from '../../shared/kernel/words.ts';
import { answeredAt } from '../../shared/remarks/decide.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { mayAgree } from '../../shared/tickets/agreements.ts';
import { isPromisedToFollowers } from '../../shared/tickets/followers.ts';
import { ticketActions } from '../../shared/tickets/lifecycle.ts';
import { labelOf } from '../../shared/tickets/promise-words.ts';
import { ANOTHER_TICKET } from '../../shared/tickets/telling.ts';
import { waitsFor } from '../../shared/tickets/ticket.ts';
import { sayTitle } from '../../shared/tickets/title.ts';

export const iso = (at: Date) => at.toISOString();

export const isoOrNull = (at: Date | null) => (at ? at.toISOString() : null);

/** The beginning of a text, at most so many characters as people count them. */
export function excerpt(text: string, max: number): string {
  return countWords(text) <= max ? text : `${[...text].slice(0, max).join('')}…`;
}

export const warnAt = (promise: Promised) => promise.ladder.find((rung) => rung.step === 'warned')?.percent ?? 100;

/** What of a ledger somebody is shown: colleagues all of it, residents what was promised to them, followers what was promised to everybody. */
export const mayKnow = (relations: readonly Relation[]) => (promise: Promised) =>
  isStaffTo(relations) || (promise.owedTo === 'residents' && (!isOnlyFollowing(relations) || isPromisedToFollowers(promise.what)));

const pressing = (ledger: readonly Promised[], relations: readonly Relation[]) =>
  ledger
    .filter((promise) => !promise.keptAt && !promise.withdrawnAt && mayKnow(relations)(promise))
    .sort((a, b) => a.dueBy.getTime() - b.dueBy.getTime())[0];

/** Whether others said something this viewer may read and has not; ids stand in the order things were said. */
function isUnread({ said, relations }: TicketLine): boolean {
  const last = isStaffTo(relations)
    ? said.all
    : relations.includes('resident') || (relations.includes('follower') && !isOnlyFollowing(relations))
      ? said.shown
      : null;
  return last !== null && last > said.readTo;
}

/** The buttons of a line: whoever's own was merged there rates once a round, and a date is agreed on where one is owed. */
export const actionsOf = ({ state, relations, hasRated, ledger }: Pick<TicketLine, 'state' | 'relations' | 'hasRated' | 'ledger'>, now: Date) =>
  ticketActions(state, relations, now).filter(
    (row) => (row.action !== 'confirm' || !row.by.includes('fellow') || !hasRated) && (row.action !== 'agree' || mayAgree({ state, ledger, now })),
  );

/** A quote and a new date are the home's own business: whoever follows, had theirs merged here or moved out is not asked. */
const hearsWhatWaits = (relations: readonly Relation[]) => isStaffTo(relations) || relations.includes('resident');

/** What only a resident can do next. */
const YOUR_TURN: readonly Action[] = ['confirm', 'acceptQuote', 'acceptDate'];

/** A ticket as one viewer sees it in a list: residents are shown what was promised to them, colleagues everything owed. */
export function cardOf(line: TicketLine, now: Date): TicketCard {
  const { state, relations } = line;
  const next = pressing(line.ledger, relations);
  return {
    id: line.id,
    number: line.number,
    officeId: line.officeId,
    officeName: line.officeName,
    kind: state.kind,
    title: sayTitle(state.kind, state.category),
    words: excerpt(line.words, 60),
    category: state.category,
    urgency: state.urgency,
    place: state.place,
    where: line.where,
    status: state.status,
    round: state.round,
    // What passes between the reporter and the office is no follower's.
    urged: isOnlyFollowing(relations) ? 0 : state.urges.length,
    isRework: state.reworkOf !== null,
    receivedAt: iso(state.receivedAt),
    finishedAt: isoOrNull(state.happened.finished ?? answeredAt(state) ?? null),
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
    yourTurn: state.status !== 'closed' && actionsOf(line, now).some((row) => YOUR_TURN.includes(row.action)),
    following: isOnlyFollowing(relations),
    own: line.own,
    mergedInto: state.merged && (line.secrets.includes(state.merged.into) ? ANOTHER_TICKET : state.merged.number),
    tookIn: isStaffTo(relations) ? state.tookIn.filter((one) => !line.secrets.includes(one.ticket)).length : 0,
    waitsFor: hearsWhatWaits(relations) ? waitsFor(state, now) : null,
    unread: isUnread(line),
  };
}
