import type { Channel } from '../intake/channels.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import type { Settings } from '../kernel/settings.ts';
import { HOUR, isoDay, sayMoment } from '../kernel/time.ts';
import { categoryOf, urgencyOf } from '../repairs/categories.ts';
import { dangerOf } from '../repairs/dangers.ts';
import { checkWish } from '../repairs/wishes.ts';
import type { Decision } from './decision.ts';
import type { RepairPlace, TicketState } from './ticket.ts';

/** What a resident reports, as a decision reads it. */
export interface Report {
  category: string;
  place: RepairPlace;
  where: string;
  /** Which public facility, where it has its name already (R7). */
  facility?: string | undefined;
  worse: boolean;
  danger: boolean;
  /** Which danger, where one was chosen (R1⑦). */
  dangerKind?: string | undefined;
  words: string;
  /** Only its author sees it among residents, until they share it. */
  onlyMine?: boolean | undefined;
  /** When somebody would be welcome (I9). */
  wishFrom?: string | undefined;
  wishUntil?: string | undefined;
}

/** Taken down by a colleague: by what way it came, and who they are (I1, I4). */
export interface Taken {
  channel: Channel;
  firstContact: string;
}

export function wishIn(input: Pick<Report, 'wishFrom' | 'wishUntil'>, settings: Settings, now: Date): Record<string, string> {
  if (input.wishFrom === undefined && input.wishUntil === undefined) return {};
  if (input.wishFrom === undefined || input.wishUntil === undefined) throw refuseField('wishUntil', '请选希望上门的时间');
  const { from, until } = checkWish({ from: new Date(input.wishFrom), until: new Date(input.wishUntil) }, now, settings.wishWithinDays);
  return { wishFrom: from.toISOString(), wishUntil: until.toISOString() };
}

/**
 * A report: its category decides urgent or general (R1, R2); who dispatches is frozen now (D2, I16). Whoever names a danger need say no more.
 * @param before the repair whose defect came back within its warranty: it is never less urgent than that one (R6, readings 12)
 * @throws Problem `request/invalid` for a category that is not offered for this place, a public place without where, or 其他 without words
 */
export function decideReport(
  input: Report & { keyCustomer?: boolean; taken?: Taken },
  settings: Settings,
  now: Date,
  before: { id: string; state: TicketState } | null = null,
): Decision {
  const category = categoryOf(input.category, isoDay(now));
  const kind = dangerOf(input.dangerKind, isoDay(now));
  const danger = input.danger || kind !== undefined;
  if (!category?.places.includes(input.place)) throw refuseField('category', '请点一下哪里坏了');
  if (input.place === 'public' && input.where === '' && !kind) throw refuseField('where', '请写一下公共地方在哪里');
  if (category.code === 'other' && input.words === '' && !kind) throw refuseField('words', '选了“其他”，请说一下哪里坏了');
  const own = urgencyOf(category, input.place, input.worse, danger);
  const inherits = before?.state.urgency === 'urgent' && own.urgency === 'general';
  const { urgency, clause } = inherits ? { urgency: 'urgent' as const, clause: 'R6' } : own;
  return {
    did: 'received',
    facts: {
      kind: 'repair',
      category: category.code,
      urgency,
      clause,
      place: input.place,
      ...(input.facility && input.place === 'public' ? { facility: input.facility } : {}),
      danger,
      ...(kind ? { dangerKind: kind.code } : {}),
      // A public place is nobody's home: there is no household to keep it from.
      ...((input.onlyMine || before?.state.onlyMine) && input.place === 'home' ? { onlyMine: true } : {}),
      ...wishIn(input, settings, now),
      largeDefect: category.isLargeDefect === true,
      supervised: settings.supervisorDispatches,
      keyCustomer: input.keyCustomer ?? false,
      ...input.taken,
      ...(before ? { reworkOf: before.id } : {}),
    },
  };
}

/**
 * I2, readings 1: what was said earlier counts from when it was said, as the colleague enters it; never in the future, never longer ago than the
 * setting.
 * @throws Problem `request/invalid`
 */
export function decideSaidAt(saidAt: Date | undefined, settings: Settings, now: Date): Date {
  if (saidAt === undefined) return now;
  if (saidAt > now) throw refuseField('saidAt', '时间不能在现在之后');
  if (now.getTime() - saidAt.getTime() > settings.intakeBackHours * HOUR)
    throw refuseField('saidAt', `最多补记 ${settings.intakeBackHours} 小时以内的，更早的请从现在记起`);
  return saidAt;
}

/** A repair whose defect is said to have come back. */
export interface Repaired {
  id: string;
  state: TicketState;
  homeId: string | null;
  /** Where it was: the home, or the public place as it was reported. */
  where: string;
}

/**
 * R6: a defect that came back is the one that was repaired: the same kind, in the same place. A public place left out is the one it was.
 * @returns the report as it is taken
 * @throws Problem `request/invalid` for another place or category, `ticket/action-refused` while 没修好 still goes on in the ticket itself, or after
 * the warranty
 */
export function decideRework<Said extends Report & { homeId: string }>(before: Repaired, input: Said, now: Date): Said {
  const { state } = before;
  const { reopen, warranty } = state.until;
  if (state.status === 'closed' && reopen && now <= reopen)
    throw new Problem('ticket/action-refused', `${sayMoment(reopen, now)} 前，请在原来那一件里点“没修好”，接着办`);
  if (state.status === 'closed' && warranty && now > warranty)
    throw new Problem('ticket/action-refused', `保修到${sayMoment(warranty, now)} 为止，请另外报修`);
  if (input.place !== state.place) throw refuseField('place', '返修的是原来那一处，地方不能改');
  if (state.place === 'home' && input.homeId !== before.homeId) throw refuseField('homeId', '返修的是原来那一户');
  if (state.place === 'public' && input.where !== '' && input.where !== before.where)
    throw refuseField('where', `返修的是原来那一处：${before.where}`);
  if (input.category !== state.category) throw refuseField('category', '返修的是原来那样东西；别的坏了，请另外报修');
  return { ...input, where: state.place === 'public' ? before.where : input.where, ...(state.facility ? { facility: state.facility } : {}) };
}
