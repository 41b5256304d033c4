import type { Channel } from '../../shared/intake/channels.ts';
import type { DoorTry } from '../../shared/quotes/door.ts';
import type { CostKind } from '../../shared/quotes/prices.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import type { Agreeable, MissCause } from '../../shared/tickets/agreements.ts';
import type { HandBackReason } from '../../shared/tickets/hand-back.ts';
import type { CancelReason } from '../../shared/tickets/own.ts';
import type { Opinion, RatingTag, Score } from '../../shared/tickets/ratings.ts';
import type { Answers, CallVisit, Finding } from '../../shared/visits/script.ts';
import type { ComplaintDeeds } from './complaint-deeds.ts';
import type { DutyDeeds } from './duty-deeds.ts';
import type { GuideDeeds } from './guide-deeds.ts';
import type { HotlineDeeds } from './hotline-deeds.ts';
import type { LetterDeeds } from './letter-deeds.ts';
import type { NeedsDeeds } from './needs-deeds.ts';
import type { OtherSurveyDeeds } from './other-survey-deeds.ts';
import type { RemarkDeeds } from './remark-deeds.ts';
import type { ServiceDeeds } from './service-deeds.ts';
import type { SettingDeeds } from './setting-deeds.ts';
import type { SurveyDeeds } from './survey-deeds.ts';

/** A ticket in a scenario: what people would call it by. */
export interface Told {
  id: string;
  number: string;
}

export interface ReportOptions {
  category: string;
  words?: string;
  place?: 'home' | 'public';
  where?: string;
  worse?: boolean;
  danger?: boolean;
  /** Which danger was chosen. */
  dangerKind?: string;
  onlyMine?: boolean;
  /** When somebody would be welcome, wall clock. */
  wish?: [from: string, until: string];
  /** Which home, where somebody has several. */
  home?: string;
  /** The repair that came back within its warranty. */
  reworkOf?: Told;
}

/** What a colleague takes down for somebody: which home, who, by what way, and when it was said if that was earlier. */
export interface IntakeOptions extends Omit<ReportOptions, 'home'> {
  home: string;
  /** A resident by name, or whatever somebody else is called. */
  who: string;
  channel?: Channel;
  saidAt?: string;
}

/** A line of a quote as a scenario says it. */
export type QuotedLine = { item: string; quantity?: number } | { label: string; kind?: CostKind; quantity?: number; priceFen?: number };

/** Another version than the newest, by its id. */
export type QuoteSeen = string;

/** What is said to the house, and by whom it is taken down. */
export interface IntakeDeeds {
  reports(report: ReportOptions): Promise<Told>;
  /** 记一件: for a caller or a walk-in. */
  takesDown(told: IntakeOptions): Promise<Told>;
}

/** Reports of public places, and those who hear of them. */
export interface FacilityDeeds {
  /** Which public facility it is, by its name. */
  namesFacility(ticket: Told, name: string): Promise<void>;
  /** What a public repair used, line by line with what each cost. */
  spends(ticket: Told, lines: { label: string; kind: CostKind; priceFen: number; quantity?: number }[]): Promise<void>;
}

export interface FollowerDeeds {
  /** What a report of a public place would be told: the ids of those already reported. */
  hearsOfAlike(category: string, where?: string): Promise<string[]>;
  follows(ticket: Told): Promise<void>;
  unfollows(ticket: Told): Promise<void>;
  shares(ticket: Told): Promise<void>;
}

/** Several reports of one matter. */
export interface MergingDeeds {
  merges(ticket: Told, other: Told): Promise<void>;
  unmerges(ticket: Told): Promise<void>;
  /** 这不是同一件, by whoever's own was merged. */
  disputesMerge(ticket: Told, words?: string): Promise<void>;
  /** Why it is the same matter. */
  keepsMerged(ticket: Told, words: string): Promise<void>;
  /** What may be the same matter: the numbers, the likeliest first, and what merging would come to. */
  seesAlike(ticket: Told): Promise<[number: string, foresees: string][]>;
}

/** Who goes. */
export interface DispatchingDeeds {
  /** Whom the formula would send, the likeliest first, and why. */
  couldSend(ticket: Told): Promise<[name: string, why: string][]>;
  dispatches(ticket: Told, technician: string, content?: string, visitBy?: string): Promise<void>;
  reassigns(ticket: Told, technician: string, insteadOf: string): Promise<void>;
  handsOver(ticket: Told, content: string, answerBy?: string): Promise<void>;
  takesOn(ticket: Told, completeBy: string): Promise<void>;
  handsBack(ticket: Told, reason: HandBackReason, words?: string): Promise<void>;
}

/** What a technician does at the door and after it. */
export interface WorkDeeds {
  /** With the time the phone says, where there was no signal. */
  accepts(ticket: Told, claimedAt?: string): Promise<void>;
  arrives(ticket: Told, claimedAt?: string): Promise<void>;
  finishes(ticket: Told, result?: string, claimedAt?: string): Promise<void>;
  /** Finishes, having used so much of each line that was accepted. */
  finishesWith(ticket: Told, used: number[]): Promise<void>;
  answersClaim(ticket: Told, upheld: boolean): Promise<void>;
}

/** What it costs. */
export interface QuoteDeeds {
  /** Quotes: items of the price list by name, or what is not on it, which only the supervisor prices. */
  quotes(ticket: Told, lines: QuotedLine[], manDays?: number): Promise<void>;
  /** Prices, in order, for the lines that have none. */
  prices(ticket: Told, pricesFen?: number[], seen?: QuoteSeen): Promise<void>;
  acceptsQuote(ticket: Told, seen?: QuoteSeen): Promise<void>;
  refusesQuote(ticket: Told, goesOn: boolean): Promise<void>;
  recordsAnswer(ticket: Told, accepts: boolean, words?: string): Promise<void>;
  withdrawsQuote(ticket: Told): Promise<void>;
  settles(ticket: Told): Promise<void>;
}

/** Nobody home, and the date that is agreed instead. */
export interface DoorDeeds {
  findsNobody(ticket: Told, how: DoorTry, words?: string): Promise<void>;
  proposes(ticket: Told, dueBy: string, words?: string): Promise<void>;
  acceptsDate(ticket: Told, dueBy: string): Promise<void>;
  declinesDate(ticket: Told, dueBy: string, words?: string): Promise<void>;
  /** A colleague puts on record what the household answered by telephone. */
  recordsDate(ticket: Told, dueBy: string, accepts: boolean, words?: string): Promise<void>;
}

/** What is the reporter’s own to say of a repair. */
export interface ResidentDeeds {
  /** With an opinion, or the score that says it. */
  confirms(ticket: Told, opinion?: Opinion | Score, words?: string, tags?: RatingTag[]): Promise<void>;
  saysNotFixed(ticket: Told, words?: string): Promise<void>;
  /** Takes it back; a colleague says how the resident said so. */
  cancels(ticket: Told, why?: CancelReason, onTheirWord?: { channel: 'phone' | 'mini_program' | 'face_to_face'; words: string }): Promise<void>;
  changes(ticket: Told, change: { category?: string; worse?: boolean; danger?: boolean; words?: string }): Promise<void>;
  urges(ticket: Told): Promise<void>;
}

/** Calls and visits after a repair. */
export interface VisitDeeds {
  /** A return visit; satisfied with everything where nothing else is said. `fixed`: they confirm in the call itself. */
  returns(ticket: Told, words: string, outcome: string, answers?: Answers & { fixed?: boolean }): Promise<void>;
  visits(ticket: Told, words: string, outcome: string, answers?: Answers, channel?: 'phone' | 'face_to_face'): Promise<void>;
  /** Nobody answered. */
  tries(ticket: Told, what: CallVisit): Promise<void>;
  /** Ends a call as unreachable. */
  endsVisit(ticket: Told, what: CallVisit): Promise<void>;
  /** The supervisor has seen a public place mended. */
  confirmsPublic(ticket: Told, words?: string): Promise<void>;
  flags(ticket: Told, isLarge: boolean, words?: string): Promise<void>;
  /** Looks at a large defect on the spot. */
  checks(ticket: Told, finding: Finding, words?: string): Promise<void>;
  callsAsDirector(ticket: Told, words: string): Promise<void>;
}

/** What colleagues say of a promise. */
export interface PromiseDeeds {
  agrees(ticket: Told, what: Agreeable, dueBy: string, why?: string): Promise<void>;
  explainsMiss(ticket: Told, what: string, cause: MissCause, round?: number): Promise<void>;
  reclassifies(ticket: Told, change: { category: string; worse?: boolean; danger?: boolean; why?: string }): Promise<void>;
}

/** Words, news and what may be done. */
export interface ThreadDeeds {
  says(ticket: Told, words: string, options?: { upset?: boolean }): Promise<void>;
  notes(ticket: Told, words: string): Promise<void>;
  calls(ticket: Told, words: string): Promise<void>;
  /** Opens the messages and reads them all. */
  reads(): Promise<void>;
  /** What this person's buttons are. */
  may(ticket: Told): Promise<Action[]>;
  /** What this person was told of a ticket, oldest first; a step stands for its event. */
  heard(ticket: Told): Promise<string[]>;
}

/** Somebody in the story, and what they can do. Every deed throws the Problem it is refused with. */
export interface Actor
  extends IntakeDeeds,
    FollowerDeeds,
    FacilityDeeds,
    MergingDeeds,
    DispatchingDeeds,
    WorkDeeds,
    QuoteDeeds,
    DoorDeeds,
    ResidentDeeds,
    RemarkDeeds,
    GuideDeeds,
    SettingDeeds,
    HotlineDeeds,
    ComplaintDeeds,
    ServiceDeeds,
    VisitDeeds,
    PromiseDeeds,
    ThreadDeeds,
    DutyDeeds,
    LetterDeeds,
    SurveyDeeds,
    OtherSurveyDeeds,
    NeedsDeeds {}
