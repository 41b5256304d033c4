import type { Planted } from '../../db/seeds/plant.ts';
import { DAY, HOUR, startOfDay } from '../../shared/kernel/time.ts';
import type { Deed, DemoApi } from './deeds.ts';

const CALLER = '邓丽';
const QUALITY = '吴桐';
const CONTENT = { quality: 'satisfied', attitude: 'satisfied', result: 'satisfied' } as const;

type Drawn = 'weekly_visit' | 'quality_visit';

/** Whom they may call by now of what was drawn: a household that was called this week waits (Z12). */
const callable = async (api: DemoApi, what: Drawn) =>
  (await api.visits({})).items.filter((line) => line.what === what && line.kind === 'repair' && line.notBefore === null && line.isRepaired);

/** V1, V2: somebody of the company calls whom they may, but for the last so many: there is something to call when the demo opens. */
const asks =
  (what: Drawn, leaves: number): Deed['does'] =>
  async (api) => {
    for (let owed = await callable(api, what); owed.length > leaves; owed = await callable(api, what)) {
      const said = { id: owed[0]!.ticketId, ...CONTENT, words: '住户说修得好，师傅客气', outcome: '', channel: 'phone' as const };
      await (what === 'weekly_visit' ? api.returnVisit(said) : api.qualityVisit(said));
    }
  };

/** The company's calls of what it drew, every other day at ten. */
export function drawDeeds(_planted: Planted, until: Date): Deed[] {
  const ten = startOfDay(until).getTime() + 10 * HOUR;
  return Array.from({ length: 14 }, (_, index) => new Date(ten - (2 * index + 1) * DAY)).flatMap((at): Deed[] => [
    { at, name: CALLER, does: asks('weekly_visit', 2) },
    { at: new Date(at.getTime() + HOUR), name: QUALITY, does: asks('quality_visit', 0) },
  ]);
}
