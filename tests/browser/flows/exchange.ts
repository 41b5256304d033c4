import { type Flow, personId } from '../walk.ts';

const MONTH = 31 * 24 * 60;

/** What is worth knowing: noticed by anybody, given out by the quality department, answered by a unit (D6, D8). */
export const EXCHANGE_FLOWS: readonly Flow[] = [
  {
    title: '信息交流：师傅登记外来信息 → 品质管理部传达给各部门 → 工程主管回话 → 品质看到都回话了；客服登记部门转来的客户信息、补记后来怎样',
    walk: async (stage) => {
      const technician = await stage.enter('赵建国');
      await technician.opens('/pages/me/index');
      await technician.tap('go-exchanges');
      await technician.at('note-exchange').waitFor();
      await technician.shot('d6a-none');
      await technician.tap('note-exchange');
      await technician.tap('kind-supplier');
      await technician.tap('submit');
      await technician.at('refusal').waitFor();
      await technician.shot('d6b-refused');
      await technician.write('source', '迅达门禁有限公司');
      await technician.write('title', '门禁主机下月停产');
      await technician.write('exchange-content', '停产以后配件还供五年，要换新机的提前一个月订。');
      await technician.shot('d6c-write');
      await technician.tap('submit');
      await technician.sees('等品质管理部传达');
      await technician.shot('d6d-noted');

      const quality = await stage.enter('吴桐');
      await quality.opens('/pages/messages/index');
      await quality.page.locator('[id^="news-"]').first().click();
      await quality.tap('go-distribute');
      await quality.at('distribute').waitFor();
      await quality.shot('d8a-outside');
      await quality.tap('distribute');
      await quality.tap('unit-梧桐里-engineering');
      await quality.tap('moment-1');
      await quality.write('give-out-words', '请查一查各门的主机型号');
      await quality.shot('d8b-give-out');
      await quality.tap('do-distribute');
      await quality.sees('等回话');
      await quality.shot('d8c-given-out');

      const head = await stage.enter('陈立');
      await head.opens('/pages/me/index');
      await head.tap('large');
      await head.opens('/pages/messages/index');
      await head.page.locator('[id^="news-"]').first().click();
      await head.sees('门禁主机下月停产');
      await head.shot('d8d-told-large');
      await head.tap('go-exchange');
      await head.sees('配件还供五年');
      await head.shot('d8e-read-large');
      await head.page.goBack();
      await head.tap('open-answerNotice');
      await head.tap('how-acted');
      await head.write('answer-words', '查过了，三个门是旧机，已经报价');
      await head.shot('d8f-answer-large');
      await head.tap('do-answerNotice');
      await head.sees('已经照着办了');

      await quality.page.reload();
      await quality.sees('查过了，三个门是旧机');
      await quality.shot('d8g-answered');
      await quality.opens('/exchange/list/index');
      await quality.sees('传达给 1 个部门，都回话了');
      await quality.shot('d6e-register');

      const agent = await stage.enter('林晓芸');
      await agent.opens('/pages/me/index');
      await agent.tap('large');
      await agent.opens('/exchange/write/index');
      await agent.tap('kind-forwarded');
      await agent.write('source', '夜班郭师傅');
      await agent.write('title', '9 栋住户嫌路灯暗');
      await agent.write('exchange-content', '巡逻时听到的，两位住户说');
      await agent.tap('department-security');
      await agent.at('department-security').scrollIntoViewIfNeeded();
      await agent.shot('d6f-forwarded-large');
      await agent.tap('submit');
      await agent.sees('与客户沟通登记表');
      await agent.tap('amend');
      await agent.write('exchange-outcome', '工程部换了灯');
      await agent.tap('submit');
      await agent.sees('后来：工程部换了灯');
      await agent.shot('d6g-amended-large');
    },
  },
  {
    title: '例会：部门负责人看这个月收到的单子各到哪一步，点开一张，再写下看了什么；主任看到写好了',
    walk: async (stage) => {
      const director = await stage.enter('郑涛');
      await director.opens('/staff/keepers/index');
      await director.tap('channel-suggestion_box');
      await director.tap(`keeper-${await personId(stage, '林晓芸')}`);
      await director.at('channel-suggestion_box').getByText('林晓芸').waitFor();
      stage.passes(MONTH);
      await stage.looksAfter();
      await stage.morning();

      const agent = await stage.enter('林晓芸');
      for (const content of ['3 栋北面的绿篱挡住窗户了', '北门垃圾桶早上没收']) {
        await agent.opens('/errands/write/index');
        await agent.tap('unit-environment');
        await agent.write('content', content);
        await agent.tap('moment-1');
        await agent.tap('submit');
        await agent.sees('等对方接下');
      }
      const head = await stage.enter('罗芳');
      await head.opens('/errands/list/index');
      await head.page.locator('[id^="errand-"]:visible').filter({ hasText: '垃圾桶' }).first().click();
      await head.tap('open-take');
      await head.tap('moment-0');
      await head.tap('do-take');
      await head.sees('在办，答应');
      await head.tap('open-giveBack');
      await head.write('giveBack-words', '早班加了一趟');
      await head.tap('do-giveBack');
      await head.sees('办好了，等收下');
      await head.opens('/staff/duties/index');
      await head.page.locator('[id^="duty-"]:visible').filter({ hasText: '例会' }).first().click();
      await head.at('received').getByText('3 栋北面的绿篱挡住窗户了').waitFor();
      await head.sees('2 件');
      await head.sees('办好了，等收下');
      await head.shot('d9a-received');
      await head.page.locator('[id^="received-"]:visible').first().click();
      await head.sees('绿篱挡住窗户');
      await head.page.goBack();
      await head.tap('record-round');
      await head.at('refusal').waitFor();
      await head.shot('d9b-refused');
      await head.write('round-words', '两件都看了：绿篱周四修，垃圾桶早班加了一趟');
      await head.tap('record-round');
      await head.at('put-down').getByText('绿篱周四修').waitFor();
      await head.shot('d9c-put-down');

      // A month on, whoever signed in then signs in anew.
      const again = await stage.enter('郑涛');
      await again.opens('/pages/me/index');
      await again.tap('large');
      await again.opens('/staff/duties/index');
      await again.tap('tab-past');
      await again.page.locator('[id^="duty-"]:visible').filter({ hasText: '环境部' }).first().click();
      await again.at('received').getByText('垃圾桶').waitFor();
      await again.at('put-down').getByText('绿篱周四修').waitFor();
      await again.shot('d9d-seen-x14');
    },
  },
];
