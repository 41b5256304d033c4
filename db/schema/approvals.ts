import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/** A document somebody must agree to before it goes out, and where its newest version stands. What happened to it are its events. */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    document: text('document').notNull(),
    name: text('name').notNull(),
    /** The day of the row its newest version was written from. */
    writtenOn: date('written_on').notNull(),
    status: text('status', { enum: ['waiting', 'approved', 'returned'] }).notNull(),
    round: integer('round').notNull(),
    step: integer('step').notNull(),
    steps: jsonb('steps').notNull(),
    author: uuid('author_id')
      .notNull()
      .references(() => people.id),
    submittedAt: instant('submitted_at').notNull(),
    decidedAt: instant('decided_at'),
    version: integer('version').notNull(),
  },
  (approval) => [
    primaryKey({ columns: [approval.id, approval.officeId] }),
    uniqueIndex('approvals_by_name').on(approval.officeId, approval.document, approval.name),
  ],
);

/** What was handed in for approval, word for word, append-only; each return is followed by another version. */
export const approvalVersions = pgTable(
  'approval_versions',
  {
    officeId: officeId(),
    approvalId: uuid('approval_id').notNull(),
    round: integer('round').notNull(),
    author: uuid('author_id')
      .notNull()
      .references(() => people.id),
    words: text('words').notNull(),
    at: instant('at').notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.officeId, version.approvalId, version.round] }),
    foreignKey({
      name: 'approval_versions_of',
      columns: [version.approvalId, version.officeId],
      foreignColumns: [approvals.id, approvals.officeId],
    }),
  ],
);

/** What each step decided of a version, and why it was returned, append-only. */
export const approvalDecisions = pgTable(
  'approval_decisions',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    approvalId: uuid('approval_id').notNull(),
    round: integer('round').notNull(),
    step: integer('step').notNull(),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
    verdict: text('verdict', { enum: ['approved', 'returned'] }).notNull(),
    words: text('words').notNull(),
    at: instant('at').notNull(),
  },
  (decision) => [
    primaryKey({ columns: [decision.id, decision.officeId] }),
    foreignKey({
      name: 'approval_decisions_of',
      columns: [decision.approvalId, decision.officeId],
      foreignColumns: [approvals.id, approvals.officeId],
    }),
    index('approval_decisions_by_approval').on(decision.officeId, decision.approvalId, decision.round),
  ],
);

/** What a director proposed for an estate of its own, version by version, append-only (A4). */
export const settingProposals = pgTable(
  'setting_proposals',
  {
    officeId: officeId(),
    approvalId: uuid('approval_id').notNull(),
    round: integer('round').notNull(),
    key: text('key').notNull(),
    value: jsonb('value').notNull(),
    fromOn: date('from_on').notNull(),
    reason: text('reason').notNull(),
  },
  (proposal) => [
    primaryKey({ columns: [proposal.officeId, proposal.approvalId, proposal.round] }),
    foreignKey({
      name: 'setting_proposals_of',
      columns: [proposal.approvalId, proposal.officeId],
      foreignColumns: [approvals.id, approvals.officeId],
    }),
  ],
);

/** The numbers an office is rung by, each from a day on, append-only; without a number it ends (P5). */
export const hotlines = pgTable(
  'hotlines',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    purpose: text('purpose').notNull(),
    number: text('number'),
    fromOn: date('from_on').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => people.id),
    approvalId: uuid('approval_id').notNull(),
    round: integer('round').notNull(),
  },
  (line) => [
    primaryKey({ columns: [line.id, line.officeId] }),
    foreignKey({ name: 'hotlines_of', columns: [line.approvalId, line.officeId], foreignColumns: [approvals.id, approvals.officeId] }),
    uniqueIndex('hotlines_once').on(line.officeId, line.approvalId, line.round),
    index('hotlines_by_purpose').on(line.officeId, line.purpose, line.fromOn),
  ],
);

/** What somebody proposed for an office's numbers, version by version, append-only (P5). */
export const hotlineProposals = pgTable(
  'hotline_proposals',
  {
    officeId: officeId(),
    approvalId: uuid('approval_id').notNull(),
    round: integer('round').notNull(),
    purpose: text('purpose').notNull(),
    number: text('number'),
    fromOn: date('from_on').notNull(),
    reason: text('reason').notNull(),
  },
  (proposal) => [
    primaryKey({ columns: [proposal.officeId, proposal.approvalId, proposal.round] }),
    foreignKey({
      name: 'hotline_proposals_of',
      columns: [proposal.approvalId, proposal.officeId],
      foreignColumns: [approvals.id, approvals.officeId],
    }),
  ],
);
