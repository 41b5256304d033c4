import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { maskNumber, openNumbers } from '../../api/identity/numbers.ts';
import { openTokens } from '../../api/identity/tokens.ts';
import { drawNumber } from '../../db/queries/counters.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { seriesOf, ticketNumber } from '../../shared/tickets/kinds.ts';
import { openWorld, SECRETS } from '../support/world.ts';

const SOMEBODY = '01a15fdd-063a-7593-ab3f-2ad78571ebf4';
const ANOTHER = '01a15fdd-063a-7593-ab3f-2ad95866709d';

describe('tokens keep their contract', () => {
  let now = shanghaiTime('2026-03-02 09:00');
  const clock = () => now;

  test('say who signed in and when, until their life is over; a foreign or broken one says nothing', async () => {
    const tokens = await openTokens(SECRETS.TOKEN_SECRET, clock, 120);
    const token = await tokens.sign(SOMEBODY);
    expect(await tokens.verify(token)).toEqual({ personId: SOMEBODY, issuedAt: now });
    now = shanghaiTime('2026-03-02 10:59');
    expect(await tokens.verify(token)).not.toBeNull();
    now = shanghaiTime('2026-03-02 11:00');
    expect(await tokens.verify(token)).toBeNull();
    now = shanghaiTime('2026-03-02 09:00');
    const foreign = await openTokens(SECRETS.CRON_SECRET, clock, 120);
    expect(await tokens.verify(await foreign.sign(SOMEBODY))).toBeNull();
    const [, payload] = token.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    for (const broken of ['', 'x', none, token.slice(0, -2), await tokens.sign('not-an-id')]) expect(await tokens.verify(broken)).toBeNull();
  });
});

describe('phone numbers keep their contract', () => {
  const numbers = openNumbers(SECRETS.NUMBER_KEY, SECRETS.NUMBER_INDEX_KEY);

  test('open for their own person only, never look the same twice, and are found by their index', () => {
    const sealed = numbers.seal('13800006000', SOMEBODY);
    const again = numbers.seal('13800006000', SOMEBODY);
    expect(numbers.open(sealed.phoneCipher, SOMEBODY)).toBe('13800006000');
    expect(numbers.open(sealed.phoneCipher, ANOTHER)).toBeNull();
    expect(numbers.open(`${sealed.phoneCipher.slice(0, -4)}AAA=`, SOMEBODY)).toBeNull();
    expect(again.phoneCipher).not.toBe(sealed.phoneCipher);
    expect(again.phoneIndex).toBe(sealed.phoneIndex);
    expect(JSON.stringify(sealed)).not.toContain('13800006000');
    expect(openNumbers(SECRETS.NUMBER_INDEX_KEY, SECRETS.NUMBER_INDEX_KEY).open(sealed.phoneCipher, SOMEBODY)).toBeNull();
  });

  test('are shown by their last four', () => {
    expect(maskNumber('6000')).toBe('1** **** 6000');
    expect(maskNumber(null)).toBe('没有登记号码');
  });
});

describe('numbering keeps its contract', () => {
  test('a series is estate, kind and day in Shanghai; the running part grows past three digits', () => {
    expect(seriesOf('WT', 'repair', shanghaiTime('2026-11-21 00:00'))).toBe('WT-BX-261121');
    expect(seriesOf('WT', 'repair', shanghaiTime('2026-11-20 23:59'))).toBe('WT-BX-261120');
    expect([ticketNumber('WT-BX-261121', 7), ticketNumber('WT-BX-261121', 1000)]).toEqual(['WT-BX-261121-007', 'WT-BX-261121-1000']);
  });

  test('twenty at once are twenty different numbers; another series begins at one', async () => {
    const world = await openWorld();
    try {
      const [office] = await world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
      const drawn = await Promise.all(Array.from({ length: 20 }, () => drawNumber(world.house.db, office!.id, 'WT-BX-261121')));
      expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await drawNumber(world.house.db, office!.id, 'WT-BX-261122')).toBe(1);
    } finally {
      await world.close();
    }
  });
});
