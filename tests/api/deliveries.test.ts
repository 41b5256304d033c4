import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { allows, DOOR, openidOf, PUMP, storyOfMessages, WANG, wechatReports, works } from '../support/messages.ts';

const { s, standIn, shown, phrases, outcomes, left, reads, later, ready, dispatched } = storyOfMessages();

describe('what WeChat answers', () => {
  test('no consent (43101) empties what was reckoned; nobody is refused anything', async () => {
    await ready(3);
    standIn.switchOff(openidOf(WANG));
    const ticket = await dispatched();
    expect([shown().length, await left(), await outcomes()]).toEqual([0, 0, ['no_consent']]);
    await s.technician('赵建国').arrives(ticket);
    await works(s);
    expect(await outcomes()).toEqual(['no_consent']);
    await allows(s, standIn, WANG, 'progress');
    expect(await left()).toBe(1);
    await s.agent('林晓芸').says(ticket, '师傅在路上');
    await works(s);
    expect(phrases()).toEqual(['有新留言']);
  });

  test('an answer lost on its way is never sent again', async () => {
    await ready(3);
    standIn.trouble('subscribe/send', 'lost', 1);
    await dispatched();
    for (let hours = 0; hours < 30; hours += 1) {
      later(60);
      await works(s);
    }
    expect([shown().length, await outcomes(), await left()]).toEqual([1, ['unknown'], 2]);
  });

  test.each(['gateway', -1, 45009] as const)('away for a day with %s: nobody is refused, and what still matters is told once', async (how) => {
    await ready(9);
    standIn.trouble('subscribe/send', how, Number.POSITIVE_INFINITY);
    const read = await dispatched();
    const finished = await s.resident(WANG).reports(DOOR);
    await s.agent('林晓芸').dispatches(finished, '孙磊');
    await s.technician('孙磊').arrives(finished);
    await reads();
    const waiting = await dispatched(DOOR);
    for (let hours = 0; hours < 24; hours += 1) {
      later(60);
      await works(s);
      if (hours === 3) await s.technician('孙磊').finishes(finished);
    }
    expect(shown()).toEqual([]);
    standIn.trouble('subscribe/send', how, 0);
    for (let hours = 0; hours < 3; hours += 1) {
      later(60);
      await works(s);
    }
    expect(
      shown()
        .map((one) => [one.fields.phrase2, one.page.slice(-36)])
        .sort(),
    ).toEqual(
      [
        ['有新进展', waiting.id],
        ['等您确认', finished.id],
      ].sort(),
    );
    expect(shown().map((one) => one.page)).not.toContain(`tickets/detail/index?id=${read.id}`);
    later(600);
    await works(s);
    expect(shown()).toHaveLength(2);
    if (how !== 'gateway') expect(wechatReports.length).toBeGreaterThan(0);
  });

  test('a worker that dies between sending and saying so tells nobody twice', async () => {
    await ready(3);
    const { house } = s.world;
    const alive = house.wechat!;
    house.wechat = {
      ...alive,
      send: async (message) => {
        await alive.send(message);
        throw new Error('killed');
      },
    };
    await dispatched();
    expect(s.world.reports.splice(0)).toHaveLength(1);
    expect([shown().length, await outcomes()]).toEqual([1, ['sending']]);
    house.wechat = alive;
    for (let tries = 0; tries < 5; tries += 1) {
      later(10);
      await works(s);
    }
    expect([shown().length, await outcomes()]).toEqual([1, ['unknown']]);
  });

  test('two workers at one line send it once', async () => {
    await ready(3);
    const ticket = await s.resident(WANG).reports(PUMP);
    await works(s);
    s.world.house.later = () => {};
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const { tell } = await import('../../api/messages/tell.ts');
    const { workOutbox } = await import('../../api/outbox/worker.ts');
    // One batch: the event is told to the inbox, and the message waits.
    await workOutbox(s.world.house, () => false);
    expect(shown()).toHaveLength(0);
    const [job] = await s.world.house.db.execute<{ id: string; office_id: string; payload: never }>(
      sql`select * from outbox where job = 'tell' and payload->>'to' = 'resident' and done_at is null`,
    );
    const again = { id: job!.id, officeId: job!.office_id, job: 'tell', payload: job!.payload, attempts: 1 };
    await Promise.all([1, 2, 3].map(() => tell(s.world.house, again, { kind: 'system', reason: 'outbox' })));
    expect([shown().length, await left()]).toEqual([1, 2]);
    await works(s);
    expect(shown()).toHaveLength(1);
  });
});
