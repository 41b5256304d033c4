import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { DAY, type Flow, newestTicket } from '../walk.ts';
import { begins, comesRound } from './surveys.ts';

/** Walked alone the estate has not begun yet; after the other flows it has. */
async function hasBegun(stage: Stage): Promise<boolean> {
  const rows = await stage.house.db.execute(sql`select 1 from channel_keepers k join offices o on o.id = k.office_id where o.letters = 'WT'`);
  return rows.length > 0;
}

/** Answers one question, and hands it in. */
async function answers(one: Actor, id: string, home = ''): Promise<void> {
  await one.opens(`/surveys/answer/index?id=${id}${home}`);
  await one.tap('buildings-4');
  await one.tap('submit');
  await one.at('counted').waitFor();
}

/** The news of the survey leads to it. */
async function readsNews(stage: Stage, id: string): Promise<Actor> {
  const elder = await stage.enter('王秀兰');
  await elder.opens('/pages/messages/index');
  await elder.sees('满意率调查发到您家了');
  await elder.shot('s3a-news');
  await elder.page.getByText('满意率调查发到您家了').first().click();
  await elder.at('progress').waitFor();
  assert(elder.page.url().includes(id), 'the news leads elsewhere');
  await elder.tap('buildings-4');
  await elder.tap('submit');
  await elder.at('ask-contact').waitFor();
  await elder.shot('s3b-thanks');
  return elder;
}

/** She asks to be contacted, in words of her own. */
async function asks(stage: Stage, elder: Actor): Promise<string> {
  await elder.tap('ask-contact');
  await elder.at('named').getByText('记名').waitFor();
  await elder.tap('submit');
  await elder.at('refusal').waitFor();
  await elder.tap('kind-enquiry');
  await elder.write('contact-words', '想问楼道的灯什么时候换');
  await elder.shot('s3c-contact');
  await elder.tap('submit');
  await elder.sees('想问楼道的灯什么时候换');
  await elder.shot('s3d-ticket');
  return (await newestTicket(stage)).id;
}

/** The agent finds it among the visits, calls, and writes down what was said. */
async function visits(stage: Stage, ticket: string): Promise<void> {
  const agent = await stage.enter('林晓芸');
  await agent.opens('/visits/queue/index');
  await agent.at(`visit-${ticket}-survey_visit`).waitFor();
  await agent.shot('s3e-queue');
  await agent.tap(`visit-${ticket}-survey_visit`);
  await agent.at('visit-opening').waitFor();
  await agent.sees('答完满意率调查，请我们联系');
  assert.equal(await agent.at('answer-quality').isVisible(), false, 'what was mended is asked where nothing was');
  await agent.shot('s3f-visit');
  await agent.tap('do-visit');
  await agent.at('refusal').waitFor();
  await agent.write('visit-words', '想换成声控的，说好月底前换');
  await agent.tap('do-visit');
  await agent.at('do-visit').waitFor({ state: 'hidden' });
}

/** In the large type: a key customer complains, and the director is to come. */
async function complains(stage: Stage, id: string): Promise<void> {
  const key = await stage.enter('方国栋', { large: true });
  await answers(key, id);
  await key.tap('ask-contact');
  await key.at('named').waitFor();
  await key.shot('s3g-contact-x14');
  await key.tap('kind-complaint');
  await key.tap('against-agent');
  await key.at('who-sees').getByText('客服看不到').waitFor();
  await key.write('contact-words', '客服回话总是拖');
  await key.at('who-sees').scrollIntoViewIfNeeded();
  await key.shot('s3h-complaint-x14');
  await key.tap('submit');
  await key.sees('客服回话总是拖');
  const ticket = (await newestTicket(stage)).id;
  const director = await stage.enter('郑涛');
  await director.opens('/visits/queue/index');
  await director.tap(`visit-${ticket}-survey_visit`);
  await director.write('visit-words', '登门听了，客服改了排班');
  await director.tap('do-visit');
  await director.at('refusal').getByText('登门').waitFor();
  await director.shot('s3i-in-person');
  await director.tap('channel-face_to_face');
  await director.tap('do-visit');
  await director.at('do-visit').waitFor({ state: 'hidden' });
}

/** Told, reminded, and heard by name (S1, S3, V6, Z16). Months pass here. */
export const SURVEY_CONTACT_FLOWS: readonly Flow[] = [
  {
    title: '满意率调查发出来：消息里看到 → 答完请我们联系 → 客服回访、主任登门 → 没答的截止前提醒一次',
    walk: async (stage) => {
      if (!(await hasBegun(stage))) await begins(stage, '郑涛', '林晓芸');
      const id = await comesRound(stage, 'WT');
      await stage.morning();
      const head = await stage.enter('周敏');
      await head.opens(`/surveys/staff/index?id=${id}`);
      await head.tap('open-issueSurvey');
      await head.tap('do-issueSurvey');
      await head.at('issued').waitFor();
      await stage.looksAfter();

      const elder = await readsNews(stage, id);
      const ticket = await asks(stage, elder);
      await elder.opens('/surveys/list/index');
      await elder.page.locator(`[id^="contact-${id}"]:visible`).first().waitFor();
      await elder.shot('s3j-list');
      const husband = await stage.enter('李德明');
      await husband.opens(`/surveys/answer/index?id=${id}`);
      await husband.at('contact-asked').waitFor();
      await visits(stage, ticket);
      await complains(stage, id);

      stage.passes(8 * DAY);
      await stage.looksAfter();
      await stage.morning();
      await stage.looksAfter();
      await head.page.reload();
      await head.at('reminded').waitFor();
      await head.shot('s3k-reminded');
      const silent = await stage.enter('吴晓雯', { large: true });
      await silent.opens('/pages/messages/index');
      await silent.sees('满意率调查快截止了');
      await silent.shot('s3l-reminder-x14');
      await elder.opens('/pages/messages/index');
      assert.equal(await elder.page.getByText('满意率调查快截止了').filter({ visible: true }).count(), 0, 'who answered is reminded');
    },
  },
];
