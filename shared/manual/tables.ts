import { APPROVAL_PROMISES, APPROVALS } from '../approvals/approvals.ts';
import { ESCALATION, type EscalationRow } from '../complaints/escalation.ts';
import { COMPLAINT_HINTS } from '../complaints/hints.ts';
import { DRAWS } from '../draws/rows.ts';
import { KEPT_CHANNELS } from '../duties/channels.ts';
import { DUTIES, MISSES } from '../duties/rows.ts';
import type { ErrandState } from '../errands/errand.ts';
import { ERRAND_PROMISES } from '../errands/promises.ts';
import { ERRAND_ROWS } from '../errands/rows.ts';
import { EXCHANGE_KINDS } from '../exchange/kinds.ts';
import { CHANNELS } from '../intake/channels.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import type { SettingEntry } from '../kernel/settings.ts';
import { DAY, isoDay, shanghaiTime } from '../kernel/time.ts';
import { LIMITS } from '../limits/limits.ts';
import { TEMPLATES } from '../messages/templates.ts';
import { type Hint, REMARK_HINTS } from '../remarks/suggest.ts';
import { REPAIR_CATEGORIES, type RepairCategory } from '../repairs/categories.ts';
import { DANGERS, type DangerRow } from '../repairs/dangers.ts';
import { DISPATCH_SKILLS, DISPATCH_WEIGHTS } from '../repairs/dispatching.ts';
import { SUGGESTIONS, type SuggestionRow } from '../repairs/suggest.ts';
import { WISH_PARTS, type WishPart } from '../repairs/wishes.ts';
import { RETENTION } from '../retention/retention.ts';
import { DOUBTS } from '../sign-in/doubts.ts';
import { SIGN_IN_TERMS } from '../sign-in/terms.ts';
import { LEVELS } from '../staff/levels.ts';
import { QUESTIONNAIRES } from '../surveys/questionnaires.ts';
import { SURVEYS } from '../surveys/rows.ts';
import type { TicketRow } from '../tickets/actions.ts';
import { HAND_BACK_REASONS } from '../tickets/hand-back.ts';
import { EVERY_PROMISE } from '../tickets/kinds.ts';
import { LIFECYCLE } from '../tickets/lifecycle.ts';
import { NOTICES } from '../tickets/notices.ts';
import type { TicketState } from '../tickets/ticket.ts';
import type { Condition } from './conditions.ts';

/** Every table of rows the manual is made of. A new one is a line here; a law finds those left out. */
export interface Tables {
  /** Tickets' and documents'; a condition asks only of its own. */
  promises: readonly PromiseRow<TicketState>[];
  actions: readonly TicketRow[];
  /** What colleagues owe each other, and what they may do about it. */
  errandPromises: readonly PromiseRow<ErrandState>[];
  errandActions: typeof ERRAND_ROWS;
  notices: typeof NOTICES;
  categories: readonly RepairCategory[];
  dangers: readonly DangerRow[];
  suggestions: readonly SuggestionRow[];
  hints: readonly Hint[];
  escalation: readonly EscalationRow[];
  wishes: readonly WishPart[];
  limits: typeof LIMITS;
  kept: typeof RETENTION;
  terms: typeof SIGN_IN_TERMS;
  levels: typeof LEVELS;
  doubts: typeof DOUBTS;
  approvals: typeof APPROVALS;
  messages: typeof TEMPLATES;
  channels: typeof CHANNELS;
  reasons: typeof HAND_BACK_REASONS;
  skills: typeof DISPATCH_SKILLS;
  weights: typeof DISPATCH_WEIGHTS;
  duties: typeof DUTIES;
  keptChannels: typeof KEPT_CHANNELS;
  misses: typeof MISSES;
  exchangeKinds: typeof EXCHANGE_KINDS;
  surveys: typeof SURVEYS;
  questionnaires: typeof QUESTIONNAIRES;
  draws: typeof DRAWS;
}

export const TABLES: Tables = {
  promises: [...EVERY_PROMISE, ...(APPROVAL_PROMISES as unknown as readonly PromiseRow<TicketState>[])],
  actions: LIFECYCLE,
  errandPromises: ERRAND_PROMISES,
  errandActions: ERRAND_ROWS,
  notices: NOTICES,
  categories: REPAIR_CATEGORIES,
  dangers: DANGERS,
  suggestions: SUGGESTIONS,
  hints: [...REMARK_HINTS, ...COMPLAINT_HINTS],
  escalation: ESCALATION,
  wishes: WISH_PARTS,
  limits: LIMITS,
  kept: RETENTION,
  terms: SIGN_IN_TERMS,
  levels: LEVELS,
  doubts: DOUBTS,
  approvals: APPROVALS,
  messages: TEMPLATES,
  channels: CHANNELS,
  reasons: HAND_BACK_REASONS,
  skills: DISPATCH_SKILLS,
  weights: DISPATCH_WEIGHTS,
  duties: DUTIES,
  keptChannels: KEPT_CHANNELS,
  misses: MISSES,
  exchangeKinds: EXCHANGE_KINDS,
  surveys: SURVEYS,
  questionnaires: QUESTIONNAIRES,
  draws: DRAWS,
};

/** Whose figure it is, since which day (none for the product's own), and the company's where the estate has another. */
export interface SetFigure {
  by: 'estate' | 'company' | 'product';
  since: string | null;
  company: string | null;
}

/** One row of the manual as people read it. */
export interface ManualRow {
  kind:
    | 'promise'
    | 'action'
    | 'notice'
    | 'category'
    | 'danger'
    | 'suggestion'
    | 'wish'
    | 'limit'
    | 'kept'
    | 'setting'
    | 'approval'
    | 'message'
    | 'choice'
    | 'formula';
  text: string;
  who: string;
  when: string;
  figure: string | null;
  since: string | null;
  set: SetFigure | null;
  /** What takes over, and from which day. */
  next: { from: string; figure: string | null } | null;
}

/** What the functions of rows ask for, by the name of the row: found by trying each on thousands of cases, which nobody who reads the manual should wait for. */
export type Asks = Readonly<Record<string, readonly Condition[]>>;

/** Where and when the manual is read. */
export interface Reading {
  /** The day in Shanghai. */
  on: string;
  /** The instant settings are read at. */
  at: Date;
  entries: readonly SettingEntry[];
  tables: Tables;
  /** What is known already of what rows ask for; the others are tried. */
  asks?: Asks;
}

/** The first day any row of the manual is in force. */
export const beginning = (tables: Tables): string =>
  [...tables.promises, ...tables.actions, ...tables.notices, ...tables.categories].map((row) => row.since).sort()[0]!;

/** When a day is read: today as of now, another day as it ends. */
export function readingAt(on: string, now: Date): Date {
  return on === isoDay(now) ? now : new Date(shanghaiTime(`${on} 00:00`).getTime() + DAY - 1);
}
