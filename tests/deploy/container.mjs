// What the Dockerfile's last stage would hold and run, followed line by line without a Docker daemon: its files alone in an empty folder, as an ordinary
// user, migrated by its own command, started, asked by its own health check, stopped; and refusing to start without what it needs.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/install.mjs';
import { throwawayEnvironment } from '../support/door.mjs';

/** What begins a company in an empty database. */
const SET_UP_CODE = /^ {4}[0-9A-HJKMNP-TV-Z]{26}$/m;

/** Docker waits ten seconds between SIGTERM and SIGKILL. */
const STOPS_WITHIN_SECONDS = 8;
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const stages = readStages(fs.readFileSync(path.join(root, 'Dockerfile'), 'utf8'));
const image = stages.at(-1);
const user = last('USER');
if (!user || user === 'root' || user === '0') throw new Error(`the Dockerfile runs as ${user ?? 'root'}`);
const installs = image.filter(({ word, rest }) => word === 'RUN' && /npm |node_modules/.test(rest));
if (installs.length) throw new Error(`the last stage installs: ${installs[0].rest}`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-container-'));
const postgres = spawn(process.execPath, ['--import', 'tsx', 'tests/support/with-postgres.ts'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
try {
  const app = path.join(folder, 'app');
  layOut(app);
  const database = await firstLine(postgres);
  const port = await freePort();
  const base = {
    PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
    HOME: folder,
    ...environmentOf(image),
    PORT: String(port),
    STORAGE_DIR: path.join(folder, 'photos'),
  };
  const given = { ...throwawayEnvironment(), ...base, DATABASE_URL: database.HUIYIN_TEST_APP_URL, DATABASE_CONNECTION: 'direct' };
  const command = JSON.parse(last('CMD'));
  const health = JSON.parse(last('HEALTHCHECK').replace(/^.*?CMD /, ''));

  refusesWithout(
    app,
    command,
    base,
    Object.keys(throwawayEnvironment()).filter((name) => name !== 'PATH'),
  );
  refusesWithout(app, command, { ...given, DATABASE_URL: undefined }, ['DATABASE_URL']);

  const migrated = run(app, ['npm', 'run', 'migrate'], { ...base, OWNER_DATABASE_URL: database.HUIYIN_TEST_OWNER_URL });
  if (!SET_UP_CODE.test(migrated)) throw new Error(`an empty database was migrated and no code printed: ${migrated}`);
  run(app, ['npm', 'run', 'retention'], { ...base, RETENTION_DATABASE_URL: database.HUIYIN_TEST_RETENTION_URL });

  if (spawnSync(health[0], health.slice(1), { cwd: app, env: given, ...NOBODY }).status !== 1) throw new Error('healthy before it was started');
  const server = spawn(command[0], command.slice(1), { cwd: app, env: given, ...NOBODY, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(code ?? signal)));
  const address = `http://127.0.0.1:${port}`;
  await until(
    async () => (await fetch(`${address}/api/health`).catch(() => null))?.status === 200,
    () => `no answer from /api/health: ${said}`,
  );
  const checked = spawnSync(health[0], health.slice(1), { cwd: app, env: given, ...NOBODY, encoding: 'utf8' });
  if (checked.status !== 0) throw new Error(`the health check says ${checked.status}: ${checked.stderr}`);
  const page = await fetch(`${address}/`);
  if (page.status !== 200 || !/<div id="?app"?/.test(await page.text())) throw new Error(`GET / answers ${page.status} and no page`);
  const cron = await fetch(`${address}/api/cron`, { headers: { authorization: `Bearer ${given.CRON_SECRET}` } });
  if (cron.status !== 200) throw new Error(`/api/cron with its secret answers ${cron.status}: ${said}`);

  // Somebody who began a request and never ends it must not hold up the end.
  const stuck = net.connect(port, '127.0.0.1', () =>
    stuck.write('POST /api/files HTTP/1.1\r\nhost: house\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 100\r\n\r\n--b'),
  );
  stuck.on('error', () => {});
  await new Promise((resolve) => setTimeout(resolve, 200));
  const began = performance.now();
  server.kill('SIGTERM');
  const code = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOPS_WITHIN_SECONDS * 1000, 'still running').unref())]);
  stuck.destroy();
  if (code !== 0) {
    server.kill('SIGKILL');
    throw new Error(`SIGTERM: ${code} after ${STOPS_WITHIN_SECONDS} s: ${said}`);
  }
  const size = [...filesUnder(app)].reduce((sum, file) => sum + fs.statSync(file).size, 0);
  console.log(
    `container: ${(size / 1e6).toFixed(1)} MB alone in an empty folder migrated, started, answered, was healthy, and ended ${((performance.now() - began) / 1000).toFixed(1)} s after SIGTERM; without what it needs it names it`,
  );
} finally {
  postgres.stdin.end();
  await new Promise((resolve) => (postgres.exitCode === null ? postgres.once('exit', resolve) : resolve()));
  fs.rmSync(folder, { recursive: true, force: true });
}

/** The Dockerfile as stages of instructions. */
function readStages(text) {
  const stages = [];
  for (const line of text.replace(/\\\n/g, ' ').split('\n')) {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') stages.push([]);
    else if (word) stages.at(-1)?.push({ word, rest });
  }
  return stages;
}

function last(word) {
  return image.filter((one) => one.word === word).at(-1)?.rest;
}

function environmentOf(stage) {
  const pairs = stage.filter(({ word }) => word === 'ENV').flatMap(({ rest }) => rest.split(/\s+/).map((pair) => pair.split('=')));
  return Object.fromEntries(pairs);
}

/** Does what COPY says, from here instead of from the stage before, and gives it to nobody in particular. */
function layOut(app) {
  for (let up = folder; up !== path.dirname(up); up = path.dirname(up)) {
    if (fs.existsSync(path.join(up, 'node_modules'))) throw new Error(`${up} has node_modules: the container would not be alone`);
  }
  for (const { rest } of image.filter(({ word }) => word === 'COPY')) {
    const [, from, to] = /^--from=build \/house\/(\S+) (\S+)$/.exec(rest) ?? [];
    if (!from) throw new Error(`COPY ${rest}: this check follows only what comes from /house`);
    fs.cpSync(path.join(root, from), path.join(app, to), { recursive: true });
  }
  for (const file of filesUnder(app)) if (/[\\/]node_modules[\\/]/.test(file)) throw new Error(`${file} would be in the image`);
  fs.mkdirSync(path.join(folder, 'photos'));
  fs.chmodSync(folder, 0o755);
  if ('uid' in NOBODY) spawnSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, folder]);
}

function refusesWithout(app, command, env, names) {
  const { status, stderr, stdout } = spawnSync(command[0], command.slice(1), { cwd: app, env, ...NOBODY, encoding: 'utf8', timeout: 20_000 });
  if (status !== 1) throw new Error(`without ${names.join(', ')} it ends with ${status}: ${stderr}${stdout}`);
  for (const name of names) if (!stderr.includes(name)) throw new Error(`without ${name} it does not name it: ${stderr}`);
}

function run(app, [program, ...args], env) {
  const { status, stderr, stdout } = spawnSync(program, args, { cwd: app, env, ...NOBODY, encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

async function until(look, otherwise) {
  const end = Date.now() + 30_000;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function firstLine(child) {
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('the database did not start');
}

function* filesUnder(where) {
  for (const entry of fs.readdirSync(where, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) yield path.join(entry.parentPath ?? entry.path, entry.name);
  }
}
