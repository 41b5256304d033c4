import type { Transaction } from '../../db/connect.ts';
import { type DrawOffice, holdDrawOffice, insertDraw, officesWithDraws, readFinishedIn, readThinned, type StandIn } from '../../db/queries/draws.ts';
import { readTicketFiles } from '../../db/queries/ticket-files.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { drawnFacts, drawRepairs } from '../../shared/draws/drawing.ts';
import { lastEnd, nextPeriod } from '../../shared/draws/periods.ts';
import { type DrawRow, drawsAt } from '../../shared/draws/rows.ts';
import { standInOf } from '../../shared/draws/standing.ts';
import type { Period } from '../../shared/kernel/cadences.ts';
import { type Settings, settingsAt } from '../../shared/kernel/settings.ts';
import { DAY } from '../../shared/kernel/time.ts';
import { drawSeed, type House, transact } from '../context.ts';
import { type Deed, deedOn, record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { retryMoved } from '../tickets/command.ts';

/** An older draw is left as it is [ours]. */
const STANDS_IN_FOR_DAYS = 60;

/** Those who were drawn owe their household a question from now on, and the service centre's own call of the same order falls away, on record (Z12). */
async function owe(house: House, tx: Transaction, office: DrawOffice, row: DrawRow, lines: readonly StandIn[]): Promise<void> {
  const byTicket = new Map(lines.map((line) => [line.ticketId, line]));
  const files = await readTicketFiles(tx, asSystem('sweep'), office.officeId, [...byTicket.keys()], house.clock());
  const deeds = files.map((file): Deed => {
    const { drawId, place } = byTicket.get(file.id)!;
    const events = drawnFacts(row, file.ledger, drawId, place).map((fact) => ({ ...fact, by: null, byResident: false }));
    return deedOn('ticket', file, null, events) as Deed;
  });
  if (deeds.length > 0) await record(house, tx, deeds);
}

/** One draw, in one transaction: the frame is read, then the seed is drawn and both are written down, then those who were drawn owe a call. */
async function drawOnce(house: House, tx: Transaction, office: DrawOffice, row: DrawRow, period: Period, settings: Settings): Promise<void> {
  const system = asSystem('sweep');
  const now = house.clock();
  const all = await readFinishedIn(tx, system, office.officeId, period.from, period.until);
  const seed = drawSeed(house);
  const percent = settings[row.percent];
  const drawn = drawRepairs(all, seed, percent);
  const id = house.newId();
  await insertDraw(
    tx,
    system,
    { id, officeId: office.officeId, draw: row.draw, from: period.from, until: period.until, at: now, percent, seed },
    drawn,
  );
  await owe(
    house,
    tx,
    office,
    row,
    drawn.lines.filter((line) => line.drawn).map(({ ticketId, place }) => ({ drawId: id, ticketId, place })),
  );
}

const since = (now: Date) => new Date(now.getTime() - STANDS_IN_FOR_DAYS * DAY);

/** Readings 39, Z13: whoever is out of reach is followed by the next in the order that was drawn. @returns whether anybody was */
async function standIn(house: House, tx: Transaction, office: DrawOffice, now: Date): Promise<boolean> {
  for (const { draw, lines } of await readThinned(tx, asSystem('sweep'), office.officeId, since(now))) {
    const next = standInOf(lines);
    const row = drawsAt(now).find((one) => one.draw === draw);
    if (!next || !row) continue;
    await owe(house, tx, office, row, [next]);
    return true;
  }
  return false;
}

/** Draws what is due next of an estate. @returns whether there was anything, or null where somebody else is at it */
function drawNext(house: House, officeId: string): Promise<boolean | null> {
  return retryMoved(() => transact(house, (tx) => drawOrStandIn(house, tx, officeId)));
}

async function drawOrStandIn(house: House, tx: Transaction, officeId: string): Promise<boolean | null> {
  const now = house.clock();
  const office = await holdDrawOffice(tx, asSystem('sweep'), officeId, now);
  if (!office) return null;
  const settings = settingsAt(office.settings, now);
  for (const row of drawsAt(now)) {
    const period = nextPeriod(row, { last: office.lasts[row.draw] ?? null, firstAt: office.firstAt }, now, settings);
    if (!period) continue;
    await drawOnce(house, tx, office, row, period, settings);
    return true;
  }
  return standIn(house, tx, office, now);
}

/**
 * V1, V2, Z6: draws from what was finished in each week and month that is over, estate by estate, within a time budget. Late, twice, at once or killed changes nothing:
 * a period is drawn once.
 * @returns how many draws were made
 */
export async function lookAfterDraws(house: House, inTime: () => boolean = () => true): Promise<number> {
  let made = 0;
  const now = house.clock();
  const ends = drawsAt(now).map((row) => ({ draw: row.draw, end: lastEnd(row, now, settingsAt([], now)) }));
  for (const officeId of await officesWithDraws(house.db, asSystem('sweep'), ends, since(now))) {
    try {
      while (inTime() && (await drawNext(house, officeId))) made += 1;
    } catch (error) {
      house.report('an office could not be drawn from; the next time goes on', error);
    }
  }
  if (made > 0) workLater(house);
  return made;
}
