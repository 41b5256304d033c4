/** Every role of the manual's glossary, with the word the company uses for it. */
// prettier-ignore
export const ROLES = {
  agent: { label: '客服', at: 'estate' },
  technician: { label: '维修师傅', at: 'estate' },
  engineeringSupervisor: { label: '工程主管', at: 'estate' },
  fieldSupervisor: { label: '专业主管', at: 'estate' },
  departmentHead: { label: '部门负责人', at: 'both' },
  director: { label: '主任', at: 'estate' },
  quality: { label: '品质管理部', at: 'headOffice' },
  complaintsOfficer: { label: '客诉专员', at: 'headOffice' },
  returnVisitCaller: { label: '回访专人', at: 'headOffice' },
  hr: { label: '人事行政部', at: 'headOffice' },
  finance: { label: '财务核算中心', at: 'headOffice' },
  managementRepresentative: { label: '管理者代表', at: 'headOffice' },
  leadership: { label: '公司领导', at: 'headOffice' },
  generalManager: { label: '总经理', at: 'headOffice' },
} as const;

export type Role = keyof typeof ROLES;

export const DEPARTMENTS = {
  serviceCentre: '服务中心',
  engineering: '工程部',
  security: '秩序维护部',
  environment: '环境部',
  quality: '品质管理部',
  hr: '人事行政部',
  finance: '财务核算中心',
  office: '总经办',
} as const;

export type Department = keyof typeof DEPARTMENTS;

/** A post as people say it: 工程主管, 服务中心负责人; nobody's post is a resident's. */
export function sayPost(role: string | null, department: string | null): string {
  if (role === null) return '住户';
  if (role === 'departmentHead' && department) return `${DEPARTMENTS[department as Department]}负责人`;
  return ROLES[role as Role].label;
}

/** Whom the house tells, by role: 主任, 工程主管, 服务中心负责人. */
export function sayAddressee(addressee: string): string {
  if (addressee === 'head') return ROLES.engineeringSupervisor.label;
  if (addressee === 'serviceCentreHead') return sayPost('departmentHead', 'serviceCentre');
  return ROLES[addressee as Role]?.label ?? addressee;
}

/** A name as it is shown; of whoever was removed by rule, that it was. */
export const sayName = (name: string) => name || '（姓名已清除）';

/**
 * What somebody is to one ticket. Lifecycle rows name these, never bare roles.
 * Who reported it did so for good; `resident` is who may act as one: the reporter or the household, while they live there; `author` the reporter
 * alone, as long. `fellow` reported the same matter, and their own ticket was merged into this one (Z3). `agentInstead` is the agent of what was done by somebody
 * who works here no more: what was theirs to ask falls to the service centre. `handler` holds the level that handles a complaint. `caller` makes the company's own
 * calls, and is nobody to a ticket that was not drawn (V1).
 */
export const RELATIONS = [
  'reporter',
  'author',
  'household',
  'resident',
  'follower',
  'fellow',
  'assignee',
  'firstContact',
  'agent',
  'agentInstead',
  'head',
  'director',
  'quality',
  'leadership',
  'handler',
  'caller',
] as const;

export type Relation = (typeof RELATIONS)[number];

/** Relations that make somebody a colleague, who sees names, internal words and the whole ledger. */
const STAFF_RELATIONS: readonly Relation[] = ['assignee', 'firstContact', 'agent', 'head', 'director', 'quality', 'leadership', 'handler', 'caller'];

/** Relations that make a ticket one's own. */
const OWN_RELATIONS: readonly Relation[] = ['reporter', 'household'];

/** Whether somebody is a colleague to a ticket: by what they are to it, and never to one of their own, or to one theirs was merged into. */
export function isStaffTo(relations: readonly Relation[]): boolean {
  const isTheirs = relations.some((relation) => OWN_RELATIONS.includes(relation) || relation === 'fellow');
  return relations.some((relation) => STAFF_RELATIONS.includes(relation)) && !isTheirs;
}

/** Whether a ticket is one's own: reported by them, or by the home they live in. */
export const isOwnTo = (relations: readonly Relation[]): boolean => relations.some((relation) => OWN_RELATIONS.includes(relation));

/** Whether somebody sees a ticket only because they follow it: how it goes, never whose it is. */
export const isOnlyFollowing = (relations: readonly Relation[]): boolean =>
  relations.includes('follower') && !isOwnTo(relations) && !isStaffTo(relations);

type Post = { role: string; department: string | null };

const heads = (department: Department) => (post: Post) => post.role === 'departmentHead' && post.department === department;

/** Who heads the service centre of an office. */
export const headsServiceCentre = heads('serviceCentre');

/** Which posts make somebody what to a ticket. Sight, buttons and who hears of things all ask this table. */
export const RELATION_HOLDERS = {
  agent: (post: Post) => post.role === 'agent' || headsServiceCentre(post),
  head: (post: Post) => post.role === 'engineeringSupervisor' || heads('engineering')(post),
  director: (post: Post) => post.role === 'director',
  quality: (post: Post) => post.role === 'quality',
  leadership: (post: Post) => ['leadership', 'generalManager', 'managementRepresentative'].includes(post.role),
} as const;

/** The complaints officer of the company (C1). */
export const handlesComplaints = (post: { role: string }): boolean => post.role === 'complaintsOfficer';

/** Whoever the company appoints to call those who were drawn (V1): somebody of the company, never of the estate whose work it is. */
export const makesReturnCalls = (post: { role: string }): boolean => post.role === 'returnVisitCaller';

/** Whether whoever holds a matter is no technician of its estate any more. */
export const hasLeft = (assignee: string | null, staff: readonly Holder[]): boolean =>
  assignee !== null && !staff.some((holder) => holder.person === assignee && holder.role === 'technician' && !holder.atHeadOffice);

/** One appointment in force, as routing sees it. */
export interface Holder {
  person: string;
  role: Role;
  department: Department | null;
  /** A post of the company, not of the estate: a department's head there heads no estate's department. */
  atHeadOffice: boolean;
  /** Held in the place of somebody on leave (Z15): who that is. */
  deputyFor?: string;
}
