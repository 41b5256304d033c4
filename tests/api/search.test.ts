import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { connect } from '../../db/connect.ts';
import { writeMissingTerms } from '../../db/missing-terms.ts';
import { MOST_CANDIDATES } from '../../db/queries/search.ts';
import type { Found } from '../../shared/contract/search.ts';
import { fillSearch } from '../bench/fill-search.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach({ isReplayed: false });
let leak: Told;
let door: Told;
let lift: Told;
beforeEach(async () => {
  leak = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '厨房水槽下面，软管漏水' });
  s.at('2026-03-02 09:05');
  door = await s.resident('吴晓雯').reports({ category: 'doors', words: '入户门锁舌卡住' });
  s.at('2026-03-02 09:10');
  lift = await s.resident('许若琳').reports({ category: 'lift', place: 'public', where: '地下车库 B 区', words: '电梯旁边漏水，DN20 的管' });
});

const search = async (name: string, q: string, after?: string): Promise<Found> => (await s.client(name)).search({ q, ...(after ? { after } : {}) });
const finds = async (name: string, q: string) => (await search(name, q)).items.map((card) => card.number);
const person = (name: string) => sql`(select id from people where name = ${name})`;

describe('手册 A2 记录都找得到：each way of finding', () => {
  test('by words of the resident and of colleagues, parts of words, whatever width and case; newest first', async () => {
    expect(await finds('吴桐', '漏水')).toEqual([lift.number, leak.number]);
    for (const q of ['软管漏', 'ｄｎ２０', '车库b区', '水槽 下面', 'N20']) expect([q, (await finds('吴桐', q)).length]).toEqual([q, 1]);
    await s.agent('林晓芸').calls(door, '住户说钥匙断在里面');
    await s.agent('林晓芸').dispatches(door, '赵建国', '换锁芯');
    expect(await finds('林晓芸', '钥匙断')).toEqual([door.number]);
    expect(await finds('林晓芸', '锁芯')).toEqual([door.number]);
    expect(await finds('林晓芸', '水泵')).toEqual([]);
  });

  test('by number: whole, its tail, the day, and as far as it is typed', async () => {
    for (const q of [leak.number, leak.number.toLowerCase(), leak.number.slice(3), leak.number.slice(6), leak.number.slice(6).replace('-', '')])
      expect([q, await finds('林晓芸', q)]).toEqual([q, [leak.number]]);
    expect(await finds('吴桐', '260302')).toEqual([lift.number, door.number, leak.number]);
    expect(await finds('吴桐', 'HT-BX-260302')).toEqual([lift.number]);
    expect(await finds('吴桐', '260302-00')).toHaveLength(3);
    expect(await finds('吴桐', '260303')).toEqual([]);
  });

  test('by home, as people write it', async () => {
    for (const q of ['3栋2单元502', '3-2-502', '502', '3栋502', '3栋', '3栋2单元5'])
      expect([q, await finds('林晓芸', q)]).toEqual([q, [leak.number]]);
    expect(await finds('林晓芸', '3栋2单元6')).toEqual([]);
    expect((await search('林晓芸', '3-2-502')).lookedFor).toEqual(['按房号 3栋2单元502', '按说过的话']);
  });

  test('by the reporter’s name and the last four digits; nobody else’s, and neither is ever a term', async () => {
    const [row] = await s.world.house.db.execute<{ last4: string }>(sql`select phone_last4 as last4 from people where name = '王秀兰'`);
    expect(await finds('林晓芸', '王秀兰')).toEqual([leak.number]);
    expect(await finds('林晓芸', row!.last4)).toEqual([leak.number]);
    expect(await finds('林晓芸', '李德明')).toEqual([]);
    const terms = await s.world.house.db.execute<{ term: string }>(sql`select distinct term from search_terms`);
    expect(terms.length).toBeGreaterThan(30);
    expect(terms.filter(({ term }) => ['王秀', '秀兰', row!.last4, row!.last4.slice(0, 2)].includes(term))).toEqual([]);
  });

  test('a ticket found in several ways appears once', async () => {
    await s.agent('林晓芸').says(leak, '王秀兰家，502，已经派人');
    expect(await finds('林晓芸', '王秀兰')).toEqual([leak.number]);
    expect(await finds('林晓芸', '502')).toEqual([leak.number]);
  });

  test('a hit is checked again: having the pairs is not having the words', async () => {
    await s.agent('林晓芸').says(door, '管漏了，叫水管工');
    expect(await finds('林晓芸', '管漏')).toEqual([door.number, leak.number]);
    expect(await finds('林晓芸', '水管漏')).toEqual([]);
  });

  test('odd queries are safe: too short is refused in plain words, five hundred characters too, pictures find nothing', async () => {
    const answer = async (q: string) => (await s.fetch('林晓芸', `/search?q=${encodeURIComponent(q)}`)).status;
    for (const q of ['', '水', '水'.repeat(500), '😀', '😀😀', 'a\u0000b', '%', "'; --"])
      expect([q.slice(0, 5), await answer(q)]).toEqual([q.slice(0, 5), 422]);
    for (const q of ['水'.repeat(40), '漏水😀', '%漏_水%', "漏水' or 1=1", '𠮷野家', '\\u0000']) expect([q, await answer(q)]).toEqual([q, 200]);
    expect(await finds('林晓芸', '漏水😀')).toEqual([leak.number]);
    expect((await s.fetch('林晓芸', '/search?q=%ED%A0%80%E6%BC%8F%E6%B0%B4')).status).toBeLessThan(500);
    expect((await s.fetch('林晓芸', '/search?q=%E6%BC%8F%E6%B0%B4&after=nonsense')).status).toBe(422);
  });
});

describe('only what the viewer may see', () => {
  test('an estate’s colleagues find their estate’s; the company’s find all; residents and who has no part in repairs are refused', async () => {
    expect(await finds('林晓芸', '漏水')).toEqual([leak.number]);
    expect(await finds('宋雨', '漏水')).toEqual([lift.number]);
    expect(await finds('宋雨', leak.number)).toEqual([]);
    expect(await finds('宋雨', '王秀兰')).toEqual([]);
    expect(await finds('曾勇', '漏水')).toEqual([lift.number, leak.number]);
    for (const name of ['王秀兰', '郭卫东', '韩梅']) {
      const answer = await s.fetch(name, '/search?q=%E6%BC%8F%E6%B0%B4');
      expect([name, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([name, 403, 'search/staff-only']);
    }
    expect((await s.fetch(null, '/search?q=%E6%BC%8F%E6%B0%B4')).status).toBe(401);
  });

  test('a technician finds what they hold or held last, and nothing once it is another’s', async () => {
    for (const q of ['漏水', leak.number, '502', '王秀兰', '软管漏水']) expect([q, await finds('赵建国', q)]).toEqual([q, []]);
    await s.agent('林晓芸').dispatches(leak, '赵建国', '换软管');
    for (const q of ['漏水', leak.number, '502', '王秀兰', '软管漏水', '换软管']) expect([q, await finds('赵建国', q)]).toEqual([q, [leak.number]]);
    expect(await finds('孙磊', '漏水')).toEqual([]);
    await s.agent('林晓芸').reassigns(leak, '孙磊', '赵建国');
    expect(await finds('赵建国', '漏水')).toEqual([]);
    expect(await finds('孙磊', '漏水')).toEqual([leak.number]);
  });

  test('colleagues’ own words find nothing for whoever reported it, though they work here', async () => {
    const own = await s.resident('何静').reports({ category: 'doors', words: '我家的门关不上' });
    await s
      .agent('林晓芸')
      .handsOver(own, '这位同事脾气急，小心说话')
      .catch(() => undefined);
    await s.agent('林晓芸').reclassifies(own, { category: 'power', worse: false, danger: false, why: '脾气急' });
    expect(await finds('林晓芸', '脾气')).toEqual([own.number]);
    expect(await finds('林晓芸', '脾气急')).toEqual([own.number]);
    expect(await finds('何静', '脾气')).toEqual([]);
    expect(await finds('何静', '脾气急')).toEqual([]);
    expect(await finds('何静', '关不上')).toEqual([own.number]);
  });

  test('a home’s earlier and later people are found by the home, by colleagues only', async () => {
    await s.world.house.db.execute(sql`update residences set until_at = '2026-03-02T01:30:00Z' where person_id = ${person('吴晓雯')}`);
    s.at('2026-03-02 10:00');
    expect(await finds('林晓芸', '5-1-1002')).toEqual([door.number]);
    expect(await finds('林晓芸', '吴晓雯')).toEqual([door.number]);
    expect(await refusal(search('吴晓雯', '锁舌'))).toBe('search/staff-only');
  });
});

describe('pages', () => {
  test('stay as they were while new tickets arrive, with no ticket twice and none left out', async () => {
    await fillSearch(s.world.urls.owner, { tickets: 200, offices: 'as planted', from: '2026-02-01T00:00:00Z', until: '2026-02-20T00:00:00Z' });
    const all = (
      await s.world.house.db.execute<{ number: string }>(
        sql`select t.number from tickets t join contacts c on c.ticket_id = t.id where c.body like '%漏水%' order by t.id desc`,
      )
    ).map((row) => row.number);
    expect(all.length).toBeGreaterThan(40);
    for (const q of ['漏水', '管漏水']) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await search('吴桐', q, after);
        expect(page.items.length).toBeLessThanOrEqual(20);
        seen.push(...page.items.map((card) => card.number));
        after = page.next ?? undefined;
        s.at('2026-03-02 12:00');
        await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管漏水' });
      } while (after);
      const held = q === '漏水' ? all : seen;
      expect(seen.filter((number) => held.includes(number))).toEqual(held.filter((number) => seen.includes(number)));
      expect(new Set(seen).size).toBe(seen.length);
      if (q === '漏水') expect(seen).toEqual(all);
      else expect(seen.length).toBeGreaterThan(30);
    }
  });

  test('end at the bound and go on from there', async () => {
    await fillSearch(s.world.urls.owner, {
      tickets: MOST_CANDIDATES + 150,
      offices: 'as planted',
      from: '2026-02-01T00:00:00Z',
      until: '2026-02-20T00:00:00Z',
    });
    // Every candidate has the rare-looking pair, only the oldest ticket has the words.
    await s.world.house.db.execute(sql`
      insert into search_terms select office_id, unnest(array['铜阀', '阀芯']), id from tickets where received_at < '2026-03-01' on conflict do nothing`);
    const [oldest] = await s.world.house.db.execute<{ id: string; number: string; office_id: string; reporter_id: string }>(
      sql`select * from tickets order by id limit 1`,
    );
    await s.world.house.db.execute(sql`
      insert into contacts (id, office_id, ticket_id, at, recorded_at, channel, kind, direction, audience, place, author_id, participants, body)
      values (${s.world.house.newId()}, ${oldest!.office_id}, ${oldest!.id}, now(), now(), 'phone', 'call', 'in', 'followers', '', ${oldest!.reporter_id}, '{}', '铜阀芯坏了')`);
    const pages: number[] = [];
    let found: string[] = [];
    let after: string | undefined;
    do {
      const page = await search('吴桐', '铜阀芯', after);
      pages.push(page.items.length);
      found = [...found, ...page.items.map((card) => card.number)];
      after = page.next ?? undefined;
    } while (after);
    expect(found).toEqual([oldest!.number]);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.at(-1)).toBe(1);
  });

  test('take three statements, the viewer’s included', async () => {
    const token = await s.world.house.tokens.sign(await s.personId('林晓芸'));
    for (const q of ['漏水', '软管漏水', '502', '王秀兰']) {
      s.world.statements();
      await s.world.app.fetch(new Request(`http://house/api/search?q=${encodeURIComponent(q)}`, { headers: { authorization: `Bearer ${token}` } }));
      expect(s.world.statements().length).toBe(3);
    }
  });
});

test('tickets from before the search are made findable by migrating, and only those', async () => {
  const owner = connect(s.world.urls.owner, { max: 1 });
  const terms = () => owner.db.execute(sql`select * from search_terms order by ticket_id, term`);
  const before = [...(await terms())];
  await owner.db.execute(sql`delete from search_terms`);
  expect(await finds('吴桐', '漏水')).toEqual([]);
  await writeMissingTerms(owner.db);
  expect([...(await terms())]).toEqual(before);
  await writeMissingTerms(owner.db);
  expect(await finds('吴桐', '漏水')).toEqual([lift.number, leak.number]);
  await owner.close();
});

test('terms are written once by the doors, and removed by retention alone', async () => {
  const codeOf = async (statement: string, db = s.world.house.db) =>
    db.execute(sql.raw(statement)).then(
      () => 'allowed',
      (error) => (error as { cause: { code: string } }).cause.code,
    );
  expect(await codeOf("update search_terms set term = 'x'")).toBe('42501');
  expect(await codeOf('delete from search_terms')).toBe('42501');
  const retention = connect(s.world.urls.retention, { max: 1 });
  expect(await codeOf(`delete from search_terms where ticket_id = '${leak.id}'`, retention.db)).toBe('allowed');
  expect(await finds('林晓芸', '漏水')).toEqual([]);
  await retention.close();
});
