import { type ManualOffice, readManualOffices, readOfficeSettings } from '../../db/queries/manual.ts';
import type { Manual, ManualClause, ManualSource } from '../../shared/contract/manual.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { CHAPTERS, inOrder } from '../../shared/manual/chapters.ts';
import { CLAUSES_TOLD, clauseWords } from '../../shared/manual/clauses.ts';
import { RUN_WITHOUT_ROWS, RUN_WITHOUT_SCREEN } from '../../shared/manual/exceptions.ts';
import { rowsByClause, rowsOf } from '../../shared/manual/rows.ts';
import { DOCUMENTS, sourceOf } from '../../shared/manual/sources.ts';
import { beginning, type Reading, readingAt, TABLES } from '../../shared/manual/tables.ts';
import type { Ctx } from '../context.ts';
import { GENERATED } from './generated.ts';

interface Asked {
  officeId?: string | undefined;
  on?: string | undefined;
}

/**
 * The manual as one office reads it on a day.
 * @throws Problem `manual/staff-only`, `seen/not-found` for an office that is not theirs, `request/invalid` for a day before the manual
 */
async function open(ctx: Ctx, asked: Asked): Promise<{ office: ManualOffice; reading: Reading; words: (clause: string) => string | null }> {
  const own = ctx.viewer.appointments[0]?.officeId;
  if (!own) throw new Problem('manual/staff-only');
  const now = ctx.clock();
  const on = asked.on ?? isoDay(now);
  if (on < beginning(TABLES)) throw refuseField('on', `手册从 ${beginning(TABLES)} 起才有`);
  const found = await readOfficeSettings(ctx.db, ctx.viewer, asked.officeId ?? own);
  if (!found) throw new Problem('seen/not-found');
  const at = readingAt(on, now);
  const figures = settingsAt(found.settings, at);
  return {
    office: { id: found.id, name: found.name },
    reading: { on, at, entries: found.settings, tables: TABLES, asks: GENERATED.asks },
    words: (clause) => clauseWords(clause, at, figures),
  };
}

function sourceView(clause: string): ManualSource {
  const source = sourceOf(clause);
  if (!source) throw new Error(`clause ${clause} has no source`);
  if (source.document === null) return { own: true, document: null, section: null, words: source.reason, ours: null };
  const { document, section, words, ours = null } = source;
  return { own: false, document: DOCUMENTS[document], section, words, ours };
}

/** Chapters and clauses, each with the words it can be found by. */
export async function manual(ctx: Ctx, asked: Asked): Promise<Manual> {
  const { office, reading, words } = await open(ctx, asked);
  const now = ctx.clock();
  const rows = rowsByClause(reading);
  const clauses = inOrder(CLAUSES_TOLD).map((clause) => ({
    clause,
    words: words(clause) ?? '',
    terms: [sourceView(clause).words, ...new Set((rows.get(clause) ?? []).flatMap((row) => [row.text, row.who]))].join(' '),
  }));
  return {
    now: now.toISOString(),
    on: reading.on,
    today: isoDay(now),
    office,
    offices: await readManualOffices(ctx.db, ctx.viewer),
    beginning: beginning(TABLES),
    chapters: CHAPTERS.map((chapter) => ({ ...chapter, clauses: clauses.filter((one) => one.clause.startsWith(chapter.letter)) })).filter(
      (chapter) => chapter.clauses.length > 0,
    ),
  };
}

/** One clause: what it says, where it comes from, what runs it, what proves it, where it is seen. */
export async function manualClause(ctx: Ctx, asked: Asked & { clause: string }): Promise<ManualClause> {
  const { clause } = asked;
  const { office, reading, words } = await open(ctx, asked);
  const said = words(clause);
  if (said === null) throw new Problem('seen/not-found', '手册里没有这一条，或者本产品还没做到这一条');
  const now = ctx.clock();
  return {
    now: now.toISOString(),
    on: reading.on,
    today: isoDay(now),
    office,
    clause,
    chapter: CHAPTERS.find((chapter) => clause.startsWith(chapter.letter))?.title ?? '',
    words: said,
    source: sourceView(clause),
    rows: rowsOf(clause, reading),
    withoutRows: RUN_WITHOUT_ROWS[clause] ?? null,
    scenarios: [...(GENERATED.scenarios[clause] ?? [])],
    screens: [...(GENERATED.screens[clause] ?? [])],
    withoutScreen: RUN_WITHOUT_SCREEN[clause] ?? null,
  };
}
