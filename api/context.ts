import { randomBytes } from 'node:crypto';
import { V7Generator } from 'uuidv7';
import type { Database, Transaction } from '../db/connect.ts';
import type { Viewer } from '../db/queries/viewer.ts';
import type { Seed } from '../shared/kernel/sampling.ts';
import type { Clock } from '../shared/kernel/time.ts';
import type { TemplateName } from '../shared/messages/templates.ts';
import type { Questionnaire } from '../shared/surveys/questionnaires.ts';
import type { Numbers } from './identity/numbers.ts';
import type { Passes } from './identity/passes.ts';
import type { Tokens } from './identity/tokens.ts';
import type { Storage } from './storage/storage.ts';
import type { PushSecrets } from './wechat/pushed.ts';
import type { WeChat } from './wechat/wechat.ts';

export type TemplateIds = Readonly<Partial<Record<TemplateName, string>>>;

/** What the house is given: time, identity and the outside world come in here and nowhere else. */
export interface House {
  db: Database;
  clock: Clock;
  newId(): string;
  /** Sixteen random bytes in hexadecimal, for a draw; the machine's own where nothing is given. */
  newSeed?(): string;
  /** Every edition of the company's questionnaires; its own rows where nothing is given. */
  questionnaires?: readonly Questionnaire[];
  tokens: Tokens;
  passes: Passes;
  numbers: Numbers;
  storage: Storage | null;
  /** WeChat's servers; none in the demo, where nobody signs in through them. */
  wechat: WeChat | null;
  /** How pushes of WeChat's are known; none in the demo, where nobody pushes. */
  push: PushSecrets | null;
  /** Where this deployment stands for the outside world, without a slash at its end; what a link in a folder is completed with. */
  publicAddress: string | null;
  /** The number WeChat gave each message template of this mini-program; a template without one is never sent. */
  messageTemplates?: TemplateIds;
  cronSecret: string;
  /** The address a request came from, where the door can tell: what open routes are limited by. */
  addressOf?(request: Request): string;
  /** Runs something after the answer: `waitUntil` on Vercel, `setImmediate` in the host. */
  later(work: () => Promise<void>): void;
  /** Lets go of the connections. */
  close(): Promise<void>;
  /** A bug or a failed job; never a name, a number or anybody's words. */
  report(what: string, error: unknown): void;
}

const SEED_BYTES = 16;

/** A seed for a draw, drawn at this moment: by the machine, or as a test gives it. */
export const drawSeed = (house: Pick<House, 'newSeed'>): Seed => house.newSeed?.() ?? randomBytes(SEED_BYTES).toString('hex');

/** One request: the house, and who is asking. */
export interface Ctx extends House {
  viewer: Viewer;
  /** When they signed in; a fresh token carries it on, so that signing out everywhere ends what descends from it too. */
  signedInAt: Date;
  /** The Idempotency-Key made at the tap, if the client sent one, with a digest of what was sent under it. */
  key: { key: string; digest: string } | null;
}

/** One transaction. Nothing but Postgres is awaited in it (a law). */
export function transact<T>(house: Pick<House, 'db'>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return house.db.transaction(work);
}

/** UUIDv7 by the injected clock, so that ids sort as things happened. */
export function idsBy(clock: Clock): () => string {
  const generator = new V7Generator();
  return () => generator.generateOrResetCore(clock().getTime(), 10_000).toString();
}
