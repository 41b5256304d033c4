import { type DocumentLine, listDocuments } from '../../db/queries/approvals.ts';
import {
  listSettingChanges,
  type Proposed,
  type RuledOffice,
  readNewestProposals,
  readRuledOffices,
  readWrittenSettings,
  type WrittenSetting,
} from '../../db/queries/settings.ts';
import { APPROVALS } from '../../shared/approvals/approvals.ts';
import type { Figure, SettingChange, SettingProposal } from '../../shared/contract/settings.ts';
import { approvalRowOn, deciders } from '../../shared/kernel/approvals.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { entryAt, SETTINGS, type SettingEntry, type SettingKey, settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { inOrder } from '../../shared/manual/chapters.ts';
import { clauseWords } from '../../shared/manual/clauses.ts';
import { firstDay, isCompanysAlone, saySettingValue, setsForCompany } from '../../shared/settings/changing.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';

export const DOCUMENT = 'estate_setting';

const WHOSE = { estate: 'estate', headOffice: 'company' } as const;

const said = (key: SettingKey, value: SettingEntry['value']) => (value === null ? null : saySettingValue(key, value));

/** @throws Problem `settings/staff-only` */
function checkStaff(ctx: Ctx): void {
  if (ctx.viewer.appointments.length === 0) throw new Problem('settings/staff-only');
}

/** One figure of an office, from the lines of the office and the company. */
function figureOf(key: SettingKey, office: RuledOffice, lines: readonly WrittenSetting[], now: Date, waiting: boolean): Figure {
  const row = SETTINGS[key];
  const held = entryAt(lines, key, now);
  const value = settingsAt(lines, now)[key];
  const written = lines.filter((line) => line.key === key);
  const above = written.filter((line) => line.officeId !== office.id);
  return {
    key,
    label: row.label,
    unit: row.unit,
    kind: row.kind,
    least: row.kind === 'number' ? row.min : null,
    most: row.kind === 'number' ? row.max : null,
    stricter: row.stricter,
    value,
    said: saySettingValue(key, value),
    whose: held ? WHOSE[held.office] : 'manual',
    since: held ? isoDay(held.from) : null,
    byName: held?.byName ? sayName(held.byName) : null,
    above: saySettingValue(key, settingsAt(above, now)[key]),
    own: !office.isCompany && !isCompanysAlone(key),
    coming: written
      .filter((line) => line.from > now)
      .sort((a, b) => a.from.getTime() - b.from.getTime())
      .map((line) => ({ said: said(key, line.value), whose: WHOSE[line.office], from: isoDay(line.from) })),
    seen: written.findLast((line) => line.officeId === office.id)?.id ?? null,
    waiting,
  };
}

function proposalOf(ctx: Ctx, office: DocumentLine, one: DocumentLine['approvals'][number], wants: Proposed, current: string): SettingProposal {
  const { status, round, step, submittedAt } = one.state;
  return {
    approvalId: one.id,
    key: wants.key,
    label: SETTINGS[wants.key].label,
    officeName: office.officeName,
    said: said(wants.key, wants.value),
    now: current,
    from: wants.from,
    reason: wants.reason,
    status,
    round,
    step,
    authorName: sayName(one.authorName),
    at: submittedAt.toISOString(),
    dueBy: one.dueBy?.toISOString() ?? null,
    decidedByName: one.decidedByName ? sayName(one.decidedByName) : null,
    words: one.words,
    mayDecide: deciders(one.state, office.staff).includes(ctx.viewer.id),
  };
}

/** Proposals that wait or came back: of one estate; of all a company's colleague sees, where they look at the company. */
async function proposalsOf(ctx: Ctx, office: RuledOffice, lines: readonly WrittenSetting[], now: Date) {
  const documents = await listDocuments(ctx.db, ctx.viewer, DOCUMENT, now);
  const own = documents.find((one) => one.officeId === office.id);
  const wants = await readNewestProposals(
    ctx.db,
    ctx.viewer,
    documents.flatMap(({ approvals }) => approvals.map(({ id }) => id)),
  );
  const ofEach = await Promise.all(
    documents
      .filter((one) => office.isCompany || one === own)
      .map(async (document) => {
        const open = document.approvals.filter(({ id, state }) => state.status !== 'approved' && wants.has(id));
        const theirs = open.length === 0 || document === own ? lines : await readWrittenSettings(ctx.db, ctx.viewer, document.officeId);
        const figures = settingsAt(theirs, now);
        return open.map((one) => {
          const { key } = wants.get(one.id)!;
          return proposalOf(ctx, document, one, wants.get(one.id)!, saySettingValue(key, figures[key]));
        });
      }),
  );
  const writes = approvalRowOn(APPROVALS, DOCUMENT, now).drafts;
  const mayPropose = own !== undefined && writes.some((addressee) => holdersOf(addressee, own.staff).includes(ctx.viewer.id));
  return { proposals: ofEach.flat(), mayPropose };
}

/**
 * Every figure of an office by its clause: what it is, whose it is, since when, what is coming (A4).
 * @throws Problem `settings/staff-only`, `seen/not-found` for an office that is not theirs
 */
export async function settings(ctx: Ctx, input: { officeId?: string | undefined }) {
  checkStaff(ctx);
  const now = ctx.clock();
  const offices = await readRuledOffices(ctx.db, ctx.viewer);
  const first = ctx.viewer.appointments[0]?.officeId;
  const office = offices.find((one) => one.id === (input.officeId ?? first));
  if (!office) throw new Problem('seen/not-found');
  const lines = await readWrittenSettings(ctx.db, ctx.viewer, office.id);
  const { proposals, mayPropose } = await proposalsOf(ctx, office, lines, now);
  const waits = new Set(office.isCompany ? [] : proposals.filter((one) => one.status === 'waiting').map((one) => one.key));
  const figures = settingsAt(lines, now);
  const keys = Object.keys(SETTINGS) as SettingKey[];
  return {
    now: now.toISOString(),
    firstDay: firstDay(now),
    office,
    offices: offices.map(({ id, name }) => ({ id, name })),
    maySet: office.isCompany && ctx.viewer.appointments.some(setsForCompany),
    mayPropose,
    clauses: inOrder([...new Set(keys.map((key) => SETTINGS[key].clause))]).map((clause) => ({
      clause,
      words: clauseWords(clause, now, figures) ?? '',
      figures: keys.filter((key) => SETTINGS[key].clause === clause).map((key) => figureOf(key, office, lines, now, waits.has(key))),
    })),
    proposals,
  };
}

const changeOf = (line: WrittenSetting): SettingChange => ({
  id: line.id,
  key: line.key,
  label: SETTINGS[line.key].label,
  officeName: line.officeName,
  said: said(line.key, line.value),
  whose: WHOSE[line.office],
  from: isoDay(line.from),
  at: line.setAt.toISOString(),
  byName: line.byName === null ? null : sayName(line.byName),
  reason: line.reason,
  recordedBy: line.recordedBy === null ? null : sayName(line.recordedBy),
  record: line.record,
});

/** How one figure was set, every time, newest first. @throws Problem `settings/staff-only`, `seen/not-found` */
export async function settingHistory(ctx: Ctx, { officeId, key }: { officeId: string; key: SettingKey }) {
  checkStaff(ctx);
  const offices = await readRuledOffices(ctx.db, ctx.viewer);
  if (!offices.some((one) => one.id === officeId)) throw new Problem('seen/not-found');
  return { items: (await readWrittenSettings(ctx.db, ctx.viewer, officeId, key)).reverse().map(changeOf) };
}

/** Who changed which figure, newest first (A4). @throws Problem `settings/staff-only` */
export async function settingChanges(ctx: Ctx, input: { after?: string | undefined }) {
  checkStaff(ctx);
  return pageOf(await listSettingChanges(ctx.db, ctx.viewer, idCursor(input.after)), (line) => line.id, changeOf);
}
