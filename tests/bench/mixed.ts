// A day's mixture over HTTP: everything people open, and what they write, all at once over two hundred estates.
import postgres from 'postgres';
import { benchTokens } from './house.ts';
import { homeId, OFFICES, officeId, personId, STAFF } from './ids.ts';
import { type Ask, loadFor } from './load.ts';
import type { Stage, Urls } from './stage.ts';
import type { Row } from './table.ts';
import { CONNECTIONS, startServer } from './throughput.ts';

const FILED = 'from=2026-10-01T00:00:00.000Z&until=2026-11-01T00:00:00.000Z';

/** One estate's share of the mixture: of ten requests, two write. */
async function asksOf(sql: postgres.Sql, tokens: Awaited<ReturnType<typeof benchTokens>>, office: number): Promise<Ask[]> {
  const home = 60 + office;
  const [resident, agent, director] = await Promise.all([home, STAFF.agent, STAFF.director].map((number) => tokens.sign(personId(office, number))));
  const [ticket] =
    await sql`select id from tickets where office_id = ${officeId(office)} and status in ('received', 'dispatched') order by id desc limit 1`;
  const get = (token: string | undefined, path: string): Ask => ({ method: 'GET', path: `/api${path}`, token: token! });
  const post = (token: string | undefined, path: string, body: object): Ask => ({
    method: 'POST',
    path: `/api${path}`,
    token: token!,
    body: JSON.stringify(body),
    key: true,
  });
  const ofTicket = ticket
    ? [
        get(agent, `/tickets/${ticket.id}`),
        get(agent, `/tickets/${ticket.id}/duplicates`),
        post(agent, `/tickets/${ticket.id}/say`, { words: '师傅今天下午到。' }),
      ]
    : [];
  return [
    get(resident, '/tickets'),
    get(resident, '/inbox'),
    get(resident, '/services'),
    get(resident, '/prices'),
    get(resident, '/publications'),
    get(agent, '/workbench'),
    get(agent, '/visits'),
    get(agent, `/facilities?officeId=${officeId(office)}`),
    get(agent, '/search?q=%E6%BC%8F%E6%B0%B4'),
    get(director, '/board?kind=special_service'),
    get(director, '/late'),
    get(director, `/public-costs?officeId=${officeId(office)}&${FILED}`),
    post(resident, '/tickets', { place: 'home', homeId: homeId(office, home), category: 'doors', words: '门锁打不开了' }),
    ...ofTicket,
  ];
}

/** The mixture for some seconds, twice: every request is answered. */
export async function mixedRows(stage: Stage, filled: Urls, seconds: number): Promise<Row[]> {
  const urls = await stage.copy(filled, 'bench_mixed');
  const sql = postgres(urls.admin, { max: 1, onnotice: () => {} });
  const tokens = await benchTokens();
  const asks: Ask[] = [];
  for (let office = 0; office < OFFICES; office += 1) asks.push(...(await asksOf(sql, tokens, office)));
  await sql.end();
  const server = await startServer(urls.app, 'direct');
  try {
    await loadFor(server.port, asks, CONNECTIONS, 2);
    const [one, another] = [await loadFor(server.port, asks, CONNECTIONS, seconds * 2), await loadFor(server.port, asks, CONNECTIONS, seconds * 2)];
    const refused = one.refused + another.refused;
    const figures = {
      'http/s': Math.round((one.perSecond + another.perSecond) / 2),
      'http A/A': `${((Math.abs(one.perSecond - another.perSecond) / Math.max(one.perSecond, another.perSecond, 1)) * 100).toFixed(0)} %`,
      answered: one.answered + another.answered,
      refused,
    };
    return [
      {
        part: 'mixed',
        what: `${asks.length} different requests, two of ten writing`,
        figures,
        verdict: refused === 0 && one.answered > 0 ? 'held' : 'broken',
        why: ['every request answered', ...one.examples, ...another.examples].join('; '),
      },
    ];
  } finally {
    await server.end();
    await stage.drop(urls);
  }
}
