import { tellStaff } from '../../db/queries/bulletins.ts';
import { tellSurveyColleagues } from '../../db/queries/needs.ts';
import { fanOut, finishJob, type Job, leaseJobs, postponeJob } from '../../db/queries/outbox.ts';
import { readFilesInUse } from '../../db/queries/photos.ts';
import { tellAudience } from '../../db/queries/publications.ts';
import { tellSurveyHomes } from '../../db/queries/survey-telling.ts';
import { asSystem, type System } from '../../db/queries/viewer.ts';
import { tellsFollowers } from '../../shared/tickets/followers.ts';
import type { TicketEventName } from '../../shared/tickets/ticket.ts';
import type { House } from '../context.ts';
import { reach } from '../messages/reach.ts';
import { tell } from '../messages/tell.ts';

const BATCH = 100;
const LEASE_SECONDS = 60;

/** One event to be told to everybody who follows. Ids and facts only. */
interface FanOut {
  ticketId: string;
  eventId: string;
  did: string;
  facts: Record<string, unknown>;
  at: string;
  by: string | null;
  /** Residents who cannot be reached otherwise are called. */
  mustKnow?: boolean;
}

async function expand(house: House, job: Job): Promise<null> {
  const { ticketId, eventId, did, facts, at, by, mustKnow = false } = job.payload as unknown as FanOut;
  const ids = (count: number) => Array.from({ length: count }, () => house.newId());
  await fanOut(
    house.db,
    asSystem('outbox'),
    { officeId: job.officeId, ticketId, eventId, did, facts, at: new Date(at), by, forFollowers: tellsFollowers(did as TicketEventName, facts) },
    ids,
    house.wechat ? { mustKnow, now: house.clock() } : null,
  );
  return null;
}

/** Files no row points at: removed by rule, or left over from a try; a file that is gone already is gone. */
async function removeFiles(house: House, job: Job, system: System): Promise<null> {
  if (!house.storage) throw new Error('there is nowhere files are kept');
  const files = job.payload.files as string[];
  const inUse = await readFilesInUse(house.db, system, files);
  for (const key of files) if (!inUse.has(key)) await house.storage.remove(key);
  return null;
}

/** A handler does its job, or says when it is to be done instead. */
type Handler = (house: House, job: Job, system: System) => Promise<Date | null>;

/** What was agreed to goes to everybody it is for. */
async function publish(house: House, job: Job, system: System): Promise<null> {
  const { subject, eventId, at } = job.payload as { subject: string; eventId: string; at: string };
  await tellAudience(house.db, system, { officeId: job.officeId, approvalId: subject, eventId, at: new Date(at) }, house.newId);
  return null;
}

/** A survey that is out, or soon is over, is told whoever lives in its homes and has not answered (S1, S3). */
async function tellSurvey(house: House, job: Job, system: System): Promise<null> {
  const { subject, eventId, at, only } = job.payload as { subject: string; eventId: string; at: string; only?: string };
  const news = { officeId: job.officeId, surveyId: subject, eventId, at: new Date(at), only };
  // It asks homes or colleagues (S11): of the others there are none.
  await tellSurveyHomes(house.db, system, news, house.newId, house.wechat ? house.clock() : null);
  await tellSurveyColleagues(house.db, system, news, house.newId, house.wechat ? house.clock() : null);
  return null;
}

/** A bulletin goes to everybody who works here, each once (C7). */
async function announce(house: House, job: Job, system: System): Promise<null> {
  await tellStaff(house.db, system, job.payload as { bulletinId: string }, house.newId);
  return null;
}

const HANDLERS: Record<string, Handler> = { fan_out: expand, remove_files: removeFiles, tell, reach, publish, announce, tell_survey: tellSurvey };

/**
 * Does what waits in the outbox. A job that fails comes back later each time; one that was done twice told nobody twice.
 * @returns how many were done
 */
export async function workOutbox(house: House, budget: () => boolean = () => true): Promise<number> {
  const system = asSystem('outbox');
  let done = 0;
  for (let jobs = await leaseJobs(house.db, system, house.clock(), BATCH, LEASE_SECONDS); jobs.length > 0; ) {
    for (const job of jobs) {
      try {
        const handler = HANDLERS[job.job];
        if (!handler) throw new Error(`no handler for the job ${job.job}`);
        const again = await handler(house, job, system);
        if (again) await postponeJob(house.db, system, job, again);
        else await finishJob(house.db, system, job, house.clock());
        done += again ? 0 : 1;
      } catch (error) {
        house.report(`outbox job ${job.job} failed`, error);
        await postponeJob(house.db, system, job, new Date(house.clock().getTime() + 30_000 * 2 ** Math.min(job.attempts, 10)));
      }
    }
    jobs = budget() ? await leaseJobs(house.db, system, house.clock(), BATCH, LEASE_SECONDS) : [];
  }
  return done;
}

/** Sends one batch after the answer, and the messages it leads to; what is left, cron and the timer do. */
export function workLater(house: House): void {
  house.later(async () => {
    let more = house.wechat ? 1 : 0;
    await workOutbox(house, () => more-- > 0);
  });
}
