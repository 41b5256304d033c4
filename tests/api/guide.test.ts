import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { MOST_LOOKED_AT } from '../../db/queries/guide.ts';
import { GUIDE } from '../../db/seeds/guide.ts';
import { GUIDE_SECTION_NAMES } from '../../shared/guide/sections.ts';
import { storyOfEach, toldIn } from '../support/api-story.ts';
import { AN_ENTRY } from '../support/guide-deeds.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach();
const PLANTED = GUIDE.filter(({ only = 'WT' }) => only === 'WT').length;
const write = async (name = '周敏', text: Partial<typeof AN_ENTRY> = {}) => s.person(name).writesGuide('WT', text);
const versions = () => s.count(sql`select count(*)::int as n from guide_versions`);
const post = async (name: string, path: string, key: string, body: unknown) => {
  const answer = await s.fetch(name, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as { id?: string; code?: string } };
};

describe('writing and changing', () => {
  test('one tap makes one entry however often it arrives; the same key with something else is refused', async () => {
    const body = { officeId: await s.officeId('WT'), ...AN_ENTRY };
    const before = await versions();
    const tries = await Promise.all([1, 2, 3].map(() => post('周敏', '/guide', 'one-tap-on-save', body)));
    expect(tries.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(tries.map((one) => one.body.id)).size).toBe(1);
    expect(await versions()).toBe(before + 1);
    expect((await post('周敏', '/guide', 'one-tap-on-save', { ...body, words: '别的' })).body.code).toBe('request/key-reused');
    expect(
      (await s.fetch('周敏', '/guide', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).status,
    ).toBe(422);
  });

  test('of many who change the same version at once one is heard; the others read what stands', async () => {
    const entry = await write();
    const before = await versions();
    const names = ['周敏', '郑涛', '周敏', '郑涛', '周敏', '郑涛'];
    const told = await Promise.all(
      names.map((name, index) =>
        s
          .person(name)
          .rewritesGuide(entry, { words: `第 ${index} 种写法` })
          .then(
            () => 'done',
            (error) => error.code,
          ),
      ),
    );
    expect([...told].sort()).toEqual(['done', ...Array(5).fill('guide/changed')]);
    expect(await versions()).toBe(before + 1);
    expect(await s.person('周敏').readsVersions(entry)).toEqual([AN_ENTRY.words, `第 ${told.indexOf('done')} 种写法`]);
  });

  test('a change against a withdrawal at once: one of them holds, and nothing is written over', async () => {
    const entry = await write();
    const [changed, withdrawn] = await Promise.all([
      s
        .person('周敏')
        .rewritesGuide(entry, { words: '改了' })
        .then(
          () => 'done',
          (error) => error.code,
        ),
      s
        .person('郑涛')
        .withdrawsGuide(entry)
        .then(
          () => 'done',
          (error) => error.code,
        ),
    ]);
    expect([changed, withdrawn].filter((one) => one === 'done')).toHaveLength(1);
    expect(['guide/changed', 'guide/withdrawn']).toContain([changed, withdrawn].find((one) => one !== 'done'));
    expect(await s.person('周敏').readsVersions(entry)).toHaveLength(2);
  });

  test('a version each with who wrote it and when, for colleagues; residents read what holds and no name', async () => {
    const entry = await write();
    s.at('2026-03-03 10:00');
    await s.person('郑涛').rewritesGuide(entry, { words: '换到四栋' });
    const theirs = await (await s.client('林晓芸')).guideEntry({ id: entry.id });
    expect(theirs.versions.map(({ version, words, byName, at }) => [version, words, byName, at])).toEqual([
      [1, AN_ENTRY.words, '周敏', '2026-03-02T01:00:00.000Z'],
      [2, '换到四栋', '郑涛', '2026-03-03T02:00:00.000Z'],
    ]);
    expect(theirs.mayWrite).toBe(false);
    expect((await (await s.client('郑涛')).guideEntry({ id: entry.id })).mayWrite).toBe(true);
    const resident = await s.client('王秀兰');
    const seen = [
      await resident.guideEntry({ id: entry.id }),
      await resident.guide({ q: '四栋' }),
      await resident.nearGuide({ officeId: await s.officeId('WT'), words: '乒乓球室怎么预约' }),
    ];
    expect(toldIn(seen)).toContain('换到四栋');
    for (const untold of ['周敏', '郑涛', AN_ENTRY.words]) expect([untold, toldIn(seen).includes(untold)]).toEqual([untold, false]);
  });

  test('fields are refused by name', async () => {
    const body = { officeId: await s.officeId('WT'), ...AN_ENTRY };
    const fieldOf = async (text: object) =>
      ((await post('周敏', '/guide', `tap-${JSON.stringify(text).length}-refused`, { ...body, ...text })).body as { errors?: { field: string }[] })
        .errors?.[0]?.field;
    expect(await fieldOf({ title: ' ' })).toBe('title');
    expect(await fieldOf({ words: '字'.repeat(501) })).toBe('words');
    expect(await fieldOf({ section: 'weather' })).toBe('section');
    expect(await fieldOf({ phone: '1380000' + '6010' })).toBe('phone');
    expect(await fieldOf({ words: '打 138-0000-6010 找我' })).toBe('words');
  });
});

describe('who finds it', () => {
  test('another estate’s resident: 404 of the estate and of the entry, nothing in theirs; nobody without a session', async () => {
    const entry = await write();
    const officeId = await s.officeId('WT');
    const other = await s.client('许若琳');
    expect(await refusal(other.guide({ officeId }))).toBe('seen/not-found');
    expect(await refusal(other.nearGuide({ officeId, words: '乒乓球室怎么预约' }))).toBe('seen/not-found');
    expect(await refusal(other.guideEntry({ id: entry.id }))).toBe('seen/not-found');
    for (const deed of [s.person('唐慧').withdrawsGuide(entry), s.person('唐慧').writesGuide('WT'), s.person('谢军').rewritesGuide(entry)])
      expect(await refusal(deed)).toBe('seen/not-found');
    expect((await other.guide({ q: '乒乓' })).items).toEqual([]);
    expect((await s.fetch(null, '/guide')).status).toBe(401);
  });

  test('who lives at two estates chooses; whoever moved out reads nothing; the company reads all of them', async () => {
    await write();
    const both = await s.client('陈一鸣');
    expect((await both.guide({})).offices.map(({ name, isStaff }) => [name, isStaff]).sort()).toEqual(
      [
        ['梧桐里', false],
        ['海棠湾', false],
      ].sort(),
    );
    expect((await both.guide({ officeId: await s.officeId('HT'), q: '乒乓' })).items).toEqual([]);
    expect((await both.guide({ officeId: await s.officeId('WT'), q: '乒乓' })).items).toHaveLength(1);
    await s.world.house.db.execute(sql`update residences set until_at = '2026-03-01T00:00:00Z' where person_id = ${await s.personId('吴晓雯')}`);
    expect(await (await s.client('吴晓雯')).guide({})).toMatchObject({ items: [], officeId: null, offices: [] });
    for (const letters of ['WT', 'HT'])
      expect((await (await s.client('吴桐')).guide({ officeId: await s.officeId(letters) })).items.length).toBeGreaterThan(10);
  });

  test('what is withdrawn is found by colleagues under 撤下的, by residents nowhere', async () => {
    const entry = await write();
    await s.person('周敏').withdrawsGuide(entry);
    const list = async (name: string, show: 'current' | 'withdrawn') =>
      (await (await s.client(name)).guide({ show, q: '乒乓' })).items.map(({ title }) => title);
    expect(await list('林晓芸', 'withdrawn')).toEqual([AN_ENTRY.title]);
    expect(await list('林晓芸', 'current')).toEqual([]);
    expect(await list('王秀兰', 'withdrawn')).toEqual([]);
    expect(await s.resident('王秀兰').isOffered('乒乓球室怎么预约')).toEqual([]);
    expect(await refusal((await s.client('王秀兰')).guideEntry({ id: entry.id }))).toBe('seen/not-found');
  });
});

describe('pages and finding', () => {
  const whole = async (name: string, asked: Parameters<Awaited<ReturnType<typeof s.client>>['guide']>[0] = {}) => {
    const api = await s.client(name);
    const pages = [await api.guide(asked)];
    while (pages.at(-1)!.next) pages.push(await api.guide({ ...asked, after: pages.at(-1)!.next! }));
    return pages.map(({ items }) => items);
  };

  test('every entry once, in the order of the sections, whatever the number of pages', async () => {
    for (let index = 0; index < 25; index += 1) await write('周敏', { section: GUIDE_SECTION_NAMES[index % 6]!, title: `乒乓球室 ${index}` });
    const pages = await whole('王秀兰');
    expect(pages.map((items) => items.length)).toEqual([20, 20, PLANTED + 25 - 40]);
    const all = pages.flat();
    expect(new Set(all.map(({ id }) => id)).size).toBe(PLANTED + 25);
    const places = all.map(({ section }) => GUIDE_SECTION_NAMES.indexOf(section));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect((await whole('王秀兰', { q: '乒乓' })).map((items) => items.length)).toEqual([20, 5]);
    expect((await whole('王秀兰', { section: 'phones' })).flat().every(({ section }) => section === 'phones')).toBe(true);
  });

  test('by the phone, by parts of words, whatever width; an old wording is found no more', async () => {
    const entry = await write('周敏', { words: 'WiFi 密码问前台', phone: '0571-0000 0199' });
    for (const typed of ['wifi', 'ＷＩＦＩ', '00000199', '密码', 'ifi'])
      expect([typed, await s.resident('王秀兰').looksUp(typed)]).toEqual([typed, [AN_ENTRY.title]]);
    await s.person('周敏').rewritesGuide(entry, { words: '不用密码' });
    expect(await s.resident('王秀兰').looksUp('wifi')).toEqual([]);
  });

  test('what has the pairs and not the words is no hit, and never ends a page for good', async () => {
    const lines = Array.from({ length: MOST_LOOKED_AT + 5 }, (_, index) => ({ ...AN_ENTRY, title: `水球场 ${index}`, words: '球场管 场管球' }));
    for (const line of lines) await write('周敏', line);
    await write('周敏', { ...AN_ENTRY, section: 'surroundings', title: '在最后', words: '球场管球' });
    const pages = await whole('王秀兰', { q: '球场管球' });
    expect(pages.flat().map(({ title }) => title)).toEqual(['在最后']);
    expect(pages.length).toBeGreaterThan(1);
  });

  test('a cursor of another list is refused', async () => {
    const api = await s.client('王秀兰');
    for (const after of ['x', 'phones', 'phones.x', 'weather.0190b2c4-0000-7000-8000-000000000000', '0190b2c4-0000-7000-8000-000000000000'])
      expect([after, await refusal(api.guide({ after }))]).toEqual([after, 'request/invalid']);
  });
});
