import { sayAllowance } from '../kernel/due.ts';
import { inForce } from '../kernel/rules.ts';
import { SETTINGS, type SettingKey, type Settings } from '../kernel/settings.ts';
import { isoDay } from '../kernel/time.ts';
import type { TicketState, Urgency } from '../tickets/ticket.ts';
import { REPAIR_PROMISES, type RepairPromise } from './promises.ts';

/** The catalogue's own figures, for words said before any estate is known. */
export const catalogueSettings = Object.fromEntries(
  (Object.keys(SETTINGS) as SettingKey[]).map((key) => [key, SETTINGS[key].fallback]),
) as unknown as Settings;

export interface Vow {
  what: RepairPromise;
  label: string;
  clause: string;
  allowance: string;
}

/**
 * What residents are promised when this happens on a day, by the rows then in force; figures from the rows, never from a page.
 * @param cameBack within the warranty of another repair (R6)
 */
export function vowsFor(did: 'received' | 'reopened', urgency: Urgency, now: Date, settings = catalogueSettings, cameBack = false): Vow[] {
  const ticket = { urgency, supervised: false, reworkOf: cameBack ? 'another' : null } as TicketState;
  const rows = inForce(REPAIR_PROMISES, isoDay(now), (row) => row.rule);
  const opened = rows.filter((row) => row.owedTo === 'residents' && row.opens[did] !== undefined && (row.when?.(ticket) ?? true));
  return opened.map((row) => ({ what: row.what, label: row.label, clause: row.clause, allowance: sayAllowance(row.due, settings) }));
}

/** What a report is promised: 2 小时内上门，24 小时内修好. */
export const sayReportVows = (urgency: Urgency, now: Date, settings = catalogueSettings, cameBack = false): string =>
  vowsFor('received', urgency, now, settings, cameBack)
    .map((vow) => `${vow.allowance}内${vow.label}`)
    .join('，');

/** What 没修好 sets going: the visits and times of R11. */
export const reworkVows = (urgency: Urgency, now: Date, settings = catalogueSettings): Vow[] =>
  vowsFor('reopened', urgency, now, settings).filter((vow) => vow.clause === 'R11');
