// Nothing here may import from node_modules: this is what fills it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { patchDriver } from './patch-driver.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm ci` if what is installed differs from package-lock.json, and mends the driver. Ends the process if that fails. */
export function installWhatIsMissing() {
  if (!isInstalled()) install();
  patchDriver(root);
}

function install() {
  console.log('安装依赖（首次约两分钟） · Installing dependencies (about two minutes the first time)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('依赖安装失败，见上面的信息。 · npm ci failed, see above.');
    process.exit(1);
  }
}

// npm writes node_modules/.package-lock.json last, so an interrupted installation counts as none.
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([where, { version, optional, link }]) => {
    if (where === '' || link) return true;
    const found = installed[where];
    return found ? found.version === version : optional === true;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return {};
  }
}
