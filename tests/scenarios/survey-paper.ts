import { expect } from '@jest/globals';
import { manual, refusal, type Story } from '../support/story.ts';

/** 梧桐里's survey of June has come, and is sent out. */
async function out(s: Story, coverage: 'census' | 'sample' = 'census'): Promise<void> {
  s.at('2026-05-04 10:00');
  await s.head('周敏').names('suggestion_box', '何静');
  s.at('2026-06-01 09:00');
  await s.looksAfterSurveys();
  await s.head('周敏').issuesSurvey(coverage);
}

const GOOD = { buildings: 5, environment: 4 };
const WANG = '3栋2单元502';

/** So many more homes than those that have answered are ticked. */
async function ticksMore(s: Story, many: number, but: readonly string[] = []): Promise<void> {
  const homes = (await s.askedHomes()).filter((home) => !but.includes(home)).slice(0, many);
  for (const home of homes) await s.agent('林晓芸').ticksSheetOf(home);
}

manual('手册 S3 纸上、电话里答的，一人勾户，一人录入', {
  '勾了就算交回一户；录入的只有答了什么；两样不能是同一个人，录入的不比勾的多': async (s) => {
    await out(s);
    expect(await refusal(s.agent('何静').typesSheet(GOOD))).toBe('surveys/none-left');
    expect(await s.agent('林晓芸').ticksSheetOf(WANG)).toMatchObject({ already: false });
    expect(await s.survey()).toMatchObject({ returned: 1 });
    expect(await refusal(s.agent('林晓芸').typesSheet(GOOD))).toBe('surveys/two-people');
    await ticksMore(s, 4, [WANG]);
    for (let sheet = 0; sheet < 5; sheet += 1) await s.agent('何静').typesSheet(GOOD);
    expect(await refusal(s.agent('何静').typesSheet(GOOD))).toBe('surveys/none-left');
    const other = (await s.askedHomes()).filter((home) => home !== WANG)[4]!;
    expect(await refusal(s.agent('何静').ticksSheetOf(other))).toBe('surveys/two-people');
    expect(await s.surveySheets()).toEqual({ ticked: 5, typed: 5 });
  },
  '没截止以前，勾够五户才录入这五份，再多的等下一批；截止以后剩下的都能录入': async (s) => {
    await out(s);
    await ticksMore(s, 4);
    expect(await refusal(s.agent('何静').typesSheet(GOOD))).toBe('surveys/too-few-ticked');
    await ticksMore(s, 6);
    for (let sheet = 0; sheet < 5; sheet += 1) await s.agent('何静').typesSheet(GOOD);
    expect(await refusal(s.agent('何静').typesSheet(GOOD))).toBe('surveys/too-few-ticked');
    s.at('2026-06-12 00:00');
    await s.looksAfterSurveys();
    await s.agent('何静').typesSheet(GOOD);
    expect(await s.surveySheets()).toEqual({ ticked: 6, typed: 6 });
  },
  '一户一份：手机上答过的勾了不再算，纸表勾了的手机上不再算；工程部的人勾不了': async (s) => {
    await out(s);
    await s.resident('王秀兰').answersSurvey(GOOD);
    expect(await s.agent('林晓芸').ticksSheetOf(WANG)).toMatchObject({ already: true });
    const others = (await s.askedHomes()).filter((home) => home !== WANG);
    for (const home of others) await s.agent('林晓芸').ticksSheetOf(home);
    expect(await s.resident('方国栋').answersSurvey(GOOD)).toMatchObject({ already: true });
    expect(await s.survey()).toMatchObject({ returned: others.length + 1 });
    expect(await refusal(s.head('陈立').ticksSheetOf(WANG))).toBe('ticket/not-yours');
  },
  '勾错了，勾的人当天取消，住户还能自己答；过了这一天不行，这一批录入了也不行': async (s) => {
    await out(s);
    await s.agent('林晓芸').ticksSheetOf(WANG);
    expect(await refusal(s.head('周敏').takesTickBackOf(WANG))).toBe('surveys/not-your-tick');
    await s.agent('林晓芸').takesTickBackOf(WANG);
    expect(await s.survey()).toMatchObject({ returned: 0 });
    expect(await s.resident('王秀兰').answersSurvey(GOOD)).toMatchObject({ already: false });
    const others = (await s.askedHomes()).filter((home) => home !== WANG);
    await ticksMore(s, 5, [WANG]);
    await s.agent('何静').typesSheet(GOOD);
    expect(await refusal(s.agent('林晓芸').takesTickBackOf(others[0]!))).toBe('surveys/tick-stays');
    s.at('2026-06-01 23:59');
    await s.agent('林晓芸').ticksSheetOf(others[5]!);
    s.at('2026-06-02 00:00');
    expect(await refusal(s.agent('林晓芸').takesTickBackOf(others[5]!))).toBe('surveys/tick-stays');
  },
  '截止以后不再勾；勾过的还能录入，写了分析就不能了': async (s) => {
    await out(s);
    for (const home of await s.askedHomes()) await s.agent('林晓芸').ticksSheetOf(home);
    await s.agent('何静').typesSheet(GOOD);
    s.at('2026-06-12 00:00');
    expect(await refusal(s.agent('林晓芸').ticksSheetOf(WANG))).toBe('surveys/closed');
    await s.looksAfterSurveys();
    expect(await refusal(s.agent('林晓芸').ticksSheetOf(WANG))).toBe('ticket/action-refused');
    await s.agent('何静').typesSheet(GOOD);
    await s.head('周敏').analysesSurvey('先换灯');
    expect(await refusal(s.agent('何静').typesSheet(GOOD))).toBe('ticket/action-refused');
    expect(await s.surveySheets()).toEqual({ ticked: 7, typed: 2 });
  },
});

manual('手册 Z5 抽到的户，空着、搬走了才换', {
  '换成次序里的下一户：问的还是那么多户，换走的不再问，也不换回来': async (s) => {
    await out(s, 'sample');
    const before = await s.askedHomes();
    const instead = await s.agent('林晓芸').replacesHome(before[0]!, 'vacant');
    expect(before).not.toContain(instead);
    expect((await s.askedHomes()).sort()).toEqual([instead, ...before.slice(1)].sort());
    expect(await s.survey()).toMatchObject({ issued: 2 });
    expect(await refusal(s.agent('林晓芸').replacesHome(before[0]!, 'moved'))).toBe('seen/not-found');
    const third = await s.head('周敏').replacesHome(instead, 'moved');
    expect([before[0], instead]).not.toContain(third);
  },
  '交了的不换；全部住户都问的没有换；截止了不换': async (s) => {
    await out(s, 'sample');
    const [first, second] = (await s.askedHomes()) as [string, string];
    await s.agent('林晓芸').ticksSheetOf(first);
    expect(await refusal(s.agent('林晓芸').replacesHome(first, 'moved'))).toBe('surveys/counted');
    expect(await refusal(s.head('陈立').replacesHome(second, 'moved'))).toBe('ticket/not-yours');
    s.at('2026-06-12 00:00');
    expect(await refusal(s.agent('林晓芸').replacesHome(second, 'vacant'))).toBe('surveys/closed');
  },
  '全部住户都问的，没有可换的': async (s) => {
    await out(s);
    expect(await refusal(s.agent('林晓芸').replacesHome(WANG, 'vacant'))).toBe('ticket/action-refused');
  },
});
