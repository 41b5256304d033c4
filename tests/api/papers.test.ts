import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '../../shared/contract/photos.ts';
import { storyOfEach } from '../support/api-story.ts';
import { A_PHOTO } from '../support/media.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
const as = (name: string) => s.client(name);
const key = () => ({ key: crypto.randomUUID() });

const letter = async (name: string, holder: string, given: { ticketId?: string } = {}) =>
  (
    await (
      await as(name)
    ).registerLetter(
      {
        ...(given.ticketId ? given : { officeId: await s.officeId('WT') }),
        from: 'authority',
        sender: '梧桐街道办事处',
        receivedOn: '2026-03-01',
        subject: '请自查消防通道并书面答复',
        holder: await s.personId(holder),
      },
      key(),
    )
  ).id;
const entry = async (name: string, kind: 'supplier' | 'matter' | 'law') =>
  (
    await (
      await as(name)
    ).noteExchange({ kind, receivedAt: '2026-03-02T00:30:00.000Z', source: '迅达门禁', title: '门禁主机停产', words: '配件还供五年' }, key())
  ).id;

type Of = 'letter' | 'entry';
const SHOT = { type: 'image/jpeg', bytes: A_PHOTO.length, position: 0 } as const;
const begins = async (name: string, of: Of, id: string, given: { position?: number; bytes?: number } = {}, tap = key()) => {
  const shot = { id, ...SHOT, ...given };
  const api = await as(name);
  return of === 'letter' ? api.photographLetter(shot, tap) : api.photographExchange(shot, tap);
};
const photo = async (name: string, of: Of, id: string, position = 0) => {
  const { photoId, upload } = await begins(name, of, id, { position });
  await s.sends(upload);
  await (await as(name)).finalisePhoto({ id: photoId });
  return photoId;
};
const look = async (name: string, of: Of, id: string) => (of === 'letter' ? (await as(name)).errand({ id }) : (await as(name)).exchange({ id }));
const seen = async (name: string, of: Of, id: string) => (await look(name, of, id)).photos.map((one) => one.id);
const dismiss = (name: string) =>
  s.world.house.db.execute(
    sql`update appointments set until_at = ${s.world.now().toISOString()} where person_id = (select id from people where name = ${name})`,
  );

describe('手册 I14 来信拍下来，和来信放在一起', () => {
  test('登记的人拍的，负责的人、抄送到的领导看得到，链接打得开；看不到这封信的人拿不到照片', async () => {
    const id = await letter('林晓芸', '郭卫东');
    const first = await photo('林晓芸', 'letter', id, 1);
    const second = await photo('郭卫东', 'letter', id, 0);
    for (const name of ['林晓芸', '郭卫东', '周敏', '郑涛', '曾勇']) expect([name, await seen(name, 'letter', id)]).toEqual([name, [second, first]]);
    const [shot] = (await look('郭卫东', 'letter', id)).photos;
    expect(shot).toMatchObject({ purpose: 'paper', held: null });
    expect((await s.fetch(null, shot!.url.replace(/^\/api/, ''))).status).toBe(200);
    for (const name of ['罗芳', '宋雨', '赵建国', '王秀兰']) {
      expect([name, await refusal(look(name, 'letter', id))]).toEqual([name, 'seen/not-found']);
      expect([name, await refusal(begins(name, 'letter', id))]).toEqual([name, 'seen/not-found']);
      expect([name, await refusal((await as(name)).finalisePhoto({ id: first }))]).toEqual([name, 'seen/not-found']);
    }
  });

  test('抄送到的只能看，不能加；别的单子不放照片；撤回的不再加，办完的还能补上答复的那张', async () => {
    const { id } = await (await as('林晓芸')).registerLetter(
      {
        officeId: await s.officeId('WT'),
        from: 'authority',
        sender: '街道',
        receivedOn: '2026-03-01',
        subject: '检查',
        holder: await s.personId('郭卫东'),
        important: true,
        copies: ['finance'],
      },
      key(),
    );
    expect(await look('曹阳', 'letter', id)).toMatchObject({ mayPhotograph: false });
    expect(await refusal(begins('曹阳', 'letter', id))).toBe('ticket/not-yours');
    await (await as('郭卫东')).answerLetter({ id, words: '书面答复了' });
    expect(await look('郭卫东', 'letter', id)).toMatchObject({ mayPhotograph: true });
    await photo('郭卫东', 'letter', id);
    const gone = await letter('林晓芸', '郭卫东');
    const { photoId, upload } = await begins('林晓芸', 'letter', gone);
    await s.sends(upload);
    await (await as('林晓芸')).withdrawErrand({ id: gone, words: '登记重了' });
    expect(await look('林晓芸', 'letter', gone)).toMatchObject({ mayPhotograph: false });
    expect(await refusal(begins('林晓芸', 'letter', gone))).toBe('ticket/action-refused');
    expect(await refusal((await as('林晓芸')).finalisePhoto({ id: photoId }))).toBe('ticket/action-refused');
    const slip = await (await as('林晓芸')).giveErrand(
      {
        kind: 'handover',
        officeId: await s.officeId('WT'),
        department: 'environment',
        content: '修绿篱',
        answerBy: '2026-03-03T10:00:00.000Z',
        lead: false,
      },
      key(),
    );
    expect(await refusal(begins('林晓芸', 'letter', slip.id))).toBe('ticket/not-yours');
  });

  test('说的是一件投诉的：被投诉的人看不到信，也看不到照片；墙后来立起来，开始传的照片也交不进去', async () => {
    const complaint = await s.resident('王秀兰').complains({ against: ['director'] });
    const id = await letter('曾勇', '吴桐', { ticketId: complaint.id });
    const shot = await photo('吴桐', 'letter', id);
    expect(await seen('曾勇', 'letter', id)).toEqual([shot]);
    for (const name of ['郑涛', '周敏', '林晓芸', '王秀兰']) {
      expect(await refusal(look(name, 'letter', id))).toBe('seen/not-found');
      expect(await refusal(begins(name, 'letter', id))).toBe('seen/not-found');
    }
    const later = await s.resident('王秀兰').complains({ against: [] });
    const about = await letter('林晓芸', '周敏', { ticketId: later.id });
    const before = await photo('周敏', 'letter', about);
    const { photoId, upload } = await begins('周敏', 'letter', about);
    await s.sends(upload);
    await s.agent('林晓芸').points(later, { accused: ['周敏'] });
    expect(await refusal(look('周敏', 'letter', about))).toBe('seen/not-found');
    expect(await refusal((await as('周敏')).finalisePhoto({ id: photoId }))).toBe('seen/not-found');
    expect(await refusal((await as('周敏')).finalisePhoto({ id: before }))).toBe('seen/not-found');
    expect(await seen('曾勇', 'letter', about)).toEqual([before]);
  });

  test('离职的人交不进开始传的照片，也看不到', async () => {
    const id = await letter('林晓芸', '郭卫东');
    const { photoId, upload } = await begins('郭卫东', 'letter', id);
    await s.sends(upload);
    await dismiss('郭卫东');
    expect(await refusal((await as('郭卫东')).finalisePhoto({ id: photoId }))).toBe('seen/not-found');
    expect(await refusal(begins('郭卫东', 'letter', id))).toBe('seen/not-found');
    expect(await seen('林晓芸', 'letter', id)).toEqual([]);
  });
});

describe('手册 D6 信息交流：纸上的拍下来', () => {
  test('登记的人和品质管理部能加；传达到的部门看得到，不能加；没传达到的部门看不到', async () => {
    const id = await entry('赵建国', 'supplier');
    const shot = await photo('赵建国', 'entry', id);
    expect(await seen('吴桐', 'entry', id)).toEqual([shot]);
    expect(await refusal(look('陈立', 'entry', id))).toBe('seen/not-found');
    expect(await refusal(begins('陈立', 'entry', id))).toBe('seen/not-found');
    const units = [{ officeId: await s.officeId('WT'), department: 'engineering' as const }];
    await (await as('吴桐')).distributeExchange({ id, units, answerBy: '2026-03-06T10:00:00.000Z', words: '' }, key());
    expect(await seen('陈立', 'entry', id)).toEqual([shot]);
    expect(await refusal(begins('陈立', 'entry', id))).toBe('exchange/not-yours');
    expect(await refusal(look('罗芳', 'entry', id))).toBe('seen/not-found');
    await (await as('吴桐')).amendExchange(
      { id, version: 1, source: '迅达', title: '门禁主机停产', words: '配件供五年', department: null, holdsFrom: null },
      key(),
    );
    const more = await photo('吴桐', 'entry', id, 1);
    expect(await seen('赵建国', 'entry', id)).toEqual([shot, more]);
  });

  test('小区自己的一本：这个小区记信息的人看得到，别的小区看不到；住户从来看不到', async () => {
    const id = await entry('周敏', 'matter');
    const shot = await photo('周敏', 'entry', id);
    expect(await seen('郑涛', 'entry', id)).toEqual([shot]);
    expect(await refusal(begins('林晓芸', 'entry', id))).toBe('exchange/not-yours');
    expect(await refusal(look('宋雨', 'entry', id))).toBe('seen/not-found');
    expect(await refusal(begins('宋雨', 'entry', id))).toBe('seen/not-found');
    expect(await refusal(begins('王秀兰', 'entry', id))).toBe('seen/not-found');
    await dismiss('周敏');
    expect(await refusal(begins('周敏', 'entry', id))).toBe('seen/not-found');
  });
});

describe.each([
  ['letter', '林晓芸', () => letter('林晓芸', '郭卫东')],
  ['entry', '吴桐', () => entry('吴桐', 'law')],
] as const)('pictures of a %s', (of, by, made) => {
  test('nine and no more, whoever takes them; two at once take the last place once', async () => {
    const id = await made();
    for (let n = 0; n < MAX_PHOTOS - 1; n += 1) await photo(by, of, id, n);
    const both = [await begins(by, of, id), await begins(by, of, id)];
    for (const { upload } of both) await s.sends(upload);
    const api = await as(by);
    const ends = await Promise.all(
      both.map(({ photoId }) =>
        api.finalisePhoto({ id: photoId }).then(
          () => 'taken',
          (thrown) => thrown.code,
        ),
      ),
    );
    expect(ends.sort()).toEqual(['photo/too-many', 'taken']);
    expect(await refusal(begins(by, of, id))).toBe('photo/too-many');
    expect(await seen(by, of, id)).toHaveLength(MAX_PHOTOS);
  });

  test('under one key it is one photo: cut off it goes on, tapped twice it is stored once, not seen before it arrived', async () => {
    const id = await made();
    const tap = key();
    const first = await begins(by, of, id, {}, tap);
    expect(first.there).toBe(false);
    expect(await seen(by, of, id)).toEqual([]);
    expect(await refusal((await as(by)).finalisePhoto({ id: first.photoId }))).toBe('photo/not-accepted');
    const again = await begins(by, of, id, {}, tap);
    expect([again.photoId, again.there]).toEqual([first.photoId, false]);
    expect(await refusal(begins(by, of, id, { bytes: 27 }, tap))).toBe('request/key-reused');
    await s.sends(again.upload);
    expect(await seen(by, of, id)).toEqual([]);
    const api = await as(by);
    await Promise.all([api.finalisePhoto({ id: first.photoId }), api.finalisePhoto({ id: first.photoId })]);
    expect(await begins(by, of, id, {}, tap)).toMatchObject({ photoId: first.photoId, there: true });
    expect(await seen(by, of, id)).toEqual([first.photoId]);
    const [row] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from photos`);
    expect(row!.n).toBe(1);
  });

  test('only pictures, and none too big', async () => {
    const id = await made();
    expect(await refusal(begins(by, of, id, { bytes: MAX_PHOTO_BYTES + 1 }))).toBe('request/invalid');
    expect(await refusal(begins(by, of, id, { position: MAX_PHOTOS }))).toBe('request/invalid');
    const { photoId, upload } = await begins(by, of, id);
    await s.sends(upload, Uint8Array.from(Buffer.from('%PDF-1.7 not a picture')));
    expect(await refusal((await as(by)).finalisePhoto({ id: photoId }))).toBe('photo/not-accepted');
    expect(await seen(by, of, id)).toEqual([]);
    expect(await refusal(begins(by, of, crypto.randomUUID()))).toBe('seen/not-found');
  });

  test('手册 A2 没传完的八天后连文件一起清掉', async () => {
    const id = await made();
    const { upload } = await begins(by, of, id);
    await s.sends(upload);
    const storage = s.world.house.storage!;
    expect(await storage.arrived(upload.fields.key!, 100)).not.toBeNull();
    s.at('2026-03-10 09:01');
    await s.tidies();
    await workOutbox(s.world.house);
    expect(await storage.arrived(upload.fields.key!, 100)).toBeNull();
  });
});

describe('手册 A2 来信和信息交流的照片', () => {
  const left = async () =>
    (await s.world.house.db.execute<{ storage_key: string }>(sql`select storage_key from photos order by id`)).map((one) => one.storage_key);

  test('办完三年以后清掉；没办完的、后来又有事的留着；法规留着', async () => {
    const closed = await letter('林晓芸', '郭卫东');
    const open = await letter('林晓芸', '郭卫东');
    const [note, law] = [await entry('周敏', 'matter'), await entry('吴桐', 'law')];
    for (const [name, of, id] of [
      ['林晓芸', 'letter', closed],
      ['林晓芸', 'letter', open],
      ['周敏', 'entry', note],
      ['吴桐', 'entry', law],
    ] as const)
      await photo(name, of, id);
    const [gone, , alsoGone] = await left();
    await (await as('郭卫东')).answerLetter({ id: closed, words: '答复了' });
    s.at('2029-03-02 09:00');
    await s.tidies();
    expect(await left()).toHaveLength(4);
    s.at('2029-03-02 09:01');
    await s.tidies();
    await workOutbox(s.world.house);
    expect(await left()).toHaveLength(2);
    const storage = s.world.house.storage!;
    for (const file of [gone!, alsoGone!]) expect(await storage.read(file)).toBeNull();
    for (const file of await left()) expect(await storage.read(file)).not.toBeNull();
    expect(await seen('林晓芸', 'letter', open)).toHaveLength(1);
    expect(await seen('吴桐', 'entry', law)).toHaveLength(1);
  });
});
