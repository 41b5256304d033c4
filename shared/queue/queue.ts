import { type FieldError, PROBLEMS, Problem } from '../kernel/problem.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { retentionOn } from '../retention/retention.ts';

/** So long before the server forgets a key nothing goes by itself any more: a try under way must still find it. */
const KEY_MARGIN = HOUR;
/** A line that something was sent stays this long. */
const TOLD_FOR = DAY;
/** Rests between tries where nothing answers, in seconds; the last holds on. */
const RESTS_SECONDS = [5, 15, 30, 60, 120, 300] as const;
/** So often an answer may be our own fault before it is told instead of tried. */
const MAX_FAULTS = 6;

const Shot = z.object({
  key: z.string(),
  name: z.string(),
  bytes: z.number(),
  type: z.enum(['image/jpeg', 'image/png', 'audio/mpeg']),
  /** In which place it was chosen. */
  position: z.number().optional(),
  /** How long a voice note lasts. */
  seconds: z.number().optional(),
  /** How often it was tried in vain, and its own rest. */
  tries: z.number().optional(),
  restUntil: z.string().optional(),
});
/** A photo or a voice note that waits with the words; `name` is where it lies on the phone. */
export type HeldShot = z.infer<typeof Shot>;

const Refused = z.object({
  code: z.string(),
  title: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
});

/** Something said while nothing answered, as the phone keeps it: one storage entry each. */
export const Held = z.object({
  /** The Idempotency-Key, made at the tap and never again. */
  key: z.string().min(8),
  order: z.number(),
  personId: z.string(),
  act: z.string(),
  /** What it is about: those about the same go one after another. */
  subject: z.string(),
  title: z.string(),
  words: z.string(),
  body: z.record(z.string(), z.unknown()),
  saidAt: z.string(),
  shots: z.array(Shot),
  /** The photos belong to what is said and go before it. */
  shotsFirst: z.boolean().default(false),
  /** Photos that will never arrive: refused, or gone from the phone. */
  lostShots: z.number().default(0),
  tries: z.number().default(0),
  faults: z.number().default(0),
  /** Our own rest, which a tap or a returning network ends. */
  restUntil: z.string().nullable().default(null),
  /** The server's Retry-After, which nothing ends. */
  notBefore: z.string().nullable().default(null),
  refused: Refused.nullable().default(null),
  arrived: z.object({ id: z.string(), number: z.string(), at: z.string() }).nullable().default(null),
  /** Whoever said it has seen how it ended. */
  told: z.boolean().default(false),
});
export type Held = z.infer<typeof Held>;

/** Which of what was said goes next: words, or photos of words that have arrived. */
type Turn = 'waiting' | 'photos';

/** Where one stands: words wait, photos follow, sent, refused (kept with the reason), or too old to go by itself. */
export type HeldStanding = 'waiting' | 'photos' | 'sent' | 'refused' | 'stale';

/** One entry as it was kept; null where it cannot be read. */
export function readHeld(text: string): Held | null {
  try {
    const found = Held.safeParse(JSON.parse(text));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

/** The words of an entry that can no longer be read, and whose they were; null where even they are gone. */
export function salvage(text: string): { personId: string; words: string } | null {
  const field = (name: string) => new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`).exec(text)?.[1];
  const personId = field('personId');
  const words = field('words');
  if (!personId || !words) return null;
  try {
    return { personId, words: JSON.parse(`"${words.replace(/\\$/, '')}"`) as string };
  } catch {
    return { personId, words };
  }
}

// A phone's clock may have been put back as well as on: either way nobody knows how old the key is.
function isStale(held: Held, now: Date): boolean {
  const keptFor = retentionOn(now).find((row) => row.what === 'keys')?.keptFor;
  if (!keptFor || !('days' in keptFor)) return true;
  return Math.abs(now.getTime() - new Date(held.saidAt).getTime()) >= keptFor.days * DAY - KEY_MARGIN;
}

export function heldStanding(held: Held, now: Date): HeldStanding {
  if (held.refused) return 'refused';
  if (held.arrived) return held.shots.length > 0 ? 'photos' : 'sent';
  return isStale(held, now) ? 'stale' : 'waiting';
}

/** In the order they were said. */
export const inOrder = (all: readonly Held[]): Held[] =>
  [...all].sort((a, b) => a.order - b.order || a.saidAt.localeCompare(b.saidAt) || a.key.localeCompare(b.key));

const isPast = (at: string | null, now: Date) => at === null || new Date(at) <= now;

/**
 * The photo that goes next, if any may: one that failed rests by itself and holds no other up.
 * @param hurried those tapped for or met by a returning network
 */
export function nextShot(held: Held, now: Date, hurried: (shot: HeldShot) => boolean = () => false): HeldShot | null {
  const leastTried = [...held.shots].sort((a, b) => (a.tries ?? 0) - (b.tries ?? 0));
  return leastTried.find((shot) => isPast(shot.restUntil ?? null, now) || hurried(shot)) ?? null;
}

/**
 * What goes next: this person's only, words before photos, about one subject never before what was said earlier about it.
 * What was refused or is too old holds nothing up: whoever said it decides.
 * @param hurried those tapped for or met by a returning network: their own rest is over, the server's is not
 * @param turns whether words are asked for, or photos, or both
 */
export function nextUp(
  all: readonly Held[],
  personId: string,
  now: Date,
  hurried: (held: Held, shot?: HeldShot) => boolean = () => false,
  turns: readonly Turn[] = ['waiting', 'photos'],
): Held | null {
  const mine = inOrder(all.filter((one) => one.personId === personId));
  const mayGo = (one: Held, turn: Turn) =>
    turn === 'waiting' ? hurried(one) || isPast(one.restUntil, now) : nextShot(one, now, (shot) => hurried(one, shot)) !== null;
  for (const standing of turns) {
    const held = new Set<string>();
    for (const one of mine) {
      if (heldStanding(one, now) !== standing || held.has(one.subject)) continue;
      if (isPast(one.notBefore, now) && mayGo(one, standing)) return one;
      held.add(one.subject);
    }
  }
  return null;
}

/** What a refusal means for what was sent: try it again, sign in first, or tell why and keep it. */
export function fateOf(problem: Problem): 'again' | 'sign-in' | 'refused' {
  const status = problem.code in PROBLEMS ? problem.status : 500;
  if (status === 401) return 'sign-in';
  return status >= 500 || status === 429 ? 'again' : 'refused';
}

/** Nothing answered at all, so that nothing else need be tried either. */
export const isUnreached = (problem: Problem): boolean => problem.code === 'server/unreachable' && problem.retryAfterSeconds === undefined;

const after = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();

const restAfter = (tries: number, now: Date) => after(now, RESTS_SECONDS[Math.min(tries, RESTS_SECONDS.length - 1)]!);

function rested(held: Held, problem: Problem, now: Date): Held {
  const { retryAfterSeconds } = problem;
  return {
    ...held,
    tries: held.tries + 1,
    faults: held.faults + (problem.code === 'server/bug' ? 1 : 0),
    restUntil: restAfter(held.tries, now),
    notBefore: retryAfterSeconds === undefined ? null : after(now, retryAfterSeconds),
  };
}

const whyOf = (problem: Problem): { code: string; title: string; errors: FieldError[] } => ({
  code: problem.code,
  title: problem.errors?.map((one) => one.message).join('；') || problem.detail || PROBLEMS[problem.code].title,
  errors: problem.errors ?? [],
});

/** The photos of it that were at the server when it was said, by their ids. */
export const photosThere = ({ body }: Pick<Held, 'body'>): string[] => (Array.isArray(body.photoIds) ? (body.photoIds as string[]) : []);

/** What is sent once the photos that go before it have arrived: theirs behind those that were there when it was said. */
export const bodyWith = (held: Held, photoIds: readonly string[]): Record<string, unknown> => ({
  ...held.body,
  photoIds: [...photosThere(held), ...photoIds],
});

/** The words after one try: arrived with their number, waiting, or kept with the reason. Nothing is ever dropped here. */
export function afterWords(held: Held, outcome: { id: string; number: string } | Problem, now: Date): Held {
  if (!(outcome instanceof Problem)) {
    const arrived = { id: outcome.id, number: outcome.number, at: now.toISOString() };
    const shots = held.shotsFirst ? [] : held.shots;
    return { ...held, shots, tries: 0, faults: 0, restUntil: null, notBefore: null, refused: null, arrived };
  }
  const fate = fateOf(outcome);
  if (fate === 'sign-in') return held;
  if (fate === 'refused') return { ...held, tries: held.tries + 1, restUntil: null, notBefore: null, refused: whyOf(outcome) };
  const waits = rested(held, outcome, now);
  return waits.faults >= MAX_FAULTS ? { ...waits, refused: whyOf(outcome) } : waits;
}

/** The photos after one of them was tried: gone from the list where it arrived or never will. */
export function afterShot(held: Held, key: string, outcome: 'sent' | 'missing' | Problem, now: Date): Held {
  const without = { ...held, shots: held.shots.filter((one) => one.key !== key) };
  if (outcome === 'sent') return { ...without, faults: 0, notBefore: null };
  if (outcome === 'missing') return { ...without, lostShots: held.lostShots + 1 };
  const fate = fateOf(outcome);
  if (fate === 'sign-in') return held;
  if (fate === 'refused') return { ...without, lostShots: held.lostShots + 1 };
  const { faults, notBefore } = rested(held, outcome, now);
  if (faults >= MAX_FAULTS) return { ...without, faults: 0, lostShots: held.lostShots + 1 };
  const shots = held.shots.map((one) => (one.key === key ? { ...one, tries: (one.tries ?? 0) + 1, restUntil: restAfter(one.tries ?? 0, now) } : one));
  return { ...held, shots, faults, notBefore };
}

/** Whether nothing is left to send or to tell. */
export function isOver(held: Held, now: Date): boolean {
  if (heldStanding(held, now) !== 'sent' || !held.arrived) return false;
  return held.told || Math.abs(now.getTime() - new Date(held.arrived.at).getTime()) >= TOLD_FOR;
}

/** It was sent at least once and no answer came: it may have arrived, so that sending it under another key could make it two. */
export const mayHaveArrived = (held: Held): boolean =>
  held.arrived === null && held.tries > 0 && (held.refused === null || held.refused.code === 'server/bug');
