import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ASK = `
  const [file, address, method] = process.argv.slice(1);
  const door = await import(file);
  const fetch = door[method] ?? door.default?.fetch ?? door.default;
  const answer = await fetch(new Request(address, { method }));
  // A long answer is through only once it has been taken from the pipe.
  process.stdout.write(JSON.stringify({ status: answer.status, text: await answer.text() }), () => process.exit(0));
`;

/**
 * Puts a built door and its chunks alone into an empty folder, imports it there with plain Node and asks one request.
 * @param {string} door a file
 * @param {string} where the path of the request
 * @returns {{ status: number, text: string }}
 */
export function askAlone(door, where) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-door-'));
  try {
    for (let up = folder; up !== path.dirname(up); up = path.dirname(up)) {
      if (fs.existsSync(path.join(up, 'node_modules'))) throw new Error(`${up} has node_modules: the door would not be alone`);
    }
    const copy = path.join(folder, path.basename(door));
    fs.copyFileSync(door, copy);
    const chunks = path.join(path.dirname(door), 'chunks');
    if (fs.existsSync(chunks)) fs.cpSync(chunks, path.join(folder, 'chunks'), { recursive: true });
    const asked = spawnSync(process.execPath, ['--input-type=module', '-e', ASK, copy, `http://127.0.0.1${where}`, 'GET'], {
      cwd: folder,
      env: throwawayEnvironment(),
      encoding: 'utf8',
      timeout: 30_000,
    });
    if (asked.status !== 0) throw new Error(`${door} alone in an empty folder: ${asked.stderr.slice(-2000) || asked.signal}`);
    return JSON.parse(asked.stdout);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks every door what they can answer without a database; throws if an answer is not the one expected. */
export function expectAnswers({ index, cron, wechat }) {
  const described = askAlone(index, '/api/openapi.json');
  const version = described.status === 200 ? JSON.parse(described.text).openapi : undefined;
  if (!version?.startsWith('3.1')) throw new Error(`GET /api/openapi.json: ${described.status}, openapi ${version}: ${described.text.slice(0, 500)}`);
  // One way in, through WeChat; the demo's is not even known.
  const ways = Object.keys(JSON.parse(described.text).paths).filter((path) => /sign-in/.test(path));
  if (!ways.includes('/api/sign-in/wechat')) throw new Error(`the deployed door signs nobody in: ${ways.join(', ')}`);
  const demo = askAlone(index, '/api/demo/people');
  if (demo.status !== 404) throw new Error(`GET /api/demo/people of the deployed door: ${demo.status} instead of 404`);
  const refused = askAlone(cron, '/api/cron');
  if (refused.status !== 401) throw new Error(`GET /api/cron without the secret: ${refused.status} instead of 401: ${refused.text.slice(0, 500)}`);
  const forged = askAlone(wechat, '/api/wechat?signature=0&timestamp=0&nonce=0&echostr=hello');
  if (forged.status !== 401) throw new Error(`GET /api/wechat unsigned: ${forged.status} instead of 401: ${forged.text.slice(0, 500)}`);
}

/** Everything a door is given at its start, good for nothing else. */
export function throwawayEnvironment() {
  const secrets = ['TOKEN_SECRET', 'NUMBER_KEY', 'NUMBER_INDEX_KEY', 'CRON_SECRET', 'STORAGE_SECRET'];
  return {
    PATH: process.env.PATH,
    // Nobody listens there: one request has to be answered without a database.
    DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:9/nowhere',
    WECHAT_APP_ID: `wx${randomBytes(8).toString('hex')}`,
    WECHAT_APP_SECRET: randomBytes(16).toString('hex'),
    WECHAT_PUSH_TOKEN: randomBytes(8).toString('hex'),
    WECHAT_PUSH_KEY: randomBytes(24).toString('hex').slice(0, 43),
    ...Object.fromEntries(secrets.map((name) => [name, randomBytes(32).toString('hex')])),
  };
}
