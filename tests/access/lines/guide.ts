import { sql } from 'drizzle-orm';
import { askAndUndo } from '../asking.ts';
import type { Cast } from '../cast.ts';
import { type Line, officeOf, single, stored } from '../line-kinds.ts';

async function entryOf(cast: Cast, letters: string): Promise<string> {
  const [row] = await cast.story.world.house.db.execute<{ id: string }>(
    sql`select g.entry_id as id from guide_versions g join offices o on o.id = g.office_id where o.letters = ${letters} order by g.entry_id limit 1`,
  );
  return row!.id;
}

const ESTATES = ['WT', 'HT'];
const TEXT = { section: 'functions', title: '乒乓球室', words: '三栋架空层' };

export const guideLines = {
  guide: ESTATES.map((letters) =>
    single(
      letters,
      async (cast, name) => askAndUndo(cast, name, 'GET', `/guide?officeId=${await officeOf(cast, letters)}`),
      // + with who wrote it, w where this asker may.
      ({ body }) =>
        `list${body.items.some((one: { byName: string | null }) => one.byName !== null) ? '+' : ''}${body.offices.some((one: { id: string; mayWrite: boolean }) => one.id === body.officeId && one.mayWrite) ? 'w' : ''}`,
    ),
  ),
  nearGuide: ESTATES.map((letters) =>
    single(
      letters,
      async (cast, name) => askAndUndo(cast, name, 'POST', '/guide/near', { officeId: await officeOf(cast, letters), words: '装修垃圾放哪里' }),
      ({ body }) => (body.items.length > 0 ? 'list' : '·'),
    ),
  ),
  guideEntry: ESTATES.map((letters) =>
    single(
      `one of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'GET', `/guide/${await entryOf(cast, letters)}`),
      ({ body }) => (body.versions.length > 0 ? 'all' : 'last'),
    ),
  ),
  addGuide: ESTATES.map((letters) =>
    single(letters, async (cast, name) => askAndUndo(cast, name, 'POST', '/guide', { officeId: await officeOf(cast, letters), ...TEXT }), stored),
  ),
  changeGuide: ESTATES.map((letters) =>
    single(
      `one of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'POST', `/guide/${await entryOf(cast, letters)}/change`, { version: 1, ...TEXT }),
      stored,
    ),
  ),
  withdrawGuide: ESTATES.map((letters) =>
    single(
      `one of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'POST', `/guide/${await entryOf(cast, letters)}/withdraw`, { version: 1 }),
      stored,
    ),
  ),
} satisfies Record<string, Line[]>;
