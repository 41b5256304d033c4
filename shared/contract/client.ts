import { PROBLEMS, Problem, type ProblemBody } from '../kernel/problem.ts';
import type { z } from '../kernel/zod.ts';
import type { Route } from './route.ts';

// An empty body's own type, Record<string, never>, would forbid the path's fields beside it.
type In<R, Part extends string> = R extends { [K in Part]: infer S extends z.ZodType }
  ? z.input<S> extends Record<string, never>
    ? unknown
    : z.input<S>
  : unknown;
/** What a call takes: path, query and body fields together. */
export type Input<R extends Route> = In<R, 'params'> & In<R, 'query'> & In<R, 'body'>;
export type Output<R extends Route> = z.output<R['response']>;
export type Client<A extends Record<string, Route>> = {
  [K in keyof A]: (input: Input<A[K]>, options?: { key?: string }) => Promise<Output<A[K]>>;
};

export interface Sent {
  method: string;
  url: string;
  body?: Record<string, unknown>;
  key?: string;
}
/** Sends one request; throws where no answer came. */
export type Transport = (request: Sent) => Promise<{ status: number; body: unknown; retryAfterSeconds?: number | undefined }>;

function refusal({ status, body, retryAfterSeconds }: Awaited<ReturnType<Transport>>): Problem {
  const problem = body as Partial<ProblemBody> | null;
  if (problem && typeof problem === 'object' && typeof problem.code === 'string' && problem.code in PROBLEMS)
    return new Problem(problem.code, problem.detail, problem.errors, retryAfterSeconds);
  return new Problem(status === 503 ? 'server/unreachable' : 'server/bug', undefined, undefined, retryAfterSeconds);
}

/**
 * A typed client over any transport. Refusals come back as the Problem the server threw.
 * @throws Problem whatever the route refuses with
 */
export function createClient<A extends Record<string, Route>>(api: A, send: Transport): Client<A> {
  const call =
    (route: Route) =>
    async (input: Record<string, unknown> = {}, options: { key?: string } = {}) => {
      const rest: Record<string, unknown> = { ...input };
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = rest[name];
        delete rest[name];
        return encodeURIComponent(String(value));
      });
      const query = Object.keys(rest)
        .filter((name) => rest[name] !== undefined)
        .map((name) => `${name}=${encodeURIComponent(String(rest[name]))}`)
        .join('&');
      const answer = await send(
        route.method === 'GET'
          ? { method: 'GET', url: query ? `${path}?${query}` : path }
          : { method: route.method, url: path, body: rest, ...(options.key ? { key: options.key } : {}) },
      );
      if (answer.status >= 400) throw refusal(answer);
      return answer.body;
    };
  return Object.fromEntries(Object.entries(api).map(([name, route]) => [name, call(route)])) as unknown as Client<A>;
}
