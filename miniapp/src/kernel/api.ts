import Taro from '@tarojs/taro';
import { createClient, type Sent } from '../../../shared/contract/client.ts';
import { API } from '../../../shared/contract/index.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { noteNow } from './clock.ts';
import { toSignIn } from './go.ts';
import { forgetAll, keep, kept } from './keep.ts';
import { noteReach } from './network.ts';

const WAIT_MILLISECONDS = 15_000;

/** A path of the contract, or a relative upload address, as the phone must call it. */
export const addressOf = (path: string): string => (path.startsWith('/api/') ? `${API_BASE}${path}` : path);

function retryAfterOf(header: Record<string, unknown> | undefined): number | undefined {
  const name = Object.keys(header ?? {}).find((one) => one.toLowerCase() === 'retry-after');
  const seconds = Number(name && header?.[name]);
  return seconds > 0 ? seconds : undefined;
}

/**
 * Sends one request with the session's token, and takes the server's clock from the answer.
 * @throws Problem `server/unreachable` where no answer came
 */
export async function send({ method, url, body, key }: Sent): Promise<{ status: number; body: unknown; retryAfterSeconds?: number | undefined }> {
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
  if (answer.statusCode === 401) {
    keep('token', '');
    forgetAll('answer.');
    toSignIn();
  }
  const now = (answer.data as { now?: unknown } | null)?.now;
  if (answer.statusCode < 400 && typeof now === 'string') noteNow(now);
  return { status: answer.statusCode, body: answer.data, retryAfterSeconds: retryAfterOf(answer.header) };
}

/** Every route of the contract, typed. */
export const api = createClient(API, send);
