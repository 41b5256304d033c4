import { sql } from 'drizzle-orm';
import { connect } from '../../db/connect.ts';
import type { World } from './world.ts';

/** So many homes a building, so that a draw has parts to spread over. */
const HOMES_A_BUILDING = 50;

/** Builds so many more homes at an estate, in new buildings, each with a person of its own. @returns their names */
export async function addHouseholds(world: World, letters: string, most: number): Promise<string[]> {
  const { db, close } = connect(world.urls.owner, { max: 1 });
  const { newId } = world.house;
  const homes = Array.from({ length: most }, (_, index) => {
    const building = 20 + Math.floor(index / HOMES_A_BUILDING);
    const room = String(101 + (index % HOMES_A_BUILDING));
    return { home: newId(), person: newId(), residence: newId(), name: `住户${index + 1}`, building, room, label: `${building}栋1单元${room}` };
  });
  const given = sql`offices o, jsonb_to_recordset(${JSON.stringify(homes)}::jsonb) as l(home uuid, person uuid, residence uuid, name text, building int, room text, label text) where o.letters = ${letters}`;
  try {
    await db.execute(
      sql`insert into homes (id, office_id, building, unit, room, label, key_customer) select l.home, o.id, l.building, 1, l.room, l.label, false from ${given}`,
    );
    await db.execute(sql`insert into people (id, name) select l.person, l.name from ${given}`);
    await db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
      select l.residence, o.id, l.home, l.person, 'owner', ${world.now().toISOString()} from ${given}`);
    return homes.map(({ name }) => name);
  } finally {
    await close();
  }
}
