import type { Output } from '../../shared/contract/client.ts';
import type { Route } from '../../shared/contract/route.ts';
import type { z } from '../../shared/kernel/zod.ts';
import type { Ctx, House } from '../context.ts';

type Parsed<R, Part extends string> = R extends { [K in Part]: infer S extends z.ZodType } ? z.output<S> : unknown;
type Taken<R extends Route> = Parsed<R, 'params'> & Parsed<R, 'query'> & Parsed<R, 'body'>;
type Asker<R extends Route> = R extends { open: true } ? House : Ctx;

/** One handler a route: an open route is answered by the house, any other by somebody's request. */
export type Handlers<A extends Record<string, Route>> = { [K in keyof A]: (ctx: Asker<A[K]>, input: Taken<A[K]>) => Promise<Output<A[K]>> };

/** Routes of the contract and what answers them; a missing handler does not compile. */
export const partOf = <A extends Record<string, Route>>(routes: A, handlers: Handlers<A>) => ({ routes, handlers });
