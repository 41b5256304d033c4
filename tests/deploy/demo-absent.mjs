// Nothing that is deployed knows the demo's doors; the demo's own pages do, so the search would find them.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';
import { buildDemoH5IfStale } from '../../scripts/miniapp.mjs';

const MARKER = '/demo/sign-in';

await buildDemoH5IfStale();
const control = filesNaming(MARKER, 'dist/demo/h5');
if (!control.length) throw new Error(`"${MARKER}" is not even in dist/demo/h5: this search proves nothing`);
for (const folder of ['dist/api', 'dist/weapp', 'dist/h5', 'dist/container']) {
  const found = filesNaming(MARKER, folder);
  if (found.length) throw new Error(`"${MARKER}" is in ${found.join(', ')}`);
}
console.log(`"${MARKER}": in ${control.length} file(s) of the demo, in none that is deployed`);

function filesNaming(text, folder) {
  const files = fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  if (!files.length) throw new Error(`${folder} is empty`);
  return files.filter((file) => fs.readFileSync(file).includes(text)).map((file) => path.relative(root, file));
}
