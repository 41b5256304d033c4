import { sql } from 'drizzle-orm';
import type { ApprovalState, Verdict } from '../../shared/kernel/approvals.ts';
import type { PromisedDeed } from '../../shared/surveys/letter.ts';
import type { Tx } from '../connect.ts';
import { stateFrom } from './approvals.ts';
import { errandStateFrom } from './errands.ts';
import type { Json } from './json.ts';
import { homesNow, type Viewer } from './viewer.ts';

const DOCUMENT = 'open_letter';

/** One version of a letter: what it says, and what it promises. */
export interface LetterVersion {
  round: number;
  at: Date;
  words: string;
  deeds: (PromisedDeed & { holderName: string })[];
}

/** One step's word on one version. */
export interface LetterDecision {
  round: number;
  byName: string;
  verdict: Verdict;
  words: string;
  at: Date;
}

/** A letter as it stands: its approval, every version, and what was decided on each. */
export interface LetterFile {
  approval: { id: string; state: ApprovalState; dueBy: Date | null };
  versions: LetterVersion[];
  decisions: LetterDecision[];
  /** Who handed in each version, by its round. */
  authors: { round: number; name: string }[];
}

/** Keeps a version of a letter as it was handed in. */
export async function insertLetterVersion(
  tx: Tx,
  _viewer: Viewer,
  survey: { id: string; officeId: string },
  { round, words, deeds, at }: { round: number; words: string; deeds: readonly PromisedDeed[]; at: Date },
): Promise<void> {
  const lines = [{ words, holder: null, due: null }, ...deeds.map((deed) => ({ words: deed.words, holder: deed.holder, due: deed.dueOn }))];
  const json = JSON.stringify(lines.map((line, nth) => ({ ...line, nth })));
  await tx.execute(sql`insert into open_letter_lines (office_id, survey_id, round, nth, words, holder_id, due_on, at)
    select ${survey.officeId}, ${survey.id}, ${round}, l.nth, l.words, l.holder, l.due, ${at.toISOString()}
    from jsonb_to_recordset(${json}::jsonb) as l(nth int, words text, holder uuid, due date)`);
}

/** Every version of a survey's letter, oldest first. */
export async function readLetterVersions(tx: Tx, _viewer: Viewer, surveyId: string): Promise<LetterVersion[]> {
  const rows = await tx.execute<Json>(sql`
    select l.round, min(l.at) as at, max(l.words) filter (where l.nth = 0) as words,
      coalesce(json_agg(json_build_object('words', l.words, 'holder', l.holder_id, 'dueOn', l.due_on, 'holderName', p.name) order by l.nth) filter (where l.nth > 0), '[]'::json) as deeds
    from open_letter_lines l left join people p on p.id = l.holder_id where l.survey_id = ${surveyId} group by l.round order by l.round`);
  return rows.map((row) => ({
    round: Number(row.round),
    at: new Date(String(row.at)),
    words: String(row.words ?? ''),
    deeds: row.deeds as LetterVersion['deeds'],
  }));
}

/** A survey's letter; null where none was ever handed in. */
export async function readLetter(tx: Tx, viewer: Viewer, survey: { id: string; officeId: string }): Promise<LetterFile | null> {
  const [row] = await tx.execute<Json>(sql`
    select to_jsonb(a) || jsonb_build_object('written_on', a.written_on::text) as approval,
      (select min(m.due_by) from promises m where m.office_id = a.office_id and m.subject = a.id and m.kept_at is null and m.withdrawn_at is null) as due_by,
      (select coalesce(json_agg(json_build_object('round', n.round, 'byName', p.name, 'verdict', n.verdict, 'words', n.words, 'at', n.at) order by n.id), '[]'::json)
        from approval_decisions n join people p on p.id = n.by_id where n.office_id = a.office_id and n.approval_id = a.id) as decisions,
      (select json_agg(json_build_object('round', v.round, 'name', p.name) order by v.round)
        from approval_versions v join people p on p.id = v.author_id where v.office_id = a.office_id and v.approval_id = a.id) as authors
    from approvals a where a.office_id = ${survey.officeId} and a.document = ${DOCUMENT} and a.name = ${survey.id}`);
  if (!row) return null;
  const approval = row.approval as Json;
  return {
    approval: { id: String(approval.id), state: stateFrom(approval), dueBy: row.due_by ? new Date(String(row.due_by)) : null },
    authors: row.authors as LetterFile['authors'],
    versions: await readLetterVersions(tx, viewer, survey.id),
    decisions: (row.decisions as Json[]).map((one) => ({ ...(one as unknown as LetterDecision), at: new Date(String(one.at)) })),
  };
}

/** What a letter that is out promised, as it stands now, with what whoever did it said of it last. */
export async function readDeeds(tx: Tx, _viewer: Viewer, survey: { id: string; officeId: string }) {
  const rows = await tx.execute<Json>(sql`
    select t.*, p.name as holder_name,
      (select c.body from events e join contacts c on c.event_id = e.id and c.kind = 'errand' and c.office_id = e.office_id
        where e.office_id = t.office_id and e.subject = t.id and e.did = 'returned' order by e.seq desc limit 1) as said
    from errands t join people p on p.id = t.holder_id
    where t.office_id = ${survey.officeId} and t.kind = 'deed' and t.key like ${`${survey.id}/%`} order by (t.facts->>'nth')::int`);
  return rows.map((row) => ({
    id: String(row.id),
    state: errandStateFrom(row),
    holderName: String(row.holder_name),
    said: (row.said as string | null) ?? null,
    dueBy: row.next_due_by ? new Date(String(row.next_due_by)) : null,
  }));
}

/** A survey whose letter is out, to somebody who lives at its estate now; null for anybody else, and before it is out. */
export async function readPostedLetter(tx: Tx, viewer: Viewer, id: string) {
  const offices = homesNow(viewer, viewer.at).map(({ officeId }) => officeId);
  const [row] = await tx.execute<Json>(sql`
    select t.*, o.name as office_name from errands t join offices o on o.id = t.office_id
    where t.id = ${id} and t.kind = 'survey' and t.facts->>'lettered' = 'true' and t.office_id = any(${`{${offices.join(',')}}`}::uuid[])`);
  return row ? { id, officeId: String(row.office_id), officeName: String(row.office_name), state: errandStateFrom(row) } : null;
}
