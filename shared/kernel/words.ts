import { z } from './zod.ts';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
const JOINER = 0x200d;

const leansOnThePrevious = (point: number) =>
  (point >= 0x300 && point <= 0x36f) || (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0x1f3fb && point <= 0x1f3ff) || point === JOINER;

const isPicture = (point: number) => point >= 0x1f000 || (point >= 0x2190 && point <= 0x2bff);
/** Control characters, zero-width and direction marks: nobody types them, and they hide or turn what others read. Lines and tabs stay, and joiners, for emoji. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSEEN = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** What belongs to something else, or only fills: alone it is nothing anybody reads. */
const FILLING = /^(?:[\s\u00ad\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\u180b-\u180f]|\u200d|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}])*$/u;

/** How many characters a person would count: marks, skin tones and joined emoji belong to the one before. */
export function countWords(text: string): number {
  let count = 0;
  let joined = false;
  let before = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const belongs = (leansOnThePrevious(point) && count > 0) || (joined && isPicture(point));
    if (!belongs) count += 1;
    joined = point === JOINER && isPicture(before);
    if (!leansOnThePrevious(point)) before = point;
  }
  return count;
}

/** As it is kept. */
function washed(text: string): string {
  const plain = text.replace(UNSEEN, '').normalize('NFC').trim();
  return FILLING.test(plain) ? '' : plain;
}

/** Every schema `words` has made, and what was made of one. */
const WRITTEN = z.registry<{ written: true }>();

/**
 * The one schema for text that somebody typed: NFC, trimmed, no control characters, no half surrogate, something to be seen, at most `max` characters as people count.
 * @param min characters needed; 0 allows an empty text
 */
export function words(max: number, min = 1) {
  const schema = z
    .string({ error: '请填写文字' })
    .max(max * 20, `最多写 ${max} 个字`)
    .refine((text) => !text.includes('\u0000') && !LONE_SURROGATE.test(text), '里面有认不出的字符，请删掉再试')
    .overwrite(washed)
    .refine((text) => countWords(text) >= min, min === 1 ? '请写几个字' : `至少写 ${min} 个字`)
    .refine((text) => countWords(text) <= max, `最多写 ${max} 个字`);
  return schema.register(WRITTEN, { written: true });
}

/** Whether a field holds what somebody typed, with or without a default. */
export function isWords(schema: z.ZodType): boolean {
  for (let at: unknown = schema; at; at = (at as { def: { innerType?: unknown } }).def.innerType) if (WRITTEN.get(at as z.ZodType)) return true;
  return false;
}
