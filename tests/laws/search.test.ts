import { describe, expect, test } from '@jest/globals';
import { homesOf, OFFICES } from '../../db/seeds/company.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { normalise, pairsOf, rarestFirst } from '../../shared/kernel/search.ts';
import { homeTerms, isExact, isFound, numberTerms, type Reading, readQuery, termsOfDeed } from '../../shared/tickets/search.ts';

const ways = (query: string) => readQuery(query).map((reading) => reading.said);
const read = <B extends Reading['by']>(query: string, by: B) =>
  readQuery(query).find((reading): reading is Extract<Reading, { by: B }> => reading.by === by);
const refusedFor = (query: string) => {
  try {
    return readQuery(query).length;
  } catch (error) {
    return error instanceof Problem ? error.errors?.[0]?.message : error;
  }
};

describe('words', () => {
  test('are two characters side by side, each once, whatever width, case and punctuation', () => {
    expect(pairsOf('漏水管')).toEqual(['漏水', '水管']);
    expect(pairsOf('漏水，漏水')).toEqual(['漏水', '水漏']);
    expect(pairsOf('ＤＮ２０ 管')).toEqual(['dn', 'n2', '20', '0管']);
    expect(normalise('地下车库 B 区！')).toBe('地下车库b区');
    expect(pairsOf('水')).toEqual([]);
    expect(pairsOf('😀👨‍👩‍👧 \u{1F4A7}')).toEqual([]);
  });

  test('a character outside the plane of most is one character, never half of one', () => {
    expect(pairsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
    expect(pairsOf('\ud842野家').every((pair) => !/[\ud800-\udbff]$/.test(pair) || pair.length > 2)).toBe(true);
  });

  test('every part of a text, two characters or longer, has all its pairs among the text’s', () => {
    const text = normalise('厨房水槽下面的软管裂了，DN20 一直喷水，B 区 3 号');
    const pairs = new Set(pairsOf(text));
    for (let from = 0; from < text.length; from += 1)
      for (let until = from + 2; until <= text.length; until += 1)
        expect(pairsOf(text.slice(from, until)).every((pair) => pairs.has(pair))).toBe(true);
  });

  test('what looks rarest is walked', () => {
    expect(rarestFirst(['水管', '管爆', '爆裂'])[0]).toBe('爆裂');
    expect(read('水管漏水的法兰', 'words')?.terms[0]).toBe('法兰');
    expect(read('一二三四五六七八九十甲乙丙丁', 'words')?.terms.length).toBe(4);
  });

  test('five hundred characters are read; fewer than two are refused in plain words', () => {
    expect(readQuery(`${'漏'.repeat(499)}水`).length).toBe(1);
    for (const query of ['水', 'a', '7', '😀😀', '。，', ' 　']) expect(refusedFor(query)).toBe('请至少写两个字或数字');
  });

  test('a candidate with all the pairs is looked at again: the words must stand there as they were typed', () => {
    const reading = read('水管漏', 'words')!;
    const row = { number: 'WT-BX-261121-007', homeLabel: '3栋2单元502', texts: ['管漏了，叫水管工'] };
    expect(reading.terms.every((term) => pairsOf(row.texts[0]!).includes(term))).toBe(true);
    expect(isFound(reading, row)).toBe(false);
    expect(isFound(reading, { ...row, texts: ['自来水管，漏！'] })).toBe(true);
    expect([isExact(reading), isExact(read('漏水', 'words')!)]).toEqual([false, true]);
  });
});

describe('homes', () => {
  test('are read as people write them', () => {
    for (const query of ['3栋2单元502', '3-2-502', '3 栋 2 单元 502 室', '３栋２单元５０２', '03-2-502', '3号楼2单元502号'])
      expect(read(query, 'home')?.terms).toEqual(['@3-2-502']);
    expect(read('3栋502', 'home')?.terms).toEqual(['@502', '@3']);
    expect(read('3-502', 'home')?.terms).toEqual(['@502', '@3']);
    expect(read('502', 'home')?.terms).toEqual(['@502']);
    expect(read('3-2', 'home')?.terms).toEqual(['@3-2']);
    expect(read('3栋', 'home')?.terms).toEqual(['@3']);
    expect(read('502', 'home')?.said).toBe('按房号 502');
    for (const query of ['漏水', '50', '2单元502', '王秀兰', '12345', '3栋漏水']) expect(read(query, 'home')).toBeUndefined();
  });

  test('the beginning of a door is looked at in the row', () => {
    const reading = read('3栋2单元5', 'home')!;
    expect([reading.terms, reading.room, isExact(reading)]).toEqual([['@3-2'], '5', false]);
    expect(isExact(read('3栋2单元', 'home')!)).toBe(true);
    const begun = read('3-2-50', 'home')!;
    expect([begun.terms, begun.room, isExact(begun)]).toEqual([['@3-2'], '50', false]);
    const row = { number: '', texts: [], homeLabel: '3栋2单元502' };
    expect([isFound(begun, row), isFound(begun, { ...row, homeLabel: '3栋2单元602' })]).toEqual([true, false]);
  });

  test('every home of the company is found by its label, its short form and its door', () => {
    const homes = OFFICES.flatMap(homesOf);
    expect(homes.length).toBeGreaterThan(500);
    const lost = homes.flatMap(({ label, building, unit, room }) =>
      [label, `${building}-${unit}-${room}`, `${building}栋${room}`, room, `${building}栋${unit}单元`, `${building}栋`].filter(
        (query) => !read(query, 'home')?.terms.every((term) => homeTerms(label).includes(term)),
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('numbers', () => {
  test('are read whole, without their letters, to the day, and as far as they are typed', () => {
    expect(numberTerms('WT-BX-261121-007')).toEqual(['#WT-BX-261121-007', '#261121-007', '#261121']);
    expect(read('wt-bx-261121-007', 'number')).toMatchObject({ terms: ['#WT-BX-261121-007'], digits: null });
    expect(read('261121-007', 'number')).toMatchObject({ terms: ['#261121-007'], digits: null });
    expect(read('261121007', 'number')).toMatchObject({ terms: ['#261121-007'] });
    expect(read('261121-0', 'number')).toMatchObject({ terms: ['#261121'], digits: '2611210' });
    expect(read('261121', 'number')).toMatchObject({ terms: ['#261121'] });
    for (const query of ['269921', '26112', '13800006000', '水261121']) expect(read(query, 'number')).toBeUndefined();
    const row = { homeLabel: '', texts: [], number: 'WT-BX-261121-007' };
    expect(isFound(read('HT-BX-261121-0', 'number')!, row)).toBe(false);
    expect(isFound(read('BX-261121-007', 'number')!, row)).toBe(true);
  });
});

test('one query may be understood in several ways, and says which', () => {
  expect(ways('1201')).toEqual(['按房号 1201', '按手机后四位 1201', '按说过的话']);
  expect(ways('王秀兰')).toEqual(['按姓名 王秀兰', '按说过的话']);
  expect(ways('WT-BX-261121-007')).toEqual(['按编号 WT-BX-261121-007']);
});

test('what is found by is words, number and home; nothing else a deed knows', () => {
  const said = [{ body: '门坏', outcome: '约好', place: '3栋2单元502' }];
  expect(termsOfDeed({ number: 'WT-BX-261121-007', homeLabel: '3栋2单元502' }, said)).toEqual([
    '#WT-BX-261121-007',
    '#261121-007',
    '#261121',
    '@3',
    '@3-2',
    '@3-2-502',
    '@502',
    '门坏',
    '约好',
  ]);
  expect(termsOfDeed({ number: 'X', homeLabel: '别墅' }, [{ body: '', outcome: null, place: '车库' }])).toEqual(['#X', '车库']);
  expect(termsOfDeed(null, said)).toEqual(['门坏', '约好']);
});
