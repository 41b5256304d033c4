import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { API } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import { countWords, words } from '../../shared/kernel/words.ts';
import { z } from '../../shared/kernel/zod.ts';
import { text } from '../support/arbitraries.ts';

interface Json {
  type?: string;
  properties?: Record<string, Json>;
  items?: Json;
}

/** Paths of every string a body takes. */
function stringsOf(schema: Json, path: string[] = []): string[][] {
  if (schema.type === 'string') return [path];
  if (schema.items) return stringsOf(schema.items, [...path, '0']);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => stringsOf(property, [...path, name]));
}

const NASTY = ['a\u0000b', '\ud800', 'x'.repeat(30_000)];

/** String fields of a body that take what must never reach a column. */
function leaks(name: string, body: z.ZodObject): string[] {
  return stringsOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Json).flatMap((path) => {
    const field = body.shape[path[0] as string] as z.ZodType;
    return NASTY.filter((nasty) => field.safeParse(path.length > 1 ? [nasty] : nasty).success).map(() => `${name}.${path.join('.')}`);
  });
}

describe('words', () => {
  test('no string of a client reaches a column but through words, an id, a date or a list of codes', () => {
    const bodies = Object.entries(API as Record<string, Route>).filter(([, route]) => route.body);
    expect(
      bodies.flatMap(([name, route]) => stringsOf(z.toJSONSchema(route.body!, { io: 'input', unrepresentable: 'any' }) as Json).map(() => name))
        .length,
    ).toBeGreaterThan(20);
    expect(bodies.flatMap(([name, route]) => leaks(name, route.body!))).toEqual([]);
    expect(leaks('planted', z.strictObject({ note: z.string() }))).not.toEqual([]);
  });

  test('are trimmed, composed, and counted as people count', () => {
    expect(words(10).parse('  漏水了 \n')).toBe('漏水了');
    expect(words(10).parse('e\u0301')).toBe('\u00e9');
    expect(countWords('👨‍👩‍👧‍👦')).toBe(1);
    expect(countWords('👍🏽')).toBe(1);
    expect(words(3).safeParse('四个字了').success).toBe(false);
    expect(words(3).safeParse('😀😀😀').success).toBe(true);
    expect(words(3).safeParse('   ').success).toBe(false);
    expect(words(3, 0).parse('   ')).toBe('');
  });

  test('what nobody sees is no word: control characters fall away, and of joiners and fillers alone nothing is left', () => {
    expect(words(10).parse('漏\u0007水\u009f了\u007f')).toBe('漏水了');
    expect(words(10).parse('一行\n二\t行')).toBe('一行\n二\t行');
    for (const blank of ['\u0001\u0002', '\u0085', '\u00ad', '\u200d', '\ufe0f', '\u3164\u3164', '\u034f', '\u{e0001}', ' \u0001 \u200d']) {
      expect([blank, words(10).safeParse(blank).success, words(10, 0).parse(blank)]).toEqual([blank, false, '']);
    }
    for (const seen of ['👨‍👩‍👧‍👦', '❤️', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}']) expect(words(10).parse(seen)).toBe(seen);
  });

  test('once kept they stay as they are: kept again, nothing changes', () => {
    // A zero-width mark between a letter and its accent hides from NFC that the two belong together.
    expect(words(10).parse('e\u200b\u0301')).toBe('\u00e9');
    const keep = words(500, 0);
    fc.assert(
      fc.property(text, (typed) => {
        const kept = keep.safeParse(typed);
        if (!kept.success) return;
        expect(kept.data).toBe(kept.data.normalize('NFC'));
        expect(keep.parse(kept.data)).toBe(kept.data);
      }),
      { seed: 20_260_321, numRuns: 2_000 },
    );
  });
});
