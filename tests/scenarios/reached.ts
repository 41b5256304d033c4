import { expect } from '@jest/globals';
import { manual } from '../support/story.ts';

const call = async (s: Parameters<Parameters<typeof manual>[1][string]>[0], ticket: { id: string; number: string }) =>
  (await s.promises(ticket)).find((one) => one.what === 'phone_call');

manual('手册 R8 住户要知道、又通知不到的，客服打电话', {
  '两小时内打电话：11:00 整不算超时，11:01 算；报服务中心负责人，不惊动住户': async (s) => {
    s.at('2026-03-02 08:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(ticket, '钱大勇');
    await s.technician('钱大勇').arrives(ticket);
    await s.technician('钱大勇').finishes(ticket);
    s.at('2026-03-02 09:00');
    await s.nothingReached(ticket);
    expect(await s.agent('林晓芸').heard(ticket)).toContain('unreached');
    expect(await call(s, ticket)).toMatchObject({ clause: 'R8', dueBy: '2026-03-02 11:00', outcome: 'open' });
    s.at('2026-03-02 11:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 11:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'phone_call']]);
    expect(await s.person('周敏').heard(ticket)).toContain('missed');
    expect(await s.resident('王秀兰').heard(ticket)).not.toContain('missed');
    s.at('2026-03-02 11:10');
    await s.agent('林晓芸').calls(ticket, '打通了，说下午看');
    expect(await call(s, ticket)).toMatchObject({ outcome: 'missed', keptAt: '2026-03-02 11:10' });
  },
  '住户看到了消息，或者自己来留言、确认了，就不用打': async (s) => {
    s.at('2026-03-02 08:00');
    const seen = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(seen, '钱大勇');
    s.at('2026-03-02 09:00');
    await s.nothingReached(seen);
    await s.agent('林晓芸').says(seen, '在吗');
    expect((await call(s, seen))?.outcome).toBe('open');
    await s.resident('王秀兰').reads();
    expect((await call(s, seen))?.outcome).toBe('withdrawn');
    expect(await s.history(seen)).toContain('reached');
    await s.nothingReached(seen);
    expect((await s.promises(seen)).filter((one) => one.what === 'phone_call').map((one) => one.outcome)).toEqual(['withdrawn', 'open']);
    await s.resident('王秀兰').says(seen, '我知道了');
    expect((await s.promises(seen)).filter((one) => one.what === 'phone_call').map((one) => one.outcome)).toEqual(['withdrawn', 'withdrawn']);
  },
});
