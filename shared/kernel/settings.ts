import { Problem } from './problem.ts';

/** The figures and switches a company may set, each with its clause, unit, limits and direction. */
// prettier-ignore
export const SETTINGS = {
  urgentDispatchMinutes: { clause: 'Z18', unit: '分钟', kind: 'number', fallback: 15, min: 1, max: 60, stricter: 'lower', label: '急修派人时限' },
  warnAtPercent: { clause: 'Z18', unit: '%', kind: 'number', fallback: 75, min: 10, max: 95, stricter: 'lower', label: '用掉多少时间时提醒' },
  directorAfterPercent: {
    clause: 'Z18',
    unit: '%',
    kind: 'number',
    fallback: 25,
    min: 5,
    max: 100,
    stricter: 'lower',
    label: '超时后再过多少报主任',
  },
  qualityAfterPercent: {
    clause: 'Z18',
    unit: '%',
    kind: 'number',
    fallback: 100,
    min: 5,
    max: 300,
    stricter: 'lower',
    label: '超时后再过多少报品质管理部',
  },
  retentionYears: { clause: 'A2', unit: '年', kind: 'number', fallback: 3, min: 3, max: 30, stricter: null, label: '记录保存几年' },
  quietFromHour: { clause: 'P3', unit: '点', kind: 'number', fallback: 21, min: 0, max: 23, stricter: null, label: '不急的微信消息，几点以后不发' },
  quietUntilHour: { clause: 'P3', unit: '点', kind: 'number', fallback: 8, min: 0, max: 23, stricter: null, label: '不急的微信消息，早上几点再发' },
  messagesADay: {
    clause: 'P3',
    unit: '条',
    kind: 'number',
    fallback: 10,
    min: 1,
    max: 100,
    stricter: 'lower',
    label: '不急的微信消息，一人一天最多',
  },
  unreachedAfterMinutes: {
    clause: 'R8',
    unit: '分钟',
    kind: 'number',
    fallback: 120,
    min: 15,
    max: 1_440,
    stricter: 'lower',
    label: '住户要知道的事多久没看到，就打电话',
  },
  supervisorDispatches: { clause: 'D2', unit: '', kind: 'boolean', fallback: false, stricter: null, label: '由工程主管派人' },
  handoverAnswerMinutes: {
    clause: 'D1',
    unit: '分钟',
    kind: 'number',
    fallback: 120,
    min: 5,
    max: 1_440,
    stricter: 'lower',
    label: '传递单要求答复的时间',
  },
  urgentHandoverAnswerMinutes: {
    clause: 'D1',
    unit: '分钟',
    kind: 'number',
    fallback: 15,
    min: 5,
    max: 120,
    stricter: 'lower',
    label: '急修传递单要求答复的时间',
  },
  holdUnchecked: { clause: 'I2', unit: '', kind: 'boolean', fallback: true, stricter: null, label: '微信没有回话的原话，同事看过再给别的住户看' },
  pictureVerdictMinutes: {
    clause: 'I2',
    unit: '分钟',
    kind: 'number',
    fallback: 30,
    min: 5,
    max: 1_440,
    stricter: 'lower',
    label: '照片等微信多久，再请同事看',
  },
  firstReplyMinutes: { clause: 'I15', unit: '分钟', kind: 'number', fallback: 15, min: 1, max: 120, stricter: 'lower', label: '留言的首次回复' },
  returnVisitDays: { clause: 'V8', unit: '天', kind: 'number', fallback: 3, min: 1, max: 6, stricter: 'lower', label: '住户几天没确认就打电话回访' },
  lowScoreAtMost: { clause: 'S9', unit: '分', kind: 'number', fallback: 2, min: 2, max: 4, stricter: null, label: '几分和以下算低分' },
  followUpMinutes: {
    clause: 'S9',
    unit: '分钟',
    kind: 'number',
    fallback: 1_440,
    min: 60,
    max: 4_320,
    stricter: 'lower',
    label: '低分以后多久联系住户',
  },
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type NumberKey = { [K in SettingKey]: (typeof SETTINGS)[K]['kind'] extends 'number' ? K : never }[SettingKey];
export type SettingValue<K extends SettingKey> = (typeof SETTINGS)[K]['kind'] extends 'number' ? number : boolean;

/** Every setting as it holds for one office at one instant. */
export type Settings = { [K in SettingKey]: SettingValue<K> };

/** One line of the append-only table: an office's own figure from an instant on. */
export interface SettingEntry {
  key: SettingKey;
  value: number | boolean;
  office: 'estate' | 'headOffice';
  from: Date;
}

/** The line that holds one figure at `at`: the estate's latest, else the head office's; undefined where the catalogue's own holds. */
export function entryAt(entries: readonly SettingEntry[], key: SettingKey, at: Date): SettingEntry | undefined {
  const latest = (office: SettingEntry['office']) =>
    entries
      .filter((entry) => entry.key === key && entry.office === office && entry.from <= at)
      .reduce<SettingEntry | undefined>((best, entry) => (!best || entry.from >= best.from ? entry : best), undefined);
  return latest('estate') ?? latest('headOffice');
}

/** The figures in force at `at`: the estate's latest, else the head office's, else the catalogue's. */
export function settingsAt(entries: readonly SettingEntry[], at: Date): Settings {
  const keys = Object.keys(SETTINGS) as SettingKey[];
  return Object.fromEntries(keys.map((key) => [key, entryAt(entries, key, at)?.value ?? SETTINGS[key].fallback])) as unknown as Settings;
}

/** @throws Problem `setting/refused` for the wrong kind of value or one outside its limits */
export function checkSetting(key: SettingKey, value: unknown): number | boolean {
  const row = SETTINGS[key];
  if (row.kind === 'boolean') {
    if (typeof value !== 'boolean') throw new Problem('setting/refused', `${row.label}只能开或关`);
    return value;
  }
  if (typeof value !== 'number' || !Number.isInteger(value) || value < row.min || value > row.max)
    throw new Problem('setting/refused', `${row.label}要在 ${row.min} 到 ${row.max} ${row.unit}之间`);
  return value;
}
