import { expect } from '@jest/globals';
import { manual, refusal, type Story } from '../support/story.ts';

const OTHERS = ['notice_board', 'website', 'email', 'official_account', 'chat_group', 'forum'] as const;

/** Only the suggestion box, kept by 何静 since Wednesday 4 March; the first whole week begins on the 9th. */
async function keepsTheBox(s: Story): Promise<void> {
  s.at('2026-03-04 10:00');
  for (const channel of OTHERS) await s.head('周敏').names(channel, null);
  await s.head('周敏').names('suggestion_box', '何静');
}

const rounds = async (s: Story) => (await s.duties()).filter((one) => one.title === '开意见箱');
const monthly = async (s: Story) => (await s.duties()).filter((one) => one.title !== '开意见箱' && !one.title.startsWith('例会'));
const reviews = async (s: Story) => (await s.duties()).filter((one) => one.title.startsWith('例会'));

manual('手册 I13、Z17 不会响的渠道有人看，一轮一轮地看', {
  '意见箱从下一个整周起，每 7 天开一轮，到那一周最后一天 24:00；用掉四分之三的时间提醒一次': async (s) => {
    await keepsTheBox(s);
    s.at('2026-03-08 23:59');
    await s.looksAfterDuties();
    expect(await rounds(s)).toEqual([]);
    s.at('2026-03-09 00:01');
    await s.looksAfterDuties();
    await s.looksAfterDuties();
    expect(await rounds(s)).toEqual([
      { title: '开意见箱', from: '2026-03-09', dueBy: '2026年3月16日 00:00', holder: '何静', standing: 'owed', inARow: null },
    ]);
    s.at('2026-03-14 06:01');
    await s.looksAfterDuties();
    expect(await s.agent('何静').heardOfDuties()).toEqual(['given', 'warned']);
    s.at('2026-03-16 00:01');
    await s.looksAfterDuties();
    expect((await rounds(s)).map((one) => [one.from, one.standing])).toEqual([
      ['2026-03-09', 'missed'],
      ['2026-03-16', 'owed'],
    ]);
  },
  '打开、看完、写下来；里面没有也算看过；别人不能替他记': async (s) => {
    await keepsTheBox(s);
    s.at('2026-03-10 09:00');
    await s.looksAfterDuties();
    expect(await refusal(s.agent('林晓芸').opens('开意见箱'))).toBe('ticket/not-yours');
    expect(await refusal(s.agent('何静').putsDown('开意见箱', '没有'))).toBe('ticket/action-refused');
    await s.agent('何静').opens('开意见箱');
    await s.agent('何静').putsDown('开意见箱', '没有');
    expect((await rounds(s)).map((one) => one.standing)).toEqual(['done']);
    s.at('2026-03-16 00:01');
    await s.looksAfterDuties();
    expect(await s.head('周敏').heardOfDuties()).toEqual([]);
  },
  '没有指定人的，服务中心负责人看；指定别人，手上这一轮归他；说没有这个渠道，就不用看了': async (s) => {
    s.at('2026-03-04 10:00');
    await s.head('郑涛').names('suggestion_box', '何静');
    expect(await refusal(s.agent('何静').names('email', '何静'))).toBe('keepers/not-yours');
    expect(await refusal(s.head('郑涛').names('email', '宋雨'))).toBe('request/invalid');
    s.at('2026-03-10 09:00');
    await s.looksAfterDuties();
    const holders = async () => Object.fromEntries((await s.duties()).map((one) => [one.title, [one.holder, one.standing]]));
    expect(await holders()).toMatchObject({ 开意见箱: ['何静', 'owed'], 看邮箱: ['周敏', 'owed'], 收公告栏留言: ['周敏', 'owed'] });
    await s.head('周敏').names('email', '林晓芸');
    await s.head('周敏').names('forum', null);
    expect(await holders()).toMatchObject({ 看邮箱: ['林晓芸', 'owed'], 看网上论坛: ['周敏', 'off'] });
    expect(await s.agent('林晓芸').heardOfDuties()).toEqual(['handed_on']);
  },
});

manual('手册 Z8 没做的一轮就是没做，一级只说一次', {
  '过了那一周补不上；连着第 1 次报服务中心负责人，第 2 次报主任，第 3 次报品质管理部，以后不再一轮一轮地喊': async (s) => {
    await keepsTheBox(s);
    for (const day of ['09', '16', '23', '30']) {
      s.at(`2026-03-${day} 00:01`);
      await s.looksAfterDuties();
    }
    s.at('2026-04-06 00:01');
    await s.looksAfterDuties();
    s.at('2026-04-13 00:01');
    await s.looksAfterDuties();
    expect((await rounds(s)).map((one) => [one.standing, one.inARow])).toEqual([
      ['missed', 1],
      ['missed', 2],
      ['missed', 3],
      ['missed', 4],
      ['missed', 5],
      ['owed', null],
    ]);
    const lapses = async (name: string) => (await s.person(name).heardOfDuties()).filter((did) => did === 'lapsed');
    expect(await Promise.all(['周敏', '郑涛', '吴桐'].map(lapses))).toEqual([['lapsed'], ['lapsed'], ['lapsed']]);
    await s.agent('何静').opens('开意见箱');
    await s.agent('何静').putsDown('开意见箱', '两张', 2);
    s.at('2026-04-27 00:01');
    await s.looksAfterDuties();
    expect((await rounds(s)).slice(-3).map((one) => [one.standing, one.inARow])).toEqual([
      ['done', null],
      ['missed', 1],
      ['owed', null],
    ]);
  },
  '停了几个月再开，从最后一轮往后都补记；每一级还是只听到一次': async (s) => {
    await keepsTheBox(s);
    s.at('2026-03-09 08:00');
    await s.looksAfterDuties();
    s.at('2026-06-17 08:00');
    await s.looksAfterDuties();
    expect(await rounds(s)).toHaveLength(15);
    expect((await s.head('周敏').heardOfDuties()).filter((did) => did === 'lapsed')).toHaveLength(1);
    expect((await s.agent('何静').heardOfDuties()).filter((did) => did === 'missed')).toHaveLength(1);
  },
});

manual('手册 D10、C9 每个月问客服的意见，客服汇总建议，主任看分析', {
  '月底过后 3 天内还算按时；写下来主任听得到': async (s) => {
    await keepsTheBox(s);
    s.at('2026-04-01 08:00');
    await s.looksAfterDuties();
    expect((await monthly(s)).map((one) => [one.title, one.holder, one.dueBy])).toEqual([
      ['向客服征求意见（工程部）', '陈立', '2026年5月4日 00:00'],
      ['向客服征求意见（环境部）', '罗芳', '2026年5月4日 00:00'],
      ['向客服征求意见（秩序维护部）', '郭卫东', '2026年5月4日 00:00'],
      ['客服汇总建议', '周敏', '2026年5月4日 00:00'],
      ['看当月分析', '郑涛', '2026年5月4日 00:00'],
    ]);
    s.at('2026-05-03 20:00');
    expect(await refusal(s.head('陈立').putsDown('向客服征求意见（环境部）', '我来写'))).toMatch(/not-found|not-yours/);
    await s.head('罗芳').putsDown('向客服征求意见（环境部）', '垃圾清得晚，改成早上七点');
    await s.head('周敏').putsDown('客服汇总建议', '说得最多的是停车');
    expect((await s.head('郑涛').heardOfDuties()).filter((did) => did !== 'lapsed')).toEqual(['given', 'done', 'done']);
    expect((await monthly(s)).filter((one) => one.standing === 'done')).toHaveLength(2);
  },
  '迟了可以补，记着没按时；主任没做的，报品质管理部': async (s) => {
    await keepsTheBox(s);
    s.at('2026-04-01 08:00');
    await s.looksAfterDuties();
    s.at('2026-05-04 00:01');
    await s.looksAfterDuties();
    expect((await s.person('吴桐').heardOfDuties()).filter((did) => did === 'counted')).toHaveLength(1);
    s.at('2026-05-06 09:00');
    await s.head('郑涛').putsDown('看当月分析', '漏水最多，换接头');
    const own = (await monthly(s)).find((one) => one.title === '看当月分析' && one.from === '2026-04-01');
    expect(own).toMatchObject({ standing: 'done_late', inARow: 1 });
  },
});

manual('手册 D9 每个部门每个月在例会上看一遍收到的信息', {
  '小区每个有负责人的部门一次，服务中心也一次；月底过后 3 天内还算按时，过了补不上': async (s) => {
    await keepsTheBox(s);
    s.at('2026-04-01 08:00');
    await s.looksAfterDuties();
    expect((await reviews(s)).map((one) => [one.title, one.holder, one.dueBy])).toEqual([
      ['例会上看收到的信息（工程部）', '陈立', '2026年5月4日 00:00'],
      ['例会上看收到的信息（服务中心）', '周敏', '2026年5月4日 00:00'],
      ['例会上看收到的信息（环境部）', '罗芳', '2026年5月4日 00:00'],
      ['例会上看收到的信息（秩序维护部）', '郭卫东', '2026年5月4日 00:00'],
    ]);
    s.at('2026-05-04 00:00');
    await s.head('罗芳').putsDown('例会上看收到的信息（环境部）', '没有收到');
    s.at('2026-05-04 00:01');
    await s.looksAfterDuties();
    expect((await reviews(s)).filter((one) => one.from === '2026-04-01').map((one) => one.standing)).toEqual(['missed', 'missed', 'done', 'missed']);
    expect(await refusal(s.head('陈立').putsDown('例会上看收到的信息（秩序维护部）', '我来写'))).toMatch(/not-found|not-yours/);
  },
});
