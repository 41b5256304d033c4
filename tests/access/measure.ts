import type { Api } from '../../shared/contract/index.ts';
import { ASKERS, type Cast } from './cast.ts';
import type { Line } from './line-kinds.ts';
import { commandLines } from './lines/commands.ts';
import { companyLines } from './lines/company.ts';
import { complaintLines } from './lines/complaints.ts';
import { drawLines } from './lines/draws.ts';
import { dutyLines } from './lines/duties.ts';
import { errandLines } from './lines/errands.ts';
import { exchangeLines } from './lines/exchanges.ts';
import { guideLines } from './lines/guide.ts';
import { hotlineLines } from './lines/hotlines.ts';
import { householdLines } from './lines/households.ts';
import { moneyLines } from './lines/money.ts';
import { needsLines } from './lines/needs.ts';
import { neighbourLines } from './lines/neighbours.ts';
import { overviewLines } from './lines/overview.ts';
import { peopleLines } from './lines/people.ts';
import { publicLines } from './lines/public.ts';
import { remarkLines } from './lines/remarks.ts';
import { serviceLines } from './lines/services.ts';
import { settingLines } from './lines/settings.ts';
import { surveyPaperLines } from './lines/survey-paper.ts';
import { surveyLines } from './lines/surveys.ts';
import { talkLines } from './lines/talk.ts';
import { ticketLines } from './lines/tickets.ts';
import { visitLines } from './lines/visits.ts';
import type { Table } from './table.ts';

/** How every route of the contract is asked; a route without its lines here is a failing test. */
export const LINES: Record<keyof Api, Line[]> = {
  ...overviewLines,
  ...peopleLines,
  ...householdLines,
  ...ticketLines,
  ...neighbourLines,
  ...commandLines,
  ...publicLines,
  ...talkLines,
  ...visitLines,
  ...moneyLines,
  ...serviceLines,
  ...complaintLines,
  ...errandLines,
  ...dutyLines,
  ...drawLines,
  ...exchangeLines,
  ...remarkLines,
  ...guideLines,
  ...surveyLines,
  ...surveyPaperLines,
  ...needsLines,
  ...companyLines,
  ...settingLines,
  ...hotlineLines,
};

/** Measures every line for every asker, a few at a time. */
export async function measure(cast: Cast, routes: readonly (keyof Api)[] = Object.keys(LINES) as (keyof Api)[]): Promise<Table> {
  const table: Table = new Map();
  const work: (() => Promise<void>)[] = [];
  for (const route of routes)
    for (const line of LINES[route]) {
      const cells: string[] = [];
      table.set(`${route} ${line.about}`.trim(), cells);
      ASKERS.forEach(([, name], index) => {
        work.push(async () => {
          cells[index] = await line.cell(cast, name);
        });
      });
    }
  const workers = Array.from({ length: 4 }, async () => {
    for (let job = work.shift(); job; job = work.shift()) await job();
  });
  await Promise.all(workers);
  return table;
}
