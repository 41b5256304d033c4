import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { SQL } from 'drizzle-orm';
import { removeByRule } from '../../api/retention/retention.ts';
import { connect } from '../../db/connect.ts';
import type { TicketDetail } from '../../shared/contract/ticket-views.ts';
import type { Told } from './deeds.ts';
import { type HttpStory, httpStory } from './http-story.ts';
import { expectReplayed } from './replay.ts';

/** A story as the tests of the API ask about it. */
export interface ApiStory extends HttpStory {
  /** A whole ticket as somebody sees it. */
  detail(name: string, ticket: Told): Promise<TicketDetail>;
  /** What a statement that counts comes to; its column is `n`. */
  count(query: SQL): Promise<number>;
  /** Removes what is over its time, as the role that may. */
  tidies(options?: { dryRun: boolean }): ReturnType<typeof removeByRule>;
}

export interface Opening {
  /** Wall clock in Shanghai. */
  at?: string;
  /** False where the test itself says which failures it expects. */
  reportsNothing?: boolean;
  /** False where a test writes beside the ledger, so that the events no longer explain what stands. */
  isReplayed?: boolean;
  /** Nobody is there yet: no company, no home. */
  isEmpty?: boolean;
}

function asked(story: HttpStory): ApiStory {
  const { world } = story;
  return {
    ...story,
    detail: async (name, { id }) => (await story.client(name)).ticket({ id }),
    count: async (query) => Number((await world.house.db.execute<{ n: number }>(query))[0]!.n),
    tidies: async (options = { dryRun: false }) => {
      const { db, close } = connect(world.urls.retention, { max: 1 });
      return removeByRule({ ...world.house, db }, options).finally(close);
    },
  };
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What an answer tells, as one text without its ids and signed links: those are random, and three digits may well stand in one. */
export const toldIn = (answer: unknown): string => JSON.stringify(answer, (key, value) => (key === 'url' ? '' : value)).replaceAll(UUID, '');

/** Speaks to whatever is open at this moment: what each test opens anew, by one name. */
export const held = <T extends object>(open: () => T): T => new Proxy({} as T, { get: (_, name) => open()[name as keyof T] });

/** A story that is opened before a test and closed after it. */
function opened({ at = '2026-03-02 09:00', reportsNothing = true, isReplayed = true, isEmpty = false }: Opening) {
  let story: ApiStory;
  const opens = async () => {
    story = asked(await httpStory(isEmpty));
    story.at(at);
  };
  const closes = async () => {
    try {
      if (isReplayed) await expectReplayed(story.world);
      if (reportsNothing) expect(story.world.reports).toEqual([]);
    } finally {
      await story.close();
    }
  };
  return { story: held(() => story), opens, closes };
}

/** A story of its own for each test of this file: it begins on 2 March at nine; after it the ledger follows from its events, and nothing was a bug. */
export function storyOfEach(opening: Opening = {}): ApiStory {
  const { story, opens, closes } = opened(opening);
  beforeEach(opens);
  afterEach(closes);
  return story;
}

/** One story for all tests of this file, each going on from the one before. */
export function storyOfAll(opening: Opening = {}): ApiStory {
  const { story, opens, closes } = opened(opening);
  beforeAll(opens);
  afterAll(closes);
  return story;
}
