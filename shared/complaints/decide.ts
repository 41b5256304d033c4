import type { Channel } from '../intake/channels.ts';
import { type Holder, isStaffTo, RELATION_HOLDERS, type Relation, type Role } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import type { Settings } from '../kernel/settings.ts';
import { endOfDayAfter, isoDay } from '../kernel/time.ts';
import { AGREE_WITHIN_DAYS, CARRY_OUT_WITHIN_DAYS, type Decision, type Given, inTheFuture } from '../tickets/decision.ts';
import type { Taken } from '../tickets/receipt.ts';
import {
  type Against,
  type CommitteePost,
  type CommitteeTold,
  type Complaint,
  type Door,
  type Level,
  peopleOf,
  postsOf,
  type UnnamedAnswer,
} from './complaint.ts';
import { escalationOf, handedUp, isAtOffice, leadershipLeft } from './escalation.ts';
import { isMajor } from './major.ts';

/** What a complainant, or whoever takes it down, says of a complaint. */
export interface Circumstances {
  /** Whoever complains. */
  author: string;
  /** Colleagues who live there too. */
  atHome: readonly string[];
  door: Door;
  against: readonly Against[];
  /** People by name, where they are known. */
  accused: readonly string[];
  compensation: boolean;
  danger: boolean;
  media: boolean;
}

/** What is known of it, before anybody decided who handles it. */
type Matter = Omit<Complaint, 'level' | 'why' | 'custody'>;

/** Nobody's name where nobody of the company lives there. */
const livingThere = ({ atHome }: Pick<Circumstances, 'atHome'>) => (atHome.length > 0 ? { atHome } : {});

const NOTHING_MORE = { letIn: [], saidMajor: false, unsolved: false, handedUp: false, plan: [] } as const;

const HIGHEST: readonly Level[] = ['managementRepresentative', 'leadership'];

/** Who handles it now, and whether it leaves the office (C1–C3, readings 16, Z9). */
function route(matter: Matter, staff: readonly Holder[], now: Date): Complaint {
  const row = escalationOf({ ...matter, leadershipLeft: leadershipLeft(matter.accused, staff) }, isoDay(now));
  // What was taken to the top stays there, and out of the office for good.
  const leaves = HIGHEST.includes(row.to) || matter.against.includes('director') || matter.against.includes('leadership') || matter.compensation;
  return { ...matter, level: row.to, why: row.name, custody: leaves ? 'company' : 'office' };
}

/** Somebody of the company must be left to handle it. */
const ABOVE_THE_OFFICE: readonly Role[] = ['quality', 'complaintsOfficer', 'managementRepresentative', 'leadership', 'generalManager'];
const isSomebodyLeft = (accused: readonly string[], staff: readonly Holder[]): boolean =>
  staff.some((holder) => ABOVE_THE_OFFICE.includes(holder.role) && !accused.includes(holder.person));

/**
 * People named, and whoever holds a post that is complained about without a name. Where that would leave nobody of the company, the general manager is not meant by
 * a post alone.
 * @throws Problem `request/invalid` where everybody is named who could handle it
 */
function accusedBy({ against, accused }: Pick<Circumstances, 'against' | 'accused'>, staff: readonly Holder[]) {
  const named = postsOf(accused, staff);
  const unnamed = against.filter((post) => !named.includes(post));
  const posts = [...new Set([...against, ...named])];
  const meant = peopleOf(unnamed, staff);
  const all = [...new Set([...accused, ...meant])];
  if (isSomebodyLeft(all, staff)) return { against: posts, accused: all };
  const stays = staff.filter((holder) => holder.role === 'generalManager').map((holder) => holder.person);
  const without = [...new Set([...accused, ...meant.filter((person) => !stays.includes(person))])];
  if (!isSomebodyLeft(without, staff)) throw refuseField('accused', '总要留一位公司的人来处理');
  return { against: posts, accused: without };
}

/** C2: until when the office has to solve it itself; what has left it has no such date. */
const officeUntil = (complaint: Complaint, from: Date, settings: Settings): Record<string, string> =>
  isAtOffice(complaint) ? { officeBy: endOfDayAfter(from, settings.officeComplaintDays).toISOString() } : {};

/** A complaint is received, at the door that was chosen; who handles it is decided at once (C1–C3). It is its author's own matter among residents. */
export function decideComplain(
  input: Circumstances & { keyCustomer: boolean; unnamed?: boolean; taken?: Taken },
  staff: readonly Holder[],
  settings: Settings,
  at: Date,
): Decision {
  const { keyCustomer, unnamed, taken, author, door, compensation, danger, media } = input;
  const complaint = route(
    { ...NOTHING_MORE, ...livingThere(input), author, door, compensation, danger, media, ...accusedBy(input, staff) },
    staff,
    at,
  );
  const facts = { kind: 'complaint', category: 'unsorted', urgency: 'general', clause: 'C1', place: 'home', onlyMine: true, keyCustomer, complaint };
  return { did: 'received', facts: { ...facts, ...officeUntil(complaint, at, settings), ...(unnamed ? { unnamed } : {}), ...taken } };
}

/** I3: a word that came as something else is a complaint; its history stays, its promises run from receipt. */
export function decideBecomeComplaint({ state, settings, now }: Given, input: Circumstances, staff: readonly Holder[]): Decision {
  const { author, door, compensation, danger, media } = input;
  const complaint = route(
    { ...NOTHING_MORE, ...livingThere(input), author, door, compensation, danger, media, ...accusedBy(input, staff) },
    staff,
    now,
  );
  return { did: 'became_complaint', facts: { complaint, ...officeUntil(complaint, state.roundBeganAt, settings) } };
}

const complaintOf = ({ state }: Given): Complaint => {
  if (!state.complaint) throw new Problem('ticket/action-refused');
  return state.complaint;
};

const isSame = (one: Complaint, other: Complaint) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Who is meant, and what it is about, named now or later: the wall closes, and who handles it is decided anew (C3). A complainant adds, and takes nothing back; whoever
 * handles it also says who was not meant, never that it is less.
 * @throws Problem `request/invalid` for what changes nothing
 */
export function decidePoint(
  given: Given,
  input: { against: readonly Against[]; accused: readonly string[]; compensation: boolean; danger: boolean; media: boolean },
  staff: readonly Holder[],
  relations: readonly Relation[],
): Decision {
  const before = complaintOf(given);
  const adds = !isStaffTo(relations);
  // A post that was named before means whoever held it then: a successor is not accused.
  const fresh = input.against.filter((post) => !before.against.includes(post));
  const named = accusedBy({ against: fresh, accused: adds ? [...before.accused, ...input.accused] : input.accused }, staff);
  const posts = adds ? [...before.against, ...named.against] : [...input.against, ...named.against];
  // What somebody said of it stands: nobody makes a complaint less than it was.
  const matter: Matter = {
    ...before,
    against: [...new Set(posts)],
    accused: named.accused,
    compensation: input.compensation || before.compensation,
    danger: input.danger || before.danger,
    media: input.media || before.media,
  };
  const complaint = route(matter, staff, given.now);
  // It does not come back down into the hands of whoever it was taken from: what is out of the office stays out.
  const settled = before.custody === 'company' ? { ...complaint, custody: before.custody, ...notBelow(before, complaint) } : complaint;
  if (isSame(before, settled)) throw refuseField('against', '和现在记的一样');
  return { did: 'walled', facts: { complaint: settled, ...officeUntil(settled, given.state.roundBeganAt, given.settings) } };
}

const notBelow = (before: Complaint, after: Complaint): Partial<Complaint> => (isAtOffice(after) ? { level: before.level, why: before.why } : {});

/** C2: whoever handles it cannot solve it; it goes one level up. @throws Problem `ticket/action-refused` at the top */
export function decideEscalate(given: Given): Decision {
  const before = complaintOf(given);
  const { level, why } = handedUp(before, isoDay(given.now));
  if (level === before.level) throw new Problem('ticket/action-refused', '已经到最上面了');
  return { did: 'escalated', facts: { level, why } };
}

/** C5: the formal written reply. */
export const decideFormalReply = (_: Given): Decision => ({ did: 'formally_replied', facts: {} });

/**
 * Z9: the owners' committee was told that there is a complaint against leadership, and nothing else; by what way, when and whom by their post.
 * @throws Problem `request/invalid` for an instant before it was received, or in the future
 */
export function decideTellCommittee({ state, now }: Given, input: { toldAt: Date; channel: Channel; whom: CommitteePost }): Decision {
  if (input.toldAt > now) throw refuseField('toldAt', '还没到这个时间');
  if (input.toldAt < state.receivedAt) throw refuseField('toldAt', '那时还没有收到这件投诉');
  const committee: CommitteeTold = { at: input.toldAt.toISOString(), channel: input.channel, whom: input.whom };
  return { did: 'committee_told', facts: { committee } };
}

/** C10: where nobody said who they are: how it was answered where they may read it, or that there is no way to. */
export const decideAnswerUnnamed = (_: Given, { how }: { how: UnnamedAnswer }): Decision => ({ did: 'formally_replied', facts: { how } });

/** V4, readings 21: nobody to be asked; on record. */
export const decideNoContact = (_: Given): Decision => ({ did: 'no_contact', facts: {} });

/** C5, D3: not done yet; what was found so far, and by when the reply follows. @throws Problem `request/invalid` */
export const decideInterim = ({ now }: Given, input: { dueBy: Date }): Decision => ({
  did: 'interim_replied',
  facts: { dueBy: inTheFuture('dueBy', input.dueBy, now, AGREE_WITHIN_DAYS) },
});

/** C4: the corrective plan, step by step, each with its day. @throws Problem `request/invalid` */
export function decidePlan({ now }: Given, steps: readonly { id: string; dueBy: Date }[]): Decision {
  const plan = steps.map(({ id, dueBy }) => ({ id, dueBy: inTheFuture('steps', dueBy, now, CARRY_OUT_WITHIN_DAYS), done: false }));
  if (plan.some((step, index) => index > 0 && step.dueBy < plan[index - 1]!.dueBy)) throw refuseField('steps', '后一步的时间不能早于前一步');
  return { did: 'plan_set', facts: { plan, dueBy: plan[0]!.dueBy } };
}

/** The step of the plan that is next. */
const nextStep = ({ complaint }: Pick<Given['state'], 'complaint'>) => complaint?.plan.find((step) => !step.done);

/** C4: the next step is done; the one after it is due on its day. @throws Problem `ticket/action-refused` */
export function decideStepDone({ state }: Given): Decision {
  const step = nextStep(state);
  if (!step) throw new Problem('ticket/action-refused', '方案都做完了');
  const after = state.complaint!.plan.find((one) => !one.done && one.id !== step.id);
  return { did: 'step_done', facts: { step: step.id, ...(after ? { dueBy: after.dueBy } : {}) } };
}

/** C6: root cause and preventive action; the words are colleagues' to read. */
export const decideCause = (_: Given): Decision => ({ did: 'cause_recorded', facts: {} });

/** C11: reviewed jointly; who took part and what was concluded stands in words. */
export const decideReview = (_: Given): Decision => ({ did: 'reviewed', facts: {} });

/** Readings 17: the quality department says that it is a major one. @throws Problem `ticket/action-refused` */
export function decideMajor(given: Given): Decision {
  if (isMajor(given.state)) throw new Problem('ticket/action-refused', '已经是重大投诉了');
  return { did: 'called_major', facts: {} };
}

/** C7: the corrective action report, and the draft of what every colleague is to be told, without whose complaint it was. */
export const decideReportMajor = (_: Given): Decision => ({ did: 'major_reported', facts: {} });

/** C7: the company's bulletin goes to every colleague. */
export const decideIssueBulletin = (_: Given): Decision => ({ did: 'bulletin_issued', facts: {} });

/** Whoever oversees the office's matters by their post may be let in; others have no page to read it on. */
export const mayBeLetIn = (holder: Holder): boolean =>
  !holder.atHeadOffice && (RELATION_HOLDERS.agent(holder) || RELATION_HOLDERS.head(holder) || RELATION_HOLDERS.director(holder));

/** C3: leadership lets a colleague of the office in, by name. @throws Problem `request/invalid` for somebody complained about, or no colleague of the office */
export function decideLetIn(given: Given, input: { person: string }, staff: readonly Holder[]): Decision {
  const { accused, letIn } = complaintOf(given);
  if (accused.includes(input.person)) throw refuseField('person', '被投诉的人不能看');
  if (letIn.includes(input.person)) throw refuseField('person', '已经请这位同事看了');
  if (!staff.some((holder) => holder.person === input.person && mayBeLetIn(holder))) throw refuseField('person', '请选本小区的客服、主管或主任');
  return { did: 'let_in', facts: { person: input.person } };
}

/** C8: the complainant is satisfied; it is not closed by that alone (C4, C6). */
export const decideSatisfied = (_: Given): Decision => ({ did: 'confirmed', facts: {} });

/** C8, C2: not solved. What the office did not solve goes to the quality department at once. */
export const decideUnsatisfied = (_: Given): Decision => ({ did: 'reopened', facts: {} });

/** C4, C6, C8: closed, with the complainant satisfied; it may be opened again for some days (Z1). */
export const decideConclude = ({ now, settings }: Given): Decision => ({
  did: 'concluded',
  facts: { reopenBy: endOfDayAfter(now, settings.reopenDays).toISOString() },
});

/** C8: nobody can be reached: put on file, never as solved; the complainant may open it again at any time. */
export const decideFileUnheard = (_: Given): Decision => ({ did: 'closed_unheard', facts: {} });
