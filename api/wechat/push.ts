import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import { z } from '../../shared/kernel/zod.ts';
import type { House } from '../context.ts';
import { answerRefusal } from '../http/answer.ts';
import { readBytes } from '../http/parse.ts';
import { PushEvent, type PushSecrets } from './pushed.ts';
import { PUSHES } from './pushes.ts';

const OLD_AFTER_SECONDS = 5 * 60;
const MAX_PUSH_BYTES = 64 * 1024;
/** WeChat pads to blocks of thirty-two bytes, where AES itself takes sixteen. */
const PAD_BLOCK = 32;
const AES_BLOCK = 16;
/** Random bytes before the text, and its length in four more. */
const BEFORE_TEXT = 16 + 4;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const Envelope = z.looseObject({ Encrypt: z.string().max(MAX_PUSH_BYTES).regex(BASE64) });

const refused = () => new Problem('push/refused');
const malformed = () => new Problem('request/malformed');

function isSigned(signature: string, ...parts: string[]): boolean {
  const expected = Buffer.from(createHash('sha1').update(parts.sort().join('')).digest('hex'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Whether a push was made within five minutes of now, either way: clocks differ, and an old one may be somebody's copy. */
function isFresh(timestamp: string, clock: Clock): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(clock().getTime() / 1000 - Number(timestamp)) <= OLD_AFTER_SECONDS;
}

/**
 * What stands in an envelope of safe mode: AES-256-CBC, random bytes, length, text, the mini-program it is for.
 * @throws Problem `request/malformed` for what cannot be opened, `push/refused` for another mini-program's
 */
export function openEnvelope(secrets: PushSecrets, encrypted: string): string {
  const key = Buffer.from(`${secrets.key}=`, 'base64');
  const sealed = Buffer.from(encrypted, 'base64');
  if (sealed.length < PAD_BLOCK || sealed.length % AES_BLOCK !== 0) throw malformed();
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, AES_BLOCK)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const pad = padded[padded.length - 1]!;
  if (pad < 1 || pad > PAD_BLOCK || !padded.subarray(-pad).every((byte) => byte === pad)) throw malformed();
  const plain = padded.subarray(0, -pad);
  if (plain.length < BEFORE_TEXT) throw malformed();
  const end = BEFORE_TEXT + plain.readUInt32BE(BEFORE_TEXT - 4);
  if (end > plain.length) throw malformed();
  if (plain.subarray(end).toString() !== secrets.appId) throw refused();
  return plain.subarray(BEFORE_TEXT, end).toString();
}

function read<S extends z.ZodType>(schema: S, bytes: Uint8Array | string): z.output<S> {
  let given: unknown;
  try {
    given = JSON.parse(typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed();
  }
  const found = schema.safeParse(given);
  if (!found.success) throw malformed();
  return found.data;
}

const text = (body: string) => new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

async function answer(house: House, secrets: PushSecrets, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = (name: string) => query.get(name) ?? '';
  const [timestamp, nonce] = [asked('timestamp'), asked('nonce')];
  if (request.method === 'GET') {
    // The address is verified by hand in the console; the echo says nothing but that we know the token.
    if (!isSigned(asked('signature'), secrets.token, timestamp, nonce) || !isFresh(timestamp, house.clock)) throw refused();
    return text(asked('echostr'));
  }
  if (request.method !== 'POST') throw new Problem('request/wrong-method');
  const { Encrypt } = read(Envelope, await readBytes(request, MAX_PUSH_BYTES));
  if (!isSigned(asked('msg_signature'), secrets.token, timestamp, nonce, Encrypt) || !isFresh(timestamp, house.clock)) throw refused();
  const event = read(PushEvent, openEnvelope(secrets, Encrypt));
  const take = Object.hasOwn(PUSHES, event.Event ?? '') ? PUSHES[event.Event!] : undefined;
  await take?.(house, event);
  return text('success');
}

/**
 * What the door answers that WeChat's message server knocks at, in safe mode, in JSON. Anything else than `success` has WeChat push again.
 * A copy of a push within its five minutes does what the push did, once: every handler of `PUSHES` is idempotent.
 */
export async function answerPush(house: House, request: Request): Promise<Response> {
  try {
    if (!house.push) throw new Problem('request/unknown-route');
    return await answer(house, house.push, request);
  } catch (error) {
    return answerRefusal(house, error);
  }
}
