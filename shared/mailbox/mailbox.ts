import type { ErrandDecision } from '../errands/decide.ts';
import type { ErrandEventName, ErrandState } from '../errands/errand.ts';
import type { ErrandRelation } from '../errands/relations.ts';
import type { ErrandRow } from '../errands/rows.ts';
import { days, named } from '../kernel/due.ts';
import type { Holder } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import { holdersOf } from '../kernel/routing.ts';
import type { Settings } from '../kernel/settings.ts';
import { DAY, endOfDayAfter, isoDay, shanghaiTime } from '../kernel/time.ts';
import { CLIMB_FROM_QUALITY } from '../repairs/promises.ts';
import type { MailboxNeed } from './kinds.ts';

// 总裁信箱: whoever works in the company writes to the general manager, and nobody between reads it (S11).

/** What a letter holds: ids and figures; its words stand apart, and of one without a name nothing says who wrote it. */
export interface MailboxFacts extends Record<string, unknown> {
  need: MailboxNeed;
  signed: boolean;
  /** The day they are to speak, in Shanghai, as 2026-06-12. */
  talkOn?: string | null;
  /** Until when whoever wrote may say whether they spoke: frozen when it was written down. */
  silentBy?: string | null;
  /** The document it was answered by. */
  document?: string;
}

export const mailboxFacts = (state: Pick<ErrandState, 'facts'>): MailboxFacts => state.facts as MailboxFacts;
const isSigned = ({ facts }: Pick<ErrandState, 'facts'>) => facts.signed === true;

/** Who reads a letter now: whoever is general manager, and whoever signed it. Nobody stands in. */
export const readersOf = (state: Pick<ErrandState, 'facts' | 'giver'>, staff: readonly Holder[]): string[] => [
  ...new Set([...holdersOf('generalManager', staff), ...(isSigned(state) ? [state.giver] : [])]),
];

/** What somebody is to a letter: its writer, if they signed it, or whoever answers it. */
export function relationsToLetter(person: string, state: Pick<ErrandState, 'facts' | 'giver'>, staff: readonly Holder[]): ErrandRelation[] {
  if (isSigned(state) && state.giver === person) return ['giver'];
  return holdersOf('generalManager', staff).includes(person) ? ['holder'] : [];
}

export type MailboxAction = 'arrangeTalk' | 'moveTalk' | 'recordTalk' | 'answerByDocument' | 'confirmTalk' | 'denyTalk' | 'takeBackLetter';
export type MailboxPromise = 'mailbox_answered' | 'mailbox_talk';

const MAILBOX = ['mailbox'] as const;
const THEIRS = ['holder'] as const;
const WRITERS = ['giver'] as const;

const silentBy = ({ facts }: Pick<ErrandState, 'facts'>): Date | null => {
  const by = mailboxFacts({ facts }).silentBy;
  return by ? new Date(by) : null;
};

/** Nobody said yet whether they spoke, and the days of silence are not over, whether or not anybody looked. */
const isUnanswered = (letter: ErrandState, now: Date) => isSigned(letter) && now <= (silentBy(letter) ?? now);

/** The clock alone closes what whoever wrote was asked about and never answered (S11). */
export function lettersMove(letter: ErrandState): { at: Date; did: 'confirmed_by_silence' } | null {
  const by = letter.kind === 'mailbox' && letter.status === 'returned' ? silentBy(letter) : null;
  return by && { at: new Date(by.getTime() + 1), did: 'confirmed_by_silence' };
}

// Nobody can be asked back who did not sign. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const MAILBOX_ROWS: readonly (ErrandRow & { action: MailboxAction })[] = [
  { action: 'arrangeTalk',      label: '约一天当面谈',       kinds: MAILBOX, from: ['given'],          to: 'taken',     does: ['talk_named'], by: THEIRS,  needs: isSigned, clause: 'S11', since: '2026-01-01' },
  { action: 'moveTalk',         label: '改约一天',           kinds: MAILBOX, from: ['taken'],          to: null,        does: ['talk_moved'], by: THEIRS,  needs: isSigned, clause: 'S11', since: '2026-01-01' },
  { action: 'recordTalk',       label: '谈过了，记下说好的', kinds: MAILBOX, from: ['given', 'taken'], to: 'returned',  does: ['returned'],  by: THEIRS,  needs: isSigned, clause: 'S11', since: '2026-01-01' },
  { action: 'answerByDocument', label: '用公司文件答复',     kinds: MAILBOX, from: ['given', 'taken'], to: 'closed',    does: ['answered'],  by: THEIRS,                   clause: 'S11', since: '2026-01-01' },
  { action: 'confirmTalk',      label: '谈过了',             kinds: MAILBOX, from: ['returned'],       to: 'closed',    does: ['verified'],  by: WRITERS, needs: isUnanswered, clause: 'S11', since: '2026-01-01' },
  { action: 'denyTalk',         label: '没有谈过',           kinds: MAILBOX, from: ['returned'],       to: 'given',     does: ['sent_back'], by: WRITERS, needs: isUnanswered, clause: 'S11', since: '2026-01-01' },
  { action: 'takeBackLetter',   label: '撤回',               kinds: MAILBOX, from: ['given'],          to: 'withdrawn', does: ['withdrawn'], by: WRITERS, needs: isSigned, clause: 'S11', since: '2026-01-01' },
];

const isLetter = ({ kind }: ErrandState) => kind === 'mailbox';
const GONE = ['withdrawn'] as const;

// Late, nobody hears of it but whoever answers and whoever waits. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const MAILBOX_PROMISES: readonly PromiseRow<ErrandState, MailboxPromise, ErrandEventName>[] = [
  { rule: 'mailbox_answered', what: 'mailbox_answered', label: '答复总裁信箱',   clause: 'S11', since: '2026-01-01', opens: { given: 'given', sent_back: 'sent_back' }, when: isLetter, due: days('mailboxDays'), keeps: ['talk_named', 'returned', 'answered'], drops: GONE, owedBy: 'generalManager', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
  { rule: 'mailbox_talk',     what: 'mailbox_talk',     label: '按约好的日子谈', clause: 'S11', since: '2026-01-01', opens: { talk_named: 'talk_named', talk_moved: 'talk_moved' }, when: isLetter, due: named,   keeps: ['returned', 'answered'],          drops: [...GONE, 'talk_moved'], owedBy: 'generalManager', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
];

/**
 * S11: a letter lies before the general manager.
 * @param writer who signed it; null for one without a name, of which nothing is kept that says whose it is
 * @param key what makes a letter without a name the only one, however often it is sent
 * @throws Problem `mailbox/nobody` where nobody is general manager, or only who writes
 */
export function decideWriting(
  { need, writer, key }: { need: MailboxNeed; writer: string | null; key?: string },
  staff: readonly Holder[],
): ErrandDecision {
  const [holder] = holdersOf(
    'generalManager',
    staff.filter(({ person }) => person !== writer),
  );
  if (!holder) throw new Problem('mailbox/nobody', holdersOf('generalManager', staff).length > 0 ? '您就是总经理，写给自己没有人答复' : undefined);
  const of: MailboxFacts = { need, signed: writer !== null };
  return { did: 'given', facts: { kind: 'mailbox', holder, giver: writer ?? holder, ...(key ? { key } : {}), of } };
}

/** The day they are to speak, and until when that holds. @throws Problem `request/invalid` for a day that has passed, or lies too far off */
function talkFacts(talkOn: string, settings: Settings, now: Date) {
  if (talkOn < isoDay(now)) throw refuseField('talkOn', '这一天已经过去了');
  if (talkOn > isoDay(new Date(now.getTime() + settings.mailboxDays * DAY))) throw refuseField('talkOn', `请约 ${settings.mailboxDays} 天以内的一天`);
  const dueBy = new Date(shanghaiTime(`${talkOn} 00:00`).getTime() + DAY).toISOString();
  return { dueBy, of: { talkOn } };
}

/** S11: a day is named on which they speak. @throws Problem `request/invalid` for a day that has passed, or lies too far off */
export const decideTalk = (talkOn: string, settings: Settings, now: Date): ErrandDecision => ({
  did: 'talk_named',
  facts: talkFacts(talkOn, settings, now),
});

/** S11: another day, for a reason whoever wrote reads; it is owed anew, and a day that was missed stays missed. @throws Problem `request/invalid` as `decideTalk`, and for the same day */
export function decideMoving(state: Pick<ErrandState, 'facts'>, talkOn: string, settings: Settings, now: Date): ErrandDecision {
  if (talkOn === mailboxFacts(state).talkOn) throw refuseField('talkOn', '约的就是这一天，请选别的一天');
  return { did: 'talk_moved', facts: talkFacts(talkOn, settings, now) };
}

/** S11: they spoke, says whoever answers; whoever wrote has so many days to say otherwise. */
export const decideHeld = (settings: Settings, now: Date): ErrandDecision => ({
  did: 'returned',
  facts: { of: { silentBy: endOfDayAfter(now, settings.mailboxSilenceDays).toISOString() } },
});

/** S11: they did not speak; it is owed again from now on. */
export const decideDenial = (settings: Settings, now: Date): ErrandDecision => ({
  did: 'sent_back',
  facts: { dueBy: endOfDayAfter(now, settings.mailboxDays).toISOString(), of: { talkOn: null, silentBy: null } },
});

/** A day of Shanghai as people say it: 6月12日. */
function sayTalkDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** Where a letter stands, as one would say it. @param isMine to whoever wrote it */
export function sayMailboxStanding({ status, facts, happened }: Pick<ErrandState, 'status' | 'facts' | 'happened'>, isMine: boolean): string {
  const { talkOn } = mailboxFacts({ facts });
  if (status === 'given') return happened.sent_back ? '说没有谈过，等总经理再答复' : '等总经理答复';
  if (status === 'taken' && talkOn) return `${happened.talk_moved ? '改到' : '定了'} ${sayTalkDay(talkOn)}当面谈`;
  if (status === 'returned') return isMine ? '总经理记下和您谈过了，请您说是不是' : '总经理记下谈过了，等写信的人说是不是';
  if (status === 'withdrawn') return '撤回了';
  if (happened.confirmed_by_silence) return `${isMine ? '您' : '写信的人'}没有回话，当作谈过了`;
  return happened.answered ? '公司用文件答复了' : '当面谈过了';
}
