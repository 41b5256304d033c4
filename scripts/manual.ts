// `npm run manual`: collects which scenarios prove a clause and which screens show it, for the app (api/manual/generated.ts) and for readers of this repository (docs/manual.md).
// Rules and figures are not copied into what the app reads: it takes them from their tables. Only what a row's function asks for is found here, once, by trying it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Generated } from '../api/manual/generated.ts';
import { SCREENS } from '../miniapp/src/screens.ts';
import { shanghaiTime } from '../shared/kernel/time.ts';
import { CHAPTERS, inOrder } from '../shared/manual/chapters.ts';
import { CLAUSES_TOLD, clauseWords } from '../shared/manual/clauses.ts';
import { RUN_WITHOUT_ROWS } from '../shared/manual/exceptions.ts';
import { rowsOf } from '../shared/manual/rows.ts';
import { DOCUMENTS, sourceOf } from '../shared/manual/sources.ts';
import { type ManualRow, TABLES } from '../shared/manual/tables.ts';
import { everyAsk } from '../shared/manual/ticket-lines.ts';
import { filesOf, parse, ROOT, textOf } from '../tests/laws/sources.ts';

export interface Told {
  title: string;
  clauses: string[];
}

/** Clauses a title cites: 手册 R3, 手册 I5、I9. */
export function citedIn(title: string): string[] {
  return [...title.matchAll(/手册 ((?:[A-Z]\d+)(?:、[A-Z]\d+)*)/g)].flatMap((match) => match[1]!.split('、'));
}

/** A title of `test.each` without the places its cases fill. */
const withoutCases = (title: string) => title.replace(/(?:（[^（）]*%[sidj][^（）]*）|%[sidj])+[：:、 ]?/g, '');

const textIn = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : undefined);

/** The scenarios of a test file that prove a clause: each `test`, and each entry of a `manual`, under the titles around it. */
export function scenariosIn(file: string, text: string): Told[] {
  const found: Told[] = [];
  const tell = (titles: readonly string[]) => {
    const clauses = [...new Set(titles.flatMap(citedIn))];
    if (clauses.length > 0) found.push({ title: titles.map((title) => withoutCases(title.replace(/^手册 \S+ /, ''))).join(' › '), clauses });
  };
  const visit = (node: ts.Node, around: readonly string[]): void => {
    const called = ts.isCallExpression(node) ? node.expression.getText().split('.')[0] : undefined;
    const [title, body] = ts.isCallExpression(node) ? [textIn(node.arguments[0]), node.arguments[1]] : [undefined, undefined];
    const isTitled = title !== undefined && body !== undefined;
    if (isTitled && (called === 'test' || called === 'it')) tell([...around, title]);
    else if (isTitled && called === 'manual' && ts.isObjectLiteralExpression(body))
      for (const entry of body.properties) tell([...around, title, entry.name ? (textIn(entry.name) ?? entry.name.getText()) : '']);
    else {
      const inside = isTitled && called === 'describe' ? [...around, title] : around;
      ts.forEachChild(node, (child) => {
        visit(child, inside);
      });
    }
  };
  visit(parse(file, text), []);
  return found;
}

/** The value of a literal as it is written; undefined for anything else. */
function literalOf(node: ts.Node): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literalOf);
  if (ts.isObjectLiteralExpression(node))
    return Object.fromEntries(
      node.properties
        .filter(ts.isPropertyAssignment)
        .map((property) => [textIn(property.name) ?? property.name.getText(), literalOf(property.initializer)]),
    );
  return undefined;
}

/** What a page or the app is configured with. */
function configIn(file: string): Record<string, unknown> {
  const exported = parse(file, textOf(file)).statements.find(ts.isExportAssignment)?.expression;
  if (!exported || !ts.isCallExpression(exported)) throw new Error(`${file} configures nothing`);
  return literalOf(exported.arguments[0]!) as Record<string, unknown>;
}

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string; text: string }[] };
}

const appConfig = () => configIn('miniapp/src/app.config.ts') as unknown as AppConfig;

/** Every page of the app. */
export function pagesOf({ pages, subPackages }: Pick<AppConfig, 'pages' | 'subPackages'> = appConfig()): string[] {
  return [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`))];
}

function titleOf(page: string, { list }: AppConfig['tabBar']): string {
  const tab = list.find((one) => one.pagePath === page)?.text;
  return tab ?? String(configIn(`miniapp/src/${page}.config.ts`).navigationBarTitleText);
}

const byClause = <T>(of: (clause: string) => T): Record<string, T> => Object.fromEntries(inOrder(CLAUSES_TOLD).map((clause) => [clause, of(clause)]));

/** What is collected from tests, pages and rows, as they are now. */
export function collect(): Generated {
  const files = filesOf('tests').filter((file) => !file.startsWith('tests/laws/'));
  const told = files.map((file) => [file, textOf(file)] as const).flatMap(([file, text]) => (text.includes('手册 ') ? scenariosIn(file, text) : []));
  const { tabBar } = appConfig();
  return {
    asks: everyAsk(TABLES),
    scenarios: byClause((clause) => told.filter((one) => one.clauses.includes(clause)).map((one) => one.title)),
    screens: byClause((clause) =>
      SCREENS.filter((row) => row.clauses.includes(clause)).map(({ page, title, opens }) => ({ page, title: title ?? titleOf(page, tabBar), opens })),
    ),
  };
}

export const KIND_WORDS: Record<ManualRow['kind'], string> = {
  promise: '答应',
  action: '能办',
  notice: '告诉',
  category: '类别',
  danger: '危险',
  suggestion: '听得出',
  wish: '希望的时间',
  limit: '次数',
  kept: '保存',
  setting: '设置',
  approval: '审核',
  message: '微信消息',
  choice: '可选',
  formula: '派人算法',
};

function pageOfClause(clause: string, collected: Generated, tables = TABLES): string[] {
  const on = [...tables.promises, ...tables.actions, ...tables.notices, ...tables.categories]
    .map((row) => row.since)
    .sort()
    .at(-1)!;
  const at = shanghaiTime(`${on} 00:00`);
  const source = sourceOf(clause);
  const rows = rowsOf(clause, { on, at, entries: [], tables });
  const line = (row: ManualRow) => `| ${KIND_WORDS[row.kind]} | ${row.text} | ${row.figure ?? ''} | ${row.who} | ${row.when} | ${row.since ?? ''} |`;
  return [
    `### ${clause}`,
    '',
    clauseWords(clause, at) ?? '',
    '',
    ...(source?.document
      ? [
          `> ${source.words}`,
          '>',
          `> ——《${DOCUMENTS[source.document]}》${source.section}`,
          ...(source.ours ? ['', `本产品另定：${source.ours}`] : []),
        ]
      : [`本产品自定：${source?.document === null ? source.reason : ''}`]),
    '',
    ...(rows.length > 0
      ? ['| | 规则 | 数字 | 谁 | 什么时候 | 从哪天起 |', '| --- | --- | --- | --- | --- | --- |', ...rows.map(line)]
      : [RUN_WITHOUT_ROWS[clause] ?? '']),
    '',
    '验证过：',
    '',
    ...(collected.scenarios[clause] ?? []).map((title) => `- ${title}`),
    '',
    `在哪里：${(collected.screens[clause] ?? []).map((screen) => `${screen.title}（\`${screen.page.replace(/\/index$/, '')}\`）`).join('、')}`,
    '',
  ];
}

/** The manual as a page of this repository; figures are the product's own, before a company or an estate sets others. */
export function pageOf(collected: Generated, tables = TABLES): string {
  const chapters = CHAPTERS.map((chapter) => ({ ...chapter, clauses: inOrder(CLAUSES_TOLD).filter((clause) => clause.startsWith(chapter.letter)) }));
  return [
    '# 公司手册，这个产品已经在执行的部分',
    '',
    'Generated by `npm run manual` from the rows, the scenarios and the pages; a law fails when it is out of date. Do not edit.',
    '在应用里看（我的 → 公司手册），数字是本小区当天有效的；这里是产品默认的。',
    '',
    ...chapters
      .filter((chapter) => chapter.clauses.length > 0)
      .flatMap((chapter) => [
        `## ${chapter.letter} ${chapter.title}`,
        '',
        ...chapter.clauses.flatMap((clause) => pageOfClause(clause, collected, tables)),
      ]),
  ].join('\n');
}

function write(): void {
  const collected = collect();
  const generated = path.join(ROOT, 'api/manual/generated.ts');
  writeFileSync(
    generated,
    `// Written by \`npm run manual\`: do not edit.
import type { Asks } from '../../shared/manual/tables.ts';

export interface Generated {
  /** What rows ask for. */
  asks: Asks;
  /** Titles of the scenarios that prove a clause. */
  scenarios: Readonly<Record<string, readonly string[]>>;
  /** The pages that show it; \`opens\`: a colleague may open one as it stands. */
  screens: Readonly<Record<string, readonly { page: string; title: string; opens: boolean }[]>>;
}

export const GENERATED: Generated = ${JSON.stringify(collected, null, 2)};
`,
  );
  execFileSync(process.execPath, [path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', generated], { stdio: 'ignore' });
  writeFileSync(path.join(ROOT, 'docs/manual.md'), pageOf(collected));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write();
