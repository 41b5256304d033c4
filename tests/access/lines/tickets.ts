import { askAndUndo } from '../asking.ts';
import { EVERY_LETTER, LETTERS } from '../cast.ts';
import { details, finalise, inLists, isCard, type Line, outcome, readDetail, reportFrom, single, stored, tellsOfCompany } from '../line-kinds.ts';

export const ticketLines = {
  report: [
    reportFrom('from home 502', '3栋2单元502', 'home'),
    reportFrom('public, from 502', '3栋2单元502', 'public'),
    reportFrom('from home 1002', '5栋1单元1002', 'home'),
    reportFrom('from home 902 (HT)', '6栋1单元902', 'home'),
    // Still to be said 没修好 of: nobody's to report as come back (R6).
    single(
      'K as come back',
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/tickets', {
          place: 'home',
          homeId: await cast.story.homeId('3栋2单元502'),
          category: 'burst_pipe',
          reworkOf: cast.tickets.K.id,
        }),
      stored,
    ),
  ],
  tickets: [
    ...inLists('tickets', '', { o: '/tickets?show=open', y: '/tickets?show=your_turn', d: '/tickets?show=done' }, isCard, tellsOfCompany),
    ...inLists('tickets', 'as resident ', { o: '/tickets?as=resident', d: '/tickets?as=resident&show=done' }, isCard, tellsOfCompany),
    ...inLists('tickets', 'as staff ', { o: '/tickets?as=staff', d: '/tickets?as=staff&show=done' }, isCard, tellsOfCompany),
  ],
  doneToday: inLists('doneToday', '', { in: '/jobs/done-today' }, isCard, tellsOfCompany),
  workbench: inLists('workbench', '', { in: '/workbench' }, isCard, tellsOfCompany),
  ticket: EVERY_LETTER.map((letter) => ({
    about: letter,
    cell: async (cast, name) => {
      const measured = await askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}`);
      if (measured.status === 200) details.push({ letter, name, body: measured.body });
      return outcome(`ticket ${letter} ${name}`, measured, measured.status === 200 ? readDetail(measured.body) : '');
    },
  })),
  technicians: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}/technicians`),
      (measured) => (measured.body.items?.length ? 'list' : 'none'),
    ),
  ),
  look: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'POST', `/tickets/${cast.tickets[letter].id}/look`, {}),
      // A colleague's look says that they are there; a resident's leaves no trace.
      stored,
    ),
  ),
  addPhoto: LETTERS.flatMap((letter) =>
    (['report', 'result', 'message'] as const).map((purpose) =>
      single(
        `${purpose} ${letter}`,
        (cast, name) => askAndUndo(cast, name, 'POST', `/tickets/${cast.tickets[letter].id}/photos`, { purpose, type: 'image/jpeg', bytes: 26 }),
        stored,
      ),
    ),
  ),
  finalisePhoto: [finalise('report photo of A by its reporter', 'report'), finalise('result photo of F by its technician', 'result')],
} satisfies Record<string, Line[]>;
