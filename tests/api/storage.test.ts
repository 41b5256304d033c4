import dns from 'node:dns';
import { mkdtempSync } from 'node:fs';
import type http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { mountFolder } from '../../api/app.ts';
import { readEnvironment } from '../../api/environment.ts';
import { openFolder } from '../../api/storage/folder.ts';
import { openS3 } from '../../api/storage/s3.ts';
import { signLink, signPolicy, signRequest } from '../../api/storage/sigv4.ts';
import type { Storage, UploadForm } from '../../api/storage/storage.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { A_PHOTO } from '../support/http-story.ts';
import { openStore, type StoreStandIn } from '../support/s3.ts';
import { SECRETS } from '../support/world.ts';

const KEY = '01a15fdd-063a-7593-ab3f-2ad78571ebf4/01a15fdd-063a-7593-ab3f-2ad95866709d';
const OTHER = '01a15fdd-063a-7593-ab3f-2ad78571ebf4/01a15fdd-063a-7593-ab3f-2ad95866709e';
const MAX = 1000;
const NOON = new Date('2026-03-02T04:00:00Z');

/** A storage behind a real socket, on a clock of its own. */
interface Kept {
  storage: Storage;
  origin: string;
  setSeconds(seconds: number): void;
  /** What a form calls the type it allows. */
  typeField: string;
  close(): Promise<void>;
}

async function folder(): Promise<Kept> {
  let now = NOON;
  const storage = openFolder(mkdtempSync(path.join(os.tmpdir(), 'huiyin-folder-')), SECRETS.STORAGE_SECRET);
  const app = new Hono();
  app.onError((error, c) => c.body(null, (error instanceof Problem ? error.status : 500) as 500));
  mountFolder(app, { clock: () => now }, storage);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as http.Server;
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  return {
    storage,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setSeconds: (seconds) => {
      now = new Date(NOON.getTime() + seconds * 1000);
    },
    typeField: 'type',
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

// Names under localhost are this machine's, which not every resolver knows.
const lookup = dns.lookup;
beforeAll(() => {
  dns.lookup = ((name: string, options: dns.LookupAllOptions, done: (error: null, found: unknown, family?: number) => void) => {
    if (!name.endsWith('.localhost')) return lookup(name, options, done as never);
    if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
    else done(null, '127.0.0.1', 4);
  }) as typeof dns.lookup;
});
afterAll(() => {
  dns.lookup = lookup;
});

const NAMED = { bucket: 'huiyin-photos', region: 'ap-guangzhou', keyId: 'AKIDEXAMPLE', secret: 'a secret of the tests' };

async function s3(pathStyle: boolean): Promise<Kept & { store: StoreStandIn; reports: unknown[] }> {
  let now = NOON;
  const reports: unknown[] = [];
  const store = await openStore({ ...NAMED, pathStyle, now: () => now });
  const house = { clock: () => now, report: (_: string, error: unknown) => void reports.push(error) };
  return {
    store,
    reports,
    storage: openS3({ ...NAMED, endpoint: store.endpoint, pathStyle }, house),
    origin: store.endpoint,
    setSeconds: (seconds) => {
      now = new Date(NOON.getTime() + seconds * 1000);
    },
    typeField: 'Content-Type',
    close: store.close,
  };
}

const whole = (kept: Kept, url: string) => new URL(url, kept.origin).toString();

async function post(kept: Kept, form: UploadForm, bytes: Uint8Array, change: Record<string, string | null> = {}): Promise<number> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...change })) if (value !== null) body.set(name, value);
  body.set('file', new Blob([bytes as unknown as ArrayBuffer]), 'x.jpg');
  const answer = await fetch(whole(kept, form.url), { method: 'POST', body });
  await answer.arrayBuffer();
  return answer.status;
}

/** Begins an upload and lets go of the line half-way. */
async function cutOff(kept: Kept, form: UploadForm, bytes: Uint8Array): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.set(name, value);
  body.set('file', new Blob([bytes as unknown as ArrayBuffer]), 'x.jpg');
  const request = new Request(whole(kept, form.url), { method: 'POST', body });
  const sent = Buffer.from(await request.arrayBuffer());
  const url = new URL(request.url);
  const socket = net.connect(Number(url.port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: ${request.headers.get('content-type')}\r\nContent-Length: ${sent.length}\r\n\r\n`,
  );
  await new Promise<void>((resolve) => socket.write(sent.subarray(0, Math.floor(sent.length * 0.7)), () => resolve()));
  await new Promise<void>((resolve) => socket.once('close', () => resolve()).destroy());
}

const refused = (status: number) => status >= 400 && status < 500;

for (const [name, open] of [
  ['a folder', folder],
  ['S3, the bucket in the path', () => s3(true)],
  ['S3, the bucket before the host', () => s3(false)],
] as const)
  describe(`storage keeps its contract: ${name}`, () => {
    let kept: Kept;
    const form = (key = KEY) => kept.storage.presign(key, { type: 'image/jpeg', maxBytes: MAX }, NOON);
    beforeAll(async () => {
      kept = await open();
    });
    afterAll(() => kept.close());

    test('takes a file by its form, shows it once it is kept, gives it by its link, loses it for good', async () => {
      kept.setSeconds(0);
      expect(await post(kept, form(), A_PHOTO)).toBe(204);
      expect(await kept.storage.read(KEY)).toBeNull();
      expect((await fetch(whole(kept, kept.storage.link(KEY, NOON)))).status).toBe(404);
      const arrived = (await kept.storage.arrived(KEY, MAX))!;
      expect(Buffer.from(arrived)).toEqual(Buffer.from(A_PHOTO));
      await kept.storage.keep(KEY, arrived, 'image/jpeg');
      const seen = await fetch(whole(kept, kept.storage.link(KEY, NOON)));
      expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(Buffer.from(await seen.arrayBuffer())).toEqual(Buffer.from(A_PHOTO));
      expect(await post(kept, form(), Uint8Array.from([1]))).toBe(204);
      expect(Buffer.from((await kept.storage.read(KEY))!)).toEqual(Buffer.from(A_PHOTO));
      await kept.storage.remove(KEY);
      expect([await kept.storage.read(KEY), await kept.storage.arrived(KEY, MAX)]).toEqual([null, null]);
      await kept.storage.remove(KEY);
    });

    test('what arrived and what is kept never meet: keeping leaves what arrived, sending again leaves what is kept, under any key', async () => {
      kept.setSeconds(0);
      const other = Buffer.concat([A_PHOTO, Buffer.from([7])]);
      expect(await post(kept, form(), A_PHOTO)).toBe(204);
      await kept.storage.keep(OTHER, A_PHOTO, 'image/jpeg');
      expect(Buffer.from((await kept.storage.arrived(KEY, MAX))!)).toEqual(Buffer.from(A_PHOTO));
      expect(await kept.storage.read(KEY)).toBeNull();
      for (const key of [KEY, OTHER]) expect(await post(kept, form(key), other)).toBe(204);
      expect(Buffer.from((await kept.storage.read(OTHER))!)).toEqual(Buffer.from(A_PHOTO));
      const seen = await fetch(whole(kept, kept.storage.link(OTHER, NOON)));
      expect(Buffer.from(await seen.arrayBuffer())).toEqual(Buffer.from(A_PHOTO));
      await kept.storage.remove(KEY);
      expect(await kept.storage.arrived(KEY, MAX)).toBeNull();
      expect(Buffer.from((await kept.storage.read(OTHER))!)).toEqual(Buffer.from(A_PHOTO));
      await kept.storage.remove(OTHER);
    });

    test('as big as allowed and not a byte more, and never nothing', async () => {
      kept.setSeconds(0);
      expect(await post(kept, form(), new Uint8Array(MAX))).toBe(204);
      expect((await kept.storage.arrived(KEY, MAX))?.length).toBe(MAX);
      expect(await kept.storage.arrived(KEY, MAX - 1)).toBeNull();
      expect(refused(await post(kept, form(OTHER), new Uint8Array(MAX + 1)))).toBe(true);
      expect(refused(await post(kept, form(OTHER), new Uint8Array(0)))).toBe(true);
      expect(await kept.storage.arrived(OTHER, 10 * MAX)).toBeNull();
      await kept.storage.remove(KEY);
    });

    test('by its own form only: another type, another key, a forged or missing field, later than ten minutes', async () => {
      kept.setSeconds(0);
      const { fields } = form();
      for (const change of [
        { [kept.typeField]: 'text/html' },
        { key: fields.key!.replace(KEY, OTHER) },
        { key: '../../etc/passwd' },
        ...Object.keys(fields).map((field) => ({ [field]: null })),
        ...Object.entries(fields).map(([field, value]) => ({ [field]: value.replace(/.$/, (last) => (last === '1' ? '2' : '1')) })),
      ]) {
        expect([change, refused(await post(kept, form(), A_PHOTO, change as Record<string, string | null>))]).toEqual([change, true]);
        expect(await kept.storage.arrived(KEY, MAX)).toBeNull();
        expect(await kept.storage.arrived(OTHER, MAX)).toBeNull();
      }
      kept.setSeconds(601);
      expect(refused(await post(kept, form(), A_PHOTO))).toBe(true);
      kept.setSeconds(600);
      expect(await post(kept, form(), A_PHOTO)).toBe(204);
      kept.setSeconds(0);
      await kept.storage.remove(KEY);
    });

    test('cut off in the middle leaves nothing, and the same form still takes it', async () => {
      kept.setSeconds(0);
      await cutOff(kept, form(), new Uint8Array(MAX));
      expect(await kept.storage.arrived(KEY, MAX)).toBeNull();
      expect(await post(kept, form(), A_PHOTO)).toBe(204);
      expect(Buffer.from((await kept.storage.arrived(KEY, MAX))!)).toEqual(Buffer.from(A_PHOTO));
      await kept.storage.remove(KEY);
    });

    test('a link ends after five minutes, and opens nothing else', async () => {
      kept.setSeconds(0);
      for (const key of [KEY, OTHER]) await kept.storage.keep(key, A_PHOTO, 'image/jpeg');
      const link = whole(kept, kept.storage.link(KEY, NOON));
      const status = async (url: string) => (await fetch(url)).status;
      kept.setSeconds(300);
      expect(await status(link)).toBe(200);
      kept.setSeconds(301);
      expect(refused(await status(link))).toBe(true);
      kept.setSeconds(0);
      expect(refused(await status(link.replace(KEY, OTHER)))).toBe(true);
      expect(refused(await status(link.split('?')[0]!))).toBe(true);
      expect(refused(await status(link.replace(/.$/, (last) => (last === '0' ? '1' : '0'))))).toBe(true);
      expect(refused(await status(link.replace(/(xpires=)(\d+)/, (_, name, seconds) => `${name}${Number(seconds) + 60}`)))).toBe(true);
      for (const key of [KEY, OTHER]) await kept.storage.remove(key);
    });

    test('what is no key of ours is nowhere', async () => {
      for (const key of ['../secrets.json', `incoming/${KEY}`, '']) {
        expect([await kept.storage.read(key), await kept.storage.arrived(key, MAX)]).toEqual([null, null]);
        await expect(kept.storage.keep(key, A_PHOTO, 'image/jpeg')).rejects.toThrow('not a key');
        await kept.storage.remove(key);
      }
    });
  });

describe('S3 when it is not as it should be', () => {
  test('a wrong secret, a store gone away or out of time: 503 and a report without what was asked, never a bug', async () => {
    const kept = await s3(true);
    const house = { clock: () => NOON, report: (_: string, error: unknown) => void kept.reports.push(error) };
    const stranger = openS3({ ...NAMED, secret: 'another', endpoint: kept.store.endpoint, pathStyle: true }, house);
    const unavailable = { code: 'storage/unavailable' };
    await expect(stranger.read(KEY)).rejects.toMatchObject(unavailable);
    await expect(stranger.keep(KEY, A_PHOTO, 'image/jpeg')).rejects.toMatchObject(unavailable);
    await expect(stranger.remove(KEY)).rejects.toMatchObject(unavailable);
    expect(kept.store.objects.size).toBe(0);
    kept.setSeconds(-1000);
    await expect(openS3({ ...NAMED, endpoint: kept.store.endpoint, pathStyle: true }, house).read(KEY)).rejects.toMatchObject(unavailable);
    kept.setSeconds(0);
    kept.store.silent(true);
    await expect(kept.storage.arrived(KEY, 1)).rejects.toMatchObject(unavailable);
    await kept.close();
    await expect(kept.storage.read(KEY)).rejects.toMatchObject(unavailable);
    expect(kept.reports).toHaveLength(6);
    expect(kept.reports.map(String).join()).not.toContain(KEY);
  });
});

// What Amazon's documentation works out for everybody to check themselves by.
describe('Signature Version 4 as its documentation has it', () => {
  const signer = { keyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' };
  const at = new Date('2013-05-24T00:00:00Z');
  const url = (rest: string) => new URL(rest, 'https://examplebucket.s3.amazonaws.com');
  const signature = (headers: Record<string, string>) => headers.authorization!.split('Signature=')[1];

  test('a GET with a range, a PUT, a GET with a query, a list', () => {
    expect(signRequest(signer, { method: 'GET', url: url('/test.txt'), headers: { Range: 'bytes=0-9' } }, at).authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
    const put = {
      method: 'PUT',
      url: url('/test$file.text'),
      headers: { Date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      body: Buffer.from('Welcome to Amazon S3.'),
    };
    expect(signature(signRequest(signer, put, at))).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
    expect(signature(signRequest(signer, { method: 'GET', url: url('/?lifecycle') }, at))).toBe(
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    );
    expect(signature(signRequest(signer, { method: 'GET', url: url('/?max-keys=2&prefix=J') }, at))).toBe(
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    );
  });

  test('a link', () => {
    expect(signLink(signer, url('/test.txt'), 86_400, at)).toBe(
      'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  test('a form', () => {
    // The example has Windows line ends, and is signed as it stands.
    const policy = [
      '{ "expiration": "2015-12-30T12:00:00.000Z",',
      '  "conditions": [',
      '    {"bucket": "sigv4examplebucket"},',
      '    ["starts-with", "$key", "user/user1/"],',
      '    {"acl": "public-read"},',
      '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
      '    ["starts-with", "$Content-Type", "image/"],',
      '    {"x-amz-meta-uuid": "14365123651274"},',
      '    {"x-amz-server-side-encryption": "AES256"},',
      '    ["starts-with", "$x-amz-meta-tag", ""],',
      '',
      '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
      '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
      '    {"x-amz-date": "20151229T000000Z" }',
      '  ]',
      '}',
    ].join('\r\n');
    const encoded = Buffer.from(policy).toString('base64');
    expect(signPolicy(signer, encoded, new Date('2015-12-29T00:00:00Z'))).toBe('8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e');
  });
});

describe('where files are kept is said at the start', () => {
  const given = {
    ...SECRETS,
    DATABASE_URL: 'postgres://x',
    WECHAT_APP_ID: `wx${'0'.repeat(16)}`,
    WECHAT_APP_SECRET: '0'.repeat(32),
    WECHAT_PUSH_TOKEN: 'abc',
    WECHAT_PUSH_KEY: 'a'.repeat(43),
  };
  const store = {
    STORAGE_S3_ENDPOINT: 'https://cos.ap-guangzhou.myqcloud.com',
    STORAGE_S3_BUCKET: 'huiyin-1250000000',
    STORAGE_S3_REGION: 'ap-guangzhou',
    STORAGE_S3_KEY_ID: 'AKIDEXAMPLE',
    STORAGE_S3_SECRET: 'secret',
  };

  test('a store whole, a folder, or neither; what is missing is named, what is given is not', () => {
    expect(readEnvironment({ ...given, ...store }).STORAGE_S3_BUCKET).toBe('huiyin-1250000000');
    expect(readEnvironment({ ...given, STORAGE_DIR: '/photos' }).STORAGE_DIR).toBe('/photos');
    expect(readEnvironment(given).STORAGE_S3_SECRET).toBeUndefined();
    for (const name of Object.keys(store)) {
      const rest: Record<string, string> = { ...given, ...store };
      delete rest[name];
      expect(() => readEnvironment(rest)).toThrow(`Cannot start: ${name} is missing`);
    }
    expect(() => readEnvironment({ ...given, STORAGE_S3_PATH_STYLE: 'yes' })).toThrow('STORAGE_S3_SECRET is missing');
    expect(() => readEnvironment({ ...given, ...store, STORAGE_DIR: '/photos' })).toThrow('exclude each other');
    expect(() => readEnvironment({ ...given, ...store, STORAGE_S3_ENDPOINT: 'secret place' })).toThrow('STORAGE_S3_ENDPOINT must be an address');
  });
});
