// `npm run check`: format, lint, types and the laws that need no database. Seconds, and nothing is started.
import { spawn } from 'node:child_process';
import { installWhatIsMissing, root } from '../scripts/install.mjs';

installWhatIsMissing();

const tsc = 'node_modules/typescript/bin/tsc';
const STEPS = [
  { name: 'types', args: [tsc, '-p', '.'] },
  { name: 'types of miniapp', args: [tsc, '-p', 'miniapp'] },
  { name: 'types of shared', args: [tsc, '-p', 'shared'] },
  { name: 'format and lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  {
    name: 'laws',
    // A law that asks the database says so in its name and waits for `npm test`.
    args: [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      'tests/laws/',
      '--testPathIgnorePatterns',
      '\\.database\\.test\\.ts$',
    ],
  },
];
const AT_ONCE = 2;

const waiting = [...STEPS];
const failed = [];
const started = Date.now();
await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(failed.length ? `\n${failed.join(', ')}: failed` : `all in ${seconds(started)}`);
process.exitCode = failed.length ? 1 : 0;

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const from = Date.now();
    const { code, output } = await run(step.args);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} ${seconds(from)}`);
    if (code === 0) continue;
    failed.push(step.name);
    console.log(output);
  }
}

function run(args) {
  const { HUIYIN_TEST_ADMIN_URL, DATABASE_URL, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd: root, env: { ...env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

function seconds(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}
