import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach } from '../support/api-story.ts';
import { A_PHOTO } from '../support/media.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();
let ticket: Told;
beforeEach(async () => {
  ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '阳台门关不严' });
});

const see = async (name: string, one = ticket) => (await s.client(name)).ticket({ id: one.id });
const bodies = async (name: string, one = ticket) => (await see(name, one)).thread.map((said) => said.body);
const card = async (name: string) => (await (await s.client(name)).tickets({ show: 'open' })).items.find((one) => one.id === ticket.id);
/** Shows somebody everything said so far. */
async function reads(name: string): Promise<void> {
  const last = (await see(name)).thread.at(-1);
  await (await s.client(name)).look({ id: ticket.id, readTo: last?.id ?? null });
}

async function messagePhoto(name: string): Promise<string> {
  const api = await s.client(name);
  const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose: 'message', type: 'image/jpeg', bytes: A_PHOTO.length });
  const form = new FormData();
  for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
  form.set('file', new Blob([A_PHOTO], { type: 'image/jpeg' }), 'photo.jpg');
  await s.fetch(null, upload.url.replace(/^\/api/, ''), { method: 'POST', body: form });
  await api.finalisePhoto({ id: photoId });
  return photoId;
}

test('手册 I2 a note is read by colleagues and by nobody who lives there: not in the thread, the history, the register, the inbox or a search', async () => {
  await s.agent('林晓芸').notes(ticket, '总阀也关不动，一起换');
  expect(await bodies('陈立')).toContain('总阀也关不动，一起换');
  expect((await see('陈立')).thread.at(-1)).toMatchObject({ kind: 'note', direction: 'internal' });
  for (const name of ['王秀兰', '李德明']) {
    expect(JSON.stringify(await see(name))).not.toMatch(/总阀|noted/);
    expect(await s.resident(name).heard(ticket)).toEqual([]);
  }
  // An agent whose own report it is.
  const own = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
  await s.agent('林晓芸').notes(own, '何静家的，按一般的办');
  expect(JSON.stringify(await see('何静', own))).not.toMatch(/按一般的办|noted/);
  const hers = await s.client('何静');
  expect((await hers.register({})).items.map((line) => line.body)).not.toContain('何静家的，按一般的办');
  expect((await hers.search({ q: '按一般的办' })).items).toEqual([]);
  expect((await hers.tickets({ show: 'open' })).items.find((one) => one.id === own.id)?.unread).toBe(false);
  expect((await (await s.client('林晓芸')).search({ q: '按一般的办' })).items).toHaveLength(1);
});

test('unread is what others said since one looked, for each person alone; notes count for colleagues only', async () => {
  expect((await card('林晓芸'))?.unread).toBe(false);
  await s.resident('王秀兰').says(ticket, '师傅几点来');
  expect([(await card('林晓芸'))?.unread, (await card('王秀兰'))?.unread, (await card('李德明'))?.unread]).toEqual([true, false, true]);
  expect((await (await s.client('林晓芸')).workbench({})).items[0]?.unread).toBe(true);
  await reads('林晓芸');
  expect([(await card('林晓芸'))?.unread, (await card('周敏'))?.unread]).toEqual([false, true]);
  await reads('李德明');
  await s.agent('林晓芸').notes(ticket, '只给同事');
  expect([(await card('李德明'))?.unread, (await card('王秀兰'))?.unread, (await card('周敏'))?.unread, (await see('林晓芸')).unread]).toEqual([
    false,
    false,
    true,
    false,
  ]);
  await s.agent('林晓芸').says(ticket, '中午前到');
  expect([(await card('李德明'))?.unread, (await card('王秀兰'))?.unread]).toEqual([true, true]);
  await reads('王秀兰');
  expect([(await card('李德明'))?.unread, (await card('王秀兰'))?.unread]).toEqual([true, false]);
  // Nobody reads back, and nobody reads in another's ticket.
  const first = (await see('王秀兰')).thread[0]!;
  await (await s.client('王秀兰')).look({ id: ticket.id, readTo: first.id });
  expect((await card('王秀兰'))?.unread).toBe(false);
  expect(await refusal((await s.client('陈一鸣')).look({ id: ticket.id }))).toBe('seen/not-found');
});

test('colleagues see who else has the ticket open, for a minute; residents are neither shown nor told', async () => {
  const look = async (name: string) => (await (await s.client(name)).look({ id: ticket.id })).others.map((one) => one.name);
  expect(await look('陈立')).toEqual([]);
  expect(await look('林晓芸')).toEqual(['陈立']);
  expect(await look('王秀兰')).toEqual([]);
  expect(await look('陈立')).toEqual(['林晓芸']);
  s.at('2026-03-02 09:01');
  expect(await look('林晓芸')).toEqual([]);
  const own = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
  await (await s.client('林晓芸')).look({ id: own.id });
  expect((await (await s.client('何静')).look({ id: own.id })).others).toEqual([]);
  expect(await look('陈立')).toEqual([]);
  expect(await s.history(ticket)).toEqual(['received']);
});

test('photos go with a message, and with a note to colleagues only; without words, and never twice', async () => {
  const photoId = await messagePhoto('王秀兰');
  expect(JSON.stringify(await see('林晓芸'))).not.toContain(photoId);
  const hers = await s.client('王秀兰');
  await hers.say({ id: ticket.id, words: '', photoIds: [photoId] });
  expect((await see('林晓芸')).thread.at(-1)?.photos.map((one) => one.id)).toEqual([photoId]);
  expect(await refusal(hers.say({ id: ticket.id, words: '再发一次', photoIds: [photoId] }))).toBe('request/invalid');
  expect(await refusal(hers.say({ id: ticket.id, words: '' }))).toBe('request/invalid');
  const inside = await messagePhoto('林晓芸');
  expect(await refusal(hers.say({ id: ticket.id, words: '别人的照片', photoIds: [inside] }))).toBe('request/invalid');
  await (await s.client('林晓芸')).note({ id: ticket.id, words: '总阀照片', photoIds: [inside] });
  expect((await see('陈立')).thread.at(-1)?.photos.map((one) => one.id)).toEqual([inside]);
  expect(JSON.stringify(await see('王秀兰'))).not.toContain(inside);
});

test('canned replies: the service centre’s head writes, colleagues use them filled in, nobody sends what is not filled in', async () => {
  const agent = await s.client('林晓芸');
  const head = await s.client('周敏');
  const { offices } = await head.replies({});
  const officeId = offices[0]!.id;
  expect(offices).toMatchObject([{ name: '梧桐里', mayWrite: true }]);
  expect((await agent.replies({})).offices).toMatchObject([{ mayWrite: false }]);
  expect(await refusal(agent.saveReply({ officeId, title: '问好', body: '您好' }))).toBe('replies/not-yours');
  expect(await refusal((await s.client('唐慧')).saveReply({ officeId, title: '问好', body: '您好' }))).toBe('replies/not-yours');
  expect(await refusal(head.saveReply({ officeId, title: '问好', body: '{姓名}您好' }))).toBe('request/invalid');
  const { id } = await head.saveReply({ officeId, title: '几点到', body: '{称呼}您好，{师傅}{约定时间}到{房号}' });
  const filled = async () => (await agent.ticketReplies({ id: ticket.id })).items.find((one) => one.id === id)?.text;
  expect(await filled()).toBe('王秀兰您好，{师傅}3月5日 周四 09:00 前到3栋2单元502');
  expect(await refusal(agent.say({ id: ticket.id, words: (await filled())! }))).toBe('request/invalid');
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  expect(await filled()).toContain('赵建国师傅');
  await s.agent('林晓芸').says(ticket, (await filled())!);
  expect(await refusal((await s.client('王秀兰')).ticketReplies({ id: ticket.id }))).toBe('ticket/not-yours');
  s.at('2026-03-02 10:00');
  await head.saveReply({ officeId, replyId: id, title: '几点到', body: '{称呼}您好' });
  expect(await filled()).toBe('王秀兰您好');
  expect(await refusal((await s.client('唐慧')).withdrawReply({ id }))).toBe('seen/not-found');
  await head.withdrawReply({ id });
  expect(await filled()).toBeUndefined();
  const lines = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from canned_replies where reply_id = ${id}`);
  expect(lines[0]?.n).toBe(3);
});

test('手册 S9 a score is kept once a closure, seen by who reported it and by colleagues, and its words stand in the register', async () => {
  const finish = async () => {
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
  };
  await finish();
  expect(await refusal((await s.client('王秀兰')).confirm({ id: ticket.id, score: 6 as never }))).toBe('request/invalid');
  await s.resident('王秀兰').saysNotFixed(ticket);
  await finish();
  const tries = await Promise.allSettled(
    ['王秀兰', '李德明'].map((name) => s.resident(name).confirms(ticket, 2, '门还是响', ['not_lasting', 'not_lasting'])),
  );
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const rows = await s.world.house.db.execute<Record<string, unknown>>(sql`select round, score, tags from ratings where ticket_id = ${ticket.id}`);
  expect([...rows]).toEqual([{ round: 2, score: 2, tags: ['not_lasting'] }]);
  for (const name of ['王秀兰', '李德明', '林晓芸', '周敏'])
    expect((await see(name)).rating).toEqual({ score: 2, text: '2 星，不满意；修得不牢', words: '门还是响' });
  const bench = (await (await s.client('周敏')).workbench({})).items.find((one) => one.id === ticket.id);
  expect(bench).toMatchObject({ status: 'closed', next: { label: '低分后联系住户' } });
});
