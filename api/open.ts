import { connect } from '../db/connect.ts';
import type { Clock } from '../shared/kernel/time.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../shared/messages/templates.ts';
import { type House, idsBy, type TemplateIds } from './context.ts';
import type { DemoEnvironment, Environment } from './environment.ts';
import { describeError } from './http/answer.ts';
import { openNumbers } from './identity/numbers.ts';
import { openTokens } from './identity/tokens.ts';
import { openFolder } from './storage/folder.ts';
import { openWeChat } from './wechat/client.ts';

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
  outside: Pick<House, 'later'> & { clock: Clock; tokenMinutes?: number; maxConnections?: number },
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
    numbers: openNumbers(environment.NUMBER_KEY, environment.NUMBER_INDEX_KEY),
    storage: environment.STORAGE_DIR ? openFolder(environment.STORAGE_DIR, environment.STORAGE_SECRET) : null,
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
    messageTemplates,
    cronSecret: environment.CRON_SECRET,
    report,
    later: (work) => outside.later(() => work().catch((error) => report('work after an answer failed', error))),
  };
}
