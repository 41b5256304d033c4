import { countDue, type NewRemoval, readOfficesToTidy, removeDue } from '../../db/queries/retention.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { type Kept, keptUntil, retentionOn } from '../../shared/retention/retention.ts';
import { type House, transact } from '../context.ts';
import { record } from '../ledger/record.ts';

const BATCH = 500;

/** What one rule found in one office. */
export interface Tidied {
  officeId: string;
  office: string;
  what: Kept;
  label: string;
  keptUntil: Date;
  rows: number;
}

/**
 * Removes what was kept long enough (A2), office by office and rule by rule, each batch with its own event in one transaction (Z10).
 * Run again, it finds nothing; killed half-way, it goes on where it stopped. Files go after the rows that point at them, by the outbox.
 * @param house opened as the role of retention; the doors' role is refused by grant
 * @param options.dryRun only counts
 */
export async function removeByRule(house: Pick<House, 'db' | 'clock' | 'newId'>, options: { dryRun: boolean }): Promise<Tidied[]> {
  const system = asSystem('retention');
  const now = house.clock();
  const tidied: Tidied[] = [];
  const offices = await readOfficesToTidy(house.db, system);
  for (const office of offices) {
    for (const row of retentionOn(now)) {
      const everywhere = offices.map(({ officeId, settings }) => ({ officeId, until: keptUntil(row, settingsAt(settings, now), now) }));
      const tidying = { ...office, everywhere };
      const until = keptUntil(row, settingsAt(office.settings, now), now);
      let rows = 0;
      if (options.dryRun) rows = await countDue(house.db, system, row.what, tidying, until);
      else
        for (let taken = BATCH; taken === BATCH; rows += taken)
          taken = await transact(house, async (tx) => {
            const gone = await removeDue(tx, system, row.what, tidying, until, BATCH);
            if (gone.rows > 0 && (row.isRecorded || gone.files.length > 0)) {
              const id = house.newId();
              const made: NewRemoval = { id, officeId: office.officeId, keptUntil: until, files: gone.files };
              await record(house, tx, [
                {
                  subject: { kind: 'removal', id, officeId: office.officeId, version: 0 },
                  office,
                  before: null,
                  create: made,
                  events: [
                    { did: 'removed', facts: { what: row.what, rows: gone.rows, keptUntil: until.toISOString() }, by: null, byResident: false },
                  ],
                  said: [],
                  author: null,
                },
              ]);
            }
            return gone.rows;
          });
      if (rows > 0) tidied.push({ officeId: office.officeId, office: office.name, what: row.what, label: row.label, keptUntil: until, rows });
    }
  }
  return tidied;
}
