import { COMPLAINT_PROMISES } from '../complaints/promises.ts';
import type { Book, PromiseRow } from '../kernel/promises.ts';
import type { Settings } from '../kernel/settings.ts';
import { dayDigits, type OpeningHours } from '../kernel/time.ts';
import { REMARK_PROMISES } from '../remarks/promises.ts';
import { afterFinish, warrantyBy } from '../repairs/after.ts';
import { REPAIR_PROMISES } from '../repairs/promises.ts';
import { afterService, waitingForAcceptance } from '../services/after.ts';
import { SERVICE_PROMISES } from '../services/promises.ts';
import { KIND_LABELS, type TicketEventName, type TicketKind, type TicketState } from './ticket.ts';

/** What a kind of ticket is made of; a new kind is an entry here and its rows. */
export interface Kind {
  label: string;
  /** Its letters in the numbers people speak. */
  letters: string;
  promises: readonly PromiseRow<TicketState>[];
  /** The last instants that finishing freezes, those that a confirmation does, and those that the household is heard of or is out of reach, as facts of the event. */
  lasts: {
    afterFinish: (state: TicketState, at: Date, settings: Settings) => Record<string, string>;
    afterConfirm: (state: TicketState, at: Date, settings: Settings) => Record<string, string>;
    afterHeard: (state: TicketState, at: Date, settings: Settings) => Record<string, string>;
  };
  /** V5, C8: whoever is not satisfied does not close it: no low score is taken as a confirmation. */
  closesOnlyContent: boolean;
  /** The bar a resident sees: from received on, each step and the event that reaches it. */
  steps: readonly {
    label: string;
    did: TicketEventName /** What ends it without that. */;
    or?: readonly { label: string; did: TicketEventName }[];
  }[];
}

/** What is promised and waited for of every remark alike. */
const REMARK_KIND = {
  promises: REMARK_PROMISES as readonly PromiseRow<TicketState>[],
  lasts: { afterFinish: () => ({}), afterConfirm: () => ({}), afterHeard: () => ({}) },
  closesOnlyContent: false,
} as const;

const ANSWERED_STEP: Kind['steps'][number] = { label: '您知道了', did: 'confirmed', or: [{ label: '办完了', did: 'confirmed_by_silence' }] };

export const KINDS: Record<TicketKind, Kind> = {
  repair: {
    label: KIND_LABELS.repair,
    letters: 'BX',
    promises: REPAIR_PROMISES as readonly PromiseRow<TicketState>[],
    lasts: {
      afterFinish: (state, at, settings) => afterFinish(state.category, at, settings, state.partsMonths),
      afterConfirm: (state, at, settings) => ({ warrantyBy: warrantyBy(state.category, at, settings, state.partsMonths) }),
      afterHeard: () => ({}),
    },
    closesOnlyContent: false,
    steps: [
      { label: '已收到', did: 'received' },
      { label: '已派人', did: 'dispatched' },
      { label: '师傅到了', did: 'arrived' },
      { label: '修好了', did: 'finished' },
      {
        label: '您确认',
        did: 'confirmed',
        or: [
          { label: '视为修好', did: 'confirmed_by_silence' },
          { label: '主管看过', did: 'confirmed_by_head' },
        ],
      },
    ],
  },
  special_service: {
    label: KIND_LABELS.special_service,
    letters: 'TY',
    promises: SERVICE_PROMISES as readonly PromiseRow<TicketState>[],
    lasts: {
      afterFinish: (_state, at, settings) => afterService(at, settings),
      afterConfirm: () => ({}),
      afterHeard: ({ status, until }, at, settings) => (status === 'finished' ? waitingForAcceptance(at, settings, until.unheard) : {}),
    },
    closesOnlyContent: true,
    steps: [
      { label: '已收到', did: 'received' },
      { label: '约好了', did: 'dispatched' },
      { label: '上门了', did: 'arrived' },
      { label: '做好了', did: 'finished' },
      { label: '您验收', did: 'confirmed', or: [{ label: '没验收，先归档', did: 'closed_unheard' }] },
    ],
  },
  suggestion: {
    label: KIND_LABELS.suggestion,
    letters: 'JY',
    ...REMARK_KIND,
    steps: [
      { label: '已收到', did: 'received' },
      { label: '采纳了', did: 'adopted', or: [{ label: '有答复', did: 'declined' }] },
      {
        label: '做成了',
        did: 'carried_out',
        or: [
          { label: '没采纳', did: 'declined' },
          { label: '上级答复', did: 'answered_above' },
        ],
      },
      ANSWERED_STEP,
    ],
  },
  praise: {
    label: KIND_LABELS.praise,
    letters: 'BY',
    ...REMARK_KIND,
    steps: [
      { label: '已收到', did: 'received' },
      { label: '转告了', did: 'thanked' },
    ],
  },
  enquiry: {
    label: KIND_LABELS.enquiry,
    letters: 'ZX',
    ...REMARK_KIND,
    steps: [{ label: '已收到', did: 'received' }, { label: '答复了', did: 'replied' }, ANSWERED_STEP],
  },
  complaint: {
    label: KIND_LABELS.complaint,
    letters: 'TS',
    ...REMARK_KIND,
    promises: COMPLAINT_PROMISES as readonly PromiseRow<TicketState>[],
    closesOnlyContent: true,
    steps: [
      { label: '已收到', did: 'received' },
      { label: '书面答复', did: 'formally_replied' },
      { label: '您满意', did: 'confirmed', or: [{ label: '没联系上', did: 'closed_unheard' }] },
      { label: '结案', did: 'concluded', or: [{ label: '先归档', did: 'closed_unheard' }] },
    ],
  },
};

/** The rules and figures a ticket of this kind is settled under. */
export function bookFor(kind: TicketKind, settings: Settings, openingHours: OpeningHours): Book<TicketState> {
  return { rows: KINDS[kind].promises, settings, openingHours };
}

/** Every rule of every kind, each once: what several kinds owe alike is one row. */
export const EVERY_PROMISE: readonly PromiseRow<TicketState>[] = [...new Set(Object.values(KINDS).flatMap((kind) => kind.promises))];

/** The series a ticket's number is drawn from: estate, kind, day in Shanghai: WT-BX-261121. */
export function seriesOf(officeLetters: string, kind: TicketKind, receivedAt: Date): string {
  return `${officeLetters}-${KINDS[kind].letters}-${dayDigits(receivedAt)}`;
}

/** Kinds whose numbers do not run on: none can be counted by them. */
export const RANDOM_NUMBERS: readonly TicketKind[] = ['complaint'];

/** The number people speak: WT-BX-261121-007. A gap in the running part means nothing; a complaint's four digits are drawn, WT-TS-261121-4830. */
export function ticketNumber(series: string, running: number, digits = 3): string {
  return `${series}-${String(running).padStart(digits, '0')}`;
}
