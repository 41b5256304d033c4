import { describe, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { mount } from '../../api/app.ts';
import { answerRefusal } from '../../api/http/answer.ts';
import { insertPhoto } from '../../db/queries/photos.ts';
import { API } from '../../shared/contract/index.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Shot } from '../support/arbitraries.ts';
import { HANDLERS } from '../support/handlers.ts';
import { fire, fuzz, openTarget, type Target } from './fuzz.ts';

// FUZZ_REQUESTS=100000 npm test -- tests/fuzz: that many, with a new seed, which a failure names; FUZZ_SEED plays one again.
const COUNT = Number(process.env.FUZZ_REQUESTS ?? 2_000);
const SEED = Number(process.env.FUZZ_SEED ?? (process.env.FUZZ_REQUESTS ? Math.floor(Math.random() * 2 ** 30) : 20_260_321));

describe('whatever is thrown at the door', () => {
  test(`${COUNT} requests, seed ${SEED}: no bug, every refusal says what to do and stores nothing, every accepted word is kept as written`, async () => {
    const began = performance.now();
    const survey = process.env.FUZZ_SURVEY ? new Map<string, Shot>() : undefined;
    const tally = await fuzz(COUNT, SEED, openTarget, survey);
    for (const [fault, shot] of survey ?? []) console.log(`${fault}\n${JSON.stringify(shot).slice(0, 700)}`);
    const lines = [...tally].sort(([, a], [, b]) => b - a);
    if (process.env.FUZZ_TALLY) console.log(`${Math.round(performance.now() - began)} ms\n${lines.map(([line, n]) => `${n} ${line}`).join('\n')}`);
    const accepted = lines.filter(([line]) => line.includes(' 200 '));
    const share = accepted.reduce((sum, [, n]) => sum + n, 0) / COUNT;
    // Of so many routes most ask for what only few people may do.
    expect(share).toBeGreaterThan(0.08);
    for (const route of Object.keys(API)) expect(lines.some(([line]) => line.startsWith(`${route} `))).toBe(true);
    expect(new Set(lines.map(([line]) => line.split(' ')[2])).size).toBeGreaterThan(8);
  }, 3_600_000);
});

describe('the fuzz finds', () => {
  const withPlanted = (planted: (target: Target) => Partial<typeof HANDLERS>) => async () => {
    const target = await openTarget();
    const { house } = target.story.world;
    const app = new Hono();
    app.onError((error) => answerRefusal(house, error));
    mount(app, house, API, { ...HANDLERS, ...planted(target) });
    app.all('/api/*', () => {
      throw new Problem('request/unknown-route');
    });
    return { ...target, app };
  };

  test('a handler that throws', async () => {
    const open = withPlanted(() => ({
      say: async () => {
        throw new TypeError('planted');
      },
    }));
    await expect(fuzz(4_000, SEED, open)).rejects.toThrow(/FUZZ_SEED=\d+[\s\S]*answered 500/);
  });

  test('a handler that stores before it refuses', async () => {
    const open = withPlanted(({ story, pool }) => ({
      call: async (ctx) => {
        const [ticket] = await story.world.house.db.execute<{ office_id: string }>(`select office_id from tickets where id = '${pool.tickets[0]}'`);
        const photo = {
          id: ctx.newId(),
          officeId: ticket!.office_id,
          subject: { of: 'ticket' as const, id: pool.tickets[0]! },
          round: 9,
          purpose: 'report' as const,
          type: 'x',
          bytes: 1,
          storageKey: 'x',
        };
        await insertPhoto(ctx.db, ctx.viewer, photo, { max: 9, of: 'all' }, ctx.clock());
        throw new Problem('ticket/not-yours');
      },
    }));
    await expect(fuzz(1_500, SEED, open)).rejects.toThrow(/refused, and yet: insert photos/);
  });

  test('a refusal in English, and one that names no field', async () => {
    const open = withPlanted(() => ({
      visit: async () => {
        throw new Problem('request/invalid', undefined, [{ field: '', message: 'Invalid input' }]);
      },
    }));
    await expect(fuzz(1_500, SEED, open)).rejects.toThrow(/names an empty field[\s\S]*says “Invalid input”/);
  });

  test('words that are kept otherwise than they were said', async () => {
    const other = <I extends { words: string }>(input: I): I => ({ ...input, words: `${input.words}。` });
    const open = withPlanted(() => ({
      report: (ctx, input) => HANDLERS.report(ctx, other(input)),
      say: (ctx, input) => HANDLERS.say(ctx, other(input)),
      note: (ctx, input) => HANDLERS.note(ctx, other(input)),
      call: (ctx, input) => HANDLERS.call(ctx, other(input)),
      reopen: (ctx, input) => HANDLERS.reopen(ctx, other(input)),
      change: (ctx, input) => HANDLERS.change(ctx, other(input)),
      checkDefect: (ctx, input) => HANDLERS.checkDefect(ctx, other(input)),
      flag: (ctx, input) => HANDLERS.flag(ctx, other(input)),
    }));
    await expect(fuzz(12_000, SEED, open)).rejects.toThrow(/was kept as/);
  }, 180_000);

  test('an entry from outside that is kept otherwise than it was written, and nothing wrong with one that is not', async () => {
    const shot = {
      route: 'noteExchange',
      who: '林晓芸',
      method: 'POST',
      target: '/exchanges',
      headers: [
        ['content-type', 'application/json'],
        ['idempotency-key', 'tap-of-an-entry'],
      ],
      body: JSON.stringify({ kind: 'law', receivedAt: '2026-03-02T01:00:00.000Z', source: '街道', title: '新规', words: '街道发的\u0007新规' }),
    } as Shot;
    const faultsAt = async (open: () => Promise<Target>) => {
      const target = await open();
      return (await fire(target, shot).finally(() => target.story.close())).faults;
    };
    expect(await faultsAt(openTarget)).toEqual([]);
    const other = withPlanted(() => ({ noteExchange: (ctx, input) => HANDLERS.noteExchange(ctx, { ...input, words: '别的' }) }));
    expect(await faultsAt(other)).toEqual(['"街道发的新规" was kept as ["别的",""]']);
  }, 60_000);
});
