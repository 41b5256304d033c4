import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

manual('手册 R1 急修的七类', {
  '爆管、停电、下水、电梯、栏杆都是急修': async (s) => {
    s.at('2026-03-02 09:00');
    const kinds: [string, 'home' | 'public', string][] = [
      ['burst_pipe', 'home', 'R1③'],
      ['power', 'home', 'R1②'],
      ['drain', 'home', 'R1④'],
      ['lift', 'public', 'R1⑤'],
      ['rail', 'public', 'R1⑥'],
    ];
    for (const [category, place, clause] of kinds) {
      const ticket = await s.resident('王秀兰').reports({ category, place });
      expect(await s.urgency(ticket)).toEqual({ urgency: 'urgent', clause });
    }
  },
  '水龙头关不住是急修，滴漏是一般': async (s) => {
    s.at('2026-03-02 09:00');
    const badly = await s.resident('王秀兰').reports({ category: 'tap', worse: true });
    expect(await s.urgency(badly)).toEqual({ urgency: 'urgent', clause: 'R1③' });
    const dripping = await s.resident('王秀兰').reports({ category: 'tap' });
    expect(await s.urgency(dripping)).toEqual({ urgency: 'general', clause: 'R2②' });
  },
  '有人有危险就是急修：家里按⑦，公共地方按①': async (s) => {
    s.at('2026-03-02 09:00');
    const ceiling = await s.resident('王秀兰').reports({ category: 'roof', danger: true });
    expect(await s.urgency(ceiling)).toEqual({ urgency: 'urgent', clause: 'R1⑦' });
    const lamp = await s.resident('王秀兰').reports({ category: 'lighting', place: 'public', danger: true });
    expect(await s.urgency(lamp)).toEqual({ urgency: 'urgent', clause: 'R1①' });
  },
});

manual('手册 R2 一般维修的四类', {
  '门窗、洁具、屋面渗水、其他小修是一般': async (s) => {
    s.at('2026-03-02 09:00');
    const kinds: [string, string][] = [
      ['doors', 'R2①'],
      ['sanitary', 'R2②'],
      ['roof', 'R2③'],
      ['other', 'R2④'],
    ];
    for (const [category, clause] of kinds) {
      const ticket = await s.resident('王秀兰').reports({ category, words: '坏了' });
      expect(await s.urgency(ticket)).toEqual({ urgency: 'general', clause });
    }
  },
  '选“其他”要写几个字；家里没有电梯这一类': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await refusal(s.resident('王秀兰').reports({ category: 'other' }))).toBe('request/invalid');
    expect(await refusal(s.resident('王秀兰').reports({ category: 'lift' }))).toBe('request/invalid');
  },
});
