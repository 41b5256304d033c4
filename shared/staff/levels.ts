import { type Department, RELATION_HOLDERS, type Role } from '../kernel/people.ts';
import { type Dated, inForce } from '../kernel/rules.ts';

/** A post as filling it looks at it. */
export interface Post {
  officeId: string;
  role: Role;
  department: string | null;
}

/** Who fills posts: the director of an estate its own, the company (品质管理部、人事行政部、公司领导) its own and the directors', the general manager the leadership's. */
export type Filler = 'director' | 'company' | 'generalManager';

export interface LevelRow extends Dated {
  role: Role;
  at: 'estate' | 'headOffice';
  /** How high it stands: nobody fills what stands as high as they do, or higher. */
  level: number;
  /** The departments it may belong to; one goes without asking, none has none. */
  departments: readonly Department[];
  filledBy: Filler;
  /** Filled by whoever holds it, who hands it on. */
  handsOn?: true;
  /** Who may also send its holder a code: a code gives no post, and somebody may lose their phone. */
  invitedBy?: Role;
  clause: 'A1';
}

// Which post stands where, and who fills it. A row that has been in force is never edited: add its successor.
// biome-ignore format: a table reads best as one
export const LEVELS: readonly LevelRow[] = [
  { role: 'agent',                    at: 'estate',     level: 1, departments: ['serviceCentre'],                                             filledBy: 'director',       clause: 'A1', since: '2026-01-01' },
  { role: 'technician',               at: 'estate',     level: 1, departments: ['engineering'],                                               filledBy: 'director',       clause: 'A1', since: '2026-01-01' },
  { role: 'fieldSupervisor',          at: 'estate',     level: 2, departments: ['engineering', 'security', 'environment'],                    filledBy: 'director',       clause: 'A1', since: '2026-01-01' },
  { role: 'engineeringSupervisor',    at: 'estate',     level: 2, departments: ['engineering'],                                               filledBy: 'director',       clause: 'A1', since: '2026-01-01' },
  { role: 'departmentHead',           at: 'estate',     level: 2, departments: ['serviceCentre', 'engineering', 'security', 'environment'],   filledBy: 'director',       clause: 'A1', since: '2026-01-01' },
  { role: 'director',                 at: 'estate',     level: 3, departments: [],                                                            filledBy: 'company',        clause: 'A1', since: '2026-01-01' },
  { role: 'complaintsOfficer',        at: 'headOffice', level: 1, departments: ['quality'],                                                   filledBy: 'company',        clause: 'A1', since: '2026-01-01' },
  { role: 'returnVisitCaller',        at: 'headOffice', level: 1, departments: ['quality'],                                                   filledBy: 'company',        clause: 'A1', since: '2026-01-01' },
  { role: 'finance',                  at: 'headOffice', level: 2, departments: ['finance'],                                                   filledBy: 'company',        clause: 'A1', since: '2026-01-01' },
  { role: 'departmentHead',           at: 'headOffice', level: 2, departments: ['quality', 'hr', 'finance', 'office'],                        filledBy: 'company',        clause: 'A1', since: '2026-01-01' },
  { role: 'quality',                  at: 'headOffice', level: 4, departments: ['quality'],                                                   filledBy: 'company',        clause: 'A1', since: '2026-01-01' },
  { role: 'hr',                       at: 'headOffice', level: 4, departments: ['hr'],                                                        filledBy: 'company',        clause: 'A1', since: '2026-01-01' },
  { role: 'managementRepresentative', at: 'headOffice', level: 5, departments: ['office'],                                                    filledBy: 'generalManager', clause: 'A1', since: '2026-01-01' },
  { role: 'leadership',               at: 'headOffice', level: 5, departments: ['office'],                                                    filledBy: 'generalManager', clause: 'A1', since: '2026-01-01' },
  { role: 'generalManager',           at: 'headOffice', level: 6, departments: ['office'],                                                    filledBy: 'generalManager', handsOn: true, invitedBy: 'leadership', clause: 'A1', since: '2026-01-01' },
];

const NEWEST = '9999-12-31';

/** The rows in force, of an estate or of the head office. */
export const levelsAt = (at: LevelRow['at'], day = NEWEST): LevelRow[] =>
  inForce(LEVELS, day, (row) => `${row.role} ${row.at}`).filter((row) => row.at === at);

const placeOf = (post: Pick<Post, 'officeId'>, headOffices: readonly string[]) => (headOffices.includes(post.officeId) ? 'headOffice' : 'estate');

/** The row of a post; undefined where no such post stands at such an office. */
export const levelOf = (post: Pick<Post, 'officeId' | 'role'>, headOffices: readonly string[]): LevelRow | undefined =>
  levelsAt(placeOf(post, headOffices)).find((row) => row.role === post.role);

/** Which posts make somebody a filler, and of which sort. */
const FILLS: Readonly<Record<Filler, (own: Post, post: Pick<Post, 'officeId'>, isCompanys: boolean) => boolean>> = {
  director: (own, post, isCompanys) => !isCompanys && RELATION_HOLDERS.director(own) && own.officeId === post.officeId,
  company: (own, _, isCompanys) => isCompanys && (RELATION_HOLDERS.quality(own) || own.role === 'hr' || RELATION_HOLDERS.leadership(own)),
  generalManager: (own, _, isCompanys) => isCompanys && own.role === 'generalManager',
};

/** Whether somebody of these posts fills this one: one below their own level, or their own to hand on. */
export function fills(posts: readonly Post[], post: Pick<Post, 'officeId' | 'role'>, headOffices: readonly string[]): boolean {
  const row = levelOf(post, headOffices);
  if (!row) return false;
  return posts.some((own) => {
    const isCompanys = placeOf(own, headOffices) === 'headOffice';
    const level = levelOf(own, headOffices)?.level ?? 0;
    return FILLS[row.filledBy](own, post, isCompanys) && (level > row.level || (row.handsOn === true && own.role === row.role));
  });
}

/** Whether somebody of these posts may send a code to whoever holds this one: who fills it, or who is named for that. */
export const invitesTo = (posts: readonly Post[], post: Pick<Post, 'officeId' | 'role'>, headOffices: readonly string[]): boolean =>
  fills(posts, post, headOffices) || posts.some((own) => own.role === levelOf(post, headOffices)?.invitedBy);

/** Whether a post of somebody is the company's to fill, whatever else they do. */
export const isCompanys = (post: Pick<Post, 'officeId' | 'role'>, headOffices: readonly string[]): boolean =>
  levelOf(post, headOffices)?.filledBy !== 'director';
