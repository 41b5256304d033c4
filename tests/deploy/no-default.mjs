// No secret has a default: a door without one of them exits and names it, and never a value; with all of them it starts.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';
import { throwawayEnvironment } from '../support/door.mjs';

const given = throwawayEnvironment();
const names = Object.keys(given).filter((name) => name !== 'PATH');

for (const door of ['index', 'cron', 'wechat']) {
  for (const name of names) {
    for (const spoilt of [undefined, '', 'no good']) {
      if (name === 'DATABASE_URL' && spoilt === 'no good') continue;
      const { code, said } = start(door, { ...given, [name]: spoilt });
      if (code === 0) throw new Error(`${door} starts with ${name} ${spoilt ?? 'missing'}`);
      if (!said.includes(name)) throw new Error(`${door} with ${name} ${spoilt ?? 'missing'} does not name it: ${said.slice(0, 500)}`);
      const told = names.find((other) => said.includes(given[other]));
      if (told) throw new Error(`${door} tells the value of ${told}`);
    }
  }
  const { code, said } = start(door, given);
  if (code !== 0) throw new Error(`${door} with everything it needs: ${said.slice(0, 500)}`);
}
console.log(`each door exits without any of ${names.join(', ')}, names it, and starts with them all`);

function start(door, env) {
  const file = path.join(root, 'dist/api', `${door}.mjs`);
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', 'await import(process.argv[1]); process.exit(0);', file], {
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: child.status, said: child.stdout + child.stderr };
}
