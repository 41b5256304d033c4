// The statements of whole requests as pgbench scripts, sent over the extended protocol by as many clients as ask over HTTP.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Statement } from './house.ts';

/** Stands in captured statements where every run needs something of its own. */
export const FRESH = '999999999999';
const UUID = /^[0-9a-f-]{36}$/;
/** pgbench takes 128 scripts at most, and the whole command line has to fit: so several of them side by side. */
const PROCESSES = 4;

export const hasPgbench = () => spawnSync('pgbench', ['--version']).status === 0;

/** One request as a script; its parameters are variables, which pgbench sends as parameters. */
function scriptOf(statements: readonly Statement[], nth: number): { text: string; variables: string[] } {
  const variables: string[] = [];
  const text = statements.map((statement, which) =>
    statement.text.trim().replace(/\$(\d+)/g, (_, number: string) => {
      const value = statement.parameters[Number(number) - 1];
      if (value === null || value === undefined) return 'null';
      const given = String(value);
      const name = `v${nth}_${which}_${number}`;
      if (!variables.some((one) => one.startsWith(`${name}=`))) variables.push(`${name}=${given}`);
      if (!given.includes(FRESH)) return `:${name}`;
      return `replace(:${name}, '${FRESH}', :fresh)${UUID.test(given) ? '::uuid' : ''}`;
    }),
  );
  return { text: `\\set fresh random(100000000000, 998999999999)\n${text.map((one) => `${one};`).join('\n')}\n`, variables };
}

/** Transactions a second of all clients together. @throws Error with what pgbench said where a statement failed */
export async function pgbench(
  url: string,
  requests: readonly (readonly Statement[])[],
  clients: number,
  seconds: number,
  folder: string,
): Promise<number> {
  const runs = Array.from({ length: PROCESSES }, (_, process) => {
    const args = ['-n', '-M', 'extended', '-c', String(clients / PROCESSES), '-j', '1', '-T', String(seconds)];
    requests.forEach((statements, nth) => {
      if (nth % PROCESSES !== process) return;
      const script = scriptOf(statements, nth);
      const file = path.join(folder, `${process}-${nth}.sql`);
      fs.writeFileSync(file, script.text);
      args.push('-f', file, ...script.variables.flatMap((variable) => ['-D', variable]));
    });
    return new Promise<number>((resolve, reject) => {
      const child = spawn('pgbench', [...args, url], { stdio: ['ignore', 'pipe', 'pipe'] });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        err += chunk;
      });
      child.on('error', reject);
      child.on('close', () => {
        const found = /tps = ([\d.]+) \(without/.exec(out);
        if (!found || /aborted/.test(err)) reject(new Error(`pgbench: ${err.slice(0, 2000)}`));
        else resolve(Number(found[1]));
      });
    });
  });
  return (await Promise.all(runs)).reduce((sum, one) => sum + one, 0);
}
