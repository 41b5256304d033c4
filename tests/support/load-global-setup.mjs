// Jest imports its global setup with plain Node, which cannot read TypeScript.
import { tsImport } from 'tsx/esm/api';

export default async function loadGlobalSetup(...args) {
  if (!process.env.HUIYIN_TEST_ADMIN_URL) return; // `npm run check`: laws that need no database
  const { default: setup } = await tsImport('./global-setup.ts', import.meta.url);
  return await setup(...args);
}
