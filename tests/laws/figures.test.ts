import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { filesOf, parse, textOf } from './sources.ts';

/** A figure with a unit of time or size, as people read it. */
const FIGURE = /(?:\d+|[一二两三四五六七八九十百半]+) ?(?:分钟|小时|秒|天内|个月|MB|KB)/;

/** Figures that restate none of ours, and rows that are themselves where the figure stands. */
const STANDS: readonly { file: string; words: RegExp; why: string }[] = [
  { file: 'shared/kernel/hotline.ts', words: /24 小时有人/, why: 'the row itself' },
  { file: 'shared/kernel/problem.ts', words: /过一分钟再试/, why: 'how long WeChat counts, which is not ours' },
  { file: 'miniapp/src/tickets/report/DangerStrip.tsx', words: /24 小时/, why: 'the hours of an emergency number' },
  { file: 'miniapp/src/kernel/owed.ts', words: /^1 小时内$/, why: 'the name of a group beside the hour it is made by' },
  { file: 'miniapp/src/pages/home/Workbench.tsx', words: /^1 小时内$/, why: 'the name of that group' },
];

/** What a file says with a figure written into it: its words, never its comments. */
function figuresIn(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isWords = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node);
    const words = isWords ? node.text.trim() : '';
    if (FIGURE.test(words) && !STANDS.some((one) => one.file === file && one.words.test(words))) found.push(`${file}: ${words}`);
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return found;
}

/** Where the manual's own words stand, a clause as it was printed among them. */
const QUOTES = /^(shared\/manual\/|api\/manual\/generated)/;

test('a figure people read is said from the row, setting or constant it stands in', () => {
  const files = ['miniapp/src', 'shared', 'api'].flatMap(filesOf).filter((file) => !QUOTES.test(file));
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((file) => figuresIn(file, textOf(file)))).toEqual([]);
  expect(STANDS.filter(({ file, words }) => !words.test(textOf(file)) && !new RegExp(words.source.replace(/[$^]/g, '')).test(textOf(file)))).toEqual(
    [],
  );
  expect(figuresIn('a.ts', "const a = '照片不能超过 8 MB'; // 十分钟")).toEqual(['a.ts: 照片不能超过 8 MB']);
  expect(figuresIn('a.tsx', 'const a = <View>五分钟内有效</View>;')).toHaveLength(1);
  expect(figuresIn('a.ts', 'const a = `$' + '{minutes} 分钟内`;')).toEqual([]);
});

test('what a phone says of what it keeps is said once for residents, once for colleagues', () => {
  const says = filesOf('miniapp/src').filter((file) => textOf(file).includes("有信号自动发'"));
  expect(says).toEqual(['miniapp/src/kernel/job.ts', 'miniapp/src/kernel/queued-send.ts']);
});
