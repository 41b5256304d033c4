import { spawn } from 'node:child_process';
import type { Survived } from '../faults/survive.ts';
import type { Row } from './table.ts';

function run(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

/** So many requests of every sort at the real app: never a bug, nothing stored that was refused. */
export async function fuzzRows(requests: number): Promise<Row[]> {
  const began = performance.now();
  const { code, output } = await run(['tests/run.mjs', 'tests/fuzz/fuzz.test.ts'], {
    FUZZ_REQUESTS: String(requests),
    FUZZ_SEED: String(Date.now() % 2 ** 31),
  });
  const last = /FUZZ_SEED=\d+[^\n]*/.exec(output)?.[0] ?? output.slice(-300).trim();
  return [
    {
      part: 'fuzz',
      what: `${requests.toLocaleString('en')} requests`,
      figures: { seconds: Math.round((performance.now() - began) / 1000) },
      verdict: code === 0 ? 'held' : 'broken',
      why: code === 0 ? 'never a 500, nothing stored that was refused' : last,
    },
  ];
}

/** Postgres killed so often while people work: every acknowledged word is there once, nobody was told twice. */
export async function killsRows(kills: number): Promise<Row[]> {
  const { code, output } = await run(['--import', 'tsx', 'tests/faults/survive.ts', String(kills)]);
  const line = output.split('\n').find((one) => one.startsWith('{'));
  const seen = line ? (JSON.parse(line) as Survived) : null;
  return [
    {
      part: 'kills',
      what: `Postgres killed ${kills} times under load`,
      figures: seen
        ? {
            acknowledged: seen.acknowledged,
            'answers 503': seen.away,
            'longest silence, ms': Math.round(seen.longestSilenceMilliseconds),
            wrong: seen.wrong.length,
          }
        : {},
      verdict: code === 0 ? 'held' : 'broken',
      why: code === 0 ? 'every acknowledged word there once, nobody told twice' : (seen?.wrong[0] ?? output.slice(-300)),
    },
  ];
}
