import type { Transaction } from '../../db/connect.ts';
import { type ApprovalFile, readOfficeToWriteFor } from '../../db/queries/approvals.ts';
import {
  holdSettings,
  insertProposal,
  insertSetting,
  type NewSetting,
  readEveryEstate,
  readProposal,
  readWrittenSettings,
} from '../../db/queries/settings.ts';
import type { ApprovalState } from '../../shared/kernel/approvals.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { SETTINGS } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import {
  beginningOf,
  type Change,
  checkCompanys,
  checkFrom,
  checkOwn,
  holdsFrom,
  overtaken,
  saySettingValue,
  setsForCompany,
} from '../../shared/settings/changing.ts';
import { orChanged } from '../approvals/changed.ts';
import { approvalOf, handInVersion } from '../approvals/hand-in.ts';
import { type Ctx, transact } from '../context.ts';
import { workLater } from '../outbox/worker.ts';
import { DOCUMENT } from './reading.ts';

type Asked = Change & { reason: string };

const isSame = (a: Asked, b: Asked) => a.key === b.key && a.value === b.value && a.from === b.from && a.reason === b.reason;

/**
 * A4: the company sets one of its figures from a later day on; what is open keeps what it was opened with. Where that is stricter than an estate's
 * own, the company's holds there too from then.
 * @throws Problem `setting/not-yours`, `setting/refused` naming the field, `setting/changed` where somebody set it since it was read, `request/invalid`
 */
export async function setSetting(ctx: Ctx, input: Asked & { seen: string | null }): Promise<{ id: string }> {
  const post = ctx.viewer.appointments.find(setsForCompany);
  if (!post) throw new Problem('setting/not-yours');
  const { key, value, from, reason } = input;
  return transact(ctx, async (tx) => {
    const now = ctx.clock();
    await holdSettings(tx, ctx.viewer);
    const last = (await readWrittenSettings(tx, ctx.viewer, post.officeId, key)).findLast((line) => line.officeId === post.officeId);
    if (last && last.id !== input.seen && last.by === ctx.viewer.id && isSame(input, { ...last, from: isoDay(last.from) })) return { id: last.id };
    if ((last?.id ?? null) !== input.seen) throw new Problem('setting/changed');
    checkFrom(from, now);
    const { companys, estates } = await readEveryEstate(tx, ctx.viewer);
    checkCompanys(input, companys, estates);
    const line: NewSetting = {
      id: ctx.newId(),
      officeId: post.officeId,
      key,
      value,
      from: beginningOf(from),
      by: ctx.viewer.id,
      reason,
      at: now,
      approval: null,
    };
    await insertSetting(tx, ctx.viewer, line);
    for (const estate of estates)
      for (const at of overtaken(input, estate))
        await insertSetting(tx, ctx.viewer, {
          ...line,
          id: ctx.newId(),
          officeId: estate.id,
          value: null,
          from: at,
          reason: `公司的更严了：${reason}`,
        });
    return { id: line.id };
  });
}

const sayWanted = ({ key, value, from, reason }: Asked) =>
  `${SETTINGS[key].label}\n${value === null ? '照公司的' : saySettingValue(key, value)}，${from} 起\n${reason}`;

const done = (id: string, { status, round }: ApprovalState) => ({ id, status, round });

async function estateOf(ctx: Ctx, tx: Transaction, officeId: string) {
  const { estates } = await readEveryEstate(tx, ctx.viewer);
  const estate = estates.find((one) => one.id === officeId);
  if (!estate) throw new Problem('seen/not-found');
  return estate;
}

/**
 * A4: a director proposes a figure of the estate's own; nothing holds before the quality department has put it on record.
 * @throws Problem `seen/not-found`, `approval/not-yours`, `approval/decided` while one waits, `setting/refused` naming the field, `request/invalid`
 */
export async function proposeSetting(ctx: Ctx, input: Asked & { officeId: string }) {
  const answer = await orChanged(
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      const { officeId, key } = input;
      const office = await readOfficeToWriteFor(tx, ctx.viewer, officeId, now);
      if (!office) throw new Problem('seen/not-found');
      const before = await approvalOf(ctx, tx, officeId, { document: DOCUMENT, name: key });
      if (before?.state.status === 'waiting' && before.state.author === ctx.viewer.id) {
        const waiting = await readProposal(tx, ctx.viewer, before.id, before.state.round);
        if (waiting && isSame(input, waiting)) return done(before.id, before.state);
      }
      const version = { document: DOCUMENT, name: key, writtenOn: isoDay(now), words: sayWanted(input) } as const;
      const { approvalId, state } = await handInVersion(ctx, tx, office, before, version);
      checkFrom(input.from, now);
      checkOwn(input, await estateOf(ctx, tx, officeId));
      await insertProposal(tx, ctx.viewer, { ...input, approvalId, round: state.round });
      return done(approvalId, state);
    }),
  );
  workLater(ctx);
  return answer;
}

/**
 * A4: what the quality department has put on record holds from the day it names, or from the next one where that has come.
 * @throws Problem `setting/refused` where the company's figures have changed since, `request/invalid` for a record without words
 */
export async function recordApproved(ctx: Ctx, tx: Transaction, file: ApprovalFile, words: string, now: Date): Promise<void> {
  if (file.state.document !== DOCUMENT) return;
  if (words === '') throw refuseField('words', '写一句怎么看的，这是记录');
  const wants = await readProposal(tx, ctx.viewer, file.id, file.state.round);
  if (!wants) throw new Error('a proposal without what it wants');
  await holdSettings(tx, ctx.viewer);
  const change = { ...wants, from: holdsFrom(wants.from, now) };
  checkOwn(change, await estateOf(ctx, tx, file.officeId));
  const { key, value, from, reason } = change;
  await insertSetting(tx, ctx.viewer, {
    id: ctx.newId(),
    officeId: file.officeId,
    key,
    value,
    from: beginningOf(from),
    by: file.state.author,
    reason,
    at: now,
    approval: { id: file.id, round: file.state.round },
  });
}
