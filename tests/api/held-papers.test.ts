import { beforeEach, describe, expect, test } from '@jest/globals';
import { answerPush } from '../../api/wechat/push.ts';
import { storyOfHeld } from '../support/held.ts';
import { A_PHOTO } from '../support/media.ts';
import { binds } from '../support/messages.ts';
import { refusal } from '../support/story.ts';

const { s, standIn, waiting, decided, decide } = storyOfHeld();
const key = () => ({ key: crypto.randomUUID() });
const verdict = (traceId: string, suggest: string) => ({
  MsgType: 'event',
  Event: 'wxa_media_check',
  trace_id: traceId,
  errcode: 0,
  result: { suggest, label: 100 },
});
const push = async (event: Record<string, unknown>) => {
  const { query, body } = standIn.push(event);
  return answerPush(s.world.house, new Request(`http://house/api/wechat?${query}`, { method: 'POST', body }));
};
const takes = async (name: string, of: 'letter' | 'entry', id: string) => {
  const api = await s.client(name);
  const shot = { id, type: 'image/jpeg', bytes: A_PHOTO.length, position: 0 } as const;
  const { photoId, upload } = of === 'letter' ? await api.photographLetter(shot, key()) : await api.photographExchange(shot, key());
  await s.sends(upload);
  await api.finalisePhoto({ id: photoId });
};

describe('手册 I2 来信的照片也请微信看：只有同事看得到的，马上看得到', () => {
  let id: string;
  beforeEach(async () => {
    standIn.verdicts();
    const agent = await s.client('何静');
    const letter = {
      officeId: await s.officeId('WT'),
      from: 'authority' as const,
      sender: '街道',
      receivedOn: '2026-03-01',
      subject: '检查',
      holder: await s.personId('郭卫东'),
    };
    ({ id } = await agent.registerLetter(letter, key()));
    await takes('何静', 'letter', id);
  });
  const shots = async (name: string) => (await (await s.client(name)).errand({ id })).photos;
  const ofIt = async (name: string, show: 'waiting' | 'decided' = 'waiting') =>
    (await (show === 'waiting' ? waiting(name) : decided(name))).filter((line) => line.paper?.id === id);

  test('没看完，同事也看得到；微信说没问题，就不再说什么', async () => {
    for (const name of ['何静', '郭卫东']) expect((await shots(name))[0]!.held).toBe('这张照片正在核对，同事已经能看到');
    await push(verdict(standIn.verdicts()[0]!.traceId, 'pass'));
    expect((await shots('郭卫东'))[0]!.held).toBeNull();
    expect(await ofIt('林晓芸')).toEqual([]);
  });

  test('微信拿不准的排进待看：看得到这封信、管这个小区的同事定；不展示，就只有拍的人还看得到', async () => {
    await push(verdict(standIn.verdicts()[0]!.traceId, 'risky'));
    const [line] = await ofIt('林晓芸');
    expect(line).toMatchObject({ ticketId: null, paper: { of: 'errand', id }, ticketNumber: '来信', byName: '何静', said: null, mayDecide: true });
    expect((await ofIt('何静')).map((one) => [one.mine, one.mayDecide])).toEqual([[true, false]]);
    expect(await refusal(decide('何静', line!.id, 'released'))).toBe('check/own-words');
    expect(await refusal(decide('郭卫东', line!.id, 'released'))).toBe('ticket/not-yours');
    for (const name of ['赵建国', '宋雨', '王秀兰'])
      expect([name, await refusal(decide(name, line!.id, 'released'))]).toEqual([name, 'seen/not-found']);
    expect(await ofIt('宋雨').catch((thrown) => thrown.code)).toEqual([]);
    await decide('林晓芸', line!.id, 'withheld', 'insult');
    expect(await refusal(decide('郑涛', line!.id, 'released'))).toBe('check/decided');
    expect(await shots('郭卫东')).toEqual([]);
    expect((await shots('何静'))[0]!.held).toBe('这张照片别人看不到了：有骂人或伤人的话');
    expect(await ofIt('林晓芸')).toEqual([]);
    expect((await ofIt('林晓芸', 'decided')).map((one) => [one.decision, one.decidedBy])).toEqual([['withheld', '林晓芸']]);
  });

  test('微信没有回话，半小时后请同事看；放行以后照常', async () => {
    s.at('2026-03-02 09:29');
    expect(await ofIt('林晓芸')).toEqual([]);
    s.at('2026-03-02 09:30');
    const [line] = await ofIt('林晓芸');
    await decide('林晓芸', line!.id, 'released');
    expect((await shots('郭卫东'))[0]!.held).toBeNull();
  });

  test('说的是投诉主任的：墙里面的人待看里没有，也定不了', async () => {
    const complaint = await s.resident('王秀兰').complains({ against: ['director'] });
    const quality = await s.client('吴桐');
    const given = { from: 'authority' as const, sender: '街道', receivedOn: '2026-03-01', subject: '检查', holder: await s.personId('吴桐') };
    const walled = await (await s.client('曾勇')).registerLetter({ ticketId: complaint.id, ...given }, key());
    await binds(s, '曾勇');
    await takes('曾勇', 'letter', walled.id);
    s.at('2026-03-02 10:00');
    const [line] = (await quality.checks({})).items.filter((one) => one.paper?.id === walled.id);
    expect(line).toMatchObject({ mayDecide: true });
    for (const name of ['林晓芸', '郑涛']) {
      expect((await waiting(name)).some((one) => one.paper?.id === walled.id)).toBe(false);
      expect(await refusal(decide(name, line!.id, 'released'))).toBe('seen/not-found');
    }
    await decide('吴桐', line!.id, 'released');
  });

  test('信息交流的也一样：外来的由公司定', async () => {
    const author = await s.client('赵建国');
    const noted = await author.noteExchange(
      { kind: 'supplier', receivedAt: '2026-03-02T00:30:00.000Z', source: '迅达', title: '停产', words: '配件供五年' },
      key(),
    );
    await takes('赵建国', 'entry', noted.id);
    s.at('2026-03-02 10:00');
    const [line] = (await waiting('吴桐')).filter((one) => one.paper?.id === noted.id);
    expect(line).toMatchObject({ paper: { of: 'exchange', id: noted.id }, ticketNumber: '供方', mayDecide: true });
    expect((await waiting('林晓芸')).some((one) => one.paper?.id === noted.id)).toBe(false);
    await decide('吴桐', line!.id, 'released');
    expect((await (await s.client('吴桐')).exchange({ id: noted.id })).photos).toMatchObject([{ held: null }]);
  });
});
