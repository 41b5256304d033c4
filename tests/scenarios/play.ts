import { expect, test } from '@jest/globals';
import './every.ts';
import { httpStory } from '../support/http-story.ts';
import { expectReplayed } from '../support/replay.ts';
import { type Scenario, type Story, scenarios } from '../support/story.ts';

export async function play(scenario: Scenario, story: Story): Promise<void> {
  try {
    await scenario.play(story);
  } finally {
    await story.close();
  }
}

async function playForReal(scenario: Scenario): Promise<void> {
  const story = await httpStory();
  try {
    await scenario.play(story);
    await expectReplayed(story.world);
    expect(story.world.reports).toEqual([]);
  } finally {
    await story.close();
  }
}

/** Every other scenario, over the real app and a database of its own: a file each half, so that two may be played at once. */
export function playsForReal(half: 0 | 1): void {
  for (const scenario of scenarios().filter((_, nth) => nth % 2 === half)) test(scenario.title, () => playForReal(scenario));
}
