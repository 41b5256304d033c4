// What a phone has to fetch before the first page of dist/h5 stands, counted as a real browser fetches it, compressed.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { root } from '../../scripts/install.mjs';
import { findChromium } from '../support/chromium.mjs';

const MAX_KB = 400;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const dist = path.join(root, 'dist/h5');

const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium found; install one, or name it in CHROMIUM');

const fetched = new Map();
const server = http.createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = path.join(dist, pathname === '/' ? 'index.html' : pathname);
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  const content = fs.readFileSync(file);
  const type = TYPES[path.extname(file)];
  fetched.set(path.relative(dist, file), type ? gzipSync(content).length : content.length);
  response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(content);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'networkidle' });
  // On a busy machine the network may rest before the first page has led to the next.
  await page.waitForFunction(() => document.querySelector('#app')?.textContent.trim(), undefined, { timeout: 15_000 }).catch(() => undefined);
  await page.waitForLoadState('networkidle');
  const shown = await page.locator('#app').textContent();
  if (errors.length || !shown?.trim()) throw new Error(`the first page did not come up: ${errors.join('; ') || 'it is blank'}`);
} finally {
  await browser.close();
  server.close();
}

const total = [...fetched.values()].reduce((sum, bytes) => sum + bytes, 0) / 1_000;
for (const [file, bytes] of fetched) console.log(`  ${(bytes / 1_000).toFixed(1).padStart(6)} KB ${file}`);
console.log(`first load of dist/h5: ${Math.round(total)} KB of ${MAX_KB}, gzip, ${fetched.size} files`);
if (total > MAX_KB) throw new Error(`first load: ${Math.round(total)} KB, more than ${MAX_KB}`);
