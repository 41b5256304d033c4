import type { Channel } from '../intake/channels.ts';
import { type Dated, inForce } from '../kernel/rules.ts';

/** The channels that do not ring, so that somebody has to look (I13). */
export type KeptChannel = 'suggestion_box' | 'notice_board' | 'website' | 'email' | 'official_account' | 'chat_group' | 'forum';

export interface KeptChannelRow extends Dated {
  code: KeptChannel;
  label: string;
  /** What looking through it is called. */
  round: string;
  /** How what is found in it is taken down (I1); none where I1 has no word for it. */
  takenAs: Channel | null;
  clause: 'I13';
}

// I13 as rows. A row that has been in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const KEPT_CHANNELS: readonly KeptChannelRow[] = [
  { code: 'suggestion_box',   label: '意见箱', round: '开意见箱',     takenAs: 'suggestion_box',   clause: 'I13', since: '2026-01-01' },
  { code: 'notice_board',     label: '公告栏', round: '收公告栏留言', takenAs: 'notice_board',     clause: 'I13', since: '2026-01-01' },
  { code: 'website',          label: '网站',   round: '看网站留言',   takenAs: null,               clause: 'I13', since: '2026-01-01' },
  { code: 'email',            label: '邮箱',   round: '看邮箱',       takenAs: 'email',            clause: 'I13', since: '2026-01-01' },
  { code: 'official_account', label: '公众号', round: '看公众号留言', takenAs: 'official_account', clause: 'I13', since: '2026-01-01' },
  { code: 'chat_group',       label: '微信群', round: '看微信群',     takenAs: 'chat_group',       clause: 'I13', since: '2026-01-01' },
  { code: 'forum',            label: '论坛',   round: '看网上论坛',   takenAs: 'forum',            clause: 'I13', since: '2026-01-01' },
];

export const KEPT_CHANNEL_CODES = ['suggestion_box', 'notice_board', 'website', 'email', 'official_account', 'chat_group', 'forum'] as const;

const NEWEST = '9999-12-31';

/** The channels somebody keeps, as they stand on a day. */
export const keptChannelsOn = (day = NEWEST): KeptChannelRow[] => inForce(KEPT_CHANNELS, day, (row) => row.code);

/** A kept channel by its code; undefined for none of them. */
export const keptChannelOf = (code: string, day = NEWEST): KeptChannelRow | undefined => keptChannelsOn(day).find((row) => row.code === code);
