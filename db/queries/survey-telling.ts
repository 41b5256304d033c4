import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import type { System, Viewer } from './viewer.ts';

/** Homes a survey `t` went to that have not answered. */
const SILENT = sql`survey_homes l where l.survey_id = t.id and l.drawn
  and not exists (select 1 from participations p where p.survey_id = l.survey_id and p.home_id = l.home_id)`;

/** How many homes a survey went to have not answered. */
export async function countSilent(tx: Tx, _system: System, id: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from errands t cross join lateral (select 1 from ${SILENT}) l where t.id = ${id}`,
  );
  return row?.n ?? 0;
}

/** Surveys of an estate whose silent homes are to be reminded. Held; what somebody moves at this moment is left for the next time. */
export async function lockSurveysToRemind(tx: Tx, _system: System, officeId: string, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.id from errands t where t.office_id = ${officeId} and t.kind in ('survey', 'needs') and t.status = 'taken' and (t.facts->>'remindAt')::timestamptz <= ${now.toISOString()}
    order by t.id for update skip locked`);
  return rows.map(({ id }) => id);
}

/** What of a survey somebody is told. */
export interface SurveyNews {
  officeId: string;
  surveyId: string;
  eventId: string;
  at: Date;
}

/** Whom it is told, as what, and how. */
interface Told {
  people: readonly { person_id: string; did: string }[];
  to: 'resident' | 'colleague';
  /** Null where it is not said in WeChat. */
  wechatAt: Date | null;
}

/** Puts a line each into what they find, once; a job each for whoever has WeChat, in one statement with the lines, so that nobody is told twice and nobody forgotten. */
export async function putSurveyNews(
  tx: Tx,
  _system: System,
  { officeId, surveyId, eventId, at }: SurveyNews,
  { people, to, wechatAt }: Told,
  newId: () => string,
) {
  if (people.length === 0) return;
  const lines = people.map((one) => ({
    id: newId(),
    office_id: officeId,
    person_id: one.person_id,
    subject: surveyId,
    subject_kind: 'survey',
    event_id: eventId,
    did: one.did,
    facts: {},
    at,
    read_at: null,
  }));
  const told = sql`insert into inbox select * from jsonb_populate_recordset(null::inbox, ${JSON.stringify(lines)}::jsonb) on conflict do nothing returning id, person_id`;
  if (wechatAt === null) {
    await tx.execute(told);
    return;
  }
  const jobs = lines.map((line) => ({
    id: newId(),
    office_id: officeId,
    job: 'tell',
    payload: { line: line.id, person: line.person_id, to, of: 'survey' },
    created_at: wechatAt,
    due_at: wechatAt,
    attempts: 0,
    lease_until: null,
    done_at: null,
  }));
  await tx.execute(sql`
    with told as (${told})
    insert into outbox select j.* from jsonb_populate_recordset(null::outbox, ${JSON.stringify(jobs)}::jsonb) j
    where exists (select 1 from told n join wechat_accounts a on a.person_id = n.person_id and a.unbound_at is null where n.id = (j.payload->>'line')::uuid)`);
}

/** Has whoever lives in a home that stands in for another told what the others were told when the survey went out (Z5). */
export async function queueStandInNews(
  tx: Tx,
  _viewer: Viewer,
  { id, officeId, homeId, at, jobId }: { id: string; officeId: string; homeId: string; at: Date; jobId: string },
): Promise<void> {
  const when = at.toISOString();
  await tx.execute(sql`insert into outbox (id, office_id, job, payload, created_at, due_at, attempts)
    select ${jobId}, e.office_id, 'tell_survey', jsonb_build_object('subject', e.subject, 'eventId', e.id, 'at', ${when}::text, 'only', ${homeId}::text), ${when}, ${when}, 0
    from events e where e.office_id = ${officeId} and e.subject = ${id} and e.did = 'issued' order by e.seq desc limit 1`);
}

/**
 * Tells whoever lives in a home a survey went to and has not answered, once; in WeChat too, whoever has it. What is over meanwhile is told nobody. Of an open letter the
 * whole estate finds a line.
 * @param only the home that stands in for another, where nobody else is told (Z5)
 * @param now null where there is no WeChat
 */
export async function tellSurveyHomes(
  tx: Tx,
  system: System,
  { only, ...news }: SurveyNews & { only?: string | undefined },
  newId: () => string,
  now: Date | null,
) {
  const { officeId, surveyId, eventId, at } = news;
  const people = await tx.execute<{ person_id: string; did: string }>(sql`
    select distinct r.person_id, e.did from errands t join events e on e.office_id = t.office_id and e.subject = t.id and e.id = ${eventId}
      cross join lateral (select l.home_id from ${SILENT} and t.status = 'taken' and e.did <> 'lettered' ${only === undefined ? sql`` : sql`and l.home_id = ${only}`}
        union all select n.id from homes n where n.office_id = t.office_id and e.did = 'lettered') h join residences r on r.office_id = t.office_id and r.home_id = h.home_id
        and r.from_at <= ${at.toISOString()} and (r.until_at is null or r.until_at > ${at.toISOString()})
    where t.office_id = ${officeId} and t.id = ${surveyId}`);
  await putSurveyNews(tx, system, news, { people, to: 'resident', wechatAt: people[0]?.did === 'lettered' ? null : now }, newId);
}
