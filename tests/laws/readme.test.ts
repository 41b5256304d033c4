import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const PAGES = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'docs/deploy-china.md', 'docs/deploy-vercel.md', 'docs/environment.md'];
const ROOMS = ['api', 'db', 'docs', 'host', 'miniapp', 'scripts', 'shared', 'tests'];

/** The files and folders of this house that a page names between backticks, where they are none. */
function deadPaths(text: string): string[] {
  const named = [...text.matchAll(/`([a-z]+\/[\w./-]*\w\/?)`/g)].map((match) => match[1]!);
  return named.filter((path) => ROOMS.includes(path.split('/')[0]!) && !existsSync(path));
}

test('every path a page names is there', () => {
  const all = PAGES.map((page) => readFileSync(page, 'utf8'));
  for (const [index, text] of all.entries()) expect([PAGES[index], deadPaths(text)]).toEqual([PAGES[index], []]);
  expect(all.join('').match(/`shared\/[\w./-]+`/g)?.length).toBeGreaterThan(5);
  expect(deadPaths('its words (`shared/tickets/words.ts`), `api/app.ts`, `npm run check`')).toEqual(['shared/tickets/words.ts']);
});
