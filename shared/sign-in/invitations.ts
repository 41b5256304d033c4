import { RELATION_HOLDERS, ROLES, type Role } from '../kernel/people.ts';

/** A post as inviting looks at it. */
export interface Post {
  officeId: string;
  role: Role;
  department: string | null;
}

const isAtHeadOffice = (post: Post, headOffices: readonly string[]) => headOffices.includes(post.officeId);
const directs = (posts: readonly Post[], officeId: string) => posts.some((post) => post.officeId === officeId && RELATION_HOLDERS.director(post));

/**
 * At which office somebody may invite a colleague: directors their own estate's people; the company (品质管理部、公司领导) whoever works at
 * the head office, and the directors. Whoever holds a post that is the company's to fill is the company's to invite, whatever else they do. Nobody
 * invites themselves.
 * @returns the office the invitation belongs to, or null
 */
export function invitesAt(
  inviter: { id: string; posts: readonly Post[] },
  colleague: { id: string; posts: readonly Post[] },
  headOffices: readonly string[],
): string | null {
  if (inviter.id === colleague.id) return null;
  const company = colleague.posts.find((post) => isAtHeadOffice(post, headOffices) || RELATION_HOLDERS.director(post));
  if (company) {
    const isCompany = inviter.posts.some(
      (post) => isAtHeadOffice(post, headOffices) && (RELATION_HOLDERS.quality(post) || RELATION_HOLDERS.leadership(post)),
    );
    return isCompany ? company.officeId : null;
  }
  return colleague.posts.find((post) => directs(inviter.posts, post.officeId))?.officeId ?? null;
}

/** Whether somebody invites anybody at all: what draws the button. */
export function mayInvite(posts: readonly { role: Role; department: string | null }[]): boolean {
  return posts.some(
    (post) =>
      RELATION_HOLDERS.director(post) || ((RELATION_HOLDERS.quality(post) || RELATION_HOLDERS.leadership(post)) && ROLES[post.role].at !== 'estate'),
  );
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
