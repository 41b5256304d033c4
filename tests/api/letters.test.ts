import { describe, expect, test } from '@jest/globals';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import { parts } from '../support/sheets.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
const as = (name: string) => s.client(name);
const iso = (wall: string) => shanghaiTime(wall).toISOString();
const key = () => ({ key: crypto.randomUUID() });

type Letter = Partial<Parameters<Awaited<ReturnType<typeof as>>['registerLetter']>[0]>;
const registers = async (name: string, holder: string, given: Letter = {}, tap = key()) =>
  (await as(name)).registerLetter(
    {
      ...(given.ticketId ? {} : { officeId: await s.officeId('WT') }),
      from: 'authority',
      sender: '梧桐街道办事处',
      receivedOn: '2026-03-01',
      subject: '请自查消防通道并书面答复',
      holder: await s.personId(holder),
      ...given,
    },
    tap,
  );
const look = async (name: string, id: string) => (await as(name)).errand({ id });
const may = async (name: string, id: string) => (await look(name, id)).actions.map((one) => one.action).sort();
const heard = async (name: string) => (await (await as(name)).inbox({})).items.filter((one) => one.errandId !== null).map((one) => one.text);
const mine = async (name: string) => (await (await as(name)).errands({ which: 'mine' })).items.map((one) => one.label);

describe('手册 I14 来信：登记，交给一个人负责，重要的抄送', () => {
  test('登记一次是一封；没另定日子的七天内答复；在负责人“等我办”里，答复了就办完', async () => {
    const tap = key();
    const { id } = await registers('林晓芸', '郭卫东', {}, tap);
    expect((await registers('林晓芸', '郭卫东', {}, tap)).id).toBe(id);
    expect(await heard('郭卫东')).toEqual(['有一封来信请您负责']);
    expect(await mine('郭卫东')).toEqual(['来信']);
    const seen = await look('郭卫东', id);
    expect(seen).toMatchObject({
      words: '请自查消防通道并书面答复',
      to: '秩序维护部 郭卫东',
      letter: { sender: '梧桐街道办事处', receivedOn: '2026-03-01' },
    });
    expect(seen.promises.map((one) => [one.what, one.clause, one.dueBy])).toEqual([['letter_answered', 'I14', iso('2026-03-10 00:00')]]);
    expect(await may('郭卫东', id)).toEqual(['answerLetter', 'copyLetter', 'fileLetter', 'handOn']);
    expect(await may('何静', id)).toEqual(['copyLetter', 'handOn']);
    expect(await refusal((await as('何静')).answerLetter({ id, words: '我来答' }))).toBe('ticket/not-yours');
    await (await as('郭卫东')).answerLetter({ id, words: '书面答复了街道，附了照片' });
    expect(await look('林晓芸', id)).toMatchObject({ status: 'closed', standing: '答复了' });
    expect(await heard('林晓芸')).toEqual(['答复了']);
    expect(await mine('郭卫东')).toEqual([]);
    expect((await look('林晓芸', id)).promises[0]!.keptAt).toBe(iso('2026-03-02 09:00'));
  });

  test('到日子没答复：过一分钟算超时，负责人和登记的人知道；另定的日子照另定的', async () => {
    const { id } = await registers('林晓芸', '郭卫东', { answerBy: iso('2026-03-04 12:00') });
    s.at('2026-03-04 12:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-04 12:01');
    expect((await s.newlyMissed()).map(([, what]) => what)).toEqual(['letter_answered']);
    expect(await heard('林晓芸')).toContain('答复来信：超时了');
    await (await as('郭卫东')).fileLetter({ id, words: '是宣传材料，不用答复' });
    expect(await look('林晓芸', id)).toMatchObject({ standing: '不用答复，存档了' });
  });

  test('重要的抄送：公司领导和那些部门收得到、看得到，别的部门看不到；再抄送只给没有的', async () => {
    const { id } = await registers('林晓芸', '周敏', { important: true, copies: ['leadership', 'finance', 'environment'] });
    for (const name of ['曾勇', '曹阳', '罗芳']) {
      expect(await heard(name)).toEqual(['有一封重要的来信抄送给您']);
      expect((await look(name, id)).letter).toMatchObject({ important: true, copies: ['公司领导', '财务核算中心', '环境部'] });
    }
    expect(await refusal(look('郭卫东', id))).toBe('seen/not-found');
    expect(await refusal(look('韩梅', id))).toBe('seen/not-found');
    expect(await refusal((await as('周敏')).copyLetter({ id, copies: ['finance'] }))).toBe('request/invalid');
    await (await as('周敏')).copyLetter({ id, copies: ['finance', 'security'] });
    expect(await heard('郭卫东')).toEqual(['有一封重要的来信抄送给您']);
    expect(await heard('曹阳')).toHaveLength(1);
    expect(await refusal(registers('林晓芸', '周敏', { important: true }))).toBe('request/invalid');
  });

  test('换人负责：日子不变，由接手的人欠着；登记错了，登记的人撤回', async () => {
    const { id } = await registers('林晓芸', '郭卫东');
    await (await as('郭卫东')).handErrandOn({ id, holder: await s.personId('罗芳') });
    expect(await heard('罗芳')).toEqual(['有一封来信改由您负责']);
    expect((await look('罗芳', id)).promises).toMatchObject([{ dueBy: iso('2026-03-10 00:00'), owedBy: '罗芳' }]);
    expect(await mine('郭卫东')).toEqual([]);
    expect(await refusal((await as('林晓芸')).handErrandOn({ id, holder: await s.personId('王秀兰') }))).toBe('request/invalid');
    await (await as('林晓芸')).withdrawErrand({ id, words: '登记重了' });
    expect(await look('林晓芸', id)).toMatchObject({ standing: '登记错了，撤回了' });
  });

  test('收到的日子不能在以后，也不能太早；师傅不登记，别的小区不登记', async () => {
    expect(await refusal(registers('林晓芸', '郭卫东', { receivedOn: '2026-03-03' }))).toBe('request/invalid');
    expect(await refusal(registers('林晓芸', '郭卫东', { receivedOn: '2026-01-30' }))).toBe('request/invalid');
    expect(await refusal(registers('赵建国', '郭卫东'))).toBe('ticket/not-yours');
    expect(await refusal(registers('宋雨', '郭卫东'))).toBe('seen/not-found');
    expect(await refusal(registers('林晓芸', '王秀兰'))).toBe('request/invalid');
  });

  test('说的是一件投诉的：看不到那件投诉的人，负责不了，也看不到这封信、收不到抄送', async () => {
    const complaint = await s.resident('王秀兰').complains({ against: ['director'] });
    expect(await refusal(registers('林晓芸', '周敏', { ticketId: complaint.id }))).toBe('seen/not-found');
    expect(await refusal(registers('曾勇', '郑涛', { ticketId: complaint.id }))).toBe('request/invalid');
    const { id } = await registers('曾勇', '吴桐', { ticketId: complaint.id, important: true, copies: ['serviceCentre', 'leadership'] });
    expect((await look('吴桐', id)).ticketNumber).toBe(complaint.number);
    for (const name of ['郑涛', '周敏', '林晓芸']) {
      expect(await refusal(look(name, id))).toBe('seen/not-found');
      expect(await heard(name)).toEqual([]);
    }
    expect(await heard('蒋文')).toEqual(['有一封重要的来信抄送给您']);
  });

  test('来信登记表：谁来的、什么事、谁负责、抄送给谁、怎么答复的', async () => {
    const { id } = await registers('林晓芸', '郭卫东', { important: true, copies: ['finance'] });
    await (await as('郭卫东')).answerLetter({ id, words: '书面答复了街道' });
    const officeId = await s.officeId('WT');
    const { file } = await (await as('林晓芸')).exportRegister({
      register: 'letters',
      officeId,
      from: '2026-02-28T16:00:00.000Z',
      until: '2026-03-31T16:00:00.000Z',
    });
    const rows = Object.values(parts(new Uint8Array(await (await s.fetch('林晓芸', file)).arrayBuffer()))).join('');
    for (const cell of [
      '2026-03-01',
      '街道、居委会、政府部门',
      '梧桐街道办事处',
      '请自查消防通道并书面答复',
      '郭卫东',
      '财务核算中心',
      '书面答复了街道',
      '答复了',
      '林晓芸',
    ])
      expect(rows).toContain(cell);
  });
});
