import postgres from 'postgres';

export interface Filling {
  tickets: number;
  /** How many estates share them: so many new ones of three hundred homes and as many people each, or the estates and people as planted. */
  offices: number | 'as planted';
  from: string;
  until: string;
}

/** Words of four parts without punctuation, so that SQL cuts the same pairs as `pairsOf`: 漏水 in every fifth ticket, 法兰 in one of a thousand. */
const WORDS = `(array['厨房', '卫生间', '阳台', '客厅', '走廊', '地下车库', '楼道'])[1 + x.w / 5 % 7] || (array['水管漏水', '插座没电', '灯不亮了', '门锁卡住', '窗户关不严'])[1 + x.w % 5]
  || (array['昨晚开始', '今天早上发现', '已经三天了', '越来越厉害', '时好时坏', '请尽快来看', '邻居也一样', '上次修过又坏', '老人在家不方便', '声音很大', '有点危险'])[1 + x.w / 35 % 11]
  || case when x.w / 385 % 1000 = 500 then '法兰坏了' else '' end`;

/**
 * Fills a database with closed repairs, spread evenly over time and estates: tickets, first words, followers, assignments, a kept promise, search terms. All in SQL.
 * @param url of the database's owner; as a superuser foreign keys are not checked, which is several times faster
 */
export async function fillSearch(url: string, filling: Filling): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [role] = await sql`select rolsuper from pg_roles where rolname = current_user`;
  if (role?.rolsuper) await sql`set session_replication_role = replica`;
  // Statements in order; each may use what the ones before it left.
  const run = (text: string) => sql.unsafe(text);
  if (filling.offices !== 'as planted') {
    await run(`
      insert into offices select md5('office' || n)::uuid, 'estate', '小区' || n, 'E' || n, '0571-0000 0199', 480, 1080, null, false, false from generate_series(1, ${filling.offices}) n`);
    await run(`
      insert into homes (id, office_id, building, unit, room, label, key_customer)
      select md5('home' || n || '-' || h)::uuid, md5('office' || n)::uuid, 1 + h / 60, 1 + h / 20 % 3, 1 + h / 2 % 10 || '0' || 1 + h % 2, 1 + h / 60 || '栋' || 1 + h / 20 % 3 || '单元' || 1 + h / 2 % 10 || '0' || 1 + h % 2, false
      from generate_series(1, ${filling.offices}) n, generate_series(0, 299) h`);
    await run(`
      insert into people (id, name, phone_last4)
      select md5('person' || n || '-' || h)::uuid, (array['赵','钱','孙','李','周','吴','郑','王','冯','陈'])[1 + (h * 7 + n) % 10] || chr(x'4e00'::int + (n * 300 + h) % 2000) || chr(x'5e00'::int + (n * 300 + h) / 2000), lpad(((n * 300 + h) * 37 % 10000)::text, 4, '0')
      from generate_series(1, ${filling.offices}) n, generate_series(0, 299) h`);
    await run(`
      insert into residences select md5('residence' || p.n || '-' || p.h)::uuid, md5('office' || p.n)::uuid, md5('home' || p.n || '-' || p.h)::uuid, md5('person' || p.n || '-' || p.h)::uuid, 'owner', '2015-01-01', null
      from (select n, h from generate_series(1, ${filling.offices}) n, generate_series(0, 299) h) p`);
  }
  const chosen = filling.offices === 'as planted' ? 'true' : `o.letters like 'E%'`;
  await run(`
    create temporary table estates as select o.id as office_id, o.letters, row_number() over (order by o.letters) - 1 as n,
      (select array_agg(r.home_id order by r.id) from residences r where r.office_id = o.id) as homes,
      (select array_agg(r.person_id order by r.id) from residences r where r.office_id = o.id) as people
    from offices o where o.kind = 'estate' and ${chosen}`);
  await run(`
    create temporary table filled as
      select x.i, e.office_id, e.homes[1 + (x.i / x.estates) % cardinality(e.homes)] as home_id, e.people[1 + (x.i / x.estates) % cardinality(e.homes)] as reporter_id, x.at, ${WORDS} as words,
        (lpad(to_hex((extract(epoch from x.at) * 1000)::bigint), 12, '0') || '7' || substr(md5(x.i::text), 1, 3) || '8' || substr(md5(x.i::text), 4, 15))::uuid as id,
        e.letters || '-BX-' || to_char(x.at at time zone 'Asia/Shanghai', 'YYMMDD') || '-' || lpad((row_number() over (partition by e.office_id, (x.at at time zone 'Asia/Shanghai')::date order by x.i))::text, 3, '0') as number
      from (select i, hashint4(i) & 2147483647 as w, (select count(*) from estates) as estates, date_trunc('milliseconds', '${filling.from}'::timestamptz + ('${filling.until}'::timestamptz - '${filling.from}'::timestamptz) * i / ${filling.tickets}) as at
        from generate_series(0, ${filling.tickets} - 1) i) x
      join estates e on e.n = x.i % x.estates`);
  await run(`
    insert into tickets (id, office_id, number, reporter_id, home_id, first_contact_id, kind, status, place, facts, round, received_at, round_began_at, happened, first_happened, version)
    select id, office_id, number, reporter_id, home_id, id, 'repair', 'closed', 'home', '{"urgency":"general","category":"doors","danger":false,"supervised":false}', 1, at, at, '{}', '{}', 1 from filled order by i`);
  await run(`
    insert into contacts (id, office_id, ticket_id, round, at, recorded_at, channel, kind, direction, audience, place, author_id, participants, body)
    select f.id, f.office_id, f.id, 1, f.at, f.at, 'mini_program', 'message', 'in', 'followers', h.label, f.reporter_id, '{}', f.words from filled f join homes h on h.id = f.home_id order by f.i`);
  await run(`insert into followers select office_id, id, reporter_id, 'reported', id, at from filled order by i`);
  await run(`
    insert into promises (office_id, subject, subject_kind, what, round, opened_by, rule, clause, rule_since, allowance, ladder, owed_by_role, owed_to, started_at, made_at, first_due_by, due_by, kept_at)
    select office_id, id, 'ticket', 'repaired', 1, id, 'R3', 'R3', '2026-01-01', '72 小时', '[]', 'assignee', 'residents', at, at, at + interval '72 hours', at + interval '72 hours', at + interval '1 hour' from filled order by i`);
  // A walk needs its two keys; making them of what stands there is faster than keeping them row by row.
  const keys = role?.rolsuper
    ? await sql<{ name: string; kind: string; definition: string }[]>`
        select c.relname as name, case when i.indisprimary then 'primary key' else 'index' end as kind, pg_get_indexdef(i.indexrelid) as definition
        from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'search_terms'::regclass`
    : [];
  for (const key of keys) await run(key.kind === 'index' ? `drop index ${key.name}` : `alter table search_terms drop constraint ${key.name}`);
  await run(`
    insert into search_terms (office_id, term, ticket_id)
    select f.office_id, t.term, f.id from filled f join homes h on h.id = f.home_id cross join lateral (
      select distinct unnest(array['#' || f.number, '#' || right(left(f.number, -4), 6), '#' || right(f.number, 10), '@' || h.building, '@' || h.building || '-' || h.unit, '@' || h.building || '-' || h.unit || '-' || h.room, '@' || h.room]
        || array(select substr(f.words, c, 2) from generate_series(1, length(f.words) - 1) c)) as term) t
    order by f.i`);
  for (const key of keys)
    await run(key.kind === 'index' ? key.definition : `alter table search_terms add constraint ${key.name} primary key (office_id, term, ticket_id)`);
  await sql.end();
}
