import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

manual('手册 P5 电话谁都看得到，换号码公司批准', {
  '小区的主任提，管理者代表批准了才换，从定的那天 0:00 起；以前的号码还在': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await s.resident('王秀兰').readsNumber('WT', 'service')).toEqual(['0571-0000 0110', null, []]);
    expect(await s.resident('王秀兰').readsNumber('WT', 'complaints')).toEqual([null, null, []]);
    expect(await s.head('郑涛').proposesNumber('WT', 'service', '0571-0000 0111', '2026-03-05')).toBe(1);
    expect(await refusal(s.head('郑涛').decidesNumber('WT', 'service', 'approved'))).toBe('approval/not-yours');
    expect(await refusal(s.person('吴桐').decidesNumber('WT', 'service', 'approved'))).toBe('approval/not-yours');
    expect(await s.person('彭浩').decidesNumber('WT', 'service', 'approved')).toBe('approved');
    s.at('2026-03-04 23:59');
    expect(await s.resident('王秀兰').readsNumber('WT', 'service')).toEqual(['0571-0000 0110', null, []]);
    s.at('2026-03-05 00:00');
    expect(await s.resident('王秀兰').readsNumber('WT', 'service')).toEqual(['0571-0000 0111', '2026-03-05', ['0571-0000 0110']]);
    expect(await s.technician('赵建国').readsNumber('WT', 'service')).toEqual(['0571-0000 0111', '2026-03-05', ['0571-0000 0110']]);
  },
  '公司的由品质管理部提，管理者代表批准；三种电话各是各的': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await refusal(s.head('郑涛').proposesNumber('ZB', 'complaints', '400-000 0100', '2026-03-03'))).toMatch(
      /seen\/not-found|approval\/not-yours/,
    );
    expect(await refusal(s.person('彭浩').proposesNumber('ZB', 'complaints', '400-000 0100', '2026-03-03'))).toBe('approval/not-yours');
    await s.person('吴桐').proposesNumber('ZB', 'complaints', '400-000 0100', '2026-03-03');
    await s.head('郑涛').proposesNumber('WT', 'duty', '0571-0000 0119', '2026-03-03');
    expect(await refusal(s.person('程颖').decidesNumber('ZB', 'complaints', 'approved'))).toBe('approval/not-yours');
    await s.person('彭浩').decidesNumber('ZB', 'complaints', 'approved');
    await s.person('彭浩').decidesNumber('WT', 'duty', 'approved');
    s.at('2026-03-03 00:00');
    expect(await s.resident('许若琳').readsNumber('ZB', 'complaints')).toEqual(['400-000 0100', '2026-03-03', []]);
    expect(await s.resident('王秀兰').readsNumber('WT', 'duty')).toEqual(['0571-0000 0119', '2026-03-03', []]);
    expect(await s.resident('王秀兰').readsNumber('WT', 'service')).toEqual(['0571-0000 0110', null, []]);
    expect(await refusal(s.resident('许若琳').readsNumber('WT', 'duty'))).toBe('seen/not-found');
  },
  '批得晚了，从批准的第二天起；退回要写原因，改了再提': async (s) => {
    s.at('2026-03-02 09:00');
    await s.head('郑涛').proposesNumber('WT', 'complaints', '0571-0000 0112', '2026-03-03');
    expect(await refusal(s.head('郑涛').proposesNumber('WT', 'complaints', '0571-0000 0113', '2026-03-03'))).toBe('approval/decided');
    expect(await refusal(s.person('彭浩').decidesNumber('WT', 'complaints', 'returned'))).toBe('request/invalid');
    expect(await s.person('彭浩').decidesNumber('WT', 'complaints', 'returned', '投诉另用一个')).toBe('returned');
    expect(await s.head('郑涛').proposesNumber('WT', 'complaints', '0571-0000 0113', '2026-03-03')).toBe(2);
    s.at('2026-03-04 15:00');
    await s.person('彭浩').decidesNumber('WT', 'complaints', 'approved');
    s.at('2026-03-04 23:59');
    expect(await s.resident('王秀兰').readsNumber('WT', 'complaints')).toEqual([null, null, []]);
    s.at('2026-03-05 00:00');
    expect(await s.resident('王秀兰').readsNumber('WT', 'complaints')).toEqual(['0571-0000 0113', '2026-03-05', []]);
  },
  '拨不了的、一样的、往回改的不收；服务电话不能没有，别的可以不再用': async (s) => {
    s.at('2026-03-02 09:00');
    const proposes = (...given: Parameters<ReturnType<typeof s.head>['proposesNumber']>) => refusal(s.head('郑涛').proposesNumber(...given));
    for (const wrong of ['打给小郑', '12', '0571--0000', '0571-0000 0110'])
      expect(await proposes('WT', 'service', wrong, '2026-03-03')).toBe('request/invalid');
    expect(await proposes('WT', 'service', '0571-0000 0111', '2026-03-02')).toBe('request/invalid');
    expect(await proposes('WT', 'service', null, '2026-03-03')).toBe('request/invalid');
    expect(await proposes('WT', 'duty', null, '2026-03-03')).toBe('request/invalid');
    await s.head('郑涛').proposesNumber('WT', 'duty', '0571-0000 0119', '2026-03-03');
    await s.person('彭浩').decidesNumber('WT', 'duty', 'approved');
    s.at('2026-03-04 09:00');
    await s.head('郑涛').proposesNumber('WT', 'duty', null, '2026-03-06');
    await s.person('彭浩').decidesNumber('WT', 'duty', 'approved');
    s.at('2026-03-06 00:00');
    expect(await s.resident('王秀兰').readsNumber('WT', 'duty')).toEqual([null, '2026-03-06', ['0571-0000 0119']]);
  },
});
