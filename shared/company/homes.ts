import { refuseField } from '../kernel/problem.ts';

/** Where a home is: 3栋2单元502; no unit where a building has none. */
export interface Place {
  building: number;
  /** 0 where the building has no units. */
  unit: number;
  room: string;
}

/** What a building is laid out by. */
export interface Layout {
  building: number;
  /** How many units it has; 0 for none. */
  units: number;
  fromFloor: number;
  toFloor: number;
  roomsAFloor: number;
}

/** Never more at a time: what was typed wrong is seen before it fills an estate. */
export const MOST_LAID_OUT = 2_000;

/** As people write it. */
export const sayPlace = ({ building, unit, room }: Place): string => `${building}栋${unit === 0 ? '' : `${unit}单元`}${room}`;

/** One name for one place, however it was written. */
export const placeKey = ({ building, unit, room }: Place): string => `${building}-${unit}-${room}`;

/** Every home of a building: 101 on the first floor, 1201 on the twelfth. @throws Problem `request/invalid` naming the field */
export function layOut({ building, units, fromFloor, toFloor, roomsAFloor }: Layout): Place[] {
  if (toFloor < fromFloor) throw refuseField('toFloor', '最高一层要不低于最低一层');
  const count = Math.max(units, 1) * (toFloor - fromFloor + 1) * roomsAFloor;
  if (count > MOST_LAID_OUT) throw refuseField('roomsAFloor', `一栋楼一次最多 ${MOST_LAID_OUT} 户，现在是 ${count} 户，请核对`);
  const places: Place[] = [];
  for (let unit = units === 0 ? 0 : 1; unit <= units; unit += 1)
    for (let floor = fromFloor; floor <= toFloor; floor += 1)
      for (let door = 1; door <= roomsAFloor; door += 1) places.push({ building, unit, room: `${floor}${String(door).padStart(2, '0')}` });
  return places;
}
