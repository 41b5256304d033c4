import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { nextLookOf, sweep } from '../../api/ledger/sweep.ts';
import { connect } from '../../db/connect.ts';
import { API } from '../../shared/contract/index.ts';
import { limitOn } from '../../shared/limits/limits.ts';
import { keepTheBox } from '../access/cast-duties.ts';
import { storyOfEach } from '../support/api-story.ts';
import { holdNeeds } from '../support/needs.ts';
import { parts } from '../support/sheets.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
const as = (name: string) => s.client(name);
const WORDS = '夜班排得太密，连着上了五个';
const LETTER = { need: 'work' as const, words: WORDS };
/** His director, his supervisor, who heads the departments, quality, the rest of the company, another technician. */
const OTHERS = ['郑涛', '陈立', '周敏', '吴桐', '袁媛', '韩梅', '曹阳', '彭浩', '曾勇', '孙磊', '何静', '王秀兰'] as const;

/** Everything that is asked with GET and needs no id. */
const LISTS = Object.values(API)
  .filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  .map(({ path }) => path);

/** All somebody is answered by every list, in one text. */
async function readsAll(name: string): Promise<string> {
  const texts: string[] = [];
  for (const path of LISTS) texts.push(await (await s.fetch(name, path)).text());
  return texts.join('\n');
}

/** In how many rows of which tables something stands, whoever looks at a copy of the database. */
async function standsIn(what: string): Promise<Record<string, number>> {
  const { db, close } = connect(s.world.urls.owner, { max: 1 });
  try {
    const tables = await db.execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(name)} t where t::text like ${`%${what}%`}`);
      if (row!.n > 0) found[name] = row!.n;
    }
    return found;
  } finally {
    await close();
  }
}

describe('手册 S11 总裁信箱：中间没有人', () => {
  test('署名的一封，只有写的人和总经理看得到；别人一个列表里也没有，问编号就是没有', async () => {
    const { id } = await (await as('赵建国')).writeToMailbox(LETTER);
    s.at('2026-03-20 09:00');
    await sweep(s.world.house);
    for (const name of OTHERS) {
      const seen = await readsAll(name);
      expect([name, seen.includes(WORDS), seen.includes(id)]).toEqual([name, false, false]);
      const client = await as(name);
      expect(await refusal(client.mailboxLetter({ id }))).toBe('seen/not-found');
      expect(await refusal(client.errand({ id }))).toBe('seen/not-found');
      expect(await refusal(client.recordTalk({ id, agreed: '谈过了' }))).toBe('seen/not-found');
      expect(await refusal(client.answerByDocument({ id, title: '答复', words: '答复' }))).toBe('seen/not-found');
    }
    expect(await readsAll('赵建国')).toContain(WORDS);
    expect(await (await as('蔡建华')).mailboxLetter({ id })).toMatchObject({ words: WORDS, writerName: '赵建国', mine: false });
    expect(await (await as('赵建国')).mailboxLetter({ id })).toMatchObject({ words: WORDS, mine: true });
    expect(await refusal((await as('吴桐')).mailbox({ which: 'all' }))).toBe('mailbox/not-yours');
    expect(await refusal((await as('彭浩')).needsRegister({}))).toBe('mailbox/not-yours');
  }, 120_000);

  test('换了总经理，新的看得到，原来的看不到；没有总经理，信箱说明没有人收', async () => {
    const { id } = await (await as('赵建国')).writeToMailbox(LETTER);
    const [old, fresh] = [await s.personId('蔡建华'), await s.personId('曾勇')];
    s.at('2026-03-03 09:00');
    const now = s.world.now().toISOString();
    const { db, close } = connect(s.world.urls.owner, { max: 1 });
    await db.execute(sql`update appointments set until_at = ${now} where person_id = ${old}`);
    expect(await refusal((await as('赵建国')).writeToMailbox(LETTER))).toBe('mailbox/nobody');
    await db.execute(sql`update appointments set role = 'generalManager' where person_id = ${fresh}`);
    await close();
    expect(await refusal((await as('蔡建华')).mailboxLetter({ id }))).toBe('seen/not-found');
    expect((await (await as('曾勇')).mailbox({ which: 'all' })).items).toHaveLength(1);
    await (await as('曾勇')).recordTalk({ id, agreed: '下个月起改' });
    await (await as('赵建国')).confirmTalk({ id });
  });

  test('不署名的，全库没有一行说得出是谁：没有编号、没有次数、没有提交的记录；点两下只有一封', async () => {
    const person = await s.personId('赵建国');
    const before = await standsIn(person);
    const tap = { key: crypto.randomUUID() };
    for (let again = 0; again < 2; again += 1) expect(await (await as('赵建国')).writeUnsigned(LETTER, tap)).toEqual({ sent: true });
    expect(await standsIn(person)).toEqual(before);
    expect(await standsIn(tap.key)).toEqual({});
    expect((await standsIn(WORDS)).mailbox_words).toBe(1);
    expect(Object.keys(await standsIn(WORDS))).toEqual(['mailbox_words']);
    const { items, waiting } = await (await as('蔡建华')).mailbox({ which: 'all' });
    expect([items.length, waiting, items[0]!.writerName, items[0]!.signed]).toEqual([1, 1, null, false]);
    expect((await (await as('赵建国')).mailbox({ which: 'mine' })).items).toEqual([]);
    const seen = await (await as('蔡建华')).mailboxLetter({ id: items[0]!.id });
    expect(seen.actions.map(({ action }) => action)).toEqual(['answerByDocument']);
    for (const name of OTHERS) expect(await refusal((await as(name)).mailboxLetter({ id: items[0]!.id }))).toBe('seen/not-found');
  });

  test('不署名的不数谁写了几封，数全公司一小时几封', async () => {
    const { count } = limitOn('unsigned', s.world.now());
    for (let one = 0; one < count; one += 1) await (await as('赵建国')).writeUnsigned(LETTER);
    expect(await refusal((await as('孙磊')).writeUnsigned(LETTER))).toBe('request/too-many');
    await (await as('孙磊')).writeToMailbox(LETTER);
  }, 60_000);

  test('公司文件不写是谁提的、原话怎么说；住户看不到', async () => {
    const { id } = await (await as('赵建国')).writeToMailbox(LETTER);
    await (await as('蔡建华')).answerByDocument({ id, title: '关于夜班', words: '夜班最多连上三个' });
    const seen = await (await s.fetch('冯刚', '/company-documents')).text();
    expect(seen).toContain('夜班最多连上三个');
    expect([seen.includes('赵建国'), seen.includes(WORDS), seen.includes(id)]).toEqual([false, false, false]);
    expect(await refusal((await as('王秀兰')).companyDocuments({}))).toBe('errands/staff-only');
    expect(await (await as('赵建国')).mailboxLetter({ id })).toMatchObject({ document: { title: '关于夜班' }, status: 'closed' });
  });

  test('答复和约谈同时点，只有一样算数；点两下谈过了，记一次', async () => {
    const { id } = await (await as('赵建国')).writeToMailbox(LETTER);
    const manager = await as('蔡建华');
    const done = await Promise.allSettled([
      manager.answerByDocument({ id, title: '关于夜班', words: '夜班最多连上三个' }),
      manager.recordTalk({ id, agreed: '下个月起改' }),
    ]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const other = await (await as('孙磊')).writeToMailbox(LETTER);
    const tap = { key: crypto.randomUUID() };
    await Promise.all([manager.recordTalk({ id: other.id, agreed: '换新的' }, tap), manager.recordTalk({ id: other.id, agreed: '换新的' }, tap)]);
    expect((await manager.mailboxLetter({ id: other.id })).agreed).toEqual(['换新的']);
  });

  test('总经理不能写给自己：没有人答得了；有别的总经理，就归那一位', async () => {
    expect(await refusal((await as('蔡建华')).writeToMailbox(LETTER))).toBe('mailbox/nobody');
    expect((await (await as('蔡建华')).mailbox({ which: 'all' })).items).toEqual([]);
    const { db, close } = connect(s.world.urls.owner, { max: 1 });
    await db.execute(sql`update appointments set role = 'generalManager' where person_id = ${await s.personId('曾勇')}`);
    await close();
    const { id } = await (await as('蔡建华')).writeToMailbox(LETTER);
    const seen = await (await as('曾勇')).mailboxLetter({ id });
    expect(seen.actions.map(({ action }) => action)).toContain('recordTalk');
    expect((await (await as('蔡建华')).mailboxLetter({ id })).actions.map(({ action }) => action)).toEqual(['takeBackLetter']);
  });

  test('不署名的改了再交，用的还是那一下的编号：两封都在，一个字也不丢', async () => {
    const tap = { key: crypto.randomUUID() };
    for (const words of [WORDS, WORDS, `${WORDS}，再没有人管我就不干了`]) await (await as('赵建国')).writeUnsigned({ ...LETTER, words }, tap);
    const { items } = await (await as('蔡建华')).mailbox({ which: 'all' });
    expect(items.map(({ words }) => words).sort()).toEqual([WORDS, `${WORDS}，再没有人管我就不干了`]);
    expect(await standsIn(tap.key)).toEqual({});
  });

  test('改约：为什么改，写的人看得到，别的表里没有；点两下改一次；不当作说好的', async () => {
    const { id } = await (await as('赵建国')).writeToMailbox(LETTER);
    const manager = await as('蔡建华');
    const why = '那天去海棠湾开会';
    expect(await refusal(manager.moveTalk({ id, talkOn: '2026-03-05', why }))).toBe('ticket/action-refused');
    await manager.arrangeTalk({ id, talkOn: '2026-03-04' });
    for (const name of OTHERS) expect(await refusal((await as(name)).moveTalk({ id, talkOn: '2026-03-05', why }))).toBe('seen/not-found');
    expect(await refusal(manager.moveTalk({ id, talkOn: '2026-03-05', why: ' ' }))).toBe('request/invalid');
    const tap = { key: crypto.randomUUID() };
    await Promise.all([manager.moveTalk({ id, talkOn: '2026-03-05', why }, tap), manager.moveTalk({ id, talkOn: '2026-03-05', why }, tap)]);
    expect(Object.keys(await standsIn(why))).toEqual(['mailbox_words']);
    const seen = await (await as('赵建国')).mailboxLetter({ id });
    expect(seen).toMatchObject({ talkOn: '2026-03-05', moves: [{ to: '2026-03-05', why }], agreed: [] });
    expect(seen.promises.map(({ what, withdrawnAt }) => [what, withdrawnAt !== null])).toEqual([
      ['mailbox_answered', false],
      ['mailbox_talk', true],
      ['mailbox_talk', false],
    ]);
    expect((await (await as('赵建国')).mailbox({ which: 'mine' })).items[0]!.answer).toBeNull();
    expect((await (await as('赵建国')).inbox({})).items[0]).toMatchObject({ text: '您写给总经理的信，当面谈改了一天，写了为什么', mailboxId: id });
  });

  test('记下谈过了没有人回话：两个扫描同时来，也只办完一次；之后没有可看的', async () => {
    const { id } = await (await as('赵建国')).writeToMailbox(LETTER);
    await (await as('蔡建华')).recordTalk({ id, agreed: '下个月起改' });
    const { silentAt } = await (await as('赵建国')).mailboxLetter({ id });
    expect(await nextLookOf(s.world.house)).toEqual(new Date(silentAt!));
    s.at('2026-03-10 00:00');
    expect(await sweep(s.world.house)).toEqual([]);
    s.at('2026-03-10 00:01');
    await Promise.all([sweep(s.world.house), sweep(s.world.house)]);
    expect(await sweep(s.world.house)).toEqual([]);
    const rows = await s.world.house.db.execute(sql`select did from events where subject = ${id} and did = 'confirmed_by_silence'`);
    expect(rows).toHaveLength(1);
    const seen = await (await as('赵建国')).mailboxLetter({ id });
    expect(seen).toMatchObject({ status: 'closed', standing: '您没有回话，当作谈过了', silentAt: null, actions: [] });
    expect((await (await as('赵建国')).mailbox({ which: 'mine' })).waiting).toBe(0);
    expect(await nextLookOf(s.world.house)).toBeNull();
  });

  test('过了最后一天才说没有谈过，扫描还没来也不算：和扫描同时来，办完一次', async () => {
    const { id } = await (await as('赵建国')).writeToMailbox(LETTER);
    await (await as('蔡建华')).recordTalk({ id, agreed: '下个月起改' });
    s.at('2026-03-10 00:01');
    const writer = await as('赵建国');
    const [said] = await Promise.allSettled([writer.denyTalk({ id }), sweep(s.world.house)]);
    expect(said!.status).toBe('rejected');
    expect(await writer.mailboxLetter({ id })).toMatchObject({ status: 'closed' });
    expect(await refusal(writer.confirmTalk({ id }))).toBe('ticket/action-refused');
  });
});

describe('手册 S11 总裁信箱 · 员工需求普查登记表', () => {
  const YEAR = { from: '2026-02-28T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' };
  const takes = async (name: string, letters: string) =>
    (await as(name)).exportRegister({ register: 'mailbox', officeId: await s.officeId(letters), ...YEAR });
  const reads = async (name: string, file: string) => {
    const answer = await s.fetch(name, file);
    expect(answer.status).toBe(200);
    const found = parts(new Uint8Array(await answer.arrayBuffer()));
    return Object.entries(found)
      .filter(([path]) => /worksheets\/sheet|sharedStrings/.test(path))
      .map(([, text]) => text)
      .join('');
  };

  test('总经理导得出：署名的有名字，不署名的没有；怎么答的、普查里每一样得到什么，都在', async () => {
    await keepTheBox(s, await s.officeId('WT'));
    const { over } = await holdNeeds(s);
    const gets = [{ need: '工作时间和休息：人手', gets: '梧桐里加两位师傅' }];
    await (await as('韩梅')).answerNeeds({ id: over, title: '关于人手', words: '一样一样办', gets });
    const manager = await as('蔡建华');
    const { id: written } = await (await as('钱大勇')).writeToMailbox({ need: 'tools', words: '冲击钻没有了' });
    await manager.arrangeTalk({ id: written, talkOn: '2026-03-04' });
    await manager.moveTalk({ id: written, talkOn: '2026-03-05', why: '去海棠湾开会' });
    await (await as('陈立')).writeUnsigned({ need: 'treatment', words: '有人欺负新来的' });
    const [unsigned] = (await manager.mailbox({ which: 'all' })).items;
    await manager.answerByDocument({ id: unsigned!.id, title: '关于带新人', words: '=新人有人带' });
    const { company, items } = await manager.registers({});
    expect(company).toMatchObject({ id: await s.officeId('ZB') });
    expect(items.find(({ name }) => name === 'mailbox')).toMatchObject({ ofCompany: true });
    const { file, rows } = await takes('蔡建华', 'ZB');
    expect(rows).toBe(5);
    const text = await reads('蔡建华', file);
    const talked = [
      '赵建国',
      '夜班排得太密',
      '工作安排',
      '孙磊',
      '这个月换新的',
      '当面谈',
      '钱大勇',
      '改到 3月5日当面谈',
      '不署名',
      '有人欺负新来的',
    ];
    const answered = [
      '受到不公平对待',
      '公司文件',
      '关于带新人：=新人有人带',
      '员工需求普查',
      '工作时间和休息：人手',
      '关于人手：梧桐里加两位师傅',
      '全体同事，不记名',
    ];
    for (const said of [...talked, ...answered]) expect([said, text.includes(said)]).toEqual([said, true]);
    expect([text.includes('陈立'), text.includes('<f>'), text.includes('去海棠湾开会')]).toEqual([false, false, false]);
  }, 60_000);

  test('别人导不出，也不知道有几封：品质管理部、公司领导、人事、写的人、主任', async () => {
    await (await as('赵建国')).writeToMailbox(LETTER);
    await (await as('孙磊')).writeUnsigned(LETTER);
    const { file, rows } = await takes('蔡建华', 'ZB');
    expect(rows).toBe(2);
    for (const name of [...OTHERS, '赵建国']) {
      for (const letters of ['ZB', 'WT']) expect([name, await refusal(takes(name, letters))]).toEqual([name, 'registers/not-yours']);
      expect((await s.fetch(name, file)).status).toBe(404);
    }
    expect(await refusal(takes('蔡建华', 'WT'))).toBe('registers/not-yours');
    expect((await (await as('吴桐')).registers({})).items.map(({ name }) => name)).not.toContain('mailbox');
    const seenBy = async (name: string) => (await (await as(name)).exports({})).items.map((one) => [one.byName, one.label, one.rows]);
    expect(await seenBy('蔡建华')).toEqual([['蔡建华', '总裁信箱 · 员工需求普查', 2]]);
    expect(await seenBy('吴桐')).toEqual([['蔡建华', '总裁信箱 · 员工需求普查', 0]]);
  });

  test('换了总经理，原来的导出过的也打不开', async () => {
    await (await as('赵建国')).writeToMailbox(LETTER);
    const { file } = await takes('蔡建华', 'ZB');
    const { db, close } = connect(s.world.urls.owner, { max: 1 });
    await db.execute(sql`update appointments set role = 'leadership' where person_id = ${await s.personId('蔡建华')}`);
    await close();
    expect((await s.fetch('蔡建华', file)).status).toBe(403);
  });
});
