import { Problem, refuseField } from '../kernel/problem.ts';
import { isMissed, keyFacts, type Promised } from '../kernel/promises.ts';
import type { Settings } from '../kernel/settings.ts';
import { HOUR, minutesAfter, sayMoment } from '../kernel/time.ts';
import { mayNameAnother } from '../quotes/rows.ts';
import { AGREEABLE } from '../tickets/agreements.ts';
import { decideSay } from '../tickets/decide.ts';
import type { Decision, Fact, Given } from '../tickets/decision.ts';
import type { Status } from '../tickets/ticket.ts';

/** How nobody was found. */
export const DOOR_TRIES = { card: '敲门没人，留了卡片', called: '打了电话没人接' } as const;
export type DoorTry = keyof typeof DOOR_TRIES;

/** How nobody can be found from where the technician is: whoever leaves a card stood at the door. */
export const doorTriesFor = (status: Status): DoorTry[] => (status === 'on_site' ? ['card', 'called'] : ['called']);

/** Z14: a try on record. @throws Problem `ticket/action-refused` for a card of somebody who is not there */
export function decideNobodyHome({ state }: Given, how: DoorTry): Decision {
  if (!doorTriesFor(state.status).includes(how))
    throw new Problem('ticket/action-refused', state.provider === null ? '先点“我到了”，再记家里没人' : '先登记到场，再记家里没人');
  return { did: 'nobody_home', facts: { how } };
}

/** What is owed in this round and not late yet. */
const inTime = ({ ledger, state, now }: Given): Promised[] =>
  ledger.filter((one) => one.round === state.round && !one.keptAt && !one.withdrawnAt && !isMissed(one, now));

/**
 * Z14: after a card or so many tries, one new date within so many hours; another where that one passed unanswered, or was declined.
 * @throws Problem `ticket/action-refused` before that, `request/invalid` for a date that lies behind, too far ahead, or before one that was agreed on
 */
export function decideProposal(given: Given, dueBy: Date): Decision {
  const { state, settings, now } = given;
  const { card, tries } = state.door;
  if (!card && tries < settings.doorTries && !mayNameAnother(state, now))
    throw new Problem('ticket/action-refused', `留过卡片、或者试过 ${settings.doorTries} 次以后，才定新的时间`);
  if (dueBy <= now) throw refuseField('dueBy', '时间要在现在之后');
  if (dueBy.getTime() - now.getTime() > settings.newDateHours * HOUR) throw refuseField('dueBy', `时间要在 ${settings.newDateHours} 小时内`);
  const agreed = inTime(given).find((one) => one.what === 'new_visit' && one.dueBy >= dueBy);
  if (agreed) throw refuseField('dueBy', `已经和住户约好${sayMoment(agreed.dueBy, now)} 前上门；能早来，直接早来就好`);
  return { did: 'date_proposed', facts: { proposed: dueBy.toISOString() } };
}

/** The date somebody looked at, if it still stands. @throws Problem `ticket/action-refused` */
function permitDate({ state }: Given, seen: Date): void {
  if (state.proposal !== seen.toISOString()) throw new Problem('ticket/action-refused', '时间刚才改了，请看新的');
}

/** What a new date puts off, and until when: doing a special service has as long from it as from any arrival (R13). */
function putOffTo({ what }: Promised, seen: Date, settings: Settings): Date | null {
  if (what === 'service_done') return minutesAfter(seen, settings.serviceDoneMinutes);
  return (AGREEABLE as readonly string[]).includes(what) ? seen : null;
}

/**
 * Z14, I7: accepted, the new date counts: a promise of its own, and beside what it puts off, if that is not yet missed.
 * @param by who accepted it
 * @param told how they said so, where a colleague put it on record
 * @throws Problem `ticket/action-refused` for another date, or one that has passed
 */
export function decideDateAccepted(given: Given, seen: Date, by: string, told: { channel?: string } = {}): Decision {
  permitDate(given, seen);
  if (seen <= given.now) throw new Problem('ticket/action-refused', '这个时间已经过了，请另约');
  const dueBy = seen.toISOString();
  const also = inTime(given).flatMap((one): Fact[] => {
    const until = putOffTo(one, seen, given.settings);
    if (!until || one.dueBy >= until) return [];
    return [
      {
        did: 'agreed',
        facts: { ...keyFacts(one), dueBy: until.toISOString(), channel: 'mini_program', ...told, agreedWith: by, why: 'date_accepted' },
      },
    ];
  });
  return { did: 'date_accepted', facts: { dueBy, ...told }, also };
}

/** Z14: another time instead: the first date stands, and what the resident wrote is answered (I15). @throws Problem `ticket/action-refused` */
export function decideDateDeclined(given: Given, seen: Date): Decision {
  permitDate(given, seen);
  return { did: 'date_declined', facts: {}, also: [decideSay(given, { asStaff: false, upset: false, isReadable: true })] };
}

/**
 * Z14: what the household answered by word of mouth, put on record by somebody who does none of the work. Whoever declined was spoken with, so that
 * no message of theirs waits for a reply; the first date stands, and another may be named.
 * @throws Problem `ticket/action-refused` for another date, or one that has passed
 */
export function decideDateTold(given: Given, input: { seen: Date; accepts: boolean; channel: string; answeredBy: string }): Decision {
  const { seen, channel } = input;
  if (input.accepts) return decideDateAccepted(given, seen, input.answeredBy, { channel });
  permitDate(given, seen);
  return { did: 'date_declined', facts: { channel } };
}
