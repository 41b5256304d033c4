import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { stripVoice, typeOfVoice } from '../../api/storage/voice.ts';
import { MAX_VOICE_BYTES, MAX_VOICE_SECONDS } from '../../shared/contract/voices.ts';
import { storyOfEach } from '../support/api-story.ts';
import { A_PHOTO, A_VOICE } from '../support/media.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();
let ticket: Told;
beforeEach(async () => {
  ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
});

const NOTE = { type: 'audio/mpeg', bytes: A_VOICE.length, seconds: 12 } as const;

/** A voice note whole, at the server. */
async function voice(name: string, words: 'report' | 'message', told = ticket): Promise<string> {
  const api = await s.client(name);
  const { voiceId, upload } = await api.addVoice({ id: told.id, with: words, ...NOTE });
  await s.sends(upload, A_VOICE);
  await api.finaliseVoice({ id: voiceId });
  return voiceId;
}
const thread = async (name: string) => (await (await s.client(name)).ticket({ id: ticket.id })).thread;

describe('a voice note', () => {
  test('with the report: heard by whoever sees the ticket, with its seconds, by a link that ends; one only', async () => {
    const id = await voice('王秀兰', 'report');
    for (const name of ['王秀兰', '李德明', '林晓芸']) expect((await thread(name))[0]!.voice).toMatchObject({ id, seconds: 12 });
    const link = (await thread('林晓芸'))[0]!.voice!.url.replace(/^\/api/, '');
    const heard = await s.fetch(null, link);
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
    expect(Buffer.from(await heard.arrayBuffer())).toEqual(Buffer.from(A_VOICE));
    expect(await refusal(voice('王秀兰', 'report'))).toBe('voice/too-many');
    expect(await refusal(voice('李德明', 'report'))).toBe('ticket/not-yours');
    expect((await (await s.client('王秀兰')).ticket({ id: ticket.id })).photos).toEqual([]);
    s.at('2026-03-02 09:06');
    expect((await s.fetch(null, link)).status).toBe(404);
  });

  test('with a message: unheard until it is said, then with those words; without words it says so', async () => {
    const api = await s.client('王秀兰');
    const id = await voice('王秀兰', 'message');
    expect(JSON.stringify(await thread('林晓芸'))).not.toContain(id);
    await api.say({ id: ticket.id, words: '', voiceId: id });
    const said = (await thread('林晓芸')).at(-1)!;
    expect([said.body, said.voice?.id, said.voice?.seconds]).toEqual(['语音留言', id, 12]);
    const second = await voice('王秀兰', 'message');
    await api.say({ id: ticket.id, words: '您听听这声音', voiceId: second });
    expect((await thread('赵建国').catch(() => thread('林晓芸'))).at(-1)).toMatchObject({ body: '您听听这声音', voice: { id: second } });
    expect((await thread('王秀兰')).filter((one) => one.voice !== null)).toHaveLength(2);
  });

  test('said once, by whoever spoke it, on its own ticket, once it is there; and a message needs words or a voice', async () => {
    const api = await s.client('王秀兰');
    const other = await s.resident('王秀兰').reports({ category: 'doors' });
    const id = await voice('王秀兰', 'message');
    const say = (name: string, told: Told, voiceId: string) => s.client(name).then((one) => one.say({ id: told.id, words: '听', voiceId }));
    expect(await refusal(say('李德明', ticket, id))).toBe('request/invalid');
    expect(await refusal(say('王秀兰', other, id))).toBe('request/invalid');
    expect(await refusal(say('王秀兰', ticket, crypto.randomUUID()))).toBe('request/invalid');
    const { voiceId } = await api.addVoice({ id: ticket.id, with: 'message', ...NOTE });
    expect(await refusal(say('王秀兰', ticket, voiceId))).toBe('request/invalid');
    await say('王秀兰', ticket, id);
    expect(await refusal(say('王秀兰', ticket, id))).toBe('request/invalid');
    expect(await refusal(api.say({ id: ticket.id, words: ' ' }))).toBe('request/invalid');
    expect(await thread('王秀兰')).toHaveLength(2);
  });

  test('a finalise that comes late, with another sound sent meanwhile, replaces nothing', async () => {
    const api = await s.client('王秀兰');
    const { voiceId, upload } = await api.addVoice({ id: ticket.id, with: 'report', ...NOTE });
    await s.sends(upload, A_VOICE);
    const storage = s.world.house.storage!;
    const arrived = storage.arrived;
    let first = '';
    storage.arrived = async (key, max) => {
      storage.arrived = arrived;
      first = (await api.finaliseVoice({ id: voiceId })).voice.url;
      await s.sends(upload, Buffer.concat([A_VOICE, A_VOICE]));
      return arrived(key, max);
    };
    expect((await api.finaliseVoice({ id: voiceId })).voice.url).toBe(first);
    const heard = await s.fetch(null, (await thread('林晓芸'))[0]!.voice!.url.replace(/^\/api/, ''));
    expect(Buffer.from(await heard.arrayBuffer())).toEqual(Buffer.from(A_VOICE));
  });

  test('only residents speak so, where they may add to the report or say something', async () => {
    expect(await refusal(voice('林晓芸', 'report'))).toBe('ticket/not-yours');
    expect(await refusal(voice('林晓芸', 'message'))).toBe('ticket/not-yours');
    expect(await refusal(voice('陈一鸣', 'message'))).toBe('seen/not-found');
    const id = await voice('王秀兰', 'report');
    expect(await refusal(s.client('林晓芸').then((api) => api.finaliseVoice({ id })))).toBe('seen/not-found');
    expect(await refusal(s.client('王秀兰').then((api) => api.finalisePhoto({ id })))).toBe('seen/not-found');
    const photo = await s.photo('王秀兰', ticket, 'report');
    expect(await refusal(s.client('王秀兰').then((api) => api.finaliseVoice({ id: photo })))).toBe('seen/not-found');
  });

  test('at most a minute and a megabyte, and a sound by its bytes', async () => {
    const api = await s.client('王秀兰');
    const add = (change: object) => api.addVoice({ id: ticket.id, with: 'message', ...NOTE, ...change });
    for (const change of [{ seconds: MAX_VOICE_SECONDS + 1 }, { seconds: 0 }, { bytes: MAX_VOICE_BYTES + 1 }, { type: 'video/mp4' }])
      expect([change, await refusal(add(change))]).toEqual([change, 'request/invalid']);
    for (const bytes of [A_PHOTO, Buffer.from('not a sound at all, not at all'), Buffer.from(`${'\0'.repeat(4)}ftypM4A ${'\0'.repeat(8)}`)]) {
      const { voiceId, upload } = await add({ seconds: MAX_VOICE_SECONDS, bytes: MAX_VOICE_BYTES });
      await s.sends(upload, bytes);
      expect(await refusal(api.finaliseVoice({ id: voiceId }))).toBe('voice/not-accepted');
    }
  });

  test('手册 A2 没发出的语音过一天清掉，发出的和来往的话一样留着，够年限再清', async () => {
    const [said, unsaid] = [await voice('王秀兰', 'message'), await voice('王秀兰', 'message')];
    await (await s.client('王秀兰')).say({ id: ticket.id, words: '', voiceId: said });
    const tidy = async () => (await s.tidies()).filter((one) => /voice|photo/.test(one.what));
    s.at('2026-03-03 09:00');
    expect(await tidy()).toEqual([]);
    const [{ key } = { key: '' }] = await s.world.house.db.execute<{ key: string }>(sql`select storage_key as key from photos where id = ${unsaid}`);
    s.at('2026-03-03 09:01');
    expect((await tidy()).map(({ what, rows }) => [what, rows])).toEqual([['unsaid_voices', 1]]);
    await workOutbox(s.world.house);
    expect(await s.world.house.storage!.read(key)).toBeNull();
    expect((await thread('林晓芸')).at(-1)!.voice?.id).toBe(said);
    await (await s.client('林晓芸')).say({ id: ticket.id, words: '听到了，马上安排' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').confirms(ticket);
    s.at('2029-03-03 09:02');
    expect((await tidy()).map(({ what, rows }) => [what, rows])).toEqual([
      ['photos', 1],
      ['voices', 1],
    ]);
  });
});

test('a sound is known by its bytes, and loses what the phone wrote beside it', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const box = (kind: string, ...inside: Uint8Array[]) => {
    const body = Buffer.concat(inside);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  expect(typeOfVoice(A_VOICE)).toBe('audio/mpeg');
  expect(typeOfVoice(Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80]), Buffer.alloc(20)]))).toBe('audio/aac');
  expect(typeOfVoice(Buffer.alloc(40))).toBeNull();
  expect(typeOfVoice(A_PHOTO)).toBeNull();
  expect(typeOfVoice(A_VOICE.slice(0, 8))).toBeNull();

  const tagged = Buffer.concat([latin('ID3\x04\x00\x00\x00\x00\x00\x08home 502'), A_VOICE, latin('TAG'), Buffer.alloc(125, 0x41)]);
  expect(Buffer.from(stripVoice('audio/mpeg', tagged)!)).toEqual(Buffer.from(A_VOICE));
  expect(stripVoice('audio/mpeg', latin('ID3\x04\x00\x00\x00\x00\x00\x08home 502'))).toBeNull();

  const place = box('udta', latin('\xa9xyz+30.27+120.15/'));
  const m4a = Buffer.concat([box('ftyp', latin('M4A \0\0\0\0')), box('moov', box('trak', place), place), box('mdat', Buffer.alloc(30, 7))]);
  expect(typeOfVoice(m4a)).toBe('audio/mp4');
  const clean = Buffer.from(stripVoice('audio/mp4', m4a)!);
  expect([clean.length, clean.includes('+30.27'), clean.includes('free'), clean.subarray(-30).equals(Buffer.alloc(30, 7))]).toEqual([
    m4a.length,
    false,
    true,
    true,
  ]);
  expect(stripVoice('audio/mp4', m4a.subarray(0, m4a.length - 1))).toBeNull();
});
