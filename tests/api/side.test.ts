import { beforeEach, describe, expect, test } from '@jest/globals';
import { sayShut } from '../../shared/complaints/shut.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import type { Told } from '../support/deeds.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
const as = (name: string) => s.client(name);
const iso = (wall: string) => shanghaiTime(wall).toISOString();
const key = () => ({ key: crypto.randomUUID() });

const gives = async (name: string, { id: ticketId }: Told, department: 'environment' | 'engineering' = 'environment') =>
  (await as(name)).giveErrand({ kind: 'handover', ticketId, department, content: '请看看', answerBy: iso('2026-03-02 17:00'), lead: false }, key());
type Which = 'mine' | 'given' | 'open';
const line = async (name: string, id: string, which: Which = 'mine') =>
  (await (await as(name)).errands({ which })).items.find((one) => one.id === id);
const look = async (name: string, id: string) => (await as(name)).errand({ id });

describe('一张单子说得出是哪一件、在哪里，轮到谁', () => {
  let ticket: Told;
  beforeEach(async () => {
    ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '单元门关不上' });
  });

  test('接单的人看到“等您接下”，写单的人看到“等对方接下”；交回来的，轮到写单的人收下', async () => {
    const { id } = await gives('林晓芸', ticket);
    for (const read of [await line('罗芳', id), await look('罗芳', id)]) expect(read?.standing).toBe('等您接下，要求今天 17:00 前');
    for (const read of [await line('林晓芸', id, 'given'), await look('林晓芸', id), await line('吴桐', id, 'open')])
      expect(read?.standing).toBe('等对方接下，要求今天 17:00 前');
    const [slip] = (await (await as('陈立')).errandsOfTicket({ id: ticket.id })).items;
    expect(slip?.standing).toBe('等对方接下，要求今天 17:00 前');
    await (await as('罗芳')).giveBackErrand({ id, words: '好了' });
    expect((await line('林晓芸', id))?.standing).toBe('办好了，等您收下');
    expect((await look('罗芳', id)).standing).toBe('办好了，等收下');
  });

  test('说得出哪一件、在哪里：接单的人打不开那一件也知道去哪里，打得开的一点就开', async () => {
    const { id } = await gives('林晓芸', ticket);
    const matter = { title: '门窗', where: '3栋2单元502' };
    for (const read of [await line('罗芳', id), await look('罗芳', id), await line('林晓芸', id, 'given')])
      expect(read).toMatchObject({ ticketNumber: ticket.number, matter });
    expect((await look('罗芳', id)).ticketId).toBeNull();
    expect((await look('林晓芸', id)).ticketId).toBe(ticket.id);
    const opened = await gives('林晓芸', ticket, 'engineering');
    expect(await look('陈立', opened.id)).toMatchObject({ ticketId: ticket.id, matter });
  });

  test('手册 A1、C3 投诉是谁家的，接单的部门不知道；打得开的才知道', async () => {
    const complaint = await s.resident('王秀兰').complains({ door: 'office' }, '绿篱没人修');
    const { id } = await gives('林晓芸', complaint);
    for (const read of [await line('罗芳', id), await look('罗芳', id)]) expect(read).toMatchObject({ ticketNumber: complaint.number, matter: null });
    expect(await look('林晓芸', id)).toMatchObject({ matter: { title: '投诉', where: '3栋2单元502' } });
  });

  test('公共地方：打不开那一件的，只看我们自己的说法，看不到报的人写的字', async () => {
    const there = await s.resident('王秀兰').reports({ category: 'lighting', place: 'public', where: '3栋门口，王家楼下的灯', words: '不亮' });
    const { id } = await gives('林晓芸', there);
    expect((await look('罗芳', id)).matter?.where).not.toContain('王家');
    expect((await look('林晓芸', id)).matter?.where).toContain('王家');
  });

  test('谁负责，各处一个叫法：转给部门的、来信，都是部门在前、名字在后', async () => {
    const { id } = await gives('林晓芸', ticket);
    const registers = async (name: string) =>
      (await as('林晓芸')).registerLetter(
        {
          officeId: await s.officeId('WT'),
          from: 'authority',
          sender: '街道',
          receivedOn: '2026-03-02',
          subject: '自查',
          holder: await s.personId(name),
          important: false,
          copies: [],
        },
        key(),
      );
    const letter = await registers('罗芳');
    for (const read of [await line('罗芳', id), await line('罗芳', letter.id), await look('罗芳', letter.id)]) expect(read?.to).toBe('环境部 罗芳');
    expect((await look('林晓芸', letter.id)).standing).toMatch(/^等答复/);
    expect((await line('罗芳', letter.id))?.standing).toMatch(/^等您答复/);
    expect((await line('郑涛', (await registers('郑涛')).id))?.to).toBe('主任 郑涛');
  });
});

describe('手册 C3、C4 投诉里写得出谁看不到、谁来做', () => {
  test('谁看不到，只说给投诉的人；看得到的同事那里没有这句话', async () => {
    const complaint = await s.resident('王秀兰').complains({ against: ['director'] });
    expect((await s.detail('王秀兰', complaint)).complaint?.shutText).toBe('主任看不到这件投诉，小区别的同事也看不到；您的家人、邻居也看不到。');
    expect((await s.detail('曾勇', complaint)).complaint?.shutText).toBe('');
    await s.person('曾勇').letsIn(complaint, '周敏');
    expect((await s.detail('王秀兰', complaint)).complaint?.shutText).toContain('小区的同事里只有公司领导请来的看得到');
    const named = await s.resident('王秀兰').complains({ against: ['agent'] });
    expect((await s.detail('王秀兰', named)).complaint?.shutText).toBe('被投诉的客服看不到这件投诉；您的家人、邻居也看不到。');
  });

  test('针对公司领导的、要赔偿的、没说是谁的，各是各的说法', () => {
    const say = (against: Parameters<typeof sayShut>[0]['against'], custody: 'office' | 'company') => sayShut({ against, custody, letIn: [] });
    expect(say(['leadership'], 'company')).toBe('被投诉的公司领导看不到这件投诉，小区别的同事也看不到；您的家人、邻居也看不到。');
    expect(say([], 'company')).toBe('小区的同事看不到；您的家人、邻居也看不到。');
    expect(say([], 'office')).toBe('您的家人、邻居看不到这件投诉。');
  });

  test('纠正方案的每一步写着谁做、什么时候前；做完的写着谁做完的', async () => {
    const complaint = await s.resident('王秀兰').complains({ door: 'company' });
    await s.person('吴桐').plans(complaint, ['2026-03-05 18:00', '2026-03-08 18:00']);
    const plan = async (name: string) => (await s.detail(name, complaint)).complaint?.plan.map(({ who, dueBy, doneAt }) => [who, dueBy, doneAt]);
    expect(await plan('吴桐')).toEqual([
      ['主任 郑涛', iso('2026-03-05 18:00'), null],
      ['主任 郑涛', iso('2026-03-08 18:00'), null],
    ]);
    s.at('2026-03-04 09:00');
    await s.person('林晓芸').doesStep(complaint);
    expect((await plan('吴桐'))?.[0]).toEqual(['客服 林晓芸', iso('2026-03-05 18:00'), iso('2026-03-04 09:00')]);
    expect((await plan('吴桐'))?.[1]?.[0]).toBe('主任 郑涛');
    expect(await plan('王秀兰')).toEqual([]);
    await s.person('吴桐').points(complaint, { accused: ['郑涛'] });
    expect((await plan('吴桐'))?.[1]?.[0]).toBe('品质管理部 吴桐、品质管理部 程颖');
  });
});
