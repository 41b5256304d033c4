// Walks every flow in the compiled mini-program. HUIYIN_WEAPP_ADDRESS is the address compiled into it, HUIYIN_WEAPP_RESULT the file for the counts.
import { writeFileSync } from 'node:fs';
import prepareTemplate from '../support/global-setup.ts';
import { FLOWS } from './flows.ts';
import { openStage } from './stage.ts';

const only = process.argv[2];
const address = process.env.HUIYIN_WEAPP_ADDRESS;
if (!address) throw new Error('HUIYIN_WEAPP_ADDRESS is missing; npm test -- --weapp-only knows it');
await prepareTemplate();
let passed = 0;
let failed = 0;
let thrown: unknown;
process.on('unhandledRejection', (error) => {
  thrown ??= error;
});
for (const flow of FLOWS.filter((one) => !only || one.title.includes(only))) {
  const began = performance.now();
  thrown = undefined;
  const stage = await openStage(address);
  try {
    await flow.walk(stage);
    if (thrown) throw thrown;
    passed += 1;
    console.log(`ok     ${flow.title} (${Math.round((performance.now() - began) / 1000)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${flow.title}\n       ${error instanceof Error ? error.stack : error}`);
  }
  await stage.close();
}
if (process.env.HUIYIN_WEAPP_RESULT) writeFileSync(process.env.HUIYIN_WEAPP_RESULT, JSON.stringify({ passed, failed }));
console.log(`mini-program flows: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
