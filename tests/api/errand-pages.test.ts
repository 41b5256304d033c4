import { expect, test } from '@jest/globals';
import { lookAfterDuties } from '../../api/duties/opening.ts';
import { sweep } from '../../api/ledger/sweep.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-31 08:00' });
const as = (name: string) => s.client(name);
const key = () => ({ key: crypto.randomUUID() });
const MANY = 43;

/** Every line of a list, page by page, and how long each page was. */
async function walk<Line extends { id: string }>(ask: (after?: string) => Promise<{ items: Line[]; next: string | null }>) {
  const ids: string[] = [];
  const pages: number[] = [];
  for (let after: string | undefined; pages.length < 9; ) {
    const { items, next } = await ask(after);
    pages.push(items.length);
    ids.push(...items.map((one) => one.id));
    if (next === null) break;
    after = next;
  }
  return { ids, pages };
}

const given = async (slip: object = {}) => {
  const officeId = await s.officeId('WT');
  const api = await as('林晓芸');
  const ids: string[] = [];
  for (let n = 1; n <= MANY; n += 1) {
    s.at(`2026-04-01 ${String(9 + Math.floor(n / 6)).padStart(2, '0')}:${String((n % 6) * 10).padStart(2, '0')}`);
    const { id } = await api.giveErrand(
      {
        kind: 'handover',
        ...('ticketId' in slip ? {} : { officeId }),
        department: 'environment',
        content: `第 ${n} 件`,
        answerBy: shanghaiTime('2026-04-20 18:00').toISOString(),
        lead: false,
        ...slip,
      },
      key(),
    );
    ids.push(id);
  }
  return ids;
};

test('部门一个月收到几十件：例会上一页一页看得完，一件不少；记下来的是全部', async () => {
  for (const channel of ['suggestion_box', 'notice_board', 'website', 'email', 'official_account', 'chat_group', 'forum'] as const)
    await (await as('周敏')).nameKeeper({ officeId: await s.officeId('WT'), channel, keeperId: null });
  s.at('2026-04-01 08:00');
  await sweep(s.world.house);
  await lookAfterDuties(s.world.house);
  const ids = await given();
  const api = await as('罗芳');
  const review = (await api.duties({})).items.find((one) => one.duty === 'unit_review' && one.part === 'environment')!;
  expect((await api.duty({ id: review.id })).received).toBe(MANY);
  const all = () => walk((after) => api.dutyReceived({ id: review.id, ...(after ? { after } : {}) }));
  expect(await all()).toEqual({ ids, pages: [20, 20, 3] });
  // Sent again by the phone under the key of its tap, it is put down once.
  const tap = key();
  for (let times = 0; times < 2; times += 1) await api.recordRound({ id: review.id, items: 0, words: '都看了' }, tap);
  expect((await api.duties({ show: 'past' })).items.find((one) => one.id === review.id)?.items).toBe(MANY);
  expect(await all()).toEqual({ ids, pages: [20, 20, 3] });
  expect(await refusal(api.dutyReceived({ id: review.id, after: 'x' }))).toBe('request/invalid');
  for (const name of ['郭卫东', '宋雨']) expect(await refusal((await as(name)).dutyReceived({ id: review.id }))).toBe('seen/not-found');
  expect(await refusal((await as('周文静')).dutyReceived({ id: review.id }))).toBe('duties/staff-only');
});

test('一件转给部门几十次：从新到旧一页一页看得完', async () => {
  const ticket = await s.resident('周文静').speaks('suggestion', '楼下的绿篱该修了');
  const ids = await given({ ticketId: ticket.id });
  const api = await as('林晓芸');
  expect(await walk((after) => api.errandsOfTicket({ id: ticket.id, ...(after ? { after } : {}) }))).toEqual({
    ids: ids.reverse(),
    pages: [20, 20, 3],
  });
});

test('一个月的纠正措施几十条：一页一页看得完', async () => {
  const officeId = await s.officeId('WT');
  const holder = await s.personId('陈立');
  const ids: string[] = [];
  for (let n = 1; n <= MANY; n += 1) {
    s.at(`2026-04-01 ${String(9 + Math.floor(n / 6)).padStart(2, '0')}:${String((n % 6) * 10).padStart(2, '0')}`);
    const given = { month: '2026-03', officeId, about: {}, holder, content: `第 ${n} 条`, dueBy: shanghaiTime('2026-04-20 18:00').toISOString() };
    ids.push((await (await as('郑涛')).giveAction(given, key())).id);
  }
  const api = await as('郑涛');
  expect(await walk((after) => api.analysisActions({ month: '2026-03', officeId, ...(after ? { after } : {}) }))).toEqual({
    ids: ids.reverse(),
    pages: [20, 20, 3],
  });
});
