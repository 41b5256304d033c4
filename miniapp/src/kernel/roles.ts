import type { Session } from '../../../shared/contract/session.ts';
import { sayPost } from '../../../shared/kernel/people.ts';

type Appointment = Session['appointments'][number];

/** A post, and for whom somebody stands in: 主任（代郑涛）. */
export const sayOwnPost = ({ role, department, deputyFor }: Appointment): string =>
  deputyFor ? `${sayPost(role, department)}（代${deputyFor}）` : sayPost(role, department);

/** All of somebody's work in one line, each once. */
export const sayRoles = (appointments: readonly Appointment[]): string => [...new Set(appointments.map(sayOwnPost))].join('、');
