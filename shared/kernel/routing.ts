import { type Holder, headsServiceCentre, RELATION_HOLDERS, type Role } from './people.ts';
import { inForce } from './rules.ts';

/** Whom a row names: a role, a department's head, the person who owes, or the residents who follow. */
export type Addressee =
  | Exclude<Role, 'engineeringSupervisor'>
  | 'head'
  | 'serviceCentreHead'
  | 'owner'
  | 'assignee'
  | 'formerAssignee'
  | 'firstContact'
  | 'praised'
  | 'handler'
  | 'letIn'
  | 'residents';

/** A routing row: the first that matches wins, and says why. */
export interface Route<Case> {
  /** What a successor takes over from. */
  name: string;
  when: (given: Case) => boolean;
  to: readonly Addressee[];
  clause: string;
  since: string;
}

/** The first row in force on `day` that matches, or undefined. Rows stand in order of precedence. */
export function routeOf<Case, Row extends Route<Case>>(rows: readonly Row[], given: Case, day: string): Row | undefined {
  return inForce(rows, day, (row) => row.name).find((row) => row.when(given));
}

/** Who stands above a role that nobody holds (people climb one level, never fall silent). */
const ABOVE: Partial<Record<Addressee, Addressee>> = {
  technician: 'head',
  agent: 'serviceCentreHead',
  serviceCentreHead: 'director',
  head: 'director',
  fieldSupervisor: 'director',
  departmentHead: 'director',
  director: 'quality',
  complaintsOfficer: 'quality',
  returnVisitCaller: 'quality',
  quality: 'managementRepresentative',
  managementRepresentative: 'leadership',
  leadership: 'generalManager',
};

const holds = (addressee: Addressee) => (holder: Holder) => {
  if (addressee === 'head') return !holder.atHeadOffice && RELATION_HOLDERS.head(holder);
  if (addressee === 'serviceCentreHead') return !holder.atHeadOffice && headsServiceCentre(holder);
  return holder.role === addressee;
};

/**
 * Whether somebody stands in for a role nobody holds: whoever hears for it may act for it.
 * @param barred whose own matter it is: a post held by them alone is as good as empty
 */
export function standsInFor(
  addressee: 'agent' | 'head' | 'director' | 'quality',
  person: string,
  holders: readonly Holder[],
  barred: string,
): boolean {
  const staff = holders.filter((holder) => holder.person !== barred);
  const isHeld = staff.some((holder) => holder.atHeadOffice === (addressee === 'quality') && RELATION_HOLDERS[addressee](holder));
  return !isHeld && holdersOf(addressee, staff).includes(person);
}

/** The people holding a role now; nobody → one level up, until somebody does. */
export function holdersOf(addressee: Addressee, staff: readonly Holder[]): string[] {
  const found = staff.filter(holds(addressee)).map((holder) => holder.person);
  if (found.length > 0) return [...new Set(found)];
  const above = ABOVE[addressee];
  return above ? holdersOf(above, staff) : [];
}
