import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach, toldIn } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach();

test('没留姓名的投诉：没有哪一户、没有号码，谁也没收到消息，要打的电话也没有人欠', async () => {
  const ticket = await s.person('袁媛').takesUnnamedComplaint({ door: 'company', estate: 'WT' });
  await s.person('袁媛').answersUnnamed(ticket, 'public');
  const seen = await s.detail('吴桐', ticket);
  expect(seen.reporter).toEqual({ name: '不具名', phone: '', as: '没留姓名' });
  expect(seen.where).toBe('意见箱');
  expect(seen.actions.map((one) => one.action)).not.toContain('reveal');
  expect(await s.count(sql`select count(*)::int as n from tickets where home_id is not null and id = ${ticket.id}`)).toBe(0);
  expect(await s.count(sql`select count(*)::int as n from inbox i join tickets t on t.id = i.subject where i.person_id = t.reporter_id`)).toBe(0);
  const { items } = await (await s.client('吴桐')).visits({});
  expect(items.map((one) => [one.number, one.unnamed, one.residentName])).toEqual([[ticket.number, true, '不具名']]);
});

test('住在小区里的同事一样看得到、办得了：没有哪一户，就不是谁家的', async () => {
  const ticket = await s.agent('林晓芸').takesUnnamedComplaint();
  const seen = await s.detail('何静', ticket);
  expect(seen.actions.map((one) => one.action)).toContain('answerUnnamed');
  await s.person('何静').answersUnnamed(ticket, 'nobody');
  expect((await (await s.client('王秀兰')).tickets({ as: 'resident' })).items).toEqual([]);
  expect(toldIn(await (await s.client('林晓芸')).search({ q: ticket.number }))).toContain(ticket.number);
});

test('转给部门办好了，没有人可告诉，也就不欠“告诉住户”', async () => {
  const ticket = await s.agent('林晓芸').takesUnnamedComplaint();
  const answerBy = new Date(s.world.now().getTime() + 3_600_000).toISOString();
  const slip = { kind: 'handover', ticketId: ticket.id, department: 'environment', content: '请看看', answerBy, lead: false } as const;
  const { id } = await (await s.client('林晓芸')).giveErrand(slip, { key: crypto.randomUUID() });
  await (await s.client('罗芳')).giveBackErrand({ id, words: '看过了' });
  const seen = await (await s.client('林晓芸')).errand({ id });
  expect(seen.promises.map((one) => one.what)).toEqual(expect.not.arrayContaining(['resident_told']));
  expect(seen.actions.map((one) => one.action)).not.toContain('tellResident');
});

test('没说是谁的，不能又写哪一户；咨询、表扬要有人可答，记不了', async () => {
  const api = await s.client('林晓芸');
  const officeId = await s.officeId('WT');
  const homeId = await s.homeId('3栋2单元502');
  const given = { words: '楼道堆东西', channel: 'suggestion_box' as const, unnamed: true };
  expect(await refusal(api.takeComplaint({ ...given, officeId, homeId }))).toBe('request/invalid');
  expect(await refusal(api.takeComplaint(given))).toBe('request/invalid');
  expect(await refusal(api.takeComplaint({ words: '没有户', name: '有人', channel: 'letter' }))).toBe('request/invalid');
  expect(await refusal(api.takeRemark({ ...given, officeId, kind: 'enquiry' }))).toBe('request/invalid');
  const { offices, items } = await (await s.client('袁媛')).intakeHomes({});
  expect([offices.map((one) => one.name), items]).toEqual([['海棠湾', '梧桐里'], []]);
});

test('没留姓名的建议办完了：没有人可问，不说“住户没有回话”；留了姓名的照旧', async () => {
  const named = await s.resident('周文静').speaks('suggestion', '装一把椅子');
  const ticket = await s.agent('林晓芸').takesUnnamedSuggestion();
  for (const one of [named, ticket]) {
    await s.agent('林晓芸').adopts(one, '2026-03-20 18:00');
    await s.agent('林晓芸').carriesOut(one);
  }
  s.at('2026-03-30 09:00');
  await s.looksAfter();
  const end = async (one: { id: string }) =>
    (await s.detail('林晓芸', one as never)).history.find((line) => line.did === 'confirmed_by_silence')?.text;
  const heard = async () =>
    (await (await s.client('林晓芸')).inbox({})).items.flatMap((one) => (one.text.includes('办完了') ? [[one.ticketId, one.text]] : []));
  expect([await end(named), await end(ticket)]).toEqual(['住户没有回话，办完了，没有打分', '没留姓名，没有人可问，按答复办完了']);
  expect(await heard()).toEqual(
    expect.arrayContaining([
      [named.id, '没有回话，办完了'],
      [ticket.id, '没留姓名，按答复办完了'],
    ]),
  );
});
