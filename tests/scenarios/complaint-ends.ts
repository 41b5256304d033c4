import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const owed = async (s: Story, ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what).at(-1);
const open = async (s: Story, ticket: Told) => (await s.promises(ticket)).filter((one) => one.outcome === 'open').map((one) => one.what);

/** From received to a formal reply with its cause. */
async function answered(s: Story, by: string, ticket: Told): Promise<void> {
  await s.person(by).formallyReplies(ticket);
  await s.person(by).recordsCause(ticket);
}

/** Nobody answers, on as many days and at as different hours as is asked. */
async function outOfReach(s: Story, by: string, ticket: Told, what: 'return_visit' | 'quality_visit', days: readonly string[]): Promise<void> {
  for (const [index, day] of days.entries()) {
    s.at(`${day} ${index % 2 === 0 ? '10:00' : '17:30'}`);
    await s.person(by).tries(ticket, what);
  }
  await s.person(by).endsVisit(ticket, what);
}

manual('I4', {
  '重要客户的投诉：结案以后主任再联系一次，记了就算；到了公司的，不归主任联系': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('方国栋').complains();
    await answered(s, '林晓芸', ticket);
    await s.resident('方国栋').confirms(ticket);
    expect(await owed(s, ticket, 'director_contact')).toMatchObject({ clause: 'I4', outcome: 'open' });
    await s.agent('林晓芸').concludes(ticket);
    expect(await s.person('郑涛').may(ticket)).toContain('directorCall');
    expect(await refusal(s.agent('林晓芸').callsAsDirector(ticket, '问过了'))).toBe('ticket/not-yours');
    await s.person('郑涛').callsAsDirector(ticket, '投诉的事问过了，满意');
    expect(await open(s, ticket)).toEqual([]);
    const above = await s.resident('方国栋').complains({ against: ['director'] });
    await answered(s, '曾勇', above);
    await s.resident('方国栋').confirms(above);
    expect(await owed(s, above, 'director_contact')).toBeUndefined();
  },
});

manual('C8', {
  '满意以后又说要赔偿：原来的答复不算了，结案的承诺也不算；新的处理人答复、再满意，只欠一次结案': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains();
    await answered(s, '林晓芸', ticket);
    await s.resident('王秀兰').confirms(ticket);
    expect(await owed(s, ticket, 'concluded')).toMatchObject({ outcome: 'open' });
    await s.resident('王秀兰').points(ticket, { compensation: true });
    expect(await s.status(ticket)).toBe('received');
    expect(await open(s, ticket)).not.toContain('concluded');
    expect(await open(s, ticket)).toContain('formal_reply');
    s.at('2026-03-02 15:00');
    await s.person('曾勇').formallyReplies(ticket);
    await s.resident('王秀兰').confirms(ticket);
    expect((await s.promises(ticket)).filter((one) => one.what === 'concluded').map((one) => one.outcome)).toEqual(['withdrawn', 'open']);
  },
  '满意以后只补一句针对谁、还是同一级办：满意还算，结案照样欠着': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    await answered(s, '袁媛', ticket);
    await s.resident('王秀兰').confirms(ticket);
    await s.resident('王秀兰').points(ticket, { against: ['technician'] });
    expect(await s.status(ticket)).toBe('finished');
    expect(await owed(s, ticket, 'concluded')).toMatchObject({ outcome: 'open' });
  },
  '联系不上的：办的人七天内归档，归了就算；归档以后什么都不欠，也不算办结': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains();
    await answered(s, '林晓芸', ticket);
    await outOfReach(s, '林晓芸', ticket, 'return_visit', ['2026-03-03', '2026-03-04', '2026-03-05']);
    expect(await owed(s, ticket, 'concluded')).toMatchObject({ clause: 'C8', dueBy: '2026-03-13 00:00', outcome: 'open' });
    await s.agent('林晓芸').filesUnheard(ticket);
    expect(await s.status(ticket)).toBe('closed');
    expect(await owed(s, ticket, 'concluded')).toMatchObject({ outcome: 'kept' });
    expect(await open(s, ticket)).toEqual([]);
  },
  '联系不上、还没归档，住户自己说满意了：归档不欠了，欠结案': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains();
    await answered(s, '林晓芸', ticket);
    await outOfReach(s, '林晓芸', ticket, 'return_visit', ['2026-03-03', '2026-03-04', '2026-03-05']);
    s.at('2026-03-06 09:00');
    await s.resident('王秀兰').confirms(ticket);
    expect((await s.promises(ticket)).filter((one) => one.what === 'concluded').map((one) => [one.outcome, one.dueBy])).toEqual([
      ['withdrawn', '2026-03-13 00:00'],
      ['open', '2026-03-14 00:00'],
    ]);
  },
});

manual('C7', {
  '重大投诉：报告写了，还欠一份通报；发了才算，没发到时间就是没做到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    await s.person('吴桐').callsMajor(ticket);
    await answered(s, '袁媛', ticket);
    await s.person('吴桐').reportsMajor(ticket);
    expect(await owed(s, ticket, 'bulletin_issued')).toMatchObject({ clause: 'C7', dueBy: '2026-03-10 00:00', outcome: 'open' });
    await s.person('曾勇').issuesBulletin(ticket);
    expect(await owed(s, ticket, 'bulletin_issued')).toMatchObject({ outcome: 'kept' });
  },
});
