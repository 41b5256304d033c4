import { named } from '../kernel/due.ts';
import type { Ladder, PromiseRow } from '../kernel/promises.ts';
import type { ErrandEventName, ErrandState } from './errand.ts';
import type { ErrandRow } from './rows.ts';

export type LetterAction = 'answerLetter' | 'fileLetter' | 'copyLetter';

const LETTER = ['letter'] as const;
const OPEN = ['given'] as const;
/** Whoever answers for it, and who can name another. */
export const DESK = ['giver', 'agent', 'director', 'quality'] as const;

// A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const LETTER_ROWS: readonly ErrandRow[] = [
  { action: 'answerLetter',                              label: '记怎么答复的',       kinds: LETTER, from: OPEN,              to: 'closed',    does: ['answered'],  by: ['holder'],             clause: 'I14', since: '2026-01-01' },
  { action: 'fileLetter',                                label: '不用答复，存档',     kinds: LETTER, from: OPEN,              to: 'closed',    does: ['filed'],     by: ['holder'],             clause: 'I14', since: '2026-01-01' },
  { action: 'copyLetter',                                label: '抄送',               kinds: LETTER, from: ['given', 'closed'], to: null,      does: ['copied'],    by: ['holder', ...DESK],    clause: 'I14', since: '2026-01-01' },
  { action: 'handOn', name: 'hand on a letter',          label: '换人负责',           kinds: LETTER, from: OPEN,              to: null,        does: ['handed_on'], by: ['holder', ...DESK],    clause: 'I14', since: '2026-01-01' },
  { action: 'withdraw', name: 'withdraw a letter',       label: '登记错了，撤回',     kinds: LETTER, from: OPEN,              to: 'withdrawn', does: ['withdrawn'], by: ['giver'],              clause: 'I14', since: '2026-01-01' },
];

export const isLetter = ({ kind }: ErrandState) => kind === 'letter';

/** @param ladder who hears of a late one */
// biome-ignore format: a table reads best as one
export const letterPromises = (ladder: Ladder): readonly PromiseRow<ErrandState, 'letter_answered', ErrandEventName>[] => [
  { rule: 'letter_answered', what: 'letter_answered', label: '答复来信', clause: 'I14', since: '2026-01-01', opens: { given: 'given' }, when: isLetter, due: named, keeps: ['answered', 'filed'], drops: ['withdrawn'], owedBy: 'assignee', owedTo: 'company', ladder },
];
