import { boolean, foreignKey, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { tickets } from './tickets.ts';

/** One draw of an estate's finished repairs, append-only: of which days, how many there were, and the seed anybody can draw it again with (V1, V2, Z6). */
export const draws = pgTable(
  'draws',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    draw: text('draw').notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    drawnAt: instant('drawn_at').notNull(),
    /** The rule's figure as it was. */
    percent: integer('percent').notNull(),
    seed: text('seed').notNull(),
    /** Finished in these days, of these nobody to call, and drawn at first. */
    finished: integer('finished').notNull(),
    leftOut: integer('left_out').notNull(),
    size: integer('size').notNull(),
  },
  (draw) => [primaryKey({ columns: [draw.id, draw.officeId] }), uniqueIndex('draws_by_period').on(draw.officeId, draw.draw, draw.fromAt)],
);

/** The frame of a draw in the order it was drawn in, append-only: who is asked at first, and who stands in. */
export const drawLines = pgTable(
  'draw_lines',
  {
    officeId: officeId(),
    drawId: uuid('draw_id').notNull(),
    ticketId: uuid('ticket_id').notNull(),
    place: integer('place').notNull(),
    drawn: boolean('drawn').notNull(),
  },
  (line) => [
    primaryKey({ columns: [line.drawId, line.place] }),
    foreignKey({ name: 'draw_lines_of', columns: [line.drawId, line.officeId], foreignColumns: [draws.id, draws.officeId] }),
    foreignKey({ name: 'draw_lines_about', columns: [line.ticketId, line.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
  ],
);
