// `npm test`: jest on a throwaway Postgres, then the flows in a real browser.
// Arguments go to jest; a selection (a path, -t) or --jest-only leaves the browser out. --browser-only [words] walks the flows whose titles have them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { installWhatIsMissing, root } from '../scripts/install.mjs';

installWhatIsMissing();
const { findChromium } = await import('./support/chromium.mjs');

const browserOnly = process.argv[2] === '--browser-only';
const args = process.argv.slice(2).filter((arg) => arg !== '--jest-only' && arg !== '--browser-only');
const isSelection = args.some((arg) => !arg.startsWith('-') || arg === '-t' || arg.startsWith('--testNamePattern'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-results-'));
const total = { passed: 0, failed: 0, skipped: 0 };
process.on('SIGINT', () => {}); // the children get it too; what they leave is still counted and cleared away

const postgres = spawn(process.execPath, ['--import', 'tsx', 'tests/support/with-postgres.ts'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
try {
  const database = await firstLine(postgres);
  if (!browserOnly) await runJest({ ...process.env, ...database });
  if (browserOnly || (args.length === process.argv.length - 2 && !isSelection)) await runBrowser({ ...process.env, ...database });
  else console.log('browser flows: left out, only a selection was asked for');
} catch (error) {
  console.error(error.message);
  total.failed++;
} finally {
  postgres.stdin.end();
  await ended(postgres);
  fs.rmSync(scratch, { recursive: true, force: true });
}
if (total.skipped) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

async function runJest(env) {
  const results = path.join(scratch, 'jest.json');
  const jest = run(['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...args], env);
  const code = await ended(jest);
  const found = readJson(results);
  if (!found) throw new Error(`jest ended with ${code} and no result`);
  total.passed += found.numPassedTests;
  // A file that cannot even be loaded has no test to count.
  total.failed += found.numFailedTests + found.numRuntimeErrorTestSuites;
  total.skipped += found.numPendingTests + found.numTodoTests;
  if (code !== 0 && total.failed === 0) throw new Error(`jest ended with ${code}`);
}

async function runBrowser(env) {
  if (!fs.existsSync(path.join(root, 'tests/browser/run.ts'))) return console.log('browser flows: none yet (tests/browser/run.ts)');
  const chromium = findChromium();
  if (!chromium) {
    console.log('BROWSER FLOWS NOT RUN: no Chromium or Chrome found; install one, or name it in CHROMIUM.');
    if (env.CI === 'true') total.failed++;
    return;
  }
  const { buildDemoH5IfStale } = await import('../scripts/miniapp.mjs');
  await buildDemoH5IfStale();
  const results = path.join(scratch, 'browser.json');
  const code = await ended(
    run(['--import', 'tsx', 'tests/browser/run.ts', ...(browserOnly ? args : [])], { ...env, CHROMIUM: chromium, HUIYIN_BROWSER_RESULT: results }),
  );
  const found = readJson(results);
  if (!found) throw new Error(`the browser flows ended with ${code} and no result`);
  total.passed += found.passed;
  total.failed += found.failed;
  if (code !== 0 && found.failed === 0) throw new Error(`the browser flows ended with ${code}`);
}

/** What the tests put into the temporary folder goes with ours. */
function run(nodeArgs, env) {
  return spawn(process.execPath, nodeArgs, { cwd: root, env: { ...env, TMPDIR: scratch }, stdio: 'inherit' });
}

function ended(child) {
  if (child.exitCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

async function firstLine(child) {
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('the test database did not start');
}

function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
