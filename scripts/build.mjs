// `npm run build`: dist/weapp, dist/h5, dist/api for production. --only=weapp,h5,api,container chooses (dist/container is what an image holds); --demo builds the demo's pages into dist/demo instead.
import fs from 'node:fs';
import path from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
const { buildMiniapp } = await import('./miniapp.mjs');

/** zod brings fifty languages along, half of what a door would have to be compiled from; we say everything in one. */
const chineseOnly = {
  name: 'chinese-only',
  setup(build) {
    build.onResolve({ filter: /locales\/index\.js$/ }, ({ resolveDir }) =>
      /[\\/]zod[\\/]v4[\\/]/.test(resolveDir) ? { path: 'zod-locales', namespace: 'chinese-only' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'chinese-only' }, () => ({
      contents: "export { default as zhCN } from 'zod/v4/locales/zh-CN.js';",
      resolveDir: root,
    }));
  },
};

/** Of this package a door needs one function; the rest would bring a web socket's client along. */
const onlyWaitUntil = {
  name: 'only-wait-until',
  setup(build) {
    build.onResolve({ filter: /^@vercel\/functions$/ }, () => ({ path: path.join(root, 'node_modules/@vercel/functions/wait-until.js') }));
  },
};

const BUNDLED = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'none',
  plugins: [chineseOnly, onlyWaitUntil],
  // CommonJS packages ask for Node's own modules with require().
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
};

const DOORS = ['index', 'cron', 'wechat'];
const MAX_DOORS_BYTES = 5_000_000;

const isDemo = process.argv.includes('--demo');
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const parts = only ?? (isDemo ? ['weapp', 'h5'] : ['api', 'weapp', 'h5', 'container']);

if (parts.includes('weapp') && !isDemo && !process.env.API_BASE)
  console.warn('API_BASE is not set: this mini-program will ask http://127.0.0.1:5600. To upload it, build with API_BASE=https://…');

const builders = {
  api: buildDoors,
  container: buildContainer,
  weapp: () => buildMiniapp({ type: 'weapp', out: isDemo ? 'dist/demo/weapp' : 'dist/weapp', demo: isDemo }),
  h5: () => buildMiniapp({ type: 'h5', out: isDemo ? 'dist/demo/h5' : 'dist/h5', demo: isDemo }),
};

for (const part of parts) {
  if (!builders[part]) throw new Error(`--only=${part}: there is ${Object.keys(builders).join(', ')}`);
  await builders[part]();
}

/** A door and the chunks it loads when it is asked for them: what is deployed needs no node_modules. */
async function buildDoors() {
  const { build } = await import('esbuild');
  const out = path.join(root, 'dist/api');
  fs.rmSync(out, { recursive: true, force: true });
  console.log('api → dist/api');
  // One by one: together they would share so many small chunks that opening the files takes longer than reading them.
  for (const door of DOORS)
    await build({
      ...BUNDLED,
      entryPoints: [`api/${door}.ts`],
      outdir: out,
      splitting: true,
      chunkNames: `chunks/${door}-[hash]`,
      // Names stay: they are how logs tell errors and places apart.
      minifySyntax: true,
      minifyWhitespace: true,
    });
  const sizes = fs.readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const bytes = sizes.reduce((sum, one) => sum + fs.statSync(path.join(one.parentPath ?? one.path, one.name)).size, 0);
  console.log(`  dist/api ${Math.round(bytes / 1000)} KB in ${sizes.length} files`);
  if (bytes > MAX_DOORS_BYTES) throw new Error(`dist/api is ${bytes} bytes, more than ${MAX_DOORS_BYTES}`);
}

/** What an image holds, laid out as here: the host and its commands in one file each, migrations, pages. It needs Node and no node_modules. */
async function buildContainer() {
  const { build } = await import('esbuild');
  const out = path.join(root, 'dist/container');
  fs.rmSync(out, { recursive: true, force: true });
  console.log('container → dist/container');
  await build({
    ...BUNDLED,
    entryPoints: ['host/server.ts', 'scripts/migrate.ts', 'scripts/retention.ts'],
    outbase: root,
    outdir: out,
    define: { 'process.env.HUIYIN_CONTAINER': '"1"' },
  });
  fs.cpSync(path.join(root, 'db/migrations'), path.join(out, 'db/migrations'), { recursive: true });
  const pages = path.join(root, 'dist/h5');
  if (!fs.existsSync(pages)) throw new Error('dist/container takes its pages from dist/h5: --only=h5,container');
  fs.cpSync(pages, path.join(out, 'dist/h5'), { recursive: true });
  const { name, version, type, engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const scripts = { start: 'node host/server.mjs', migrate: 'node scripts/migrate.mjs', retention: 'node scripts/retention.mjs' };
  fs.writeFileSync(path.join(out, 'package.json'), `${JSON.stringify({ name, version, private: true, type, engines, scripts }, null, 2)}\n`);
}
