// One lane of the browser's flows: every HUIYIN_LANE-th of them ("0/2": the first of two lanes), one after another.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FLOWS } from './flows.ts';
import { openStage, SHOTS } from './stage.ts';

const only = process.argv[2];
const [lane, lanes] = process.env.HUIYIN_LANE!.split('/').map(Number) as [number, number];
const mine = FLOWS.filter((one) => !only || one.title.includes(only)).filter((_, place) => place % lanes === lane);
const stage = await openStage(process.env.CHROMIUM ?? '/usr/bin/chromium');
/** What nobody waited for any more: the flow during which it went wrong has failed. */
let stray: unknown = null;
process.on('unhandledRejection', (error) => {
  stray ??= error;
});
let passed = 0;
let failed = 0;
for (const flow of mine) {
  const began = performance.now();
  stray = null;
  try {
    await stage.morning();
    await flow.walk(stage);
    if (stray) throw stray;
    passed += 1;
    console.log(`ok     ${flow.title} (${Math.round((performance.now() - began) / 1000)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${flow.title}\n       ${error instanceof Error ? error.message : error}`);
    for (const [index, context] of stage.browser.contexts().entries())
      for (const page of context.pages()) await page.screenshot({ path: path.join(SHOTS, `failed-${lane}-${index}.png`) }).catch(() => undefined);
  }
  // Phones left open go on asking; the next flow has phones of its own.
  for (const context of stage.browser.contexts()) await context.close();
}
await stage.close();
if (process.env.HUIYIN_BROWSER_RESULT) writeFileSync(process.env.HUIYIN_BROWSER_RESULT, JSON.stringify({ passed, failed }));
process.exit(failed > 0 ? 1 : 0);
