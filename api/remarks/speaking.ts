import { readHomeContext } from '../../db/queries/ticket-files.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { Remark, TakenRemark } from '../../shared/contract/remarks.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { decideRemark, type RemarkKind } from '../../shared/remarks/decide.ts';
import { checkWritten } from '../content/words.ts';
import type { Ctx } from '../context.ts';
import { type SaidByAnybody, takeDownOf } from '../intake/commands.ts';
import { type Arriving, beginSaid } from '../tickets/begin.ts';

interface Said {
  kind: RemarkKind;
  homeId?: string | undefined;
  words: string;
}

/** I3: what was said is on record, and waits for its answer. @throws Problem `request/key-reused` */
function receiveRemark(ctx: Ctx, input: Said & { onlyMine: boolean; unnamed?: boolean }, arriving: Arriving<'speak' | 'takeRemark'>): Promise<Done> {
  const { office, taken } = arriving;
  return beginSaid(ctx, input.kind, input, decideRemark({ ...input, keyCustomer: office.keyCustomer, ...(taken ? { taken } : {}) }), arriving);
}

/** A resident has something to say. @throws Problem `home/not-yours`, `request/key-reused` */
export async function speak(ctx: Ctx, input: Said & { homeId: string; onlyMine: boolean }): Promise<Done> {
  const now = ctx.clock();
  const office = await readHomeContext(ctx.db, ctx.viewer, input.homeId, now);
  if (!office) throw new Problem('home/not-yours');
  const held = heldBecause(await checkWritten(ctx, writtenIn(Remark, { ...input })), settingsAt(office.settings, now), false);
  const contact = { channel: 'mini_program', kind: 'message', participants: [] };
  return receiveRemark(ctx, input, { route: 'speak', office, reporterId: ctx.viewer.id, newcomer: null, at: now, held, contact });
}

/** A colleague takes down what somebody said (I1, I4). @throws Problem what `takeDown` refuses, `request/key-reused` */
export async function takeRemark(ctx: Ctx, input: Said & SaidByAnybody): Promise<Done> {
  return receiveRemark(ctx, { ...input, onlyMine: false }, { route: 'takeRemark', ...(await takeDownOf(ctx, input, TakenRemark)) });
}
