import type { Settings } from '../kernel/settings.ts';
import { missingTries } from '../visits/decide.ts';

/** A home of a survey's draw, as whoever calls it finds it. */
export interface CallLine {
  homeId: string;
  label: string;
  building: number;
  /** Where it stands in the order of its building; those behind the drawn ones stand in, in this order. */
  place: number;
  drawn: boolean;
  answered: boolean;
  /** When nobody answered. */
  tries: readonly Date[];
}

/** Z13: called often enough, on days and at hours apart, and nobody answered. */
export const isOutOfReach = ({ answered, tries }: Pick<CallLine, 'answered' | 'tries'>, settings: Settings): boolean =>
  !answered && tries.length > 0 && missingTries(tries, settings) === null;

/** So many of an order as are owed, and for each of them that is out of reach the next. */
function askedOf(order: readonly CallLine[], count: number, settings: Settings): { asked: CallLine[]; owed: number } {
  const asked: CallLine[] = [];
  let owed = count;
  for (const line of order) {
    if (owed === 0) break;
    asked.push(line);
    if (!isOutOfReach(line, settings)) owed -= 1;
  }
  return { asked, owed };
}

const byPlace = (one: CallLine, other: CallLine) => one.place - other.place || one.building - other.building;

/**
 * S12, Z13: the homes that are asked by phone: those drawn, and for each that is out of reach the next of its building in the order that was drawn; where the building has
 * none left, of the others. Whoever is skipped stays in the figures.
 */
export function homesToCall(lines: readonly CallLine[], settings: Settings): CallLine[] {
  const buildings = [...new Set(lines.map(({ building }) => building))].sort((one, other) => one - other);
  const here = buildings.map((building) => {
    const order = lines.filter((line) => line.building === building).sort(byPlace);
    return askedOf(order, order.filter(({ drawn }) => drawn).length, settings);
  });
  const asked = here.flatMap((one) => one.asked);
  const rest = lines.filter((line) => !asked.includes(line)).sort(byPlace);
  const owed = here.reduce((sum, one) => sum + one.owed, 0);
  return [...asked, ...askedOf(rest, owed, settings).asked];
}
