// Pages touched by what people look at most, in a company with a thousand tickets and in one with many.
import { createApp } from '../../api/app.ts';
import { explain, openExplainer } from './explain.ts';
import { benchTokens, openWatchedHouse, type Statement } from './house.ts';
import { COMPLAINTS_OFFICER, HEAD_OFFICE, newestTicketId, personId, QUALITY, STAFF } from './ids.ts';
import type { Urls } from './stage.ts';
import type { Row } from './table.ts';

const MORE_AT_MOST = 10;
/** Whoever asks, the estates, and what comes again by name. */
const PAGES_OF_ANY_MONTH = 200;

/** Who asks: the estate's people, and the company's. */
const VIEWERS = {
  resident: personId(0, 0),
  agent: personId(0, STAFF.agent),
  technician: personId(0, STAFF.technician),
  'employee who lives there': personId(0, STAFF.livingAgent),
  director: personId(0, STAFF.director),
  quality: personId(HEAD_OFFICE, QUALITY),
  'complaints officer': personId(HEAD_OFFICE, COMPLAINTS_OFFICER),
} as const;

type Who = keyof typeof VIEWERS;

/** One thing people look at. Another feature adds its own here. */
export interface Look {
  what: string;
  path: string;
  who: readonly Who[];
  /** Whether the bound of ten pages holds for it; others are shown. */
  bound: boolean;
  /** What costs a page of a tree a line, one level more where there are more: so many lines at most. Or, of a month, so many pages a ticket it counts. */
  lines?: number;
  each?: number;
}

/** A page of a list. */
const LINES = 21;
/** What is to do at the estate asked is more than an average estate's by far, and sorted rather than read in order while the company is small: a page a ticket of it. */
const TO_DO_THERE = 2 * LINES;
/** A ticket of a month costs its own page, its home, its promises, and of a public place its first words. */
const A_TICKET_COUNTED = 12;

const EVERYBODY: readonly Who[] = ['resident', 'agent', 'technician', 'employee who lives there', 'director', 'quality'];
const STAFF_ONLY: readonly Who[] = ['agent', 'technician', 'employee who lives there', 'director', 'quality'];

/** Who answers for what a month, a slip or a complaint says. */
const ABOVE: readonly Who[] = ['director', 'quality'];
const WITH_COMPLAINTS: readonly Who[] = ['quality', 'complaints officer'];

/** What is measured; `{closed}` and `{open}` stand for a ticket of the first estate, `{answered}` and `{complaint}` for a complaint of it that has left the office. */
export const LOOKS: readonly Look[] = [
  { what: 'list, open', path: '/tickets?show=open', who: EVERYBODY, bound: true },
  { what: 'list, done', path: '/tickets?show=done', who: EVERYBODY, bound: true },
  { what: 'list, your turn', path: '/tickets?show=your_turn', who: EVERYBODY, bound: true },
  { what: 'list, as resident', path: '/tickets?as=resident', who: ['employee who lives there'], bound: true },
  { what: 'detail, closed', path: '/tickets/{closed}', who: EVERYBODY, bound: true },
  { what: 'detail, open', path: '/tickets/{open}', who: EVERYBODY, bound: true },
  { what: 'workbench', path: '/workbench', who: STAFF_ONLY, bound: true, lines: TO_DO_THERE },
  { what: 'search', path: '/search?q=%E6%BC%8F%E6%B0%B4', who: STAFF_ONLY, bound: true },
  // C1: what the complaints officer has before them are the company's complaints.
  { what: 'complaints, open', path: '/tickets?show=open', who: ['complaints officer'], bound: true, lines: LINES },
  { what: 'complaints, done', path: '/tickets?show=done', who: ['complaints officer'], bound: true },
  { what: 'complaints to do', path: '/workbench', who: ['complaints officer'], bound: true },
  { what: 'complaint, answered', path: '/tickets/{answered}', who: WITH_COMPLAINTS, bound: true },
  { what: 'complaint, open', path: '/tickets/{complaint}', who: WITH_COMPLAINTS, bound: true },
  { what: 'visits owed', path: '/visits', who: ['agent', 'quality'], bound: true },
  { what: 'month', path: '/analysis?month=2026-03', who: [...ABOVE, 'complaints officer'], bound: true, each: A_TICKET_COUNTED },
  { what: 'month, its complaints', path: '/analysis/tickets?month=2026-03&kind=complaint', who: [...ABOVE, 'complaints officer'], bound: true },
  { what: 'month, a building’s', path: '/analysis/tickets?month=2026-03&building=2&week=1', who: ABOVE, bound: true, lines: LINES },
  { what: 'month, its measures', path: '/analysis/actions?month=2026-03', who: ABOVE, bound: true, lines: LINES },
  { what: 'to do, slips and letters', path: '/errands?which=mine', who: ['agent', ...ABOVE], bound: true, lines: LINES },
  { what: 'slips, open', path: '/errands?which=open', who: ['agent', ...ABOVE], bound: true, lines: LINES },
  { what: 'slips, over', path: '/errands?which=over&kind=handover', who: ['agent', ...ABOVE], bound: true, lines: LINES },
  { what: 'errands, over', path: '/errands?which=over', who: ['agent', ...ABOVE], bound: true, lines: LINES },
  { what: 'letters, over', path: '/errands?which=over&kind=letter', who: ['agent', ...ABOVE], bound: true, lines: LINES },
  { what: 'duties', path: '/duties', who: ['agent', ...ABOVE], bound: true },
  { what: 'duties, past', path: '/duties?show=past', who: ['agent', ...ABOVE], bound: true, lines: LINES },
  { what: 'information', path: '/exchanges', who: ['agent', ...ABOVE], bound: true, lines: LINES },
  { what: 'session', path: '/session', who: EVERYBODY, bound: false },
  { what: 'inbox', path: '/inbox', who: EVERYBODY, bound: false },
  { what: 'contacts', path: '/contacts', who: ['agent', 'quality'], bound: false },
  { what: 'technicians', path: '/tickets/{open}/technicians', who: ['agent', 'quality'], bound: false },
  { what: 'health', path: '/health', who: ['quality'], bound: false },
];

/** The closed and the open ticket whose whole is looked at: both the resident's, both once the technician's. */
const CLOSED = 40;
const OPEN = 70;
/** Complaints of the first estate that have left it, answered and not. */
const ANSWERED = 420;
const COMPLAINT = 410;

export interface Counted {
  pages: number;
  planning: number;
  statements: number;
  bytes: number;
  /** How many a month counts. */
  total: number | null;
  sent: Statement[];
}

/** Asks every look of every viewer of the real app, and counts the pages of what it sent; null where there is no such route yet. */
export async function countPages(urls: Urls, tickets: number): Promise<Map<string, Counted | null>> {
  const { house, sent } = await openWatchedHouse(urls.app);
  const app = createApp(house);
  const tokens = await benchTokens();
  const sql = openExplainer(urls.app);
  const counted = new Map<string, Counted | null>();
  try {
    for (const look of LOOKS)
      for (const who of look.who) {
        const path = look.path
          .replace('{closed}', newestTicketId(tickets, CLOSED))
          .replace('{open}', newestTicketId(tickets, OPEN))
          .replace('{answered}', newestTicketId(tickets, ANSWERED))
          .replace('{complaint}', newestTicketId(tickets, COMPLAINT));
        sent();
        const answer = await app.fetch(
          new Request(`http://house/api${path}`, { headers: { authorization: `Bearer ${await tokens.sign(VIEWERS[who])}` } }),
        );
        const body = await answer.text();
        const name = `${look.what}: ${who}`;
        if (answer.status === 404 && body.includes('request/unknown-route')) {
          counted.set(name, null);
          continue;
        }
        if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${body}`);
        const statements = sent();
        const sum: Counted = {
          pages: 0,
          planning: 0,
          statements: statements.length,
          bytes: body.length,
          total: (JSON.parse(body) as { total?: number }).total ?? null,
          sent: statements,
        };
        for (const statement of statements) {
          await explain(sql, statement); // the first fills the connection's own caches of the catalogue
          const { pages } = await explain(sql, statement);
          sum.pages += pages.executing;
          sum.planning += pages.planning;
        }
        counted.set(name, sum);
      }
    return counted;
  } finally {
    await sql.end();
    await house.close();
  }
}

/** The table's rows: few tickets against many, and many against themselves. */
export async function pagesRows(few: { urls: Urls; tickets: number }, many: { urls: Urls; tickets: number }): Promise<Row[]> {
  const small = await countPages(few.urls, few.tickets);
  const large = await countPages(many.urls, many.tickets);
  const again = await countPages(many.urls, many.tickets);
  const rows: Row[] = [];
  for (const look of LOOKS)
    for (const who of look.who) {
      const name = `${look.what}: ${who}`;
      const [a, b] = [small.get(name), large.get(name)];
      if (!a || !b) {
        rows.push({ part: 'pages', what: name, figures: {}, verdict: 'not run', why: 'there is no such route yet' });
        continue;
      }
      const more = b.pages - a.pages;
      const isHeld = look.each ? b.pages <= look.each * (b.total ?? 0) + PAGES_OF_ANY_MONTH : more <= MORE_AT_MOST + (look.lines ?? 0);
      rows.push({
        part: 'pages',
        what: name,
        figures: { few: a.pages, many: b.pages, more, planning: b.planning, statements: b.statements, bytes: b.bytes },
        verdict: !look.bound ? 'shown' : isHeld ? 'held' : 'broken',
        why: !look.bound ? '' : look.each ? `at most ${look.each} a ticket of ${b.total}` : `at most ${MORE_AT_MOST + (look.lines ?? 0)} more`,
      });
    }
  const noise = Math.max(...[...large].map(([name, one]) => Math.abs((again.get(name)?.pages ?? 0) - (one?.pages ?? 0))));
  rows.push({ part: 'pages', what: 'A/A: the same, twice', figures: { more: noise }, verdict: 'shown', why: 'largest difference' });
  return rows;
}
