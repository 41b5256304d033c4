import { API, type Api } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import { ASKERS, TICKETS } from './cast.ts';

const LEGEND = `# Who may do and see what: every route of the contract, measured over the real app. Made by: UPDATE_ACCESS=1 npm test -- tests/access
# Read every changed cell before committing it: a diff here is somebody gaining or losing sight.
#
# ok     done, and it stored something          same  done, and nothing had to be stored
# 401    nobody      403  seen, never theirs      404  not seen      409  theirs, not now      422  theirs, but this body not
# lists       · not in the list; bindings: in, + and may be answered; tickets: o in 在办, y in 等您确认, d in 办完; workbench, register, inbox: in; + an item tells what only colleagues know, m it speaks of money
# ticket      S whole, as a colleague   R as a resident   w with internal words   p with promises owed to the company   ! with the reporter's number in clear   f with photo links   h with words that are held   m with a price, a quote or a charge
# technicians list  some   none  an empty list
`;

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - [...text].length));

/** Cells of the whole table by line, `route about` → one cell an asker. */
export type Table = Map<string, string[]>;

/** The table as it is committed. */
export function printTable(table: Table): string {
  const widths = ASKERS.map(([code], index) => Math.max(code.length, ...[...table.values()].map((cells) => [...(cells[index] ?? '')].length)));
  const label = Math.max(...[...table.keys()].map((key) => [...key].length));
  const row = (key: string, cells: readonly string[]) =>
    `${pad(key, label)}  ${cells.map((cell, index) => pad(cell, widths[index]!)).join(' ')}`.trimEnd();
  const head = row(
    '',
    ASKERS.map(([code]) => code),
  );
  const lines: string[] = [];
  let route = '';
  for (const [key, cells] of table) {
    const [of = ''] = key.split(' ');
    if (of !== route) lines.push('', `## ${(API[of as keyof Api] as Route).method} ${(API[of as keyof Api] as Route).path}`, head);
    route = of;
    lines.push(row(key, cells));
  }
  return [
    LEGEND,
    ...ASKERS.map(([code, , what]) => `# ${pad(code, 5)} ${what}`),
    '#',
    ...Object.entries(TICKETS).map(([letter, what]) => `# ${letter}     ${what}`),
    ...lines,
    '',
  ].join('\n');
}

/** The cells of a committed table. */
export function readTable(text: string): Table {
  const table: Table = new Map();
  for (const line of text.split('\n')) {
    const fields = line.split(/ +/);
    if (line === '' || line.startsWith('#') || line.startsWith(' ')) continue;
    table.set(fields.slice(0, -ASKERS.length).join(' '), fields.slice(-ASKERS.length));
  }
  return table;
}

/** Every cell that is not as it was, one line each. */
export function differences(was: Table, is: Table): string[] {
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys.flatMap((key) => {
    const [before, after] = [was.get(key), is.get(key)];
    if (!before) return [`${key}: not in the table yet`];
    if (!after) return [`${key}: in the table, but no line of LINES any more`];
    return ASKERS.flatMap(([code], index) => (before[index] === after[index] ? [] : [`${key}, ${code}: was ${before[index]}, is ${after[index]}`]));
  });
}
