// `npm run migrate`: brings a hosted database up to date, as the role that owns it. At deployment, never at cold start.
import { fileURLToPath } from 'node:url';
import { migrateDatabase } from '../db/migrate.ts';

const url = process.env.OWNER_DATABASE_URL;
if (!url) {
  console.error('OWNER_DATABASE_URL is missing: the address of the database as huiyin_owner');
  process.exit(1);
}
await migrateDatabase(url, fileURLToPath(new URL('../db/migrations', import.meta.url)));
console.log('migrated');
