import type { Hint } from '../remarks/suggest.ts';
import { categoryOf, type RepairCategory } from '../repairs/categories.ts';
import { type DangerRow, DIAL_LABELS } from '../repairs/dangers.ts';
import type { SuggestionRow } from '../repairs/suggest.ts';
import type { WishPart } from '../repairs/wishes.ts';
import { KIND_LABELS } from '../tickets/ticket.ts';
import { nextOf } from './line.ts';
import { PLACE_WORDS, URGENCY_WORDS } from './say.ts';
import type { ManualRow, Reading } from './tables.ts';

export const codeOf = (category: RepairCategory) => category.code;

/** A category's own line, and the line of R1 that makes its worse case urgent. */
export function categoryRows(category: RepairCategory, { tables, on }: Reading): { clause: string; say: () => ManualRow }[] {
  const { worse } = category;
  const line = (text: string, urgency: RepairCategory['urgency'], item: string): ManualRow => ({
    kind: 'category',
    text,
    who: category.places.map((place) => PLACE_WORDS[place]).join('、'),
    when: `第${item}类`,
    figure: URGENCY_WORDS[urgency],
    since: category.since,
    set: null,
    next: nextOf(tables.categories, category, on, codeOf, (after) => URGENCY_WORDS[after.urgency]),
  });
  return [
    { clause: category.clause, say: () => line(category.label, category.urgency, category.item) },
    ...(worse ? [{ clause: 'R1', say: () => line(`${category.label}：${worse.question}是的`, 'urgent', worse.item) }] : []),
  ];
}

export const dangerName = (row: DangerRow) => row.code;

const sayDials = (row: DangerRow) => row.dials.map((dial) => DIAL_LABELS[dial]).join('、');

export function dangerRow(row: DangerRow, { tables, on }: Reading): ManualRow {
  return {
    kind: 'danger',
    text: `${row.label}：先${row.first.join('；')}`,
    who: '报修的住户',
    when: '点了它，先打电话，报修照样交得出去，按急修办',
    figure: sayDials(row),
    since: row.since,
    set: null,
    next: nextOf(tables.dangers, row, on, dangerName, sayDials),
  };
}

export const suggestionName = (row: SuggestionRow) => row.name;

export function suggestionRow(row: SuggestionRow, { tables, on }: Reading): ManualRow {
  return {
    kind: 'suggestion',
    text: categoryOf(row.category, on)?.label ?? row.category,
    who: row.place ? PLACE_WORDS[row.place] : '',
    when: row.says.map((group) => `说到“${group.join('、')}”中的一个`).join('，又'),
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.suggestions, row, on, suggestionName, () => null),
  };
}

export const hintName = (row: Hint) => row.name;

export function hintRow(row: Hint, { tables, on }: Reading): ManualRow {
  return {
    kind: 'suggestion',
    text: `先点好${KIND_LABELS[row.kind]}`,
    who: '',
    when: `说到“${row.says.join('、')}”中的一个`,
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.hints, row, on, hintName, () => null),
  };
}

export const partName = (row: WishPart) => row.code;

const sayPart = (row: WishPart) => `${row.from}–${row.until}`;

export function wishRow(row: WishPart, { tables, on }: Reading): ManualRow {
  return {
    kind: 'wish',
    text: `住户可以希望${row.label}上门`,
    who: '',
    when: '',
    figure: sayPart(row),
    since: row.since,
    set: null,
    next: nextOf(tables.wishes, row, on, partName, sayPart),
  };
}
