import { invitesTo, isCompanys, levelOf, type Post } from '../staff/levels.ts';

/**
 * At which office somebody may invite a colleague: whoever fills the post (`LEVELS`). Whoever holds a post that is the company's to fill is the
 * company's to invite, by the highest of them, whatever else they do. Nobody invites themselves.
 * @returns the office the invitation belongs to, or null
 */
export function invitesAt(
  inviter: { id: string; posts: readonly Post[] },
  colleague: { id: string; posts: readonly Post[] },
  headOffices: readonly string[],
): string | null {
  if (inviter.id === colleague.id) return null;
  const levelled = [...colleague.posts].sort((a, b) => (levelOf(b, headOffices)?.level ?? 0) - (levelOf(a, headOffices)?.level ?? 0));
  const company = levelled.find((post) => isCompanys(post, headOffices));
  const asked = company ? [company] : levelled;
  return asked.find((post) => invitesTo(inviter.posts, post, headOffices))?.officeId ?? null;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 128 bits, five a character. */
export const CODE_LENGTH = 26;

/** Sixteen random bytes as people copy them: capitals and digits, none that look alike. */
export function sayCode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let left = CODE_LENGTH; left > 0; left -= 1) {
    code = ALPHABET[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code;
}

/** A code however it was pasted or typed; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH && [...code].every((one) => ALPHABET.includes(one)) ? code : null;
}
