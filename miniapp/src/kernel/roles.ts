import type { Session } from '../../../shared/contract/session.ts';
import { sayPost } from '../../../shared/kernel/people.ts';

type Appointment = Session['appointments'][number];

/** All of somebody's work in one line, each once. */
export const sayRoles = (appointments: readonly Appointment[]): string =>
  [...new Set(appointments.map((one) => sayPost(one.role, one.department)))].join('、');
