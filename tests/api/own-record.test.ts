import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { removeByRule } from '../../api/retention/retention.ts';
import { connect } from '../../db/connect.ts';
import { limitOn } from '../../shared/limits/limits.ts';
import { parts } from '../support/sheets.ts';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { refusal } from '../support/story.ts';

const { s, post, whoIs, byPhone, signIn } = storyOfSignIn();

const record = async (name: string) => (await s.client(name)).ownRecord({});
const file = async (name: string, of = name) => {
  const token = await s.world.house.tokens.sign(await s.personId(name));
  return s.world.app.fetch(
    new Request(`http://house/api/own-record/${await s.personId(of)}/file`, { headers: { authorization: `Bearer ${token}` } }),
  );
};
const forget = async (name: string) => (await s.client(name)).forgetMe({});

describe('手册 A1、A2 我的资料：看得到、拿得走、清得掉', () => {
  test('看得到这里知道我什么，别人的一件也没有', async () => {
    await byPhone('o-zhou', '周文静');
    const told = await s.resident('周文静').reports({ category: 'doors', words: '门坏了' });
    await s.resident('王秀兰').reports({ category: 'doors', words: '别人家的' });
    await (await s.client('林晓芸')).reveal({ id: told.id, reason: 'appointment' });
    expect(await record('周文静')).toMatchObject({
      name: '周文静',
      phone: `1** **** ${numberOf('周文静').slice(-4)}`,
      boundAt: '2026-03-02T01:00:00.000Z',
      homes: [{ label: '4栋3单元602', as: 'owner', until: null }],
      looks: 1,
      tickets: 1,
      words: 1,
      open: [{ id: told.id, number: told.number }],
      isColleague: false,
    });
    expect(JSON.stringify(await record('周文静'))).not.toContain(numberOf('周文静'));
    expect((await record('何静')).isColleague).toBe(true);
  });

  test('导出的文件人看得懂：自己报的、自己写的、谁看过号码；别人的拿不走，一小时几次', async () => {
    const told = await s.resident('周文静').reports({ category: 'doors', words: '门坏了，=1+1' });
    await s.agent('林晓芸').says(told, '客服的原话');
    await s.resident('王秀兰').reports({ category: 'doors', words: '别人家的' });
    await (await s.client('林晓芸')).reveal({ id: told.id, reason: 'appointment' });
    const answer = await file('周文静');
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('.xlsx')]);
    const sheet = Object.values(parts(Buffer.from(await answer.arrayBuffer()))).join('');
    for (const text of ['周文静', '4栋3单元602', told.number, '门坏了', '谁看过我的号码', '林晓芸（客服）：约上门时间'])
      expect([text, sheet.includes(text)]).toEqual([text, true]);
    for (const text of ['客服的原话', '别人家的', numberOf('周文静'), '王秀兰']) expect([text, sheet.includes(text)]).toEqual([text, false]);
    expect((await file('周文静', '王秀兰')).status).toBe(404);
    for (let left = limitOn('ownFile', s.world.now()).count - 1; left > 0; left -= 1) expect((await file('周文静')).status).toBe(200);
    expect((await file('周文静')).status).toBe(429);
    expect((await file('王秀兰')).status).toBe(200);
  });

  test('还有没办完的，说是哪几件，不清；办完了才清', async () => {
    const told = await s.resident('周文静').reports({ category: 'doors', words: '门坏了' });
    const refused = await forget('周文静').catch((error) => error);
    expect([refused.code, refused.detail]).toEqual(['own-record/open', expect.stringContaining(told.number)]);
    await s.resident('周文静').cancels(told, 'mended');
    expect((await record('周文静')).open).toEqual([]);
    await forget('周文静');
  });

  test('清除：姓名、号码没了，微信解绑，所有手机都退出，不再住在这里；发生过的事还在；清除本身有记录', async () => {
    const { token } = await byPhone('o-zhou', '周文静');
    const told = await s.resident('周文静').reports({ category: 'doors', words: '门坏了' });
    await s.resident('周文静').cancels(told, 'mended');
    const id = await s.personId('周文静');
    s.at('2026-03-02 10:00');
    await forget('周文静');
    const [row] = await s.world.house.db.execute(sql`select name, phone_cipher, phone_index, phone_last4 from people where id = ${id}`);
    expect(row).toEqual({ name: '', phone_cipher: null, phone_index: null, phone_last4: null });
    expect([await whoIs(token), (await signIn('o-zhou')).token]).toEqual([401, null]);
    expect((await byPhone('o-new', '周文静')).code).toBe('binding/number-unknown');
    const found = await (await s.client('林晓芸')).household({ id: await s.homeId('4栋3单元602') });
    expect([found.now, found.before.map((one) => one.name), found.changes[0]!.what]).toEqual([[], ['（姓名已清除）'], '本人要求清除了资料']);
    expect((await (await s.client('林晓芸')).ticket({ id: told.id })).reporter!.name).toBe('（姓名已清除）');
    const removals = await s.world.house.db.execute(
      sql`select r.what, r.rows, e.facts->>'what' as of, e.by_id = ${id} as own from removals r join events e on e.subject = r.id`,
    );
    expect([...removals]).toEqual([{ what: 'people', rows: 1, of: 'people', own: true }]);
    // What was typed to be bound, and the WeChat itself, go with the next tidying.
    const { db, close } = connect(s.world.urls.retention, { max: 1 });
    await removeByRule({ db, clock: s.world.now, newId: s.world.house.newId }, { dryRun: false });
    await close();
    expect([...(await s.world.house.db.execute(sql`select 1 from wechat_accounts where person_id = ${id}`))]).toEqual([]);
  });

  test('在这里上班的，不能自己清；连点两下，只清一次', async () => {
    for (const name of ['何静', '赵建国', '郑涛']) expect([name, await refusal(forget(name))]).toEqual([name, 'own-record/colleague']);
    const client = await s.client('周文静');
    const both = await Promise.allSettled([client.forgetMe({}), client.forgetMe({})]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const [row] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from removals`);
    expect(row!.n).toBe(1);
    expect((await post('/own-record/forget', {})).code).toBe('sign-in/required');
  });
});
