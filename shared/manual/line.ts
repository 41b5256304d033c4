import type { Dated } from '../kernel/rules.ts';
import { entryAt, SETTINGS, type SettingKey } from '../kernel/settings.ts';
import { isoDay } from '../kernel/time.ts';
import type { ManualRow, Reading, SetFigure } from './tables.ts';

export const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('，');

export function nextOf<Row extends Dated>(
  rows: readonly Row[],
  row: Row,
  day: string,
  nameOf: (row: Row) => string,
  say: (row: Row) => string | null,
) {
  const after = rows.filter((other) => nameOf(other) === nameOf(row) && other.since > day).sort((a, b) => a.since.localeCompare(b.since))[0];
  return after ? { from: after.since, figure: say(after) } : null;
}

export function sayFigure(key: SettingKey, value: number | boolean): string {
  const { unit } = SETTINGS[key];
  if (typeof value === 'boolean') return value ? '是' : '否';
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}

export function setFigure(key: SettingKey, { entries, at }: Reading): SetFigure {
  const entry = entryAt(entries, key, at);
  const fallback = SETTINGS[key].fallback;
  if (!entry) return { by: 'product', since: null, company: null };
  const since = isoDay(entry.from);
  if (entry.office === 'headOffice') return { by: 'company', since, company: null };
  const headOffice = entries.filter((one) => one.office === 'headOffice');
  const company = entryAt(headOffice, key, at)?.value ?? fallback;
  return { by: 'estate', since, company: company === entry.value ? null : sayFigure(key, company) };
}

/** What stands to be tapped, or counts when somebody is sent: a row of words, and its figure. */
export function plainRow(kind: 'choice' | 'formula', row: Dated, said: { text: string; who?: string; when?: string; figure?: string }): ManualRow {
  const { text, who = '', when = '', figure = null } = said;
  return { kind, text, who, when, figure, since: row.since, set: null, next: null };
}
