// Drives every flow in a real browser, in two lanes beside each other. CHROMIUM names the browser; HUIYIN_BROWSER_RESULT the file for the counts; an argument picks flows by words of their titles.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import prepareTemplate from '../support/global-setup.ts';

interface Count {
  passed: number;
  failed: number;
}

const only = process.argv.slice(2, 3);
const lanes = only.length > 0 ? 1 : 2;
const scratch = mkdtempSync(path.join(os.tmpdir(), 'huiyin-lanes-'));

/** One lane in a process of its own: a server, a database and a browser nobody else uses. One that ends without its count has failed. */
async function walk(lane: number): Promise<Count> {
  const result = path.join(scratch, `${lane}.json`);
  const env = { ...process.env, HUIYIN_LANE: `${lane}/${lanes}`, HUIYIN_BROWSER_RESULT: result };
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/browser/lane.ts', ...only], { env, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', (status, signal) => resolve(status ?? signal)));
  try {
    return JSON.parse(readFileSync(result, 'utf8'));
  } catch {
    console.error(`browser flows: lane ${lane} ended with ${code} and no result`);
    return { passed: 0, failed: 1 };
  }
}

await prepareTemplate();
const counts = await Promise.all(Array.from({ length: lanes }, (_, lane) => walk(lane)));
const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, 0);
if (process.env.HUIYIN_BROWSER_RESULT) writeFileSync(process.env.HUIYIN_BROWSER_RESULT, JSON.stringify({ passed, failed }));
console.log(`browser flows: ${passed} passed, ${failed} failed`);
if (passed + failed === 0) console.log('browser flows: no title has these words');
process.exit(failed > 0 || passed === 0 ? 1 : 0);
