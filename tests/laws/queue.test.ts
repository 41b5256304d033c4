import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PROBLEMS, Problem, type ProblemCode } from '../../shared/kernel/problem.ts';
import {
  afterShot,
  afterWords,
  bodyWith,
  fateOf,
  Held,
  heldStanding,
  inOrder,
  isOver,
  isUnreached,
  mayHaveArrived,
  nextShot,
  nextUp,
  readHeld,
  salvage,
} from '../../shared/queue/queue.ts';

const NOW = new Date('2026-03-02T09:00:00+08:00');
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const DAY_SECONDS = 24 * 3600;
const WANG = 'wang';
const shot = (key: string) => ({ key, name: key, bytes: 10, type: 'image/jpeg' as const });

let drawn = 0;
function said(part: Partial<Held> = {}): Held {
  drawn += 1;
  const key = part.key ?? `key-${String(drawn).padStart(6, '0')}`;
  const base = { key, order: drawn, personId: WANG, act: 'say', subject: 'a', title: '水管爆裂', words: '在漏', body: {}, shots: [] };
  return Held.parse({ ...base, saidAt: NOW.toISOString(), ...part });
}
const ARRIVED = { id: 'ticket', number: 'WT-BX-260302-001', at: NOW.toISOString() };
const UNREACHED = new Problem('server/unreachable');

test('photos that go before a message are named in it, behind those that were there when it was said', () => {
  expect(bodyWith(said({ body: { id: 'a', words: '看' }, shots: [shot('p')], shotsFirst: true }), ['new'])).toEqual({
    id: 'a',
    words: '看',
    photoIds: ['new'],
  });
  expect(bodyWith(said({ body: { photoIds: ['there'] } }), ['one', 'two']).photoIds).toEqual(['there', 'one', 'two']);
});

describe('what goes next', () => {
  const [first, second, other, photos] = [
    said({ words: '一' }),
    said({ words: '二' }),
    said({ subject: 'b' }),
    said({ subject: 'c', order: 0, arrived: ARRIVED, shots: [shot('p')] }),
  ];
  const round = said({ act: 'recordRound', subject: 'duty', words: '里面没有' });
  const slip = said({ act: 'giveErrand', subject: 'slip', words: '地下室灯坏了' });
  const refused = { code: 'ticket/action-refused', title: '这一件刚才有了变化', errors: [] };
  const later = at(60).toISOString();
  // biome-ignore format: a table reads best as one
  const ROWS: [what: string, all: Held[], next: Held | null, hurry?: boolean][] = [
    ['nothing said',                                     [],                                                             null],
    ['the first said goes first, however they lie',      [second, first],                                                first],
    ['words go before photos said earlier',              [photos, first],                                                first],
    ['photos go when no words wait',                     [photos],                                                       photos],
    ['one that rests holds up its own subject only',     [{ ...first, restUntil: later }, second, other],                other],
    ['and all of its own subject',                       [{ ...first, restUntil: later }, second],                       null],
    ['a tap ends our own rest',                          [{ ...first, restUntil: later }, second],                       { ...first, restUntil: later }, true],
    ['a tap does not end the server’s Retry-After',      [{ ...first, notBefore: later }, second],                       null, true],
    ['a rest that is over is over on the dot',           [{ ...first, restUntil: NOW.toISOString() }],                   { ...first, restUntil: NOW.toISOString() }],
    ['one refused holds nothing up',                     [{ ...first, refused }, second],                                second],
    ['one refused never goes by itself, tap or not',     [{ ...first, refused }],                                        null, true],
    ['one sent never goes again',                        [{ ...first, arrived: ARRIVED }],                               null, true],
    ['another person’s never goes',                      [said({ personId: 'li' })],                                     null, true],
    ['another person’s holds nothing up',                [said({ personId: 'li', order: -1, restUntil: later }), first], first],
    ['one as old as the key goes no more, tap or not',   [said({ saidAt: at(-7 * DAY_SECONDS).toISOString() })],         null, true],
    ['nor in the key’s last hour',                       [said({ saidAt: at(-7 * DAY_SECONDS + 3600).toISOString() })],  null],
    ['nor from a day that has not come',                 [said({ saidAt: at(30 * DAY_SECONDS).toISOString() })],         null],
    ['a duty’s record that rests holds up no slip',      [{ ...round, restUntil: later }, slip],                         slip],
    ['a slip that rests holds up no other',              [{ ...slip, restUntil: later }, said({ act: 'giveErrand', subject: 'slip-2', order: slip.order - 1, restUntil: later }), round], round],
    ['a duty is put down once, however often tapped',    [{ ...round, arrived: ARRIVED }],                               null, true],
    ['one too old holds nothing up',                     [said({ order: 0, saidAt: at(-8 * DAY_SECONDS).toISOString() }), first], first],
  ];
  test.each(ROWS)('%s', (_, all, next, hurry = false) => {
    expect(nextUp(all, WANG, NOW, () => hurry)).toEqual(next);
  });

  test('just before the key’s last hour it still goes', () => {
    const old = said({ saidAt: at(-7 * DAY_SECONDS + 3601).toISOString() });
    expect(nextUp([old], WANG, NOW)).toEqual(old);
    expect(heldStanding(old, NOW)).toBe('waiting');
    expect(heldStanding(old, at(1))).toBe('stale');
  });
});

describe('what an answer means', () => {
  test('each refusal there is: tried again, signed in for, or told; never lost', () => {
    const again = ['request/too-many', 'wechat/away', 'wechat/too-often', 'ticket/busy', 'storage/unavailable', 'server/unreachable', 'server/bug'];
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      const problem = new Problem(code);
      const fate = problem.status === 401 ? 'sign-in' : again.includes(code) ? 'again' : 'refused';
      if (problem.status < 500 && problem.status !== 429) expect(again).not.toContain(code);
      expect([code, fateOf(problem)]).toEqual([code, problem.status >= 500 ? 'again' : fate]);
      const after = afterWords(said(), problem, NOW);
      expect(after.words).toBe('在漏');
      expect(heldStanding(after, NOW)).toBe(fateOf(problem) === 'refused' ? 'refused' : 'waiting');
    }
  });

  test('arrived: it has its number; with photos it stays for them, without it is over once told or a day later', () => {
    const done = afterWords(said(), ARRIVED, NOW);
    expect([heldStanding(done, NOW), isOver(done, NOW), isOver({ ...done, told: true }, NOW)]).toEqual(['sent', false, true]);
    expect([isOver(done, at(DAY_SECONDS - 1)), isOver(done, at(DAY_SECONDS))]).toEqual([false, true]);
    const withPhotos = afterWords(said({ shots: [shot('p'), shot('q')], told: true }), ARRIVED, NOW);
    expect([heldStanding(withPhotos, NOW), isOver(withPhotos, at(2 * DAY_SECONDS))]).toEqual(['photos', false]);
  });

  test('nothing answers: it rests ever longer, five minutes at most, and forgets that once something has arrived', () => {
    let held = said();
    const rests: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      held = afterWords(held, UNREACHED, NOW);
      rests.push((new Date(held.restUntil!).getTime() - NOW.getTime()) / 1000);
    }
    expect(rests).toEqual([5, 15, 30, 60, 120, 300, 300, 300]);
    expect(held.notBefore).toBeNull();
    expect(afterWords(held, ARRIVED, NOW)).toMatchObject({ tries: 0, restUntil: null });
  });

  test('the server’s Retry-After is kept to the second', () => {
    const held = afterWords(said(), new Problem('request/too-many', undefined, undefined, 90), NOW);
    expect([nextUp([held], WANG, at(89), () => true), nextUp([held], WANG, at(90), () => true)?.key]).toEqual([null, held.key]);
    expect(isUnreached(new Problem('server/unreachable'))).toBe(true);
    expect(isUnreached(new Problem('server/unreachable', undefined, undefined, 2))).toBe(false);
  });

  test('our own fault is tried six times, then told with the words kept', () => {
    let held = said();
    for (let n = 0; n < 5; n += 1) held = afterWords(held, new Problem('server/bug'), NOW);
    expect(heldStanding(held, NOW)).toBe('waiting');
    held = afterWords(held, new Problem('server/bug'), NOW);
    expect([heldStanding(held, NOW), held.words, mayHaveArrived(held)]).toEqual(['refused', '在漏', true]);
  });

  test('a refusal says why, field by field', () => {
    const errors = [{ field: 'words', message: '请写几个字' }];
    expect(afterWords(said(), new Problem('request/invalid', '', errors), NOW).refused).toEqual({
      code: 'request/invalid',
      title: '请写几个字',
      errors,
    });
  });

  test('it may have arrived once it was tried without an answer, and not before or after', () => {
    const tried = afterWords(said(), UNREACHED, NOW);
    expect([mayHaveArrived(said()), mayHaveArrived(tried), mayHaveArrived(afterWords(tried, ARRIVED, NOW))]).toEqual([false, true, false]);
    expect(mayHaveArrived(afterWords(tried, new Problem('ticket/action-refused'), NOW))).toBe(false);
  });
});

describe('photos', () => {
  const held = said({ arrived: ARRIVED, shots: [shot('p'), shot('q')] });
  test('one that arrived leaves the list; one refused or gone leaves it counted as lost; one on the way waits', () => {
    expect(afterShot(held, 'p', 'sent', NOW)).toMatchObject({ shots: [shot('q')], lostShots: 0 });
    expect(afterShot(held, 'p', 'missing', NOW)).toMatchObject({ shots: [shot('q')], lostShots: 1 });
    expect(afterShot(held, 'p', new Problem('photo/too-many'), NOW)).toMatchObject({ shots: [shot('q')], lostShots: 1 });
    const waits = afterShot(afterShot(held, 'q', 'sent', NOW), 'p', new Problem('storage/unavailable'), NOW);
    expect([waits.shots.length, nextUp([waits], WANG, at(4)), nextUp([waits], WANG, at(5))?.key]).toEqual([1, null, held.key]);
  });

  test('one that failed rests by itself: the others go first, and it goes again at a tap', () => {
    const failed = afterShot(held, 'p', UNREACHED, NOW);
    expect(nextUp([failed], WANG, NOW)).toEqual(failed);
    expect([nextShot(failed, NOW)?.key, nextShot(failed, NOW, () => true)?.key]).toEqual(['q', 'q']);
    const alone = afterShot(failed, 'q', 'sent', NOW);
    expect([nextUp([alone], WANG, NOW), nextShot(alone, NOW)]).toEqual([null, null]);
    expect([nextUp([alone], WANG, NOW, () => true)?.key, nextShot(alone, NOW, () => true)?.key]).toEqual([held.key, 'p']);
  });

  test('the server’s Retry-After holds all of them up, tap or not', () => {
    const busy = afterShot(held, 'p', new Problem('request/too-many', undefined, undefined, 30), NOW);
    expect([nextUp([busy], WANG, at(29), () => true), nextUp([busy], WANG, at(30))?.key]).toEqual([null, held.key]);
  });

  test('words and photos may each be asked for alone', () => {
    const words = said({ subject: 'b' });
    expect([nextUp([held, words], WANG, NOW, undefined, ['photos']), nextUp([held, words], WANG, NOW, undefined, ['waiting'])]).toEqual([
      held,
      words,
    ]);
  });
});

describe('what the phone kept', () => {
  test('comes back as it was written', () => {
    const held = said({ shots: [shot('p')], body: { words: '在漏', worse: false } });
    expect(readHeld(JSON.stringify(held))).toEqual(held);
  });

  test('spoilt anywhere it never throws, and the words are saved where they still stand', () => {
    const whole = JSON.stringify(said({ words: '第一句“引号”\n第二行' }));
    for (let cut = 0; cut < whole.length; cut += 1) {
      expect(readHeld(whole.slice(0, cut))).toBeNull();
      salvage(whole.slice(0, cut));
    }
    expect(salvage(whole.slice(0, whole.indexOf('"body"')))).toEqual({ personId: WANG, words: '第一句“引号”\n第二行' });
    expect(salvage('null')).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => readHeld(text) === null || salvage(text) === null));
  });
});

describe('whatever happens', () => {
  test('each is sent once, about one subject in the order said, and nothing disappears', () => {
    // A clumsy phone: any number of subjects, answers, lost answers and refusals in any order.
    const answers = fc.constantFrom('arrives', 'answer lost', 'unreached', 'busy', 'too many', 'refused');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }), fc.array(answers, { maxLength: 60 }), (subjects, luck) => {
        let all = subjects.map((subject) => said({ subject }));
        const keys = new Set(all.map((one) => one.key));
        const server: string[] = [];
        let now = NOW;
        for (const fate of luck) {
          const next = nextUp(all, WANG, now);
          now = new Date(now.getTime() + 100_000);
          if (!next) continue;
          if ((fate === 'arrives' || fate === 'answer lost') && !server.includes(next.key)) server.push(next.key);
          const outcome =
            fate === 'arrives'
              ? ARRIVED
              : fate === 'busy'
                ? new Problem('ticket/busy', undefined, undefined, 2)
                : fate === 'too many'
                  ? new Problem('request/too-many', undefined, undefined, 90)
                  : fate === 'refused'
                    ? new Problem('ticket/action-refused')
                    : UNREACHED;
          all = all.map((one) => (one.key === next.key ? afterWords(one, outcome, now) : one));
        }
        expect(new Set(all.map((one) => one.key))).toEqual(keys);
        for (const subject of ['a', 'b', 'c']) {
          const theirs = inOrder(all.filter((one) => one.subject === subject)).map((one) => one.key);
          const arrived = server.filter((key) => theirs.includes(key));
          expect(arrived).toEqual(theirs.filter((key) => arrived.includes(key)));
        }
      }),
    );
  });
});
