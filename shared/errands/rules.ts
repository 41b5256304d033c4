import { hearersOfDuty } from '../duties/duty.ts';
import type { Holder } from '../kernel/people.ts';
import { type Promised, pointsAt } from '../kernel/promises.ts';
import { type Addressee, holdersOf } from '../kernel/routing.ts';
import { type Hearers, owersOf, type Story, type SubjectRules } from '../kernel/subject.ts';
import { ERRAND_KINDS, type ErrandEvent, type ErrandEventName, type ErrandState, errandSubject, followErrand } from './errand.ts';
import { copiedTo, type LetterCopy } from './letter.ts';
import { ERRAND_PROMISES } from './promises.ts';
import { receiversOf } from './relations.ts';

export type ErrandStory = Story<ErrandState>;

/** Whom a step of the ladder, or a miss, tells. */
function climbs(event: ErrandEvent, promise: Promised | undefined, state: ErrandState, staff: readonly Holder[]): string[] {
  if (!promise) return [];
  // Whoever held it and left is followed by whoever heads the department now.
  const hasLeft = promise.owedBy !== null && !staff.some((holder) => holder.person === promise.owedBy);
  const owers = hasLeft ? receiversOf(state, staff) : owersOf(promise, staff);
  if (event.did === 'warned') return owers;
  if (event.did === 'missed') return [...owers, state.giver];
  return holdersOf(String(event.facts.step).slice('told_'.length) as Addressee, staff);
}

/** Who hears of an event of an errand: whoever it is now with, and whoever waits for it. Never whoever did it, never a resident. */
function hearersOf(event: ErrandEvent, { state, ledger }: ErrandStory, staff: readonly Holder[]): Hearers {
  const promise = ledger.find((one) => pointsAt(event, one));
  const theirs = () => receiversOf(state, staff);
  // What is owed by the service centre it hears of, whoever wrote the slip.
  const giverOrAgents = () => [state.giver, ...(holdersOf('agent', staff).includes(state.giver) ? [] : holdersOf('agent', staff))];
  const given = () => (state.kind === 'urgent' ? [...theirs(), ...holdersOf('quality', staff), ...holdersOf('director', staff)] : theirs());
  const whole = () => [state.giver, ...theirs()];
  const hear: Record<ErrandEventName, () => readonly string[]> = {
    given,
    taken: () => [state.giver],
    progressed: () => [state.giver],
    returned: giverOrAgents,
    sent_back: theirs,
    received_back: theirs,
    verified: theirs,
    withdrawn: theirs,
    lead_changed: theirs,
    resident_told: () => [],
    reached: () => [...whole(), ...holdersOf('quality', staff)],
    registered: () => [state.giver],
    reported: () => holdersOf('managementRepresentative', staff),
    report_written: () => [state.giver, ...holdersOf('quality', staff), ...holdersOf('managementRepresentative', staff)],
    opened: () => [],
    done: () => [],
    lapsed: () => [],
    counted: () => [],
    handed_on: theirs,
    answered: () => [state.giver],
    filed: () => [state.giver],
    copied: () => copiedTo(event.facts.copies as readonly LetterCopy[], staff),
    warned: () => climbs(event, promise, state, staff),
    missed: () => climbs(event, promise, state, staff),
    told: () => climbs(event, promise, state, staff),
  };
  const stillHere = (person: string) => staff.some((holder) => holder.person === person);
  return {
    people: [...new Set(state.kind === 'duty' ? hearersOfDuty(event, state, staff) : hear[event.did]())].filter(
      (person) => person !== event.by && stillHere(person),
    ),
    residents: false,
    mustKnow: false,
  };
}

/** An errand as the ledger knows it. */
export const ERRAND_RULES: SubjectRules<ErrandState, ErrandEventName> = {
  follow: followErrand,
  subjectOf: errandSubject,
  bookFor: (_, settings, openingHours) => ({ rows: ERRAND_PROMISES, settings, openingHours }),
  hearersOf,
};

const NEWS: Record<ErrandEventName, string> = {
  given: '有一张单子交给您',
  taken: '对方接下了，答应了时间',
  progressed: '对方说了进展',
  returned: '办好了，等您收下',
  sent_back: '没办好，请再办',
  received_back: '结果已经收下',
  verified: '结果验证过了',
  withdrawn: '撤回了，不用办了',
  lead_changed: '牵头的部门变了',
  resident_told: '告诉住户了',
  reached: '相关的人都联系上了',
  registered: '品质管理部登记了',
  reported: '有一件紧急的事报给您',
  report_written: '纠正和预防措施报告写好了',
  warned: '快到时间了',
  missed: '超时了',
  told: '超时了，请看看',
  opened: '打开了',
  done: '做好了',
  lapsed: '这一轮没有做',
  counted: '到时间没有做',
  handed_on: '交给您了',
  answered: '答复了',
  filed: '存档了，不用答复',
  copied: '有一封重要的来信抄送给您',
};

const LETTER_NEWS: Partial<Record<string, string>> = { given: '有一封来信请您负责', handed_on: '有一封来信改由您负责' };

/** One line of the inbox about an errand, with what it was about where a promise is meant. */
export function sayErrandNews(did: string, facts: Record<string, unknown>): string {
  const promised = ERRAND_PROMISES.find((row) => row.what === facts.what);
  const words = (facts.kind === 'letter' ? LETTER_NEWS[did] : undefined) ?? NEWS[did as ErrandEventName] ?? '有新进展';
  return promised ? `${promised.label}：${words}` : words;
}

export const sayErrandKind = (kind: string): string => ERRAND_KINDS[kind as keyof typeof ERRAND_KINDS] ?? kind;
