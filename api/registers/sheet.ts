import type { Column } from '../../shared/registers/registers.ts';

/** What no sheet may hold: control characters are not XML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** What Excel takes as the name of a sheet: no slash, no bracket, 31 characters at most. */
const sheetName = (title: string) => title.replace(/[[\]/\\:*?]/g, '、').slice(0, 31);

const text = (value: string) => ({ value: value.replace(NOT_XML, ''), type: String, wrap: true, alignVertical: 'top' as const });

/**
 * A register as an Excel file. Every cell is text and stays text, whatever it looks like: nothing in it is ever reckoned.
 * The library is only loaded here, when somebody asks for a file.
 * @param above what stands over the heading, line by line
 */
export async function sheetOf(
  title: string,
  columns: readonly Pick<Column, 'title' | 'width'>[],
  rows: readonly string[][],
  above: readonly string[][] = [],
): Promise<Uint8Array> {
  const { default: writeSheet } = await import('write-excel-file/node');
  const heading = columns.map((column) => ({ value: column.title, type: String, fontWeight: 'bold' as const }));
  const file = writeSheet([...above.map((row) => row.map(text)), heading, ...rows.map((row) => row.map(text))], {
    sheet: sheetName(title),
    columns: columns.map((column) => ({ width: column.width })),
    stickyRowsCount: above.length + 1,
  });
  return new Uint8Array(await file.toBuffer());
}
