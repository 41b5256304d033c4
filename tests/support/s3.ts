// A small store that checks what S3 documents it checks: signatures, dates, and every condition of a form's policy. Written from the
// documentation and from the bytes on the wire; it shares no line with what it checks.
import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoreStandIn {
  endpoint: string;
  objects: Map<string, { bytes: Buffer; type: string }>;
  /** Each request it answered, as `POST 204`, in order. */
  answered: string[];
  /** Answers nothing from now on. */
  silent(yes: boolean): void;
  close(): Promise<void>;
}

class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

const mac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text, 'utf8').digest();
const digest = (what: Buffer | string) => createHash('sha256').update(what).digest('hex');

/** 20130524T000000Z as an instant. */
function instantOf(stamp: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (!parts) throw new Refused(403, 'AccessDenied');
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export async function openStore(options: {
  bucket: string;
  region: string;
  keyId: string;
  secret: string;
  now: () => Date;
  pathStyle: boolean;
}): Promise<StoreStandIn> {
  const objects: StoreStandIn['objects'] = new Map();
  const answered: string[] = [];
  let isSilent = false;

  function expected(credential: string, stamp: string, text: (scope: string) => string): string {
    const [keyId, ...scope] = credential.split('/');
    const [day, region, service, end] = scope;
    if (keyId !== options.keyId || scope.length !== 4) throw new Refused(403, 'InvalidAccessKeyId');
    if (day !== stamp.slice(0, 8) || region !== options.region || service !== 's3' || end !== 'aws4_request')
      throw new Refused(400, 'AuthorizationQueryParametersError');
    const key = mac(mac(mac(mac(`AWS4${options.secret}`, day), region), service), end);
    return mac(key, text(scope.join('/'))).toString('hex');
  }

  function check(request: http.IncomingMessage, body: Buffer): void {
    const [rawPath, rawQuery = ''] = request.url!.split('?') as [string, string?];
    const pairs = rawQuery.split('&').filter((pair) => pair !== '');
    const query = new Map(pairs.map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]));
    const isLink = query.has('X-Amz-Signature');
    const header = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
    if (!isLink && !header) throw new Refused(403, 'AccessDenied');
    if (isLink && query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') throw new Refused(400, 'AuthorizationQueryParametersError');
    const stamp = isLink ? query.get('X-Amz-Date')! : String(request.headers['x-amz-date']);
    const age = options.now().getTime() - instantOf(stamp);
    if (isLink) {
      const seconds = Number(query.get('X-Amz-Expires'));
      if (!(seconds >= 1 && seconds <= 604_800)) throw new Refused(400, 'AuthorizationQueryParametersError');
      if (age > seconds * 1000 || age < -900_000) throw new Refused(403, 'AccessDenied');
    } else if (Math.abs(age) > 900_000) throw new Refused(403, 'RequestTimeTooSkewed');
    const names = (isLink ? query.get('X-Amz-SignedHeaders')! : header![2]!).split(';');
    if (!names.includes('host')) throw new Refused(403, 'AccessDenied');
    const payload = isLink ? 'UNSIGNED-PAYLOAD' : String(request.headers['x-amz-content-sha256']);
    if (!isLink && payload !== digest(body)) throw new Refused(400, 'XAmzContentSHA256Mismatch');
    const canonical = [
      request.method,
      rawPath,
      pairs
        .filter((pair) => !pair.startsWith('X-Amz-Signature='))
        .sort()
        .join('&'),
      ...names.map((name) => `${name}:${String(request.headers[name]).trim()}`),
      '',
      names.join(';'),
      payload,
    ].join('\n');
    const credential = isLink ? query.get('X-Amz-Credential')! : header![1]!;
    const signature = isLink ? query.get('X-Amz-Signature')! : header![3]!;
    const right = expected(credential, stamp, (scope) => ['AWS4-HMAC-SHA256', stamp, scope, digest(canonical)].join('\n'));
    if (right !== signature) throw new Refused(403, 'SignatureDoesNotMatch');
  }

  /** The parts of a form, up to the file; what comes behind it is ignored, as S3 ignores it. */
  function readForm(request: http.IncomingMessage, body: Buffer): { fields: Map<string, string>; file: Buffer } {
    const boundary = /boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '')?.[1];
    if (!boundary) throw new Refused(412, 'PreconditionFailed');
    const mark = Buffer.from(`\r\n--${boundary}`);
    const whole = Buffer.concat([Buffer.from('\r\n'), body]);
    const fields = new Map<string, string>();
    for (let at = whole.indexOf(mark); at >= 0; ) {
      const from = at + mark.length;
      const head = whole.indexOf('\r\n\r\n', from);
      const end = whole.indexOf(mark, from);
      if (end < 0 || head < 0) break;
      const lines = whole.subarray(from, head).toString('utf8');
      const name = /name="([^"]*)"/.exec(lines)?.[1] ?? '';
      const value = whole.subarray(head + 4, end);
      if (name === 'file') return { fields, file: value };
      fields.set(name.toLowerCase(), value.toString('utf8'));
      at = end;
    }
    throw new Refused(400, 'MalformedPOSTRequest');
  }

  function take(request: http.IncomingMessage, body: Buffer): void {
    const { fields, file } = readForm(request, body);
    const encoded = fields.get('policy');
    const signature = fields.get('x-amz-signature');
    const stamp = fields.get('x-amz-date') ?? '';
    if (!encoded || !signature) throw new Refused(403, 'AccessDenied');
    if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') throw new Refused(400, 'InvalidArgument');
    if (expected(fields.get('x-amz-credential') ?? '', stamp, () => encoded) !== signature) throw new Refused(403, 'SignatureDoesNotMatch');
    const policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { expiration: string; conditions: unknown[] };
    if (options.now() > new Date(policy.expiration)) throw new Refused(403, 'AccessDenied');
    const covered = new Set(['policy', 'x-amz-signature']);
    const found = new Map([...fields, ['bucket', options.bucket]]);
    for (const condition of policy.conditions) {
      const [operator, name, value] = (
        Array.isArray(condition) ? condition : ['eq', ...Object.entries(condition as object)[0]!.map((part, n) => (n === 0 ? `$${part}` : part))]
      ) as [string, string | number, string | number];
      if (operator === 'content-length-range') {
        if (file.length > Number(value)) throw new Refused(400, 'EntityTooLarge');
        if (file.length < Number(name)) throw new Refused(400, 'EntityTooSmall');
        continue;
      }
      const field = String(name).slice(1).toLowerCase();
      const given = found.get(field);
      covered.add(field);
      const isMet = given !== undefined && (operator === 'starts-with' ? given.startsWith(String(value)) : given === value);
      if (!isMet) throw new Refused(403, 'AccessDenied');
    }
    for (const field of fields.keys()) if (!covered.has(field) && !field.startsWith('x-ignore-')) throw new Refused(403, 'AccessDenied');
    objects.set(fields.get('key')!, { bytes: Buffer.from(file), type: fields.get('content-type') ?? 'binary/octet-stream' });
  }

  function answer(request: http.IncomingMessage, body: Buffer): { status: number; type?: string; bytes?: Buffer } {
    const path = decodeURIComponent(request.url!.split('?')[0]!);
    const named = options.pathStyle ? path.split('/')[1] : request.headers.host!.split('.')[0];
    if (named !== options.bucket) throw new Refused(404, 'NoSuchBucket');
    const key = options.pathStyle ? path.split('/').slice(2).join('/') : path.slice(1);
    if (request.method === 'POST') {
      if (key !== '') throw new Refused(405, 'MethodNotAllowed');
      take(request, body);
      return { status: 204 };
    }
    check(request, body);
    if (request.method === 'PUT') {
      objects.set(key, { bytes: body, type: request.headers['content-type'] ?? 'binary/octet-stream' });
      return { status: 200 };
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    const object = objects.get(key);
    if (!object) throw new Refused(404, 'NoSuchKey');
    return { status: 200, type: object.type, bytes: object.bytes };
  }

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => {});
    request.on('end', () => {
      if (isSilent) return;
      try {
        const { status, type, bytes } = answer(request, Buffer.concat(chunks));
        answered.push(`${request.method} ${status}`);
        response.writeHead(status, { ...(type ? { 'content-type': type } : {}), ...(bytes ? { 'content-length': bytes.length } : {}) }).end(bytes);
      } catch (error) {
        const { status, code } = error instanceof Refused ? error : new Refused(500, 'InternalError');
        answered.push(`${request.method} ${status} ${code}`);
        response
          .writeHead(status, { 'content-type': 'application/xml' })
          .end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://${options.pathStyle ? '127.0.0.1' : 'localhost'}:${port}`,
    objects,
    answered,
    silent: (yes) => {
      isSilent = yes;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
