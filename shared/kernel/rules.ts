/** A rule row: named, and dated from the day it is in force. */
export interface Dated {
  since: string;
}

/**
 * The rows in force on a day: of each name the newest whose date has come, in the order they stand.
 * A row that has been in force is never edited; its successor has the same name and a later date.
 */
export function inForce<Row extends Dated>(rows: readonly Row[], day: string, nameOf: (row: Row) => string): Row[] {
  const newest = new Map<string, string>();
  const come = rows.filter((row) => row.since <= day).map((row) => ({ row, name: nameOf(row) }));
  for (const { row, name } of come) if (row.since > (newest.get(name) ?? '')) newest.set(name, row.since);
  return come.filter(({ row, name }) => row.since === newest.get(name)).map(({ row }) => row);
}
