import type { Dated } from '../kernel/rules.ts';
import { inForce } from '../kernel/rules.ts';
import type { NumberKey, Settings } from '../kernel/settings.ts';
import { DAY, HOUR, isoDay, yearsBefore } from '../kernel/time.ts';

export const KEPT = [
  'words',
  'photos',
  'voices',
  'reveals',
  'exports',
  'people',
  'bindings',
  'invitations',
  'family_invitations',
  'households',
  'wechats',
  'unfinished_photos',
  'unsaid_voices',
  'inbox',
  'outbox',
  'keys',
  'limits',
  'consents',
  'deliveries',
  'quotes',
  'spendings',
  'ratings',
  'checks',
  'presences',
  'replies',
  'guides',
  'publications',
  'drafts',
  'verdicts',
  'exchanges',
  'surveys',
  'letters',
  'mailbox',
] as const;
export type Kept = (typeof KEPT)[number];

/** How long a kind of record is kept; then it is removed by rule. */
export type KeptFor = { years: NumberKey } | { days: number } | { hours: number };

export interface RetentionRow extends Dated {
  what: Kept;
  label: string;
  keptFor: KeptFor;
  /** From when the time runs. */
  from: string;
  /** Records of people: their removal is an event itself (Z10). What only served the machine leaves none. */
  isRecorded: boolean;
  clause: string;
}

// What is kept how long. Events stay: they hold ids and facts, never names, numbers or words. A row in force is never edited; its successor stands
// below it.
// biome-ignore format: a table reads best as one
export const RETENTION: readonly RetentionRow[] = [
  { what: 'words',             label: '往来的原话和地点',   keptFor: { years: 'retentionYears' }, from: '办完以后最后一句话', isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'photos',            label: '照片',               keptFor: { years: 'retentionYears' }, from: '办完以后最后一句话', isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'voices',            label: '语音',               keptFor: { years: 'retentionYears' }, from: '办完以后最后一句话', isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'reveals',           label: '看号码的记录',       keptFor: { years: 'retentionYears' }, from: '看的那一次',         isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'exports',           label: '导出登记表的记录',   keptFor: { years: 'retentionYears' }, from: '导出的那一次',       isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'people',            label: '搬走、离职、只来过电话的人的姓名和号码', keptFor: { years: 'retentionYears' }, from: '最后一次住在这里、在这里工作或说起一件事', isRecorded: true, clause: 'A2', since: '2026-01-01' },
  { what: 'bindings',          label: '请服务中心核对的绑定', keptFor: { years: 'retentionYears' }, from: '交上来；姓名清除的人，当时就清', isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'invitations',       label: '给同事的邀请码',     keptFor: { years: 'retentionYears' }, from: '发出去',             isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'family_invitations', label: '请家人进来的邀请码', keptFor: { years: 'retentionYears' }, from: '发出去；姓名清除的人，当时就清', isRecorded: true, clause: 'A2', since: '2026-01-01' },
  { what: 'households',        label: '住户登记里写的话',   keptFor: { years: 'retentionYears' }, from: '登记的那一次',       isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'wechats',           label: '解绑了的微信',       keptFor: { years: 'retentionYears' }, from: '解绑；姓名清除的人，当时就清', isRecorded: true, clause: 'A2', since: '2026-01-01' },
  { what: 'unfinished_photos', label: '没传完的照片',       keptFor: { hours: 24 },               from: '开始传',             isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'unsaid_voices',     label: '没传完、没发出的语音', keptFor: { hours: 24 },             from: '开始传',             isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'inbox',             label: '消息',               keptFor: { days: 365 },               from: '收到',               isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'outbox',            label: '发完的发送任务',     keptFor: { days: 30 },                from: '发完',               isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'keys',              label: '防重复提交的编号',   keptFor: { days: 7 },                 from: '提交',               isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'deliveries',        label: '微信消息的发送记录',  keptFor: { days: 365 },               from: '发的那一次',         isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'consents',          label: '收不收微信消息的选择', keptFor: { years: 'retentionYears' }, from: '选的那一次',       isRecorded: false, clause: 'A2', since: '2026-01-01' },
  // Longer than a phone keeps what it could not send.
  { what: 'unfinished_photos', label: '没传完的照片',       keptFor: { days: 8 },                 from: '开始传',             isRecorded: false, clause: 'A2', since: '2026-11-22' },
  { what: 'unsaid_voices',     label: '没传完、没发出的语音', keptFor: { days: 8 },               from: '开始传',             isRecorded: false, clause: 'A2', since: '2026-11-22' },
  { what: 'quotes',            label: '报价里写的项目',     keptFor: { years: 'retentionYears' }, from: '办完以后最后一句话', isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'spendings',         label: '公共维修写的用工用料', keptFor: { years: 'retentionYears' }, from: '办完以后最后一句话', isRecorded: true, clause: 'A2', since: '2026-01-01' },
  // After the words they are about (see `words`): until those are gone, they say who may read them.
  { what: 'ratings',           label: '打的分',             keptFor: { years: 'retentionYears' }, from: '办完以后最后一句话', isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'checks',            label: '核对内容的记录',     keptFor: { years: 'retentionYears' }, from: '办完以后最后一句话', isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'presences',         label: '谁正在看哪一件',     keptFor: { days: 2 },                 from: '最后看的那一次',     isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'replies',           label: '改过、撤下的常用回复', keptFor: { years: 'retentionYears' }, from: '改了或者撤下',     isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'guides',            label: '改过、撤下的办事指南', keptFor: { years: 'retentionYears' }, from: '改了或者撤下',     isRecorded: false, clause: 'A2', since: '2026-01-01' },
  { what: 'publications',      label: '小区通知写的字',     keptFor: { years: 'retentionYears' }, from: '最后一版写的完工时间', isRecorded: true, clause: 'A2', since: '2026-01-01' },
  { what: 'drafts',            label: '送审的旧稿',         keptFor: { years: 'retentionYears' }, from: '送了新的一版，或者通知、公开信写的字到期', isRecorded: true, clause: 'A2', since: '2026-01-01' },
  { what: 'verdicts',          label: '审批时写的话',       keptFor: { years: 'retentionYears' }, from: '审批的那一次',       isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'exchanges',         label: '信息交流登记写的字（法规、标准除外）', keptFor: { years: 'retentionYears' }, from: '最后一次登记、补记', isRecorded: true, clause: 'A2', since: '2026-01-01' },
  { what: 'surveys',           label: '满意率调查里写的话', keptFor: { years: 'retentionYears' }, from: '截止',               isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'letters',           label: '公开信写的字',       keptFor: { years: 'retentionYears' }, from: '送审的那一次',       isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'mailbox',           label: '写给总经理的信、当面谈了什么', keptFor: { years: 'retentionYears' }, from: '办完',           isRecorded: true,  clause: 'A2', since: '2026-01-01' },
  { what: 'limits',            label: '次数统计',           keptFor: { days: 2 },                 from: '开始数',             isRecorded: false, clause: 'A2', since: '2026-01-01' },
];

/** The rows in force at an instant, in the order they are removed. */
export const retentionOn = (now: Date): RetentionRow[] => inForce(RETENTION, isoDay(now), (row) => row.what);

/** Whatever ended before this instant has been kept long enough. */
export function keptUntil(row: RetentionRow, settings: Settings, now: Date): Date {
  const { keptFor } = row;
  if ('years' in keptFor) return yearsBefore(now, settings[keptFor.years]);
  return new Date(now.getTime() - ('days' in keptFor ? keptFor.days * DAY : keptFor.hours * HOUR));
}

/** How long a kind of record is kept, in words. */
export function sayKeptFor({ keptFor }: RetentionRow, settings: Settings): string {
  if ('years' in keptFor) return `${settings[keptFor.years]} 年`;
  return 'days' in keptFor ? `${keptFor.days} 天` : `${keptFor.hours} 小时`;
}

/** A removal as its events left it. */
export interface RemovalState {
  what: Kept;
  rows: number;
}
