import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import type { Limited } from '../limits/limits.ts';
import { idParams, route } from './route.ts';
import { Done } from './tickets.ts';

/** Words that may be left out. */
export const optionalWords = (max: number) => words(max, 0).default('');

/** By what way residents were spoken with. */
export const channel = z.enum(['phone', 'mini_program', 'face_to_face'], { error: '请选怎么联系的' });

/** An action on one ticket: its name is the route's, its row in the lifecycle says who may. */
export const command = <const Path extends string, Body extends z.ZodObject>(path: Path, summary: string, body: Body, limit?: Limited) =>
  route({
    method: 'POST',
    path: `/tickets/{id}/${path}` as `/${string}`,
    summary,
    params: idParams,
    body,
    response: Done,
    ...(limit ? { limit } : {}),
  });
