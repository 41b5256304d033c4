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

/** Where a route is knocked at: all of it that goes over the wire before the answer. */
export type Door = `${Route['method']} ${Route['path']}`;
export type Doors<A> = { readonly [K in keyof A]: Door };

/** The doors of routes whose schemas are at hand anyway. */
export const doorsOf = <A extends Record<string, Route>>(routes: A): Doors<A> =>
  Object.fromEntries(Object.entries(routes).map(([name, { method, path }]) => [name, `${method} ${path}`])) as unknown as Doors<A>;

/**
 * A typed client over any transport; it needs the doors of the routes alone, so that a phone need not carry every schema. Refusals come back as the Problem the
 * server threw.
 * @throws Problem whatever the route refuses with
 */
export function createClient<A extends Record<string, Route>>(doors: Doors<A>, send: Transport): Client<A> {
  const call =
    (door: Door) =>
    async (input: Record<string, unknown> = {}, options: { key?: string } = {}) => {
      const [method, template] = door.split(' ') as [Route['method'], string];
      const rest: Record<string, unknown> = { ...input };
      const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = rest[name];
        delete rest[name];
        return encodeURIComponent(String(value));
      });
      const query = Object.keys(rest)
        .filter((name) => rest[name] !== undefined)
        .map((name) => `${name}=${encodeURIComponent(String(rest[name]))}`)
        .join('&');
      const answer = await send(
        method === 'GET'
          ? { method: 'GET', url: query ? `${path}?${query}` : path }
          : { method, url: path, body: rest, ...(options.key ? { key: options.key } : {}) },
      );
      if (answer.status >= 400) throw refusal(answer);
      return answer.body;
    };
  return Object.fromEntries(Object.entries<Door>(doors).map(([name, door]) => [name, call(door)])) as unknown as Client<A>;
}
