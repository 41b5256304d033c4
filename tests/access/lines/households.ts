import { sql } from 'drizzle-orm';
import { askAndUndo, personOf } from '../asking.ts';
import type { Cast } from '../cast.ts';
import { type Line, single, stored } from '../line-kinds.ts';

const HOMES = ['3栋2单元502', '6栋1单元902', '2栋3单元402'] as const;
/** Who of each home is spoken of: nobody who works here, but for the last. */
const WHO: Record<(typeof HOMES)[number], string> = { '3栋2单元502': '李德明', '6栋1单元902': '许若琳', '2栋3单元402': '何静' };
const TODAY = '2026-03-06';

const stayOf = async (cast: Cast, home: (typeof HOMES)[number]) => {
  const [row] = await cast.story.world.house.db.execute<{ id: string }>(
    sql`select r.id from residences r where r.home_id = ${await cast.story.homeId(home)} and r.person_id = ${await personOf(cast, WHO[home])} and r.until_at is null`,
  );
  return row!.id;
};

const posts = (path: string, body: (cast: Cast, home: (typeof HOMES)[number]) => unknown): Line[] =>
  HOMES.map((home) =>
    single(
      home,
      async (cast, name) => askAndUndo(cast, name, 'POST', path.replace('{id}', await cast.story.homeId(home)), await body(cast, home)),
      stored,
    ),
  );

const reads = (path: string, cell: Parameters<typeof single>[2]): Line[] =>
  HOMES.map((home) => single(home, async (cast, name) => askAndUndo(cast, name, 'GET', path.replace('{id}', await cast.story.homeId(home))), cell));

export const householdLines = {
  households: HOMES.map((home) =>
    single(
      home,
      (cast, name) => askAndUndo(cast, name, 'GET', `/households?q=${encodeURIComponent(home)}`),
      ({ body }) => (body.items.length > 0 ? 'in' : '·'),
    ),
  ),
  household: reads('/households/{id}', ({ body }) => `in${body.mayEnter ? '+' : ''}${body.mayKey ? 'k' : ''}`),
  addResident: posts('/households/{id}/residents', () => ({ name: '新来的人', phone: '13900000021', as: 'occupant', from: TODAY })),
  moveOut: posts('/households/{id}/move-out', async (cast, home) => ({ stayId: await stayOf(cast, home), on: TODAY })),
  correctNumber: posts('/households/{id}/number', async (cast, home) => ({
    personId: await personOf(cast, WHO[home]),
    phone: '13900000022',
    proof: 'papers',
    words: '看过证件',
  })),
  setKey: posts('/households/{id}/key', async (cast, home) => {
    const [row] = await cast.story.world.house.db.execute<{ key: boolean }>(
      sql`select key_customer as key from homes where id = ${await cast.story.homeId(home)}`,
    );
    return { key: !row!.key, words: '定一下' };
  }),
  setHolder: posts('/households/{id}/holder', () => ({ organisation: '某某公司' })),
  revealResident: posts('/households/{id}/reveal', async (cast, home) => ({ personId: await personOf(cast, WHO[home]), reason: 'details' })),
  ownHome: reads('/own-homes/{id}', ({ body }) => `${body.residents.length}${body.mayInvite ? '+' : ''}`),
  inviteFamily: posts('/own-homes/{id}/invite', () => ({ name: '家里人', phone: '13900000023' })),
  withdrawFamily: posts('/own-homes/{id}/withdraw', () => ({ invitationId: '00000000-0000-7000-8000-000000000000' })),
  sendOff: posts('/own-homes/{id}/send-off', async (cast, home) => ({ stayId: await stayOf(cast, home) })),
  joinHome: [single('', (cast, name) => askAndUndo(cast, name, 'POST', '/own-homes/join', { invitation: '0'.repeat(26) }), stored)],
  ownRecord: [
    single(
      'of oneself',
      (cast, name) => askAndUndo(cast, name, 'GET', '/own-record'),
      ({ body }) => `${body.tickets}`,
    ),
  ],
  forgetMe: [single('of oneself', (cast, name) => askAndUndo(cast, name, 'POST', '/own-record/forget', {}), stored)],
} satisfies Record<string, Line[]>;
