import { connect } from '../db/connect.ts';
import type { Clock } from '../shared/kernel/time.ts';
import { type House, idsBy } from './context.ts';
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
    cronSecret: environment.CRON_SECRET,
    ...(outside.addressOf ? { addressOf: outside.addressOf } : {}),
    report,
    later: (work) => outside.later(() => work().catch((error) => report('work after an answer failed', error))),
  };
}
