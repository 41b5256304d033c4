/** How one line of a draw stands: not needed so far, to be called, asked, out of reach, or gone because the matter itself went (merged, taken back). */
export type DrawStanding = 'waiting' | 'open' | 'asked' | 'unreached' | 'gone';

/** A line of a draw and what became of it. */
export interface Standing {
  place: number;
  drawn: boolean;
  standing: DrawStanding;
  /** It may still be asked about: neither taken back nor merged. */
  isApart: boolean;
}

const wasCalled = ({ standing }: Standing) => standing !== 'waiting';
const fellAway = ({ standing }: Standing) => standing === 'unreached' || standing === 'gone';

/**
 * Readings 39, Z13: who stands in next. As many stand in as fell away, in the order that was drawn; whoever is passed over stays in the figures.
 * @returns null where all are seen to, or nobody is left
 */
export function standInOf<One extends Standing>(lines: readonly One[]): One | null {
  const missing = lines.filter(fellAway).length - lines.filter((line) => !line.drawn && wasCalled(line)).length;
  if (missing <= 0) return null;
  const left = lines.filter((line) => !line.drawn && !wasCalled(line) && line.isApart);
  return left.reduce<One | null>((first, line) => (first === null || line.place < first.place ? line : first), null);
}
