import { type Flow, newestTicket, STAFF_TICKET } from '../walk.ts';

const reported = async (stage: Parameters<Flow['walk']>[0]) => {
  const resident = await stage.enter('周文静');
  await resident.opens('/tickets/speak/index');
  await resident.write('speak-words', '建议楼下的绿篱每个月修一次。');
  await resident.tap('submit');
  await resident.sees('绿篱');
  return newestTicket(stage);
};

/** What colleagues owe each other, from the slip to the end. */
export const ERRAND_FLOWS: readonly Flow[] = [
  {
    title: '转给部门：客服写单 → 环境部接下、说进展、交回 → 客服告诉住户、收下',
    walk: async (stage) => {
      const { id } = await reported(stage);
      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.tap('hand-to-department');
      await agent.tap('unit-environment');
      await agent.sees('交给环境部罗芳，对方马上收到');
      await agent.tap('submit');
      await agent.at('refusal').waitFor();
      await agent.shot('d1a-refused');
      await agent.write('content', '4 栋楼下的绿篱，请看看能不能每月修一次');
      await agent.tap('moment-1');
      await agent.shot('d1b-write');
      await agent.tap('submit');
      await agent.sees('等对方接下');
      await agent.shot('d1c-given');

      const head = await stage.enter('罗芳');
      await head.opens('/pages/home/index');
      await head.tap('go-owed-errands');
      await head.sees('绿篱');
      await head.sees('等您接下');
      await head.shot('d2a-mine');
      await head.page.locator('[id^="errand-"]').first().click();
      await head.tap('open-take');
      await head.tap('moment-0');
      await head.tap('do-take');
      await head.sees('在办，答应');
      await head.shot('d2b-taken');
      await head.tap('more');
      await head.tap('choose-progress');
      await head.write('progress-words', '园林公司报了价');
      await head.tap('do-progress');
      await head.sees('园林公司报了价');
      await head.tap('open-giveBack');
      await head.write('giveBack-words', '可以，从这个月起每月十号修');
      await head.tap('do-giveBack');
      await head.sees('办好了，等收下');

      await agent.page.reload();
      await agent.tap('open-tellResident');
      await agent.write('tell-words', '环境部定了：每月十号修一次绿篱。谢谢您的建议。');
      await agent.shot('d3a-tell');
      await agent.tap('do-tellResident');
      await agent.sees('告诉住户（发消息）');
      await agent.tap('open-receiveBack');
      await agent.tap('do-receiveBack');
      await agent.sees('办完了');
      await agent.shot('d3b-closed');

      const resident = await stage.enter('周文静');
      await resident.opens(`/tickets/detail/index?id=${id}`);
      await resident.sees('每月十号修一次绿篱');
    },
  },
  {
    title: '紧急：师傅先打电话再写单 → 品质管理部登记、报告 → 秩序部交回、写报告',
    walk: async (stage) => {
      const technician = await stage.enter('赵建国');
      await technician.opens('/errands/write/index');
      await technician.tap('kind-urgent');
      await technician.tap('unit-security');
      await technician.tap('called');
      await technician.write('content', '3 栋 2 单元电梯困人，里面两位');
      await technician.tap('moment-0');
      await technician.shot('u1a-urgent');
      await technician.tap('submit');
      await technician.tap('open-reach');
      await technician.write('reach-words', '维保十分钟到，两人守着');
      await technician.tap('do-reach');
      await technician.sees('相关的人都联系上了');

      const quality = await stage.enter('吴桐');
      await quality.opens('/pages/messages/index');
      await quality.page.locator('[id^="news-"]').first().click();
      await quality.tap('open-registerUrgent');
      await quality.tap('do-registerUrgent');
      await quality.tap('open-report');
      await quality.write('report-words', '电梯困人，没有人受伤');
      await quality.tap('do-report');
      await quality.sees('报给管理者代表');
      await quality.shot('u2-reported');

      const head = await stage.enter('郭卫东');
      await head.opens('/errands/list/index');
      await head.page.locator('[id^="errand-"]').first().click();
      await head.tap('more');
      await head.tap('choose-giveBack');
      await head.write('giveBack-words', '二十分钟后都出来了');
      await head.tap('do-giveBack');
      await head.tap('open-writeReport');
      await head.write('report-cause', '门机皮带松');
      await head.write('report-correction', '当场换了皮带');
      await head.write('report-prevention', '每周查一次皮带');
      await head.shot('u3-report');
      await head.tap('do-writeReport');
      await head.sees('预防：每周查一次皮带');
    },
  },
  {
    title: '来信：客服登记、抄送 → 负责的人答复 → 公司领导看得到',
    walk: async (stage) => {
      const agent = await stage.enter('林晓芸');
      await agent.opens('/errands/list/index');
      await agent.shot('i14a-list');
      await agent.tap('write-letter');
      await agent.tap('from-authority');
      await agent.write('sender', '梧桐街道办事处');
      await agent.write('subject', '请自查消防通道，3 月 10 日前书面答复。');
      await agent.tap('submit');
      await agent.at('refusal').waitFor();
      await agent.page.locator('[id^="holder-"]', { hasText: '郭卫东' }).click();
      await agent.tap('important');
      await agent.tap('copy-leadership');
      await agent.tap('copy-finance');
      await agent.shot('i14b-write');
      await agent.tap('submit');
      await agent.sees('等答复');
      await agent.sees('抄送公司领导、财务核算中心');
      await agent.shot('i14c-registered');

      const head = await stage.enter('郭卫东');
      await head.opens('/errands/list/index');
      await head.sees('消防通道');
      await head.page.locator('[id^="errand-"]', { hasText: '消防通道' }).first().click();
      await head.tap('open-answerLetter');
      await head.write('answerLetter-words', '书面答复了街道，附了自查照片。');
      await head.tap('do-answerLetter');
      await head.sees('答复了');
      await head.shot('i14d-answered');

      const leader = await stage.enter('曾勇');
      await leader.opens('/pages/messages/index');
      await leader.sees('有一封重要的来信抄送给您');
      await leader.shot('i14e-copied');
    },
  },
];
