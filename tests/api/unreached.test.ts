import { describe, expect, test } from '@jest/globals';
import type { Told } from '../support/deeds.ts';
import { approvesAll, DOOR, storyOfMessages, WANG, works } from '../support/messages.ts';

const { s, phrases, reads, later, sets, ready, dispatched } = storyOfMessages();

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

  test('电话里答复了报价、答复了新的时间，说到的就是那件事：不用再打', async () => {
    const [quoted, proposed] = [await dispatched(), await dispatched()];
    for (const ticket of [quoted, proposed]) await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').quotes(quoted, [{ item: '单冷水龙头' }]);
    await s.technician('赵建国').findsNobody(proposed, 'card');
    await s.agent('林晓芸').proposes(proposed, '2026-03-04 10:00');
    await works(s);
    later(120);
    await works(s);
    for (const ticket of [quoted, proposed]) expect((await call(ticket))?.outcome).toBe('open');
    await s.agent('林晓芸').recordsAnswer(quoted, true);
    expect((await call(quoted))?.outcome).toBe('withdrawn');
    await s.agent('林晓芸').recordsDate(proposed, '2026-03-04 10:00', false);
    expect((await call(proposed))?.outcome).toBe('withdrawn');
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

  test('手册 Z3 并在一起的几户，谁没看到打给谁：一户看到了不算别家看到，一户确认了也不算', async () => {
    const lift = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;
    const first = await s.resident(WANG).reports(lift);
    const second = await s.resident('周文静').reports(lift);
    const third = await s.resident('马建军').reports(lift);
    for (const one of [second, third]) await s.agent('林晓芸').merges(first, one);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await finish(first);
    await reads('马建军');
    await s.resident(WANG).confirms(first);
    later(120);
    await works(s);
    expect([await call(first), await call(third)]).toEqual([undefined, undefined]);
    expect(await call(second)).toMatchObject({ clause: 'R8', outcome: 'open' });
    expect(await s.agent('林晓芸').heard(second)).toContain('unreached');
    const bench = (await (await s.client('林晓芸')).workbench({})).items;
    expect(bench.find((one) => one.id === second.id)?.next).toMatchObject({ what: 'phone_call' });
    await s.agent('林晓芸').calls(first, '打错了，打给了502');
    expect((await call(second))?.outcome).toBe('open');
    await s.agent('林晓芸').calls(second, '打给了602，知道了');
    expect((await call(second))?.outcome).toBe('kept');
  });

  test('手册 Z3 报修的人没看到、并进来的看到了：打给报修的人；并进来的后来看到了，就不用打', async () => {
    const lift = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;
    const first = await s.resident(WANG).reports(lift);
    const [second, third] = [await s.resident('周文静').reports(lift), await s.resident('马建军').reports(lift)];
    const fourth = await s.resident('陈一鸣').reports(lift);
    for (const one of [second, third, fourth]) await s.agent('林晓芸').merges(first, one);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await finish(first);
    await reads('周文静');
    await s.resident('马建军').confirms(first, 5);
    later(120);
    await works(s);
    expect((await call(first))?.outcome).toBe('open');
    expect([await call(second), await call(third), (await call(fourth))?.outcome]).toEqual([undefined, undefined, 'open']);
    await s.agent('林晓芸').says(third, '还好吗');
    await s.nothingReached(third);
    await reads('马建军');
    expect([(await call(first))?.outcome, (await call(third))?.outcome]).toEqual(['open', 'withdrawn']);
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
