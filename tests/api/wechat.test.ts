import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openWeChat } from '../../api/wechat/client.ts';
import type { WeChat } from '../../api/wechat/wechat.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { openStandIn, PAGE_CODE, type StandIn, WECHAT } from '../support/wechat.ts';

let now = shanghaiTime('2026-03-02 09:00');
const clock = () => now;
let standIn: StandIn;
let wechat: WeChat;
let reports: string[];
beforeAll(async () => {
  standIn = await openStandIn(clock);
});
afterAll(() => standIn.close());
beforeEach(() => {
  reports = [];
  const { appId, appSecret } = WECHAT;
  const report = (what: string, error: unknown) => reports.push(`${what} ${String(error)}`);
  wechat = openWeChat({ appId, appSecret, clock, report, address: standIn.address, patienceMilliseconds: 800 });
  standIn.trouble('every', 0, 0);
  standIn.shown.length = 0;
});

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error) => (error instanceof Problem ? error.code : String(error)),
  );
const message = { openid: 'o-wang', templateId: 'T1', page: 'pages/home/index', fields: { thing1: '有新的进展' } };

describe('signing in', () => {
  test('a code is good once and for five minutes', async () => {
    const code = standIn.loginCode('o-wang');
    expect(await wechat.signIn(code)).toEqual({ openid: 'o-wang' });
    expect(await refusal(wechat.signIn(code))).toBe('wechat/code-used');
    const old = standIn.loginCode('o-wang');
    now = new Date(now.getTime() + 6 * 60_000);
    expect(await refusal(wechat.signIn(old))).toBe('wechat/code-used');
    expect(await refusal(wechat.signIn('made up'))).toBe('wechat/code-used');
  });

  test.each([
    [45011, 'wechat/too-often'],
    [-1, 'wechat/away'],
    [40164, 'wechat/away'],
    ['timeout', 'wechat/away'],
    ['lost', 'wechat/away'],
    ['gateway', 'wechat/away'],
  ] as const)('%s is said as %s', async (how, code) => {
    standIn.trouble('jscode2session', how);
    expect(await refusal(wechat.signIn(standIn.loginCode('o-wang')))).toBe(code);
  });

  test('what is our own fault is reported by its number, without the secret', async () => {
    standIn.trouble('jscode2session', 40164);
    await refusal(wechat.signIn(standIn.loginCode('o-wang')));
    expect(reports.join()).toContain('40164');
    expect(reports.join()).not.toContain(WECHAT.appSecret);
  });

  test('a number is vouched for once; one from abroad is said to be', async () => {
    const code = standIn.phoneCode('13800000001');
    expect(await wechat.phoneNumber(code)).toBe('13800000001');
    expect(await refusal(wechat.phoneNumber(code))).toBe('wechat/code-used');
    expect(await refusal(wechat.phoneNumber(standIn.phoneCode('5550100', '1')))).toBe('wechat/foreign-number');
  });
});

describe('the access token', () => {
  test('is asked for once by many at once, kept five minutes, and asked for again when it is over', async () => {
    await wechat.signIn(standIn.loginCode('o-wang'));
    const before = standIn.calls.stable_token ?? 0;
    await Promise.all(Array.from({ length: 5 }, () => wechat.checkWords({ openid: 'o-wang', words: '水管漏水' })));
    expect(standIn.calls.stable_token).toBe(before + 1);
    standIn.endTokens();
    expect(await wechat.checkWords({ openid: 'o-wang', words: '水管漏水' })).toBe('pass');
    expect(standIn.calls.stable_token).toBe(before + 2);
    now = new Date(now.getTime() + 6 * 60_000);
    await wechat.checkWords({ openid: 'o-wang', words: '水管漏水' });
    expect(standIn.calls.stable_token).toBe(before + 3);
  });

  test('refused twice, nothing goes round in circles', async () => {
    standIn.trouble('subscribe/send', 40001, 2);
    expect(await wechat.send(message)).toBe('later');
  });
});

describe('words and pictures', () => {
  test('pass, are to be looked at, or are risky', async () => {
    await wechat.signIn(standIn.loginCode('o-wang'));
    expect(await wechat.checkWords({ openid: 'o-wang', words: '水管漏水' })).toBe('pass');
    expect(await wechat.checkWords({ openid: 'o-wang', words: '可疑的话' })).toBe('review');
    expect(await wechat.checkWords({ openid: 'o-wang', words: '违规的话' })).toBe('risky');
  });

  test('nobody says where WeChat is away, over quota, or has not seen this person for two hours', async () => {
    await wechat.signIn(standIn.loginCode('o-wang'));
    for (const how of ['timeout', 'lost', 'gateway', 45009] as const) {
      standIn.trouble('msg_sec_check', how);
      expect(await wechat.checkWords({ openid: 'o-wang', words: '水管漏水' })).toBeNull();
    }
    expect(await wechat.checkWords({ openid: 'o-nobody', words: '水管漏水' })).toBeNull();
    now = new Date(now.getTime() + 3 * 3_600_000);
    expect(await wechat.checkWords({ openid: 'o-wang', words: '水管漏水' })).toBeNull();
  });

  test('a picture is judged later, under the name it was taken by', async () => {
    await wechat.signIn(standIn.loginCode('o-wang'));
    const traceId = await wechat.checkPicture({ openid: 'o-wang', url: 'http://house/a.jpg' });
    expect(standIn.verdicts()).toEqual([{ traceId, suggest: 'pass', url: 'http://house/a.jpg' }]);
  });
});

describe('the code of a page', () => {
  const given = { page: 'surveys/answer/index', scene: '0'.repeat(32) };

  test('is a picture, and says which page with what', async () => {
    expect(await wechat.pageCode(given)).toEqual(new Uint8Array(PAGE_CODE));
    expect(standIn.codes.slice(-1)).toEqual([given]);
  });

  test('a token that is over is asked for anew, by either name', async () => {
    for (const over of [40001, 42001]) {
      standIn.trouble('getwxacodeunlimit', over);
      expect(await wechat.pageCode(given)).toEqual(new Uint8Array(PAGE_CODE));
    }
    standIn.trouble('getwxacodeunlimit', 42001, 2);
    expect(await wechat.pageCode(given)).toBeNull();
  });

  test('a page that is in nothing published, too much in a scene, or the limit: an error in JSON under 200, reported by its number', async () => {
    expect(await wechat.pageCode({ ...given, page: '/surveys/answer/index' })).toBeNull();
    expect(await wechat.pageCode({ ...given, page: 'surveys/none/index' })).toBeNull();
    expect(await wechat.pageCode({ ...given, scene: '0'.repeat(36) })).toBeNull();
    expect(await wechat.pageCode({ ...given, scene: '调查' })).toBeNull();
    standIn.trouble('getwxacodeunlimit', 45009);
    expect(await wechat.pageCode(given)).toBeNull();
    expect(reports.map((line) => /\d{5}/.exec(line)?.[0])).toEqual(['41030', '41030', '40169', '40129', '45009']);
  });

  test.each(['timeout', 'lost', 'gateway'] as const)('%s gives none', async (how) => {
    standIn.trouble('getwxacodeunlimit', how);
    expect(await wechat.pageCode(given)).toBeNull();
  });
});

describe('messages', () => {
  test('one consent is one message', async () => {
    standIn.allow('o-wang', 'T1');
    expect(await wechat.send(message)).toBe('sent');
    expect(await wechat.send(message)).toBe('no_consent');
    expect(standIn.shown).toHaveLength(1);
  });

  test('what never arrived may go again, what may have arrived may not', async () => {
    standIn.allow('o-wang', 'T1', 9);
    for (const [how, delivery] of [
      ['gateway', 'later'],
      [45009, 'later'],
      [-1, 'later'],
      ['lost', 'unknown'],
      ['timeout', 'unknown'],
    ] as const) {
      standIn.trouble('subscribe/send', how);
      expect([how, await wechat.send(message)]).toEqual([how, delivery]);
    }
    standIn.trouble('stable_token', 'timeout');
    now = new Date(now.getTime() + 6 * 60_000);
    expect(await wechat.send(message)).toBe('later');
  });

  test('a server nobody answers on took nothing', async () => {
    const { appId, appSecret } = WECHAT;
    const nobody = openWeChat({ appId, appSecret, clock, report: () => {}, address: 'http://127.0.0.1:9' });
    expect(await nobody.send(message)).toBe('later');
    expect(await refusal(nobody.signIn('x'))).toBe('wechat/away');
  });
});
