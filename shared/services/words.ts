import { CANCEL_REASONS, type CancelReason } from '../tickets/own.ts';
import type { Status } from '../tickets/ticket.ts';

/** Where an order stands, as a sheet of orders has it. */
export const ORDER_STANDS: Record<Status | 'unheard', string> = {
  received: '还没安排',
  dispatched: '约好了',
  on_site: '人到了',
  finished: '做好了，等验收',
  closed: '办完了',
  unheard: '没验收，先归档',
  cancelled: '取消了',
};

/** Why an order was taken back, in words that fit it. */
export const sayServiceCancel = (why: CancelReason): string =>
  ({ mended: '不用做了', by_mistake: '订错了', somebody_else: '找了别人做', other: CANCEL_REASONS.other })[why] ?? CANCEL_REASONS[why];
