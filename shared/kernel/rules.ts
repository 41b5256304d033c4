/** A rule row: named, and dated from the day it is in force. */
export interface Dated {
  since: string;
}

/**
 * The rows in force on a day: of each name the newest whose date has come, in the order they stand.
 * A row that has been in force is never edited; its successor has the same name and a later date.
 */
export function inForce<Row extends Dated>(rows: readonly Row[], day: string, nameOf: (row: Row) => string): Row[] {
  const come = rows.filter((row) => row.since <= day);
  return come.filter((row) => !come.some((other) => other.since > row.since && nameOf(other) === nameOf(row)));
}
