// `npm start`, `npm run dev`: needs nothing but Node, fetches and builds what is missing, then runs host/server.ts.
// Old Nodes must get as far as the message below, so: no static imports of files, no top-level await.
import { spawn } from 'node:child_process';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`需要 Node.js 20 或更新版本，当前是 ${process.version}。 · Node.js 20 or newer is needed, this is ${process.version}.`);
  process.exit(1);
}

const isWatching = process.argv.includes('--watch');
// As a deployment begins: nobody there, and a code that begins the company.
if (process.argv.includes('--empty')) process.env.HUIYIN_EMPTY = '1';

async function main() {
  const { installWhatIsMissing, root } = await import('../scripts/install.mjs');
  installWhatIsMissing();
  const { buildDemoH5IfStale, watchDemoH5 } = await import('../scripts/miniapp.mjs');
  const run = (...args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (isWatching) return [run('node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'host/server.ts'), watchDemoH5()];
  if (!process.env.DATABASE_URL) await buildDemoH5IfStale();
  return [run('--import', 'tsx', 'host/server.ts')];
}

main().then(untilOneEnds, (error) => {
  console.error(error.message);
  process.exit(1);
});

/** Signals are passed on; the first child to end decides our own end. */
function untilOneEnds(children) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      for (const child of children) child.kill(signal);
    });
  }
  for (const child of children) {
    child.on('exit', (code, signal) => {
      for (const other of children) if (other !== child) other.kill('SIGTERM');
      process.exitCode ??= code ?? (signal === 'SIGINT' ? 130 : 143);
    });
  }
}
