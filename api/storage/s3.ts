import { Problem } from '../../shared/kernel/problem.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import { credentialOf, type Signer, signLink, signPolicy, signRequest, stampOf } from './sigv4.ts';
import { LINK_SECONDS, type Storage, UPLOAD_SECONDS } from './storage.ts';

/** What a call may take before it counts as gone, and what a megabyte may add to it. */
const WAIT_MILLISECONDS = 2_000;
const WAIT_MILLISECONDS_PER_MB = 1_000;
const MB = 1024 * 1024;

/** Where a store is and who asks it. */
export interface S3Place extends Signer {
  endpoint: string;
  bucket: string;
  /** The bucket in the path instead of before the host. */
  pathStyle: boolean;
}

/** What a form sends lies here until it is checked; a rule of the bucket may empty it after a day. */
const INCOMING = 'incoming/';
const KEY = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** What arrived, or null where it is more than `max`; no more than that is taken in. */
async function readAtMost(answer: Response, max: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > max) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * An S3-compatible store: the phone POSTs to it by a signed policy and reads from it by signed links; the house fetches what arrived, and puts it in
 * its place.
 * What the store refuses or does not answer in time is reported by status alone and thrown as Problem `storage/unavailable`.
 */
export function openS3(place: S3Place, house: { clock: Clock; report(what: string, error: unknown): void }): Storage {
  const endpoint = new URL(place.endpoint);
  const bucketUrl = place.pathStyle ? new URL(`/${place.bucket}/`, endpoint) : new URL(`${endpoint.protocol}//${place.bucket}.${endpoint.host}/`);
  const addressOf = (name: string) => new URL(name, bucketUrl);

  /** The answer to one call, read by `take` within the same time. */
  async function ask<T>(
    method: 'GET' | 'PUT' | 'DELETE',
    name: string,
    bytes: number,
    take: (answer: Response) => Promise<T>,
    sent: { body?: Uint8Array; headers?: Record<string, string> } = {},
  ): Promise<T> {
    const url = addressOf(name);
    const signal = AbortSignal.timeout(WAIT_MILLISECONDS + Math.ceil(bytes / MB) * WAIT_MILLISECONDS_PER_MB);
    try {
      const headers = signRequest(place, { method, url, ...sent }, house.clock());
      const body = sent.body ? { body: sent.body as unknown as ArrayBuffer } : {};
      const answer = await fetch(url, { method, headers, signal, redirect: 'error', ...body });
      if (!answer.ok && answer.status !== 404) throw new Error(`${method} answered ${answer.status}`);
      return await take(answer);
    } catch (error) {
      house.report('the photo store did not do as it was asked', error);
      throw new Problem('storage/unavailable');
    }
  }
  const drop = (name: string) => ask('DELETE', name, 0, async (answer) => void (await answer.body?.cancel()));
  const get = (name: string, max: number) =>
    ask('GET', name, Math.min(max, 16 * MB), async (answer) => {
      if (answer.status !== 404 && Number(answer.headers.get('content-length') ?? 0) <= max) return readAtMost(answer, max);
      await answer.body?.cancel();
      return null;
    });

  return {
    presign(key, file, now) {
      const at = {
        key: `${INCOMING}${key}`,
        'Content-Type': file.type,
        'x-amz-algorithm': 'AWS4-HMAC-SHA256',
        'x-amz-credential': credentialOf(place, now),
        'x-amz-date': stampOf(now),
      };
      const conditions = [
        { bucket: place.bucket },
        ...Object.entries(at).map(([name, value]) => ['eq', `$${name}`, value]),
        ['content-length-range', 1, file.maxBytes],
      ];
      const expiration = new Date(now.getTime() + UPLOAD_SECONDS * 1000).toISOString();
      const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
      return { url: bucketUrl.toString(), fields: { ...at, policy, 'x-amz-signature': signPolicy(place, policy, now) } };
    },
    arrived: async (key, maxBytes) => (KEY.test(key) ? get(`${INCOMING}${key}`, maxBytes) : null),
    async keep(key, bytes, type) {
      if (!KEY.test(key)) throw new Error('not a key of this storage');
      const put = async (answer: Response) => {
        await answer.body?.cancel();
        if (answer.status === 404) throw new Error('PUT answered 404');
      };
      await ask('PUT', key, bytes.length, put, { body: bytes, headers: { 'content-type': type } });
    },
    read: async (key) => (KEY.test(key) ? get(key, Number.MAX_SAFE_INTEGER) : null),
    link: (key, now) => signLink(place, addressOf(key), LINK_SECONDS, now),
    async remove(key) {
      if (!KEY.test(key)) return;
      await drop(key);
      await drop(`${INCOMING}${key}`);
    },
  };
}
