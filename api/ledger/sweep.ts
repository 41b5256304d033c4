import { lockTicketsToLookAt, nextLook, officesToLookAt } from '../../db/queries/sweep.ts';
import { readTicketFiles, type TicketFile } from '../../db/queries/ticket-files.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import type { Step } from '../../shared/kernel/promises.ts';
import { stepsDue } from '../../shared/tickets/unfold.ts';
import { type House, transact } from '../context.ts';
import { deedOn, type NewEvent, record } from './record.ts';

const BATCH = 100;
/** One step taken: which ticket, which promise, which rung. */
export interface Taken {
  number: string;
  what: string;
  step: Step;
}

function due(file: TicketFile, now: Date): { file: TicketFile; events: NewEvent[]; taken: Taken[] } {
  const steps = stepsDue(file.ledger, now);
  return {
    file,
    events: steps.map(({ did, facts }) => ({ did, facts, by: null, byResident: false })),
    taken: steps.map(({ what, step }) => ({ number: file.number, what, step })),
  };
}

/** Looks at one batch of an office's tickets and takes the steps that are due, in one transaction. */
async function sweepBatch(house: House, officeId: string): Promise<{ looked: number; taken: Taken[] }> {
  const system = asSystem('sweep');
  const now = house.clock();
  return transact(house, async (tx) => {
    const ids = await lockTicketsToLookAt(tx, system, officeId, now, BATCH);
    if (ids.length === 0) return { looked: 0, taken: [] };
    const files = await readTicketFiles(tx, system, officeId, ids, now);
    const owing = files.map((file) => due(file, now)).filter((one) => one.events.length > 0);
    if (owing.length === 0) return { looked: 0, taken: [] };
    await record(
      house,
      tx,
      owing.map(({ file, events }) => deedOn(file, null, events)),
    );
    return { looked: ids.length, taken: owing.flatMap((one) => one.taken) };
  });
}

/** The next instant at which a promise wants to be looked at; clocks that jump stop there. */
export function nextLookOf(house: House): Promise<Date | null> {
  return nextLook(house.db, asSystem('sweep'));
}

/**
 * Warns, records misses and tells the next level, office by office, within a time budget. Late, twice or killed changes nothing: each step is taken once.
 * @param budget asks whether there is time for another batch
 */
export async function sweep(house: House, budget: () => boolean = () => true): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const officeId of await officesToLookAt(house.db, asSystem('sweep'), house.clock())) {
    try {
      for (let looked = 1; looked > 0 && budget(); ) {
        const batch = await sweepBatch(house, officeId);
        looked = batch.looked;
        taken.push(...batch.taken);
      }
    } catch (error) {
      // One office's trouble must not silence the others; its promises stay to be looked at.
      house.report('the sweep of an office failed', error);
    }
  }
  return taken;
}
