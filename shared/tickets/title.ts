import { categoryOf } from '../repairs/categories.ts';
import { labelOfField } from './fields.ts';
import { KIND_LABELS, type TicketKind } from './ticket.ts';

/** What a ticket is called in a line: what broke, the service ordered, the field a remark is about (I18), and the kind of what nobody sorted yet. */
export function sayTitle(kind: TicketKind, category: string): string {
  if (category === 'unsorted') return KIND_LABELS[kind];
  return categoryOf(category)?.label ?? labelOfField(category) ?? category;
}
