import { type Dated, inForce } from '../kernel/rules.ts';

/** Where a kind of information stands, by what the company calls the book. */
export const EXCHANGE_BOOKS = { exchange: '信息交流表', log: '工作日志', contacts: '与客户沟通登记表' } as const;

export type ExchangeKind =
  | 'law'
  | 'standard'
  | 'authority'
  | 'supplier'
  | 'developer'
  | 'customer'
  | 'outside_other'
  | 'report'
  | 'result'
  | 'matter'
  | 'forwarded';

export interface ExchangeKindRow extends Dated {
  code: ExchangeKind;
  label: string;
  /** It came from outside: marked `*`, collected by the quality department and given out (D8). */
  outside: boolean;
  book: keyof typeof EXCHANGE_BOOKS;
  /** What to write of where it comes from. */
  from: string;
  clause: 'D6' | 'D8';
}

// What is worth registering. A row that has been in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const EXCHANGE_KINDS: readonly ExchangeKindRow[] = [
  { code: 'law',           label: '法律法规',         outside: true,  book: 'exchange', from: '哪里发的',       clause: 'D8', since: '2026-01-01' },
  { code: 'standard',      label: '标准',             outside: true,  book: 'exchange', from: '哪里发的',       clause: 'D8', since: '2026-01-01' },
  { code: 'authority',     label: '主管部门',         outside: true,  book: 'exchange', from: '哪个部门',       clause: 'D8', since: '2026-01-01' },
  { code: 'supplier',      label: '供方',             outside: true,  book: 'exchange', from: '哪家单位',       clause: 'D8', since: '2026-01-01' },
  { code: 'developer',     label: '开发商',           outside: true,  book: 'exchange', from: '哪家单位',       clause: 'D8', since: '2026-01-01' },
  { code: 'customer',      label: '客户',             outside: true,  book: 'exchange', from: '从哪里听到的',   clause: 'D8', since: '2026-01-01' },
  { code: 'outside_other', label: '其他外来信息',     outside: true,  book: 'exchange', from: '从哪里来',       clause: 'D8', since: '2026-01-01' },
  { code: 'report',        label: '汇报',             outside: false, book: 'log',      from: '谁汇报的',       clause: 'D6', since: '2026-01-01' },
  { code: 'result',        label: '问题的处理结果',   outside: false, book: 'log',      from: '哪里告诉的',     clause: 'D6', since: '2026-01-01' },
  { code: 'matter',        label: '其他内部事务',     outside: false, book: 'log',      from: '从哪里来',       clause: 'D6', since: '2026-01-01' },
  { code: 'forwarded',     label: '部门转来的客户信息', outside: false, book: 'contacts', from: '部门里谁说的', clause: 'D6', since: '2026-01-01' },
];

export const EXCHANGE_KIND_CODES = [
  'law',
  'standard',
  'authority',
  'supplier',
  'developer',
  'customer',
  'outside_other',
  'report',
  'result',
  'matter',
  'forwarded',
] as const satisfies readonly ExchangeKind[];

const NEWEST = '9999-12-31';

/** The kinds as they stand on a day. */
export const exchangeKindsOn = (day = NEWEST): ExchangeKindRow[] => inForce(EXCHANGE_KINDS, day, (row) => row.code);

/** A kind by its code. @throws Error for none of them */
export function exchangeKindOf(code: string, day = NEWEST): ExchangeKindRow {
  const row = exchangeKindsOn(day).find((one) => one.code === code);
  if (!row) throw new Error(`there is no kind of information ${code}`);
  return row;
}

/** How the books mark what came from outside (D6). */
export const sayOutside = (outside: boolean): string => (outside ? '*' : '');
