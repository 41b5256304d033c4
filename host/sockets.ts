import type { HttpBindings } from '@hono/node-server';
import { addressInHost } from '../api/http/address.ts';

/** Knows from where each request's socket came: what a header says of it anybody can write. */
export interface Sockets {
  /** Answers through `app`, keeping the socket's address beside the request. */
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
  addressOf(request: Request): string;
}

/** @param hops how many proxies of one's own stand before this host */
export function openSockets(hops: number, app: () => { fetch(request: Request, env: HttpBindings): Response | Promise<Response> }): Sockets {
  const addresses = new WeakMap<Request, string | undefined>();
  return {
    fetch(request, env) {
      addresses.set(request, env.incoming.socket.remoteAddress);
      return app().fetch(request, env);
    },
    addressOf: (request) => addressInHost(hops, request.headers.get('x-forwarded-for'), addresses.get(request)),
  };
}
