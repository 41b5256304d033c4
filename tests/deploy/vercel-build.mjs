// What Vercel would deploy: exactly the three doors as functions, each answering alone. Works offline and without an account.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';
import { expectAnswers } from '../support/door.mjs';

const CLI = 'vercel@60.1.3'; // later ones ask for packages that do not exist everywhere
const project = {
  projectId: 'prj_none',
  orgId: 'team_none',
  settings: { framework: null, buildCommand: '', outputDirectory: '', installCommand: '', nodeVersion: '22.x' },
};

const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-vercel-'));
try {
  for (const part of ['dist/api', 'dist/h5', 'vercel.json']) fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  // Without our dependencies: Vercel would install all of them, and the doors need none.
  const { name, type, engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(copy, 'package.json'), JSON.stringify({ name, private: true, type, engines }));
  fs.mkdirSync(path.join(copy, '.vercel'));
  fs.writeFileSync(path.join(copy, '.vercel/project.json'), JSON.stringify(project));

  const built = spawnSync('npx', ['--yes', CLI, 'build'], {
    cwd: copy,
    env: { ...process.env, VERCEL_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1' },
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (built.status !== 0) throw new Error(`vercel build ended with ${built.status ?? built.signal}:\n${built.stdout}\n${built.stderr}`);

  const output = path.join(copy, '.vercel/output');
  const functions = path.join(output, 'functions');
  const found = filesUnder(functions)
    .filter((file) => file.endsWith('/.vc-config.json'))
    .map((file) => path.relative(functions, path.dirname(file)))
    .sort();
  const expected = ['dist/api/cron.mjs.func', 'dist/api/index.mjs.func', 'dist/api/wechat.mjs.func'];
  if (found.join() !== expected.join())
    throw new Error(`vercel build made the functions ${found.join(', ') || '(none)'} instead of ${expected.join(', ')}`);
  if (!fs.existsSync(path.join(output, 'static/dist/h5/index.html'))) throw new Error('vercel build left the H5 pages out');
  const { crons, routes } = JSON.parse(fs.readFileSync(path.join(output, 'config.json'), 'utf8'));
  if (crons?.[0]?.path !== '/api/cron') throw new Error('vercel build left the cron out');
  for (const { dest } of routes.filter((route) => route.dest?.startsWith('/dist/api/'))) {
    if (!found.includes(`${dest.slice(1)}.func`)) throw new Error(`a route leads to ${dest}, which is no function`);
  }
  if (routes.findIndex(({ src }) => src === '/api/wechat') > routes.findIndex(({ src }) => src === '/api/(.*)'))
    throw new Error('/api/wechat is routed after what takes every address under /api');
  const [cron, index, wechat] = expected.map(handlerOf);
  expectAnswers({ index, cron, wechat });
  console.log(`vercel build: functions ${found.join(', ')}, each answered alone`);

  function handlerOf(name) {
    const folder = path.join(functions, name);
    const { handler } = JSON.parse(fs.readFileSync(path.join(folder, '.vc-config.json'), 'utf8'));
    const chunks = path.join(path.dirname(path.join(folder, handler)), 'chunks/');
    const others = filesUnder(folder).filter(
      (file) => file !== path.join(folder, handler) && !file.startsWith(chunks) && !file.endsWith('/.vc-config.json'),
    );
    if (others.length) throw new Error(`${name} carries ${others.length} more files, such as ${path.relative(folder, others[0])}`);
    return path.join(folder, handler);
  }
} finally {
  fs.rmSync(copy, { recursive: true, force: true });
}

function filesUnder(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
