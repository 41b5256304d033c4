import type { ErrandDetail } from '../../../../shared/contract/errands.ts';
import { API } from '../../../../shared/contract/index.ts';
import { api } from '../../kernel/api.ts';
import type { Asked } from '../../kernel/ask.ts';
import { useSend } from '../../kernel/send.ts';

/** Which route does what a row allows. */
const ROUTE_OF = {
  take: 'takeErrand',
  progress: 'progressErrand',
  giveBack: 'giveBackErrand',
  sendBack: 'sendBackErrand',
  receiveBack: 'receiveErrand',
  verify: 'verifyErrand',
  withdraw: 'withdrawErrand',
  answerNotice: 'answerNotice',
  lead: 'leadErrand',
  tellResident: 'tellResident',
  reach: 'reachErrand',
  registerUrgent: 'registerErrand',
  report: 'reportErrand',
  writeReport: 'writeReport',
  handOn: 'handErrandOn',
  answerLetter: 'answerLetter',
  fileLetter: 'fileLetter',
  copyLetter: 'copyLetter',
} as const;

export type ErrandAct = keyof typeof ROUTE_OF;

/** What somebody is doing with one errand: sends it, and draws it as it stands then. */
export function useErrandWork(id: string, asked: Asked<ErrandDetail & { now: string }>) {
  const sending = useSend();
  /** @returns true where it was done; what was typed stays where it was refused */
  async function act(action: ErrandAct, fields: Record<string, unknown> = {}): Promise<boolean> {
    const name = ROUTE_OF[action];
    const route = API[name];
    const call = api[name] as unknown as (input: Record<string, unknown>, options: { key: string }) => Promise<{ id: string }>;
    if (!(await sending.send({ id, ...fields }, call, route.params.extend(route.body.shape)))) return false;
    await asked.again();
    return true;
  }
  return { id, act, busy: sending.busy, refused: sending.refused, forgive: sending.forgive };
}

export type ErrandWork = ReturnType<typeof useErrandWork>;
