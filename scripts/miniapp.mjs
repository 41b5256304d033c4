import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const DEMO_H5 = 'dist/demo/h5';
const WEAPP = 'dist/weapp';
/** Beside the build, not in it: the folder is served. */
const sourcesOf = (out) => path.join(root, `${out}.sources`);
const SOURCES = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/babel.config.js',
  'miniapp/package.json',
  'shared',
  'package-lock.json',
  'scripts/miniapp.mjs',
];
/** Taro answers 0 to a configuration it refuses, so only the files count. */
const PROOF = { weapp: ['app.json', 'app.js', 'app.wxss'], h5: ['index.html'] };

/** What the mini-program calls the house by: part of its compiled bytes. */
export const addressCompiledIn = () => process.env.API_BASE ?? 'http://127.0.0.1:5600';

/** Builds the demo's H5 pages unless they are there and made from exactly these sources. */
export async function buildDemoH5IfStale() {
  await buildIfStale({
    type: 'h5',
    out: DEMO_H5,
    demo: true,
    title: '构建演示页面（首次约一分钟） · Building the demo pages (about a minute the first time)',
  });
}

/** Builds the mini-program as it is uploaded, unless it is there and made from exactly these sources. */
export async function buildWeappIfStale() {
  await buildIfStale({ type: 'weapp', out: WEAPP });
}

async function buildIfStale(build) {
  if (fs.existsSync(path.join(root, build.out, PROOF[build.type].at(-1))) && readOrEmpty(sourcesOf(build.out)) === hashOf(SOURCES)) return;
  await buildMiniapp(build);
}

/**
 * One Taro build. Its own output appears only if it fails.
 * @param {{ type: 'weapp' | 'h5', out: string, demo?: boolean, title?: string }} build `out` is relative to the root.
 */
export async function buildMiniapp({ type, out, demo = false, title = `${type} → ${out}` }) {
  fs.rmSync(path.join(root, out), { recursive: true, force: true });
  fs.rmSync(sourcesOf(out), { force: true });
  const sources = hashOf(SOURCES);
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.log(title);
  const progress = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r  … ${elapsed()}`), 1_000)
    : setInterval(() => console.log(`  … ${elapsed()}`), 15_000);
  const child = spawnTaro({ type, out, demo });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const interrupt = (signal) => {
    child.kill(signal);
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt);
  const code = await new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
  clearInterval(progress);
  if (process.stdout.isTTY) process.stdout.write('\r');
  const missing = PROOF[type].filter((file) => !fs.existsSync(path.join(root, out, file)));
  if (code !== 0 || missing.length) {
    throw new Error(`${output.slice(-6000)}\n${type}: taro build ended with ${code}; missing in ${out}: ${missing.join(', ') || 'nothing'}`);
  }
  fs.writeFileSync(sourcesOf(out), sources);
  console.log(`  ${out} ${elapsed()}`);
}

/** Taro's development server with the demo's pages, following every change. It keeps them in memory and empties the folder. */
export function watchDemoH5() {
  fs.rmSync(sourcesOf(DEMO_H5), { force: true });
  return spawnTaro({ type: 'h5', out: DEMO_H5, demo: true, watch: true });
}

function spawnTaro({ type, out, demo, watch = false }) {
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const mode = watch ? 'development' : 'production';
  forgetCacheOfOtherMode(mode);
  return spawn(process.execPath, [cli, 'build', '--type', type, ...(watch ? ['--watch'] : [])], {
    cwd: path.join(root, 'miniapp'),
    env: { ...process.env, NODE_ENV: mode, HUIYIN_DEMO: demo ? '1' : '', HUIYIN_OUT: out },
    stdio: watch ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
}

/** Webpack cannot read what it cached in the other mode, and says so a million times. */
function forgetCacheOfOtherMode(mode) {
  const cache = path.join(root, 'miniapp/node_modules/.cache');
  const marker = path.join(cache, 'mode');
  if (readOrEmpty(marker) !== mode) fs.rmSync(cache, { recursive: true, force: true });
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(marker, mode);
}

function hashOf(places) {
  const hash = createHash('sha256').update(addressCompiledIn());
  for (const file of places.flatMap(filesUnder)) hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(place) {
  const full = path.join(root, place);
  if (fs.statSync(full).isFile()) return [full];
  const entries = fs.readdirSync(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function readOrEmpty(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
