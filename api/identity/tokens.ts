import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../shared/kernel/time.ts';

/** Signs people in for a while. Says who, never what they may: roles are read at each request. */
export interface Tokens {
  sign(personId: string): Promise<string>;
  /** Who signed in and when; null for anything expired, foreign or broken. */
  verify(token: string): Promise<{ personId: string; issuedAt: Date } | null>;
  /** Whether a token of this age should be replaced. */
  isOld(issuedAt: Date): boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @param lifeMinutes how long a token is good for */
export async function openTokens(secretHex: string, clock: Clock, lifeMinutes = 120): Promise<Tokens> {
  const key = await crypto.subtle.importKey('raw', Buffer.from(secretHex, 'hex'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  return {
    sign(personId) {
      const issued = Math.floor(clock().getTime() / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(personId)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifeMinutes * 60)
        .sign(key);
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: clock() });
        if (!payload.sub || !UUID.test(payload.sub) || payload.iat === undefined) return null;
        return { personId: payload.sub, issuedAt: new Date(payload.iat * 1000) };
      } catch {
        return null;
      }
    },
    isOld: (issuedAt) => clock().getTime() - issuedAt.getTime() > lifeMinutes * 30_000,
  };
}
