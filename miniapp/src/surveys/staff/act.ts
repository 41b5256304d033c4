import type { SurveyAction } from '../../../../shared/surveys/rows.ts';
import { api } from '../../kernel/api.ts';
import { useSend } from '../../kernel/send.ts';

/** What a colleague is doing with one survey: sends it, and draws it as it stands then. */
export function useSurveyWork(id: string, again: () => Promise<unknown>) {
  const sending = useSend();
  /** @returns true where it was done; what was typed stays where it was refused */
  async function act(action: Exclude<SurveyAction, 'concludeSurvey'>, fields: Record<string, unknown> = {}): Promise<boolean> {
    const call = api[action] as unknown as (input: Record<string, unknown>, options: { key: string }) => Promise<{ id: string }>;
    if (!(await sending.send({ id, ...fields }, call))) return false;
    await again();
    return true;
  }
  return { id, act, busy: sending.busy, refused: sending.refused, forgive: sending.forgive };
}

export type SurveyWork = ReturnType<typeof useSurveyWork>;
