import { z } from '../shared/kernel/zod.ts';

const hex32 = (name: string) => z.string({ error: `${name} is missing` }).regex(/^[0-9a-f]{64}$/, `${name} must be 32 random bytes in hex`);

const Environment = z.object({
  DATABASE_URL: z.string({ error: 'DATABASE_URL is missing' }).min(1, 'DATABASE_URL is missing'),
  /** `direct` has statements prepared. Anything else is taken to be a pooler, whose connections share them out (PgBouncer before 1.21 cannot). */
  DATABASE_CONNECTION: z.enum(['direct', 'pooled'], { error: 'DATABASE_CONNECTION is direct or pooled' }).default('pooled'),
  TOKEN_SECRET: hex32('TOKEN_SECRET'),
  NUMBER_KEY: hex32('NUMBER_KEY'),
  NUMBER_INDEX_KEY: hex32('NUMBER_INDEX_KEY'),
  CRON_SECRET: hex32('CRON_SECRET'),
  /** A folder for photos, where the host has a disk; without one photos are refused and words still arrive. */
  STORAGE_DIR: z.string().min(1).optional(),
  STORAGE_SECRET: hex32('STORAGE_SECRET'),
});

export type Environment = z.infer<typeof Environment>;

/**
 * What a deployment must be given. No secret has a default.
 * @throws Error naming everything that is missing or malformed, never a value
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const read = Environment.safeParse(env);
  if (read.success) return read.data;
  throw new Error(`Cannot start: ${read.error.issues.map((issue) => issue.message).join('; ')}`);
}
