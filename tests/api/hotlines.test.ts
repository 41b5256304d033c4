import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { Problem } from '../../shared/kernel/problem.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
let wt = '';
let zb = '';

beforeEach(async () => {
  const rows = await s.world.house.db.execute<{ id: string; letters: string }>(sql`select id, letters from offices`);
  wt = rows.find((row) => row.letters === 'WT')!.id;
  zb = rows.find((row) => row.letters === 'ZB')!.id;
});

const WANTED = { purpose: 'service', number: '0571-0000 0111', from: '2026-03-03', reason: '换了总机' } as const;

async function changed(): Promise<void> {
  const { id } = await (await s.client('郑涛')).proposeHotline({ ...WANTED, officeId: wt });
  await (await s.client('彭浩')).decideApproval({ id, round: 1, step: 0, verdict: 'approved', words: '' });
}

describe('手册 P5 换过的号码', () => {
  test('要打的都是新的，到那天以前是旧的；有危险打值班电话，没有另外的就打服务电话', async () => {
    await changed();
    const hotline = async (name: string) => (await (await s.client(name)).session({})).hotline;
    expect([await hotline('王秀兰'), await hotline('赵建国')]).toEqual(['0571-0000 0110', '0571-0000 0110']);
    s.at('2026-03-03 00:00');
    expect([await hotline('王秀兰'), await hotline('赵建国'), await hotline('宋雨')]).toEqual(['0571-0000 0111', '0571-0000 0111', '0571-0000 0120']);
    const [row] = await s.world.house.db.execute<{ hotline: string }>(sql`select hotline from offices where letters = 'WT'`);
    expect(row!.hotline).toBe('0571-0000 0110');
    const duty = async () => (await (await s.client('王秀兰')).session({})).duty;
    expect(await duty()).toBe('0571-0000 0111');
    const { id } = await (await s.client('郑涛')).proposeHotline({
      ...WANTED,
      officeId: wt,
      purpose: 'duty',
      number: '0571-0000 0119',
      from: '2026-03-04',
    });
    await (await s.client('彭浩')).decideApproval({ id, round: 1, step: 0, verdict: 'approved', words: '' });
    expect(await duty()).toBe('0571-0000 0111');
    s.at('2026-03-04 00:00');
    expect([await duty(), await hotline('王秀兰')]).toEqual(['0571-0000 0119', '0571-0000 0111']);
  });

  test('住户看得到自己小区的和公司的，看不到别的小区的、谁提过什么', async () => {
    await (await s.client('郑涛')).proposeHotline({ ...WANTED, officeId: wt });
    const seen = await (await s.client('王秀兰')).hotlines({});
    expect(seen.offices.map(({ name }) => name)).toEqual(['梧桐里', '回音物业总部']);
    expect(seen.proposals).toEqual([]);
    expect(seen.offices.some(({ mayPropose }) => mayPropose)).toBe(false);
    expect((await (await s.client('陈一鸣')).hotlines({})).offices).toHaveLength(3);
    expect((await (await s.client('郑涛')).hotlines({})).proposals).toMatchObject([
      { number: '0571-0000 0111', now: '0571-0000 0110', mayDecide: false },
    ]);
    expect((await (await s.client('彭浩')).hotlines({})).proposals).toMatchObject([{ mayDecide: true }]);
    expect((await (await s.client('宋雨')).hotlines({})).proposals).toEqual([]);
    expect((await (await s.client('彭浩')).inbox({})).items[0]).toMatchObject({ title: '小区电话', hotline: true });
  });

  test('点两下只有一份；两次同时批，只换一次；公司的也一样', async () => {
    const quality = await s.client('吴桐');
    const wanted = { ...WANTED, purpose: 'complaints', officeId: zb } as const;
    await Promise.allSettled([quality.proposeHotline(wanted), quality.proposeHotline(wanted)]);
    const told = await quality.proposeHotline(wanted);
    expect(told).toMatchObject({ status: 'waiting', round: 1 });
    const leader = await s.client('彭浩');
    const both = await Promise.allSettled(
      [1, 2].map(() => leader.decideApproval({ id: told.id, round: 1, step: 0, verdict: 'approved', words: '' })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await s.world.house.db.execute(sql`select number from hotlines`)).toHaveLength(1);
    s.at('2026-03-03 00:00');
    const { offices } = await (await s.client('许若琳')).hotlines({});
    expect(offices.find(({ isCompany }) => isCompany)!.hotlines.map(({ purpose, number }) => [purpose, number])).toEqual([
      ['service', '0571-0000 0100'],
      ['complaints', '0571-0000 0111'],
      ['duty', null],
    ]);
  });

  test('不归他的、拨不了的，说清楚是哪一栏；谁也改不了以前的', async () => {
    const fields = async (deed: Promise<unknown>) => {
      const thrown = await deed.then(
        () => null,
        (error: unknown) => error,
      );
      return thrown instanceof Problem ? (thrown.errors ?? []).map(({ field }) => field) : ['was not refused'];
    };
    const director = await s.client('郑涛');
    expect(await fields(director.proposeHotline({ ...WANTED, officeId: wt, number: '打给小郑' }))).toEqual(['number']);
    expect(await fields(director.proposeHotline({ ...WANTED, officeId: wt, number: '1'.repeat(20) }))).toEqual(['number']);
    expect(await fields(director.proposeHotline({ ...WANTED, officeId: wt, from: '2026-03-02' }))).toEqual(['from']);
    expect(await fields(director.proposeHotline({ ...WANTED, officeId: wt, reason: '' }))).toEqual(['reason']);
    expect(await fields(director.proposeHotline({ ...WANTED, officeId: wt, purpose: 'gate' as never }))).toEqual(['purpose']);
    for (const name of ['王秀兰', '林晓芸', '宋雨', '曾勇'])
      expect(await refusal((await s.client(name)).proposeHotline({ ...WANTED, officeId: wt }))).toMatch(/seen\/not-found|approval\/not-yours/);
    expect(await refusal(director.proposeHotline({ ...WANTED, officeId: zb }))).toBe('seen/not-found');
    await changed();
    const denied = async (statement: ReturnType<typeof sql>) =>
      expect(s.world.house.db.execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } });
    await denied(sql`update hotlines set number = '9'`);
    await denied(sql`delete from hotline_proposals`);
  });
});
