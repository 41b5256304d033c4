import type { Relation } from './people.ts';
import { Problem } from './problem.ts';

/** One thing somebody may do: draws the button, guards the API, and is printed in the docs. */
export interface LifecycleRow<State, Action extends string = string, Status extends string = string> {
  action: Action;
  label: string;
  from: readonly Status[];
  /** null moves nothing (reply, call, agree). */
  to: Status | null;
  by: readonly Relation[];
  /** Relations that shut somebody out even where `by` lets them in. */
  notBy?: readonly Relation[];
  needs?: (state: State) => boolean;
  unless?: (state: State) => boolean;
  clause: string;
  since: string;
}

type AnyRow<State> = LifecycleRow<State>;

const openTo = <State>(row: AnyRow<State>, relations: readonly Relation[]) =>
  row.by.some((relation) => relations.includes(relation)) && !row.notBy?.some((relation) => relations.includes(relation));

const openNow = <State extends { status: string }>(row: AnyRow<State>, state: State) =>
  row.from.includes(state.status) && (row.needs?.(state) ?? true) && !(row.unless?.(state) ?? false);

/** What these relations may do with this ticket now, in the order of the rows. */
export function actionsFor<State extends { status: string }, Row extends AnyRow<State>>(
  rows: readonly Row[],
  state: State,
  relations: readonly Relation[],
): Row[] {
  const now = rows.filter((row) => openTo(row, relations) && openNow(row, state));
  return now.filter((row, index) => now.findIndex((other) => other.action === row.action) === index);
}

/**
 * The row under which these relations may take this action now.
 * @throws Problem `ticket/not-yours` where it is never theirs, `ticket/action-refused` where it is not now
 */
export function permit<State extends { status: string }, Row extends AnyRow<State>>(
  rows: readonly Row[],
  action: Row['action'],
  state: State,
  relations: readonly Relation[],
): Row {
  const theirs = rows.filter((row) => row.action === action && openTo(row, relations));
  const label = rows.find((row) => row.action === action)?.label ?? action;
  if (theirs.length === 0) throw new Problem('ticket/not-yours', `您不能“${label}”`);
  const row = theirs.find((candidate) => openNow(candidate, state));
  if (!row) throw new Problem('ticket/action-refused', `现在不能“${label}”`);
  return row;
}
