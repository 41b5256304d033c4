// `npm run migrate`: brings a hosted database up to date, as the role that owns it. At deployment, never at cold start. Where there is no company yet, it prints the code that begins one.
import { fileURLToPath } from 'node:url';
import { offerCode } from '../api/company/set-up.ts';
import { idsBy } from '../api/context.ts';
import { connect } from '../db/connect.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { sayFullMoment } from '../shared/kernel/time.ts';

const url = process.env.OWNER_DATABASE_URL;
if (!url) {
  console.error('OWNER_DATABASE_URL is missing: the address of the database as huiyin_owner');
  process.exit(1);
}
await migrateDatabase(url, fileURLToPath(new URL('../db/migrations', import.meta.url)));
console.log('migrated');

const clock = () => new Date();
const { db, close } = connect(url, { max: 1 });
const offer = await offerCode(db, { clock, newId: idsBy(clock) }).finally(close);
if (offer) {
  console.log('\n这里还没有公司。建公司的码，只显示这一次：');
  console.log(`\n    ${offer.code}\n`);
  console.log(`打开小程序，点“用微信登录”，填上它：第一个人就是总经理。${sayFullMoment(offer.goodUntil)} 以前有效；丢了再运行一次，会给一个新的。`);
}
