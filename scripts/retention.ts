// `npm run retention`: what has been kept long enough, by rule (A2). Only counts; `npm run retention -- --remove` takes it away, as the role that may.
import { idsBy } from '../api/context.ts';
import { removeByRule } from '../api/retention/retention.ts';
import { connect } from '../db/connect.ts';

const url = process.env.RETENTION_DATABASE_URL;
if (!url) {
  console.error('RETENTION_DATABASE_URL is missing: the address of the database as huiyin_retention');
  process.exit(1);
}
const dryRun = !process.argv.includes('--remove');
const clock = () => new Date();
const { db, close } = connect(url, { max: 1 });
try {
  const tidied = await removeByRule({ db, clock, newId: idsBy(clock) }, { dryRun });
  for (const { office, label, keptUntil, rows } of tidied)
    console.log(`${office}\t${label}\t${keptUntil.toISOString().slice(0, 10)} 以前\t${rows} 条`);
  console.log(tidied.length === 0 ? '没有到期的记录' : dryRun ? '以上是到期的记录，还没有清除；加 --remove 才清除' : '以上已经清除');
} finally {
  await close();
}
