import { insertDraw } from '../../db/queries/draws.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { drawRepairs, type Finished } from '../../shared/draws/drawing.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { STORY_SEED } from '../support/draw-deeds.ts';
import type { HttpStory } from '../support/http-story.ts';

/** The draw of the week before, of these repairs of an estate; nobody is called for it. */
export async function drawOf(story: HttpStory, officeId: string, repairs: readonly Omit<Finished, 'isCallable'>[]): Promise<string> {
  const { house } = story.world;
  const id = house.newId();
  const made = {
    id,
    officeId,
    draw: 'weekly' as const,
    from: shanghaiTime('2026-02-23 00:00'),
    until: shanghaiTime('2026-03-02 00:00'),
    at: house.clock(),
    percent: 20,
    seed: STORY_SEED,
  };
  const drawn = drawRepairs(
    repairs.map(({ ticketId, number }) => ({ ticketId, number, isCallable: true })),
    STORY_SEED,
    20,
  );
  await house.db.transaction((tx) => insertDraw(tx, asSystem('sweep'), made, drawn));
  return id;
}
