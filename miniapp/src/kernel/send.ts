import { useRef, useState } from 'react';
import { Problem } from '../../../shared/kernel/problem.ts';
import type { z } from '../../../shared/kernel/zod.ts';
import { codeOf } from './say.ts';

/** An id for one tap, in the shape of a UUID; WeChat has no crypto of its own, and it need only differ from its neighbours. */
export function newKey(): string {
  const digit = () => Math.floor(Math.random() * 16).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, digit);
}

const mayHaveArrived = (thrown: unknown) => ['server/unreachable', 'server/bug', 'ticket/busy'].includes(codeOf(thrown));

/** Refuses what the contract would refuse, before anything is sent. @throws Problem `request/invalid` */
export function check(schema: z.ZodObject, body: unknown): void {
  const checked = schema.safeParse(body);
  if (checked.success) return;
  const errors = checked.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message }));
  throw new Problem('request/invalid', undefined, errors);
}

/** One thing at a time: busy while it runs; what it was refused with stays until it is forgiven. `take` answers undefined where it was refused. */
export function useTurn() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const running = useRef(false);

  async function take<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setRefused(null);
    try {
      return await work();
    } catch (thrown) {
      setRefused(thrown);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { take, busy, refused, forgive: () => setRefused(null) };
}

/**
 * Sends a form: one at a time, one key a tap, the same key again where the first try may have arrived.
 * @returns `send` answers undefined where it was refused; `refused` then holds the Problem
 */
export function useSend() {
  const { take, ...turn } = useTurn();
  const tap = useRef<{ words: string; key: string } | null>(null);

  const send = <Body, Answer>(
    body: Body,
    call: (body: Body, options: { key: string }) => Promise<Answer>,
    schema?: z.ZodObject,
  ): Promise<Answer | undefined> =>
    take(async () => {
      const words = JSON.stringify(body);
      if (tap.current?.words !== words) tap.current = { words, key: newKey() };
      try {
        if (schema) check(schema, body);
        const answer = await call(body, { key: tap.current.key });
        tap.current = null;
        return answer;
      } catch (thrown) {
        if (!mayHaveArrived(thrown)) tap.current = null;
        throw thrown;
      }
    });
  return { send, ...turn };
}

export type Sending = ReturnType<typeof useSend>;
