import ts from 'typescript';
import { readEnvironment } from '../../api/environment.ts';
import { filesOf, parse, textOf } from './sources.ts';

const SOURCE = 'api/environment.ts';
const PAGE = 'docs/environment.md';
/** Commands that have an address of their own and say so themselves. */
const COMMANDS = ['OWNER_DATABASE_URL', 'RETENTION_DATABASE_URL'];
/** What the machine, the tools and the tests set, and no deployment. */
const NOT_GIVEN = /^(HUIYIN_\w+|NODE_ENV|TARO_ENV|PATH|CI|CHROMIUM)$/;
const NAME = /^[A-Z][A-Z0-9_]+$/;

/** The variables a schema names: the fields of its objects that are written in capitals, unless they are only left out of it. */
function namedBySchema(file: string, text = textOf(file)): string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && NAME.test(node.name.getText()) && node.initializer.kind !== ts.SyntaxKind.TrueKeyword)
      names.add(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return [...names];
}

/** The variables a file asks the process for by name. */
const askedFor = (text: string): string[] => [...text.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)].map((match) => match[1]!);

/** The rows of the page: the name, and whether it has to be there. */
function rowsOf(page: string): Map<string, string> {
  return new Map([...page.matchAll(/^\| `([A-Z0-9_]+)` *\| [^|]+ \| ([^|]+) \|/gm)].map((match) => [match[1]!, match[2]!.trim()]));
}

const inCode = (): string[] => {
  const files = ['api', 'db', 'host', 'scripts', 'miniapp/config'].flatMap((folder) => filesOf(folder));
  const asked = files.flatMap((file) => askedFor(textOf(file))).filter((name) => !NOT_GIVEN.test(name));
  return [...new Set([...namedBySchema(SOURCE), ...asked])].sort();
};

function requiredByDoors(): string[] {
  try {
    readEnvironment({});
  } catch (error) {
    return [...(error as Error).message.matchAll(/([A-Z][A-Z0-9_]+) is missing/g)].map((match) => match[1]!).sort();
  }
  throw new Error('nothing is required');
}

describe('what a deployment is given', () => {
  const rows = rowsOf(textOf(PAGE));

  test('every variable of the code stands on the page, and no other', () => {
    expect([...rows.keys()].sort()).toEqual(inCode());
    expect(namedBySchema(SOURCE, 'const a = z.object({ NEW_NAME: z.string() }); const b = a.omit({ OLD_NAME: true });')).toEqual(['NEW_NAME']);
    expect(askedFor('process.env.PORT ?? 1')).toEqual(['PORT']);
  });

  test('what the page says is required is what a start without anything names', () => {
    const said = [...rows].filter(([name, is]) => is === 'yes' && !COMMANDS.includes(name)).map(([name]) => name);
    expect(said.sort()).toEqual(requiredByDoors());
  });
});
