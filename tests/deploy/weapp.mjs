// The built mini-program, as far as it can be judged without WeChat: structure, syntax, forbidden calls, sizes, and that it starts.
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import * as acorn from 'acorn';
import { root } from '../../scripts/install.mjs';
import { openWeapp } from '../support/weapp-runtime.mjs';

const ci = createRequire(import.meta.url)('miniprogram-ci');
const dist = path.join(root, 'dist/weapp');
const MAX_MAIN_KB = 1_000;
const MAX_SUBPACKAGE_KB = 500;

/** Code from strings, which WeChat forbids: never reached there, and known to be so. */
const KNOWN = [
  { what: 'globalThis shim, only where there is no globalThis', text: /this\|\|new Function\("return this"\)\(\)/ },
  { what: "zod's probe, behind jitless", text: /\w=Function;return new \w\(""\),!0\}catch/ },
  { what: "zod's compiler, behind jitless", text: /key:"compile",value:function\(\)\{var \w,\w=Function/ },
];

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-weapp-'));
try {
  await checkStructure();
  checkScripts();
  checkSizes();
  await checkStart();
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
process.exit(0); // miniprogram-ci leaves workers behind

// ---- structure, by WeChat's own checker

async function checkStructure() {
  const key = path.join(scratch, 'throwaway.key');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  fs.writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }));

  const complaint = await complaintAbout(dist, key);
  if (complaint) throw new Error(`dist/weapp: ${complaint}`);

  // A checker that finds nothing proves something only if it finds these.
  const broken = {
    'a page that is not there': (app) => app.pages.push('pages/none/index'),
    'an unknown navigationBarTextStyle': (app) => {
      app.window.navigationBarTextStyle = 'purple';
    },
    'a tab without its icon': (app) => {
      app.tabBar.list[0].iconPath = 'assets/none.png';
    },
    'a tab bar of one': (app) => {
      app.tabBar.list.length = 1;
    },
    'a main package too large': (_, folder) => fs.writeFileSync(path.join(folder, 'large.js'), `var a = "${'x'.repeat(2_300_000)}"`),
  };
  for (const [what, spoil] of Object.entries(broken)) {
    const folder = fs.mkdtempSync(path.join(scratch, 'broken-'));
    fs.cpSync(dist, folder, { recursive: true });
    edit(path.join(folder, 'app.json'), (app) => spoil(app, folder));
    if (!(await complaintAbout(folder, key))) throw new Error(`the checker did not see ${what}`);
  }
  console.log(`structure: good, and ${Object.keys(broken).length} broken copies were all caught`);
}

/** What the checker has against this folder, or undefined. */
async function complaintAbout(projectPath, privateKeyPath) {
  const project = new ci.Project({ appid: 'wx1234567890abcdef', type: 'miniProgram', projectPath, privateKeyPath, ignores: [] });
  // Asked of WeChat otherwise.
  const limits = {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
  };
  const tabBar = { MinTabbarCount: 2, MaxTabbarCount: 5, MaxTabbarIconSize: 40 };
  const attr = {
    appid: 'wx1234567890abcdef',
    appName: 'x',
    isSelfPublicAppid: false,
    gameApp: false,
    released: false,
    setting: { ...limits, ...tabBar },
  };
  project.attr = async () => attr;
  project.attrSync = () => attr;
  return await quietly(async () => {
    try {
      await ci.getAppJSON(project);
      const findings = await ci.checkCodeQuality(project);
      // Compression is a switch of the uploading tool; ours is compressed already.
      const serious = findings.find(({ name, success }) => !success && !name.endsWith('_COMPRESS_OPEN'));
      return serious && `${serious.name}: ${serious.text ?? ''}`;
    } catch (error) {
      return String(error.message ?? error);
    }
  });
}

async function quietly(work) {
  const { log, info, warn, error } = console;
  Object.assign(console, { log() {}, info() {}, warn() {}, error() {} });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, info, warn, error });
  }
}

function edit(file, change) {
  const json = JSON.parse(fs.readFileSync(file, 'utf8'));
  change(json);
  fs.writeFileSync(file, JSON.stringify(json));
}

// ---- scripts

function checkScripts() {
  const files = filesUnder(dist).filter((file) => file.endsWith('.js'));
  const known = new Set();
  for (const file of files) {
    const code = fs.readFileSync(file, 'utf8');
    const name = path.relative(dist, file);
    for (const { node, parent } of everyNode(parseEs5(code, name))) {
      if (node.type !== 'Identifier' || (node.name !== 'Function' && node.name !== 'eval')) continue;
      if (parent.type === 'MemberExpression') continue; // Function.toString, Function.prototype
      const around = code.slice(Math.max(0, node.start - 80), node.end + 80);
      const match = KNOWN.find(({ text }) => text.test(around));
      if (!match) throw new Error(`dist/weapp/${name} makes code from strings: …${around}…`);
      known.add(match.what);
    }
  }
  console.log(`scripts: ${files.length} files are ES5; code from strings: ${[...known].join('; ') || 'none'}`);
}

function parseEs5(code, name) {
  try {
    return acorn.parse(code, { ecmaVersion: 5 });
  } catch (error) {
    throw new Error(`dist/weapp/${name} is not ES5: ${error.message}: …${code.slice(Math.max(0, error.pos - 60), error.pos + 60)}…`);
  }
}

function* everyNode(node, parent) {
  yield { node, parent };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (typeof child?.type === 'string') yield* everyNode(child, node);
  }
}

// ---- sizes

function checkSizes() {
  const { subPackages = [] } = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8'));
  const kb = (files) => files.reduce((sum, file) => sum + fs.statSync(file).size, 0) / 1_000;
  const files = filesUnder(dist).filter((file) => !file.endsWith('.LICENSE.txt'));
  const isIn = (file, { root: folder }) => path.relative(dist, file).startsWith(`${folder}/`);
  const packages = [
    { name: 'main package', limit: MAX_MAIN_KB, size: kb(files.filter((file) => !subPackages.some((one) => isIn(file, one)))) },
    ...subPackages.map((one) => ({ name: one.root, limit: MAX_SUBPACKAGE_KB, size: kb(files.filter((file) => isIn(file, one))) })),
  ];
  for (const { name, size, limit } of packages) {
    console.log(`size: ${name} ${Math.round(size)} KB of ${limit}`);
    if (size > limit) throw new Error(`${name}: ${Math.round(size)} KB, more than ${limit}`);
  }
}

// ---- start

async function checkStart() {
  const { pages, drawn, asked } = await openWeapp(dist);
  if (drawn === 0) throw new Error(`${pages[0]} drew nothing`);
  console.log(`start: ${pages.length} pages registered, ${pages[0]} drew (setData: ${drawn}), asked ${asked.join(', ') || 'nothing'}`);
}

function filesUnder(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
