/** One line of what somebody allowed, and what became of it. */
export interface ConsentLine {
  what: 'granted' | 'refused' | 'banned' | 'off' | 'used' | 'returned' | 'emptied';
  change: number;
}

/** What the phone heard when it asked: wx.requestSubscribeMessage, a template each; `off` where messages are switched off altogether (20004). */
export const ANSWERS = {
  accept: 'granted',
  acceptWithAudio: 'granted',
  acceptWithAlert: 'granted',
  reject: 'refused',
  ban: 'banned',
  filter: 'banned',
  off: 'off',
} as const;
export type Answer = keyof typeof ANSWERS;

/** How many messages are still allowed. WeChat's own word that none is (43101) empties whatever was reckoned. */
export function consentsLeft(lines: readonly ConsentLine[]): number {
  const emptied = lines.map((line) => line.what).lastIndexOf('emptied');
  return Math.max(
    0,
    lines.slice(emptied + 1).reduce((left, line) => left + line.change, 0),
  );
}
