// `npm run build`: dist/weapp, dist/h5, dist/api for production. --only=weapp,h5,api chooses; --demo builds the demo's pages into dist/demo instead.
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

const DOORS = ['index', 'cron', 'wechat'];
const MAX_DOOR_BYTES = 1_500_000;

const isDemo = process.argv.includes('--demo');
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const parts = only ?? (isDemo ? ['weapp', 'h5'] : ['api', 'weapp', 'h5']);

const builders = {
  api: buildDoors,
  weapp: () => buildMiniapp({ type: 'weapp', out: isDemo ? 'dist/demo/weapp' : 'dist/weapp', demo: isDemo }),
  h5: () => buildMiniapp({ type: 'h5', out: isDemo ? 'dist/demo/h5' : 'dist/h5', demo: isDemo }),
};

for (const part of parts) {
  if (!builders[part]) throw new Error(`--only=${part}: there is ${Object.keys(builders).join(', ')}`);
  await builders[part]();
}

/** One self-contained file a door: what is deployed needs no node_modules. */
async function buildDoors() {
  const { build } = await import('esbuild');
  const out = path.join(root, 'dist/api');
  fs.rmSync(out, { recursive: true, force: true });
  console.log('api → dist/api');
  await build({
    absWorkingDir: root,
    entryPoints: DOORS.map((door) => `api/${door}.ts`),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minify: true,
    keepNames: true, // an error's class name is how logs tell errors apart
    legalComments: 'none',
    plugins: [chineseOnly],
    // CommonJS packages ask for Node's own modules with require().
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  for (const door of DOORS) {
    const { size } = fs.statSync(path.join(out, `${door}.mjs`));
    console.log(`  dist/api/${door}.mjs ${Math.round(size / 1000)} KB`);
    if (size > MAX_DOOR_BYTES) throw new Error(`dist/api/${door}.mjs is ${size} bytes, more than ${MAX_DOOR_BYTES}`);
  }
}
