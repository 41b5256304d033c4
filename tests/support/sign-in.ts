import { afterEach, beforeEach, expect } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { openWeChat } from '../../api/wechat/client.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { held, type Opening, storyOfEach } from './api-story.ts';
import { openStandIn, type StandIn, WECHAT } from './wechat.ts';

export interface Answer {
  status: number;
  code?: string;
  token?: string | null;
  pass?: string | null;
  isNew?: boolean;
  asked?: { state: string; officeName: string; reason: string | null } | null;
  title?: string;
  errors?: { field: string; message: string }[];
}

/** The registered number of somebody of the named company. */
export const numberOf = (name: string) => `1380000${6000 + PEOPLE.findIndex((person) => person.name === name)}`;

/** A story of its own for each test, in a house that WeChat signs in to. */
export function storyOfSignIn(opening: Opening = {}) {
  const s = storyOfEach({ ...opening, reportsNothing: false });
  let standIn: StandIn;
  let expected: RegExp[] = [];
  const phones = held(() => standIn);
  beforeEach(async () => {
    const { house, now } = s.world;
    expected = [];
    standIn = await openStandIn(now);
    const { appId, appSecret } = WECHAT;
    house.wechat = openWeChat({ appId, appSecret, clock: now, report: house.report, address: standIn.address, patienceMilliseconds: 2_000 });
  });
  afterEach(async () => {
    await standIn.close();
    expect(s.world.reports.filter((line) => !expected.some((one) => one.test(line)))).toEqual([]);
    for (const one of expected) expect(s.world.reports.some((line) => one.test(line))).toBe(true);
  });
  /** What WeChat will have said of our own faults by the end of the test. */
  const expectsReports = (...lines: RegExp[]) => {
    expected = lines;
  };
  const headers = { 'content-type': 'application/json' };
  async function post(path: string, body: object, more: Record<string, string> = {}): Promise<Answer> {
    const answer = await s.world.app.fetch(
      new Request(`http://house/api${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) }),
    );
    return { ...((await answer.json()) as object), status: answer.status };
  }
  const whoIs = async (token: string | null | undefined) => {
    const answer = await s.world.app.fetch(new Request('http://house/api/session', { headers: { authorization: `Bearer ${token}` } }));
    return answer.status === 200 ? ((await answer.json()) as { person: { name: string } }).person.name : answer.status;
  };
  const signIn = (openid: string, silently = false) => post('/sign-in/wechat', { code: phones.loginCode(openid), silently });
  const passOf = async (openid: string) => (await signIn(openid)).pass!;
  const byPhone = async (openid: string, name: string) =>
    post('/sign-in/phone', { pass: await passOf(openid), code: phones.phoneCode(numberOf(name)) });
  const ask = async (openid: string, form: { name?: string; home?: string; phone?: string; letters?: string } = {}) =>
    post('/sign-in/ask', {
      pass: await passOf(openid),
      officeId: await s.officeId(form.letters ?? 'WT'),
      name: form.name ?? '马建军',
      home: form.home ?? '1栋2单元702',
      phone: form.phone ?? numberOf('马建军'),
    });
  const requests = async (name: string) => (await (await s.client(name)).bindingRequests({})).items;
  const accounts = async () =>
    (
      await s.world.house.db.execute<{ openid: string; name: string }>(
        sql`select a.openid, p.name from wechat_accounts a join people p on p.id = a.person_id where a.unbound_at is null order by a.openid`,
      )
    ).map((row) => [row.openid, row.name]);
  return { s, phones, expectsReports, post, whoIs, signIn, passOf, byPhone, ask, requests, accounts };
}
