import type { Dated } from '../kernel/rules.ts';
import { inForce } from '../kernel/rules.ts';
import { isoDay, sayFullMoment } from '../kernel/time.ts';
import type { TicketEventName } from '../tickets/ticket.ts';

export const TEMPLATE_NAMES = ['progress', 'needs_you', 'colleagues'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** What a field may hold: a ticket's number without what it is about, a phrase of the row, a moment. Nothing else can be said in a message. */
export type FieldKind = 'number' | 'phrase' | 'moment';

/** The name of a field in WeChat's console: its type and its place. */
const FIELD_NAMES = { number: 'character_string', phrase: 'phrase', moment: 'time' } as const satisfies Record<FieldKind, string>;

/** A message of WeChat's that a company applies for in its console: the same three fields each, in this order. */
export interface TemplateRow extends Dated {
  name: TemplateName;
  label: string;
  /** Who reads it, for the colleague who reviews it. */
  readers: string;
  fields: readonly { label: string; is: FieldKind }[];
  /** What is said of an event; one that is not named is said as the last. At most five characters, and the same whatever the matter is. */
  phrases: Readonly<Partial<Record<TicketEventName, string>>> & { other: string };
  clause: string;
}

const FIELDS: TemplateRow['fields'] = [
  { label: '编号', is: 'number' },
  { label: '进展', is: 'phrase' },
  { label: '时间', is: 'moment' },
];

// What WeChat may show on a locked phone, for whoever stands beside it. A row in force is never edited; its successor stands below it, and is
// reviewed anew (P3).
// biome-ignore format: a table reads best as one
export const TEMPLATES: readonly TemplateRow[] = [
  { name: 'progress',   label: '有新进展', readers: '住户', fields: FIELDS, clause: 'P3', since: '2026-01-01', phrases: { said: '有新留言', answered: '有新留言', reassured: '有新留言', agreed: '约了时间', rescheduled: '约了时间', visit_rescheduled: '约了时间', other: '有新进展' } },
  { name: 'needs_you',  label: '等您确认', readers: '住户', fields: FIELDS, clause: 'P3', since: '2026-01-01', phrases: { other: '等您确认' } },
  { name: 'colleagues', label: '有事要办', readers: '同事', fields: FIELDS, clause: 'P3', since: '2026-01-01', phrases: { warned: '快到时间', missed: '已经超时', told: '请您过问', other: '有事要办' } },
];

/** The row of a template on a day; undefined before its date. */
export const templateOn = (name: TemplateName, now: Date): TemplateRow | undefined =>
  inForce(TEMPLATES, isoDay(now), (row) => row.name).find((row) => row.name === name);

/** What waits for the resident's word. */
const NEEDS_YOU: ReadonlySet<string> = new Set<TicketEventName>(['finished', 'quoted', 'priced', 'date_proposed']);

/** Which template tells of an event: colleagues theirs, residents what waits for them, or how it goes on. */
export const templateFor = (did: string, to: 'resident' | 'follower' | 'colleague'): TemplateName =>
  to === 'colleague' ? 'colleagues' : NEEDS_YOU.has(did) && to === 'resident' ? 'needs_you' : 'progress';

/** Day and running digits alone: what kind of matter it is stays with us. WT-BX-261121-007 → 261121-007, which search finds. */
export const quietNumber = (number: string): string => /\d{6}-\d+$/.exec(number)?.[0] ?? '000000-000';

const phraseFor = (row: TemplateRow, did: string): string => row.phrases[did as TicketEventName] ?? row.phrases.other;

/**
 * The fields of a message as WeChat takes them. Takes a number, an event's name and a moment and nothing else, so that nothing else can be told.
 */
export function fillTemplate(row: TemplateRow, given: { number: string; did: string; at: Date }): Record<string, string> {
  const values: Record<FieldKind, string> = { number: quietNumber(given.number), phrase: phraseFor(row, given.did), moment: sayFullMoment(given.at) };
  return Object.fromEntries(row.fields.map(({ is }, index) => [`${FIELD_NAMES[is]}${index + 1}`, values[is]]));
}

/** A template as it is reviewed: every field, and everything it may ever say. */
export function previewOf(row: TemplateRow): string {
  const phrases = [...new Set(Object.values(row.phrases))].join('、');
  const values: Record<FieldKind, string> = { number: '261121-007', phrase: phrases, moment: '2026年11月21日 09:00' };
  return row.fields.map(({ label, is }) => `${label}：${values[is]}`).join('\n');
}
