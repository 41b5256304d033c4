// A throwaway Postgres for as long as standard input stays open; its addresses are the first line of standard output, as environment variables in JSON.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../host/postgres.ts';

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-test-'));
fs.chmodSync(dataDir, 0o711); // as root, the server's own account has to get in
process.on('SIGINT', () => {}); // Ctrl-C reaches the whole group; the tests end first and close standard input

const pg = await startPostgres({ dataDir, fast: true });
const environment = {
  HUIYIN_TEST_ADMIN_URL: pg.adminUrl,
  HUIYIN_TEST_OWNER_URL: pg.ownerUrl,
  HUIYIN_TEST_APP_URL: pg.appUrl,
  HUIYIN_TEST_RETENTION_URL: pg.retentionUrl,
};
process.stdout.write(`${JSON.stringify(environment)}\n`);

process.stdin.resume();
process.stdin.on('close', async () => {
  await pg.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});
