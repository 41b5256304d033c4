import type { Book, PromiseRow } from '../kernel/promises.ts';
import type { Settings } from '../kernel/settings.ts';
import { dayDigits, type OpeningHours } from '../kernel/time.ts';
import { REPAIR_PROMISES } from '../repairs/promises.ts';
import type { TicketEventName, TicketKind, TicketState } from './ticket.ts';

/** What a kind of ticket is made of; a new kind is an entry here and its rows. */
export interface Kind {
  label: string;
  /** Its letters in the numbers people speak. */
  letters: string;
  promises: readonly PromiseRow<TicketState>[];
  /** The bar a resident sees: from received on, each step and the event that reaches it. */
  steps: readonly { label: string; did: TicketEventName }[];
}

export const KINDS: Record<TicketKind, Kind> = {
  repair: {
    label: '报修',
    letters: 'BX',
    promises: REPAIR_PROMISES as readonly PromiseRow<TicketState>[],
    steps: [
      { label: '已收到', did: 'received' },
      { label: '已派人', did: 'dispatched' },
      { label: '师傅到了', did: 'arrived' },
      { label: '修好了', did: 'finished' },
      { label: '您确认', did: 'confirmed' },
    ],
  },
};

/** The rules and figures a ticket of this kind is settled under. */
export function bookFor(kind: TicketKind, settings: Settings, openingHours: OpeningHours): Book<TicketState> {
  return { rows: KINDS[kind].promises, settings, openingHours };
}

/** The series a ticket's number is drawn from: estate, kind, day in Shanghai: WT-BX-261121. */
export function seriesOf(officeLetters: string, kind: TicketKind, receivedAt: Date): string {
  return `${officeLetters}-${KINDS[kind].letters}-${dayDigits(receivedAt)}`;
}

/** The number people speak: WT-BX-261121-007. A gap in the running part means nothing. */
export function ticketNumber(series: string, running: number): string {
  return `${series}-${String(running).padStart(3, '0')}`;
}
