import { expect } from '@jest/globals';
import type { DeedTold } from '../support/letter-deeds.ts';
import { manual, refusal, type Story } from '../support/story.ts';

const HOUSEHOLDS = ['王秀兰', '陈一鸣', '吴晓雯', '方国栋', '周文静', '马建军', '何静'] as const;
const GOOD = { buildings: 5, environment: 4 };
const DIRTY = { environment: 2, environment_why: ['stairs'] };
const LIGHTS: DeedTold = ['楼道每天多扫一遍', '罗芳', '2026-06-30'];

const promise = async (s: Story, what: string) => (await s.survey())!.promises.find(([one]) => one === what);

/** 梧桐里's survey of June is closed: so many households named the same. */
async function collected(s: Story, dirty: number): Promise<void> {
  s.at('2026-05-04 10:00');
  await s.head('周敏').names('suggestion_box', '何静');
  s.at('2026-06-01 09:00');
  await s.looksAfterSurveys();
  await s.head('周敏').issuesSurvey('census');
  for (const [index, name] of HOUSEHOLDS.entries()) await s.resident(name).answersSurvey(index < dirty ? DIRTY : GOOD);
  s.at('2026-06-12 08:00');
  await s.looksAfterSurveys();
}

/** The letter is out, with one promise. */
async function posted(s: Story): Promise<void> {
  await collected(s, 3);
  await s.head('周敏').analysesSurvey('楼道打扫最差');
  await s.head('周敏').writesLetter([LIGHTS]);
  await s.person('彭浩').decidesLetter('approved');
}

manual('手册 S5 说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准', {
  '三户说到同一样，就要写；两户不用写': async (s) => {
    await collected(s, 3);
    expect(await promise(s, 'survey_lettered')).toEqual(['survey_lettered', '2026-06-27 00:00', 'open']);
    expect(await s.head('周敏').readsLetter()).toMatchObject({ stand: 'none' });
  },
  '只有两户说到，又不严重，不用写；分析了就能交': async (s) => {
    await collected(s, 2);
    await s.head('周敏').analysesSurvey('楼道打扫最差');
    expect(await promise(s, 'survey_lettered')).toBeUndefined();
    expect(await promise(s, 'survey_sent_up')).toEqual(['survey_sent_up', '2026-06-18 00:00', 'open']);
  },
  '公司定成两户就要写，十天内': async (s) => {
    s.at('2026-05-04 09:00');
    await s.sets('WT', 'letterHouseholds', 2);
    await s.sets('WT', 'letterDays', 10);
    await collected(s, 2);
    expect(await promise(s, 'survey_lettered')).toEqual(['survey_lettered', '2026-06-23 00:00', 'open']);
  },
  '只有一户说、但很严重，写分析的人说了算，从收回那天起还是两星期': async (s) => {
    await collected(s, 0);
    s.at('2026-06-14 10:00');
    await s.head('周敏').analysesSurvey('有人说消防门锁死了', true);
    expect(await promise(s, 'survey_lettered')).toEqual(['survey_lettered', '2026-06-27 00:00', 'open']);
    expect(await refusal(s.head('周敏').sendsSurveyUp())).toBe('ticket/action-refused');
  },
  '没批准以前住户看不到；批准了马上贴出去，全小区看得到，写的人自己不能批': async (s) => {
    await collected(s, 3);
    await s.head('周敏').analysesSurvey('楼道打扫最差');
    expect(await refusal(s.technician('赵建国').writesLetter([LIGHTS]))).toBe('seen/not-found');
    await s.head('周敏').writesLetter([LIGHTS]);
    expect(await refusal(s.resident('王秀兰').readsLetter())).toBe('seen/not-found');
    expect(await refusal(s.head('周敏').decidesLetter('approved'))).toBe('approval/not-yours');
    expect(await refusal(s.head('郑涛').decidesLetter('approved'))).toBe('approval/not-yours');
    await s.person('彭浩').decidesLetter('approved');
    expect(await s.resident('王秀兰').readsLetter()).toEqual({ stand: 'posted', kept: 0, deeds: [[LIGHTS[0], 'doing']] });
    expect(await refusal(s.resident('许若琳').readsLetter())).toBe('seen/not-found');
    expect(await promise(s, 'survey_lettered')).toEqual(['survey_lettered', '2026-06-27 00:00', 'kept']);
    expect(await refusal(s.head('周敏').writesLetter([LIGHTS]))).toBe('approval/decided');
  },
  '退回的改了再送，每一步两天，钟不停：在谁那里耽误看得出（Z7）': async (s) => {
    await collected(s, 3);
    await s.head('周敏').analysesSurvey('楼道打扫最差');
    await s.head('周敏').writesLetter([LIGHTS]);
    expect(await refusal(s.person('彭浩').decidesLetter('returned'))).toBe('request/invalid');
    s.at('2026-06-16 09:00');
    await s.person('彭浩').decidesLetter('returned', '写清楚哪几栋');
    expect(await s.head('周敏').readsLetter()).toMatchObject({ stand: 'returned' });
    s.at('2026-06-20 09:00');
    await s.head('周敏').writesLetter([['三栋楼道每天多扫一遍', '罗芳', '2026-07-10']]);
    expect(await s.letterOwed()).toEqual([
      ['decided', '2026-06-15 00:00', 'missed'],
      ['decided', '2026-06-23 00:00', 'open'],
    ]);
    s.at('2026-06-21 09:00');
    await s.person('彭浩').decidesLetter('approved');
    expect(await s.resident('王秀兰').readsLetter()).toMatchObject({ deeds: [['三栋楼道每天多扫一遍', 'doing']] });
    expect(await promise(s, 'survey_lettered')).toEqual(['survey_lettered', '2026-06-27 00:00', 'kept']);
  },
  '日子过了的、公司的人来做的，答应不了；等批准等过了日子，退回改': async (s) => {
    await collected(s, 3);
    const head = s.head('周敏');
    expect(await refusal(head.writesLetter([['多扫一遍', '罗芳', '2026-06-11']]))).toBe('request/invalid');
    expect(await refusal(head.writesLetter([['多扫一遍', '彭浩', '2026-06-30']]))).toBe('request/invalid');
    await head.writesLetter([['多扫一遍', '罗芳', '2026-06-13']]);
    s.at('2026-06-14 09:00');
    expect(await refusal(s.person('彭浩').decidesLetter('approved'))).toBe('letters/stale');
    await s.person('彭浩').decidesLetter('returned', '日子过了');
    expect(await s.head('周敏').readsLetter()).toMatchObject({ stand: 'returned' });
  },
  '信里答应的，从贴出起就欠着住户，到那天为止': async (s) => {
    await posted(s);
    expect(await s.letterOwed()).toEqual([
      ['decided', '2026-06-15 00:00', 'kept'],
      ['deed_done', '2026-07-01 00:00', 'open'],
    ]);
    s.at('2026-07-01 00:01');
    expect(await s.resident('王秀兰').readsLetter()).toMatchObject({ deeds: [[LIGHTS[0], 'late']] });
  },
});

manual('手册 S6 公开信贴出以后五天内交品质管理部', {
  '要写信的，信贴出去才能交，从贴出算五天（S5）': async (s) => {
    await collected(s, 3);
    await s.head('周敏').analysesSurvey('楼道打扫最差');
    expect(await promise(s, 'survey_sent_up')).toBeUndefined();
    expect(await refusal(s.head('周敏').sendsSurveyUp())).toBe('ticket/action-refused');
    await s.head('周敏').writesLetter([LIGHTS]);
    s.at('2026-06-13 09:00');
    await s.person('彭浩').decidesLetter('approved');
    expect(await promise(s, 'survey_sent_up')).toEqual(['survey_sent_up', '2026-06-19 00:00', 'open']);
    await s.head('周敏').sendsSurveyUp();
  },
});

manual('手册 S7 公开信里答应的做了没有，品质管理部问住户，问到满意为止', {
  '做好了，品质管理部十四天内问；做的人和小区自己不能说好了': async (s) => {
    await posted(s);
    s.at('2026-06-20 09:00');
    expect(await refusal(s.person('吴桐').asksAboutDeed(1, { asked: 3 }))).toBe('ticket/action-refused');
    expect(await refusal(s.technician('赵建国').doesDeed(1))).toBe('seen/not-found');
    await s.person('罗芳').doesDeed(1);
    expect((await s.letterOwed()).slice(1)).toEqual([
      ['deed_done', '2026-07-01 00:00', 'kept'],
      ['deed_verified', '2026-07-05 00:00', 'open'],
    ]);
    expect(await refusal(s.head('郑涛').asksAboutDeed(1, { asked: 3 }))).toBe('ticket/not-yours');
    await s.person('吴桐').asksAboutDeed(1, { asked: 3 });
    expect(await s.resident('王秀兰').readsLetter()).toEqual({ stand: 'posted', kept: 1, deeds: [[LIGHTS[0], 'kept']] });
  },
  '还有住户不满意，另定日子再做，做好再问，直到满意（Z11）': async (s) => {
    await posted(s);
    s.at('2026-06-20 09:00');
    await s.person('罗芳').doesDeed(1);
    expect(await refusal(s.person('吴桐').asksAboutDeed(1, { asked: 3, unhappy: 4, answerBy: '2026-07-10 18:00' }))).toBe('request/invalid');
    await s.person('吴桐').asksAboutDeed(1, { asked: 3, unhappy: 1, answerBy: '2026-07-10 18:00' });
    expect(await s.resident('王秀兰').readsLetter()).toMatchObject({ kept: 0, deeds: [[LIGHTS[0], 'doing']] });
    s.at('2026-07-08 09:00');
    await s.person('罗芳').doesDeed(1);
    expect((await s.letterOwed()).slice(1)).toEqual([
      ['deed_done', '2026-07-01 00:00', 'kept'],
      ['deed_verified', '2026-07-05 00:00', 'kept'],
      ['deed_done', '2026-07-10 18:00', 'kept'],
      ['deed_verified', '2026-07-23 00:00', 'open'],
    ]);
    await s.person('吴桐').asksAboutDeed(1, { asked: 5 });
    expect(await s.resident('王秀兰').readsLetter()).toMatchObject({ kept: 1 });
  },
  '公司定成七天问；人不在了换个人做，日子不变': async (s) => {
    await s.sets('WT', 'deedVerifyDays', 7);
    await posted(s);
    s.at('2026-06-20 09:00');
    await s.head('郑涛').handsDeedOn(1, '赵建国');
    expect(await refusal(s.head('郑涛').handsDeedOn(1, '吴桐'))).toBe('request/invalid');
    await s.technician('赵建国').doesDeed(1);
    expect((await s.letterOwed()).slice(-1)).toEqual([['deed_verified', '2026-06-28 00:00', 'open']]);
  },
});

manual('手册 S5 没到要写公开信的，也可以写；写了一次，不再欠', {
  '先贴了信再写分析，分析里说严重，也不再欠一封；交上去以后贴的，不再欠交一次（S6）': async (s) => {
    await collected(s, 0);
    await s.head('周敏').writesLetter([LIGHTS]);
    await s.person('彭浩').decidesLetter('approved');
    await s.head('周敏').analysesSurvey('有人说消防门锁死了', true);
    expect(await promise(s, 'survey_lettered')).toBeUndefined();
    expect(await promise(s, 'survey_sent_up')).toEqual(['survey_sent_up', '2026-06-18 00:00', 'open']);
    await s.head('周敏').sendsSurveyUp();
    expect((await s.survey())!.promises.filter(([what]) => what === 'survey_sent_up')).toHaveLength(1);
  },
  '交上去了才贴的信，不另外再欠交一次（S6）': async (s) => {
    await collected(s, 0);
    await s.head('周敏').analysesSurvey('没有人不满意');
    await s.head('周敏').sendsSurveyUp();
    await s.head('周敏').writesLetter([LIGHTS]);
    await s.person('彭浩').decidesLetter('approved');
    expect((await s.survey())!.promises.filter(([what]) => what === 'survey_sent_up')).toEqual([['survey_sent_up', '2026-06-18 00:00', 'kept']]);
  },
});
