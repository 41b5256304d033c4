// Where the bench plays: a Postgres of its own, a database a size, and who asks.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { migrateDatabase } from '../../db/migrate.ts';
import { type RunningPostgres, startPostgres } from '../../host/postgres.ts';
import { onDatabase } from '../support/world.ts';
import { type Fill, fillDatabase } from './fill.ts';

export interface Stage {
  running: RunningPostgres;
  /** Makes the database of this name, migrated and filled, unless it stands already. Returns its addresses. */
  database(name: string, fill: Fill): Promise<Urls>;
  /** A copy of a database nobody is connected to. */
  copy(urls: Urls, name: string): Promise<Urls>;
  drop(urls: Urls): Promise<void>;
  close(): Promise<void>;
}

export interface Urls {
  app: string;
  admin: string;
  name: string;
}

/** What a filled database was made by: another schema or another filling is another database. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of ['ids.ts', 'fill.ts', 'fill-papers.ts']) hash.update(fs.readFileSync(new URL(file, import.meta.url)));
  for (const file of fs
    .readdirSync('db/migrations')
    .filter((one) => one.endsWith('.sql'))
    .sort())
    hash.update(fs.readFileSync(`db/migrations/${file}`));
  return hash.digest('hex').slice(0, 8);
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Starts the bench's own Postgres.
 * @param keep a folder whose filled databases are used again; none: a throwaway
 */
export async function openStage(keep: string | null): Promise<Stage> {
  const dataDir = keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-bench-'));
  fs.mkdirSync(dataDir, { recursive: true });
  fs.chmodSync(dataDir, 0o711);
  const running = await startPostgres({ dataDir, fast: true });
  const admin = postgres(running.adminUrl, { max: 1, onnotice: () => {} });
  for (const [name, value] of Object.entries({ max_wal_size: '8GB', checkpoint_timeout: '30min', autovacuum: 'off' }))
    await admin.unsafe(`alter system set ${name} = '${value}'`);
  await admin.unsafe('select pg_reload_conf()');
  const made = fingerprint();
  const urlsOf = (name: string): Urls => ({ name, app: onDatabase(running.appUrl, name), admin: onDatabase(running.adminUrl, name) });
  return {
    running,
    async copy(urls, name) {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.unsafe(`create database ${name} template ${urls.name} owner huiyin_owner strategy file_copy`);
      return urlsOf(name);
    },
    async drop(urls) {
      await admin.unsafe(`drop database ${urls.name} with (force)`);
    },
    async database(called, fill) {
      const name = `${called}_${made}`;
      const urls = urlsOf(name);
      const [known] = await admin`select 1 from pg_database where datname = ${name}`;
      if (known) return urls;
      const began = performance.now();
      const unfinished = `${name}_unfinished`;
      await admin.unsafe(`drop database if exists ${unfinished} with (force)`);
      await admin.unsafe(`create database ${unfinished} owner huiyin_owner`);
      await migrateDatabase(onDatabase(running.ownerUrl, unfinished), 'db/migrations');
      await fillDatabase(onDatabase(running.adminUrl, unfinished), fill);
      await admin.unsafe(`alter database ${unfinished} rename to ${name}`);
      console.log(`  filled ${name} with ${fill.tickets.toLocaleString('en')} tickets in ${seconds(began)}`);
      return urls;
    },
    async close() {
      await admin.end();
      await running.stop();
      if (!keep) fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
