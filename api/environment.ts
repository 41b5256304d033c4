import { z } from '../shared/kernel/zod.ts';

const hex32 = (name: string) => z.string({ error: `${name} is missing` }).regex(/^[0-9a-f]{64}$/, `${name} must be 32 random bytes in hex`);

const templateId = (name: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{20,64}$/, `${name} must be a template's number as the console shows it`)
    .optional();

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
  /** The mini-program, as WeChat's console names it. */
  WECHAT_APP_ID: z.string({ error: 'WECHAT_APP_ID is missing' }).regex(/^wx[0-9a-f]{16}$/, 'WECHAT_APP_ID must be wx and 16 hex digits'),
  WECHAT_APP_SECRET: z.string({ error: 'WECHAT_APP_SECRET is missing' }).regex(/^[0-9a-f]{32}$/, 'WECHAT_APP_SECRET must be 32 hex digits'),
  /** What the console calls Token and EncodingAESKey of the message push, in safe mode. */
  WECHAT_PUSH_TOKEN: z
    .string({ error: 'WECHAT_PUSH_TOKEN is missing' })
    .regex(/^[A-Za-z0-9]{3,32}$/, 'WECHAT_PUSH_TOKEN must be 3 to 32 letters and digits'),
  WECHAT_PUSH_KEY: z.string({ error: 'WECHAT_PUSH_KEY is missing' }).regex(/^[A-Za-z0-9]{43}$/, 'WECHAT_PUSH_KEY must be 43 letters and digits'),
  /** What the console calls the numbers of the three message templates; without one its messages stay in the inbox. */
  WECHAT_TEMPLATE_PROGRESS: templateId('WECHAT_TEMPLATE_PROGRESS'),
  WECHAT_TEMPLATE_NEEDS_YOU: templateId('WECHAT_TEMPLATE_NEEDS_YOU'),
  WECHAT_TEMPLATE_COLLEAGUES: templateId('WECHAT_TEMPLATE_COLLEAGUES'),
  /** Where WeChat's servers are, if not where they always are: through a proxy with a fixed address, or the stand-in of the tests. */
  WECHAT_ADDRESS: z.url({ protocol: /^https?$/, error: 'WECHAT_ADDRESS must be an address' }).optional(),
});

/** What the demo on one's own machine is given: everything but WeChat, for nobody signs in through it there. */
const DemoEnvironment = Environment.omit({
  WECHAT_APP_ID: true,
  WECHAT_APP_SECRET: true,
  WECHAT_PUSH_TOKEN: true,
  WECHAT_PUSH_KEY: true,
  WECHAT_ADDRESS: true,
  WECHAT_TEMPLATE_PROGRESS: true,
  WECHAT_TEMPLATE_NEEDS_YOU: true,
  WECHAT_TEMPLATE_COLLEAGUES: true,
});

export type Environment = z.infer<typeof Environment>;
export type DemoEnvironment = z.infer<typeof DemoEnvironment>;

function read<S extends z.ZodType>(schema: S, env: Record<string, string | undefined>): z.output<S> {
  const found = schema.safeParse(env);
  if (found.success) return found.data;
  throw new Error(`Cannot start: ${found.error.issues.map((issue) => issue.message).join('; ')}`);
}

/**
 * What a deployment must be given. No secret has a default.
 * @throws Error naming everything that is missing or malformed, never a value
 */
export const readEnvironment = (env: Record<string, string | undefined>): Environment => read(Environment, env);

/** What the host gives its own demo. @throws Error as above */
export const readDemoEnvironment = (env: Record<string, string | undefined>): DemoEnvironment => read(DemoEnvironment, env);
