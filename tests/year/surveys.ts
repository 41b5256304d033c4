import { DAY, HOUR, isoDay } from '../../shared/kernel/time.ts';
import { type Cast, HAITANGWAN, MANAGEMENT_REPRESENTATIVE, QUALITY, WUTONGLI } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './turns.ts';

/** So long what is left of surveys is taken up again once the year is over. */
const DAYS_WORKED_OFF = 89;
/** Who owes an estate's survey. */
const HEAD = new Map<Cast, string>([
  [WUTONGLI, '周敏'],
  [HAITANGWAN, '唐慧'],
]);

/** By what way a provider is told (S10). */
const WAYS = ['phone', 'meeting', 'letter'] as const;

/** The surveys of June and November (S1–S6): issued, answered by most, analysed, answered in an open letter, sent up, reviewed; what was left undone is taken up another day. Its luck is its own. */
export function surveysOf(stage: Stage, luck: Chance, words: (text: string) => string) {
  const { as, plan, tries, personId, acknowledged } = stage;
  let wasSerious = false;

  /** Somebody of a household takes the time; some tap twice. */
  async function answers(name: string, id: string): Promise<void> {
    const said = words('垃圾桶满得快');
    await tries(async () => {
      const { homes, edition, sections } = await as(name).survey({ id });
      const questions = sections.flatMap((one) => one.questions);
      const graded = questions.filter(({ kind }) => kind === 'satisfaction');
      const asksWords = questions.some(({ code }) => code === 'words');
      for (const { id: homeId } of homes) {
        const grades = Object.fromEntries(graded.filter(() => luck.happens(0.8)).map(({ code }) => [code, luck.between(1, 5)]));
        const first = graded[0]!.code;
        const given = { id, homeId, edition, answers: { [first]: luck.between(1, 5), ...grades, ...(asksWords ? { words: said } : {}) } };
        const { already } = await as(name).answerSurvey(given);
        acknowledged.answered.add(`${id} ${homeId}`);
        if (!already && asksWords) acknowledged.answers.push({ surveyId: id, words: said });
        if (luck.happens(0.2)) await as(name).answerSurvey(given);
      }
    });
  }

  /** What a letter promised is done, and asked about until residents are satisfied (S7). */
  async function deedTurn(cast: Cast, id: string): Promise<void> {
    const { status } = await as(QUALITY[0]).errand({ id });
    if (status === 'closed') return;
    const check = { id, how: luck.happens(0.5) ? ('phone' as const) : ('visit' as const), asked: luck.between(2, 6), words: words('问了几户') };
    const again = new Date(stage.now().getTime() + luck.between(2, 8) * DAY).toISOString();
    if (status === 'given') await tries(() => as(cast.director).giveBackErrand({ id, words: words('垃圾桶添了') }));
    else if (luck.happens(0.3)) await tries(() => as(QUALITY[0]).deedFails({ ...check, unhappy: 1, answerBy: again }));
    else await tries(() => as(QUALITY[0]).deedHolds(check));
    plan(luck.between(4, 100) * HOUR, () => deedTurn(cast, id));
  }

  /** A letter that is due is written, agreed to or sent back, and followed (S5, Z7). */
  async function letterTurn(cast: Cast, id: string): Promise<void> {
    const head = HEAD.get(cast)!;
    const { stand, dueBy, pending, deeds } = await as(head).openLetter({ id });
    if (stand === 'posted') {
      for (const { errandId } of deeds) plan(luck.between(1, 8) * DAY, () => deedTurn(cast, errandId!));
      return;
    }
    if (dueBy === null) return;
    const dueOn = isoDay(new Date(stage.now().getTime() + luck.between(3, 20) * DAY));
    const promised = { words: words('添垃圾桶'), holder: personId(cast.director), dueOn };
    if (stand !== 'waiting') await tries(() => as(head).submitLetter({ id, words: words('谢谢各位的意见'), deeds: [promised] }));
    else {
      const { approvalId, round, step } = pending!;
      const verdict = luck.happens(0.3) ? ('returned' as const) : ('approved' as const);
      await tries(() => as(MANAGEMENT_REPRESENTATIVE).decideApproval({ id: approvalId, round, step, verdict, words: words('写清楚哪几栋') }));
    }
    plan(luck.between(2, 60) * HOUR, () => letterTurn(cast, id));
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
      if (may('analyseSurvey')) {
        // One letter a year at least.
        const serious = luck.happens(0.6) || !wasSerious;
        if (await tries(() => as(name).analyseSurvey({ id, words: words('先添垃圾桶'), serious }))) wasSerious ||= serious;
        plan(luck.between(2, 80) * HOUR, () => letterTurn(cast, id));
      }
      if (may('sendSurveyUp') && (await tries(() => as(name).sendSurveyUp({ id }))))
        plan(
          luck.between(2, 100) * HOUR,
          async () => void (await tries(() => as(MANAGEMENT_REPRESENTATIVE).reviewSurvey({ id, words: words('照这个做') }))),
        );
    }
  }

  /** The homes a survey was drawn for are called; whoever answers is counted as if they had done it themselves. It takes no luck, so that the rest of the year stays as it is. */
  async function calls(name: string, id: string): Promise<void> {
    await tries(async () => {
      const { homes, edition, open, sections } = await as(name).surveyCalls({ id });
      const questions = sections.flatMap((one) => one.questions);
      for (const { homeId } of homes.filter(({ stand }) => open && stand === 'waiting')) {
        const said = words('约好的时间来了');
        const graded = questions.filter(({ kind }) => kind === 'satisfaction').map(({ code }) => [code, 4]);
        const { already } = await as(name).answerByPhone({ id, homeId, edition, answers: { ...Object.fromEntries(graded), words: said } });
        acknowledged.answered.add(`${id} ${homeId}`);
        if (!already) acknowledged.answers.push({ surveyId: id, words: said });
      }
    });
  }

  /** Each outside provider who served is told what came out, one after the other (S10). */
  async function tellsProviders(name: string, id: string): Promise<void> {
    const { providers } = await as(name).surveyTelling({ id });
    for (const [index, { id: providerId, told }] of providers.entries())
      if (!told) await tries(() => as(name).tellProvider({ id, providerId, how: WAYS[index % WAYS.length]!, words: words('答应先打电话') }));
  }

  /** The quality department's own: drawn, answered by some, written up (S12); of special services called, and told to who did them (S10). */
  async function qualityTurn(): Promise<void> {
    const [name] = QUALITY;
    for (const { id } of (await as(name).errands({ which: 'open', kind: 'survey' })).items) {
      const may = (await as(name).errand({ id })).actions.map(({ action }) => action);
      const { mayCall, tells } = await as(name).surveyProgress({ id });
      if (!mayCall) continue;
      if (may.includes('issueSurvey') && (await tries(() => as(name).issueSurvey({ id, coverage: 'sample' }))))
        for (const cast of tells ? [] : HEAD.keys())
          for (const resident of cast.residents) if (luck.happens(0.6)) plan(luck.between(1, 9 * 24) * HOUR, () => answers(resident, id));
      if (tells && may.length === 0) await calls(name, id);
      if (may.includes('tellProvider')) await tellsProviders(name, id);
      if (may.includes('concludeSurvey') || may.includes('analyseSurvey'))
        await tries(() => as(name).analyseSurvey({ id, words: words('意见都有回音'), serious: false }));
    }
  }

  return {
    begins(at: (what: () => Promise<void>) => void): void {
      for (const cast of HEAD.keys()) if (luck.happens(0.3)) at(() => headTurn(cast));
      if (luck.happens(0.3)) at(qualityTurn);
    },
    worksOff(): void {
      for (let day = 1; day < DAYS_WORKED_OFF; day += 2) {
        for (const cast of HEAD.keys()) plan(day * DAY + luck.between(1, 20) * HOUR, () => headTurn(cast));
        plan(day * DAY + luck.between(1, 20) * HOUR, qualityTurn);
      }
    },
  };
}
