import { type ApprovalFile, insertApprovalDecision, listDocuments, readApproval, readOfficeToWriteFor } from '../../db/queries/approvals.ts';
import { APPROVALS } from '../../shared/approvals/approvals.ts';
import type { Template } from '../../shared/contract/templates.ts';
import { type ApprovalState, approvalRowOn, deciders, decideVerdict, type Verdict } from '../../shared/kernel/approvals.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { previewOf, TEMPLATE_NAMES, type TemplateName, templateOn } from '../../shared/messages/templates.ts';
import { type Ctx, transact } from '../context.ts';
import { numberApproved } from '../hotlines/commands.ts';
import { deedOn, record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { issueApproved } from '../publications/commands.ts';
import { recordApproved } from '../settings/commands.ts';
import { postApproved } from '../surveys/letters.ts';
import { orChanged } from './changed.ts';
import { approvalOf, handInVersion } from './hand-in.ts';

const DOCUMENT = 'message_template';

/**
 * Every template of the estates somebody works for: what it may say, where its approval stands, and what they may do about it (P3).
 * @throws Problem `templates/staff-only`
 */
export async function templates(ctx: Ctx): Promise<{ now: string; items: Template[] }> {
  if (ctx.viewer.appointments.length === 0) throw new Problem('templates/staff-only');
  const now = ctx.clock();
  const row = approvalRowOn(APPROVALS, DOCUMENT, now);
  const offices = await listDocuments(ctx.db, ctx.viewer, DOCUMENT, now);
  const items = offices.flatMap((office) =>
    TEMPLATE_NAMES.flatMap((name): Template[] => {
      const template = templateOn(name, now);
      if (!template) return [];
      const found = office.approvals.find((one) => one.state.name === name);
      // A successor of the row is another text: what was agreed to before does not cover it.
      const approval = found && (found.state.writtenOn === template.since || found.state.status === 'waiting') ? found : undefined;
      const status = approval?.state.status ?? 'not_submitted';
      const writes = row.drafts.some((addressee) => holdersOf(addressee, office.staff).includes(ctx.viewer.id));
      return [
        {
          officeId: office.officeId,
          officeName: office.officeName,
          name,
          label: template.label,
          readers: template.readers,
          text: previewOf(template),
          status,
          approvalId: approval?.id ?? null,
          round: approval?.state.round ?? 0,
          step: approval?.state.step ?? 0,
          authorName: approval ? sayName(approval.authorName) : null,
          submittedAt: approval?.state.submittedAt.toISOString() ?? null,
          dueBy: approval?.dueBy?.toISOString() ?? null,
          decidedByName: approval?.decidedByName ? sayName(approval.decidedByName) : null,
          decidedAt: approval?.state.decidedAt?.toISOString() ?? null,
          reason: status === 'returned' ? (approval?.words ?? null) : null,
          isConnected: ctx.messageTemplates?.[name] !== undefined,
          maySubmit: writes && (status === 'not_submitted' || status === 'returned'),
          mayDecide: approval !== undefined && deciders(approval.state, office.staff).includes(ctx.viewer.id),
        },
      ];
    }),
  );
  return { now: now.toISOString(), items };
}

const done = (id: string, state: ApprovalState) => ({ id, status: state.status, round: state.round, step: state.step });

/**
 * Hands a template in for review, word for word as the rows have it (P3).
 * @throws Problem `seen/not-found`, `approval/not-yours`, `approval/decided`
 */
export async function submitTemplate(ctx: Ctx, input: { officeId: string; name: TemplateName }) {
  const answer = await orChanged(
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const template = templateOn(input.name, now);
      const office = await readOfficeToWriteFor(tx, ctx.viewer, input.officeId, now);
      if (!office || !template) throw new Problem('seen/not-found');
      const before = await approvalOf(ctx, tx, office.officeId, { document: DOCUMENT, name: input.name });
      const version = { document: DOCUMENT, name: input.name, writtenOn: template.since, words: previewOf(template) } as const;
      const { approvalId: id, state } = await handInVersion(ctx, tx, office, before, version);
      return done(id, state);
    }),
  );
  workLater(ctx);
  return answer;
}

/**
 * One step's yes or no to the version that was read (P3, Z7).
 * @throws Problem `seen/not-found`, `approval/not-yours`, `approval/decided`, `request/invalid`, `setting/refused`
 */
export async function decideApproval(ctx: Ctx, input: { id: string; round: number; step: number; verdict: Verdict; words: string }) {
  const answer = await orChanged(
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const file: ApprovalFile | null = await readApproval(tx, ctx.viewer, input.id, now);
      if (!file) throw new Problem('seen/not-found');
      const decision = decideVerdict(file.state, { ...input, by: ctx.viewer.id, staff: file.staff });
      const [after] = await record(ctx, tx, [deedOn('approval', file, ctx.viewer.id, [{ ...decision, by: ctx.viewer.id, byResident: false }])]);
      const { round, step, verdict, words } = input;
      await insertApprovalDecision(tx, ctx.viewer, {
        id: ctx.newId(),
        officeId: file.officeId,
        approvalId: file.id,
        round,
        step,
        verdict,
        words,
        at: now,
      });
      if (decision.did === 'approved') {
        await issueApproved(ctx, tx, file, now);
        await postApproved(ctx, tx, file, now);
        await numberApproved(ctx, tx, file, now);
        await recordApproved(ctx, tx, file, words, now);
      }
      return done(file.id, after!.story.state);
    }),
  );
  workLater(ctx);
  return answer;
}
