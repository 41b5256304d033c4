import { timingSafeEqual } from 'node:crypto';
import { readAges } from '../db/queries/sweep.ts';
import { Problem } from '../shared/kernel/problem.ts';
import type { House } from './context.ts';
import { lookAfterDraws } from './draws/drawing.ts';
import { lookAfterDuties } from './duties/opening.ts';
import { answerRefusal } from './http/answer.ts';
import { sweep } from './ledger/sweep.ts';
import { workOutbox } from './outbox/worker.ts';
import { lookAfterPosts } from './staff-posts/hand-over.ts';
import { lookAfterSurveys } from './surveys/caretaking.ts';

const BUDGET_MILLISECONDS = 50_000;

function isAllowed(request: Request, secret: string): boolean {
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${secret}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Looks after promises and messages once, within fifty seconds of the running clock, and says what is left over. */
export async function lookAfter(house: House): Promise<{ steps: number; messages: number; oldestLookSeconds: number; oldestOutboxSeconds: number }> {
  const began = performance.now();
  const inTime = () => performance.now() - began < BUDGET_MILLISECONDS;
  // Before anybody is told of what is late: a survey of which enough came back was closed in time, whenever the clock looks.
  await lookAfterSurveys(house, inTime);
  // And before them whoever's post is over has nothing left that could be late.
  await lookAfterPosts(house, inTime);
  const steps = await sweep(house, inTime);
  await lookAfterDuties(house, inTime);
  await lookAfterDraws(house, inTime);
  const messages = await workOutbox(house, inTime);
  return { steps: steps.length, messages, ...(await readAges(house.db, house.clock())) };
}

/** What the cron door answers. Refuses without the secret, compared in constant time. */
export async function answerCron(house: House, request: Request): Promise<Response> {
  try {
    if (!isAllowed(request, house.cronSecret)) throw new Problem('cron/refused');
    return Response.json(await lookAfter(house));
  } catch (error) {
    return answerRefusal(house, error);
  }
}
