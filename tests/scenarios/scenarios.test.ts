import { describe, expect, test } from '@jest/globals';
import './every.ts';
import { httpStory } from '../support/http-story.ts';
import { pureStory } from '../support/pure-story.ts';
import { expectReplayed } from '../support/replay.ts';
import { type Scenario, type Story, scenarios } from '../support/story.ts';

async function play(scenario: Scenario, story: Story): Promise<void> {
  try {
    await scenario.play(story);
  } finally {
    await story.close();
  }
}

describe('纯规则，没有数据库', () => {
  for (const scenario of scenarios()) test(scenario.title, () => play(scenario, pureStory()));
});

describe('真实接口和数据库', () => {
  for (const scenario of scenarios())
    test(scenario.title, async () => {
      const story = await httpStory();
      try {
        await scenario.play(story);
        await expectReplayed(story.world);
        expect(story.world.reports).toEqual([]);
      } finally {
        await story.close();
      }
    });
});
