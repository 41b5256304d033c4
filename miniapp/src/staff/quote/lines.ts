import type { Price } from '../../../../shared/contract/prices.ts';
import type { AskedLine } from '../../../../shared/contract/quotes.ts';
import { costOf, type QuoteLine, totalFen } from '../../../../shared/quotes/quotes.ts';

/** A line while a quote is being written. */
export type Draft = AskedLine;

export interface QuoteDraft {
  lines: Draft[];
  halfDays: number;
}

export const NOTHING: QuoteDraft = { lines: [], halfDays: 1 };

export const MAN_DAYS = [
  { halfDays: 1, label: '半个工' },
  { halfDays: 2, label: '1 个工' },
  { halfDays: 3, label: '1 个半工' },
  { halfDays: 4, label: '2 个工' },
  { halfDays: 6, label: '3 个工' },
  { halfDays: 10, label: '5 个工' },
] as const;

/** One more of an item of the list. */
export function withItem(lines: readonly Draft[], item: Price): Draft[] {
  if (lines.some((line) => line.itemId === item.id))
    return lines.map((line) => (line.itemId === item.id ? { ...line, quantity: line.quantity + 1 } : line));
  const { id: itemId, name: label, unit, kind, priceFen } = item;
  return [...lines, { itemId, label, unit, kind, quantity: 1, priceFen }];
}

/** Another quantity of a line; none of it takes the line away. */
export const withQuantity = (lines: readonly Draft[], index: number, quantity: number): Draft[] =>
  quantity === 0 ? lines.filter((_, other) => other !== index) : lines.map((line, other) => (other === index ? { ...line, quantity } : line));

export const sumOf = (lines: readonly Draft[]): number => totalFen(costOf(lines as unknown as QuoteLine[]));

/** Whether the supervisor prices it before residents see it (R5). */
export const asksSupervisor = ({ lines, halfDays }: QuoteDraft, aboveManDays: number): boolean =>
  halfDays > aboveManDays * 2 || lines.some((line) => line.priceFen === null);

/** Lines as they go over the wire. */
export const linesOf = (lines: readonly Draft[]) =>
  lines.map((line) => (line.itemId === null ? line : { itemId: line.itemId, quantity: line.quantity }));

/** What goes over the wire: the list's own prices are the server's to say. */
export const bodyOf = ({ lines, halfDays }: QuoteDraft) => ({
  halfDays,
  lines: linesOf(lines),
});
