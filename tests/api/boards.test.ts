import { describe, expect, test } from '@jest/globals';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach();

describe('手册 R8 班组', () => {
  test('没派人的在最上面；每位师傅手上几件、在哪、迟几件、今天做好几件；别的小区看不到', async () => {
    const first = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
    const second = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    const third = await s.resident('陈一鸣').reports({ category: 'doors', words: '门锁坏了' });
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.agent('林晓芸').dispatches(second, '孙磊');
    await s.technician('孙磊').arrives(second);
    s.at('2026-03-02 11:30');
    const board = await (await s.client('陈立')).board({});
    expect(board.unassigned.map((card) => card.id)).toEqual([third.id]);
    const of = (name: string) => board.technicians.find((one) => one.name === name);
    expect(board.onlyFirst).toBeNull();
    expect(of('赵建国')).toMatchObject({ late: 1, doneToday: 0, onSite: null });
    expect(of('赵建国')?.tickets.map((card) => card.id)).toEqual([first.id]);
    expect(of('孙磊')).toMatchObject({ late: 0, onSite: { ticketId: second.id, where: '3栋2单元502' } });
    await s.technician('孙磊').finishes(second);
    expect((await (await s.client('郑涛')).board({})).technicians.find((one) => one.name === '孙磊')).toMatchObject({
      doneToday: 1,
      onSite: null,
      tickets: [],
    });
    expect((await (await s.client('孙磊')).doneToday({})).items.map((card) => card.id)).toEqual([second.id]);
    expect((await (await s.client('周敏')).board({})).places).toEqual(['梧桐里']);
    for (const name of ['林晓芸', '赵建国', '王秀兰', '吴桐'])
      expect([name, await refusal((await s.client(name)).board({}))]).toEqual([name, 'board/not-yours']);
  });
});

describe('手册 Z2 三个数分开', () => {
  test('按最初的、按约好的、超时的各数各的；和账本说的一样；每个数打开都是那几件', async () => {
    const tickets = [];
    for (const at of ['2026-03-02 09:00', '2026-03-02 09:10', '2026-03-02 09:20']) {
      s.at(at);
      tickets.push(await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' }));
    }
    const [kept, agreed, missed] = tickets as [(typeof tickets)[0], (typeof tickets)[0], (typeof tickets)[0]];
    for (const one of tickets) {
      await s.agent('林晓芸').dispatches(one, '孙磊');
      await s.technician('孙磊').arrives(one);
    }
    await s.technician('孙磊').finishes(kept);
    await s.agent('林晓芸').agrees(agreed, 'repaired', '2026-03-06 09:00');
    s.at('2026-03-06 08:00');
    await s.technician('孙磊').finishes(agreed);
    s.at('2026-03-06 10:00');
    const client = await s.client('郑涛');
    const late = await client.late({});
    const byLedger: Record<string, number> = {};
    for (const one of tickets) for (const { outcome } of await s.promises(one)) byLedger[outcome] = (byLedger[outcome] ?? 0) + 1;
    expect(late.figures).toMatchObject({
      kept: { count: byLedger.kept, percent: null },
      agreed: { count: byLedger.kept_as_agreed },
      missed: { count: byLedger.missed },
      extended: { count: 1 },
    });
    expect(late.figures.agreed?.count).toBe(1);
    expect(late.lateNow.map((line) => line.ticketId)).toContain(missed.id);
    expect(late.causes).toMatchObject([{ cause: 'not_said' }]);
    await s.agent('林晓芸').explainsMiss(missed, 'repaired', 'parts');
    expect((await client.late({})).causes).toContainEqual({ cause: 'parts', label: '缺配件', count: 1 });
    const lines = async (figure: 'kept' | 'agreed' | 'missed' | 'open' | 'extended', cause?: 'parts') =>
      (await client.lateLines({ figure, cause })).items;
    expect((await lines('missed', 'parts')).map((line) => [line.ticketId, line.cause])).toEqual([[missed.id, '缺配件']]);
    expect(await lines('extended')).toMatchObject([
      { ticketId: agreed.id, agreed: { byName: '林晓芸', from: '2026-03-05T01:10:00.000Z', to: '2026-03-06T01:00:00.000Z' } },
    ]);
    for (const figure of ['kept', 'agreed', 'missed', 'open', 'extended'] as const)
      expect([figure, (await lines(figure)).length]).toEqual([figure, (await client.late({})).figures[figure]?.count]);
    for (const name of ['林晓芸', '孙磊', '王秀兰']) expect(await refusal((await s.client(name)).late({}))).toBe('late/not-yours');
    expect((await (await s.client('吴桐')).late({})).judged).toBe(late.judged);
  });
});

describe('手册 R13、Z2 特约服务和报修分开看', () => {
  /** An order on somebody's hands and a repair on somebody else's, both late the next day. */
  async function bothLate() {
    const service = await s.resident('王秀兰').orders('空调清洗');
    await s.agent('林晓芸').arranges(service, { technician: '钱大勇' }, '2026-03-02 14:00');
    const repair = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
    await s.agent('林晓芸').dispatches(repair, '赵建国');
    const open = await s.resident('周文静').orders('擦玻璃');
    s.at('2026-03-03 12:00');
    return { service, repair, open };
  }
  const KINDS = ['repair', 'special_service'] as const;

  test('守诺情况：选哪一种，数字和后面的每一件都只是那一种；两种加起来就是全部', async () => {
    const { service, repair, open } = await bothLate();
    const client = await s.client('郑涛');
    const [all, ...each] = [await client.late({}), ...(await Promise.all(KINDS.map((kind) => client.late({ kind }))))];
    for (const figure of ['kept', 'agreed', 'missed', 'open', 'extended'] as const)
      expect([figure, each.reduce((sum, one) => sum + one.figures[figure]!.count, 0)]).toEqual([figure, all!.figures[figure]!.count]);
    const [repairs, services] = each;
    const ids = (lines: readonly { ticketId: string }[]) => [...new Set(lines.map((line) => line.ticketId))].sort();
    expect(ids(repairs!.lateNow)).toEqual([repair.id]);
    expect(ids(services!.lateNow)).toEqual([service.id, open.id].sort());
    expect(services!.labels.map((one) => one.clause)).not.toContain('R3');
    expect(repairs!.labels.map((one) => one.clause)).not.toContain('R12');
    for (const kind of KINDS)
      for (const figure of ['missed', 'open'] as const)
        expect([kind, figure, (await client.lateLines({ figure, kind })).items.length]).toEqual([
          kind,
          figure,
          (await client.late({ kind })).figures[figure]?.count,
        ]);
    expect(ids((await client.lateLines({ figure: 'open', kind: 'special_service' })).items)).toEqual([service.id, open.id].sort());
    expect((await (await s.client('吴桐')).late({ kind: 'repair' })).figures).toEqual(repairs!.figures);
  });

  test('班组：选哪一种，没派人的、手上的、迟的都只是那一种', async () => {
    const { service, repair, open } = await bothLate();
    const client = await s.client('陈立');
    const of = (board: Awaited<ReturnType<typeof client.board>>, name: string) => board.technicians.find((one) => one.name === name)!;
    const services = await client.board({ kind: 'special_service' });
    expect(services.unassigned.map((card) => card.id)).toEqual([open.id]);
    expect(of(services, '钱大勇')).toMatchObject({ late: 1, tickets: [{ id: service.id }] });
    expect(of(services, '赵建国')).toMatchObject({ late: 0, tickets: [] });
    const repairs = await client.board({ kind: 'repair' });
    expect(repairs.unassigned).toEqual([]);
    expect(of(repairs, '赵建国')).toMatchObject({ late: 1, tickets: [{ id: repair.id }] });
    const all = await client.board({});
    expect([of(all, '钱大勇').late, of(all, '赵建国').late, all.unassigned.length]).toEqual([1, 1, 1]);
    await s.technician('赵建国').arrives(repair);
    await s.technician('赵建国').finishes(repair);
    expect(of(await client.board({ kind: 'repair' }), '赵建国').doneToday).toBe(1);
    expect(of(await client.board({ kind: 'special_service' }), '赵建国').doneToday).toBe(0);
  });

  test('没有这一种：说清楚，不出数字', async () => {
    const client = await s.client('郑涛');
    const odd = { kind: 'no_such_kind' } as never;
    expect(await refusal(client.late(odd))).toBe('request/invalid');
    expect(await refusal(client.board(odd))).toBe('request/invalid');
    expect(await refusal(client.lateLines({ figure: 'missed', ...(odd as object) }))).toBe('request/invalid');
  });
});
