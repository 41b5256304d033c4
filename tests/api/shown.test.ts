import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { MAX_PHOTOS, TAKEN_PHOTO_HOURS } from '../../shared/contract/photos.ts';
import { storyOfEach } from '../support/api-story.ts';
import { A_PHOTO, A_VOICE } from '../support/media.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();
const HOME = '3栋2单元502';
const NOTE = { with: 'report', type: 'audio/mpeg', bytes: A_VOICE.length, seconds: 12 } as const;

async function speaks(name: string, { id }: Told): Promise<string> {
  const api = await s.client(name);
  const { voiceId, upload } = await api.addVoice({ id, ...NOTE });
  await s.sends(upload, A_VOICE);
  await api.finaliseVoice({ id: voiceId });
  return voiceId;
}

const seen = async (name: string, { id }: Told) => {
  const { photos, thread } = await (await s.client(name)).ticket({ id });
  return { photos: photos.map((one) => one.id), voice: thread[0]?.voice?.id ?? null };
};
const opens = (name: string, { id }: Told) => s.client(name).then((api) => api.ticket({ id }));

describe('手册 I3、C1 投诉、建议、表扬、咨询也能拍、能说', () => {
  test('投诉带照片和语音：本人和处理的人看得到、听得到，被投诉的人、同住的人一样也打不开', async () => {
    const ticket = await s.resident('王秀兰').complains({}, '前台态度差');
    const [photo, voice] = [await s.photo('王秀兰', ticket, 'report'), await speaks('王秀兰', ticket)];
    for (const name of ['王秀兰', '何静', '郑涛']) expect([name, await seen(name, ticket)]).toEqual([name, { photos: [photo], voice }]);
    await s.agent('林晓芸').points(ticket, { accused: ['何静'] });
    for (const name of ['何静', '李德明']) {
      const api = await s.client(name);
      expect([name, await refusal(opens(name, ticket))]).toEqual([name, 'seen/not-found']);
      expect([name, await refusal(api.finalisePhoto({ id: photo }))]).toEqual([name, 'seen/not-found']);
      expect([name, await refusal(api.finaliseVoice({ id: voice }))]).toEqual([name, 'seen/not-found']);
      expect([name, await refusal(s.photo(name, ticket, 'report'))]).toEqual([name, 'seen/not-found']);
      expect([name, await refusal(speaks(name, ticket))]).toEqual([name, 'seen/not-found']);
    }
    expect(await seen('郑涛', ticket)).toEqual({ photos: [photo], voice });
  });

  test.each(['suggestion', 'praise', 'enquiry'] as const)('%s：同住的人看得到，“只有我看”的打不开', async (kind) => {
    const api = await s.client('王秀兰');
    const homeId = await s.homeId(HOME);
    const open = await api.speak({ kind, homeId, words: '门口的灯', spoken: false, onlyMine: false });
    const mine = await api.speak({ kind, homeId, words: '门口的灯', spoken: false, onlyMine: true });
    for (const ticket of [open, mine]) {
      await s.photo('王秀兰', ticket, 'report');
      await speaks('王秀兰', ticket);
      expect(await seen('林晓芸', ticket)).toMatchObject({ photos: [expect.any(String)], voice: expect.any(String) });
    }
    expect(await seen('李德明', open)).toMatchObject({ photos: [expect.any(String)], voice: expect.any(String) });
    expect(await refusal(opens('李德明', mine))).toBe('seen/not-found');
  });

  test('只用说的也收：写着“语音留言”，语音随后就到；什么都没说的不收', async () => {
    const api = await s.client('王秀兰');
    const homeId = await s.homeId(HOME);
    const ticket = await api.complain({ homeId, words: '', spoken: true });
    expect((await opens('郑涛', ticket)).thread[0]).toMatchObject({ body: '语音留言', voice: null });
    const voice = await speaks('王秀兰', ticket);
    expect((await opens('郑涛', ticket)).thread[0]).toMatchObject({ body: '语音留言', voice: { id: voice, seconds: 12 } });
    const remark = await api.speak({ kind: 'praise', homeId, words: ' ', spoken: true });
    expect((await opens('林晓芸', remark)).thread[0]).toMatchObject({ body: '语音留言' });
    expect(await refusal(api.complain({ homeId, words: ' ' }))).toBe('request/invalid');
    expect(await refusal(api.speak({ kind: 'praise', homeId, words: '' }))).toBe('request/invalid');
  });
});

describe('手册 I4、C3 替人记一件，信和纸条拍下来一起交', () => {
  test('记投诉的同事补得上照片，处理的人和住户看得到；别的同事补不上；过了时候就补不上了', async () => {
    const ticket = await s.person('林晓芸').takesComplaint({ home: HOME, who: '王秀兰' });
    const photo = await s.photo('林晓芸', ticket, 'report');
    for (const name of ['林晓芸', '郑涛', '王秀兰']) expect([name, (await seen(name, ticket)).photos]).toEqual([name, [photo]]);
    expect(await refusal(s.photo('何静', ticket, 'report'))).toBe('ticket/not-yours');
    expect(await refusal(speaks('林晓芸', ticket))).toBe('ticket/not-yours');
    s.at(`2026-03-0${2 + TAKEN_PHOTO_HOURS / 24} 09:00`);
    await s.photo('林晓芸', ticket, 'report');
    s.at(`2026-03-0${2 + TAKEN_PHOTO_HOURS / 24} 09:01`);
    expect(await refusal(s.photo('林晓芸', ticket, 'report'))).toBe('ticket/not-yours');
  });

  test('记完就看不到的投诉，信的照片照样交得上；交上去也看不到这件投诉，住户拍了几张也看不出来', async () => {
    const ticket = await s.person('林晓芸').takesComplaint({ home: HOME, who: '王秀兰', compensation: true });
    expect(await refusal(opens('林晓芸', ticket))).toBe('seen/not-found');
    for (let n = 0; n < MAX_PHOTOS - 1; n += 1) await s.photo('王秀兰', ticket, 'report');
    const api = await s.client('林晓芸');
    const given = { id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: A_PHOTO.length } as const;
    const { photoId, upload } = await api.addPhoto(given, { key: 'one-letter-one-photo' });
    await s.sends(upload, A_PHOTO);
    await api.finalisePhoto({ id: photoId });
    expect((await api.addPhoto(given, { key: 'one-letter-one-photo' })).photoId).toBe(photoId);
    for (let n = 1; n < MAX_PHOTOS; n += 1) await s.photo('林晓芸', ticket, 'report');
    expect(await refusal(s.photo('林晓芸', ticket, 'report'))).toBe('photo/too-many');
    expect((await seen('曾勇', ticket)).photos).toHaveLength(2 * MAX_PHOTOS - 1);
    expect(await refusal(opens('林晓芸', ticket))).toBe('seen/not-found');
    for (const purpose of ['message', 'result'] as const) expect(await refusal(s.photo('林晓芸', ticket, purpose))).toBe('seen/not-found');
    expect(await refusal(s.photo('何静', ticket, 'report'))).toBe('seen/not-found');
    s.at('2026-03-03 09:01');
    expect(await refusal(api.finalisePhoto({ id: photoId }))).toBe('seen/not-found');
    expect(await refusal(s.photo('林晓芸', ticket, 'report'))).toBe('seen/not-found');
  });

  test('同事拍的信不占住户的九张：各有九张，一家人的合在一起数', async () => {
    const ticket = await s.person('林晓芸').takesDown({ home: HOME, who: '王秀兰', category: 'doors' });
    for (let n = 0; n < MAX_PHOTOS; n += 1) await s.photo('林晓芸', ticket, 'report');
    for (let n = 0; n < MAX_PHOTOS - 1; n += 1) await s.photo('王秀兰', ticket, 'report');
    await s.photo('李德明', ticket, 'report');
    for (const name of ['王秀兰', '李德明', '林晓芸'])
      expect([name, await refusal(s.photo(name, ticket, 'report'))]).toEqual([name, 'photo/too-many']);
    expect((await seen('郑涛', ticket)).photos).toHaveLength(2 * MAX_PHOTOS);
  });

  test('补记昨天说的，也从记下来的时候算；离开公司就交不上了', async () => {
    const ticket = await s.person('林晓芸').takesComplaint({ home: HOME, who: '王秀兰', compensation: true, saidAt: '2026-03-01 10:00' });
    s.at('2026-03-02 20:00');
    await s.photo('林晓芸', ticket, 'report');
    await s.world.house.db.execute(sql`update appointments set until_at = '2026-03-02T11:30:00Z' where person_id = ${await s.personId('林晓芸')}`);
    expect(await refusal(s.photo('林晓芸', ticket, 'report'))).toBe('seen/not-found');
  });
});

test('手册 A2 投诉的照片和语音，和别的一样留着，够年限一起清掉', async () => {
  const ticket = await s.resident('王秀兰').complains({}, '前台态度差');
  await s.photo('王秀兰', ticket, 'report');
  await speaks('王秀兰', ticket);
  await s.agent('林晓芸').formallyReplies(ticket);
  await s.resident('王秀兰').confirms(ticket);
  await s.agent('林晓芸').recordsCause(ticket);
  await s.agent('林晓芸').concludes(ticket);
  expect(await s.status(ticket)).toBe('closed');
  s.at('2029-03-03 09:00');
  expect((await s.tidies()).filter((one) => /voice|photo/.test(one.what)).map(({ what, rows }) => [what, rows])).toEqual([
    ['photos', 1],
    ['voices', 1],
  ]);
});
