import { nextLook, officesToLookAt } from '../../db/queries/sweep.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { dueByClock } from '../../shared/kernel/subject.ts';
import { type House, transact } from '../context.ts';
import { deedOn, type NewEvent, record } from './record.ts';
import { SUBJECTS, type SubjectFile, type SubjectKind, type SubjectShelf } from './subjects.ts';

type Shelf = NonNullable<SubjectShelf<unknown, unknown>['owing']>;

const BATCH = 100;

const owingOf = (kind: SubjectKind) => (SUBJECTS[kind] as { owing?: Shelf }).owing;

/** One step taken: which subject, which promise, which rung; or what it came to by itself. */
export interface Taken {
  number: string;
  what: string;
  step: string;
}

function due(kind: SubjectKind, file: SubjectFile, now: Date): { file: SubjectFile; events: NewEvent[]; taken: Taken[] } {
  const { rules, owing } = SUBJECTS[kind] as unknown as SubjectShelf<unknown, unknown>;
  const steps = dueByClock(rules, file, owing?.asOf?.(file.state, now) ?? now);
  return {
    file,
    events: steps.map(({ did, facts }) => ({ did, facts, by: null, byResident: false })),
    taken: steps.map(({ what, step }) => ({ number: file.number, what, step })),
  };
}

/** Takes the steps that are due behind the next `size` looks of an office, in one transaction. Says first which subjects it is about. */
async function sweepBatch(
  house: House,
  kind: SubjectKind,
  owing: Shelf,
  officeId: string,
  size: number,
  except: readonly string[],
  about: (ids: string[]) => void,
): Promise<{ taken: Taken[]; isLast: boolean } | null> {
  const system = asSystem('sweep');
  const now = house.clock();
  return transact(house, async (tx) => {
    const { ids, isLast } = await owing.lock(tx, system, officeId, now, size, except);
    about(ids);
    if (ids.length === 0) return null;
    // Of what comes at one instant nobody is told in another order for what else came (C3).
    const files = (await owing.read(tx, system, officeId, ids, now)).sort((one, other) => (one.id < other.id ? -1 : 1));
    const late = files.map((file) => due(kind, file, now)).filter((one) => one.events.length > 0);
    if (late.length === 0) return { taken: [], isLast };
    await record(
      house,
      tx,
      late.map(({ file, events }) => deedOn(kind, file, null, events)),
    );
    return { taken: late.flatMap((one) => one.taken), isLast };
  });
}

/** One office, batch by batch; where a batch fails, one by one, so that one in trouble silences no other. */
async function sweepOffice(house: House, kind: SubjectKind, owing: Shelf, officeId: string, budget: () => boolean): Promise<Taken[]> {
  const taken: Taken[] = [];
  const settled: string[] = [];
  const inTrouble: string[] = [];
  let size = BATCH;
  while (budget()) {
    let ids: string[] = [];
    try {
      const batch = await sweepBatch(house, kind, owing, officeId, size, [...inTrouble, ...settled], (found) => {
        ids = found;
      });
      if (!batch) break;
      taken.push(...batch.taken);
      if (batch.isLast) break;
      // Looked at and nothing to say: a deed was faster. It is not asked for again in this sweep.
      if (batch.taken.length === 0) settled.push(...ids);
    } catch (error) {
      house.report('a sweep failed; its promises stay to be looked at', error);
      if (ids.length === 0) break;
      if (size === 1) inTrouble.push(...ids);
      size = 1;
    }
  }
  return taken;
}

/** The next instant at which a promise wants to be looked at; clocks that jump stop there. */
export function nextLookOf(house: House): Promise<Date | null> {
  return nextLook(house.db, asSystem('sweep'));
}

/**
 * Warns, records misses, tells the next level, and takes what comes to its end by itself (Z1), office by office, within a time budget. Late, twice
 * or killed changes nothing: each step is taken once.
 * @param budget asks whether there is time for another batch
 */
export async function sweep(house: House, budget: () => boolean = () => true): Promise<Taken[]> {
  const taken: Taken[] = [];
  const kinds = (Object.keys(SUBJECTS) as SubjectKind[]).filter((kind) => owingOf(kind));
  for (const { officeId, kind } of await officesToLookAt(house.db, asSystem('sweep'), house.clock(), kinds))
    taken.push(...(await sweepOffice(house, kind, owingOf(kind)!, officeId, budget)));
  return taken;
}
