// The sandbox a compiled mini-program runs in, made as poor as WeChat's own: no browser, no Node, and no code out of strings.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

/** One element as the page draws it. */
export interface Node {
  tagName(): Promise<string | undefined>;
  text(): Promise<string>;
  attr(name: string): Promise<string | undefined>;
  trigger(event: string, given?: { detail?: unknown }): Promise<unknown>;
}

export interface DrawnPage {
  path: string;
  query: Record<string, string>;
  $(selector: string): Promise<Node | null>;
  $$(selector: string): Promise<Node[]>;
}

export interface Running {
  currentPage(): Promise<DrawnPage | null>;
  getCurrentPages(): Promise<DrawnPage[]>;
  navigateBack(): Promise<unknown>;
  switchTab(url: string): Promise<unknown>;
  reLaunch(url: string): Promise<unknown>;
  triggerPullDownRefresh(): Promise<void>;
  triggerAppHide(): Promise<void>;
  triggerAppShow(): Promise<void>;
  /** Runs the source of a function inside the sandbox. */
  evaluate(source: string, ...given: unknown[]): Promise<unknown>;
  on(event: 'console', handler: (entry: { level?: string; message?: string; args?: unknown[] }) => void): unknown;
  close(): Promise<void>;
}

type Launch = (options: {
  projectPath: string;
  configureSession(session: { getWx(): Record<string, unknown> }): void;
  onSessionCreated(running: Running): void;
}) => Promise<Running>;

/** What WeChat's JavaScript core does not have, though this runtime gives it. */
const ABSENT = ['URL', 'TextDecoder', 'TextEncoder'];

const runInNewContext = vm.Script.prototype.runInNewContext;
vm.Script.prototype.runInNewContext = function (this: vm.Script, context, ...rest) {
  if (context && typeof context === 'object' && 'wx' in context && !vm.isContext(context)) {
    for (const name of ABSENT) delete (context as Record<string, unknown>)[name];
    vm.createContext(context, { codeGeneration: { strings: false, wasm: false } });
    vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer;', context);
  }
  return runInNewContext.call(this, context, ...rest);
};

/** The runtime's own launcher offers no way to `wx` before app.js is read, and Taro looks once, then. Its inner one does; its file is named by a hash. */
async function innerLaunch(): Promise<Launch> {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@weapp-vite/miniprogram-automator')));
  const file = readdirSync(folder).find((one) => /^launch-.*\.mjs$/.test(one));
  if (!file) throw new Error('the runtime has no inner launcher any more: another version than the one pinned?');
  return ((await import(pathToFileURL(path.join(folder, file)).href)) as { launch: Launch }).launch;
}

/**
 * Starts the mini-program that project.config.json under `root` names, with `played` in place of the runtime's own `wx` calls.
 * @param onConsole is told what the app writes to its console
 */
export async function run(root: string, played: Record<string, unknown>, onConsole: (level: string, words: string) => void): Promise<Running> {
  const launch = await innerLaunch();
  return await launch({
    projectPath: root,
    configureSession: (session) => void Object.assign(session.getWx(), played),
    onSessionCreated: (running) =>
      void running.on('console', ({ level = 'log', message, args = [] }) => onConsole(level, message ?? args.map(String).join(' '))),
  });
}
