import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { DAY, isoDay, shanghaiTime } from '../../shared/kernel/time.ts';
import type { HttpStory } from './http-story.ts';

/** What the house would do about surveys at another time, whatever the clock of the story says. */
const looksAt = ({ world: { house } }: HttpStory, at: string) => lookAfterSurveys({ ...house, clock: () => shanghaiTime(at) });

async function findSurvey({ world }: HttpStory, officeId: string, month: string, of = 'half_year'): Promise<string | null> {
  const [row] = await world.house.db.execute<{ id: string }>(
    sql`select id from errands where kind = 'survey' and facts->>'survey' = ${of} and office_id = ${officeId} and facts->>'month' = ${month}`,
  );
  return row?.id ?? null;
}

const surveyOf = async (...which: Parameters<typeof findSurvey>): Promise<string> => (await findSurvey(...which))!;

/** The letter of a survey is out, and what it promised is done and waits to be looked at. */
async function holdLetter(story: HttpStory, id: string): Promise<string> {
  const day = isoDay(new Date(story.world.now().getTime() + 20 * DAY));
  const deeds = [{ words: '换楼道的灯', holder: await story.personId('罗芳'), dueOn: day }];
  await (await story.client('周敏')).submitLetter({ id, words: '谢谢各位的意见', deeds });
  const leader = await story.client('彭浩');
  const { pending } = await leader.openLetter({ id });
  const { approvalId, round, step } = pending!;
  await leader.decideApproval({ id: approvalId, round, step, verdict: 'approved' });
  const letter = await leader.openLetter({ id });
  const deed = letter.deeds[0]!.errandId!;
  await (await story.client('罗芳')).giveBackErrand({ id: deed, words: '都换了' });
  return deed;
}

/**
 * Two surveys of 梧桐里, whose channels are kept already: one of a November whose results are published, and one of a June that is out and waits for its answers;
 * beside them the company's spot sample of that June, which is out too, and its survey of special services where one was done in the spring.
 * @param officeId 梧桐里
 */
export async function holdSurveys(
  story: HttpStory,
  officeId: string,
): Promise<{ open: string; over: string; deed: string; spot: string; special: string | null }> {
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
  const deed = await holdLetter(story, over);
  await looksAt(story, '2026-06-01 09:00');
  const open = await surveyOf(story, officeId, '2026-06');
  await head.issueSurvey({ id: open, coverage: 'census' });
  const spot = await surveyOf(story, officeId, '2026-06', 'spot');
  const special = await findSurvey(story, officeId, '2026-06', 'special');
  for (const id of [spot, special]) if (id) await (await story.client('吴桐')).issueSurvey({ id, coverage: 'sample' });
  return { open, over, deed, spot, special };
}
