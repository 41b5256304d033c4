import { DAY, HOUR } from '../../shared/kernel/time.ts';
import { QUESTIONNAIRES, questionsOf } from '../../shared/surveys/questionnaires.ts';
import { type Cast, HAITANGWAN, MANAGEMENT_REPRESENTATIVE, WUTONGLI } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './turns.ts';

const GRADED = questionsOf(QUESTIONNAIRES[0]!).filter(({ kind }) => kind === 'satisfaction');
/** Who owes an estate's survey. */
const HEAD = new Map<Cast, string>([
  [WUTONGLI, '周敏'],
  [HAITANGWAN, '唐慧'],
]);

/** The surveys of June and November (S1–S6): issued, answered by most, analysed, sent up, reviewed; what was left undone is taken up another day. Its luck is its own. */
export function surveysOf(stage: Stage, luck: Chance, words: (text: string) => string) {
  const { as, plan, tries, acknowledged } = stage;

  /** Somebody of a household takes the time; some tap twice. */
  async function answers(name: string, id: string): Promise<void> {
    const said = words('垃圾桶满得快');
    await tries(async () => {
      const { homes, edition } = await as(name).survey({ id });
      for (const { id: homeId } of homes) {
        const grades = Object.fromEntries(GRADED.filter(() => luck.happens(0.8)).map(({ code }) => [code, luck.between(1, 5)]));
        const given = { id, homeId, edition, answers: { ...grades, recommend: luck.between(0, 10), words: said } };
        const { already } = await as(name).answerSurvey(given);
        acknowledged.answered.add(`${id} ${homeId}`);
        if (!already) acknowledged.answers.push({ surveyId: id, words: said });
        if (luck.happens(0.2)) await as(name).answerSurvey(given);
      }
    });
  }

  /** Whoever owes an estate's survey does what is next of it, or puts it off. */
  async function headTurn(cast: Cast): Promise<void> {
    const name = luck.happens(0.7) ? HEAD.get(cast)! : cast.director;
    const { items } = await as(name).errands({ which: 'open', kind: 'survey' });
    for (const { id } of items) {
      const { actions } = await as(name).errand({ id });
      const may = (action: string) => actions.some((one) => one.action === action);
      if (may('issueSurvey') && (await tries(() => as(name).issueSurvey({ id, coverage: luck.happens(0.6) ? 'census' : 'sample' }))))
        for (const resident of cast.residents) if (luck.happens(0.85)) plan(luck.between(1, 9 * 24) * HOUR, () => answers(resident, id));
      if (may('analyseSurvey')) await tries(() => as(name).analyseSurvey({ id, words: words('先添垃圾桶') }));
      if (may('sendSurveyUp') && (await tries(() => as(name).sendSurveyUp({ id }))))
        plan(
          luck.between(2, 100) * HOUR,
          async () => void (await tries(() => as(MANAGEMENT_REPRESENTATIVE).reviewSurvey({ id, words: words('照这个做') }))),
        );
    }
  }

  return {
    begins(at: (what: () => Promise<void>) => void): void {
      for (const cast of HEAD.keys()) if (luck.happens(0.3)) at(() => headTurn(cast));
    },
    worksOff(): void {
      for (const cast of HEAD.keys()) plan(luck.between(1, 20) * HOUR + DAY, () => headTurn(cast));
    },
  };
}
