// The doors as deployed: exactly three files, small, each answering alone.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';
import { expectAnswers } from '../support/door.mjs';

const MAX_BYTES = 1_500_000;
const folder = path.join(root, 'dist/api');

const files = fs.readdirSync(folder).sort();
if (files.join() !== 'cron.mjs,index.mjs,wechat.mjs') throw new Error(`dist/api holds ${files.join(', ')} instead of exactly the three doors`);
for (const file of files) {
  const { size } = fs.statSync(path.join(folder, file));
  if (size > MAX_BYTES) throw new Error(`dist/api/${file}: ${size} bytes, more than ${MAX_BYTES}`);
  console.log(`dist/api/${file}: ${Math.round(size / 1000)} KB`);
}
const at = (door) => path.join(folder, `${door}.mjs`);
expectAnswers({ index: at('index'), cron: at('cron'), wechat: at('wechat') });
console.log('each door alone in an empty folder answered');
