import { sql } from 'drizzle-orm';
import type { HttpStory } from '../support/http-story.ts';

export type Exchange = 'i' | 'o' | 'n';

/** What is worth knowing at WT: of its own book, from outside and not given out yet, and given out to its engineering department. */
export const EXCHANGES: Record<Exchange, string> = {
  i: 'an entry of WT’s own book, by the head of its service centre',
  o: 'one from outside, by a technician of WT, not given out yet',
  n: 'one from outside, by quality, given out to WT’s engineering department',
};

const TEXT = { receivedAt: '2026-03-02T00:30:00.000Z', source: '市住建局', title: '电梯维保新规', words: '每台十五天保养一次' };
const key = () => ({ key: crypto.randomUUID() });

/** Registers each, and gives one out. @returns the entries, and the notice of the last at its unit */
export async function noteExchanges(story: HttpStory, officeId: string): Promise<{ exchanges: Record<Exchange, string>; notice: string }> {
  const rest = { outcome: '', department: null, holdsFrom: null };
  const i = await (await story.client('周敏')).noteExchange({ kind: 'matter', officeId, ...TEXT, ...rest }, key());
  const o = await (await story.client('赵建国')).noteExchange({ kind: 'supplier', ...TEXT, ...rest }, key());
  const quality = await story.client('吴桐');
  const n = await quality.noteExchange({ kind: 'law', ...TEXT, ...rest }, key());
  const units = [{ officeId, department: 'engineering' as const }];
  await quality.distributeExchange({ id: n.id, units, answerBy: '2026-03-20T10:00:00.000Z', words: '' }, key());
  const [notice] = await story.world.house.db.execute<{ id: string }>(
    sql`select id from errands where kind = 'notice' and facts->>'entry' = ${n.id}`,
  );
  return { exchanges: { i: i.id, o: o.id, n: n.id }, notice: notice!.id };
}
