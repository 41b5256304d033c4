import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { type Flow, homeOf, personId, STAFF_TICKET, sends, sendsOn } from '../walk.ts';

const ANALYSIS = '/staff/analysis/index';

/** What some households said this month. */
async function saidMuch(stage: Stage): Promise<void> {
  for (const [name, times] of [
    ['王秀兰', 2],
    ['马建军', 2],
    ['周文静', 1],
    ['陈一鸣', 1],
    ['许若琳', 3],
  ] as const) {
    const homeId = await homeOf(stage, name);
    for (let time = 0; time < times; time += 1) {
      await sends(stage, name, '/remarks', { kind: time % 2 === 0 ? 'suggestion' : 'enquiry', homeId, words: '楼道里想多装一盏灯', onlyMine: false });
      await sends(stage, name, '/tickets', {
        homeId,
        place: 'public',
        where: '5栋1单元楼道',
        category: 'lighting',
        words: '灯不亮',
      });
    }
  }
}

const countIn = async (one: Actor, id: string): Promise<number> => Number((await one.at(id).textContent())?.match(/(\d+) 件/)?.[1]);

/** A figure is answered with a corrective action: somebody carries it out, the director looks whether it helped. */
async function answers(stage: Stage, director: Actor): Promise<void> {
  await director.tap('give-action');
  await director.sees('建议');
  await director.tap('submit');
  await director.at('refusal').waitFor();
  await director.shot('c9j-action-refused');
  await director.write('content', '楼道灯换成声控的，先换 5 栋');
  await director.tap('moment-1');
  await director.tap(`colleague-${await personId(stage, '陈立')}`);
  await director.shot('c9k-action');
  await director.tap('submit');
  await director.sees(/在做，/);
  await director.shot('c9l-given');
  const supervisor = await stage.enter('陈立');
  await supervisor.opens('/errands/list/index');
  await supervisor.page.locator('[id^="errand-"]:visible').first().click();
  await supervisor.tap('open-giveBack');
  await supervisor.write('giveBack-words', '5 栋四个单元都换了');
  await supervisor.tap('do-giveBack');
  await supervisor.sees('做好了，等看有没有用');
  await director.page.reload();
  await director.tap('open-verify');
  await director.write('verify-words', '晚上走了一遍，都亮');
  await director.tap('do-verify');
  await director.sees('有用，办完了');
  await director.shot('c9m-verified');
  await director.tap('go-figure');
  await director.at('analysis-behind').waitFor();
}

/** A month of matters by kind, place and week, and every figure opened (C9). */
export const ANALYSIS_FLOWS: readonly Flow[] = [
  {
    title: '月度分析：主任从班组进去，看种类、哪栋楼哪一周、反复出现的；每个数点开是那几件；公司看各小区，没有网络说清楚',
    walk: async (stage) => {
      await saidMuch(stage);
      const director = await stage.enter('郑涛');
      await director.opens('/staff/board/index');
      await director.tap('go-analysis');
      await director.at('figure-total').waitFor();
      await director.shot('c9a-analysis');
      await director.at('analysis-heat').scrollIntoViewIfNeeded();
      await director.shot('c9b-heat');
      await director.at('repeat-0').scrollIntoViewIfNeeded();
      await director.shot('c9c-repeats');
      const count = await countIn(director, 'kind-suggestion');
      assert.ok(count > 0 && count <= 20);
      await director.tap('kind-suggestion');
      await director.at('analysis-behind').waitFor();
      assert.equal(await director.page.locator('[id="analysis-behind"] [id^="ticket-"]:visible').count(), count);
      await director.shot('c9d-behind');
      await answers(stage, director);
      await director.opens(ANALYSIS);
      await director.at('figure-total').waitFor();
      await director.at('analysis-actions').scrollIntoViewIfNeeded();
      await director.shot('c9n-actions');
      await director.tap('month-before');
      await director.sees('这个月还没有收到什么');
      await director.shot('c9e-empty');

      const company = await stage.enter('吴桐');
      await company.opens('/pages/me/index');
      await company.tap('large');
      await company.opens('/staff/late/index');
      await company.tap('go-analysis');
      await company.at('figure-total').waitFor();
      await company.shot('c9f-company-x14');
      await company.at('analysis-heat').scrollIntoViewIfNeeded();
      await company.shot('c9g-heat-x14');
      const officer = await stage.enter('袁媛');
      await officer.tap('go-analysis');
      await officer.sees('只数投诉');
      await officer.shot('c9h-officer');
      await officer.context.route('**/api/**', (route) => route.abort());
      await officer.tap('month-before');
      await officer.sees(/连不上|没有网络|信号/);
      await officer.shot('c9i-offline');
      const agent = await stage.enter('林晓芸');
      await agent.opens(ANALYSIS);
      await agent.sees('月度分析给主任');
    },
  },
  {
    title: '公司通报：通报里有房号就发不出去，改好发给全体同事，技师在消息里点开',
    walk: async (stage) => {
      for (const name of ['王秀兰', '李德明', '马建军', '陈一鸣', '周文静'])
        await sends(stage, name, '/complaints', {
          homeId: await homeOf(stage, name),
          words: '电梯总是停',
          door: 'office',
          against: [],
          compensation: false,
          danger: name === '王秀兰',
          media: false,
        });
      const [one] = await stage.house.db.execute<{ id: string }>(
        sql`select t.id from tickets t join people p on p.id = t.reporter_id where p.name = '王秀兰' and t.kind = 'complaint' order by t.id desc limit 1`,
      );
      const quality = await stage.enter('吴桐');
      await sendsOn(stage, '吴桐', one!.id, 'report-major', { report: '查明了', bulletin: '3栋2单元502 的电梯停了两次。' });
      await quality.opens(`${STAFF_TICKET}${one!.id}`);
      await quality.tap('more');
      await quality.tap('choose-issueBulletin');
      await quality.shot('c7e-bulletin-draft');
      await quality.tap('do-issueBulletin');
      await quality.sees('通报里不能有投诉人的房号');
      await quality.shot('c7f-bulletin-refused');
      await quality.write('issueBulletin-bulletin', '一部电梯停了两次，没有人去看。各小区今天起每天早上把电梯都走一遍，记在本子上。');
      await quality.tap('do-issueBulletin');
      await quality.at('do-issueBulletin').waitFor({ state: 'hidden' });
      const technician = await stage.enter('赵建国');
      await technician.opens('/pages/messages/index');
      await technician.sees('公司发了通报');
      await technician.shot('c7g-told');
      await technician.page.getByText('公司发了通报').filter({ visible: true }).first().click();
      await technician.sees('每天早上把电梯都走一遍');
      await technician.shot('c7h-bulletins');
    },
  },
];
