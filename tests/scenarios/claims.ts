import { expect } from '@jest/globals';
import { manual, type Story } from '../support/story.ts';

const BURST = { category: 'burst_pipe', words: '地下室水管爆了' };
const onSite = async (s: Story, ticket: { id: string; number: string }) => (await s.promises(ticket)).find((one) => one.what === 'on_site');

async function sentAtFive(s: Story) {
  s.at('2026-03-02 09:00');
  const ticket = await s.resident('王秀兰').reports(BURST);
  s.at('2026-03-02 09:05');
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  return ticket;
}

manual('手册 R3 师傅没有信号', {
  '地下室里 10:20 到的，14:05 才有信号：上门按 10:20 算做到；超时那一步已经记了，照样留着': async (s) => {
    const ticket = await sentAtFive(s);
    s.at('2026-03-02 11:01');
    expect(await s.newlyMissed()).toContainEqual([ticket.number, 'on_site']);
    s.at('2026-03-02 14:05');
    await s.technician('赵建国').accepts(ticket, '2026-03-02 09:30');
    await s.technician('赵建国').arrives(ticket, '2026-03-02 10:20');
    await s.technician('赵建国').finishes(ticket, '换了软管', '2026-03-02 11:30');
    expect(await onSite(s, ticket)).toMatchObject({ keptAt: '2026-03-02 10:20', outcome: 'kept' });
    expect((await s.promises(ticket)).find((one) => one.what === 'repaired')).toMatchObject({ keptAt: '2026-03-02 11:30', outcome: 'kept' });
    expect((await s.promises(ticket)).find((one) => one.what === 'return_visit')?.dueBy).toBe('2026-03-06 00:00');
    expect(await s.history(ticket)).toEqual(expect.arrayContaining(['missed', 'accepted', 'arrived', 'finished']));
    expect(await s.history(ticket)).not.toContain('claimed');
    expect(await s.head('陈立').may(ticket)).not.toContain('answerClaim');
  },
  '没有扫到以前信号就回来了：10:20 到的从来没有迟过，不记超时': async (s) => {
    const ticket = await sentAtFive(s);
    s.at('2026-03-02 11:10');
    await s.technician('赵建国').arrives(ticket, '2026-03-02 10:20');
    expect(await onSite(s, ticket)).toMatchObject({ keptAt: '2026-03-02 10:20', outcome: 'kept' });
    expect((await s.history(ticket)).filter((did) => did === 'missed')).toHaveLength(0);
  },
  '十二小时整直接算；过了十二小时按登记时间，等主管确认，确认了才改': async (s) => {
    const ticket = await sentAtFive(s);
    s.at('2026-03-02 22:20');
    await s.technician('赵建国').arrives(ticket, '2026-03-02 10:20');
    expect(await onSite(s, ticket)).toMatchObject({ keptAt: '2026-03-02 10:20', outcome: 'kept' });

    const other = await s.resident('陈一鸣').reports(BURST);
    await s.agent('林晓芸').dispatches(other, '孙磊');
    s.at('2026-03-03 12:01');
    await s.technician('孙磊').arrives(other, '2026-03-03 00:00');
    expect(await onSite(s, other)).toMatchObject({ keptAt: '2026-03-03 12:01', outcome: 'missed' });
    expect(await s.head('陈立').heard(other)).toContain('claimed');
    expect(await s.technician('孙磊').may(other)).not.toContain('answerClaim');
    expect(await s.agent('林晓芸').may(other)).not.toContain('answerClaim');
    expect(await s.head('陈立').may(other)).toContain('answerClaim');
    await s.head('陈立').answersClaim(other, true);
    expect(await onSite(s, other)).toMatchObject({ keptAt: '2026-03-03 00:00', outcome: 'kept' });
    expect(await s.technician('孙磊').heard(other)).toContain('claim_upheld');
    expect(await s.head('陈立').may(other)).not.toContain('answerClaim');
  },
  '说在派人以前就到了：按登记时间，主管不认，超时照记': async (s) => {
    const ticket = await sentAtFive(s);
    s.at('2026-03-02 11:30');
    await s.technician('赵建国').arrives(ticket, '2026-03-02 09:04');
    expect(await onSite(s, ticket)).toMatchObject({ keptAt: '2026-03-02 11:30', outcome: 'missed' });
    await s.head('陈立').answersClaim(ticket, false);
    expect(await onSite(s, ticket)).toMatchObject({ keptAt: '2026-03-02 11:30', outcome: 'missed' });
    expect(await s.technician('赵建国').heard(ticket)).toContain('claim_declined');
  },
  '手机说的时间比现在还晚，按收到的时间': async (s) => {
    const ticket = await sentAtFive(s);
    s.at('2026-03-02 11:30');
    await s.technician('赵建国').arrives(ticket, '2026-03-02 15:00');
    expect(await onSite(s, ticket)).toMatchObject({ keptAt: '2026-03-02 11:30', outcome: 'missed' });
    expect(await s.head('陈立').may(ticket)).not.toContain('answerClaim');
  },
});
