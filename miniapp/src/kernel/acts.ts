import { Complained, TakenComplaint } from '../../../shared/contract/complaints.ts';
import { dutyRoutes } from '../../../shared/contract/duties.ts';
import { errandRoutes } from '../../../shared/contract/errands.ts';
import { Intake } from '../../../shared/contract/intake.ts';
import { Remark, TakenRemark } from '../../../shared/contract/remarks.ts';
import { serviceRoutes } from '../../../shared/contract/services.ts';
import { saysSomething, ticketCommands } from '../../../shared/contract/ticket-commands.ts';
import type { Done } from '../../../shared/contract/tickets.ts';
import { Report } from '../../../shared/contract/tickets.ts';
import { ERRAND_KINDS, type ErrandKind } from '../../../shared/errands/errand.ts';
import type { z } from '../../../shared/kernel/zod.ts';
import { api } from './api.ts';

export type Act =
  | 'report'
  | 'speak'
  | 'complain'
  | 'intake'
  | 'takeRemark'
  | 'takeComplaint'
  | 'say'
  | 'confirm'
  | 'reopen'
  | 'verify'
  | 'redo'
  | 'accept'
  | 'arrive'
  | 'finish'
  | 'complete'
  | 'note'
  | 'urge'
  | 'change'
  | 'cancel'
  | 'recordRound'
  | 'giveErrand';

/** What has arrived, and what it is called: by its number, or by its name where it has none. */
export type Arrived = Pick<Done, 'id' | 'number' | 'version'>;

interface ActRow {
  /** What was said, where it waits in a list. */
  label: string;
  schema: z.ZodObject;
  /** What the photos are that belong to it and go before it. */
  shotsAs?: 'result' | 'message';
  call: (body: Record<string, unknown>, options: { key: string }) => Promise<Arrived>;
}

const call = (act: Exclude<Act, 'verify' | 'redo' | 'recordRound' | 'giveErrand'>) => api[act] as unknown as ActRow['call'];
const { say, confirm, reopen, accept, arrive, finish, note, urge, change, cancel } = ticketCommands;
const NOTE = note.params.extend(note.body.shape).refine(...saysSomething);
// Its photos are named once they have arrived.
const FINISH = finish.params.extend(finish.body.shape).omit({ photoIds: true });
const { complete } = serviceRoutes;
const COMPLETE = complete.params.extend(complete.body.shape).omit({ photoIds: true });
const { recordRound } = dutyRoutes;
const SAY = say.params.extend(say.body.shape).refine(...saysSomething);

/** What can be said while nothing answers. Another act is one line here, and its page sends through `useQueuedSend`. */
// biome-ignore format: a table reads best as one
export const ACTS: Record<Act, ActRow> = {
  report:  { label: '报修',     call: call('report'),  schema: Report },
  speak:   { label: '有话想说', call: call('speak'),   schema: Remark },
  complain: { label: '投诉',    call: call('complain'), schema: Complained },
  intake:  { label: '记一件',   call: call('intake'),  schema: Intake },
  takeRemark: { label: '记一句话', call: call('takeRemark'), schema: TakenRemark },
  takeComplaint: { label: '记一件投诉', call: call('takeComplaint'), schema: TakenComplaint },
  say:     { label: '留言',     call: call('say'),     schema: SAY, shotsAs: 'message' },
  confirm: { label: '确认修好', call: call('confirm'), schema: confirm.params.extend(confirm.body.shape) },
  reopen:  { label: '没修好',   call: call('reopen'),  schema: reopen.params.extend(reopen.body.shape) },
  verify:  { label: '验收',     call: call('confirm'), schema: confirm.params.extend(confirm.body.shape) },
  redo:    { label: '没做好',   call: call('reopen'),  schema: reopen.params.extend(reopen.body.shape) },
  accept:  { label: '接下',     call: call('accept'),  schema: accept.params.extend(accept.body.shape) },
  arrive:  { label: '到场',     call: call('arrive'),  schema: arrive.params.extend(arrive.body.shape) },
  finish:  { label: '修好了',   call: call('finish'),  schema: FINISH, shotsAs: 'result' },
  complete: { label: '做好了',  call: call('complete'), schema: COMPLETE, shotsAs: 'result' },
  note:    { label: '记给同事', call: call('note'),    schema: NOTE, shotsAs: 'message' },
  urge:    { label: '催一下',   call: call('urge'),    schema: urge.params.extend(urge.body.shape) },
  change:  { label: '改一改',   call: call('change'),  schema: change.params.extend(change.body.shape) },
  cancel:  { label: '撤回',     call: call('cancel'),  schema: cancel.params.extend(cancel.body.shape) },
  recordRound: { label: '定期要做的事', schema: recordRound.params.extend(recordRound.body.shape), call: async (body, options) => {
    const { id, title } = await api.recordRound(body as never, options);
    return { id, number: title, version: 0 };
  } },
  giveErrand: { label: '单子', schema: errandRoutes.giveErrand.body, call: async (body, options) =>
    ({ ...(await api.giveErrand(body as never, options)), number: ERRAND_KINDS[body.kind as ErrandKind] }) },
};

export const actOf = (name: string): ActRow | undefined => ACTS[name as Act];
