import { z } from '../shared/kernel/zod.ts';

const hex32 = (name: string) => z.string({ error: `${name} is missing` }).regex(/^[0-9a-f]{64}$/, `${name} must be 32 random bytes in hex`);

const templateId = (name: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{20,64}$/, `${name} must be a template's number as the console shows it`)
    .optional();

const Given = z.object({
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
  /** How many proxies of one's own stand before the host, each adding to x-forwarded-for; without any, nothing that header says is believed. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-5]$/, 'TRUSTED_PROXIES is a number from 0 to 5')
    .default('0')
    .transform(Number),
  /**
   * An S3-compatible store instead of a folder. Tencent COS: `https://cos.ap-guangzhou.myqcloud.com`, bucket `name-1250000000`, region
   * `ap-guangzhou`.
   */
  STORAGE_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'STORAGE_S3_ENDPOINT must be an address' }).optional(),
  STORAGE_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'STORAGE_S3_BUCKET must be the name of a bucket')
    .optional(),
  STORAGE_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/, 'STORAGE_S3_REGION must be the name of a region')
    .optional(),
  STORAGE_S3_KEY_ID: z.string().min(1, 'STORAGE_S3_KEY_ID is missing').optional(),
  STORAGE_S3_SECRET: z.string().min(1, 'STORAGE_S3_SECRET is missing').optional(),
  /** `yes` where the bucket stands in the path and not before the host. */
  STORAGE_S3_PATH_STYLE: z.enum(['yes', 'no'], { error: 'STORAGE_S3_PATH_STYLE is yes or no' }).optional(),
  /** The mini-program, as WeChat's console names it. */
  WECHAT_APP_ID: z.string({ error: 'WECHAT_APP_ID is missing' }).regex(/^wx[0-9a-f]{16}$/, 'WECHAT_APP_ID must be wx and 16 hex digits'),
  WECHAT_APP_SECRET: z.string({ error: 'WECHAT_APP_SECRET is missing' }).regex(/^[0-9a-f]{32}$/, 'WECHAT_APP_SECRET must be 32 hex digits'),
  /** What the console calls Token and EncodingAESKey of the message push, in safe mode. */
  WECHAT_PUSH_TOKEN: z
    .string({ error: 'WECHAT_PUSH_TOKEN is missing' })
    .regex(/^[A-Za-z0-9]{3,32}$/, 'WECHAT_PUSH_TOKEN must be 3 to 32 letters and digits'),
  WECHAT_PUSH_KEY: z.string({ error: 'WECHAT_PUSH_KEY is missing' }).regex(/^[A-Za-z0-9]{43}$/, 'WECHAT_PUSH_KEY must be 43 letters and digits'),
  /** Where WeChat fetches pictures to be looked at, if they are kept in a folder. Without it colleagues look at every picture. */
  PUBLIC_ADDRESS: z.url({ protocol: /^https$/, error: 'PUBLIC_ADDRESS must be an address that begins with https://' }).optional(),
  /** What the console calls the numbers of the three message templates; without one its messages stay in the inbox. */
  WECHAT_TEMPLATE_PROGRESS: templateId('WECHAT_TEMPLATE_PROGRESS'),
  WECHAT_TEMPLATE_NEEDS_YOU: templateId('WECHAT_TEMPLATE_NEEDS_YOU'),
  WECHAT_TEMPLATE_COLLEAGUES: templateId('WECHAT_TEMPLATE_COLLEAGUES'),
  /** Where WeChat's servers are, if not where they always are: through a proxy with a fixed address, or the stand-in of the tests. */
  WECHAT_ADDRESS: z.url({ protocol: /^https?$/, error: 'WECHAT_ADDRESS must be an address' }).optional(),
});

const S3_NAMES = ['STORAGE_S3_ENDPOINT', 'STORAGE_S3_BUCKET', 'STORAGE_S3_REGION', 'STORAGE_S3_KEY_ID', 'STORAGE_S3_SECRET'] as const;

/** A store is named whole or not at all, and never beside a folder. */
const Environment = Given.superRefine((env, context) => {
  const isNamed = S3_NAMES.some((name) => env[name] !== undefined) || env.STORAGE_S3_PATH_STYLE !== undefined;
  if (!isNamed) return;
  for (const name of S3_NAMES) if (env[name] === undefined) context.addIssue({ code: 'custom', message: `${name} is missing` });
  if (env.STORAGE_DIR !== undefined) context.addIssue({ code: 'custom', message: 'STORAGE_DIR and STORAGE_S3_ENDPOINT exclude each other' });
});

/** What the demo on one's own machine is given: everything but WeChat, for nobody signs in through it there. */
const DemoEnvironment = Given.omit({
  WECHAT_APP_ID: true,
  WECHAT_APP_SECRET: true,
  WECHAT_PUSH_TOKEN: true,
  WECHAT_PUSH_KEY: true,
  WECHAT_ADDRESS: true,
  PUBLIC_ADDRESS: true,
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
