// `npm run doors`: what a phone has to know of the contract to ask, without the schemas; a law holds the two together.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { doorsOf } from '../shared/contract/client.ts';
import { API } from '../shared/contract/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const file = path.join(ROOT, 'shared/contract/doors.ts');
writeFileSync(
  file,
  `// Written by \`npm run doors\`: do not edit.
import type { Doors } from './client.ts';
import type { Api } from './index.ts';

/** Where every route of the API is knocked at. */
export const DOORS: Doors<Api> = ${JSON.stringify(doorsOf(API), null, 2)};
`,
);
execFileSync(process.execPath, [path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', file], { stdio: 'ignore' });
