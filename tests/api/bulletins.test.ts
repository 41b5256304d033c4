import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { tellsWho } from '../../shared/complaints/bulletin.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();
const WORDS = '一部电梯停了两次，没有人去看。各小区每天早上走一遍。';

/** A complaint against the director, reported as a major one; nobody of the office sees it. */
async function reported(): Promise<Told> {
  const ticket = await s.resident('王秀兰').complains({ against: ['director'] }, '主任不管电梯');
  await s.person('曾勇').formallyReplies(ticket);
  await s.person('吴桐').reportsMajor(ticket);
  return ticket;
}

const told = async (name: string) => (await (await s.client(name)).inbox({})).items.filter((line) => line.bulletinId !== null);

describe('手册 C7 重大投诉发全企业通报', () => {
  test('品质管理部发出去，全体同事每人听到一次，被挡住的人也一样；谁也打不开那一件，住户听不到', async () => {
    const ticket = await reported();
    await workOutbox(s.world.house);
    for (const name of ['郑涛', '赵建国', '唐慧'])
      expect([name, await told(name), (await (await s.client(name)).bulletins({})).items]).toEqual([name, [], []]);
    await s.person('吴桐').issuesBulletin(ticket, WORDS);
    await workOutbox(s.world.house);
    await workOutbox(s.world.house);
    for (const name of ['郑涛', '赵建国', '唐慧', '何静', '曾勇', '袁媛']) {
      const lines = await told(name);
      expect([name, lines.length]).toEqual([name, 1]);
      expect(lines[0]).toMatchObject({ text: '公司发了通报，请看', title: '公司通报', ticketId: null, ticketNumber: null, where: '回音物业总部' });
      const { items } = await (await s.client(name)).bulletins({});
      expect(items).toEqual([{ id: lines[0]!.bulletinId, at: '2026-03-02T01:00:00.000Z', words: WORDS, byPost: '品质管理部' }]);
      expect(JSON.stringify([lines, items])).not.toContain(ticket.id);
    }
    expect(await told('吴桐')).toEqual([]);
    for (const name of ['王秀兰', '周文静']) {
      expect([name, await told(name)]).toEqual([name, []]);
      expect(await refusal((await s.client(name)).bulletins({}))).toBe('bulletins/staff-only');
    }
    expect(await refusal((await s.client('郑涛')).ticket({ id: ticket.id }))).toBe('seen/not-found');
    expect(await refusal(s.person('程颖').issuesBulletin(ticket, WORDS))).toBe('ticket/action-refused');
    expect(await s.history(ticket)).toContain('bulletin_issued');
  });

  test('没写报告不能发；小区不能发；公司领导也可以发', async () => {
    const ticket = await s.resident('王秀兰').complains({ danger: true });
    expect(await refusal(s.person('吴桐').issuesBulletin(ticket))).toBe('ticket/action-refused');
    await s.person('吴桐').reportsMajor(ticket);
    expect(await refusal(s.agent('林晓芸').issuesBulletin(ticket))).toBe('ticket/not-yours');
    await s.person('曾勇').issuesBulletin(ticket);
    expect((await (await s.client('陈立')).bulletins({})).items).toMatchObject([{ byPost: '公司领导' }]);
  });

  test('通报里有投诉人的姓名、房号、号码、编号，发不出去，说清楚是哪一项，什么也没留下', async () => {
    const ticket = await reported();
    const refused = async (bulletin: string) => {
      try {
        await (await s.client('吴桐')).issueBulletin({ id: ticket.id, bulletin });
      } catch (error) {
        return (error as { errors: { field: string; message: string }[] }).errors[0];
      }
      return null;
    };
    const [row] = await s.world.house.db.execute<{ last4: string }>(sql`select phone_last4 as last4 from people where name = '王秀兰'`);
    for (const [words, what] of [
      ['王秀兰说电梯停了', '投诉人的姓名'],
      ['王 秀 兰说电梯停了', '投诉人的姓名'],
      ['她的老伴李德明也说了', '投诉人的姓名'],
      ['王阿姨说电梯停了', '投诉人的姓'],
      ['３栋２单元５０２的住户说', '投诉人的房号'],
      ['3幢2单元502室说', '投诉人的房号'],
      ['3-2-502 的住户', '投诉人的房号'],
      ['请打 138 0000 1234', '电话号码'],
      [`尾号 ${row!.last4} 的住户`, '电话号码'],
      [`${ticket.number.toLowerCase()} 这一件`, '投诉的编号'],
    ] as const)
      expect([words, await refused(words)]).toEqual([words, { field: 'bulletin', message: `通报里不能有${what}，请删掉再发` }]);
    expect(await s.count(sql`select count(*) as n from bulletins`)).toBe(0);
    expect(await s.count(sql`select count(*) as n from outbox where job = 'announce'`)).toBe(0);
    expect(await refused('13栋2单元502、3栋2单元5021，都不是')).toBeNull();
  });

  test('不认错人：没有号码、没有姓名的也查得了', () => {
    const one = { names: ['', '王'], phoneLast4: null, homes: [{ building: 3, unit: 2, room: '502' }], number: 'WT-TS-260302-1234' };
    expect(tellsWho('王师傅去看过，8123 次', one)).toBeNull();
    expect(tellsWho('3栋502', one)).toBe('投诉人的房号');
  });
});

describe('手册 C7 几户投诉同一栋楼、同一块，提示可能是重大投诉', () => {
  const hint = async (name: string, ticket: Told) => (await s.detail(name, ticket)).complaint!.households;

  test('够几户才提示品质管理部，同一户只算一户；太早的不算；定了就不再提示；小区看不到提示', async () => {
    s.at('2026-01-20 09:00');
    await s.resident('马建军').complains({}, '电梯停了');
    s.at('2026-03-02 09:00');
    const first = await s.resident('陈一鸣').complains({ home: '1栋1单元301' }, '电梯停了');
    await s.resident('陈一鸣').complains({ home: '1栋1单元301' }, '电梯又停了');
    await s.sets('WT', 'majorHouseholds', 2);
    expect(await hint('吴桐', first)).toBeNull();
    s.at('2026-03-02 09:10');
    await s.sets('WT', 'majorWithinDays', 40);
    expect(await hint('吴桐', first)).toBeNull();
    s.at('2026-03-02 09:12');
    await s.sets('WT', 'majorWithinDays', 41);
    expect(await hint('吴桐', first)).toBe(2);
    expect(await hint('袁媛', first)).toBe(2);
    expect(await hint('林晓芸', first)).toBeNull();
    s.at('2026-03-02 09:20');
    await s.sets('WT', 'majorHouseholds', 3);
    expect(await hint('吴桐', first)).toBeNull();
    s.at('2026-03-02 09:30');
    await s.sets('WT', 'majorHouseholds', 2);
    s.at('2026-03-02 09:40');
    await s.person('吴桐').callsMajor(first);
    expect(await hint('吴桐', first)).toBeNull();
  });
});
