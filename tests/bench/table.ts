// What the bench found, one line each, and whether the bounds held.

export interface Row {
  part: string;
  what: string;
  figures: Record<string, number | string>;
  /** `shown` has no bound; `not run` is counted and said, never passed over. */
  verdict: 'held' | 'broken' | 'shown' | 'not run';
  why: string;
}

/** Counts people as wide as they are printed. */
const width = (text: string) => [...text].length;
const pad = (text: string, to: number) => text + ' '.repeat(Math.max(0, to - width(text)));

const say = (figure: number | string | undefined) =>
  figure === undefined ? '' : typeof figure === 'number' && !Number.isInteger(figure) ? figure.toFixed(2) : String(figure);

function table(rows: readonly Row[]): { head: string[]; lines: string[][] } {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.figures)))];
  return {
    head: ['what', ...names, 'verdict', ''],
    lines: rows.map((row) => [row.what, ...names.map((name) => say(row.figures[name])), row.verdict, row.why]),
  };
}

/** Prints one table a part. */
export function printTable(rows: readonly Row[]): void {
  for (const part of new Set(rows.map((row) => row.part))) {
    const { head, lines } = table(rows.filter((row) => row.part === part));
    const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => width(line[column]!))));
    console.log(`\n${part}`);
    for (const line of [head, ...lines])
      console.log(
        `  ${line
          .map((cell, column) => pad(cell, widths[column]!))
          .join('  ')
          .trimEnd()}`,
      );
  }
}

/** The same as Markdown. */
export function markdownOf(rows: readonly Row[]): string {
  return [...new Set(rows.map((row) => row.part))]
    .map((part) => {
      const { head, lines } = table(rows.filter((row) => row.part === part));
      const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
      return [`## ${part}`, '', line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n');
    })
    .join('\n\n');
}
