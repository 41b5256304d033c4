import zhCN from 'zod/v4/locales/zh-CN.js';
import type { Route } from '../../shared/contract/route.ts';
import { type FieldError, Problem } from '../../shared/kernel/problem.ts';
import { z } from '../../shared/kernel/zod.ts';

z.config(zhCN());

const MAX_BODY_BYTES = 64 * 1024;
const KEY = /^[A-Za-z0-9_-]{8,64}$/;

function fieldsOf(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const field = [...issue.path.map(String), ...(extra === undefined ? [] : [extra])].join('.').slice(0, 80);
    return { field: field || 'body', message: extra === undefined ? issue.message : '没有这一项' };
  });
}

function check(schema: z.ZodObject | undefined, given: unknown): Record<string, unknown> {
  if (!schema) return {};
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const errors = fieldsOf(read.error);
  throw new Problem('request/invalid', errors[0]?.message, errors);
}

function readQuery(url: URL): Record<string, string> {
  const query: Record<string, string> = Object.create(null); // `constructor` and `__proto__` are names like any other
  for (const [name, value] of url.searchParams) {
    if (name in query) throw new Problem('request/malformed', `“${name.slice(0, 40)}”写了两次`);
    query[name] = value;
  }
  return query;
}

/** The bytes of a body, refused as soon as they are too many. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Problem('request/too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body)
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > maxBytes) throw new Problem('request/too-large');
      chunks.push(chunk);
    }
  return Buffer.concat(chunks);
}

async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Problem('request/wrong-type');
  const bytes = await readBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('request/malformed');
  }
}

/**
 * What a request says, as the contract has it.
 * @throws Problem `request/*` naming the field
 */
export async function parseRequest(route: Route, request: Request, params: Record<string, string>): Promise<Record<string, unknown>> {
  const url = new URL(request.url);
  return {
    ...check(route.query, readQuery(url)),
    ...(route.method === 'POST' ? check(route.body, await readJson(request, route.bytes ?? MAX_BODY_BYTES)) : {}),
    ...check(route.params, params),
  };
}

/** The Idempotency-Key made at the tap. @throws Problem `request/invalid` where it is needed and missing, or malformed */
export function parseKey(route: Route, request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key === null && !route.key) return null;
  if (key === null || !KEY.test(key)) {
    const message = '提交缺少编号，请用最新版小程序';
    throw new Problem('request/invalid', message, [{ field: 'Idempotency-Key', message }]);
  }
  return key;
}

/** A multipart form with one file, of at most `maxBytes` in all. */
export async function parseUpload(request: Request, maxBytes: number): Promise<{ fields: Record<string, string>; bytes: Uint8Array }> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Problem('request/wrong-type');
  const whole = await readBytes(request, maxBytes + 16 * 1024);
  const form = await new Response(whole as unknown as ArrayBuffer, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Problem('request/malformed');
  });
  const file = form.get('file');
  if (!(file instanceof Blob)) throw new Problem('request/invalid', '没有照片', [{ field: 'file', message: '没有照片' }]);
  const fields: Record<string, string> = Object.create(null);
  form.forEach((value, name) => {
    if (typeof value === 'string') fields[name] = value;
  });
  return { fields, bytes: new Uint8Array(await file.arrayBuffer()) };
}
