import { RELATION_HOLDERS } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import { checkSetting, entryAt, SETTINGS, type SettingEntry, type SettingKey, type Settings, settingsAt } from '../kernel/settings.ts';
import { DAY, isoDay, shanghaiTime } from '../kernel/time.ts';

/** What somebody wants a figure to be from a day on; null takes back what was set: as the company has it, or the manual. */
export interface Change {
  key: SettingKey;
  value: number | boolean | null;
  /** The first day, in Shanghai. */
  from: string;
}

/** Whoever leads the company sets its figures. */
export const setsForCompany = (post: { role: string; department: string | null; atHeadOffice: boolean }): boolean =>
  post.atHeadOffice && RELATION_HOLDERS.leadership(post);

/** What the company does as a whole: an estate has no figure of its own. */
const COMPANYS_ALONE: readonly SettingKey[] = ['staffNeedPeople', 'staffNeedsDays', 'mailboxDays'];

export const isCompanysAlone = (key: SettingKey): boolean => COMPANYS_ALONE.includes(key);

/** Figures that stand together, and what must hold between them. */
interface Pair {
  keys: readonly [SettingKey, SettingKey];
  holds: (first: number, second: number) => boolean;
  words: string;
}

/** @returns the refusal of a field, in words */
const refuse = (field: 'key' | 'value', words: string) => new Problem('setting/refused', words, [{ field, message: words }]);

const isLess = (first: number, second: number) => first < second;

// biome-ignore format: a table reads best as one
const PAIRS: readonly Pair[] = [
  { keys: ['quietFromHour', 'quietUntilHour'],             holds: (from, until) => from !== until,   words: '几点不发、几点再发不能是同一个钟点' },
  { keys: ['defectFirstCheckDays', 'defectSecondCheckDays'], holds: isLess,                          words: '第一次检查要在第二次前面' },
  { keys: ['defectSecondCheckDays', 'defectThirdCheckDays'], holds: isLess,                          words: '第二次检查要在第三次前面' },
  { keys: ['directorAfterPercent', 'qualityAfterPercent'], holds: isLess,                            words: '先报主任，再报品质管理部' },
  { keys: ['visitTryDays', 'visitTries'],                  holds: (days, tries) => days <= tries,    words: '要分的天数不能比要打的次数多' },
  { keys: ['surveyRemindDays', 'surveyCollectDays'],       holds: isLess,                            words: '提醒要在发出以后，不能比收回的天数还长' },
  { keys: ['urgentHandoverAnswerMinutes', 'handoverAnswerMinutes'], holds: (urgent, general) => urgent <= general, words: '急修的答复不能比一般的还慢' },
];

/** The instant a day begins. */
export const beginningOf = (day: string): Date => shanghaiTime(`${day} 00:00`);

/** The first day a change may hold from: the next one. */
export const firstDay = (now: Date): string => isoDay(new Date(now.getTime() + DAY));

/** @throws Problem `request/invalid` for today or a day that is over: what was decided under a figure stays decided */
export function checkFrom(from: string, now: Date): void {
  if (from < firstDay(now)) throw refuseField('from', '最早从明天起，不能往回改');
}

/** The day an agreed change holds from: the one it named, or the next where that has come meanwhile. */
export const holdsFrom = (from: string, now: Date): string => (from < firstDay(now) ? firstDay(now) : from);

/** Every instant from one on at which a figure may change. */
const turnsFrom = (entries: readonly SettingEntry[], from: Date): Date[] =>
  [from, ...entries.filter((entry) => entry.from > from).map((entry) => entry.from)].sort((a, b) => a.getTime() - b.getTime());

const entryOf = ({ key, value, from }: Change, office: SettingEntry['office']): SettingEntry => ({ key, value, office, from: beginningOf(from) });
const companysOf = (entries: readonly SettingEntry[]) => entries.filter((entry) => entry.office === 'headOffice');

export function saySettingValue(key: SettingKey, value: number | boolean): string {
  if (typeof value === 'boolean') return value ? '开' : '关';
  const { unit } = SETTINGS[key];
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}

const isStricter = (key: SettingKey, own: number | boolean, other: number | boolean): boolean => {
  const { stricter } = SETTINGS[key];
  return stricter === null || (stricter === 'lower' ? own < other : own > other);
};

/** @throws Problem `setting/refused` where what stands together would contradict itself, on that day or a later one */
function checkPairs(key: SettingKey, entries: readonly SettingEntry[], from: Date): void {
  const pairs = PAIRS.filter((pair) => pair.keys.includes(key));
  for (const at of turnsFrom(entries, from)) {
    const figures: Settings = settingsAt(entries, at);
    const broken = pairs.find(({ keys: [first, second], holds }) => !holds(Number(figures[first]), Number(figures[second])));
    if (broken) throw refuse('value', broken.words);
  }
}

/** What an estate keeps of its own, and what the company has. */
export interface Estate {
  id: string;
  singleClient: boolean;
  /** The company's lines and the estate's, in the order in which they were written. */
  entries: readonly SettingEntry[];
}

/**
 * A4: a single client's estate sets its own figures within their limits; another only what is stricter than the company's, on that day and as far
 * ahead as the company has set it. What has no stricter side is how the work is done, and every estate's own.
 * @throws Problem `setting/refused` naming the field
 */
export function checkOwn(change: Change, { singleClient, entries }: Pick<Estate, 'singleClient' | 'entries'>): void {
  const { key, value } = change;
  if (isCompanysAlone(key)) throw refuse('key', '这一项全公司一个样，小区不另定');
  const from = beginningOf(change.from);
  if (value !== null) {
    checkSetting(key, value);
    const companys = companysOf(entries);
    const looser = singleClient ? undefined : turnsFrom(companys, from).find((at) => !isStricter(key, value, settingsAt(companys, at)[key]));
    if (looser) throw refuse('value', `公司定的是 ${saySettingValue(key, settingsAt(companys, looser)[key])}，小区只能更严，不能一样或更松`);
  }
  checkPairs(key, [...entries, entryOf(change, 'estate')], from);
}

/**
 * A company's figure, looked at with what every estate has of its own.
 * @throws Problem `setting/refused` naming the field
 */
export function checkCompanys(change: Change, companys: readonly SettingEntry[], estates: readonly Estate[]): void {
  const { key, value } = change;
  if (value !== null) checkSetting(key, value);
  const from = beginningOf(change.from);
  for (const entries of [companys, ...estates.map((estate) => estate.entries)]) checkPairs(key, [...entries, entryOf(change, 'headOffice')], from);
}

/**
 * Where the company's new figure is stricter than an estate's own, the company's holds there from that day: the days on which the estate's own is
 * taken back, each a new line. A single client's estate keeps what was agreed with its client (A4).
 */
export function overtaken(change: Change, { singleClient, entries }: Estate): Date[] {
  if (singleClient) return [];
  const { key } = change;
  const after: SettingEntry[] = [...entries, entryOf(change, 'headOffice')];
  const given: Date[] = [];
  for (const at of turnsFrom(after, beginningOf(change.from))) {
    const held = entryAt(after, key, at);
    const companys = settingsAt(companysOf(after), at)[key];
    if (held?.office !== 'estate' || held.value === companys || isStricter(key, held.value, companys)) continue;
    given.push(at);
    after.push({ key, value: null, office: 'estate', from: at });
  }
  return given;
}
