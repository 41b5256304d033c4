import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach } from '../support/api-story.ts';

const s = storyOfEach();

const tidy = async () => (await s.tidies()).map((one) => [one.office, one.what, one.rows]);

async function movesIn(name: string, label: string) {
  await s.world.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
    select ${s.world.house.newId()}, h.office_id, h.id, ${await s.personId(name)}, 'occupant', '2026-01-03T00:00:00Z' from homes h join offices o on o.id = h.office_id where h.label = ${label} and o.letters = 'WT'`);
}

describe('a colleague who lives with the reporter', () => {
  test('finds nothing by colleagues’ own words, however short the query', async () => {
    await movesIn('何静', '3栋2单元502');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    await s.agent('林晓芸').reclassifies(ticket, { category: 'power', worse: false, danger: false, why: '脾气急' });
    const found = async (name: string, q: string) => (await (await s.client(name)).search({ q })).items.map((card) => card.number);
    expect(await found('林晓芸', '脾气')).toEqual([ticket.number]);
    expect((await (await s.client('何静')).ticket({ id: ticket.id })).asStaff).toBe(false);
    expect(await found('何静', '脾气急')).toEqual([]);
    expect(await found('何静', '门坏')).toEqual([ticket.number]);
    expect(await found('何静', '脾气')).toEqual([]);
  });

  test('reads none of colleagues’ own words on it in the register', async () => {
    s.at('2026-01-02 17:00');
    const before = await s.resident('王秀兰').reports({ category: 'doors', words: '窗坏了' });
    s.at('2026-03-02 09:00');
    await movesIn('何静', '3栋2单元502');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    for (const [told, why] of [
      [ticket, '脾气急'],
      [before, '以前的事'],
    ] as const)
      await s.agent('林晓芸').reclassifies(told, { category: 'power', worse: false, danger: false, why });
    const words = async (name: string) => (await (await s.client(name)).register({})).items.map((line) => line.body);
    expect(await words('林晓芸')).toEqual(['以前的事', '脾气急', '门坏了', '窗坏了']);
    // What was reported before she moved in is work like any other.
    expect(await words('何静')).toEqual(['以前的事', '门坏了', '窗坏了']);
  });

  test('sees in the list at work no more than on the ticket', async () => {
    await movesIn('何静', '3栋2单元502');
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
    const api = await s.client('何静');
    const own = (await api.ticket({ id: ticket.id })).next?.what;
    for (const as of ['staff', 'resident', undefined] as const) {
      const line = (await api.tickets({ show: 'open', ...(as ? { as } : {}) })).items.find((card) => card.id === ticket.id);
      expect([as, line?.next?.what]).toEqual([as, own]);
    }
  });
});

describe('a household', () => {
  test('hears of its ticket whatever it became since: an occupant who is the owner now, or came back', async () => {
    await movesIn('许若琳', '3栋2单元502');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    s.at('2026-03-02 10:00');
    const at = s.world.now().toISOString();
    await s.world.house.db.execute(
      sql`update residences set until_at = ${at} where person_id = ${await s.personId('许若琳')} and home_id = (select home_id from tickets)`,
    );
    await s.world.house.db.execute(
      sql`insert into residences (id, office_id, home_id, person_id, "as", from_at) select ${s.world.house.newId()}, office_id, home_id, ${await s.personId('许若琳')}, 'owner', ${at} from tickets`,
    );
    s.at('2026-03-02 10:05');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.looksAfter();
    expect(await s.resident('许若琳').may(ticket)).toContain('confirm');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('finished');
    expect(await s.resident('许若琳').heard(ticket)).toContain('finished');
  });
});

describe('retention', () => {
  test('somebody whose name is gone leaves every page readable', async () => {
    const ticket = await s.resident('吴晓雯').reports({ category: 'doors', words: '门坏了' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('吴晓雯').confirms(ticket);
    for (const name of ['吴晓雯', '赵建国']) {
      await s.world.house.db.execute(sql`update residences set until_at = '2026-03-02T04:00:00Z' where person_id = ${await s.personId(name)}`);
      await s.world.house.db.execute(sql`update appointments set until_at = '2026-03-02T04:00:00Z' where person_id = ${await s.personId(name)}`);
    }
    s.at('2028-03-01 09:00');
    await s.agent('林晓芸').says(ticket, '问一下');
    await (await s.client('林晓芸')).reveal({ id: ticket.id, reason: 'appointment', words: '' });
    s.at('2029-03-03 09:00');
    expect(await tidy()).toEqual(expect.arrayContaining([['回音物业总部', 'people', 2]]));
    const seen = await (await s.client('林晓芸')).ticket({ id: ticket.id });
    expect(JSON.stringify(seen)).not.toContain('吴晓雯');
    const register = await (await s.client('林晓芸')).register({});
    const reveals = await (await s.client('郑涛')).reveals({});
    const GONE = '（姓名已清除）';
    expect([seen.reporter?.name, seen.assigneeName, reveals.items[0]?.whoseName]).toEqual([GONE, GONE, GONE]);
    expect(seen.promises.map((promise) => promise.owedBy)).toContain(GONE);
    expect(register.items.map((line) => line.byName)).toContain(GONE);
    expect(register.items.flatMap((line) => line.participants)).toContain(GONE);
    const list = await (await s.client('林晓芸')).tickets({ show: 'done' });
    expect(list.items[0]?.assigneeName).toBe(GONE);
    // Looked for as every page a colleague reads: no name is an empty one.
    expect(JSON.stringify([seen, register, reveals, list])).not.toMatch(/"(name|byName|whoseName|assigneeName|owedBy)":""/);
  });

  test('the name of somebody who lived where records are kept longer is kept as long', async () => {
    const ticket = await s.resident('吴晓雯').reports({ category: 'doors', words: '门坏了' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('吴晓雯').confirms(ticket);
    await s.world.house.db.execute(
      sql`insert into settings (id, office_id, key, value, from_at, set_at) select ${s.world.house.newId()}, id, 'retentionYears', '5', '2026-01-05T00:00:00Z', '2026-01-05T00:00:00Z' from offices where letters = 'WT'`,
    );
    await s.world.house.db.execute(sql`update residences set until_at = '2026-03-02T04:00:00Z' where person_id = ${await s.personId('吴晓雯')}`);
    s.at('2029-03-03 09:00');
    expect((await tidy()).filter(([, what]) => what === 'people')).toEqual([]);
    s.at('2031-03-03 09:00');
    expect((await tidy()).filter(([, what]) => what === 'people')).toEqual([['回音物业总部', 'people', 1]]);
  });
});
