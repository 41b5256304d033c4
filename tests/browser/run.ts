// Drives every flow in a real browser. CHROMIUM names the browser; HUIYIN_BROWSER_RESULT the file for the counts.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import prepareTemplate from '../support/global-setup.ts';
import { FLOWS } from './flows.ts';
import { openStage, SHOTS } from './stage.ts';

const only = process.argv[2];
await prepareTemplate();
const stage = await openStage(process.env.CHROMIUM ?? '/usr/bin/chromium');
/** What nobody waited for any more: the flow during which it went wrong has failed. */
let stray: unknown = null;
process.on('unhandledRejection', (error) => {
  stray ??= error;
});
let passed = 0;
let failed = 0;
for (const flow of FLOWS.filter((one) => !only || one.title.includes(only))) {
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
      for (const page of context.pages()) await page.screenshot({ path: path.join(SHOTS, `failed-${index}.png`) }).catch(() => undefined);
  }
}
await stage.close();
if (process.env.HUIYIN_BROWSER_RESULT) writeFileSync(process.env.HUIYIN_BROWSER_RESULT, JSON.stringify({ passed, failed }));
console.log(`browser flows: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
