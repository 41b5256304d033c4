// WeChat's servers, played: the documented endpoints with their errors, quotas, consents, timeouts and lost answers. Nothing else in the tests is played.
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../shared/kernel/time.ts';

const MINUTE = 60_000;
const CODE_MINUTES = 5;
const VISIT_HOURS = 2;
const TOKEN_SECONDS = 7200;

export const WECHAT = {
  appId: 'wx0123456789abcdef',
  appSecret: 'f'.repeat(32),
  pushToken: 'onlyForTests',
  pushKey: 'a'.repeat(43),
};

/** How a call goes wrong: an error of WeChat's, no answer in time, an answer lost after the deed was done, or a gateway that took nothing. */
export type Trouble = number | 'timeout' | 'lost' | 'gateway';

export interface Shown {
  openid: string;
  templateId: string;
  page: string;
  fields: Record<string, string>;
}

const CALLS = [
  'jscode2session',
  'stable_token',
  'getuserphonenumber',
  'msg_sec_check',
  'media_check_async',
  'getwxacodeunlimit',
  'subscribe/send',
] as const;
type Call = (typeof CALLS)[number];
/** What a code of a page opens with: so many characters, and only these. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const ENV_VERSIONS = ['release', 'trial', 'develop'];
type Given = Record<string, unknown>;
/** A picture as WeChat's: the bytes of a JPEG. */
export const PAGE_CODE = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]),
  Buffer.from('JFIF\0'),
  Buffer.alloc(400, 7),
  Buffer.from([0xff, 0xd9]),
]);

/** WeChat for one test: people with phones, what they allowed, and what they were shown. */
export interface StandIn {
  address: string;
  /** A fresh login code of this person's phone (wx.login), good once and for five minutes. */
  loginCode(openid: string): string;
  /** A fresh code of the phone-number button, good once. */
  phoneCode(number: string, countryCode?: string): string;
  /** Somebody allowed this many messages of a template (wx.requestSubscribeMessage). */
  allow(openid: string, templateId: string, times?: number): void;
  /** Somebody switched messages off in WeChat's settings: every consent is gone. */
  switchOff(openid: string): void;
  /** How many messages of a template somebody still allows. */
  allowed(openid: string, templateId: string): number;
  /** What phones showed, in order. */
  shown: Shown[];
  /** How often each call was made. */
  calls: Record<Call, number>;
  /** The next so many calls go wrong; `Infinity` until told otherwise, 0 ends it. */
  trouble(call: Call | 'every', how: Trouble, times?: number): void;
  /** At most this many calls today; then 45009. */
  quota(call: Call, perDay: number): void;
  /** Tokens handed out so far are over (40001). */
  endTokens(): void;
  /** The verdict a picture will get; without one it passes. */
  judgePicture(url: RegExp, suggest: 'pass' | 'review' | 'risky'): void;
  /** What the codes that were given open: where, and with what. */
  codes: { page: string; scene: string }[];
  /** The pages of the mini-program that was published. */
  published: Set<string>;
  /** Verdicts on pictures that are still to be pushed to the house. */
  verdicts(): { traceId: string; suggest: string; url: string }[];
  /** A push of the message server in safe mode, signed and encrypted as documented. */
  push(event: Given, at?: Date, spoilt?: { signature?: string; timestamp?: string; appId?: string }): { query: string; body: string };
  /** The request WeChat verifies an address with when it is entered in the console. */
  verification(echo: string, token?: string): string;
  close(): Promise<void>;
}

/** Opens the stand-in on a port of its own. Words with 违规 in them are risky, with 可疑 to be looked at. */
export async function openStandIn(clock: Clock): Promise<StandIn> {
  const codes = new Map<string, { openid: string; at: number; used: boolean }>();
  const phones = new Map<string, { number: string; countryCode: string; at: number; used: boolean }>();
  const visits = new Map<string, number>();
  const consents = new Map<string, number>();
  const troubles = new Map<string, { how: Trouble; left: number }>();
  const quotas = new Map<string, number>();
  const usedToday = new Map<string, number>();
  const judged: { url: RegExp; suggest: 'pass' | 'review' | 'risky' }[] = [];
  const pending: { traceId: string; suggest: string; url: string }[] = [];
  const shown: Shown[] = [];
  const pageCodes: { page: string; scene: string }[] = [];
  const published = new Set(['pages/home/index', 'surveys/answer/index']);
  const calls = {} as Record<Call, number>;
  let tokens = new Set<string>();
  let drawn = 0;
  const draw = (what: string) => {
    drawn += 1;
    return `${what}-${drawn}`;
  };
  const consentKey = (openid: string, templateId: string) => `${openid} ${templateId}`;
  const isOld = (at: number, minutes: number) => clock().getTime() - at > minutes * MINUTE;
  const error = (errcode: number, errmsg = 'refused') => ({ errcode, errmsg });

  const deeds: Record<Call, (given: Given) => Given> = {
    jscode2session(given) {
      if (given.appid !== WECHAT.appId) return error(40013, 'invalid appid');
      if (given.secret !== WECHAT.appSecret) return error(40125, 'invalid appsecret');
      const code = codes.get(String(given.js_code));
      if (!code || isOld(code.at, CODE_MINUTES)) return error(40029, 'invalid code');
      if (code.used) return error(40163, 'code been used');
      code.used = true;
      visits.set(code.openid, clock().getTime());
      return { openid: code.openid, session_key: randomBytes(16).toString('base64') };
    },
    stable_token(given) {
      if (given.appid !== WECHAT.appId) return error(40013, 'invalid appid');
      if (given.secret !== WECHAT.appSecret) return error(40125, 'invalid appsecret');
      const [known] = tokens;
      const token = known ?? draw('token');
      tokens.add(token);
      return { access_token: token, expires_in: TOKEN_SECONDS };
    },
    getuserphonenumber(given) {
      const code = phones.get(String(given.code));
      if (!code || code.used || isOld(code.at, CODE_MINUTES)) return error(40029, 'invalid code');
      code.used = true;
      const { number, countryCode } = code;
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: { phoneNumber: countryCode === '86' ? number : `+${countryCode}${number}`, purePhoneNumber: number, countryCode },
      };
    },
    msg_sec_check(given) {
      if (given.version !== 2 || typeof given.scene !== 'number' || typeof given.content !== 'string') return error(40097, 'invalid args');
      const content = given.content;
      if ([...content].length > 2500) return error(40097, 'content too long');
      const visited = visits.get(String(given.openid));
      if (visited === undefined) return error(40003, 'invalid openid');
      if (isOld(visited, VISIT_HOURS * 60)) return error(61010, 'code is expired');
      const suggest = content.includes('违规') ? 'risky' : content.includes('可疑') ? 'review' : 'pass';
      return { errcode: 0, errmsg: 'ok', trace_id: draw('trace'), result: { suggest, label: suggest === 'pass' ? 100 : 20001 }, detail: [] };
    },
    media_check_async(given) {
      if (given.version !== 2 || given.media_type !== 2 || typeof given.media_url !== 'string') return error(40097, 'invalid args');
      const visited = visits.get(String(given.openid));
      if (visited === undefined) return error(40003, 'invalid openid');
      if (isOld(visited, VISIT_HOURS * 60)) return error(61010, 'code is expired');
      const url = given.media_url;
      const traceId = draw('trace');
      pending.push({ traceId, url, suggest: judged.find((one) => one.url.test(url))?.suggest ?? 'pass' });
      return { errcode: 0, errmsg: 'ok', trace_id: traceId };
    },
    getwxacodeunlimit(given) {
      const { scene, page = 'pages/home/index', check_path = true, env_version = 'release' } = given;
      if (typeof scene !== 'string' || scene.length === 0 || scene.length > 32)
        return error(40169, 'invalid length for scene, or the data is not json string');
      if (!SCENE.test(scene)) return error(40129, 'invalid scene');
      if (!ENV_VERSIONS.includes(String(env_version))) return error(40097, 'invalid args');
      const isThere = typeof page === 'string' && !/^\/|\?/.test(page) && (check_path === false || published.has(page));
      if (!isThere) return error(41030, 'invalid page');
      pageCodes.push({ page: String(page), scene });
      return { picture: PAGE_CODE };
    },
    'subscribe/send'(given) {
      const {
        touser,
        template_id: templateId,
        page,
        data,
      } = given as { touser: string; template_id: string; page: string; data: Record<string, { value: string }> };
      const wrong = wrongField(data ?? {});
      if (wrong) return error(47003, `argument invalid! data.${wrong}.value invalid`);
      const left = consents.get(consentKey(touser, templateId)) ?? 0;
      if (left < 1) return error(43101, 'user refuse to accept the msg');
      consents.set(consentKey(touser, templateId), left - 1);
      shown.push({ openid: touser, templateId, page, fields: Object.fromEntries(Object.entries(data).map(([name, one]) => [name, one.value])) });
      return { errcode: 0, errmsg: 'ok', msgid: shown.length };
    },
  };

  function troubleFor(call: Call): Trouble | null {
    for (const name of [call, 'every']) {
      const one = troubles.get(name);
      if (!one || one.left < 1) continue;
      one.left -= 1;
      return one.how;
    }
    return null;
  }

  function overQuota(call: Call): boolean {
    const day = `${call} ${Math.floor((clock().getTime() + 8 * 60 * MINUTE) / (24 * 60 * MINUTE))}`;
    usedToday.set(day, (usedToday.get(day) ?? 0) + 1);
    return usedToday.get(day)! > (quotas.get(call) ?? Number.POSITIVE_INFINITY);
  }

  function answer(call: Call, given: Given, token: string | null): { how: Trouble | null; body: Given } {
    calls[call] = (calls[call] ?? 0) + 1;
    const how = troubleFor(call);
    if (typeof how === 'number') return { how: null, body: error(how) };
    if (how === 'gateway' || how === 'timeout') return { how, body: {} };
    if (overQuota(call)) return { how: null, body: error(45009, 'reach max api daily quota limit') };
    if (token !== null && !tokens.has(token)) return { how: null, body: error(40001, 'invalid credential, access_token is invalid or not latest') };
    return { how, body: deeds[call](given) };
  }

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://wechat');
    const call = CALLS.find((one) => url.pathname.endsWith(`/${one}`));
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      if (!call) return response.writeHead(404).end();
      const given = request.method === 'GET' ? Object.fromEntries(url.searchParams) : JSON.parse(Buffer.concat(chunks).toString() || '{}');
      const needsToken = call !== 'jscode2session' && call !== 'stable_token';
      const { how, body } = answer(call, given, needsToken ? (url.searchParams.get('access_token') ?? '') : null);
      if (how === 'timeout') return; // stays silent until the caller has had enough
      if (how === 'lost') return response.destroy();
      if (how === 'gateway') return response.writeHead(502).end('bad gateway');
      if (body.picture) return response.writeHead(200, { 'content-type': 'image/jpeg' }).end(body.picture);
      // As WeChat does: JSON, said to be text.
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000));
  const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loginCode(openid) {
      const code = draw('login');
      codes.set(code, { openid, at: clock().getTime(), used: false });
      return code;
    },
    phoneCode(number, countryCode = '86') {
      const code = draw('phone');
      phones.set(code, { number, countryCode, at: clock().getTime(), used: false });
      return code;
    },
    allow(openid, templateId, times = 1) {
      const key = consentKey(openid, templateId);
      consents.set(key, (consents.get(key) ?? 0) + times);
    },
    switchOff(openid) {
      for (const key of consents.keys()) if (key.startsWith(`${openid} `)) consents.delete(key);
    },
    allowed: (openid, templateId) => consents.get(consentKey(openid, templateId)) ?? 0,
    shown,
    codes: pageCodes,
    published,
    calls,
    trouble: (call, how, times = 1) => void troubles.set(call, { how, left: times }),
    quota: (call, perDay) => void quotas.set(call, perDay),
    endTokens: () => {
      tokens = new Set();
    },
    judgePicture: (url, suggest) => void judged.push({ url, suggest }),
    verdicts: () => pending.splice(0),
    push(event, at = clock(), spoilt = {}) {
      const key = Buffer.from(`${WECHAT.pushKey}=`, 'base64');
      const text = Buffer.from(JSON.stringify(event));
      const length = Buffer.alloc(4);
      length.writeUInt32BE(text.length);
      const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(spoilt.appId ?? WECHAT.appId)]);
      // PKCS#7 to blocks of thirty-two bytes, where AES itself would take sixteen.
      const pad = 32 - (plain.length % 32);
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      const encrypted = Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64');
      const timestamp = spoilt.timestamp ?? seconds(at);
      const nonce = draw('nonce');
      const signature = spoilt.signature ?? sha1(WECHAT.pushToken, timestamp, nonce, encrypted);
      const query = new URLSearchParams({
        signature: sha1(WECHAT.pushToken, timestamp, nonce),
        timestamp,
        nonce,
        encrypt_type: 'aes',
        msg_signature: signature,
      });
      return { query: query.toString(), body: JSON.stringify({ ToUserName: 'gh_huiyin', Encrypt: encrypted }) };
    },
    verification(echo, token = WECHAT.pushToken) {
      const timestamp = seconds(clock());
      const nonce = draw('nonce');
      return new URLSearchParams({ signature: sha1(token, timestamp, nonce), timestamp, nonce, echostr: echo }).toString();
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The first field a template would not take: names say what fits (thing 20 characters, phrase 5, character_string 32, time). */
function wrongField(data: Record<string, { value: string }>): string | null {
  const fits: Record<string, (value: string) => boolean> = {
    thing: (value) => value.length > 0 && [...value].length <= 20,
    phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
    character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
    time: (value) => /^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/.test(value),
    name: (value) => /^\p{Script=Han}{1,10}$/u.test(value),
    phone_number: (value) => /^[\d+ -]{1,17}$/.test(value),
  };
  for (const [name, { value }] of Object.entries(data)) {
    const rule = fits[name.replace(/\d+$/, '')];
    if (!rule || typeof value !== 'string' || !rule(value)) return name;
  }
  return Object.keys(data).length === 0 ? 'none' : null;
}
