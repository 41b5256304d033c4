import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { Done } from '../../shared/contract/tickets.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { afterWords, bodyWith, Held, heldStanding, nextUp } from '../../shared/queue/queue.ts';
import { storyOfEach } from '../support/api-story.ts';
import { A_PHOTO } from '../support/media.ts';

const s = storyOfEach();

const tickets = () => s.count(sql`select count(*) as n from tickets`);
const now = () => s.world.house.clock();

/** What becomes of one request: it gets through, its answer is lost, or it never gets there. */
type Luck = 'through' | 'answer lost' | 'never sent';

/** A phone’s storage, and as many open pages over it as there are. */
function phone(personId: string, call: (held: Held) => Promise<Done>) {
  const storage = new Map<string, Held>();
  const tried: string[] = [];
  const hold = (part: Pick<Held, 'key' | 'act' | 'body'> & Partial<Held>) => {
    const rest = { order: storage.size, personId, subject: part.key, title: '', words: '', shots: [], saidAt: now().toISOString() };
    storage.set(part.key, Held.parse({ ...rest, ...part }));
  };
  /** One open page trying everything it may, with this luck on the way. */
  const page = async (luck: Luck[]) => {
    for (const fate of luck) {
      const next = nextUp([...storage.values()], personId, now(), () => true);
      if (!next) return;
      tried.push(next.key);
      let outcome: Done | Problem = new Problem('server/unreachable');
      if (fate !== 'never sent') outcome = await call(next).catch((thrown: unknown) => thrown as Problem);
      if (fate === 'answer lost') outcome = new Problem('server/unreachable');
      if (storage.has(next.key)) storage.set(next.key, afterWords(next, outcome, now()));
    }
  };
  return { storage, tried, hold, page };
}

async function wangsPhone() {
  const client = await s.client('王秀兰');
  const homeId = await s.homeId('3栋2单元502');
  const mine = phone(await s.personId('王秀兰'), (held) => {
    const call = client[held.act as 'report' | 'say'] as (body: unknown, options: { key: string }) => Promise<Done>;
    return call(held.body, { key: held.key });
  });
  const report = (key: string, words: string) => mine.hold({ key, act: 'report', body: { place: 'home', homeId, category: 'doors', words } });
  return { ...mine, report, client };
}

test('a message that waited with its photo: cut off after the photo, or its answer lost, both arrive once and together', async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  const api = await s.client('赵建国');
  let left: ('photo' | 'answer')[] = ['photo', 'answer'];
  const mine = phone(await s.personId('赵建国'), async (held) => {
    const ids: string[] = [];
    for (const { key, bytes, position = 0 } of held.shots) {
      const shot = { id: ticket.id, purpose: 'message', type: 'image/jpeg', bytes, position } as const;
      const { photoId, there, upload } = await api.addPhoto(shot, { key });
      if (!there) {
        await s.sends(upload);
        await api.finalisePhoto({ id: photoId }, { key });
      }
      ids.push(photoId);
    }
    const fate = left.shift();
    if (fate === 'photo') throw new Problem('server/unreachable');
    const done = await api.say(bodyWith(held, ids) as Parameters<typeof api.say>[0], { key: held.key });
    if (fate === 'answer') throw new Problem('server/unreachable');
    return done;
  });
  const shots = [{ key: 'a-photo-in-the-basement', name: 'a', bytes: A_PHOTO.length, type: 'image/jpeg' as const, position: 2 }];
  mine.hold({ key: 'a-message-in-the-basement', act: 'say', body: { id: ticket.id, words: '阀门坏了', photoIds: [] }, shots, shotsFirst: true });
  await mine.page(['through', 'through', 'through']);
  left = [];
  const [held] = mine.storage.values();
  expect([mine.tried.length, heldStanding(held!, now())]).toEqual([3, 'sent']);
  const said = (await (await s.client('王秀兰')).ticket({ id: ticket.id })).thread.filter((one) => one.body === '阀门坏了');
  expect(said.map((one) => one.photos.length)).toEqual([1]);
});

describe('what waited on a phone arrives once', () => {
  const LUCK: [what: string, luck: Luck[]][] = [
    ['at the first try', ['through']],
    ['after tries that never left the phone', ['never sent', 'never sent', 'through']],
    ['after an answer that was lost', ['answer lost', 'through']],
    ['after three answers that were lost', ['answer lost', 'never sent', 'answer lost', 'answer lost', 'through']],
  ];
  test.each(LUCK)('%s', async (_, luck) => {
    const mine = await wangsPhone();
    mine.report('a-tap-in-the-basement', '门坏了');
    await mine.page(luck);
    const [held] = [...mine.storage.values()];
    expect(heldStanding(held!, now())).toBe('sent');
    expect(await tickets()).toBe(1);
    const [row] = await s.world.house.db.execute<{ number: string }>(sql`select number from tickets`);
    expect(held!.arrived!.number).toBe(row!.number);
    expect(mine.tried).toHaveLength(luck.length);
  });

  test('two open pages send the same things at the same time: one of each', async () => {
    const mine = await wangsPhone();
    for (const n of [1, 2, 3]) mine.report(`tap-number-${n}`, `第 ${n} 件`);
    const through: Luck[] = Array.from({ length: 8 }, () => 'through');
    await Promise.all([mine.page(through), mine.page(through)]);
    expect(await tickets()).toBe(3);
    expect(mine.tried.length).toBeGreaterThan(3);
    expect([...mine.storage.values()].map((one) => heldStanding(one, now()))).toEqual(['sent', 'sent', 'sent']);
  });

  test('two words on one ticket, answers lost on both: both stand once, in the order they were said', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    const mine = await wangsPhone();
    for (const [key, words] of [
      ['say-number-1', '第一句'],
      ['say-number-2', '第二句'],
    ] as const)
      mine.hold({ key, act: 'say', subject: ticket.id, body: { id: ticket.id, words } });
    await mine.page(['answer lost', 'never sent', 'through', 'answer lost', 'answer lost', 'through']);
    const said = await s.world.house.db.execute<{ body: string }>(sql`select body from contacts where body like '第%句' order by at, id`);
    expect(said.map((one) => one.body)).toEqual(['第一句', '第二句']);
  });

  test('a refusal keeps the words and is never tried again', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    const mine = await wangsPhone();
    mine.hold({ key: 'said-too-much', act: 'say', subject: ticket.id, body: { id: ticket.id, words: '话'.repeat(501) } });
    await mine.page(['through', 'through', 'through']);
    expect(mine.tried).toEqual(['said-too-much']);
    const [held] = [...mine.storage.values()];
    expect(held).toMatchObject({ refused: { title: '最多写 500 个字' }, body: { words: '话'.repeat(501) } });
  });

  test('the key lives as long as the phone relies on it: an hour before seven days the same ticket, at seven days nothing goes', async () => {
    const mine = await wangsPhone();
    mine.report('a-tap-long-ago-now', '门坏了');
    await mine.page(['answer lost']);
    s.at('2026-03-09 07:59');
    await s.tidies();
    await mine.page(['answer lost']);
    expect(await tickets()).toBe(1);
    s.at('2026-03-09 08:00');
    await mine.page(['through']);
    expect(mine.tried).toHaveLength(2);
    expect(heldStanding([...mine.storage.values()][0]!, now())).toBe('stale');

    // Why nothing goes any more: the server has forgotten the key, and would make it two.
    s.at('2026-03-09 09:01');
    await s.tidies();
    const [held] = [...mine.storage.values()];
    await mine.client.report(held!.body as Parameters<typeof mine.client.report>[0], { key: held!.key });
    expect(await tickets()).toBe(2);
  });

  test('the key is the person’s: sent with somebody else’s token it would be their ticket, so the queue asks who is here', async () => {
    const mine = await wangsPhone();
    mine.report('a-tap-of-my-own-now', '门坏了');
    const husband = await s.personId('李德明');
    expect(nextUp([...mine.storage.values()], husband, now(), () => true)).toBeNull();
    expect(nextUp([...mine.storage.values()], await s.personId('王秀兰'), now())?.key).toBe('a-tap-of-my-own-now');
  });
});
