import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { channel, command, optionalWords } from './command.ts';
import { costKind, fen } from './prices.ts';
import { id } from './route.ts';

/** A quote has so many lines at most, and so many of each. */
export const MAX_LINES = 20;
export const MAX_QUANTITY = 999;
/** The longest job somebody quotes, in half man-days. */
const MAX_HALF_DAYS = 60;

const quantity = z.int({ error: '请写数量' }).max(MAX_QUANTITY, `数量最多 ${MAX_QUANTITY}`);
const quoteId = id.describe('看到的那一份，改过了就不算');
const position = z
  .int()
  .min(0)
  .max(MAX_LINES - 1);
const goesOn = z.boolean({ error: '请选接着修还是不修了' }).describe('不收费的接着修；否则不修了');

const line = z.strictObject({
  itemId: id.nullable().default(null).describe('价目表上的项目；没有的写在下面'),
  label: optionalWords(40),
  unit: optionalWords(10),
  kind: costKind.default('material'),
  quantity: quantity.min(1, '数量至少 1'),
  priceFen: fen.nullable().default(null).describe('价目表上没有的，只有主管填'),
});

/** A line as it is asked for: of the price list, or by a name of its own. */
export type AskedLine = z.infer<typeof line>;

/** What was used of each line that was accepted, in its order; left out: all of it. */
export const used = z.array(quantity.min(0)).max(MAX_LINES).optional();

/** From the first price to the settlement (I7, R5, R14). */
export const quoteCommands = {
  quote: command(
    'quote',
    '报价（I7、R5）：价目表上没有的、工多的，先由主管定价',
    z.strictObject({
      lines: z.array(line).min(1, '请至少写一项').max(MAX_LINES, `最多 ${MAX_LINES} 项`),
      halfDays: z.int({ error: '请选要几个工' }).min(1, '请选要几个工').max(MAX_HALF_DAYS).describe('预计用工，按半个工'),
    }),
  ),
  price: command(
    'price',
    '主管给价目表上没有的定价（R5）',
    z.strictObject({
      quoteId,
      prices: z
        .array(z.strictObject({ position, priceFen: fen }))
        .max(MAX_LINES)
        .default([]),
    }),
  ),
  acceptQuote: command('accept-quote', '住户同意报价（I7）', z.strictObject({ quoteId })),
  refuseQuote: command('refuse-quote', '住户不同意报价（I7）', z.strictObject({ quoteId, goesOn, words: optionalWords(200) })),
  recordAnswer: command(
    'record-answer',
    '住户在电话里、当面说同意或不同意，同事记下（I7）',
    z.strictObject({ quoteId, accepts: z.boolean({ error: '请选同意还是不同意' }), goesOn: goesOn.default(true), channel, words: words(200) }),
  ),
  withdrawQuote: command('withdraw-quote', '撤回还没回话的报价', z.strictObject({ quoteId })),
  settle: command('settle', '结算完（R14）', z.strictObject({})),
};
