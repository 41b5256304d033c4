import { sayEvery, sayHolder } from '../duties/say.ts';
import { EXCHANGE_BOOKS, sayOutside } from '../exchange/kinds.ts';
import { ROLES, sayAddressee } from '../kernel/people.ts';
import { type Dated, inForce } from '../kernel/rules.ts';
import { SETTINGS, type SettingKey } from '../kernel/settings.ts';
import { TRADES } from '../repairs/dispatching.ts';
import { sayWhen } from '../surveys/periods.ts';
import { sayField } from '../surveys/questionnaires.ts';
import { escalationName, escalationRow } from './complaint-lines.ts';
import { errandActionName, errandActionRow, errandPromiseRow, errandRule } from './errand-lines.ts';
import {
  approvalRow,
  documentName,
  keptName,
  keptRow,
  limitName,
  limitRow,
  messageRow,
  settingRow,
  templateName,
  termName,
  termRow,
} from './house-lines.ts';
import { plainRow } from './line.ts';
import { categoryRows, codeOf, dangerName, dangerRow, hintName, hintRow, partName, suggestionName, suggestionRow, wishRow } from './repair-lines.ts';
import { FILLERS } from './say.ts';
import type { ManualRow, Reading } from './tables.ts';
import { actionName, actionRow, noticeName, noticeRow, promiseRow, ruleOf, sayStatuses } from './ticket-lines.ts';

/** A row in force, by the clause it runs; said only where somebody reads that clause. */
interface Standing {
  clause: string;
  say: () => ManualRow;
}

/** Every row in force on a day, live from its table: promises, actions, notices, categories, settings. */
function standingIn(reading: Reading): Standing[] {
  const { tables, on } = reading;
  const here = <Row extends Dated & { clause: string }>(
    rows: readonly Row[],
    nameOf: (row: Row) => string,
    say: (row: Row, reading: Reading) => ManualRow,
  ): Standing[] => inForce(rows, on, nameOf).map((row) => ({ clause: row.clause, say: () => say(row, reading) }));
  return [
    ...here(tables.promises, ruleOf, promiseRow),
    ...here(tables.actions, actionName, actionRow),
    ...here(tables.errandPromises, errandRule, errandPromiseRow),
    ...here(tables.errandActions, errandActionName, errandActionRow),
    ...here(tables.notices, noticeName, noticeRow),
    ...inForce(tables.categories, on, codeOf).flatMap((category) => categoryRows(category, reading)),
    ...here(tables.dangers, dangerName, dangerRow),
    ...here(tables.suggestions, suggestionName, suggestionRow),
    ...here(tables.escalation, escalationName, escalationRow),
    ...here(tables.hints, hintName, hintRow),
    ...here(tables.wishes, partName, wishRow),
    ...here(tables.approvals, documentName, approvalRow),
    ...here(tables.messages, templateName, messageRow),
    ...here(tables.kept, keptName, keptRow),
    ...here(tables.limits, limitName, limitRow),
    ...here(
      tables.channels,
      (row) => row.code,
      (row) => plainRow('choice', row, { text: row.label, who: '同事记一件时选从哪里来' }),
    ),
    ...here(
      tables.reasons,
      (row) => row.code,
      (row) => plainRow('choice', row, { text: row.label, who: '师傅退回时选原因', when: sayStatuses(row.from) }),
    ),
    ...here(
      tables.skills,
      (row) => row.category,
      (row) => plainRow('formula', row, { text: row.label, who: row.trades.map((trade) => TRADES[trade]).join('、') || '外面的单位来修' }),
    ),
    ...here(
      tables.weights,
      (row) => row.what,
      (row) =>
        plainRow('formula', row, {
          text: row.label,
          figure: row.what === 'full_at' ? `${row.points} 件` : `${row.points > 0 ? '+' : ''}${row.points} 分`,
        }),
    ),
    ...here(
      tables.duties,
      (row) => row.duty,
      (row) => plainRow('choice', row, { text: row.label, who: sayHolder(row.by), when: sayEvery(row.every) }),
    ),
    ...here(
      tables.draws,
      (row) => row.draw,
      (row) =>
        plainRow('formula', row, {
          text: row.label,
          who: sayAddressee(row.by),
          when: `${sayEvery(row.every)}过完以后，每个小区各抽一次，写下名单、种子和次序`,
        }),
    ),
    ...here(
      tables.keptChannels,
      (row) => row.code,
      (row) => plainRow('choice', row, { text: row.round, who: `${row.label}的负责人` }),
    ),
    ...here(
      tables.exchangeKinds,
      (row) => row.code,
      (row) =>
        plainRow('choice', row, {
          text: `${sayOutside(row.outside)}${row.label}`,
          who: '同事登记信息时选哪一种',
          when: `登记在${EXCHANGE_BOOKS[row.book]}`,
        }),
    ),
    ...here(
      tables.surveys,
      (row) => row.survey,
      (row) => plainRow('choice', row, { text: row.label, who: sayAddressee(row.heldBy), when: sayWhen(row) }),
    ),
    ...here(
      tables.questionnaires,
      (row) => row.questionnaire,
      (row) =>
        plainRow('choice', row, {
          text: `${row.title}问的：${row.sections.map(({ field }) => sayField(field)).join('、')}`,
          who: '住户答，一块一下',
        }),
    ),
    ...here(
      tables.misses,
      (row) => row.by,
      (row) =>
        plainRow('formula', row, {
          text: `${sayHolder(row.by)}没做的`,
          who: row.tells.map(sayAddressee).join('、'),
          when: '连着第 1 次、第 2 次……各告诉一级',
        }),
    ),
    ...here(tables.terms, termName, termRow),
    ...here(
      tables.levels,
      (row) => `${row.role} ${row.at}`,
      (row) =>
        plainRow('choice', row, {
          text: `${row.at === 'estate' ? '小区' : '总部'}的${ROLES[row.role].label}`,
          who: FILLERS[row.filledBy],
          when: '任命、换岗、离任、请假，不高过自己',
        }),
    ),
    ...here(
      tables.doubts,
      (row) => row.doubt,
      (row) => plainRow('choice', row, { text: `手机号一键绑定：${row.label}`, who: '不会自己绑上，由服务中心核对' }),
    ),
    ...(Object.keys(SETTINGS) as SettingKey[]).map((key) => ({ clause: SETTINGS[key].clause, say: () => settingRow(key, reading) })),
  ];
}

/** The rows that run a clause on a day. */
export const rowsOf = (clause: string, reading: Reading): ManualRow[] =>
  standingIn(reading)
    .filter((row) => row.clause === clause)
    .map((row) => row.say());

/** The rows of every clause on a day, each table gone through once. */
export function rowsByClause(reading: Reading): ReadonlyMap<string, readonly ManualRow[]> {
  const all = new Map<string, ManualRow[]>();
  for (const { clause, say } of standingIn(reading)) all.set(clause, [...(all.get(clause) ?? []), say()]);
  return all;
}
