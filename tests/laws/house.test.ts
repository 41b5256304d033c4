import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { filesOf, importsOf, parse, textOf } from './sources.ts';

const FLOORS = ['shared', 'db', 'api', 'host', 'miniapp/src'] as const;
const MAY_IMPORT: Record<(typeof FLOORS)[number], readonly string[]> = {
  shared: ['shared'],
  db: ['shared', 'db'],
  api: ['shared', 'db', 'api'],
  host: ['shared', 'db', 'api', 'host'],
  'miniapp/src': ['shared', 'miniapp/src'],
};
const all = FLOORS.flatMap((floor) => filesOf(floor).map((file) => ({ floor, file })));
const isUnder = (file: string, folder: string) => file.startsWith(`${folder}/`);

/** Imports that go the wrong way. */
function wrongWay(floor: (typeof FLOORS)[number], file: string, imports: readonly string[]): string[] {
  return imports
    .filter((target) => FLOORS.some((other) => isUnder(target, other)) && !MAY_IMPORT[floor].some((other) => isUnder(target, other)))
    .map((target) => `${file} → ${target}`);
}

/** `await`s inside a transaction on anything that is not handed its `tx`. */
function strangeAwaits(file: string, text: string): string[] {
  const found: string[] = [];
  const inside = (node: ts.Node, tx: string): void => {
    if (ts.isAwaitExpression(node) && !new RegExp(`\\b${tx}\\b`).test(node.expression.getText()))
      found.push(`${file}: ${node.getText().slice(0, 80)}`);
    ts.forEachChild(node, (child) => inside(child, tx));
  };
  const visit = (node: ts.Node): void => {
    // A command's decision runs inside the transaction too; its third parameter is the `tx`.
    const opens = ts.isCallExpression(node) && /(^|\.)(transact|transaction|command)$/.exec(node.expression.getText());
    if (opens && ts.isCallExpression(node)) {
      const work = node.arguments.find((argument): argument is ts.ArrowFunction => ts.isArrowFunction(argument));
      const tx = work ? (work.parameters[opens[2] === 'command' ? 2 : 0]?.name.getText() ?? 'no tx') : undefined;
      if (work && tx) inside(work.body, tx);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return found;
}

const AS_SYSTEM = 'db/queries/viewer.ts';

/** How a file gets hold of the system's eyes: by the name, by the whole file that has it, by an import nobody can read, or by making one by hand. */
function asksAsSystem(file: string, text: string): string[] {
  const found: string[] = [];
  const goesThere = (target: ts.Expression | undefined) =>
    target !== undefined && (!ts.isStringLiteralLike(target) || path.posix.join(path.posix.dirname(file), target.text) === AS_SYSTEM);
  const isSystem = (node: ts.Node) => ts.isStringLiteralLike(node) && node.text === 'system';
  const visit = (node: ts.Node): void => {
    const isWhole =
      (ts.isImportDeclaration(node) && node.importClause?.namedBindings !== undefined && ts.isNamespaceImport(node.importClause.namedBindings)) ||
      (ts.isExportDeclaration(node) && node.exportClause === undefined);
    if (isWhole && goesThere(node.moduleSpecifier)) found.push(node.getText());
    const isLate =
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require'));
    if (isLate && goesThere(node.arguments[0])) found.push(node.getText());
    if ((ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && node.text === 'asSystem') found.push(node.getText());
    if (ts.isPropertyAssignment(node) && isSystem(node.initializer)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return found;
}

/** Where the machine is asked for the time. */
const ASKS_THE_MACHINE = /new Date\(\)|new Date(?![(\w])|Date\.now\(\)/;
const EDGES = [
  'api/index.ts',
  'api/cron.ts',
  'api/wechat.ts',
  'host/server.ts',
  'host/demo/clock.ts',
  'host/postgres.ts',
  'miniapp/src/kernel/clock.ts',
];

describe('the house', () => {
  test('has rooms on every floor', () => {
    for (const floor of FLOORS) expect(filesOf(floor).length).toBeGreaterThan(3);
  });

  test('imports go one way', () => {
    expect(all.flatMap(({ floor, file }) => wrongWay(floor, file, importsOf(file)))).toEqual([]);
    expect(wrongWay('shared', 'shared/a.ts', ['db/connect.ts'])).toHaveLength(1);
    expect(wrongWay('api', 'api/a.ts', ['host/demo/mount.ts'])).toHaveLength(1);
  });

  test('the api reaches tables only through db/queries', () => {
    const reaches = (file: string, imports: readonly string[]) =>
      imports.filter((target) => target.startsWith('drizzle-orm') || isUnder(target, 'db/schema')).map(() => file);
    expect(filesOf('api').flatMap((file) => reaches(file, importsOf(file)))).toEqual([]);
    expect(reaches('api/a.ts', importsOf('api/a.ts', "import { sql } from 'drizzle-orm';"))).toHaveLength(1);
  });

  test('only sweeps, outbox, retention and pushes ask as the system', () => {
    const asking = all.filter(({ file }) => file !== AS_SYSTEM && asksAsSystem(file, textOf(file)).length > 0).map(({ file }) => file);
    expect(asking).toEqual([
      'api/draws/drawing.ts',
      'api/duties/opening.ts',
      'api/ledger/sweep.ts',
      'api/outbox/worker.ts',
      'api/retention/retention.ts',
      'api/staff-posts/hand-over.ts',
      'api/surveys/caretaking.ts',
      'api/wechat/pushes.ts',
    ]);
    const planted = {
      'by name': "import { asSystem } from '../../db/queries/viewer.ts'; read(db, asSystem('sweep'));",
      'by another name': "import { asSystem as me } from '../../db/queries/viewer.ts'; read(db, me('sweep'));",
      'under its file’s name': "import * as viewers from '../../db/queries/viewer.ts'; read(db, viewers['as' + 'System']('sweep'));",
      'imported late': "const { asSystem: me } = await import('../../db/queries/viewer.ts'); read(db, me('sweep'));",
      'imported late from somewhere': "const viewers = await import('../../db/queries/' + name);",
      required: "const viewers = require('../../db/queries/viewer.ts');",
      'passed on': "export { asSystem as clock } from '../../db/queries/viewer.ts';",
      'passed on with everything': "export * from '../../db/queries/viewer.ts';",
      'handed over as a value': "import { asSystem } from '../../db/queries/viewer.ts'; const ask = asSystem;",
      'made by hand': "read(db, { kind: 'system', reason: 'sweep' });",
      'made by hand, name quoted': "read(db, { ['kind']: `system`, reason: 'sweep' });",
    };
    const missed = Object.entries(planted).filter(([, text]) => asksAsSystem('api/tickets/planted.ts', text).length === 0);
    expect(missed.map(([how]) => how)).toEqual([]);
    expect(asksAsSystem('api/tickets/a.ts', "import { readViewer, type Viewer } from '../../db/queries/viewer.ts'; // not asSystem\n")).toEqual([]);
  });

  test('every query on residents’ data takes a viewer, or the system with a reason', () => {
    const open = [
      'readViewer',
      'writeConsequences',
      'insertTicket',
      'insertRemoval',
      'saveTickets',
      'takeKey',
      'drawNumber',
      'drawAtRandom',
      'readAges',
      'visibleTickets',
      'countUse',
      'readEstates',
      'insertApproval',
      'saveApprovals',
      'insertErrand',
      'saveErrands',
      'personOfOpenid',
    ];
    const exported = filesOf('db/queries').flatMap((file) =>
      [...textOf(file).matchAll(/export (?:async )?(?:function |const )(\w+)(?: = (?:async )?)?\(([^)]*)/g)].map(([, name, taken]) => ({
        name: name!,
        taken: taken!,
      })),
    );
    const unguarded = exported
      .filter(({ taken }) => /\btx: Tx\b/.test(taken))
      .filter(({ name, taken }) => !/_?viewer: Viewer|_?system: System|stranger: Stranger/.test(taken) && !open.includes(name));
    expect(exported.length).toBeGreaterThan(20);
    expect(unguarded).toEqual([]);
  });

  test('events and the ledger have one writer', () => {
    const TABLES = 'events|promises|promise_terms|promise_steps|contacts|assignments|tickets';
    const writes = (text: string) => new RegExp(`(insert\\s+into|update|delete\\s+from)\\s+(${TABLES})\\b|into\\('(${TABLES})'`, 'i').test(text);
    const writers = all.filter(({ file }) => writes(textOf(file))).map(({ file }) => file);
    // Retention empties words where they stand; history itself it cannot touch, by grant.
    expect(writers).toEqual(['db/queries/ledger.ts', 'db/queries/retention.ts', 'db/queries/ticket-saves.ts']);
    expect([writes('insert into events select 1'), writes("into('promises', rows)"), writes('select * from events')]).toEqual([true, true, false]);
    const callers = all
      .filter(({ file }) => /\b(writeConsequences|saveTickets|insertTicket)\b/.test(textOf(file)) && !writers.includes(file))
      .map(({ file }) => file);
    expect(callers).toEqual(['api/ledger/record.ts', 'api/ledger/subjects.ts']);
  });

  test('nothing but Postgres is awaited inside a transaction', () => {
    expect([...filesOf('api'), ...filesOf('db')].flatMap((file) => strangeAwaits(file, textOf(file)))).toEqual([]);
    const planted = 'await transact(ctx, async (tx) => { await save(tx); await fetch("x"); });';
    expect(strangeAwaits('a.ts', planted)).toEqual(['a.ts: await fetch("x")']);
    expect(
      strangeAwaits('a.ts', "command<X>('finish', async (reading, input, tx, ctx) => { await look(tx); await ctx.storage.read(); })"),
    ).toHaveLength(1);
    expect(strangeAwaits('a.ts', "command<X>('finish', async () => { await fetch(); })")).toHaveLength(1);
  });

  test('only the edges ask the machine for the time', () => {
    expect(
      all
        .filter(({ file }) => ASKS_THE_MACHINE.test(textOf(file)))
        .map(({ file }) => file)
        .filter((file) => !EDGES.includes(file)),
    ).toEqual([]);
    expect(ASKS_THE_MACHINE.test('const now = new Date();')).toBe(true);
  });

  test('nobody names rooms after nothing', () => {
    expect(all.filter(({ file }) => /(^|\/)(utils?|helpers?|common|misc|manager|service|data)(\/|\.tsx?$)/.test(file))).toEqual([]);
  });

  test('shared runs anywhere: no node, no browser, no Taro', () => {
    const foreign = filesOf('shared').flatMap((file) =>
      importsOf(file).filter((target) => !isUnder(target, 'shared') && !/^(zod|dayjs)(\/|$)/.test(target)),
    );
    expect(foreign).toEqual([]);
  });
});
