import postgres from 'postgres';
import { idsBy } from '../../api/context.ts';
import { openNumbers } from '../../api/identity/numbers.ts';
import { connect } from '../../db/connect.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { plantCompany } from '../../db/seeds/plant.ts';
import { EMPTY_TEMPLATE, onDatabase, SECRETS, TEMPLATE, THE_BEGINNING } from './world.ts';

/** Makes the templates every test's database is cloned from: migrated, with the named company living in it; and one with nobody. */
export default async function setUp(): Promise<void> {
  const adminUrl = process.env.HUIYIN_TEST_ADMIN_URL;
  if (!adminUrl) return;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const [known] = await admin`select 1 from pg_database where datname = ${TEMPLATE}`;
  if (known) return admin.end();
  await admin.unsafe(`create database ${TEMPLATE} owner huiyin_owner`);
  await migrateDatabase(onDatabase(process.env.HUIYIN_TEST_OWNER_URL!, TEMPLATE), 'db/migrations');
  await admin.unsafe(`create database ${EMPTY_TEMPLATE} template ${TEMPLATE} owner huiyin_owner`);
  const { db, close } = connect(onDatabase(process.env.HUIYIN_TEST_APP_URL!, TEMPLATE), { max: 1 });
  const numbers = openNumbers(SECRETS.NUMBER_KEY, SECRETS.NUMBER_INDEX_KEY);
  await plantCompany(db, { now: THE_BEGINNING, newId: idsBy(() => THE_BEGINNING), seal: numbers.seal }, 'named');
  await close();
  await admin.end();
}
