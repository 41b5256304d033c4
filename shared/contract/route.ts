import { z } from '../kernel/zod.ts';
import type { Limited } from '../limits/limits.ts';

/** One route: the server, the client and the OpenAPI document all come from it. */
export interface Route {
  method: 'GET' | 'POST';
  path: `/${string}`;
  summary: string;
  /** Who may call at all; what they may see is decided by the row. */
  open?: boolean;
  /** Creates something: the Idempotency-Key made at the tap is required. */
  key?: boolean;
  /** The row of `LIMITS` that says how often; counted once a request, after it was read and before it is answered. */
  limit?: Limited;
  /** How many bytes its body may have, where a file is in it; 64 KB otherwise. */
  bytes?: number;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  response: z.ZodType;
}

export const route = <const R extends Route>(one: R) => one;

/** An instant on the wire: ISO 8601 in UTC, years people live in. */
export const instant = z.iso.datetime({ error: '请选好日期和时间', abort: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 2000 && year <= 2100;
}, '时间不在合理范围');

export const id = z.uuid({ error: '编号格式不对' });
export const idParams = z.strictObject({ id });

/** A keyset cursor: opaque to the client, checked by the server. */
export const pageQuery = z.strictObject({ after: z.string().max(200).optional() });

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
