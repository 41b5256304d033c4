import { ERRAND_KINDS, type ErrandEventName, type ErrandState } from '../errands/errand.ts';
import type { ErrandRelation } from '../errands/relations.ts';
import type { ErrandRow } from '../errands/rows.ts';
import { sayErrandEvent } from '../errands/say.ts';
import { type Due, sayAllowance } from '../kernel/due.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import { type SettingKey, settingsAt } from '../kernel/settings.ts';
import { nextOf, setFigure } from './line.ts';
import { sayOwedBy } from './say.ts';
import type { ManualRow, Reading } from './tables.ts';

const RELATIONS: Record<ErrandRelation, string> = {
  giver: '写单的人',
  agent: '客服',
  holder: '接单的人',
  receiver: '接单部门的负责人',
  director: '主任',
  quality: '品质管理部',
  leadership: '公司领导',
  worksHere: '在这个小区任职的人',
};

/** What one kind calls otherwise. */
interface Own {
  relations: Partial<Record<ErrandRelation, string>>;
  statuses: Readonly<Record<string, string>>;
}
const OWN: Readonly<Record<string, Own>> = {
  letter: { relations: { giver: '登记的人', holder: '负责答复的人' }, statuses: { given: '等答复' } },
  survey: {
    relations: { holder: '服务中心负责人', receiver: '服务中心负责人', leadership: '管理者代表' },
    statuses: { given: '到小区以后', taken: '在收的时候', returned: '截止以后' },
  },
  deed: { relations: { giver: '写信的人', holder: '答应去做的人' }, statuses: { given: '公开信贴出以后', returned: '做好以后' } },
};

const STATUSES: Record<string, string> = {
  given: '等对方接下',
  taken: '对方在办',
  returned: '交回结果以后',
  closed: '办完以后',
  withdrawn: '撤回以后',
};

const settingIn = (due: Due): SettingKey | null => {
  const value = due.runs === 'days' ? due.days : due.runs === 'named' ? null : due.minutes;
  return typeof value === 'string' ? value : null;
};

const sayKinds = (kinds: readonly string[]) => kinds.map((kind) => ERRAND_KINDS[kind as keyof typeof ERRAND_KINDS]).join('、');

/** Which kinds a condition lets through, of those there are. */
const kindsFor = (fits: (state: ErrandState) => boolean): string[] =>
  Object.keys(ERRAND_KINDS).filter((kind) => fits({ kind, ticketId: 'x', facts: {}, happened: {} } as unknown as ErrandState));

export const errandRule = (row: PromiseRow<ErrandState>) => row.rule;

/** A promise of an errand as the manual says it. */
export function errandPromiseRow(row: PromiseRow<ErrandState>, reading: Reading): ManualRow {
  const key = settingIn(row.due);
  const settings = settingsAt(reading.entries, reading.at);
  const kinds = row.when ? kindsFor(row.when) : [];
  const own = OWN[kinds.join()];
  const say = (did: string) => sayErrandEvent(did, {}, own ? kinds[0] : '');
  return {
    kind: 'promise',
    text: row.when ? `${sayKinds(kinds)}：${row.label}` : row.label,
    who: `${row.owedBy === 'assignee' ? (own?.relations.holder ?? RELATIONS.receiver) : sayOwedBy(row.owedBy)}${row.owedTo === 'residents' ? '答应住户的' : '答应同事的'}`,
    when: `从${Object.values(row.opens as Record<string, ErrandEventName>)
      .map(say)
      .join('或')}算起；${row.keeps.map(say).join('或')}，就算做到`,
    figure: sayAllowance(row.due, settings),
    since: row.since,
    set: key && setFigure(key, reading),
    next: nextOf(reading.tables.errandPromises, row, reading.on, errandRule, (after) => sayAllowance(after.due, settings)),
  };
}

export const errandActionName = (row: ErrandRow) => row.name ?? row.action;

/** What somebody may do with an errand, as the manual says it. */
export function errandActionRow(row: ErrandRow, { tables, on }: Reading): ManualRow {
  const own = OWN[row.kinds.join()];
  const relation = (one: ErrandRelation) => own?.relations[one] ?? RELATIONS[one];
  const status = (one: string) => own?.statuses[one] ?? STATUSES[one];
  return {
    kind: 'action',
    text: row.label,
    who: `${row.by.map(relation).join('、')}可以`,
    when: `${sayKinds(row.kinds)}，${row.from.map(status).join('、')}`,
    figure: null,
    since: row.since,
    set: null,
    next: nextOf(tables.errandActions, row, on, errandActionName, () => null),
  };
}
