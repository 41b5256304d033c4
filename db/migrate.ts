import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './connect.ts';
import { writeMissingTerms } from './missing-terms.ts';

/** Brings the schema up to date, as the role that owns it. At deployment, never at cold start. */
export async function migrateDatabase(ownerUrl: string, migrationsFolder: string): Promise<void> {
  const { db, close } = connect(ownerUrl, { max: 1 });
  try {
    await migrate(db, { migrationsFolder });
    await writeMissingTerms(db);
  } finally {
    await close();
  }
}
