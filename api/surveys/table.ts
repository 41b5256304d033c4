import type { SurveyResults } from '../../shared/contract/surveys.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { SATISFACTION } from '../../shared/surveys/questionnaires.ts';
import type { Ctx } from '../context.ts';
import { sheetOf } from '../registers/sheet.ts';
import { readable, surveyResults } from './reading.ts';

const NARROW = 10;
const WIDE = 26;
const GRADES = Object.values(SATISFACTION).reverse();
const COLUMNS = [
  { title: '项目', width: WIDE },
  ...[...GRADES, '答了的', '满意的', '满意率', '误差', '上一次', '比上一次'].map((title) => ({ title, width: NARROW })),
];
/** Stands for what is not shown, so that nobody is told by it. */
const HIDDEN = '—';

const percentOf = (value: number | null) => (value === null ? HIDDEN : `${value}%`);
const POINT = 10;
const changeOf = (now: number | null, before: number | null) =>
  now === null || before === null ? '' : String(Math.round((now - before) * POINT) / POINT);

type Rated = Pick<SurveyResults['fields'][number], 'valid' | 'satisfied' | 'percent' | 'margin' | 'before'>;

function lineOf(label: string, rate: Rated, grades: readonly (number | null)[]): string[] {
  const counts = rate.percent === null ? [HIDDEN, HIDDEN] : [String(rate.valid), String(rate.satisfied)];
  return [
    label,
    ...GRADES.map((_, at) => (grades.length === 0 ? '' : String(grades[at] ?? HIDDEN))),
    ...counts,
    percentOf(rate.percent),
    rate.margin === null ? '' : `±${rate.margin}`,
    rate.before === null ? '' : `${rate.before}%`,
    changeOf(rate.percent, rate.before),
  ];
}

/** The lines below the heading: field by field, the whole, then the buildings as far as they are shown. */
function linesOf({ fields, whole, buildings, hidden, tooLate, leastShown, unit }: SurveyResults): string[][] {
  const blank = COLUMNS.map(() => '');
  const ofBuildings = buildings.map(({ name, valid, percent }) => [name, ...GRADES.map(() => ''), String(valid), '', percentOf(percent), '', '', '']);
  return [
    ...fields.map((field) => lineOf(field.label, field, field.percent === null ? GRADES.map(() => null) : field.grades.map(({ count }) => count))),
    lineOf('总体', whole, []),
    ...(buildings.length > 0 ? [blank, ['各栋'], ...ofBuildings] : []),
    blank,
    [
      `“${HIDDEN}”是答的不到 ${leastShown} ${unit}，或者从别的数算得出来：不单独列，认不出是谁。${hidden > 0 ? `另有 ${hidden} 栋这样不单独列。` : ''}`,
    ],
    ...(tooLate > 0 ? [[`另有 ${tooLate} 份录入得太晚，没有计入统计，免得认出是谁。`]] : []),
  ];
}

/** The form's name: of customers, or of colleagues (S11). */
const nameOf = ({ unit }: Pick<SurveyResults, 'unit'>): string => (unit === '户' ? '客户满意率统计表' : '员工需求普查统计表');

/** What stands over the table: of which estate and half-year, how many were issued and came back. */
function aboveOf(found: SurveyResults, on: string): string[][] {
  const { issued, returned, least, below, beforeLabel } = found;
  const share = issued === 0 ? 0 : Math.round((returned / issued) * 100 * POINT) / POINT;
  return [
    [nameOf(found)],
    [found.unit === '户' ? '小区' : '公司', found.officeName],
    ['调查', found.title],
    [`发放（${found.unit}）`, String(issued)],
    [`收回（${found.unit}）`, String(returned)],
    ['回收率', `${share}%`, `至少 ${least}%`, below ? '没到要求，不能代表全部' : ''],
    ['上一次', beforeLabel ?? '没有'],
    ['导出', on],
    [],
  ];
}

/**
 * S4, S6: the satisfaction table as an Excel file, with what the screen shows and hides. It holds nobody's words or name.
 * @throws Problem `seen/not-found`, `surveys/not-yet`, `surveys/staff-only`
 */
export async function surveyTable(ctx: Ctx, id: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (!(await readable(ctx, id)).asStaff) throw new Problem('surveys/staff-only');
  const found = await surveyResults(ctx, { id });
  const bytes = await sheetOf(nameOf(found), COLUMNS, linesOf(found), aboveOf(found, isoDay(ctx.clock())));
  return { bytes, fileName: `${nameOf(found)}_${found.officeName}_${found.title}.xlsx` };
}
