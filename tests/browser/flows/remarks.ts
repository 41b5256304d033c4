import assert from 'node:assert/strict';
import type { Actor } from '../stage.ts';
import { type Flow, newestTicket, personId, STAFF_TICKET, TICKET, untilStatus } from '../walk.ts';

/** Writes it on the page 有话想说, and sends it. */
async function speaks(resident: Actor, words: string, kind: string | null = null): Promise<void> {
  await resident.opens('/pages/home/index');
  await resident.tap('go-speak');
  await resident.write('speak-words', words);
  if (kind) await resident.tap(`kind-${kind}`);
}

async function chooses(agent: Actor, id: string, action: string): Promise<void> {
  await agent.opens(`${STAFF_TICKET}${id}`);
  await agent.page.reload();
  await agent.tap('more');
  await agent.tap(`choose-${action}`);
}

/** Suggestions, praise and enquiries, from the word to the answer. */
export const REMARK_FLOWS: readonly Flow[] = [
  {
    title: '咨询：住户问 → 客服答复 → 住户说知道了、打分；没信号时说的先存在手机里，只发一次',
    walk: async (stage) => {
      const resident = await stage.enter('周文静');
      await speaks(resident, '请问装修垃圾放哪里？');
      await resident.sees('能答的马上答');
      await resident.shot('i12a-speak');
      await resident.tap('submit');
      await resident.at('urge').or(resident.at('more')).first().waitFor();
      const { id, number } = await newestTicket(stage);
      assert.match(number, /-ZX-/);
      await resident.shot('i12b-received');

      const agent = await stage.enter('林晓芸');
      await agent.shot('i12c-workbench');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.sees('装修垃圾放哪里');
      await agent.shot('i12d-staff');
      await chooses(agent, id, 'reply');
      await agent.write('reply-words', '装袋放到北门临时堆放点，上午八点到晚上六点。');
      await agent.shot('i12e-reply');
      await agent.tap('do-reply');
      await untilStatus(stage, 'finished');

      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.at(`confirm-${id}`).waitFor();
      await resident.shot('i12f-home');
      await resident.tap(`confirm-${id}`);
      await resident.sees('北门临时堆放点');
      await resident.tap('good');
      await resident.tap('score-5');
      await resident.shot('i12g-answer');
      await resident.tap('submit');
      await untilStatus(stage, 'closed');

      await speaks(resident, '路灯早一点开，好不好', 'suggestion');
      await resident.context.route('**/api/**', (route) => route.abort());
      await resident.tap('submit');
      await resident.at('offline').waitFor();
      await resident.shot('i3a-offline');
      assert.equal((await newestTicket(stage)).id, id, 'what was said without a signal arrived');
      await resident.context.unroute('**/api/**');
      await resident.tap('offline');
      await resident
        .at('send-now')
        .click({ timeout: 3_000 })
        .catch(() => undefined);
      await untilStatus(stage, 'received', 300);
      assert.match((await newestTicket(stage)).number, /-JY-/);
    },
  },
  {
    title: '建议：住户提 → 客服归类、不采纳 → 住户不认同 → 品质管理部答复；表扬：客服回谢 → 师傅看到原话',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await speaks(resident, '地面改成防滑砖，下雨天老人容易摔。', 'suggestion');
      await resident.tap('submit');
      await resident.at('urge').or(resident.at('more')).first().waitFor();
      const { id } = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await chooses(agent, id, 'sort');
      await agent.tap('field-buildings');
      await agent.shot('i3b-sort');
      await agent.tap('do-sort');
      await agent.sees('房屋本体');
      await chooses(agent, id, 'decline');
      await agent.write('decline-words', '谢谢您。大厅去年刚换过，防滑系数合格。');
      await agent.write('decline-rule', '专项维修资金管理办法第 9 条');
      await agent.write('decline-instead', '下雨天在门口铺防滑垫');
      await agent.shot('i11a-decline');
      await agent.tap('do-decline');
      await untilStatus(stage, 'finished');

      await resident.opens(`/tickets/answer/index?id=${id}`);
      await resident.sees('防滑垫');
      await resident.tap('bad');
      await resident.write('words', '防滑垫会绊脚，请再看看。');
      await resident.shot('i11b-object');
      await resident.tap('submit');
      await untilStatus(stage, 'received');
      await resident.opens(`${TICKET}${id}`);
      await resident.sees('上级答复');
      await resident.shot('i11c-detail');

      const quality = await stage.enter('吴桐');
      await chooses(quality, id, 'answerAbove');
      await quality.write('answerAbove-words', '看过现场，门口两块地砖换成防滑的，本月做。');
      await quality.shot('i11d-above');
      await quality.tap('do-answerAbove');
      await untilStatus(stage, 'finished');

      await speaks(resident, '孙师傅修得又快又好，谢谢', 'praise');
      await resident.tap('submit');
      await resident.at('more').or(resident.at('urge')).first().waitFor();
      const praise = (await newestTicket(stage)).id;
      await chooses(agent, praise, 'thank');
      await agent.tap(`praised-${await personId(stage, '孙磊')}`);
      await agent.write('thank-words', '谢谢您，已经转告孙师傅。');
      await agent.shot('i3c-thank');
      await agent.tap('do-thank');
      await untilStatus(stage, 'closed');
      const praised = await stage.enter('孙磊');
      await praised.opens('/pages/messages/index');
      await praised.page.getByText('住户表扬了您').first().click();
      await praised.at('praise').waitFor();
      await praised.shot('i3d-praised');
    },
  },
];
