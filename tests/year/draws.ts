import type { VisitLine } from '../../shared/contract/visits.ts';
import { HOUR } from '../../shared/kernel/time.ts';
import { SATISFIED } from '../support/story.ts';
import { QUALITY } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './turns.ts';

/** Whom the company appoints to call those who were drawn (V1). */
const CALLER = '邓丽';

/** What the company does about what it drew: it calls, in vain for some; its luck is its own (V1, V2, Z13). */
export function drawsOf(stage: Stage, luck: Chance, words: (text: string) => string) {
  const { as, plan, tries, acknowledged } = stage;
  /** Whom nobody reaches, however often they are called. */
  const silent = new Set<string>();

  /** Whether a line is of a draw: the quality department asks of services and complaints too. */
  const isDrawn = ({ what, kind }: VisitLine) => what === 'weekly_visit' || (what === 'quality_visit' && kind === 'repair');

  async function calls(name: string, { ticketId: id, what, isRepaired, missing, openedBy }: VisitLine): Promise<void> {
    if (luck.happens(0.15)) silent.add(openedBy);
    const visit = what as 'weekly_visit' | 'quality_visit';
    if (silent.has(openedBy) && !stage.isOver())
      return void (await tries(() => (missing === null ? as(name).endVisit({ id, what: visit }) : as(name).tryVisit({ id, what: visit }))));
    const text = words(isRepaired ? '问过了' : '还在修，住户等着');
    const answers = isRepaired && luck.happens(0.1) && !stage.isOver() ? { ...SATISFIED, result: 'dissatisfied' as const } : { ...SATISFIED };
    const given = { id, ...answers, words: text, outcome: '', channel: 'phone' as const };
    const isSaid = await tries(() => (visit === 'weekly_visit' ? as(name).returnVisit(given) : as(name).qualityVisit(given)));
    if (isSaid) acknowledged.words.push({ ticketId: id, text });
  }

  /** Somebody calls whom they owe a call by now, as far as the household may be called. */
  async function turn(name: string): Promise<void> {
    const lines: VisitLine[] = [];
    // Page after page: what stands at the top for long is not all there is.
    for (let after: string | undefined, isAll = false; !isAll; ) {
      isAll = !(await tries(async () => {
        const page = await as(name).visits(after ? { after } : {});
        lines.push(...page.items);
        after = page.next ?? undefined;
      }));
      isAll ||= after === undefined;
    }
    for (const line of lines) if (isDrawn(line) && line.notBefore === null && luck.happens(0.8)) await calls(name, line);
  }

  return {
    begins(at: (what: () => Promise<void>) => void): void {
      at(() => turn(CALLER));
      at(() => turn(QUALITY[0]!));
    },
    /** After the year what was drawn is asked, day by day, for as long as anything is owed. */
    settles(days: number): void {
      for (let day = 0; day < days; day += 1)
        for (const name of [CALLER, QUALITY[0]!]) plan((day * 24 + luck.between(1, 20)) * HOUR, () => turn(name));
    },
  };
}
