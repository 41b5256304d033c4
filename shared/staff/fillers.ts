import { RELATION_HOLDERS, ROLES, type Role } from '../kernel/people.ts';

/** Whether somebody fills any post at all: what draws the button. */
export const fillsAny = (posts: readonly { role: Role; department: string | null }[]): boolean =>
  posts.some(
    (post) =>
      RELATION_HOLDERS.director(post) ||
      ((RELATION_HOLDERS.quality(post) || post.role === 'hr' || RELATION_HOLDERS.leadership(post)) && ROLES[post.role].at !== 'estate'),
  );
