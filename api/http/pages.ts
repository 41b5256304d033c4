import { PAGE } from '../../db/queries/page.ts';
import { Problem } from '../../shared/kernel/problem.ts';

/** An id as it is written. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A cursor that no list gave. */
export const badCursor = () => new Problem('request/invalid', '翻页的位置不对，请从头看', [{ field: 'after', message: '翻页的位置不对' }]);

/** A cursor that is an id. @throws Problem `request/invalid` for anything else */
export function idCursor(after: string | undefined): string | null {
  if (after === undefined) return null;
  if (!UUID.test(after)) throw badCursor();
  return after;
}

/** Cuts a page of twenty-one to twenty, and says where the next begins. */
export function pageOf<Line, Item>(
  lines: readonly Line[],
  cursor: (line: Line) => string,
  item: (line: Line) => Item,
): { items: Item[]; next: string | null } {
  const shown = lines.slice(0, PAGE);
  const last = shown[shown.length - 1];
  return { items: shown.map(item), next: lines.length > PAGE && last ? cursor(last) : null };
}
