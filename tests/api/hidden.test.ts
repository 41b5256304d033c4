import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { toldIn } from '../support/api-story.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { refusal, type Told } from '../support/story.ts';

let s: HttpStory;
beforeEach(async () => {
  s = await httpStory();
  s.at('2026-03-02 09:00');
});
afterEach(async () => {
  expect(s.world.reports).toEqual([]);
  await s.close();
});

const run = (statement: ReturnType<typeof sql>) => s.world.house.db.execute(statement);

async function movesIn(name: string, label: string): Promise<void> {
  await run(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
    select ${s.world.house.newId()}, h.office_id, h.id, ${await s.personId(name)}, 'occupant', '2026-01-03T00:00:00Z' from homes h join offices o on o.id = h.office_id where h.label = ${label} and o.letters = 'WT'`);
}

async function movesOut(name: string, label: string, at: string): Promise<void> {
  await run(sql`update residences set until_at = ${shanghaiTime(at).toISOString()}
    where person_id = ${await s.personId(name)} and home_id in (select id from homes where label = ${label})`);
}

const seenBy = async (name: string, { id }: Told) => (await s.client(name)).ticket({ id });

const HOME = '3栋2单元502';
const HERS = { category: 'sanitary', words: '浴缸裂了一条缝', onlyMine: true };

async function mended(ticket: Told, technician = '赵建国'): Promise<void> {
  await s.agent('林晓芸').dispatches(ticket, technician);
  await s.technician(technician).arrives(ticket);
  await s.technician(technician).finishes(ticket);
}

describe('只有我看, for colleagues who live there', () => {
  test('no board, no lateness and no list of technicians has it', async () => {
    for (const name of ['陈立', '郑涛', '周敏', '何静']) await movesIn(name, HOME);
    const hers = await s.resident('王秀兰').reports(HERS);
    s.at('2026-03-06 09:00');
    await s.looksAfter();
    for (const name of ['陈立', '郑涛', '周敏']) {
      const board = await (await s.client(name)).board({});
      expect([name, board.unassigned]).toEqual([name, []]);
    }
    for (const name of ['陈立', '郑涛']) {
      const client = await s.client(name);
      expect((await client.late({})).lateNow).toEqual([]);
      expect((await client.lateLines({ figure: 'missed' })).items).toEqual([]);
    }
    for (const name of ['何静', '陈立'])
      expect([name, await refusal((await s.client(name)).technicians({ id: hers.id }))]).toEqual([name, 'seen/not-found']);
    expect((await (await s.client('吴桐')).late({})).lateNow.map((line) => line.ticketId)).toEqual([hers.id]);
  });

  test('nor the queue of visits, the registers of visits and what waits to be looked at, also after they moved out', async () => {
    await movesIn('何静', HOME);
    const hers = await s.resident('王秀兰').reports(HERS);
    await mended(hers);
    s.at('2026-03-03 09:00');
    await movesOut('何静', HOME, '2026-03-03 08:00');
    const agent = await s.client('何静');
    expect(await refusal(agent.ticket({ id: hers.id }))).toBe('seen/not-found');
    expect((await agent.visits({})).items).toEqual([]);
    expect((await agent.visits({})).counts.open).toBe(0);
    expect((await (await s.client('林晓芸')).visits({})).items.map((line) => line.ticketId)).toEqual([hers.id]);
    await s.agent('林晓芸').returns(hers, '说挺好', '');
    expect((await agent.visitRecords({ kind: 'return' })).items).toEqual([]);
    expect((await (await s.client('林晓芸')).visitRecords({ kind: 'return' })).items).toHaveLength(1);
  });

  test('nor the counts of a workbench of the whole company', async () => {
    await movesIn('吴桐', HOME);
    await s.resident('王秀兰').reports(HERS);
    expect((await (await s.client('吴桐')).workbench({})).counts.open).toBe(0);
    expect((await (await s.client('程颖')).workbench({})).counts.open).toBe(1);
  });

  test('nobody who lives with the author is sent, by hand or by the rule; nor is anybody sent to their own report', async () => {
    await movesIn('赵建国', HOME);
    const hers = await s.resident('王秀兰').reports(HERS);
    expect(await refusal(s.agent('林晓芸').dispatches(hers, '赵建国'))).toBe('staff/not-suitable');
    await s.agent('林晓芸').dispatches(hers, '孙磊');
    expect(await refusal(s.agent('林晓芸').reassigns(hers, '赵建国', '孙磊'))).toBe('staff/not-suitable');
    await s.sets('WT', 'dispatchesItself', true);
    const again = await s.resident('王秀兰').reports(HERS);
    const assignee = async (ticket: Told) => (await (await s.client('林晓芸')).ticket({ id: ticket.id })).assigneeName;
    expect(await assignee(again)).toBe('孙磊');
    await movesIn('孙磊', '4栋3单元602');
    const own = await s.resident('孙磊').reports({ category: 'power' });
    expect(await assignee(own)).toBe('赵建国');
  });

  /** All a colleague reads of what is under way and was done, as one text. */
  async function readBy(name: string, tickets: readonly Told[]): Promise<string> {
    const client = await s.client(name);
    const details = await Promise.all(tickets.map((ticket) => client.ticket({ id: ticket.id })));
    const lists = await Promise.all((['open', 'done', 'your_turn'] as const).map((show) => client.tickets({ show, as: 'staff' })));
    const records = await Promise.all((['return', 'special'] as const).map((kind) => client.visitRecords({ kind })));
    const rest = [
      await client.workbench({}),
      await client.register({}),
      await client.inbox({}),
      await client.visits({}),
      await client.search({ q: '浴缸' }),
    ];
    return toldIn([details, lists, records, rest]);
  }

  test('nor what another household’s was merged with: neither its number, nor who reported it, nor that there is one', async () => {
    await movesIn('何静', HOME);
    const first = await s.resident('周文静').reports({ category: 'sanitary', words: '卫生间渗水' });
    const hers = await s.resident('王秀兰').reports(HERS);
    await s.agent('林晓芸').merges(hers, first);
    await mended(first);
    await s.resident('王秀兰').saysNotFixed(first, '还在渗');
    s.at('2026-03-02 12:00');
    await mended(first);
    await s.resident('王秀兰').confirms(first, 2, '太慢了');
    const kept = [hers.number, hers.id, '王秀兰', '并进来', '还在渗', '太慢了'];
    const [seen, theirs] = [await readBy('何静', [first]), await readBy('林晓芸', [first])];
    for (const trace of kept) expect([trace, seen.includes(trace)]).toEqual([trace, false]);
    for (const trace of kept) expect([trace, theirs.includes(trace)]).toEqual([trace, trace !== hers.id]);
    const card = async (name: string) => (await s.client(name)).ticket({ id: first.id });
    expect([(await card('何静')).tookIn, (await card('林晓芸')).tookIn]).toEqual([0, 1]);
    const bench = async (name: string) => (await (await s.client(name)).workbench({})).items.find((line) => line.id === first.id)?.tookIn;
    expect([await bench('何静'), await bench('林晓芸')]).toEqual([0, 1]);
    expect((await card('何静')).history.map((line) => line.text)).toContain('住户说没修好，重新办');
  });

  test('nor what such a one was taken apart from, nor into which other households’ went', async () => {
    await movesIn('何静', HOME);
    const hers = await s.resident('王秀兰').reports(HERS);
    const first = await s.resident('周文静').reports({ category: 'sanitary', words: '卫生间渗水' });
    await s.agent('林晓芸').merges(first, hers);
    const kept = [hers.number, hers.id, '王秀兰'];
    for (const trace of kept) expect([trace, (await readBy('何静', [first])).includes(trace)]).toEqual([trace, false]);
    expect((await seenBy('何静', first)).mergedInto).toBe('别的一件');
    expect((await seenBy('周文静', first)).mergedInto).toBe(hers.number);
    const refused = await (await s.client('何静'))
      .reclassify({ id: first.id, category: 'tap', worse: false, danger: false, why: '' })
      .catch((error) => error);
    expect([refused.code, refused.detail]).toEqual(['ticket/action-refused', '现在不能“改类别”，这一件已经并到 别的一件 一起办了']);
    await s.agent('林晓芸').unmerges(first);
    expect((await seenBy('何静', first)).history.map((line) => line.text)).toContain('从 别的一件 拆出来，单独办');
    for (const trace of kept) expect([trace, (await readBy('何静', [first])).includes(trace)]).toEqual([trace, false]);
    const later = await s.resident('王秀兰').reports(HERS);
    await s.agent('林晓芸').merges(later, first);
    await s.agent('林晓芸').unmerges(later);
    const seen = await readBy('何静', [first]);
    for (const trace of [later.number, '并了进来', '拆了出去']) expect([trace, seen.includes(trace)]).toEqual([trace, false]);
  });

  test('what came back stays its author’s alone', async () => {
    const hers = await s.resident('王秀兰').reports(HERS);
    await mended(hers);
    await s.resident('王秀兰').confirms(hers, 5);
    s.at('2026-03-20 09:00');
    const back = await s.resident('王秀兰').reports({ category: 'sanitary', words: '又裂了', reworkOf: hers });
    await workOutbox(s.world.house);
    expect(await refusal((await s.client('李德明')).ticket({ id: back.id }))).toBe('seen/not-found');
    await s.resident('王秀兰').shares(back);
    expect((await (await s.client('李德明')).ticket({ id: back.id })).reworkOf).toBeNull();
  });
});

describe('a follower', () => {
  const seen = async (ticket: Told) => (await s.client('周文静')).ticket({ id: ticket.id });

  test('learns nothing of the way it came in, nor how often its reporter urged', async () => {
    const lift = await s
      .agent('林晓芸')
      .takesDown({ home: HOME, who: '王秀兰', channel: 'chat_group', category: 'lift', place: 'public', where: '3栋2单元电梯' });
    await s.resident('周文静').follows(lift);
    await s.resident('王秀兰').urges(lift);
    const detail = await seen(lift);
    expect(detail.history.map((line) => line.text)).toContain('收到报修');
    expect(JSON.stringify(detail.history)).not.toContain('微信群');
    expect([detail.urged, detail.urgeAgainAt]).toEqual([0, null]);
    expect((await (await s.client('周文静')).tickets({ show: 'open' })).items[0]?.urged).toBe(0);
    expect((await (await s.client('王秀兰')).ticket({ id: lift.id })).urged).toBe(1);
  });

  test.each([
    ['王秀兰家门口的电梯，换了门机皮带'],
    ['502的住户报的，换了门机皮带'],
    ['3-2-502 报的'],
    ['五零二那户在场，看着换的'],
    ['打过 13812345678，说好了'],
    ['王阿姨在旁边看着，换了门机皮带'],
    ['老王报的，修好了'],
    ['秀兰姐报的'],
  ])('reads what was done, but not where the words speak of a home or somebody: %s', async (words) => {
    const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '3栋2单元电梯' });
    await s.resident('周文静').follows(lift);
    await s.agent('林晓芸').dispatches(lift, '赵建国');
    await s.technician('赵建国').arrives(lift);
    await s.technician('赵建国').finishes(lift, words);
    expect((await seen(lift)).result).toBeNull();
    expect((await (await s.client('王秀兰')).ticket({ id: lift.id })).result).toBe(words);
  });

  test.each(['换了门机皮带，试了 20 趟都没问题', '3栋2单元电梯门机换了新的', '王字牌的继电器坏了，换了'])(
    'reads what was done: %s',
    async (words) => {
      const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '3栋2单元电梯' });
      await s.resident('周文静').follows(lift);
      await s.agent('林晓芸').dispatches(lift, '赵建国');
      await s.technician('赵建国').arrives(lift);
      await s.technician('赵建国').finishes(lift, words);
      expect((await seen(lift)).result).toBe(words);
    },
  );
});
