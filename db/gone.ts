/** What the network and the driver say when a connection is gone, or was never had. */
const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT)$/;

interface Coded {
  code: string;
  /** Postgres's own: after FATAL and PANIC it closes the connection. */
  severity?: string;
}

function coded(error: unknown): Coded | null {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; at = (at as { cause?: unknown }).cause, depth += 1) {
    if (typeof (at as Partial<Coded>).code === 'string') return at as Coded;
  }
  return null;
}

/** The first code an error or what caused it carries: five characters of Postgres, a name of the network or the driver, a Problem's; null where none does. */
export const codeOf = (error: unknown): string | null => coded(error)?.code ?? null;

/** Whether an error says that the connection to Postgres is gone: the network's or the driver's word, or the last one Postgres says before it closes. */
export function isGone(error: unknown): boolean {
  const at = coded(error);
  return at !== null && (at.severity ? ['FATAL', 'PANIC'].includes(at.severity) : NETWORK.test(at.code));
}

/** Whether it is gone, and a statement sent to it learned of it: the driver then ends its transaction by itself. What only looks like it is not the driver's. */
export const isCutOff = (error: unknown): boolean => isGone(error) && 'query' in coded(error)!;
