import { DEPARTMENTS, type Department, type Holder, RELATION_HOLDERS, sayPost } from '../kernel/people.ts';
import { holdersOf, standsInFor } from '../kernel/routing.ts';
import { relationsToLetter } from '../mailbox/mailbox.ts';
import type { ErrandState, Unit } from './errand.ts';

/** What somebody is to one errand. Its rows name these. */
export type ErrandRelation = 'giver' | 'agent' | 'holder' | 'receiver' | 'director' | 'quality' | 'leadership' | 'worksHere';

/** The departments an estate has, and those of the company. */
export const ESTATE_DEPARTMENTS = ['serviceCentre', 'engineering', 'security', 'environment'] as const satisfies readonly Department[];
export const COMPANY_DEPARTMENTS = ['quality', 'hr', 'finance', 'office'] as const satisfies readonly Department[];

/** Whether a department is one of the company's. */
export const isOfCompany = (department: string): department is (typeof COMPANY_DEPARTMENTS)[number] =>
  (COMPANY_DEPARTMENTS as readonly string[]).includes(department);

const POST_OF: Partial<Record<Department, Holder['role']>> = { quality: 'quality', hr: 'hr', finance: 'finance' };

/** Whether a post heads a unit: its department's head, or the role the company names for it. */
const isHeadOf =
  ({ department, atHeadOffice }: Unit) =>
  (holder: Holder): boolean =>
    holder.atHeadOffice === atHeadOffice &&
    ((department === 'engineering' && RELATION_HOLDERS.head(holder)) ||
      holder.role === POST_OF[department] ||
      (holder.role === 'departmentHead' && holder.department === department));

const UNITS: readonly Unit[] = [
  ...ESTATE_DEPARTMENTS.map((department) => ({ department, atHeadOffice: false })),
  ...COMPANY_DEPARTMENTS.map((department) => ({ department, atHeadOffice: true })),
];

/** The units a post heads: those of its own office, or of the company. */
export const unitsHeadedBy = (post: Holder): Unit[] => UNITS.filter((unit) => isHeadOf(unit)(post));

/** Who heads a unit now; where nobody does, the estate's director or the management representative, and so on up (D2). */
export function headsOf(unit: Unit, staff: readonly Holder[]): string[] {
  const heads = staff.filter(isHeadOf(unit)).map((holder) => holder.person);
  return heads.length > 0 ? [...new Set(heads)] : holdersOf(unit.atHeadOffice ? 'managementRepresentative' : 'director', staff);
}

/** Where an errand is, as every list says it: its department, else the one whoever answers for it by name heads, else their post. */
export function sayWhere({ unit }: Pick<ErrandState, 'unit'>, post: Holder | null): string {
  const headed = unit ?? (post && unitsHeadedBy(post)[0]);
  if (headed) return DEPARTMENTS[headed.department];
  return post ? sayPost(post.role, post.department) : '';
}

export type StandInRole = 'agent' | 'director' | 'quality';
const STOOD_IN_FOR: readonly StandInRole[] = ['agent', 'director', 'quality'];

/** Which posts of an estate and of the company somebody stands in for, because nobody holds them: who hears of what they owe owes it. @param staff the estate's and the company's */
export const standsInAt = (person: string, staff: readonly Holder[]): { roles: StandInRole[]; units: Unit[] } => ({
  roles: STOOD_IN_FOR.filter((role) => standsInFor(role, person, staff, '')),
  units: UNITS.filter((unit) => !staff.some(isHeadOf(unit)) && headsOf(unit, staff).includes(person)),
});

/** Who heads where an errand went, but for whoever gave it: nobody answers what they ask themselves. */
export const receiversOf = ({ unit, holder, giver }: Pick<ErrandState, 'unit' | 'holder' | 'giver'>, staff: readonly Holder[]): string[] =>
  unit
    ? headsOf(
        unit,
        staff.filter((one) => one.person !== giver),
      )
    : [holder];

/** What a person is to an errand. @param staff who is left to see it, its office's and the company's */
export function relationsToErrand(person: string, state: ErrandState, staff: readonly Holder[]): ErrandRelation[] {
  // Between whoever writes to the general manager and whoever answers stands nobody (S11).
  if (state.kind === 'mailbox') return relationsToLetter(person, state, staff);
  const posts = staff.filter((holder) => holder.person === person);
  if (posts.length === 0) return [];
  const here = posts.filter((holder) => !holder.atHeadOffice);
  const relations: [ErrandRelation, boolean][] = [
    ['giver', state.giver === person],
    ['agent', here.some(RELATION_HOLDERS.agent) || holdersOf('agent', staff).includes(person)],
    ['holder', state.holder === person],
    ['receiver', state.unit !== null && receiversOf(state, staff).includes(person)],
    ['director', here.some(RELATION_HOLDERS.director)],
    ['quality', posts.some((post) => post.atHeadOffice && RELATION_HOLDERS.quality(post)) || standsInFor('quality', person, staff, '')],
    ['worksHere', here.length > 0],
    ['leadership', posts.some((post) => post.atHeadOffice && RELATION_HOLDERS.leadership(post))],
  ];
  return relations.filter(([, holds]) => holds).map(([relation]) => relation);
}
