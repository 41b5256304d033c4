import { createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Stranger } from '../../db/queries/sign-in.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import { goodUntil } from '../../shared/sign-in/terms.ts';

/** Says for a few minutes which WeChat is asking to be bound. Never a session: another key, another audience, another type. */
export interface Passes {
  sign(stranger: Stranger): Promise<string>;
  /** The stranger behind a pass; null for anything over, foreign, broken, or a session's. */
  verify(pass: string): Promise<Stranger | null>;
}

const TYPE = 'stranger+jwt';
const AUDIENCE = 'binding';

/** @param secretHex the secret of the tokens; passes are signed with a key derived from it */
export async function openPasses(secretHex: string, clock: Clock): Promise<Passes> {
  const derived = createHmac('sha256', Buffer.from(secretHex, 'hex')).update('passes of strangers').digest();
  const key = await crypto.subtle.importKey('raw', derived, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  return {
    sign({ openid, vouched }) {
      const now = clock();
      return new SignJWT(vouched ? { vouched } : {})
        .setProtectedHeader({ alg: 'HS256', typ: TYPE })
        .setSubject(openid)
        .setAudience(AUDIENCE)
        .setIssuedAt(Math.floor(now.getTime() / 1000))
        .setExpirationTime(Math.floor(goodUntil('pass', now).getTime() / 1000))
        .sign(key);
    },
    async verify(pass) {
      try {
        const checks = { algorithms: ['HS256'], typ: TYPE, audience: AUDIENCE, currentDate: clock(), requiredClaims: ['sub', 'exp'] };
        const { payload } = await jwtVerify(pass, key, checks);
        if (!payload.sub) return null;
        return { kind: 'stranger', openid: payload.sub, ...(typeof payload.vouched === 'string' ? { vouched: payload.vouched } : {}) };
      } catch {
        return null;
      }
    },
  };
}
