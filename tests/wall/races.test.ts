import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import type { Database } from '../../db/connect.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();

/** Asks as somebody whose name falls between the moment the house read who they are and the moment it reads anything else. */
async function askedWhileNamed(name: string, method: string, path: string, body: object | null, names: () => Promise<void>): Promise<number> {
  const { house } = s.world;
  const token = await house.tokens.sign(await s.personId(name));
  let statements = 0;
  const afterTheFirst = async () => {
    statements += 1;
    if (statements === 2) await names();
  };
  const db = new Proxy(house.db, {
    get: (target, key) => {
      if (key !== 'execute' && key !== 'transaction') return target[key as keyof Database];
      return async (given: never) => {
        await afterTheFirst();
        return (target[key] as (work: never) => unknown)(given);
      };
    },
  });
  const app = createApp({ ...house, db, later: () => {} });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'once-and-no-more' };
  const answer = await app.fetch(new Request(`http://house/api${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }));
  expect(statements).toBeGreaterThan(1);
  return answer.status;
}

const writtenBy = async (name: string, { id }: Told) => {
  const who = await s.personId(name);
  return s.count(sql`select (select count(*) from contacts where ticket_id = ${id} and author_id = ${who}) + (select count(*) from reads where ticket_id = ${id} and person_id = ${who})
    + (select count(*) from reveals where ticket_id = ${id} and by_id = ${who}) + (select count(*) from presences where ticket_id = ${id} and person_id = ${who})
    + (select count(*) from events where subject = ${id} and by_id = ${who}) as n`);
};

const DEEDS: Record<string, object | null> = {
  say: { words: '您好' },
  note: { words: '看一眼' },
  look: { readTo: null },
  reveal: { reason: 'details', words: '' },
  '': null,
};

// 何静 is complained about; 林晓芸 is not, but it leaves the office they both work at.
for (const [name, about] of [
  ['何静', { accused: ['何静'] }],
  ['林晓芸', { against: ['director'] }],
] as const)
  for (const [deed, body] of Object.entries(DEEDS))
    test(`${name} ${deed || 'opens it'} at the moment the wall closes: not found, and nothing of theirs is written (C3)`, async () => {
      const ticket = await s.resident('王秀兰').complains({});
      const close = () => s.resident('王秀兰').points(ticket, { ...about });
      const path = `/tickets/${ticket.id}${deed ? `/${deed}` : ''}`;
      expect(await askedWhileNamed(name, body ? 'POST' : 'GET', path, body, close)).toBe(404);
      expect(await writtenBy(name, ticket)).toBe(0);
    });

test('named and speaking at once, again and again: whoever is named says nothing after it (C3)', async () => {
  for (let round = 0; round < 6; round += 1) {
    const ticket = await s.resident('王秀兰').complains({});
    const [named, said] = await Promise.allSettled([
      s.resident('王秀兰').points(ticket, { accused: ['何静'] }),
      s.person('何静').says(ticket, '您好，什么事'),
      s.person('何静').notes(ticket, '看一眼'),
    ]);
    expect(named.status).toBe('fulfilled');
    if (said.status === 'rejected') expect(['seen/not-found', 'ticket/busy']).toContain((said.reason as { code: string }).code);
    const who = await s.personId('何静');
    expect(
      await s.count(sql`select count(*) as n from events e where e.subject = ${ticket.id} and e.by_id = ${who}
        and e.seq > (select w.seq from events w where w.subject = e.subject and w.did = 'walled')`),
    ).toBe(0);
    expect(await refusal(s.person('何静').notes(ticket, '再看一眼'))).toBe('seen/not-found');
  }
});

test('an agent’s tap that was sent twice, against the director: one complaint, its number twice, and no sight of it (C3)', async () => {
  const api = await s.client('林晓芸');
  const [home] = (await api.intakeHomes({ q: '3栋2单元502' })).items;
  const tap = () =>
    api.takeComplaint(
      {
        homeId: home!.id,
        words: '主任不接电话',
        door: 'office',
        against: ['director'],
        compensation: false,
        danger: false,
        media: false,
        accused: [],
        personId: home!.residents[0]!.id,
        channel: 'hotline_complaints',
      },
      { key: 'one-and-the-same-tap' },
    );
  const done = [...(await Promise.all([tap(), tap()])), await tap()];
  expect(new Set(done.map((one) => one.number)).size).toBe(1);
  expect(await s.count(sql`select count(*) as n from tickets`)).toBe(1);
  expect(await refusal(api.ticket({ id: done[0]!.id }))).toBe('seen/not-found');
  expect((await api.workbench({})).items).toEqual([]);
});

test('leadership reads who had opened it, seen the number or taken it out before, of those it is shut to now, and nobody else does (C3)', async () => {
  const ticket = await s.resident('王秀兰').complains({});
  const officeId = await s.officeId('WT');
  const span = { officeId, from: '2026-02-28T16:00:00.000Z', until: '2026-03-31T16:00:00.000Z' };
  const open = async (name: string) => {
    const api = await s.client(name);
    const { thread } = await api.ticket({ id: ticket.id });
    await api.look({ id: ticket.id, readTo: thread.at(-1)!.id });
  };
  await open('何静');
  await open('陈立');
  await (await s.client('林晓芸')).reveal({ id: ticket.id, reason: 'details', words: '' });
  await (await s.client('郑涛')).exportRegister({ register: 'contacts', ...span });
  // In it there is nothing of the complaint.
  await (await s.client('周敏')).exportRegister({ register: 'household_repairs', ...span });
  const seenBy = async (name: string) => (await s.detail(name, ticket)).complaint!.seenBy.map((one) => [one.name, one.how]);
  expect(await seenBy('曾勇')).toEqual([]);
  await s.resident('王秀兰').points(ticket, { accused: ['何静'] });
  expect(await seenBy('曾勇')).toEqual([['何静', '打开过，看到那时为止']]);
  await s.resident('王秀兰').points(ticket, { against: ['director'] });
  const all = await seenBy('曾勇');
  expect([...all].sort()).toEqual(
    [
      ['何静', '打开过，看到那时为止'],
      ['林晓芸', '看过号码'],
      ['郑涛', '导出过登记'],
      ['陈立', '打开过，看到那时为止'],
    ].sort(),
  );
  expect(await seenBy('吴桐')).toEqual([]);
  expect(await seenBy('王秀兰')).toEqual([]);
});

test('whom it is walled from is as good as absent: the call after it climbs to the director’s queue (V8, C3)', async () => {
  const ticket = await s.resident('王秀兰').complains({ against: ['agent', 'head'] });
  await s.person('郑涛').formallyReplies(ticket);
  const numbers = async (name: string) => (await (await s.client(name)).visits({})).items.map((one) => one.number);
  expect(await numbers('林晓芸')).toEqual([]);
  expect(await numbers('周敏')).toEqual([]);
  expect(await numbers('郑涛')).toEqual([ticket.number]);
  await s.person('郑涛').returns(ticket, '问过解决了没有', '满意');
  expect(await numbers('郑涛')).toEqual([]);
});
