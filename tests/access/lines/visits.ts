import { askAndUndo } from '../asking.ts';
import { LETTERS } from '../cast.ts';
import { type Line, onEachTicket, single, visitOwedOn } from '../line-kinds.ts';

export const visitLines = {
  tryVisit: onEachTicket('tryVisit', (_, letter) => ({ what: visitOwedOn(letter) }), ['V']),
  endVisit: onEachTicket('endVisit', (_, letter) => ({ what: visitOwedOn(letter) }), ['V']),
  confirmPublic: onEachTicket('confirmPublic', () => ({ words: '到现场试过，好了' }), ['X']),
  flag: onEachTicket('flag', () => ({ isLarge: true, words: '要多看几次' })),
  checkDefect: onEachTicket('checkDefect', (cast) => ({ finding: 'sound', words: '没渗水', photoIds: [cast.defectPhoto] }), ['X']),
  visits: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/visits'),
      (measured) => String(measured.body.counts.open),
    ),
  ],
  visitCallers: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/visits/tries'),
      () => 'list',
    ),
  ],
  visitRecords: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/visits/records'),
      (measured) => String(measured.body.items.length),
    ),
  ],
  ticketVisits: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}/visits`),
      (measured) => String(measured.body.items.length),
    ),
  ),
} satisfies Record<string, Line[]>;
