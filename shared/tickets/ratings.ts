/** The opinions a resident confirms with (R9). */
export const OPINIONS = { satisfied: '满意', acceptable: '基本满意', dissatisfied: '不满意' } as const;

export type Opinion = keyof typeof OPINIONS;

/** How good the result was, asked with the confirmation that closes (R9, S9): five scores, each with its word. */
export const SCORES = { 1: '很不满意', 2: '不满意', 3: '基本满意', 4: '满意', 5: '非常满意' } as const;

export type Score = keyof typeof SCORES;

/** From this score on, tags say what was good; below it, what went wrong. */
const GOOD_FROM = 4;

export const RATING_TAGS = {
  fast: { label: '来得快', good: true },
  lasting: { label: '修得牢', good: true },
  kind: { label: '态度好', good: true },
  clear: { label: '讲得清楚', good: true },
  tidy: { label: '收拾干净', good: true },
  slow: { label: '来得慢', good: false },
  not_lasting: { label: '修得不牢', good: false },
  unkind: { label: '态度不好', good: false },
  unclear: { label: '没讲清楚', good: false },
  untidy: { label: '没收拾', good: false },
} as const;

export type RatingTag = keyof typeof RATING_TAGS;

/** The tags that go with a score. */
export function tagsFor(score: Score): RatingTag[] {
  return (Object.keys(RATING_TAGS) as RatingTag[]).filter((tag) => RATING_TAGS[tag].good === score >= GOOD_FROM);
}

/** The opinion of R9 that a score says. */
export function opinionOf(score: Score): Opinion {
  if (score >= GOOD_FROM) return 'satisfied';
  return score === 3 ? 'acceptable' : 'dissatisfied';
}

/** A score as people read it: 4 星，满意；来得快、修得牢. */
export function sayRating(score: Score, tags: readonly RatingTag[]): string {
  const why = tags.map((tag) => RATING_TAGS[tag].label).join('、');
  return `${score} 星，${SCORES[score]}${why ? `；${why}` : ''}`;
}
