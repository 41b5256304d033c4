import { type Dated, inForce } from '../kernel/rules.ts';

/** By what way a matter reaches the company (I1). */
export type Channel =
  | 'hotline_service'
  | 'hotline_complaints'
  | 'hotline_duty'
  | 'front_desk'
  | 'home_visit'
  | 'chat_group'
  | 'on_the_way'
  | 'official_account'
  | 'email'
  | 'suggestion_box'
  | 'letter'
  | 'forum'
  | 'activity'
  | 'notice_board'
  | 'survey'
  | 'media';

export interface ChannelRow extends Dated {
  code: Channel;
  label: string;
  /** What the register calls it. */
  kind: 'call' | 'visit' | 'letter' | 'message';
  /** Stands among the first to tap. */
  often: boolean;
  clause: 'I1';
}

// I1 as rows; what comes most often first. A row that has been in force is never edited: add its successor.
// biome-ignore format: a table reads best as one
export const CHANNELS: readonly ChannelRow[] = [
  { code: 'hotline_service',    label: '服务热线', kind: 'call',    often: true,  clause: 'I1', since: '2026-01-01' },
  { code: 'front_desk',         label: '前台',     kind: 'visit',   often: true,  clause: 'I1', since: '2026-01-01' },
  { code: 'chat_group',         label: '微信群',   kind: 'message', often: true,  clause: 'I1', since: '2026-01-01' },
  { code: 'home_visit',         label: '上门',     kind: 'visit',   often: true,  clause: 'I1', since: '2026-01-01' },
  { code: 'on_the_way',         label: '路上说的', kind: 'visit',   often: true,  clause: 'I1', since: '2026-01-01' },
  { code: 'hotline_duty',       label: '值班电话', kind: 'call',    often: true,  clause: 'I1', since: '2026-01-01' },
  { code: 'hotline_complaints', label: '投诉电话', kind: 'call',    often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'official_account',   label: '公众号',   kind: 'message', often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'email',              label: '邮件',     kind: 'letter',  often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'suggestion_box',     label: '意见箱',   kind: 'letter',  often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'letter',             label: '来信',     kind: 'letter',  often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'forum',              label: '网上论坛', kind: 'message', often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'activity',           label: '活动会议', kind: 'visit',   often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'notice_board',       label: '公告栏',   kind: 'message', often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'survey',             label: '问卷',     kind: 'letter',  often: false, clause: 'I1', since: '2026-01-01' },
  { code: 'media',              label: '媒体',     kind: 'message', often: false, clause: 'I1', since: '2026-01-01' },
];

const NEWEST = '9999-12-31';

/** The channels to tap on a day, the usual ones first. */
export const channelsOn = (day = NEWEST): ChannelRow[] => inForce(CHANNELS, day, (row) => row.code);

/** A channel by its code; undefined for one that is none of I1's. */
export const channelOf = (code: string, day = NEWEST): ChannelRow | undefined => channelsOn(day).find((row) => row.code === code);
