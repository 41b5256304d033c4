import { expect } from '@jest/globals';
import { manual, refusal, type Story } from '../support/story.ts';

/** 梧桐里 runs by the manual since May; its survey of June has come. */
async function june(s: Story, at = '2026-06-01 09:00'): Promise<void> {
  s.at('2026-05-04 10:00');
  await s.head('周敏').names('suggestion_box', '何静');
  s.at(at);
  await s.looksAfterSurveys();
}

const promise = async (s: Story, what: string) => (await s.survey())!.promises.find(([one]) => one === what);
const GOOD = { buildings: 5, environment: 4 };
const HOUSEHOLDS = ['王秀兰', '陈一鸣', '吴晓雯', '方国栋', '周文静', '马建军', '何静'] as const;

manual('手册 S1 六月和十一月各问一次全体住户', {
  '六月一号到小区，一次只开一份；十一月再一次；月中才开始的小区，从下一次起': async (s) => {
    await june(s, '2026-05-31 23:59');
    expect(await s.survey()).toBeNull();
    s.at('2026-06-01 00:00');
    await s.looksAfterSurveys();
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ month: '2026-06', status: 'given' });
    s.at('2026-07-15 09:00');
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ month: '2026-06' });
    s.at('2026-11-02 09:00');
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ month: '2026-11', status: 'given' });
  },
  '六月里才开始照手册办的小区，六月不欠': async (s) => {
    s.at('2026-06-02 10:00');
    await s.head('周敏').names('suggestion_box', '何静');
    await s.looksAfterSurveys();
    expect(await s.survey()).toBeNull();
  },
  '一户一份：家里谁答都行，第二个人答的不再算；别的小区的人答不到': async (s) => {
    await june(s);
    await s.head('周敏').issuesSurvey('census');
    expect(await s.resident('王秀兰').answersSurvey(GOOD)).toMatchObject({ already: false });
    expect(await s.resident('李德明').answersSurvey({ buildings: 1 })).toMatchObject({ already: true });
    expect(await refusal(s.resident('许若琳').answersSurvey(GOOD))).toBe('seen/not-found');
    expect(await s.survey()).toMatchObject({ issued: HOUSEHOLDS.length, returned: 1 });
  },
});

manual('手册 S2 三天内发出去，全发，或者抽一部分', {
  '到小区以后三天，客服自己发不了，负责人和主任发': async (s) => {
    await june(s);
    expect(await promise(s, 'survey_issued')).toEqual(['survey_issued', '2026-06-05 00:00', 'open']);
    expect(await refusal(s.agent('林晓芸').issuesSurvey('census'))).toBe('ticket/not-yours');
    await s.head('郑涛').issuesSurvey('census');
    expect(await promise(s, 'survey_issued')).toEqual(['survey_issued', '2026-06-05 00:00', 'kept']);
    expect(await refusal(s.head('周敏').issuesSurvey('census'))).toBe('ticket/action-refused');
  },
  '住了五年以上的小区抽一成五，往上取整；没抽到的不用答': async (s) => {
    await june(s);
    await s.head('周敏').issuesSurvey('sample');
    expect(await s.survey()).toMatchObject({ homes: 7, issued: 2 });
    const outcomes = await Promise.all(
      HOUSEHOLDS.map((name) =>
        s
          .resident(name)
          .answersSurvey(GOOD)
          .then(
            () => 'asked',
            () => 'not',
          ),
      ),
    );
    expect(outcomes.filter((one) => one === 'asked')).toHaveLength(2);
  },
  '公司可以定得更严，不能更松：抽一半': async (s) => {
    await june(s);
    await s.sets('WT', 'surveyOldPercent', 50);
    await s.head('周敏').issuesSurvey('sample');
    expect(await s.survey()).toMatchObject({ issued: 4 });
  },
  '定成二十年才算住得久，就抽三成': async (s) => {
    await june(s);
    await s.sets('WT', 'surveyOldYears', 20);
    await s.head('周敏').issuesSurvey('sample');
    expect(await s.survey()).toMatchObject({ issued: 3 });
  },
});

manual('手册 S3 十天内收回，至少收回七成半', {
  '收够了，到期就截止；没到期谁也截不了': async (s) => {
    await june(s);
    await s.head('周敏').issuesSurvey('census');
    expect((await s.survey())!.closesAt).toBe('2026-06-12 00:00');
    for (const name of HOUSEHOLDS.slice(0, 6)) await s.resident(name).answersSurvey(GOOD);
    s.at('2026-06-11 23:59');
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ status: 'taken' });
    s.at('2026-06-12 00:09');
    expect(await refusal(s.resident('何静').answersSurvey(GOOD))).toBe('surveys/closed');
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ status: 'returned', returned: 6, below: false });
    expect(await promise(s, 'survey_collected')).toEqual(['survey_collected', '2026-06-12 00:00', 'kept']);
    expect(await s.head('周敏').heardOfSurveys()).toEqual(['given', 'warned', 'collected']);
  },
  '没收够，延五天，只延一次；还不够就照实算，写明没到要求（Z5）': async (s) => {
    await june(s);
    await s.head('周敏').issuesSurvey('census');
    for (const name of HOUSEHOLDS.slice(0, 5)) await s.resident(name).answersSurvey(GOOD);
    s.at('2026-06-12 00:01');
    await s.looksAfterSurveys();
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ status: 'taken', closesAt: '2026-06-17 00:00' });
    expect(await promise(s, 'survey_collected')).toEqual(['survey_collected', '2026-06-12 00:00', 'missed']);
    s.at('2026-06-17 00:00');
    await s.looksAfterSurveys();
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ status: 'returned', returned: 5, below: true });
  },
  '公司定收回八天、延三天、收回八成六': async (s) => {
    await june(s);
    await s.sets('WT', 'surveyCollectDays', 8);
    await s.sets('WT', 'surveyExtendDays', 3);
    await s.sets('WT', 'surveyReturnPercent', 86);
    await s.head('周敏').issuesSurvey('census');
    expect((await s.survey())!.closesAt).toBe('2026-06-10 00:00');
    for (const name of HOUSEHOLDS.slice(0, 6)) await s.resident(name).answersSurvey(GOOD);
    s.at('2026-06-10 00:00');
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ status: 'taken', closesAt: '2026-06-13 00:00' });
  },
});

/** Everybody has answered, and the survey is closed. */
async function collected(s: Story): Promise<void> {
  await june(s);
  await s.head('周敏').issuesSurvey('census');
  for (const name of HOUSEHOLDS.slice(0, 4)) await s.resident(name).answersSurvey(GOOD);
  await s.resident('周文静').answersSurvey({ buildings: 2, environment: 1 });
  await s.resident('马建军').answersSurvey({ buildings: 3 });
  expect(await refusal(s.head('周敏').readsResults())).toBe('surveys/not-yet');
  s.at('2026-06-12 08:00');
  await s.looksAfterSurveys();
}

manual('手册 S4 收回以后三天内统计分析', {
  '截止了同事才看得到结果；写好分析，住户也看得到；满意的除以答了的': async (s) => {
    await collected(s);
    expect(await promise(s, 'survey_analysed')).toEqual(['survey_analysed', '2026-06-16 00:00', 'open']);
    expect(await s.head('周敏').readsResults()).toBe(72.7);
    expect(await refusal(s.resident('王秀兰').readsResults())).toBe('surveys/not-yet');
    expect(await refusal(s.agent('林晓芸').analysesSurvey('我来写'))).toBe('ticket/not-yours');
    await s.head('周敏').analysesSurvey('楼道打扫最差，加一遍');
    expect(await s.resident('王秀兰').readsResults()).toBe(72.7);
    expect(await promise(s, 'survey_analysed')).toEqual(['survey_analysed', '2026-06-16 00:00', 'kept']);
    expect(await refusal(s.head('郑涛').analysesSurvey('再写一遍'))).toBe('ticket/action-refused');
  },
});

manual('手册 S6 五天内交品质管理部，管理者代表评审', {
  '先写分析才能交；评审过了才办完': async (s) => {
    await collected(s);
    expect(await refusal(s.head('周敏').sendsSurveyUp())).toBe('ticket/action-refused');
    await s.head('周敏').analysesSurvey('楼道打扫最差，加一遍');
    expect(await promise(s, 'survey_sent_up')).toEqual(['survey_sent_up', '2026-06-18 00:00', 'open']);
    expect(await refusal(s.person('彭浩').reviewsSurvey('看过'))).toBe('ticket/action-refused');
    s.at('2026-06-14 08:00');
    await s.head('郑涛').sendsSurveyUp();
    expect(await promise(s, 'survey_reviewed')).toEqual(['survey_reviewed', '2026-06-20 00:00', 'open']);
    expect(await refusal(s.head('郑涛').reviewsSurvey('我来看'))).toBe('ticket/not-yours');
    await s.person('彭浩').reviewsSurvey('照这个做');
    expect(await s.survey()).toMatchObject({ status: 'closed' });
  },
});
