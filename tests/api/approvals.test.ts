import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { APPROVAL_PROMISES, APPROVAL_RULES } from '../../shared/approvals/approvals.ts';
import {
  type ApprovalEvent,
  type ApprovalRow,
  type ApprovalState,
  decideSubmission,
  decideVerdict,
  followApproval,
} from '../../shared/kernel/approvals.ts';
import type { Holder, Role } from '../../shared/kernel/people.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { type Story, unfold } from '../../shared/kernel/subject.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

describe('手册 Z7 写的人不能自己审，退回重新审', () => {
  const holder = (person: string, role: Role, atHeadOffice = false): Holder => ({ person, role, department: null, atHeadOffice });
  const staff = [
    holder('客服', 'agent'),
    holder('主任', 'director'),
    holder('管代', 'managementRepresentative', true),
    holder('领导', 'leadership', true),
  ];
  const row: ApprovalRow = {
    document: 'letter',
    label: '公开信',
    drafts: ['agent', 'director'],
    steps: ['director', 'leadership'],
    clause: 'P5',
    since: '2026-01-01',
  };
  const given = (author: string) => ({ name: 'x', writtenOn: '2026-01-01', author, staff });
  const hours = { opens: 0, closes: 1440 };
  const settings = settingsAt([], new Date(0));
  const say = (before: Story<ApprovalState> | null, did: string, facts: Record<string, unknown>, at = '2026-03-02 09:00') =>
    unfold(
      APPROVAL_RULES,
      before,
      { id: `${did} ${at}`, subject: 's', seq: 1, did, at: shanghaiTime(at), recordedAt: shanghaiTime(at), by: null, facts } as ApprovalEvent,
      (state) => APPROVAL_RULES.bookFor(state, settings, hours),
    );
  const submitted = (author = '客服') => say(null, 'submitted', decideSubmission(row, null, given(author)).facts);
  const verdict = (state: ApprovalState, by: string, what: 'approved' | 'returned' = 'approved', words = '') =>
    decideVerdict(state, { by, staff, round: state.round, step: state.step, verdict: what, words });
  const codeOf = (work: () => unknown) => {
    try {
      work();
      return 'fine';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  test('一步一步审：主任同意了还要公司领导同意，每一步两天，从轮到他那天算', () => {
    const first = submitted();
    expect(first.ledger.map((one) => [one.owedByRole, one.dueBy])).toEqual([['director', shanghaiTime('2026-03-05 00:00')]]);
    expect(codeOf(() => verdict(first.state, '领导'))).toBe('approval/not-yours');
    const decision = verdict(first.state, '主任');
    expect(decision.did).toBe('passed');
    const second = say(first, decision.did, decision.facts, '2026-03-03 10:00');
    expect(second.ledger.map((one) => [one.owedByRole, one.keptAt !== null, one.dueBy])).toEqual([
      ['director', true, shanghaiTime('2026-03-05 00:00')],
      ['leadership', false, shanghaiTime('2026-03-06 00:00')],
    ]);
    expect(codeOf(() => verdict(second.state, '主任'))).toBe('approval/not-yours');
    expect(verdict(second.state, '领导').did).toBe('approved');
    const returned = say(second, 'returned', verdict(second.state, '领导', 'returned', '改').facts, '2026-03-04 10:00');
    expect(returned.ledger.every((one) => one.keptAt)).toBe(true);
    const again = say(returned, 'submitted', decideSubmission(row, returned.state, given('客服')).facts, '2026-03-04 11:00');
    expect([again.state.round, again.state.step, again.ledger.at(-1)?.owedByRole]).toEqual([2, 0, 'director']);
  });

  test('主任自己写的，管理者代表审；退回要写原因；审过的不用再送，文字换了要重新送', () => {
    const { state } = submitted('主任');
    expect(state.steps).toEqual(['managementRepresentative', 'leadership']);
    expect(codeOf(() => verdict(state, '主任'))).toBe('approval/not-yours');
    expect(verdict(state, '管代').did).toBe('passed');
    expect(codeOf(() => verdict(state, '管代', 'returned'))).toBe('request/invalid');
    expect(codeOf(() => decideSubmission(row, null, given('领导')))).toBe('approval/not-yours');
    expect(codeOf(() => decideSubmission(row, state, given('客服')))).toBe('approval/decided');
    const approved: ApprovalState = { ...state, status: 'approved' };
    expect(codeOf(() => decideSubmission(row, approved, given('客服')))).toBe('approval/decided');
    expect(decideSubmission(row, approved, { ...given('客服'), writtenOn: '2026-06-01' }).did).toBe('submitted');
    expect(() => followApproval(null, { did: 'approved' } as never)).toThrow();
    expect(new Set(APPROVAL_PROMISES.map((one) => JSON.stringify(one.due))).size).toBe(1);
  });
});

describe('手册 P3 消息模板主任审一次', () => {
  const s = storyOfEach();
  let officeId: string;
  beforeEach(async () => {
    officeId = await s.officeId('WT');
  });
  const as = (name: string) => s.client(name);
  const mine = async (name: string) => (await (await as(name)).templates({})).items.filter((one) => one.name === 'progress');

  test('客服送审，主任在消息里看到，批准；别的小区、同一个人、第二次都不行', async () => {
    expect(await refusal((await as('郑涛')).submitTemplate({ officeId, name: 'progress' }))).toBe('approval/not-yours');
    expect(await refusal((await as('宋雨')).submitTemplate({ officeId, name: 'progress' }))).toBe('seen/not-found');
    const { id } = await (await as('林晓芸')).submitTemplate({ officeId, name: 'progress' });
    expect(await refusal((await as('何静')).submitTemplate({ officeId, name: 'progress' }))).toBe('approval/decided');
    expect((await (await as('郑涛')).inbox({})).items[0]).toMatchObject({
      text: '有一份文字等您审核',
      title: '有新进展',
      where: '梧桐里',
      ticketId: null,
    });
    expect((await (await as('郑涛')).session({})).unread).toBe(1);
    const decide = { id, round: 1, step: 0, verdict: 'approved' as const };
    expect(await refusal((await as('林晓芸')).decideApproval(decide))).toBe('approval/not-yours');
    expect(await refusal((await as('谢军')).decideApproval(decide))).toBe('seen/not-found');
    expect(await refusal((await as('王秀兰')).decideApproval(decide))).toBe('seen/not-found');
    expect(await refusal((await as('吴桐')).decideApproval(decide))).toBe('approval/not-yours');
    expect(await refusal((await as('郑涛')).decideApproval({ ...decide, round: 2 }))).toBe('approval/decided');
    expect(await refusal((await as('王秀兰')).templates({}))).toBe('templates/staff-only');
    expect((await mine('郑涛'))[0]).toMatchObject({ status: 'waiting', mayDecide: true, authorName: '林晓芸' });
    await (await as('郑涛')).decideApproval(decide);
    expect(await refusal((await as('郑涛')).decideApproval(decide))).toBe('approval/decided');
    expect((await mine('林晓芸'))[0]).toMatchObject({ status: 'approved', decidedByName: '郑涛', maySubmit: false, isConnected: false });
    expect((await (await as('林晓芸')).inbox({})).items[0]?.text).toBe('送审的文字通过了');
    expect(await mine('吴桐')).toHaveLength(2);
    const versions = await s.world.house.db.execute<{ words: string }>(sql`select words from approval_versions`);
    expect(versions[0]?.words).toContain('有新留言');
  });

  test('两天内要审：3 月 4 日 24:00 前都不算迟，过了就记超时，送审的人和品质管理部知道', async () => {
    await (await as('林晓芸')).submitTemplate({ officeId, name: 'progress' });
    s.at('2026-03-05 00:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-05 00:01');
    expect(await s.newlyMissed()).toEqual([['message_template progress', 'decided']]);
    expect(await s.newlyMissed()).toEqual([]);
    for (const name of ['郑涛', '林晓芸', '吴桐']) expect((await (await as(name)).inbox({})).items[0]?.text).toBe('审核超时了');
  });

  test('两个人同时送审、同时批准，各只算一次', async () => {
    const both = await Promise.allSettled(['林晓芸', '何静'].map(async (name) => (await as(name)).submitTemplate({ officeId, name: 'progress' })));
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row] = await s.world.house.db.execute<{ id: string }>(sql`select id from approvals`);
    const decided = await Promise.allSettled(
      (['approved', 'returned'] as const).map(async (verdict) =>
        (await as('郑涛')).decideApproval({ id: row!.id, round: 1, step: 0, verdict, words: '改' }),
      ),
    );
    expect(decided.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await s.world.house.db.execute(sql`select 1 from approval_decisions`)).toHaveLength(1);
  });
});
