// `npm run bench`: what the house costs, as one table. Ends with 1 where a bound is broken.
//   npm run bench -- pages sweep     only these parts
//   npm run bench -- --quick         20,000 tickets instead of 1,000,000
//   npm run bench -- --tickets=200000  so many
//   npm run bench -- --keep          keeps the filled databases under .data/bench for the next run
//   npm run bench -- --write         puts the table into docs/bench.md
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { doorsRows } from './doors.ts';
import { fuzzRows, killsRows } from './endurance.ts';
import { mixedRows } from './mixed.ts';
import { pagesRows } from './pages.ts';
import { openStage, type Stage } from './stage.ts';
import { surveyRows } from './surveys.ts';
import { DUE, sweepRows } from './sweep-pages.ts';
import { markdownOf, printTable, type Row } from './table.ts';
import { throughputRows } from './throughput.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const taken = process.argv.slice(2);
const isQuick = taken.includes('--quick');
const FEW = 1_000;
const asked = taken.find((one) => one.startsWith('--tickets='))?.slice('--tickets='.length);
const MANY = asked ? Number(asked) : isQuick ? 20_000 : 1_000_000;
const OPEN = isQuick ? 100_000 : 1_000_000;
const SECONDS = isQuick ? 3 : 4;
/** Throughput is about the road, not the past: it takes the smaller company. */
const ON_THE_ROAD = 20_000;

const fewTickets = (stage: Stage, tickets: number) => stage.database(`bench_${tickets}`, { tickets, open: 'few', due: 0 });
/** Two open promises a ticket. */
const openPromises = (stage: Stage, open: number) => stage.database(`bench_open_${open}`, { tickets: open / 2, open: 'all', due: DUE });

/** The parts, by the names one picks them with. Another part is another line. */
const PARTS: Record<string, (stage: Stage) => Promise<Row[]> | Row[]> = {
  doors: () => doorsRows(root),
  pages: async (stage) => pagesRows({ urls: await fewTickets(stage, FEW), tickets: FEW }, { urls: await fewTickets(stage, MANY), tickets: MANY }),
  sweep: async (stage) => sweepRows(stage, await openPromises(stage, 10_000), await openPromises(stage, OPEN)),
  surveys: async (stage) => surveyRows(stage, await fewTickets(stage, FEW), isQuick ? 100_000 : 1_000_000),
  fuzz: () => fuzzRows(isQuick ? 2_000 : 100_000),
  kills: () => killsRows(isQuick ? 3 : 50),
  throughput: async (stage) => throughputRows(stage, await fewTickets(stage, ON_THE_ROAD), SECONDS),
  mixed: async (stage) => mixedRows(stage, await fewTickets(stage, ON_THE_ROAD), SECONDS),
};

const picked = taken.filter((one) => !one.startsWith('--'));
const unknown = picked.filter((one) => !(one in PARTS));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}

const NOTES = '## Notes';

process.chdir(root);
const stage = await openStage(taken.includes('--keep') ? path.join(root, '.data/bench') : null);
const rows: Row[] = [];
try {
  for (const [name, part] of Object.entries(PARTS)) {
    if (picked.length > 0 && !picked.includes(name)) continue;
    console.log(`${name} …`);
    rows.push(...(await part(stage)));
  }
} finally {
  await stage.close();
}

printTable(rows);
const machine = `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${MANY.toLocaleString('en')} tickets`;
const count = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length;
const last = `${count('held')} held, ${count('broken')} broken, ${count('not run')} not run`;
console.log(`\n${machine}\n${last}`);
if (taken.includes('--write')) {
  const file = path.join(root, 'docs/bench.md');
  // What was written by hand below the tables stays.
  const notes = fs.existsSync(file) ? (fs.readFileSync(file, 'utf8').split(NOTES)[1] ?? '') : '';
  fs.writeFileSync(file, `# What the house costs\n\n\`npm run bench\` on ${machine}. ${last}.\n\n${markdownOf(rows)}\n\n${NOTES}${notes || '\n'}`);
}
process.exit(count('broken') > 0 ? 1 : 0);
