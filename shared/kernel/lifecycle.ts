import type { Relation } from './people.ts';
import { Problem } from './problem.ts';
import { inForce } from './rules.ts';
import { isoDay } from './time.ts';

/** One thing somebody may do: draws the button, guards the API, and is printed in the docs. */
export interface LifecycleRow<
  State,
  Action extends string = string,
  Status extends string = string,
  Did extends string = string,
  By extends string = Relation,
> {
  action: Action;
  /** Names the row where an action has several; a successor has the same name and a later date. */
  name?: string;
  label: string;
  /** The kinds of subject it is for. */
  kinds: readonly string[];
  from: readonly Status[];
  /** null moves nothing (reply, call, agree). */
  to: Status | null;
  /** The events it may lead to; `to` is where each of them leaves the ticket. */
  does: readonly Did[];
  /** Events of this round that no longer count once it happened. */
  clears?: readonly Did[];
  by: readonly By[];
  /** Relations that shut somebody out even where `by` lets them in. */
  notBy?: readonly By[];
  needs?: (state: State, now: Date) => boolean;
  unless?: (state: State, now: Date) => boolean;
  clause: string;
  since: string;
}

type AnyRow<State> = LifecycleRow<State, string, string, string, string>;
type AnyState = { kind: string; status: string };

const known = new WeakMap<readonly unknown[], Map<string, unknown[]>>();
/** Today's rows of every kind, and those of a few days before. */
const MOST_KNOWN = 64;

/** The rows for this kind of ticket, as they stand on the day of an instant; each button of each ticket asks for them. */
function rowsFor<State extends AnyState, Row extends AnyRow<State>>(rows: readonly Row[], state: State, now: Date): Row[] {
  const byDay = known.get(rows) ?? new Map<string, unknown[]>();
  known.set(rows, byDay);
  const key = `${state.kind} ${isoDay(now)}`;
  const found = byDay.get(key) as Row[] | undefined;
  if (found) return found;
  if (byDay.size >= MOST_KNOWN) byDay.clear();
  const made = inForce(
    rows.filter((row) => row.kinds.includes(state.kind)),
    isoDay(now),
    (row) => row.name ?? row.action,
  );
  byDay.set(key, made);
  return made;
}

const openTo = <State>(row: AnyRow<State>, relations: readonly string[]) =>
  row.by.some((relation) => relations.includes(relation)) && !row.notBy?.some((relation) => relations.includes(relation));

const openNow = <State extends AnyState>(row: AnyRow<State>, state: State, now: Date) =>
  row.from.includes(state.status) && (row.needs?.(state, now) ?? true) && !(row.unless?.(state, now) ?? false);

/** What these relations may do with this ticket now, in the order of the rows. */
export function actionsFor<State extends AnyState, Row extends AnyRow<State>>(
  rows: readonly Row[],
  state: State,
  relations: readonly string[],
  now: Date,
): Row[] {
  const open = rowsFor<State, Row>(rows, state, now).filter((row) => openTo(row, relations) && openNow(row, state, now));
  return open.filter((row, index) => open.findIndex((other) => other.action === row.action) === index);
}

/**
 * The row under which these relations may take this action now.
 * @throws Problem `ticket/not-yours` where it is never theirs, `ticket/action-refused` where it is not now
 */
export function permit<State extends AnyState, Row extends AnyRow<State>>(
  rows: readonly Row[],
  action: Row['action'],
  state: State,
  relations: readonly string[],
  now: Date,
): Row {
  const theirs = rowsFor<State, Row>(rows, state, now).filter((row) => row.action === action && openTo(row, relations));
  const named = rows.filter((row) => row.action === action);
  const label = (named.find((row) => row.kinds.includes(state.kind)) ?? named[0])?.label ?? action;
  if (theirs.length === 0) throw new Problem('ticket/not-yours', `您不能“${label}”`);
  const row = theirs.find((candidate) => openNow(candidate, state, now));
  if (!row) throw new Problem('ticket/action-refused', `现在不能“${label}”`);
  return row;
}
