import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { type Flow, newestTicket, STAFF_TICKET, untilStatus } from '../walk.ts';

const entryId = async (stage: Stage, title: string) =>
  (
    await stage.house.db.execute<{ id: string }>(
      sql`select g.entry_id as id from guide_versions g join offices o on o.id = g.office_id where g.title = ${title} and o.letters = 'WT' order by g.version limit 1`,
    )
  )[0]!.id;

const draftOf = (actor: Actor) => actor.at('speak-words').locator('textarea').first().inputValue();

async function isNarrow(actor: Actor, what: string): Promise<void> {
  const wide = await actor.page.evaluate<number>('document.documentElement.scrollWidth');
  assert(wide <= 390, `${what} is ${wide} wide`);
}

/** What the service centre keeps for whoever asks: found, offered, put into an answer, kept. */
export const GUIDE_FLOWS: readonly Flow[] = [
  {
    title: '办事指南：住户边打字边找、点开就看、电话一点就打；没找到的问服务中心，写的字带过去；没信号看存着的；大字版不横向溢出',
    walk: async (stage) => {
      const rubbish = await entryId(stage, '装修垃圾放哪里');
      const gas = await entryId(stage, '燃气抢修');
      const resident = await stage.enter('马建军');
      await resident.at('go-guide').scrollIntoViewIfNeeded();
      await resident.shot('18a-home-guide');
      await resident.tap('go-guide');
      await resident.at(`guide-${rubbish}`).waitFor();
      await resident.shot('18b-guide');
      await resident.tap('section-phones');
      await resident.at(`dial-${gas}`).waitFor();
      await resident.shot('18c-guide-phones');
      assert.equal(await resident.page.getByText('0571-0000 0177').filter({ visible: true }).count(), 1);
      await resident.tap('section-all');
      for (const typed of ['垃', '垃圾', '装修 堆放']) {
        await resident.write('find-guide', typed);
        await resident.at(`guide-${gas}`).waitFor({ state: 'hidden' });
        await resident.at(`guide-${rubbish}`).waitFor();
      }
      // What was typed last is asked for once the typing rests, and is drawn anew.
      await resident.page.waitForTimeout(900);
      await resident.tap(`guide-${rubbish}`);
      await resident.sees('北门临时堆放点');
      await resident.shot('18d-guide-open');
      await resident.write('find-guide', '房本什么时候办');
      await resident.sees('没找到');
      await resident.shot('18e-guide-none');
      await resident.tap('ask-centre');
      await resident.at('speak-words').waitFor();
      assert.equal(await draftOf(resident), '房本什么时候办');
      await resident.sees('能答的马上答');
      await resident.opens('/publications/guide/index');
      await resident.page.reload();
      await resident.at(`guide-${rubbish}`).waitFor();
      await resident.context.route('**/api/**', (route) => route.abort());
      await resident.page.reload();
      await resident.at(`guide-${rubbish}`).waitFor();
      await resident.sees('现在连不上');
      await resident.shot('18f-guide-offline');
      await resident.write('find-guide', '门禁卡');
      await resident.at('again').waitFor();
      await resident.shot('18g-guide-offline-find');
      await resident.context.unroute('**/api/**');
      await resident.tap('again');
      await resident.sees('门禁卡丢了怎么办');
      const large = await stage.enter('方国栋', { large: true });
      await large.opens('/publications/guide/index');
      await large.at(`guide-${rubbish}`).waitFor();
      await large.tap(`guide-${rubbish}`);
      await large.shot('x14-guide');
      await isNarrow(large, 'the guide');
    },
  },
  {
    title: '咨询先看指南：边写边给像的几条，写的一个字不少，没信号不打扰；客服一点放进答复；负责人改一条，后改的先看现在的写法',
    walk: async (stage) => {
      const card = await entryId(stage, '门禁卡丢了怎么办');
      const resident = await stage.enter('李德明');
      await resident.tap('go-speak');
      await resident.write('speak-words', '谢谢');
      await resident.page.waitForTimeout(700);
      assert.equal(await resident.at('maybe-answered').count(), 0);
      const asked = '请问门禁卡丢了怎么补？';
      await resident.write('speak-words', asked);
      await resident.at('maybe-answered').waitFor();
      await resident.tap(`guide-${card}`);
      await resident.sees('十分钟拿到新卡');
      assert.equal(await draftOf(resident), asked);
      await resident.shot('18h-speak-near');
      await resident.context.route('**/api/guide/near', (route) => route.abort());
      await resident.write('speak-words', `${asked}要带什么？`);
      await resident.page.waitForTimeout(700);
      assert.equal(await draftOf(resident), `${asked}要带什么？`);
      await resident.context.unroute('**/api/guide/near');
      await resident.tap('submit');
      await resident.at('urge').or(resident.at('more')).first().waitFor();
      const { id } = await newestTicket(stage);

      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.page.reload();
      await agent.tap('more');
      await agent.tap('choose-reply');
      await agent.write('reply-words', '李先生您好。');
      await agent.at('guide-offers').waitFor();
      await agent.shot('18i-reply-offers');
      await agent.tap(`take-${card}`);
      assert.match(await agent.at('reply-words').locator('textarea').first().inputValue(), /^李先生您好。\n.*十分钟拿到新卡/);
      await agent.shot('18j-reply-taken');
      await agent.tap('do-reply');
      await untilStatus(stage, 'finished');
      await agent.opens('/staff/guide/index');
      await agent.at(`entry-${card}`).waitFor();
      assert.equal(await agent.at('new-entry').count(), 0);
      await agent.tap(`entry-${card}`);
      await agent.at('versions').waitFor();
      await agent.shot('18k-keeping-agent');

      const head = await stage.enter('周敏');
      await head.opens('/pages/me/index');
      await head.tap('go-guide-keeping');
      await head.at('new-entry').waitFor();
      await head.shot('18l-keeping');
      await head.tap('new-entry');
      await head.write('entry-title', '乒乓球室怎么预约');
      await head.write('entry-words', '在三栋架空层，打电话约。');
      await head.write('entry-phone', '138 0000 6010');
      await head.tap('save-entry');
      await head.sees('个人的手机号不登');
      await head.shot('18m-own-number');
      await head.write('entry-phone', '0571-0000 0110');
      await head.tap('save-entry');
      await head.at('save-entry').waitFor({ state: 'hidden' });
      const court = await entryId(stage, '乒乓球室怎么预约');
      await head.tap(`entry-${court}`);
      await head.write('entry-words', '在三栋架空层，一次一小时。');

      const director = await stage.enter('郑涛');
      await director.opens('/staff/guide/index');
      await director.tap(`entry-${court}`);
      await director.write('entry-words', '搬到四栋了。');
      await director.tap('save-entry');
      await director.at('save-entry').waitFor({ state: 'hidden' });
      await head.tap('save-entry');
      await head.sees('刚才有同事改过');
      await head.tap('look-again');
      await head.at('stands-now').waitFor();
      await head.shot('18n-changed-meanwhile');
      await head.tap('go-on-from-here');
      await head.tap('save-entry');
      await head.at('save-entry').waitFor({ state: 'hidden' });
      const [last] = await stage.house.db.execute<{ words: string; version: number }>(
        sql`select words, version from guide_versions where entry_id = ${court} order by version desc limit 1`,
      );
      assert.deepEqual(last, { words: '在三栋架空层，一次一小时。', version: 3 });
      await head.tap(`entry-${court}`);
      await head.tap('withdraw-entry');
      await head.at('withdraw-entry').waitFor({ state: 'hidden' });
      await head.tap('show-withdrawn');
      await head.at(`entry-${court}`).waitFor();
      await head.shot('18o-withdrawn');
    },
  },
];
