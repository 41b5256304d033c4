import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import type { HttpStory } from './http-story.ts';

const looksAt = ({ world: { house } }: HttpStory, at: string) => lookAfterSurveys({ ...house, clock: () => shanghaiTime(at) });

async function needsOf({ world }: HttpStory, month: string): Promise<string> {
  const [row] = await world.house.db.execute<{ id: string }>(sql`select id from errands where kind = 'needs' and facts->>'month' = ${month}`);
  return row!.id;
}

/** Two surveys of colleagues' needs, and two letters to the general manager: as many as tell them apart. */
export interface Needs {
  /** Of one year: what came out is published, and what many need waits for its document. */
  over: string;
  /** Of the next: it is out. */
  open: string;
  /** Signed, and not answered. */
  letter: string;
  /** Signed, and its writer is asked whether they spoke. */
  talked: string;
}

/** What colleagues need, in a company whose first estate's channels are kept already; the open one is still to be sent out. */
export async function holdNeeds(story: HttpStory): Promise<Needs> {
  const hr = await story.client('韩梅');
  await looksAt(story, '2026-09-02 09:00');
  const over = await needsOf(story, '2026-09');
  await hr.issueNeeds({ id: over });
  for (const name of ['赵建国', '孙磊', '钱大勇', '陈立', '丁强']) {
    const client = await story.client(name);
    const { edition } = await client.needsSurvey({ id: over });
    await client.answerNeedsSurvey({ id: over, edition, answers: { hours: 2, hours_why: ['staffing'] } });
  }
  await looksAt(story, '2026-10-01 09:00');
  await hr.analyseNeeds({ id: over, words: '人手最缺' });
  await looksAt(story, '2027-09-02 09:00');
  const open = await needsOf(story, '2027-09');
  const { id: letter } = await (await story.client('赵建国')).writeToMailbox({ need: 'work', words: '夜班排得太密' });
  const { id: talked } = await (await story.client('孙磊')).writeToMailbox({ need: 'tools', words: '冲击钻坏了没换' });
  await (await story.client('蔡建华')).recordTalk({ id: talked, agreed: '这个月换新的' });
  return { over, open, letter, talked };
}

/** Sends out the open one; whoever looks at a later month afterwards closes it. */
export async function sendOutNeeds(story: HttpStory, { open }: Needs): Promise<void> {
  await (await story.client('韩梅')).issueNeeds({ id: open });
}
