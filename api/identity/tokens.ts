import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../shared/kernel/time.ts';

/** Signs people in for a while. Says who, never what they may: roles are read at each request. */
export interface Tokens {
  /** @param signedInAt for a token that takes over from another: when that person signed in; now, for a new one */
  sign(personId: string, signedInAt?: Date): Promise<string>;
  /** Who signed in, when, and when this token was issued; null for anything expired, foreign or broken. */
  verify(token: string): Promise<{ personId: string; signedInAt: Date; issuedAt: Date } | null>;
  /** Whether a token of this age should be replaced. */
  isOld(issuedAt: Date): boolean;
}

/** Tokens whose signature is remembered; the oldest make room. */
const KNOWN_AT_MOST = 10_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @param lifeMinutes how long a token is good for */
export async function openTokens(secretHex: string, clock: Clock, lifeMinutes = 120): Promise<Tokens> {
  const key = await crypto.subtle.importKey('raw', Buffer.from(secretHex, 'hex'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  // A signature that held once holds until it expires; who that is now, and what they may, is read at each request all the same.
  const known = new Map<string, { claim: NonNullable<Awaited<ReturnType<Tokens['verify']>>>; expiresAt: number }>();
  return {
    sign(personId, signedInAt = clock()) {
      const issued = Math.floor(clock().getTime() / 1000);
      // `iat` counts whole seconds; the sign-in is told to the millisecond, so that one made in the second of a sign-out stands or falls rightly.
      return new SignJWT({ auth_time: signedInAt.getTime() / 1000 })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(personId)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifeMinutes * 60)
        .sign(key);
    },
    async verify(token) {
      const before = known.get(token);
      if (before && before.expiresAt > clock().getTime()) return before.claim;
      known.delete(token);
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: clock(), requiredClaims: ['sub', 'iat', 'exp'] });
        const { sub, iat, aud, auth_time: signedIn } = payload;
        // Whatever is addressed to somebody is for something else than a session.
        if (aud !== undefined || !sub || !UUID.test(sub) || iat === undefined || typeof signedIn !== 'number') return null;
        const claim = { personId: sub, signedInAt: new Date(Math.round(signedIn * 1000)), issuedAt: new Date(iat * 1000) };
        if (known.size >= KNOWN_AT_MOST) known.delete(known.keys().next().value!);
        known.set(token, { claim, expiresAt: (payload.exp ?? 0) * 1000 });
        return claim;
      } catch {
        return null;
      }
    },
    isOld: (issuedAt) => clock().getTime() - issuedAt.getTime() > lifeMinutes * 30_000,
  };
}
