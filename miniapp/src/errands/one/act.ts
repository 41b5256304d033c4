import { type ErrandDetail, errandRoutes } from '../../../../shared/contract/errands.ts';
import { ERRAND_ROUTES } from '../../../../shared/errands/routes.ts';
import { api } from '../../kernel/api.ts';
import type { Asked } from '../../kernel/ask.ts';
import { useSend } from '../../kernel/send.ts';

export type ErrandAct = keyof typeof ERRAND_ROUTES;

/** What somebody is doing with one errand: sends it, and draws it as it stands then. */
export function useErrandWork(id: string, asked: Asked<ErrandDetail & { now: string }>) {
  const sending = useSend();
  /** @returns true where it was done; what was typed stays where it was refused */
  async function act(action: ErrandAct, fields: Record<string, unknown> = {}): Promise<boolean> {
    const name = ERRAND_ROUTES[action];
    const route = errandRoutes[name];
    const call = api[name] as unknown as (input: Record<string, unknown>, options: { key: string }) => Promise<{ id: string }>;
    if (!(await sending.send({ id, ...fields }, call, route.params.extend(route.body.shape)))) return false;
    await asked.again();
    return true;
  }
  return { id, act, busy: sending.busy, refused: sending.refused, forgive: sending.forgive };
}

export type ErrandWork = ReturnType<typeof useErrandWork>;
