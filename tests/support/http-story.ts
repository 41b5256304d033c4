import { sql } from 'drizzle-orm';
import { sweep } from '../../api/ledger/sweep.ts';
import { recordUnreached } from '../../api/messages/reach.ts';
import { workOutbox } from '../../api/outbox/worker.ts';
import { readTicketFiles } from '../../db/queries/ticket-files.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { Api } from '../../shared/contract/index.ts';
import { type TicketEventName, waitsFor } from '../../shared/tickets/ticket.ts';
import type { Actor, Told } from './deeds.ts';
import { complaintDeeds } from './http/complaints.ts';
import { dispatchingDeeds } from './http/dispatching.ts';
import { doorDeeds } from './http/door.ts';
import { drawQuestions } from './http/draws.ts';
import { dutyDeeds, dutyQuestions } from './http/duties.ts';
import { facilityDeeds } from './http/facilities.ts';
import { followerDeeds } from './http/followers.ts';
import { guideDeeds } from './http/guide.ts';
import { hotlineDeeds } from './http/hotlines.ts';
import { intakeDeeds } from './http/intake.ts';
import { letterDeeds, letterQuestions } from './http/letters.ts';
import { mergingDeeds } from './http/merging.ts';
import { needsDeeds, needsQuestions } from './http/needs.ts';
import { otherSurveyDeeds } from './http/other-surveys.ts';
import { promiseDeeds } from './http/promises.ts';
import { quoteDeeds } from './http/quotes.ts';
import { remarkDeeds } from './http/remarks.ts';
import { residentDeeds } from './http/residents.ts';
import { serviceDeeds } from './http/services.ts';
import { settingDeeds, settingQuestions } from './http/settings.ts';
import { surveyDeeds, surveyQuestions } from './http/surveys.ts';
import { type Line, lineTo, tellerOn } from './http/teller.ts';
import { threadDeeds } from './http/thread.ts';
import { visitDeeds } from './http/visits.ts';
import { workDeeds } from './http/work.ts';
import { A_PHOTO, A_VOICE } from './media.ts';
import { promiseLine } from './promise-line.ts';
import { asEverybody, byClock, type Story } from './story.ts';
import { openWorld, type World } from './world.ts';

export { A_PHOTO, A_VOICE };

export interface HttpStory extends Story, Omit<Line, 'client'> {
  /** The typed client of somebody, over the real app. */
  client(name: string): Promise<Client<Api>>;
}

const actorOn =
  (line: Line) =>
  (name: string): Actor => {
    const one = tellerOn(line, name);
    return {
      ...intakeDeeds(one),
      ...followerDeeds(one),
      ...facilityDeeds(one),
      ...mergingDeeds(one),
      ...dispatchingDeeds(one),
      ...workDeeds(one),
      ...quoteDeeds(one),
      ...doorDeeds(one),
      ...residentDeeds(one),
      ...serviceDeeds(one),
      ...remarkDeeds(one),
      ...guideDeeds(one),
      ...complaintDeeds(one),
      ...visitDeeds(one),
      ...promiseDeeds(one),
      ...threadDeeds(one),
      ...dutyDeeds(one),
      ...surveyDeeds(one),
      ...letterDeeds(one),
      ...otherSurveyDeeds(one),
      ...needsDeeds(one),
      ...settingDeeds(one),
      ...hotlineDeeds(one),
    };
  };

async function fileOf({ house, now }: World, { id }: Told) {
  const [row] = await house.db.execute<{ office_id: string }>(sql`select office_id from tickets where id = ${id}`);
  const [file] = await readTicketFiles(house.db, asSystem('sweep'), row!.office_id, [id], now());
  return file!;
}

/** What a story may be asked about a ticket, read from the database. */
function questions(world: World): Pick<Story, 'promises' | 'status' | 'urgency' | 'history' | 'quote' | 'charged' | 'waitsFor'> {
  const { db } = world.house;
  const stateOf = async (ticket: Told) => (await fileOf(world, ticket)).state;
  return {
    promises: async (ticket) => {
      const { ledger } = await fileOf(world, ticket);
      const names = new Map((await db.execute<{ id: string; name: string }>(sql`select id, name from people`)).map((row) => [row.id, row.name]));
      return ledger.map((promise) => promiseLine(promise, names.get(promise.owedBy ?? '') ?? null, world.now()));
    },
    status: async (ticket) => (await stateOf(ticket)).status,
    urgency: async (ticket) => {
      const rows = await db.execute<{ facts: { urgency: 'urgent' | 'general'; clause: string } }>(
        sql`select facts from events where subject = ${ticket.id} and facts ? 'urgency' order by seq desc limit 1`,
      );
      return { urgency: (await stateOf(ticket)).urgency, clause: rows[0]!.facts.clause };
    },
    history: async ({ id }) => {
      const rows = await db.execute<{ did: TicketEventName }>(sql`select did from events where subject = ${id} order by seq`);
      return rows.map((row) => row.did);
    },
    quote: async (ticket) => (await stateOf(ticket)).quote,
    charged: async (ticket) => (await stateOf(ticket)).charged,
    waitsFor: async (ticket) => waitsFor(await stateOf(ticket), world.now()),
  };
}

async function looksAfter({ house }: World): Promise<[string, string, string][]> {
  const taken = await sweep(house);
  await workOutbox(house);
  return taken.map(({ number, what, step }) => [number, what, step]);
}

/** A story told over the real app on a real Postgres. Every answer is held against the contract. */
export async function httpStory(isEmpty = false): Promise<HttpStory> {
  const world = await openWorld(isEmpty);
  const { house } = world;
  const line = lineTo(world);
  return {
    ...line,
    ...asEverybody(actorOn(line)),
    ...byClock(() => looksAfter(world)),
    ...questions(world),
    ...dutyQuestions(world),
    ...letterQuestions(world),
    ...surveyQuestions(world),
    ...needsQuestions(world),
    ...drawQuestions(world),
    ...settingQuestions(line),
    client: async (name) => line.client(name),
    at: world.setClock,
    nothingReached: async (ticket) => {
      const file = await fileOf(world, ticket);
      await house.db.transaction((tx) => recordUnreached(house, tx, file, {}));
    },
    sets: async (estate, key, value) => {
      const from = world.now().toISOString();
      await house.db.execute(sql`insert into settings (id, office_id, key, value, from_at, set_at)
        select ${house.newId()}, id, ${key}, ${JSON.stringify(value)}::jsonb, ${from}, ${from} from offices where letters = ${estate}`);
    },
    close: async () => {
      await world.settleLater();
      await world.close();
    },
  };
}
