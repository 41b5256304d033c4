import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { subscribeChanged } from '../../api/messages/consents.ts';
import { SETTINGS, type SettingKey } from '../../shared/kernel/settings.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { allows, approvesAll, binds, openidOf, TEMPLATE_IDS, wechatReports, withWeChat, works } from '../support/messages.ts';
import { expectReplayed } from '../support/replay.ts';
import { refusal, type Told } from '../support/story.ts';
import type { StandIn } from '../support/wechat.ts';

let s: HttpStory;
let standIn: StandIn;
beforeEach(async () => {
  s = await httpStory();
  standIn = await withWeChat(s);
  wechatReports.length = 0;
  s.at('2026-03-02 09:00');
});
afterEach(async () => {
  expect(s.world.reports).toEqual([]);
  await expectReplayed(s.world);
  await s.close();
  await standIn.close();
});

const WANG = '王秀兰';
const PUMP = { category: 'burst_pipe', words: '厨房水管爆了，我是王秀兰' };
const DOOR = { category: 'doors', words: '门合页松了' };
const shown = (name = WANG) => standIn.shown.filter((one) => one.openid === openidOf(name));
const phrases = (name = WANG) => shown(name).map((one) => one.fields.phrase2);
const outcomes = async (name = WANG) =>
  (
    await s.world.house.db.execute<{ outcome: string }>(sql`select outcome from deliveries where person_id = ${await s.personId(name)} order by id`)
  ).map((row) => row.outcome);
const left = async (template = 'progress', name = WANG) =>
  (await (await s.client(name)).consents({})).items.find((one) => one.name === template)?.left;
const reads = async (name = WANG) => {
  const api = await s.client(name);
  const { items } = await api.inbox({});
  if (items[0]) await api.readInbox({ upTo: items[0].id });
};
const later = (minutes: number) => s.world.moveTo(new Date(s.world.now().getTime() + minutes * 60_000));
/** An estate's own figure, from now on. */
const sets = (key: SettingKey, value: number) =>
  s.world.house.db.execute(sql`insert into settings (id, office_id, key, value, from_at, set_at)
    select ${s.world.house.newId()}, id, ${key}, ${JSON.stringify(value)}::jsonb, ${s.world.now().toISOString()}, ${s.world.now().toISOString()} from offices where letters = 'WT'`);

async function ready(times = 1): Promise<void> {
  await binds(s, WANG);
  await approvesAll(s);
  for (const template of ['progress', 'needs_you'] as const) await allows(s, standIn, WANG, template, times);
}
const dispatched = async (category = PUMP): Promise<Told> => {
  const ticket = await s.resident(WANG).reports(category);
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await works(s);
  return ticket;
};

describe('手册 P3 微信消息：模板主任审过才发，一次同意一条', () => {
  test('有同意、审过、没看过：告诉一次，只有编号、固定的词和时间', async () => {
    await ready();
    const ticket = await dispatched();
    expect(shown()).toEqual([
      {
        openid: openidOf(WANG),
        templateId: TEMPLATE_IDS.progress,
        page: `tickets/detail/index?id=${ticket.id}`,
        fields: { character_string1: '260302-001', phrase2: '有新进展', time3: '2026年3月2日 09:00' },
      },
    ]);
    expect(await left()).toBe(0);
    expect(await outcomes()).toEqual(['sent']);
    await s.technician('赵建国').arrives(ticket);
    await works(s);
    expect(shown()).toHaveLength(1);
    await s.technician('赵建国').finishes(ticket);
    await works(s);
    expect(shown()[1]).toMatchObject({ templateId: TEMPLATE_IDS.needs_you, fields: { phrase2: '等您确认' } });
  });

  test('没审过、退回的、模板编号没填的，都不发；消息里照样有', async () => {
    await binds(s, WANG);
    await allows(s, standIn, WANG, 'progress', 3);
    await dispatched();
    expect(shown()).toEqual([]);
    const [office] = await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
    const handIn = { officeId: office!.id, name: 'progress' as const };
    const { id } = await (await s.client('林晓芸')).submitTemplate(handIn);
    await (await s.client('郑涛')).decideApproval({ id, round: 1, step: 0, verdict: 'returned', words: '“进展”改短一点' });
    await dispatched();
    expect(shown()).toEqual([]);
    expect((await (await s.client('林晓芸')).templates({})).items.find((one) => one.name === 'progress')).toMatchObject({
      status: 'returned',
      reason: '“进展”改短一点',
      decidedByName: '郑涛',
      maySubmit: true,
    });
    await (await s.client('林晓芸')).submitTemplate(handIn);
    await (await s.client('郑涛')).decideApproval({ id, round: 2, step: 0, verdict: 'approved' });
    s.world.house.messageTemplates = {};
    await dispatched();
    expect(shown()).toEqual([]);
    s.world.house.messageTemplates = TEMPLATE_IDS;
    await dispatched();
    expect(shown()).toHaveLength(1);
    expect((await (await s.client(WANG)).inbox({})).items.filter((one) => one.text === '已派师傅')).toHaveLength(4);
  });

  test('看过了就不再发；同一件事几条没看的，只告诉最新的一条', async () => {
    await ready(5);
    standIn.trouble('subscribe/send', 'gateway', 1);
    const ticket = await dispatched();
    expect(await outcomes()).toEqual(['later']);
    await reads();
    later(5);
    await works(s);
    expect([shown().length, await outcomes()]).toEqual([0, ['later']]);
    standIn.trouble('subscribe/send', 'gateway', 1);
    await s.technician('赵建国').accepts(ticket);
    await works(s);
    await s.technician('赵建国').arrives(ticket);
    await works(s);
    expect(shown()).toHaveLength(1);
    later(5);
    await works(s);
    expect([shown().length, await outcomes()]).toEqual([1, ['later', 'dropped', 'sent']]);
  });

  test('晚上九点到早上八点不急的等到早上，那时看过了就不发；急修马上发', async () => {
    await ready(5);
    s.at('2026-03-02 20:59');
    await dispatched(DOOR);
    expect(phrases()).toEqual(['有新进展']);
    s.at('2026-03-02 21:00');
    await dispatched(DOOR);
    await dispatched(DOOR);
    expect(phrases()).toHaveLength(1);
    await dispatched(PUMP);
    expect(phrases()).toHaveLength(2);
    s.at('2026-03-03 07:59');
    await works(s);
    expect(phrases()).toHaveLength(2);
    s.at('2026-03-03 08:00');
    await works(s);
    expect(phrases()).toHaveLength(4);
    s.at('2026-03-03 22:00');
    await dispatched(DOOR);
    await reads();
    s.at('2026-03-04 08:00');
    await works(s);
    expect(phrases()).toHaveLength(4);
  });

  test('每个数字改一，结果就变：几点起、几点止、一天几条、多久没看到', async () => {
    await ready(30);
    s.at('2026-03-02 20:30');
    await sets('quietFromHour', 20);
    await dispatched(DOOR);
    expect(phrases()).toHaveLength(0);
    await sets('quietUntilHour', 9);
    s.at('2026-03-03 08:30');
    await works(s);
    expect(phrases()).toHaveLength(0);
    s.at('2026-03-03 09:00');
    await works(s);
    expect(phrases()).toHaveLength(1);
    for (let count = 1; count < SETTINGS.messagesADay.fallback; count += 1) await dispatched(DOOR);
    expect(phrases()).toHaveLength(10);
    await dispatched(DOOR);
    expect(phrases()).toHaveLength(10);
    expect((await outcomes()).at(-1)).toBe('capped');
    await dispatched(PUMP);
    expect(phrases()).toHaveLength(11);
    await sets('messagesADay', 12);
    await dispatched(DOOR);
    expect(phrases()).toHaveLength(12);
    s.at('2026-03-04 09:00');
    await dispatched(DOOR);
    expect(phrases()).toHaveLength(13);
  });

  test('同事收到的是自己的事，不分什么事都一个样', async () => {
    await binds(s, '赵建国', '林晓芸');
    await approvesAll(s);
    await allows(s, standIn, '赵建国', 'colleagues');
    await dispatched();
    expect(phrases('赵建国')).toEqual(['有事要办']);
    expect(shown('赵建国')[0]?.page).toMatch(/^staff\/ticket\/index/);
    expect(shown('林晓芸')).toEqual([]);
  });
});

describe('what WeChat answers', () => {
  test('no consent (43101) empties what was reckoned; nobody is refused anything', async () => {
    await ready(3);
    standIn.switchOff(openidOf(WANG));
    const ticket = await dispatched();
    expect([shown().length, await left(), await outcomes()]).toEqual([0, 0, ['no_consent']]);
    await s.technician('赵建国').arrives(ticket);
    await works(s);
    expect(await outcomes()).toEqual(['no_consent']);
    await allows(s, standIn, WANG, 'progress');
    expect(await left()).toBe(1);
    await s.agent('林晓芸').says(ticket, '师傅在路上');
    await works(s);
    expect(phrases()).toEqual(['有新留言']);
  });

  test('an answer lost on its way is never sent again', async () => {
    await ready(3);
    standIn.trouble('subscribe/send', 'lost', 1);
    await dispatched();
    for (let hours = 0; hours < 30; hours += 1) {
      later(60);
      await works(s);
    }
    expect([shown().length, await outcomes(), await left()]).toEqual([1, ['unknown'], 2]);
  });

  test.each(['gateway', -1, 45009] as const)('away for a day with %s: nobody is refused, and what still matters is told once', async (how) => {
    await ready(9);
    standIn.trouble('subscribe/send', how, Number.POSITIVE_INFINITY);
    const read = await dispatched();
    const finished = await s.resident(WANG).reports(DOOR);
    await s.agent('林晓芸').dispatches(finished, '孙磊');
    await s.technician('孙磊').arrives(finished);
    await reads();
    const waiting = await dispatched(DOOR);
    for (let hours = 0; hours < 24; hours += 1) {
      later(60);
      await works(s);
      if (hours === 3) await s.technician('孙磊').finishes(finished);
    }
    expect(shown()).toEqual([]);
    standIn.trouble('subscribe/send', how, 0);
    for (let hours = 0; hours < 3; hours += 1) {
      later(60);
      await works(s);
    }
    expect(
      shown()
        .map((one) => [one.fields.phrase2, one.page.slice(-36)])
        .sort(),
    ).toEqual(
      [
        ['有新进展', waiting.id],
        ['等您确认', finished.id],
      ].sort(),
    );
    expect(shown().map((one) => one.page)).not.toContain(`tickets/detail/index?id=${read.id}`);
    later(600);
    await works(s);
    expect(shown()).toHaveLength(2);
    if (how !== 'gateway') expect(wechatReports.length).toBeGreaterThan(0);
  });

  test('a worker that dies between sending and saying so tells nobody twice', async () => {
    await ready(3);
    const { house } = s.world;
    const alive = house.wechat!;
    house.wechat = {
      ...alive,
      send: async (message) => {
        await alive.send(message);
        throw new Error('killed');
      },
    };
    await dispatched();
    expect(s.world.reports.splice(0)).toHaveLength(1);
    expect([shown().length, await outcomes()]).toEqual([1, ['sending']]);
    house.wechat = alive;
    for (let tries = 0; tries < 5; tries += 1) {
      later(10);
      await works(s);
    }
    expect([shown().length, await outcomes()]).toEqual([1, ['unknown']]);
  });

  test('two workers at one line send it once', async () => {
    await ready(3);
    const ticket = await s.resident(WANG).reports(PUMP);
    await works(s);
    s.world.house.later = () => {};
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const { tell } = await import('../../api/messages/tell.ts');
    const { workOutbox } = await import('../../api/outbox/worker.ts');
    // One batch: the event is told to the inbox, and the message waits.
    await workOutbox(s.world.house, () => false);
    expect(shown()).toHaveLength(0);
    const [job] = await s.world.house.db.execute<{ id: string; office_id: string; payload: never }>(
      sql`select * from outbox where job = 'tell' and payload->>'to' = 'resident' and done_at is null`,
    );
    const again = { id: job!.id, officeId: job!.office_id, job: 'tell', payload: job!.payload, attempts: 1 };
    await Promise.all([1, 2, 3].map(() => tell(s.world.house, again, { kind: 'system', reason: 'outbox' })));
    expect([shown().length, await left()]).toEqual([1, 2]);
    await works(s);
    expect(shown()).toHaveLength(1);
  });
});

describe('consents', () => {
  test('a refusal, a ban, and messages switched off are on record and change nothing else', async () => {
    await ready(0);
    const api = await s.client(WANG);
    expect((await api.consents({})).items.map((one) => [one.name, one.left])).toEqual([
      ['progress', 0],
      ['needs_you', 0],
    ]);
    const { items } = await api.answerConsents({
      answers: [
        { name: 'progress', answer: 'reject', always: true },
        { name: 'needs_you', answer: 'off' },
        { name: 'colleagues', answer: 'accept' },
      ],
    });
    expect(items.map(({ name, left: count, refused, always }) => [name, count, refused, always])).toEqual([
      ['progress', 0, true, true],
      ['needs_you', 0, true, false],
    ]);
    expect(await refusal(api.answerConsents({ answers: [] }))).toBe('request/invalid');
    await dispatched();
    expect(shown()).toEqual([]);
  });

  test('without a bound WeChat there is nothing to ask, and an answer changes nothing', async () => {
    const api = await s.client(WANG);
    expect(await api.consents({})).toEqual({ items: [] });
    expect(await api.answerConsents({ answers: [{ name: 'progress', answer: 'accept' }] })).toEqual({ items: [] });
    const rows = await s.world.house.db.execute(sql`select 1 from consents`);
    expect(rows).toHaveLength(0);
  });

  const pushed = (Event: string, List: unknown, name = WANG) =>
    subscribeChanged(s.world.house, { ToUserName: 'gh_huiyin', FromUserName: openidOf(name), MsgType: 'event', Event, List });

  test('what the phone and the push both tell counts once; the push alone counts too', async () => {
    await ready(0);
    const popup = [{ TemplateId: TEMPLATE_IDS.progress, SubscribeStatusString: 'accept', PopupScene: '2' }];
    await (await s.client(WANG)).answerConsents({ answers: [{ name: 'progress', answer: 'accept' }] });
    await pushed('subscribe_msg_popup_event', popup);
    expect(await left()).toBe(1);
    await pushed('subscribe_msg_popup_event', popup[0]);
    expect(await left()).toBe(2);
    await (await s.client(WANG)).answerConsents({ answers: [{ name: 'progress', answer: 'accept' }] });
    expect(await left()).toBe(2);
    later(11);
    await (await s.client(WANG)).answerConsents({ answers: [{ name: 'progress', answer: 'accept' }] });
    expect(await left()).toBe(3);
  });

  test('a mind changed in the settings, or a message that was not delivered, empties it; strangers and foreign templates change nothing', async () => {
    await ready(2);
    await pushed('subscribe_msg_change_event', [{ TemplateId: 'somebody-elses', SubscribeStatusString: 'reject' }]);
    await pushed('subscribe_msg_change_event', [{ TemplateId: TEMPLATE_IDS.progress, SubscribeStatusString: 'reject' }], '李德明');
    await pushed('subscribe_msg_sent_event', [{ TemplateId: TEMPLATE_IDS.progress, MsgID: '1', ErrorCode: '0', ErrorStatus: 'success' }]);
    await pushed('subscribe_msg_popup_event', 'nonsense');
    expect(await left()).toBe(2);
    await pushed('subscribe_msg_change_event', [{ TemplateId: TEMPLATE_IDS.progress, SubscribeStatusString: 'reject' }]);
    expect([await left(), await left('needs_you')]).toEqual([0, 2]);
    await pushed('subscribe_msg_sent_event', [{ TemplateId: TEMPLATE_IDS.needs_you, MsgID: '1', ErrorCode: '1', ErrorStatus: 'user refuse' }]);
    expect(await left('needs_you')).toBe(0);
  });

  test('another WeChat begins with nothing', async () => {
    await ready(2);
    later(60);
    await s.world.house.db.execute(sql`update wechat_accounts set unbound_at = ${s.world.now().toISOString()}`);
    expect(await left()).toBeUndefined();
    await binds(s, WANG);
    expect(await left()).toBe(0);
  });
});

describe('手册 R8 住户要知道、又通知不到的，打电话', () => {
  const finish = async (ticket: Told) => {
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await works(s);
  };
  const call = async (ticket: Told) => (await s.promises(ticket)).find((one) => one.what === 'phone_call');

  test('修好了请确认，两小时没人看、也没法发微信：客服要打电话，打了就算做到', async () => {
    await approvesAll(s);
    const ticket = await dispatched();
    await finish(ticket);
    later(119);
    await works(s);
    expect(await call(ticket)).toBeUndefined();
    later(1);
    await works(s);
    expect(await call(ticket)).toMatchObject({ clause: 'R8', outcome: 'open', dueBy: '2026-03-02 13:00' });
    expect(await s.agent('林晓芸').heard(ticket)).toContain('unreached');
    expect((await (await s.client('林晓芸')).workbench({})).items.find((one) => one.id === ticket.id)?.next).toMatchObject({
      what: 'phone_call',
      label: '打电话告诉住户',
    });
    expect((await (await s.client(WANG)).ticket({ id: ticket.id })).promises.map((one) => one.what)).not.toContain('phone_call');
    await s.agent('林晓芸').calls(ticket, '打过电话，下午来看');
    expect(await call(ticket)).toMatchObject({ outcome: 'kept' });
  });

  test('住户后来看到了，或者确认了，就不用打了；一家有一个人看到就行', async () => {
    const [first, second, third] = [await dispatched(), await dispatched(), await dispatched()];
    for (const ticket of [first, second]) await finish(ticket);
    later(120);
    await works(s);
    expect([(await call(first))?.outcome, (await call(second))?.outcome]).toEqual(['open', 'open']);
    await s.resident(WANG).confirms(second);
    expect((await call(second))?.outcome).toBe('withdrawn');
    await reads();
    expect((await call(first))?.outcome).toBe('withdrawn');
    await finish(third);
    await reads('李德明');
    later(200);
    await works(s);
    expect(await call(third)).toBeUndefined();
  });

  test('微信发出去了就不用打；没同意的照打；晚上的等到早上；不是非知道不可的不打', async () => {
    await ready(1);
    const ticket = await dispatched(DOOR);
    later(300);
    await works(s);
    expect(await call(ticket)).toBeUndefined();
    await finish(ticket);
    expect(phrases()).toEqual(['有新进展', '等您确认']);
    later(300);
    await works(s);
    expect(await call(ticket)).toBeUndefined();
    s.at('2026-03-03 20:00');
    const night = await dispatched(DOOR);
    await finish(night);
    s.at('2026-03-03 23:00');
    await works(s);
    expect(await call(night)).toBeUndefined();
    s.at('2026-03-04 08:00');
    await works(s);
    expect(await call(night)).toMatchObject({ outcome: 'open' });
  });

  test('多久没看到是小区自己的数字', async () => {
    await sets('unreachedAfterMinutes', 119);
    const ticket = await dispatched();
    await finish(ticket);
    later(119);
    await works(s);
    expect(await call(ticket)).toMatchObject({ outcome: 'open' });
  });
});

test('what is on record of a message is who, which and what came of it', async () => {
  await ready();
  await dispatched();
  const rows = await s.world.house.db.execute(
    sql`select to_jsonb(d) as row from deliveries d union all select to_jsonb(c) from consents c union all select to_jsonb(b) from outbox b`,
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(JSON.stringify(rows)).not.toMatch(/[\u4e00-\u9fff]{2}|1380000\d{4}|260302-001/);
});
