/** What somebody who writes to the general manager needs (S11). */
export const MAILBOX_NEEDS = {
  work: '工作安排',
  pay: '收入和福利',
  board: '食宿',
  tools: '工具和物料',
  training: '培训和前途',
  treatment: '受到不公平对待',
  proposal: '给公司的建议',
  other: '别的',
} as const;
export type MailboxNeed = keyof typeof MAILBOX_NEEDS;
export const MAILBOX_NEED_NAMES = Object.keys(MAILBOX_NEEDS) as [MailboxNeed, ...MailboxNeed[]];
