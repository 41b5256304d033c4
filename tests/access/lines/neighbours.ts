import { askAndUndo } from '../asking.ts';
import { LETTERS } from '../cast.ts';
import { type Line, onEachTicket, single } from '../line-kinds.ts';

export const neighbourLines = {
  alike: [
    ['from 502', '3栋2单元502', 'lift', '3栋2单元电梯'],
    ['from 502, another lift', '3栋2单元502', 'lift', '5栋电梯'],
    ['from home 902 (HT)', '6栋1单元902', 'lift', '3栋2单元电梯'],
  ].map(([about, label, category, where]) =>
    single(
      about!,
      async (cast, name) =>
        askAndUndo(
          cast,
          name,
          'GET',
          `/tickets/alike?homeId=${await cast.story.homeId(label!)}&category=${category}&where=${encodeURIComponent(where!)}`,
        ),
      (measured) => ((measured.body.items ?? []).length > 0 ? 'in' : '·'),
    ),
  ),
  follow: onEachTicket('follow', () => ({})),
  unfollow: onEachTicket('unfollow', () => ({})),
  duplicates: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}/duplicates`),
      (measured) => `${(measured.body.items ?? []).length}alike`,
    ),
  ),
  merge: onEachTicket('merge', (cast, letter) => ({ withId: cast.tickets[letter === 'A' ? 'B' : 'A'].id })),
  disputeMerge: onEachTicket('disputeMerge', () => ({ words: '我说的是别处' }), ['E']),
  keepMerged: onEachTicket('keepMerged', () => ({ words: '看过，是同一处' }), ['Y']),
  unmerge: onEachTicket('unmerge', () => ({}), ['E']),
} satisfies Record<string, Line[]>;
