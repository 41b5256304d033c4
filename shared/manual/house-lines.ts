import { SETTINGS, type SettingKey, settingsAt } from '../kernel/settings.ts';
import { isoDay } from '../kernel/time.ts';
import type { TemplateRow } from '../messages/templates.ts';
import { sayKeptFor } from '../retention/retention.ts';
import { nextOf, sayFigure, setFigure } from './line.ts';
import { LIMITED_WORDS, sayAddressee } from './say.ts';
import type { ManualRow, Reading, Tables } from './tables.ts';

export const limitName = (row: Tables['limits'][number]) => row.what;

const sayLimit = (row: Tables['limits'][number]) => `${row.minutes} 分钟 ${row.count} 次`;

const COUNTED_BY = { person: '每个人', address: '每个网络', wechat: '每个微信', company: '整个公司' } as const;

export function limitRow(row: Tables['limits'][number], { tables, on }: Reading): ManualRow {
  return {
    kind: 'limit',
    text: `${LIMITED_WORDS[row.what]}最多`,
    who: COUNTED_BY[row.per],
    when: '',
    figure: sayLimit(row),
    since: row.since,
    set: null,
    next: nextOf(tables.limits, row, on, limitName, sayLimit),
  };
}

export const termName = (row: Tables['terms'][number]) => row.what;

const sayTerm = ({ lasts }: Tables['terms'][number]) => ('days' in lasts ? `${lasts.days} 天` : `${lasts.minutes} 分钟`);

const TERM_WORDS = {
  pass: '第一次用微信登录，绑定要做完，限',
  invitation: '给同事的邀请码，只能用一次，有效',
  setUp: '建公司的码，只能用一次，有效',
  family: '给家人的邀请码，只能用一次，有效',
} as const;

export function termRow(row: Tables['terms'][number], { tables, on }: Reading): ManualRow {
  return {
    kind: 'limit',
    text: TERM_WORDS[row.what],
    who: '',
    when: '',
    figure: sayTerm(row),
    since: row.since,
    set: null,
    next: nextOf(tables.terms, row, on, termName, sayTerm),
  };
}

export const documentName = (row: Tables['approvals'][number]) => row.document;

const saySteps = (row: Tables['approvals'][number]) => row.steps.map(sayAddressee).join('，再');

export function approvalRow(row: Tables['approvals'][number], { tables, on }: Reading): ManualRow {
  return {
    kind: 'approval',
    text: row.label,
    who: `${row.drafts.map(sayAddressee).join('、')}送审，${saySteps(row)}审`,
    when: '审过才发；退回的改了重新审',
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.approvals, row, on, documentName, saySteps),
  };
}

export const templateName = (row: TemplateRow) => row.name;

export function messageRow(row: TemplateRow, { tables, on }: Reading): ManualRow {
  return {
    kind: 'message',
    text: row.label,
    who: `发给${row.readers}`,
    when: `只写${row.fields.map(({ label }) => label).join('、')}；“${row.fields[1]!.label}”只会是：${[...new Set(Object.values(row.phrases))].join('、')}`,
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.messages, row, on, templateName, () => null),
  };
}

export const keptName = (row: Tables['kept'][number]) => row.what;

export function keptRow(row: Tables['kept'][number], reading: Reading): ManualRow {
  const settings = settingsAt(reading.entries, reading.at);
  const { keptFor } = row;
  return {
    kind: 'kept',
    text: row.label,
    who: '',
    when: `从${row.from}算起，到期清除${row.isRecorded ? '，清除本身有记录' : ''}`,
    figure: sayKeptFor(row, settings),
    since: row.since,
    set: 'years' in keptFor ? setFigure(keptFor.years, reading) : null,
    next: nextOf(reading.tables.kept, row, reading.on, keptName, (after) => sayKeptFor(after, settings)),
  };
}

export function settingRow(key: SettingKey, reading: Reading): ManualRow {
  const set = setFigure(key, reading);
  const ahead = reading.entries
    .filter((entry) => entry.key === key && entry.from > reading.at && (entry.office === 'estate' || set.by !== 'estate'))
    .sort((a, b) => a.from.getTime() - b.from.getTime())[0];
  return {
    kind: 'setting',
    text: SETTINGS[key].label,
    who: '',
    when: '',
    figure: sayFigure(key, settingsAt(reading.entries, reading.at)[key]),
    since: set.since,
    set,
    next: ahead ? { from: isoDay(ahead.from), figure: sayFigure(key, settingsAt(reading.entries, ahead.from)[key]) } : null,
  };
}
