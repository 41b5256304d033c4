import { headsOf, isOfCompany, unitsHeadedBy } from '../errands/relations.ts';
import { DEPARTMENTS, type Department, type Holder, headsServiceCentre } from '../kernel/people.ts';
import { refuseField } from '../kernel/problem.ts';
import { holdersOf } from '../kernel/routing.ts';
import { type KeptChannel, keptChannelsOn } from './channels.ts';
import type { DutyRow } from './rows.ts';

/** One line of the append-only list: from an instant on somebody keeps a channel, or the estate has none. */
export interface KeeperLine {
  channel: KeptChannel;
  /** None: the estate has no such channel. */
  keeper: string | null;
  from: Date;
}

/** The line in force of each channel that has one. Of two written at one instant the later holds. */
function standing(lines: readonly KeeperLine[], channel: string, at: Date): KeeperLine | undefined {
  return lines
    .filter((line) => line.channel === channel && line.from <= at)
    .reduce<KeeperLine | undefined>((best, line) => (!best || line.from >= best.from ? line : best), undefined);
}

/** When an estate began to keep its channels: with the first line of its list. None has begun yet: it owes no duty. */
export function beganKeeping(lines: readonly KeeperLine[]): Date | null {
  return lines.reduce<Date | null>((first, { from }) => (!first || from < first ? from : first), null);
}

/** Whether an estate has a channel: until it is said to have none, it has every one. */
export const isKept = (lines: readonly KeeperLine[], channel: string, at: Date): boolean => standing(lines, channel, at)?.keeper !== null;

/** Since when an estate has a channel without a break; what lay before it was switched off is over. */
export function keptSince(lines: readonly KeeperLine[], channel: string, at: Date): Date | null {
  const own = lines.filter((line) => line.channel === channel && line.from <= at).sort((a, b) => a.from.getTime() - b.from.getTime());
  let lastOff = -1;
  own.forEach((line, index) => {
    if (line.keeper === null) lastOff = index;
  });
  if (lastOff === -1) return beganKeeping(lines);
  return own[lastOff + 1]?.from ?? null;
}

/** Who is named for a channel, whether or not they still work here. */
export const keeperOf = (lines: readonly KeeperLine[], channel: string, at: Date): string | null => standing(lines, channel, at)?.keeper ?? null;

const worksHere = (person: string, staff: readonly Holder[]) => staff.some((holder) => holder.person === person && !holder.atHeadOffice);

/** The departments of an estate that have a head of their own; the service centre is asked by none but sums up itself. */
const headedDepartments = (staff: readonly Holder[]): Department[] => [
  ...new Set(
    staff
      .filter((holder) => !holder.atHeadOffice && holder.department && !headsServiceCentre(holder))
      .filter((holder) => holder.role === 'departmentHead' || (holder.role === 'engineeringSupervisor' && holder.department === 'engineering'))
      .map((holder) => holder.department!),
  ),
];

const headOf = (department: string, staff: readonly Holder[]): string | undefined => {
  const heads = staff.filter((holder) => !holder.atHeadOffice && holder.department === department);
  return (heads.find((holder) => holder.role === 'departmentHead') ?? heads.find((holder) => holder.role === 'engineeringSupervisor'))?.person;
};

/** The units of an office that somebody heads, the service centre too (D9). */
const headedUnits = (staff: readonly Holder[], isHeadOffice: boolean): Department[] => [
  ...new Set(
    staff
      .filter((holder) => holder.atHeadOffice === isHeadOffice)
      .flatMap(unitsHeadedBy)
      .map((unit) => unit.department),
  ),
];

/** What of an office owes a duty: an estate's channels, its departments, or the estate alone; of the company its units. */
export function owingParts(
  row: Pick<DutyRow, 'per'>,
  { lines, staff, isHeadOffice = false }: { lines: readonly KeeperLine[]; staff: readonly Holder[]; isHeadOffice?: boolean },
  at: Date,
): string[] {
  if (row.per === 'unit') return headedUnits(staff, isHeadOffice);
  if (isHeadOffice) return [];
  if (row.per === 'channel')
    return keptChannelsOn()
      .map(({ code }) => code)
      .filter((code) => isKept(lines, code, at));
  return row.per === 'department' ? headedDepartments(staff) : ['estate'];
}

/**
 * Who owes a duty now: whoever is named and still works here, else the head of the service centre or the department, and so on up.
 * Nobody at all, where neither the estate nor the company has anybody.
 */
export function holderOfDuty(
  row: Pick<DutyRow, 'by'>,
  part: string,
  lines: readonly KeeperLine[],
  staff: readonly Holder[],
  at: Date,
): string | null {
  const first = (role: 'serviceCentreHead' | 'director') => holdersOf(role, staff)[0] ?? null;
  if (row.by === 'keeper') {
    const keeper = keeperOf(lines, part, at);
    return keeper && worksHere(keeper, staff) ? keeper : first('serviceCentreHead');
  }
  if (row.by === 'departmentHead')
    return headOf(part, staff) ?? (isOfCompany(part) ? headsOf({ department: part, atHeadOffice: true }, staff)[0] : first('director')) ?? null;
  return first(row.by);
}

/** Who names keepers: the director and the head of the service centre, of their own estate. */
export const mayNameKeepers = (post: { role: string; department: string | null }): boolean => post.role === 'director' || headsServiceCentre(post);

/** @throws Problem `request/invalid` where the named person does not work at the estate */
export function checkKeeper(person: string | null, staff: readonly Holder[]): void {
  if (person !== null && !worksHere(person, staff)) throw refuseField('keeperId', '请选现在在这个小区上班的同事');
}

/** A part of a duty as people call it: 意见箱, 环境部; of the estate as a whole nothing. */
export function sayPart(part: string): string {
  return keptChannelsOn().find(({ code }) => code === part)?.label ?? DEPARTMENTS[part as Department] ?? '';
}
