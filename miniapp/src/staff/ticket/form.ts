import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import type { Work } from './work.ts';

/** What a small form gets; it closes when done. */
export interface FormProps {
  ticket: TicketDetail;
  work: Work;
  now: Date;
  onDone: () => void;
}
