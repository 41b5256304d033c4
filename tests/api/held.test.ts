import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { Told } from '../support/deeds.ts';
import { storyOfHeld } from '../support/held.ts';
import { refusal } from '../support/story.ts';

const { s, standIn, reports, thread, waiting, decided, of, decide, finds, inRegister } = storyOfHeld();

describe('手册 I2 写下的话先请微信看一眼，再有疑问也照收', () => {
  test('没有问题的，大家马上看得到', async () => {
    const ticket = await reports('水管爆了');
    expect(await thread('李德明', ticket)).toEqual(['水管爆了']);
    expect((await s.detail('王秀兰', ticket)).thread[0]!.held).toBeNull();
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
  });

  test.each([
    ['可疑的话', 'review'],
    ['违规的话', 'risky'],
  ])('%s：报修收下，自己和同事看得到，同住的人和别人看不到', async (words, stand) => {
    const ticket = await reports(words);
    expect(await thread('王秀兰', ticket)).toEqual([words]);
    expect((await s.detail('王秀兰', ticket)).thread[0]!.held).toBe('这段话正在核对，同事已经能看到');
    for (const name of ['林晓芸', '郑涛', '陈立', '吴桐']) expect([name, await thread(name, ticket)]).toEqual([name, [words]]);
    expect((await s.detail('林晓芸', ticket)).thread[0]!.held).toBe('这段话正在核对，别的住户还看不到');
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
    expect((await s.detail('李德明', ticket)).suggestedContent).not.toContain('可疑');
    expect((await s.detail('林晓芸', ticket)).suggestedContent).toContain('可疑');
    expect(JSON.stringify(await s.detail('李德明', ticket))).not.toContain('可疑');
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
    expect(await refusal(decide('何静', line!.id, 'released'))).toBe('seen/not-found');
    await decide('林晓芸', line!.id, 'released');
    expect(await finds('何静', '鳄鱼皮箱')).toEqual([ticket.id]);
    expect(await inRegister('何静', '可疑的鳄鱼皮箱')).toBe(true);
  });

  test('公共地方的位置也是写下的话', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '可疑的电梯', words: '' });
    await s.world.house.db.execute(sql`insert into followers (office_id, ticket_id, person_id, via, own_ticket, from_at)
      select office_id, id, ${await s.personId('周文静')}, 'hint', id, received_at from tickets where id = ${ticket.id}`);
    const where = async (name: string) => (await s.detail(name, ticket)).where;
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
    // A neighbour never reads the reporter's own words for the place, released or not.
    expect(await where('周文静')).toBe('电梯');
    expect(JSON.stringify(await news('周文静'))).toContain('电梯');
    expect(JSON.stringify(await news('周文静'))).not.toContain('可疑');
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
    expect((await s.detail('王秀兰', ticket)).confirmedContent).toBeNull();
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket, '可疑的结果');
    expect((await s.detail('王秀兰', ticket)).result).toBeNull();
    expect((await s.detail('赵建国', ticket)).result).toBe('可疑的结果');
    await s.resident('王秀兰').saysNotFixed(ticket, '可疑的没修好');
    const said = (await waiting('郑涛')).filter(of(ticket)).map((line) => line.said?.split('\n')[0]);
    expect(said).toEqual(['可疑的答复', '可疑的电话', '可疑的原因', '可疑的内容', '可疑的结果', '可疑的没修好']);
    expect((await thread('王秀兰', ticket)).filter((body) => body.includes('可疑'))).toEqual(['可疑的没修好']);
    for (const line of (await waiting('郑涛')).filter(of(ticket))) await decide('郑涛', line.id, 'released');
    expect((await thread('王秀兰', ticket)).filter((body) => body.includes('可疑'))).toHaveLength(6);
    expect((await thread('李德明', ticket)).filter((body) => body.includes('可疑'))).toHaveLength(6);
  });

  test('手册 I15 留着的答复放出来，才算答复了住户；之前写的不算答复之后的留言', async () => {
    const ticket = await reports('水管爆了');
    const reply = async () => (await s.promises(ticket)).filter((one) => one.what === 'first_reply').map((one) => one.outcome);
    await s.agent('林晓芸').says(ticket, '可疑的早先的话');
    const [early] = (await waiting('郑涛')).filter(of(ticket));
    s.world.moveTo(new Date(s.world.now().getTime() + 60_000));
    await s.resident('王秀兰').says(ticket, '师傅几点来');
    await s.agent('林晓芸').says(ticket, '可疑的答复');
    const late = (await waiting('郑涛')).filter(of(ticket)).find((line) => line.id !== early!.id);
    expect(await reply()).toEqual(['open']);
    await decide('郑涛', early!.id, 'released');
    expect(await reply()).toEqual(['open']);
    await decide('郑涛', late!.id, 'released');
    expect(await reply()).toEqual(['kept']);
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
    expect((await s.detail('王秀兰', ticket)).thread[0]!.held).toBeNull();
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
    expect((await decided('郑涛')).find(of(ticket))).toMatchObject({
      decision: 'released',
      decidedBy: '林晓芸',
      decidedAt: '2026-03-02T01:20:00.000Z',
    });
    expect(await refusal(decide('郑涛', line!.id, 'withheld', 'insult'))).toBe('check/decided');
    expect(await thread('李德明', ticket)).toEqual(['可疑的话']);
  });

  test('不展示：要说为什么，写的人读得到，别的住户一直看不到', async () => {
    const ticket = await reports('违规的话');
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect(await refusal(decide('林晓芸', line!.id, 'withheld'))).toBe('request/invalid');
    await decide('林晓芸', line!.id, 'withheld', 'insult');
    expect((await s.detail('王秀兰', ticket)).thread[0]).toMatchObject({ body: '违规的话', held: '这段话不给别的住户看：有骂人或伤人的话' });
    expect(await thread('李德明', ticket)).toEqual([]);
    expect(await thread('林晓芸', ticket)).toEqual(['违规的话']);
  });

  test('谁也不定自己写的；住户、师傅、主管、别的小区都不定', async () => {
    const ticket = await reports('水管爆了');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.agent('林晓芸').says(ticket, '可疑的答复');
    const [line] = (await waiting('郑涛')).filter(of(ticket));
    expect((await waiting('林晓芸')).find(of(ticket))).toMatchObject({ mine: true, mayDecide: false });
    expect(await refusal(decide('林晓芸', line!.id, 'released'))).toBe('check/own-words');
    expect(await refusal(decide('赵建国', line!.id, 'released'))).toBe('ticket/not-yours');
    expect(await refusal(decide('陈立', line!.id, 'released'))).toBe('ticket/not-yours');
    expect(await refusal(decide('吴桐', line!.id, 'released'))).toBe('ticket/not-yours');
    expect(await refusal(decide('王秀兰', line!.id, 'released'))).toBe('seen/not-found');
    expect(await refusal(decide('宋雨', line!.id, 'released'))).toBe('seen/not-found');
    expect(await refusal(waiting('王秀兰'))).toBe('checks/not-yours');
    expect(await refusal(waiting('赵建国'))).toBe('checks/not-yours');
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

test('without WeChat nothing is checked and nothing held', async () => {
  const { wechat } = s.world.house;
  s.world.house.wechat = null;
  const ticket = await reports('违规的话');
  await s.photo('王秀兰', ticket, 'report');
  expect(await thread('李德明', ticket)).toEqual(['违规的话']);
  expect((await s.detail('李德明', ticket)).photos).toHaveLength(1);
  expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
  s.world.house.wechat = wechat;
});
