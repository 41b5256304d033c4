import { describe, expect, test } from '@jest/globals';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach();

describe('手册 I2 不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行', () => {
  test('从报修到确认的每一句都在，时间、渠道、地点、谁、内容、结果都有', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
    s.at('2026-03-02 09:02');
    await s.agent('林晓芸').says(ticket, '赵师傅马上到');
    await s.agent('林晓芸').dispatches(ticket, '赵建国', '换厨房软管');
    s.at('2026-03-02 09:30');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket, '换了软管');
    s.at('2026-03-02 10:00');
    await s.agent('林晓芸').calls(ticket, '问过，不漏了');
    await s.resident('王秀兰').confirms(ticket, 'satisfied', '谢谢');
    const agent = await s.client('林晓芸');
    const thread = (await agent.ticket({ id: ticket.id })).thread;
    const register = (await agent.register({})).items.filter((line) => line.ticketId === ticket.id).reverse();
    expect(register.map((line) => line.id)).toEqual(thread.map((line) => line.id));
    expect(register.map((line) => [line.at, line.channel, line.where, line.byName, line.direction, line.body, line.outcome])).toEqual([
      ['2026-03-02T01:00:00.000Z', 'mini_program', '3栋2单元502', '王秀兰', 'in', '水管爆了', null],
      ['2026-03-02T01:02:00.000Z', 'mini_program', '3栋2单元502', '林晓芸', 'out', '赵师傅马上到', null],
      ['2026-03-02T01:02:00.000Z', 'mini_program', '3栋2单元502', '林晓芸', 'out', '换厨房软管', null],
      ['2026-03-02T01:30:00.000Z', 'mini_program', '3栋2单元502', '赵建国', 'out', '换了软管', null],
      ['2026-03-02T02:00:00.000Z', 'phone', '3栋2单元502', '林晓芸', 'out', '问过，不漏了', null],
      ['2026-03-02T02:00:00.000Z', 'mini_program', '3栋2单元502', '王秀兰', 'in', '谢谢', '4 星，满意'],
    ]);
  });

  test('登记表写得出每个人的岗位，部门负责人连着部门', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    await s.person('周敏').says(ticket, '我来跟');
    expect((await (await s.client('林晓芸')).register({})).items.map((line) => [line.byName, line.byTitle])).toEqual([
      ['周敏', '服务中心负责人'],
      ['王秀兰', '住户'],
    ]);
  });

  test('登记表只给管这个小区的同事看；住户和师傅没有', async () => {
    s.at('2026-03-02 09:00');
    await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    expect((await (await s.client('何静')).register({})).items).toHaveLength(1);
    expect((await (await s.client('吴桐')).register({})).items).toHaveLength(1);
    for (const name of ['王秀兰', '赵建国', '宋雨', '韩梅']) expect((await (await s.client(name)).register({})).items).toEqual([]);
  });

  test('客服自己家报的修，同事之间说的话在登记表里也看不到', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('何静').reports({ category: 'doors', words: '门坏了' });
    await s.agent('林晓芸').reclassifies(ticket, { category: 'doors', why: '内部：她家的门' });
    const bodies = async (name: string) => (await (await s.client(name)).register({})).items.map((line) => line.body);
    expect(await bodies('林晓芸')).toEqual(['内部：她家的门', '门坏了']);
    expect(await bodies('何静')).toEqual(['门坏了']);
  });

  test('传递单只有同事看得到，住户的页面上没有', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('许若琳').reports({ category: 'doors', words: '门坏了' });
    await s.agent('宋雨').handsOver(ticket, '内部：合页缺货');
    const bodies = async (name: string) => (await (await s.client(name)).ticket({ id: ticket.id })).thread.map((line) => line.body);
    expect(await bodies('梁宏')).toContain('内部：合页缺货');
    expect(await bodies('许若琳')).toEqual(['门坏了']);
  });
});

describe('手册 I9 动手之前把内容和住户核对一遍', () => {
  test('派师傅时写明内容，住户马上看到“我们要做的”；不写派不了，别的都不变', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
    const agent = await s.client('林晓芸');
    const technicianId = await s.personId('赵建国');
    const answer = await s.fetch('林晓芸', `/tickets/${ticket.id}/dispatch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'tap-without-content' },
      body: JSON.stringify({ technicianId, content: '  ' }),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'request/invalid', errors: [{ field: 'content', message: '请写几个字' }] });
    expect(await s.history(ticket)).toEqual(['received']);
    const { suggestedContent } = await agent.ticket({ id: ticket.id });
    expect(suggestedContent).toBe('漏水爆管：水管爆了');
    await agent.dispatch({ id: ticket.id, technicianId, content: suggestedContent });
    expect((await (await s.client('王秀兰')).ticket({ id: ticket.id })).confirmedContent).toBe('漏水爆管：水管爆了');
  });
});

describe('手册 I5 一处办理，从说出口到确认', () => {
  test('住户在同一页看到步骤、谁负责、电话和每个承诺的来历', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
    const resident = await s.client('王秀兰');
    const first = await resident.ticket({ id: ticket.id });
    expect(first.responsible).toMatchObject({ name: '梧桐里服务中心', phone: '0571-0000 0110' });
    expect(first.promises.map((one) => [one.label, one.clause, one.explain])).toEqual([
      ['上门', 'R3', 'R3（2026-01-01 起）：2 小时，从今天 09:00 算，到今天 11:00；还剩 2 小时'],
      ['修好', 'R3', 'R3（2026-01-01 起）：24 小时，从今天 09:00 算，到明天 09:00；还剩 24 小时'],
    ]);
    s.at('2026-03-02 09:05');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const second = await resident.ticket({ id: ticket.id });
    expect(second.responsible).toMatchObject({ name: '赵建国', title: '维修师傅', phone: expect.stringMatching(/^1380000\d{4}$/) });
    expect(second.steps.map((step) => [step.label, step.state])).toEqual([
      ['已收到', 'done'],
      ['已派人', 'now'],
      ['师傅到了', 'ahead'],
      ['修好了', 'ahead'],
      ['您确认', 'ahead'],
    ]);
    await s.technician('赵建国').accepts(ticket);
    s.at('2026-03-02 10:00');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket, '换了软管');
    const last = await resident.ticket({ id: ticket.id });
    expect(last.yourTurn).toBe(true);
    expect(last.result).toBe('换了软管');
    expect(last.photos).toHaveLength(1);
    expect(last.history.map((line) => line.text)).toEqual([
      '赵建国师傅说修好了',
      '赵建国师傅到了',
      '赵建国师傅接下了，准备过来',
      '林晓芸派赵建国师傅上门',
      '收到报修',
    ]);
    await s.resident('王秀兰').confirms(ticket);
    expect((await resident.ticket({ id: ticket.id })).status).toBe('closed');
  });

  test('同事看到住户的称呼和打码的号码，住户看不到公司内部的承诺', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
    const staff = await (await s.client('林晓芸')).ticket({ id: ticket.id });
    expect(staff.reporter).toEqual({ name: '王秀兰', phone: expect.stringMatching(/^1\*\* \*\*\*\* \d{4}$/), as: '业主' });
    expect(staff.promises.map((one) => one.what)).toContain('dispatched');
    const resident = await (await s.client('王秀兰')).ticket({ id: ticket.id });
    expect(resident.promises.map((one) => one.what)).not.toContain('dispatched');
  });

  test('第二个人派师傅时知道现在的情况，写过的内容没有存进去', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国', '第一个');
    expect(await refusal(s.agent('何静').dispatches(ticket, '孙磊', '第二个'))).toBe('ticket/action-refused');
    const { thread } = await (await s.client('何静')).ticket({ id: ticket.id });
    expect(thread.map((line) => line.body)).toEqual(['水管爆了', '第一个']);
  });

  test('办完了还欠一次回访的，还在客服的工作台上', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    for (const round of [1, 2]) {
      await s.agent('林晓芸').dispatches(ticket, '赵建国');
      await s.technician('赵建国').arrives(ticket);
      await s.technician('赵建国').finishes(ticket);
      if (round === 1) await s.resident('王秀兰').saysNotFixed(ticket);
    }
    await s.resident('王秀兰').confirms(ticket);
    const bench = async () => (await (await s.client('林晓芸')).workbench({})).items.map((one) => [one.number, one.status, one.next?.label]);
    expect(await bench()).toEqual([[ticket.number, 'closed', '特殊回访']]);
    expect((await (await s.client('赵建国')).workbench({})).counts.open).toBe(0);
    await s.agent('林晓芸').visits(ticket, '问了', '满意');
    expect(await bench()).toEqual([]);
  });

  test('同事也住在这里：以住户身份看，只有自己家的；轮到别人确认的不算他的', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    const own = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
    const both = await s.client('何静');
    const seen = async (as: 'resident' | 'staff', show: 'open' | 'your_turn') => (await both.tickets({ as, show })).items.map((one) => one.number);
    expect(await seen('resident', 'open')).toEqual([own.number]);
    expect(await seen('resident', 'your_turn')).toEqual([]);
    expect(await seen('staff', 'open')).toEqual([own.number, ticket.number]);
    expect((await both.ticket({ id: ticket.id })).yourTurn).toBe(false);
  });

  test('公共地方的往来，登记的地点是那个地方，不是报修人的家', async () => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '2栋1单元电梯' });
    await s.agent('林晓芸').says(ticket, '维保已经出发');
    const places = (await (await s.client('林晓芸')).register({})).items.map((line) => line.where);
    expect(places).toEqual(['2栋1单元电梯', '2栋1单元电梯']);
  });
});
