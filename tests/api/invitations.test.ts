import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { refusal } from '../support/story.ts';

const { s, phones, post, whoIs, passOf, accounts } = storyOfSignIn();

describe('手册 A1 同事凭邀请码登录', () => {
  const invite = async (by: string, whom: string) => (await s.client(by)).invite({ id: await s.personId(whom) });
  const redeem = async (openid: string, invitation: string, number: string) =>
    post('/sign-in/invitation', { pass: await passOf(openid), invitation, code: phones.phoneCode(number) });

  test('主任发，本人的号码才能用，只能用一次；只存了摘要', async () => {
    const { code, name } = await invite('郑涛', '赵建国');
    expect([code, name]).toEqual([expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/), '赵建国']);
    const stored = await s.world.house.db.execute(sql`select i::text as row from invitations i`);
    expect(JSON.stringify(stored)).not.toContain(code);
    expect((await redeem('o-thief', code, numberOf('孙磊'))).code).toBe('invitation/other-number');
    expect((await redeem('o-thief', code, '13900000001')).code).toBe('invitation/other-number');
    const done = await redeem('o-zhao', `${code.slice(0, 5)}-${code.slice(5).toLowerCase()} `, numberOf('赵建国'));
    expect(await whoIs(done.token)).toBe('赵建国');
    expect((await redeem('o-again', code, numberOf('赵建国'))).code).toBe('invitation/not-good');
    expect(await accounts()).toEqual([['o-zhao', '赵建国']]);
  });

  test('七天：第七天 09:00 整作废；再发一个，前一个作废；抄错的不行', async () => {
    const first = await invite('郑涛', '赵建国');
    s.at('2026-03-09 08:59');
    const listed = (await (await s.client('郑涛')).colleagues({})).items.find((one) => one.name === '赵建国')!;
    expect(listed.invitedUntil).toBe(first.goodUntil);
    s.at('2026-03-09 09:00');
    expect((await redeem('o-zhao', first.code, numberOf('赵建国'))).code).toBe('invitation/not-good');
    const second = await invite('郑涛', '赵建国');
    const third = await invite('郑涛', '赵建国');
    expect((await redeem('o-zhao', second.code, numberOf('赵建国'))).code).toBe('invitation/not-good');
    for (const wrong of ['', '你好', third.code.slice(1), `${third.code}0`, 'U'.repeat(26)])
      expect([422, 409]).toContain((await redeem('o-zhao', wrong, numberOf('赵建国'))).status);
    s.at('2026-03-16 08:59');
    expect((await redeem('o-zhao', third.code, numberOf('赵建国'))).status).toBe(200);
  });

  test('两个人同时用一个码：一个成', async () => {
    const { code } = await invite('郑涛', '赵建国');
    const passes = await Promise.all(['o-1', 'o-2', 'o-3', 'o-4'].map(passOf));
    const tried = await Promise.all(
      passes.map((pass) => post('/sign-in/invitation', { pass, invitation: code, code: phones.phoneCode(numberOf('赵建国')) })),
    );
    expect(tried.map((one) => one.status).sort()).toEqual([200, 409, 409, 409]);
    expect(await accounts()).toHaveLength(1);
  });

  test('谁可以邀请谁：主任管本小区，总部的同事和主任由品质管理部、人事行政部或公司领导，不高过自己；不能邀请自己；住户不用邀请', async () => {
    const may = async (by: string, whom: string) =>
      invite(by, whom).then(
        () => true,
        () => false,
      );
    expect(await Promise.all(['赵建国', '林晓芸', '何静', '冯刚', '谢军', '韩梅', '郑涛', '王秀兰'].map((whom) => may('郑涛', whom)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    // Nobody invites who stands as high as they do.
    const whom = ['曹阳', '邓丽', '郑涛', '程颖', '韩梅', '曾勇', '吴桐', '赵建国', '王秀兰'];
    const byCompany = [true, true, true, false, false, false, false, false, false];
    expect(await Promise.all(whom.map((one) => may('吴桐', one)))).toEqual(byCompany);
    expect(await Promise.all(whom.map((one) => may('韩梅', one)))).toEqual(byCompany);
    expect(await Promise.all(['吴桐', '韩梅', '蒋文', '蔡建华'].map((one) => may('曾勇', one)))).toEqual([true, true, false, true]);
    expect(await Promise.all(['曾勇', '彭浩', '蔡建华'].map((one) => may('蔡建华', one)))).toEqual([true, true, false]);
    for (const name of ['林晓芸', '赵建国', '王秀兰']) {
      expect(await may(name, '赵建国')).toBe(false);
      expect(await refusal((await s.client(name)).colleagues({}))).toBe('invitation/not-yours');
    }
    const seen = (await (await s.client('郑涛')).colleagues({})).items.map((one) => one.name);
    expect(seen).toContain('赵建国');
    expect(seen).not.toContain('郑涛');
    expect(seen).not.toContain('冯刚');
  });

  test('离职以后邀请码就没用了', async () => {
    const { code } = await invite('郑涛', '赵建国');
    await s.world.house.db.execute(
      sql`update appointments set until_at = ${s.world.now().toISOString()} where person_id = ${await s.personId('赵建国')}`,
    );
    expect((await redeem('o-zhao', code, numberOf('赵建国'))).code).toBe('invitation/not-good');
  });
});
