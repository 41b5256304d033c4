import { askAndUndo } from '../asking.ts';
import { EVERY_LETTER, INTERNAL } from '../cast.ts';
import { aloneAt, inLists, type Line, officeOf, single, stored, TOMORROW } from '../line-kinds.ts';

export const overviewLines = {
  health: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/health'),
      () => 'ok',
    ),
  ],
  register: inLists(
    'register',
    '',
    { in: '/contacts' },
    (line, id) => line.ticketId === id,
    (line) => line.body.includes(INTERNAL),
  ),
  inbox: inLists(
    'inbox',
    '',
    { in: '/inbox' },
    (news, id) => news.ticketId === id,
    (news) => news.text.includes(INTERNAL),
  ),
  readInbox: [
    single(
      'all of one’s own',
      (cast, name) => askAndUndo(cast, name, 'POST', '/inbox/read', { upTo: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }),
      stored,
    ),
  ],
  registers: aloneAt('registers', '/registers', (measured) => String(measured.body.offices?.length ?? 0)),
  exportRegister: (
    [
      ['contacts', 'WT'],
      ['contacts', 'HT'],
      ['mailbox', 'ZB'],
    ] as const
  ).map(([register, letters]) =>
    single(
      `${register} of ${letters}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', `/registers/${register}/exports`, {
          officeId: await officeOf(cast, letters),
          from: '2026-03-01T00:00:00.000Z',
          until: TOMORROW,
        }),
      (measured) => (measured.body.id ? 'file' : '·'),
    ),
  ),
  exports: aloneAt('exports', '/exports', (measured) => (measured.body.items ? 'list' : '·')),
  board: aloneAt('board', '/board', (measured) => String((measured.body.unassigned?.length ?? 0) + (measured.body.technicians?.length ?? 0))),
  late: aloneAt('late', '/late', (measured) => (measured.body.figures ? 'figures' : '·')),
  lateLines: aloneAt('lines', '/late/lines?figure=missed', (measured) => (measured.body.items ? 'list' : '·')),
  bulletins: aloneAt('bulletins', '/bulletins', (measured) => (measured.body.items ? 'list' : '·')),
  analysis: aloneAt('analysis', '/analysis', (measured) => (measured.body.kinds ? 'figures' : '·')),
  analysisActions: aloneAt('actions', '/analysis/actions?month=2026-03', (measured) =>
    measured.body.items ? String(measured.body.items.length) : '·',
  ),
  giveAction: [
    single(
      'of WT',
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/analysis/actions', {
          month: '2026-03',
          officeId: await officeOf(cast, 'WT'),
          about: { field: 'equipment' },
          holder: await cast.story.personId('陈立'),
          content: '每月换一批密封圈',
          dueBy: TOMORROW,
        }),
      stored,
    ),
  ],
  analysisTickets: aloneAt('behind', '/analysis/tickets', (measured) => (measured.body.items ? 'list' : '·')),
  search: EVERY_LETTER.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/search?q=${cast.tickets[letter].number}`),
      (measured) => ((measured.body.items ?? []).length > 0 ? 'in' : '·'),
    ),
  ),
  manual: [
    single(
      'of one’s own office',
      (cast, name) => askAndUndo(cast, name, 'GET', '/manual'),
      () => 'ok',
    ),
    single(
      'of HT',
      async (cast, name) => askAndUndo(cast, name, 'GET', `/manual?officeId=${await officeOf(cast, 'HT')}`),
      () => 'ok',
    ),
  ],
  manualClause: [
    single(
      'R3',
      (cast, name) => askAndUndo(cast, name, 'GET', '/manual/R3'),
      () => 'ok',
    ),
  ],
} satisfies Record<string, Line[]>;
