import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach } from '../support/api-story.ts';
import { expectReplayed } from '../support/replay.ts';
import type { Told } from '../support/story.ts';

const s = storyOfEach();
let ticket: Told;
beforeEach(async () => {
  ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
  s.at('2026-03-02 11:01');
  await s.looksAfter();
});

test('the ledger rebuilt from the events is the one that stands', async () => {
  expect(await expectReplayed(s.world)).toBe(1);
});

test('and a promise moved by hand is found', async () => {
  for (const tampering of [
    sql`update promises set due_by = due_by + interval '1 minute' where what = 'repaired'`,
    sql`update promises set next_look_at = null where what = 'on_site'`,
    sql`update tickets set status = 'closed'`,
    sql`update tickets set next_due_by = null`,
  ]) {
    await expect(
      s.world.house.db.transaction(async (tx) => {
        await tx.execute(tampering);
        await expectReplayed({ ...s.world, house: { ...s.world.house, db: tx as never } });
      }),
    ).rejects.toThrow();
  }
  await expectReplayed(s.world);
});

test('a new setting touches nothing open: figures are frozen when a promise is made', async () => {
  await s.world.house.db.execute(
    sql`insert into settings (id, office_id, key, value, from_at, set_at) select ${s.world.house.newId()}, office_id, 'urgentDispatchMinutes', '30', '2026-03-02T03:01:00Z', '2026-03-02T03:01:00Z' from tickets`,
  );
  expect((await s.promises(ticket)).find((one) => one.what === 'dispatched')?.dueBy).toBe('2026-03-02 09:15');
  s.at('2026-03-02 11:02');
  const later = await s.resident('王秀兰').reports({ category: 'power' });
  expect((await s.promises(later)).find((one) => one.what === 'dispatched')?.dueBy).toBe('2026-03-02 11:32');
  await expectReplayed(s.world);
});

test('an estate’s own figure comes before the head office’s, and that before the catalogue’s', async () => {
  const set = (letters: string, value: number) =>
    s.world.house.db.execute(
      sql`insert into settings (id, office_id, key, value, from_at, set_at) select ${s.world.house.newId()}, id, 'urgentDispatchMinutes', ${String(value)}::jsonb, ${s.world.now().toISOString()}, ${s.world.now().toISOString()} from offices where letters = ${letters}`,
    );
  const due = async () =>
    (await s.promises(await s.resident('王秀兰').reports({ category: 'power' }))).find((one) => one.what === 'dispatched')?.dueBy;
  await set('ZB', 20);
  expect(await due()).toBe('2026-03-02 11:21');
  // What was promised before stays as it was promised.
  s.at('2026-03-02 11:02');
  await set('WT', 10);
  expect(await due()).toBe('2026-03-02 11:12');
});
