import { refuseField } from '../kernel/problem.ts';
import type { Settings } from '../kernel/settings.ts';
import { endOfDayAfter } from '../kernel/time.ts';
import { AGREE_WITHIN_DAYS, CARRY_OUT_WITHIN_DAYS, type Decision, type Given, inTheFuture } from '../tickets/decision.ts';
import type { Field } from '../tickets/fields.ts';
import type { Taken } from '../tickets/receipt.ts';
import type { TicketKind, TicketState } from '../tickets/ticket.ts';

/** The kinds of words that deserve an answer and no technician. */
export const REMARK_KINDS = ['suggestion', 'praise', 'enquiry'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** Whether a ticket is one. */
export const isRemark = (kind: TicketKind): kind is RemarkKind => (REMARK_KINDS as readonly TicketKind[]).includes(kind);

/** When its newest answer was given; undefined while there is none. */
export const answeredAt = ({ happened }: Pick<TicketState, 'happened'>): Date | undefined =>
  [happened.replied, happened.carried_out, happened.declined, happened.answered_above, happened.thanked]
    .filter((at) => at !== undefined)
    .sort((one, other) => other.getTime() - one.getTime())[0];

/** What a resident says, as a decision reads it. */
export interface Remark {
  kind: RemarkKind;
  onlyMine: boolean;
}

/** I3: a suggestion, praise or an enquiry is received; its field of service is the agent's to find (I18). */
export function decideRemark(input: Remark & { keyCustomer: boolean; unnamed?: boolean; taken?: Taken }): Decision {
  const { kind, onlyMine, keyCustomer, unnamed, taken } = input;
  const more = { ...(onlyMine ? { onlyMine } : {}), ...(unnamed ? { unnamed } : {}) };
  return {
    did: 'received',
    facts: { kind, category: 'unsorted', urgency: 'general', clause: 'I3', place: 'home', keyCustomer, ...more, ...taken },
  };
}

/** I3, I18: what it is and what it is about, put right by the agent; a promise that hangs on it runs from receipt. @throws Problem `request/invalid` for what changes nothing */
export function decideSort({ state }: Given, input: { kind: RemarkKind; field: Field }): Decision {
  if (state.kind === input.kind && state.category === input.field) throw refuseField('field', '已经是这一类了');
  if (state.unnamed && input.kind !== 'suggestion') throw refuseField('kind', '没留姓名的，只当建议办；是投诉的，请转为投诉');
  if (state.happened.adopted && input.kind !== 'suggestion') throw refuseField('kind', '已经采纳的建议，不改成别的');
  return { did: 'sorted', facts: { kind: input.kind, category: input.field } };
}

/** What an answer sets going: until when it is waited for, and until when it may be said that it is none (Z1). */
const afterAnswer = (now: Date, settings: Settings): Record<string, string> => ({
  reopenBy: endOfDayAfter(now, settings.reopenDays).toISOString(),
  silentBy: endOfDayAfter(now, settings.silenceDays).toISOString(),
});

/** I12: an enquiry is answered in full. */
export const decideReply = ({ now, settings }: Given): Decision => ({ did: 'replied', facts: afterAnswer(now, settings) });

/** I12: or later, by a time that is promised. @throws Problem `request/invalid` */
export const decidePromiseAnswer = ({ now }: Given, input: { dueBy: Date }): Decision => ({
  did: 'answer_promised',
  facts: { dueBy: inTheFuture('dueBy', input.dueBy, now, AGREE_WITHIN_DAYS) },
});

/** I10: an important suggestion is studied first; the resident is told when they will hear. @throws Problem `request/invalid` */
export const decideStudy = ({ now }: Given, input: { dueBy: Date }): Decision => ({
  did: 'studied',
  facts: { dueBy: inTheFuture('dueBy', input.dueBy, now, CARRY_OUT_WITHIN_DAYS) },
});

/** I10: what is feasible is adopted, with the day by which it is carried out. @throws Problem `request/invalid` */
export const decideAdopt = ({ now }: Given, input: { dueBy: Date }): Decision => ({
  did: 'adopted',
  facts: { dueBy: inTheFuture('dueBy', input.dueBy, now, CARRY_OUT_WITHIN_DAYS) },
});

/** I10: it is done; the resident is asked. */
export const decideCarryOut = ({ now, settings }: Given): Decision => ({ did: 'carried_out', facts: afterAnswer(now, settings) });

/** I11: politely declined: why, by which rule, and what is possible instead; the words stand in the thread. */
export const decideDecline = ({ now, settings }: Given): Decision => ({ did: 'declined', facts: afterAnswer(now, settings) });

/** I11: the household does not accept it; somebody above the office answers. */
export const decideObject = (): Decision => ({ did: 'objected', facts: {} });

/** I11: the quality department's answer. */
export const decideAnswerAbove = ({ now, settings }: Given): Decision => ({ did: 'answered_above', facts: afterAnswer(now, settings) });

/** Praise reaches those it is about, and whoever leads them. */
export const decideThank = (_: Given, input: { praised: readonly string[] }): Decision => ({
  did: 'thanked',
  facts: { praised: [...new Set(input.praised)] },
});
