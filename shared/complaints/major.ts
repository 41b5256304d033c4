import type { Settings } from '../kernel/settings.ts';
import type { TicketState } from '../tickets/ticket.ts';

/** Readings 17: so many households complained of the same within the days that count together; the quality department decides. */
export const mayBeMajor = (households: number, { majorHouseholds }: Pick<Settings, 'majorHouseholds'>): boolean => households >= majorHouseholds;

/** Readings 17: compensation or the director (C3), danger, the media, or the quality department says so. */
export function isMajor({ complaint }: Pick<TicketState, 'complaint'>): boolean {
  if (!complaint) return false;
  return complaint.compensation || complaint.against.includes('director') || complaint.danger || complaint.media || complaint.saidMajor;
}
