import { channelOf } from '../intake/channels.ts';
import type { Holder, Role } from '../kernel/people.ts';

/** Who handles a complaint, lowest first; the label stands in 到公司领导. */
export const LEVELS = {
  office: { label: '小区服务中心', role: 'agent' },
  director: { label: '主任', role: 'director' },
  quality: { label: '品质管理部', role: 'complaintsOfficer' },
  managementRepresentative: { label: '管理者代表', role: 'managementRepresentative' },
  leadership: { label: '公司领导', role: 'leadership' },
} as const satisfies Record<string, { label: string; role: Role }>;

export type Level = keyof typeof LEVELS;

/** The two doors, each with its own line (C1). */
export const DOORS = { office: '小区服务中心', company: '公司品质管理部' } as const;
export type Door = keyof typeof DOORS;
export const DOOR_NAMES = Object.keys(DOORS) as [Door, ...Door[]];

/** Whom a complaint is against, as people say it; the posts each means at an estate or at the company. */
export const AGAINST = {
  technician: { label: '维修师傅', roles: ['technician'] },
  agent: { label: '客服', roles: ['agent'] },
  head: { label: '主管、部门负责人', roles: ['engineeringSupervisor', 'fieldSupervisor', 'departmentHead'] },
  director: { label: '主任', roles: ['director'] },
  company: { label: '公司别的部门', roles: ['hr', 'finance'] },
  quality: { label: '品质管理部', roles: ['quality', 'complaintsOfficer', 'returnVisitCaller'] },
  managementRepresentative: { label: '管理者代表', roles: ['managementRepresentative'] },
  leadership: { label: '公司领导', roles: ['leadership', 'generalManager'] },
} as const satisfies Record<string, { label: string; roles: readonly Role[] }>;

export type Against = keyof typeof AGAINST;
export const AGAINST_NAMES = Object.keys(AGAINST) as [Against, ...Against[]];

/** How a complaint nobody put a name to was answered (C10, readings 21). */
export const UNNAMED_ANSWERS = { public: '在公开的地方答复了', nobody: '无从答复' } as const;
export type UnnamedAnswer = keyof typeof UNNAMED_ANSWERS;
export const UNNAMED_ANSWER_NAMES = Object.keys(UNNAMED_ANSWERS) as [UnnamedAnswer, ...UnnamedAnswer[]];

/** Who of the owners' committee was told: their post, never their name; or that the estate has none (Z9). */
export const COMMITTEE = { chair: '业委会主任', deputy: '业委会副主任', member: '业委会委员', secretary: '业委会秘书', none: '没有业委会' } as const;
export type CommitteePost = keyof typeof COMMITTEE;
export const COMMITTEE_POSTS = Object.keys(COMMITTEE) as [CommitteePost, ...CommitteePost[]];

/** When, how and whom of the owners' committee: that there is a complaint against leadership, and nothing of it (Z9). */
export interface CommitteeTold {
  at: string;
  channel: string;
  whom: CommitteePost;
}

/** By what way the committee was told; a call is a call, by whichever line. */
export const sayToldBy = (channel: string): string => (channelOf(channel)?.kind === 'call' ? '电话' : (channelOf(channel)?.label ?? ''));

/** One step of a corrective plan: its words stand in the thread under this id. */
export interface PlanStep {
  id: string;
  dueBy: string;
  done: boolean;
}

/** What a complaint has that no other kind has. */
export interface Complaint {
  door: Door;
  /** Whoever complains: never who handles it, and never asked in somebody's stead. */
  author: string;
  /** Colleagues who live where it comes from: it is as good as their own. Complaints older than this know of none. */
  atHome?: readonly string[];
  /** Who handles it, by which row of the routing table. */
  level: Level;
  why: string;
  /** Whether the office keeps it, or it has left the office (C3). */
  custody: Door;
  against: readonly Against[];
  /** The people complained about, in whatever role: it is walled from them (C3). */
  accused: readonly string[];
  /** Colleagues of the office whom leadership lets in by name, once it has left the office. */
  letIn: readonly string[];
  compensation: boolean;
  danger: boolean;
  media: boolean;
  /** Whether the quality department said that it is a major one (readings 17). */
  saidMajor: boolean;
  /** The office did not solve it (C2). */
  unsolved: boolean;
  /** Handed up by whoever handled it. */
  handedUp: boolean;
  plan: readonly PlanStep[];
  /** None yet, or none is owed; complaints older than this know nothing of it. */
  committee?: CommitteeTold | null;
}

const isOf = (against: Against, holder: Holder): boolean => {
  const isAtHome = ['technician', 'agent', 'head', 'director'].includes(against) !== holder.atHeadOffice;
  if (against === 'company') return holder.atHeadOffice && ['hr', 'finance', 'departmentHead'].includes(holder.role);
  return isAtHome && (AGAINST[against].roles as readonly Role[]).includes(holder.role);
};

/** The people a post means at this moment: whoever holds it now (roles become people when they are named). */
export const peopleOf = (against: readonly Against[], staff: readonly Holder[]): string[] => [
  ...new Set(staff.filter((holder) => against.some((one) => isOf(one, holder))).map((holder) => holder.person)),
];

/** What posts these people hold now, as a complaint names them. */
export const postsOf = (people: readonly string[], staff: readonly Holder[]): Against[] =>
  AGAINST_NAMES.filter((one) => staff.some((holder) => people.includes(holder.person) && isOf(one, holder)));
