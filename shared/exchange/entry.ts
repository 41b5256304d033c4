import { DEPARTMENTS, type Department, RELATION_HOLDERS } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import { DAY } from '../kernel/time.ts';
import { type ExchangeKind, exchangeKindOf } from './kinds.ts';

/** What is written of one piece of information; a later version is written whole. */
export interface ExchangeText {
  /** From whom. */
  source: string;
  title: string;
  words: string;
  /** What became of it, where that is known. */
  outcome: string;
  /** The department it concerns, or that passed a customer's matter on. */
  department: Department | null;
  /** From which day it holds, of what came from outside. */
  holdsFrom: string | null;
}

/** An entry as its last version left it. */
export interface ExchangeStand extends ExchangeText {
  kind: ExchangeKind;
  version: number;
  /** Who registered it first. */
  author: string;
  /** Who wrote the last version. */
  by: string;
}

type Post = { role: string; department: string | null };

const MANAGES: readonly string[] = ['departmentHead', 'fieldSupervisor', 'complaintsOfficer', 'hr', 'finance'];

/** Who keeps a book of what is worth knowing: service centre, heads, directors, and who answers for something at the company (D6). */
export const mayRegister = (post: Post): boolean => Object.values(RELATION_HOLDERS).some((holds) => holds(post)) || MANAGES.includes(post.role);

/** What came from outside anybody may hand to the quality department (D8). */
export const mayNote = (kind: ExchangeKind, posts: readonly Post[]): boolean =>
  exchangeKindOf(kind).outside ? posts.length > 0 : posts.some(mayRegister);

/** Who puts an entry right and photographs it: whoever registered it, the director of its office, the quality department. */
export const mayAmend = (
  { id, appointments }: { id: string; appointments: readonly (Post & { officeId: string; atHeadOffice?: boolean })[] },
  { author, officeId, outside }: { author: string; officeId: string; outside: boolean },
): boolean =>
  // What is of an estate is of those who work there; what came from outside is the company's.
  (author === id && (outside ? appointments.length > 0 : appointments.some((post) => post.atHeadOffice || post.officeId === officeId))) ||
  appointments.some((post) => RELATION_HOLDERS.quality(post) || (post.officeId === officeId && RELATION_HOLDERS.director(post)));

/** Received longer ago, it is history. */
export const RECEIVED_WITHIN_DAYS = 366;

/**
 * An entry as it is kept.
 * @throws Problem `request/invalid` naming the field
 */
export function checkExchange(kind: ExchangeKind, text: ExchangeText, receivedAt: Date, now: Date): ExchangeText {
  const { outside } = exchangeKindOf(kind);
  if (receivedAt > now) throw refuseField('receivedAt', '收到的时间不能在现在之后');
  if (now.getTime() - receivedAt.getTime() > RECEIVED_WITHIN_DAYS * DAY) throw refuseField('receivedAt', '收到的时间太早了');
  if (kind === 'forwarded' && text.department === null) throw refuseField('department', '请选是哪个部门转来的');
  if (!outside && text.holdsFrom !== null) throw refuseField('holdsFrom', '只有外来的才写从哪天起');
  // What became of what came from outside, its units say.
  if (outside && text.outcome !== '') throw refuseField('outcome', '外来的由各部门回话，这里不写');
  return text;
}

const isSameText = (a: ExchangeText, b: ExchangeText) =>
  (['source', 'title', 'words', 'outcome', 'department', 'holdsFrom'] as const).every((field) => a[field] === b[field]);

/**
 * The version that follows when an entry that was read is put right, or said what became of it. What was sent twice, and what changes nothing, makes none.
 * @throws Problem `exchange/changed` where another version stands by now
 */
export function decideAmending(stand: ExchangeStand, { version, by, text }: { version: number; by: string; text: ExchangeText }) {
  const isSame = isSameText(stand, text);
  if (isSame && (stand.version === version || (stand.version === version + 1 && stand.by === by))) return { version: stand.version, isNew: false };
  if (stand.version !== version) throw new Problem('exchange/changed');
  return { version: version + 1, isNew: true };
}

/** A department as it is read; of none nothing. */
export const sayDepartment = (department: string | null): string => (department ? DEPARTMENTS[department as Department] : '');
