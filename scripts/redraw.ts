import { readFileSync } from 'node:fs';
import { drawRepairs } from '../shared/draws/drawing.ts';

/** What the page of a draw copies: its seed, its figure, how many were finished, and the numbers of its list. */
interface Copied {
  seed: string;
  percent: number;
  finished: number;
  numbers: string[];
}

/**
 * Z6: draws again what was drawn, from what the page of a draw copies, and prints the order; those who are asked first are marked.
 * Usage: npm run redraw -- draw.json, or the same on standard input.
 */
function redraw({ seed, percent, finished, numbers }: Copied): string[] {
  const leftOut = Array.from({ length: finished - numbers.length }, (_, index) => ({ ticketId: `${index}`, number: `${index}`, isCallable: false }));
  const all = [...numbers.map((number) => ({ ticketId: number, number, isCallable: true })), ...leftOut];
  return drawRepairs(all, seed, percent).lines.map(({ place, number, drawn }) => `${place + 1} ${number}${drawn ? ' *' : ''}`);
}

const file = process.argv[2];
process.stdout.write(`${redraw(JSON.parse(readFileSync(file ?? 0, 'utf8')) as Copied).join('\n')}\n`);
