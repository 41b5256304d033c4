import { Problem } from '../../shared/kernel/problem.ts';
import type { House } from '../context.ts';

/** What the network, the driver and Postgres say when the database is away, full, going down, or asks for the transaction once more. */
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|57P0[1-5]|53[0-9A-Z]{3}|08[0-9A-Z]{3}|40001|40P01)$/;

function codeOf(error: unknown): string | null {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; at = (at as { cause?: unknown }).cause, depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return null;
}

/** The one place that turns a refusal into RFC 9457; anything else thrown is a bug, logged without anybody's words. */
export function answerRefusal(house: Pick<House, 'report'>, error: unknown): Response {
  const code = codeOf(error);
  const problem = error instanceof Problem ? error : new Problem(code !== null && AWAY.test(code) ? 'server/unreachable' : 'server/bug');
  if (problem.code === 'server/bug') house.report('a request failed', error);
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };
  const retryAfter = problem.retryAfterSeconds ?? (problem.status === 503 ? 2 : undefined);
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  return new Response(JSON.stringify(problem.toBody()), { status: problem.status, headers });
}

/** One line about an error that names code and place, never a value: driver messages quote what people typed. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, codeOf(error) ?? '', ...place.slice(0, 8).map((line) => line.trim())].filter(Boolean).join(' | ');
}
