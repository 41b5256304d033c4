import { describe, expect, test } from '@jest/globals';
import { REPAIR_CATEGORIES } from '../../shared/repairs/categories.ts';
import { SUGGESTIONS, suggestCategory } from '../../shared/repairs/suggest.ts';

// What people of seventy say at the window, at home unless it says otherwise; the last are misleading.
// biome-ignore format: a table reads best as one
const SAID: readonly (readonly [words: string, category: string | null, place?: 'home' | 'public'])[] = [
  ['厨房水槽下面的水管爆了，一直喷水', 'burst_pipe'],
  ['家里突然没水了', 'burst_pipe'],
  ['水表那里在漏水，楼道里全是水', 'burst_pipe'],
  ['洗菜池底下那根软管断了', 'burst_pipe'],
  ['电闸推上去又跳下来', 'power'],
  ['家里一下子没电了，隔壁有电', 'power'],
  ['插座一碰就麻手', 'power'],
  ['厕所堵了，水往上冒', 'drain'],
  ['马桶堵了下不去', 'drain'],
  ['厨房下水慢得很，麻烦来通一通', 'drain'],
  ['地漏返味，阳台也返水', 'drain'],
  ['水龙头滴滴答答关不紧', 'tap'],
  ['龙头锈住了拧不动', 'tap'],
  ['马桶一直在流水停不下来', 'sanitary'],
  ['花洒不出热水了，好像坏了', 'sanitary'],
  ['抽水马桶按下去没反应，水箱不上水', 'sanitary'],
  ['阳台的移门推不动', 'doors'],
  ['大门钥匙插进去拧不开，锁卡住了', 'doors'],
  ['窗户关不严，夜里漏风', 'doors'],
  ['天花板往下滴水', 'roof'],
  ['下雨天屋顶渗水，墙都湿了', 'roof'],
  ['楼梯扶手松了，一扶就晃', 'rail'],
  ['单元门前面的台阶缺了一块', 'rail'],
  ['电梯停在三楼不动', 'lift', 'public'],
  ['电梯一上去就咣咣响，吓人', 'lift', 'public'],
  ['楼道的灯不亮，晚上看不见', 'lighting', 'public'],
  ['门口路灯坏了好几天', 'lighting', 'public'],
  ['地下车库的灯一闪一闪', 'lighting', 'public'],
  // Misleading ones.
  ['电梯口的灯坏了', 'lighting', 'public'],
  ['不是龙头漏，是水管漏', 'burst_pipe'],
  ['电梯没坏，是电梯厅的灯灭了', 'lighting', 'public'],
  ['马桶没问题，是洗脸盆下面堵了', 'drain'],
  ['门没坏，就是锁有点紧，别的没有', null],
  ['卫生间天花板漏水，楼上的马桶漏下来的', 'roof'],
  ['我想问问物业费怎么交', null],
  ['请来个师傅看看', null],
  ['电梯里的广告太吵', null],
  ['', null],
];

describe('说两句就行：从话里听出是哪一类', () => {
  test.each(SAID)('%s', (words, category, place = 'home') => {
    const heard = suggestCategory(words, 'home');
    expect(heard).toEqual(category === null ? null : { category, place });
  });

  test('a household’s words and a public facility’s: offered where the category is, never where it is not', () => {
    expect(suggestCategory('灯不亮，楼道里', 'public')).toEqual({ category: 'lighting', place: 'public' });
    expect(suggestCategory('漏水了', 'public')).toEqual({ category: 'burst_pipe', place: 'public' });
    expect(suggestCategory('水龙头漏水', 'public')).toEqual({ category: 'tap', place: 'home' });
    expect(suggestCategory('客厅的灯不亮', 'home')).toBeNull();
    expect(suggestCategory('水管爆了', 'home', '2025-12-31')).toBeNull();
  });

  test('every category but 其他 can be heard, and no row names one that is not there', () => {
    const known = REPAIR_CATEGORIES.map((one) => one.code);
    expect(SUGGESTIONS.filter((row) => !known.includes(row.category))).toEqual([]);
    const offered = REPAIR_CATEGORIES.filter((one) => !one.isForColleagues).map((one) => one.code);
    expect(offered.filter((code) => code !== 'other' && !SUGGESTIONS.some((row) => row.category === code))).toEqual([]);
    expect(SUGGESTIONS.flatMap((row) => row.says).filter((group) => group.length === 0)).toEqual([]);
  });
});
