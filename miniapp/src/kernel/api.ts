import Taro from '@tarojs/taro';
import { createClient, type Sent } from '../../../shared/contract/client.ts';
import { DOORS } from '../../../shared/contract/doors.ts';
import type { Api } from '../../../shared/contract/index.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { noteNow } from './clock.ts';
import { toSignIn } from './go.ts';
import { forgetAll, keep, kept } from './keep.ts';
import { noteReach } from './network.ts';
import { IN_WECHAT, loginCode } from './wechat.ts';

const WAIT_MILLISECONDS = 15_000;

/** A path of the contract, or a relative upload address, as the phone must call it. */
export const addressOf = (path: string): string => (path.startsWith('/api/') ? `${API_BASE}${path}` : path);

function retryAfterOf(header: Record<string, unknown> | undefined): number | undefined {
  const name = Object.keys(header ?? {}).find((one) => one.toLowerCase() === 'retry-after');
  const seconds = Number(name && header?.[name]);
  return seconds > 0 ? seconds : undefined;
}

interface Answered {
  status: number;
  body: unknown;
  retryAfterSeconds?: number | undefined;
}

async function sendOnce({ method, url, body, key }: Sent): Promise<Answered> {
  const token = kept('token');
  const answer = await Taro.request({
    url: addressOf(`/api${url}`),
    method: method as 'GET' | 'POST',
    data: body,
    timeout: WAIT_MILLISECONDS,
    header: {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
  }).catch(() => {
    noteReach(false);
    throw new Problem('server/unreachable');
  });
  noteReach(true);
  const now = (answer.data as { now?: unknown } | null)?.now;
  if (answer.statusCode < 400 && typeof now === 'string') noteNow(now);
  return { status: answer.statusCode, body: answer.data, retryAfterSeconds: retryAfterOf(answer.header) };
}

let renewing: Promise<boolean> | null = null;

/** Signs in once more without a word, where this phone's WeChat is bound; many requests at once wait for the one answer. */
function renewed(): Promise<boolean> {
  renewing ??= (async () => {
    const person = kept('owner');
    const { status, body } = await sendOnce({
      method: 'POST',
      url: '/sign-in/wechat',
      body: { code: await loginCode(), silently: true, ...(person ? { person } : {}) },
    });
    const { token } = body as { token?: string | null };
    if (status !== 200 || !token) return false;
    keep('token', token);
    return true;
  })()
    .catch(() => false)
    .finally(() => {
      renewing = null;
    });
  return renewing;
}

/**
 * Sends one request with the session's token, and takes the server's clock from the answer. Where the token is over it is renewed once and the same
 * request goes again; where that does not help, it is for whoever holds the phone to sign in.
 * @throws Problem `server/unreachable` where no answer came
 */
export async function send(sent: Sent): Promise<Answered> {
  const token = kept('token');
  const answer = await sendOnce(sent);
  if (answer.status !== 401 || sent.url.startsWith('/sign-in/')) return answer;
  if (IN_WECHAT && token && (kept('token') !== token || (await renewed()))) {
    const again = await sendOnce(sent);
    if (again.status !== 401) return again;
  }
  keep('token', '');
  forgetAll('answer.');
  toSignIn();
  return answer;
}

/** Every route of the contract, typed. */
export const api = createClient<Api>(DOORS, send);
