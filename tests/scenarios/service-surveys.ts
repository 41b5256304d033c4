import { expect } from '@jest/globals';
import type { Doer } from '../support/service-deeds.ts';
import { BY_TWO, CLEANING, HELPERS, uses } from '../support/service-uses.ts';
import { manual, refusal, type Story } from '../support/story.ts';

const HOUSEHOLDS = BY_TWO.map(([name]) => name);
const OUTSIDE: Doer = { provider: CLEANING };
const OWN: Doer = { technician: '赵建国' };
const GOOD = { service_on_time: 5, service_quality: 4, service_attitude: 5, service_price: 4, service_again: 'yes' };

/** 梧桐里 runs by the manual since May. */
async function began(s: Story): Promise<void> {
  s.at('2026-05-04 10:00');
  await s.head('周敏').names('suggestion_box', '何静');
}

/** Some homes had one done by whoever; the survey of June goes to them. */
async function goesOut(s: Story, homes: readonly (readonly [string, Doer])[]): Promise<void> {
  await began(s);
  for (const [name, who] of homes) await uses(s, name, who);
  s.at('2026-06-01 09:00');
  await s.looksAfterSurveys();
  await s.person('吴桐').issuesSpot('special');
}

/** Everybody it went to is called, and it is over. */
async function isOver(s: Story, names: readonly string[]): Promise<void> {
  for (const name of names) await s.person('吴桐').phones(name, GOOD, 'special');
  s.at('2026-06-12 08:00');
  await s.looksAfterSurveys();
}

const promise = async (s: Story, what: string) => (await s.survey('special'))!.promises.find(([one]) => one === what);
const toTell = async (s: Story) => (await s.person('吴桐').providersToTell()).sort(([a], [b]) => a.localeCompare(b));

manual('手册 S10 用过特约服务的住户，每季打电话问；结果及时告诉服务方', {
  '三、六、九、十二月一号，有人用过的小区一份；没有人用过的不开': async (s) => {
    await began(s);
    await uses(s, '王秀兰', OUTSIDE, '2026-05-31');
    await s.looksAfterSurveys();
    expect(await s.survey('special')).toBeNull();
    s.at('2026-06-01 00:00');
    await s.looksAfterSurveys();
    await s.looksAfterSurveys();
    expect(await s.survey('special')).toMatchObject({ month: '2026-06', status: 'given' });
    expect(await promise(s, 'survey_issued')).toEqual(['survey_issued', '2026-06-05 00:00', 'open']);
    s.at('2026-09-01 09:00');
    await s.looksAfterSurveys();
    expect(await s.survey('special')).toMatchObject({ month: '2026-06' });
    // Done in September is asked about in December.
    await uses(s, '王秀兰', OUTSIDE, '2026-09-01');
    await s.looksAfterSurveys();
    expect(await s.survey('special')).toMatchObject({ month: '2026-06' });
    s.at('2026-12-01 09:00');
    await s.looksAfterSurveys();
    expect(await s.survey('special')).toMatchObject({ month: '2026-12' });
  },
  '三个月以前做好的，上一季问过了，不再问': async (s) => {
    await began(s);
    await uses(s, '王秀兰', OUTSIDE, '2026-05-31');
    await uses(s, '陈一鸣', OUTSIDE, '2026-06-01');
    s.at('2026-09-01 09:00');
    await s.looksAfterSurveys();
    await s.person('吴桐').issuesSpot('special');
    expect(await s.survey('special')).toMatchObject({ homes: 1, issued: 1 });
    expect(await s.resident('陈一鸣').answers('special', { service_quality: 4 })).toMatchObject({ already: false });
    expect(await refusal(s.resident('王秀兰').answers('special', { service_quality: 4 }))).toBe('seen/not-found');
  },
  '只问用过的，品质管理部抽，小区的人抽不了、问不了；公司定抽五户，就是五户': async (s) => {
    await began(s);
    for (const [name, who] of BY_TWO) await uses(s, name, who);
    s.at('2026-06-01 09:00');
    await s.looksAfterSurveys();
    await s.sets('WT', 'serviceHomes', 5);
    expect(await refusal(s.head('周敏').issuesSpot('special'))).toBe('ticket/not-yours');
    expect(await refusal(s.head('郑涛').issuesSpot('special'))).toBe('ticket/action-refused');
    await s.person('吴桐').issuesSpot('special');
    expect(await s.survey('special')).toMatchObject({ homes: 6, issued: 5 });
    expect(await s.person('吴桐').homesToCall('special')).toHaveLength(5);
    expect(await toTell(s)).toEqual([
      [CLEANING, null],
      [HELPERS, null],
    ]);
    expect(await refusal(s.head('周敏').phones('王秀兰', GOOD, 'special'))).toBe('surveys/company-only');
    expect(await refusal(s.person('吴桐').phones('何静', GOOD, 'special'))).toBe('seen/not-found');
  },
  '公布以后七天内一家一家告诉，都告诉了才办完；告诉过的不再告诉，小区的人不告诉': async (s) => {
    await goesOut(s, BY_TWO);
    await isOver(s, HOUSEHOLDS);
    expect(await s.survey('special')).toMatchObject({ status: 'returned', returned: 6, below: false });
    expect(await refusal(s.person('吴桐').tellsProvider(CLEANING, 'phone', '还没公布'))).toBe('ticket/action-refused');
    await s.person('程颖').concludesSpot('都说准时；请上门前先打电话', 'special');
    expect(await s.survey('special')).toMatchObject({ status: 'returned' });
    expect(await promise(s, 'survey_told')).toEqual(['survey_told', '2026-06-20 00:00', 'open']);
    expect(await refusal(s.head('周敏').tellsProvider(CLEANING, 'phone', '我们来说'))).toBe('ticket/not-yours');
    await s.person('吴桐').tellsProvider(CLEANING, 'phone', '答应上门前先打电话');
    expect(await toTell(s)).toEqual([
      [CLEANING, 'phone'],
      [HELPERS, null],
    ]);
    expect(await refusal(s.person('程颖').tellsProvider(CLEANING, 'letter', '再说一次'))).toBe('ticket/action-refused');
    expect(await refusal(s.person('程颖').tellsProvider('别的一家', 'letter', '没有做过'))).toBe('request/invalid');
    expect(await s.survey('special')).toMatchObject({ status: 'returned' });
    s.at('2026-06-20 00:00');
    await s.person('程颖').tellsProvider(HELPERS, 'meeting', '都听了');
    expect(await s.survey('special')).toMatchObject({ status: 'closed' });
    expect((await promise(s, 'survey_told'))![2]).toBe('kept');
  },
  '过了七天还有一家没告诉，记超时': async (s) => {
    await goesOut(s, BY_TWO);
    await isOver(s, HOUSEHOLDS);
    await s.person('吴桐').concludesSpot('都说准时', 'special');
    await s.person('吴桐').tellsProvider(HELPERS, 'letter', '寄了一封信');
    s.at('2026-06-20 00:01');
    await s.looksAfterSurveys();
    expect((await promise(s, 'survey_told'))![2]).toBe('missed');
  },
  '都是本小区的人做的，写了分析就办完': async (s) => {
    await goesOut(
      s,
      HOUSEHOLDS.map((name) => [name, OWN]),
    );
    await isOver(s, HOUSEHOLDS);
    await s.person('吴桐').concludesSpot('都说好', 'special');
    expect(await s.survey('special')).toMatchObject({ status: 'closed' });
    expect(await toTell(s)).toEqual([]);
    expect(await promise(s, 'survey_told')).toBeUndefined();
  },
  '答的太少，没有能给服务方看的，写了分析就办完，不告诉': async (s) => {
    await goesOut(s, BY_TWO.slice(0, 4));
    await isOver(s, HOUSEHOLDS.slice(0, 4));
    expect(await s.survey('special')).toMatchObject({ status: 'returned', returned: 4 });
    await s.person('吴桐').concludesSpot('四户都说好', 'special');
    expect(await s.survey('special')).toMatchObject({ status: 'closed' });
    expect(await refusal(s.person('吴桐').tellsProvider(CLEANING, 'phone', '说不了'))).toBe('ticket/action-refused');
  },
});
