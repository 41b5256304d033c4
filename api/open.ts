import { connect } from '../db/connect.ts';
import type { Clock } from '../shared/kernel/time.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../shared/messages/templates.ts';
import { type House, idsBy, type TemplateIds } from './context.ts';
import type { DemoEnvironment, Environment } from './environment.ts';
import { describeError } from './http/answer.ts';
import { openNumbers } from './identity/numbers.ts';
import { openPasses } from './identity/passes.ts';
import { openTokens } from './identity/tokens.ts';
import { openFolder } from './storage/folder.ts';
import { openS3 } from './storage/s3.ts';
import type { Storage } from './storage/storage.ts';
import { openWeChat } from './wechat/client.ts';

/** Where photos and voice notes are kept: a folder, an S3-compatible store, or nowhere. */
function storageOf(environment: Environment | DemoEnvironment, house: Pick<House, 'clock' | 'report'>): Storage | null {
  const { STORAGE_S3_ENDPOINT: endpoint, STORAGE_S3_BUCKET: bucket, STORAGE_S3_REGION: region } = environment;
  const { STORAGE_S3_KEY_ID: keyId, STORAGE_S3_SECRET: secret, STORAGE_S3_PATH_STYLE: style } = environment;
  if (endpoint && bucket && region && keyId && secret) return openS3({ endpoint, bucket, region, keyId, secret, pathStyle: style === 'yes' }, house);
  return environment.STORAGE_DIR ? openFolder(environment.STORAGE_DIR, environment.STORAGE_SECRET) : null;
}
const VARIABLES = {
  progress: 'WECHAT_TEMPLATE_PROGRESS',
  needs_you: 'WECHAT_TEMPLATE_NEEDS_YOU',
  colleagues: 'WECHAT_TEMPLATE_COLLEAGUES',
} as const satisfies Record<TemplateName, keyof Environment>;

const templatesIn = (environment: Environment): TemplateIds =>
  Object.fromEntries(TEMPLATE_NAMES.flatMap((name) => (environment[VARIABLES[name]] ? [[name, environment[VARIABLES[name]]]] : [])));

/** The house as a deployment furnishes it. */
export async function openHouse(
  environment: Environment | DemoEnvironment,
  outside: Pick<House, 'later' | 'addressOf'> & { clock: Clock; tokenMinutes?: number; maxConnections?: number },
): Promise<House> {
  const { clock } = outside;
  const { db, close } = connect(environment.DATABASE_URL, {
    prepare: environment.DATABASE_CONNECTION === 'direct',
    ...(outside.maxConnections ? { max: outside.maxConnections } : {}),
  });
  const report: House['report'] = (what, error) => console.error(`${what}: ${describeError(error)}`);
  const messageTemplates = 'WECHAT_APP_ID' in environment ? templatesIn(environment) : {};
  const missing = TEMPLATE_NAMES.filter((name) => !messageTemplates[name]);
  if ('WECHAT_APP_ID' in environment && missing.length > 0)
    report(
      'messages are not sent in WeChat',
      new Error(`no template number for ${missing.map((name) => VARIABLES[name]).join(', ')}; the inbox alone tells`),
    );
  return {
    db,
    close,
    clock,
    newId: idsBy(clock),
    tokens: await openTokens(environment.TOKEN_SECRET, clock, outside.tokenMinutes),
    passes: await openPasses(environment.TOKEN_SECRET, clock),
    numbers: openNumbers(environment.NUMBER_KEY, environment.NUMBER_INDEX_KEY),
    storage: storageOf(environment, { clock, report }),
    wechat:
      'WECHAT_APP_ID' in environment
        ? openWeChat({
            appId: environment.WECHAT_APP_ID,
            appSecret: environment.WECHAT_APP_SECRET,
            clock,
            report,
            ...(environment.WECHAT_ADDRESS ? { address: environment.WECHAT_ADDRESS } : {}),
          })
        : null,
    push:
      'WECHAT_PUSH_KEY' in environment
        ? { token: environment.WECHAT_PUSH_TOKEN, key: environment.WECHAT_PUSH_KEY, appId: environment.WECHAT_APP_ID }
        : null,
    publicAddress: 'PUBLIC_ADDRESS' in environment ? (environment.PUBLIC_ADDRESS?.replace(/\/$/, '') ?? null) : null,
    messageTemplates,
    cronSecret: environment.CRON_SECRET,
    ...(outside.addressOf ? { addressOf: outside.addressOf } : {}),
    report,
    later: (work) => outside.later(() => work().catch((error) => report('work after an answer failed', error))),
  };
}
