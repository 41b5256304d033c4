import { expect } from '@jest/globals';
import { manual, refusal, type Story } from '../support/story.ts';

const GOOD = { buildings: 5, environment: 4 };

/** The survey of June is out to every home of 梧桐里 since the first, and runs until the eleventh is over. */
async function out(s: Story): Promise<void> {
  s.at('2026-05-04 10:00');
  await s.head('周敏').names('suggestion_box', '何静');
  s.at('2026-06-01 09:00');
  await s.looksAfterSurveys();
  await s.head('周敏').issuesSurvey('census');
}

const visitOf = async (s: Story, ticket: { id: string; number: string }) =>
  (await s.promises(ticket)).filter(({ what }) => what === 'survey_visit').map(({ clause, dueBy, outcome }) => [clause, dueBy, outcome]);

/** Somebody answers, and then asks to be contacted. */
async function asks(s: Story, name: string, kind: 'suggestion' | 'enquiry' | 'complaint' = 'suggestion', about = {}) {
  await s.resident(name).answersSurvey(GOOD);
  return s.resident(name).asksContact(kind, about);
}

manual('手册 S1 调查发出来，发到的住户都知道', {
  '发到的每一户收到一条消息，只说一次；没发到的不收': async (s) => {
    await out(s);
    for (const name of ['王秀兰', '李德明', '吴晓雯']) expect(await s.resident(name).heardOfSurveys()).toEqual(['issued']);
    expect(await s.resident('许若琳').heardOfSurveys()).toEqual([]);
    await s.looksAfterSurveys();
    expect(await s.resident('王秀兰').heardOfSurveys()).toEqual(['issued']);
  },
});

manual('手册 S3 截止前三天提醒没答的，只提醒一次', {
  '答过的不提醒；没答的一次；延了再一次，时钟看几遍都一样': async (s) => {
    await out(s);
    await s.resident('王秀兰').answersSurvey(GOOD);
    s.at('2026-06-08 23:59');
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ reminded: null });
    s.at('2026-06-09 00:00');
    await s.looksAfterSurveys();
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ reminded: 6 });
    expect(await s.resident('吴晓雯').heardOfSurveys()).toEqual(['issued', 'reminded']);
    for (const name of ['王秀兰', '李德明']) expect(await s.resident(name).heardOfSurveys()).toEqual(['issued']);
    await s.resident('吴晓雯').answersSurvey(GOOD);
    s.at('2026-06-12 00:01');
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ closesAt: '2026-06-17 00:00', reminded: 6 });
    s.at('2026-06-14 00:00');
    await s.looksAfterSurveys();
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ reminded: 5 });
    expect(await s.resident('吴晓雯').heardOfSurveys()).toEqual(['issued', 'reminded']);
    expect(await s.resident('马建军').heardOfSurveys()).toEqual(['issued', 'reminded', 'reminded']);
  },
  公司定提前五天提醒: async (s) => {
    await s.sets('WT', 'surveyRemindDays', 5);
    await out(s);
    s.at('2026-06-07 00:00');
    await s.looksAfterSurveys();
    expect(await s.survey()).toMatchObject({ reminded: 7 });
  },
});

manual('手册 V6 答完调查请我们联系的，一周内逐户回访，重要客户登门', {
  '七天内客服回访，打电话、上门都行；记下住户怎么说就做到了': async (s) => {
    await out(s);
    const ticket = await asks(s, '王秀兰');
    expect(await visitOf(s, ticket)).toEqual([['V6', '2026-06-09 00:00', 'open']]);
    expect(await refusal(s.agent('林晓芸').visits(ticket, '', ''))).toBe('request/invalid');
    expect(await refusal(s.resident('王秀兰').visits(ticket, '我自己记', ''))).toBe('ticket/not-yours');
    s.at('2026-06-03 15:00');
    await s.agent('林晓芸').visits(ticket, '说楼道的灯一直不亮，想换声控的', '');
    expect(await visitOf(s, ticket)).toEqual([['V6', '2026-06-09 00:00', 'kept']]);
    expect(await refusal(s.agent('林晓芸').visits(ticket, '再问一次', ''))).toBe('ticket/action-refused');
  },
  '过了七天没去，算超时': async (s) => {
    await out(s);
    const ticket = await asks(s, '王秀兰', 'enquiry');
    s.at('2026-06-09 00:01');
    expect(await visitOf(s, ticket)).toEqual([['V6', '2026-06-09 00:00', 'missed']]);
  },
  公司定三天内: async (s) => {
    await out(s);
    await s.sets('WT', 'surveyVisitDays', 3);
    expect(await visitOf(s, await asks(s, '王秀兰'))).toEqual([['V6', '2026-06-05 00:00', 'open']]);
  },
  '重要客户由主任登门，客服记不了，打电话不算': async (s) => {
    await out(s);
    const ticket = await asks(s, '方国栋');
    expect(await refusal(s.agent('林晓芸').visits(ticket, '电话里说了', ''))).toBe('ticket/action-refused');
    expect(await refusal(s.head('郑涛').visits(ticket, '电话里说了', ''))).toBe('request/invalid');
    s.at('2026-06-04 10:00');
    await s.head('郑涛').visits(ticket, '当面说了车位的事', '', {}, 'face_to_face');
    expect(await visitOf(s, ticket)).toEqual([['V6', '2026-06-09 00:00', 'kept']]);
  },
  '投诉主任的，小区看不到，由品质管理部回访': async (s) => {
    await out(s);
    const ticket = await asks(s, '周文静', 'complaint', { against: ['director'] });
    expect(await refusal(s.head('郑涛').visits(ticket, '我来问', ''))).toBe('seen/not-found');
    expect(await refusal(s.agent('林晓芸').visits(ticket, '我来问', ''))).toBe('seen/not-found');
    await s.person('吴桐').visits(ticket, '说主任答应的事没做', '');
    expect(await visitOf(s, ticket)).toEqual([['V6', '2026-06-09 00:00', 'kept']]);
  },
  '办完以前打了服务中心的回访，就不再打一次': async (s) => {
    await out(s);
    const ticket = await asks(s, '王秀兰', 'enquiry');
    await s.agent('林晓芸').replies(ticket);
    s.at('2026-06-02 10:00');
    await s.agent('林晓芸').returns(ticket, '说清楚了', '');
    expect(await visitOf(s, ticket)).toEqual([['V6', '2026-06-09 00:00', 'kept']]);
    expect(await refusal(s.agent('何静').visits(ticket, '再问一次', ''))).toBe('ticket/action-refused');
  },
  '改成投诉主任的，换品质管理部回访，天数照旧从收到算': async (s) => {
    await out(s);
    const ticket = await asks(s, '周文静');
    s.at('2026-06-03 10:00');
    await s.agent('林晓芸').turnsIntoComplaint(ticket, { against: ['director'] });
    expect(await visitOf(s, ticket)).toEqual([
      ['V6', '2026-06-09 00:00', 'withdrawn'],
      ['V6', '2026-06-09 00:00', 'open'],
    ]);
    await s.person('吴桐').visits(ticket, '说主任答应的事没做', '');
    expect((await visitOf(s, ticket)).map(([, , outcome]) => outcome)).toEqual(['withdrawn', 'kept']);
  },
  '打不通的，照回访的规矩：几次、分几天，才算联系不上': async (s) => {
    await out(s);
    const ticket = await asks(s, '王秀兰');
    await s.agent('林晓芸').tries(ticket, 'survey_visit');
    expect(await refusal(s.agent('林晓芸').endsVisit(ticket, 'survey_visit'))).toBe('visits/too-few-tries');
    s.at('2026-06-02 10:00');
    await s.agent('林晓芸').tries(ticket, 'survey_visit');
    s.at('2026-06-02 15:00');
    await s.agent('林晓芸').tries(ticket, 'survey_visit');
    await s.agent('林晓芸').endsVisit(ticket, 'survey_visit');
    expect(await visitOf(s, ticket)).toEqual([['V6', '2026-06-09 00:00', 'withdrawn']]);
    expect(await refusal(s.agent('林晓芸').visits(ticket, '后来接了', ''))).toBe('ticket/action-refused');
  },
});

manual('手册 Z16 请我们联系是另外一件，和答卷不连在一起', {
  '先答完才能请；一户一件没办完的，家里第二个人请不了；办完了可以再请': async (s) => {
    await out(s);
    expect(await refusal(s.resident('王秀兰').asksContact('suggestion'))).toBe('surveys/not-answered');
    const ticket = await asks(s, '王秀兰', 'enquiry');
    expect(await refusal(s.resident('王秀兰').asksContact('complaint'))).toBe('surveys/contact-asked');
    expect(await refusal(s.resident('李德明').asksContact('enquiry'))).toBe('surveys/contact-asked');
    expect(await refusal(s.resident('许若琳').asksContact('enquiry'))).toBe('seen/not-found');
    await s.agent('林晓芸').replies(ticket);
    await s.resident('王秀兰').confirms(ticket, 5);
    await s.resident('李德明').asksContact('suggestion');
  },
  '投诉是自己的事：家里别人不知道有，照样可以请': async (s) => {
    await out(s);
    await asks(s, '王秀兰', 'complaint');
    await s.resident('李德明').asksContact('suggestion');
  },
  '截止了就请不了，有话照平常说': async (s) => {
    await out(s);
    await s.resident('王秀兰').answersSurvey(GOOD);
    s.at('2026-06-12 00:00');
    expect(await refusal(s.resident('王秀兰').asksContact('suggestion'))).toBe('surveys/closed');
  },
});
