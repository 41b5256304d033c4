import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

manual('手册 I12 办事指南：服务中心备着大家常问的，住户自己查得到', {
  '服务中心负责人写的，本小区住户马上查得到；客服、师傅改不了，别的小区看不到': async (s) => {
    s.at('2026-03-02 09:00');
    const entry = await s.person('周敏').writesGuide('WT');
    expect(await s.resident('王秀兰').looksUp('乒乓球')).toEqual(['乒乓球室怎么预约']);
    expect(await s.agent('林晓芸').looksUp('乒乓球')).toEqual(['乒乓球室怎么预约']);
    expect(await s.resident('许若琳').looksUp('乒乓球')).toEqual([]);
    expect(await refusal(s.resident('许若琳').readsVersions(entry))).toBe('seen/not-found');
    for (const name of ['林晓芸', '赵建国', '王秀兰', '吴桐'])
      expect([name, await refusal(s.person(name).writesGuide('WT'))]).toEqual([name, 'guide/not-yours']);
    expect(await refusal(s.agent('林晓芸').rewritesGuide(entry, { words: '改一改' }))).toBe('guide/not-yours');
    expect(await refusal(s.person('唐慧').rewritesGuide(entry, { words: '改一改' }))).toBe('seen/not-found');
    await s.person('郑涛').rewritesGuide(entry, { words: '在三栋架空层，服务中心登记。' });
    expect(await s.resident('王秀兰').readsVersions(entry)).toEqual(['在三栋架空层，服务中心登记。']);
  },
  '打第一个字就开始找；几个词都有的才算找到': async (s) => {
    s.at('2026-03-02 09:00');
    await s.person('周敏').writesGuide('WT');
    for (const typed of ['乒', '乒乓', '乒乓球室', '架空层 预约', '预约　乒乓'])
      expect([typed, await s.resident('王秀兰').looksUp(typed)]).toEqual([typed, expect.arrayContaining(['乒乓球室怎么预约'])]);
    expect(await s.resident('王秀兰').looksUp('乒乓 游泳')).toEqual([]);
    expect(await s.resident('王秀兰').looksUp('室乒')).toEqual([]);
    expect(await s.resident('王秀兰').looksUp('？')).toEqual([]);
  },
  '写咨询的时候，像的几条先给住户看；只是在问、不像哪一条的不打扰': async (s) => {
    s.at('2026-03-02 09:00');
    expect((await s.resident('王秀兰').isOffered('请问装修垃圾放在哪里？'))[0]).toBe('装修垃圾放哪里');
    expect((await s.resident('许若琳').isOffered('门禁卡丢了'))[0]).toBe('门禁卡丢了怎么办');
    expect((await s.resident('王秀兰').isOffered('装修的垃圾什么时候可以放，装修要不要办手续，门禁卡丢了，快递放哪里')).length).toBe(3);
    expect(await s.resident('王秀兰').isOffered('请问一下，有没有人知道？')).toEqual([]);
    expect(await s.resident('王秀兰').isOffered('请问在哪里、怎么办？')).toEqual([]);
    expect(await s.resident('王秀兰').isOffered('房本下来了吗')).toEqual([]);
  },
  '两个人同时改，后一个先看现在的写法；写过的每一版都留着；撤下的住户查不到，同事看得到': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.person('周敏').writesGuide('WT', { words: '第一版' });
    const second = await s.person('郑涛').rewritesGuide(first, { words: '第二版' });
    expect(second.version).toBe(2);
    expect(await refusal(s.person('周敏').rewritesGuide(first, { words: '我的第二版' }))).toBe('guide/changed');
    expect(await refusal(s.person('周敏').withdrawsGuide(first))).toBe('guide/changed');
    expect(await s.person('郑涛').rewritesGuide(first, { words: '第二版' })).toEqual(second);
    const third = await s.person('周敏').rewritesGuide(second, { words: '第三版' });
    const gone = await s.person('周敏').withdrawsGuide(third);
    expect(gone.version).toBe(4);
    expect(await s.resident('王秀兰').looksUp('乒乓球')).toEqual([]);
    expect(await refusal(s.resident('王秀兰').readsVersions(first))).toBe('seen/not-found');
    expect(await s.agent('林晓芸').readsVersions(first)).toEqual(['第一版', '第二版', '第三版', '第三版']);
    expect(await refusal(s.person('周敏').rewritesGuide(gone, { words: '第五版' }))).toBe('guide/withdrawn');
  },
});

manual('手册 I12、A1 指南里的电话是公共的，个人的手机号不登', {
  '写手机号的不收，写在字里也不收；公共的电话收下': async (s) => {
    s.at('2026-03-02 09:00');
    const mobile = '13800006010';
    for (const text of [
      { phone: mobile },
      { phone: '138 0000 6010' },
      { words: `找周师傅 ${mobile}` },
      { title: `问 +86 ${mobile}` },
      { phone: '１３８００００６０１０' },
    ])
      expect([text, await refusal(s.person('周敏').writesGuide('WT', text))]).toEqual([text, 'request/invalid']);
    expect(await refusal(s.person('周敏').writesGuide('WT', { phone: '总机转二' }))).toBe('request/invalid');
    for (const phone of ['119', '0571-0000 0110', '400-000-0000']) expect((await s.person('周敏').writesGuide('WT', { phone })).version).toBe(1);
  },
});
