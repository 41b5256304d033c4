import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import type { Afterwards } from './after.ts';

/** What each of the forms behind 催一下 and 更多 is given. */
export interface OtherProps {
  ticket: TicketDetail;
  afterwards: Afterwards;
  now: Date;
  onDone: () => void;
}
