import type { Dated } from '../kernel/rules.ts';
import { inForce } from '../kernel/rules.ts';
import { isoDay } from '../kernel/time.ts';
import { FIELDS, type SORTED_FIELDS } from '../tickets/fields.ts';
import { MOST_OWN } from './own-kinds.ts';

/** From very dissatisfied to very satisfied; whoever did not notice leaves it out, and is not counted. */
export const SATISFACTION = { 5: '很满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' } as const;
export type Satisfaction = keyof typeof SATISFACTION;

/** What a question belongs to: a field of service (I18), how one is spoken with, the whole, what an estate asks besides (S8), or what colleagues need (S11). */
export type SurveyField = (typeof SORTED_FIELDS)[number] | 'communication' | 'whole' | 'own' | keyof typeof NEEDS;

/** What colleagues need to work well (S11). */
export const NEEDS = {
  training: '培训',
  tools: '工具和物料',
  hours: '工作时间和休息',
  board: '食宿',
  pay: '收入和福利',
  heard: '管理和沟通',
} as const;

/** Asked only of whoever answered another question so. */
export interface ShowIf {
  code: string;
  among: readonly (number | string)[];
}

interface Asked {
  /** What it is for ever: the same code in another edition is the same question, and half-years compare. */
  code: string;
  text: string;
  /** What it is called among the figures, where its section asks several. */
  label?: string;
  showIf?: ShowIf;
  /** Stands under its section's first question, folded until somebody wants to say more. */
  folded?: true;
}

type Choice = { options: Readonly<Record<string, string>> };

/** One question. What it asks says what an answer looks like. */
export type Question =
  | (Asked & { kind: 'satisfaction' })
  | (Asked & { kind: 'single' } & Choice)
  | (Asked & { kind: 'multiple' } & Choice)
  | (Asked & { kind: 'matrix'; lines: Readonly<Record<string, string>> })
  | (Asked & { kind: 'scale' })
  | (Asked & { kind: 'words'; most: number });

export interface Section {
  field: SurveyField;
  questions: readonly Question[];
}

/** What is asked of households, or of colleagues. An edition that was used is never edited; its successor stands below it. */
export interface Questionnaire extends Dated {
  questionnaire: 'half_year' | 'spot' | 'special' | 'own' | 'colleagues';
  title: string;
  sections: readonly Section[];
  clause: string;
}

const unhappy = (code: string): ShowIf => ({ code, among: [1, 2] });

/** One question a field at a tap; what was not well about it is asked only of whoever is not satisfied with it. */
const section = (field: SurveyField, text: string, options: Readonly<Record<string, string>>): Section => ({
  field,
  questions: [
    { code: field, kind: 'satisfaction', text },
    { code: `${field}_why`, kind: 'multiple', text: '哪里不满意（可以多选）', options, showIf: unhappy(field), folded: true },
  ],
});

const HALF_YEAR: readonly Section[] = [
  section('buildings', '楼道、屋面、外墙这些公共部位，养护得怎么样？', { leak: '渗漏', wall: '墙面破损', lights: '楼道灯', slow: '修得慢' }),
  section('equipment', '电梯、水泵、门禁这些设备，好不好用？', { lift: '电梯', water: '供水', gate: '门禁', slow: '修得慢' }),
  section('environment', '楼道和小区打扫得干净吗？', { stairs: '楼道', bins: '垃圾桶', pests: '蚊虫鼠害', smell: '异味' }),
  section('greening', '花草树木养护得怎么样？', { trim: '修剪', dead: '枯死没补种', spray: '打药没告诉' }),
  section('security', '门岗、巡逻和访客管理让您放心吗？', { gate: '门岗', patrol: '巡逻', strangers: '生人进出', theft: '失窃' }),
  section('fire', '消防通道和消防器材管得好吗？', { blocked: '通道被占', gear: '器材坏了或缺了', charging: '电动车充电' }),
  section('vehicles', '停车和小区道路管得怎么样？', { parking: '停车', roads: '路面', speed: '车速', charging: '充电桩' }),
  section('special', '特约服务（收费的上门服务）做得怎么样？', { price: '价格', quality: '做得不好', late: '来得晚' }),
  section('on_request', '您报修或托办的事，办得怎么样？', { slow: '来得晚', again: '修了又坏', attitude: '态度', price: '收费' }),
  section('communication', '找我们说话方便吗，回话及时吗？', { phone: '电话打不通', late: '回话晚', nothing: '没有下文', attitude: '态度' }),
  {
    field: 'whole',
    questions: [
      { code: 'recommend', kind: 'scale', text: '您会向朋友推荐住到这里吗？0 是不会，10 是一定会', folded: true },
      { code: 'words', kind: 'words', text: '还想说什么？', most: 300, folded: true },
    ],
  },
];

/** Short, for the phone: how the month went (S12). */
const SPOT: readonly Section[] = [
  section('environment', '这个月小区打扫得怎么样？', { stairs: '楼道', bins: '垃圾桶', pests: '蚊虫鼠害', smell: '异味' }),
  section('security', '这个月门岗、巡逻让您放心吗？', { gate: '门岗', patrol: '巡逻', strangers: '生人进出', theft: '失窃' }),
  section('communication', '这个月有事找我们，回话和办得怎么样？', { phone: '电话打不通', late: '回话晚', nothing: '没有下文', attitude: '态度' }),
  { field: 'whole', questions: [{ code: 'words', kind: 'words', text: '还想说什么？', most: 300, folded: true }] },
];

/** Of a special service that was done: short, for the phone (S10). */
const SPECIAL: readonly Section[] = [
  {
    field: 'special',
    questions: [
      { code: 'service_on_time', kind: 'satisfaction', label: '准时', text: '约好的时间，准时来了吗？' },
      { code: 'service_quality', kind: 'satisfaction', label: '做得好', text: '做得怎么样？' },
      { code: 'service_attitude', kind: 'satisfaction', label: '态度', text: '来做的人态度怎么样？' },
      { code: 'service_price', kind: 'satisfaction', label: '价格公道', text: '收的钱公道吗？不收费的跳过。' },
      { code: 'service_again', kind: 'single', text: '下次还会用吗？', options: { yes: '会', unsure: '说不好', no: '不会' } },
    ],
  },
  { field: 'whole', questions: [{ code: 'words', kind: 'words', text: '还想说什么？', most: 300, folded: true }] },
];

/** One need at a tap; what is missing is asked of whoever could do with more. */
const need = (field: keyof typeof NEEDS, text: string, options: Readonly<Record<string, string>>): Section => ({
  field,
  questions: [
    { code: field, kind: 'satisfaction', text },
    { code: `${field}_why`, kind: 'multiple', text: '还缺什么（可以多选）', options, showIf: { code: field, among: [1, 2, 3] }, folded: true },
  ],
});

const COLLEAGUES: readonly Section[] = [
  need('training', '培训够不够、用不用得上？', { skills: '岗位技能', safety: '安全', service: '怎么和住户说话', promotion: '升职要学的' }),
  need('tools', '工具、物料、劳保用品够用吗？', { tools: '工具', materials: '物料备件', safety: '劳保用品', phones: '对讲机、手机' }),
  need('hours', '工作时间和休息安排得怎么样？', { shifts: '排班', overtime: '加班', rest: '调休、年休', staffing: '人手' }),
  need('board', '吃饭、住宿安排得怎么样？', { meals: '伙食', lodging: '宿舍', hot_water: '热水洗澡', resting_place: '休息的地方' }),
  need('pay', '收入和福利您满意吗？', { wages: '工资', insurance: '社保', holidays: '节日福利', health: '体检' }),
  need('heard', '您的想法有人听、有人回吗？', { superior: '主管', meetings: '例会', rules: '制度说不清', praise: '做得好没人说' }),
  { field: 'whole', questions: [{ code: 'words', kind: 'words', text: '还想说什么？', most: 300, folded: true }] },
];

// The editions. Answers say which one they answer.
// biome-ignore format: a table reads best as one
export const QUESTIONNAIRES: readonly Questionnaire[] = [
  { questionnaire: 'half_year', title: '半年满意率调查', sections: HALF_YEAR, clause: 'S1', since: '2026-01-01' },
  { questionnaire: 'spot', title: '日常管理满意度抽查', sections: SPOT, clause: 'S12', since: '2026-01-01' },
  { questionnaire: 'special', title: '特约服务客户调查', sections: SPECIAL, clause: 'S10', since: '2026-01-01' },
  { questionnaire: 'colleagues', title: '员工需求普查', sections: COLLEAGUES, clause: 'S11', since: '2026-01-01' },
];

/** The edition of a questionnaire on the day of `now`. @param editions all there are @throws Error where the company asks nothing of the kind yet: a mistake of ours */
export function editionAt(
  questionnaire: Questionnaire['questionnaire'],
  now: Date,
  editions: readonly Questionnaire[] = QUESTIONNAIRES,
): Questionnaire {
  const row = inForce(editions, isoDay(now), (one) => one.questionnaire).find((one) => one.questionnaire === questionnaire);
  if (!row) throw new Error(`no edition of ${questionnaire} yet`);
  return row;
}

/** An edition by its name and the day it is from; undefined where there is none. */
export const editionOf = (questionnaire: string, edition: string, editions: readonly Questionnaire[] = QUESTIONNAIRES): Questionnaire | undefined =>
  editions.find((one) => one.questionnaire === questionnaire && one.since === edition);

/** Every question of an edition, in its order. */
export const questionsOf = ({ sections }: Questionnaire): Question[] => sections.flatMap(({ questions }) => questions);

/** The questions of an edition that are answered in words, by their codes. */
export const wordsCodesOf = (edition: Questionnaire): string[] => questionsOf(edition).flatMap((one) => (one.kind === 'words' ? [one.code] : []));

/** What an estate's own questions in words are called, in the order they are asked in (S8). */
export const OWN_WORDS_CODES: readonly string[] = Array.from({ length: MOST_OWN }, (_, index) => `words_${index + 1}`);

/** The same of every edition there was, and of whatever an estate may ask. */
export const WORDS_CODES: readonly string[] = [...new Set([...QUESTIONNAIRES.flatMap(wordsCodesOf), ...OWN_WORDS_CODES])];

/** What a question is called among the figures. */
export const sayQuestion = (field: SurveyField, { label, text }: Pick<Question, 'label' | 'text'>): string =>
  label ?? (field === 'own' ? text : sayField(field));

/** What a section is about, as people say it. */
export function sayField(field: SurveyField): string {
  if (field === 'communication') return '沟通和回话';
  if (field === 'own') return '小区另外问的';
  if (field === 'whole') return '总的来说';
  return field in NEEDS ? NEEDS[field as keyof typeof NEEDS] : FIELDS[field as keyof typeof FIELDS];
}
