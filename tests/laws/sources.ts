import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript file of a floor, as paths from the root. */
export function filesOf(floor: string): string[] {
  return readdirSync(path.join(ROOT, floor), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(floor, file.split(path.sep).join('/')))
    .sort();
}

export const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

export const parse = (file: string, text: string) =>
  ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** What a file imports, local paths resolved from the root, packages as they stand. */
export function importsOf(file: string, text = textOf(file)): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const target =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (target && ts.isStringLiteral(target)) found.push(target.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return found.map((target) => (target.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), target)) : target));
}
