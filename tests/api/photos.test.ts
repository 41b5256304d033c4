import { readFileSync } from 'node:fs';
import type http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { workOutbox } from '../../api/outbox/worker.ts';
import { typeOfBytes } from '../../api/storage/storage.ts';
import { stripPicture } from '../../api/storage/strip.ts';
import { createClient } from '../../shared/contract/client.ts';
import { DOORS } from '../../shared/contract/doors.ts';
import type { Api } from '../../shared/contract/index.ts';
import { MAX_PHOTOS } from '../../shared/contract/photos.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { storyOfAll } from '../support/api-story.ts';
import { A_PHOTO } from '../support/media.ts';
import { refusal, type Told } from '../support/story.ts';

test('knows a picture by its bytes', () => {
  expect(typeOfBytes(A_PHOTO)).toBe('image/jpeg');
  expect(typeOfBytes(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('image/png');
  expect(typeOfBytes(Buffer.from('<svg onload=alert(1)>'))).toBeNull();
});

describe('photos of a ticket', () => {
  const s = storyOfAll();
  let ticket: Told;
  beforeEach(async () => {
    ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
  });

  test('nine to a report, seen by those who may see the ticket, by a link that ends', async () => {
    for (let n = 0; n < MAX_PHOTOS; n += 1) await s.photo('王秀兰', ticket, 'report');
    expect(await refusal(s.photo('王秀兰', ticket, 'report'))).toBe('photo/too-many');
    const { photos } = await (await s.client('林晓芸')).ticket({ id: ticket.id });
    expect(photos).toHaveLength(9);
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

  /** Lets something happen just before the next finalise looks at what arrived. */
  function justBefore(happens: () => Promise<void>): void {
    const storage = s.world.house.storage!;
    const arrived = storage.arrived;
    storage.arrived = async (key, max) => {
      storage.arrived = arrived;
      await happens();
      return storage.arrived(key, max);
    };
  }
  /** Every key something is kept under from now on. */
  function keptKeys(): string[] {
    const storage = s.world.house.storage!;
    const keep = storage.keep;
    const keys: string[] = [];
    storage.keep = (key, bytes, type) => {
      keys.push(key);
      return keep(key, bytes, type);
    };
    return keys;
  }
  const bytesOf = async (url: string) => Buffer.from(await (await s.fetch(null, url.replace(/^\/api/, ''))).arrayBuffer());
  const ANOTHER = Buffer.concat([A_PHOTO.slice(0, 2), Buffer.from([0xff, 0xe0, 0, 4, 1, 2]), A_PHOTO.slice(2)]);

  test('a finalise that comes late, with other bytes sent meanwhile, replaces nothing and answers the same', async () => {
    const api = await s.client('王秀兰');
    const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: 26 });
    const keys = keptKeys();
    await s.sends(upload);
    let first = '';
    justBefore(async () => {
      first = (await api.finalisePhoto({ id: photoId })).photo.url;
      await s.sends(upload, ANOTHER);
    });
    const late = await api.finalisePhoto({ id: photoId });
    const [seen] = (await api.ticket({ id: ticket.id })).photos;
    expect([late.photo.id, late.photo.url, seen!.url]).toEqual([photoId, first, first]);
    expect(await bytesOf(seen!.url)).toEqual(Buffer.from(A_PHOTO));
    const storage = s.world.house.storage!;
    expect(keys).not.toContain(upload.fields.key!);
    s.at('2026-03-02 10:01');
    await workOutbox(s.world.house);
    const left = await Promise.all(keys.map((key) => storage.read(key)));
    expect(left.filter((bytes) => bytes !== null).map((bytes) => Buffer.from(bytes!))).toEqual([Buffer.from(A_PHOTO)]);
    expect(await storage.arrived(upload.fields.key!, 1_000)).toBeNull();
    expect(await bytesOf((await api.ticket({ id: ticket.id })).photos[0]!.url)).toEqual(Buffer.from(A_PHOTO));
    s.at('2026-03-02 09:00');
  });

  test('a finalise that finds nothing any more, because another has just taken it in, answers as that one did', async () => {
    const api = await s.client('王秀兰');
    const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: 26 });
    await s.sends(upload);
    justBefore(async () => void (await api.finalisePhoto({ id: photoId })));
    expect((await api.finalisePhoto({ id: photoId })).photo.id).toBe(photoId);
  });

  test('once it is in, its form takes nothing more', async () => {
    const api = await s.client('王秀兰');
    const shot = { id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: A_PHOTO.length } as const;
    const { photoId, upload } = await api.addPhoto(shot, { key: 'sent-twice-over' });
    await s.sends(upload);
    await api.finalisePhoto({ id: photoId });
    const again = await api.addPhoto(shot, { key: 'sent-twice-over' });
    expect([again.photoId, again.there]).toEqual([photoId, true]);
    await expect(s.sends(again.upload, ANOTHER)).rejects.toThrow(/4\d\d/);
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

  test('under the same key it is the same photo, however far the try before got, and tries take no places', async () => {
    const api = await s.client('王秀兰');
    const shot = { id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: A_PHOTO.length, position: 0 } as const;
    const key = 'the-same-tap';
    const first = await api.addPhoto(shot, { key });
    for (let n = 0; n < 2 * MAX_PHOTOS; n += 1) expect((await api.addPhoto(shot, { key })).photoId).toBe(first.photoId);
    expect(await refusal(api.addPhoto({ ...shot, bytes: 27 }, { key }))).toBe('request/key-reused');
    await s.sends(await api.addPhoto(shot, { key }).then(({ upload }) => upload));
    expect((await api.addPhoto(shot, { key })).there).toBe(false);
    await api.finalisePhoto({ id: first.photoId });
    for (let n = 1; n < MAX_PHOTOS; n += 1) await s.photo('王秀兰', ticket, 'report');
    expect(await api.addPhoto(shot, { key })).toMatchObject({ photoId: first.photoId, there: true });
    expect(await refusal(s.photo('王秀兰', ticket, 'report'))).toBe('photo/too-many');
    expect((await api.ticket({ id: ticket.id })).photos).toHaveLength(MAX_PHOTOS);
    expect(await refusal((await s.client('李德明')).addPhoto(shot, { key }))).toBe('photo/too-many');
  });

  test('in the order they were chosen, whichever came first', async () => {
    const api = await s.client('王秀兰');
    const ids: string[] = [];
    for (const position of [2, 0, 1]) {
      const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: 26, position });
      await s.sends(upload);
      await api.finalisePhoto({ id: photoId });
      ids.push(photoId);
    }
    expect((await api.ticket({ id: ticket.id })).photos.map((photo) => photo.id)).toEqual([ids[1], ids[2], ids[0]]);
  });

  test('a place was made, kept, and the row not yet: asked again it is shown without being sent again, and the first copy goes', async () => {
    const api = await s.client('王秀兰');
    const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: 26 });
    await s.sends(upload);
    const storage = s.world.house.storage!;
    const keep = storage.keep;
    const keys = keptKeys();
    const noted = storage.keep;
    storage.keep = async (key, bytes, type) => {
      await noted(key, bytes, type);
      storage.keep = noted;
      throw new Problem('storage/unavailable');
    };
    expect(await refusal(api.finalisePhoto({ id: photoId }))).toBe('storage/unavailable');
    await api.finalisePhoto({ id: photoId });
    storage.keep = keep;
    expect((await api.ticket({ id: ticket.id })).photos).toHaveLength(1);
    s.at('2026-03-02 10:01');
    await workOutbox(s.world.house);
    expect(await Promise.all(keys.map(async (key) => (await storage.read(key)) !== null))).toEqual([false, true]);
    s.at('2026-03-02 09:00');
  });

  test('手册 A2 没传完的过一天连文件一起清掉；之后用同一个编号还能再传', async () => {
    const api = await s.client('王秀兰');
    const shot = { id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: A_PHOTO.length } as const;
    const { photoId, upload } = await api.addPhoto(shot, { key: 'left-in-the-lift' });
    await s.sends(upload);
    const storage = s.world.house.storage!;
    expect(await storage.arrived(upload.fields.key!, 100)).not.toBeNull();
    s.at('2026-03-03 09:01');
    await s.tidies();
    await workOutbox(s.world.house);
    expect(await storage.arrived(upload.fields.key!, 100)).toBeNull();
    expect(await refusal(api.finalisePhoto({ id: photoId }))).toBe('seen/not-found');
    const again = await api.addPhoto(shot, { key: 'left-in-the-lift' });
    expect([again.photoId, again.there]).toEqual([photoId, false]);
    await s.sends(again.upload);
    await api.finalisePhoto({ id: photoId });
    await workOutbox(s.world.house);
    expect((await api.ticket({ id: ticket.id })).photos.map((photo) => photo.id)).toEqual([photoId]);
    s.at('2026-03-02 09:00');
  });

  test('over a socket that is let go half-way nothing is seen, and the same key sends it after all', async () => {
    const server = serve({ fetch: s.world.app.fetch, port: 0, hostname: '127.0.0.1' }) as http.Server;
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const token = await s.world.house.tokens.sign(await s.personId('王秀兰'));
    const api = createClient<Api>(DOORS, async ({ method, url, body, key }) => {
      const answer = await fetch(`${origin}/api${url}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(key ? { 'idempotency-key': key } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, body: await answer.json() };
    });
    const big = Buffer.concat([A_PHOTO.slice(0, 20), Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65_533), A_PHOTO.slice(20)]);
    const shot = { id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: big.length } as const;
    const key = 'in-the-lift';
    const { photoId, upload } = await api.addPhoto(shot, { key });
    const form = new FormData();
    for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
    form.set('file', new Blob([big]), 'x.jpg');
    const request = new Request(`${origin}${upload.url}`, { method: 'POST', body: form });
    const sent = Buffer.from(await request.arrayBuffer());
    for (const share of [0.05, 0.5, 0.99]) {
      const socket = net.connect(Number(new URL(origin).port), '127.0.0.1').on('error', () => {});
      socket.write(
        `POST ${upload.url} HTTP/1.1\r\nHost: house\r\nContent-Type: ${request.headers.get('content-type')}\r\nContent-Length: ${sent.length}\r\n\r\n`,
      );
      await new Promise<void>((resolve) => socket.write(sent.subarray(0, Math.floor(sent.length * share)), () => resolve()));
      await new Promise<void>((resolve) => socket.once('close', () => resolve()).destroy());
      expect(await refusal(api.finalisePhoto({ id: photoId }))).toBe('photo/not-accepted');
      expect((await api.ticket({ id: ticket.id })).photos).toEqual([]);
    }
    const again = await api.addPhoto(shot, { key });
    expect([again.photoId, again.there]).toEqual([photoId, false]);
    expect((await fetch(`${origin}${again.upload.url}`, { method: 'POST', body: form })).status).toBe(204);
    await api.finalisePhoto({ id: photoId });
    expect((await api.ticket({ id: ticket.id })).photos.map((photo) => photo.id)).toEqual([photoId]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(s.world.reports).toEqual([]);
  });
});
