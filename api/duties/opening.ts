import type { Transaction } from '../../db/connect.ts';
import {
  type DutyOffice,
  holdDutyOffice,
  lockMissedDuties,
  lockOrphanedDuties,
  officesWithDuties,
  readLastPeriods,
  readMissedBefore,
} from '../../db/queries/duties.ts';
import { readErrandFiles } from '../../db/queries/errands.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { decideDuty, decideMiss, dutyFacts } from '../../shared/duties/duty.ts';
import { holderOfDuty } from '../../shared/duties/keepers.ts';
import { type OwedPeriod, owingSince, periodsOwed } from '../../shared/duties/opening.ts';
import { dutyAt } from '../../shared/duties/rows.ts';
import { ERRAND_RULES } from '../../shared/errands/rules.ts';
import { figure } from '../../shared/kernel/due.ts';
import { type Settings, settingsAt } from '../../shared/kernel/settings.ts';
import { dueByClock } from '../../shared/kernel/subject.ts';
import { type House, transact } from '../context.ts';
import { type Deed, deedOn, record } from '../ledger/record.ts';

/** So many periods, or misses, are moved in one transaction; the next goes on. */
const BATCH = 100;

/** The periods to open now. */
async function owedNow(tx: Transaction, office: DutyOffice, settings: Settings, now: Date): Promise<OwedPeriod[]> {
  const parts = owingSince(office, now);
  const lasts = await readLastPeriods(
    tx,
    asSystem('sweep'),
    office.officeId,
    parts.map(({ row, part }) => ({ duty: row.duty, part })),
  );
  return periodsOwed(parts, lasts, settings, now, BATCH);
}

function given(house: House, office: DutyOffice, { row, part, period }: OwedPeriod, turn: number, settings: Settings, now: Date): Deed[] {
  const holder = holderOfDuty(row, part, office.lines, office.staff, now);
  if (!holder) return [];
  const id = house.newId();
  const decided = decideDuty(row, { part, period, holder, givenBy: holder, turn }, now, settings);
  return [
    {
      subject: { kind: 'errand', id, officeId: office.officeId, version: 0 },
      office,
      before: null,
      create: { id, officeId: office.officeId },
      events: [{ ...decided, by: null, byResident: false, at: period.from }],
      said: [],
      author: null,
    },
  ];
}

/** Opens what an estate owes by now. @returns how many, or null where somebody else is at it */
async function openOffice(house: House, officeId: string): Promise<number | null> {
  return transact(house, async (tx) => {
    const now = house.clock();
    const office = await holdDutyOffice(tx, asSystem('sweep'), officeId, now);
    if (!office) return null;
    const settings = settingsAt(office.settings, now);
    const owed = await owedNow(tx, office, settings, now);
    const deeds = owed.flatMap((one) =>
      Array.from({ length: figure(one.row.atLeast, settings) }, (_, index) => index + 1).flatMap((turn) =>
        given(house, office, one, turn, settings, now),
      ),
    );
    if (deeds.length > 0) await record(house, tx, deeds);
    return deeds.length;
  });
}

/** Counts what was missed (Z8): what only the latest is done of is over with it. */
async function countMisses(house: House, officeId: string): Promise<number> {
  return transact(house, async (tx) => {
    const now = house.clock();
    const system = asSystem('sweep');
    const ids = await lockMissedDuties(tx, system, officeId, now, BATCH);
    if (ids.length === 0) return 0;
    const before = await readMissedBefore(tx, system, officeId, ids);
    const counted = new Map<string, number>();
    const files = (await readErrandFiles(tx, system, officeId, ids, now)).sort((a, b) => a.state.answerBy!.getTime() - b.state.answerBy!.getTime());
    const deeds = files.map((file) => {
      const { duty, part } = dutyFacts(file.state);
      const row = `${duty}/${part}`;
      const decided = decideMiss(file.state, counted.get(row) ?? before[file.id] ?? 0);
      counted.set(row, decided.facts.of.inARow);
      // The steps that are due come first, whether or not the sweep has been here.
      const steps = dueByClock(ERRAND_RULES, file, now).map(({ did, facts }) => ({ did, facts }));
      return deedOn(
        'errand',
        file,
        null,
        [...steps, decided].map((event) => ({ ...event, by: null, byResident: false })),
      );
    });
    await record(house, tx, deeds);
    return ids.length;
  });
}

/** What somebody who left still holds goes to whoever stands in (I13). */
async function handOn(house: House, officeId: string): Promise<number> {
  return transact(house, async (tx) => {
    const now = house.clock();
    const system = asSystem('sweep');
    const office = await holdDutyOffice(tx, system, officeId, now);
    if (!office) return 0;
    const staff = office.staff.map((holder) => holder.person);
    const ids = await lockOrphanedDuties(tx, system, officeId, staff, BATCH);
    const deeds = (await readErrandFiles(tx, system, officeId, ids, now)).flatMap((file) => {
      const { duty, part } = dutyFacts(file.state);
      const row = dutyAt(duty, now);
      const holder = row && holderOfDuty(row, part, office.lines, office.staff, now);
      return holder && holder !== file.state.holder
        ? [deedOn('errand', file, null, [{ did: 'handed_on', facts: { holder }, by: null, byResident: false }])]
        : [];
    });
    if (deeds.length > 0) await record(house, tx, deeds);
    return deeds.length;
  });
}

async function lookAfterOffice(house: House, officeId: string, inTime: () => boolean): Promise<number> {
  let moved = await handOn(house, officeId);
  for (let opened: number | null = BATCH; opened !== null && opened >= BATCH && inTime(); moved += opened ?? 0)
    opened = await openOffice(house, officeId);
  for (let missed = BATCH; missed === BATCH && inTime(); moved += missed) missed = await countMisses(house, officeId);
  return moved;
}

/**
 * Opens the periods that have begun, counts what was missed and hands on what somebody left behind, estate by estate, within a time budget. Late, twice, at once or
 * killed changes nothing: a period is opened once.
 * @returns how many duties were moved
 */
export async function lookAfterDuties(house: House, inTime: () => boolean = () => true): Promise<number> {
  let moved = 0;
  for (const officeId of await officesWithDuties(house.db, asSystem('sweep'))) {
    if (!inTime()) break;
    try {
      moved += await lookAfterOffice(house, officeId, inTime);
    } catch (error) {
      house.report('the duties of an office could not be opened; the next time goes on', error);
    }
  }
  return moved;
}
