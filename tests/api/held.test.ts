import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { openWeChat } from '../../api/wechat/client.ts';
import { answerPush } from '../../api/wechat/push.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { refusal, type Told } from '../support/story.ts';
import { openStandIn, type StandIn, type Trouble, WECHAT } from '../support/wechat.ts';

let s: HttpStory;
let standIn: StandIn;
const CROWD = ['王秀兰', '李德明', '周文静', '林晓芸', '何静', '郑涛', '赵建国', '宋雨', '许若琳'];
const openids = new Map<string, string>();

beforeAll(async () => {
  s = await httpStory();
  s.at('2026-03-02 08:00');
  const { house } = s.world;
  standIn = await openStandIn(() => s.world.now());
  const { appId, appSecret } = WECHAT;
  house.wechat = openWeChat({ appId, appSecret, clock: house.clock, report: house.report, address: standIn.address, patienceMilliseconds: 1_500 });
  house.push = { token: WECHAT.pushToken, key: WECHAT.pushKey, appId };
  house.publicAddress = 'https://wy.example.com';
  for (const [index, name] of CROWD.entries()) {
    openids.set(name, `o-${index}`);
    await house.db.execute(sql`insert into wechat_accounts (id, openid, person_id, bound_at, seen_at)
      values (${house.newId()}, ${`o-${index}`}, ${await s.personId(name)}, ${s.world.now().toISOString()}, ${s.world.now().toISOString()})`);
  }
});
afterAll(async () => {
  await standIn.close();
  await s.close();
});
beforeEach(async () => {
  s.at('2026-03-02 09:00');
  standIn.trouble('every', 0, 0);
  for (const call of ['msg_sec_check', 'media_check_async', 'stable_token'] as const) standIn.trouble(call, 0, 0);
  standIn.quota('msg_sec_check', Number.POSITIVE_INFINITY);
  await everybodyComesIn();
});

/** Whoever opens the app may have their words checked for two hours. */
async function everybodyComesIn(): Promise<void> {
  for (const openid of openids.values()) await s.world.house.wechat!.signIn(standIn.loginCode(openid));
}

const reports = (words: string, name = '王秀兰') => s.resident(name).reports({ category: 'burst_pipe', words });
const detail = async (name: string, { id }: Told) => (await s.client(name)).ticket({ id });
const thread = async (name: string, ticket: Told) => (await detail(name, ticket)).thread.map((one) => one.body);
const waiting = async (name: string) => (await (await s.client(name)).checks({})).items;
const decided = async (name: string) => (await (await s.client(name)).checks({ show: 'decided' })).items;
const of = (ticket: Told) => (line: { ticketId: string | null }) => line.ticketId === ticket.id;
const decide = async (name: string, id: string, decision: 'released' | 'withheld', reason?: 'insult') =>
  (await s.client(name)).decideCheck({ id, decision, ...(reason ? { reason } : {}) });
const codesOf = (trial: () => Promise<unknown>) => refusal(trial());
const finds = async (name: string, q: string) => (await (await s.client(name)).search({ q })).items.map((one) => one.id);
const inRegister = async (name: string, body: string) => (await (await s.client(name)).register({})).items.some((line) => line.body === body);

describe('手册 I2 写下的话先请微信看一眼，再有疑问也照收', () => {
  test('没有问题的，大家马上看得到', async () => {
    const ticket = await reports('水管爆了');
    expect(await thread('李德明', ticket)).toEqual(['水管爆了']);
    expect((await detail('王秀兰', ticket)).thread[0]!.held).toBeNull();
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
  });

  test.each([
    ['可疑的话', 'review'],
    ['违规的话', 'risky'],
  ])('%s：报修收下，自己和同事看得到，同住的人和别人看不到', async (words, stand) => {
    const ticket = await reports(words);
    expect(await thread('王秀兰', ticket)).toEqual([words]);
    expect((await detail('王秀兰', ticket)).thread[0]!.held).toBe('这段话正在核对，同事已经能看到');
    for (const name of ['林晓芸', '郑涛', '陈立', '吴桐']) expect([name, await thread(name, ticket)]).toEqual([name, [words]]);
    expect((await detail('林晓芸', ticket)).thread[0]!.held).toBe('这段话正在核对，别的住户还看不到');
    expect(await thread('李德明', ticket)).toEqual([]);
    expect(await refusal(thread('周文静', ticket))).toBe('seen/not-found');
    expect(await refusal(thread('宋雨', ticket))).toBe('seen/not-found');
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect(line).toMatchObject({ said: words, stand, byName: '王秀兰', byTitle: '住户', mayDecide: true, decision: null });
  });

  test('名片上的几个字、核对内容的提示也看不到', async () => {
    const ticket = await reports('可疑的话');
    const card = async (name: string) => (await (await s.client(name)).tickets({})).items.find((one) => one.id === ticket.id);
    expect((await card('王秀兰'))?.words).toBe('可疑的话');
    expect((await card('林晓芸'))?.words).toBe('可疑的话');
    expect((await card('李德明'))?.words).toBe('');
    expect((await detail('李德明', ticket)).suggestedContent).not.toContain('可疑');
    expect((await detail('林晓芸', ticket)).suggestedContent).toContain('可疑');
    expect(JSON.stringify(await detail('李德明', ticket))).not.toContain('可疑');
  });

  test('登记表和搜索：同事找得到，一家人里在这里上班的那位找不到', async () => {
    // 何静 is an agent here and lives here: of her own home's matters she is no colleague.
    const home = await s.world.house.db.execute<{ home_id: string; office_id: string }>(
      sql`select r.home_id, r.office_id from residences r join people p on p.id = r.person_id where p.name = '何静'`,
    );
    const housemate = s.world.house.newId();
    await s.world.house.db.execute(sql`insert into people (id, name) values (${housemate}, '何静的家人')`);
    await s.world.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
      values (${s.world.house.newId()}, ${home[0]!.office_id}, ${home[0]!.home_id}, ${housemate}, 'occupant', '2026-01-02T00:00:00Z')`);
    const ticket = await reports('可疑的鳄鱼皮箱', '何静的家人');
    expect(await finds('林晓芸', '鳄鱼皮箱')).toEqual([ticket.id]);
    expect(await inRegister('林晓芸', '可疑的鳄鱼皮箱')).toBe(true);
    expect(await finds('何静', '鳄鱼皮箱')).toEqual([]);
    expect(await inRegister('何静', '可疑的鳄鱼皮箱')).toBe(false);
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect((await waiting('何静')).filter(of(ticket))).toEqual([]);
    expect(await codesOf(() => decide('何静', line!.id, 'released'))).toBe('seen/not-found');
    await decide('林晓芸', line!.id, 'released');
    expect(await finds('何静', '鳄鱼皮箱')).toEqual([ticket.id]);
    expect(await inRegister('何静', '可疑的鳄鱼皮箱')).toBe(true);
  });

  test('公共地方的位置也是写下的话', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '可疑的电梯', words: '' });
    await s.world.house.db.execute(sql`insert into followers (office_id, ticket_id, person_id, via, own_ticket, from_at)
      select office_id, id, ${await s.personId('周文静')}, 'hint', id, received_at from tickets where id = ${ticket.id}`);
    const where = async (name: string) => (await detail(name, ticket)).where;
    expect([await where('王秀兰'), await where('林晓芸'), await where('周文静')]).toEqual(['可疑的电梯', '可疑的电梯', '公共地方']);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.looksAfter();
    const news = async (name: string) => (await (await s.client(name)).inbox({})).items.filter(of(ticket));
    expect(JSON.stringify(await news('赵建国'))).toContain('可疑的电梯');
    const told = JSON.stringify(await news('周文静'));
    expect(told).toContain(ticket.number);
    expect(told).not.toContain('可疑');
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect(line!.said).toContain('可疑的电梯');
    await decide('林晓芸', line!.id, 'released');
    expect(await where('周文静')).toBe('可疑的电梯');
    expect(JSON.stringify(await news('周文静'))).toContain('可疑的电梯');
  });

  test('急修照样马上派人，时钟照走', async () => {
    const [plain, held] = [await reports('水管爆了'), await reports('违规的水管')];
    const vows = async (ticket: Told) => (await s.promises(ticket)).map((one) => [one.what, one.firstDueBy]);
    expect(await vows(held)).toEqual(await vows(plain));
    await s.agent('林晓芸').dispatches(held, '赵建国');
    expect(await s.status(held)).toBe('dispatched');
  });

  test('每一种写得出话的事都看，只给同事看的不看', async () => {
    const ticket = await reports('水管爆了');
    const calls = () => standIn.calls.msg_sec_check ?? 0;
    const before = calls();
    await s
      .agent('林晓芸')
      .handsOver(await reports('普通的话', '周文静'), '可疑的传递单')
      .catch(() => undefined);
    expect(calls()).toBe(before + 1);
    await s.agent('林晓芸').says(ticket, '可疑的答复');
    await s.agent('林晓芸').calls(ticket, '可疑的电话');
    await s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-04 09:00', '可疑的原因');
    await s.agent('林晓芸').dispatches(ticket, '赵建国', '可疑的内容');
    expect((await detail('王秀兰', ticket)).confirmedContent).toBeNull();
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket, '可疑的结果');
    expect((await detail('王秀兰', ticket)).result).toBeNull();
    expect((await detail('赵建国', ticket)).result).toBe('可疑的结果');
    await s.resident('王秀兰').saysNotFixed(ticket, '可疑的没修好');
    const said = (await waiting('郑涛')).filter(of(ticket)).map((line) => line.said?.split('\n')[0]);
    expect(said).toEqual(['可疑的答复', '可疑的电话', '可疑的原因', '可疑的内容', '可疑的结果', '可疑的没修好']);
    expect((await thread('王秀兰', ticket)).filter((body) => body.includes('可疑'))).toEqual(['可疑的没修好']);
    for (const line of (await waiting('郑涛')).filter(of(ticket))) await decide('郑涛', line.id, 'released');
    expect((await thread('王秀兰', ticket)).filter((body) => body.includes('可疑'))).toHaveLength(6);
    expect((await thread('李德明', ticket)).filter((body) => body.includes('可疑'))).toHaveLength(6);
  });

  test('没写字的不问', async () => {
    const before = standIn.calls.msg_sec_check ?? 0;
    const ticket = await reports('');
    await s
      .technician('赵建国')
      .accepts(ticket)
      .catch(() => undefined);
    expect(standIn.calls.msg_sec_check ?? 0).toBe(before);
    expect(await thread('李德明', ticket)).toHaveLength(1);
  });
});

describe('手册 I2 同事看过再定', () => {
  test('放行：大家看得到，谁什么时候放的记着；再定一次不行', async () => {
    const ticket = await reports('可疑的话');
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    s.at('2026-03-02 09:20');
    await decide('林晓芸', line!.id, 'released');
    expect(await thread('李德明', ticket)).toEqual(['可疑的话']);
    expect((await detail('王秀兰', ticket)).thread[0]!.held).toBeNull();
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
    expect((await decided('郑涛')).find(of(ticket))).toMatchObject({
      decision: 'released',
      decidedBy: '林晓芸',
      decidedAt: '2026-03-02T01:20:00.000Z',
    });
    expect(await codesOf(() => decide('郑涛', line!.id, 'withheld', 'insult'))).toBe('check/decided');
    expect(await thread('李德明', ticket)).toEqual(['可疑的话']);
  });

  test('不展示：要说为什么，写的人读得到，别的住户一直看不到', async () => {
    const ticket = await reports('违规的话');
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect(await codesOf(() => decide('林晓芸', line!.id, 'withheld'))).toBe('request/invalid');
    await decide('林晓芸', line!.id, 'withheld', 'insult');
    expect((await detail('王秀兰', ticket)).thread[0]).toMatchObject({ body: '违规的话', held: '这段话不给别的住户看：有骂人或伤人的话' });
    expect(await thread('李德明', ticket)).toEqual([]);
    expect(await thread('林晓芸', ticket)).toEqual(['违规的话']);
  });

  test('谁也不定自己写的；住户、师傅、主管、别的小区都不定', async () => {
    const ticket = await reports('水管爆了');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.agent('林晓芸').says(ticket, '可疑的答复');
    const [line] = (await waiting('郑涛')).filter(of(ticket));
    expect((await waiting('林晓芸')).find(of(ticket))).toMatchObject({ mine: true, mayDecide: false });
    expect(await codesOf(() => decide('林晓芸', line!.id, 'released'))).toBe('check/own-words');
    expect(await codesOf(() => decide('赵建国', line!.id, 'released'))).toBe('ticket/not-yours');
    expect(await codesOf(() => decide('陈立', line!.id, 'released'))).toBe('ticket/not-yours');
    expect(await codesOf(() => decide('吴桐', line!.id, 'released'))).toBe('ticket/not-yours');
    expect(await codesOf(() => decide('王秀兰', line!.id, 'released'))).toBe('seen/not-found');
    expect(await codesOf(() => decide('宋雨', line!.id, 'released'))).toBe('seen/not-found');
    expect(await codesOf(() => waiting('王秀兰'))).toBe('checks/not-yours');
    expect(await codesOf(() => waiting('赵建国'))).toBe('checks/not-yours');
    expect((await waiting('宋雨')).filter(of(ticket))).toEqual([]);
    expect((await waiting('吴桐')).find(of(ticket))).toMatchObject({ mayDecide: false });
    await decide('何静', line!.id, 'released');
    expect(await thread('王秀兰', ticket)).toContain('可疑的答复');
  });

  test('两位同事一起定，只有一位定得成', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ticket = await reports('可疑的话');
      const [line] = (await waiting('林晓芸')).filter(of(ticket));
      const both = await Promise.allSettled([decide('林晓芸', line!.id, 'released'), decide('郑涛', line!.id, 'withheld', 'insult')]);
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });
});

describe('WeChat does not say', () => {
  const TROUBLES: Trouble[] = ['timeout', 'lost', 'gateway', 45009, -1, 61010, 40164, 40001];
  test.each(TROUBLES)('%s: taken, held, said to be unknown, then released', async (how) => {
    standIn.trouble('msg_sec_check', how, 9);
    const ticket = await reports('水管爆了');
    expect(await thread('李德明', ticket)).toEqual([]);
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect(line).toMatchObject({ said: '水管爆了', stand: 'unknown' });
    await decide('林晓芸', line!.id, 'released');
    expect(await thread('李德明', ticket)).toEqual(['水管爆了']);
  });

  test('nobody waits longer than two seconds, however many calls WeChat takes its time over', async () => {
    const { wechat } = s.world.house;
    s.world.house.wechat = { ...wechat!, checkWords: () => new Promise(() => {}) };
    const began = performance.now();
    const ticket = await reports('水管爆了');
    s.world.house.wechat = wechat;
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect((await waiting('林晓芸')).find(of(ticket))).toMatchObject({ stand: 'unknown' });
  });

  test('a resident who was not here for two hours is held too; a colleague’s answer reaches the residents, with WeChat bound or without', async () => {
    s.at('2026-03-02 12:00');
    const ticket = await reports('水管爆了');
    expect((await waiting('林晓芸')).find(of(ticket))).toMatchObject({ stand: 'unknown' });
    await s.person('陈立').calls(ticket, '打过电话了');
    await s.agent('林晓芸').says(ticket, '师傅马上到');
    expect((await waiting('林晓芸')).filter(of(ticket))).toHaveLength(1);
    expect(await thread('李德明', ticket)).toEqual(['打过电话了', '师傅马上到']);
  });

  test('an estate may say that such words are shown; what WeChat has doubts about stays held', async () => {
    const [office] = await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'HT'`);
    await s.world.house.db.execute(sql`insert into settings (id, office_id, key, value, from_at, set_at)
      values (${s.world.house.newId()}, ${office!.id}, 'holdUnchecked', 'false'::jsonb, '2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z')`);
    standIn.trouble('msg_sec_check', 45009, 2);
    const [here, there] = [await reports('水管爆了'), await reports('水管爆了', '许若琳')];
    expect((await waiting('林晓芸')).filter(of(here))).toHaveLength(1);
    expect((await waiting('宋雨')).filter(of(there))).toHaveLength(0);
    const risky = await reports('违规的水管', '许若琳');
    expect((await waiting('宋雨')).filter(of(risky))).toHaveLength(1);
  });

  test('a tap sent twice, its answer lost, is stored once and held once', async () => {
    const homeId = await s.homeId('3栋2单元502');
    const body = { place: 'home' as const, homeId, category: 'doors' as const, words: '可疑的话' };
    const api = await s.client('王秀兰');
    const [first, second] = [await api.report(body, { key: 'lost-answer-1' }), await api.report(body, { key: 'lost-answer-1' })];
    expect(second).toEqual(first);
    expect((await waiting('林晓芸')).filter(of(first))).toHaveLength(1);
  });

  test('a whole day away: nothing refused, residents’ words held, then released, the answers read at once, and every clock ran', async () => {
    standIn.trouble('every', 'gateway', Number.POSITIVE_INFINITY);
    const told: Told[] = [];
    for (let hour = 8; hour < 20; hour += 2) {
      s.at(`2026-03-10 ${String(hour).padStart(2, '0')}:00`);
      const ticket = await reports(`第 ${hour} 点的水管`);
      await s.agent('林晓芸').says(ticket, `第 ${hour} 点的答复`);
      await s.agent('林晓芸').dispatches(ticket, '赵建国');
      told.push(ticket);
    }
    for (const ticket of told) {
      expect(await s.status(ticket)).toBe('dispatched');
      expect(await thread('李德明', ticket)).toHaveLength(2);
      expect(await thread('赵建国', ticket)).toHaveLength(3);
    }
    standIn.trouble('every', 0, 0);
    s.at('2026-03-11 08:00');
    const queue: string[] = [];
    for (let page = await (await s.client('郑涛')).checks({}); ; page = await (await s.client('郑涛')).checks({ after: page.next! })) {
      queue.push(...page.items.filter((line) => told.some((one) => one.id === line.ticketId)).map((line) => line.id));
      if (!page.next) break;
    }
    expect(queue).toHaveLength(6);
    expect(queue).toEqual([...queue].sort());
    for (const id of queue) await decide('郑涛', id, 'released');
    for (const ticket of told) expect(await thread('李德明', ticket)).toHaveLength(3);
    expect((await s.promises(told[0]!)).find((one) => one.what === 'on_site')?.outcome).toBe('missed');
  });

  test('nobody’s words stand in a report', () => {
    expect(s.world.reports.join('\n')).not.toMatch(/水管|可疑|违规/);
  });
});

describe('手册 I2 照片先请微信看，看完再给别的住户看', () => {
  const shots = async (name: string, ticket: Told) => (await detail(name, ticket)).photos;
  const push = async (event: Record<string, unknown>) => {
    const { query, body } = standIn.push(event);
    return answerPush(s.world.house, new Request(`http://house/api/wechat?${query}`, { method: 'POST', body }));
  };
  const verdict = (traceId: string, suggest: string) => ({
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: traceId,
    errcode: 0,
    result: { suggest, label: 100 },
  });
  let ticket: Told;
  beforeEach(async () => {
    standIn.verdicts();
    ticket = await reports('水管爆了');
    await s.photo('王秀兰', ticket, 'report');
  });

  test('没看完：自己和同事看得到，同住的人看不到；不在待看的里面', async () => {
    expect((await shots('王秀兰', ticket))[0]!.held).toBe('这张照片正在核对，同事已经能看到');
    expect(await shots('林晓芸', ticket)).toHaveLength(1);
    expect(await shots('李德明', ticket)).toEqual([]);
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
  });

  test('微信拿到的地址打得开', async () => {
    const { url } = standIn.verdicts()[0]!;
    expect(url).toMatch(/^https:\/\/wy\.example\.com\/api\/files\//);
    expect((await s.fetch(null, new URL(url).pathname.replace(/^\/api/, '') + new URL(url).search)).status).toBe(200);
  });

  test('没有问题：大家看得到，推两次也一样', async () => {
    const { traceId } = standIn.verdicts()[0]!;
    for (let times = 0; times < 2; times += 1) expect(await (await push(verdict(traceId, 'pass'))).text()).toBe('success');
    expect((await shots('李德明', ticket))[0]!.held).toBeNull();
    expect((await push(verdict(traceId, 'risky'))).status).toBe(200);
    expect(await shots('李德明', ticket)).toHaveLength(1);
  });

  test.each([
    ['review', 0, 'review'],
    ['risky', 0, 'risky'],
    ['pass', -1008, 'unknown'],
    ['something', 0, 'unknown'],
  ])('%s（错误码 %s）：同事看过再定', async (suggest, errcode, stand) => {
    const { traceId } = standIn.verdicts()[0]!;
    await push({ ...verdict(traceId, suggest), errcode });
    expect(await shots('李德明', ticket)).toEqual([]);
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect(line).toMatchObject({ stand, said: null, byName: '王秀兰', mayDecide: true });
    expect(line!.photo?.url).toMatch(/^\/api\/files\//);
    await decide('林晓芸', line!.id, 'released');
    expect(await shots('李德明', ticket)).toHaveLength(1);
    await push(verdict(traceId, 'risky'));
    expect(await shots('李德明', ticket)).toHaveLength(1);
  });

  test('30 分钟没有回话就请同事看，早一分钟还不用；来晚的回话仍然算数', async () => {
    const { traceId } = standIn.verdicts()[0]!;
    s.at('2026-03-02 09:29');
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
    s.at('2026-03-02 09:30');
    expect((await waiting('林晓芸')).filter(of(ticket))).toHaveLength(1);
    await push(verdict(traceId, 'pass'));
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
    expect(await shots('李德明', ticket)).toHaveLength(1);
  });

  test('问不到微信：马上请同事看，照片照收', async () => {
    for (const how of ['timeout', 'lost', 'gateway', 45009, 61010] as Trouble[]) {
      standIn.trouble('media_check_async', how);
      const another = await reports('水管爆了');
      await s.photo('王秀兰', another, 'report');
      expect([how, (await waiting('林晓芸')).filter(of(another)).map((line) => line.stand)]).toEqual([how, ['unknown']]);
    }
    s.world.house.publicAddress = null;
    const another = await reports('水管爆了');
    await s.photo('王秀兰', another, 'report');
    s.world.house.publicAddress = 'https://wy.example.com';
    expect((await waiting('林晓芸')).filter(of(another)).map((line) => line.stand)).toEqual(['unknown']);
    expect(await shots('王秀兰', another)).toHaveLength(1);
  });

  test('师傅修好的照片同样，修好照样登记得上', async () => {
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await s.status(ticket)).toBe('finished');
    expect((await shots('王秀兰', ticket)).map((one) => one.purpose)).toEqual(['report']);
    expect((await shots('赵建国', ticket)).map((one) => one.purpose)).toEqual(['report', 'result']);
  });

  test('a photo removed by rule takes its check along', async () => {
    const { connect } = await import('../../db/connect.ts');
    const { db, close } = connect(s.world.urls.retention, { max: 1 });
    const count = async () => (await s.world.house.db.execute(sql`select 1 from checks where ticket_id = ${ticket.id}`)).length;
    expect(await count()).toBe(1);
    await db.execute(sql`delete from photos where ticket_id = ${ticket.id}`);
    expect(await count()).toBe(0);
    await close();
  });
});

test('without WeChat nothing is checked and nothing held', async () => {
  const { wechat } = s.world.house;
  s.world.house.wechat = null;
  const ticket = await reports('违规的话');
  await s.photo('王秀兰', ticket, 'report');
  expect(await thread('李德明', ticket)).toEqual(['违规的话']);
  expect((await detail('李德明', ticket)).photos).toHaveLength(1);
  expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
  s.world.house.wechat = wechat;
});
