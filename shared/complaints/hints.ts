import { inForce } from '../kernel/rules.ts';
import type { Hint } from '../remarks/suggest.ts';

// I3: residents need not know the kind.
export const COMPLAINT_HINTS: readonly Hint<'complaint'>[] = [
  {
    name: 'complains',
    kind: 'complaint',
    says: ['投诉', '态度差', '态度恶劣', '骂人', '不管', '没人管', '推脱', '乱收费', '赔偿', '赔我', '讨说法', '太过分', '差评'],
    clause: 'I3',
    since: '2026-01-01',
  },
];

/** Whether the words sound like a complaint. @param day the day whose rows hold */
export const soundsLikeComplaint = (words: string, day = '9999-12-31'): boolean =>
  inForce(COMPLAINT_HINTS, day, (row) => row.name).some((row) => row.says.some((word) => words.includes(word)));
