import type { Done } from '../../../shared/contract/tickets.ts';
import { Report, ticketRoutes } from '../../../shared/contract/tickets.ts';
import type { z } from '../../../shared/kernel/zod.ts';
import { api } from './api.ts';

export type Act = 'report' | 'say' | 'confirm' | 'reopen';

interface ActRow {
  /** What was said, where it waits in a list. */
  label: string;
  schema: z.ZodObject;
  call: (body: Record<string, unknown>, options: { key: string }) => Promise<Done>;
}

const call = (act: Act) => api[act] as unknown as ActRow['call'];
const { say, confirm, reopen } = ticketRoutes;
const SAY = say.params
  .extend(say.body.shape)
  .refine((given) => given.words !== '' || given.photoIds.length > 0, { path: ['words'], message: '请写几个字，或者放一张照片' });

/** What can be said while nothing answers. Another act is one line here, and its page sends through `useQueuedSend`. */
// biome-ignore format: a table reads best as one
export const ACTS: Record<Act, ActRow> = {
  report:  { label: '报修',     call: call('report'),  schema: Report },
  say:     { label: '留言',     call: call('say'),     schema: SAY },
  confirm: { label: '确认修好', call: call('confirm'), schema: confirm.params.extend(confirm.body.shape) },
  reopen:  { label: '没修好',   call: call('reopen'),  schema: reopen.params.extend(reopen.body.shape) },
};

export const actOf = (name: string): ActRow | undefined => ACTS[name as Act];
