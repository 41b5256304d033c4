// `npm test`: jest on a throwaway Postgres, then the flows in the compiled mini-program, then those in a real browser.
// Arguments go to jest; a selection (a path, -t) or --jest-only leaves the flows out. --weapp-only [words] and --browser-only [words] walk the flows whose titles have them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { installWhatIsMissing, root } from '../scripts/install.mjs';

installWhatIsMissing();
const { findChromium } = await import('./support/chromium.mjs');

const PARTS = { '--jest-only': 'jest', '--weapp-only': 'weapp', '--browser-only': 'browser' };
const only = PARTS[process.argv[2]];
const args = process.argv.slice(only ? 3 : 2);
const isSelection = args.some((arg) => !arg.startsWith('-') || arg === '-t' || arg.startsWith('--testNamePattern'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-results-'));
const total = { passed: 0, failed: 0, skipped: 0 };
process.on('SIGINT', () => {}); // the children get it too; what they leave is still counted and cleared away

const postgres = spawn(process.execPath, ['--import', 'tsx', 'tests/support/with-postgres.ts'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
try {
  const database = await firstLine(postgres);
  const env = { ...process.env, ...database };
  const isAsked = (part) => (only ? only === part : part === 'jest' || !isSelection);
  if (isAsked('jest')) await runJest(env);
  if (isAsked('weapp')) await runWeapp(env);
  if (isAsked('browser')) await runBrowser(env);
  if (!isAsked('weapp') && !isAsked('browser')) console.log('flows in the mini-program and in a browser: left out, only a selection was asked for');
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

async function runWeapp(env) {
  const { addressCompiledIn, buildWeappIfStale } = await import('../scripts/miniapp.mjs');
  await buildWeappIfStale();
  await runFlows('weapp', { ...env, HUIYIN_WEAPP_ADDRESS: addressCompiledIn(), HUIYIN_WEAPP_RESULT: path.join(scratch, 'weapp.json') });
}

async function runBrowser(env) {
  const chromium = findChromium();
  if (!chromium) {
    console.log('BROWSER FLOWS NOT RUN: no Chromium or Chrome found; install one, or name it in CHROMIUM.');
    if (env.CI === 'true') total.failed++;
    return;
  }
  const { buildDemoH5IfStale } = await import('../scripts/miniapp.mjs');
  await buildDemoH5IfStale();
  await runFlows('browser', { ...env, CHROMIUM: chromium, HUIYIN_BROWSER_RESULT: path.join(scratch, 'browser.json') });
}

async function runFlows(part, env) {
  const code = await ended(run(['--import', 'tsx', `tests/${part}/run.ts`, ...(only ? args : [])], env));
  const found = readJson(path.join(scratch, `${part}.json`));
  if (!found) throw new Error(`the flows of tests/${part} ended with ${code} and no result`);
  total.passed += found.passed;
  total.failed += found.failed;
  if (code !== 0 && found.failed === 0) throw new Error(`the flows of tests/${part} ended with ${code}`);
}

/** What the tests put into the temporary folder goes with ours. */
function run(nodeArgs, env) {
  return spawn(process.execPath, nodeArgs, { cwd: root, env: { ...env, TMPDIR: scratch }, stdio: 'inherit' });
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

async function firstLine(child) {
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('the test database did not start');
}

function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
