import { DAY, HOUR, isoDay } from '../../shared/kernel/time.ts';
import { HAITANGWAN, WUTONGLI } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './turns.ts';

const HR = '韩梅';
const GENERAL_MANAGER = '蔡建华';
const WRITERS = [...WUTONGLI.technicians, ...WUTONGLI.agents, ...HAITANGWAN.technicians];
const DAYS_WORKED_OFF = 89;

/** 员工需求普查 and 总裁信箱 (S11): issued, answered by most, analysed, answered by a document; letters answered face to face or by one. Its luck is its own. */
export function needsOf(stage: Stage, luck: Chance, words: (text: string) => string) {
  const { as, plan, tries } = stage;
  const silent = new Set<string>();

  async function answers(name: string, id: string): Promise<void> {
    await tries(async () => {
      const { edition, sections } = await as(name).needsSurvey({ id });
      const graded = sections.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'satisfaction');
      const grades = Object.fromEntries(graded.map(({ code }) => [code, luck.between(1, 5)]));
      await as(name).answerNeedsSurvey({ id, edition, answers: { ...grades, hours: 2, hours_why: ['staffing'] } });
      if (luck.happens(0.3)) await as(name).answerNeedsSurvey({ id, edition, answers: grades });
    });
  }

  /** The personnel department does what is next. */
  async function hrTurn(): Promise<void> {
    for (const { id } of (await as(HR).errands({ which: 'open', kind: 'needs' })).items) {
      const may = (await as(HR).errand({ id })).actions.map(({ action }) => action);
      if (may.includes('issueNeeds') && (await tries(() => as(HR).issueNeeds({ id }))))
        for (const name of WRITERS) plan(luck.between(1, 9 * 24) * HOUR, () => answers(name, id));
      if (may.includes('analyseNeeds') || may.includes('concludeNeeds')) await tries(() => as(HR).analyseNeeds({ id, words: words('人手最缺') }));
      if (may.includes('answerNeeds')) {
        const { common } = await as(HR).needsProgress({ id });
        const gets = common.map(({ label }) => ({ need: label, gets: words('年底前办到') }));
        await tries(() => as(HR).answerNeeds({ id, title: words('关于需求普查的答复'), words: words('一样一样办'), gets }));
      }
    }
  }

  /** Whoever wrote says whether they spoke; some never do, until silence ends it. */
  async function writerTurn(name: string, id: string): Promise<void> {
    if (stage.isOver()) return void (await tries(() => as(name).confirmTalk({ id })));
    if (!silent.has(id) && luck.happens(0.2)) silent.add(id);
    if (silent.has(id)) return;
    await tries(() => (luck.happens(0.8) ? as(name).confirmTalk({ id }) : as(name).denyTalk({ id })));
  }

  /** A day to speak on, or another than was agreed. */
  function namesDay(id: string, status: 'given' | 'taken') {
    const on = (days: number) => isoDay(new Date(stage.now().getTime() + days * DAY));
    if (status === 'given') return as(GENERAL_MANAGER).arrangeTalk({ id, talkOn: on(1) });
    return as(GENERAL_MANAGER).moveTalk({ id, talkOn: on(3), why: words('那天开会') });
  }

  /** The general manager answers what lies there, and whoever wrote says whether they spoke. */
  async function managerTurn(): Promise<void> {
    const { items } = await as(GENERAL_MANAGER).mailbox({ which: 'all' });
    for (const { id, status, signed, writerName } of items) {
      if (status === 'returned' && writerName !== null) await writerTurn(writerName, id);
      if (status !== 'given' && status !== 'taken') continue;
      if (!signed || luck.happens(0.3))
        await tries(() => as(GENERAL_MANAGER).answerByDocument({ id, title: words('关于排班'), words: words('夜班最多连上三个') }));
      else if (!stage.isOver() && luck.happens(0.5)) await tries(() => namesDay(id, status));
      else await tries(() => as(GENERAL_MANAGER).recordTalk({ id, agreed: words('下个月起改') }));
    }
  }

  async function writes(): Promise<void> {
    const name = luck.pick(WRITERS);
    const letter = { need: 'work' as const, words: words('夜班排得太密') };
    if (luck.happens(0.3)) await tries(() => as(name).writeUnsigned(letter));
    else
      await tries(async () => {
        const { id } = await as(name).writeToMailbox(letter);
        if (luck.happens(0.1)) await as(name).takeBackLetter({ id });
      });
  }

  return {
    begins(at: (what: () => Promise<void>) => void): void {
      if (luck.happens(0.3)) at(hrTurn);
      if (luck.happens(0.3)) at(managerTurn);
      if (luck.happens(0.1)) at(writes);
    },
    worksOff(): void {
      for (let day = 1; day < DAYS_WORKED_OFF; day += 2) {
        plan(day * DAY + luck.between(1, 20) * HOUR, hrTurn);
        plan(day * DAY + luck.between(1, 20) * HOUR, managerTurn);
      }
    },
  };
}
