import { refuseField } from '../kernel/problem.ts';

/** Why a colleague looks at a resident's number; the resident reads it too (A1). */
export const REVEAL_REASONS = {
  appointment: '约上门时间',
  details: '问清情况',
  nobody_home: '到了门口没人',
  return_visit: '回访',
  other: '其他',
} as const;

export type RevealReason = keyof typeof REVEAL_REASONS;

/** Why a number was looked at, as it is read: with a ticket somebody says it, with a survey's list of calls it is what the list is for (S12). */
export const LOOKED_BECAUSE = { ...REVEAL_REASONS, survey: '打电话问满意度调查' } as const;
export type LookReason = keyof typeof LOOKED_BECAUSE;

/** Looking again within these minutes at the same number, for the same ticket, is one look on the list [ours]. */
export const ONE_LOOK_MINUTES = 10;

/** A1: each look has its reason; 其他 says which in words. @throws Problem `request/invalid` */
export function decideReveal(input: { reason: RevealReason; words: string }): { reason: RevealReason; words: string | null } {
  if (input.reason === 'other' && input.words === '') throw refuseField('words', '选了“其他”，请写一下为什么要看');
  return { reason: input.reason, words: input.words || null };
}
