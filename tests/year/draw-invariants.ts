import { sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';
import { drawFrom } from '../../shared/kernel/sampling.ts';
import { DAY } from '../../shared/kernel/time.ts';
import { type Row, rowsOf, type Wrong } from './wrong.ts';
import type { Year } from './year.ts';

/** What V1 and V2 ask of a hundred, said here by hand and not by the rows. */
const PERCENT: Record<string, number> = { weekly: 20, monthly: 10 };

/** As many as the manual asks are drawn, in the order the seed gives, and of those who can be called (V1, V2, Z6). */
export async function drawsWrong(_year: Year, db: Database): Promise<Wrong[]> {
  const rows = await rowsOf(
    db,
    sql`select d.*, coalesce((select json_agg(json_build_object('number', t.number, 'drawn', l.drawn) order by l.place) from draw_lines l join tickets t on t.id = l.ticket_id
      where l.draw_id = d.id), '[]'::json) as lines from draws d`,
  );
  return rows.flatMap((draw): Wrong[] => {
    const lines = draw.lines as { number: string; drawn: boolean }[];
    const size = Math.min(lines.length, Math.ceil((Number(draw.finished) * PERCENT[String(draw.draw)]!) / 100));
    const order = drawFrom(
      lines.map(({ number }) => ({ id: number, stratum: '' })),
      String(draw.seed),
      size,
    );
    const isSame = order.every((one, place) => one.id === lines[place]!.number && one.drawn === lines[place]!.drawn);
    const isWhole = lines.length + Number(draw.left_out) === Number(draw.finished) && Number(draw.size) === size;
    return isSame && isWhole
      ? []
      : [{ ticketId: null, what: `the ${String(draw.draw)} draw of ${String(draw.from_at)} is not what its seed and figures give` }];
  });
}

/** Every repair put on record as finished in a period is in its draw, and nobody was left out by hand (Z6, Z8). */
export async function drawsLeftOut(_year: Year, db: Database): Promise<Wrong[]> {
  const rows = await rowsOf(
    db,
    sql`select d.draw, d.from_at, t.id, t.number from draws d join events e on e.office_id = d.office_id and e.did = 'finished' and e.recorded_at >= d.from_at and e.recorded_at < d.until_at
        join tickets t on t.id = e.subject join people p on p.id = t.reporter_id
      where t.kind = 'repair' and t.status <> 'cancelled' and p.phone_last4 is not null and jsonb_typeof(t.facts->'merged') is distinct from 'object'
        and not exists (select 1 from draw_lines l where l.draw_id = d.id and l.ticket_id = t.id)
        and not exists (select 1 from events m where m.subject = t.id and m.did in ('unmerged', 'merged') )`,
  );
  return rows.map((row) => ({
    ticketId: String(row.id),
    what: `${String(row.number)} was finished in a period and is not in its ${String(row.draw)} draw`,
  }));
}

/** Called every day, a household that is called on other matters too is asked within so many days. */
const ASKED_IN_DAYS = 45;

const isOver = ({ kept_at, withdrawn_at }: Row) => kept_at !== null || withdrawn_at !== null;

/** Whoever was drawn was asked, was out of reach or is gone by now; as many stood in as fell away; nobody of the estate asked (V1, V2, Z13). */
export async function drawnUnasked({ world }: Year, db: Database): Promise<Wrong[]> {
  const rows = await rowsOf(
    db,
    sql`select l.draw_id, l.ticket_id, l.drawn, t.status, p.kept_at, p.withdrawn_at, p.what, exists (select 1 from appointments a where a.person_id = p.kept_by and a.office_id = l.office_id) as by_estate,
        p.opened_by is not null as called, extract(epoch from p.made_at) * 1000 as made_at_ms, p.withdrawn_at <= d.drawn_at + interval '60 days' as soon
      from draw_lines l join draws d on d.id = l.draw_id join tickets t on t.id = l.ticket_id left join lateral (select p.* from events e join promises p on p.subject = e.subject and p.what = case e.did when 'drawn' then 'weekly_visit' else 'quality_visit' end
          and (p.opened_by = e.id or (p.made_at <= e.at and coalesce(p.kept_at, p.withdrawn_at, e.at) >= e.at))
        where e.subject = l.ticket_id and e.did in ('drawn', 'drawn_by_quality') and e.facts->>'draw' = l.draw_id::text order by p.opened_by = e.id desc limit 1) p on true`,
  );
  const wrong = rows.flatMap((row): Wrong[] => {
    const ticketId = String(row.ticket_id);
    if (row.drawn && !row.called) return [{ ticketId, what: 'somebody was drawn, and no call was owed' }];
    if (row.called && !isOver(row) && Number(row.made_at_ms) < world.now().getTime() - ASKED_IN_DAYS * DAY)
      return [{ ticketId, what: 'somebody was drawn, and nobody ever called' }];
    return row.by_estate ? [{ ticketId, what: 'somebody of the estate asked what the company drew' }] : [];
  });
  const draws = new Set(rows.map((row) => row.draw_id));
  for (const draw of draws) {
    const lines = rows.filter((row) => row.draw_id === draw);
    const away = lines.filter((row) => row.withdrawn_at !== null).length;
    const stoodIn = lines.filter((row) => !row.drawn && row.called).length;
    const waiting = lines.filter((row) => !row.drawn && !row.called && row.status !== 'cancelled').length;
    // A draw of two months ago is left as it is.
    const soon = lines.filter((row) => row.soon === true).length;
    if (stoodIn > away || (stoodIn < soon && waiting > 0))
      wrong.push({ ticketId: null, what: `${away} of a draw fell away, and ${stoodIn} stood in` });
  }
  return wrong;
}
