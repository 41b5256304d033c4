import type { CadenceRow } from '../kernel/cadences.ts';
import { SETTINGS } from '../kernel/settings.ts';
import type { MissedBy } from './rows.ts';

const HOLDERS: Record<MissedBy, string> = {
  keeper: '渠道的负责人',
  departmentHead: '部门负责人',
  serviceCentreHead: '服务中心负责人',
  director: '主任',
  companyHead: '公司部门负责人',
};

/** Whose a duty is, as people say it. */
export const sayHolder = (by: MissedBy): string => HOLDERS[by];

const EVERY: Record<Exclude<CadenceRow['every'], object>, string> = {
  day: '每天',
  week: '每周',
  month: '每月',
  twoMonths: '逢双月',
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
};

/** How often, as people say it; a figure of a setting is said beside it, by its own row. */
export function sayEvery(every: CadenceRow['every']): string {
  if (typeof every === 'string') return EVERY[every];
  return typeof every.days === 'number' ? `每 ${every.days} 天` : SETTINGS[every.days].label;
}
