import { refuseField } from '../../shared/kernel/problem.ts';

/** What a sheet may unfold to: a small file can hold a very large one. */
const MOST_UNFOLDED_BYTES = 60 * 1024 * 1024;
const MOST_PARTS = 200;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_NOTE = 65_535;

/** How large the parts of a zip file say they are, by its directory; null for what is none. */
function unfoldedBytes(file: Buffer): number | null {
  let end = file.length - END_BYTES;
  const least = Math.max(0, end - LONGEST_NOTE);
  while (end >= least && file.readUInt32LE(end) !== DIRECTORY_END) end -= 1;
  if (end < least) return null;
  const parts = file.readUInt16LE(end + 10);
  if (parts > MOST_PARTS) return Number.POSITIVE_INFINITY;
  let at = file.readUInt32LE(end + 16);
  let sum = 0;
  for (let left = parts; left > 0; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    sum += file.readUInt32LE(at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return sum;
}

const isoOf = (day: Date) => day.toISOString().slice(0, 10);

/** A cell in words; a date as people write it, a number without what a sheet adds to it. */
function sayCell(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : isoOf(cell);
  return String(cell);
}

/** The first sheet of an xlsx file, row by row, in words. @throws Problem `request/invalid` naming `file` for whatever cannot be read */
export async function readSheet(file: Buffer): Promise<string[][]> {
  const unfolded = file.length < END_BYTES ? null : unfoldedBytes(file);
  if (unfolded === null) throw refuseField('file', '这不是 xlsx 表格，请用下载的表格填好再选');
  if (unfolded > MOST_UNFOLDED_BYTES) throw refuseField('file', '这份表格太大了，请只留名单这一张');
  const { readSheet: read } = await import('read-excel-file/node');
  try {
    return (await read(file)).map((row) => row.map(sayCell));
  } catch {
    throw refuseField('file', '这份表格读不了，请另存为 xlsx 再选');
  }
}
