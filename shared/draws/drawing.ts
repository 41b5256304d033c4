import type { Promised } from '../kernel/promises.ts';
import { drawFrom, type Placed, type Seed, shareOf } from '../kernel/sampling.ts';
import { owedCallBy } from '../tickets/calls.ts';
import type { Fact } from '../tickets/decision.ts';
import type { DrawRow } from './rows.ts';

/** A repair that was finished in a period, by its number, which its household knows too. */
export interface Finished {
  ticketId: string;
  number: string;
  /** Somebody can be called: their number is known (Z6). */
  isCallable: boolean;
}

export interface Drawn {
  finished: number;
  leftOut: number;
  /** How many are asked at first. */
  size: number;
  /** Those who can be called, in the order they are asked in. */
  lines: readonly (Pick<Placed, 'place' | 'drawn'> & Pick<Finished, 'ticketId' | 'number'>)[];
}

/**
 * V1, V2, Z6: so many of a hundred of what was finished, rounded up, drawn among those who can be called; the others are left out and counted.
 * @param percent of a hundred
 */
export function drawRepairs(all: readonly Finished[], seed: Seed, percent: number): Drawn {
  const callable = all.filter((one) => one.isCallable);
  const size = Math.min(callable.length, shareOf(all.length, percent));
  const byNumber = new Map(callable.map((one) => [one.number, one.ticketId]));
  const frame = callable.map(({ number }) => ({ id: number, stratum: '' }));
  return {
    finished: all.length,
    leftOut: all.length - callable.length,
    size,
    lines: drawFrom(frame, seed, size).map(({ id, place, drawn }) => ({ ticketId: byNumber.get(id)!, number: id, place, drawn })),
  };
}

/** What happens to a repair that is drawn: the call it owes, and the service centre's own call of it falls away (Z12). */
export const drawnFacts = (row: Pick<DrawRow, 'did' | 'what'>, ledger: readonly Promised[], draw: string, place: number): Fact[] => [
  { did: row.did, facts: { draw, place } },
  ...(row.what === 'weekly_visit' && owedCallBy(ledger) ? [{ did: 'call_spared' as const, facts: { what: 'return_visit' } }] : []),
];

/** Why a draw is as it is, as one would say it: 这一周修好 12 件，1 件没有电话可打；按 20% 抽 3 件. */
export const sayDraw = ({ finished, leftOut, size }: Pick<Drawn, 'finished' | 'leftOut' | 'size'>, percent: number): string =>
  finished === 0
    ? '这段时间没有修好的报修，没有可抽的'
    : `修好 ${finished} 件${leftOut > 0 ? `，其中 ${leftOut} 件没有电话可打，不抽` : ''}；按 ${percent}% 往上取整，抽 ${size} 件`;
