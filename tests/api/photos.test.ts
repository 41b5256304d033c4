import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openFolder } from '../../api/storage/folder.ts';
import { typeOfBytes } from '../../api/storage/storage.ts';
import { stripPicture } from '../../api/storage/strip.ts';
import { A_PHOTO, type HttpStory, httpStory } from '../support/http-story.ts';
import { refusal, type Told } from '../support/story.ts';
import { SECRETS } from '../support/world.ts';

const KEY = '01a15fdd-063a-7593-ab3f-2ad78571ebf4/01a15fdd-063a-7593-ab3f-2ad95866709d';

describe('storage keeps its contract: a folder', () => {
  const now = new Date('2026-03-02T01:00:00Z');
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const open = () => openFolder(mkdtempSync(path.join(os.tmpdir(), 'huiyin-folder-')), SECRETS.STORAGE_SECRET);
  const linkParts = (link: string) => {
    const url = new URL(link, 'http://house');
    return [url.searchParams.get('expires')!, url.searchParams.get('signature')!] as const;
  };

  test('takes a file by its form and gives it by its link', async () => {
    const folder = open();
    const { fields } = folder.presign(KEY, { type: 'image/jpeg', maxBytes: 100 }, now);
    expect(await folder.receive(fields, A_PHOTO, now)).toBe(true);
    expect(await folder.read(KEY)).toBeNull();
    await folder.keep(KEY, (await folder.arrived(KEY))!);
    expect(await folder.arrived(KEY)).toBeNull();
    expect(Buffer.from((await folder.read(KEY))!)).toEqual(Buffer.from(A_PHOTO));
    expect(await folder.receive(fields, Uint8Array.from([1]), now)).toBe(true);
    expect(Buffer.from((await folder.read(KEY))!)).toEqual(Buffer.from(A_PHOTO));
    expect(await folder.serve(KEY, ...linkParts(folder.link(KEY, now)), at(299))).not.toBeNull();
    await folder.remove(KEY);
    expect(await folder.read(KEY)).toBeNull();
  });

  test('refuses what is too big, too late, forged, or somewhere else', async () => {
    const folder = open();
    const { fields } = folder.presign(KEY, { type: 'image/jpeg', maxBytes: A_PHOTO.length }, now);
    expect(await folder.receive(fields, new Uint8Array(A_PHOTO.length + 1), now)).toBe(false);
    expect(await folder.receive(fields, new Uint8Array(0), now)).toBe(false);
    expect(await folder.receive(fields, A_PHOTO, at(601))).toBe(false);
    expect(await folder.receive({ ...fields, maxBytes: '999999' }, A_PHOTO, now)).toBe(false);
    expect(await folder.receive({ ...fields, key: '../../etc/passwd' }, A_PHOTO, now)).toBe(false);
    expect(await folder.receive({}, A_PHOTO, now)).toBe(false);
    expect(await folder.read('../secrets.json')).toBeNull();
    const [expires, signature] = linkParts(folder.link(KEY, now));
    expect(await folder.serve(KEY, expires, signature, at(301))).toBeNull();
    expect(await folder.serve(KEY, String(Number(expires) + 60), signature, now)).toBeNull();
  });

  test('knows a picture by its bytes', () => {
    expect(typeOfBytes(A_PHOTO)).toBe('image/jpeg');
    expect(typeOfBytes(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('image/png');
    expect(typeOfBytes(Buffer.from('<svg onload=alert(1)>'))).toBeNull();
  });
});

describe('photos of a ticket', () => {
  let s: HttpStory;
  let ticket: Told;
  beforeAll(async () => {
    s = await httpStory();
    s.at('2026-03-02 09:00');
  });
  beforeEach(async () => {
    ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
  });
  afterAll(() => s.close());

  test('three to a report, seen by those who may see the ticket, by a link that ends', async () => {
    for (let n = 0; n < 3; n += 1) await s.photo('王秀兰', ticket, 'report');
    expect(await refusal(s.photo('王秀兰', ticket, 'report'))).toBe('photo/too-many');
    const { photos } = await (await s.client('林晓芸')).ticket({ id: ticket.id });
    expect(photos).toHaveLength(3);
    const link = photos[0]!.url.replace(/^\/api/, '');
    const seen = await s.fetch(null, link);
    expect([seen.status, seen.headers.get('content-type'), seen.headers.get('x-content-type-options')]).toEqual([200, 'image/jpeg', 'nosniff']);
    expect(
      (
        await s.fetch(
          null,
          link.replace(/signature=(.)/, (_, digit) => `signature=${digit === '0' ? '1' : '0'}`),
        )
      ).status,
    ).toBe(404);
  });

  test('only whoever it is may add, and only what is a picture', async () => {
    expect(await refusal(s.photo('林晓芸', ticket, 'report'))).toBe('ticket/not-yours');
    expect(await refusal(s.photo('陈一鸣', ticket, 'report'))).toBe('seen/not-found');
    const api = await s.client('王秀兰');
    const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: 20 });
    expect(await refusal(api.finalisePhoto({ id: photoId }))).toBe('photo/not-accepted');
    const form = new FormData();
    for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
    form.set('file', new Blob(['not a picture at all']), 'x.jpg');
    expect((await s.fetch(null, '/files', { method: 'POST', body: form })).status).toBe(204);
    expect(await refusal(api.finalisePhoto({ id: photoId }))).toBe('photo/not-accepted');
    expect((await api.ticket({ id: ticket.id })).photos).toEqual([]);
  });

  test('loses where and when it was taken, keeps how it is to be turned', async () => {
    const exif = (orientation: number) => [
      0xff,
      0xe1,
      0,
      46,
      0x45,
      0x78,
      0x69,
      0x66,
      0,
      0,
      0x4d,
      0x4d,
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      2,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      orientation,
      0,
      0,
      0x88,
      0x25,
      0,
      4,
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      99,
      0,
      0,
      0,
      0,
    ];
    const comment = [0xff, 0xfe, 0, 6, 0x47, 0x50, 0x53, 0x21];
    const photo = (orientation: number) => Uint8Array.from([...A_PHOTO.slice(0, 2), ...exif(orientation), ...comment, ...A_PHOTO.slice(2)]);
    expect(Buffer.from(stripPicture('image/jpeg', photo(1))!)).toEqual(Buffer.from(A_PHOTO));
    const turned = stripPicture('image/jpeg', photo(6))!;
    expect(Buffer.from(turned).includes(Buffer.from([0x88, 0x25]))).toBe(false);
    expect(Buffer.from(turned).includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
    expect(Buffer.from(stripPicture('image/jpeg', turned)!)).toEqual(Buffer.from(turned));
    expect(stripPicture('image/jpeg', A_PHOTO.slice(0, 12))).toBeNull();
    const png = readFileSync('host/demo/result.png');
    const told = Buffer.concat([png.subarray(0, 33), Buffer.from([0, 0, 0, 3]), Buffer.from('tEXtabc'), Buffer.alloc(4), png.subarray(33)]);
    expect(Buffer.from(stripPicture('image/png', told)!)).toEqual(png);
  });

  test('what was shown stays what it was, whatever is sent by the old form', async () => {
    const api = await s.client('王秀兰');
    const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: 20 });
    const send = (bytes: Uint8Array) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
      form.set('file', new Blob([bytes as never]), 'x.jpg');
      return s.fetch(null, '/files', { method: 'POST', body: form });
    };
    await send(A_PHOTO);
    const { photo } = await api.finalisePhoto({ id: photoId });
    expect((await send(Buffer.from('<html>other</html>'))).status).toBe(204);
    await api.finalisePhoto({ id: photoId });
    const shown = await s.fetch(null, photo.url.replace(/^\/api/, ''));
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(Buffer.from(A_PHOTO));
  });

  test('without a result photo of his own, of this round, nobody is finished', async () => {
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const api = await s.client('赵建国');
    expect(await refusal(s.photo('赵建国', ticket, 'result'))).toBe('ticket/action-refused');
    await api.arrive({ id: ticket.id });
    expect(await refusal(api.finish({ id: ticket.id, result: '好了', photoIds: [] }))).toBe('request/invalid');
    expect(await refusal(api.finish({ id: ticket.id, result: '好了', photoIds: [crypto.randomUUID()] }))).toBe('request/invalid');
    const reported = await s.photo('王秀兰', ticket, 'report');
    expect(await refusal(api.finish({ id: ticket.id, result: '好了', photoIds: [reported] }))).toBe('request/invalid');
    await api.finish({ id: ticket.id, result: '好了', photoIds: [await s.photo('赵建国', ticket, 'result')] });
    expect(await s.status(ticket)).toBe('finished');
  });
});
