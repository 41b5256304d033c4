import { expect, test } from '@jest/globals';
import { CLAUSES_RUN } from './clauses.ts';
import { filesOf, textOf } from './sources.ts';

/** Clauses that titles of scenarios cite: 手册 R3, 手册 I5、I9. */
function citedIn(text: string): string[] {
  return [...text.matchAll(/手册 ((?:[A-Z]\d+)(?:、[A-Z]\d+)*)/g)].flatMap((match) => match[1]!.split('、'));
}

const cited = new Set(
  filesOf('tests')
    .filter((file) => !file.startsWith('tests/laws/'))
    .flatMap((file) => citedIn(textOf(file))),
);

test('every clause the product runs is cited by a scenario', () => {
  expect(citedIn('手册 I5、I9 一处办理')).toEqual(['I5', 'I9']);
  expect(CLAUSES_RUN.filter((clause) => !cited.has(clause))).toEqual([]);
});

test('every clause a scenario cites is one the product says it runs', () => {
  expect([...cited].filter((clause) => !(CLAUSES_RUN as readonly string[]).includes(clause))).toEqual([]);
});
