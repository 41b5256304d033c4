// Keeps connections busy with requests, one at a time on each, with as little work of its own as a client can do.
import net from 'node:net';

export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  token: string;
  /** `#` in it becomes a number never used before. */
  body?: string;
  /** An Idempotency-Key of its own for each. */
  key?: boolean;
}

export interface Load {
  perSecond: number;
  answered: number;
  refused: number;
  /** The paths of some that were refused, each with its status. */
  examples: string[];
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** How many bytes of this buffer the first whole answer takes; 0 while it is not whole. */
function wholeAnswer(bytes: Buffer): number {
  const head = bytes.indexOf(HEAD_END);
  if (head < 0) return 0;
  const headers = bytes.toString('latin1', 0, head).toLowerCase();
  const length = /content-length: (\d+)/.exec(headers);
  if (length) return bytes.length >= head + 4 + Number(length[1]) ? head + 4 + Number(length[1]) : 0;
  const end = bytes.indexOf('0\r\n\r\n', head + 4, 'latin1');
  return end < 0 ? 0 : end + 5;
}

let drawn = 0;

function bytesOf(ask: Ask): Buffer | string {
  drawn += 1;
  const body = ask.body ?? '';
  const key = ask.key ? `idempotency-key: bench-${process.pid}-${Math.floor(performance.timeOrigin)}-${drawn}\r\n` : '';
  const type = ask.body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return `${ask.method} ${ask.path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${ask.token}\r\n${key}${type}\r\n${body}`;
}

/** Asks for some seconds over so many connections. An answer other than 200 is counted as refused. */
export async function loadFor(port: number, asks: readonly Ask[], connections: number, seconds: number): Promise<Load> {
  let answered = 0;
  let refused = 0;
  const examples = new Set<string>();
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = (nth: number) =>
    new Promise<void>((resolve, reject) => {
      let at = nth * 7;
      let received = Buffer.alloc(0);
      let last = asks[0]!;
      const socket = net.connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      const ask = () => {
        if (performance.now() >= until) {
          socket.destroy();
          resolve();
          return;
        }
        last = asks[at++ % asks.length]!;
        socket.write(bytesOf(last));
      };
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on('close', () => resolve());
      socket.on('data', (chunk) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        const length = wholeAnswer(received);
        if (length === 0) return;
        if (received.toString('latin1', 9, 12) === '200') answered += 1;
        else {
          refused += 1;
          if (examples.size < 5) examples.add(`${received.toString('latin1', 9, 12)} ${last.method} ${last.path}`);
        }
        received = received.subarray(length);
        ask();
      });
    });
  await Promise.all(Array.from({ length: connections }, (_, nth) => one(nth)));
  const took = (performance.now() - began) / 1000;
  return { perSecond: answered / took, answered, refused, examples: [...examples] };
}
