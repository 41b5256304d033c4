import { inForce } from '../kernel/rules.ts';
import { REPAIR_CATEGORIES } from '../repairs/categories.ts';
import { FIELDS, type Field } from '../tickets/fields.ts';
import type { TicketKind } from '../tickets/ticket.ts';

const NEWEST = '9999-12-31';

/** Which field of service each category of repairs belongs to (I18). */
export const FIELD_OF_CATEGORY: Readonly<Record<string, Field>> = Object.fromEntries(
  inForce(REPAIR_CATEGORIES, NEWEST, ({ code }) => code).map(({ code, field }) => [code, field]),
);

/** The field of service a matter counts under (I18): a repair by its category, what was ordered as such, anything else as somebody sorted it. */
export function fieldOf(kind: TicketKind, category: string): Field {
  if (kind === 'special_service') return 'special';
  if (kind === 'repair') return FIELD_OF_CATEGORY[category] ?? 'unsorted';
  return category in FIELDS ? (category as Field) : 'unsorted';
}
