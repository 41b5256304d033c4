import type { TicketEventName } from './ticket.ts';

/**
 * What a follower is told and shown of somebody else's report in a public place: how it goes, never what passes between the reporter and the office.
 */
const TOLD: readonly TicketEventName[] = [
  'received',
  'handed_over',
  'taken_on',
  'dispatched',
  'accepted',
  'arrived',
  'finished',
  'confirmed',
  'confirmed_by_silence',
  'confirmed_by_head',
  'reopened',
  'agreed',
  'rescheduled',
  'visit_rescheduled',
  'explained',
  'reclassified',
  'missed',
  'told',
  'cancelled',
  'merged',
];
const PROMISED = ['on_site', 'repaired', 'new_visit', 'new_date'];

/** Whether a promise is everybody's who waits for the place to be mended. */
export const isPromisedToFollowers = (what: string): boolean => PROMISED.includes(what);

/** Whether a follower hears of an event, and reads it in the history. */
export function tellsFollowers(did: TicketEventName, facts: Record<string, unknown>): boolean {
  return TOLD.includes(did) && (typeof facts.what !== 'string' || isPromisedToFollowers(facts.what));
}

const IN_OTHER_WORDS: Partial<Record<TicketEventName, string>> = {
  received: '收到报修',
  confirmed: '报修的住户确认修好了',
  confirmed_by_silence: '到时间没有人回话，视为修好',
  confirmed_by_head: '工程主管到现场看过，修好了',
  reopened: '报修的住户说没修好，重新办',
};

/** A line of the history as a follower reads it. @param text as the reporter's household reads it */
export const tellFollower = (did: TicketEventName, text: string | null): string | null => IN_OTHER_WORDS[did] ?? text;

/** A public place as people name it: the word, and whether there is one of it in the whole estate. */
const PLACES: readonly (readonly [word: string, isEstates: boolean])[] = [
  ['电梯', false],
  ['楼道', false],
  ['楼梯', false],
  ['走廊', false],
  ['大堂', false],
  ['门厅', false],
  ['单元门', false],
  ['屋顶', false],
  ['楼顶', false],
  ['车库', true],
  ['地库', true],
  ['停车场', true],
  ['大门', true],
  ['门口', true],
  ['花园', true],
  ['广场', true],
  ['游乐', true],
  ['健身', true],
  ['路', true],
];

/** What can be read off the words for a place without repeating them: numbers and a word of ours. */
interface Place {
  building: string | null;
  unit: string | null;
  word: string | null;
}

const DIGITS = '零一二三四五六七八九';
const toNumber = (text: string): string => {
  if (/^\d+$/.test(text)) return String(Number(text));
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const value = (digit: string | undefined, empty: number) => (digit ? DIGITS.indexOf(digit) : empty);
  return String((text.includes('十') ? value(tens, 1) * 10 : 0) + value(ones, 0));
};

function readPlace(where: string): Place {
  const number = (names: string) => {
    const found = new RegExp(`(\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*(?:${names})`).exec(where)?.[1];
    return found ? toNumber(found) : null;
  };
  return { building: number('栋|幢|号楼|座'), unit: number('单元'), word: PLACES.find(([word]) => where.includes(word))?.[0] ?? null };
}

/** The building and the unit that words for a place name; null where they name none. */
export function areaOf(where: string): { building: number | null; unit: number | null } {
  const { building, unit } = readPlace(where);
  return { building: building === null ? null : Number(building), unit: unit === null ? null : Number(unit) };
}

/** The place without the reporter's own words: 3栋2单元电梯; 公共地方 where nothing of ours is in them. */
export function publicPlace(where: string): string {
  const { building, unit, word } = readPlace(where);
  return `${building ? `${building}栋` : ''}${unit ? `${unit}单元` : ''}${word ?? ''}` || '公共地方';
}

/**
 * Whether two reports of the same category mean the same place: nothing contradicts, and a building or a word of the estate agrees.
 * @param home the asker's building and unit, meant where the words name neither a building nor a place of the whole estate
 */
export function isSamePlace(here: string, there: string, home: string): boolean {
  const [asked, known] = [readPlace(here), readPlace(there)];
  const isEstates = PLACES.some(([word, estates]) => estates && word === asked.word);
  const mine = asked.building === null && !isEstates ? { ...readPlace(home), unit: null, word: asked.word } : asked;
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  if (differ(mine.building, known.building) || differ(mine.unit, known.unit) || differ(mine.word, known.word)) return false;
  return mine.building !== null ? mine.building === known.building : mine.word !== null && mine.word === known.word;
}

/** Words for somebody, and for a home: whatever they say of either is not for a neighbour. */
const SOMEBODY = /业主|住户|租户|邻居|报修的人|阿姨|叔叔|大爷|大妈|大姐|大哥|奶奶|爷爷|先生|女士|小姐|太太|老师|老人|孩子|小孩/;
const A_HOME = /\d{1,3}\s*[-－—]\s*\d{1,2}\s*[-－—]\s*\d{3,4}|单元\s*\d{3,4}|\d{3,4}\s*(?:室|户|房|家|那)|[那这他她]户|[那他她]家|家门口/;
const A_NUMBER = /\d{7,}/;

/**
 * Whether what a technician wrote of a public place speaks of whoever reported it, of somebody else, or of a home: a follower then reads that it was mended, and no more.
 * @param home the reporter's home as people name it: 3栋2单元502
 */
export function speaksOfSomebody(words: string, reporter: string, home: string): boolean {
  const room = /\d{3,4}$/.exec(home)?.[0] ?? '';
  const spoken = [...room].map((digit) => (digit === '0' ? '[零〇]' : DIGITS[Number(digit)])).join('');
  const [family = '', given = ''] = [reporter.slice(0, 1), reporter.slice(1)];
  const names = [reporter, given.length > 1 ? given : '', ...(family ? [`老${family}`, `小${family}`, `${family}家`] : [])];
  const isRoom = room !== '' && new RegExp(`(?:^|\\D)${room}(?!\\d)|${spoken}`).test(words);
  return isRoom || names.some((name) => name !== '' && words.includes(name)) || [SOMEBODY, A_HOME, A_NUMBER].some((one) => one.test(words));
}
