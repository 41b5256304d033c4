import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { readMoney, sayMoney } from '../../shared/kernel/money.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const HOSE = '不锈钢软管 50 厘米';

const s = storyOfEach();

async function onSite(): Promise<Told> {
  const ticket = await s.resident('王秀兰').reports({ category: 'tap', words: '水龙头滴水' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  return ticket;
}

test('money is integer fen, said in yuan', () => {
  expect([0, 5, 38_00, 1250, 100_05].map(sayMoney)).toEqual(['0 元', '0.05 元', '38 元', '12.50 元', '100.05 元']);
  expect(['38', '12.5', ' 0.05 元', '¥99', '-3', '1.234', '一百', ''].map(readMoney)).toEqual([3_800, 1_250, 5, 9_900, null, null, null, null]);
});

describe('手册 P1 价目表公开，改价从某一天起，以前的都留着', () => {
  const screen = async (from: string, extra: Record<string, unknown> = {}) => ({
    officeId: await s.officeId('WT'),
    name: '换纱窗',
    unit: '扇',
    kind: 'labour' as const,
    priceFen: 5_000,
    from,
    ...extra,
  });
  const priceOf = async (name: string, item = '换纱窗') => (await (await s.client(name)).prices({})).items.find((one) => one.name === item);

  test('住户、师傅、总部都看得到；只有工程主管和主任能改，别的小区的看不到', async () => {
    for (const name of ['王秀兰', '赵建国', '吴桐']) expect((await priceOf(name, '换水龙头'))?.priceFen).toBe(3_000);
    expect((await (await s.client('许若琳')).prices({})).offices.map((one) => one.name)).toEqual(['海棠湾']);
    for (const name of ['王秀兰', '赵建国', '林晓芸', '吴桐', '梁宏'])
      expect(await refusal((await s.client(name)).savePrice(await screen('2026-03-02')))).toBe('prices/not-yours');
    await (await s.client('郑涛')).savePrice(await screen('2026-03-02', { warrantyMonths: 3 }));
    expect(await priceOf('王秀兰')).toMatchObject({ priceFen: 5_000, warrantyMonths: 3, next: null });
  });

  test('明天起的价格今天还不算，明天算；不能改过去的，不能是负的、离谱的', async () => {
    const head = await s.client('陈立');
    const { id } = await head.savePrice(await screen('2026-03-02'));
    await head.savePrice(await screen('2026-03-03', { itemId: id, priceFen: 6_000 }));
    expect(await priceOf('王秀兰')).toMatchObject({ priceFen: 5_000, next: { from: '2026-03-03', priceFen: 6_000 } });
    s.at('2026-03-03 00:00');
    expect(await priceOf('王秀兰')).toMatchObject({ priceFen: 6_000, next: null });
    for (const wrong of [{ from: '2026-03-02' }, { priceFen: -1 }, { priceFen: 5_000_001 }, { priceFen: 0.5 }, { name: ' ' }])
      expect(await refusal(head.savePrice(await screen('2026-03-03', wrong)))).toBe('request/invalid');
    await head.withdrawPrice({ id, from: '2026-03-05' });
    expect(await priceOf('王秀兰')).toMatchObject({ next: { from: '2026-03-05', priceFen: null } });
    s.at('2026-03-05 00:00');
    expect(await priceOf('王秀兰')).toBeUndefined();
    const [row] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from prices where item_id = ${id}`);
    expect(row?.n).toBe(3);
  });

  test('报价用当天的价格，以后改价不动它；取消了的项目报不了', async () => {
    const ticket = await onSite();
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    const head = await s.client('陈立');
    const hose = (await priceOf('陈立', HOSE))!;
    const { id: itemId, name, unit, kind, officeId: at } = hose;
    await head.savePrice({ officeId: at, itemId, name, unit, kind, priceFen: 4_000, from: '2026-03-02' });
    expect((await (await s.client('王秀兰')).ticket({ id: ticket.id })).quote?.totalFen).toBe(3_800);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    expect((await (await s.client('王秀兰')).ticket({ id: ticket.id })).quote?.totalFen).toBe(4_000);
    await head.withdrawPrice({ id: itemId, from: '2026-03-02' });
    const technician = await s.client('赵建国');
    expect(await refusal(technician.quote({ id: ticket.id, lines: [{ itemId, quantity: 1 }], halfDays: 1 }))).toBe('request/invalid');
  });
});

describe('手册 I7 报价只有一个结果', () => {
  test('住户同意的同时师傅改了报价：同意的是看到的那一份，或者一份也没同意', async () => {
    const ticket = await onSite();
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    const first = (await s.quote(ticket))!.id;
    const [accepted, changed] = await Promise.allSettled([
      s.resident('王秀兰').acceptsQuote(ticket, first),
      s.technician('赵建国').quotes(ticket, [{ item: HOSE, quantity: 3 }]),
    ]);
    expect(changed.status).toBe('fulfilled');
    const { state } = { state: await s.quote(ticket) };
    expect(state).toMatchObject({ version: 2, stand: 'offered' });
    const charges = accepted.status === 'fulfilled' ? 3_800 : 0;
    await s.technician('赵建国').withdrawsQuote(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect((await s.charged(ticket))!.partsFen).toBe(charges);
  });

  test('师傅和主管同时报价：两份都在，后一份作数；同时点两次修好，只记一次费用', async () => {
    const ticket = await onSite();
    const both = await Promise.allSettled([
      s.technician('赵建国').quotes(ticket, [{ item: HOSE }]),
      s.head('陈立').quotes(ticket, [{ item: HOSE, quantity: 2 }]),
    ]);
    expect(both.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled']);
    expect((await s.quote(ticket))!.version).toBe(2);
    await s.resident('王秀兰').acceptsQuote(ticket);
    const done = await Promise.allSettled([s.technician('赵建国').finishes(ticket), s.technician('赵建国').finishes(ticket)]);
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const [row] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from charges`);
    expect(row?.n).toBe(1);
  });

  test('等回话的在住户“等您办”里；邻居看不到这一件，跟着看的人看不到价钱', async () => {
    const ticket = await onSite();
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    const mine = (await (await s.client('王秀兰')).tickets({ show: 'your_turn', as: 'resident' })).items;
    expect(mine.map((one) => [one.id, one.yourTurn, one.waitsFor])).toEqual([[ticket.id, true, 'quote']]);
    const bench = await (await s.client('林晓芸')).workbench({ show: 'waiting' });
    expect([bench.counts.waitingForResident, bench.items.map((one) => one.id)]).toEqual([1, [ticket.id]]);
    expect((await (await s.client('林晓芸')).workbench({ show: 'overdue' })).items).toEqual([]);
    expect(await refusal((await s.client('周文静')).acceptQuote({ id: ticket.id, quoteId: (await s.quote(ticket))!.id }))).toBe('seen/not-found');
    await s.world.house.db.execute(sql`insert into followers (office_id, ticket_id, person_id, via, own_ticket, from_at)
      select office_id, id, ${await s.personId('周文静')}, 'hint', id, received_at from tickets where id = ${ticket.id}`);
    expect((await (await s.client('周文静')).ticket({ id: ticket.id })).quote).toBeNull();
  });
});

describe('报价是那一户自己的事', () => {
  const yourTurn = async (name: string) => (await (await s.client(name)).tickets({ show: 'your_turn', as: 'resident' })).items.map((one) => one.id);
  const detail = async (name: string, { id }: Told) => (await s.client(name)).ticket({ id });
  const movesOut = async () =>
    s.world.house.db.execute(sql`update residences set until_at = ${s.world.now().toISOString()}
      where person_id = ${await s.personId('李德明')} and home_id = ${await s.homeId('3栋2单元502')}`);

  test('并进来的邻居、跟着看的人不知道在等哪一户回话，也不在他们的“等您办”里；到了修好，并进来的照样等他', async () => {
    const ticket = await onSite();
    const second = await s.resident('周文静').reports({ category: 'tap', words: '我家也滴' });
    await s.agent('林晓芸').merges(ticket, second);
    await s.world.house.db.execute(sql`insert into followers (office_id, ticket_id, person_id, via, own_ticket, from_at)
      select office_id, id, ${await s.personId('马建军')}, 'hint', id, received_at from tickets where id = ${ticket.id}`);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    for (const name of ['周文静', '马建军']) {
      expect((await detail(name, ticket)).waitsFor).toBeNull();
      expect(await yourTurn(name)).toEqual([]);
    }
    expect((await detail('林晓芸', ticket)).waitsFor).toBe('quote');
    expect(await yourTurn('李德明')).toEqual([ticket.id]);
    await s.resident('王秀兰').acceptsQuote(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await yourTurn('周文静')).toEqual([ticket.id]);
  });

  test('搬走的人：在家时报过的价也不再看得到，没有等他办的事；留下的人照样看得到', async () => {
    s.at('2026-03-02 09:00');
    const charged = await onSite();
    await s.technician('赵建国').quotes(charged, [{ item: HOSE }]);
    await s.resident('李德明').acceptsQuote(charged);
    await s.technician('赵建国').finishes(charged);
    const waiting = await onSite();
    const service = await s.resident('王秀兰').orders('空调清洗');
    expect((await detail('李德明', charged)).history.map((one) => one.text)).toContain('您家同意报价 38 元');
    s.at('2026-03-02 10:00');
    await movesOut();
    await s.technician('赵建国').quotes(waiting, [{ item: HOSE }]);
    for (const ticket of [charged, waiting, service]) {
      const theirs = await detail('李德明', ticket);
      expect(theirs).toMatchObject({ waitsFor: null, quote: null, agreedQuote: null, cost: null, service: null });
      expect(JSON.stringify(theirs)).not.toMatch(/\d 元/);
    }
    expect(await yourTurn('李德明')).toEqual([]);
    expect((await yourTurn('王秀兰')).sort()).toEqual([charged.id, waiting.id].sort());
    expect((await detail('王秀兰', charged)).history.map((one) => one.text)).toContain('您家同意报价 38 元');
    expect((await detail('王秀兰', service)).service).toMatchObject({ quantity: 1 });
  });
});

test('手册 A2 够了年限，报价里写的项目清掉，价钱和数量留着', async () => {
  const ticket = await onSite();
  await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
  await s.resident('王秀兰').acceptsQuote(ticket);
  await s.technician('赵建国').finishes(ticket);
  await s.resident('王秀兰').confirms(ticket);
  await s.agent('林晓芸').settles(ticket);
  s.at('2029-03-02 09:01');
  await s.tidies();
  const rows = await s.world.house.db.execute<{ label: string; fen: number }>(sql`select label, price_fen as fen from quote_lines`);
  expect(rows.map((row) => [row.label, row.fen])).toEqual([['', 3_800]]);
  expect((await s.charged(ticket))!.partsFen).toBe(3_800);
});
