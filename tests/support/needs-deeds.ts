/** The newest survey of colleagues' needs, as a scenario asks about it; times are wall clock in Shanghai. */
export interface NeedsTold {
  month: string;
  status: string;
  issued: number;
  returned: number;
  closesAt: string | null;
  reminded: number | null;
  promises: [what: string, dueBy: string, outcome: string][];
}

/** 员工需求普查 and 总裁信箱 (S11). A letter is the newest there is. */
export interface NeedsDeeds {
  issuesNeeds(): Promise<void>;
  /** @returns whether it had been counted before */
  answersNeeds(given: Record<string, unknown>): Promise<{ already: boolean }>;
  /** What many need, as whoever keeps it reads it. */
  readsCommon(): Promise<[label: string, count: number][]>;
  analysesNeeds(words: string): Promise<void>;
  /** Answers what many need by a company document. */
  publishesDocument(gets: readonly [need: string, gets: string][]): Promise<void>;
  /** The titles of the company's documents, newest first. */
  readsDocuments(): Promise<string[]>;
  writesToGeneralManager(isSigned: boolean): Promise<void>;
  /** Where the letter stands, as this person reads it. */
  readsMailboxLetter(): Promise<string>;
  /** How many letters this person finds under their name. */
  countsOwnLetters(): Promise<number>;
  arrangesTalk(talkOn: string): Promise<void>;
  movesTalk(talkOn: string): Promise<void>;
  recordsTalk(): Promise<void>;
  answersByDocument(): Promise<void>;
  saysTheySpoke(didSpeak: boolean): Promise<void>;
  takesBackLetter(): Promise<void>;
  /** What this person was told of the letter, oldest first. */
  heardOfMailbox(): Promise<string[]>;
  /** What this person was told of the needs as one who was asked, oldest first. */
  heardOfNeeds(): Promise<string[]>;
}

/** What a story may be asked about them. */
export interface NeedsQuestions {
  /** Lets the clock open, remind, close and count. */
  looksAfterNeeds(): Promise<void>;
  needs(): Promise<NeedsTold | null>;
  /** What is owed of the newest letter. */
  mailboxOwed(): Promise<[what: string, dueBy: string, outcome: string][]>;
}
