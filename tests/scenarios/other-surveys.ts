import { expect } from '@jest/globals';
import { manual, refusal, type Story } from '../support/story.ts';

/** 梧桐里 runs by the manual since May; the company's spot sample of a month has come. */
async function spotOf(s: Story, at = '2026-07-01 09:00'): Promise<void> {
  s.at('2026-05-04 10:00');
  await s.head('周敏').names('suggestion_box', '何静');
  s.at(at);
  await s.looksAfterSurveys();
}

const GOOD = { environment: 5, security: 4 };
const HOUSEHOLDS = ['王秀兰', '陈一鸣', '吴晓雯', '方国栋', '周文静', '马建军', '何静'] as const;
const promise = async (s: Story, what: string) => (await s.survey('spot'))!.promises.find(([one]) => one === what);

manual('手册 S12 品质管理部每月抽几户，问日常管理满意不满意', {
  '每月一号，一个小区一份；五月里才开始的，从六月起；过了月就算了（Z8、Z17）': async (s) => {
    await spotOf(s, '2026-05-31 23:59');
    expect(await s.survey('spot')).toBeNull();
    s.at('2026-06-01 00:00');
    await s.looksAfterSurveys();
    await s.looksAfterSurveys();
    expect(await s.survey('spot')).toMatchObject({ month: '2026-06', status: 'given' });
    s.at('2026-08-03 09:00');
    await s.looksAfterSurveys();
    expect(await s.survey('spot')).toMatchObject({ month: '2026-08' });
    expect(await s.survey()).toMatchObject({ month: '2026-06' });
  },
  '品质管理部抽，小区的人抽不了；小区不到那么多户，就每一户都抽到': async (s) => {
    await spotOf(s);
    expect(await refusal(s.head('周敏').issuesSpot())).toBe('ticket/not-yours');
    expect(await refusal(s.head('郑涛').issuesSpot())).toBe('ticket/action-refused');
    await s.person('吴桐').issuesSpot();
    expect(await s.survey('spot')).toMatchObject({ homes: 7, issued: 7, closesAt: '2026-07-12 00:00' });
  },
  '公司定抽五户，就是五户': async (s) => {
    await spotOf(s);
    await s.sets('WT', 'spotHomes', 5);
    await s.person('程颖').issuesSpot();
    expect(await s.survey('spot')).toMatchObject({ homes: 7, issued: 5 });
    expect(await s.person('吴桐').homesToCall()).toHaveLength(5);
  },
  '品质管理部打电话填，一户一份，住户自己也能答；小区的人看不到名单，也不代填': async (s) => {
    await spotOf(s);
    await s.person('吴桐').issuesSpot();
    expect(await refusal(s.head('周敏').phones('王秀兰', GOOD))).toBe('surveys/company-only');
    expect(await refusal(s.head('郑涛').homesToCall())).toBe('surveys/company-only');
    expect(await refusal(s.resident('王秀兰').homesToCall())).toBe('seen/not-found');
    expect(await s.person('吴桐').phones('王秀兰', GOOD)).toMatchObject({ already: false });
    expect(await s.person('程颖').phones('王秀兰', { environment: 1 })).toMatchObject({ already: true });
    expect(await refusal(s.person('吴桐').phones('陈一鸣', { buildings: 4 }))).toBe('request/invalid');
    expect(await s.survey('spot')).toMatchObject({ returned: 1 });
    expect(await s.person('吴桐').homesToCall()).toHaveLength(6);
  },
  '打不通，两天里错开钟点打够三次，才换抽好的下一户（Z13）': async (s) => {
    await spotOf(s);
    await s.sets('WT', 'spotHomes', 5);
    await s.person('吴桐').issuesSpot();
    const first = await s.person('吴桐').homesToCall();
    const caller = s.person('吴桐');
    const called = await Promise.all(HOUSEHOLDS.map(async (name) => ((await refusal(caller.phones(name, {}))) === 'request/invalid' ? [name] : [])));
    const [absent] = called.flat();
    expect(await caller.callsInVain(absent!)).toContain('还差 2 次');
    s.at('2026-07-01 14:00');
    expect(await caller.callsInVain(absent!)).toContain('还差 1 次');
    expect(await caller.homesToCall()).toEqual(first);
    s.at('2026-07-02 18:00');
    expect(await caller.callsInVain(absent!)).toBeNull();
    const then = await caller.homesToCall();
    expect(then).toHaveLength(5);
    expect(then.filter((home) => !first.includes(home))).toHaveLength(1);
    // Whoever calls back is counted all the same.
    expect(await caller.phones(absent!, GOOD)).toMatchObject({ already: false });
  },
  '写下意见办得怎么样，就办完了，不用交、不用评审；住户看得到': async (s) => {
    await spotOf(s);
    await s.person('吴桐').issuesSpot();
    for (const name of HOUSEHOLDS.slice(0, 6)) await s.person('吴桐').phones(name, GOOD);
    s.at('2026-07-12 08:00');
    await s.looksAfterSurveys();
    expect(await s.survey('spot')).toMatchObject({ status: 'returned', returned: 6, below: false });
    expect(await promise(s, 'survey_analysed')).toEqual(['survey_analysed', '2026-07-16 00:00', 'open']);
    expect(await refusal(s.head('周敏').concludesSpot('我们来写'))).toBe('ticket/not-yours');
    await s.person('程颖').concludesSpot('上月 12 件意见都有回音，两件拖了');
    expect(await s.survey('spot')).toMatchObject({ status: 'closed' });
    expect((await s.survey('spot'))!.promises.map(([what]) => what)).toEqual(['survey_issued', 'survey_collected', 'survey_analysed']);
  },
});

/** 梧桐里 runs by the manual, in a month in which nothing else comes round. */
async function july(s: Story): Promise<void> {
  s.at('2026-05-04 10:00');
  await s.head('周敏').names('suggestion_box', '何静');
  s.at('2026-07-06 10:00');
}

const PARKING = {
  title: '停车位怎么分',
  chosen: ['vehicles'],
  own: [
    { kind: 'single', text: '愿意按月轮换车位吗', options: ['愿意', '不愿意'] },
    { kind: 'words', text: '还有什么办法', options: [] },
  ],
} as const;

manual('手册 S8 公司的季度、年度调查，品质管理部有需要时开', {
  '一季一份，一年一份；小区的人开不了；开了照样抽、照样问': async (s) => {
    await july(s);
    expect(await refusal(s.head('周敏').opensSurvey('quarter'))).toBe('ticket/not-yours');
    expect(await refusal(s.head('郑涛').opensSurvey('year'))).toBe('ticket/not-yours');
    await s.person('吴桐').opensSurvey('quarter');
    expect(await s.survey('quarter')).toMatchObject({ month: '2026-07', status: 'given' });
    s.at('2026-09-30 23:00');
    expect(await refusal(s.person('程颖').opensSurvey('quarter'))).toBe('surveys/opened-already');
    await s.person('程颖').opensSurvey('year');
    s.at('2026-10-01 00:00');
    await s.person('程颖').opensSurvey('quarter');
    expect(await s.survey('quarter')).toMatchObject({ month: '2026-10' });
    expect(await refusal(s.head('周敏').issues('quarter', 'census'))).toBe('ticket/not-yours');
    await s.person('吴桐').issues('quarter', 'census');
    expect(await s.resident('王秀兰').answers('quarter', { buildings: 4 })).toMatchObject({ already: false });
    expect(await s.survey('quarter')).toMatchObject({ issued: 7, returned: 1 });
  },
});

manual('手册 S8 小区自己的问卷，品质管理部审内容、管理者代表批准了才能发', {
  '客服写，两步都同意才能开；没审完开不了，写的人自己不能审': async (s) => {
    await july(s);
    expect(await refusal(s.head('郑涛').writesQuestionnaire(PARKING))).toBe('approval/not-yours');
    expect(await s.agent('林晓芸').writesQuestionnaire(PARKING)).toBe(1);
    expect(await refusal(s.head('周敏').opensSurvey('own'))).toBe('surveys/not-approved');
    expect(await refusal(s.person('彭浩').decidesQuestionnaire('approved'))).toBe('approval/not-yours');
    expect(await refusal(s.agent('林晓芸').decidesQuestionnaire('approved'))).toBe('approval/not-yours');
    expect(await s.person('吴桐').decidesQuestionnaire('approved')).toBe('waiting');
    expect(await refusal(s.head('周敏').opensSurvey('own'))).toBe('surveys/not-approved');
    expect(await s.person('彭浩').decidesQuestionnaire('approved')).toBe('approved');
    expect(await refusal(s.person('吴桐').opensSurvey('own'))).toBe('ticket/not-yours');
    await s.head('周敏').opensSurvey('own');
    expect(await s.survey('own')).toMatchObject({ month: '2026-07', status: 'given' });
    expect(await refusal(s.agent('林晓芸').opensSurvey('own'))).toBe('surveys/opened-already');
  },
  '退回要写原因，改了是新的一版，两步重来': async (s) => {
    await july(s);
    await s.head('周敏').writesQuestionnaire(PARKING);
    expect(await refusal(s.head('周敏').writesQuestionnaire(PARKING))).toBe('approval/decided');
    await s.person('吴桐').decidesQuestionnaire('approved');
    expect(await refusal(s.person('彭浩').decidesQuestionnaire('returned'))).toBe('request/invalid');
    expect(await s.person('彭浩').decidesQuestionnaire('returned', '先问要不要分')).toBe('returned');
    expect(await refusal(s.head('周敏').opensSurvey('own'))).toBe('surveys/not-approved');
    expect(await s.agent('林晓芸').writesQuestionnaire({ ...PARKING, title: '要不要分车位' })).toBe(2);
    expect(await refusal(s.person('彭浩').decidesQuestionnaire('approved'))).toBe('approval/not-yours');
    await s.person('程颖').decidesQuestionnaire('approved');
    expect(await s.person('彭浩').decidesQuestionnaire('approved')).toBe('approved');
  },
  '问的就是审过的那一版：后来再改，发出去的不变；题库的题照原来的编号': async (s) => {
    await july(s);
    await s.agent('林晓芸').writesQuestionnaire(PARKING);
    await s.person('吴桐').decidesQuestionnaire('approved');
    await s.person('彭浩').decidesQuestionnaire('approved');
    await s.head('周敏').opensSurvey('own');
    await s.head('周敏').issues('own', 'census');
    await s.agent('林晓芸').writesQuestionnaire({ title: '换一份', chosen: ['greening'], own: [] });
    expect(await s.resident('王秀兰').answers('own', { vehicles: 2, vehicles_why: ['parking'], own_1: 'o2', words_2: '先来先停' })).toMatchObject({
      already: false,
    });
    for (const wrong of [{ greening: 4 }, { own_1: 'o3' }, { vehicles: 6 }, {}])
      expect(await refusal(s.resident('陈一鸣').answers('own', wrong))).toBe('request/invalid');
    expect(await s.survey('own')).toMatchObject({ issued: 7, returned: 1 });
  },
  '题目要答得了：没有的题、只有一个答案的、重复的、一题也没有的，都退回': async (s) => {
    await july(s);
    const asks = (own: object) => ({ title: '问', chosen: [], own: [{ kind: 'single', text: '要吗', options: ['要', '不要'], ...own }] }) as never;
    for (const wrong of [
      asks({ options: ['要'] }),
      asks({ options: ['要', '要'] }),
      asks({ kind: 'scale' }),
      { title: '问', chosen: ['nothing'], own: [] },
      { title: '问', chosen: [], own: [] },
    ])
      expect(await refusal(s.agent('林晓芸').writesQuestionnaire(wrong))).toBe('request/invalid');
    expect(await s.agent('林晓芸').writesQuestionnaire(asks({}))).toBe(1);
  },
});
