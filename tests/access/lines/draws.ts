import { askAndUndo } from '../asking.ts';
import { type Line, single } from '../line-kinds.ts';

export const drawLines = {
  draws: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/draws'),
      ({ body }) => String(body.items.length),
    ),
  ],
  draw: [
    single(
      'of WT, of C, K and L',
      (cast, name) => askAndUndo(cast, name, 'GET', `/draws/${cast.draw}`),
      ({ body }) => `${body.lines.filter((line: { ticketId: string | null }) => line.ticketId !== null).length}/${body.lines.length}`,
    ),
  ],
} satisfies Record<string, Line[]>;
