import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { type Doubt, doubtsOf, type NumberCase } from '../../shared/sign-in/doubts.ts';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { refusal } from '../support/story.ts';

const { s, phones, post, whoIs, signIn, passOf, byPhone, requests, accounts } = storyOfSignIn();

/** Again by the number, on a phone that is known already. */
const again = async (openid: string, name: string) =>
  post('/sign-in/phone', { pass: await s.world.house.passes.sign({ kind: 'stranger', openid }), code: phones.phoneCode(numberOf(name)) });

const formOf = async (pass: string, more: object = {}) =>
  post('/sign-in/ask', {
    pass,
    officeId: await s.officeId('WT'),
    name: '李德明',
    home: '3栋2单元502',
    phone: numberOf('李德明'),
    ...more,
  });
const doubtsFound = async (name: string) => {
  const [request] = await requests('林晓芸');
  const found = await (await s.client('林晓芸')).bindingRoster({ id: request!.id, q: name });
  return found.items.map((one) => [one.name, one.isRegisteredNumber, one.doubts]);
};

describe('手册 A1 号码会换人：微信担保的号码，不一定还是登记的那个人', () => {
  test('同一户已经有人绑了，后来的号码不会自己绑上，什么也不告诉，交服务中心核对；写明怎么核对的才同意', async () => {
    await byPhone('o-wang', '王秀兰');
    const doubted = await byPhone('o-li', '李德明');
    expect([doubted.status, doubted.token]).toEqual([200, null]);
    expect(Object.keys(doubted).sort()).toEqual(['pass', 'status', 'token']);
    expect(JSON.stringify(doubted)).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await accounts()).toEqual([['o-wang', '王秀兰']]);
    expect(await requests('林晓芸')).toEqual([]);

    expect((await formOf(doubted.pass!)).asked).toMatchObject({ state: 'waiting', officeName: '梧桐里' });
    const [request] = await requests('林晓芸');
    expect(request).toMatchObject({ name: '李德明', vouched: true });
    expect(await doubtsFound('李德明')).toEqual([['李德明', true, ['home_bound']]]);
    const agent = await s.client('林晓芸');
    const accept = async (more: object) => agent.acceptBinding({ id: request!.id, personId: await s.personId('李德明'), ...more });
    expect(await refusal(accept({}))).toBe('request/invalid');
    expect(await refusal(accept({ proof: 'papers' }))).toBe('request/invalid');
    // Whoever holds the number now answers it.
    expect(await refusal(accept({ proof: 'called', words: '打过去说是他' }))).toBe('request/invalid');
    expect(await accounts()).toEqual([['o-wang', '王秀兰']]);
    await accept({ proof: 'at_home', words: '上门见到本人' });
    expect(await whoIs((await signIn('o-li')).token)).toBe('李德明');
    expect(await accounts()).toEqual([
      ['o-li', '李德明'],
      ['o-wang', '王秀兰'],
    ]);
  });

  test('以前绑过别的微信，解绑了也算；同一个微信回来，不用再核对', async () => {
    const first = await byPhone('o-ma', '马建军');
    await post('/session/wechat/unbind', {}, { authorization: `Bearer ${first.token}` });
    const other = await byPhone('o-other', '马建军');
    expect([other.token, await accounts()]).toEqual([null, []]);
    expect(await whoIs((await byPhone('o-ma', '马建军')).token)).toBe('马建军');
    expect(await whoIs((await again('o-ma', '马建军')).token)).toBe('马建军');
    expect((await byPhone('o-other', '马建军')).token).toBeNull();
    expect(await accounts()).toEqual([['o-ma', '马建军']]);
  });

  test('搬走了的人的号码，不会自己绑上', async () => {
    await s.world.house.db.execute(
      sql`update residences set until_at = ${s.world.now().toISOString()} where person_id = ${await s.personId('马建军')}`,
    );
    expect((await byPhone('o-ma', '马建军')).token).toBeNull();
    expect(await accounts()).toEqual([]);
  });

  test('第一个绑的、别的户绑了、这一户的人都解绑了换回来：照样直接绑上', async () => {
    await byPhone('o-zhou', '周文静');
    expect(await whoIs((await byPhone('o-wang', '王秀兰')).token)).toBe('王秀兰');
    // One WeChat moves on within the home: it is nobody else's.
    expect(await whoIs((await again('o-wang', '李德明')).token)).toBe('李德明');
  });

  test('填了另一个号码，就不是微信担保的', async () => {
    await byPhone('o-wang', '王秀兰');
    const { pass } = await byPhone('o-li', '李德明');
    await formOf(pass!, { phone: '13900000009' });
    expect(await requests('林晓芸')).toMatchObject([{ vouched: false }]);
    await formOf(await passOf('o-li'));
    expect(await requests('林晓芸')).toMatchObject([{ vouched: false }]);
    await formOf(pass!);
    expect(await requests('林晓芸')).toMatchObject([{ vouched: true }]);
  });

  test('同一户两个号码同时来：只有一个自己绑上', async () => {
    for (let round = 0; round < 5; round += 1) {
      await s.world.house.db.execute(
        sql`update wechat_accounts set unbound_at = ${s.world.now().toISOString()}, openid = 'gone-' || id where unbound_at is null`,
      );
      await s.world.house.db.execute(sql`update wechat_accounts set person_id = ${await s.personId('马建军')}`);
      const passes = await Promise.all([`o-w${round}`, `o-l${round}`].map(passOf));
      const both = await Promise.all(
        ['王秀兰', '李德明'].map((name, index) => post('/sign-in/phone', { pass: passes[index], code: phones.phoneCode(numberOf(name)) })),
      );
      expect(both.filter((one) => one.token)).toHaveLength(1);
      expect(await accounts()).toHaveLength(1);
    }
  });
});

test('the rows say what speaks against a number, one by one, and nothing before they are in force', () => {
  const none: NumberCase = { isBoundHere: false, wasBoundElsewhere: false, isHomeBound: false, livesNowhere: false };
  const now = s.world.now();
  const cases: [Partial<NumberCase>, Doubt[]][] = [
    [{}, []],
    [{ wasBoundElsewhere: true }, ['bound_before']],
    [{ isHomeBound: true }, ['home_bound']],
    [{ livesNowhere: true }, ['moved_out']],
    [{ wasBoundElsewhere: true, isHomeBound: true }, ['bound_before', 'home_bound']],
    [{ isBoundHere: true, wasBoundElsewhere: true, isHomeBound: true }, []],
  ];
  for (const [found, doubts] of cases) expect(doubtsOf({ ...none, ...found }, now)).toEqual(doubts);
  expect(doubtsOf({ ...none, isHomeBound: true }, new Date('2025-12-31T00:00:00Z'))).toEqual([]);
});
