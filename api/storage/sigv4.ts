import { createHash, createHmac } from 'node:crypto';

/** Who signs, and for which region: AWS Signature Version 4 as S3 and its likes read it. */
export interface Signer {
  keyId: string;
  secret: string;
  region: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest();
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An instant as signatures write it: 20130524T000000Z. */
export const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

const scopeOf = (signer: Signer, stamp: string) => `${stamp.slice(0, 8)}/${signer.region}/s3/aws4_request`;

/** Who signs, in the scope of a day. */
export const credentialOf = (signer: Signer, at: Date): string => `${signer.keyId}/${scopeOf(signer, stampOf(at))}`;

function signWith(signer: Signer, stamp: string, text: string): string {
  const day = hmac(`AWS4${signer.secret}`, stamp.slice(0, 8));
  return hmac(hmac(hmac(hmac(day, signer.region), 's3'), 'aws4_request'), text).toString('hex');
}

/** What a form is signed with: its policy, as it is sent. */
export const signPolicy = (signer: Signer, policyBase64: string, at: Date): string => signWith(signer, stampOf(at), policyBase64);

const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
const encodePath = (path: string) => path.split('/').map(encode).join('/');

function sign(
  signer: Signer,
  stamp: string,
  request: { method: string; url: URL; headers: Record<string, string>; payloadHash: string },
): { signature: string; names: string } {
  const { url } = request;
  const query = [...url.searchParams]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
  const headers = Object.entries({ host: url.host, ...request.headers })
    .map(([name, value]) => [name.toLowerCase(), value.trim().replace(/ +/g, ' ')] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const names = headers.map(([name]) => name).join(';');
  const lines = headers.map(([name, value]) => `${name}:${value}\n`).join('');
  const canonical = [request.method, encodePath(decodeURIComponent(url.pathname)), query, lines, names, request.payloadHash].join('\n');
  const text = [ALGORITHM, stamp, scopeOf(signer, stamp), sha256(canonical)].join('\n');
  return { signature: signWith(signer, stamp, text), names };
}

/** The headers a request is sent with, its signature among them. */
export function signRequest(
  signer: Signer,
  request: { method: string; url: URL; headers?: Record<string, string>; body?: Uint8Array },
  at: Date,
): Record<string, string> {
  const stamp = stampOf(at);
  const payloadHash = sha256(request.body ?? '');
  const headers = { ...request.headers, 'x-amz-content-sha256': payloadHash, 'x-amz-date': stamp };
  const { signature, names } = sign(signer, stamp, { method: request.method, url: request.url, headers, payloadHash });
  return { ...headers, authorization: `${ALGORITHM} Credential=${credentialOf(signer, at)},SignedHeaders=${names},Signature=${signature}` };
}

/** A link that gives one thing to whoever has it, for so many seconds. */
export function signLink(signer: Signer, address: URL, seconds: number, at: Date): string {
  const stamp = stampOf(at);
  const url = new URL(address);
  url.searchParams.set('X-Amz-Algorithm', ALGORITHM);
  url.searchParams.set('X-Amz-Credential', credentialOf(signer, at));
  url.searchParams.set('X-Amz-Date', stamp);
  url.searchParams.set('X-Amz-Expires', String(seconds));
  url.searchParams.set('X-Amz-SignedHeaders', 'host');
  const { signature } = sign(signer, stamp, { method: 'GET', url, headers: {}, payloadHash: 'UNSIGNED-PAYLOAD' });
  url.searchParams.set('X-Amz-Signature', signature);
  return url.toString();
}
