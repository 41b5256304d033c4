import { codeOf, isGone } from '../../db/gone.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { House } from '../context.ts';

/** What Postgres says when it is full, going down or unreachable behind a pooler, or asks for the transaction once more. */
const BUSY = /^(08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P0[1-5]|40001|40P01)$/;

/** The one place that turns a refusal into RFC 9457; anything else thrown is a bug, logged without anybody's words. */
export function answerRefusal(house: Pick<House, 'report'>, error: unknown): Response {
  const isAway = isGone(error) || BUSY.test(codeOf(error) ?? '');
  const problem = error instanceof Problem ? error : new Problem(isAway ? 'server/unreachable' : 'server/bug');
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
