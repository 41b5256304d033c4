import { Problem } from '../../shared/kernel/problem.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import { z } from '../../shared/kernel/zod.ts';
import { typeOfBytes } from '../storage/storage.ts';
import type { Verdict, WeChat } from './wechat.ts';

/** Where WeChat's servers are. */
export const WECHAT_ADDRESS = 'https://api.weixin.qq.com';

const PATIENCE_MILLISECONDS = 2_000;
/** Several instances share one token; WeChat hands out the same until it is nearly over, so asking again costs little. */
const TOKEN_MINUTES = 5;
const TOKEN_IS_OVER = new Set([40001, 40014, 42001]);
const CODE_IS_USED = new Set([40029, 40163, 40226]);
const TOO_OFTEN = new Set([45011]);
const COMMENT_SCENE = 2;
const PICTURE = 2;
const VERSION = 2;

const Answer = z.looseObject({ errcode: z.number().default(0) });
type Answer = z.infer<typeof Answer>;
/** What stands in the place of JSON where a picture was asked for. */
const PICTURE_BYTES = 'bytes';

/** WeChat did not do what it was asked. `reached` says whether it may have done it all the same. */
class Away extends Error {
  readonly errcode: number | null;
  readonly reached: boolean;
  constructor(what: string, errcode: number | null, reached: boolean) {
    super(`WeChat ${what}: ${errcode ?? 'no answer'}`);
    this.errcode = errcode;
    this.reached = reached;
  }
}

/** What the network says before anything was sent: the request never arrived. */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/;

export interface WeChatOptions {
  appId: string;
  appSecret: string;
  clock: Clock;
  /** Told what WeChat refuses for our own fault (40164: this machine's address is not on its list), by number only. */
  report(what: string, error: unknown): void;
  address?: string;
  patienceMilliseconds?: number;
}

/** WeChat over HTTP, with the access token kept in memory for a few minutes (stable_token, never forced anew). */
export function openWeChat(options: WeChatOptions): WeChat {
  const { appId, appSecret, clock, report, address = WECHAT_ADDRESS, patienceMilliseconds = PATIENCE_MILLISECONDS } = options;
  let token: { value: Promise<string>; until: number } | null = null;

  async function ask(what: string, url: string, body?: object): Promise<Answer> {
    let bytes: Uint8Array;
    try {
      const answer = await fetch(`${address}${url}`, {
        signal: AbortSignal.timeout(patienceMilliseconds),
        ...(body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
      });
      // A gateway that could not pass it on took nothing.
      if (answer.status >= 500) throw new Away(what, answer.status, false);
      bytes = new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      if (error instanceof Away) throw error;
      const cause = (error as { cause?: { code?: unknown } }).cause?.code;
      throw new Away(what, null, !NEVER_SENT.test(String(cause)));
    }
    // A refusal of a picture is JSON too, under the same 200.
    if (typeOfBytes(bytes)) return { errcode: 0, [PICTURE_BYTES]: bytes };
    const read = Answer.safeParse(parsed(new TextDecoder().decode(bytes)));
    if (!read.success) throw new Away(what, null, true);
    return read.data;
  }

  async function freshToken(): Promise<string> {
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: false };
    const answer = await ask('stable_token', '/cgi-bin/stable_token', body);
    if (typeof answer.access_token !== 'string') {
      const refused = new Away('stable_token', answer.errcode, false);
      report('WeChat gives no token', refused);
      throw refused;
    }
    return answer.access_token;
  }

  function tokenNow(): Promise<string> {
    if (token && token.until > clock().getTime()) return token.value;
    const mine = { value: freshToken(), until: clock().getTime() + TOKEN_MINUTES * 60_000 };
    token = mine;
    // What failed is not kept for five minutes.
    mine.value.catch(() => {
      if (token === mine) token = null;
    });
    return mine.value;
  }

  /** Asks with the token; where WeChat says it is over, once more with another. */
  async function askWithToken(what: string, path: string, body: object): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const value = await tokenNow().catch((error) => {
        throw error instanceof Away ? new Away(what, error.errcode, false) : error;
      });
      const answer = await ask(what, `${path}?access_token=${encodeURIComponent(value)}`, body);
      if (!TOKEN_IS_OVER.has(answer.errcode)) return answer;
      token = null;
      if (tries > 0) throw new Away(what, answer.errcode, false);
    }
  }

  /** For sign-in: every failure is a refusal somebody can read. */
  async function orRefuse(what: string, asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked.catch((error) => {
      throw error instanceof Away ? new Problem('wechat/away') : error;
    });
    if (CODE_IS_USED.has(answer.errcode)) throw new Problem('wechat/code-used');
    if (TOO_OFTEN.has(answer.errcode)) throw new Problem('wechat/too-often');
    if (answer.errcode !== 0) {
      report(`WeChat refuses ${what}`, new Away(what, answer.errcode, false));
      throw new Problem('wechat/away');
    }
    return answer;
  }

  return {
    async signIn(code) {
      const query = new URLSearchParams({ appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' });
      const answer = await orRefuse('code2Session', ask('code2Session', `/sns/jscode2session?${query}`));
      if (typeof answer.openid !== 'string' || answer.openid === '') throw new Problem('wechat/away');
      return { openid: answer.openid };
    },

    async phoneNumber(code) {
      const answer = await orRefuse('getPhoneNumber', askWithToken('getPhoneNumber', '/wxa/business/getuserphonenumber', { code }));
      const found = z.object({ purePhoneNumber: z.string(), countryCode: z.string() }).safeParse(answer.phone_info);
      if (!found.success) throw new Problem('wechat/away');
      const { purePhoneNumber, countryCode } = found.data;
      if (countryCode !== '86' || !/^1\d{10}$/.test(purePhoneNumber)) throw new Problem('wechat/foreign-number');
      return purePhoneNumber;
    },

    async checkWords({ openid, words }) {
      const body = { version: VERSION, scene: COMMENT_SCENE, openid, content: words };
      const answer = await askWithToken('msg_sec_check', '/wxa/msg_sec_check', body).catch(heldBack);
      const read = z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).safeParse(answer?.result);
      return answer?.errcode === 0 && read.success ? (read.data.suggest satisfies Verdict) : null;
    },

    async checkPicture({ openid, url }) {
      const body = { version: VERSION, scene: COMMENT_SCENE, media_type: PICTURE, openid, media_url: url };
      const answer = await askWithToken('media_check_async', '/wxa/media_check_async', body).catch(heldBack);
      return answer?.errcode === 0 && typeof answer.trace_id === 'string' ? answer.trace_id : null;
    },

    async pageCode({ page, scene }) {
      const body = { scene, page, check_path: true, env_version: 'release' };
      const answer = await askWithToken('getwxacodeunlimit', '/wxa/getwxacodeunlimit', body).catch(heldBack);
      const picture = answer?.[PICTURE_BYTES];
      if (picture instanceof Uint8Array) return picture;
      // 41030: the page is in no mini-program that was published; 45009: asked too often.
      if (answer) report('WeChat gives no code of a page', new Away('getwxacodeunlimit', answer.errcode, false));
      return null;
    },

    async send({ openid, templateId, page, fields }) {
      const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
      try {
        const answer = await askWithToken('subscribe/send', '/cgi-bin/message/subscribe/send', {
          touser: openid,
          template_id: templateId,
          page,
          data,
        });
        if (answer.errcode === 0) return 'sent';
        if (answer.errcode === 43101 || answer.errcode === 40003) return 'no_consent';
        report('WeChat refuses a message', new Away('subscribe/send', answer.errcode, false));
        return 'later';
      } catch (error) {
        if (!(error instanceof Away)) throw error;
        return error.reached ? 'unknown' : 'later';
      }
    },
  };
}

/** Where a check was not made, a person makes it. */
function heldBack(error: unknown): null {
  if (error instanceof Away) return null;
  throw error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
