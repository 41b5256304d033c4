// The house as the bench opens it: on a filled database, at the bench's own hour.
import os from 'node:os';
import path from 'node:path';
import { type House, idsBy } from '../../api/context.ts';
import { openNumbers } from '../../api/identity/numbers.ts';
import { openPasses } from '../../api/identity/passes.ts';
import { openTokens } from '../../api/identity/tokens.ts';
import { openFolder } from '../../api/storage/folder.ts';
import { connect } from '../../db/connect.ts';
import { SECRETS } from '../support/world.ts';
import { NOW } from './ids.ts';

export interface Statement {
  text: string;
  parameters: unknown[];
}

const LONG = 30 * 24 * 60;
const isFrame = (text: string) => /^\s*(begin|commit|rollback|savepoint|release)/i.test(text);

/** Tokens good for as long as any bench runs. */
export const benchTokens = () => openTokens(SECRETS.TOKEN_SECRET, () => NOW, LONG);

/** A house on this address whose statements can be read back, with their parameters, in the order they were sent. */
export async function openWatchedHouse(url: string): Promise<{ house: House; sent: (framed?: 'with frames') => Statement[] }> {
  let statements: Statement[] = [];
  const { db, close } = connect(url, { max: 1, watch: (text, parameters) => statements.push({ text, parameters: [...parameters] }) });
  const clock = () => NOW;
  const house: House = {
    db,
    close,
    clock,
    newId: idsBy(clock),
    tokens: await benchTokens(),
    passes: await openPasses(SECRETS.TOKEN_SECRET, clock),
    numbers: openNumbers(SECRETS.NUMBER_KEY, SECRETS.NUMBER_INDEX_KEY),
    storage: openFolder(path.join(os.tmpdir(), 'huiyin-bench-photos'), SECRETS.STORAGE_SECRET),
    wechat: null,
    push: null,
    publicAddress: null,
    cronSecret: SECRETS.CRON_SECRET,
    addressOf: (request) => request.headers.get('x-test-address') ?? 'here',
    later: () => {},
    report: (what, error) => {
      throw new Error(what, { cause: error });
    },
  };
  return {
    house,
    sent: (framed) => {
      const since = statements.filter(({ text }) => framed || !isFrame(text));
      statements = [];
      return since;
    },
  };
}
