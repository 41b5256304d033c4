import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-05-04 10:00' });
const HOUSEHOLDS = ['王秀兰', '陈一鸣', '吴晓雯', '方国栋', '周文静', '马建军', '何静'] as const;
let id = '';

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => s.world.house.db.execute<T>(query);

/** 梧桐里's survey of June is over: six households named the stairs, four of them the bins too. */
beforeEach(async () => {
  const officeId = await s.officeId('WT');
  await (await s.client('周敏')).nameKeeper({ officeId, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(s.world.house);
  id = (await rows<{ id: string }>(sql`select id from errands where kind = 'survey' and office_id = ${officeId}`))[0]!.id;
  await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' });
  for (const [index, name] of HOUSEHOLDS.entries()) {
    const api = await s.client(name);
    const { homes, edition } = await api.survey({ id });
    const answers: Record<string, number | string[]> =
      index === 6 ? { environment: 5 } : { environment: 2, environment_why: index < 4 ? ['stairs', 'bins'] : ['stairs'] };
    await api.answerSurvey({ id, homeId: homes[0]!.id, edition, answers });
  }
  s.at('2026-06-12 08:00');
  await lookAfterSurveys(s.world.house);
});

/** What came of it: done, or why not. */
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (problem: { code?: string }) => problem.code ?? 'no problem',
  );

const deed = async (over: Record<string, unknown> = {}) => ({
  words: '楼道每天多扫一遍',
  holder: await s.personId('罗芳'),
  dueOn: '2026-06-30',
  ...over,
});
const letter = async (deeds: unknown[]) => ({ id, words: '谢谢各位的意见', deeds: deeds as never });

async function decides(verdict: 'approved' | 'returned', name = '彭浩') {
  const api = await s.client(name);
  const { pending } = await (await s.client('彭浩')).openLetter({ id });
  return api.decideApproval({ id: pending!.approvalId, round: pending!.round, step: pending!.step, verdict, words: '写清楚' });
}

describe('手册 S5 公开信', () => {
  test('同事看得到说的人多的是哪几样；答的人少，不到五户的连是哪一样也不写', async () => {
    const { frequent, fewer, least, dueBy, mayWrite } = await (await s.client('周敏')).openLetter({ id });
    expect(frequent).toEqual([{ label: '环境卫生：楼道', count: 6 }]);
    expect(fewer).toBe(1);
    expect({ least, dueBy, mayWrite }).toEqual({ least: 3, dueBy: '2026-06-26T16:00:00.000Z', mayWrite: true });
    const { mayWrite: mayOfficer, mayDecide } = await (await s.client('彭浩')).openLetter({ id });
    expect({ mayOfficer, mayDecide }).toEqual({ mayOfficer: false, mayDecide: false });
  });

  test('没写全的、答应不了的，说清楚是哪一样；什么也没存', async () => {
    const head = await s.client('周敏');
    const refused = async (deeds: unknown[]) =>
      head.submitLetter(await letter(deeds)).then(
        () => [],
        (problem: { errors?: { field: string }[] }) => (problem.errors ?? []).map(({ field }) => field),
      );
    expect(await refused([])).toEqual(['deeds']);
    expect(await refused([await deed(), await deed({ dueOn: '2026-06-11' })])).toEqual(['deeds.1.dueOn']);
    expect(await refused([await deed({ dueOn: '2027-06-11' })])).toEqual(['deeds.0.dueOn']);
    expect(await refused([await deed({ holder: await s.personId('彭浩') })])).toEqual(['deeds.0.holder']);
    expect(await refused([await deed({ holder: await s.personId('王秀兰') })])).toEqual(['deeds.0.holder']);
    expect(await refused([await deed({ words: ' ' })])).toEqual(['deeds.0.words']);
    expect(await rows(sql`select 1 from open_letter_lines`)).toEqual([]);
    expect(await rows(sql`select 1 from approvals where document = 'open_letter'`)).toEqual([]);
  });

  test('别的小区的人、还没收回的、别的单子：没有这封信', async () => {
    expect(await refusal((await s.client('唐慧')).openLetter({ id }))).toBe('seen/not-found');
    expect(await refusal((await s.client('唐慧')).submitLetter(await letter([await deed()])))).toBe('seen/not-found');
    expect(await refusal((await s.client('王秀兰')).submitLetter(await letter([await deed()])))).toBe('seen/not-found');
    expect(await refusal((await s.client('王秀兰')).openLetter({ id }))).toBe('seen/not-found');
    await (await s.client('郑涛')).submitLetter(await letter([await deed()]));
    expect(await refusal((await s.client('周敏')).submitLetter(await letter([await deed()])))).toBe('approval/decided');
  });

  test('两个人同时送审，只有一份；两个人同时同意，只贴一次，答应的只欠一份', async () => {
    const [head, director] = [await s.client('周敏'), await s.client('郑涛')];
    const given = await letter([await deed(), await deed({ words: '添垃圾桶' })]);
    const tried = await Promise.all([head, director].map((api) => outcome(api.submitLetter(given))));
    expect(tried.sort()).toEqual(['approval/decided', 'done']);
    expect(await rows(sql`select nth from open_letter_lines order by nth`)).toEqual([{ nth: 0 }, { nth: 1 }, { nth: 2 }]);
    const agreed = await Promise.all([outcome(decides('approved')), outcome(decides('approved'))]);
    expect(agreed.filter((one) => one === 'done')).toHaveLength(1);
    expect(await rows(sql`select did from events where subject = ${id} and did = 'lettered'`)).toHaveLength(1);
    expect(await rows(sql`select key from errands where kind = 'deed' order by key`)).toEqual([{ key: `${id}/1` }, { key: `${id}/2` }]);
  });

  test('住户看得到答应的和做到没有，看不到是谁做；经过只给同事，耽误在哪里看得出（Z7）', async () => {
    const head = await s.client('周敏');
    await head.submitLetter(await letter([await deed()]));
    s.at('2026-06-15 08:00');
    await decides('returned');
    s.at('2026-06-16 08:00');
    await head.submitLetter(await letter([await deed()]));
    await decides('approved');
    const resident = await (await s.client('王秀兰')).openLetter({ id });
    expect(resident).toMatchObject({ stand: 'posted', words: '谢谢各位的意见', steps: [], people: [], frequent: [], pending: null });
    expect(resident.deeds).toEqual([
      {
        words: '楼道每天多扫一遍',
        holder: null,
        holderName: null,
        dueOn: '2026-06-30',
        stand: 'doing',
        says: '答应6月30日 周二 24:00 前',
        said: null,
        errandId: null,
      },
    ]);
    const { steps, deeds } = await head.openLetter({ id });
    expect(steps.map(({ says, took }) => [says, took])).toEqual([
      ['送审', ''],
      ['退回', '3 天'],
      ['改了再送审', '1 天'],
      ['同意', '当天'],
    ]);
    const errand = await (await s.client('罗芳')).errand({ id: deeds[0]!.errandId! });
    expect(errand).toMatchObject({ words: '楼道每天多扫一遍', actions: expect.arrayContaining([{ action: 'giveBack', label: '做好了' }]) });
    await (await s.client('罗芳')).giveBackErrand({ id: errand.id, words: '从今天起早晚各扫一遍' });
    expect((await (await s.client('王秀兰')).openLetter({ id })).deeds).toMatchObject([{ stand: 'done', said: null }]);
    expect((await head.openLetter({ id })).deeds).toMatchObject([{ said: '从今天起早晚各扫一遍' }]);
    expect(await refusal((await s.client('罗芳')).deedHolds({ id: errand.id, how: 'phone', asked: 1, words: '好' }))).toBe('ticket/not-yours');
    await (await s.client('吴桐')).deedHolds({ id: errand.id, how: 'phone', asked: 3, words: '都说好' });
    const { kept, deeds: told } = await (await s.client('王秀兰')).openLetter({ id });
    expect(told[0]!.said).toBe('从今天起早晚各扫一遍');
    expect([kept, told[0]!.says]).toEqual([1, '品质管理部打电话问住户，3 户都满意']);
  });

  test('管理者代表在消息里看到等他审，点开是这次调查', async () => {
    await (await s.client('周敏')).submitLetter(await letter([await deed()]));
    const [news] = (await (await s.client('彭浩')).inbox({})).items;
    expect(news).toMatchObject({ title: '公开信', text: '有一份文字等您审核', errandId: id });
  });
});
