import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { subscribeChanged } from '../../api/messages/consents.ts';
import { binds, openidOf, storyOfMessages, TEMPLATE_IDS, WANG } from '../support/messages.ts';
import { refusal } from '../support/story.ts';

const { s, shown, left, later, ready, dispatched } = storyOfMessages();

describe('consents', () => {
  test('a refusal, a ban, and messages switched off are on record and change nothing else', async () => {
    await ready(0);
    const api = await s.client(WANG);
    expect((await api.consents({})).items.map((one) => [one.name, one.left])).toEqual([
      ['progress', 0],
      ['needs_you', 0],
    ]);
    const { items } = await api.answerConsents({
      answers: [
        { name: 'progress', answer: 'reject', always: true },
        { name: 'needs_you', answer: 'off' },
        { name: 'colleagues', answer: 'accept' },
      ],
    });
    expect(items.map(({ name, left: count, refused, always }) => [name, count, refused, always])).toEqual([
      ['progress', 0, true, true],
      ['needs_you', 0, true, false],
    ]);
    expect(await refusal(api.answerConsents({ answers: [] }))).toBe('request/invalid');
    await dispatched();
    expect(shown()).toEqual([]);
  });

  test('without a bound WeChat there is nothing to ask, and an answer changes nothing', async () => {
    const api = await s.client(WANG);
    expect(await api.consents({})).toEqual({ items: [] });
    expect(await api.answerConsents({ answers: [{ name: 'progress', answer: 'accept' }] })).toEqual({ items: [] });
    const rows = await s.world.house.db.execute(sql`select 1 from consents`);
    expect(rows).toHaveLength(0);
  });

  const pushed = (Event: string, List: unknown, name = WANG) =>
    subscribeChanged(s.world.house, {
      ToUserName: 'gh_huiyin',
      FromUserName: openidOf(name),
      CreateTime: Math.floor(s.world.now().getTime() / 1000),
      MsgType: 'event',
      Event,
      List,
    });

  test('what the phone and the push both tell counts once; the push alone counts too', async () => {
    await ready(0);
    const popup = [{ TemplateId: TEMPLATE_IDS.progress, SubscribeStatusString: 'accept', PopupScene: '2' }];
    await (await s.client(WANG)).answerConsents({ answers: [{ name: 'progress', answer: 'accept' }] });
    await pushed('subscribe_msg_popup_event', popup);
    expect(await left()).toBe(1);
    await pushed('subscribe_msg_popup_event', popup[0]);
    expect(await left()).toBe(1);
    later(1);
    await pushed('subscribe_msg_popup_event', popup[0]);
    expect(await left()).toBe(2);
    await (await s.client(WANG)).answerConsents({ answers: [{ name: 'progress', answer: 'accept' }] });
    expect(await left()).toBe(2);
    later(11);
    await (await s.client(WANG)).answerConsents({ answers: [{ name: 'progress', answer: 'accept' }] });
    expect(await left()).toBe(3);
  });

  test('a mind changed in the settings, or a message that was not delivered, empties it; strangers and foreign templates change nothing', async () => {
    await ready(2);
    await pushed('subscribe_msg_change_event', [{ TemplateId: 'somebody-elses', SubscribeStatusString: 'reject' }]);
    await pushed('subscribe_msg_change_event', [{ TemplateId: TEMPLATE_IDS.progress, SubscribeStatusString: 'reject' }], '李德明');
    await pushed('subscribe_msg_sent_event', [{ TemplateId: TEMPLATE_IDS.progress, MsgID: '1', ErrorCode: '0', ErrorStatus: 'success' }]);
    await pushed('subscribe_msg_popup_event', 'nonsense');
    expect(await left()).toBe(2);
    await pushed('subscribe_msg_change_event', [{ TemplateId: TEMPLATE_IDS.progress, SubscribeStatusString: 'reject' }]);
    expect([await left(), await left('needs_you')]).toEqual([0, 2]);
    await pushed('subscribe_msg_sent_event', [{ TemplateId: TEMPLATE_IDS.needs_you, MsgID: '1', ErrorCode: '1', ErrorStatus: 'user refuse' }]);
    expect(await left('needs_you')).toBe(0);
  });

  test('another WeChat begins with nothing', async () => {
    await ready(2);
    later(60);
    await s.world.house.db.execute(sql`update wechat_accounts set unbound_at = ${s.world.now().toISOString()}`);
    expect(await left()).toBeUndefined();
    await binds(s, WANG);
    expect(await left()).toBe(0);
  });
});
