import { describe, test } from '@jest/globals';
import { pureStory } from '../support/pure-story.ts';
import { scenarios } from '../support/story.ts';
import { play } from './play.ts';

describe('纯规则，没有数据库', () => {
  for (const scenario of scenarios()) test(scenario.title, () => play(scenario, pureStory()));
});
