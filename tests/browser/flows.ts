import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { askForBindings } from '../../host/demo/bindings.ts';
import { A_VOICE } from '../support/http-story.ts';
import type { Actor, Stage } from './stage.ts';

/** One flow a person can walk, in a real browser at 390 × 844. */
export interface Flow {
  title: string;
  walk(stage: Stage): Promise<void>;
}

const TICKET = '/tickets/detail/index?id=';
const STAFF_TICKET = '/staff/ticket/index?id=';

async function newestTicket(stage: Stage): Promise<{ id: string; number: string; status: string; round: number }> {
  const [row] = await stage.house.db.execute<{ id: string; number: string; status: string; round: number }>(
    sql`select id, number, status, round from tickets order by id desc limit 1`,
  );
  assert(row, 'nothing was reported');
  return row;
}

const personId = async (stage: Stage, name: string) =>
  (await stage.house.db.execute<{ id: string }>(sql`select id from people where name = ${name}`))[0]!.id;

async function report(resident: Actor, category: string, words: string): Promise<void> {
  await resident.tap('go-report');
  await resident.tap(`category-${category}`);
  await resident.write('words', words);
}

async function untilStatus(stage: Stage, status: string): Promise<void> {
  for (let left = 50; left > 0; left -= 1) {
    if ((await newestTicket(stage)).status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal((await newestTicket(stage)).status, status);
}

async function mend(stage: Stage, technician: Actor, id: string, shots: string | null): Promise<void> {
  await technician.opens('/pages/home/index');
  await technician.page.reload();
  await technician.at(`ticket-${id}`).waitFor();
  if (shots) await technician.shot(`${shots}-jobs`);
  await technician.opens(`${STAFF_TICKET}${id}`);
  await technician.tap('do-accept');
  await technician.at('do-accept').waitFor({ state: 'hidden' });
  await technician.tap('do-arrive');
  await untilStatus(stage, 'on_site');
  await technician.tap('do-finish');
  await technician.photo('add-photo');
  await technician.write('result', '换了一根不锈钢软管，试水 20 分钟不漏。');
  await technician.page.waitForTimeout(500);
  if (shots) await technician.shot(`${shots}-finish`);
  await technician.tap('submit');
  await untilStatus(stage, 'finished');
}

async function dispatch(stage: Stage, agent: Actor, id: string, technician: string, shot: string | null): Promise<void> {
  await agent.opens('/pages/home/index');
  await agent.page.reload();
  await agent.at(`ticket-${id}`).waitFor();
  if (shot) await agent.shot(`${shot}-workbench`);
  await agent.tap(`ticket-${id}`);
  await agent.tap(`technician-${await personId(stage, technician)}`);
  if (shot) await agent.shot(`${shot}-dispatch`);
  await agent.tap('do-dispatch');
  await untilStatus(stage, 'dispatched');
}

export const FLOWS: readonly Flow[] = [
  {
    title: '住户报修带照片 → 客服派人 → 师傅接下、到场、修好 → 住户说没修好 → 第二轮 → 确认',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await resident.shot('01-home');
      await report(resident, 'burst_pipe', '厨房水槽下面的水管爆了，一直喷水，总阀我关不动。');
      await resident.photo('add-photo');
      await resident.sees('2 小时内上门');
      await resident.shot('03a-report');
      await resident.tap('submit');
      await resident.sees('收到了');
      const ticket = await newestTicket(stage);
      assert.match(ticket.number, /^WT-BX-\d{6}-\d{3}$/);
      await resident.sees(ticket.number);
      await resident.shot('04-submitted');
      for (let left = 50; left > 0; left -= 1) {
        const [row] = await stage.house.db.execute<{ n: number }>(
          sql`select count(*)::int as n from photos where ticket_id = ${ticket.id} and finalised_at is not null`,
        );
        if (row?.n === 1) break;
        assert(left > 1, 'the photo never arrived');
        await resident.page.waitForTimeout(200);
      }

      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, ticket.id, '赵建国', '07');
      await resident.tap('see-progress');
      await resident.sees('赵建国');
      await resident.sees('我们要做的');
      await resident.shot('05a-ticket');
      await resident.tap('write');
      await resident.write('message', '总阀关上了，谢谢。');
      await resident.tap('send');
      await resident.sees('总阀关上了，谢谢。');
      await agent.opens(`${STAFF_TICKET}${ticket.id}`);
      await agent.page.reload();
      await agent.tap('tab-talk');
      await agent.tap('mode-note');
      await agent.write('note', '502 的总阀也旧了，修完一起换');
      await agent.shot('08b-note');
      await agent.tap('mode-say');
      await agent.tap('canned');
      await agent.shot('08b-canned');
      await agent.tap('reply-1');
      await agent.shot('08b-talk');
      await agent.tap('send');
      await agent.sees('赵建国师傅正在过来');
      await agent.tap('mode-note');
      await agent.tap('send-note');
      await agent.sees('只有同事看得到');
      await resident.page.reload();
      await resident.sees('赵建国师傅正在过来');
      assert.equal(await resident.page.getByText('修完一起换').count(), 0);

      const technician = await stage.enter('赵建国');
      await mend(stage, technician, ticket.id, '09');
      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.at(`confirm-${ticket.id}`).waitFor();
      await resident.shot('01b-home-your-turn');
      await resident.tap(`confirm-${ticket.id}`);
      await resident.tap('not-fixed');
      await resident.write('words', '接头那里还在滴。');
      await resident.shot('06b-not-fixed');
      await resident.tap('submit');
      await untilStatus(stage, 'received');
      assert.equal((await newestTicket(stage)).round, 2);

      await agent.opens(`${STAFF_TICKET}${ticket.id}`);
      await agent.page.reload();
      await agent.tap('more');
      await agent.tap('choose-visit');
      await agent.write('visit-words', '打电话问过，接头还在滴');
      await agent.write('visit-outcome', '赵师傅马上再来');
      await agent.shot('08f-visit');
      await agent.tap('do-visit');
      await agent.sees('特殊回访');
      await dispatch(stage, agent, ticket.id, '赵建国', null);
      await mend(stage, technician, ticket.id, null);
      await resident.opens(`/tickets/confirm/index?id=${ticket.id}`);
      await resident.tap('fixed');
      await resident.tap('score-5');
      await resident.tap('tag-lasting');
      await resident.tap('score-2');
      await resident.tap('tag-not_lasting');
      await resident.sees('服务中心负责人会联系您');
      await resident.shot('06a-confirm');
      await resident.tap('submit');
      await untilStatus(stage, 'closed');
      await resident.opens(`${TICKET}${ticket.id}`);
      await resident.page.reload();
      await resident.sees('您家确认修好了');
      await resident.sees('2 星，不满意；修得不牢');
      await resident.shot('05e-closed');
      const head = await stage.enter('周敏');
      await head.opens(`${STAFF_TICKET}${ticket.id}`);
      await head.page.reload();
      await head.tap('more');
      await head.tap('choose-returnVisit');
      await head.write('return-words', '打电话问过，接头还有一点滴');
      await head.write('return-outcome', '明天上午再去看');
      await head.tap('do-returnVisit');
      await head.tap('tab-talk');
      await head.sees('打电话问过，接头还有一点滴');
      await head.opens('/staff/replies/index');
      await head.tap('new-reply');
      await head.write('reply-title', '问好');
      await head.write('reply-body', '{称呼}您好');
      await head.tap('save-reply');
      await head.sees('问好');
      await head.shot('18-replies');
      await agent.opens('/staff/register/index');
      await agent.sees('接头那里还在滴。');
      await agent.shot('08d-register');
    },
  },
  {
    title: '九张照片，一张半路断了再传；语音听得到；大字版不横向溢出',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await report(resident, 'burst_pipe', '厨房水槽下面的水管爆了，一直喷水。');
      await resident.photo('add-photo', 9);
      await resident.sees('9 / 9 张');
      await resident.page.getByText('9 / 9 张').filter({ visible: true }).scrollIntoViewIfNeeded();
      await resident.shot('03a-nine');
      let sent = 0;
      let isTapped = false;
      await resident.page.route('**/api/files', async (route) => {
        sent += 1;
        // The fifth is cut off, and so is every try of its own accord until somebody taps.
        if (sent === 5 || (sent > 9 && !isTapped)) await route.abort('connectionreset');
        else await route.continue();
      });
      await resident.tap('submit');
      await resident.sees('传好 8 张，1 张没传上，点一下再传');
      const ticket = await newestTicket(stage);
      const photos = () =>
        stage.house.db.execute<{ position: number; done: boolean }>(
          sql`select position, finalised_at is not null as done from photos where ticket_id = ${ticket.id} and purpose = 'report' order by position`,
        );
      assert.equal((await photos()).filter((one) => one.done).length, 8);
      const failed = resident.page.getByText('没传上', { exact: true }).filter({ visible: true });
      await failed.scrollIntoViewIfNeeded();
      await resident.shot('04-one-failed');
      isTapped = true;
      await failed.click();
      await resident.sees('照片 9 张都传好了');
      assert.deepEqual(
        [...(await photos())],
        Array.from({ length: 9 }, (_, position) => ({ position, done: true })),
      );
      await resident.shot('04-nine');

      const token = await stage.house.tokens.sign(await personId(stage, '王秀兰'));
      const ask = async (to: string, body: object) => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const answer = await fetch(`${stage.address}/api${to}`, { method: 'POST', headers, body: JSON.stringify(body) });
        return (await answer.json()) as { voiceId: string; upload: { url: string; fields: Record<string, string> } };
      };
      const { voiceId, upload } = await ask(`/tickets/${ticket.id}/voices`, { with: 'report', type: 'audio/mpeg', bytes: 72, seconds: 12 });
      const form = new FormData();
      for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
      form.set('file', new Blob(Array.from({ length: 40 }, () => A_VOICE)), 'voice.mp3');
      assert.equal((await fetch(`${stage.address}${upload.url}`, { method: 'POST', body: form })).status, 204);
      await ask(`/voices/${voiceId}/finalise`, {});
      await resident.tap('see-progress');
      await resident.sees('语音 12 秒');
      await resident.at(`voice-${voiceId}`).scrollIntoViewIfNeeded();
      await resident.shot('05b-voice');
      const target = await resident.at(`voice-${voiceId}`).boundingBox();
      assert(target && target.height >= 44, 'the button is too small to hit');
      const heard = resident.page.waitForResponse((answer) => answer.url().includes('/api/files/') && answer.request().resourceType() === 'media');
      await resident.tap(`voice-${voiceId}`);
      assert([200, 206].includes((await heard).status()));
      assert.equal(await resident.page.locator('[id="record"]').count(), 0);

      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, ticket.id, '赵建国', null);
      await agent.opens(`${STAFF_TICKET}${ticket.id}`);
      await agent.sees('语音 12 秒');
      await agent.shot('08a-voice');
      const technician = await stage.enter('赵建国');
      await technician.opens('/pages/me/index');
      await technician.tap('large');
      await technician.opens(`${STAFF_TICKET}${ticket.id}`);
      await technician.tap('do-accept');
      await technician.at('do-accept').waitFor({ state: 'hidden' });
      await technician.tap('do-arrive');
      await untilStatus(stage, 'on_site');
      await technician.tap('do-finish');
      await technician.page.route('**/api/files', (route) => route.abort('connectionreset'), { times: 1 });
      await technician.photo('add-photo', 5);
      await technician.sees('没传上');
      assert((await technician.page.evaluate<number>('document.documentElement.scrollWidth')) <= 390, 'the finish page is too wide');
      await technician.page.waitForTimeout(1_000);
      await technician.shot('x14-09b-finish');
      await technician.page.locator('[id^="drop-"]:visible').first().click();
      await technician.write('result', '换了一根不锈钢软管。');
      await technician.tap('submit');
      await untilStatus(stage, 'finished');
      const [result] = await stage.house.db.execute<{ n: number }>(
        sql`select count(*)::int as n from photos where ticket_id = ${ticket.id} and purpose = 'result' and finalised_at is not null`,
      );
      assert.equal(result?.n, 4);
    },
  },
  {
    title: '找一件事：几个字、房号、姓名，找不到也说清楚；大字版不横向溢出',
    walk: async (stage) => {
      const resident = await stage.enter('马建军');
      await report(resident, 'tap', '阳台龙头的铜接头滴水');
      await resident.tap('submit');
      await resident.sees('收到');
      const ticket = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await agent.at('go-search').waitFor();
      await agent.shot('07c-workbench-search');
      await agent.tap('go-search');
      await agent.sees('至少两个字');
      for (const query of ['铜接头', '1-2-702', '马建军', ticket.number]) {
        await agent.write('query', query);
        await agent.at(`ticket-${ticket.id}`).waitFor();
      }
      await agent.write('query', '铜接头');
      await agent.at('looked-for').getByText('按说过的话').waitFor();
      await agent.shot('17a-search');
      await agent.write('query', '热气球');
      await agent.sees('没有找到');
      await agent.shot('17b-search-empty');
      await agent.write('query', '😀😀');
      await agent.sees('请至少写两个字或数字');
      await agent.write('query', '铜接头');
      await agent.at(`ticket-${ticket.id}`).waitFor();
      await agent.context.setOffline(true);
      await agent.write('query', '龙头的');
      await agent.sees('现在连不上');
      await agent.shot('17c-search-offline');
      await agent.context.setOffline(false);
      await agent.tap('again');
      await agent.tap(`ticket-${ticket.id}`);
      await agent.sees(ticket.number);
      await agent.opens('/pages/home/index');
      await agent.tap('go-search');
      await agent.tap('recent-0');
      await agent.at(`ticket-${ticket.id}`).waitFor();
      const large = await stage.enter('陈立');
      await large.opens('/pages/me/index');
      await large.tap('large');
      await large.opens('/staff/search/index');
      await large.shot('x14-search-empty');
      await large.write('query', '铜接头');
      await large.at(`ticket-${ticket.id}`).waitFor();
      const wide = await large.page.evaluate<number>('document.documentElement.scrollWidth');
      assert(wide <= 390, `search is ${wide} wide`);
      await large.shot('x14-search');
    },
  },
  {
    title: '没人到场：+2 小时，提醒、超时、逐级上报，每个人的消息里都有',
    walk: async (stage) => {
      const resident = await stage.enter('陈一鸣');
      await report(resident, 'power', '客厅跳闸，推上去又跳');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      const agent = await stage.enter('何静');
      await agent.sees('派人');
      const technician = await stage.enter('孙磊');
      await dispatch(stage, agent, id, '孙磊', null);
      await agent.opens('/pages/me/index');
      await agent.tap('demo-forward');
      await agent.page.waitForTimeout(1500);
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.page.reload();
      await agent.sees(/已超时/);
      await agent.shot('08c-ledger-missed');
      await agent.tap('more');
      await agent.tap('choose-explainMiss');
      await agent.tap('missed-on_site-1');
      await agent.tap('cause-hands');
      await agent.tap('do-explainMiss');
      await agent.sees(/师傅忙不过来/);
      await technician.opens('/pages/messages/index');
      await technician.page.reload();
      await technician.sees('上门快到时间了');
      await technician.sees('上门超时了');
      const head = await stage.enter('陈立');
      await head.opens('/pages/messages/index');
      await head.sees('上门超时了');
      await agent.opens('/pages/me/index');
      await agent.tap('demo-forward');
      await agent.page.waitForTimeout(1500);
      const director = await stage.enter('郑涛');
      await director.opens('/pages/messages/index');
      await director.sees('上门超时还没做到，请您过问');
      await director.shot('messages-director');
      const quality = await stage.enter('吴桐');
      await quality.opens('/pages/messages/index');
      await quality.sees('上门超时还没做到，请您过问');
      await resident.opens(`${TICKET}${id}`);
      await resident.page.reload();
      await resident.page.getByText('看全部经过').filter({ visible: true }).first().click();
      await resident.sees('上门超时，已报给工程主管');
      await resident.shot('05f-late');
    },
  },
  {
    title: '由主管派人的小区：客服转给工程主管，主管接下并答应时间，再派人',
    walk: async (stage) => {
      const resident = await stage.enter('许若琳');
      await report(resident, 'doors', '阳台移门推不动');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      const agent = await stage.enter('宋雨');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.write('content', '阳台移门推不动，看轨道和滑轮');
      await agent.tap('do-handOver');
      await agent.sees('梁宏').catch(() => undefined);
      const head = await stage.enter('梁宏');
      await head.opens(`${STAFF_TICKET}${id}`);
      await head.tap('moment-1');
      await head.shot('08e-take-on');
      await head.tap('do-takeOn');
      await head.tap(`technician-${await personId(stage, '冯刚')}`);
      await head.tap('do-dispatch');
      await untilStatus(stage, 'dispatched');
      await resident.opens(`${TICKET}${id}`);
      await resident.page.reload();
      await resident.sees('冯刚');
      await resident.sees(/答应 .* 前修好/);
    },
  },
  {
    title: '填错和抢先：少填有提示、内容不丢；别人先派了，看得到现在的情况',
    walk: async (stage) => {
      const resident = await stage.enter('吴晓雯');
      await resident.tap('go-report');
      await resident.write('words', '写了一半');
      await resident.tap('submit');
      await resident.at('refusal').waitFor();
      await resident.shot('16f-field-error');
      assert.equal(await resident.at('words').locator('textarea').inputValue(), '写了一半');
      await resident.tap('category-doors');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      const slow = await stage.enter('林晓芸');
      await slow.opens(`${STAFF_TICKET}${id}`);
      await slow.at('do-dispatch').waitFor();
      const quick = await stage.enter('何静');
      await dispatch(stage, quick, id, '钱大勇', null);
      await slow.tap('do-dispatch');
      await slow.at('beaten').waitFor();
      await slow.shot('16d-beaten');
      await slow.tap('see-now');
      await slow.sees('钱大勇');
      await slow.tap('more');
      await slow.tap('choose-reassign');
      await slow.tap(`instead-${await personId(stage, '孙磊')}`);
      await slow.shot('08g-reassign');
      await slow.tap('do-reassign');
      await slow.sees('孙磊');
      await resident.opens(`${TICKET}00000000-0000-7000-8000-000000000000`);
      await resident.sees(/没找到这一件/);
      await resident.shot('16e-not-found');
    },
  },
  {
    title: '看号码：客服写原因才看得到，主任查得到，住户自己看得到；退出所有设备，别的手机也出去了',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await report(resident, 'doors', '门锁卡住了');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id, number } = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.sees('1** **** 6000');
      await agent.shot('08h-number-masked');
      await agent.tap('reveal');
      await agent.tap('do-reveal');
      await agent.sees('请选为什么要看号码');
      await agent.tap('reason-other');
      await agent.tap('do-reveal');
      await agent.sees('选了“其他”，请写一下为什么要看');
      await agent.write('reveal-words', '钥匙落在服务中心了');
      await agent.shot('08i-number-why');
      await agent.tap('do-reveal');
      await agent.sees('138 0000 6000');
      await agent.at('call-revealed').waitFor();
      await agent.shot('08j-number');
      await agent.tap('hide-revealed');
      await agent.at('revealed').waitFor({ state: 'hidden' });
      await agent.opens('/staff/reveals/index');
      await agent.sees('这份记录只给主任、品质管理部和公司领导看');

      const director = await stage.enter('郑涛');
      await director.opens('/pages/me/index');
      await director.page.reload();
      await director.tap('go-reveals');
      await director.sees('看了王秀兰的号码');
      await director.sees('其他：钥匙落在服务中心了');
      await director.sees(number);
      await director.shot('14c-reveals');

      await resident.opens('/pages/me/index');
      await resident.page.reload();
      await resident.at('go-own-reveals').waitFor();
      await resident.shot('me');
      await resident.tap('go-own-reveals');
      await resident.sees('林晓芸');
      await resident.sees('客服');
      await resident.sees('其他：钥匙落在服务中心了');
      await resident.shot('17-who-saw-my-number');

      const lost = await stage.enter('王秀兰');
      await lost.opens('/tickets/reveals/index');
      await lost.sees('林晓芸');
      await resident.opens('/pages/me/index');
      await resident.page.reload();
      await resident.tap('sign-out-everywhere');
      await resident.at('stay-in').click();
      await resident.tap('sign-out-everywhere');
      await resident.shot('17b-sign-out-everywhere');
      await resident.tap('do-sign-out-everywhere');
      await resident.page.waitForURL(/pages\/sign-in/);
      await lost.opens('/pages/progress/index');
      await lost.page.reload();
      await lost.page.waitForURL(/pages\/sign-in/);
      const again = await stage.enter('王秀兰');
      await again.opens('/tickets/reveals/index');
      await again.sees('林晓芸');
    },
  },
  {
    title: '提醒停了：同事的页面最上面有一条红线，截止时间照常，住户看不到也不多问；又走起来，红线自己没了',
    walk: async (stage) => {
      let asked: string[] = [];
      const listen = ({ name, page }: Actor) => page.on('request', (sent) => sent.url().endsWith('/api/health') && asked.push(name));
      const resident = await stage.enter('陈一鸣');
      listen(resident);
      await report(resident, 'power', '卧室跳闸，推上去又跳');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      stage.passes(180);
      const agent = await stage.enter('林晓芸');
      await agent.at('stand-still').getByText('提醒暂停，截止时间照常').waitFor();
      await agent.at(`ticket-${id}`).getByText(/应/).waitFor();
      await agent.shot('07d-stand-still');
      listen(agent);
      await agent.page.reload();
      for (const hash of [`${STAFF_TICKET}${id}`, '/staff/register/index', '/staff/search/index']) {
        await agent.opens(hash);
        await agent.at('stand-still').waitFor();
      }
      // The line of the page before looks the same: this page is up when its own words are.
      await agent.sees(/至少两个字/);
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.sees(/已超时/);
      await agent.shot('08k-stand-still');
      const director = await stage.enter('郑涛');
      await director.opens('/pages/me/index');
      await director.tap('large');
      await director.opens('/staff/reveals/index');
      await director.at('stand-still').waitFor();
      assert((await director.page.evaluate<number>('document.documentElement.scrollWidth')) <= 390, 'the red line is too wide');
      await director.shot('x14-stand-still');
      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.at('go-report').waitFor();
      await resident.opens(`${TICKET}${id}`);
      await resident.sees(/已超时/);
      await resident.at('stand-still').waitFor({ state: 'hidden' });
      assert(asked.includes('林晓芸'));
      assert(!asked.includes('陈一鸣'), 'a resident’s phone asked for the health');

      await stage.looksAfter();
      stage.passes(2);
      asked = [];
      await agent.opens('/pages/home/index');
      await agent.at('go-register').waitFor();
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.at('stand-still').waitFor({ state: 'hidden' });
      await agent.sees(/已超时/);
      for (const hash of ['/staff/register/index', '/staff/search/index', '/pages/home/index']) await agent.opens(hash);
      await agent.at('stand-still').waitFor({ state: 'hidden' });
      assert(asked.length <= 2, `five pages asked for the health ${asked.length} times within a minute`);
    },
  },
  {
    title: '大字版 ×1.4：住户每一页都不横向溢出',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰', { large: true });
      const { id } = (
        await stage.house.db.execute<{ id: string }>(
          sql`select t.id from tickets t join people p on p.id = t.reporter_id where p.name = '王秀兰' order by t.id limit 1`,
        )
      )[0]!;
      for (const [name, hash] of [
        ['home', '/pages/home/index'],
        ['report', '/tickets/report/index'],
        ['ticket', `${TICKET}${id}`],
        ['progress', '/pages/progress/index'],
        ['messages', '/pages/messages/index'],
        ['me', '/pages/me/index'],
        ['who-saw-my-number', '/tickets/reveals/index'],
      ] as const) {
        await resident.opens(hash);
        await resident.page.waitForTimeout(600);
        const wide = await resident.page.evaluate<number>('document.documentElement.scrollWidth');
        const large = (await resident.page.locator('.x14').count()) > 0;
        assert(large, `${name} does not grow`);
        assert(wide <= 390, `${name} is ${wide} wide`);
        await resident.shot(`x14-${name}`);
      }
    },
  },
  {
    title: '公司手册：主任从我的进去，找一条，看原话、数字、谁可以办、在哪一页；从一条承诺也能到',
    walk: async (stage) => {
      await stage.house.db.execute(
        sql`insert into settings (id, office_id, key, value, from_at, set_at) select ${stage.house.newId()}, id, 'warnAtPercent', '60'::jsonb, now() - interval '3 days', now() from offices where letters = 'WT'`,
      );
      const director = await stage.enter('郑涛');
      await director.sees(/正在办 \d+ 件/);
      await director.opens('/pages/me/index');
      await director.tap('go-manual');
      await director.sees('报修和特约服务');
      await director.shot('17a-manual');
      await director.write('find', '没有这几个字');
      await director.sees('手册里没找到');
      await director.shot('17b-manual-none');
      await director.write('find', '电梯');
      await director.at('clause-I2').waitFor({ state: 'hidden' });
      await director.tap('clause-R1');
      await director.sees(/急修项目分为/);
      await director.tap('whole-manual');
      await director.write('find', '');
      await director.tap('clause-Z18');
      await director.sees('公司是 75%');
      await director.shot('17d-clause-own');
      await director.opens('/staff/clause/index?clause=R3');
      await director.sees(/应在2小时内赶到现场/);
      await director.shot('17c-clause');
      const wide = async (large: boolean, actor: Actor, hash: string) => {
        await actor.opens(hash);
        await actor.page.waitForTimeout(800);
        assert.equal((await actor.page.locator('.x14').count()) > 0, large);
        assert((await actor.page.evaluate<number>('document.documentElement.scrollWidth')) <= 390, `${hash} is too wide`);
      };
      await wide(false, director, '/staff/manual/index');
      const quality = await stage.enter('吴桐');
      await quality.sees(/正在办 \d+ 件/);
      await quality.opens('/pages/me/index');
      await quality.tap('large');
      for (const [name, hash] of [
        ['manual', '/staff/manual/index'],
        ['clause', '/staff/clause/index?clause=R8'],
      ] as const) {
        await wide(true, quality, hash);
        await quality.shot(`x14-${name}`);
      }
      await quality.opens('/staff/manual/index?on=2026-01-01');
      await quality.sees('2026年1月1日');
      const resident = await stage.enter('王秀兰');
      await resident.at('go-report').waitFor();
      await report(resident, 'doors', '门关不严');
      await resident.tap('submit');
      await resident.sees('收到了');
      await resident.opens('/staff/manual/index');
      await resident.sees('这一页只给同事看');
      await resident.shot('17e-refused');
      const agent = await stage.enter('林晓芸');
      await agent.sees(/正在办 \d+ 件/);
      await agent.opens(`${STAFF_TICKET}${(await newestTicket(stage)).id}`);
      await agent.tap('promise-repaired');
      await agent.shot('17g-rule-sheet');
      await agent.tap('open-clause');
      await agent.sees('公司文件的原话');
      await agent.page.route('**/api/manual**', (route) => route.abort());
      await agent.opens('/staff/manual/index');
      await agent.sees('现在连不上');
      await agent.shot('17f-offline');
    },
  },
  {
    title: '弱网：报修先存在手机里，关掉再打开还在，信号回来只发一次，照片跟上；两句留言按顺序到',
    walk: async (stage) => {
      const counted = async (query: ReturnType<typeof sql>) => Number((await stage.house.db.execute<{ n: number }>(query))[0]!.n);
      const until = async (what: string, holds: () => Promise<boolean>) => {
        for (let left = 100; left > 0; left -= 1) {
          if (await holds()) return;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
        assert.fail(what);
      };
      const resident = await stage.enter('王秀兰');
      const before = await counted(sql`select count(*)::int as n from tickets`);
      const said = '地下室水管爆了，这里没有信号。';
      await report(resident, 'burst_pipe', said);
      await resident.photo('add-photo');
      await resident.page.locator('.shot .picture').first().waitFor();

      // Half-written, the app is killed and opened again: words, category and photo are there.
      await resident.page.reload();
      await resident.sees('2 小时内上门');
      assert.equal(await resident.at('words').locator('textarea').inputValue(), said);
      await resident.page.locator('.shot .picture').first().waitFor();

      await resident.context.setOffline(true);
      await resident.at('offline').waitFor();
      await resident.tap('submit');
      await resident.sees('先存在手机里了');
      await resident.sees('上门时间从那时算起');
      await resident.at('call-hotline').waitFor();
      await resident.shot('16c-kept');
      await resident.tap('send-now');
      await resident.sees('先存在手机里了');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before);

      // The page is killed: a new one over the same phone's storage finds it waiting. The server cannot be reached, the page itself can.
      await resident.context.route('**/api/**', (route) => route.abort());
      await resident.context.setOffline(false);
      await resident.page.close();
      const reopened = await stage.reopen(resident);
      await reopened.opens('/pages/home/index');
      await reopened.at('offline').getByText('待发').waitFor();
      await reopened.shot('01c-home-offline');
      await reopened.opens('/pages/progress/index');
      await reopened.at('offline').getByText('待发').waitFor();
      await reopened.shot('16c-progress-offline');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before);
      await reopened.tap('offline');
      await reopened.sees('等信号');
      await reopened.shot('16c-queue');
      await reopened.context.unroute('**/api/**');
      await reopened.tap('send-now');
      await reopened.sees(/已收到|已发出/);
      const ticket = await newestTicket(stage);
      await reopened.sees(new RegExp(ticket.number));
      await reopened.shot('16c-queue-sent');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before + 1);
      await until(
        'the photo never followed',
        async () => (await counted(sql`select count(*)::int as n from photos where ticket_id = ${ticket.id} and finalised_at is not null`)) === 1,
      );

      // Two words without a signal, killed between them, arrive in order, once.
      await reopened.opens(`${TICKET}${ticket.id}`);
      await reopened.at('write').waitFor();
      await reopened.context.setOffline(true);
      for (const words of ['第一句：总阀在楼道里。', '第二句：我在家等。']) {
        await reopened.tap('write');
        await reopened.write('message', words);
        await reopened.tap('send');
        await reopened.sees(words);
      }
      await reopened.at('waited').getByText('等信号').waitFor();
      await reopened.shot('05g-waited');
      await reopened.context.setOffline(false);
      await reopened.page.locator('#waited').first().waitFor({ state: 'detached', timeout: 40_000 });
      await reopened.sees('第二句：我在家等。');
      const bodies = await stage.house.db.execute<{ body: string }>(
        sql`select body from contacts where ticket_id = ${ticket.id} and body like '第%句%' order by at, id`,
      );
      assert.deepEqual(
        bodies.map((one) => one.body),
        ['第一句：总阀在楼道里。', '第二句：我在家等。'],
      );
      await reopened.opens('/pages/home/index');
      await reopened.at('offline').waitFor({ state: 'hidden' });
    },
  },
  {
    title: '弱网：两个页面同时开着，答复丢在路上：只有一件；换人登录不替别人发；退出先问一声',
    walk: async (stage) => {
      const counted = async (query: ReturnType<typeof sql>) => Number((await stage.house.db.execute<{ n: number }>(query))[0]!.n);
      const resident = await stage.enter('陈一鸣');
      const before = await counted(sql`select count(*)::int as n from tickets`);
      // The report arrives, its answer is lost.
      await resident.context.route('**/api/tickets', async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch();
        await route.abort();
      });
      await report(resident, 'doors', '门锁打不开，答复丢了。');
      await resident.tap('submit');
      await resident.sees('先存在手机里了');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before + 1);
      await resident.tap('take-back');
      await resident.sees('可能已经收到了');
      await resident.shot('16c-take-back');
      await resident.tap('stay-held');

      await resident.opens('/pages/me/index');
      await resident.tap('sign-out');
      await resident.sees('还有 1 件没发出去');
      await resident.shot('me-sign-out-asks');
      await resident.tap('leave-kept');
      await resident.page.waitForURL(/pages\/sign-in/);
      await resident.context.unroute('**/api/tickets');
      const tried: string[] = [];
      resident.context.on('request', (sent) => {
        if (sent.method() === 'POST' && sent.url().endsWith('/api/tickets')) tried.push(sent.headers()['idempotency-key'] ?? '');
      });
      await resident.page.getByText('王秀兰', { exact: true }).first().click();
      await resident.at('go-report').waitFor();
      await resident.page.waitForTimeout(2_000);
      assert.deepEqual(tried, [], 'somebody else’s words were sent');
      await resident.opens('/tickets/report/index');
      assert.equal(await resident.at('words').locator('textarea').inputValue(), '');
      await resident.opens('/tickets/queue/index');
      await resident.sees('都发出去了');

      // Its own author comes back, on two pages at once.
      await resident.opens('/pages/me/index');
      await resident.page.reload();
      await resident.tap('sign-out');
      await resident.page.waitForURL(/pages\/sign-in/);
      await resident.page.getByText('陈一鸣', { exact: true }).first().click();
      const second = await stage.reopen(resident);
      await second.opens('/tickets/queue/index');
      await second.sees(/已发出|都发出去了/);
      await second.page.waitForTimeout(1_000);
      assert(tried.length >= 1);
      assert.equal(new Set(tried).size, 1, 'another key was made');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before + 1);
    },
  },
  {
    title: '绑定核对：客服找到本人再同意，号码不一样要写怎么核对的，对不上的写原因；主任邀请同事',
    walk: async (stage) => {
      await askForBindings(stage.house);
      const requestOf = async (name: string) =>
        (await stage.house.db.execute<{ id: string }>(sql`select id from binding_requests where name = ${name}`))[0]!.id;
      const answers = async () =>
        (
          await stage.house.db.execute<{ n: string }>(
            sql`select name || ' ' || answer as n from binding_requests where answer is not null order by answered_at`,
          )
        ).map((row) => row.n);
      const answered = async (count: number) => {
        for (let left = 50; left > 0 && (await answers()).length < count; left -= 1) await new Promise((resolve) => setTimeout(resolve, 100));
      };
      const agent = await stage.enter('林晓芸');
      await agent.sees('绑定核对 3');
      await agent.tap('go-bindings');
      await agent.sees('马建军');
      await agent.shot('18a-bindings');
      await agent.tap(`binding-${await requestOf('马建军')}`);
      await agent.sees('号码对得上');
      await agent.tap(`person-${await personId(stage, '马建军')}`);
      await agent.shot('18b-binding-accept');
      await agent.tap('do-accept-binding');
      await answered(1);
      await agent.tap(`binding-${await requestOf('周文静')}`);
      await agent.sees('住户里没有找到');
      await agent.tap('look-1');
      await agent.tap(`person-${await personId(stage, '周文静')}`);
      await agent.tap('do-accept-binding');
      await agent.at('refusal').waitFor();
      await agent.tap('proof-papers');
      await agent.write('proof-words', '当面看了身份证和房产证');
      await agent.shot('18c-binding-proof');
      await agent.tap('do-accept-binding');
      await answered(2);
      await agent.tap(`binding-${await requestOf('方国梁')}`);
      await agent.tap('choose-decline');
      await agent.write('decline-words', '姓名和房号对不上，请带证件来服务中心');
      await agent.shot('18d-binding-decline');
      await agent.tap('do-decline');
      await agent.sees('没有等着核对的');
      assert.deepEqual(await answers(), ['马建军 accepted', '周文静 accepted', '方国梁 declined']);

      const director = await stage.enter('郑涛');
      await director.at('go-register').waitFor();
      await director.opens('/pages/me/index');
      await director.tap('go-invite');
      await director.tap(`invite-${await personId(stage, '赵建国')}`);
      await director.tap('do-invite');
      await director.at('invitation-code').waitFor();
      await director.shot('18e-invitation');
      await director.tap('close-code');
      await director.sees(/邀请码 .* 前有效/);
      const large = await stage.enter('唐慧');
      await large.at('go-register').waitFor();
      await large.opens('/pages/me/index');
      await large.tap('large');
      await large.opens('/staff/bindings/index');
      await large.sees('高志远');
      await large.tap(`binding-${await requestOf('高志远')}`);
      await large.sees('号码对得上');
      await large.shot('x14-binding');
      const wide = await large.page.evaluate<number>('document.documentElement.scrollWidth');
      assert(wide <= 390, `bindings are ${wide} wide`);
    },
  },
];
