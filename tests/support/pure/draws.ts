import { PEOPLE } from '../../../db/seeds/company.ts';
import { drawnFacts, drawRepairs } from '../../../shared/draws/drawing.ts';
import { nextPeriod } from '../../../shared/draws/periods.ts';
import { type DrawRow, drawsAt } from '../../../shared/draws/rows.ts';
import { type DrawStanding, type Standing, standInOf } from '../../../shared/draws/standing.ts';
import type { Period } from '../../../shared/kernel/cadences.ts';
import { isoDay } from '../../../shared/kernel/time.ts';
import { type DrawQuestions, type DrawTold, STORY_SEED } from '../draw-deeds.ts';
import { type Case, casesOf, happens, settingsOf, type Town, takeSteps } from './town.ts';

interface Made extends Omit<DrawTold, 'from' | 'lines'> {
  id: string;
  period: Period;
  lines: { ticketId: string; number: string; place: number; drawn: boolean }[];
}

const MADE = new WeakMap<Town, Made[]>();
const ESTATE = 'WT';

function madeIn(town: Town): Made[] {
  const known = MADE.get(town) ?? [];
  MADE.set(town, known);
  return known;
}

const isApart = ({ story: { state } }: Case) => state.status !== 'cancelled' && state.merged === null;

const finishedIn = (town: Town, { from, until }: Period) =>
  casesOf(town).filter(
    (one) =>
      one.estate === ESTATE &&
      one.story.state.kind === 'repair' &&
      isApart(one) &&
      one.events.some(({ did, recordedAt }) => did === 'finished' && recordedAt >= from && recordedAt < until),
  );

const isCallable = ({ reporter }: Case) => PEOPLE.some(({ name }) => name === reporter);

function owe(town: Town, made: Made, row: DrawRow, { ticketId, place }: Made['lines'][number]): void {
  const one = town.cases.get(ticketId)!;
  for (const { did, facts } of drawnFacts(row, one.story.ledger, made.id, place)) happens(town, one, did, facts, null, false);
}

function drawOnce(town: Town, row: DrawRow, period: Period): void {
  const all = finishedIn(town, period).map((one) => ({ ticketId: one.id, number: one.number, isCallable: isCallable(one) }));
  const { finished, leftOut, size, lines } = drawRepairs(all, STORY_SEED, settingsOf(town, ESTATE)[row.percent]);
  const made: Made = { id: `${row.draw}/${period.key}`, draw: row.draw, period, finished, leftOut, size, lines: [...lines] };
  madeIn(town).push(made);
  for (const line of lines) if (line.drawn) owe(town, made, row, line);
}

function standingOf(town: Town, made: Made, { ticketId }: Made['lines'][number]): DrawStanding {
  const { events, story } = town.cases.get(ticketId)!;
  const opened = events.find(({ did, facts }) => (did === 'drawn' || did === 'drawn_by_quality') && facts.draw === made.id);
  const promise = opened && story.ledger.find(({ openedBy }) => openedBy === opened.id);
  if (!promise) return 'waiting';
  if (promise.keptAt) return 'asked';
  if (!promise.withdrawnAt) return 'open';
  return promise.withdrawnWhy === 'visit_ended' ? 'unreached' : 'gone';
}

const linesOf = (town: Town, made: Made): (Made['lines'][number] & Standing)[] =>
  made.lines.map((line) => ({ ...line, standing: standingOf(town, made, line), isApart: isApart(town.cases.get(line.ticketId)!) }));

function standIn(town: Town, row: DrawRow): boolean {
  return madeIn(town).some((made) => {
    const next = made.draw === row.draw ? standInOf(linesOf(town, made)) : null;
    if (next) owe(town, made, row, next);
    return next !== null;
  });
}

function drawNext(town: Town, row: DrawRow): boolean {
  const firstAt = casesOf(town).reduce<Date | null>((first, { events }) => (first && first < events[0]!.at ? first : events[0]!.at), null);
  const [last] = madeIn(town)
    .filter(({ draw }) => draw === row.draw)
    .slice(-1);
  const period = nextPeriod(row, { last: last?.period.until ?? null, firstAt }, town.now, settingsOf(town, ESTATE));
  if (period) drawOnce(town, row, period);
  return period !== null;
}

export const drawQuestions = (town: Town): DrawQuestions => ({
  looksAfterDraws: async () => {
    for (const one of casesOf(town)) takeSteps(town, one);
    for (const row of drawsAt(town.now)) while (drawNext(town, row) || standIn(town, row));
  },
  draws: async (kind) =>
    madeIn(town)
      .filter(({ draw }) => draw === kind)
      .map((made) => ({
        draw: made.draw,
        from: isoDay(made.period.from),
        finished: made.finished,
        leftOut: made.leftOut,
        size: made.size,
        lines: linesOf(town, made).map(({ number, drawn, standing }) => ({ number, drawn, standing })),
      })),
});
