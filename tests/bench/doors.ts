// What importing a door costs, and what it loads: no spreadsheet, picture or OpenAPI library before somebody asks for one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { throwawayEnvironment } from '../support/door.mjs';
import type { Row } from './table.ts';

const DOORS = ['index', 'cron'] as const;
const RUNS = 9;
const TIMES_AT_MOST = 4;
/** Libraries that make spreadsheets, pictures or OpenAPI documents. */
const HEAVY =
  /node_modules\/((@[^/]*\/)?[^/]*(openapi|swagger)[^/]*|exceljs|xlsx[^/]*|@e965\/xlsx|sheetjs|node-xlsx|write-excel-file|fast-csv|jszip|archiver|sharp|@img\/[^/]*|jimp|@jimp\/[^/]*|canvas|@napi-rs\/canvas|pngjs|jpeg-js|pdfkit|pdf-lib|puppeteer[^/]*)\//;

const env = throwawayEnvironment();

function millisecondsOf(code: string): number {
  const began = performance.now();
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return performance.now() - began;
}

const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

/** Every module file Node loads when it imports this one, ESM by a hook, CommonJS from its cache. */
export function modulesLoadedBy(file: string, root: string): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-modules-'));
  const list = path.join(folder, 'list');
  fs.writeFileSync(list, '');
  fs.writeFileSync(
    path.join(folder, 'hook.mjs'),
    `import fs from 'node:fs';
     export async function load(url, context, next) { fs.appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); }`,
  );
  const code = `
    import { createRequire, register } from 'node:module';
    register(${JSON.stringify(pathToFileURL(path.join(folder, 'hook.mjs')).href)});
    await import(${JSON.stringify(pathToFileURL(file).href)});
    process.stdout.write(Object.keys(createRequire(${JSON.stringify(pathToFileURL(file).href)}).cache).join('\\n'));
    process.exit(0);`;
  const ran = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { env, cwd: root, encoding: 'utf8' });
  const loaded = fs.readFileSync(list, 'utf8');
  fs.rmSync(folder, { recursive: true, force: true });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return [...new Set(`${loaded}\n${ran.stdout}`.split('\n').filter(Boolean))];
}

export function doorsRows(root: string): Row[] {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--only=api'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const files = DOORS.map((door) => path.join(root, 'dist/api', `${door}.mjs`));
  const empty: number[] = [];
  const again: number[] = [];
  const taken: number[][] = files.map(() => []);
  for (let run = 0; run < RUNS; run += 1) {
    empty.push(millisecondsOf(''));
    for (const [nth, file] of files.entries()) taken[nth]!.push(millisecondsOf(`await import(${JSON.stringify(file)}); process.exit(0);`));
    again.push(millisecondsOf(''));
  }
  const rows: Row[] = DOORS.map((door, nth) => {
    const times = median(taken[nth]!) / median([...empty, ...again]);
    return {
      part: 'doors',
      what: `import ${door}.mjs`,
      figures: { ms: Math.round(median(taken[nth]!)), times },
      verdict: times <= TIMES_AT_MOST ? 'held' : 'broken',
      why: `at most ${TIMES_AT_MOST} × an empty node`,
    };
  });
  rows.push({
    part: 'doors',
    what: 'A/A: an empty node, twice',
    figures: { ms: Math.round(median(empty)), times: median(again) / median(empty) },
    verdict: 'shown',
    why: '',
  });
  for (const door of DOORS) {
    const modules = modulesLoadedBy(path.join(root, `api/${door}.ts`), root);
    const heavy = modules.filter((module) => HEAVY.test(module));
    rows.push({
      part: 'doors',
      what: `modules of ${door}`,
      figures: { modules: modules.length, heavy: heavy.length },
      verdict: heavy.length === 0 && modules.length > 20 ? 'held' : 'broken',
      why: heavy.length === 0 ? 'no spreadsheet, picture or OpenAPI library' : heavy[0]!.replace(/.*node_modules\//, ''),
    });
  }
  const planted = path.join(root, 'tests/bench', 'planted.tmp.mjs');
  fs.writeFileSync(planted, "import 'zod-openapi';\n");
  try {
    const found = modulesLoadedBy(planted, root).filter((module) => HEAVY.test(module)).length;
    rows.push({
      part: 'doors',
      what: 'a planted OpenAPI import is found',
      figures: { heavy: found },
      verdict: found > 0 ? 'held' : 'broken',
      why: '',
    });
  } finally {
    fs.rmSync(planted, { force: true });
  }
  return rows;
}
