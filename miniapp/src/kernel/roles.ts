import type { Session } from '../../../shared/contract/session.ts';
import { DEPARTMENTS, ROLES } from '../../../shared/kernel/people.ts';

type Appointment = Session['appointments'][number];

/** An appointment as people say it: 服务中心负责人, 工程主管. */
export function sayRole({ role, department }: Pick<Appointment, 'role' | 'department'>): string {
  return role === 'departmentHead' && department ? `${DEPARTMENTS[department]}负责人` : ROLES[role].label;
}

/** All of somebody's work in one line, each once. */
export const sayRoles = (appointments: readonly Appointment[]): string => [...new Set(appointments.map(sayRole))].join('、');
