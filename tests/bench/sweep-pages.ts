// Pages a sweep of the same thousand due promises touches among few and among many open ones.
import { sweep } from '../../api/ledger/sweep.ts';
import { explain, openExplainer } from './explain.ts';
import { openWatchedHouse } from './house.ts';
import type { Stage, Urls } from './stage.ts';
import type { Row } from './table.ts';

const TOLERANCE = 0.1;
export const DUE = 1000;

/** Sweeps one copy to see what is sent, and explains just that on another. */
async function countSweep(stage: Stage, urls: Urls): Promise<{ pages: number; statements: number; steps: number }> {
  const swept = await stage.copy(urls, `${urls.name}_swept`);
  const { house, sent } = await openWatchedHouse(swept.app);
  const taken = await sweep(house);
  await house.close();
  const statements = sent();
  await stage.drop(swept);

  const explained = await stage.copy(urls, `${urls.name}_explained`);
  const sql = openExplainer(explained.app);
  let pages = 0;
  for (const statement of statements) pages += (await explain(sql, statement)).pages.executing;
  await sql.end();
  await stage.drop(explained);
  return { pages, statements: statements.length, steps: taken.length };
}

export async function sweepRows(stage: Stage, few: Urls, many: Urls): Promise<Row[]> {
  const a = await countSweep(stage, few);
  const again = await countSweep(stage, few);
  const b = await countSweep(stage, many);
  const more = b.pages / a.pages - 1;
  const steps = a.steps === DUE && b.steps === DUE;
  return [
    {
      part: 'sweep',
      what: `${DUE} due promises, pages`,
      figures: { few: a.pages, many: b.pages, more: `${(more * 100).toFixed(1)} %`, statements: b.statements, steps: b.steps },
      verdict: steps && Math.abs(more) <= TOLERANCE ? 'held' : 'broken',
      why: steps ? '± 10 %' : `${DUE} steps were due`,
    },
    {
      part: 'sweep',
      what: 'A/A: few, twice',
      figures: { few: a.pages, many: again.pages, more: `${((again.pages / a.pages - 1) * 100).toFixed(1)} %` },
      verdict: 'shown',
      why: '',
    },
  ];
}
