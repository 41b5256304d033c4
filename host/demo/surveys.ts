import type { OfficeLetters } from '../../db/seeds/company.ts';
import type { Planted } from '../../db/seeds/plant.ts';
import { DAY, HOUR, isoDay, startOfDay } from '../../shared/kernel/time.ts';
import type { Deed, DemoApi } from './deeds.ts';

/** Who owes the survey of an estate that has begun, and who of it answers, from the first to the last. */
const HEAD = '周敏';
const REVIEWER = '彭浩';
const HOUSEHOLDS = ['王秀兰', '陈一鸣', '吴晓雯', '方国栋', '周文静', '马建军', '何静'] as const;
const CALLER = '吴桐';
const CALLS_A_DAY = 2;
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
    await writes(api, id);
    if (may('sendSurveyUp')) await api.sendSurveyUp({ id });
  }
};

/** Whether a survey is at the point where its letter is written and agreed to. */
const owesLetter = async (api: DemoApi, id: string): Promise<boolean> =>
  (await api.errand({ id })).status === 'returned' && (await api.surveyProgress({ id })).goesUp;

/** The letter of a survey that owes one. */
async function writes(api: DemoApi, id: string): Promise<void> {
  if (!(await owesLetter(api, id))) return;
  const { dueBy, mayWrite, people, now } = await api.openLetter({ id });
  if (!mayWrite || dueBy === null) return;
  const who = (name: string) => people.find((one) => one.name.startsWith(name))!.id;
  const inDays = (days: number) => isoDay(new Date(new Date(now).getTime() + days * DAY));
  const deeds = [
    { words: '微信里留的话，白天十五分钟内有人回', holder: who('周'), dueOn: inDays(4) },
    { words: '楼道每天多扫一遍，垃圾桶夏天一天收两次', holder: who('罗'), dueOn: inDays(6) },
    { words: '三栋、五栋楼下添充电桩', holder: who('陈'), dueOn: inDays(60) },
  ];
  await api.submitLetter({ id, words: LETTER, deeds });
}

const LETTER = [
  '各位业主、住户：',
  '谢谢您花时间答这次调查。说得最多的是回话慢：电话打不通，微信里留了话没有下文。还有几户说楼道卫生和充电的事。这些我们都看了，下面是我们答应做的，做到没有，您在这里看得到。',
  '梧桐里服务中心',
].join('\n');

/** The management representative agrees to a letter that waits. */
const agrees: Deed['does'] = async (api) => {
  for (const { id } of (await api.errands({ which: 'open', kind: 'survey' })).items) {
    if (!(await owesLetter(api, id))) continue;
    const { mayDecide, pending } = await api.openLetter({ id });
    if (mayDecide && pending)
      await api.decideApproval({ id: pending.approvalId, round: pending.round, step: pending.step, verdict: 'approved', words: '' });
  }
};

/** Whoever promised something in a letter does it, a few days on; the last of it takes its time. */
const keeps: Deed['does'] = async (api) => {
  for (const { id, answerBy, kind, status } of (await api.errands({ which: 'mine', kind: 'deed' })).items) {
    const isSoon = answerBy !== null && new Date(answerBy).getTime() - new Date((await api.errands({ which: 'mine' })).now).getTime() < 3 * DAY;
    if (kind === 'deed' && status === 'given' && isSoon) await api.giveBackErrand({ id, words: '已经照这样做了，每天下班前看一遍。' });
  }
};

/** The quality department asks residents whether it is so (S7). */
const asks: Deed['does'] = async (api) => {
  for (const { id, status } of (await api.errands({ which: 'open', kind: 'deed' })).items)
    if (status === 'returned') await api.deedHolds({ id, how: 'phone', asked: 4, words: '四户都说好多了' });
};

/** What a household says on the phone, one grade after the other; the second called of a day grades the third better. */
const gradesBy = ({ sections }: { sections: { questions: { code: string; kind: string }[] }[] }, nth: number): Record<string, number> => {
  const graded = sections.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'satisfaction'));
  const grades = [4, 5, 3 + nth];
  return Object.fromEntries(graded.map(({ code }, index) => [code, grades[index % grades.length]!]));
};

const ABOUT_THE_MONTH = '这个月的意见都有回音；回话慢的两件，请服务中心当天回。';
const ABOUT_SERVICES = '做得都好，有两户说来得晚：请上门前先打电话，晚了说一声。';

/** Each provider who has not been told is rung up (S10). */
async function rings(api: DemoApi, id: string): Promise<void> {
  for (const { id: providerId, told } of (await api.surveyTelling({ id })).providers)
    if (!told) await api.tellProvider({ id, providerId, how: 'phone', words: '把结果念给对方听了；答应上门前先打电话。' });
}

/** The quality department draws the homes of the month, or those that used a special service, asks two of them a day on the phone, and writes what came of it (S12, S10). */
const asksByPhone: Deed['does'] = async (api) => {
  for (const { id } of (await api.errands({ which: 'open', kind: 'survey' })).items) {
    const may = (await api.errand({ id })).actions.map(({ action }) => action);
    const { mayCall, tells } = await api.surveyProgress({ id });
    if (!mayCall) continue;
    if (may.includes('issueSurvey')) await api.issueSurvey({ id, coverage: 'sample' });
    const isOver = may.includes('concludeSurvey') || may.includes('analyseSurvey');
    if (isOver) await api.analyseSurvey({ id, words: tells ? ABOUT_SERVICES : ABOUT_THE_MONTH });
    if (may.includes('tellProvider')) await rings(api, id);
    const { open, homes, edition, sections } = await api.surveyCalls({ id });
    for (const [index, { homeId }] of homes
      .filter(({ stand }) => open && stand === 'waiting')
      .slice(0, CALLS_A_DAY)
      .entries())
      await api.answerByPhone({ id, homeId, edition, answers: gradesBy({ sections }, index) });
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
    const why: Record<string, string[]> = graded.some(({ code }, index) => code === 'communication' && Number(GRADES[name][index]) <= 2)
      ? { communication_why: ['late'] }
      : {};
    const words = WORDS[name];
    await api.answerSurvey({ id: line.id, homeId: line.homeId, edition: asked.edition, answers: { ...grades, ...why, ...(words ? { words } : {}) } });
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
      { at: at(10), name: '周敏', does: keeps },
      { at: at(11), name: '罗芳', does: keeps },
      { at: at(14), name: REVIEWER, does: agrees },
      { at: at(10), name: CALLER, does: asksByPhone },
      { at: at(15), name: REVIEWER, does: reviews },
      { at: at(16), name: '吴桐', does: asks },
      { at: at(20), name: household, does: (api) => answers(api, household) },
    ];
  });
}
