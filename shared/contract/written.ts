import { isWords } from '../kernel/words.ts';
import type { z } from '../kernel/zod.ts';

/** What somebody typed into a request: every text that goes through `words()`, one a line; nothing of what they chose. */
export function writtenIn(body: z.ZodObject | undefined, input: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries((body?.shape ?? {}) as Record<string, z.ZodType>).filter(([, schema]) => isWords(schema));
  return fields
    .map(([name]) => input[name])
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .join('\n');
}
