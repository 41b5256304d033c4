import { sql } from 'drizzle-orm';
import { lookAfterDuties } from '../../api/duties/opening.ts';
import type { HttpStory } from '../support/http-story.ts';

/** 何静 has kept WT's suggestion box for a week: the round of this one is open. */
export async function keepTheBox(story: HttpStory, officeId: string): Promise<string> {
  const { house } = story.world;
  const keeper = await story.personId('何静');
  await house.db.execute(sql`insert into channel_keepers (id, office_id, channel, keeper_id, from_at, set_by)
    values (${house.newId()}, ${officeId}, 'suggestion_box', ${keeper}, '2026-02-22T16:00:00Z', ${await story.personId('周敏')})`);
  await lookAfterDuties(house);
  const [round] = await house.db.execute<{ id: string }>(
    sql`select id from errands where kind = 'duty' and facts->>'part' = 'suggestion_box' order by answer_by desc limit 1`,
  );
  return round!.id;
}
