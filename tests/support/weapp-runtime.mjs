// Just enough of WeChat to load a built mini-program: its globals and nothing of Node or of a browser, and no code made from strings.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const DEVICE = { SDKVersion: '3.5.0', platform: 'ios', windowWidth: 375, windowHeight: 667, screenWidth: 375, pixelRatio: 2, statusBarHeight: 20 };
const TAKEN_IN_SILENCE = [
  ...['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack', 'setNavigationBarTitle', 'setTabBarBadge', 'removeTabBarBadge'],
  ...['showToast', 'hideToast', 'showLoading', 'hideLoading', 'stopPullDownRefresh', 'onWindowResize', 'onThemeChange', 'nextTick'],
];
const DEVICE_QUESTIONS = ['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo', 'getSystemSetting', 'getAppAuthorizeSetting'];

/**
 * Loads app.js and every page, launches the app and opens its first page.
 * @param {string} dist
 * @returns {Promise<{ pages: string[], drawn: number, asked: string[] }>} `drawn` counts what the first page handed to setData, `asked` the addresses requested
 */
export async function openWeapp(dist) {
  const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8'));
  const pages = [...app.pages, ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
  const registered = { app: undefined, pages: new Map() };
  const asked = [];
  const errors = [];
  let loading;
  const registerApp = (config) => {
    registered.app = config;
  };
  const registerPage = (config) => registered.pages.set(loading, config);
  const same = (config) => config;
  const context = vm.createContext(
    {
      console: { ...console, error: (...words) => errors.push(words.join(' ')) },
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      wx: fakeWx((address) => asked.push(address)),
      App: registerApp,
      Page: registerPage,
      Component: registerPage,
      Behavior: same,
      getApp: () => registered.app,
      getCurrentPages: () => [],
      requirePlugin: () => ({}),
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer;', context);
  const load = loader(dist, context);

  load('app.js');
  if (typeof registered.app?.onLaunch !== 'function') throw new Error('app.js registered no App');
  for (const page of pages) {
    loading = page;
    load(`${page}.js`);
    if (!registered.pages.has(page)) throw new Error(`${page}.js registered no page`);
  }

  const entry = app.pages[0];
  let drawn = 0;
  const first = {
    ...registered.pages.get(entry),
    route: entry,
    data: {},
    setData(data, done) {
      drawn += Object.keys(data).length;
      done?.();
    },
  };
  registered.app.onLaunch({ path: entry, query: {} });
  registered.app.onShow?.({ path: entry, query: {} });
  first.onLoad?.({});
  first.onShow?.();
  first.onReady?.();
  for (let waited = 0; drawn === 0 && waited < 5_000; waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
  if (errors.length) throw new Error(`${entry} complained: ${errors.join('\n').slice(0, 1000)}`);
  return { pages, drawn, asked };
}

function loader(dist, context) {
  const cache = new Map();
  return function load(file) {
    const full = path.join(dist, file);
    if (cache.has(full)) return cache.get(full).exports;
    const module = { exports: {} };
    cache.set(full, module);
    const wrapped = vm.runInContext(`(function (module, exports, require) {${fs.readFileSync(full, 'utf8')}\n})`, context, { filename: file });
    wrapped.call(module.exports, module, module.exports, (other) =>
      load(path.join(path.dirname(file), other.endsWith('.js') ? other : `${other}.js`)),
    );
    return module.exports;
  };
}

/** Taro looks once, at the start, at what `wx` has: everything a page calls must be here by name. */
function fakeWx(onRequest) {
  const stored = new Map();
  const succeed = (options = {}) => {
    options.success?.({ errMsg: 'ok' });
    options.complete?.({ errMsg: 'ok' });
  };
  return {
    ...Object.fromEntries(DEVICE_QUESTIONS.map((name) => [name, () => DEVICE])),
    ...Object.fromEntries(TAKEN_IN_SILENCE.map((name) => [name, succeed])),
    getStorageSync: (key) => stored.get(key) ?? '',
    setStorageSync: (key, value) => stored.set(key, value),
    removeStorageSync: (key) => stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
    onNetworkStatusChange: () => {},
    env: { USER_DATA_PATH: 'http://usr' },
    getFileSystemManager: () => ({ readdir: ({ success }) => success({ files: [] }) }),
    request: ({ url, fail, complete }) => {
      onRequest(url);
      setTimeout(() => {
        fail?.({ errMsg: 'request:fail' });
        complete?.({ errMsg: 'request:fail' });
      });
      return { abort() {} };
    },
  };
}
