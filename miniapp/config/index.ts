import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import webpack from 'webpack';

const root = path.resolve(__dirname, '..', '..');
const target = process.env.TARO_ENV ?? 'weapp';
const isDemo = process.env.HUIYIN_DEMO === '1';
const out = process.env.HUIYIN_OUT ? path.resolve(root, process.env.HUIYIN_OUT) : path.join(root, 'dist', target);
const contractFolder = path.join(root, 'shared', 'contract');
const contract = readdirSync(contractFolder)
  .sort()
  .reduce((hash, file) => hash.update(readFileSync(path.join(contractFolder, file))), createHash('sha256'))
  .digest('hex')
  .slice(0, 8);
// The runtime has its own copy of these rules; ES5 is for the JavaScript cores of old phones.
const transpiled = [path.join(root, 'shared'), ...['zod', '@taroify'].map((name) => path.join(root, 'node_modules', name))];

// Made ES5, zod no longer lets webpack leave out its fifty languages; ours are written in the schemas.
const withoutLanguages = new webpack.NormalModuleReplacementPlugin(
  /zod[\\/]v4[\\/]locales[\\/]index\.js$/,
  path.join(root, 'node_modules', 'zod', 'v4', 'locales', 'en.js'),
);

// Nor what it brings for others: JSON schemas both ways, and a compiler that makes code from strings, which WeChat forbids.
const withoutUnused = ['compile', 'to-json-schema', 'from-json-schema', 'json-schema-processors'].map(
  (name) =>
    new webpack.NormalModuleReplacementPlugin(
      new RegExp(`zod[\\\\/]v4[\\\\/](core|classic)[\\\\/]${name}\\.js$`),
      path.join(__dirname, 'zod', `${name}.mjs`),
    ),
);

// Taroify names its icons in one file that pulls in all of them; unused, they can all go.
const sideEffectFree = /node_modules[\\/]@taroify[\\/].*\.js$/;

// lodash, under Taroify, looks for the global object by making code from a string, which WeChat forbids.
const withoutFunction = new webpack.NormalModuleReplacementPlugin(/lodash[\\/]_root(\.js)?$|^\.\/_root$/, path.join(__dirname, 'lodash-root.js'));

export default defineConfig<'webpack5'>(async (merge) => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'huiyin',
    date: '2026-11-21',
    designWidth: 750,
    deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: path.relative(path.resolve(__dirname, '..'), out),
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // What subpackages share is cut out by Taro after webpack has numbered the modules: from a cache it may come with the numbers of another day.
    // Chinese as it is written, not six letters a character: what ships is UTF-8, and every byte of the first package counts.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    cache: { enable: target !== 'weapp', name: `${target}-${isDemo ? 'demo' : 'plain'}` },
    // Outside a demo the demo's screens are not in the module graph at all.
    alias: { '#demo': path.resolve(__dirname, '..', 'src', 'demo', isDemo ? 'parts.tsx' : 'absent.tsx') },
    defineConstants: {
      DEMO: JSON.stringify(isDemo),
      CONTRACT: JSON.stringify(contract),
      API_BASE: JSON.stringify(target === 'h5' ? '' : (process.env.API_BASE ?? 'http://127.0.0.1:5600')),
    },
    mini: {
      compile: { include: transpiled },
      webpackChain(chain) {
        chain.plugin('withoutLanguages').use(withoutLanguages);
        for (const [index, plugin] of withoutUnused.entries()) chain.plugin(`withoutUnused${index}`).use(plugin);
        chain.plugin('withoutFunction').use(withoutFunction);
        chain.module.rule('taroify').test(sideEffectFree).set('sideEffects', false);
      },
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      esnextModules: ['@taroify'],
      compile: { include: transpiled },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true },
        cssModules: { enable: false },
        pxtransform: { enable: true, config: { maxRootSize: 24 } },
      },
      devServer: { host: '127.0.0.1', port: 10086, proxy: [{ context: ['/api'], target: 'http://127.0.0.1:5600' }] },
      webpackChain(chain) {
        chain.plugin('withoutLanguages').use(withoutLanguages);
        for (const [index, plugin] of withoutUnused.entries()) chain.plugin(`withoutUnused${index}`).use(plugin);
        chain.plugin('withoutFunction').use(withoutFunction);
        chain.module.rule('taroify').test(sideEffectFree).set('sideEffects', false);
        chain.optimization.merge({ splitChunks: { chunks: 'all' } });
        chain.performance.hints(false);
      },
    },
  };
  return merge({}, config);
});
