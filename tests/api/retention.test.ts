import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { removeByRule } from '../../api/retention/retention.ts';
import { keepTheBox } from '../access/cast-duties.ts';
import { storyOfEach } from '../support/api-story.ts';
import { A_PHOTO } from '../support/media.ts';
import type { Told } from '../support/story.ts';
import { holdSurveys } from '../support/surveys.ts';

const s = storyOfEach();

const tidy = async (dryRun = false) => (await s.tidies({ dryRun })).map((one) => [one.office, one.what, one.rows]);
const one = async <T>(statement: ReturnType<typeof sql>) => (await s.world.house.db.execute<{ n: T }>(statement))[0]?.n;

async function closed(words = '厨房水管爆了'): Promise<Told> {
  const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await (await s.client('林晓芸')).reveal({ id: ticket.id, reason: 'other', words: '家里电话打不通' });
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
  await s.resident('王秀兰').confirms(ticket);
  return ticket;
}

describe('手册 A2 够了年限按规矩清掉', () => {
  test('三年整还在，过了三年才清：原话、照片、看号码的记录；事情、时间和承诺都留着', async () => {
    const ticket = await closed();
    const key = await one<string>(sql`select storage_key as n from photos`);
    s.at('2029-03-02 09:00');
    expect((await tidy(true)).filter(([, what]) => ['words', 'photos', 'reveals'].includes(String(what)))).toEqual([]);
    s.at('2029-03-02 09:01');
    const due = [
      ['梧桐里', 'words', 4],
      ['梧桐里', 'photos', 1],
      ['梧桐里', 'reveals', 1],
    ];
    expect(await tidy(true)).toEqual(expect.arrayContaining(due));
    expect(await one<number>(sql`select count(*)::int as n from contacts where body <> ''`)).toBe(4);
    expect(await tidy()).toEqual(expect.arrayContaining(due));
    expect(await one<number>(sql`select count(*)::int as n from contacts where body <> '' or place <> '' or outcome is not null`)).toBe(0);
    expect(await s.world.house.storage!.read(key!)).not.toBeNull();
    await workOutbox(s.world.house);
    expect(await s.world.house.storage!.read(key!)).toBeNull();
    const seen = await (await s.client('林晓芸')).ticket({ id: ticket.id });
    expect(seen.status).toBe('closed');
    expect(seen.promises.map((promise) => promise.what)).toContain('repaired');
    expect(seen.history.map((line) => line.did)).toContain('confirmed');
    expect(JSON.stringify(seen)).not.toContain('水管爆了');
    const found = await (await s.client('林晓芸')).search({ q: '水管爆了' });
    expect(found.items).toEqual([]);
    expect((await (await s.client('林晓芸')).search({ q: ticket.number })).items).toHaveLength(1);
  });

  test('清除本身有记录，只有数目和编号，没有姓名和原话；再跑一遍没有可清的', async () => {
    await closed();
    s.at('2029-03-02 09:01');
    await tidy();
    const events = await s.world.house.db.execute<{ did: string; facts: Record<string, unknown> }>(
      sql`select did, facts from events where subject_kind = 'removal' order by id`,
    );
    expect(events.map((event) => [event.did, event.facts.what, event.facts.rows])).toEqual([
      ['removed', 'words', 4],
      ['removed', 'photos', 1],
      ['removed', 'reveals', 1],
      ['removed', 'ratings', 1],
    ]);
    expect(JSON.stringify(events)).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await tidy()).toEqual([]);
  });

  test('没办完的、还有人在说的，多久都不清', async () => {
    const open = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    const spoken = await closed();
    s.at('2028-06-01 09:00');
    await s.resident('王秀兰').says(spoken, '当时换的是什么牌子？');
    s.at('2029-03-02 09:01');
    expect((await tidy()).filter(([, what]) => what === 'words')).toEqual([]);
    expect((await (await s.client('王秀兰')).ticket({ id: open.id })).words).toBe('门坏了');
  });

  test('小区定了四年就是四年：年限差一年，清和不清就不一样', async () => {
    await closed();
    await s.world.house.db.execute(
      sql`insert into settings (id, office_id, key, value, from_at, set_at) select ${s.world.house.newId()}, id, 'retentionYears', '4', '2026-01-05T00:00:00Z', '2026-01-05T00:00:00Z' from offices where letters = 'WT'`,
    );
    s.at('2029-03-02 09:01');
    expect((await tidy()).filter(([, what]) => what === 'words')).toEqual([]);
    s.at('2030-03-02 09:01');
    expect((await tidy()).filter(([, what]) => what === 'words')).toEqual([['梧桐里', 'words', 4]]);
  });

  test('搬走三年的人，姓名和号码清掉；还住着的、还在这里工作的、还有事没办完的，留着', async () => {
    const ticket = await s.resident('吴晓雯').reports({ category: 'doors', words: '门坏了' });
    const moved = (name: string) =>
      s.world.house.db.execute(
        sql`update residences set until_at = '2026-03-02T04:00:00Z' where person_id = (select id from people where name = ${name})`,
      );
    for (const name of ['吴晓雯', '沈佳怡', '何静']) await moved(name);
    s.at('2029-03-03 09:00');
    expect((await tidy()).filter(([, what]) => what === 'people')).toEqual([['回音物业总部', 'people', 1]]);
    const left = await s.world.house.db.execute<{ name: string }>(
      sql`select name from people where name in ('吴晓雯', '沈佳怡', '何静', '王秀兰') order by name`,
    );
    expect(left.map((row) => row.name).sort()).toEqual(['何静', '吴晓雯', '王秀兰'].sort());
    expect(
      await one<number>(
        sql`select count(*)::int as n from people where name = '' and phone_cipher is null and phone_index is null and phone_last4 is null`,
      ),
    ).toBe(1);
    expect((await (await s.client('林晓芸')).ticket({ id: ticket.id })).reporter?.name).toBe('吴晓雯');
  });

  test('没传完的照片一天后清，传完的不动；旧的编号、任务和消息也清', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    await s.photo('王秀兰', ticket, 'report');
    const { upload } = await (await s.client('王秀兰')).addPhoto({ id: ticket.id, purpose: 'report', type: 'image/jpeg', bytes: A_PHOTO.length });
    s.at('2026-03-03 09:00');
    expect((await tidy()).filter(([, what]) => what === 'unfinished_photos')).toEqual([]);
    s.at('2026-03-03 09:01');
    expect((await tidy()).filter(([, what]) => what === 'unfinished_photos')).toEqual([['梧桐里', 'unfinished_photos', 1]]);
    expect(await one<number>(sql`select count(*)::int as n from photos`)).toBe(1);
    expect(
      await one<boolean>(
        sql`select bool_or(payload @> ${JSON.stringify({ files: [upload.fields.key] })}::jsonb) as n from outbox where job = 'remove_files'`,
      ),
    ).toBe(true);
    await workOutbox(s.world.house);
    s.at('2027-04-10 09:00');
    expect((await tidy()).map(([, what]) => what)).toEqual(expect.arrayContaining(['inbox', 'outbox', 'keys', 'limits']));
    expect((await (await s.client('王秀兰')).ticket({ id: ticket.id })).photos).toHaveLength(1);
  });

  test('打的分、核对的记录，跟那件事的原话一起清；没办完的都留着', async () => {
    const ticket = await closed();
    const open = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    for (const one of [ticket, open]) {
      await s.world.house.db.execute(sql`insert into checks (id, office_id, ticket_id, contact_id, author_id, stand, at, queued_at)
        select ${s.world.house.newId()}, t.office_id, t.id, t.first_contact_id, t.reporter_id, 'review', t.received_at, t.received_at from tickets t where t.id = ${one.id}`);
    }
    const kinds = ['ratings', 'checks'];
    const found = async (dryRun: boolean) => (await tidy(dryRun)).filter(([, what]) => kinds.includes(String(what)));
    s.at('2029-03-02 09:00');
    expect(await found(false)).toEqual([]);
    s.at('2029-03-02 09:01');
    const due = kinds.map((what) => ['梧桐里', what, 1]);
    expect(await found(true)).toEqual(due);
    expect(await found(false)).toEqual(due);
    const left = await s.world.house.db.execute<{ ticket_id: string }>(sql`select ticket_id from checks`);
    expect(left.map((row) => row.ticket_id)).toEqual([open.id]);
    expect(await one<number>(sql`select count(*)::int as n from ratings`)).toBe(0);
    expect(await tidy()).toEqual([]);
  });

  test('谁正在看，过两天清；改过、撤下的常用回复够年限清旧的那一句，还在用的那一句留着', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    await (await s.client('林晓芸')).look({ id: ticket.id });
    const agent = await s.client('周敏');
    const officeId = await s.officeId('WT');
    const { id } = await agent.saveReply({ officeId, replyId: null, title: '收到', body: '收到，马上安排' });
    await agent.saveReply({ officeId, replyId: null, title: '停水', body: '今天停水' });
    s.at('2026-03-03 10:00');
    await (await s.client('周敏')).saveReply({ officeId, replyId: id, title: '收到', body: '收到，今天安排' });
    const kept = async () => (await tidy()).filter(([, what]) => what === 'presences' || what === 'replies');
    s.at('2026-03-04 09:00');
    expect(await kept()).toEqual([]);
    s.at('2026-03-04 09:01');
    expect(await kept()).toEqual([['梧桐里', 'presences', 1]]);
    s.at('2029-03-03 10:00');
    expect(await kept()).toEqual([]);
    s.at('2029-03-03 10:01');
    expect(await kept()).toEqual([['梧桐里', 'replies', 1]]);
    const held = (await (await s.client('林晓芸')).replies({})).items.filter((reply) => ['收到', '停水'].includes(reply.title));
    expect(held.map((reply) => reply.body).sort()).toEqual(['今天停水', '收到，今天安排']);
  });

  test('改过、撤下的办事指南够年限清旧的那一版；还在用的那一版留着，撤下的最后才清', async () => {
    const kept = async () => (await tidy()).filter(([, what]) => what === 'guides');
    const versionsOf = async (id: string) => s.count(sql`select count(*)::int as n from guide_versions where entry_id = ${id}`);
    const changed = await s.person('周敏').writesGuide('WT');
    const withdrawn = await s.person('周敏').writesGuide('WT', { title: '游泳池几点开' });
    s.at('2026-03-03 10:00');
    await s.person('周敏').rewritesGuide(changed, { words: '在四栋架空层。' });
    await s.person('周敏').withdrawsGuide(withdrawn);
    s.at('2029-03-03 10:00');
    expect(await kept()).toEqual([]);
    s.at('2029-03-03 10:01');
    expect(await kept()).toEqual([['梧桐里', 'guides', 2]]);
    expect([await versionsOf(changed.id), await versionsOf(withdrawn.id)]).toEqual([1, 1]);
    expect(await kept()).toEqual([['梧桐里', 'guides', 1]]);
    expect([await versionsOf(changed.id), await versionsOf(withdrawn.id)]).toEqual([1, 0]);
    expect(await s.resident('王秀兰').looksUp('乒乓')).toEqual(['乒乓球室怎么预约']);
  });

  test('登记的信息最后一次补记以后够了年限，写的字清掉，哪一天登记的留着；法规、标准不清', async () => {
    const officeId = await s.officeId('WT');
    const text = { source: '工程部', title: '水泵换好了', words: '厂家来换的', outcome: '', department: null, holdsFrom: null };
    const head = await s.client('周敏');
    const note = async (kind: 'result' | 'law') =>
      (await head.noteExchange({ kind, officeId, receivedAt: s.world.now().toISOString(), ...text }, { key: crypto.randomUUID() })).id;
    const [result, law] = [await note('result'), await note('law')];
    s.at('2026-03-03 10:00');
    await head.amendExchange({ id: result, version: 1, ...text, outcome: '不漏了' });
    const found = async () => (await tidy()).filter(([, what]) => what === 'exchanges');
    s.at('2029-03-03 10:00');
    expect(await found()).toEqual([]);
    s.at('2029-03-03 10:01');
    expect(await found()).toEqual([['梧桐里', 'exchanges', 2]]);
    expect(await head.exchange({ id: result })).toMatchObject({ title: '', words: '', outcome: '', version: 2 });
    expect(await head.exchange({ id: law })).toMatchObject({ title: '水泵换好了' });
  });

  test('满意率调查里写的话，截止以后够了年限清掉；打的分留着，统计还算得出来', async () => {
    const officeId = await s.officeId('WT');
    await keepTheBox(s, officeId);
    const { over } = await holdSurveys(s, officeId);
    const found = async () => (await tidy()).filter(([, what]) => what === 'surveys');
    const bodies = () => s.world.house.db.execute(sql`select body from survey_answers`);
    s.at('2029-03-17 23:59');
    expect(await found()).toEqual([]);
    expect(await bodies()).toEqual([{ body: { buildings: 2, words: '楼道灯坏了' } }]);
    s.at('2029-03-18 00:01');
    expect(await found()).toEqual([['梧桐里', 'surveys', 1]]);
    expect(await bodies()).toEqual([{ body: { buildings: 2 } }]);
    expect(await (await s.client('周敏')).surveyResults({ id: over })).toMatchObject({ returned: 1 });
    expect((await (await s.client('周敏')).surveyWords({ id: over })).items).toEqual([]);
  });

  test('写给总经理的信、谈了什么，办完以后够了年限清掉；没办完的留着，公司文件留着', async () => {
    const [writer, manager] = [await s.client('赵建国'), await s.client('蔡建华')];
    const letter = { need: 'work' as const, words: '夜班排得太密' };
    const talked = (await writer.writeToMailbox(letter)).id;
    const answered = (await writer.writeToMailbox(letter)).id;
    const open = (await writer.writeToMailbox(letter)).id;
    await manager.recordTalk({ id: talked, agreed: '下个月起改' });
    await writer.confirmTalk({ id: talked });
    await manager.answerByDocument({ id: answered, title: '关于夜班', words: '最多连上三个' });
    const found = async () => (await tidy()).filter(([, what]) => what === 'mailbox');
    const threeYearsOn = new Date(s.world.now());
    threeYearsOn.setUTCFullYear(threeYearsOn.getUTCFullYear() + 3);
    s.world.moveTo(new Date(threeYearsOn.getTime() - 60_000));
    expect(await found()).toEqual([]);
    s.world.moveTo(new Date(threeYearsOn.getTime() + 60_000));
    expect(await found()).toEqual([['回音物业总部', 'mailbox', 3]]);
    expect(await writer.mailboxLetter({ id: talked })).toMatchObject({ words: '', agreed: [''] });
    expect(await writer.mailboxLetter({ id: open })).toMatchObject({ words: '夜班排得太密' });
    expect((await writer.companyDocuments({})).items[0]).toMatchObject({ title: '关于夜班' });
  });

  test('工程通知完工以后够了年限，写的字、送审的稿和退回的话都清掉，谁批的、发给几家留着', async () => {
    const officeId = await s.officeId('WT');
    const notice = { officeId, work: '换水泵', place: '3栋泵房', doneBy: '工程班', effect: '停水半天', areas: [] };
    const { id } = await (await s.client('陈立')).submitNotice({ ...notice, from: '2026-03-04T01:00:00.000Z', until: '2026-03-04T04:00:00.000Z' });
    const { pending } = await (await s.client('郑涛')).publication({ id });
    await (await s.client('郑涛')).decideApproval({ id: pending!.approvalId, round: 1, step: pending!.step, verdict: 'approved', words: '' });
    const kinds = ['publications', 'drafts', 'verdicts'];
    const found = async () => (await tidy()).filter(([, what]) => kinds.includes(String(what)));
    await s.world.house.db.execute(sql`insert into approval_decisions (id, office_id, approval_id, round, step, by_id, verdict, words, at)
      select ${s.world.house.newId()}, a.office_id, a.id, 1, 1, a.author_id, 'returned', '地点没写清', a.submitted_at from approvals a where a.name = ${id}`);
    s.at('2029-03-04 12:00');
    expect((await found()).map(([, what]) => what)).toEqual(['verdicts']);
    s.at('2029-03-04 12:01');
    expect(await found()).toEqual([
      ['梧桐里', 'publications', 1],
      ['梧桐里', 'drafts', 1],
    ]);
    expect((await (await s.client('王秀兰')).publications({ as: 'resident' })).items).toEqual([]);
    expect(await one<number>(sql`select homes::int as n from publication_issues`)).toBeGreaterThan(0);
    expect(JSON.stringify(await s.world.house.db.execute(sql`select v.*, w.words from publication_versions v, approval_versions w`))).not.toContain(
      '水泵',
    );
  });

  test('各扇门的角色清不了：没有这个权', async () => {
    await closed();
    s.at('2029-03-02 09:01');
    await expect(removeByRule(s.world.house, { dryRun: false })).rejects.toMatchObject({ cause: { code: '42501' } });
    expect(await one<number>(sql`select count(*)::int as n from contacts where body <> ''`)).toBe(4);
  });
});
