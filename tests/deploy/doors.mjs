// The doors as deployed: exactly three, with the chunks they load, each answering alone.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';
import { expectAnswers } from '../support/door.mjs';

const MAX_BYTES = 1_500_000;
const folder = path.join(root, 'dist/api');

const files = fs.readdirSync(folder).sort();
if (files.join() !== 'chunks,cron.mjs,index.mjs,wechat.mjs')
  throw new Error(`dist/api holds ${files.join(', ')} instead of three doors and their chunks`);
for (const door of files.slice(1)) {
  const first = [...loadedWith(path.join(folder, door))];
  const bytes = first.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  if (bytes > MAX_BYTES) throw new Error(`dist/api/${door} loads ${bytes} bytes at once, more than ${MAX_BYTES}`);
  // The one door with parts shares chunks with them; the others import none at once.
  if (door === 'index.mjs' && first.length < 2) throw new Error(`dist/api/${door} imports no chunk: nothing was looked at`);
  console.log(`dist/api/${door}: ${Math.round(bytes / 1000)} KB in ${first.length} files before it answers`);
}
const at = (door) => path.join(folder, `${door}.mjs`);
expectAnswers({ index: at('index'), cron: at('cron'), wechat: at('wechat') });
console.log('each door alone in an empty folder answered');

/** The file and everything it imports at once, chunks of chunks too. */
function loadedWith(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, other] of fs.readFileSync(file, 'utf8').matchAll(/(?:^|[;}\n])import(?:[^'"();]*from)?["'](\.{1,2}\/[^"']+)["']/g))
    loadedWith(path.join(path.dirname(file), other), found);
  return found;
}
