import { sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';
import { UNNAMED } from '../../shared/intake/unnamed.ts';
import { type Row, rowsOf, type Wrong } from './wrong.ts';
import type { Year } from './year.ts';

/** I14: every letter the house said it had taken stands with whoever answers for it, and every copy that was asked for was noted, once. */
export async function lettersLost({ acknowledged }: Year, db: Database): Promise<Wrong[]> {
  const rows = await rowsOf(
    db,
    sql`select e.id, e.facts, (select count(*)::int from promises p where p.subject = e.id and p.what = 'letter_answered' and (p.kept_at is not null or p.withdrawn_at is not null)) as owed,
      (select coalesce(json_agg(c.facts->'copies'), '[]'::json) from events c where c.subject = e.id and c.did = 'copied') as copied from errands e where e.kind = 'letter'`,
  );
  const byId = new Map(rows.map((row) => [String(row.id), row]));
  const wrong = acknowledged.letters.flatMap(({ id, copies }) => {
    const row = byId.get(id);
    if (!row) return [`the letter ${id} was acknowledged and is not there`];
    const copied = (row.copied as string[][]).flat();
    return [
      ...(row.owed === 1 ? [] : [`the letter ${id} has ${row.owed} ends`]),
      ...(copied.length === new Set(copied).size ? [] : [`the letter ${id} was copied to somebody twice`]),
      ...copies.filter((to) => !copied.includes(to)).map((to) => `the letter ${id} was to be copied to ${to}`),
    ];
  });
  const strays =
    rows.length === acknowledged.letters.length ? [] : [`${rows.length} letters stand, ${acknowledged.letters.length} were acknowledged`];
  return [...wrong, ...strays].map((what) => ({ ticketId: null, what }));
}

/** D6, D8: what is worth knowing stands, each version of it; what came from outside went to the quality department once, and to each unit once. */
export async function informationLost({ acknowledged }: Year, db: Database): Promise<Wrong[]> {
  const lines = await rowsOf(db, sql`select entry_id, outside, version, title || words || outcome as said from exchanges order by entry_id, version`);
  const given = await rowsOf(
    db,
    sql`select facts->>'entry' as entry, kind, office_id, department, count(*)::int as n from errands where kind in ('outside', 'notice') and status <> 'withdrawn' group by 1, 2, 3, 4`,
  );
  const of = (id: string) => lines.filter((row) => row.entry_id === id);
  const handed = (id: string) => given.filter((row) => row.entry === id && row.kind === 'outside').reduce((sum, row) => sum + Number(row.n), 0);
  const about = ({ id, outside, versions, texts }: Year['acknowledged']['entries'][number]): [boolean, string][] => [
    [of(id).length !== versions, `stands ${of(id).length} times, and was written ${versions} times`],
    [texts.some((text) => !of(id).some((row) => String(row.said).includes(text))), 'has lost words'],
    [handed(id) !== (outside ? 1 : 0), `went to the quality department ${handed(id)} times`],
  ];
  const entries = new Set(lines.map((row) => row.entry_id)).size;
  return [
    ...acknowledged.entries.flatMap((one) => about(one).flatMap(([isWrong, what]) => (isWrong ? [`${one.id} ${what}`] : []))),
    ...given.filter((row) => Number(row.n) > 1).map((row) => `${row.entry} went to ${row.department} ${row.n} times`),
    ...(entries === acknowledged.entries.length ? [] : [`${entries} entries stand, ${acknowledged.entries.length} were acknowledged`]),
  ].map((what) => ({ ticketId: null, what }));
}

/** Readings 21: of what nobody put a name to no home, no number and no name is kept, nobody is told as its reporter, and nobody is owed a call about it. */
export async function unnamedKnown(_: Year, db: Database): Promise<Wrong[]> {
  const rows = await rowsOf(
    db,
    sql`select t.id, t.number, t.home_id, p.name, p.phone_cipher is not null or p.phone_last4 is not null as phone,
      (select count(*)::int from inbox i where i.person_id = t.reporter_id) as told,
      (select count(*)::int from promises q where q.subject = t.id and q.what in ('first_reply', 'return_visit', 'phone_call', 'resident_told')) as calls
      from tickets t join people p on p.id = t.reporter_id join events e on e.subject = t.id and e.did = 'received' and e.facts->>'unnamed' = 'true'`,
  );
  const about = ({ home_id, name, phone, told, calls }: Row): [boolean, string][] => [
    [home_id !== null, 'is of a home'],
    [name !== UNNAMED, `is ${name}’s`],
    [phone === true, 'has a number'],
    [told !== 0, `told its reporter ${told} times`],
    [calls !== 0, `owes ${calls} calls`],
  ];
  return rows.flatMap((row) =>
    about(row).flatMap(([isWrong, what]) => (isWrong ? [{ ticketId: String(row.id), what: `${row.number} has no name and ${what}` }] : [])),
  );
}

/** Z9: no complaint against leadership is over before the owners' committee was told that there is one. */
export async function committeeUntold(_: Year, db: Database): Promise<Wrong[]> {
  const rows = await rowsOf(
    db,
    sql`select t.id, t.number from tickets t where t.kind = 'complaint' and t.status = 'closed' and t.facts #> '{complaint,against}' ? 'leadership'
      and not exists (select 1 from events e where e.subject = t.id and e.did = 'committee_told' and e.facts ? 'committee')`,
  );
  return rows.map((row) => ({ ticketId: String(row.id), what: `${row.number} is over and the committee knows of nothing` }));
}

/** A1: nothing anybody wrote stands in an event, a line of the inbox or a job: words are contacts. Whatever is written in this year ends alike. */
export async function wordsAstray(_: Year, db: Database): Promise<Wrong[]> {
  const written = sql`'%（第 %句）%'`;
  const rows = await rowsOf(
    db,
    sql`select subject as id, did as what from events where facts::text like ${written} union all select subject, 'inbox ' || did from inbox where facts::text like ${written}
      union all select id, 'job ' || job from outbox where payload::text like ${written}`,
  );
  return rows.map((row) => ({ ticketId: null, what: `somebody’s words stand in ${row.what}: ${row.id}` }));
}
