import { sayEvery, sayHolder } from '../duties/say.ts';
import { EXCHANGE_BOOKS, sayOutside } from '../exchange/kinds.ts';
import { sayAddressee } from '../kernel/people.ts';
import { type Dated, inForce } from '../kernel/rules.ts';
import { SETTINGS, type SettingKey } from '../kernel/settings.ts';
import { TRADES } from '../repairs/dispatching.ts';
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
import type { ManualRow, Reading } from './tables.ts';
import { actionName, actionRow, noticeName, noticeRow, promiseRow, ruleOf, sayStatuses } from './ticket-lines.ts';

/** The rows that run a clause on a day, read live from their tables: promises, actions, notices, categories, settings. */
export function rowsOf(clause: string, reading: Reading): ManualRow[] {
  const { tables, on } = reading;
  const here = <Row extends Dated & { clause: string }>(rows: readonly Row[], nameOf: (row: Row) => string) =>
    inForce(rows, on, nameOf).filter((row) => row.clause === clause);
  return [
    ...here(tables.promises, ruleOf).map((row) => promiseRow(row, reading)),
    ...here(tables.actions, actionName).map((row) => actionRow(row, reading)),
    ...here(tables.errandPromises, errandRule).map((row) => errandPromiseRow(row, reading)),
    ...here(tables.errandActions, errandActionName).map((row) => errandActionRow(row, reading)),
    ...here(tables.notices, noticeName).map((row) => noticeRow(row, reading)),
    ...inForce(tables.categories, on, codeOf).flatMap((category) => categoryRows(category, clause, reading)),
    ...here(tables.dangers, dangerName).map((row) => dangerRow(row, reading)),
    ...here(tables.suggestions, suggestionName).map((row) => suggestionRow(row, reading)),
    ...here(tables.escalation, escalationName).map((row) => escalationRow(row, reading)),
    ...here(tables.hints, hintName).map((row) => hintRow(row, reading)),
    ...here(tables.wishes, partName).map((row) => wishRow(row, reading)),
    ...here(tables.approvals, documentName).map((row) => approvalRow(row, reading)),
    ...here(tables.messages, templateName).map((row) => messageRow(row, reading)),
    ...here(tables.kept, keptName).map((row) => keptRow(row, reading)),
    ...here(tables.limits, limitName).map((row) => limitRow(row, reading)),
    ...here(tables.channels, (row) => row.code).map((row) => plainRow('choice', row, { text: row.label, who: '同事记一件时选从哪里来' })),
    ...here(tables.reasons, (row) => row.code).map((row) =>
      plainRow('choice', row, { text: row.label, who: '师傅退回时选原因', when: sayStatuses(row.from) }),
    ),
    ...here(tables.skills, (row) => row.category).map((row) =>
      plainRow('formula', row, { text: row.label, who: row.trades.map((trade) => TRADES[trade]).join('、') || '外面的单位来修' }),
    ),
    ...here(tables.weights, (row) => row.what).map((row) =>
      plainRow('formula', row, {
        text: row.label,
        figure: row.what === 'full_at' ? `${row.points} 件` : `${row.points > 0 ? '+' : ''}${row.points} 分`,
      }),
    ),
    ...here(tables.duties, (row) => row.duty).map((row) =>
      plainRow('choice', row, { text: row.label, who: sayHolder(row.by), when: sayEvery(row.every) }),
    ),
    ...here(tables.keptChannels, (row) => row.code).map((row) => plainRow('choice', row, { text: row.round, who: `${row.label}的负责人` })),
    ...here(tables.exchangeKinds, (row) => row.code).map((row) =>
      plainRow('choice', row, {
        text: `${sayOutside(row.outside)}${row.label}`,
        who: '同事登记信息时选哪一种',
        when: `登记在${EXCHANGE_BOOKS[row.book]}`,
      }),
    ),
    ...here(tables.misses, (row) => row.by).map((row) =>
      plainRow('formula', row, {
        text: `${sayHolder(row.by)}没做的`,
        who: row.tells.map(sayAddressee).join('、'),
        when: '连着第 1 次、第 2 次……各告诉一级',
      }),
    ),
    ...here(tables.terms, termName).map((row) => termRow(row, reading)),
    ...(Object.keys(SETTINGS) as SettingKey[]).filter((key) => SETTINGS[key].clause === clause).map((key) => settingRow(key, reading)),
  ];
}
