/** What there is of a company, as far as its beginning asks. */
export interface CompanyFacts {
  estates: number;
  /** Estates without a home, without a director, without an agent, without a technician, without anybody on their roster. */
  withoutHomes: number;
  withoutDirector: number;
  withoutAgent: number;
  withoutTechnician: number;
  withoutResidents: number;
  /** Nobody of the quality department yet. */
  withoutQuality: boolean;
  /** Nobody who may approve for the company yet. */
  withoutRepresentative: boolean;
}

export interface Step {
  code: 'estate' | 'homes' | 'director' | 'company' | 'staff' | 'residents';
  label: string;
  note: string;
  isDone: (facts: CompanyFacts) => boolean;
}

// What a new company does first, in order: the first repair needs a home, an agent and a technician; the first complaint the quality department.
// biome-ignore format: a table reads best as one
export const STEPS: readonly Step[] = [
  { code: 'estate',    label: '建第一个小区',                 note: '名称、服务电话、上班时间',                       isDone: ({ estates }) => estates > 0 },
  { code: 'homes',     label: '排好楼栋和房号',               note: '一栋一栋排，或者跟住户名单一起导入',             isDone: ({ estates, withoutHomes }) => estates > 0 && withoutHomes === 0 },
  { code: 'director',  label: '每个小区定一位主任',           note: '主任再定本小区的客服和师傅',                     isDone: ({ estates, withoutDirector }) => estates > 0 && withoutDirector === 0 },
  { code: 'staff',     label: '每个小区有客服、有师傅',       note: '有人收报修，有人上门',                           isDone: ({ estates, withoutAgent, withoutTechnician }) => estates > 0 && withoutAgent === 0 && withoutTechnician === 0 },
  { code: 'company',   label: '定品质管理部、管理者代表',     note: '投诉、回访、审批要有人办；没有人的时候往上一级', isDone: ({ withoutQuality, withoutRepresentative }) => !withoutQuality && !withoutRepresentative },
  { code: 'residents', label: '导入住户名单',                 note: '登记过的号码，住户点一下就绑上',                 isDone: ({ estates, withoutResidents }) => estates > 0 && withoutResidents === 0 },
];

/** What comes next; null once all of it is done. */
export const nextStep = (facts: CompanyFacts): Step | null => STEPS.find((step) => !step.isDone(facts)) ?? null;
