import { type Dated, inForce } from '../kernel/rules.ts';
import type { Status } from './ticket.ts';

export type HandBackReason = 'not_my_trade' | 'hands_full' | 'needs_supervisor' | 'parts' | 'cannot_come' | 'left' | 'away';

export interface HandBackRow extends Dated {
  code: HandBackReason;
  label: string;
  /** Where the technician is when it can be said. */
  from: readonly Status[];
  clause: 'R8';
}

const ANYWHERE: readonly Status[] = ['dispatched', 'on_site'];

// Why whoever was sent hands it back; nobody at home is no reason: that is put on record at the door (Z14). A row that has been in force is never edited: add its successor.
// biome-ignore format: a table reads best as one
export const HAND_BACK_REASONS: readonly HandBackRow[] = [
  { code: 'not_my_trade',     label: '不是我的工种', from: ANYWHERE,       clause: 'R8', since: '2026-01-01' },
  { code: 'hands_full',       label: '手上忙不过来', from: ['dispatched'], clause: 'R8', since: '2026-01-01' },
  { code: 'cannot_come',      label: '今天来不了',   from: ['dispatched'], clause: 'R8', since: '2026-01-01' },
  { code: 'needs_supervisor', label: '要主管看',     from: ANYWHERE,       clause: 'R8', since: '2026-01-01' },
  { code: 'parts',            label: '没有配件',     from: ['on_site'],    clause: 'R8', since: '2026-01-01' },
  // Said for them, by whoever ended their post or booked their leave.
  { code: 'left',             label: '师傅离开了这个岗位', from: [],       clause: 'R8', since: '2026-01-01' },
  { code: 'away',             label: '师傅请假了',   from: [],             clause: 'R8', since: '2026-01-01' },
];

/** Whether it was taken back from somebody who left or is away, and not handed back by them. */
export const isTakenBack = (code: unknown): boolean => code === 'left' || code === 'away';

const NEWEST = '9999-12-31';

/** The reasons that fit where the technician is. */
export const handBackReasonsFor = (status: Status, day = NEWEST): HandBackRow[] =>
  inForce(HAND_BACK_REASONS, day, (row) => row.code).filter((row) => row.from.includes(status));

/** A reason as people read it. */
export const sayHandBack = (code: unknown): string =>
  inForce(HAND_BACK_REASONS, NEWEST, (row) => row.code).find((row) => row.code === code)?.label ?? '';
