import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { SETTINGS } from '../../shared/kernel/settings.ts';
import { allows, approvesAll, binds, DOOR, openidOf, PUMP, storyOfMessages, TEMPLATE_IDS, WANG, works } from '../support/messages.ts';

const { s, standIn, shown, phrases, outcomes, left, reads, later, sets, ready, dispatched } = storyOfMessages();

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
    const handIn = { officeId: await s.officeId('WT'), name: 'progress' as const };
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

test('what is on record of a message is who, which and what came of it', async () => {
  await ready();
  await dispatched();
  const rows = await s.world.house.db.execute(
    sql`select to_jsonb(d) as row from deliveries d union all select to_jsonb(c) from consents c union all select to_jsonb(b) from outbox b`,
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(JSON.stringify(rows)).not.toMatch(/[\u4e00-\u9fff]{2}|1380000\d{4}|260302-001/);
});

describe('手册 I8、P3 同事之间的单子也到微信', () => {
  test('紧急的夜里也告诉部门负责人，只有数字、固定的词和时间，点开就是那张单；看过的、别的事照旧等早上', async () => {
    const HEAD = '郭卫东';
    await binds(s, HEAD);
    await approvesAll(s);
    await allows(s, standIn, HEAD, 'colleagues', 5);
    s.at('2026-03-02 23:30');
    const officeId = await s.officeId('WT');
    const slip = {
      officeId,
      department: 'security' as const,
      content: '3 栋电梯困人',
      answerBy: new Date(s.world.now().getTime() + 3_600_000).toISOString(),
    };
    const agent = await s.client('林晓芸');
    const key = () => ({ key: crypto.randomUUID() });
    const urgent = await agent.giveErrand({ ...slip, kind: 'urgent', calledPerson: await s.personId(HEAD), lead: false }, key());
    await works(s);
    expect(shown(HEAD)).toEqual([
      {
        openid: openidOf(HEAD),
        templateId: TEMPLATE_IDS.colleagues,
        page: `errands/one/index?id=${urgent.id}`,
        fields: { character_string1: '260302-000', phrase2: '有事要办', time3: '2026年3月2日 23:30' },
      },
    ]);
    await agent.giveErrand({ ...slip, kind: 'handover', lead: false }, key());
    await works(s);
    expect(shown(HEAD)).toHaveLength(1);
    s.at('2026-03-03 08:01');
    await works(s);
    expect(shown(HEAD)).toHaveLength(2);
    await works(s);
    expect(shown(HEAD)).toHaveLength(2);
  });
});
