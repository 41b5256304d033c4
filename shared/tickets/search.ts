import { refuseField } from '../kernel/problem.ts';
import { normalise, pairsOf, rarestFirst } from '../kernel/search.ts';

/** How many terms of one query are looked up; the words themselves are checked again anyway. */
const MOST_TERMS = 4;
const LONGEST_NAME = 20;

/** One way to understand a query: tickets that have all these terms, or whose reporter goes by this name or these last four digits. */
export type Reading =
  | { by: 'number'; terms: string[]; digits: string | null; said: string }
  | { by: 'home'; terms: string[]; room: string | null; said: string }
  | { by: 'last4'; last4: string; said: string }
  | { by: 'name'; name: string; said: string }
  | { by: 'words'; terms: string[]; text: string; said: string };

/** What a candidate is checked against before it is shown. */
export interface Candidate {
  number: string;
  homeLabel: string;
  /** Every word of this ticket that the asker may read. */
  texts: readonly string[];
}

interface HomeParts {
  building: number | null;
  unit: number | null;
  room: string | null;
}

const HOME = /^(?:(\d{1,3})(?:栋|幢|座|号楼|-))?(?:(\d{1,2})(?:单元|-))?(?:(\d{1,4})(?:室|号|房)?)?$/;

/** Reads a home as people write it: 3栋2单元502, 3-2-502, 3栋502, 502. Null where it is none. */
function readHome(text: string): HomeParts | null {
  const [matched, building, unit, last] = HOME.exec(text.replace(/\s/g, '')) ?? [];
  if (!matched) return null;
  // 3-2 is a building and a unit; 3-502 a building and a room.
  const isUnit = building !== undefined && unit === undefined && last !== undefined && last.length < 3 && !/[室号房]$/.test(text);
  const room = isUnit ? null : (last ?? null);
  if (building === undefined && (unit !== undefined || room === null || room.length < 3)) return null;
  const unitText = unit ?? (isUnit ? last : undefined);
  return { building: building === undefined ? null : Number(building), unit: unitText === undefined ? null : Number(unitText), room };
}

/** The terms a ticket of this home is found by: building, unit, door, and the door alone. */
export function homeTerms(label: string): string[] {
  const home = readHome(label);
  if (!home || home.building === null) return home?.room ? [`@${home.room}`] : [];
  const { building, unit, room } = home;
  return [
    `@${building}`,
    ...(unit === null ? [] : [`@${building}-${unit}`]),
    ...(unit === null || room === null ? [] : [`@${building}-${unit}-${room}`]),
    ...(room === null ? [] : [`@${room}`]),
  ];
}

const NUMBER = /^((?:[A-Z][A-Z0-9]{0,3}-?){0,3})(\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:-?(\d{1,5}))?-?$/;

const WHOLE = /^[A-Z][A-Z0-9]*-[A-Z]+-\d{6}-\d{3,}$/;

/** The terms a ticket of this number is found by: WT-BX-261121-007 → #WT-BX-261121-007, #261121-007, #261121 */
export function numberTerms(number: string): string[] {
  const [, , day, running] = NUMBER.exec(number) ?? [];
  return [`#${number}`, ...(day && running ? [`#${day}-${running}`] : []), ...(day ? [`#${day}`] : [])];
}

/** What a ticket is found by from one deed on: every word said with it, and at its beginning its number and home too. */
export function termsOfDeed(
  create: { number: string; homeLabel: string } | null,
  said: readonly { body: string; outcome: string | null; place: string }[],
): string[] {
  const texts = said.flatMap((one) => [one.body, one.outcome ?? '', ...(create && one.place !== create.homeLabel ? [one.place] : [])]);
  return [...new Set([...(create ? [...numberTerms(create.number), ...homeTerms(create.homeLabel)] : []), ...texts.flatMap(pairsOf)])];
}

function homeReading(text: string): Reading[] {
  const home = readHome(text);
  if (!home) return [];
  const { building, unit, room } = home;
  const said = [building === null ? '' : `${building}栋`, unit === null ? '' : `${unit}单元`, room ?? ''].join('');
  const isWhole = room !== null && room.length >= 3;
  const door = isWhole ? (building !== null && unit !== null ? [`@${building}-${unit}-${room}`] : [`@${room}`]) : [];
  const stair = building === null || (isWhole && unit !== null) ? [] : [unit === null ? `@${building}` : `@${building}-${unit}`];
  return [{ by: 'home', terms: [...door, ...stair], room: isWhole ? null : room, said: `按房号 ${said}` }];
}

function numberReading(text: string): Reading[] {
  const [matched, letters = '', day, running = ''] = NUMBER.exec(text.toUpperCase().replace(/\s/g, '')) ?? [];
  if (!matched || !day) return [];
  const said = `按编号 ${matched.replace(/-$/, '')}`;
  if (WHOLE.test(matched)) return [{ by: 'number', terms: [`#${matched}`], digits: null, said }];
  // Running numbers have three digits or more: fewer are the beginning of one.
  const hasRunning = running.length >= 3;
  const isSettled = letters === '' && (hasRunning || running === '');
  const digits = isSettled ? null : `${letters}${day}${running}`.replace(/-/g, '');
  return [{ by: 'number', terms: [hasRunning ? `#${day}-${running}` : `#${day}`], digits, said }];
}

/**
 * What a query asks for, by its shape; a query may be understood in several ways at once (1201 is a door, four last digits and words).
 * @throws Problem `request/invalid` for a query of fewer than two letters, digits or characters
 */
export function readQuery(query: string): Reading[] {
  const text = query.normalize('NFKC').trim();
  const pairs = pairsOf(text);
  if (pairs.length === 0) throw refuseField('q', '请至少写两个字或数字');
  const number = numberReading(text);
  if (number.length > 0) return number;
  const isName = !/\d/.test(text) && [...text].length <= LONGEST_NAME;
  return [
    ...homeReading(text),
    ...(/^\d{4}$/.test(text) ? [{ by: 'last4' as const, last4: text, said: `按手机后四位 ${text}` }] : []),
    ...(isName ? [{ by: 'name' as const, name: text, said: `按姓名 ${text}` }] : []),
    { by: 'words', terms: rarestFirst(pairs).slice(0, MOST_TERMS), text: normalise(text), said: '按说过的话' },
  ];
}

/** Whether having the terms is already the whole of it; otherwise the row is looked at again. */
export function isExact(reading: Reading): boolean {
  if (reading.by === 'words') return [...reading.text].length === 2;
  if (reading.by === 'home') return reading.room === null;
  return reading.by !== 'number' || reading.digits === null;
}

/** Whether a candidate really is what was asked for. */
export function isFound(reading: Reading, candidate: Candidate): boolean {
  if (reading.by === 'words') return candidate.texts.some((text) => normalise(text).includes(reading.text));
  if (reading.by === 'number') return reading.digits === null || candidate.number.replace(/-/g, '').includes(reading.digits);
  if (reading.by === 'home') return reading.room === null || readHome(candidate.homeLabel)?.room?.startsWith(reading.room) === true;
  return true;
}
