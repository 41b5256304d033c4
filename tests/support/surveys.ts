import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import type { HttpStory } from './http-story.ts';

/** What the house would do about surveys at another time, whatever the clock of the story says. */
const looksAt = ({ world: { house } }: HttpStory, at: string) => lookAfterSurveys({ ...house, clock: () => shanghaiTime(at) });

async function surveyOf({ world }: HttpStory, officeId: string, month: string): Promise<string> {
  const [row] = await world.house.db.execute<{ id: string }>(
    sql`select id from errands where kind = 'survey' and office_id = ${officeId} and facts->>'month' = ${month}`,
  );
  return row!.id;
}

/**
 * Two surveys of 梧桐里, whose channels are kept already: one of a November whose results are published, and one of a June that is out and waits for its answers.
 * @param officeId 梧桐里
 */
export async function holdSurveys(story: HttpStory, officeId: string): Promise<{ open: string; over: string }> {
  const head = await story.client('周敏');
  await looksAt(story, '2026-11-02 09:00');
  const over = await surveyOf(story, officeId, '2026-11');
  await head.issueSurvey({ id: over, coverage: 'census' });
  const resident = await story.client('王秀兰');
  const asked = await resident.survey({ id: over });
  await resident.answerSurvey({ id: over, homeId: asked.homes[0]!.id, edition: asked.edition, answers: { buildings: 2, words: '楼道灯坏了' } });
  await looksAt(story, '2026-12-01 09:00');
  await looksAt(story, '2026-12-10 09:00');
  await head.analyseSurvey({ id: over, words: '先换灯' });
  await looksAt(story, '2026-06-01 09:00');
  const open = await surveyOf(story, officeId, '2026-06');
  await head.issueSurvey({ id: open, coverage: 'census' });
  return { open, over };
}
