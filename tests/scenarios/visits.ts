import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const DOOR = { category: 'doors', words: '阳台门关不严' };
const ROOF = { category: 'roof', words: '屋顶渗水' };
const PLEASED = { quality: 'satisfied', attitude: 'satisfied', result: 'satisfied' } as const;
const STILL_BAD = { ...PLEASED, quality: 'dissatisfied', result: 'dissatisfied' } as const;

const line = async (s: Story, ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what);

async function mended(s: Story, ticket: Told, technician = '赵建国'): Promise<void> {
  await s.agent('林晓芸').dispatches(ticket, technician);
  await s.technician(technician).arrives(ticket);
  await s.technician(technician).finishes(ticket);
}

async function repaired(s: Story, resident: string, report = DOOR): Promise<Told> {
  const ticket = await s.resident(resident).reports(report);
  await mended(s, ticket);
  return ticket;
}

manual('手册 V7 回访说不满意，就重新办', {
  '修好后电话回访，结果不满意：同一件开第 2 次，24 小时内特殊回访，师傅和主管马上知道': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    s.at('2026-03-04 10:00');
    await s.agent('林晓芸').returns(ticket, '门还是关不上', '', STILL_BAD);
    expect(await s.status(ticket)).toBe('received');
    expect(await s.history(ticket)).toEqual(['received', 'dispatched', 'arrived', 'finished', 'return_visited', 'reopened']);
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ round: 1, outcome: 'kept' }]);
    expect(await line(s, ticket, 'special_visit')).toMatchObject([{ clause: 'R11', round: 2, dueBy: '2026-03-05 10:00', outcome: 'open' }]);
    expect(await line(s, ticket, 'repaired')).toMatchObject([
      { round: 1, dueBy: '2026-03-05 09:00', outcome: 'kept' },
      { round: 2, dueBy: '2026-03-07 10:00', outcome: 'open' },
    ]);
    expect(await s.technician('赵建国').heard(ticket)).toContain('reopened');
    expect(await s.head('陈立').heard(ticket)).toContain('reopened');
    expect(await s.agent('林晓芸').heard(ticket)).not.toContain('reopened');
  },
  '态度不好、质量一般，结果满意：记下来，不重开': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.agent('林晓芸').returns(ticket, '说话冲', '', { quality: 'acceptable', attitude: 'dissatisfied', result: 'satisfied' });
    expect(await s.status(ticket)).toBe('finished');
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ outcome: 'kept' }]);
  },
  '三样都要问到；不满意的要写下怎么说的': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    expect(await refusal(s.agent('林晓芸').returns(ticket, '说还行', '', { quality: 'satisfied', attitude: 'satisfied' }))).toBe('request/invalid');
    expect(await refusal(s.agent('林晓芸').returns(ticket, '', '', STILL_BAD))).toBe('request/invalid');
    await s.agent('林晓芸').returns(ticket, '', '', PLEASED);
    expect(await s.status(ticket)).toBe('finished');
  },
  '回访记了什么，住户马上知道，记得不对可以说；电话里说修好了的，只告诉一次': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.agent('林晓芸').returns(ticket, '', '', PLEASED);
    await s.looksAfter();
    for (const name of ['王秀兰', '李德明']) expect(await s.resident(name).heard(ticket)).toContain('return_visited');
    await s.resident('王秀兰').saysNotFixed(ticket, '没有人打过电话，门还是关不上');
    await s.agent('林晓芸').visits(ticket, '还有点响', '', {});
    await s.looksAfter();
    expect(await s.resident('王秀兰').heard(ticket)).toContain('visited');
    const other = await repaired(s, '王秀兰');
    await s.agent('林晓芸').returns(other, '', '', { ...PLEASED, fixed: true });
    await s.looksAfter();
    expect((await s.resident('王秀兰').heard(other)).slice(-1)).toEqual(['confirmed']);
    expect(await s.resident('王秀兰').heard(other)).not.toContain('return_visited');
  },
  '确认过、打了低分，联系时说还是不满意：办完的也重新办': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.resident('王秀兰').confirms(ticket, 1);
    await s.person('周敏').returns(ticket, '门又掉了', '', STILL_BAD);
    expect(await line(s, ticket, 'follow_up')).toMatchObject([{ outcome: 'kept' }]);
    expect(await s.status(ticket)).toBe('received');
    expect(await s.agent('林晓芸').may(ticket)).toContain('dispatch');
  },
  '还在返工时做特殊回访，住户不满意：不再开一次，师傅和主管知道；修好以后再不满意才重开': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.resident('王秀兰').saysNotFixed(ticket);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.agent('林晓芸').visits(ticket, '说今天一定要修好', '', { result: 'dissatisfied' });
    expect(await s.status(ticket)).toBe('dispatched');
    expect(await line(s, ticket, 'special_visit')).toMatchObject([{ round: 2, outcome: 'kept' }]);
    expect(await s.technician('赵建国').heard(ticket)).toContain('visited');
    expect(await s.head('陈立').heard(ticket)).toContain('visited');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.agent('林晓芸').returns(ticket, '又掉了', '', STILL_BAD);
    expect((await line(s, ticket, 'special_visit')).map((one) => [one.round, one.outcome])).toEqual([
      [2, 'kept'],
      [3, 'open'],
    ]);
  },
});

manual('手册 V3 没修好的，24 小时内特殊回访', {
  '修好以后做的特殊回访，不满意就再开一次；24 小时整不算超时，过一分钟算': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.resident('王秀兰').saysNotFixed(ticket);
    await mended(s, ticket);
    s.at('2026-03-03 09:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-03 09:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'special_visit']]);
    await s.agent('林晓芸').visits(ticket, '还是关不上', '', STILL_BAD);
    expect(await s.history(ticket)).not.toContain('call_spared');
    expect((await line(s, ticket, 'special_visit')).map((one) => [one.round, one.outcome])).toEqual([
      [2, 'missed'],
      [3, 'open'],
    ]);
  },
});

async function tries(s: Story, ticket: Told, times: readonly string[]): Promise<void> {
  for (const time of times) {
    s.at(time);
    await s.agent('林晓芸').tries(ticket, 'return_visit');
  }
}
/** Nobody answered at these times either, and that is not often enough yet. */
async function tooFewTries(s: Story, ticket: Told, ...times: string[]): Promise<void> {
  await tries(s, ticket, times);
  expect(await refusal(s.agent('林晓芸').endsVisit(ticket, 'return_visit'))).toBe('visits/too-few-tries');
}
/** Nor at these, and with them it is. */
async function enoughTries(s: Story, ticket: Told, ...times: string[]): Promise<void> {
  await tries(s, ticket, times);
  await s.agent('林晓芸').endsVisit(ticket, 'return_visit');
}

manual('手册 Z13 打不通：三次，分两天，错开钟点，才算联系不上', {
  '第一天打两次，第二天换个钟点再打一次，才能记联系不上；不算做到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    s.at('2026-03-03 10:00');
    await s.agent('林晓芸').tries(ticket, 'return_visit');
    expect(await refusal(s.agent('林晓芸').endsVisit(ticket, 'return_visit'))).toBe('visits/too-few-tries');
    s.at('2026-03-03 12:00');
    await s.agent('何静').tries(ticket, 'return_visit');
    s.at('2026-03-03 17:00');
    await s.agent('何静').tries(ticket, 'return_visit');
    expect(await refusal(s.agent('何静').endsVisit(ticket, 'return_visit'))).toBe('visits/too-few-tries');
    s.at('2026-03-04 10:00');
    await s.agent('林晓芸').tries(ticket, 'return_visit');
    await s.agent('林晓芸').endsVisit(ticket, 'return_visit');
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ keptAt: null, outcome: 'withdrawn' }]);
    expect((await line(s, ticket, 'return_visit'))[0]!.explain).toContain('联系不上');
    expect(await s.person('周敏').heard(ticket)).toContain('visit_ended');
    expect(await refusal(s.agent('林晓芸').tries(ticket, 'return_visit'))).toBe('ticket/action-refused');
  },
  '三次、两天就够；少一次不行': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await tooFewTries(s, ticket, '2026-03-03 10:00', '2026-03-04 15:00');
    await enoughTries(s, ticket, '2026-03-04 18:00');
  },
  '连着按三下只算一次；隔满两小时才算另一次': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await tooFewTries(s, ticket, '2026-03-03 10:00', '2026-03-03 11:59', '2026-03-04 10:00');
    await enoughTries(s, ticket, '2026-03-04 12:00');
  },
  '三天都在同一个钟点打，不算；错开一小时也不算，错开两小时才算': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await tooFewTries(s, ticket, '2026-03-03 10:00', '2026-03-04 10:00', '2026-03-05 10:00');
    await tooFewTries(s, ticket, '2026-03-06 11:00');
    await enoughTries(s, ticket, '2026-03-07 12:00');
    // Too late is missed all the same.
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ outcome: 'missed' }]);
  },
  '只结束这一次：另一轮的特殊回访照样欠着；打不通不算打过电话': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.resident('王秀兰').saysNotFixed(ticket);
    await mended(s, ticket);
    s.at('2026-03-03 08:00');
    await s.agent('林晓芸').tries(ticket, 'return_visit');
    s.at('2026-03-03 10:00');
    await s.agent('林晓芸').tries(ticket, 'return_visit');
    s.at('2026-03-04 08:00');
    await s.agent('林晓芸').tries(ticket, 'return_visit');
    await s.agent('林晓芸').endsVisit(ticket, 'return_visit');
    expect((await line(s, ticket, 'return_visit')).map((one) => one.outcome)).toEqual(['kept', 'withdrawn']);
    expect((await line(s, ticket, 'special_visit'))[0]).toMatchObject({ keptAt: null });
    await s.agent('林晓芸').visits(ticket, '当面说好了', '');
    expect((await line(s, ticket, 'special_visit'))[0]).toMatchObject({ keptAt: '2026-03-04 08:00' });
    expect(await refusal(s.technician('赵建国').tries(ticket, 'return_visit'))).toBe('ticket/not-yours');
  },
});

manual('手册 R10 大缺陷：修好以后按日子到现场看', {
  '屋顶渗水修好后 7 天、30 天、90 天各看一次；到那天 24:00 不算超时，过一分钟算主管超时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰', ROOF);
    await s.resident('王秀兰').confirms(ticket);
    expect(await line(s, ticket, 'defect_check_first')).toMatchObject([{ clause: 'R10', dueBy: '2026-03-10 00:00', outcome: 'open' }]);
    expect(await line(s, ticket, 'defect_check_second')).toMatchObject([{ dueBy: '2026-04-02 00:00' }]);
    expect(await line(s, ticket, 'defect_check_third')).toMatchObject([{ dueBy: '2026-06-01 00:00' }]);
    s.at('2026-03-10 00:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-10 00:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'defect_check_first']]);
    expect(await s.person('郑涛').heard(ticket)).toContain('missed');
    expect(await s.resident('王秀兰').heard(ticket)).not.toContain('missed');
  },
  '急修和大缺陷是两回事：门坏了不是；主管看了说是，就从那时起排检查；说不是，就都不用看了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    expect(await line(s, ticket, 'defect_check_first')).toEqual([]);
    expect(await refusal(s.agent('林晓芸').flags(ticket, true))).toBe('ticket/not-yours');
    expect(await refusal(s.head('陈立').checks(ticket, 'sound'))).toBe('ticket/action-refused');
    s.at('2026-03-04 09:00');
    await s.head('陈立').flags(ticket, true);
    expect(await refusal(s.head('陈立').flags(ticket, true))).toBe('ticket/action-refused');
    expect(await line(s, ticket, 'defect_check_first')).toMatchObject([{ dueBy: '2026-03-12 00:00', outcome: 'open' }]);
    await s.head('陈立').flags(ticket, false);
    for (const what of ['defect_check_first', 'defect_check_second', 'defect_check_third'])
      expect(await line(s, ticket, what)).toMatchObject([{ outcome: 'withdrawn' }]);
  },
  '修好以前就标了：修好时才排；改成外墙开裂也算': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.head('陈立').flags(ticket, true);
    expect(await line(s, ticket, 'defect_check_first')).toEqual([]);
    const wall = await s.resident('方国栋').reports({ category: 'other', words: '外墙裂了' });
    await s.agent('林晓芸').reclassifies(wall, { category: 'outer_wall' });
    s.at('2026-03-03 09:00');
    await mended(s, ticket);
    await mended(s, wall);
    expect(await line(s, ticket, 'defect_check_first')).toMatchObject([{ dueBy: '2026-03-11 00:00' }]);
    expect(await line(s, wall, 'defect_check_first')).toMatchObject([{ dueBy: '2026-03-11 00:00' }]);
  },
  '看一次记一次，只算那一次；同一天不能连着看三次': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰', ROOF);
    s.at('2026-03-09 09:00');
    expect(await refusal(s.technician('赵建国').checks(ticket, 'sound'))).toBe('ticket/not-yours');
    await s.head('陈立').checks(ticket, 'damp');
    expect(await line(s, ticket, 'defect_check_first')).toMatchObject([{ outcome: 'kept' }]);
    expect(await line(s, ticket, 'defect_check_second')).toMatchObject([{ outcome: 'open' }]);
    expect(await refusal(s.head('陈立').checks(ticket, 'sound'))).toBe('ticket/action-refused');
    s.at('2026-04-01 09:00');
    await s.head('陈立').checks(ticket, 'sound');
    s.at('2026-05-30 09:00');
    await s.head('陈立').checks(ticket, 'sound');
    for (const what of ['defect_check_second', 'defect_check_third']) expect(await line(s, ticket, what)).toMatchObject([{ outcome: 'kept' }]);
    expect(await refusal(s.head('陈立').checks(ticket, 'sound'))).toBe('ticket/action-refused');
  },
  '到现场看到又渗水：重新办，24 小时内特殊回访；旧的日子作废，再修好重新排': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰', ROOF);
    await s.resident('王秀兰').confirms(ticket);
    s.at('2026-03-09 09:00');
    await s.head('陈立').checks(ticket, 'leaking');
    expect(await s.status(ticket)).toBe('received');
    expect(await line(s, ticket, 'defect_check_first')).toMatchObject([{ round: 1, outcome: 'kept' }]);
    expect(await line(s, ticket, 'defect_check_second')).toMatchObject([{ round: 1, outcome: 'withdrawn' }]);
    expect(await line(s, ticket, 'special_visit')).toMatchObject([{ round: 2, dueBy: '2026-03-10 09:00' }]);
    expect(await s.technician('赵建国').heard(ticket)).toContain('reopened');
    s.at('2026-03-10 08:00');
    await mended(s, ticket);
    expect((await line(s, ticket, 'defect_check_first')).map((one) => [one.round, one.dueBy, one.outcome])).toEqual([
      [1, '2026-03-10 00:00', 'kept'],
      [2, '2026-03-18 00:00', 'open'],
    ]);
  },
});
