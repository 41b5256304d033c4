import { DAY, HOUR } from '../../shared/kernel/time.ts';
import { LEAST_SHOWN } from '../../shared/surveys/statistics.ts';
import { QUALITY, WUTONGLI } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './turns.ts';

/** One ticks the homes whose sheets came back, the other types what is on them. */
const [TICKS, TYPES] = WUTONGLI.agents as readonly [string, string];
const CALLER = QUALITY[1];
/** So long what is left of them is taken up again once the year is over. */
const DAYS_WORKED_OFF = 89;

/** What stands beside the surveys' own turns: sheets on paper, their code, and numbers looked at before a call (S3, S12). Its luck is its own. */
export function sheetsOf(stage: Stage, luck: Chance, words: (text: string) => string) {
  const { as, plan, tries, acknowledged } = stage;
  const printed = new Set<string>();

  const openSurveys = async (name: string) => (await as(name).errands({ which: 'open', kind: 'survey' })).items.map(({ id }) => id);

  /** A lot of homes brings its sheets at once; where so many are not left, one does now and then. */
  async function ticks(id: string): Promise<void> {
    const { actions, buildings } = await as(TICKS).surveyPaper({ id });
    if (!actions.includes('tickSheet')) return;
    const open: string[] = [];
    for (const { building } of buildings)
      open.push(...(await as(TICKS).surveyHomes({ id, building })).items.filter(({ stand }) => stand === 'open').map((home) => home.id));
    const lot = open.length >= LEAST_SHOWN ? LEAST_SHOWN : luck.happens(0.6) ? Math.min(1, open.length) : 0;
    for (const homeId of open.slice(0, lot)) if (await tries(() => as(TICKS).tickSheet({ id, homeId }))) acknowledged.answered.add(`${id} ${homeId}`);
  }

  /** What came back is typed as far as it may be. */
  async function types(id: string): Promise<void> {
    const { actions, missing, toTick } = await as(TYPES).surveyPaper({ id });
    if (!actions.includes('typeSheet')) return;
    const { edition, sections, closesAt } = await as(TYPES).surveySheet({ id });
    const questions = sections.flatMap((one) => one.questions);
    const isRunning = closesAt !== null && new Date(closesAt) > stage.now();
    for (let left = toTick > 0 ? 0 : missing; left > 0; left -= 1) {
      const said = words('纸上写的');
      const grades = questions.filter(({ kind }) => kind === 'satisfaction').map(({ code }) => [code, luck.between(1, 5)]);
      const sheet = { id, edition, building: null, answers: { ...Object.fromEntries(grades), words: said } };
      if (!(await tries(() => as(TYPES).typeSheet(sheet)))) return;
      // What is typed after the deadline may be too little to be counted.
      if (isRunning) acknowledged.answers.push({ surveyId: id, words: said });
    }
  }

  /** The code is printed once, sheets are ticked by one and typed by another. */
  async function deskTurn(): Promise<void> {
    for (const id of await openSurveys(TICKS)) {
      if (!printed.has(id) && (await tries(() => as(TICKS).surveyCode({ id })))) printed.add(id);
      await tries(() => ticks(id));
      await tries(() => types(id));
    }
  }

  /** The quality department looks at the number of a home it is about to call; it is on record (A1). */
  async function callerTurn(): Promise<void> {
    for (const id of await openSurveys(CALLER)) {
      if (!(await as(CALLER).surveyProgress({ id })).mayCall) continue;
      await tries(async () => {
        const { open, homes } = await as(CALLER).surveyCalls({ id });
        const waiting = homes.find(({ stand }) => stand === 'waiting');
        if (open && waiting) await as(CALLER).surveyCallNumber({ id, homeId: waiting.homeId });
      });
    }
  }

  return {
    begins(at: (what: () => Promise<void>) => void): void {
      if (luck.happens(0.5)) at(deskTurn);
      if (luck.happens(0.1)) at(callerTurn);
    },
    worksOff(): void {
      for (let day = 1; day < DAYS_WORKED_OFF; day += 2) plan(day * DAY + luck.between(1, 20) * HOUR, deskTurn);
    },
  };
}
