import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterDraws } from '../../api/draws/drawing.ts';
import { drawRepairs } from '../../shared/draws/drawing.ts';
import { ROOT } from '../laws/sources.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, SATISFIED, type Told } from '../support/story.ts';
import { Killed, mortal } from '../year/mortal.ts';

const HOMES = ['王秀兰', '方国栋', '马建军', '周文静', '吴晓雯'] as const;
const s = storyOfEach({ at: '2026-02-18 09:00' });

async function repaired(resident: string): Promise<Told> {
  const ticket = await s.resident(resident).reports({ category: 'doors', words: '阳台门关不严' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket, '换了合页');
  return ticket;
}

/** Six repairs of six days of the week of 2 March, and the Monday after. */
async function aWeek(): Promise<Told[]> {
  await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  const done: Told[] = [];
  for (const [index, name] of [...HOMES, '王秀兰' as const].entries()) {
    s.at(`2026-03-0${2 + index} 09:00`);
    done.push(await repaired(name));
  }
  s.at('2026-03-09 08:00');
  return done;
}

const DRAWN = sql`select count(*) as n from events where did = 'drawn'`;
const callOf = async (name: string) => (await (await s.client(name)).visits({})).items.filter((one) => one.what === 'weekly_visit');

describe('手册 Z6 一周只抽一次', () => {
  test('twice at once: one draw of each period, and nobody owes two calls', async () => {
    await aWeek();
    const { house } = s.world;
    await Promise.all([lookAfterDraws(house), lookAfterDraws(house), lookAfterDraws(house)]);
    await lookAfterDraws(house);
    expect(
      await s.count(sql`select count(*) as n from draws d join offices o on o.id = d.office_id where o.letters = 'WT' and d.draw = 'weekly'`),
    ).toBe(1);
    expect(await s.count(DRAWN)).toBe(2);
  });

  test('killed between any two statements: drawn whole or not at all, and the next time once', async () => {
    await aWeek();
    const { house } = s.world;
    let isWhole = false;
    for (let left = 1; !isWhole && left < 80; left += 1) {
      let statements = 0;
      const dies = () => {
        statements += 1;
        return statements === left;
      };
      const dying = { ...house, report: () => {}, db: mortal(house.db, dies) };
      await lookAfterDraws(dying).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      const [draws, drawn] = [
        await s.count(sql`select count(*) as n from draws d join offices o on o.id = d.office_id where o.letters = 'WT' and d.draw = 'weekly'`),
        await s.count(DRAWN),
      ];
      expect([draws, drawn]).toEqual(draws === 0 ? [0, 0] : [1, 2]);
      isWhole = draws > 0;
    }
    expect(isWhole).toBe(true);
    await lookAfterDraws(house);
    expect(await s.count(DRAWN)).toBe(2);
  });
});

describe('手册 V1 谁看得到什么', () => {
  test('the caller sees what they are to call and nothing else; the estate sees that it is not theirs', async () => {
    const all = await aWeek();
    await s.looksAfterDraws();
    const mine = await callOf('邓丽');
    expect(mine).toHaveLength(2);
    expect(mine[0]).toMatchObject({ why: '每周抽样抽到的', clause: 'V1', doneBy: '赵建国', result: '换了合页', notBefore: null });
    expect(mine[0]!.residentPhone).toMatch(/\*{4}/);
    for (const name of ['林晓芸', '周敏', '郑涛', '赵建国', '吴桐']) expect(await callOf(name)).toEqual([]);
    const caller = await s.client('邓丽');
    const seen = await Promise.all(
      all.map(({ id }) =>
        caller.ticket({ id }).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(seen.filter(Boolean)).toHaveLength(2);
    const ticket = { id: mine[0]!.ticketId, number: mine[0]!.number };
    expect((await caller.ticket({ id: ticket.id })).actions.map((one) => one.action).sort()).toEqual([
      'endVisit',
      'returnVisit',
      'reveal',
      'tryVisit',
    ]);
    expect((await caller.reveal({ id: ticket.id, reason: 'return_visit', words: '' } as never)).phone).toMatch(/^1\d{10}$/);
    await s.person('邓丽').returns(ticket, '都好', '', SATISFIED);
    expect(await callOf('邓丽')).toHaveLength(1);
    expect(await refusal(caller.ticket({ id: ticket.id }))).toBe('seen/not-found');
    expect((await caller.visitCallers({})).items).toMatchObject([{ name: '邓丽', reached: 1 }]);
  });

  test('whoever also works at the estate is no caller there; nobody left, the quality department calls', async () => {
    await aWeek();
    await s.looksAfterDraws();
    const { db } = s.world.house;
    const [ticket] = await callOf('邓丽');
    await db.execute(sql`insert into appointments (id, person_id, office_id, role, department, from_at)
      select ${s.world.house.newId()}, p.id, o.id, 'agent', 'serviceCentre', '2026-03-09T00:00:00Z' from people p, offices o where p.name = '邓丽' and o.letters = 'WT'`);
    expect(await callOf('邓丽')).toEqual([]);
    expect(await callOf('吴桐')).toHaveLength(2);
    expect(await refusal(s.person('邓丽').tries({ id: ticket!.ticketId, number: ticket!.number }, 'weekly_visit'))).toMatch(
      /not-yours|action-refused/,
    );
  });
});

describe('手册 Z6 谁都能再抽一遍', () => {
  test('the draw shows its frame, order and seed, and drawing again gives the same; no resident may look', async () => {
    const all = await aWeek();
    await s.looksAfterDraws();
    await s.person('邓丽').returns({ id: (await callOf('邓丽'))[0]!.ticketId, number: '' }, '都好', '', SATISFIED);
    const quality = await s.client('吴桐');
    const { items, figures } = await quality.draws({});
    const card = items.find((one) => one.officeName === '梧桐里' && one.clause === 'V1')!;
    expect(card).toMatchObject({ size: 2, asked: 1, satisfied: 1, unreached: 0, open: 1, says: '修好 6 件；按 20% 往上取整，抽 2 件' });
    expect(figures).toContainEqual({ officeName: '梧桐里', label: '每周抽样回访', clause: 'V1', asked: 1, satisfied: 1, unreached: 0, open: 1 });
    const shown = await quality.draw({ id: card.id });
    const again = drawRepairs(
      all.map(({ id, number }) => ({ ticketId: id, number, isCallable: true })),
      shown.seed,
      shown.percent,
    );
    expect(shown.lines.map((one) => [one.place, one.number, one.drawn])).toEqual(again.lines.map((one) => [one.place + 1, one.number, one.drawn]));
    const copied = { seed: shown.seed, percent: shown.percent, finished: shown.finished, numbers: shown.lines.map((one) => one.number).sort() };
    const script = path.join(ROOT, 'scripts/redraw.ts');
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { input: JSON.stringify(copied), cwd: ROOT, encoding: 'utf8' });
    expect(printed.trim().split('\n')).toEqual(shown.lines.map((one) => `${one.place} ${one.number}${one.drawn ? ' *' : ''}`));
    expect(shown.lines.filter((one) => one.standing === 'asked').map((one) => one.result)).toEqual(['satisfied']);
    for (const name of ['王秀兰', '赵建国']) expect(await refusal((await s.client(name)).draws({}))).toBe('draws/staff-only');
    expect(await refusal((await s.client('宋雨')).draw({ id: card.id }))).toBe('seen/not-found');
    expect((await (await s.client('邓丽')).draw({ id: card.id })).lines.filter((one) => one.ticketId !== null)).toHaveLength(1);
  });

  test('what was said on Sunday and put on record on Monday belongs to the week it was put on record in', async () => {
    await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    s.at('2026-03-08 20:00');
    const ticket = await s.resident('方国栋').reports({ category: 'doors', words: '门坏了' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    s.at('2026-03-09 07:00');
    await s.technician('赵建国').finishes(ticket, '换了合页', '2026-03-08 21:00');
    s.at('2026-03-09 08:00');
    await s.looksAfterDraws();
    expect((await s.draws('weekly')).slice(-1)).toMatchObject([{ from: '2026-03-02', finished: 0 }]);
    s.at('2026-03-16 08:00');
    await s.looksAfterDraws();
    expect((await s.draws('weekly')).slice(-1)).toMatchObject([{ from: '2026-03-09', finished: 1, size: 1 }]);
  });
});
