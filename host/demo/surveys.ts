import type { OfficeLetters } from '../../db/seeds/company.ts';
import type { Planted } from '../../db/seeds/plant.ts';
import { DAY, HOUR, startOfDay } from '../../shared/kernel/time.ts';
import type { Deed, DemoApi } from './deeds.ts';

/** Who owes the survey of an estate that has begun, and who of it answers, from the first to the last. */
const HEAD = '周敏';
const REVIEWER = '彭浩';
const HOUSEHOLDS = ['王秀兰', '陈一鸣', '吴晓雯', '方国栋', '周文静', '马建军', '何静'] as const;
const ESTATE: OfficeLetters = 'WT';

/** What each household gives each field, one digit a field from buildings to communication. */
const GRADES: Record<(typeof HOUSEHOLDS)[number], string> = {
  王秀兰: '4555445545',
  陈一鸣: '3444534442',
  吴晓雯: '4425443443',
  方国栋: '2334422231',
  周文静: '4424454443',
  马建军: '3422543342',
  何静: '5545555554',
};
const WORDS: Partial<Record<(typeof HOUSEHOLDS)[number], string>> = {
  方国栋: '电动车还是有人推进楼道充电，希望在楼下多装几个充电桩',
  马建军: '垃圾桶旁边夏天味道大，能不能一天多收一次',
};

/** The head does what is next of a survey, whenever one has come round: issues it, writes its analysis, sends it up. */
const looksAfter: Deed['does'] = async (api) => {
  for (const { id } of (await api.errands({ which: 'open', kind: 'survey' })).items) {
    const { actions } = await api.errand({ id });
    const may = (action: string) => actions.some((one) => one.action === action);
    if (may('issueSurvey')) await api.issueSurvey({ id, coverage: 'census' });
    if (may('analyseSurvey')) await api.analyseSurvey({ id, words: '说得最多的是回话慢和楼道卫生：回话定了十五分钟，楼道每天多扫一遍。' });
    if (may('sendSurveyUp')) await api.sendSurveyUp({ id });
  }
};

const reviews: Deed['does'] = async (api) => {
  for (const { id } of (await api.errands({ which: 'open', kind: 'survey' })).items)
    if ((await api.errand({ id })).actions.some((one) => one.action === 'reviewSurvey'))
      await api.reviewSurvey({ id, words: '同意。下次请客服分楼栋上门收一次，收回率再提一提。' });
};

const answers = async (api: DemoApi, name: (typeof HOUSEHOLDS)[number]): Promise<void> => {
  for (const line of (await api.surveys({})).items.filter((one) => one.stand === 'open')) {
    const asked = await api.survey({ id: line.id });
    const graded = asked.sections.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'satisfaction'));
    const grades = Object.fromEntries(graded.map(({ code }, index) => [code, Number(GRADES[name][index])]));
    const words = WORDS[name];
    await api.answerSurvey({ id: line.id, homeId: line.homeId, edition: asked.edition, answers: { ...grades, ...(words ? { words } : {}) } });
  }
};

/** S1–S6: where June or November has come round, 梧桐里's survey goes its way, day by day. */
export function surveyDeeds(planted: Planted, until: Date): Deed[] {
  if (!planted.offices.has(ESTATE)) return [];
  const today = startOfDay(until).getTime();
  return Array.from({ length: 30 }, (_, index) => new Date(today - index * DAY)).flatMap((day, index): Deed[] => {
    const at = (hours: number) => new Date(day.getTime() + hours * HOUR);
    const household = HOUSEHOLDS[index % HOUSEHOLDS.length]!;
    return [
      { at: at(9), name: HEAD, does: looksAfter },
      { at: at(15), name: REVIEWER, does: reviews },
      { at: at(20), name: household, does: (api) => answers(api, household) },
    ];
  });
}
